//! `ma.`, `do–za`: days of the week in short, which are words too (`zo`, `do`, `ma`).

use crate::customs::Customs;
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "weekday", starts: Starts::Letter, read: weekday }];

const DAYS: &[(&str, &str)] = &[
    ("ma", "maandag"),
    ("di", "dinsdag"),
    ("wo", "woensdag"),
    ("do", "donderdag"),
    ("vr", "vrijdag"),
    ("za", "zaterdag"),
    ("zo", "zondag"),
];

fn day(text: &str) -> Option<(&'static str, &str)> {
    let word = first_word(text);
    let (_, name) =
        DAYS.iter().find(|(short, _)| word.eq_ignore_ascii_case(short) && text.starts_with(word))?;
    Some((name, &text[word.len()..]))
}

/// With a full stop where nothing else looks so, beside another day, or before a number.
fn weekday(place: Place<'_>, _: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (name, behind) = day(rest).filter(|_| place.begins_word())?;
    let after = behind.strip_prefix('.');
    let next = after.unwrap_or(behind);
    if next.starts_with(char::is_alphanumeric) {
        return None;
    }
    let clear = after.is_some() && matches!(name, "vrijdag" | "dinsdag" | "woensdag" | "zaterdag");
    if !(clear || is_beside_day(place, next) || after.is_some() && is_asked(place, next)) {
        return None;
    }
    let stop = after.is_some_and(|after| !after.trim().is_empty());
    let length = rest.len() - behind.len() + usize::from(stop);
    let dash = next.chars().next().filter(|c| matches!(c, '-' | '–') && day(&next[c.len_utf8()..]).is_some());
    Some(match dash {
        Some(dash) => Said::new(length, name).then(length + dash.len_utf8(), "tot en met"),
        None => Said::new(length, name),
    })
}

/// A word or number beside it that asks for a day.
fn is_asked(place: Place<'_>, next: &str) -> bool {
    let before = place.previous_word().to_lowercase();
    let number = next.trim_start().starts_with(char::is_numeric);
    number || matches!(before.as_str(), "op" | "van" | "tot" | "vóór" | "voor" | "vanaf" | "elke" | "iedere")
}

/// Whether another day stands before or behind, with `t/m`, a dash, `en` or a comma between.
fn is_beside_day(place: Place<'_>, next: &str) -> bool {
    const JOINTS: &[&str] = &["t/m", "tot", "en", "of", "–", "-", "/", ",", "+"];
    let next = next.trim_start();
    let behind = JOINTS.iter().find_map(|joint| next.strip_prefix(joint)).is_some_and(|rest| {
        day(rest.trim_start()).is_some_and(|(_, rest)| !rest.starts_with(char::is_alphanumeric))
    });
    let before = place.before().trim_end();
    let earlier = JOINTS.iter().find_map(|joint| before.strip_suffix(joint)).unwrap_or_default();
    let earlier = earlier.trim_end().trim_end_matches('.');
    let word = crate::place::last_word(earlier);
    behind || DAYS.iter().any(|(short, name)| word.eq_ignore_ascii_case(short) || word == *name)
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn days_are_told_from_words() {
        assert_eq!(
            read("Open di. t/m za. en zo. 6 mei"),
            "Open dinsdag tot en met zaterdag en zondag zes mei"
        );
        assert_eq!(read("ma–vr open"), "maandag tot en met vrijdag open");
        assert_eq!(read("Zij doet het zo. "), "Zij doet het zo. ");
    }
}
