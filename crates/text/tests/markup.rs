//! Text with markup is cut by what it shows, and its segments still join to the source.

use std::time::Duration;

use speech::{Ending, Factor, How, SayAs};
use text::{PendingEnd, Segment, SegmentBounds, SegmentPolicy, Segmenter};

fn segments(source: &str) -> Vec<Segment> {
    let empty = Segmenter::new(SegmentPolicy::Sentences, SegmentBounds::default());
    let mut segmenter = empty.with_markup(Default::default());
    segmenter.push(source);
    segmenter.release();
    let segments: Vec<_> = std::iter::from_fn(|| segmenter.next_segment()).collect();
    assert_eq!(segments.iter().map(|segment| segment.text.as_str()).collect::<String>(), source);
    segments
}

fn shown(source: &str) -> Vec<String> {
    segments(source).iter().map(|segment| segment.shown.text().to_owned()).collect()
}

#[test]
fn marks_hide_no_border_and_make_none() {
    assert_eq!(shown("**Bold claim.** Weak _proof._ End"), ["Bold claim. ", "Weak proof. ", "End"]);
    assert_eq!(shown("See [the guide](http://a.b/c.D). Yes"), ["See [the guide]. ", "Yes"]);
    assert_eq!(shown("Run `x. then! y` now. So"), ["Run x. then! y now. ", "So"]);
}

#[test]
fn headings_items_and_tags_end_sentences() {
    assert_eq!(shown("# Title\nText\n- one\n- two\n"), ["Title\n", "Text\n", "one\n", "two\n"]);
    assert_eq!(shown("<p>One</p><p>Two</p>"), ["One\n", "Two\n"]);
}

#[test]
fn a_border_lies_behind_what_shows_the_character_before_it() {
    let texts: Vec<_> =
        segments("**One.** **Two.** <b>3</b>").into_iter().map(|segment| segment.text).collect();
    assert_eq!(texts, ["**One.** ", "**Two.** ", "<b>3</b>"]);
}

#[test]
fn a_break_is_a_segment_that_knows_what_was_rested() {
    let segments = segments("One. <break time='1s'/>two <break time='2s'/>three");
    let endings: Vec<_> = segments.iter().map(|segment| segment.ending).collect();
    let [Ending::Sentence, Ending::Break(first), Ending::Cut, Ending::Break(second), Ending::Phrase] =
        endings[..]
    else {
        panic!("{endings:?}")
    };
    assert_eq!((first.length(), first.rested()), (Duration::from_secs(1), Duration::from_millis(300)));
    assert_eq!((second.length(), second.rested()), (Duration::from_secs(2), Duration::ZERO));
}

#[test]
fn what_was_rested_before_a_break_was_rested_at_the_pace_of_its_segment() {
    let pauses = |source: &str| {
        let endings = segments(source).into_iter().map(|segment| segment.ending);
        endings
            .filter_map(|ending| if let Ending::Break(pause) = ending { Some(pause) } else { None })
            .collect()
    };
    let slow: Vec<_> = pauses("<prosody rate='50%'>One.</prosody><break time='700ms'/>Two.");
    assert_eq!(slow.iter().map(|pause| pause.rested().as_millis()).collect::<Vec<_>>(), [600]);
    let both: Vec<_> = pauses("<prosody rate='50%'>One. <break time='700ms'/>Two.</prosody>");
    assert_eq!(both.iter().map(|pause| pause.rested().as_millis()).collect::<Vec<_>>(), [300]);
}

#[test]
fn breaks_side_by_side_are_one_segment() {
    let all = segments("One. <break time='1s'/><break time='2s'/>Two.");
    assert_eq!(all.len(), 3);
    assert!(matches!(all[1].ending, Ending::Break(pause) if pause.length() == Duration::from_secs(3)));
}

#[test]
fn text_that_an_alias_replaces_waits_for_its_end() {
    let empty = Segmenter::new(SegmentPolicy::Sentences, SegmentBounds::default());
    let mut segmenter = empty.with_markup(Default::default());
    segmenter.push("So it is. Go.<sub alias='doctor'>Dr.");
    assert_eq!(segmenter.pending().end, PendingEnd::Open);
}

#[test]
fn a_backtick_that_opens_no_code_holds_no_cut() {
    assert_eq!(
        shown("The `90s are over. Good riddance. Now"),
        ["The 90s are over. ", "Good riddance. ", "Now"]
    );
}

#[test]
fn a_style_holds_over_sentences_until_it_ends_or_a_generation_does() {
    let rates = |segments: &[Segment]| {
        let rate =
            |segment: &Segment| segment.style.as_ref().map_or(Factor::NEUTRAL, |style| style.rate).value();
        segments.iter().map(rate).collect::<Vec<_>>()
    };
    assert_eq!(rates(&segments("A <prosody rate='50%'>bee. See</prosody>, do.")), [1.0, 0.5, 0.5, 1.0]);
    let empty = Segmenter::new(SegmentPolicy::Sentences, SegmentBounds::default());
    let mut segmenter = empty.with_markup(Default::default());
    for (text, rate) in [("<prosody rate='50%'>a", 0.5), ("b", 0.5)] {
        segmenter.push(text);
        segmenter.release();
        assert_eq!(rates(&[segmenter.next_segment().expect("it was released")]), [rate]);
    }
    segmenter.restart();
    segmenter.push("c");
    segmenter.release();
    assert_eq!(rates(&[segmenter.next_segment().expect("it was released")]), [1.0]);
}

#[test]
fn wishes_are_about_what_is_shown() {
    let [segment] = &segments("Is <say-as interpret-as='ordinal'>3</say-as> <b>it</b>?")[..] else {
        panic!("it is one sentence")
    };
    let [wish] = segment.shown.wishes() else { panic!("it has one wish") };
    assert_eq!(&segment.shown.text()[wish.span.range()], "3");
    assert_eq!(wish.how, How::As(SayAs::Ordinal));
}

/// The segments of a text that comes in parts of so many bytes.
fn segments_in_parts(source: &str, bytes: usize) -> Vec<Segment> {
    let empty = Segmenter::new(SegmentPolicy::Sentences, SegmentBounds::default());
    let mut segmenter = empty.with_markup(Default::default());
    let mut segments = Vec::new();
    for part in source.as_bytes().chunks(bytes) {
        segmenter.push(std::str::from_utf8(part).expect("it is ASCII"));
        segments.extend(std::iter::from_fn(|| segmenter.next_segment()));
    }
    segmenter.release();
    segments.extend(std::iter::from_fn(|| segmenter.next_segment()));
    segments
}

#[test]
fn what_a_segment_hides_is_bounded_however_it_is_spread() {
    const MOST: usize = 4_096;
    let comment = format!("<!--{}-->", "x".repeat(500));
    let alias = format!("<sub alias='y'>{}</sub>", "x".repeat(900));
    let link = format!("[a](https://a.example/{})", "x".repeat(300));
    for (hides, beyond) in [(&comment, 0), (&alias, 1_024), (&link, 0)] {
        let source = format!("So {hides}").repeat(60) + ". Then it ends.";
        let all = segments_in_parts(&source, source.len());
        assert!(all.len() > 2, "{}", all.len());
        for segment in &all {
            let hidden = segment.text.len() - segment.shown.text().len();
            assert!(hidden <= MOST + beyond, "{hidden}");
        }
        for bytes in [1, 7, 100, 1_000] {
            assert_eq!(segments_in_parts(&source, bytes), all, "in parts of {bytes}");
        }
    }
}

#[test]
fn a_release_inside_of_a_closing_tag_loses_nothing() {
    let empty = Segmenter::new(SegmentPolicy::Sentences, SegmentBounds::default());
    let mut segmenter = empty.with_markup(Default::default());
    let (mut text, mut shown) = (String::new(), Vec::new());
    for part in ["Ask <sub alias='doctor'>Dr.</su", "b> Smith. Then", "</b", "> go."] {
        segmenter.push(part);
        segmenter.release();
        for segment in std::iter::from_fn(|| segmenter.next_segment()) {
            text += &segment.text;
            shown.push(segment.shown.text().to_owned());
        }
    }
    assert_eq!(text, "Ask <sub alias='doctor'>Dr.</sub> Smith. Then</b> go.");
    assert_eq!(shown, ["Ask doctor", " Smith. ", "Then", "", " go."]);
}

#[test]
fn the_space_between_two_elements_is_no_segment_of_its_own() {
    let source =
        "<voice name='a'>One.</voice> <voice name='b'>Two.</voice>\n<lang xml:lang='de'>Drei.</lang> Four.";
    assert_eq!(shown(source), ["One.", " Two.", "\nDrei.", " Four."]);
    let styled: Vec<bool> = segments(source).iter().map(|segment| segment.style.is_some()).collect();
    assert_eq!(styled, [true, true, true, false]);
    let far = format!("<voice name='a'>One.</voice>{}<voice name='b'>Two.</voice>", " ".repeat(1_000));
    assert!(shown(&far).len() > 2, "what nobody writes is not looked through again and again");
}
