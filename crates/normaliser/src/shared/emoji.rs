//! Emoji decorate, so they are silent; keycaps are read as what stands on them.

use crate::customs::Customs;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;
use crate::shared::spell;

const SHOWN_AS_EMOJI: char = '\u{FE0F}';
const KEYCAP: char = '\u{20E3}';

/// One emoji or several in a row.
pub(crate) fn emoji(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    if let Some(said) = keycap(rest, customs) {
        return Some(said);
    }
    let mut length = 0;
    while let Some(more) = emoji_length(&rest[length..]) {
        length += more;
    }
    (length > 0).then(|| Said::new(length, ""))
}

/// `1️⃣`, `#️⃣`.
fn keycap(rest: &str, customs: &Customs) -> Option<Said> {
    let key = rest.chars().next().filter(|c| c.is_ascii_digit() || matches!(c, '#' | '*'))?;
    let behind = rest[1..].strip_prefix(SHOWN_AS_EMOJI).unwrap_or(&rest[1..]);
    let length = rest.len() - behind.strip_prefix(KEYCAP)?.len();
    let said = digits::value(key).map(|value| spell::digit(value, customs));
    Some(Said::new(length, said.or_else(|| customs.mark(key).map(str::to_owned))?))
}

/// The length of the emoji with which a text begins, with what shapes it.
pub(crate) fn emoji_length(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let shown = !first.is_alphanumeric() && chars.next() == Some(SHOWN_AS_EMOJI);
    if !(text::is_emoji(first) || shown) {
        return None;
    }
    let mut length = first.len_utf8();
    for c in text[length..].chars() {
        let shapes = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{200D}' | '\u{E0020}'..='\u{E007F}');
        let joined = text[..length].ends_with('\u{200D}');
        if !shapes && !joined {
            break;
        }
        length += c.len_utf8();
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use speech::Language;

    use super::*;
    use crate::parse::samples::COMMA_GROUPS;
    use crate::{Emoji, Normaliser, Reading};

    fn read(text: &str) -> Option<Said> {
        emoji(Place::new(text, 0, text.len()), &COMMA_GROUPS)
    }

    #[test]
    fn emoji_are_silent_whole() {
        for whole in ["🎉", "👩🏽\u{200D}💻🚆", "❤\u{FE0F}", "🇳🇴🇬🇭", "▶\u{FE0F}"] {
            assert_eq!(read(&format!("{whole} so")), Some(Said::new(whole.len(), "")), "{whole}");
        }
        for none in ["+", "→", "5", "©"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn the_voice_may_name_them() {
        let named = Reading { emoji: Emoji::Named, ..Reading::of(Language::new("en-us")) };
        let read = |text: &str| Normaliser::for_reading(&named).read(text).text.to_string();
        assert_eq!(read("So 👩🏽\u{200D}💻🎉 in 3\u{FE0F}\u{20E3} days!"), "So 👩🏽\u{200D}💻🎉 in three days!");
    }

    #[test]
    fn keycaps_are_digits() {
        assert_eq!(read("3\u{FE0F}\u{20E3} go"), Some(Said::new(7, "three")));
    }
}
