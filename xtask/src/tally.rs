//! What came of it: how many checks passed, and by name those that did not.

use std::fmt;

use crate::failure::Failure;

/// The result of a step, or of all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// How many passed.
    pub(crate) passed: usize,
    /// What failed, each with its reason.
    pub(crate) failed: Vec<String>,
    /// What was not run, each with its reason.
    pub(crate) skipped: Vec<String>,
}

impl Tally {
    /// A step of a single check.
    pub(crate) fn of(result: Result<(), Failure>) -> Self {
        let mut tally = Self::default();
        match result {
            Ok(()) => tally.passed = 1,
            Err(failure) => tally.failed.push(failure.to_string()),
        }
        tally
    }

    /// A step that cannot run here.
    pub(crate) fn skip(reason: impl Into<String>) -> Self {
        Self { skipped: vec![reason.into()], ..Self::default() }
    }

    /// Adds another's counts, with `name` before its lines.
    pub(crate) fn add(&mut self, name: &str, other: Self) {
        self.passed += other.passed;
        self.failed.extend(other.failed.into_iter().map(|line| format!("{name}: {line}")));
        self.skipped.extend(other.skipped.into_iter().map(|line| format!("{name}: {line}")));
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed.len(), self.skipped.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_keep_the_names_of_what_failed_or_was_skipped() {
        let mut all = Tally::of(Ok(()));
        all.add("fmt", Tally::of(Err(Failure::new("crooked"))));
        all.add("deny", Tally::skip("not installed"));
        assert_eq!(all.failed, ["fmt: crooked"]);
        assert_eq!(all.skipped, ["deny: not installed"]);
        assert_eq!(all.to_string(), "1 passed, 1 failed, 1 skipped");
    }
}
