//! Gives each segment of a context the settings under which it is said. Read [`Follower`] first.

use std::sync::Arc;

use markup::Warning;
use speech::{Ending, SegmentText};

use crate::ContextSettings;
use crate::speakers::{Finder, Speaker, Wanted};

/// How much of what was wanted is remembered: a dialogue in three languages.
const MOST_KNOWN: usize = 6;
/// The most warnings that it gives in one generation.
const MOST_WARNINGS: u8 = 16;

/// Follows the text of one context.
#[derive(Debug)]
pub(crate) struct Follower {
    finder: Finder,
    /// What was wanted lately in the present generation, and the settings that it gave.
    known: Vec<(Wanted, Arc<ContextSettings>)>,
    warnings: u8,
}

impl Follower {
    /// One for a context with these settings.
    pub(crate) fn of(usual: &ContextSettings) -> Self {
        let finder = Finder::new(usual.cast.detection(), &usual.reading.language);
        Self { finder, known: Vec::new(), warnings: MOST_WARNINGS }
    }

    /// A new generation begins: who asks again for somebody that is not here is told again.
    pub(crate) fn restart(&mut self) {
        self.known = Vec::new();
        self.warnings = MOST_WARNINGS;
    }

    /// The settings under which the next segment of a context with these usual ones is said, and what somebody may miss in
    /// them.
    pub(crate) fn settings(
        &mut self,
        text: &SegmentText,
        usual: &Arc<ContextSettings>,
    ) -> (Arc<ContextSettings>, Option<Warning>) {
        if matches!(text.ending, Ending::Break(_)) {
            return (Arc::clone(usual), None);
        }
        let style = text.style.as_deref();
        let Some(wanted) = self.finder.find(style, text.shown.text(), &usual.reading.language) else {
            return (Arc::clone(usual), None);
        };
        if let Some((_, known)) = self.known.iter().find(|(known, _)| *known == wanted) {
            return (Arc::clone(known), None);
        }
        self.learn(wanted, usual)
    }

    fn learn(
        &mut self,
        wanted: Wanted,
        usual: &Arc<ContextSettings>,
    ) -> (Arc<ContextSettings>, Option<Warning>) {
        let own = Speaker { voice: usual.voice.clone(), reading: usual.reading.clone() };
        let (speaker, warning) = usual.cast.speaker(&wanted, &own);
        let settings = if speaker == own {
            Arc::clone(usual)
        } else {
            let Speaker { voice, reading } = speaker;
            Arc::new(ContextSettings { voice, reading, ..(**usual).clone() })
        };
        if self.known.len() == MOST_KNOWN {
            self.known.remove(0);
        }
        self.known.push((wanted, Arc::clone(&settings)));
        (settings, warning.filter(|_| self.may_warn()))
    }

    fn may_warn(&mut self) -> bool {
        let left = self.warnings.checked_sub(1);
        self.warnings = left.unwrap_or_default();
        left.is_some()
    }
}
