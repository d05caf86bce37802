//! No container: the messages are the codec's bytes.

use speech::ContainerId;

use super::{ContainerEar, Sizes, Unframed, join};

pub(super) const EAR: ContainerEar = ContainerEar {
    id: ContainerId::RAW,
    sizes: Sizes::Free,
    unframe: |_, codec, messages| Ok(Unframed::of_bytes(join(codec, messages.iter().map(Vec::as_slice))?)),
};
