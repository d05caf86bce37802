//! Any text in any division: the same segments, which join to the text and keep the bounds.

#![no_main]

use libfuzzer_sys::fuzz_target;
use text::{Segment, SegmentBounds, SegmentPolicy, Segmenter};

const POLICIES: [SegmentPolicy; 4] =
    [SegmentPolicy::Words, SegmentPolicy::Clauses, SegmentPolicy::Sentences, SegmentPolicy::OnFlushOnly];

fuzz_target!(|input: (String, Vec<u8>, u8)| {
    let (text, division, choice) = input;
    let policy = POLICIES[usize::from(choice) % POLICIES.len()];
    let characters =
        if choice & 128 == 0 { SegmentBounds::default().characters } else { usize::from(choice % 64) + 1 };
    let bounds = SegmentBounds { characters, ..SegmentBounds::default() };
    let whole = segments(policy, bounds, &[&text]);
    let divided = segments(policy, bounds, &divide(&text, &division));
    assert_eq!(whole, divided, "the division shows");
    assert_eq!(
        whole.iter().map(|segment| segment.text.as_str()).collect::<String>(),
        text,
        "text was lost or made up"
    );
    assert!(whole.iter().all(|segment| segment.text.chars().count() <= characters), "a segment is too long");
    assert!(
        whole.iter().zip(0..).all(|(segment, ordinal)| segment.ordinal == ordinal),
        "ordinals do not count"
    );
});

fn segments(policy: SegmentPolicy, bounds: SegmentBounds, pieces: &[&str]) -> Vec<Segment> {
    let mut segmenter = Segmenter::new(policy, bounds);
    let mut segments = Vec::new();
    for piece in pieces {
        segmenter.push(piece);
        segments.extend(std::iter::from_fn(|| segmenter.next_segment()));
    }
    segmenter.release();
    segments.extend(std::iter::from_fn(|| segmenter.next_segment()));
    assert_eq!(segmenter.pending().bytes, 0, "a release leaves nothing");
    segments
}

/// Pieces of so many characters as the division says, in turn; an empty piece for 0, the rest in one.
fn divide<'a>(text: &'a str, division: &[u8]) -> Vec<&'a str> {
    let mut rest = text;
    let mut pieces = Vec::new();
    for length in division {
        let at = rest.char_indices().nth(usize::from(*length)).map_or(rest.len(), |(at, _)| at);
        let (piece, later) = rest.split_at(at);
        pieces.push(piece);
        rest = later;
    }
    pieces.push(rest);
    pieces
}
