//! What a stretch of text is: parsers that know a language's [`Customs`](crate::customs::Customs) but none of its words.
//!
//! Each looks at the beginning of a text and says what it found and how many bytes of it that was. None decides whether
//! it should be looked for: that is the rules' affair.

pub(crate) mod date;
pub(crate) mod digits;
pub(crate) mod measure;
pub(crate) mod money;
pub(crate) mod number;
pub(crate) mod phone;
pub(crate) mod roman;
pub(crate) mod time;
pub(crate) mod web;

#[cfg(test)]
pub(crate) mod samples;
