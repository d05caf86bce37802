//! Where the dictionary's reading is not the one that is heard most.

/// A word, the reading that the dictionary chose, and the one that is said.
const WORDS: &[(&str, &str, &str)] = &[
    ("角", "カク", "カド"),
    ("間", "マ", "アイダ"),
    ("雨", "ウ", "アメ"),
    ("言う", "イウ", "ユー"),
    ("いう", "イウ", "ユー"),
    ("十中八九", "ジュッチューハック", "ジッチューハック"),
];

/// The country, in itself and in short words; companies that call themselves otherwise have longer names.
const COUNTRY: (&str, &str, &str) = ("日本", "ニッポン", "ニホン");
const SHORT: usize = 4;

/// What falls from the sky does not alight, though both are written alike.
const FALLING: (&str, &str, &str) = ("降り", "オリ", "フリ");
const FALLS: &str = "雨雪霰雹霜露";
/// How far before the verb what falls is looked for.
const NEAR: usize = 8;

/// What is said for a word that the dictionary reads so, behind this text.
pub(crate) fn mended(before: &[char], word: &[char], kana: String) -> String {
    let is = |other: &str| other.chars().eq(word.iter().copied());
    let near = &before[before.len().saturating_sub(NEAR)..];
    if let Some((.., said)) = WORDS.iter().find(|(known, read, _)| *read == kana && is(known)) {
        return (*said).to_owned();
    }
    if FALLING.1 == kana && is(FALLING.0) && near.iter().any(|character| FALLS.contains(*character)) {
        return FALLING.2.to_owned();
    }
    let is_country = word.len() <= SHORT && word.iter().collect::<String>().contains(COUNTRY.0);
    if is_country { kana.replace(COUNTRY.1, COUNTRY.2) } else { kana }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rain_falls_and_travellers_alight() {
        let said = |before: &str, word: &str, kana: &str| {
            let [before, word] = [before, word].map(|text| text.chars().collect::<Vec<_>>());
            mended(&before, &word, kana.to_owned())
        };
        assert_eq!(said("昨日は雨が", "降り", "オリ"), "フリ");
        assert_eq!(said("電車を", "降り", "オリ"), "オリ");
    }

    #[test]
    fn the_country_has_its_usual_name_and_a_company_its_own() {
        let said = |word: &str, kana: &str| mended(&[], &word.chars().collect::<Vec<_>>(), kana.to_owned());
        assert_eq!(said("日本酒", "ニッポンシュ"), "ニホンシュ");
        assert_eq!(said("大日本商事", "ダイニッポンショージ"), "ダイニッポンショージ");
    }
}
