//! How a text is cut and read: what a connection would make of it after a flush, without one.
//!
//! `syrinx explain` prints it, and the score of the corpus is taken of it, by these same calls. Start with [`explain`].

use std::sync::Arc;

use markup::{Syntax, Warning};
pub use normaliser::{Lexicon, Why};
use normaliser::{Normaliser, Reading};
use session::{Cast, Finder, Piece, Speaker};
use speech::{ByteSpan, Ending, Language, SpokenText, Style, VoiceId, WordSource, Wording};
use text::{Reason, Segment, SegmentBounds, SegmentPolicy, Segmenter};

/// What decides how a text is cut and read, besides the text.
#[derive(Debug, Clone)]
pub struct Manner {
    /// Who reads it, where the text asks for nobody else; a local voice.
    pub voice: VoiceId,
    /// In which language, where the text is in no other.
    pub language: Language,
    /// Words that are read in a way of their own, the closest dictionary first.
    pub lexicons: Vec<Arc<Lexicon>>,
    /// Who else may read it, and whether its language is found out.
    pub cast: Cast,
    /// Which of its marks mean something.
    pub markup: Syntax,
    /// Where it may be cut.
    pub policy: SegmentPolicy,
    /// How long a segment may be.
    pub bounds: SegmentBounds,
}

impl Manner {
    /// The usual one for text of this language, read by nobody in particular.
    #[must_use]
    pub fn of(language: &Language) -> Self {
        Self {
            voice: VoiceId::from(""),
            language: language.clone(),
            lexicons: Vec::new(),
            cast: Cast::default(),
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
    /// Who reads it.
    pub speaker: Speaker,
    /// Whether the text decided about that.
    pub chosen_by: ChosenBy,
    /// Why the text is cut behind it.
    pub reason: Reason,
    /// Which stretches of its source are read otherwise than written, and by which rule.
    pub why: Vec<Why>,
}

/// Who decided about a segment's voice and language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChosenBy {
    /// The manner.
    Manner,
    /// The segment's text: it names somebody or a language, or its language was looked for.
    Text,
}

/// Cuts and reads a text as a connection would.
#[must_use]
pub fn explain(text: &str, manner: &Manner) -> Explanation {
    let empty = Segmenter::new(manner.policy, manner.bounds);
    let mut segmenter = empty.in_language(&manner.language).with_markup(manner.markup);
    let mut reader = Reader::of(manner);
    segmenter.push(text);
    segmenter.release();
    let mut warnings = segmenter.take_warnings();
    let mut start = 0;
    let mut segments = Vec::new();
    while let Some(segment) = segmenter.next_segment() {
        let chosen_by = reader.look_at(&segment, &mut warnings);
        let (spoken, why) = reader.normaliser.explain_shown(&segment.shown);
        let Segment { text, ending, style, reason, .. } = segment;
        let length = text.len();
        let speaker = reader.speaker.clone();
        segments.push(Explained { start, text, spoken, ending, style, speaker, chosen_by, reason, why });
        start += length;
    }
    Explanation { segments, warnings }
}

/// Reads segments, each as whoever speaks it.
struct Reader<'a> {
    cast: &'a Cast,
    usual: Speaker,
    finder: Finder,
    speaker: Speaker,
    normaliser: Normaliser,
}

impl<'a> Reader<'a> {
    fn of(manner: &'a Manner) -> Self {
        let Manner { voice, language, lexicons, cast, .. } = manner;
        let reading = Reading { lexicons: lexicons.clone(), ..Reading::of(language.clone()) };
        let usual = Speaker { voice: voice.clone(), reading };
        Self {
            cast,
            finder: Finder::new(cast.detection(), language),
            speaker: usual.clone(),
            normaliser: Normaliser::for_reading(&usual.reading),
            usual,
        }
    }

    /// Finds out who reads the segment, and who decided that.
    fn look_at(&mut self, segment: &Segment, warnings: &mut Vec<Warning>) -> ChosenBy {
        let style = segment.style.as_deref();
        let piece = Piece { style, text: segment.shown.text(), ending: segment.ending };
        let wanted = self.finder.find(piece, &self.usual.reading.language);
        let (speaker, warning) = match &wanted {
            Some(wanted) => self.cast.speaker(wanted, &self.usual),
            None => (self.usual.clone(), None),
        };
        if let Some(warning) = warning.filter(|warning| !warnings.contains(warning)) {
            warnings.push(warning);
        }
        if speaker != self.speaker {
            self.normaliser = Normaliser::for_reading(&speaker.reading);
            self.speaker = speaker;
        }
        if self.cast.leaves_it_to(style) { ChosenBy::Text } else { ChosenBy::Manner }
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
        word.wording == Wording::Otherwise && self.source(word.source) != self.said(word.spoken)
    }
}

#[cfg(test)]
mod tests {
    use session::{Detection, Speakers, Wanted};
    use speech::VoiceWish;

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

    /// Voices that are named after their languages.
    struct Namesakes;

    impl Speakers for Namesakes {
        fn speaker(&self, wanted: &Wanted, usual: &Speaker) -> Option<Speaker> {
            let language = match &wanted.voice {
                Some(VoiceWish::Named(name)) if name.len() == 2 => Language::new(name.as_str()),
                Some(_) => return None,
                None => wanted.language.clone().or(wanted.found.clone())?,
            };
            Some(Speaker { voice: language.as_str().into(), reading: usual.reading.in_language(&language) })
        }
    }

    fn told(segments: &[Explained]) -> Vec<&str> {
        segments.iter().map(|segment| segment.speaker.voice.as_str()).collect()
    }

    #[test]
    fn each_segment_can_have_its_language() {
        let cast = Cast::new(Arc::new(Namesakes)).with(Detection::EachSegment);
        let manner = Manner { cast, ..english() };
        let text = "Two of us left. Wir haben heute 2 Gäste, und beide sind schon da. 你好吗？";
        let segments = explain(text, &manner).segments;
        assert_eq!(told(&segments), ["", "de", "cmn"]);
        assert!(segments[1].spoken.text.as_str().contains("zwei Gäste"));
        assert!(segments.iter().all(|segment| segment.chosen_by == ChosenBy::Text));
        let closed = explain(text, &english()).segments;
        assert!(closed.iter().all(|segment| segment.chosen_by == ChosenBy::Manner));
    }

    #[test]
    fn a_text_may_name_who_reads_it() {
        let manner = Manner { cast: Cast::new(Arc::new(Namesakes)), ..english() };
        let text = "<voice name=\"de\">Wir sind 2.</voice> <voice name=\"nobody\">We are 2.</voice> 2!";
        let Explanation { mut segments, warnings } = explain(text, &manner);
        segments.retain(|segment| !segment.spoken.words.is_empty());
        assert_eq!((told(&segments), warnings), (vec!["de", "", ""], vec![Warning::Nobody("voice")]));
        assert_eq!(segments[0].spoken.text.as_str().trim(), "Wir sind zwei.");
        assert_eq!(segments[2].chosen_by, ChosenBy::Manner);
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
