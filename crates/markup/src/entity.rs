//! References to characters: `&amp;`, `&#233;`, `&#xE9;`. There are no other entities, so nothing expands.

use crate::view::View;

/// The longest reference, in bytes, without `&` and `;`.
const LONGEST: usize = 8;

impl View {
    /// Shows the character that is named, or the ampersand.
    pub(crate) fn step_reference(&mut self) -> Option<()> {
        let rest = self.rest().as_bytes();
        let name =
            rest[1..].iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#');
        let length = name.count();
        if self.after(1 + length)? != Some(';') {
            self.show(1);
            return Some(());
        }
        match character(&self.rest()[1..=length]) {
            Some(c) => self.show_as(c, length + 2),
            None => self.show(1),
        }
        Some(())
    }
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).map(|c| if c.is_control() { ' ' } else { c });
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "laquo" => '«',
        "raquo" => '»',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "deg" => '°',
        "times" => '×',
        "euro" => '€',
        "pound" => '£',
        "rarr" => '→',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_names_and_numbers() {
        assert_eq!(["amp", "#233", "#xe9", "#10"].map(character), ['&', 'é', 'é', ' '].map(Some));
        assert_eq!(["lol", "#", "#x", "#xD800", "#99999999", "AMP"].map(character), [None; 6]);
    }
}
