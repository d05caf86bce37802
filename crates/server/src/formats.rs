//! What sound can be sent as, and who sends it so, as text and as JSON: for `syrinx formats`.
//!
//! Nothing is written down here: codecs and containers come from `audio`'s registries, names of files from `say`, and
//! names on the wires from the protocols' cards. Read [`Entry`] first.

use audio::{CODECS, CONTAINERS, CodecCard, ContainerCard, Rates};
use serde_json::{Value, json};
use speech::{OutputForm, SampleRate, Scope};
use wire::{PROTOCOLS, ProtocolId};

use crate::columns;
use crate::say::{FORMATS, Format};

/// Where delays are given: every codec has this rate.
const TYPICAL: SampleRate = SampleRate::known(24_000);

/// A codec in a container.
#[derive(Debug)]
pub struct Entry {
    /// What `syrinx say` calls it, if it makes such files.
    pub file: Option<Format>,
    /// How samples become bytes.
    pub codec: &'static CodecCard,
    /// What is put around them.
    pub container: &'static ContainerCard,
    /// The protocols that have it, and its names there.
    pub uses: Vec<(ProtocolId, Vec<&'static str>)>,
}

/// Everything that this build can send, files that `syrinx say` makes first, in its order.
#[must_use]
pub fn all() -> Vec<Entry> {
    let held = |codec: &'static CodecCard| {
        CONTAINERS
            .iter()
            .filter(|container| (container.holds)(codec.id))
            .map(move |container| (codec, container))
    };
    let mut all: Vec<Entry> =
        CODECS.iter().flat_map(held).map(|(codec, container)| Entry::new(codec, container)).collect();
    all.sort_by_key(|entry| {
        FORMATS.iter().position(|format| Some(*format) == entry.file).unwrap_or(FORMATS.len())
    });
    all
}

impl Entry {
    fn new(codec: &'static CodecCard, container: &'static ContainerCard) -> Self {
        let file = FORMATS.iter().find(|format| format.codec == codec.id && format.container == container.id);
        let names = |formats: &'static [wire::FormatName]| {
            let same = formats.iter().filter(|of| of.codec == codec.id && of.container == container.id);
            let mut names: Vec<_> = same.map(|of| of.name).collect();
            names.dedup();
            names
        };
        let uses = PROTOCOLS.iter().map(|card| (card.id, names(card.formats)));
        let uses = uses.filter(|(_, names)| !names.is_empty()).collect();
        Self { file: file.copied(), codec, container, uses }
    }

    /// At the rate that it is mostly asked for.
    fn form(&self) -> OutputForm {
        let (codec, container) = (self.codec.id, self.container.id);
        OutputForm { codec, container, rate: TYPICAL, bit_rate: None, scope: Scope::Context }
    }

    /// By how many milliseconds the codec makes sound late at 24 kHz, to a tenth; `None` if it cannot be opened.
    fn delay_ms(&self) -> Option<f64> {
        let encoder = (self.codec.open)(&self.form()).ok()?;
        let hz = f64::from((self.codec.coding_rate)(TYPICAL).hz());
        Some((encoder.delay().0 as f64 * 10_000.0 / hz).round() / 10.0)
    }
}

/// One object an entry.
#[must_use]
pub fn json(all: &[Entry]) -> Value {
    let one = |entry: &Entry| {
        let uses: serde_json::Map<_, _> =
            entry.uses.iter().map(|(protocol, names)| (protocol.to_string(), json!(names))).collect();
        json!({
            "name": entry.file.map(|file| file.name),
            "aliases": entry.file.map_or(&[][..], |file| file.aliases),
            "suffixes": entry.file.map_or(&[][..], |file| file.suffixes),
            "media_type": audio::media_type(&entry.form()),
            "codec": entry.codec.id.0,
            "container": entry.container.id.0,
            "rates": match entry.codec.rates {
                Rates::Any => json!({ "from": SampleRate::MIN, "to": SampleRate::MAX }),
                Rates::Only(rates) => json!(rates),
            },
            "default_bit_rate": entry.codec.default_bit_rate,
            "delay_ms": entry.delay_ms(),
            "protocols": uses,
        })
    };
    Value::Array(all.iter().map(one).collect())
}

/// One line an entry, in columns.
#[must_use]
pub fn table(all: &[Entry]) -> String {
    let head = [
        "name",
        "suffixes",
        "codec",
        "container",
        "media type",
        "rates",
        "bit rate",
        "delay ms",
        "protocols",
    ];
    columns::lined_up(head.map(str::to_owned), all.iter().map(row))
}

fn row(entry: &Entry) -> [String; 9] {
    let or_none =
        |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(|| "-".to_owned());
    let media_type = audio::media_type(&entry.form());
    let uses = entry.uses.iter().map(|(protocol, names)| format!("{protocol}: {}", names.join(",")));
    [
        or_none(entry.file.map(|file| file.name.to_owned())),
        or_none(entry.file.map(|file| file.suffixes.join(","))),
        entry.codec.id.0.to_owned(),
        entry.container.id.0.to_owned(),
        // Its parameters say again what the other columns do.
        media_type.split(';').next().unwrap_or_default().to_owned(),
        rates(entry.codec.rates),
        or_none(entry.codec.default_bit_rate.map(|bits| bits.to_string())),
        or_none(entry.delay_ms().map(|delay| delay.to_string())),
        or_none(Some(uses.collect::<Vec<_>>().join("; "))),
    ]
}

fn rates(rates: Rates) -> String {
    match rates {
        Rates::Any => format!("{}-{}", SampleRate::MIN, SampleRate::MAX),
        Rates::Only(few) => few.iter().map(u32::to_string).collect::<Vec<_>>().join(","),
    }
}

#[cfg(test)]
mod tests {
    use audio::AudioStream;
    use speech::PcmChunk;

    use super::*;

    #[test]
    fn every_line_opens_and_makes_sound() {
        for entry in all() {
            let mut stream = AudioStream::open(entry.form()).unwrap();
            stream.push(&PcmChunk { rate: TYPICAL, samples: vec![1_000; 4_800] });
            stream.finish();
            let mut bytes = Vec::new();
            stream.message(&mut bytes);
            assert!(!bytes.is_empty(), "{} in {}", entry.codec.id.0, entry.container.id.0);
            assert!(entry.delay_ms().is_some());
        }
    }

    #[test]
    fn every_file_that_can_be_written_has_a_line() {
        let all = all();
        for format in FORMATS.iter().filter(|format| Format::named(format.name).is_ok()) {
            assert_eq!(all.iter().filter(|entry| entry.file == Some(*format)).count(), 1, "{}", format.name);
        }
        let files = all.iter().take_while(|entry| entry.file.is_some()).count();
        assert!(all[files..].iter().all(|entry| entry.file.is_none()), "files come first");
    }

    #[test]
    fn every_name_of_a_protocol_is_on_the_line_that_it_means() {
        let all = all();
        for card in PROTOCOLS {
            for format in card.formats {
                let line = all
                    .iter()
                    .find(|entry| entry.codec.id == format.codec && entry.container.id == format.container);
                // A build without the codec has no line.
                let Some(line) = line else { continue };
                let names =
                    line.uses.iter().find(|(protocol, _)| *protocol == card.id).map(|(_, names)| names);
                assert!(
                    names.is_some_and(|names| names.contains(&format.name)),
                    "{}: {}",
                    card.id,
                    format.name
                );
            }
        }
        assert!(all.iter().any(|entry| !entry.uses.is_empty()));
    }

    #[test]
    fn text_and_json_have_the_same_lines() {
        let all = all();
        let listed = json(&all);
        let lines = listed.as_array().unwrap();
        assert_eq!((lines.len(), table(&all).lines().count()), (all.len(), all.len() + 1));
        let wav = lines.iter().find(|line| line["name"] == "wav").unwrap();
        assert_eq!((&wav["media_type"], &wav["rates"]["to"]), (&json!("audio/wav"), &json!(48_000)));
    }
}
