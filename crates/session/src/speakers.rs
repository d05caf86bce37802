//! Who speaks: the context's voice, unless the text asks for another one, or is in a language that another one speaks. Read
//! [`Cast`] first, then [`Finder`].

use std::fmt;
use std::sync::Arc;

use language::Detector;
use markup::Warning;
use normaliser::Reading;
use speech::{Ending, Language, SegmentText, Style, VoiceId, VoiceWish};

use crate::ContextSettings;

/// Whoever knows the voices: the protocol's offer.
pub trait Speakers: Send + Sync {
    /// Who reads what wants this, and how, where this is the usual one. The same for the same, always. `None` if nobody here
    /// is what is wanted: the usual voice reads it.
    fn speaker(&self, wanted: &Wanted, usual: &Speaker) -> Option<Speaker>;
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

    /// Whether it is the text that decides who reads a segment of this style, and in which language.
    #[must_use]
    pub fn leaves_it_to(&self, style: Option<&Style>) -> bool {
        let asks = style.is_some_and(|style| style.language.is_some() || style.voice.is_some());
        asks || self.detection == Detection::EachSegment
    }

    /// Who reads what wants this, and what somebody may miss then. Where nobody is what is wanted, the usual voice reads it,
    /// by the rules of the language that the text says.
    #[must_use]
    pub fn speaker(&self, wanted: &Wanted, usual: &Speaker) -> (Speaker, Option<Warning>) {
        let speakers = self.speakers.as_ref();
        if let Some(speaker) = speakers.and_then(|speakers| speakers.speaker(wanted, usual)) {
            return (speaker, None);
        }
        let by_rules = |language| usual.reading.in_language(language);
        let reading = wanted.language.as_ref().map_or_else(|| usual.reading.clone(), by_rules);
        (Speaker { voice: usual.voice.clone(), reading }, wanted.missed())
    }
}

impl Wanted {
    /// A language that was only found is nobody's wish.
    fn missed(&self) -> Option<Warning> {
        match (&self.voice, &self.language) {
            (Some(_), _) => Some(Warning::Nobody("voice")),
            (None, Some(_)) => Some(Warning::Nobody("lang")),
            (None, None) => None,
        }
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
        let decides = settings.cast.leaves_it_to(text.style.as_deref());
        decides.then(|| Self { language: settings.reading.language.clone(), voice: settings.voice.clone() })
    }
}

/// One segment of a text, as far as it can say who reads it.
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    /// How it is to be said.
    pub style: Option<&'a Style>,
    /// What it shows.
    pub text: &'a str,
    /// What ends with it.
    pub ending: Ending,
}

impl fmt::Debug for Piece<'_> {
    /// The text belongs to the user and stays out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Piece({} bytes, {:?})", self.text.len(), self.ending)
    }
}

/// Follows a text, segment by segment in the order in which it is said, and finds out what each wants: so the same text
/// gives the same voices, however often a segment is tried.
#[derive(Debug)]
pub struct Finder(Option<Box<Detector>>);

impl Finder {
    /// For a text whose usual language is this.
    #[must_use]
    pub fn new(detection: Detection, usual: &Language) -> Self {
        Self(match detection {
            Detection::Off => None,
            Detection::EachSegment => Some(Box::new(Detector::new(usual.primary()))),
        })
    }

    /// What the next segment wants, if that is not what is usual. Silence wants nothing.
    pub fn find(&mut self, piece: Piece<'_>, usual: &Language) -> Option<Wanted> {
        let Piece { style, text, ending } = piece;
        if matches!(ending, Ending::Break(_)) {
            return None;
        }
        let voice = style.and_then(|style| style.voice.clone());
        let language = style.and_then(|style| style.language.clone());
        let detector = self.0.as_mut().filter(|_| language.is_none() && !text.is_empty());
        let found = detector.map(|detector| detector.read(text));
        let found = found.filter(|tag| *tag != usual.primary()).map(Language::new);
        Some(Wanted { voice, language, found }).filter(|wanted| *wanted != Wanted::default())
    }
}
