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

/// What a line of text has at most, in characters: people read it in a terminal.
const WIDTH: usize = 110;
/// In front of what does not fit into columns.
const INDENT: &str = "    ";

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

    fn form(&self) -> OutputForm {
        let (codec, container) = (self.codec.id, self.container.id);
        OutputForm { codec, container, rate: SampleRate::COMMON, bit_rate: None, scope: Scope::Context }
    }

    /// By how many milliseconds the codec makes sound late at [`SampleRate::COMMON`], to a tenth; `None` if it cannot be
    /// opened.
    fn delay_ms(&self) -> Option<f64> {
        let encoder = (self.codec.open)(&self.form()).ok()?;
        let hz = f64::from((self.codec.coding_rate)(SampleRate::COMMON).hz());
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
            "rates": rates_as_json(entry.codec.rates),
            "default_bit_rate": entry.codec.default_bit_rate,
            "delay_ms_at_24000": entry.delay_ms(),
            "protocols": uses,
        })
    };
    Value::Array(all.iter().map(one).collect())
}

/// From the lowest to the highest, and all of them where it is a list.
fn rates_as_json(rates: Rates) -> Value {
    match rates {
        Rates::Any => json!({ "from": SampleRate::MIN, "to": SampleRate::MAX, "only": null }),
        Rates::Only(few) => json!({ "from": few.first(), "to": few.last(), "only": few }),
    }
}

/// One line an entry, in columns; below it, what is too long for one.
#[must_use]
pub fn table(all: &[Entry]) -> String {
    let head =
        ["name", "suffixes", "codec", "container", "media type", "rates", "bit rate", "delay ms at 24 kHz"];
    let table = columns::lined_up(head.map(str::to_owned), all.iter().map(row));
    // Below its head there is nothing.
    let below = std::iter::once(String::new()).chain(all.iter().map(below));
    table.lines().zip(below).map(|(line, below)| format!("{line}\n{below}")).collect()
}

fn row(entry: &Entry) -> [String; 8] {
    let or_none =
        |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(|| "-".to_owned());
    let media_type = audio::media_type(&entry.form());
    [
        or_none(entry.file.map(|file| file.name.to_owned())),
        or_none(entry.file.map(|file| file.suffixes.join(","))),
        entry.codec.id.0.to_owned(),
        entry.container.id.0.to_owned(),
        // Its parameters say again what the other columns do.
        media_type.split(';').next().unwrap_or_default().to_owned(),
        match entry.codec.rates {
            Rates::Any => format!("{}-{}", SampleRate::MIN, SampleRate::MAX),
            Rates::Only(_) => "as below".to_owned(),
        },
        or_none(entry.codec.default_bit_rate.map(|bits| bits.to_string())),
        or_none(entry.delay_ms().map(|delay| delay.to_string())),
    ]
}

/// The rates, if they are a list, and the names in protocols.
fn below(entry: &Entry) -> String {
    let rates = match entry.codec.rates {
        Rates::Any => Vec::new(),
        Rates::Only(few) => few.iter().map(u32::to_string).collect(),
    };
    let uses = entry.uses.iter().map(|(protocol, names)| format!("{protocol}: {}", names.join(",")));
    wrapped("rates ", &rates, ", ") + &wrapped("", &uses.collect::<Vec<_>>(), "; ")
}

/// Pieces with something between them, on as many lines as they need; nothing without pieces.
fn wrapped(start: &str, pieces: &[String], between: &str) -> String {
    let mut text = String::new();
    let mut line = format!("{INDENT}{start}");
    for (at, piece) in pieces.iter().enumerate() {
        let piece = if at + 1 < pieces.len() { format!("{piece}{between}") } else { format!("{piece}\n") };
        if line.len() + piece.trim_end().len() > WIDTH {
            text += line.trim_end();
            line = format!("\n{INDENT}");
        }
        line += &piece;
    }
    if pieces.is_empty() { text } else { text + &line }
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
            stream.push(&PcmChunk { rate: SampleRate::COMMON, samples: vec![1_000; 4_800] });
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
                let Some(line) = line else {
                    assert!(!CODECS.iter().any(|codec| codec.id == format.codec), "{}", format.name);
                    continue;
                };
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
        let rows = table(&all).lines().filter(|line| !line.starts_with(INDENT)).count();
        assert_eq!((lines.len(), rows), (all.len(), all.len() + 1));
        let wav = lines.iter().find(|line| line["name"] == "wav").unwrap();
        assert_eq!((&wav["media_type"], &wav["rates"]["to"]), (&json!("audio/wav"), &json!(48_000)));
    }

    #[test]
    fn no_line_is_wider_than_a_terminal_and_none_leaves_a_name_out() {
        let all = all();
        let table = table(&all);
        assert!(table.lines().all(|line| line.chars().count() <= WIDTH), "{table}");
        for (protocol, names) in all.iter().flat_map(|entry| &entry.uses) {
            assert!(table.contains(&format!("{protocol}: {}", names.join(","))), "{protocol}: {names:?}");
        }
    }

    #[test]
    fn pieces_go_on_as_many_lines_as_they_need() {
        let piece = "x".repeat(40);
        let pieces = vec![piece.clone(); 3];
        assert_eq!(wrapped("of ", &pieces, "; "), format!("{INDENT}of {piece}; {piece};\n{INDENT}{piece}\n"));
        assert_eq!(wrapped("of ", &[], "; "), "");
    }

    #[test]
    fn rates_have_one_shape_whether_they_are_a_list_or_a_range() {
        let range = rates_as_json(Rates::Any);
        let list = rates_as_json(Rates::Only(&[8_000, 16_000]));
        assert_eq!(range, json!({ "from": 8_000, "to": 48_000, "only": null }));
        assert_eq!(list, json!({ "from": 8_000, "to": 16_000, "only": [8_000, 16_000] }));
    }
}
