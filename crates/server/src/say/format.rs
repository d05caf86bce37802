//! What files there are, by name and by suffix.

use std::path::Path;

use speech::{CodecId, ContainerId, SampleRate};

/// One kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// For `--format`.
    pub name: &'static str,
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
}

const FORMATS: &[Format] = &[
    Format {
        name: "wav",
        suffixes: &["wav"],
        codec: CodecId::PCM_S16LE,
        container: ContainerId::WAV,
        rate: None,
    },
    Format { name: "mp3", suffixes: &["mp3"], codec: CodecId::MP3, container: ContainerId::RAW, rate: None },
    Format {
        name: "pcm",
        suffixes: &["pcm", "raw"],
        codec: CodecId::PCM_S16LE,
        container: ContainerId::RAW,
        rate: None,
    },
    Format {
        name: "f32",
        suffixes: &["f32"],
        codec: CodecId::PCM_F32LE,
        container: ContainerId::RAW,
        rate: None,
    },
    Format {
        name: "ulaw",
        suffixes: &["ulaw"],
        codec: CodecId::MULAW,
        container: ContainerId::RAW,
        rate: TELEPHONE,
    },
    Format {
        name: "alaw",
        suffixes: &["alaw"],
        codec: CodecId::ALAW,
        container: ContainerId::RAW,
        rate: TELEPHONE,
    },
];

const TELEPHONE: Option<SampleRate> = Some(SampleRate::known(8_000));

impl Format {
    /// The format of this name.
    ///
    /// # Errors
    /// [`UnknownFormat::Name`], with the names that are known.
    pub fn named(name: &str) -> Result<Self, UnknownFormat> {
        let found = FORMATS.iter().find(|format| format.name == name);
        found.copied().ok_or_else(|| UnknownFormat::Name(name.to_owned()))
    }

    /// The format that a file's suffix tells.
    ///
    /// # Errors
    /// [`UnknownFormat::Suffix`], with the suffixes that are known.
    pub fn of_file(path: &Path) -> Result<Self, UnknownFormat> {
        let suffix = path.extension().and_then(|suffix| suffix.to_str()).map(str::to_ascii_lowercase);
        let found = FORMATS
            .iter()
            .find(|format| format.suffixes.iter().any(|known| Some(*known) == suffix.as_deref()));
        found.copied().ok_or_else(|| UnknownFormat::Suffix(path.display().to_string()))
    }

    /// What goes to a pipe where nothing else is asked for: plain samples.
    #[must_use]
    pub fn for_pipes() -> Self {
        FORMATS[2]
    }

    fn names() -> String {
        FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join(", ")
    }

    fn suffixes() -> String {
        let all = FORMATS.iter().flat_map(|format| format.suffixes);
        all.map(|suffix| format!(".{suffix}")).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suffix_tells_the_format() {
        let of = |name: &str| Format::of_file(Path::new(name)).map(|format| format.name);
        assert_eq!(of("a.wav"), Ok("wav"));
        assert_eq!(of("b/A.MP3"), Ok("mp3"));
        assert_eq!(of("c.raw"), Ok("pcm"));
        assert!(of("d.ogg").unwrap_err().to_string().contains(".wav .mp3"));
        assert!(of("wav").is_err());
    }

    #[test]
    fn pipes_get_plain_samples() {
        assert_eq!(Format::for_pipes(), Format::named("pcm").unwrap());
    }
}
