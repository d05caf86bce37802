//! A context's settings as the client says them: all at its opening, differences at an update.

use std::time::Duration;

use session::{Code, ContextSettings, GenerationRule, Markup, SegmentPolicy, Sounds, Syntax, WordTimes};
use speech::{
    CodecId, ContainerId, KeyId, OutputForm, Pitch, Refusal, RefusalKind, SampleRate, Scope, Speed,
    TextPosition, VoiceId, VoiceSettings, Volume,
};

use super::casting::{self, Casting};
use super::reading::{self, Chosen};
use crate::fields::Fields;
use crate::format::FormatName;
use crate::offer::Offer;

/// Codecs by the names that clients use, each with every container that it goes into; the usual one first.
pub(super) const FORMATS: &[FormatName] = &[
    FormatName::new("pcm_s16le", CodecId::PCM_S16LE, ContainerId::RAW),
    FormatName::new("pcm_s16le", CodecId::PCM_S16LE, ContainerId::WAV),
    FormatName::new("pcm_s16le", CodecId::PCM_S16LE, ContainerId::WAV_EACH),
    FormatName::new("pcm_s16be", CodecId::PCM_S16BE, ContainerId::RAW),
    FormatName::new("pcm_f32le", CodecId::PCM_F32LE, ContainerId::RAW),
    FormatName::new("pcm_f32le", CodecId::PCM_F32LE, ContainerId::WAV),
    FormatName::new("pcm_f32le", CodecId::PCM_F32LE, ContainerId::WAV_EACH),
    FormatName::new("mulaw", CodecId::MULAW, ContainerId::RAW),
    FormatName::new("mulaw", CodecId::MULAW, ContainerId::WAV),
    FormatName::new("mulaw", CodecId::MULAW, ContainerId::WAV_EACH),
    FormatName::new("alaw", CodecId::ALAW, ContainerId::RAW),
    FormatName::new("alaw", CodecId::ALAW, ContainerId::WAV),
    FormatName::new("alaw", CodecId::ALAW, ContainerId::WAV_EACH),
    FormatName::new("mp3", CodecId::MP3, ContainerId::RAW),
    FormatName::new("opus", CodecId::OPUS, ContainerId::OGG),
    FormatName::new("opus", CodecId::OPUS, ContainerId::WEBM),
    FormatName::new("flac", CodecId::FLAC, ContainerId::FLAC),
];
const DEFAULT_RATE: SampleRate = SampleRate::known(24_000);
/// The longest release delay, in milliseconds: a minute.
const MAX_DELAY_MS: u64 = 60_000;

/// Everything about a context, as its client wants it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wishes {
    /// What the session is told.
    pub(super) session: ContextSettings,
    /// The voice in particular that its client named last.
    pub(super) named: Option<VoiceId>,
    /// The dictionaries among them that its client chose.
    pub(super) chosen: Chosen,
    /// How audio travels.
    pub(super) delivery: Delivery,
    /// What places in the text are counted in.
    pub(super) units: Units,
}

/// How audio travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delivery {
    /// In a binary frame right after the `audio` event.
    Binary,
    /// Within the `audio` event.
    Base64,
}

/// What places in the text are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Units {
    /// Bytes of UTF-8.
    Bytes,
    /// UTF-16 code units.
    Utf16,
    /// Unicode code points.
    Chars,
}

impl Units {
    /// A place, counted in these units.
    pub(super) const fn of(self, position: TextPosition) -> u64 {
        match self {
            Self::Bytes => position.bytes,
            Self::Utf16 => position.utf16,
            Self::Chars => position.chars,
        }
    }
}

impl Wishes {
    /// What a context has whose client wishes nothing: the default voice, 24 kHz PCM, binary frames.
    pub(super) fn default_for(offer: &Offer, key: KeyId) -> Self {
        let voice = offer.voices.first().map_or_else(|| VoiceId::from(""), |card| card.id.clone());
        Self {
            session: ContextSettings {
                reading: offer.reading(&voice, None),
                voice,
                voice_settings: VoiceSettings::default(),
                form: OutputForm {
                    codec: CodecId::PCM_S16LE,
                    container: ContainerId::RAW,
                    rate: DEFAULT_RATE,
                    bit_rate: None,
                    scope: Scope::Context,
                },
                policy: SegmentPolicy::Clauses,
                release_delay: None,
                generations: GenerationRule::EachFlush,
                cast: offer.cast(&[]),
                markup: session::Syntax::default(),
                word_times: WordTimes::Off,
                lane: None,
                key,
            },
            named: None,
            chosen: Chosen::default(),
            delivery: Delivery::Binary,
            units: Units::Bytes,
        }
    }

    /// Takes what a message says; what it leaves out stays as it is.
    ///
    /// # Errors
    /// A refusal for the first value that is wrong or not on offer.
    pub(super) fn updated(&self, offer: &Offer, fields: &Fields) -> Result<Self, Refusal> {
        let old = &self.session;
        let casting = casting::updated(offer, fields, self)?;
        let (reading, chosen) = reading::updated(offer, fields, &casting, self)?;
        let Casting { named, voice, cast, .. } = casting;
        let session = ContextSettings {
            reading,
            voice,
            voice_settings: voice_settings(fields, old.voice_settings)?,
            form: form(offer, fields, old.form)?,
            policy: policy(fields, old.policy)?,
            release_delay: release_delay(fields, old.release_delay)?,
            generations: one_of(fields, "generations", old.generations, GENERATIONS)?,
            cast,
            markup: markup(fields, old.markup)?,
            word_times: word_times(fields, old.word_times)?,
            lane: old.lane,
            key: old.key,
        };
        Ok(Self {
            session,
            named,
            chosen,
            delivery: one_of(fields, "audio", self.delivery, DELIVERIES)?,
            units: one_of(fields, "units", self.units, UNITS)?,
        })
    }
}

fn markup(fields: &Fields, old: Syntax) -> Result<Syntax, Refusal> {
    Ok(Syntax {
        markup: one_of(fields, "markup", old.markup, MARKUPS)?,
        code: one_of(fields, "code", old.code, CODES)?,
        sounds: one_of(fields, "sounds", old.sounds, SOUNDS)?,
    })
}

const MARKUPS: &[(&str, Markup)] = &[
    ("all", Markup::MarkdownAndTags),
    ("markdown", Markup::Markdown),
    ("tags", Markup::Tags),
    ("none", Markup::None),
];

const CODES: &[(&str, Code)] = &[("skip", Code::Skip), ("say", Code::Say), ("spell", Code::Spell)];

const SOUNDS: &[(&str, Sounds)] = &[("tags", Sounds::Tags), ("slashes", Sounds::Slashes)];

const GENERATIONS: &[(&str, GenerationRule)] =
    &[("flush", GenerationRule::EachFlush), ("release", GenerationRule::EachRelease)];
const DELIVERIES: &[(&str, Delivery)] = &[("binary", Delivery::Binary), ("base64", Delivery::Base64)];
const UNITS: &[(&str, Units)] = &[("bytes", Units::Bytes), ("utf16", Units::Utf16), ("chars", Units::Chars)];
const SCOPES: &[(&str, Scope)] = &[("context", Scope::Context), ("generation", Scope::Generation)];

/// A word from a closed list.
pub(super) fn one_of<T: Copy>(
    fields: &Fields,
    name: &str,
    old: T,
    words: &[(&str, T)],
) -> Result<T, Refusal> {
    let Some(word) = fields.text(name)? else { return Ok(old) };
    let known = words.iter().find(|(known, _)| *known == word);
    known.map(|(_, value)| *value).ok_or_else(|| none_of(name, words.iter().map(|(known, _)| *known)))
}

fn voice_settings(fields: &Fields, old: VoiceSettings) -> Result<VoiceSettings, Refusal> {
    let speed = match fields.number("speed")? {
        None => old.speed,
        Some(factor) => Speed::new(factor).ok_or_else(|| outside("speed", Speed::MIN, Speed::MAX))?,
    };
    let pitch = match fields.number("pitch")? {
        None => old.pitch,
        Some(factor) => Pitch::new(factor).ok_or_else(|| outside("pitch", Pitch::MIN, Pitch::MAX))?,
    };
    let volume = match fields.number("volume")? {
        None => old.volume,
        Some(factor) => Volume::new(factor).ok_or_else(|| outside("volume", Volume::MIN, Volume::MAX))?,
    };
    Ok(VoiceSettings { speed, pitch, volume })
}

fn form(offer: &Offer, fields: &Fields, old: OutputForm) -> Result<OutputForm, Refusal> {
    let (codec, container) = coding(offer, fields, old)?;
    let rate = fields.integer("rate")?.map_or(Ok(old.rate), SampleRate::new);
    let form = OutputForm {
        codec,
        container,
        rate: rate.map_err(|error| Refusal::new(RefusalKind::InvalidValue, error.to_string()))?,
        bit_rate: bit_rate(fields)?.or(old.bit_rate.filter(|_| codec == old.codec)),
        scope: one_of(fields, "scope", old.scope, SCOPES)?,
    };
    (offer.check_form)(&form).map_err(|reason| Refusal::new(RefusalKind::Unsupported, reason))?;
    Ok(form)
}

/// Whether they go together is another question, except for a container that nobody named: then the codec has its usual
/// one, where the old one does not hold it.
fn coding(offer: &Offer, fields: &Fields, old: OutputForm) -> Result<(CodecId, ContainerId), Refusal> {
    let codec = match fields.text("format")? {
        None => old.codec,
        Some(name) => {
            FormatName::find(FORMATS, name)
                .ok_or_else(|| none_of("format", each_once(offer, |line| line.name)))?
                .codec
        }
    };
    let container = match fields.text("container")? {
        None => holder(codec, old.container),
        Some(name) => FORMATS
            .iter()
            .find(|line| line.container.0 == name)
            .map(|line| line.container)
            .ok_or_else(|| none_of("container", each_once(offer, |line| line.container.0)))?,
    };
    Ok((codec, container))
}

fn holder(codec: CodecId, old: ContainerId) -> ContainerId {
    let mut holders = FORMATS.iter().filter(|line| line.codec == codec).map(|line| line.container);
    let usual = holders.clone().next();
    if holders.any(|holder| holder == old) { old } else { usual.unwrap_or(old) }
}

/// Names of what this build has, in the list's order.
fn each_once(offer: &Offer, of: fn(&FormatName) -> &'static str) -> impl Iterator<Item = &'static str> {
    let mut names: Vec<&str> = Vec::new();
    for name in FORMATS.iter().filter(|line| line.is_on_offer(offer)).map(of) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.into_iter()
}

fn bit_rate(fields: &Fields) -> Result<Option<u32>, Refusal> {
    let too_large =
        |_| Refusal::new(RefusalKind::InvalidValue, "bit_rate exceeds 4294967295 bits per second");
    fields.integer("bit_rate")?.map(u32::try_from).transpose().map_err(too_large)
}

fn policy(fields: &Fields, old: SegmentPolicy) -> Result<SegmentPolicy, Refusal> {
    match fields.text("policy")? {
        None if fields.value("threshold").is_some() && matches!(old, SegmentPolicy::Threshold { .. }) => {
            threshold(fields)
        }
        None => Ok(old),
        Some("words") => Ok(SegmentPolicy::Words),
        Some("clauses") => Ok(SegmentPolicy::Clauses),
        Some("sentences") => Ok(SegmentPolicy::Sentences),
        Some("client") => Ok(SegmentPolicy::Client),
        Some("on_flush") => Ok(SegmentPolicy::OnFlushOnly),
        Some("threshold") => threshold(fields),
        Some(_) => Err(none_of(
            "policy",
            ["words", "clauses", "sentences", "client", "on_flush", "threshold"].into_iter(),
        )),
    }
}

fn threshold(fields: &Fields) -> Result<SegmentPolicy, Refusal> {
    let characters = fields.integer("threshold")?.filter(|count| (1..=1_000).contains(count));
    characters.map(|count| SegmentPolicy::Threshold { characters: count as usize }).ok_or_else(|| {
        Refusal::new(RefusalKind::InvalidValue, "policy threshold needs a threshold of 1 to 1000 characters")
    })
}

fn release_delay(fields: &Fields, old: Option<Duration>) -> Result<Option<Duration>, Refusal> {
    match fields.integer("release_delay_ms")? {
        None => Ok(old),
        Some(0) => Ok(None),
        Some(millis @ 1..=MAX_DELAY_MS) => Ok(Some(Duration::from_millis(millis))),
        Some(_) => {
            let message = format!("release_delay_ms is outside 0 (never) to {MAX_DELAY_MS}");
            Err(Refusal::new(RefusalKind::InvalidValue, message))
        }
    }
}

fn word_times(fields: &Fields, old: WordTimes) -> Result<WordTimes, Refusal> {
    Ok(match fields.flag("words")? {
        None => old,
        Some(true) => WordTimes::On,
        Some(false) => WordTimes::Off,
    })
}

fn outside(name: &str, min: f32, max: f32) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, format!("{name} is outside {min} to {max}"))
}

fn none_of<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Refusal {
    let known = known.collect::<Vec<_>>().join(", ");
    Refusal::new(RefusalKind::InvalidValue, format!("{name} is none of {known}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::tests::offer;

    fn updated(offer: &Offer, old: &Wishes, json: &str) -> Result<Wishes, Refusal> {
        old.updated(offer, &Fields::parse(json).unwrap())
    }

    #[test]
    fn a_bit_rate_does_not_outlive_its_codec() {
        let offer = offer(Vec::new());
        let bits = |old: &Wishes, json| {
            let wishes = updated(&offer, old, json).unwrap();
            (wishes.session.form.bit_rate, wishes)
        };
        let (kbps_32, mp3) =
            bits(&Wishes::default_for(&offer, KeyId(0)), r#"{"format":"mp3","bit_rate":32000}"#);
        assert_eq!(kbps_32, Some(32_000));
        assert_eq!(bits(&mp3, r#"{"rate":16000}"#).0, Some(32_000));
        assert_eq!(bits(&mp3, r#"{"format":"opus"}"#).0, None);
        assert_eq!(bits(&mp3, r#"{"format":"opus","bit_rate":24000}"#).0, Some(24_000));
    }

    #[test]
    fn an_error_lists_what_this_build_has() {
        let check_form = |form: &OutputForm| match form.codec {
            CodecId::PCM_S16LE => Ok(()),
            _ => Err("is not here".to_owned()),
        };
        let offer = Offer { check_form, ..offer(Vec::new()) };
        let old = Wishes::default_for(&offer, KeyId(0));
        let refusal = |json| updated(&offer, &old, json).unwrap_err().message;
        assert_eq!(refusal(r#"{"format":"vorbis"}"#), "format is none of pcm_s16le");
        assert_eq!(refusal(r#"{"container":"mp4"}"#), "container is none of raw, wav, wav_each");
    }
}
