//! What the text behind some marks says about whether a sentence ended with them.
//!
//! A [`Ruling`] is given from text that cannot change: that a border is there, that none is, or that only later text can
//! tell, and which. It is asked for again when such text came, so it depends on the text alone and never on how the text
//! was cut into messages.
//!
//! The rule for spaces: a border lies behind the one space character that follows the marks. Further spaces lead the next
//! segment. In [`Haste::AtTheSpace`] it is certain as soon as that space is there, unless the word before or an ellipsis
//! or quotation leaves doubt, so the decision comes at the earliest moment. In [`Haste::None`] it waits for the character
//! behind the spaces: a small letter goes on with the sentence of somebody who writes capitals, and an emoji belongs to the
//! sentence before. Without a space the border lies behind the marks, and is certain at the letter that follows.
//!
//! Start with [`rule`].

use crate::abbreviation::Abbreviation;
use crate::ahead::Ahead;
use crate::effort::spend;
use crate::exclaimed::{is_in_name, is_repeated};
use crate::language::{Customs, Nouns};
use crate::mark::{ClauseMark, Enclosure, Terminal, clause_mark, enclosure, is_line_end, terminal};
use crate::number;
use crate::place::Manner;
use crate::quotation;
use crate::run::{Closed, Run};
use crate::shape::is_glued_initial;
use crate::shortened::{
    if_opener, is_first_part, is_initial, street, title, unit, unless_it_goes_on, unless_number,
};
use crate::word::Before;

/// What ends at a border.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Rank {
    Phrase,
    Clause,
    Sentence,
}

/// What a rule says about the place behind some marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruling {
    /// Only later text tells.
    Wait(Until),
    GoesOn,
    Ends,
}

/// The next character with which a ruling may change, so that nobody need ask before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Until {
    /// Any.
    #[default]
    Next,
    /// One that is no space, or that ends a line.
    Visible,
    /// None of the marks that open quotations and brackets.
    Opened,
    /// None of the marks around quotations and brackets.
    Bare,
    /// One that is no part of a word.
    Apart,
    /// A space.
    Space,
}

impl Until {
    /// Whether `c` is such a character.
    pub(crate) fn is_met_by(self, c: char) -> bool {
        match self {
            Self::Next => true,
            Self::Visible => !c.is_whitespace() || is_line_end(c),
            Self::Opened => !may_open(c),
            Self::Bare => enclosure(c).is_none(),
            Self::Apart => !c.is_alphabetic(),
            Self::Space => c.is_whitespace(),
        }
    }
}

/// By what borders are decided.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    pub(crate) customs: &'static Customs,
    pub(crate) haste: Haste,
    pub(crate) phrases: Phrases,
}

/// Whether phrases are to end anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Phrases {
    Pass,
    End,
}

/// How soon the end of an ordinary sentence is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Haste {
    /// With the space behind it, so that the first word comes early.
    AtTheSpace,
    /// With the character behind the space.
    None,
}

/// What a rule comes to, or what it waits for.
pub(crate) type Asked = Result<Ruling, Until>;

/// Rules about `run`, which ends a sentence or nothing and has been read; `after` is the text behind it in `text`.
pub(crate) fn rule(text: &str, run: &mut Run, after: &str, rules: Rules) -> Ruling {
    let ahead = Ahead::new(after);
    let is_spaced = after.starts_with(char::is_whitespace);
    let asked = if is_spaced { spaced(text, run, ahead, rules) } else { joined(text, run, after, rules) };
    asked.unwrap_or_else(Ruling::Wait)
}

/// Whether `text` begins with spaces that hold two line ends, or a paragraph separator.
pub(crate) fn has_blank_line(text: &str) -> bool {
    let spaces = text.chars().take_while(|c| c.is_whitespace());
    spaces.filter(|&c| is_line_end(c)).map(|c| if c == '\u{2029}' { 2 } else { 1 }).sum::<usize>() >= 2
}

/// Whether `c` may stand before the first word of a sentence.
fn may_open(c: char) -> bool {
    matches!(enclosure(c), Some(Enclosure::Opening | Enclosure::Either))
}

/// Marks followed by a space.
fn spaced(text: &str, run: &mut Run, ahead: Ahead<'_>, rules: Rules) -> Asked {
    if has_blank_line(ahead.after()) {
        return Ok(Ruling::Ends);
    }
    match (run.closed, run.mark) {
        (Closed::Enclosure, _) => quotation::spaced(run.mark, ahead, rules.customs),
        (_, Terminal::Certain) => Ok(Ruling::Ends),
        (_, Terminal::Ellipsis) => ellipsis(text, run, ahead, rules.customs),
        (_, Terminal::Loud) if run.is_detached(text) => unless_small(text, run, ahead),
        (_, Terminal::Loud) => loud(text, run, ahead, rules),
        (_, Terminal::Dot) => full_stop(text, run, ahead, rules),
    }
}

/// An exclamation or question mark behind a word and before a space.
fn loud(text: &str, run: &Run, ahead: Ahead<'_>, rules: Rules) -> Asked {
    let word = run.word(text);
    let is_last_part = run.is_last_part(text);
    if is_in_name(run.head(text), word, ahead)? || is_last_part && is_repeated(word, ahead)? {
        return Ok(Ruling::GoesOn);
    }
    plain(text, run, ahead, rules)
}

/// A full stop followed by a space.
fn full_stop(text: &str, run: &mut Run, ahead: Ahead<'_>, rules: Rules) -> Asked {
    let customs = rules.customs;
    match run.before(text, customs) {
        Before::None => unless_small(text, run, ahead),
        Before::Word if is_glued_initial(run.word(text)) && is_initial(ahead)? => Ok(Ruling::GoesOn),
        Before::Word | Before::Dotted => plain(text, run, ahead, rules),
        Before::Number | Before::Roman => number::spaced(text, run, ahead, customs),
        Before::ListMarker | Before::Abbreviation(Abbreviation::NeverLast) => Ok(Ruling::GoesOn),
        Before::Abbreviation(Abbreviation::Title) => title(ahead, customs),
        Before::Abbreviation(Abbreviation::BeforeNumber) => unless_number(text, run, ahead),
        Before::Abbreviation(Abbreviation::Street) => street(ahead, customs),
        Before::Abbreviation(Abbreviation::MayBeLast) => unless_it_goes_on(run, ahead, customs),
        Before::Unit => unit(run.word(text), ahead, customs),
        Before::Initials | Before::Abbreviation(Abbreviation::Name) => if_opener(text, run, ahead, customs),
    }
}

/// An ordinary end of a sentence.
fn plain(text: &str, run: &Run, ahead: Ahead<'_>, rules: Rules) -> Asked {
    match rules.haste {
        Haste::AtTheSpace => Ok(Ruling::Ends),
        Haste::None => unless_small(text, run, ahead),
    }
}

/// Ends unless a mark or the next word shows that the sentence goes on: one in small letters does where the writer uses
/// capitals, but for names and addresses, which are written small wherever they stand.
fn unless_small(text: &str, run: &Run, ahead: Ahead<'_>) -> Asked {
    if ahead.crosses_line() {
        return Ok(Ruling::Ends);
    }
    let first = ahead.first()?;
    match clause_mark(first) {
        Some(ClauseMark::BetweenSpaces | ClauseMark::Anywhere) => return behind_dash(ahead),
        Some(ClauseMark::BeforeSpace) => return goes_on_before_space(ahead),
        None => {}
    }
    if matches!(first, '=' | '+' | '<' | '>' | '×') {
        return Ok(Ruling::GoesOn);
    }
    if terminal(first).is_some() {
        return goes_on_unless(ahead.second()?.is_alphanumeric());
    }
    let bare = ahead.bare()?;
    if !bare.first()?.is_lowercase() || run.manner() != Manner::Capitals && !run.is_factorial(text) {
        return Ok(Ruling::Ends);
    }
    goes_on_unless(is_name(bare.token()?))
}

/// A comma or its like, which goes on; `:)` does not.
fn goes_on_before_space(ahead: Ahead<'_>) -> Asked {
    goes_on_unless(!ahead.second()?.is_whitespace())
}

/// Behind a dash: `Who? – she asked`, `Who? – Me.`
pub(crate) fn behind_dash(ahead: Ahead<'_>) -> Asked {
    let rest = ahead.visible().trim_start_matches(|c| clause_mark(c).is_some());
    spend(ahead.visible().len() - rest.len());
    let c = Ahead::new(rest).bare_first()?;
    goes_on_unless(!c.is_lowercase())
}

pub(crate) fn goes_on_unless(ends: bool) -> Asked {
    Ok(if ends { Ruling::Ends } else { Ruling::GoesOn })
}

/// Whether a word in small letters is a name of its own: `iPhone`, `example.com`, `list[0]`.
fn is_name(token: &str) -> bool {
    let word = token.trim_end_matches(|c: char| !c.is_alphanumeric());
    spend(token.len());
    word.contains(|c: char| {
        c.is_uppercase() || c.is_numeric() || matches!(c, '.' | '@' | '_' | '(' | '[' | '/')
    })
}

/// Ends unless the next word is in small letters or a mark shows that the sentence goes on (UAX #29, rules SB8 and SB8a).
fn ellipsis(text: &str, run: &Run, ahead: Ahead<'_>, customs: &Customs) -> Asked {
    let first = ahead.first()?;
    if clause_mark(first).is_some() {
        return goes_on_before_space(ahead);
    }
    let bare = ahead.bare()?;
    let c = bare.first()?;
    if c.is_lowercase() || terminal(first).is_some() {
        return Ok(Ruling::GoesOn);
    }
    let omits = customs.nouns == Nouns::Capital && run.is_detached(text) && !run.follows(text, ',');
    goes_on_unless(!omits || !c.is_uppercase() || customs.opens(bare.word()?))
}

/// Marks followed at once by something visible.
fn joined(text: &str, run: &mut Run, after: &str, rules: Rules) -> Asked {
    if run.closed == Closed::Enclosure
        && let Some(ruling) = quotation::joined(run.mark, after, rules.customs)?
    {
        return Ok(ruling);
    }
    if run.mark == Terminal::Certain {
        return Ok(Ruling::Ends);
    }
    if run.mark == Terminal::Loud && after.starts_with(['(', '[']) {
        return Ok(Ruling::GoesOn);
    }
    let opened = after.trim_start_matches(may_open);
    spend(after.len() - opened.len());
    let first = opened.chars().next().ok_or(Until::Opened)?;
    if !first.is_alphabetic() || first.is_lowercase() || run.words().is_address(text) {
        return Ok(Ruling::GoesOn);
    }
    match run.mark {
        Terminal::Ellipsis if !first.is_uppercase() => Ok(Ruling::GoesOn),
        Terminal::Dot if run.closed == Closed::Nothing && opened.len() == after.len() => {
            dot_joined(text, run, after, rules.customs)
        }
        Terminal::Dot | Terminal::Ellipsis | Terminal::Loud | Terminal::Certain => Ok(Ruling::Ends),
    }
}

/// A full stop followed at once by a capital or caseless letter.
fn dot_joined(text: &str, run: &mut Run, after: &str, customs: &Customs) -> Asked {
    match run.before(text, customs) {
        Before::Word if is_glued_initial(run.word(text)) && is_initial(Ahead::new(after))? => {
            Ok(Ruling::GoesOn)
        }
        Before::Word if run.is_behind_name(text) => goes_on_unless(customs.opens(Ahead::new(after).word()?)),
        Before::Abbreviation(Abbreviation::BeforeNumber)
            if is_first_part(run.word(text), after, customs)? =>
        {
            Ok(Ruling::GoesOn)
        }
        Before::Word | Before::None | Before::Abbreviation(Abbreviation::BeforeNumber) => {
            number::unless_name_ending(after)
        }
        Before::Dotted if run.words().ends_as_name(text) => number::unless_name_ending(after),
        Before::Number => number::joined(after, customs),
        Before::Initials
        | Before::Unit
        | Before::Abbreviation(Abbreviation::MayBeLast | Abbreviation::Name | Abbreviation::Street) => {
            if_opener(text, run, Ahead::new(after), customs)
        }
        Before::Dotted
        | Before::Roman
        | Before::ListMarker
        | Before::Abbreviation(Abbreviation::NeverLast | Abbreviation::Title) => Ok(Ruling::GoesOn),
    }
}
