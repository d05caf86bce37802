//! Goes from border to border through the open segment.
//!
//! It passes each character once, and asks a rule again only when a character came that may change the answer. So its
//! work for a character does not grow with the segment. Start with [`Cursor::next_border`].

use std::time::Duration;

use crate::boundary::{Phrases, Rank, Rules, Ruling, Until, has_blank_line, rule};
use crate::clause;
use crate::effort::spend;
use crate::mark::{clause_mark, ends_in_greek, is_line_end, terminal};
use crate::past::Past;
use crate::phrase::{self, FEWEST_WORDS};
use crate::place::Place;
use crate::run::{Kind, Run};

/// A place where something ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Border {
    /// The byte after what ends.
    pub(crate) at: usize,
    /// What ends.
    pub(crate) rank: Rank,
}

/// How far borders have been decided.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cursor {
    /// All borders before it are known.
    place: Place,
    /// The marks that are being read there, or are waiting for a ruling.
    run: Option<Run>,
    asleep: Until,
}

/// What one step comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Wait(Until),
    /// The cursor moved, or knows more.
    On,
    Border(Rank),
}

impl Cursor {
    /// The next border in `text`, the open segment as far as it has been read; `None` while only later text tells. To be asked
    /// until there is none after every single character.
    pub(crate) fn next_border(&mut self, text: &str, rules: Rules) -> Option<Border> {
        if !text.ends_with(|c| self.asleep.is_met_by(c)) {
            return None;
        }
        loop {
            match self.step(text, rules) {
                Step::Wait(until) => {
                    self.asleep = until;
                    return None;
                }
                Step::On => {}
                Step::Border(rank) => {
                    self.asleep = Until::Next;
                    return Some(Border { at: self.place.at(), rank });
                }
            }
        }
    }

    /// How long what stands before the cursor takes to say, spaces around it not counted.
    pub(crate) fn speech(&self) -> Duration {
        self.place.speech()
    }

    fn step(&mut self, text: &str, rules: Rules) -> Step {
        let Some(mut run) = self.run else { return self.search(text, rules) };
        let step = self.settle(text, &mut run, rules);
        self.run = matches!(step, Step::Wait(_)).then_some(run);
        step
    }

    /// Looks at the next character that may end something.
    fn search(&mut self, text: &str, rules: Rules) -> Step {
        while let Some(c) = self.place.next(text) {
            if let Some(kind) = self.kind(text, c) {
                self.run = Some(Run::begin(kind, self.place.words(text), self.place.past()));
                return Step::On;
            }
            let step = if c.is_whitespace() { self.settle_space(text, c, rules) } else { Step::On };
            if !matches!(step, Step::Wait(_)) {
                self.place.pass(c);
            }
            if step != Step::On {
                return step;
            }
        }
        Step::Wait(Until::Next)
    }

    /// What `c`, at the cursor, may end together with its like.
    fn kind(&self, text: &str, c: char) -> Option<Kind> {
        if terminal(c).is_some() || c == ';' && ends_in_greek(&text[..self.place.at()]) {
            return Some(Kind::Sentence);
        }
        clause_mark(c).map(Kind::Clause)
    }

    /// Decides about the space or line end `c`, at the cursor.
    fn settle_space(&self, text: &str, c: char, rules: Rules) -> Step {
        let (before, from) = text.split_at(self.place.at());
        if !is_line_end(c) {
            return match clause::rule_space(before) {
                Ruling::GoesOn => self.settle_phrase(text, rules),
                ruling => clause_step(ruling),
            };
        }
        spend(from.len());
        if has_blank_line(from) {
            return Step::Border(Rank::Sentence);
        }
        clause_step(clause::rule_line(&from[c.len_utf8()..]))
    }

    /// Decides whether a phrase ends with the space at the cursor.
    fn settle_phrase(&self, text: &str, rules: Rules) -> Step {
        if rules.phrases == Phrases::Pass || self.place.count_words() < FEWEST_WORDS {
            return Step::On;
        }
        match phrase::ends(text, self.place.at(), rules.customs) {
            Ok(true) => Step::Border(Rank::Phrase),
            Ok(false) => Step::On,
            Err(until) => Step::Wait(until),
        }
    }

    /// How many words stand before the cursor.
    pub(crate) fn count_words(&self) -> u16 {
        self.place.count_words()
    }

    /// What is remembered of the text before the cursor.
    pub(crate) fn past(&self) -> Past {
        self.place.past()
    }

    /// One for text with this past.
    pub(crate) fn follow(past: Past) -> Self {
        Self { place: Place::follow(past), ..Self::default() }
    }

    /// Reads `run` on, and decides about it once it has ended.
    fn settle(&mut self, text: &str, run: &mut Run, rules: Rules) -> Step {
        if run.read(&mut self.place, text, rules).is_none() {
            return Step::Wait(Until::Next);
        }
        let after = &text[self.place.at()..];
        let (ruling, rank) = match run.kind {
            Kind::Sentence if self.place.is_inside() => (Ruling::GoesOn, Rank::Sentence),
            Kind::Sentence => (rule(text, run, after, rules), Rank::Sentence),
            Kind::Clause(mark) => clause::rule(text, run, mark, after),
        };
        match (ruling, space_length(after)) {
            (Ruling::Wait(until), _) => Step::Wait(until),
            (Ruling::GoesOn, _) => {
                run.item(text).into_iter().for_each(|item| self.place.note_item(item));
                run.names(text, after, rules.customs).into_iter().for_each(|name| self.place.note_name(name));
                Step::On
            }
            (Ruling::Ends, None) => Step::Wait(Until::Next),
            (Ruling::Ends, Some(length)) => {
                self.place.pass_bytes(text, length);
                Step::Border(rank)
            }
        }
    }
}

fn clause_step(ruling: Ruling) -> Step {
    match ruling {
        Ruling::Wait(until) => Step::Wait(until),
        Ruling::GoesOn => Step::On,
        Ruling::Ends => Step::Border(Rank::Clause),
    }
}

/// The bytes of the one space that `after` begins with; `None` if only later text tells.
fn space_length(after: &str) -> Option<usize> {
    match after.as_bytes() {
        [b'\r'] => None,
        [b'\r', b'\n', ..] => Some(2),
        _ => Some(after.chars().next().filter(|c| c.is_whitespace()).map_or(0, char::len_utf8)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::Haste;
    use crate::language::Customs;

    fn rules() -> Rules {
        Rules { customs: Customs::default_for_all(), haste: Haste::AtTheSpace, phrases: Phrases::Pass }
    }

    /// What is known about the mark at byte `at` of `text`, and the byte from which to look on.
    fn settle(text: &str, at: usize) -> (Step, usize) {
        let mut cursor = Cursor::default();
        cursor.place.pass_bytes(text, at);
        let mut step = cursor.step(text, rules());
        if cursor.run.is_some() {
            step = cursor.step(text, rules());
        }
        (step, cursor.place.at())
    }

    fn sentence(text: &str) -> (Step, usize) {
        settle(text, text.find(|c| terminal(c).is_some()).unwrap())
    }

    fn clause(text: &str, mark: char) -> (Step, usize) {
        settle(text, text.find(mark).unwrap())
    }

    fn waits(step: Step) -> bool {
        matches!(step, Step::Wait(_))
    }

    #[test]
    fn an_ordinary_sentence_is_certain_at_the_space() {
        assert!(waits(sentence("Hello.").0));
        assert_eq!(sentence("Hello. "), (Step::Border(Rank::Sentence), 7));
    }

    #[test]
    fn doubt_waits_for_the_next_word() {
        for doubtful in ["in 1999. ", "No. ", "\"Hello.\" ", "Well... ", "there.H", "Smith et al. Th"] {
            assert!(waits(sentence(doubtful).0), "{doubtful}");
        }
    }

    #[test]
    fn doubt_is_settled_by_the_next_word() {
        let ends = |text| sentence(text).0 == Step::Border(Rank::Sentence);
        for done in ["in 1999. He", "No. W", "\"Hello.\" H", "Well... H", "there.How", "Smith et al. The y"] {
            assert!(ends(done), "{done}");
        }
        for on in
            ["In 1999. he", "No. 5", "\"Hello.\" h", "Well... h", "there.how", "Smith et al. show", "Dr. S"]
        {
            assert!(!ends(on), "{on}");
        }
    }

    #[test]
    fn a_comma_ends_a_clause_at_the_space() {
        assert!(waits(clause("so,", ',').0));
        assert_eq!(clause("so, ", ','), (Step::Border(Rank::Clause), 4));
        assert_eq!(clause("1,0", ','), (Step::On, 2));
    }

    #[test]
    fn a_quotation_closes_before_the_clause_ends() {
        assert_eq!(clause("\"So,\" ", ','), (Step::Border(Rank::Clause), 6));
    }

    #[test]
    fn marks_that_mean_nothing_else_need_no_space() {
        assert_eq!(clause("你好，我", '，'), (Step::Border(Rank::Clause), 9));
        assert_eq!(clause("so—he", '—'), (Step::Border(Rank::Clause), 5));
    }

    #[test]
    fn hyphens_end_nothing_inside_words() {
        assert_eq!(clause("well-known", '-'), (Step::On, 5));
        assert_eq!(clause("so - he", '-'), (Step::Border(Rank::Clause), 5));
    }

    #[test]
    fn thai_spaces_end_clauses() {
        assert_eq!(clause("ไป ", ' '), (Step::Border(Rank::Clause), 7));
        assert!(clause("go ", ' ').0 != Step::Border(Rank::Clause));
    }

    #[test]
    fn no_rule_is_asked_before_a_character_that_tells() {
        let mut cursor = Cursor::default();
        let text = format!("\"No.\"{}Yes", " ".repeat(50));
        let place = text.find('Y').unwrap();
        for end in 1..=place {
            assert_eq!(cursor.next_border(&text[..end], rules()), None);
        }
        assert_eq!(cursor.asleep, Until::Visible);
        assert_eq!(
            cursor.next_border(&text[..=place], rules()),
            Some(Border { at: 6, rank: Rank::Sentence })
        );
    }
}
