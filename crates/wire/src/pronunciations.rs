//! The server's own dictionaries. Read [`Pronunciations`] first.

use std::collections::BTreeMap;
use std::sync::Arc;

use session::{EntryError, How, Lexicon};
use speech::{Refusal, RefusalKind, VoiceId};

/// Dictionaries of the configuration, by where they hold. Cheap to clone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pronunciations {
    /// For every voice.
    pub everywhere: Option<Arc<Lexicon>>,
    /// For one voice, by its id; asked before the one for all.
    pub voices: BTreeMap<String, Arc<Lexicon>>,
    /// For contexts that ask for them by name; asked before the voice's.
    pub named: BTreeMap<String, Arc<Lexicon>>,
}

/// The most dictionaries that a context can name.
pub(crate) const MOST_NAMED: usize = 16;

/// Dictionaries without doubles, in order: as many as a context can name, and one more if there are more.
pub(crate) fn each_once(all: impl Iterator<Item = Arc<Lexicon>>) -> Vec<Arc<Lexicon>> {
    let mut once: Vec<Arc<Lexicon>> = Vec::new();
    for lexicon in all {
        if once.len() <= MOST_NAMED && !once.iter().any(|known| Arc::ptr_eq(known, &lexicon)) {
            once.push(lexicon);
        }
    }
    once
}

impl Pronunciations {
    /// Those that hold for a voice without anybody asking, the first being the closest.
    #[must_use]
    pub fn of(&self, voice: &VoiceId) -> Vec<Arc<Lexicon>> {
        self.voices.get(voice.as_str()).into_iter().chain(&self.everywhere).cloned().collect()
    }
}

/// How a word is read, as people write it: `/kriːt/` for sounds, anything else for other words. `None` if it says nothing.
#[must_use]
pub fn how(written: &str) -> Option<How> {
    let bare = written.trim();
    let sounds = bare.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).map(str::trim);
    match sounds {
        Some("") => None,
        Some(sounds) if !sounds.contains('/') => Some(How::Sounds(sounds.into())),
        Some(_) | None if bare.is_empty() => None,
        Some(_) | None => Some(How::Alias(bare.into())),
    }
}

/// Why words are no dictionary, as a refusal.
pub(crate) fn refused(error: EntryError) -> Refusal {
    let kind = match error {
        EntryError::Empty => RefusalKind::InvalidValue,
        EntryError::TooLong(_) | EntryError::SaysTooMuch(_) | EntryError::TooMany => {
            RefusalKind::LimitExceeded
        }
    };
    Refusal::new(kind, error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slashes_stand_around_sounds() {
        assert_eq!(how(" /kriːt/ "), Some(How::Sounds("kriːt".into())));
        assert_eq!(how("sequel"), Some(How::Alias("sequel".into())));
        assert_eq!(how("/either/or/"), Some(How::Alias("/either/or/".into())));
        assert_eq!((how(" "), how("//")), (None, None));
    }

    #[test]
    fn the_voices_own_dictionary_is_asked_first() {
        let lexicon = |word: &str| {
            let mut lexicon = Lexicon::default();
            lexicon.add(word, How::Plain).unwrap();
            Arc::new(lexicon)
        };
        let all = Pronunciations {
            everywhere: Some(lexicon("a")),
            voices: BTreeMap::from([("amy".to_owned(), lexicon("b"))]),
            named: BTreeMap::new(),
        };
        assert_eq!(all.of(&"amy".into()), [lexicon("b"), lexicon("a")]);
        assert_eq!(all.of(&"joe".into()), [lexicon("a")]);
    }
}
