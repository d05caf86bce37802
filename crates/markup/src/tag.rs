//! What stands in angle brackets.

use std::sync::Arc;

use speech::{Emphasis, How, Style};

use crate::attributes::Attributes;
use crate::element::{Element, LONGEST_NAME};
use crate::elements::{DEEPEST, Ended, Undo};
use crate::lookahead::{in_word, is_gap};
use crate::piece::{Border, Manner, Mark, Warning};
use crate::say_as::Kind;
use crate::skipping::Skipping;
use crate::tag_scan::{Found, Grammar};
use crate::view::{Mode, View};
use crate::{break_time, prosody, say_as, voice};

/// Where a tag stands to its element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Opening,
    Closing,
    /// Both at once.
    Empty,
}

/// The name at the place, behind `<` or `</`.
struct Name {
    start: usize,
    end: usize,
    known: Option<Element>,
}

impl View {
    pub(crate) fn step_angle_bracket(&mut self) -> Option<()> {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        match self.after(1)? {
            Some('!') => self.step_declaration(),
            Some('?') if is_letter(self.after(2)?) => {
                self.pass_over(2, Mode::Skipping(Skipping::instruction()))
            }
            Some('/') if is_letter(self.after(2)?) => self.step_tag(2),
            next if is_letter(next) => self.step_tag(1),
            Some('/') if self.after(2)?.is_none() => self.leave_unfinished(),
            None if self.elements.is_any_open() || is_behind_word(self.before) => self.leave_unfinished(),
            Some(_) | None => self.show_bracket(),
        }
    }

    /// A release came before anybody could tell what this is.
    fn leave_unfinished(&mut self) -> Option<()> {
        self.cut_off_rest();
        Some(())
    }

    fn show_bracket(&mut self) -> Option<()> {
        self.show(1);
        Some(())
    }

    fn pass_over(&mut self, bytes: usize, mode: Mode) -> Option<()> {
        self.skip(bytes);
        self.mode = mode;
        Some(())
    }

    fn step_declaration(&mut self) -> Option<()> {
        if self.goes_on_like(1, "!--")? {
            self.pass_over(4, Mode::Skipping(Skipping::comment()))
        } else if self.goes_on_like(1, "![CDATA[")? {
            self.pass_over(9, Mode::Literal)
        } else if self.goes_on_like(1, "!DOCTYPE")? {
            self.pass_over(9, Mode::Skipping(Skipping::declaration()))
        } else {
            self.show_bracket()
        }
    }

    /// Decides about what looks like a tag whose name begins at byte `start`.
    fn step_tag(&mut self, start: usize) -> Option<()> {
        let Some(name) = self.name(start)? else { return self.show_bracket() };
        let next = self.after(name.end)?;
        if self.is_address(&name, next) {
            return self.step_address();
        }
        if name.start == 2 && next.is_none() {
            return self.leave_unfinished();
        }
        let ends = next.is_none_or(|c| c.is_whitespace() || matches!(c, '>' | '/'));
        if !ends || name.known.is_none() && !self.may_be_unknown(&name, next) {
            return self.show_bracket();
        }
        match self.find_tag_end(name.end, self.grammar(&name))? {
            Found::At(end) if self.is_parameter(&name, end)? => self.show(1),
            Found::At(end) => self.take_tag(&name, end),
            Found::CutOff if name.known.is_some() || self.elements.speaks => self.cut_off_rest(),
            Found::CutOff | Found::Nothing => self.show(1),
        }
        Some(())
    }

    /// Whether a name that nobody knows may be that of a tag: outside of `speak` an opening one stands behind no word, as
    /// the parameter of a type does (`List<int>`), and one letter is a variable.
    fn may_be_unknown(&self, name: &Name, next: Option<char>) -> bool {
        let letters = &self.rest()[name.start..name.end];
        let is_apart = name.start == 2 || !in_word(self.before) && self.before != Some('_');
        let is_name = letters.len() > 1 && !letters.contains('.');
        self.elements.speaks || next.is_some() && is_apart && is_name
    }

    fn grammar(&self, name: &Name) -> Grammar {
        match name.end - name.start {
            // Nothing but spaces stands in what a release left unfinished, or it was none.
            _ if name.start == 2 && self.told > 0 => Grammar::Strict,
            _ if self.elements.speaks => Grammar::Loose,
            1 => Grammar::Strict,
            _ if name.known.is_none() => Grammar::Strict,
            _ => Grammar::Usual,
        }
    }

    /// Whether what looks like a tag up to byte `end` is the parameter of a type: `List<u> x`, unlike `un<b>der</b>`.
    fn is_parameter(&self, name: &Name, end: usize) -> Option<bool> {
        let may_be = !self.elements.speaks
            && in_word(self.before)
            && (name.start, name.end, end) == (1, 2, 2)
            && name.known == Some(Element::Inline);
        if !may_be {
            return Some(false);
        }
        let next = self.after(end + 1)?;
        Some(is_gap(next) || next.is_some_and(|c| ".,;:!?)(>{}[]&*`".contains(c)))
    }

    fn name(&self, start: usize) -> Option<Option<Name>> {
        let rest = &self.rest().as_bytes()[start..];
        let in_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(byte);
        let length = rest.iter().take(LONGEST_NAME).take_while(|byte| in_name(byte)).count();
        if length == LONGEST_NAME {
            return Some(None);
        }
        self.after(start + length)?;
        let end = start + length;
        let known = Element::of(&self.rest()[start..end].to_ascii_lowercase());
        Some(Some(Name { start, end, known }))
    }

    /// Whether an address begins there: `<https://…>`, `<a@b.example>`.
    fn is_address(&self, name: &Name, next: Option<char>) -> bool {
        let scheme = &self.rest()[name.start..name.end];
        name.start == 1
            && (next == Some('@')
                || next == Some('/') && scheme.ends_with(':')
                || scheme.starts_with("mailto:"))
    }

    fn step_address(&mut self) -> Option<()> {
        match self.find_address_end()? {
            Found::At(end) => {
                self.skip(1);
                self.show(end - 1);
                self.skip(1);
            }
            Found::CutOff | Found::Nothing => self.show(1),
        }
        Some(())
    }

    /// Does what the tag says that ends at byte `end`.
    fn take_tag(&mut self, name: &Name, end: usize) {
        let inside = &self.rest()[name.start..end];
        let (content, form) = match inside.strip_suffix('/') {
            Some(content) => (content, Form::Empty),
            None if name.start == 2 => (inside, Form::Closing),
            None => (inside, Form::Opening),
        };
        let name_length = name.end - name.start;
        let attributes = Attributes::read(content, name_length);
        match (name.known, attributes) {
            (Some(element), attributes) if Self::ignores_attributes(element) || form == Form::Closing => {
                self.take_element(element, form, end + 1, attributes.as_ref());
            }
            (_, None) => self.skip_with(end + 1, Warning::Malformed),
            (None, Some(_)) if form == Form::Closing => self.skip(end + 1),
            (None, Some(_)) => self.skip_with(end + 1, Warning::Unknown),
            (Some(element), Some(attributes)) => self.take_element(element, form, end + 1, Some(&attributes)),
        }
    }

    fn ignores_attributes(element: Element) -> bool {
        use Element::{Block, Cell, Inline, LineBreak, Paragraph, Sentence, Speak, Unsupported};
        matches!(element, Block | Cell | Inline | LineBreak | Paragraph | Sentence | Speak | Unsupported(_))
    }

    fn skip_with(&mut self, bytes: usize, warning: Warning) {
        self.skip(bytes);
        self.warn(warning);
    }

    fn take_element(&mut self, element: Element, form: Form, bytes: usize, attributes: Option<&Attributes>) {
        match element {
            Element::Paragraph | Element::Block => self.separate(bytes, Border::Paragraph),
            Element::Sentence => self.separate(bytes, Border::Sentence),
            Element::LineBreak => self.keep_apart(bytes, '\n'),
            Element::Cell => self.keep_apart(bytes, ' '),
            Element::Speak => {
                self.skip(bytes);
                if form == Form::Closing {
                    self.end_all();
                }
                self.elements.speaks = form == Form::Opening;
            }
            Element::Inline => self.skip(bytes),
            Element::Unsupported(name) if form != Form::Closing => {
                self.skip_with(bytes, Warning::Unsupported(name))
            }
            Element::Unsupported(_) => self.skip(bytes),
            Element::Break
            | Element::SayAs
            | Element::Sub
            | Element::Phoneme
            | Element::Prosody
            | Element::Emphasis
            | Element::Voice
            | Element::Lang => {
                self.skip(bytes);
                match (form, attributes) {
                    (Form::Closing, _) => self.end_element(element),
                    (Form::Opening | Form::Empty, Some(attributes)) => {
                        self.begin_element(element, form, attributes)
                    }
                    (Form::Opening | Form::Empty, None) => {}
                }
            }
        }
    }

    /// Shows `c` for a tag, unless there is a space already.
    fn keep_apart(&mut self, bytes: usize, c: char) {
        if self.shown.is_some_and(|shown| !shown.is_whitespace()) {
            self.show_as(c, bytes);
        } else {
            self.skip(bytes);
        }
    }

    fn separate(&mut self, bytes: usize, border: Border) {
        self.keep_apart(bytes, '\n');
        self.border(border);
    }

    fn begin_element(&mut self, element: Element, form: Form, attributes: &Attributes) {
        let style = Arc::clone(&self.elements.style);
        let value = |name| attributes.get(name).filter(|value| !value.is_empty());
        match element {
            Element::Break => match break_time::length(attributes) {
                Some(length) => self.mark(Mark::Break(length)),
                None => self.warn(Warning::Value("break")),
            },
            _ if form == Form::Empty => {}
            Element::Sub => match value("alias").filter(|alias| alias.chars().count() <= LONGEST_ALIAS) {
                Some(alias) => self.substitute(alias),
                None => self.warn(Warning::Value("sub")),
            },
            Element::SayAs => match say_as::kind(attributes) {
                Kind::Known(kind) => self.begin_manner(element, How::As(kind)),
                Kind::Evident => self.begin_style(element, Some((*style).clone()), "say-as"),
                Kind::Unknown => self.begin_style(element, None, "say-as"),
            },
            Element::Phoneme => match phonemes(attributes) {
                Some(how) => self.begin_manner(element, how),
                None => self.begin_style(element, None, "phoneme"),
            },
            Element::Prosody => self.begin_style(element, prosody::with(&style, attributes), "prosody"),
            Element::Emphasis => self.begin_emphasis(attributes),
            Element::Voice => self.begin_style(element, voice::with(&style, attributes), "voice"),
            Element::Lang => self.begin_style(element, voice::in_language(&style, attributes), "lang"),
            _ => {}
        }
    }

    fn begin_manner(&mut self, element: Element, how: How) {
        if self.makes_room() {
            self.elements.begin(element, Undo::Manner);
            self.open(Manner::As(how));
        }
    }

    /// An element is open even if nothing can be done about it, so that its end is known.
    fn begin_style(&mut self, element: Element, style: Option<Style>, name: &'static str) {
        if style.is_none() {
            self.warn(Warning::Value(name));
        }
        if self.makes_room() {
            self.elements.begin(element, Undo::Style(Arc::clone(&self.elements.style)));
            if let Some(style) = style {
                self.set_style(Arc::new(style));
            }
        }
    }

    /// `none` is what keeps words from standing out inside of others that do.
    fn begin_emphasis(&mut self, attributes: &Attributes) {
        let before = self.elements.emphasis;
        let level = match attributes.get("level").map(str::to_ascii_lowercase).as_deref() {
            None | Some("" | "moderate") => Some(Emphasis::Moderate),
            Some("strong") => Some(Emphasis::Strong),
            Some("reduced") => Some(Emphasis::Reduced),
            Some("none") => None,
            Some(_) => {
                self.warn(Warning::Value("emphasis"));
                before
            }
        };
        if self.makes_room() {
            self.elements.begin(Element::Emphasis, Undo::Emphasis(before));
            self.emphasise(level);
        }
    }

    fn makes_room(&mut self) -> bool {
        let has_room = self.elements.has_room();
        if !has_room {
            self.elements.begin_beyond();
            self.warn(Warning::TooDeep(DEEPEST));
        }
        has_room
    }

    fn set_style(&mut self, style: Arc<Style>) {
        if self.elements.style != style {
            self.elements.style = Arc::clone(&style);
            self.mark(Mark::Style(style));
        }
    }

    /// Ends the innermost element of a kind, with all that is open inside of it.
    fn end_element(&mut self, element: Element) {
        loop {
            match self.elements.end(element) {
                Ended::Nothing => return,
                Ended::Last(undo) => return self.undo(undo),
                Ended::One(undo) => self.undo(undo),
            }
        }
    }

    fn end_all(&mut self) {
        while let Some(undo) = self.elements.end_innermost() {
            self.undo(undo);
        }
    }

    fn undo(&mut self, undo: Undo) {
        match undo {
            Undo::Manner => self.close(),
            Undo::Style(style) if style != self.elements.style => {
                self.elements.style = Arc::clone(&style);
                self.return_to(style);
            }
            Undo::Style(_) => {}
            Undo::Emphasis(before) => self.emphasise(before),
        }
    }
}

/// Whether a bracket at the end of the text sooner begins a tag than it compares numbers.
fn is_behind_word(before: Option<char>) -> bool {
    before.is_some_and(|c| !c.is_whitespace() && !c.is_numeric())
}

/// The most characters of an alias: it is never cut, and a segment has bounds.
const LONGEST_ALIAS: usize = 300;

/// The longest transcription, in bytes.
const LONGEST_IPA: usize = 256;

fn phonemes(attributes: &Attributes) -> Option<How> {
    let is_ipa = attributes.get("alphabet").is_none_or(|alphabet| alphabet.eq_ignore_ascii_case("ipa"));
    let ipa = attributes.get("ph").filter(|ipa| !ipa.is_empty() && ipa.len() <= LONGEST_IPA)?;
    is_ipa.then(|| How::Sounds(ipa.into()))
}
