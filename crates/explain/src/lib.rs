//! How a text is cut and read: what a connection would make of it after a flush, without one.
//!
//! `syrinx explain` prints it, and the score of the corpus is taken of it, by these same calls. Start with [`explain`].

use std::sync::Arc;

use language::Detector;
use markup::{Syntax, Warning};
pub use normaliser::{Lexicon, Why};
use normaliser::{Normaliser, Reading};
use speech::{ByteSpan, Ending, Language, SpokenText, Style, WordSource};
use text::{Reason, Segment, SegmentBounds, SegmentPolicy, Segmenter};

/// What decides how a text is cut and read, besides the text.
#[derive(Debug, Clone)]
pub struct Manner {
    /// In which language; where each segment has its own, the usual one.
    pub language: Language,
    /// Words that are read in a way of their own, the closest dictionary first.
    pub lexicons: Vec<Arc<Lexicon>>,
    /// Whether each segment has its own.
    pub languages: Languages,
    /// Which of its marks mean something.
    pub markup: Syntax,
    /// Where it may be cut.
    pub policy: SegmentPolicy,
    /// How long a segment may be.
    pub bounds: SegmentBounds,
}

/// Who says in which language a segment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Languages {
    /// The manner: all are in its language.
    One,
    /// The text, segment by segment.
    OfEachSegment,
}

impl Manner {
    /// The usual one for text of this language.
    #[must_use]
    pub fn of(language: &Language) -> Self {
        Self {
            language: language.clone(),
            lexicons: Vec::new(),
            languages: Languages::One,
            markup: Syntax::default(),
            policy: SegmentPolicy::default(),
            bounds: SegmentBounds::default(),
        }
    }
}

/// A text as it would be spoken after a flush.
pub struct Explanation {
    /// In order; their texts join to the text.
    pub segments: Vec<Explained>,
    /// What was skipped of its markup that somebody may miss: the first few.
    pub warnings: Vec<Warning>,
}

/// One segment.
pub struct Explained {
    /// Where its source begins in the text, in bytes.
    pub start: usize,
    /// Its source.
    pub text: String,
    /// What the engine reads.
    pub spoken: SpokenText,
    /// What ends with it.
    pub ending: Ending,
    /// How it is said, where its text says so.
    pub style: Option<Arc<Style>>,
    /// In which language it is read, where that was found out.
    pub language: Option<Language>,
    /// Why the text is cut behind it.
    pub reason: Reason,
    /// Which stretches of its source are read otherwise than written, and by which rule.
    pub why: Vec<Why>,
}

/// Cuts and reads a text as a connection would.
#[must_use]
pub fn explain(text: &str, manner: &Manner) -> Explanation {
    let empty = Segmenter::new(manner.policy, manner.bounds);
    let mut segmenter = empty.in_language(&manner.language).with_markup(manner.markup);
    let mut reader = Reader::of(manner);
    segmenter.push(text);
    segmenter.release();
    let warnings = segmenter.take_warnings();
    let mut start = 0;
    let mut segments = Vec::new();
    while let Some(segment) = segmenter.next_segment() {
        let language = reader.look_at(&segment);
        let (spoken, why) = reader.normaliser.explain_shown(&segment.shown);
        let Segment { text, ending, style, reason, .. } = segment;
        let length = text.len();
        segments.push(Explained { start, text, spoken, ending, style, language, reason, why });
        start += length;
    }
    Explanation { segments, warnings }
}

/// Reads segments, each in its language.
struct Reader {
    detector: Option<Detector>,
    reading: Reading,
    language: Language,
    normaliser: Normaliser,
}

impl Reader {
    fn of(manner: &Manner) -> Self {
        let usual = manner.language.clone();
        let detector = match manner.languages {
            Languages::One => None,
            Languages::OfEachSegment => Some(Detector::new(usual.primary())),
        };
        let reading = Reading { lexicons: manner.lexicons.clone(), ..Reading::of(usual.clone()) };
        Self { detector, language: usual, normaliser: Normaliser::for_reading(&reading), reading }
    }

    /// Finds out the segment's language, and tells it if that is wished for. A text that names its language or voice
    /// itself is in that, or in the usual one.
    fn look_at(&mut self, segment: &Segment) -> Option<Language> {
        let style = segment.style.as_deref();
        let named = style.and_then(|style| style.language.clone());
        let is_bound =
            style.is_some_and(|style| style.voice.is_some()) || matches!(segment.ending, Ending::Break(_));
        let detected = match &mut self.detector {
            Some(detector) if named.is_none() && !is_bound => Some(detector.read(segment.shown.text())),
            _ => None,
        };
        let usual = &self.reading.language;
        let other = detected.filter(|tag| *tag != usual.primary()).map(Language::new);
        let language = named.or(other).unwrap_or_else(|| usual.clone());
        if language != self.language {
            self.normaliser = Normaliser::for_reading(&self.reading.in_language(&language));
            self.language = language.clone();
        }
        self.detector.as_ref().map(|_| language)
    }
}

impl Explained {
    /// Where its source ends in the text, in bytes.
    #[must_use]
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// What a stretch of its source says; spans of its words count from the segment's start.
    #[must_use]
    pub fn source(&self, span: ByteSpan) -> &str {
        &self.text[span.range()]
    }

    /// What a stretch of the spoken text says.
    #[must_use]
    pub fn said(&self, span: ByteSpan) -> &str {
        &self.spoken.text[span.range()]
    }

    /// Whether a word of it is read otherwise than it is written.
    #[must_use]
    pub fn is_read_otherwise(&self, word: &WordSource) -> bool {
        self.source(word.source) != self.said(word.spoken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Manner {
        Manner::of(&Language::new("en"))
    }

    #[test]
    fn segments_join_to_the_text_and_spans_point_into_it() {
        let text = "Hello there, you. How are… you? Ünïcode 日本語。";
        let Explanation { segments, .. } = explain(text, &english());
        assert!(segments.len() > 1);
        assert_eq!(segments.iter().map(|segment| segment.text.as_str()).collect::<String>(), text);
        for segment in &segments {
            assert_eq!(&text[segment.start..segment.end()], segment.text);
            for word in &segment.spoken.words {
                let start = segment.start + word.source.start;
                assert!(text[start..].starts_with(segment.source(word.source)));
            }
        }
    }

    #[test]
    fn a_stretch_in_another_language_is_read_by_the_rules_of_that_one() {
        let text = "It costs 3.50 here, <lang xml:lang=\"de\">dort aber 3,50</lang> instead.";
        let segments = explain(text, &english()).segments;
        let spoken: String = segments.iter().map(|segment| segment.spoken.text.as_str()).collect();
        assert!(spoken.contains("three point five") && spoken.contains("drei Komma fünf"), "{spoken}");
    }

    #[test]
    fn dictionaries_are_asked_in_their_order() {
        let lexicon = |alias: &str| {
            let mut lexicon = Lexicon::default();
            lexicon.add("SQL", speech::How::Alias(alias.into())).unwrap();
            Arc::new(lexicon)
        };
        let lexicons = vec![lexicon("sequel"), lexicon("squeal")];
        let explained = explain("We use SQL.", &Manner { lexicons, ..english() });
        assert!(explained.segments[0].spoken.text.as_str().contains("sequel"));
    }

    #[test]
    fn each_segment_can_have_its_language() {
        let manner = Manner { languages: Languages::OfEachSegment, ..english() };
        let text = "Two of us left. Wir haben heute 2 Gäste, und beide sind schon da. 你好吗？";
        let segments = explain(text, &manner).segments;
        let told: Vec<_> =
            segments.iter().map(|segment| segment.language.as_ref().unwrap().as_str()).collect();
        assert_eq!(told, ["en", "de", "cmn"]);
        assert!(segments[1].spoken.text.as_str().contains("zwei Gäste"));
        assert!(explain(text, &english()).segments.iter().all(|segment| segment.language.is_none()));
    }

    #[test]
    fn each_cut_says_why() {
        let segments = explain("She left. He stayed", &english()).segments;
        let reasons: Vec<_> = segments.iter().map(|segment| segment.reason).collect();
        assert_eq!(reasons, [Reason::FullStop, Reason::Release]);
    }

    #[test]
    fn the_policy_decides_whether_a_first_clause_is_cut_off() {
        let text = "When all of them had gone home, the lights went out.";
        let count = |policy| explain(text, &Manner { policy, ..english() }).segments.len();
        assert_eq!((count(SegmentPolicy::Clauses), count(SegmentPolicy::Sentences)), (2, 1));
    }
}
