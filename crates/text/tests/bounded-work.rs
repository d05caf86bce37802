//! The work for one character does not grow with the text, through the public interface and at full length. What is looked
//! at is counted, and held to a multiple of the length, by the tests of the module `effort`.

use markup::Syntax;
use text::{SegmentBounds, SegmentPolicy, Segmenter};

const LENGTH: usize = 200_000;

const HOSTILE_LENGTH: usize = 64 * 1024;

/// Pushes `pattern`, repeated to `length` bytes, one character at a time, asking after each what waits, as a session does.
fn trickle(policy: SegmentPolicy, pattern: &str, length: usize) {
    let mut segmenter = Segmenter::new(policy, SegmentBounds::default());
    let mut returned = 0;
    let text = pattern.repeat(length / pattern.len());
    for c in text.chars() {
        segmenter.push(c.encode_utf8(&mut [0; 4]));
        assert!(segmenter.pending().bytes <= text.len());
        while let Some(segment) = segmenter.next_segment() {
            returned += segment.text.len();
        }
    }
    segmenter.release();
    while let Some(segment) = segmenter.next_segment() {
        returned += segment.text.len();
    }
    assert_eq!(returned, text.len());
}

#[test]
fn ordinary_text_in_single_characters() {
    for policy in [SegmentPolicy::Clauses, SegmentPolicy::OnFlushOnly, SegmentPolicy::Client] {
        trickle(policy, "This is an ordinary sentence, and here is its end. ", LENGTH);
    }
}

#[test]
fn hostile_text_in_single_characters() {
    for pattern in [
        "x", " ", ".", "A.", "3. ", ".\"", "\"", ",\"", "\n", "etc. ", "a@", "—", "…", "\u{301}", "。",
        "\u{200d}",
    ] {
        trickle(SegmentPolicy::Clauses, pattern, HOSTILE_LENGTH);
    }
}

#[test]
fn hostile_text_held_until_a_flush() {
    for pattern in ["x.", ".", " ", "\""] {
        trickle(SegmentPolicy::OnFlushOnly, pattern, HOSTILE_LENGTH);
    }
}

/// Quotations inside quotations, which all close behind one full stop.
fn nested_quotations() -> String {
    format!("{}.{}", "«".repeat(100), " »".repeat(99))
}

#[test]
fn nested_quotations_in_single_characters() {
    trickle(SegmentPolicy::Clauses, &nested_quotations(), HOSTILE_LENGTH);
}

#[test]
fn a_megabyte_held_until_one_flush() {
    trickle(SegmentPolicy::OnFlushOnly, &nested_quotations(), 1024 * 1024);
}

#[test]
fn a_long_text_at_once() {
    let text = "word ".repeat(LENGTH);
    let mut segmenter = Segmenter::new(SegmentPolicy::Clauses, SegmentBounds::default());
    segmenter.push(&text);
    segmenter.release();
    let segments = std::iter::from_fn(|| segmenter.next_segment());
    assert_eq!(segments.map(|segment| segment.text.len()).sum::<usize>(), text.len());
}

const MARKUP: &[&str] = &[
    "<",
    "[",
    "`",
    "*",
    "&",
    "](",
    "<a",
    "<b>",
    "<b x='",
    "<!--",
    "&amp;",
    "<s>",
    "<br>",
    "- ",
    "\n- x",
    "| ",
    "#",
    "```\n",
    "</p>",
    "<break/>",
    "<break time='9s'/>x",
    "<prosody rate='slow'>",
    "<prosody rate='slow'>x</prosody>",
    "<sub alias='a b'>x</sub>",
    "<say-as interpret-as='characters'>",
    "<say-as interpret-as='characters'>x</say-as>",
    "`x` ",
    "<speak><x>",
];

/// Pushes it in pieces of this many characters, and takes what is ready after each.
fn push_markup(policy: SegmentPolicy, text: &str, piece: usize) {
    let mut segmenter = Segmenter::new(policy, SegmentBounds::default()).with_markup(Syntax::default());
    let mut returned = 0;
    let mut take = |segmenter: &mut Segmenter| {
        while let Some(segment) = segmenter.next_segment() {
            assert!(segment.text.len() <= 64 * 1024, "{} bytes", segment.text.len());
            returned += segment.text.len();
        }
    };
    for piece in text.as_bytes().chunks(piece) {
        segmenter.push(std::str::from_utf8(piece).expect("it is ASCII"));
        take(&mut segmenter);
    }
    segmenter.release();
    take(&mut segmenter);
    assert_eq!(returned, text.len());
}

#[test]
fn hostile_markup_in_single_characters() {
    for unit in MARKUP {
        let text = unit.repeat(HOSTILE_LENGTH / unit.len());
        push_markup(SegmentPolicy::Clauses, &text, 1);
    }
}

#[test]
fn a_megabyte_of_hostile_markup_at_once() {
    for unit in MARKUP {
        let text = unit.repeat(1024 * 1024 / unit.len());
        for policy in [SegmentPolicy::Clauses, SegmentPolicy::OnFlushOnly] {
            push_markup(policy, &text, text.len());
        }
    }
}
