//! What is counted, and how its sounds and the number's change each other: いっぷん, さんぼん, はっさい.
//!
//! Where speakers differ, the form that announcers are taught. The rules are by the first sound of what is counted; what
//! fits none is in [`WHOLE`].

use crate::numerals::{End, Numeral};

/// How a number and what it counts change each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    Plain,
    /// Ten is shortened: ジュッパーセント.
    Ten,
    /// One, eight, ten are: words in s, t, ch.
    Few,
    /// The same, and three voices what is counted: サンゾク.
    FewVoiced,
    /// One, six, eight, ten, hundred are: words in k.
    Many,
    /// The same, and three voices what is counted: サンガイ.
    ManyVoiced,
    /// The same, which makes p of h, as three and four do: サンプン.
    Hard,
    /// The same, but three and thousand make b of it: サンボン.
    Soft,
    /// Things, whose numbers have words of their own: [`THINGS`]. Others do not count them.
    Things,
    /// Days, of which many have words of their own: [`DAYS`].
    Days,
    /// Only the numbers that are in [`WHOLE`] count it.
    Whole,
}

use Change::{Days, Few, FewVoiced, Hard, Many, ManyVoiced, Plain, Soft, Ten, Things, Whole};

/// What is counted, in kana, and its change.
pub(crate) type Counter = (&'static str, &'static str, Change);

/// All that is counted.
pub(crate) const COUNTERS: &[Counter] = &[
    ("つ", "", Things),
    ("つ目", "メ", Things),
    ("日中", "", Whole),
    ("年中", "", Whole),
    ("つまみ", "", Whole),
    ("晩", "バン", Plain),
    ("円", "エン", Plain),
    ("年", "ネン", Plain),
    ("年間", "ネンカン", Plain),
    ("年代", "ネンダイ", Plain),
    ("年生", "ネンセー", Plain),
    ("年度", "ネンド", Plain),
    ("年前", "ネンマエ", Plain),
    ("年後", "ネンゴ", Plain),
    ("月", "ガツ", Plain),
    ("日", "", Days),
    ("日間", "カン", Days),
    ("日目", "メ", Days),
    ("日前", "マエ", Days),
    ("日後", "ゴ", Days),
    ("日分", "ブン", Days),
    ("時", "ジ", Plain),
    ("時半", "ジハン", Plain),
    ("時間", "ジカン", Plain),
    ("時間半", "ジカンハン", Plain),
    ("分", "フン", Hard),
    ("分間", "フンカン", Hard),
    ("分前", "フンマエ", Hard),
    ("分後", "フンゴ", Hard),
    ("分半", "フンハン", Hard),
    ("秒", "ビョー", Plain),
    ("秒間", "ビョーカン", Plain),
    ("週", "シュー", Few),
    ("週間", "シューカン", Few),
    ("か月", "カゲツ", Many),
    ("ヶ月", "カゲツ", Many),
    ("ヵ月", "カゲツ", Many),
    ("カ月", "カゲツ", Many),
    ("ケ月", "カゲツ", Many),
    ("箇月", "カゲツ", Many),
    ("か国", "カコク", Many),
    ("ヶ国", "カコク", Many),
    ("カ国", "カコク", Many),
    ("か所", "カショ", Many),
    ("ヶ所", "カショ", Many),
    ("カ所", "カショ", Many),
    ("箇所", "カショ", Many),
    ("世紀", "セーキ", Few),
    ("周年", "シューネン", Few),
    ("周", "シュー", Few),
    ("歳", "サイ", Few),
    ("才", "サイ", Few),
    ("人", "ニン", Plain),
    ("人前", "ニンマエ", Plain),
    ("人目", "ニンメ", Plain),
    ("人組", "ニングミ", Plain),
    ("名", "メー", Plain),
    ("名様", "メーサマ", Plain),
    ("番", "バン", Plain),
    ("番目", "バンメ", Plain),
    ("番線", "バンセン", Plain),
    ("号", "ゴー", Plain),
    ("号室", "ゴーシツ", Plain),
    ("号車", "ゴーシャ", Plain),
    ("位", "イ", Plain),
    ("次", "ジ", Plain),
    ("度", "ド", Plain),
    ("度目", "ドメ", Plain),
    ("倍", "バイ", Plain),
    ("割", "ワリ", Plain),
    ("割引", "ワリビキ", Plain),
    ("枚", "マイ", Plain),
    ("台", "ダイ", Plain),
    ("代", "ダイ", Plain),
    ("部", "ブ", Plain),
    ("両", "リョー", Plain),
    ("問", "モン", Plain),
    ("文字", "モジ", Plain),
    ("列", "レツ", Plain),
    ("話", "ワ", Plain),
    ("羽", "ワ", Plain),
    ("行", "ギョー", Plain),
    ("膳", "ゼン", Plain),
    ("畳", "ジョー", Plain),
    ("回", "カイ", Many),
    ("回目", "カイメ", Many),
    ("回戦", "カイセン", Many),
    ("個", "コ", Many),
    ("箱", "ハコ", Soft),
    ("件", "ケン", Many),
    ("曲", "キョク", Many),
    ("局", "キョク", Many),
    ("校", "コー", Many),
    ("課", "カ", Many),
    ("巻", "カン", Many),
    ("級", "キュー", Many),
    ("期", "キ", Many),
    ("句", "ク", Many),
    ("機", "キ", Many),
    ("区", "ク", Many),
    ("階", "カイ", ManyVoiced),
    ("階建て", "カイダテ", Many),
    ("軒", "ケン", ManyVoiced),
    ("冊", "サツ", Few),
    ("足", "ソク", FewVoiced),
    ("隻", "セキ", Few),
    ("席", "セキ", Few),
    ("社", "シャ", Few),
    ("章", "ショー", Few),
    ("種類", "シュルイ", Few),
    ("勝", "ショー", Few),
    ("戦", "セン", Few),
    ("銭", "セン", Few),
    ("説", "セツ", Few),
    ("節", "セツ", Few),
    ("試合", "シアイ", Few),
    ("点", "テン", Few),
    ("店", "テン", Few),
    ("店舗", "テンポ", Few),
    ("頭", "トー", Few),
    ("等", "トー", Few),
    ("通", "ツー", Few),
    ("通り", "トーリ", Few),
    ("丁目", "チョーメ", Few),
    ("着", "チャク", Few),
    ("体", "タイ", Few),
    ("棟", "トー", Few),
    ("本", "ホン", Soft),
    ("本目", "ホンメ", Soft),
    ("匹", "ヒキ", Soft),
    ("杯", "ハイ", Soft),
    ("票", "ヒョー", Soft),
    ("敗", "ハイ", Hard),
    ("泊", "ハク", Hard),
    ("発", "ハツ", Hard),
    ("品", "ヒン", Hard),
    ("歩", "ホ", Hard),
    ("班", "ハン", Hard),
    ("版", "ハン", Hard),
    ("パーセント", "パーセント", Ten),
    ("ページ", "ページ", Ten),
    ("ポイント", "ポイント", Ten),
    ("カロリー", "カロリー", Ten),
    ("キロ", "キロ", Ten),
    ("センチ", "センチ", Few),
    ("セット", "セット", Few),
    ("トン", "トン", Few),
];

/// Numbers with what they count that are said by no rule. Whole numbers only.
const WHOLE: &[(&str, &str, &str)] = &[
    ("一", "人", "ヒトリ"),
    ("二", "人", "フタリ"),
    ("一", "人目", "ヒトリメ"),
    ("二", "人目", "フタリメ"),
    ("二", "人組", "フタリグミ"),
    ("二十", "歳", "ハタチ"),
    ("一", "箱", "ヒトハコ"),
    ("二", "箱", "フタハコ"),
    ("一", "通り", "ヒトトーリ"),
    ("二", "通り", "フタトーリ"),
    ("一", "日中", "イチニチジュー"),
    ("一", "年中", "イチネンジュー"),
    ("一", "つまみ", "ヒトツマミ"),
    ("一", "晩", "ヒトバン"),
    ("二", "晩", "フタバン"),
];

/// Numbers of days, and days of a month but the first.
const DAYS: &[(&str, &str)] = &[
    ("一", "イチニチ"),
    ("二", "フツカ"),
    ("三", "ミッカ"),
    ("四", "ヨッカ"),
    ("五", "イツカ"),
    ("六", "ムイカ"),
    ("七", "ナノカ"),
    ("八", "ヨーカ"),
    ("九", "ココノカ"),
    ("十", "トーカ"),
    ("十四", "ジューヨッカ"),
    ("十七", "ジューシチニチ"),
    ("十九", "ジュークニチ"),
    ("二十", "ハツカ"),
    ("二十四", "ニジューヨッカ"),
    ("二十七", "ニジューシチニチ"),
    ("二十九", "ニジュークニチ"),
    ("数", "スージツ"),
];

/// Numbers of things.
const THINGS: &[(&str, &str)] = &[
    ("一", "ヒトツ"),
    ("二", "フタツ"),
    ("三", "ミッツ"),
    ("四", "ヨッツ"),
    ("五", "イツツ"),
    ("六", "ムッツ"),
    ("七", "ナナツ"),
    ("八", "ヤッツ"),
    ("九", "ココノツ"),
];

/// Digits that are said otherwise before what they count, at the end of any number.
const OTHERWISE: &[(u8, &str, &str)] = &[
    (4, "時", "ヨ"),
    (7, "時", "シチ"),
    (9, "時", "ク"),
    (4, "時半", "ヨ"),
    (7, "時半", "シチ"),
    (9, "時半", "ク"),
    (4, "時間", "ヨ"),
    (9, "時間", "ク"),
    (4, "時間半", "ヨ"),
    (9, "時間半", "ク"),
    (4, "月", "シ"),
    (7, "月", "シチ"),
    (9, "月", "ク"),
    (4, "年", "ヨ"),
    (4, "年間", "ヨ"),
    (4, "年生", "ヨ"),
    (4, "年度", "ヨ"),
    (4, "年前", "ヨ"),
    (4, "年後", "ヨ"),
    (4, "年代", "ヨ"),
    (4, "人", "ヨ"),
    (4, "人前", "ヨ"),
    (4, "人目", "ヨ"),
    (4, "人組", "ヨ"),
    (4, "畳", "ヨ"),
];

/// A number whose characters are given, with what it counts, if it does.
pub(crate) fn together(written: &[char], numeral: &Numeral, counter: Counter) -> Option<String> {
    let (counted, kana, change) = counter;
    let is_written = |number: &str| number.chars().eq(written.iter().copied());
    let is_it = |(number, _): &&(&str, &str)| is_written(number);
    let whole = WHOLE.iter().find(|(number, what, _)| *what == counted && is_written(number));
    match (whole, change) {
        (Some((.., whole)), _) => Some((*whole).to_owned()),
        (None, Whole) => None,
        (None, Things) => THINGS.iter().find(is_it).map(|(_, things)| format!("{things}{kana}")),
        (None, Days) => Some(match DAYS.iter().find(is_it) {
            Some((_, days)) => format!("{days}{kana}"),
            None => format!("{}ニチ{kana}", numeral.kana()),
        }),
        (None, _) => Some(by_rule(numeral, counter)),
    }
}

fn by_rule(numeral: &Numeral, (counted, kana, change): Counter) -> String {
    let otherwise =
        OTHERWISE.iter().find(|(digit, what, _)| *what == counted && numeral.end == End::Digit(*digit));
    match otherwise {
        Some((.., digit)) => format!("{}{kana}", numeral.ending(digit)),
        None => changed(numeral, kana, change),
    }
}

fn changed(numeral: &Numeral, kana: &str, change: Change) -> String {
    let end = numeral.end;
    let is_few = matches!(end, End::Digit(1 | 8) | End::Ten);
    let is_many = is_few || matches!(end, End::Digit(6) | End::Hundred);
    let shortens = match change {
        Plain | Things | Days | Whole => false,
        Ten => end == End::Ten,
        Few | FewVoiced => is_few,
        Many | ManyVoiced | Hard | Soft => is_many,
    };
    let first = |voice: fn(char) -> char| -> String {
        let mut kana = kana.chars();
        kana.next().map(voice).into_iter().chain(kana).collect()
    };
    let counted = match (change, end) {
        (FewVoiced | ManyVoiced, End::Digit(3) | End::Thousand) => first(voiced),
        (Soft, End::Digit(3) | End::Thousand | End::Great) => first(voiced),
        (Hard, End::Digit(3 | 4) | End::Thousand | End::Great) => first(hardened),
        (Hard | Soft, _) if shortens => first(hardened),
        _ => kana.to_owned(),
    };
    let number = if shortens { numeral.shortened() } else { numeral.kana() };
    format!("{number}{counted}")
}

/// か becomes が, は becomes ば: the next character of Unicode's.
fn voiced(kana: char) -> char {
    if "カキクケコサシスセソハヒフヘホ".contains(kana) { next(kana, 1) } else { kana }
}

/// は becomes ぱ.
fn hardened(kana: char) -> char {
    if "ハヒフヘホ".contains(kana) { next(kana, 2) } else { kana }
}

fn next(kana: char, places: u32) -> char {
    char::from_u32(kana as u32 + places).unwrap_or(kana)
}
