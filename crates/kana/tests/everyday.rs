//! Everyday sentences and how they are read, and texts that are nobody's.

use std::sync::LazyLock;

use kana::{Dictionary, Phrase};
use proptest::prelude::*;

const SENTENCES: &str = include_str!("everyday.txt");
/// What was reached, so that no change makes it worse unseen: 111 of 114 sentences.
const FEWEST_RIGHT: usize = 111;

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let bytes = zstd::decode_all(kana::PACKED).expect("it was packed");
    Dictionary::from_bytes(&bytes).expect("it is a dictionary")
});

fn read(text: &str) -> String {
    phrases(text).concat()
}

fn phrases(text: &str) -> Vec<String> {
    DICTIONARY.read(text, &[]).into_iter().map(|phrase| phrase.kana).collect()
}

/// In katakana, with each long vowel as a bar: the dictionary writes カイイン and イイ, a listener hears them alike.
fn heard(kana: &str) -> String {
    let mut heard = String::new();
    for kana in kana.chars() {
        let kana = if ('ぁ'..='ゖ').contains(&kana) {
            char::from_u32(kana as u32 + 0x60).unwrap_or(kana)
        } else {
            kana
        };
        let is_long = heard.chars().next_back().is_some_and(|before| lengthens(before, kana));
        heard.push(match kana {
            _ if is_long => 'ー',
            'ヲ' => 'オ',
            'ヅ' => 'ズ',
            'ヂ' => 'ジ',
            other => other,
        });
    }
    heard.replace("ーイ", "ーー")
}

fn lengthens(before: char, kana: char) -> bool {
    let rows = [
        ("ア", "アカガサザタダナハバパマヤラワャ"),
        ("イ", "イキギシジチニヒビピミリ"),
        ("ウ", "ウクグスズツヌフブプムユルュ"),
        ("エイ", "エケゲセゼテデネヘベペメレ"),
        ("オウ", "オコゴソゾトドノホボポモヨロヲョ"),
    ];
    rows.iter().any(|(long, row)| long.contains(kana) && row.contains(before))
}

fn cases() -> impl Iterator<Item = (&'static str, &'static str)> {
    SENTENCES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "))
}

#[test]
fn everyday_sentences_are_read_as_speakers_read_them() {
    let (right, wrong): (Vec<_>, Vec<_>) =
        cases().partition(|(text, kana)| heard(&read(text)) == heard(kana));
    let wrong: Vec<_> = wrong.into_iter().map(|(text, _)| (text, read(text))).collect();
    assert!(right.len() >= FEWEST_RIGHT, "{} are right; not these: {wrong:#?}", right.len());
}

#[test]
fn particles_lean_on_their_words_and_numbers_stand_alone() {
    assert_eq!(
        phrases("会議は三月十四日の午後二時半で、参加費は千二百円です。"),
        [
            "カイギワ",
            "サンガツ",
            "ジューヨッカノ",
            "ゴゴ",
            "ニジハンデ",
            "サンカヒワ",
            "センニヒャクエンデス"
        ]
    );
    assert_eq!(phrases("お茶を三杯"), ["オチャヲ", "サンバイ"]);
}

#[test]
fn a_word_that_is_written_in_numerals_is_no_number() {
    for (text, kana) in [
        ("一緒に", "イッショニ"),
        ("千葉県", "チバケン"),
        ("八百屋", "ヤオヤ"),
        ("万一", "マンイチ"),
        ("十分に", "ジューブンニ"),
        ("三浦さん", "ミウラサン"),
    ] {
        assert_eq!(read(text), kana, "{text}");
    }
}

#[test]
fn what_was_written_in_figures_is_a_number() {
    let kana = |text: &str, figures: &[u32]| -> String {
        DICTIONARY.read(text, figures).into_iter().map(|phrase| phrase.kana).collect()
    };
    assert_eq!(kana("十分休む", &[]), "ジューブンヤスム");
    for (text, figure, said) in [
        ("十分休む", 0, "ジュップンヤスム"),
        ("応募者数百名", 4, "オーボシャスーヒャクメー"),
        ("回数五回", 2, "カイスーゴカイ"),
        ("人数三人", 2, "ニンズーサンニン"),
        ("本数三本", 2, "ホンスーサンボン"),
        ("三つ目", 0, "ミッツメ"),
        ("四つずつ", 0, "ヨッツズツ"),
        ("一日中雨", 0, "イチニチジューアメ"),
        ("三月一日中に", 2, "サンガツツイタチチューニ"),
    ] {
        assert_eq!(kana(text, &[figure]), said, "{text}");
    }
}

#[test]
fn how_many_and_some_are_said_with_what_they_count() {
    for (text, kana) in [
        ("人数分", "ニンズーブン"),
        ("今後数日", "コンゴスージツ"),
        ("約数十人", "ヤクスージューニン"),
        ("今何時ですか", "イマナンジデスカ"),
        ("毎日何百件", "マイニチナンビャッケン"),
        ("十数人", "ジュースーニン"),
        ("十中八九", "ジッチューハック"),
    ] {
        assert_eq!(read(text), kana, "{text}");
    }
}

/// Each counter, and how one to ten of it are said.
const ONE_TO_TEN: &str = include_str!("one_to_ten.txt");

#[test]
fn one_to_ten_of_each_thing_that_is_counted() {
    let rows = ONE_TO_TEN.lines().filter(|line| !line.starts_with('#'));
    for row in rows.filter(|row| !row.is_empty()) {
        let (counted, said) = row.split_once(" = ").expect("a row is a counter and what is said");
        assert_eq!(said.split(' ').count(), 10, "{counted}");
        for (number, said) in "一二三四五六七八九十".chars().zip(said.split(' ')) {
            let text = format!("{number}{counted}");
            let phrases = DICTIONARY.read(&text, &[0]);
            let kana: String = phrases.into_iter().map(|phrase| phrase.kana).collect();
            assert_eq!(heard(&kana), heard(said), "{text}");
        }
    }
}

#[test]
fn every_character_is_said_somehow() {
    for character in ('一'..='鿿').chain('ぁ'..='ゖ').chain('ァ'..='ヺ').chain('ｦ'..='ﾝ') {
        let phrases = DICTIONARY.read(&character.to_string(), &[]);
        assert!(matches!(&*phrases, [Phrase { kana, .. }] if !kana.is_empty()), "{character}: {phrases:?}");
    }
}

#[test]
fn long_runs_are_said_to_their_end_and_in_parts() {
    for (character, kana) in [("一", "イチ"), ("ナ", "ナ"), ("x", "エックス"), ("〇", "ゼロ")] {
        let phrases = phrases(&character.repeat(1_000));
        assert_eq!(phrases.concat(), kana.repeat(1_000));
        assert!(phrases.iter().all(|phrase| phrase.chars().count() <= 48), "{character}");
    }
}

#[test]
fn damaged_bytes_are_refused() {
    let bytes = zstd::decode_all(kana::PACKED).expect("it was packed");
    for damaged in [&bytes[..0], &bytes[..19], &bytes[1..], &bytes[..bytes.len() - 1]] {
        assert!(Dictionary::from_bytes(damaged).is_err());
    }
}

proptest! {
    #[test]
    fn phrases_are_in_order_and_inside_whatever_the_text(
        text in "[一-龯ぁ-んァ-ンーっ々〇一二三十百千万何数日月分、。 a-c1-3\\PC]{0,400}",
        figures in prop::collection::btree_set(0_u32..400, 0..8),
    ) {
        let figures: Vec<_> = figures.into_iter().collect();
        let mut last = 0;
        for Phrase { characters, kana } in DICTIONARY.read(&text, &figures) {
            prop_assert!(last <= characters.start && characters.start < characters.end);
            prop_assert!(kana.chars().all(|kana| ('ァ'..='ヾ').contains(&kana)), "{}", kana);
            last = characters.end;
        }
        prop_assert!(last as usize <= text.chars().count());
    }
}
