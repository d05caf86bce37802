//! Who speaks: the context's voice, unless the text asks for another one, or is in a language that another one speaks. Read
//! [`Cast`] first, then [`Follower`].

use std::fmt;
use std::sync::Arc;

use language::Detector;
use markup::Warning;
use normaliser::Reading;
use speech::{Ending, Language, SegmentText, VoiceId, VoiceWish};

use crate::ContextSettings;

/// Whoever knows the voices: the protocol's offer.
pub trait Speakers: Send + Sync {
    /// Who reads what wants this, and how, in a context with these usual settings. The same for the same, always. `None` if
    /// nobody here is what is wanted: the usual voice reads it.
    fn speaker(&self, wanted: &Wanted, usual: &ContextSettings) -> Option<Speaker>;
}

/// What is wanted of whoever reads a segment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// The voice that the text asks for.
    pub voice: Option<VoiceWish>,
    /// The language in which the text says that it is.
    pub language: Option<Language>,
    /// The language in which it was found to be, where it does not say so.
    pub found: Option<Language>,
}

/// Who reads a segment, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The local voice.
    pub voice: VoiceId,
    /// In which language, and how.
    pub reading: Reading,
}

/// Who may speak in a context besides its voice: by default nobody.
#[derive(Clone, Default)]
pub struct Cast {
    speakers: Option<Arc<dyn Speakers>>,
    detection: Detection,
}

/// Whether the language of a context's text is found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detection {
    /// It is that of the context, where the text says nothing else.
    #[default]
    Off,
    /// It is found out for each segment that does not say it.
    EachSegment,
}

impl Cast {
    /// These may.
    #[must_use]
    pub fn new(speakers: Arc<dyn Speakers>) -> Self {
        Self { speakers: Some(speakers), detection: Detection::Off }
    }

    /// The same ones, with the language of the text found out or not.
    #[must_use]
    pub fn with(&self, detection: Detection) -> Self {
        Self { detection, ..self.clone() }
    }

    /// Whether the language of the text is found out.
    #[must_use]
    pub const fn detection(&self) -> Detection {
        self.detection
    }
}

/// The same if the same ones speak for the same reasons.
impl PartialEq for Cast {
    fn eq(&self, other: &Self) -> bool {
        let are_same = match (&self.speakers, &other.speakers) {
            (Some(own), Some(other)) => Arc::ptr_eq(own, other),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        are_same && self.detection == other.detection
    }
}

impl fmt::Debug for Cast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cast").field("detection", &self.detection).finish_non_exhaustive()
    }
}

/// Who spoke a segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidBy {
    /// The language in which it was read.
    pub language: Language,
    /// The local voice that spoke.
    pub voice: VoiceId,
}

impl SaidBy {
    /// What these settings of a segment say, if its text decided about them.
    pub(crate) fn of(text: &SegmentText, settings: &ContextSettings) -> Option<Self> {
        let decides = settings.cast.detection == Detection::EachSegment || asks(text);
        decides.then(|| Self { language: settings.reading.language.clone(), voice: settings.voice.clone() })
    }
}

fn asks(text: &SegmentText) -> bool {
    text.style.as_deref().is_some_and(|style| style.language.is_some() || style.voice.is_some())
}

/// Follows the text of one context, segment by segment, in the order in which it is said: so the same text gives the same
/// voices, however often a segment is tried.
#[derive(Debug)]
pub(crate) struct Follower {
    detector: Option<Box<Detector>>,
    /// What was wanted lately in the present generation, and the settings that it gave.
    known: Vec<(Wanted, Arc<ContextSettings>)>,
    warnings: u8,
}

/// How much of what was wanted is remembered: a dialogue in three languages.
const MOST_KNOWN: usize = 6;
/// The most warnings that it gives in one generation.
const MOST_WARNINGS: u8 = 16;

impl Follower {
    /// One for a context with these settings.
    pub(crate) fn of(usual: &ContextSettings) -> Self {
        let detector = match usual.cast.detection {
            Detection::Off => None,
            Detection::EachSegment => Some(Box::new(Detector::new(usual.reading.language.primary()))),
        };
        Self { detector, known: Vec::new(), warnings: MOST_WARNINGS }
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
        let Some(wanted) = self.wanted(text, usual) else { return (Arc::clone(usual), None) };
        if let Some((_, known)) = self.known.iter().find(|(known, _)| *known == wanted) {
            return (Arc::clone(known), None);
        }
        let speaker = usual.cast.speakers.as_ref().and_then(|speakers| speakers.speaker(&wanted, usual));
        let warning = if speaker.is_none() { self.warn(&wanted) } else { None };
        let settings = cast(speaker, &wanted, usual);
        if self.known.len() == MOST_KNOWN {
            self.known.remove(0);
        }
        self.known.push((wanted, Arc::clone(&settings)));
        (settings, warning)
    }

    /// What the segment wants, if that is not what is usual. Silence wants nothing.
    fn wanted(&mut self, text: &SegmentText, usual: &ContextSettings) -> Option<Wanted> {
        if matches!(text.ending, Ending::Break(_)) {
            return None;
        }
        let style = text.style.as_deref();
        let voice = style.and_then(|style| style.voice.clone());
        let language = style.and_then(|style| style.language.clone());
        let detector = self.detector.as_mut().filter(|_| language.is_none());
        let found = detector.map(|detector| detector.read(text.shown.text()));
        let found = found.filter(|tag| *tag != usual.reading.language.primary()).map(Language::new);
        let wanted = Wanted { voice, language, found };
        Some(wanted).filter(|wanted| *wanted != Wanted::default())
    }

    /// A language that was only found is nobody's wish.
    fn warn(&mut self, wanted: &Wanted) -> Option<Warning> {
        let asked = match (&wanted.voice, &wanted.language) {
            (Some(_), _) => Warning::Nobody("voice"),
            (None, Some(_)) => Warning::Nobody("lang"),
            (None, None) => return None,
        };
        self.warnings = self.warnings.checked_sub(1)?;
        Some(asked)
    }
}

/// The usual settings with whoever speaks; if nobody does, the usual voice reads it by the rules of its language.
fn cast(speaker: Option<Speaker>, wanted: &Wanted, usual: &Arc<ContextSettings>) -> Arc<ContextSettings> {
    let Speaker { voice, reading } = match (speaker, &wanted.language) {
        (Some(speaker), _) => speaker,
        (None, Some(language)) => {
            Speaker { voice: usual.voice.clone(), reading: usual.reading.in_language(language) }
        }
        (None, None) => return Arc::clone(usual),
    };
    Arc::new(ContextSettings { voice, reading, ..(**usual).clone() })
}
