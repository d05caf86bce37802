//! Codes that are read digit by digit: `PIN 0407`.

use crate::language::romance::tongue::Tongue;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;
use crate::shared;

/// How many words back a code may be announced.
const REACH: usize = 3;

/// `123.456.789-09`: a number of a person or firm, in groups with several kinds of marks between.
pub(super) fn document(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    const DIGITS: [usize; 2] = [11, 14];
    let rest = place.rest();
    let end =
        rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '/' | '-'))).unwrap_or(rest.len());
    let code = rest[..end].trim_end_matches(['.', '/', '-']);
    let groups: Vec<&str> = code.split(['.', '/', '-']).collect();
    let count: usize = groups.iter().map(|group| group.len()).sum();
    let fits = code.contains('.') && code.contains('-') && groups.len() > 3 && DIGITS.contains(&count);
    let free = place.begins_word() && place.may_end(code.len());
    let said: Option<Vec<String>> = groups.iter().map(|group| tongue.digits(group)).collect();
    (fits && free).then_some(said)?.map(|groups| Said::new(code.len(), groups.join(", ")))
}

/// Three to twelve digits that a word shortly before them calls a code.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let (digits, length) =
        digits::run(place.rest()).filter(|(digits, _)| (3..=12).contains(&digits.len()))?;
    let goes_on = place.rest()[length..].starts_with(['.', ',', '/', ':'])
        && place.rest()[length + 1..].starts_with(|c| digits::value(c).is_some());
    let code = !goes_on && place.begins_word() && place.may_end(length) && is_announced(place, tongue);
    code.then(|| tongue.digits(&digits))?.map(|words| Said::new(length, words))
}

/// `IB 3245`, `RN 20`: two capitals before figures are spelled, unless they are a word among others in capitals.
pub(super) fn letters(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let rest = place.rest();
    let letters = rest.get(..2).filter(|letters| letters.bytes().all(|c| c.is_ascii_uppercase()))?;
    let figures = rest[2..].strip_prefix(' ').is_some_and(|behind| digits::run(behind).is_some());
    let small = letters.to_lowercase();
    let word = tongue.grammar.no_nouns.contains(&small.as_str()) || tongue.customs.name(letters).is_some();
    let shouted = shared::acronym::is_shouted(place, 2, tongue.customs);
    let fits = figures && !word && !shouted && place.begins_word();
    fits.then(|| Said::new(2, shared::acronym::spelled(letters, tongue.customs)))
}

fn is_announced(place: Place<'_>, tongue: &Tongue) -> bool {
    let sentence = place.before().rsplit(['.', '!', '?', ';']).next().unwrap_or_default();
    sentence
        .rsplit(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(REACH)
        .any(|word| tongue.numbers.code_heralds.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn codes_are_read_digit_by_digit() {
        check(
            "fr",
            &[
                ("le code 4821", "le code quatre huit deux un"),
                ("le vol KL 402", "le vol k l quatre cent deux"),
            ],
        );
        check("pt", &[("a senha 9012", "a senha nove zero um dois"), ("em 9012", "em nove mil e doze")]);
    }
}
