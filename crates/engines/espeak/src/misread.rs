//! Number words that the library misreads for want of their vowels, and how they are said.
//!
//! Arabic is written without short vowels. The library guesses some and leaves out the others: it says ثلاثة as `θlaːθt`.
//! Its own reading of figures is right, but knows neither gender nor case nor ordinals, so numbers come to it in words
//! (compared in eSpeak NG 1.52). Here those words get their sounds: standard Arabic as it is read aloud, without case
//! endings. Read [`sounds`] first.

use crate::records::Pronounced;

/// Arabic number words without vowel marks, and their sounds in IPA.
const ARABIC: &[(&str, &str)] = &[
    ("صفر", "sˤifr"),
    ("واحد", "waːħid"),
    ("واحدة", "waːħida"),
    ("اثنان", "ʔiθnaːn"),
    ("اثنين", "ʔiθnajn"),
    ("اثنتان", "ʔiθnataːn"),
    ("اثنتين", "ʔiθnatajn"),
    ("اثنا", "ʔiθnaː"),
    ("اثني", "ʔiθnaj"),
    ("اثنتا", "ʔiθnataː"),
    ("اثنتي", "ʔiθnataj"),
    ("إحدى", "ʔiħdaː"),
    ("ثلاثة", "θalaːθa"),
    ("ثلاث", "θalaːθ"),
    ("أربعة", "ʔarbaʕa"),
    ("أربع", "ʔarbaʕ"),
    ("خمسة", "xamsa"),
    ("خمس", "xams"),
    ("ستة", "sitta"),
    ("ست", "sitt"),
    ("سبعة", "sabʕa"),
    ("سبع", "sabʕ"),
    ("ثمانية", "θamaːnija"),
    ("ثماني", "θamaːniː"),
    ("تسعة", "tisʕa"),
    ("تسع", "tisʕ"),
    ("عشرة", "ʕaʃara"),
    ("عشرون", "ʕiʃruːn"),
    ("عشرين", "ʕiʃriːn"),
    ("ثلاثون", "θalaːθuːn"),
    ("ثلاثين", "θalaːθiːn"),
    ("أربعون", "ʔarbaʕuːn"),
    ("أربعين", "ʔarbaʕiːn"),
    ("خمسون", "xamsuːn"),
    ("خمسين", "xamsiːn"),
    ("ستون", "sittuːn"),
    ("ستين", "sittiːn"),
    ("سبعون", "sabʕuːn"),
    ("سبعين", "sabʕiːn"),
    ("ثمانون", "θamaːnuːn"),
    ("ثمانين", "θamaːniːn"),
    ("تسعون", "tisʕuːn"),
    ("تسعين", "tisʕiːn"),
    ("مئة", "miʔa"),
    ("مائة", "miʔa"),
    ("مئتان", "miʔataːn"),
    ("مئتين", "miʔatajn"),
    ("مئتا", "miʔataː"),
    ("مئتي", "miʔataj"),
    ("ثلاثمئة", "θalaːθumiʔa"),
    ("أربعمئة", "ʔarbaʕumiʔa"),
    ("خمسمئة", "xamsumiʔa"),
    ("ستمئة", "sittumiʔa"),
    ("سبعمئة", "sabʕumiʔa"),
    ("ثمانمئة", "θamaːnimiʔa"),
    ("تسعمئة", "tisʕumiʔa"),
    ("ثلاثمائة", "θalaːθumiʔa"),
    ("أربعمائة", "ʔarbaʕumiʔa"),
    ("خمسمائة", "xamsumiʔa"),
    ("ستمائة", "sittumiʔa"),
    ("سبعمائة", "sabʕumiʔa"),
    ("ثمانمائة", "θamaːnimiʔa"),
    ("تسعمائة", "tisʕumiʔa"),
    ("ألف", "ʔalf"),
    ("ألفان", "ʔalfaːn"),
    ("ألفين", "ʔalfajn"),
    ("ألفا", "ʔalfaː"),
    ("ألفي", "ʔalfaj"),
    ("آلاف", "ʔaːlaːf"),
    ("مليون", "miljuːn"),
    ("ملايين", "malaːjiːn"),
    ("مليار", "miljaːr"),
    ("مليارات", "miljaːraːt"),
    ("فاصلة", "faːsˤila"),
    ("سالب", "saːlib"),
    ("ربع", "rubʕ"),
    ("ثلث", "θulθ"),
    ("نصف", "nisˤf"),
    ("دقيقة", "daqiːqa"),
    ("دقيقتين", "daqiːqatajn"),
    ("دقائق", "daqaːʔiq"),
    ("ثالث", "θaːliθ"),
    ("ثالثة", "θaːliθa"),
    ("رابع", "raːbiʕ"),
    ("رابعة", "raːbiʕa"),
    ("خامس", "xaːmis"),
    ("خامسة", "xaːmisa"),
    ("سادس", "saːdis"),
    ("سادسة", "saːdisa"),
    ("سابع", "saːbiʕ"),
    ("سابعة", "saːbiʕa"),
    ("ثامن", "θaːmin"),
    ("ثامنة", "θaːmina"),
    ("تاسع", "taːsiʕ"),
    ("تاسعة", "taːsiʕa"),
    ("عاشر", "ʕaːʃir"),
    ("عاشرة", "ʕaːʃira"),
    ("ثاني", "θaːniː"),
    ("ثانية", "θaːnija"),
    ("حادي", "ħaːdiː"),
    ("حادية", "ħaːdija"),
    ("أول", "ʔawwal"),
    ("أولى", "ʔuːlaː"),
];

/// What may be written together with a word: and, with, the article, and two of them.
const BEFORE: &[(&str, &str)] =
    &[("", ""), ("و", "wa"), ("ب", "bi"), ("ال", "al"), ("وال", "wal"), ("بال", "bil"), ("ل", "li")];

/// The sounds of a word that the voice of this language misreads.
pub(crate) fn sounds(word: &str, language: &str) -> Option<String> {
    if language != "ar" {
        return None;
    }
    BEFORE.iter().find_map(|(written, said)| {
        let bare = word.strip_prefix(written)?;
        let (_, sounds) = ARABIC.iter().find(|(word, _)| *word == bare)?;
        Some(stressed(&format!("{}{sounds}", joined(said, sounds))))
    })
}

/// The article takes the sound of the next consonant if that is made with the tip of the tongue.
fn joined(before: &str, sounds: &str) -> String {
    let first = sounds.chars().next().filter(|first| "θtdrsðzʃnl".contains(*first));
    match (before.strip_suffix('l'), first) {
        (Some(vowels), Some(first)) => format!("{vowels}{first}"),
        _ => before.to_owned(),
    }
}

/// With the stress of Arabic: on the last syllable if that is very heavy, else on the last but one if that is heavy, else
/// on the one before.
fn stressed(sounds: &str) -> String {
    let is_vowel = |c: char| matches!(c, 'a' | 'i' | 'u');
    let vowels: Vec<usize> = sounds.match_indices(is_vowel).map(|(at, _)| at).collect();
    // How long a syllable is from its vowel on: a long vowel counts two, each consonant up to the next vowel one.
    let weight = |index: usize| {
        let end = vowels.get(index + 1).copied().unwrap_or(sounds.len());
        sounds[vowels[index]..end].chars().filter(|c| *c != 'ˤ').count()
    };
    let chosen = match vowels.len() {
        0 => return sounds.to_owned(),
        1 => 0,
        count if weight(count - 1) > 2 => count - 1,
        // The consonant before the next vowel belongs to that.
        count if weight(count - 2) > 2 => count - 2,
        count => count.saturating_sub(3),
    };
    let (before, behind) = sounds.split_at(vowels[chosen]);
    format!("{before}ˈ{behind}")
}

/// `given`, in order, and what the voice misreads besides in `text`.
pub(crate) fn and_misread(text: &str, language: &str, given: Vec<Pronounced>) -> Vec<Pronounced> {
    if language != "ar" {
        return given;
    }
    let mut all = Vec::with_capacity(given.len());
    let mut given = given.into_iter().peekable();
    let mut at = 0;
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let characters = at..at + bare.chars().count() as u32;
        at += word.chars().count() as u32;
        while let Some(earlier) = given.next_if(|stretch| stretch.characters.start < characters.end) {
            all.push(earlier);
        }
        let is_free = all.last().is_none_or(|last| last.characters.end <= characters.start);
        if let Some(ipa) = sounds(bare, language).filter(|_| is_free) {
            all.push(Pronounced { characters, ipa });
        }
    }
    all.extend(given);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_words_get_their_vowels() {
        let said = ["ثلاثة", "وعشرين", "الثالثة", "والنصف", "الخامس", "بمئة"].map(|word| sounds(word, "ar"));
        let expected = ["θalˈaːθa", "waʕiʃrˈiːn", "aθθˈaːliθa", "wannˈisˤf", "alxˈaːmis", "bˈimiʔa"];
        assert_eq!(said.map(Option::unwrap_or_default), expected);
        assert_eq!((sounds("كتاب", "ar"), sounds("ثلاثة", "fa")), (None, None));
    }

    #[test]
    fn what_was_asked_for_stays() {
        let asked = Pronounced { characters: 4..9, ipa: "x".into() };
        let found =
            and_misread("خمسة ثلاثة، ستة", "ar", vec![Pronounced { characters: 5..10, ..asked.clone() }]);
        let found: Vec<_> = found.into_iter().map(|stretch| (stretch.characters, stretch.ipa)).collect();
        assert_eq!(found, [(0..4, "xˈamsa".into()), (5..10, "x".into()), (12..15, "sˈitta".into())]);
        assert_eq!(and_misread("خمسة", "en", vec![asked.clone()]), [asked]);
    }
}
