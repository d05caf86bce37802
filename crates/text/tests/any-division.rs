//! Any division of a text into pushes gives the same segments, and they join to the text.

use markup::Reading;
use proptest::prelude::*;
use speech::ByteSpan;
use text::{Segment, SegmentBounds, SegmentPolicy, Segmenter};

const POLICIES: [SegmentPolicy; 3] =
    [SegmentPolicy::Clauses, SegmentPolicy::Sentences, SegmentPolicy::OnFlushOnly];

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
    "  \n\n …  “Hm.” ** bold.** Next. \u{200b}\u{feff}Odd\u{1} ctrl. . . . end",
];

fn segments(policy: SegmentPolicy, bounds: SegmentBounds, pieces: &[&str]) -> Vec<Segment> {
    divided(Segmenter::new(policy, bounds), pieces)
}

fn divided(mut segmenter: Segmenter, pieces: &[&str]) -> Vec<Segment> {
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

fn check(text: &str, pieces: &[&str]) {
    for policy in POLICIES {
        for bounds in [SegmentBounds::default(), small()] {
            let whole = segments(policy, bounds, &[text]);
            assert_eq!(whole.iter().map(|segment| segment.text.as_str()).collect::<String>(), text);
            let divided = segments(policy, bounds, pieces);
            let parts = |all: &[Segment]| {
                all.iter().map(|one| (one.ordinal, one.text.clone(), one.ending)).collect::<Vec<_>>()
            };
            assert_eq!(parts(&whole), parts(&divided), "{policy:?}");
            assert!(whole.iter().all(|segment| segment.text.chars().count() <= bounds.characters));
            check_markup(Segmenter::new(policy, bounds).with_markup(Reading::default()), text, pieces);
        }
    }
}

/// What is shown of a text with markup is cut in the same places too, and leads back to where it came from.
fn check_markup(segmenter: Segmenter, text: &str, pieces: &[&str]) {
    let whole = divided(segmenter.clone(), &[text]);
    assert_eq!(whole.iter().map(|segment| segment.text.as_str()).collect::<String>(), text);
    assert_eq!(whole, divided(segmenter, pieces));
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
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_it_is_divided(text in adversarial(), cuts in prop::collection::vec(any::<bool>(), 1..40)) {
        check(&text, &divide(&text, &cuts));
    }

    #[test]
    fn whatever_the_text(text in any::<String>(), cuts in prop::collection::vec(any::<bool>(), 1..40)) {
        check(&text, &divide(&text, &cuts));
    }
}
