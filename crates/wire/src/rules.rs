//! What an operator may decide for one protocol: a column of bounds, and its options.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use session::Limits;

/// Whose bounds hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Column {
    /// Ours: bounds that protect the server and nothing else.
    #[default]
    Generous,
    /// The vendor's documented ones, so that people can test their clients against the real rules.
    Vendor,
}

/// How the bounds of a protocol's connections differ from the server's own.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    /// What [`Column::Generous`] changes.
    pub generous: fn(&mut Limits),
    /// What [`Column::Vendor`] changes.
    pub vendor: fn(&mut Limits),
}

impl Columns {
    /// Both as the server's own.
    pub const SAME: Self = Self { generous: |_| {}, vendor: |_| {} };

    /// The bounds of a column on a server with these.
    #[must_use]
    pub fn limits(&self, column: Column, server: &Limits) -> Limits {
        let mut limits = server.clone();
        match column {
            Column::Generous => (self.generous)(&mut limits),
            Column::Vendor => (self.vendor)(&mut limits),
        }
        limits
    }
}

/// Something about a protocol's behaviour that an operator may choose, because its clients do not agree.
#[derive(Debug, Clone, Copy)]
pub struct ProtocolOption {
    /// Its name in the configuration.
    pub name: &'static str,
    /// What it decides.
    pub about: &'static str,
    /// What it may be.
    pub kind: OptionKind,
}

/// What an option may be.
#[derive(Debug, Clone, Copy)]
pub enum OptionKind {
    /// One of these words; the first is the default.
    Choice(&'static [&'static str]),
    /// A span of time; this is the default.
    Wait(Duration),
}

/// What an option is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionValue {
    /// A word of the option's list.
    Choice(&'static str),
    /// A span of time.
    Wait(Duration),
}

/// All options of one protocol, as they are set. Cheap to clone: contexts hold what their protocol has on offer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options(Arc<BTreeMap<&'static str, OptionValue>>);

impl Options {
    /// Everything at its default.
    #[must_use]
    pub fn of(options: &[ProtocolOption]) -> Self {
        Self(Arc::new(options.iter().map(|option| (option.name, option.kind.default())).collect()))
    }

    /// Sets an option.
    pub fn set(&mut self, name: &'static str, value: OptionValue) {
        Arc::make_mut(&mut self.0).insert(name, value);
    }

    /// The word that an option is set to.
    ///
    /// # Panics
    /// If the protocol's card has no such option of words: a mistake of the protocol's author.
    #[must_use]
    pub fn choice(&self, name: &str) -> &'static str {
        match self.0.get(name) {
            Some(OptionValue::Choice(word)) => word,
            other => panic!("the card has no option {name} of words, but {other:?}"),
        }
    }

    /// The span of time that an option is set to.
    ///
    /// # Panics
    /// If the protocol's card has no such option of time: a mistake of the protocol's author.
    #[must_use]
    pub fn wait(&self, name: &str) -> Duration {
        match self.0.get(name) {
            Some(OptionValue::Wait(wait)) => *wait,
            other => panic!("the card has no option {name} of time, but {other:?}"),
        }
    }
}

impl OptionKind {
    /// What it is if nobody says anything.
    #[must_use]
    pub fn default(self) -> OptionValue {
        match self {
            Self::Choice(words) => OptionValue::Choice(words.first().copied().unwrap_or_default()),
            Self::Wait(wait) => OptionValue::Wait(wait),
        }
    }

    /// The value for one of its words, if it has that word.
    #[must_use]
    pub fn word(self, word: &str) -> Option<OptionValue> {
        match self {
            Self::Choice(words) => {
                words.iter().find(|known| **known == word).map(|known| OptionValue::Choice(known))
            }
            Self::Wait(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPTIONS: &[ProtocolOption] = &[
        ProtocolOption { name: "end", about: "", kind: OptionKind::Choice(&["late", "early"]) },
        ProtocolOption { name: "pause", about: "", kind: OptionKind::Wait(Duration::from_secs(3)) },
    ];

    #[test]
    fn options_begin_at_their_defaults() {
        let mut options = Options::of(OPTIONS);
        assert_eq!((options.choice("end"), options.wait("pause").as_secs()), ("late", 3));
        options.set("end", OPTIONS[0].kind.word("early").unwrap());
        assert_eq!(options.choice("end"), "early");
        assert_eq!(OPTIONS[0].kind.word("never"), None);
    }

    #[test]
    fn a_column_changes_what_it_names() {
        let columns = Columns { generous: |_| {}, vendor: |limits| limits.contexts_per_connection = 5 };
        let server = Limits::default();
        assert_eq!(columns.limits(Column::Generous, &server), server);
        assert_eq!(columns.limits(Column::Vendor, &server).contexts_per_connection, 5);
    }
}
