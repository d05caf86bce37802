//! Links and notes: their text is shown, their targets are not.

use crate::lookahead::is_gap;
use crate::tag_scan::Found;
use crate::view::{End, View};

/// The longest name of a note, in bytes.
const LONGEST_NOTE: usize = 32;

/// The longest title of a link, in bytes.
const LONGEST_TITLE: usize = 200;

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
            TargetEnd::None => self.show(1),
        }
        Some(())
    }

    fn find_target_end(&mut self) -> Option<TargetEnd> {
        match self.find_target()? {
            Found::At(end) if !is_address(&self.rest()[2..end]) => Some(TargetEnd::None),
            Found::At(end) if self.rest().as_bytes()[end] == b')' => Some(TargetEnd::At(end + 1)),
            Found::At(end) => {
                let title = self.title_length(end + 1)?;
                Some(title.map_or(TargetEnd::None, |length| TargetEnd::At(end + 1 + length)))
            }
            Found::CutOff if self.is_cut_off_address() => Some(TargetEnd::At(self.rest().len())),
            Found::CutOff | Found::Nothing => Some(TargetEnd::None),
        }
    }

    /// The length of the title that begins at byte `start`, with the bracket behind it; `Some(None)` if there is none.
    fn title_length(&self, start: usize) -> Option<Option<usize>> {
        let close = match self.after(start)? {
            Some('"') => "\")",
            Some('\'') => "')",
            Some('(') => "))",
            Some(_) | None => return Some(None),
        };
        let rest = self.rest().as_bytes().get(start + 1..).unwrap_or_default();
        let near = &rest[..rest.len().min(LONGEST_TITLE)];
        let line = near.iter().position(|byte| *byte == b'\n');
        let end = near[..line.unwrap_or(near.len())].windows(2).position(|pair| pair == close.as_bytes());
        let is_settled =
            end.is_some() || line.is_some() || near.len() == LONGEST_TITLE || self.end == End::Final;
        is_settled.then_some(end.map(|end| end + 3))
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
    /// It is no link.
    None,
}

/// Whether a link may lead there, and it is no remark in brackets.
fn is_address(target: &str) -> bool {
    let has_scheme = ["mailto:", "tel:", "<"].iter().any(|scheme| target.starts_with(scheme));
    has_scheme || target.contains(['/', '#']) || target.starts_with('.') || has_inner_dot(target)
}

fn has_inner_dot(target: &str) -> bool {
    target.rfind('.').is_some_and(|at| at + 1 < target.len())
}
