//! Links and notes: their text is shown, their targets are not.

use crate::lookahead::is_gap;
use crate::skipping::Skipping;
use crate::tag_scan::Found;
use crate::view::{End, Mode, View};

/// The longest name of a note, in bytes.
const LONGEST_NOTE: usize = 32;

impl View {
    /// `[^1]` is a note, which is not read. Any other bracket is shown: nobody reads it aloud.
    pub(crate) fn step_bracket(&mut self) -> Option<()> {
        match self.after(1)? {
            Some('^') => match self.note_length()? {
                Some(length) => self.skip(length),
                None => self.show(1),
            },
            Some(_) | None => self.show(1),
        }
        Some(())
    }

    fn note_length(&self) -> Option<Option<usize>> {
        let rest = &self.rest().as_bytes()[2..];
        let name =
            rest.iter().take(LONGEST_NOTE).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-');
        let length = name.count();
        if length == LONGEST_NOTE || length == 0 && !rest.is_empty() {
            return Some(None);
        }
        if self.after(2 + length)? != Some(']') {
            return Some(None);
        }
        let colon = usize::from(self.after(3 + length)? == Some(':'));
        Some(Some(3 + length + colon))
    }

    /// `](…)`: the bracket stays, the target goes.
    pub(crate) fn step_link_target(&mut self) -> Option<()> {
        if self.after(1)? != Some('(') {
            self.show(1);
            return Some(());
        }
        match self.find_target_end()? {
            TargetEnd::At(length) => {
                self.show(1);
                self.skip(length - 1);
            }
            TargetEnd::Title(length) => {
                self.show(1);
                self.skip(length - 1);
                self.mode = Mode::Skipping(Skipping::title());
            }
            TargetEnd::None => self.show(1),
        }
        Some(())
    }

    fn find_target_end(&mut self) -> Option<TargetEnd> {
        match self.find_target()? {
            Found::At(end) if self.rest().as_bytes()[end] == b')' => Some(TargetEnd::At(end + 1)),
            Found::At(end) => {
                let is_title = matches!(self.after(end + 1)?, Some('"' | '\'' | '('));
                Some(if is_title && self.rest().as_bytes()[end] == b' ' {
                    TargetEnd::Title(end + 1)
                } else {
                    TargetEnd::None
                })
            }
            Found::Nothing if self.is_cut_off_address() => Some(TargetEnd::At(self.rest().len())),
            Found::Nothing => Some(TargetEnd::None),
        }
    }

    /// Whether the text ends inside of what is certainly the address of a link.
    fn is_cut_off_address(&self) -> bool {
        let target = &self.rest()[2..];
        self.end == End::Final && target.contains("://") && !target.contains(|c| is_gap(Some(c)))
    }
}

enum TargetEnd {
    /// So many bytes from the bracket on are the target and what encloses it.
    At(usize),
    /// So many bytes, and a title follows.
    Title(usize),
    /// It is no link.
    None,
}
