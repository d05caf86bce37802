//! Who speaks where the language of each segment decides. Read [`Detection`] first, then [`Follower`].

use std::fmt;
use std::sync::Arc;

use language::Detector;
use normaliser::Reading;
use speech::{Ending, Language, SegmentText, VoiceId};

use crate::ContextSettings;

/// Whoever knows the voices: the protocol's offer.
pub trait Speakers: Send + Sync {
    /// Who stands in for the usual voice in a language, and how that one reads; `usual` is how the text is read
    /// otherwise. `None` if nobody here speaks it: the usual voice stays.
    fn speaker(&self, language: &Language, usual: &Reading) -> Option<Speaker>;
}

/// Who reads a segment, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The local voice.
    pub voice: VoiceId,
    /// In which language, and how.
    pub reading: Reading,
}

/// That the language of each segment is found out, and who then speaks.
#[derive(Clone)]
pub struct Detection(Arc<dyn Speakers>);

impl Detection {
    /// These speak.
    #[must_use]
    pub fn new(speakers: Arc<dyn Speakers>) -> Self {
        Self(speakers)
    }
}

/// The same if the same ones speak.
impl PartialEq for Detection {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Detection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Detection")
    }
}

/// What was found out about a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detected {
    /// The language in which it is read.
    pub language: Language,
    /// The local voice that speaks it.
    pub voice: VoiceId,
}

impl Detected {
    /// What these settings of a segment say, if its language was looked for.
    pub(crate) fn of(settings: &ContextSettings) -> Option<Self> {
        let found = |_: &Detection| Self {
            language: settings.reading.language.clone(),
            voice: settings.voice.clone(),
        };
        settings.detection.as_ref().map(found)
    }
}

/// Follows the text of one context, segment by segment, in the order in which it is said: so the same text gives the same
/// voices, however often a segment is tried.
#[derive(Debug)]
pub(crate) struct Follower {
    detection: Detection,
    detector: Detector,
    usual: Arc<ContextSettings>,
    /// The settings of the language that was found last.
    last: (String, Arc<ContextSettings>),
}

impl Follower {
    /// One for a context with these settings, if they ask for it.
    pub(crate) fn of(usual: &Arc<ContextSettings>) -> Option<Self> {
        let tag = usual.reading.language.primary();
        usual.detection.clone().map(|detection| Self {
            detection,
            detector: Detector::new(tag),
            last: (tag.to_owned(), Arc::clone(usual)),
            usual: Arc::clone(usual),
        })
    }

    /// The settings under which the next segment is said. A text that names its language or voice itself is left alone.
    pub(crate) fn settings(&mut self, text: &SegmentText) -> Arc<ContextSettings> {
        let style = text.style.as_deref();
        let is_named = style.is_some_and(|style| style.language.is_some() || style.voice.is_some());
        if is_named || matches!(text.ending, Ending::Break(_)) {
            return Arc::clone(&self.usual);
        }
        let tag = self.detector.read(text.shown.text());
        if tag != self.last.0 {
            self.last = (tag.to_owned(), in_language(&self.usual, &self.detection, tag));
        }
        Arc::clone(&self.last.1)
    }
}

/// The usual settings in a language, if somebody speaks it.
fn in_language(usual: &Arc<ContextSettings>, detection: &Detection, tag: &str) -> Arc<ContextSettings> {
    if tag == usual.reading.language.primary() {
        return Arc::clone(usual);
    }
    match detection.0.speaker(&Language::new(tag), &usual.reading) {
        None => Arc::clone(usual),
        Some(Speaker { voice, reading }) => Arc::new(ContextSettings { voice, reading, ..(**usual).clone() }),
    }
}
