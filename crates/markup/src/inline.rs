//! Text inside a line, mark by mark.

use crate::lookahead::is_gap;
use crate::piece::Border;
use crate::syntax::Sounds;
use crate::view::{Line, LineKind, LinePlace, Mode, View};

impl View {
    pub(crate) fn step_text(&mut self) -> Option<()> {
        if self.line.place == LinePlace::Start && self.reading.markup.has_markdown() {
            return self.step_line_start();
        }
        let plain = self.rest().bytes().position(|byte| self.may_mean_something(byte));
        match plain {
            Some(0) => self.step_mark(),
            Some(length) => self.show_plain(length),
            None => self.show_plain(self.rest().len()),
        }
    }

    fn show_plain(&mut self, bytes: usize) -> Option<()> {
        self.show(bytes);
        Some(())
    }

    fn may_mean_something(&self, byte: u8) -> bool {
        let markup = self.reading.markup;
        match byte {
            b'<' => markup.has_tags(),
            b'&' => markup.has_tags() || markup.has_markdown(),
            b'\n' | b'*' | b'_' | b'~' | b'`' | b'[' | b']' | b'!' | b'\\' => markup.has_markdown(),
            b'|' | b'-' | b':' => matches!(self.line.kind, LineKind::Row(_)),
            b'#' => self.line.kind == LineKind::Heading,
            b'/' => self.reading.sounds == Sounds::Slashes,
            _ => false,
        }
    }

    /// Decides about the mark at the place.
    fn step_mark(&mut self) -> Option<()> {
        match self.rest().as_bytes().first()? {
            b'\n' => self.end_line(),
            mark @ (b'*' | b'_' | b'~') => self.step_emphasis(*mark),
            b'`' => self.step_backticks(),
            b'[' => self.step_bracket(),
            b']' => self.step_link_target(),
            b'!' => self.step_exclamation_mark(),
            b'\\' => self.step_backslash(),
            b'<' => self.step_angle_bracket(),
            b'&' => self.step_reference(),
            b'#' => self.step_closing_hashes(),
            b'/' => self.step_slash(),
            b'|' => self.step_pipe(),
            _ => self.step_rule_of_row(),
        }
    }

    fn end_line(&mut self) -> Option<()> {
        self.show(1);
        if self.line.kind != LineKind::Plain {
            self.border(Border::Paragraph);
        }
        self.line = Line::default();
        Some(())
    }

    /// An image is read as what stands for it.
    fn step_exclamation_mark(&mut self) -> Option<()> {
        let may_open = !crate::lookahead::in_word(self.before);
        if may_open && self.after(1)? == Some('[') {
            self.skip(1);
        } else {
            self.show(1);
        }
        Some(())
    }

    /// A mark behind a backslash means nothing.
    fn step_backslash(&mut self) -> Option<()> {
        match self.after(1)? {
            next if self.begins_path(next)? => self.mode = Mode::Path,
            Some(c) if r"\`*_{}[]()#+-.!|~<>&".contains(c) => {
                self.skip(1);
                self.show(c.len_utf8());
            }
            Some('\n') => self.skip(1),
            Some(_) | None => self.show(1),
        }
        Some(())
    }

    /// Whether a path of Windows goes on or begins here: `C:\x`, `\\server`.
    fn begins_path(&self, next: Option<char>) -> Option<bool> {
        Some(match (self.before, next) {
            (Some(':'), next) => !is_gap(next),
            (before, Some('\\')) if is_gap(before) => self.after(2)?.is_some_and(char::is_alphanumeric),
            _ => false,
        })
    }

    /// No mark means anything in a path, which ends before a space or what closes something around it.
    pub(crate) fn step_path(&mut self) -> Option<()> {
        let ends = |c: char| c.is_whitespace() || "<>`\"'()[]|,;".contains(c);
        match self.rest().find(ends) {
            Some(0) => self.mode = Mode::Text,
            Some(length) => self.show(length),
            None => self.show(self.rest().len()),
        }
        Some(())
    }

    /// A heading may end with the marks that it begins with.
    fn step_closing_hashes(&mut self) -> Option<()> {
        let length = self.run(0, b'#')?;
        if is_gap(self.before) && self.line_ends(length)? {
            self.skip(length);
        } else {
            self.show(length);
        }
        Some(())
    }
}
