//! Lengths and angles with marks for units: `6'8"`, `5′`, `36"`, `40°26′46″ N`.

use crate::customs::Customs;
use crate::language::en::context::is_adjective;
use crate::language::en::units::SIZES;
use crate::language::en::words;
use crate::parse::number;
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "angle", starts: Starts::Digit, read: angle },
    Rule { name: "length", starts: Starts::Digit, read: inches },
    Rule { name: "length", starts: Starts::Digit, read: feet },
];

const FEET: [char; 3] = ['\'', '’', '′'];
const INCHES: [char; 3] = ['"', '”', '″'];

/// `36"`, where no quotation ends.
fn inches(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let mark = place.rest()[number.length..].chars().next().filter(|c| INCHES.contains(c))?;
    let length = number.length + mark.len_utf8();
    let single = words::is_one(&number) || is_adjective(place, length);
    let words = format!("{} {}", words::number(&number, customs), if single { "inch" } else { "inches" });
    (!opens_quotation(place.before(), mark)).then(|| Said::new(length, words))
}

/// `6'8"`, and `6'` before a word of size.
fn feet(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let first = number::unsigned(rest, customs).filter(|_| place.begins_word())?;
    let mark = rest[first.length..].chars().next().filter(|c| FEET.contains(c))?;
    let marked = first.length + mark.len_utf8();
    let name = if words::is_one(&first) { "foot" } else { "feet" };
    let feet = words::number(&first, customs);
    let sized = SIZES.contains(&place.next_word(marked)) && rest[marked..].starts_with(' ');
    let second =
        matches!(place.previous_word(), "x" | "by") && !rest[marked..].starts_with(char::is_alphanumeric);
    if sized || second {
        return Some(Said::new(marked, format!("{feet} {name}")));
    }
    let start = marked + usize::from(rest[marked..].starts_with(' '));
    let second = number::unsigned(&rest[start..], customs)
        .filter(|inches| inches.value().is_some_and(|value| value < 12))?;
    let end = start + second.length;
    let length = end + rest[end..].chars().next().filter(|c| INCHES.contains(c))?.len_utf8();
    let inches = words::number(&second, customs);
    if is_adjective(place, length) {
        return Some(Said::new(length, format!("{feet} foot {inches}")));
    }
    let small = if words::is_one(&second) { "inch" } else { "inches" };
    Some(Said::new(length, format!("{feet} {name} {inches} {small}")))
}

/// Whether `mark` would close a quotation that is open: one behind digits closes it or is an inch, and opens none.
fn opens_quotation(before: &str, mark: char) -> bool {
    let open = before
        .match_indices(mark)
        .fold(false, |open, (at, _)| !open && !before[..at].ends_with(|c: char| c.is_ascii_digit()));
    open || (mark == '”' && before.rfind('“') > before.rfind('”'))
}

/// `40°26′46″ N`: degrees, minutes, seconds and a direction.
fn angle(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let mut said = Vec::new();
    let mut length = 0;
    for (marks, one, many) in
        [("°º", "degree", "degrees"), ("′'’", "minute", "minutes"), ("″\"”", "second", "seconds")]
    {
        let Some(number) = number::unsigned(&rest[length..], customs) else { break };
        let end = length + number.length;
        let Some(mark) = rest[end..].chars().next().filter(|c| marks.contains(*c)) else { break };
        said.push(format!(
            "{} {}",
            words::number(&number, customs),
            if words::is_one(&number) { one } else { many }
        ));
        length = end + mark.len_utf8();
        let spaced = rest[length..]
            .strip_prefix(' ')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        length += usize::from(spaced && !said.is_empty() && said.len() < 3);
    }
    let length = rest[..length].trim_end().len();
    let direction = direction(&rest[length..]);
    let sound = said.len() > 1 || (said.len() == 1 && direction.is_some());
    let (more, name) = direction.unwrap_or_default();
    said.push(name.to_owned());
    (sound && place.begins_word()).then(|| Said::new(length + more, spell::join(said)))
}

/// `N`, `S`, `E` or `W` behind an angle.
fn direction(text: &str) -> Option<(usize, &'static str)> {
    let bare = text.trim_start_matches(' ');
    let name = match bare.chars().next()? {
        'N' => "north",
        'S' => "south",
        'E' => "east",
        'W' => "west",
        _ => return None,
    };
    let ends = !bare[1..].starts_with(char::is_alphanumeric);
    ends.then_some((text.len() - bare.len() + 1, name))
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::american;

    #[test]
    fn a_quotation_ends_behind_digits() {
        assert_eq!(american("\"best 30\" and \"best 40\" lists"), "\"best thirty\" and \"best forty\" lists");
        assert_eq!(
            american("“best 30” and “best 40”, a 5” pipe"),
            "“best thirty” and “best forty”, a five inch pipe"
        );
        assert_eq!(american("cut 5\" or 6\" off"), "cut five inches or six inches off");
    }

    #[test]
    fn lengths_and_angles_have_marks() {
        assert_eq!(american("He's 6'2\" tall."), "He's six feet two inches tall.");
        assert_eq!(american("at 52°31′ N"), "at fifty-two degrees thirty-one minutes north");
    }
}
