//! The arguments, as the parser knows them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use speech::{Pitch, SampleRate, Speed, Volume};
use text::SegmentPolicy;

/// Real-time text-to-speech: a server that speaks many clouds' wire protocols, and its tools.
#[derive(Debug, Parser)]
#[command(name = "syrinx", version, after_help = EXIT_CODES)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 done; 1 failed on the way; 2 wrong command line; 3 wrong configuration; \
                          4 the server or the voice could not start.";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Run the server
    Serve(ServeArgs),
    /// Speak a text to a file or to standard output, no server needed
    Say(SayArgs),
    /// List who can speak
    Voices(VoicesArgs),
    /// List what sound can be sent as, and by which protocols
    Formats(FormatsArgs),
    /// Show how a text is cut and read
    Explain(ExplainArgs),
    /// Print the notices of what is in this binary
    Licences,
}

/// Where settings come from, for every command.
#[derive(Debug, Args)]
pub(super) struct SettingArgs {
    /// A file of settings in TOML; also SYRINX_CONFIG
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Any setting by its name, such as limits.drain=5s; each is also a variable, such as SYRINX_LIMITS_DRAIN
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = pair)]
    pub(super) set: Vec<(String, String)>,
    /// Where unpacked voices are kept
    #[arg(long, value_name = "FOLDER")]
    pub(super) data_dir: Option<String>,
    /// The engines in use, the default first, with commas between them
    #[arg(long, value_name = "LIST")]
    pub(super) engines: Option<String>,
    /// Threads that compute speech; as many as there are cores if 0
    #[arg(long, value_name = "NUMBER")]
    pub(super) workers: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    pub(super) settings: SettingArgs,
    /// Address and port; port 0 lets the system choose
    #[arg(long, value_name = "HOST:PORT")]
    pub(super) listen: Option<String>,
    /// The certificate's file in PEM; with it and --tls-key the server speaks https and wss
    #[arg(long, value_name = "PEM")]
    pub(super) tls_cert: Option<String>,
    /// The file of the certificate's private key in PEM
    #[arg(long, value_name = "PEM")]
    pub(super) tls_key: Option<String>,
    /// Serve everyone on any address, even without keys (keys come from SYRINX_API_KEYS or the file)
    #[arg(long)]
    pub(super) open: bool,
    /// The default voice
    #[arg(long, value_name = "ID")]
    pub(super) voice: Option<String>,
    /// What happens with a voice that nobody knows: error, or default
    #[arg(long, value_name = "WHAT")]
    pub(super) unknown_voice: Option<String>,
    /// How log lines look: text or json
    #[arg(long, value_name = "FORMAT")]
    pub(super) log_format: Option<String>,
    /// The least important line that is logged: error, warn, info, debug or trace
    #[arg(long, value_name = "LEVEL")]
    pub(super) log_level: Option<String>,
    /// Print the settings that would be in effect and everything that is wrong with them, and end
    #[arg(long)]
    pub(super) check: bool,
}

#[derive(Debug, Args)]
pub(super) struct SayArgs {
    #[command(flatten)]
    pub(super) settings: SettingArgs,
    /// The text; standard input if it is left out
    pub(super) text: Option<String>,
    /// The file to write, its suffix telling the format; - for standard output
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Who speaks; see syrinx voices
    #[arg(long, value_name = "ID")]
    pub(super) voice: Option<String>,
    /// Where the text may be cut: the shorter the first piece, the earlier the sound
    #[arg(long, value_enum, default_value = "clauses")]
    pub(super) policy: Policy,
    /// How fast, from 0.25 to 4
    #[arg(long, default_value = "1", value_parser = speed, allow_negative_numbers = true)]
    pub(super) speed: Speed,
    /// How high, from 0.5 to 2
    #[arg(long, default_value = "1", value_parser = pitch, allow_negative_numbers = true)]
    pub(super) pitch: Pitch,
    /// How loud, from 0 to 2; at 1 all voices are equally loud
    #[arg(long, default_value = "1", value_parser = volume, allow_negative_numbers = true)]
    pub(super) volume: Volume,
    /// The format, where no suffix tells it: wav, mp3, ogg, flac, ulaw, wav-ulaw …; see syrinx formats
    #[arg(long, value_name = "NAME")]
    pub(super) format: Option<String>,
    /// Samples per second, from 8000 to 48000, such as 16000 or 16k
    #[arg(long, value_name = "HZ", value_parser = rate, allow_negative_numbers = true)]
    pub(super) rate: Option<SampleRate>,
    /// Bits per second of mp3, ogg and webm, such as 64000 or 64k; the nearest that the codec has
    #[arg(long, value_name = "BITS", value_parser = bit_rate, allow_negative_numbers = true)]
    pub(super) bitrate: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Shape {
    /// For people
    Text,
    /// For programs
    Json,
}

#[derive(Debug, Args)]
pub(super) struct VoicesArgs {
    #[command(flatten)]
    pub(super) settings: SettingArgs,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Shape,
    /// Only those who speak this language, such as de or en-gb
    #[arg(long, value_name = "TAG")]
    pub(super) language: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct FormatsArgs {
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Shape,
}

#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    #[command(flatten)]
    pub(super) settings: SettingArgs,
    /// The text; standard input if it is left out
    pub(super) text: Option<String>,
    /// The language of the text, whose voice is asked for phonemes; the default voice's if it is left out; auto finds out that of each segment
    #[arg(long, value_name = "TAG")]
    pub(super) language: Option<String>,
    /// Where it may be cut
    #[arg(long, value_enum, default_value = "clauses")]
    pub(super) policy: Policy,
    /// How to print it; in JSON one line a text
    #[arg(long, value_enum, default_value = "text")]
    pub(super) format: Shape,
    /// Tell phonemes in JSON too; for people they are always told
    #[arg(long)]
    pub(super) phonemes: bool,
    /// Name the rule behind each cut and reading
    #[arg(long)]
    pub(super) why: bool,
    /// Take each line of the text for a text of its own
    #[arg(long)]
    pub(super) lines: bool,
    /// Take what stands between NUL bytes for texts of their own, line breaks and all
    #[arg(short = '0', long, conflicts_with_all = ["lines", "text"])]
    pub(super) null: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Policy {
    /// As clauses, but the first time already before a word such as and or because, after three words
    Words,
    /// Behind sentences, and the first time already behind a clause, so that sound comes early
    Clauses,
    /// Behind whole sentences only
    Sentences,
}

impl Policy {
    /// The same for a segmenter.
    pub(super) fn of_segments(self) -> SegmentPolicy {
        match self {
            Self::Words => SegmentPolicy::Words,
            Self::Clauses => SegmentPolicy::Clauses,
            Self::Sentences => SegmentPolicy::Sentences,
        }
    }
}

impl ServeArgs {
    /// Those that stand for a setting.
    pub(super) fn flags(&self) -> Vec<(&'static str, Option<String>)> {
        vec![
            ("listen", self.listen.clone()),
            ("tls.cert", self.tls_cert.clone()),
            ("tls.key", self.tls_key.clone()),
            ("open", self.open.then(|| "true".to_owned())),
            ("voice", self.voice.clone()),
            ("unknown_voice", self.unknown_voice.clone()),
            ("log.format", self.log_format.clone()),
            ("log.level", self.log_level.clone()),
        ]
    }
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("must be NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

fn speed(text: &str) -> Result<Speed, String> {
    let factor = text.parse().ok().and_then(Speed::new);
    factor.ok_or_else(|| format!("must be a number from {} to {}", Speed::MIN, Speed::MAX))
}

fn pitch(text: &str) -> Result<Pitch, String> {
    let factor = text.parse().ok().and_then(Pitch::new);
    factor.ok_or_else(|| format!("must be a number from {} to {}", Pitch::MIN, Pitch::MAX))
}

fn volume(text: &str) -> Result<Volume, String> {
    let factor = text.parse().ok().and_then(Volume::new);
    factor.ok_or_else(|| format!("must be a number from {} to {}", Volume::MIN, Volume::MAX))
}

fn rate(text: &str) -> Result<SampleRate, String> {
    whole_number(text).and_then(|hz| SampleRate::new(hz.into()).ok()).ok_or_else(|| {
        let (least, most) = (SampleRate::MIN, SampleRate::MAX);
        format!("must be a whole number of Hz from {least} to {most}, such as 16000 or 16k")
    })
}

/// A number as it is, or in thousands with a `k` behind it.
fn whole_number(text: &str) -> Option<u32> {
    let (number, unit) = match text.strip_suffix(['k', 'K']) {
        Some(thousands) => (thousands, 1_000),
        None => (text, 1),
    };
    number.parse::<u32>().ok()?.checked_mul(unit)
}

/// From the least that Opus has to the most that any codec has.
const BIT_RATES: std::ops::RangeInclusive<u32> = 6_000..=510_000;

fn bit_rate(text: &str) -> Result<u32, String> {
    whole_number(text).filter(|bits| BIT_RATES.contains(bits)).ok_or_else(|| {
        let (least, most) = (BIT_RATES.start(), BIT_RATES.end());
        format!("must be a whole number of bits per second from {least} to {most}, such as 64000 or 64k")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_written_in_hertz_or_thousands_of_them() {
        assert_eq!(rate("16000"), Ok(SampleRate::known(16_000)));
        assert_eq!((rate("16k"), rate("48K")), (rate("16000"), rate("48000")));
        for wrong in ["7999", "48001", "16 kHz", "fast", "", "-1", "22.05k", "4294968k"] {
            let error = rate(wrong).unwrap_err();
            assert_eq!(
                error, "must be a whole number of Hz from 8000 to 48000, such as 16000 or 16k",
                "{wrong}"
            );
        }
    }

    #[test]
    fn bit_rates_are_written_in_bits_or_thousands_of_them() {
        assert_eq!(bit_rate("64000"), Ok(64_000));
        assert_eq!((bit_rate("64k"), bit_rate("320K")), (Ok(64_000), Ok(320_000)));
        for wrong in ["64", "511k", "", "k", "-64k", "64 k", "4294968k", "fast"] {
            let error = bit_rate(wrong).unwrap_err();
            assert!(error.contains("from 6000 to 510000"), "{wrong}: {error}");
        }
    }
}
