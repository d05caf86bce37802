//! What a segment shows to those who read it: its text without markup, the way back, and the wishes of the markup.
//!
//! A source says more than its words: `**now**` shows `now`. Rules for cutting and reading look at [`Shown::text`] only;
//! [`Shown::source_of`] says where a stretch of it came from.

use std::fmt;

use crate::emphasis::Emphasised;
use crate::request::{SpokenText, WordSource, Wording};
use crate::text::ByteSpan;
use crate::wish::Wish;

/// The text of one segment as it is to be read.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Shown {
    text: String,
    /// In the order of the text, each beginning where the one before it ends.
    runs: Vec<Run>,
    wishes: Vec<Wish>,
    emphasised: Vec<Emphasised>,
}

/// A stretch of shown text from one stretch of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Run {
    /// Where it begins in the shown text.
    start: usize,
    source: ByteSpan,
    origin: Origin,
}

/// How a stretch of shown text came from the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// It is the source's, byte for byte.
    Verbatim,
    /// It stands for its stretch of the source as a whole: `&amp;` shows `&`.
    Instead,
}

impl Shown {
    /// What a source shows that has no markup.
    #[must_use]
    pub fn plain(source: &str) -> Self {
        let mut shown = Self::default();
        shown.push(source, ByteSpan::new(0, source.len()), Origin::Verbatim);
        shown
    }

    /// Appends `text`, which came from `source`. Spans of the source never run backwards.
    pub fn push(&mut self, text: &str, source: ByteSpan, origin: Origin) {
        let start = self.text.len();
        self.text.push_str(text);
        match self.runs.last_mut() {
            Some(run) if run.goes_on(source, origin) => run.source.end = source.end,
            Some(_) | None if text.is_empty() => {}
            Some(_) | None => self.runs.push(Run { start, source, origin }),
        }
    }

    /// Adds a wish. They are in order and do not overlap.
    pub fn wish(&mut self, wish: Wish) {
        self.wishes.push(wish);
    }

    /// Lets a stretch of the shown text stand out. They are in order and do not overlap.
    pub fn emphasise(&mut self, emphasised: Emphasised) {
        self.emphasised.push(emphasised);
    }

    /// What is to be read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How stretches of it are to be read, in order and without overlap.
    #[must_use]
    pub fn wishes(&self) -> &[Wish] {
        &self.wishes
    }

    /// The stretch of the source that `span`, a stretch of the shown text that is not empty, came from.
    #[must_use]
    pub fn source_of(&self, span: ByteSpan) -> ByteSpan {
        let (first, last) = (self.run_at(span.start), self.run_at(span.end.saturating_sub(1)));
        ByteSpan::new(
            first.map_or(0, |run| run.start_of(span.start)),
            last.map_or(0, |run| run.end_of(span.end)),
        )
    }

    /// Makes what was read of the shown text, `spoken`, lead back to the source, and what stands out in one stand out in
    /// the other. Words that came from one stretch of the source are one unit from here on.
    #[must_use]
    pub fn lead_back(&self, spoken: SpokenText) -> SpokenText {
        let emphasised = self.emphasised_in(&spoken);
        let mut words: Vec<WordSource> = Vec::with_capacity(spoken.words.len());
        for word in spoken.words {
            let source = self.source_of(word.source);
            match words.last_mut() {
                Some(last) if source.start < last.source.end => {
                    last.spoken.end = word.spoken.end;
                    last.source.end = last.source.end.max(source.end);
                    last.wording = Wording::Otherwise;
                }
                Some(_) | None => {
                    let wording =
                        if self.is_one_run(word.source) { word.wording } else { Wording::Otherwise };
                    words.push(WordSource { source, wording, ..word });
                }
            }
        }
        SpokenText { words, emphasised, ..spoken }
    }

    /// The stretches of the spoken text that stand out: its words, each as a whole, any part of which does in the shown text.
    fn emphasised_in(&self, spoken: &SpokenText) -> Vec<Emphasised> {
        let mut rest = self.emphasised.iter().peekable();
        let mut stretches: Vec<Emphasised> = Vec::new();
        let mut goes_on = None;
        for word in &spoken.words {
            let before = goes_on.take();
            while rest.next_if(|wish| wish.span.end <= word.source.start).is_some() {}
            for wish in rest.clone().take_while(|wish| wish.span.start < word.source.end) {
                let (span, level) = (self.part(wish.span, word, &spoken.text), wish.level);
                match stretches.last_mut() {
                    Some(last) if span.start < last.span.end => continue,
                    Some(last) if span.start == word.spoken.start && before == Some(level) => {
                        last.span.end = span.end;
                    }
                    _ => stretches.push(Emphasised { span, level }),
                }
                goes_on = (span.end == word.spoken.end).then_some(level);
            }
        }
        stretches
    }

    /// What stands out of a spoken word if `wish` does in the shown text: all of it, but where a border of the wish may be
    /// one between words.
    fn part(&self, wish: ByteSpan, word: &WordSource, spoken: &str) -> ByteSpan {
        let own = self.text.get(word.source.range()).unwrap_or_default();
        let is_verbatim = spoken.get(word.spoken.range()) == Some(own);
        let border = |at: usize| {
            let inside =
                at.checked_sub(word.source.start).filter(|inside| is_verbatim && parts(own, *inside))?;
            Some(word.spoken.start + inside)
        };
        ByteSpan::new(
            border(wish.start).unwrap_or(word.spoken.start),
            border(wish.end).unwrap_or(word.spoken.end),
        )
    }

    /// Whether a stretch of the shown text is the source's, byte for byte and without a gap.
    fn is_one_run(&self, span: ByteSpan) -> bool {
        let is_whole =
            |run: &Run| run.origin == Origin::Verbatim && span.end <= run.start + run.source.range().len();
        self.run_at(span.start).is_some_and(is_whole)
    }

    fn run_at(&self, byte: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.start <= byte);
        self.runs.get(after.checked_sub(1)?)
    }
}

/// Whether byte `at` of a unit of the text may be a border between words: those of its script stand side by side.
fn parts(unit: &str, at: usize) -> bool {
    unit.split_at_checked(at)
        .is_some_and(|(before, behind)| before.ends_with(is_unspaced) && behind.starts_with(is_unspaced))
}

/// Thai, Lao, Burmese, Khmer, and kana.
fn is_unspaced(c: char) -> bool {
    let is_script = matches!(
        c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3041}'..='\u{30ff}'
    );
    is_script && c.is_alphabetic()
}

impl Run {
    fn goes_on(&self, source: ByteSpan, origin: Origin) -> bool {
        self.origin == Origin::Verbatim && origin == Origin::Verbatim && self.source.end == source.start
    }

    fn start_of(&self, byte: usize) -> usize {
        match self.origin {
            Origin::Verbatim => self.source.start + (byte - self.start),
            Origin::Instead => self.source.start,
        }
    }

    fn end_of(&self, end: usize) -> usize {
        match self.origin {
            Origin::Verbatim => self.source.start + (end - self.start),
            Origin::Instead => self.source.end,
        }
    }
}

impl fmt::Debug for Shown {
    /// The text belongs to the user and stays out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shown")
            .field("bytes", &self.text.len())
            .field("runs", &self.runs)
            .field("wishes", &self.wishes)
            .field("emphasised", &self.emphasised)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Emphasis;

    #[test]
    fn a_stretch_leads_back_over_what_was_skipped() {
        // `**Tom** &amp; Ann`
        let mut shown = Shown::default();
        shown.push("Tom", ByteSpan::new(2, 5), Origin::Verbatim);
        shown.push(" ", ByteSpan::new(7, 8), Origin::Verbatim);
        shown.push("&", ByteSpan::new(8, 13), Origin::Instead);
        shown.push(" Ann", ByteSpan::new(13, 17), Origin::Verbatim);
        let source = |start, end| shown.source_of(ByteSpan::new(start, end));
        assert_eq!(shown.text(), "Tom & Ann");
        assert_eq!(source(0, 3), ByteSpan::new(2, 5));
        assert_eq!(source(4, 5), ByteSpan::new(8, 13));
        assert_eq!(source(1, 7), ByteSpan::new(3, 15));
        assert!(!format!("{shown:?}").contains("Tom"));
    }

    #[test]
    fn words_of_one_stretch_are_one_unit() {
        // `<sub alias="Tom and Ann">they</sub> go`
        let mut shown = Shown::default();
        shown.push("Tom and Ann", ByteSpan::new(25, 29), Origin::Instead);
        shown.push(" go", ByteSpan::new(35, 38), Origin::Verbatim);
        let word = |start, end| {
            let span = ByteSpan::new(start, end);
            WordSource { spoken: span, source: span, wording: Wording::AsWritten }
        };
        let words = vec![word(0, 3), word(4, 7), word(8, 11), word(12, 14)];
        let spoken = SpokenText { text: shown.text().into(), words, ..SpokenText::default() };
        let expected =
            [(ByteSpan::new(0, 11), ByteSpan::new(25, 29)), (ByteSpan::new(12, 14), ByteSpan::new(36, 38))];
        let back = shown.lead_back(spoken).words.into_iter().map(|word| (word.spoken, word.source));
        assert!(back.eq(expected));
    }

    #[test]
    fn a_word_is_as_written_only_where_the_source_has_it_in_one_piece() {
        // `go **on** a**b**c &amp; 5`, of which the figure is said otherwise
        let mut shown = Shown::default();
        for (text, start, end, origin) in [
            ("go ", 0, 3, Origin::Verbatim),
            ("on", 5, 7, Origin::Verbatim),
            (" a", 9, 11, Origin::Verbatim),
            ("b", 13, 14, Origin::Verbatim),
            ("c ", 16, 18, Origin::Verbatim),
            ("&", 18, 23, Origin::Instead),
            (" 5", 23, 25, Origin::Verbatim),
        ] {
            shown.push(text, ByteSpan::new(start, end), origin);
        }
        let word = |start, end, wording| {
            let span = ByteSpan::new(start, end);
            WordSource { spoken: span, source: span, wording }
        };
        let (same, other) = (Wording::AsWritten, Wording::Otherwise);
        let words = vec![
            word(0, 2, same),
            word(3, 5, same),
            word(6, 9, same),
            word(10, 11, same),
            word(12, 13, other),
        ];
        let spoken = SpokenText { text: shown.text().into(), words, ..SpokenText::default() };
        let back: Vec<_> = shown.lead_back(spoken).words.into_iter().map(|word| word.wording).collect();
        assert_eq!(back, [same, same, other, other, other]);
    }

    #[test]
    fn a_word_stands_out_as_a_whole_and_neighbours_together() {
        // `un<emphasis>believ</emphasis>able <emphasis>but so</emphasis> <emphasis level="reduced">it is</emphasis>`
        let mut shown = Shown::plain("unbelievable, but so it is");
        let stretch = |start, end, level| Emphasised { span: ByteSpan::new(start, end), level };
        shown.emphasise(stretch(2, 8, Emphasis::Moderate));
        shown.emphasise(stretch(13, 13, Emphasis::Strong));
        shown.emphasise(stretch(14, 20, Emphasis::Moderate));
        shown.emphasise(stretch(21, 23, Emphasis::Reduced));
        let word = |start, end| {
            let source = ByteSpan::new(start, end);
            WordSource { spoken: ByteSpan::new(start + 5, end + 5), source, wording: Wording::AsWritten }
        };
        let words = vec![word(0, 12), word(14, 17), word(18, 20), word(21, 23), word(24, 26)];
        let text = "well unbelievable, but so it is".into();
        let back = shown.lead_back(SpokenText { text, words, ..SpokenText::default() });
        assert_eq!(back.emphasised, [stretch(5, 25, Emphasis::Moderate), stretch(26, 28, Emphasis::Reduced)]);
    }

    #[test]
    fn where_words_have_no_spaces_only_what_is_marked_stands_out() {
        let emphasised = |text: &str, words: &[&str], wishes: &[&str]| -> Vec<String> {
            let span = |own: &str| {
                let start = text.find(own).unwrap();
                ByteSpan::new(start, start + own.len())
            };
            let mut shown = Shown::plain(text);
            wishes.iter().for_each(|wish| {
                shown.emphasise(Emphasised { span: span(wish), level: Emphasis::Strong });
            });
            let words = words.iter().map(|word| WordSource {
                spoken: span(word),
                source: span(word),
                wording: Wording::AsWritten,
            });
            let spoken = SpokenText { text: text.into(), words: words.collect(), ..SpokenText::default() };
            let back = shown.lead_back(spoken).emphasised;
            back.iter().map(|stretch| text[stretch.span.range()].to_owned()).collect()
        };
        let thai = "ฉันรักคุณ";
        assert_eq!(emphasised(thai, &[thai], &["รัก"]), ["รัก"]);
        assert_eq!(emphasised(thai, &[thai], &["ฉัน", "คุณ"]), ["ฉัน", "คุณ"]);
        let japanese = "会議はとても大切です";
        let units = ["会", "議", "はとても", "大", "切", "です"];
        assert_eq!(emphasised(japanese, &units, &["とても"]), ["とても"]);
        assert_eq!(emphasised(japanese, &units, &["とても大"]), ["とても大"]);
        assert_eq!(emphasised(japanese, &units, &["議は", "大"]), ["議は", "大"]);
        assert_eq!(emphasised("unlikely", &["unlikely"], &["like"]), ["unlikely"]);
    }
}
