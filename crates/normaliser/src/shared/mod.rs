//! What all languages read alike, but for the names of things: those are in [`Customs`](crate::customs::Customs).
//!
//! A language puts these tables among its own: [`ADDRESSES`] and [`EMOJI`] before anything that knows numbers,
//! [`PHONES`] before its dates and numbers if it has no better, [`CODES`] and [`SYMBOLS`] behind. [`spell`] names
//! letters, digits and marks; [`arithmetic`] is for texts of which somebody said that they hold some;
//! [`say_as`](mod@say_as) is for what somebody asked to have spelled.

pub(crate) mod acronym;
mod address;
pub(crate) mod arithmetic;
pub(crate) mod emoji;
pub(crate) mod equation;
mod identifier;
mod mixed;
mod path;
pub(crate) mod phone;
pub(crate) mod pieces;
pub(crate) mod say_as;
pub(crate) mod spell;
mod symbol;
mod tag;
mod version;

use crate::rule::{Rule, Starts};

/// E-mail, web addresses, paths and file names, versions, hash tags and handles.
pub(crate) const ADDRESSES: &[Rule] = &[
    Rule { name: "email", starts: Starts::Any, read: address::email },
    Rule { name: "url", starts: Starts::Any, read: address::url },
    Rule { name: "url", starts: Starts::Mark, read: address::bracketed },
    Rule { name: "path", starts: Starts::Any, read: path::path },
    Rule { name: "file-name", starts: Starts::Any, read: path::file_name },
    Rule { name: "ip-address", starts: Starts::Digit, read: version::ip_address },
    Rule { name: "version", starts: Starts::Any, read: version::version },
    Rule { name: "hashtag", starts: Starts::Mark, read: tag::hashtag },
    Rule { name: "handle", starts: Starts::Mark, read: tag::handle },
];

/// Telephone numbers that show themselves as such, cards, and accounts: digit by digit.
pub(crate) const PHONES: &[Rule] = &[
    Rule { name: "phone", starts: Starts::DigitOrMark, read: phone::phone },
    Rule { name: "card", starts: Starts::Digit, read: phone::card },
    Rule { name: "account", starts: Starts::Letter, read: phone::account },
];

/// Emoji that decorate are not read; keycaps are numbers.
pub(crate) const EMOJI: &[Rule] = &[Rule { name: "emoji", starts: Starts::DigitOrMark, read: emoji::emoji }];

/// Names of code, letters with digits, and words in capitals that are spelled.
pub(crate) const CODES: &[Rule] = &[
    Rule { name: "name", starts: Starts::Letter, read: acronym::name },
    Rule { name: "identifier", starts: Starts::Any, read: identifier::identifier },
    Rule { name: "code", starts: Starts::Any, read: mixed::mixed },
    Rule { name: "acronym", starts: Starts::Letter, read: acronym::dotted },
    Rule { name: "acronym", starts: Starts::Letter, read: acronym::acronym },
];

/// Symbols between words.
pub(crate) const SYMBOLS: &[Rule] = &[Rule { name: "symbol", starts: Starts::Mark, read: symbol::symbol }];
