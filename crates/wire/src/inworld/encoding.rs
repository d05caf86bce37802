//! The wire's audio encodings and what they mean here.

use std::ops::RangeInclusive;

use speech::{CodecId, ContainerId, OutputForm, Refusal, RefusalKind, SampleRate, Scope};

use crate::offer::Offer;

/// The rates that the wire knows, in Hz.
const RATES: [u64; 7] = [8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];
/// The rate of a client that names none, in Hz.
const DEFAULT_RATE: u64 = 48_000;
/// The rate of telephony, in Hz: the only one of the two logarithmic encodings.
const TELEPHONY_RATE: u64 = 8_000;
/// The bit rate of a client that names none, in bits per second.
const DEFAULT_BITS: u32 = 128_000;
/// The documented range of MP3, in bits per second.
const MP3_BITS: RangeInclusive<u32> = 32_000..=320_000;

/// An encoding by its name on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Encoding {
    /// The name.
    pub(super) name: &'static str,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Samples; every message is a whole little WAV file.
    WavEach,
    /// Samples and nothing else.
    Samples,
    /// Samples after one WAV header.
    Wav,
    Mp3,
    /// A byte a sample.
    Telephony(CodecId),
    /// The wire has it, we do not.
    Missing,
}

/// What an answer is made of: on most ways messages, each on its own; on one a single file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// Frames of a socket, lines of a body.
    Messages,
    /// One file.
    File,
}

/// All encodings, in the order of the wire's documentation; MP3 is what a client gets that asks for none.
pub(super) const ENCODINGS: &[Encoding] = &[
    Encoding { name: "LINEAR16", kind: Kind::WavEach },
    Encoding { name: "PCM", kind: Kind::Samples },
    Encoding { name: "WAV", kind: Kind::Wav },
    Encoding { name: "MP3", kind: Kind::Mp3 },
    Encoding { name: "OGG_OPUS", kind: Kind::Missing },
    Encoding { name: "FLAC", kind: Kind::Missing },
    Encoding { name: "ALAW", kind: Kind::Telephony(CodecId::ALAW) },
    Encoding { name: "MULAW", kind: Kind::Telephony(CodecId::MULAW) },
];

/// The name of [`ENCODINGS`] that a client gets that asks for none.
pub(super) const DEFAULT_ENCODING: Encoding = Encoding { name: "MP3", kind: Kind::Mp3 };

impl Encoding {
    /// The rate of a client that names none, in Hz.
    pub(super) const fn default_rate(self) -> u64 {
        match self.kind {
            Kind::Telephony(_) => TELEPHONY_RATE,
            _ => DEFAULT_RATE,
        }
    }

    /// The bit rate in use, in bits per second, where there is a choice: what is wanted, as far as this rate (in Hz) allows.
    pub(super) fn bit_rate(self, wanted: Option<u32>, rate: u64) -> Option<u32> {
        (self.kind == Kind::Mp3).then(|| wanted.unwrap_or(DEFAULT_BITS).min(most_mp3_bits(rate)))
    }

    /// The form for this encoding.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] for a rate or bit rate that the wire does not know, [`RefusalKind::Unsupported`] for what is not on
    /// offer.
    pub(super) fn form(
        self,
        offer: &Offer,
        rate: u64,
        bit_rate: Option<u32>,
        packing: Packing,
    ) -> Result<OutputForm, Refusal> {
        let form = self.checked(rate, bit_rate, packing)?;
        form.filter(|form| (offer.check_form)(form).is_ok()).ok_or_else(|| self.not_on_offer(offer, rate))
    }

    /// `None` for an encoding that we do not have.
    fn checked(
        self,
        rate: u64,
        bit_rate: Option<u32>,
        packing: Packing,
    ) -> Result<Option<OutputForm>, Refusal> {
        if !RATES.contains(&rate) {
            let rates = RATES.map(|rate| rate.to_string()).join(", ");
            return Err(invalid(format!("sampleRateHertz {rate} is not one of {rates}")));
        }
        if matches!(self.kind, Kind::Telephony(_)) && rate != TELEPHONY_RATE {
            let name = self.name;
            return Err(invalid(format!(
                "sampleRateHertz {rate} is not {TELEPHONY_RATE}, the rate of {name}"
            )));
        }
        if let (Kind::Mp3, Some(bits)) = (self.kind, bit_rate)
            && !MP3_BITS.contains(&bits)
        {
            let (least, most) = (MP3_BITS.start(), MP3_BITS.end());
            return Err(invalid(format!("bitRate {bits} is outside {least} to {most}")));
        }
        let bit_rate = self.bit_rate(bit_rate, rate);
        let rate = SampleRate::new(rate).map_err(|error| invalid(error.to_string()))?;
        Ok(self.coding(packing).map(|(codec, container)| OutputForm {
            codec,
            container,
            rate,
            bit_rate,
            scope: Scope::Generation,
        }))
    }

    fn coding(self, packing: Packing) -> Option<(CodecId, ContainerId)> {
        Some(match (self.kind, packing) {
            (Kind::WavEach, Packing::Messages) => (CodecId::PCM_S16LE, ContainerId::WAV_EACH),
            (Kind::WavEach, Packing::File) | (Kind::Wav, _) => (CodecId::PCM_S16LE, ContainerId::WAV),
            (Kind::Samples, _) => (CodecId::PCM_S16LE, ContainerId::RAW),
            (Kind::Mp3, _) => (CodecId::MP3, ContainerId::RAW),
            (Kind::Telephony(codec), _) => (codec, ContainerId::RAW),
            (Kind::Missing, _) => return None,
        })
    }

    fn not_on_offer(self, offer: &Offer, rate: u64) -> Refusal {
        let on_offer = ENCODINGS.iter().filter(|encoding| encoding.is_on_offer(offer));
        let names = on_offer.map(|encoding| encoding.name).collect::<Vec<_>>().join(", ");
        let message =
            format!("audioEncoding {} is not available here at {rate} Hz; use one of {names}", self.name);
        Refusal::new(RefusalKind::Unsupported, message)
    }

    fn is_on_offer(self, offer: &Offer) -> bool {
        let form = self.checked(self.default_rate(), None, Packing::Messages);
        matches!(form, Ok(Some(form)) if (offer.check_form)(&form).is_ok())
    }
}

/// The highest bit rate of an MP3 at this rate (in Hz). Sources: ISO/IEC 11172-3, 13818-3, and the de facto MPEG-2.5 below
/// 16 kHz.
const fn most_mp3_bits(rate: u64) -> u32 {
    match rate {
        32_000.. => 320_000,
        16_000.. => 160_000,
        _ => 64_000,
    }
}

fn invalid(message: String) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_one_of_the_list() {
        assert!(ENCODINGS.contains(&DEFAULT_ENCODING));
    }

    #[test]
    fn telephony_has_one_rate() {
        let mulaw = ENCODINGS.iter().find(|encoding| encoding.name == "MULAW").unwrap();
        let form = mulaw.checked(mulaw.default_rate(), None, Packing::Messages).unwrap().unwrap();
        assert_eq!((form.codec, form.rate.hz(), form.bit_rate), (CodecId::MULAW, 8_000, None));
        let refusal = mulaw.checked(24_000, None, Packing::Messages).unwrap_err();
        assert_eq!(refusal.message, "sampleRateHertz 24000 is not 8000, the rate of MULAW");
    }

    #[test]
    fn a_bit_rate_is_what_the_sample_rate_allows() {
        assert_eq!(DEFAULT_ENCODING.bit_rate(None, 48_000), Some(128_000));
        assert_eq!(DEFAULT_ENCODING.bit_rate(None, 8_000), Some(64_000));
        assert_eq!(DEFAULT_ENCODING.bit_rate(Some(320_000), 24_000), Some(160_000));
        assert_eq!(ENCODINGS[1].bit_rate(Some(64_000), 24_000), None);
        for wrong in [5, 31_999, 320_001] {
            let refusal = DEFAULT_ENCODING.checked(24_000, Some(wrong), Packing::Messages).unwrap_err();
            assert_eq!(refusal.message, format!("bitRate {wrong} is outside 32000 to 320000"));
        }
        assert!(ENCODINGS[1].checked(24_000, Some(5), Packing::Messages).is_ok());
    }

    #[test]
    fn a_file_has_one_header_where_messages_have_one_each() {
        let linear = ENCODINGS[0];
        assert_eq!(linear.coding(Packing::Messages).unwrap().1, ContainerId::WAV_EACH);
        assert_eq!(linear.coding(Packing::File).unwrap().1, ContainerId::WAV);
    }
}
