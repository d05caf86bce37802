//! Words in capitals that nobody could say, though they have a vowel: `IRPF`, `UE`, `BBVA`.

use crate::language::romance::tongue::Tongue;
use crate::place::Place;
use crate::rule::Said;
use crate::shared::acronym;

/// What words in capitals may end with and still be said as words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Endings {
    /// Anything, such as in `INPS`.
    Any,
    /// Nothing but what other words end with.
    Plain,
}

/// Longer words in capitals are more often said.
const LONGEST: usize = 5;

/// Words of two letters that somebody may stress by capitals, besides those that are no nouns.
const WORDS: &[&str] = &[
    "da", "di", "do", "eh", "fa", "fe", "fé", "fu", "ha", "há", "he", "ho", "ir", "ir", "já", "je", "jo",
    "là", "lá", "lu", "ma", "me", "mi", "mí", "no", "nó", "nu", "oh", "or", "os", "ou", "pé", "pi", "po",
    "pu", "re", "sa", "se", "sé", "sí", "sì", "so", "só", "su", "ta", "te", "té", "ti", "tu", "tú", "un",
    "um", "va", "ve", "vê", "vi", "vu", "ya", "yo",
];

/// Pairs of consonants that a word may begin with in all four languages.
const ONSETS: &[&str] = &[
    "BR", "BL", "CR", "CL", "CH", "DR", "FR", "FL", "GR", "GL", "GN", "GU", "PR", "PL", "PH", "PS", "QU",
    "TR", "TH", "LL", "SC", "SK", "SM", "SN", "SP", "ST", "SW", "WH",
];

/// Capitals that are spelled for want of another way.
pub(super) fn read(place: Place<'_>, tongue: &Tongue) -> Option<Said> {
    let (capitals, length) = acronym::capitals(place)?;
    let known = tongue.customs.name(capitals).is_some();
    let plain = capitals.len() <= LONGEST && capitals.bytes().all(|c| c.is_ascii_uppercase());
    let fits = plain
        && !known
        && !acronym::is_shouted(place, length, tongue.customs)
        && cannot_be_said(capitals, tongue);
    fits.then(|| Said::new(length, acronym::spelled(&place.rest()[..length], tongue.customs)))
}

fn cannot_be_said(capitals: &str, tongue: &Tongue) -> bool {
    if capitals.len() == 2 {
        let small = capitals.to_lowercase();
        let numeral = capitals.bytes().all(|c| matches!(c, b'I' | b'V' | b'X'));
        return !numeral
            && !WORDS.contains(&small.as_str())
            && !tongue.grammar.no_nouns.contains(&small.as_str());
    }
    let begins = consonants(capitals.bytes()) > 1 && !ONSETS.contains(&&capitals[..2]);
    let doubled = capitals.as_bytes()[..2].iter().all(|c| *c == capitals.as_bytes()[0]);
    let crowded = capitals.as_bytes().windows(4).any(|four| consonants(four.iter().copied()) == 4);
    begins || doubled || crowded || (tongue.endings == Endings::Plain && ends_hard(capitals))
}

/// Whether a word ends with two consonants that do not end one.
fn ends_hard(capitals: &str) -> bool {
    const SOFT: &[&str] =
        &["NS", "RS", "LS", "NT", "RT", "ST", "RM", "RN", "RD", "ND", "NC", "RC", "CT", "LT", "CH", "TH"];
    consonants(capitals.bytes().rev()) > 1 && !SOFT.contains(&&capitals[capitals.len() - 2..])
}

/// How many consonants there are before the first vowel.
fn consonants(letters: impl Iterator<Item = u8>) -> usize {
    letters.take_while(|c| !matches!(c, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y')).count()
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn what_cannot_be_said_is_spelled() {
        check(
            "es",
            &[("el IRPF y la RAE", "el i r p f y la RAE"), ("eso NO es", "eso NO es"), ("la UE", "la u e")],
        );
        check("fr", &[("la TVA et l'OTAN", "la t v a et l'OTAN"), ("OUI ou NON", "OUI ou NON")]);
        check("it", &[("il DNA dello SPID", "il d n a dello SPID")]);
    }
}
