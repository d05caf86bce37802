//! No container at all.

use speech::{CodecId, ContainerId};

use super::{ContainerCard, Framing};

/// The codec's bytes as they are. Only for codecs of which a stream can be read without a head.
pub const RAW: ContainerCard = ContainerCard {
    id: ContainerId::RAW,
    media_type: None,
    holds: |codec| !NEEDS_A_HEAD.contains(&codec),
    framing: Framing::Bytes { header: |_| Vec::new(), message: |_, bytes| bytes },
};

/// Codecs whose packets cannot be told apart, or whose frames cannot be read, without what a container says.
const NEEDS_A_HEAD: [CodecId; 2] = [CodecId::OPUS, CodecId::FLAC];
