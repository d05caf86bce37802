//! The names that clients have for formats: one list for each protocol, which its parser reads and its card shows.

use speech::{CodecId, ContainerId, OutputForm, SampleRate, Scope};

use crate::offer::Offer;

/// A name that a protocol's clients have for the form of their sound, and what it means.
///
/// A name that means another container at another address of the protocol has a line for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormatName {
    /// As the client writes it.
    pub name: &'static str,
    /// How samples become bytes.
    pub codec: CodecId,
    /// What is put around them.
    pub container: ContainerId,
}

/// The rates of MPEG audio, in Hz, rising: what codecs with a closed list of rates have or share. Sources: ISO/IEC 11172-3,
/// 13818-3, and the de facto MPEG-2.5.
const CLOSED_RATES: [u64; 9] = [8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];

/// A form for a wire that takes any rate: where the codec has only some, the lowest of them that loses nothing of what was
/// asked for. Its stream says which. What is not on offer at any rate stays as it is.
pub(crate) fn at_a_rate_on_offer(offer: &Offer, form: OutputForm) -> OutputForm {
    let is_on_offer = |form: &OutputForm| (offer.check_form)(form).is_ok();
    let rates = CLOSED_RATES.into_iter().filter_map(|hz| SampleRate::new(hz).ok());
    let mut higher = rates.filter(|rate| rate.hz() > form.rate.hz()).map(|rate| OutputForm { rate, ..form });
    if is_on_offer(&form) { form } else { higher.find(is_on_offer).unwrap_or(form) }
}

impl FormatName {
    /// One line of a list.
    pub(crate) const fn new(name: &'static str, codec: CodecId, container: ContainerId) -> Self {
        Self { name, codec, container }
    }

    /// What a name means: the first line of it.
    pub(crate) fn find(all: &'static [Self], name: &str) -> Option<Self> {
        all.iter().find(|format| format.name == name).copied()
    }

    /// Whether this build has it, at one rate at least.
    pub(crate) fn is_on_offer(&self, offer: &Offer) -> bool {
        let form = OutputForm {
            codec: self.codec,
            container: self.container,
            rate: SampleRate::COMMON,
            bit_rate: None,
            scope: Scope::Context,
        };
        (offer.check_form)(&form).is_ok()
    }

    /// The names of those that this build has, each once, as an error lists them.
    pub(crate) fn on_offer<'a>(all: impl IntoIterator<Item = &'a Self>, offer: &Offer) -> String {
        let mut names: Vec<&str> = Vec::new();
        for format in all.into_iter().filter(|format| format.is_on_offer(offer)) {
            if !names.contains(&format.name) {
                names.push(format.name);
            }
        }
        names.join(", ")
    }
}
