//! Any division of a text into pushes gives the same segments, and they join to the text.

use markup::{Sounds, Syntax};
use proptest::prelude::*;
use speech::{ByteSpan, Language};
use text::{Segment, SegmentBounds, SegmentPolicy, Segmenter};

const POLICIES: [SegmentPolicy; 4] =
    [SegmentPolicy::Words, SegmentPolicy::Clauses, SegmentPolicy::Sentences, SegmentPolicy::OnFlushOnly];

/// All that have customs of their own, and one that has none.
const LANGUAGES: &[&str] =
    &["en", "ar", "cmn", "de", "es", "fi", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr"];

/// Texts in which a careless segmenter decides too early.
const TRICKY: &[&str] = &[
    "Hello there. How are you? Fine! And you...  well, ok. ",
    "Hello there.How are you?Fine!Good.",
    "See https://example.com/A.B?Q=What!Now and www.Foo.Bar. Then mail me@Example.Com. Node.js, Node.JS and U.S.A. too.",
    "Dr. Smith vs. J. R. R. Tolkien, e.g. in the U.S. The end. At 5 p.m. Monday. No. 5 is alive. No. I will not.",
    "It costs 3.50 dollars. In 1999. 3. Open the door.\n4. Close it.\r\n\r\nPi is 3.14159. \"Really?\" she asked. \"Yes.\" He left.",
    "Wait... what? Wait... What? Hmm…and so on… And \"so.\"Next (really.) Next «ça va.» Oui. „Gut.“ Ja.",
    "Great! 👩‍💻👨‍👩‍👧‍👦🏳️‍🌈 Next one.👍🏽 Yes!😀Now 🇩🇪🇫🇷. ok",
    "你好。今天天气怎么样？很好！“真的吗？”她说，我们……走吧。再见",
    "こんにちは。元気ですか？「はい。」と言った。コーヒー、お願いします",
    "नमस्ते। आप कैसे हैं? मैं ठीक हूँ॥ डॉ. शर्मा",
    "مرحبا؟كيف حالك؟ بخير، شكرا۔ ثم",
    "สวัสดีครับ วันนี้อากาศดีมาก ไปเที่ยวกันไหม ครับ ผมชอบกินข้าวผัดกับไข่ดาวทุกวัน",
    "ជំរាបសួរ។តើអ្នកសុខសប្បាយទេ៕ខ្ញុំ",
    "Καλημέρα; Ναι; Όχι.",
    "Title\n\n\nBody text - with dashes — and—more: of, them; all\n\n- item\n- item\n",
    "Am 3. Oktober, dem 15. Beide kommen, z. B. Dr. med. Kern, usw. Den Rest (ca. 2 Mio. Euro, 2 Mio. Schuld ist er) am 5. d. M. u. a. m.",
    "¿Qué? Uno... ¡ya! EE. UU. subió. El 600 a. C. Ardió. P. D.: La Av. Sur, n.º 5. Son las 11:10 p. m. ¡A dormir! A las 7 p. m. empieza.",
    "« Tu viens ? » dit-elle. « Non, dit-il. Je reste. » 753 av. J.-C. Elle brûla. L'art. 4, c.-à-d. p. ex. env. L'eau. « Oui ! » Fin",
    "De winkel gaat dicht. 's Maandags om 8 uur. 's Zondags, bijv. 's nachts. B.V. Vos en 5 ft. 2 in. The end. 0.62 mi. 1 mi is",
    "– Kto tam? – To ja. – Wejdź! – zawołała. W 1910 r. i w XIII w. Po m.in. mgr inż. Kos. т. е. и т. д. Молотка. 1934 г. Закрыли — Это я. — Да",
    "部長は「売上が落ちている。対策が要る」と述べた。「はい。」でも、行く。他喊了“快跑！”就不见了。“你是谁？”他问。“走。”大家都很失望。Mr. Brown的公司",
    "“오늘은 안 가.”라고 했다. 2026. 3. 15.에 열린다. प्रो. नायर और ई. पू. में “क्या?” और चुप। وصل د. سامي 300 ق.م. على التل. ثم",
    "Great! 😀 Next. Done. 🥳 the bill. So... 🤔 maybe. I smile :) See you :) later. It grew.[1] Then.[^a] Next.¹ So. Run `a. B. C.` now. Main St. Bring it. \"I was—\" \"No.\" Yahoo! stock. 3! = 6, 4! is. No. 3.15? no way!!1 that",
    "I went to the store and bought some milk because it was cold. Between 3 and 5 of the people in Trinidad and Tobago know that I",
    "Do this: 1. Open. 2. Close it, 3. Wait. How many? 40. Not 39. In 300. 2013 saw. i. Sign.\nii. Mail. I know that. iPhone rules. example.com is. He (really!) Came. “Good night!” Clara whispered. “So!” Then it.",
    "Das ist z.B. gut, z.Hd. Frau Kern, S.Er p.Both L'U.E. dit B. Le Chat. Er ist 1. Vorsitzender. My Yahoo! Mail. it.then the.Great <thinking>So</thinking> a<int>",
    "  \n\n …  “Hm.” ** bold.** Next. \u{200b}\u{feff}Odd\u{1} ctrl. . . . end",
];

fn segments(empty: &Segmenter, pieces: &[&str]) -> Vec<Segment> {
    let mut segmenter = empty.clone();
    let mut segments = Vec::new();
    for piece in pieces {
        segmenter.push(piece);
        segments.extend(std::iter::from_fn(|| segmenter.next_segment()));
    }
    segmenter.release();
    segments.extend(std::iter::from_fn(|| segmenter.next_segment()));
    assert_eq!(segmenter.pending().bytes, 0);
    segments
}

fn small() -> SegmentBounds {
    SegmentBounds { characters: 40, ..SegmentBounds::default() }
}

/// Cuts `text` before each character for which `cuts`, repeated as often as needed, says so.
fn divide<'a>(text: &'a str, cuts: &[bool]) -> Vec<&'a str> {
    let borders =
        text.char_indices().zip(cuts.iter().cycle()).filter(|(_, cut)| **cut).map(|((at, _), _)| at);
    let mut pieces = Vec::new();
    let mut start = 0;
    for at in borders.chain([text.len()]) {
        pieces.push(&text[start..at]);
        start = at;
    }
    pieces
}

/// Checks that it makes no difference in a language whether the text comes whole.
fn check_in(language: &str, text: &str, pieces: &[&str]) {
    for policy in POLICIES {
        for bounds in [SegmentBounds::default(), small()] {
            let empty = Segmenter::new(policy, bounds).in_language(&Language::new(language));
            let whole = segments(&empty, &[text]);
            assert_eq!(whole.iter().map(|segment| segment.text.as_str()).collect::<String>(), text);
            let divided = segments(&empty, pieces);
            let parts = |all: &[Segment]| {
                all.iter().map(|one| (one.ordinal, one.text.clone(), one.ending)).collect::<Vec<_>>()
            };
            assert_eq!(parts(&whole), parts(&divided), "{policy:?} {language}");
            assert!(whole.iter().all(|segment| segment.text.chars().count() <= bounds.characters));
            check_markup(&empty.clone().with_markup(Syntax::default()), text, pieces);
        }
    }
}

/// What is shown of a text with markup is cut in the same places too, and leads back to where it came from.
fn check_markup(segmenter: &Segmenter, text: &str, pieces: &[&str]) {
    let whole = segments(segmenter, &[text]);
    assert_eq!(whole.iter().map(|segment| segment.text.as_str()).collect::<String>(), text);
    assert_eq!(whole, segments(segmenter, pieces));
    for segment in &whole {
        let shown = &segment.shown;
        let mut before = ByteSpan::default();
        for (at, c) in shown.text().char_indices() {
            let span = shown.source_of(ByteSpan::new(at, at + c.len_utf8()));
            assert!(!segment.text[span.range()].is_empty());
            assert!(
                span == before || span.start >= before.end,
                "what is shown stands in the order of the source"
            );
            before = span;
        }
        for wish in shown.wishes() {
            assert!(shown.text().get(wish.span.range()).is_some_and(|text| !text.is_empty()));
        }
    }
}

fn check(text: &str, pieces: &[&str]) {
    check_in("en", text, pieces);
}

#[test]
fn character_by_character_in_every_language() {
    for language in LANGUAGES {
        for text in TRICKY {
            check_in(language, text, &divide(text, &[true]));
        }
    }
}

#[test]
fn in_pieces_of_some_characters_in_every_language() {
    for language in LANGUAGES {
        for text in TRICKY {
            check_in(language, text, &divide(text, &[true, false, false, true, false, false, false]));
        }
    }
}

#[test]
fn character_by_character() {
    for text in TRICKY {
        check(text, &divide(text, &[true]));
    }
}

#[test]
fn in_two_pieces_at_every_place() {
    for text in TRICKY {
        for (at, _) in text.char_indices() {
            let (first, second) = text.split_at(at);
            check(text, &[first, second]);
        }
    }
}

/// Strings made of what decides: marks, spaces, capitals, short words, other scripts.
fn adversarial() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        ".",
        "..",
        "!",
        "?",
        "…",
        "。",
        "？",
        "।",
        "؟",
        ",",
        ";",
        ":",
        "—",
        "-",
        "\"",
        "'",
        "”",
        "“",
        "(",
        ")",
        "»",
        "«",
        " ",
        " ",
        " ",
        "\n",
        "\r\n",
        "\t",
        "a",
        "I",
        "The",
        "How",
        "there",
        "Dr",
        "etc",
        "e.g",
        "U.S",
        "No",
        "3",
        "1999",
        "www.",
        "://",
        "@",
        "Com",
        "js",
        "语",
        "の",
        "ไป",
        "क्",
        "كيف",
        "👩‍💻",
        "\u{200d}",
        "\u{301}",
        "**",
        "\n- ",
        "`",
        "](",
        "<b>",
        "<break time='1s'/>",
        "<prosody rate='slow'>",
        "</prosody>",
        "<s>",
        "</s>",
        "<sub alias='W. H. O. Now'>",
        "</sub>",
        "<say-as interpret-as='characters'>",
        "</say-as>",
        "&amp;",
        "<!--",
        "-->",
        "```\n",
        "<br",
        ">",
        "$",
        "\0",
        "reallylongword",
        "and",
        "und",
        "z. B.",
        "Okt",
        "am 3.",
        "XIV",
        "»",
        "‹",
        "'s",
        "`",
        "[1]",
        ":)",
        "「",
        "」",
        "と",
        "と said",
        "p. ",
        "ej",
        "a. C.",
        "St",
        "Main",
        "5 ft.",
        "1. ",
        ": 1.",
        "😀",
        "=",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_it_is_divided(
        text in adversarial(),
        language in prop::sample::select(LANGUAGES),
        cuts in prop::collection::vec(any::<bool>(), 1..40),
    ) {
        check_in(language, &text, &divide(&text, &cuts));
    }

    #[test]
    fn whatever_the_text(text in any::<String>(), cuts in prop::collection::vec(any::<bool>(), 1..40)) {
        check(&text, &divide(&text, &cuts));
    }
}

/// Texts that are hard to divide besides: numbers, tags, sequences of emoji, marks that combine, scripts of several bytes.
const HARD: &[&str] = &[
    "It was 1,234,567.89 then 3.5, v1.2.3 at 10:30:15. $1.5M! 12.03.2024. 1.234.567,89 € Next: 192.168.0.1. No. 5.",
    "<speak>One.<break time=\"250ms\"/> <prosody rate=\"slow\" pitch=\"+2st\">Two <sub alias=\"three &amp; four\">3</sub>.</prosody> \
     <say-as interpret-as=\"characters\">A.B</say-as><!-- no. --> <phoneme ph=\"kriːt\">Crete</phoneme> &#128512; <x y='>'>End.</speak>",
    "👩‍💻👨‍👩‍👧‍👦. 🏳️‍🌈! 🇩🇪🇫🇷🇬🇧 👍🏽👍🏿 1️⃣2️⃣ ❤️‍🔥? Ok.🏴󠁧󠁢󠁥󠁮󠁧󠁿 Next. e\u{301}\u{302}. n\u{303}o! 각\u{200d}. क्षत्रिय। नि\u{200c}। 𝒳². 🫱🏻‍🫲🏿 end",
    "# Title\n\n**Bold.** _So_ `a.b()` [link](https://example.com/a.b?c=d) ~~no~~.\n\n```rust\nfn a() {}\n```\n\n| a | b. |\n|---|---|\n| 1 | 2 |\n\n- x\n- y & z &lt; 3",
];

/// How a text is cut and read in one of the ways that there are.
fn some_way(number: u64) -> Segmenter {
    let pick = |from: usize, shift: u32| (number >> shift) as usize % from;
    let bounds = [SegmentBounds::default(), small()][pick(2, 8)];
    let empty = Segmenter::new(POLICIES[pick(POLICIES.len(), 16)], bounds);
    let empty = empty.in_language(&Language::new(LANGUAGES[pick(LANGUAGES.len(), 24)]));
    let sounds = [Sounds::Tags, Sounds::Slashes][pick(2, 32)];
    let markup = [Syntax::AS_WRITTEN, Syntax { sounds, ..Syntax::default() }][pick(2, 40)];
    empty.with_markup(markup)
}

/// The next number of a sequence that looks random (xorshift64, G. Marsaglia 2003) and is always the same.
fn scramble(number: u64) -> u64 {
    let number = number ^ (number << 13);
    let number = number ^ (number >> 7);
    number ^ (number << 17)
}

/// Cuts behind one character in `rarity`, on average.
fn divide_by_chance(text: &str, rarity: u64, seed: &mut u64) -> Vec<bool> {
    let mut cut = || {
        *seed = scramble(*seed);
        (*seed >> 20).is_multiple_of(rarity)
    };
    text.chars().map(|_| cut()).collect()
}

/// `cargo test -p text -- --ignored hundred_thousand`: the profile for tests is optimised here.
#[test]
#[ignore = "takes a minute"]
fn a_hundred_thousand_random_divisions() {
    let texts: Vec<&str> = TRICKY.iter().chain(HARD).copied().collect();
    let mut seed = 0x9E37_79B9_7F4A_7C15;
    for round in 0..2_000 {
        seed = scramble(seed);
        let empty = some_way(seed);
        let text = texts[round % texts.len()];
        let whole = segments(&empty, &[text]);
        assert_eq!(whole.iter().map(|segment| segment.text.as_str()).collect::<String>(), text);
        for rarity in 1..=50 {
            let cuts = divide_by_chance(text, rarity, &mut seed);
            assert_eq!(whole, segments(&empty, &divide(text, &cuts)), "{empty:?} {cuts:?}");
        }
    }
}
