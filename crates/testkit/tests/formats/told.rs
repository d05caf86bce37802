//! What the clients of all stories asked for and heard.

use std::sync::OnceLock;

use speech::AudioTime;
use testkit::transcript::{Story, heard_in};
use testkit::{Heard, Said, Sound};
use wire::{FormatName, PROTOCOLS, ProtocolCard};

use crate::fixtures::{long_replies, text_of, transcripts};

/// One story, once it was told.
pub(crate) struct Told {
    pub(crate) card: &'static ProtocolCard,
    pub(crate) name: String,
    asked: String,
    pub(crate) heard: Vec<Heard>,
}

/// All stories.
pub(crate) fn all() -> &'static [Told] {
    static ALL: OnceLock<Vec<Told>> = OnceLock::new();
    ALL.get_or_init(|| PROTOCOLS.iter().flat_map(|card| of(card)).collect())
}

fn of(card: &'static ProtocolCard) -> impl Iterator<Item = Told> {
    let paths = transcripts(card.id.0).into_iter().chain(long_replies(card.id.0));
    paths.map(move |path| {
        let name = format!("{}: {}", card.id, path.file_stem().unwrap_or_default().display());
        let story = Story::read(&text_of(&path)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let heard = heard_in(&story, &[card]).unwrap_or_else(|complaint| panic!("{name}: {complaint}"));
        let asked = story.said().iter().map(written).collect();
        Told { card, name, asked, heard }
    })
}

fn written(said: &Said) -> String {
    match said {
        Said::Text(text) => text.clone(),
        Said::Binary(bytes) | Said::Body(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

impl Told {
    /// For how long its client heard the format that it asked for by this name.
    pub(crate) fn heard_of(&self, format: &FormatName) -> AudioTime {
        if !self.asked.contains(&format!("\"{}\"", format.name)) {
            return AudioTime::ZERO;
        }
        let of_format =
            |sound: &&Sound| (sound.form.codec, sound.form.container) == (format.codec, format.container);
        let sounds = self.heard.iter().filter_map(|heard| heard.sound.as_ref()).filter(of_format);
        sounds.fold(AudioTime::ZERO, |sum, sound| sum + sound.duration)
    }
}
