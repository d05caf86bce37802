//! New expectations for a story that does not hold any more.

use std::collections::VecDeque;
use std::ops::Range;

use speech::{AudioTime, Moment};
use wire::ProtocolCard;

use crate::client::{Heard, What};
use crate::request::Method;
use crate::transcript::expectation::{COMPLETE, Expectation, Goal, sound_in_row, written};
use crate::transcript::replay::{Complaint, Replay, replay};
use crate::transcript::story::{Act, ParseError, Story};
use crate::transcript::time;

/// The transcript with expectations that hold: blocks of `<` lines that do not are replaced by what is heard there, all
/// others stay as they are.
///
/// # Errors
/// [`ParseError`] if it is no transcript, or if nobody answers its request.
pub fn rewrite(text: &str, protocols: &[&ProtocolCard]) -> Result<String, ParseError> {
    let mut text = text.to_owned();
    let lines = Story::read(&text)?.lines.len();
    // Each turn mends one block, and there is at most one behind each line.
    for _ in 0..=lines {
        let story = Story::read(&text)?;
        if replay(&story, protocols).is_ok() {
            break;
        }
        text = mend(&text, &story, protocols)
            .map_err(|wrong| ParseError { line: wrong.line, what: wrong.what })?;
    }
    Ok(text)
}

/// Replaces the first block that does not hold.
fn mend(text: &str, story: &Story, protocols: &[&ProtocolCard]) -> Result<String, Complaint> {
    let block = faulty_block(story, protocols)?;
    let mut replay = Replay::begin(story, protocols)?;
    for index in 0..block.start {
        replay.line(index)?;
    }
    let own_end = story.lines[block.clone()].iter().rev().find_map(|line| line.time);
    let next = story.lines.get(block.end);
    if next.is_none() && own_end.is_some() {
        replay.collect(own_end);
    }
    // What the last block tells of may come later than it did, and more may follow: nobody else would tell of it.
    let fresh = lines_for(replay.collect(next.and_then(|next| next.time)), story, block.clone(), text);
    Ok(spliced(text, story, block, &fresh))
}

/// The first run of `<` lines that does not hold, or does not tell all that was heard by then. May be empty.
fn faulty_block(story: &Story, protocols: &[&ProtocolCard]) -> Result<Range<usize>, Complaint> {
    let mut replay = Replay::begin(story, protocols)?;
    for (index, line) in story.lines.iter().enumerate() {
        if replay.has_missed(line) {
            return Ok(block_before(story, index));
        }
        if replay.line(index).is_err() {
            let behind = (index..story.lines.len()).find(|index| !is_expected(story, *index));
            return Ok(block_before(story, behind.unwrap_or(story.lines.len())));
        }
    }
    Ok(block_before(story, story.lines.len()))
}

/// The run of `<` lines that ends before this line.
fn block_before(story: &Story, end: usize) -> Range<usize> {
    let start = (0..end).rev().take_while(|index| is_expected(story, *index)).last().unwrap_or(end);
    start..end
}

fn is_expected(story: &Story, index: usize) -> bool {
    matches!(story.lines[index].act, Act::Expect(_))
}

fn lines_for(heard: &[Heard], story: &Story, block: Range<usize>, text: &str) -> Vec<String> {
    let expected = story.lines[block].iter().filter_map(|line| match &line.act {
        Act::Expect(expectation) => Some((line.time, expectation, text.lines().nth(line.number - 1)?)),
        Act::Client(_) => None,
    });
    let (quiet, old): (Vec<_>, Vec<_>) =
        expected.partition(|(_, expectation, _)| **expectation == Expectation::Nothing);
    let mut quiet = quiet.into_iter().map(|(time, _, line)| (time, line)).peekable();
    let mut old: VecDeque<_> = old.into_iter().map(|(_, expectation, line)| (expectation, line)).collect();
    let mut lines = Vec::new();
    let mut rest = heard;
    while let Some((first, others)) = rest.split_first() {
        let (expected, after) = match sound_in_row(first) {
            Some(_) => row(rest),
            None => (kept(first, &mut old).unwrap_or_else(|| new_line(first, story)), others),
        };
        let ends_before =
            |limit: Moment| move |(time, _): &(Option<Moment>, _)| time.is_some_and(|time| time < limit);
        lines.extend(
            std::iter::from_fn(|| quiet.next_if(ends_before(first.at))).map(|(_, line)| line.to_owned()),
        );
        lines.push(expected);
        // Sound in a row went on through this silence.
        let last = rest[rest.len() - after.len() - 1].at;
        while quiet.next_if(ends_before(last)).is_some() {}
        rest = after;
    }
    lines.extend(quiet.map(|(_, line)| line.to_owned()));
    lines
}

/// The old line that this frame still meets, for the sake of its wildcards.
fn kept(heard: &Heard, old: &mut VecDeque<(&Expectation, &str)>) -> Option<String> {
    let meets = |expectation: &Expectation| expectation.goal() == Goal::One && expectation.fit(heard).is_ok();
    let index = old.iter().position(|(old, _)| **old != Expectation::Whatever && meets(old))?;
    let line = old[index].1;
    old.drain(..=index);
    let (_, expected) = line.split_once('<')?;
    Some(timed(heard.at, expected.trim()))
}

fn new_line(heard: &Heard, story: &Story) -> String {
    let is_http = story.request.method != Method::Connect;
    let expected = match &heard.what {
        What::Close(close) if is_http && close.code == COMPLETE => "end".to_owned(),
        What::Close(_) if is_http => "abort".to_owned(),
        _ => written(heard),
    };
    timed(heard.at, &expected)
}

/// One line for sound in a row, and what follows it.
fn row(heard: &[Heard]) -> (String, &[Heard]) {
    let count = heard.iter().take_while(|heard| sound_in_row(heard).is_some()).count();
    let (row, rest) = heard.split_at(count);
    let length = row.iter().filter_map(sound_in_row).fold(AudioTime::ZERO, |sum, length| sum + length);
    let at = row.last().map_or(Moment::START, |last| last.at);
    (timed(at, &format!("audio {}", time::written(length.as_duration()))), rest)
}

fn timed(at: Moment, expected: &str) -> String {
    format!("{:<8} < {expected}", format!("+{}", time::written(at.since_start())))
}

fn spliced(text: &str, story: &Story, block: Range<usize>, fresh: &[String]) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let numbers: Vec<usize> = story.lines[block.clone()].iter().map(|line| line.number).collect();
    let before = block.start.checked_sub(1).map(|index| story.lines[index].number);
    let after = story.lines.get(block.end).map(|line| line.number - 1);
    let at = numbers.first().map(|first| first - 1).or(before).or(after).unwrap_or(lines.len());
    lines = lines
        .iter()
        .enumerate()
        .filter(|(index, _)| !numbers.contains(&(index + 1)))
        .map(|(_, line)| *line)
        .collect();
    lines.splice(at..at, fresh.iter().map(String::as_str));
    lines.join("\n") + "\n"
}
