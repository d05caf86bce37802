//! The wire's audio encodings and what they mean here.

use std::ops::RangeInclusive;

use speech::{CodecId, ContainerId, OutputForm, Refusal, RefusalKind, SampleRate, Scope};

use crate::format::FormatName;
use crate::offer::Offer;

/// The rates that the wire knows, in Hz.
const RATES: [u64; 7] = [8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000];
/// The rate of a client that names none, in Hz.
const DEFAULT_RATE: u64 = 48_000;
/// The rate of telephony, in Hz: the only one of the two logarithmic encodings.
const TELEPHONY_RATE: u64 = 8_000;
/// The bit rate of a client that names none, in bits per second.
const DEFAULT_BITS: u32 = 128_000;
/// The documented ranges, in bits per second.
const MP3_BITS: RangeInclusive<u32> = 32_000..=320_000;
const OPUS_BITS: RangeInclusive<u32> = 32_000..=192_000;

/// An encoding, as messages have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Encoding(FormatName);

/// What an answer is made of: on most ways messages, each on its own; on one a single file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// Frames of a socket, lines of a body.
    Messages,
    /// One file.
    File,
}

/// All encodings, in the order of the wire's documentation. In messages `LINEAR16` is a whole little WAV file in each.
pub(super) const FORMATS: &[FormatName] = &[
    FormatName::new("LINEAR16", CodecId::PCM_S16LE, ContainerId::WAV_EACH),
    FormatName::new("LINEAR16", CodecId::PCM_S16LE, ContainerId::WAV),
    FormatName::new("PCM", CodecId::PCM_S16LE, ContainerId::RAW),
    FormatName::new("WAV", CodecId::PCM_S16LE, ContainerId::WAV),
    DEFAULT_ENCODING.0,
    FormatName::new("OGG_OPUS", CodecId::OPUS, ContainerId::OGG),
    FormatName::new("FLAC", CodecId::FLAC, ContainerId::FLAC),
    FormatName::new("ALAW", CodecId::ALAW, ContainerId::RAW),
    FormatName::new("MULAW", CodecId::MULAW, ContainerId::RAW),
];

/// What a client gets that asks for none.
pub(super) const DEFAULT_ENCODING: Encoding =
    Encoding(FormatName::new("MP3", CodecId::MP3, ContainerId::RAW));

impl Encoding {
    /// The encoding of this name, as messages have it.
    pub(super) fn named(name: &str) -> Option<Self> {
        FormatName::find(FORMATS, name).map(Self)
    }

    /// The names of those that this build has.
    pub(super) fn names(offer: &Offer) -> String {
        FormatName::on_offer(FORMATS, offer)
    }

    /// Its name.
    pub(super) const fn name(self) -> &'static str {
        self.0.name
    }

    /// The rate of a client that names none, in Hz.
    pub(super) fn default_rate(self) -> u64 {
        if self.is_telephony() { TELEPHONY_RATE } else { DEFAULT_RATE }
    }

    /// A byte a sample.
    fn is_telephony(self) -> bool {
        matches!(self.0.codec, CodecId::ALAW | CodecId::MULAW)
    }

    /// The bit rates that the wire knows, where there is a choice.
    fn bit_rates(self) -> Option<RangeInclusive<u32>> {
        match self.0.codec {
            CodecId::MP3 => Some(MP3_BITS),
            CodecId::OPUS => Some(OPUS_BITS),
            _ => None,
        }
    }

    /// The bit rate in use, in bits per second, where there is a choice: what is wanted, as far as this rate (in Hz) allows.
    pub(super) fn bit_rate(self, wanted: Option<u32>, rate: u64) -> Option<u32> {
        let known = self.bit_rates()?;
        let most = if self.0.codec == CodecId::MP3 { most_mp3_bits(rate) } else { *known.end() };
        Some(wanted.unwrap_or(DEFAULT_BITS).min(most))
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
        (offer.check_form)(&form).map_err(|_| self.not_on_offer(offer, rate))?;
        Ok(form)
    }

    fn checked(self, rate: u64, bit_rate: Option<u32>, packing: Packing) -> Result<OutputForm, Refusal> {
        self.check_rate(rate)?;
        if let (Some(known), Some(bits)) = (self.bit_rates(), bit_rate)
            && !known.contains(&bits)
        {
            let (least, most) = (known.start(), known.end());
            return Err(invalid(format!("bitRate {bits} is outside {least} to {most}")));
        }
        Ok(OutputForm {
            codec: self.0.codec,
            container: self.container(packing),
            rate: SampleRate::new(rate).map_err(|error| invalid(error.to_string()))?,
            bit_rate: self.bit_rate(bit_rate, rate),
            scope: Scope::Generation,
        })
    }

    fn check_rate(self, rate: u64) -> Result<(), Refusal> {
        if !RATES.contains(&rate) {
            let rates = RATES.map(|rate| rate.to_string()).join(", ");
            return Err(invalid(format!("sampleRateHertz {rate} is not one of {rates}")));
        }
        if self.is_telephony() && rate != TELEPHONY_RATE {
            let name = self.name();
            return Err(invalid(format!(
                "sampleRateHertz {rate} is not {TELEPHONY_RATE}, the rate of {name}"
            )));
        }
        Ok(())
    }

    fn container(self, packing: Packing) -> ContainerId {
        match (self.0.container, packing) {
            (ContainerId::WAV_EACH, Packing::File) => ContainerId::WAV,
            (container, _) => container,
        }
    }

    fn not_on_offer(self, offer: &Offer, rate: u64) -> Refusal {
        let names = Self::names(offer);
        let message =
            format!("audioEncoding {} is not available here at {rate} Hz; use one of {names}", self.name());
        Refusal::new(RefusalKind::Unsupported, message)
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

    fn named(name: &str) -> Encoding {
        Encoding::named(name).unwrap()
    }

    #[test]
    fn telephony_has_one_rate() {
        let mulaw = named("MULAW");
        let form = mulaw.checked(mulaw.default_rate(), None, Packing::Messages).unwrap();
        assert_eq!((form.codec, form.rate.hz(), form.bit_rate), (CodecId::MULAW, 8_000, None));
        let refusal = mulaw.checked(24_000, None, Packing::Messages).unwrap_err();
        assert_eq!(refusal.message, "sampleRateHertz 24000 is not 8000, the rate of MULAW");
    }

    #[test]
    fn a_bit_rate_is_what_the_sample_rate_allows() {
        let (mp3, opus, pcm) = (DEFAULT_ENCODING, named("OGG_OPUS"), named("PCM"));
        assert_eq!(mp3.bit_rate(None, 48_000), Some(128_000));
        assert_eq!(mp3.bit_rate(None, 8_000), Some(64_000));
        assert_eq!(mp3.bit_rate(Some(320_000), 24_000), Some(160_000));
        assert_eq!(
            (opus.bit_rate(None, 8_000), opus.bit_rate(Some(192_000), 8_000)),
            (Some(128_000), Some(192_000))
        );
        assert_eq!(pcm.bit_rate(Some(64_000), 24_000), None);
        assert!(pcm.checked(24_000, Some(5), Packing::Messages).is_ok());
    }

    #[test]
    fn a_bit_rate_outside_of_what_is_documented_is_refused() {
        for (name, wrong, range) in [
            ("MP3", 31_999, "32000 to 320000"),
            ("MP3", 320_001, "32000 to 320000"),
            ("OGG_OPUS", 31_999, "32000 to 192000"),
            ("OGG_OPUS", 192_001, "32000 to 192000"),
        ] {
            let refusal = named(name).checked(24_000, Some(wrong), Packing::Messages).unwrap_err();
            assert_eq!(refusal.message, format!("bitRate {wrong} is outside {range}"));
        }
    }

    #[test]
    fn a_file_has_one_header_where_messages_have_one_each() {
        let linear = named("LINEAR16");
        assert_eq!(linear.container(Packing::Messages), ContainerId::WAV_EACH);
        assert_eq!(linear.container(Packing::File), ContainerId::WAV);
    }
}
