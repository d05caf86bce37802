//! Figures, marks and letters in any order are read without a panic, and every word has its place in the source.

use normaliser::Normaliser;
use speech::Language;

const PIECES: &[&str] = &[
    "1",
    "2",
    "10",
    "٣",
    "५",
    "０",
    "2024",
    "15",
    "¥",
    "$",
    "₹",
    "€",
    "%",
    "٪",
    "-",
    "–",
    "~",
    "〜",
    "/",
    ":",
    ".",
    ",",
    "，",
    "،",
    "٫",
    " ",
    "  ",
    "½",
    "°C",
    "km",
    "k",
    "㎡",
    "+",
    "(",
    ")",
    "#",
    "@",
    "年",
    "月",
    "日",
    "个",
    "第",
    "万",
    "時",
    "円",
    "か",
    "月曜",
    "개",
    "월",
    "번째",
    "만",
    "제",
    "에",
    "बजे",
    "वीं",
    "रु.",
    "डॉ.",
    "लाख",
    "में",
    "و",
    "بـ",
    "الـ",
    "كتب",
    "الساعة",
    "مايو",
    "ر.س",
    "م",
    "\u{0301}",
    "\u{064B}",
    "\u{094D}",
    "👍",
    "v1",
    "a.b",
    "号码是",
    "电话",
    "\n",
];

#[test]
fn figures_in_any_company_are_read() {
    let readers = ["zh", "ja", "ko", "hi", "ar"].map(|tag| Normaliser::new(&Language::new(tag)));
    let mut state: u64 = 7;
    // The generator of Knuth's MMIX: the same texts every time.
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for _ in 0..20_000 {
        let text: String = (0..1 + next(9)).map(|_| PIECES[next(PIECES.len())]).collect();
        for reader in &readers {
            let spoken = reader.read(&text);
            let sound = spoken.words.iter().all(|word| {
                text.get(word.source.range()).is_some() && spoken.text.get(word.spoken.range()).is_some()
            });
            assert!(sound, "{text:?}");
        }
    }
}
