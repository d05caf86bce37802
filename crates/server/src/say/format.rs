//! What files there are, by name and by suffix.

use std::fmt::Display;
use std::path::Path;

use speech::{CodecId, ContainerId, OutputForm, SampleRate, Scope};

/// One kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// For `--format`, in small letters; people may write `_` for `-`.
    pub name: &'static str,
    /// What it is called by `ffmpeg`, `sox` and others.
    pub aliases: &'static [&'static str],
    /// File names end in one of these.
    pub suffixes: &'static [&'static str],
    /// How samples become bytes.
    pub codec: CodecId,
    /// What is put around them.
    pub container: ContainerId,
    /// The usual rate, where it has one; else the voice's own is kept.
    pub rate: Option<SampleRate>,
}

/// There is no such kind of file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnknownFormat {
    /// By name.
    #[error("there is no format {0}; choose one of {names}", names = Format::names())]
    Name(String),
    /// By suffix.
    #[error("a file's suffix tells its format, and {0} has none that is known; choose one of {suffixes}, or name it with --format", suffixes = Format::suffixes())]
    Suffix(String),
    /// It is known, but its codec or container was left out when this binary was built.
    #[error("this binary was built without the format {0}; choose one of {names}", names = Format::names())]
    LeftOut(&'static str),
}

const TELEPHONE: Option<SampleRate> = Some(SampleRate::known(8_000));

/// All kinds of files, those too that a build may lack. Where a suffix fits several, the first is meant.
pub const FORMATS: &[Format] = &[
    Format::new("wav", CodecId::PCM_S16LE, ContainerId::WAV).ending_in(&["wav"]),
    Format::new("wav-f32", CodecId::PCM_F32LE, ContainerId::WAV).also(&["wav-float"]),
    Format::new("wav-ulaw", CodecId::MULAW, ContainerId::WAV).also(&["wav-mulaw"]).on_the_telephone(),
    Format::new("wav-alaw", CodecId::ALAW, ContainerId::WAV).on_the_telephone(),
    Format::new("mp3", CodecId::MP3, ContainerId::RAW).ending_in(&["mp3"]),
    Format::new("ogg", CodecId::OPUS, ContainerId::OGG)
        .also(&["opus", "ogg-opus", "oga"])
        .ending_in(&["ogg", "opus", "oga"]),
    Format::new("webm", CodecId::OPUS, ContainerId::WEBM)
        .also(&["weba", "webm-opus"])
        .ending_in(&["webm", "weba"]),
    Format::new("flac", CodecId::FLAC, ContainerId::FLAC).ending_in(&["flac"]),
    PCM,
    Format::new("s16be", CodecId::PCM_S16BE, ContainerId::RAW).also(&["pcm-s16be"]),
    Format::new("f32", CodecId::PCM_F32LE, ContainerId::RAW)
        .also(&["f32le", "pcm-f32le"])
        .ending_in(&["f32"]),
    Format::new("ulaw", CodecId::MULAW, ContainerId::RAW)
        .also(&["mulaw", "ul", "pcmu", "pcm-mulaw"])
        .ending_in(&["ulaw", "ul", "mulaw"])
        .on_the_telephone(),
    Format::new("alaw", CodecId::ALAW, ContainerId::RAW)
        .also(&["al", "pcma", "pcm-alaw"])
        .ending_in(&["alaw", "al"])
        .on_the_telephone(),
];

const PCM: Format = Format::new("pcm", CodecId::PCM_S16LE, ContainerId::RAW)
    .also(&["raw", "s16", "s16le", "pcm-s16le"])
    .ending_in(&["pcm", "raw", "s16"]);

impl Format {
    const fn new(name: &'static str, codec: CodecId, container: ContainerId) -> Self {
        Self { name, aliases: &[], suffixes: &[], codec, container, rate: None }
    }

    const fn also(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }

    const fn ending_in(self, suffixes: &'static [&'static str]) -> Self {
        Self { suffixes, ..self }
    }

    const fn on_the_telephone(self) -> Self {
        Self { rate: TELEPHONE, ..self }
    }

    /// The format of this name.
    ///
    /// # Errors
    /// [`UnknownFormat`], with the names that are known.
    pub fn named(name: &str) -> Result<Self, UnknownFormat> {
        let wanted = name.to_ascii_lowercase().replace('_', "-");
        let is_called = |format: &&Self| format.name == wanted || format.aliases.contains(&wanted.as_str());
        let found = FORMATS.iter().find(is_called).ok_or_else(|| UnknownFormat::Name(name.to_owned()));
        found?.if_built_in()
    }

    /// The format that a file's suffix tells.
    ///
    /// # Errors
    /// [`UnknownFormat`], with the suffixes or names that are known.
    pub fn of_file(path: &Path) -> Result<Self, UnknownFormat> {
        let suffix = path.extension().and_then(|suffix| suffix.to_str()).map(str::to_ascii_lowercase);
        let found = FORMATS
            .iter()
            .find(|format| format.suffixes.iter().any(|known| Some(*known) == suffix.as_deref()))
            .ok_or_else(|| UnknownFormat::Suffix(path.display().to_string()));
        found?.if_built_in()
    }

    /// What goes to a pipe where nothing else is asked for: plain samples.
    #[must_use]
    pub fn for_pipes() -> Self {
        PCM
    }

    /// The form at a rate, and with a wish for bits per second.
    #[must_use]
    pub fn form(&self, rate: SampleRate, bit_rate: Option<u32>) -> OutputForm {
        let Self { codec, container, .. } = *self;
        OutputForm { codec, container, rate, bit_rate, scope: Scope::Context }
    }

    /// Whether its codec has a choice of bits per second.
    #[must_use]
    pub fn has_bit_rate(&self) -> bool {
        let codec = audio::CODECS.iter().find(|card| card.id == self.codec);
        codec.is_some_and(|card| card.default_bit_rate.is_some())
    }

    /// The names of those whose codec has.
    #[must_use]
    pub fn names_with_bit_rate() -> String {
        listed(Self::built_in().filter(|format| format.has_bit_rate()).map(|format| format.name))
    }

    fn is_built_in(&self) -> bool {
        audio::check(&self.form(SampleRate::COMMON, None)).is_ok()
    }

    fn if_built_in(&self) -> Result<Self, UnknownFormat> {
        if self.is_built_in() { Ok(*self) } else { Err(UnknownFormat::LeftOut(self.name)) }
    }

    fn built_in() -> impl Iterator<Item = &'static Self> {
        FORMATS.iter().filter(|format| format.is_built_in())
    }

    fn names() -> String {
        listed(Self::built_in().map(|format| format.name))
    }

    fn suffixes() -> String {
        let all = Self::built_in().flat_map(|format| format.suffixes);
        listed(all.map(|suffix| format!(".{suffix}")))
    }
}

fn listed<T: Display>(all: impl Iterator<Item = T>) -> String {
    all.map(|one| one.to_string()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suffix_tells_the_format() {
        let of = |name: &str| Format::of_file(Path::new(name)).map(|format| format.name);
        assert_eq!(of("a.wav"), Ok("wav"));
        assert_eq!(of("b/A.F32"), Ok("f32"));
        assert_eq!(of("c.raw"), Ok("pcm"));
        assert!(of("d.doc").unwrap_err().to_string().contains("choose one of .wav, "));
        assert!(of("wav").is_err());
    }

    #[test]
    fn people_may_call_it_as_other_programs_do() {
        let named = |name: &str| Format::named(name).map(|format| format.name);
        assert_eq!(named("s16le"), Ok("pcm"));
        assert_eq!(named("PCM_MULAW"), Ok("ulaw"));
        assert_eq!(named("wav_mulaw"), Ok("wav-ulaw"));
        assert!(
            named("avi").unwrap_err().to_string().starts_with("there is no format avi; choose one of wav, ")
        );
    }

    #[test]
    fn no_name_means_two_formats() {
        let names: Vec<_> =
            FORMATS.iter().flat_map(|format| format.aliases.iter().chain([&format.name])).collect();
        for (at, name) in names.iter().enumerate() {
            assert!(!names[..at].contains(name), "{name} is there twice");
            assert_eq!(**name, name.to_ascii_lowercase().replace('_', "-"), "nobody could ask for {name}");
        }
    }

    #[test]
    fn every_suffix_is_a_name_too() {
        for format in FORMATS {
            for suffix in format.suffixes {
                assert_eq!(Format::named(suffix), Format::named(format.name), "{suffix}");
            }
        }
    }

    #[test]
    fn a_format_is_built_in_or_the_error_says_that_it_was_left_out() {
        for format in FORMATS {
            let has_codec = audio::CODECS.iter().any(|card| card.id == format.codec);
            match Format::named(format.name) {
                Ok(found) => assert!(has_codec && found == *format),
                Err(error) => {
                    assert!(!has_codec && error == UnknownFormat::LeftOut(format.name));
                    assert!(error.to_string().contains("built without"), "{error}");
                }
            }
        }
    }

    #[test]
    fn pipes_get_plain_samples() {
        assert_eq!(Format::for_pipes(), Format::named("pcm").unwrap());
    }
}
