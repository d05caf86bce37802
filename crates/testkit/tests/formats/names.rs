//! The names on the cards.

use speech::{AudioTime, OutputForm, SampleRate, Scope};
use wire::{FormatName, PROTOCOLS};

use crate::told;

/// Every rate that some codec has.
const RATES: [u32; 5] = [8_000, 16_000, 24_000, 44_100, 48_000];
/// A long reply.
const LONG: AudioTime = AudioTime::from_nanos(20_000_000_000);

#[test]
fn every_listed_name_opens_at_some_rate() {
    for card in PROTOCOLS {
        for format in card.formats {
            let opens = RATES.iter().any(|hz| audio::check(&form(format, *hz)).is_ok());
            assert!(opens, "{} lists {}, and nothing can make it", card.id, format.name);
        }
    }
}

fn form(format: &FormatName, hz: u32) -> OutputForm {
    OutputForm {
        codec: format.codec,
        container: format.container,
        rate: SampleRate::known(hz),
        bit_rate: None,
        scope: Scope::Context,
    }
}

#[test]
fn no_line_of_a_card_is_there_twice() {
    for card in PROTOCOLS {
        assert!(!card.formats.is_empty(), "{} has no formats", card.id);
        for (at, format) in card.formats.iter().enumerate() {
            assert!(!card.formats[..at].contains(format), "{} lists {} twice", card.id, format.name);
            let other =
                card.formats.iter().find(|other| other.name == format.name && other.codec != format.codec);
            assert!(other.is_none(), "{}: {} is two codecs", card.id, format.name);
        }
    }
}

#[test]
fn every_listed_name_is_asked_for_and_heard_at_length() {
    let mut untold = Vec::new();
    for card in PROTOCOLS {
        let stories: Vec<_> = told::all().iter().filter(|told| told.card.id == card.id).collect();
        let is_told = |format: &&FormatName| stories.iter().any(|told| told.heard_of(format) >= LONG);
        untold.extend(card.formats.iter().filter(|format| !is_told(format)).map(|format| (card.id, format)));
    }
    assert!(untold.is_empty(), "no story has a reply of {LONG:?} in {untold:#?}");
}
