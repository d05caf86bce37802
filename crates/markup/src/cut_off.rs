//! What a release finds unfinished at the end of the text: the beginning of a tag, of a link's target, of the end of a
//! comment.
//!
//! Nothing of it is shown. When more text comes, it is looked at once more with that in front, so that a tag means the same
//! as if it had come whole: nobody hears the rest of it. If it was none after all, only what is new is shown. Start with
//! [`CutOff`].

use crate::view::View;

/// What was left out at a release.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct CutOff {
    text: String,
    /// What stands before it.
    before: Option<char>,
}

impl View {
    /// Shows nothing of the rest, which a release cut off, and keeps it in mind. It is no longer than
    /// [`MOST_WAITING`](crate::view::MOST_WAITING) bytes.
    pub(crate) fn cut_off_rest(&mut self) {
        self.skip_cut_off(0);
    }

    /// The same of a rest of which the first bytes are shown as they are.
    pub(crate) fn skip_cut_off(&mut self, shown: usize) {
        let cut_off = CutOff { text: self.rest().to_owned(), before: self.before };
        if shown > 0 {
            self.show(shown);
        }
        self.skip(self.rest().len());
        self.cut_off = Some(Box::new(cut_off));
    }

    /// Puts what was cut off in front of what comes next.
    pub(crate) fn resume_cut_off(&mut self) {
        let Some(cut_off) = self.cut_off.take() else { return };
        self.before = cut_off.before;
        self.told = cut_off.text.len();
        self.waiting.insert_str(0, &cut_off.text);
    }

    /// How many of the next `bytes` no piece has accounted for yet.
    pub(crate) fn untold(&mut self, bytes: usize) -> usize {
        let told = self.told.min(bytes);
        self.told -= told;
        bytes - told
    }

    /// How many bytes at the end of the rest may be the beginning of `end`.
    pub(crate) fn begun(&self, end: &str) -> usize {
        let rest = self.rest();
        (1..end.len()).rev().find(|&length| rest.ends_with(&end[..length])).unwrap_or(0)
    }
}
