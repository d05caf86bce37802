//! Rows of tables: `| a | b |`, and the rule below the first of them.

use crate::lookahead::{LONGEST_RUN, is_gap};
use crate::view::{LineKind, View};

/// A row so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Row {
    kind: RowKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum RowKind {
    #[default]
    Cells,
    /// It draws a line.
    Rule,
}

impl View {
    /// Whether the line that begins with `|` is a row of a table: a space or a rule follows, or the line ends with `|`.
    /// Looks at a stretch of it.
    pub(crate) fn is_row(&self) -> Option<bool> {
        const LONGEST_LINE: usize = 256;
        if matches!(self.after(1)?, Some(' ' | '\t' | '-' | ':')) {
            return Some(true);
        }
        let line = self.rest().as_bytes();
        let near = &line[..line.len().min(LONGEST_LINE)];
        let end = near.iter().position(|byte| *byte == b'\n');
        if end.is_none() && near.len() < LONGEST_LINE {
            self.after(line.len())?;
        }
        let cells = near[1..end.unwrap_or(near.len())].trim_ascii_end();
        let is_whole = end.is_some() || near.len() < LONGEST_LINE;
        let pipes = cells.iter().filter(|byte| **byte == b'|').count();
        Some(pipes > 1 && (cells.ends_with(b"|") || !is_whole))
    }

    fn row(&self) -> Row {
        if let LineKind::Row(row) = self.line.kind { row } else { Row::default() }
    }

    /// Between two cells a listener hears a comma.
    pub(crate) fn step_pipe(&mut self) -> Option<()> {
        if self.row().kind == RowKind::Rule || self.line_ends(1)? {
            self.skip(1);
        } else {
            self.show_as(',', 1);
        }
        Some(())
    }

    /// `---` and `:-:` make a row a rule; other dashes and colons are text.
    pub(crate) fn step_rule_of_row(&mut self) -> Option<()> {
        let length = self.run_of(0, |byte| matches!(byte, b'-' | b':'))?;
        let begins = matches!(self.before, Some('|')) || is_gap(self.before);
        let goes_on = self.row().kind == RowKind::Rule;
        let is_long = length == LONGEST_RUN;
        let next = if is_long { None } else { self.after(length)? };
        let ends = is_long || is_gap(next) || next == Some('|');
        if goes_on || begins && ends && length >= 2 {
            self.skip(length);
            self.line.kind = LineKind::Row(Row { kind: RowKind::Rule });
        } else {
            self.show(length);
        }
        Some(())
    }
}
