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
