//! Versions and the addresses of machines: `v1.2.3`, `2.10.3-beta1`, `192.168.0.1`.

use crate::customs::Customs;
use crate::parse::{digits, number};
use crate::place::Place;
use crate::rule::Said;
use crate::shared::{pieces, spell};

/// More numbers than this make no version.
const MOST: usize = 6;

/// `v2`, `v1.0`, or at least three numbers with full stops between; what is behind a hyphen may follow.
pub(crate) fn version(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let letter = rest.strip_prefix(['v', 'V']).map_or(0, |_| 1);
    let (numbers, more) = numbers(&rest[letter..])?;
    let mut length = letter + more;
    let dates = numbers.len() == 3 && letter == 0 && (numbers[2].len() == 4 || numbers[0].len() == 4);
    let free = place.begins_free(&['.', ',', '-']);
    let engine = rest.starts_with('V') && numbers.len() == 1;
    // Where full stops group the thousands, `2.500.000` is a number.
    let one = letter == 0 && number::unsigned(rest, customs).is_some_and(|number| number.length >= length);
    if !free || one || dates || engine || numbers.len() < if letter > 0 { 1 } else { 3 } {
        return None;
    }
    let stage = stage(&rest[length..]);
    length += stage.len();
    let point = if customs.point.is_empty() { customs.mark('.')? } else { customs.point };
    let figures: Vec<String> = numbers.iter().map(|number| spell::figures(number, customs)).collect();
    let letter = if letter == 0 { String::new() } else { named(customs) };
    let stage_said =
        spell::join(stage.split(['-', '.']).map(|part| pieces::say(part, pieces::Role::Inner, customs)));
    let said = spell::join([letter, figures.join(&format!(" {point} ")), stage_said]);
    place.may_end(length).then(|| Said::new(length, said))
}

fn named(customs: &Customs) -> String {
    if customs.version.is_empty() { spell::letter('v', customs) } else { customs.version.to_owned() }
}

/// `-beta.1`, `-rc2`, `b2`: how far a version is.
fn stage(text: &str) -> &str {
    const STAGES: &[&str] = &["alpha", "beta", "rc", "dev", "pre", "snapshot", "nightly"];
    let bare = text.strip_prefix('-').unwrap_or(text);
    let small = bare.get(..8.min(bare.len())).unwrap_or_default().to_lowercase();
    if !STAGES.iter().any(|stage| small.starts_with(stage)) {
        return "";
    }
    let end = bare.find(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '-')).unwrap_or(bare.len());
    let bare = bare[..end].trim_end_matches(['.', '-']);
    &text[..text.len() - text.trim_start_matches('-').len() + bare.len()]
}

/// Four numbers below 256 with full stops between; three digits are said one by one.
pub(crate) fn ip_address(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (numbers, length) = numbers(place.rest())?;
    let small = |number: &String| number.parse::<u32>().is_ok_and(|number| number < 256) && number.len() <= 3;
    let fits = numbers.len() == 4 && numbers.iter().all(small);
    let free = place.begins_free(&['.', ',', '-']);
    if !fits || !free || !place.may_end(length) {
        return None;
    }
    let said = |number: &String| match number.len() {
        3 => spell::one_by_one(number, customs),
        _ => spell::figures(number, customs),
    };
    let parts: Vec<String> = numbers.iter().map(said).collect();
    Some(Said::new(length, parts.join(&format!(" {} ", customs.mark('.')?))))
}

/// Runs of digits with full stops between.
fn numbers(text: &str) -> Option<(Vec<String>, usize)> {
    let (first, mut length) = digits::run(text)?;
    let mut numbers = vec![first];
    while let Some((next, more)) = text[length..].strip_prefix('.').and_then(digits::run) {
        if numbers.len() > MOST {
            return None;
        }
        length += 1 + more;
        numbers.push(next);
    }
    (numbers.len() <= MOST).then_some((numbers, length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    const CUSTOMS: Customs = Customs {
        marks: &[('.', "dot")],
        point: "point",
        version: "version",
        vowels: "AEIOU",
        ..COMMA_GROUPS
    };

    fn read(text: &str) -> Option<String> {
        let place = Place::new(text, 0, text.len());
        ip_address(place, &CUSTOMS).or_else(|| version(place, &CUSTOMS)).map(|said| said.words)
    }

    #[test]
    fn versions_are_numbers_with_points() {
        assert_eq!(read("v3.1,"), Some("version three point one".into()));
        assert_eq!(read("2.10.3-rc1 is"), Some("two point ten point three r c one".into()));
        for none in ["2.10", "1.2.2024", "2024.02.01", "vs", "v", "1.2.3x"] {
            assert_eq!(read(none), None, "{none}");
        }
    }

    #[test]
    fn machines_have_four_numbers() {
        assert_eq!(read("10.0.0.127."), Some("ten dot zero dot zero dot one two seven".into()));
        assert_eq!(read("1.2.3.400"), Some("one point two point three point four hundred".into()));
    }
}
