//! Where signs between numbers are arithmetic though nobody said so: beside `=`, and about a true minus.

use crate::parse::digits;
use crate::parse::fraction;
use crate::place::Place;

/// How many characters the `=` may be away.
const FAR: usize = 48;

/// Whether a number or sign here is a part of a sum: nothing but terms and signs lies between it and a `=`, or a minus
/// sign proper stands by it. A fraction in a sum is one all the same.
pub(crate) fn stands_in(place: Place<'_>) -> bool {
    let rest = place.rest();
    let is_fraction = || fraction::fraction(rest).is_some_and(|found| found.whole.is_none());
    let is_sum =
        || (is_difference(place) || equals_ahead(place) || equals_behind(place.before())) && !is_fraction();
    match rest.chars().next() {
        Some(sign @ ('=' | '＝')) => ends_side(place.before()) && begins_side(&rest[sign.len_utf8()..]),
        Some(c) => is_of_sum(c) && is_sum(),
        None => false,
    }
}

/// Whether `10 − 3` goes on here, before the minus or with it. Several of them without spaces are a number of another
/// kind: `03−1234−5678`.
fn is_difference(place: Place<'_>) -> bool {
    let minus = place.rest().trim_start_matches(is_of_number);
    let is_minus = minus.len() == place.rest().len();
    let Some(behind) = minus.trim_start_matches(' ').strip_prefix('−') else { return false };
    let before = place.before().trim_end_matches(is_of_number);
    let spaced = behind.starts_with(' ');
    let even = spaced == if is_minus { before.ends_with(' ') } else { minus.starts_with(' ') };
    let numbers = behind.trim_start_matches(' ').starts_with(is_digit)
        && (!is_minus || place.before().trim_end_matches(' ').ends_with(is_digit));
    let chain = before.ends_with('−') || behind.trim_start_matches(is_of_number).starts_with('−');
    even && numbers && (spaced || !chain)
}

/// Whether terms and signs alone lead to a `=` and a term behind it, or the end.
fn equals_ahead(place: Place<'_>) -> bool {
    let (rest, mut before) = (place.rest(), place.previous());
    for (at, c) in rest.char_indices().take(FAR) {
        let behind = &rest[at + c.len_utf8()..];
        match c {
            '=' | '＝' => return begins_side(behind),
            _ if !may_lie_between(before, c, behind) => return false,
            _ => before = Some(c),
        }
    }
    false
}

/// Whether terms and signs alone lead back to a `=` and a term before it.
fn equals_behind(before: &str) -> bool {
    for (at, c) in before.char_indices().rev().take(FAR) {
        let behind = &before[at + c.len_utf8()..];
        match c {
            '=' | '＝' => return ends_side(&before[..at]),
            ':' => return false,
            _ if !may_lie_between(before[..at].chars().next_back(), c, behind) => return false,
            _ => {}
        }
    }
    false
}

fn is_digit(c: char) -> bool {
    digits::value(c).is_some()
}

fn is_of_number(c: char) -> bool {
    is_digit(c) || matches!(c, '.' | ',' | '٫' | '٬')
}

fn is_of_sum(c: char) -> bool {
    is_digit(c)
        || matches!(
            c,
            ' ' | '+' | '-' | '−' | '–' | '*' | '·' | '×' | '/' | '÷' | ':' | '^' | '(' | ')' | '%' | '√'
        )
        || matches!(c, '＋' | '－' | '²' | '³' | 'π' | '<' | '>')
        || is_times(c)
}

fn is_times(c: char) -> bool {
    matches!(c, 'x' | 'X' | 'х')
}

/// Whether `c` may be a part of a sum between these neighbours. A point or comma is inside a number, a letter is alone,
/// and a colon divides what comes directly before the `=`.
fn may_lie_between(before: Option<char>, c: char, behind: &str) -> bool {
    match c {
        '.' | ',' | '٫' | '٬' => behind.starts_with(is_digit),
        ':' => is_division(before, behind),
        _ if is_of_sum(c) && !is_times(c) => true,
        _ => is_variable(c) && !before.is_some_and(is_letter) && !behind.starts_with(is_letter),
    }
}

/// Letters that run together with a variable to a word. Those of scripts without spaces may stand beside it.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !crate::parse::is_unspaced(c)
}

fn is_variable(c: char) -> bool {
    c.is_ascii_lowercase() || is_times(c)
}

/// Whether a colon with `behind` divides: by the last number before the `=`, and is no clock's.
fn is_division(before: Option<char>, behind: &str) -> bool {
    let number = behind.trim_start_matches(' ');
    let rest = number.trim_start_matches(is_of_number);
    let spaced = number.len() < behind.len();
    let clock = !spaced && number.len() - rest.len() == 2;
    let last = rest.trim_start_matches(' ').starts_with(['=', '＝']) && rest.len() < number.len();
    last && !clock && before.is_some_and(|c| (c == ' ') == spaced)
}

/// Whether a side of an equation ends here.
fn ends_side(before: &str) -> bool {
    let mut last = before.trim_end_matches(' ').chars().rev();
    let (c, previous) = (last.next(), last.next());
    c.is_some_and(|c| is_digit(c) || matches!(c, ')' | '²' | '³' | '%'))
        || (c.is_some_and(is_variable) && !previous.is_some_and(char::is_alphanumeric))
}

/// Whether a side of an equation begins here, be it unknown.
fn begins_side(behind: &str) -> bool {
    let mut first = behind.trim_start_matches(' ').chars();
    let (c, next) = (first.next(), first.next());
    let Some(c) = c else { return true };
    is_digit(c)
        || matches!(c, '-' | '−' | '(' | '√' | '?' | '？' | '_' | '…' | '.')
        || (is_variable(c) && !next.is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Normaliser;
    use speech::Language;

    fn holds(text: &str, at: usize) -> bool {
        stands_in(Place::new(text, at, text.len()))
    }

    #[test]
    fn an_equals_sign_is_reached_over_terms_and_signs() {
        assert!(holds("5-3=2", 0) && holds("5-3=2", 1) && holds("5-3=2", 2) && holds("5-3=2", 4));
        assert!(holds("10 : 2 = 5", 0) && holds("10 : 2 = 5", 3) && holds("3 x 4 = ?", 2));
        assert!(holds("y = 7 - 3", 4) && holds("7.5 / (1 + 2) =", 4));
    }

    #[test]
    fn words_clocks_and_clauses_are_none() {
        assert!(!holds("24/7 = always", 0) && !holds("10:00-12:00 = 2", 0) && !holds("size=10/2", 5));
        assert!(!holds("3-5, 2 = 2", 0) && !holds("1/2 = 0.5", 0) && !holds("3-5 km = 2", 0));
        assert!(!holds("Note 3: 5 + 2 = 7", 5) && holds("Note 3: 5 + 2 = 7", 8));
    }

    #[test]
    fn a_minus_proper_takes_away() {
        assert!(holds("10 − 3", 0) && holds("10 − 3", 3) && holds("3−2", 0) && holds("3−2", 1));
        assert!(!holds("10 −3", 0) && !holds("03−1234−5678", 0) && !holds("03−1234−5678", 2));
    }

    #[test]
    fn sums_are_read_in_all_languages() {
        let read = |tag, text| Normaliser::new(&Language::new(tag)).read(text).text.as_str().to_owned();
        let read: Vec<_> = SUMS.iter().map(|(tag, text, _)| (*tag, *text, read(tag, text))).collect();
        let right: Vec<_> =
            SUMS.iter().map(|(tag, text, words)| (*tag, *text, (*words).to_owned())).collect();
        assert_eq!(read, right);
    }

    const SUMS: &[(&str, &str, &str)] = &[
        ("en-us", "10 − 3 = 7", "ten minus three equals seven"),
        ("en-us", "10 / 2 = 5", "ten divided by two equals five"),
        ("de", "10 : 2 = 5", "zehn geteilt durch zwei ist gleich fünf"),
        ("de", "3 * 4 = 12", "drei mal vier ist gleich zwölf"),
        ("nl", "3−2", "drie min twee"),
        ("fr", "10 : 2 = 5", "dix divisé par deux égale cinq"),
        ("es", "7 - 3 = 4", "siete menos tres es igual a cuatro"),
        ("it", "10 / 2 = 5", "dieci diviso due uguale a cinque"),
        ("pt-br", "3 x 4 = 12", "três vezes quatro é igual a doze"),
        ("pl", "5+3=8", "pięć plus trzy równa się osiem"),
        ("ru", "3 x 4 = 12", "три умножить на четыре равно двенадцать"),
        ("tr", "7 - 3 = 4", "yedi eksi üç eşittir dört"),
        ("hi", "5-3=2", "पाँच माइनस तीन बराबर दो"),
        ("ar", "7 - 3 = 4", "سبعة ناقص ثلاثة يساوي أربعة"),
        ("zh", "10/2=5", "十除以二等于五"),
        ("zh", "3 x 4 = 12", "三 乘 四 等于 十二"),
        ("ja", "10/2=5", "十割る二イコール五"),
        ("ko", "2 + 2 = 4", "이 더하기 이는 사"),
        ("ko", "10÷2=5", "십 나누기 이는 오"),
    ];
}
