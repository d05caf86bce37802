//! The sounds of kana, in the alphabet and with the sounds of the library's Japanese.
//!
//! The library reads kana by itself, but says りょ as `rya-o` and っぴ as `hpi`, and names small kana in English (eSpeak NG
//! 1.52). So it is given sounds. Read [`sounds`] first.

/// Two kana that are one mora with a sound of their own.
const PAIRS: &[(&str, &str)] = &[
    ("シェ", "ɕe̞"),
    ("ジェ", "dʑe̞"),
    ("チェ", "tɕe̞"),
    ("ツァ", "tsä"),
    ("ツィ", "tsi"),
    ("ツェ", "tse̞"),
    ("ツォ", "tso̞"),
    ("ティ", "ti"),
    ("トゥ", "tɯᵝ"),
    ("テュ", "tʲɯᵝ"),
    ("ディ", "di"),
    ("ドゥ", "dɯᵝ"),
    ("デュ", "dʲɯᵝ"),
    ("スィ", "si"),
    ("ズィ", "zi"),
    ("イェ", "je̞"),
    ("ウィ", "wi"),
    ("ウェ", "we̞"),
    ("ウォ", "wo̞"),
    ("クァ", "kwä"),
    ("クィ", "kwi"),
    ("クェ", "kwe̞"),
    ("クォ", "kwo̞"),
    ("グァ", "ɡwä"),
    ("フュ", "ɸjɯᵝ"),
    ("ヴュ", "vjɯᵝ"),
];

const VOWELS: [&str; 5] = ["ä", "i", "ɯᵝ", "e̞", "o̞"];

/// The consonants of the rows of kana, each with its five kana, of which some have another.
const ROWS: &[(&str, &str)] = &[
    ("アイウエオ", ""),
    ("カキクケコ", "k"),
    ("ガギグゲゴ", "ɡ"),
    ("サ・スセソ", "s"),
    ("ザ・ズゼゾ", "z"),
    ("タ・・テト", "t"),
    ("ダ・・デド", "d"),
    ("ナニヌネノ", "n"),
    ("ハ・・ヘホ", "h"),
    ("バビブベボ", "b"),
    ("パピプペポ", "p"),
    ("マミムメモ", "m"),
    ("ヤ・ユ・ヨ", "j"),
    ("ラリルレロ", "ɽ"),
    ("ワヰ・ヱ・", "w"),
    ("・シ・・・", "ɕ"),
    ("・ジ・・・", "dʑ"),
    ("・ヂ・・・", "dʑ"),
    ("・チ・・・", "tɕ"),
    ("・・ツ・・", "ts"),
    ("・・ヅ・・", "z"),
    ("・ヒ・・・", "ç"),
    ("・・フ・・", "ɸ"),
    ("・・ヴ・・", "v"),
    ("ヷヸ・ヹヺ", "v"),
    ("・・・・ヲ", ""),
    ("ァィゥェォ", ""),
    ("ャ・ュ・ョ", "j"),
    ("ヮ・・・・", "w"),
    ("ヵ・・ヶ・", "k"),
];

/// Small kana that take the place of the vowel before them.
const SMALL: &str = "ァィゥェォャュョヮ";
/// These consonants have a palate in them already.
const PALATAL: [&str; 4] = ["ɕ", "dʑ", "tɕ", "ç"];

/// ン by itself.
const N: &str = "ɴ";

/// ン before a consonant is made where that is.
fn nasal(next: &str) -> &'static str {
    match next.chars().next() {
        Some('p' | 'b' | 'm') => "m",
        Some('t' | 'd' | 'n' | 'ɽ' | 'z') => "n",
        Some('k' | 'ɡ') => "ŋ",
        _ => N,
    }
}

/// One mora, as far as it is known before the next.
struct Mora {
    consonant: String,
    vowel: Option<&'static str>,
    /// Bytes of its kana.
    length: usize,
}

/// The sounds of a phrase in katakana. The vowel before the last is stressed a little, as the library does by itself: it
/// has no melody without.
pub(super) fn sounds(kana: &str) -> String {
    let morae = morae(kana);
    let voiced: Vec<_> = (0..morae.len()).filter(|at| morae[*at].vowel.is_some()).collect();
    let stressed = voiced.len().checked_sub(2).or(voiced.len().checked_sub(1)).map(|at| voiced[at]);
    let mut ipa = String::new();
    for (at, mora) in morae.iter().enumerate() {
        let next = morae.get(at + 1).map_or("", |next| &next.consonant);
        ipa.push_str(if mora.consonant == N { nasal(next) } else { &mora.consonant });
        if Some(at) == stressed {
            ipa.push('ˈ');
        }
        ipa.push_str(mora.vowel.unwrap_or_default());
    }
    ipa
}

fn morae(kana: &str) -> Vec<Mora> {
    let mut morae: Vec<Mora> = Vec::new();
    let mut rest = kana;
    let mut is_double = false;
    while let Some(first) = rest.chars().next() {
        let mora = Mora::first(rest, first, morae.last());
        rest = &rest[mora.length..];
        let double = mora.consonant.chars().next().filter(|_| is_double);
        let doubled = Mora { consonant: double.into_iter().chain(mora.consonant.chars()).collect(), ..mora };
        is_double = first == 'ッ';
        match first {
            'ッ' if rest.is_empty() => morae.push(Mora { consonant: "ʔ".to_owned(), ..doubled }),
            'ッ' => {}
            _ => morae.push(doubled),
        }
    }
    morae
}

impl Mora {
    fn new(consonant: impl Into<String>, vowel: Option<&'static str>, kana: &str) -> Self {
        Self { consonant: consonant.into(), vowel, length: kana.len() }
    }

    /// The mora at the beginning of `rest`, whose first kana is given.
    fn first(rest: &str, first: char, before: Option<&Self>) -> Self {
        let (own, behind) = rest.split_at(first.len_utf8());
        match first {
            'ー' => Self::new("", before.and_then(|before| before.vowel), own),
            'ン' => Self::new(N, None, own),
            _ => Self::pair(rest)
                .or_else(|| Self::with_small(first, behind))
                .unwrap_or_else(|| Self::plain(first, own)),
        }
    }

    /// Two kana that have a sound of their own.
    fn pair(rest: &str) -> Option<Self> {
        let (pair, ipa) = PAIRS.iter().find(|(pair, _)| rest.starts_with(pair))?;
        let vowel = VOWELS.into_iter().find(|vowel| ipa.ends_with(vowel));
        let consonant = ipa.strip_suffix(vowel.unwrap_or_default()).unwrap_or(ipa);
        Some(Self::new(consonant, vowel, pair))
    }

    /// A kana and the small one behind it, whose vowel takes the place of its own.
    fn with_small(first: char, behind: &str) -> Option<Self> {
        let small = behind.chars().next().filter(|small| SMALL.contains(*small) && !SMALL.contains(first))?;
        let (glide, other) = simple(small)?;
        let (consonant, vowel) = simple(first).unwrap_or_default();
        if is_lengthening(vowel, other, glide) {
            return None;
        }
        let glide = if PALATAL.contains(&consonant) { "" } else { palatal(glide) };
        Some(Self {
            length: first.len_utf8() + small.len_utf8(),
            ..Self::new(format!("{consonant}{glide}"), other, "")
        })
    }

    fn plain(first: char, own: &str) -> Self {
        let (consonant, vowel) = simple(first).unwrap_or_default();
        Self::new(consonant, vowel, own)
    }
}

/// ねぇ: a small vowel of the same sound makes the one before it longer.
fn is_lengthening(vowel: Option<&str>, small: Option<&str>, glide: &str) -> bool {
    vowel == small && glide.is_empty()
}

fn palatal(glide: &str) -> &str {
    if glide == "j" { "ʲ" } else { glide }
}

fn simple(kana: char) -> Option<(&'static str, Option<&'static str>)> {
    ROWS.iter().find_map(|(row, consonant)| {
        let vowel = row.chars().position(|own| own == kana)?;
        Some((*consonant, VOWELS.get(vowel).copied()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mora_has_its_sounds() {
        for (kana, ipa) in [
            ("トーキョーエ", "to̞o̞kʲo̞ˈo̞e̞"),
            ("カイギワ", "käiɡˈiwä"),
            ("リョコー", "ɽʲo̞kˈo̞o̞"),
            ("ハッピャク", "häppʲˈäkɯᵝ"),
            ("マッチャ", "mˈättɕä"),
            ("センエン", "sˈe̞ɴe̞ɴ"),
            ("シャツ", "ɕˈätsɯᵝ"),
            ("ティーシャツ", "tiiɕˈätsɯᵝ"),
            ("ファイル", "ɸäˈiɽɯᵝ"),
            ("ヴァ", "vˈä"),
            ("ネェ", "nˈe̞e̞"),
            ("アッ", "ˈäʔ"),
            ("サンポ", "sˈämpo̞"),
            ("サンガイ", "säŋɡˈäi"),
            ("カンジ", "kˈändʑi"),
            ("ン", "ɴ"),
            ("ー", ""),
        ] {
            assert_eq!(sounds(kana), ipa, "{kana}");
        }
    }
}
