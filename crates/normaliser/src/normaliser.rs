//! Reads segments in one language. Read [`Normaliser`] first.

use std::collections::HashMap;
use std::sync::Arc;

use speech::{ByteSpan, How, Language, Shown, SpokenText, UserText, Wish};

use crate::assemble::{Rewrite, assemble};
use crate::clean::Cleaned;
use crate::language::{self, Rules};
use crate::lexicon::Lexicon;
use crate::parse;
use crate::place::Place;
use crate::reading::{Emoji, Mathematics, Reading, Rules as Asked};
use crate::rule::{Said, Start};
use crate::shared::emoji::emoji_length;
use crate::shared::equation;

/// Turns segments into what an engine reads.
///
/// The text of the result is the segment with everything written out that its language's rules know, without control
/// characters (they become spaces: an engine may obey them) and without marks that have neither sound nor width (they
/// vanish, except joiners inside words and emoji). Its words are in order and do not overlap, in either text; each begins
/// and ends with something that sounds, so punctuation is between them. A segment with nothing to say has no words.
///
/// ```
/// use normaliser::Normaliser;
/// use speech::Language;
///
/// let spoken = Normaliser::new(&Language::new("en-us")).read("Well, that's it!");
/// assert_eq!(spoken.words.len(), 3);
/// ```
#[derive(Debug, Clone)]
pub struct Normaliser {
    /// For what begins with a letter.
    words: &'static Rules,
    /// For what begins with a digit or a mark.
    numbers: &'static Rules,
    mathematics: Mathematics,
    emoji: Emoji,
    /// The first that knows a word is right.
    lexicons: Vec<Arc<Lexicon>>,
}

/// Why a stretch is read otherwise than it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why {
    /// The stretch, in bytes of the segment.
    pub source: ByteSpan,
    /// The kind of thing that it was taken for, such as `money`.
    pub rule: &'static str,
}

impl Normaliser {
    /// For a language; one without rules of its own is read as written, for the engine to make the best of.
    #[must_use]
    pub fn new(language: &Language) -> Self {
        Self::for_reading(&Reading::of(language.clone()))
    }

    /// As somebody asked for.
    #[must_use]
    pub fn for_reading(reading: &Reading) -> Self {
        let (words, numbers) = match reading.rules {
            Asked::Apply => {
                let numbers = reading.numbers.as_ref().unwrap_or(&reading.language);
                (language::of(&reading.language), language::of(numbers))
            }
            Asked::Rest => (language::none(), language::none()),
        };
        let Reading { mathematics, emoji, ref lexicons, .. } = *reading;
        Self { words, numbers, mathematics, emoji, lexicons: lexicons.clone() }
    }

    /// Reads one segment.
    #[must_use]
    pub fn read(&self, segment: &str) -> SpokenText {
        self.read_with(segment, &[])
    }

    /// Reads one segment of which some stretches are to be read in a way of their own. Wishes that overlap an earlier one
    /// or lie outside the segment count for nothing.
    #[must_use]
    pub fn read_with(&self, segment: &str, wishes: &[Wish]) -> SpokenText {
        let cleaned = Cleaned::new(segment);
        assemble(&cleaned, &self.found(&cleaned, wishes).0)
    }

    /// Reads what a segment with markup shows, as its marks wish, and leads back to the segment's source.
    #[must_use]
    pub fn read_shown(&self, shown: &Shown) -> SpokenText {
        shown.lead_back(self.read_with(shown.text(), shown.wishes()))
    }

    /// The same, with which rules did what; those count in the source too.
    #[must_use]
    pub fn explain_shown(&self, shown: &Shown) -> (SpokenText, Vec<Why>) {
        let (spoken, why) = self.explain(shown.text(), shown.wishes());
        let why = why.into_iter().map(|why| Why { source: shown.source_of(why.source), ..why });
        (shown.lead_back(spoken), why.collect())
    }

    /// Reads one segment and says which rules did what.
    #[must_use]
    pub fn explain(&self, segment: &str, wishes: &[Wish]) -> (SpokenText, Vec<Why>) {
        let cleaned = Cleaned::new(segment);
        let (rewrites, why) = self.found(&cleaned, wishes);
        (assemble(&cleaned, &rewrites), why)
    }

    fn ask(&self, place: Place<'_>, start: Start) -> Option<(Said, &'static str)> {
        let rules = if start == Start::Letter { self.words } else { self.numbers };
        let is_sum = self.mathematics == Mathematics::Always || equation::stands_in(place);
        let mathematics = if is_sum { rules.mathematics } else { &[] };
        let tables = rules.tables.iter().flat_map(|table| table.iter());
        mathematics
            .iter()
            .chain(tables)
            .filter(|rule| rule.starts.takes(start))
            .find_map(|rule| Some(((rule.read)(place, rules.customs)?, rule.name)))
            .filter(|(said, _)| said.length > 0)
    }

    fn found(&self, cleaned: &Cleaned, wishes: &[Wish]) -> (Vec<Rewrite>, Vec<Why>) {
        let mut pass = Pass {
            by: self,
            lexicons: &self.lexicons,
            cleaned,
            aliases: HashMap::new(),
            rewrites: Vec::new(),
            why: Vec::new(),
        };
        let mut at = 0;
        for wish in wishes {
            let Some(span) = cleaned.span_of(wish.span).filter(|span| span.start >= at) else { continue };
            pass.read(at, span.start);
            pass.grant(span, &wish.how);
            at = span.end;
        }
        pass.read(at, cleaned.text().len());
        (pass.rewrites, pass.why)
    }
}

/// Reads one segment as written: no rule is asked.
#[must_use]
pub fn normalise(segment: &str) -> SpokenText {
    Normaliser::new(&Language::new("und")).read(segment)
}

/// A segment on the way to being read.
struct Pass<'a> {
    by: &'a Normaliser,
    lexicons: &'a [Arc<Lexicon>],
    cleaned: &'a Cleaned,
    /// How each alias is read that was met, so that none is read a second time.
    aliases: HashMap<UserText, String>,
    rewrites: Vec<Rewrite>,
    why: Vec<Why>,
}

impl Pass<'_> {
    /// Asks dictionaries and rules about everything from `at` to `end`.
    fn read(&mut self, mut at: usize, end: usize) {
        let text = self.cleaned.text();
        let mut before = text[..at].chars().next_back();
        while let Some(c) = text[at..end].chars().next() {
            let length =
                begins(before, c).and_then(|start| self.read_at(Place::new(text, at, end), at, start));
            at += length.unwrap_or(c.len_utf8());
            before = text[..at].chars().next_back();
        }
    }

    /// Reads what begins at `place`, the byte `at`, if anybody knows how; its length.
    fn read_at(&mut self, place: Place<'_>, at: usize, start: Start) -> Option<usize> {
        if let Some((length, how)) = self.lexicons.iter().find_map(|lexicon| lexicon.find(place)) {
            self.grant(ByteSpan::new(at, at + length), how);
            return Some(length);
        }
        if self.by.emoji == Emoji::Named
            && let Some(length) = emoji_length(place.rest())
        {
            return Some(length);
        }
        let (said, rule) = self.by.ask(place, start)?;
        let length = said.length.min(place.rest().len());
        self.add(at, Said { length, ..said }, None, rule);
        Some(length)
    }

    fn add(&mut self, start: usize, said: Said, sounds: Option<UserText>, rule: &'static str) {
        let span = ByteSpan::new(start, start + said.length);
        self.why.push(Why { source: self.cleaned.source_of(span), rule });
        self.rewrites.push(Rewrite { start, said, sounds });
    }

    /// Reads a stretch as somebody wished.
    fn grant(&mut self, span: ByteSpan, how: &How) {
        let written = &self.cleaned.text()[span.range()];
        let said = |words: &str| Said::new(span.end - span.start, words);
        match how {
            How::Alias(alias) => {
                let said = said(self.alias(alias));
                self.add(span.start, said, None, "alias");
            }
            How::Sounds(ipa) => self.add(span.start, said(written), Some(ipa.clone()), "sounds"),
            How::As(kind) => {
                let customs = self.by.numbers.customs;
                match (customs.say_as)(written, *kind, customs) {
                    Some(words) => self.add(span.start, said(&words), None, "say-as"),
                    None => self.read_without_dictionaries(span),
                }
            }
            How::Plain => {}
        }
    }

    /// How an alias is read: without dictionaries, since one that names itself would never end.
    fn alias(&mut self, alias: &UserText) -> &str {
        if !self.aliases.contains_key(alias) {
            let read = Normaliser { lexicons: Vec::new(), ..self.by.clone() }.read(alias);
            self.aliases.insert(alias.clone(), read.text.trim().to_owned());
        }
        &self.aliases[alias]
    }

    /// As usual, but for dictionaries: it may have been one that asked.
    fn read_without_dictionaries(&mut self, span: ByteSpan) {
        let lexicons = std::mem::take(&mut self.lexicons);
        self.read(span.start, span.end);
        self.lexicons = lexicons;
    }
}

/// With what something begins at `c` behind `before`, if anything does.
fn begins(before: Option<char>, c: char) -> Option<Start> {
    let start = kind(c)?;
    match (before.and_then(kind), start) {
        (Some(Start::Digit), Start::Digit) => None,
        (Some(Start::Letter), Start::Letter) if !before.is_some_and(|before| are_apart(before, c)) => None,
        _ => Some(start),
    }
}

fn kind(c: char) -> Option<Start> {
    match c {
        _ if c.is_whitespace() => None,
        _ if c.is_numeric() && !text::is_ideograph(c) => Some(Start::Digit),
        _ if c.is_alphabetic() || matches!(c, '\u{0300}'..='\u{036F}') => Some(Start::Letter),
        _ => Some(Start::Mark),
    }
}

/// Whether two letters in a row may belong to two words: of scripts without spaces any, and Latin behind Hangul.
fn are_apart(before: char, c: char) -> bool {
    parse::is_run_together(before)
        || parse::is_run_together(c)
        || (parse::is_unspaced(before) && c.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;
    use speech::SayAs;

    fn english() -> Normaliser {
        Normaliser::new(&Language::new("en-us"))
    }

    fn with_lexicon(lexicon: Lexicon) -> Normaliser {
        let reading = Reading::of(Language::new("en-us"));
        Normaliser::for_reading(&Reading { lexicons: vec![Arc::new(lexicon)], ..reading })
    }

    fn with(text: &str, part: &str, how: How) -> SpokenText {
        let start = text.find(part).unwrap();
        english().read_with(text, &[Wish { span: ByteSpan::new(start, start + part.len()), how }])
    }

    #[test]
    fn an_alias_is_one_unit_of_the_source() {
        let spoken = with("the SQL way", "SQL", How::Alias("sequel language".into()));
        assert_eq!(spoken.text.as_str(), "the sequel language way");
        let word = spoken.words[1];
        assert_eq!(
            (word.source, &spoken.text[word.spoken.range()]),
            (ByteSpan::new(4, 7), "sequel language")
        );
    }

    #[test]
    fn sounds_go_with_what_is_written() {
        let spoken = with("to Crete.", "Crete", How::Sounds("kriːt".into()));
        let [pronounced] = &spoken.pronounced[..] else { panic!("{spoken:?}") };
        assert_eq!((&spoken.text[pronounced.spoken.range()], pronounced.ipa.as_str()), ("Crete", "kriːt"));
    }

    #[test]
    fn what_cannot_be_said_so_is_read_as_usual() {
        let spoken = with("at noon sharp", "noon", How::As(SayAs::Telephone));
        assert_eq!(spoken.text.as_str(), "at noon sharp");
    }

    #[test]
    fn a_dictionary_is_asked_first_and_does_not_ask_itself() {
        let mut lexicon = Lexicon::default();
        lexicon.add("Bob", How::Alias("our Bob".into())).unwrap();
        lexicon.add("Crete", How::Sounds("kriːt".into())).unwrap();
        let spoken = with_lexicon(lexicon).read("Bob in Crete");
        assert_eq!((spoken.text.as_str(), spoken.pronounced.len()), ("our Bob in Crete", 1));
        assert_eq!(spoken.words.len(), 3);
    }

    #[test]
    fn a_dictionary_is_asked_within_runs_without_spaces() {
        let mut lexicon = Lexicon::default();
        lexicon.add("重庆", How::Sounds("ʈʂʰʊŋ".into())).unwrap();
        let reading = Reading { lexicons: vec![Arc::new(lexicon)], ..Reading::of(Language::new("zh")) };
        let spoken = Normaliser::for_reading(&reading).read("我3日从重庆来");
        let [pronounced] = &spoken.pronounced[..] else { panic!("{spoken:?}") };
        assert_eq!(&spoken.text[pronounced.spoken.range()], "重庆");
    }

    #[test]
    fn an_alias_is_the_same_wherever_it_stands() {
        let mut lexicon = Lexicon::default();
        lexicon.add("bq", How::Alias("5 kg".into())).unwrap();
        lexicon.add("tz", How::Alias("No. 9".into())).unwrap();
        let spoken = with_lexicon(lexicon).read("bq tz bq");
        assert_eq!(spoken.text.as_str(), "five kilograms number nine five kilograms");
        assert_eq!(spoken.words.len(), 3);
    }

    #[test]
    fn a_dictionary_that_asks_for_what_cannot_be_is_passed_over() {
        let mut lexicon = Lexicon::default();
        lexicon.add("noon", How::As(SayAs::Telephone)).unwrap();
        assert_eq!(with_lexicon(lexicon).read("at noon").text.as_str(), "at noon");
    }

    #[test]
    fn what_is_shown_leads_back_to_the_source() {
        let mut shown = Shown::plain("Your code is A1.");
        shown.wish(Wish { span: ByteSpan::new(13, 15), how: How::As(SayAs::Characters) });
        let spoken = english().read_shown(&shown);
        let last = spoken.words.last().unwrap();
        assert_eq!(last.source, ByteSpan::new(13, 15));
        assert_ne!(&spoken.text[last.spoken.range()], "A1");
    }

    #[test]
    fn wishes_outside_the_text_or_over_others_count_for_nothing() {
        let wish = |start, end| Wish { span: ByteSpan::new(start, end), how: How::Alias("x".into()) };
        let spoken = english().read_with("ab cd", &[wish(0, 2), wish(1, 4), wish(9, 12)]);
        assert_eq!(spoken.text.as_str(), "x cd");
    }
}
