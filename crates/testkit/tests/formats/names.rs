//! The names on the cards.

use audio::registry::{CODECS, CONTAINERS};
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
fn everything_that_can_be_made_can_be_asked_for() {
    for (codec, container) in
        CODECS.iter().flat_map(|codec| CONTAINERS.iter().map(move |to| (codec.id, to.id)))
    {
        let line = FormatName { name: "", codec, container };
        let is_made = RATES.iter().any(|hz| audio::check(&form(&line, *hz)).is_ok());
        let mut listed = PROTOCOLS.iter().flat_map(|card| card.formats);
        let is_listed = listed.any(|line| (line.codec, line.container) == (codec, container));
        assert_eq!(is_made, is_listed, "{} in {}", codec.0, container.0);
    }
}

#[test]
fn a_rate_that_a_codec_has_not_becomes_the_next() {
    let stories: Vec<_> =
        told::all().iter().filter(|told| told.name.ends_with("mp3-at-a-rate-it-has-not")).collect();
    assert_eq!(stories.len(), 3);
    for told in stories {
        let mut rates =
            told.heard.iter().filter_map(|heard| heard.sound.as_ref()).map(|sound| sound.form.rate.hz());
        assert!(rates.next() == Some(22_050) && rates.all(|rate| rate == 22_050), "{}", told.name);
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
