//! Code: inside a line between backticks, and in blocks between fences.

use speech::{How, SayAs};

use crate::lookahead::{in_word, is_gap};
use crate::piece::{Border, Manner, Mark, Warning};
use crate::syntax::Code;
use crate::view::{Line, LinePlace, Mode, View};

/// The most bytes of code inside a line: past them it is taken for text, in case its end was forgotten.
const LONGEST_SPAN: usize = 256;

/// The most bytes of a block of code, up to the end of a line: then its end was forgotten, and what follows is read. A
/// release ends no block, for the rest of it may come.
const LONGEST_BLOCK: usize = 16_384;

/// A block of code that has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fence {
    mark: u8,
    length: usize,
    place: FencePlace,
    /// How many bytes of code it may still have.
    left: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FencePlace {
    /// Behind the marks, where the language may be named.
    Name,
    LineStart,
    Inside,
    /// Behind the marks that end it.
    Rest,
}

impl Fence {
    pub(crate) fn new(mark: u8, length: usize) -> Self {
        Self { mark, length, place: FencePlace::Name, left: LONGEST_BLOCK }
    }
}

/// Code inside a line that has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CodeSpan {
    /// How many backticks close it.
    ticks: usize,
    /// How many bytes it may still have.
    left: usize,
    place: SpanPlace,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SpanPlace {
    Plain,
    /// Between quotation marks, where a sentence may end that is none of the text's own.
    Quoted,
}

impl CodeSpan {
    fn new(ticks: usize) -> Self {
        Self { ticks, left: LONGEST_SPAN, place: SpanPlace::Plain }
    }

    fn after(self, bytes: usize) -> Mode {
        Mode::CodeSpan(Self { left: self.left - bytes, ..self })
    }

    fn after_quote(self) -> Mode {
        let place = match self.place {
            SpanPlace::Plain => SpanPlace::Quoted,
            SpanPlace::Quoted => SpanPlace::Plain,
        };
        Mode::CodeSpan(Self { left: self.left - 1, place, ..self })
    }
}

impl View {
    /// Decides about backticks outside of code.
    pub(crate) fn step_backticks(&mut self) -> Option<()> {
        let ticks = self.run(0, b'`')?;
        let next = self.after(ticks)?;
        if ticks >= 3 && self.names_code_to_line_end(ticks)? {
            self.begin_fence(b'`', ticks);
            return Some(());
        }
        if in_word(self.before) && in_word(next) {
            self.show(ticks);
            return Some(());
        }
        let opens = !in_word(self.before) && !is_gap(next) && self.before != Some('`') && next != Some('`');
        self.skip(ticks);
        if opens {
            self.mode = Mode::CodeSpan(CodeSpan::new(ticks));
            self.open(Manner::Code);
        }
        Some(())
    }

    /// Whether nothing but the name of a language stands between the marks and the end of the line.
    fn names_code_to_line_end(&self, ticks: usize) -> Option<bool> {
        const LONGEST_NAME: usize = 24;
        let rest = self.rest().as_bytes().get(ticks..).unwrap_or_default();
        let in_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"+#-_.".contains(*byte);
        let length = rest.iter().take(LONGEST_NAME).take_while(in_name).count();
        self.after(ticks + length)?;
        Some(self.line_ends(ticks + length)? && self.rest()[ticks + length..].contains('\n'))
    }

    pub(crate) fn step_code_span(&mut self, span: CodeSpan) -> Option<()> {
        match self.rest().as_bytes().first()? {
            b'`' => {
                let length = self.run(0, b'`')?;
                if length == span.ticks {
                    self.skip(length);
                    self.leave_code_span();
                } else {
                    self.show(length);
                }
            }
            b'\n' => self.leave_code_span(),
            b'.' | b'!' | b'?' if span.left > 0 => {
                let ends = span.place == SpanPlace::Plain && self.sentence_ends()?;
                self.show(1);
                self.mode = span.after(1);
                if ends {
                    self.leave_code_span();
                }
            }
            b'"' if span.left > 0 => {
                self.show(1);
                self.mode = span.after_quote();
            }
            b'\'' if span.left > 0 && span.ticks == 2 && self.goes_on_like(0, "''")? => {
                self.leave_code_span()
            }
            _ => self.pass_code_within(span),
        }
        Some(())
    }

    /// Shows code up to the next mark that may mean something in it.
    fn pass_code_within(&mut self, span: CodeSpan) {
        let rest = self.rest();
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let length =
            rest[first..].find(['`', '\n', '.', '!', '?', '\'', '"']).map_or(rest.len(), |at| first + at);
        let within = rest.floor_char_boundary(length.min(span.left));
        if within == 0 {
            self.leave_code_span();
        } else {
            self.show(within);
            self.mode = span.after(within);
        }
    }

    /// Whether a sentence ends with the mark at the place and another begins, so that the code around it is none.
    fn sentence_ends(&self) -> Option<bool> {
        Some(self.after(1)? == Some(' ') && self.after(2)?.is_some_and(char::is_uppercase))
    }

    fn leave_code_span(&mut self) {
        self.mode = Mode::Text;
        self.close();
    }

    pub(crate) fn step_fence(&mut self, fence: Fence) -> Option<()> {
        let line = self.rest().find('\n');
        let before = self.from;
        match fence.place {
            FencePlace::Name => self.pass_name(fence, line),
            FencePlace::Rest => self.pass_rest(line),
            FencePlace::LineStart => self.step_code_line(fence)?,
            FencePlace::Inside => self.pass_code(fence, line),
        }
        let passed = self.from - before;
        if let Mode::Fence(fence) = &mut self.mode {
            fence.left = fence.left.saturating_sub(passed);
        }
        Some(())
    }

    fn pass_name(&mut self, fence: Fence, line: Option<usize>) {
        match line {
            Some(0) => self.begin_line_of_code(fence, 1, Code::Skip),
            Some(length) => self.skip(length),
            None => self.skip(self.rest().len()),
        }
    }

    fn pass_rest(&mut self, line: Option<usize>) {
        match line {
            Some(0) => self.mode = Mode::Text,
            Some(length) => self.skip(length),
            None => self.skip(self.rest().len()),
        }
    }

    fn pass_code(&mut self, fence: Fence, line: Option<usize>) {
        let length = line.unwrap_or(self.rest().len());
        match self.reading.code {
            code if length == 0 => {
                if code == Code::Spell {
                    self.close();
                }
                self.begin_line_of_code(fence, 1, code);
            }
            Code::Skip => self.skip(length),
            Code::Say | Code::Spell => self.show(length),
        }
    }

    fn begin_line_of_code(&mut self, fence: Fence, bytes: usize, code: Code) {
        match code {
            Code::Skip => self.skip(bytes),
            Code::Say | Code::Spell => self.show(bytes),
        }
        self.mode = Mode::Fence(Fence { place: FencePlace::LineStart, ..fence });
    }

    /// At the start of a line of code: is it the fence that ends it?
    fn step_code_line(&mut self, fence: Fence) -> Option<()> {
        if fence.left == 0 {
            self.mode = Mode::Text;
            self.line = Line::default();
            self.border(Border::Paragraph);
            self.warn(Warning::TooLong(LONGEST_BLOCK));
            return Some(());
        }
        let margin = self.run(0, b' ')?;
        let length = self.run(margin, fence.mark)?;
        if length >= fence.length {
            self.skip(margin + length);
            self.border(Border::Paragraph);
            self.line = Line { place: LinePlace::Inside, ..Line::default() };
            self.mode = Mode::Fence(Fence { place: FencePlace::Rest, ..fence });
        } else {
            self.mode = Mode::Fence(Fence { place: FencePlace::Inside, ..fence });
            if self.reading.code == Code::Spell {
                self.open(Manner::As(How::As(SayAs::Characters)));
            }
        }
        Some(())
    }

    /// Begins a way of reading, unless another one holds.
    pub(crate) fn open(&mut self, manner: Manner) {
        if self.elements.begin_manner() {
            self.mark(Mark::Open(manner));
        }
    }

    /// Ends what the matching [`Self::open`] began.
    pub(crate) fn close(&mut self) {
        if self.elements.end_manner() {
            self.mark(Mark::Close);
        }
    }
}
