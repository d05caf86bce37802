//! What a stretch of text is: parsers that know a language's [`Customs`](crate::customs::Customs) but none of its words.
//!
//! Each looks at the beginning of a text and says what it found and how many bytes of it that was. None decides whether
//! it should be looked for: that is the rules' affair.

pub(crate) mod date;
pub(crate) mod digits;
pub(crate) mod fraction;
pub(crate) mod measure;
pub(crate) mod money;
pub(crate) mod number;
pub(crate) mod phone;
pub(crate) mod range;
pub(crate) mod roman;
pub(crate) mod time;
pub(crate) mod unit;
pub(crate) mod web;

/// Whether a letter or digit goes on where a symbol ends that is read alone: `5 km` but not `5 kmx`. Scripts that put no
/// spaces between words may go on.
pub(crate) fn goes_on(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() && !is_unspaced(c))
}

/// Han, kana and Hangul: what stands beside such a character is a word of its own.
pub(crate) fn is_unspaced(c: char) -> bool {
    is_run_together(c) || matches!(c, '\u{AC00}'..='\u{D7A3}')
}

/// Han and kana: words are written without any space between them.
pub(crate) fn is_run_together(c: char) -> bool {
    text::is_ideograph(c) || matches!(c, '\u{3041}'..='\u{30FF}')
}

#[cfg(test)]
pub(crate) mod samples;
