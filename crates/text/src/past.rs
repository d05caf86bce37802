//! What is remembered of the text before the open segment. Read [`Past`] first.

use std::fmt;

use crate::effort::spend;
use crate::place::Manner;

/// What a segment takes over from those before it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Past {
    /// How the sentence is written that goes on.
    pub(crate) manner: Manner,
    /// Names that were written lately.
    pub(crate) names: Names,
}

impl Past {
    /// The same behind the end of a sentence.
    pub(crate) fn of_new_sentence(self) -> Self {
        Self { manner: Manner::Unknown, names: self.names.of_new_sentence() }
    }
}

/// So many names are remembered.
const REMEMBERED: usize = 8;

/// And each for so many sentences behind its own: who speaks of code mentions it again, and any word is mistyped once.
const SENTENCES: u8 = 2;

/// The last words that had a dot and a small letter right behind them, `obj` of `obj.method`: they are names, and a capital
/// behind such a dot hardly begins a sentence (`obj.Method`). Their hashes only: this is no text.
#[derive(Clone, Copy, Default)]
pub(crate) struct Names {
    hashes: [u32; REMEMBERED],
    /// How many sentences have ended since each was written.
    ages: [u8; REMEMBERED],
    next: u8,
}

impl fmt::Debug for Names {
    /// Short words can be found by their hashes, so these stay out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Names")
    }
}

impl Names {
    /// Remembers this one, for the oldest.
    pub(crate) fn note(&mut self, name: &str) {
        let hash = hash(name);
        if let Some(known) = self.hashes.iter().position(|other| *other == hash) {
            self.ages[known] = 0;
            return;
        }
        let place = usize::from(self.next);
        (self.hashes[place], self.ages[place]) = (hash, 0);
        self.next = (self.next + 1) % REMEMBERED as u8;
    }

    /// The same behind the end of a sentence, without those that are too old.
    fn of_new_sentence(mut self) -> Self {
        for (hash, age) in self.hashes.iter_mut().zip(&mut self.ages) {
            (*hash, *age) = if *age < SENTENCES { (*hash, *age + 1) } else { (0, 0) };
        }
        self
    }

    /// Whether it is remembered.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.hashes.contains(&hash(name))
    }
}

/// No longer name is told from others with the same end, in bytes.
const LONGEST: usize = 48;

/// FNV-1a (draft-eastlake-fnv), never zero: that is a place without a name.
fn hash(name: &str) -> u32 {
    let end = &name.as_bytes()[name.len().saturating_sub(LONGEST)..];
    spend(end.len());
    end.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_names_are_remembered() {
        let mut names = Names::default();
        assert!(!names.has("obj") && !names.has(""));
        for name in ["obj", "a", "b", "obj", "c", "d", "e", "f", "g"] {
            names.note(name);
        }
        assert!(names.has("obj") && names.has("g"));
        names.note("h");
        assert!(!names.has("obj") && names.has("a"));
    }

    #[test]
    fn they_are_forgotten_unless_they_are_written_again() {
        let mut names = Names::default();
        ["obj", "list"].into_iter().for_each(|name| names.note(name));
        let mut names = names.of_new_sentence().of_new_sentence();
        assert!(names.has("obj") && names.has("list"));
        names.note("obj");
        let names = names.of_new_sentence();
        assert!(names.has("obj") && !names.has("list"));
    }
}
