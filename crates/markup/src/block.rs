//! What a line begins with: headings, items, quotations, rules, fences, rows of tables.

use crate::code::Fence;
use crate::lookahead::LONGEST_RUN;
use crate::piece::Border;
use crate::row::Row;
use crate::skipping::Skipping;
use crate::view::{Line, LineKind, LinePlace, Mode, View};

impl View {
    pub(crate) fn step_line_start(&mut self) -> Option<()> {
        match self.rest().as_bytes().first()? {
            b' ' | b'\t' | b'\r' => self.show(1),
            b'\n' => {
                self.show(1);
                self.line = Line::default();
            }
            b'#' => self.step_heading()?,
            b'>' => self.step_quotation()?,
            mark @ (b'-' | b'+' | b'*' | b'_' | b'=') => self.step_item_or_rule(*mark)?,
            mark @ (b'`' | b'~') => self.step_opening_fence(*mark)?,
            b'|' if !self.is_row()? => self.line.place = LinePlace::Inside,
            b'|' => {
                self.skip(1);
                self.enter(LineKind::Row(Row::default()));
            }
            b'[' if self.line.kind == LineKind::Item => self.step_check_box()?,
            b'[' => self.step_definition()?,
            _ => self.line.place = LinePlace::Inside,
        }
        Some(())
    }

    fn enter(&mut self, kind: LineKind) {
        self.line = Line { place: LinePlace::Inside, kind };
    }

    fn step_heading(&mut self) -> Option<()> {
        let level = self.run(0, b'#')?;
        match self.after(level)? {
            Some(' ' | '\t') if level <= 6 => {
                self.border(Border::Paragraph);
                self.skip(level + 1);
                self.enter(LineKind::Heading);
            }
            None | Some('\n') if level <= 6 => self.skip(level),
            Some(_) | None => self.line.place = LinePlace::Inside,
        }
        Some(())
    }

    fn step_quotation(&mut self) -> Option<()> {
        match self.after(1)? {
            Some(' ') if self.after(2)?.is_some_and(char::is_numeric) => self.line.place = LinePlace::Inside,
            Some(' ') => self.skip(2),
            Some(c) if c == '>' || c == '\n' || c.is_alphabetic() => self.skip(1),
            Some(_) | None => self.line.place = LinePlace::Inside,
        }
        Some(())
    }

    fn step_item_or_rule(&mut self, mark: u8) -> Option<()> {
        let length = self.run(0, mark)?;
        let is_bullet = length == 1 && matches!(mark, b'-' | b'+' | b'*');
        if length == LONGEST_RUN || self.before == Some(char::from(mark)) {
            self.skip(length);
        } else if is_bullet && matches!(self.after(1)?, Some(' ' | '\t')) && !self.is_sign(mark)? {
            self.border(Border::Paragraph);
            self.skip(2);
            self.line.kind = LineKind::Item;
        } else if (length >= 3 || is_bullet) && mark != b'+' && self.line_ends(length)? {
            self.border(Border::Paragraph);
            self.skip(length);
            self.line.place = LinePlace::Inside;
        } else {
            self.line.place = LinePlace::Inside;
        }
        Some(())
    }

    /// Whether it is the sign of a number, as in `+ 5 points`. Behind a dash it is the number of things in a list.
    fn is_sign(&self, mark: u8) -> Option<bool> {
        if mark != b'+' {
            return Some(false);
        }
        Some(self.after(2)?.is_some_and(char::is_numeric))
    }

    fn step_opening_fence(&mut self, mark: u8) -> Option<()> {
        let length = self.run(0, mark)?;
        if length < 3 || mark == b'`' && self.has_more_backticks(length)? {
            self.line.place = LinePlace::Inside;
            return Some(());
        }
        self.begin_fence(mark, length);
        Some(())
    }

    pub(crate) fn begin_fence(&mut self, mark: u8, length: usize) {
        self.border(Border::Paragraph);
        self.skip(length);
        self.mode = Mode::Fence(Fence::new(mark, length));
    }

    /// Whether code that begins like a block ends on its line, and so is none. Looks at a stretch of the line.
    fn has_more_backticks(&self, from: usize) -> Option<bool> {
        const LONGEST_LINE: usize = 1_000;
        let line = self.rest().as_bytes().get(from..).unwrap_or_default();
        let name = &line[..line.len().min(LONGEST_LINE)];
        match name.iter().find(|byte| matches!(byte, b'`' | b'\n')) {
            Some(byte) => Some(*byte == b'`'),
            None if name.len() == LONGEST_LINE => Some(false),
            None => self.after(from + name.len()).map(|_| false),
        }
    }

    /// `[1]: https://…` says where links lead, and is not read.
    fn step_definition(&mut self) -> Option<()> {
        const LONGEST_NAME: usize = 32;
        let rest = self.rest().as_bytes();
        let in_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'-' | b'_' | b'.');
        let length = rest[1..].iter().take(LONGEST_NAME).take_while(in_name).count();
        self.after(1 + length)?;
        if length > 0 && self.goes_on_like(1 + length, "]: ")? && self.is_address_line(length + 4)? {
            self.skip(length + 4);
            self.mode = Mode::Skipping(Skipping::line());
        }
        self.line.place = LinePlace::Inside;
        Some(())
    }

    /// Whether an address, perhaps with a title, is all of the line from byte `start` on. Looks at a stretch of it.
    fn is_address_line(&self, start: usize) -> Option<bool> {
        const LONGEST_LINE: usize = 500;
        let looks_right = self.goes_on_like(start, "http")? || self.goes_on_like(start, "<http")?;
        if !looks_right {
            return Some(false);
        }
        let rest = &self.rest()[start..];
        let near = &rest[..rest.floor_char_boundary(LONGEST_LINE)];
        let line = match near.find('\n') {
            Some(end) => &near[..end],
            None if near.len() < rest.len() => return Some(false),
            None => {
                self.after(start + near.len())?;
                near
            }
        };
        let (_, title) = line.trim_end().split_once(' ').unwrap_or_default();
        let title = title.trim_start();
        let is_quoted = |open, close| title.len() > 1 && title.starts_with(open) && title.ends_with(close);
        Some(title.is_empty() || is_quoted('"', '"') || is_quoted('\'', '\'') || is_quoted('(', ')'))
    }

    fn step_check_box(&mut self) -> Option<()> {
        for sign in ["[ ] ", "[x] "] {
            if self.goes_on_like(0, sign)? {
                self.skip(sign.len());
                break;
            }
        }
        self.line.place = LinePlace::Inside;
        Some(())
    }
}
