//! `docs/sound.md`, written of what was found.

use std::fs;
use std::path::PathBuf;

use ear::Score;

use super::cost::Costs;
use super::findings::{Findings, Row, is_exact};
use super::talk::Talk;
use crate::failure::Failure;
use crate::machine;
use crate::stats::Samples;

const INTRODUCTION: &str = "# Sound

What a listener gets of every form: what it costs in time and bytes, whether its pieces fit, what it costs to encode. The command
`cargo run --release -p bench -- sound --write` makes this page of the registry; it fails if a promise below is broken.

How sound is proven, in `cargo xtask test`:

- `crates/audio/tests/listener.rs`: every codec in every container, decoded by a decoder that is not its encoder's where there is
  one (`crates/ear`): any division of the sound says the same; decoded length is what was said, to the sample where a player can
  know it; a settle lets everything be decoded; nothing loses its tail; sound is where the declared delay puts it; nothing said is
  a valid stream.
- `crates/audio/tests/others.rs`: ffmpeg and sox read the same streams from a pipe: length, level within 0.5 dB, no warning.
- `crates/audio/tests/chunking.rs`: no message above 40 KiB at any rate and bit rate, none cut within a sample, packet, frame, page
  or cluster.
- `bench`: the tones below have no seam, in any form.
";

const FACTS: &str = "
## What a player hears

*Late*: silence before the first sample, which raw streams of codecs with a filter bank have and a container leaves out. *At a flush*: the
silence that comes with the last bytes when a generation ends within a stream. *Head*: the bytes of a stream in which nothing
is said; `wav_each` has a head in every message instead. *Bytes a second* and *largest* message are those of the speech below.
*End*: whether a player knows to the sample where sound ends, or how much silence follows it.

| codec | container | Hz | late, ms | at a flush, ms | head, bytes | bytes a second | largest, bytes | end |
|---|---|---|---|---|---|---|---|---|
";

const SEAMS: &str = "
## Seams

A click is a bend that the sound does not have by itself. So at each border the second difference |x₋₁ − 2x₀ + x₊₁| of three
samples that are not all on one side is divided by the 99.9th percentile of the whole sound (where it is above −60 dB): **1 or less is
no louder a bend than the sound's own**. A chunk may also begin on a consonant that bends so by itself: so the same sound
is told once more, each generation in one piece, and the score of *chunks* is what the border has beyond that. Each cell is the largest of all
borders of its kind:

*chunks* as a connection cuts them (20, 60, 140, 300 ms and every 200 ms into a generation, 5 ms before the ends of segments and
generations) / *segments* within a generation / *generations* in one stream, each settled, at both ends / *streams*, a new one for
every generation, one played after the other.

Speech is the embedded voice, SPEECH. The tones go on through chunks
and segments; their generations fade in 20 ms and end in 50 ms of silence, for a tone cut off is an edge whoever cuts it.

| codec | container | speech | 440 Hz | 1 kHz | speech, as heard | nowhere |
|---|---|---|---|---|---|---|
";

const AFTER_SEAMS: &str = "
**None is above 1**, or the command fails. Chunks add nothing at all: what is heard is equal to the uncut sound, sample by sample, in
every form. *As heard* is the second difference at the borders of chunks with what the sound has there by itself. Of its
own bends one in a thousand is above the percentile, by definition; where that falls on a border, the number of
borders says so. *Nowhere* is the same 7 ms after each, where nothing was cut: what chance gives.
";

const COSTS: &str = "
## Cost

Processor time of one stream, from the voice's 22 050 Hz: resampler, encoder, container, in chunks as above, the speech above.
In turns with the bare voice (the same build of eSpeak NG in a loop, 76 words), pair by pair, so that a change of machine moves both.

| codec | container | Hz | µs a second of audio | share of the voice's own |
|---|---|---|---|---|
";

/// Writes it.
pub(super) fn write(findings: &[Findings], costs: &Costs, speech: &Talk) -> Result<(), Failure> {
    Ok(fs::write(path(), text(findings, costs, speech))?)
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/sound.md")
}

fn text(findings: &[Findings], costs: &Costs, speech: &Talk) -> String {
    let made = format!("\nMade on {}, {}.\n", machine::today(), machine::description());
    let facts: String = findings.iter().map(facts).collect();
    let seams: String = findings.iter().map(seams).collect();
    let about_seams = SEAMS.replace("SPEECH", &about(speech));
    [INTRODUCTION, &made, FACTS, &facts, &about_seams, &seams, AFTER_SEAMS, COSTS, &cost_rows(costs)].concat()
}

fn about(speech: &Talk) -> String {
    let segments: usize = speech.generations.iter().map(Vec::len).sum();
    let silence = speech.silent_ends().into_iter().fold(f64::MAX, f64::min);
    format!(
        "{:.0} s of it in {} generations of {segments} segments together, which end in {silence:.0} ms of silence or more",
        speech.seconds(),
        speech.generations.len(),
    )
}

fn facts(of: &Findings) -> String {
    let facts = &of.facts;
    let late = match facts.left_out_ms {
        0.0 => places(facts.delay_ms),
        left_out => format!("{} ({} left out)", places(facts.delay_ms), places(left_out)),
    };
    let (least, most) = facts.padding_ms;
    let padding = if most == 0.0 { "0".to_owned() } else { format!("{} to {}", places(least), places(most)) };
    let end =
        if is_exact(&of.form) { "exact".to_owned() } else { format!("{} ms more", places(facts.surplus_ms)) };
    let (bytes, largest) = (facts.bytes_per_second, facts.largest_message);
    let head = facts.head;
    format!("| {} | {late} | {padding} | {head} | {bytes:.0} | {largest} | {end} |\n", name(&of.form))
}

fn seams(of: &Findings) -> String {
    let (codec, container) = (of.form.codec.0, of.form.container.0);
    let cells: Vec<String> = of.seams.iter().map(cell).collect();
    let speech = of.seams.first();
    let [as_heard, nowhere] =
        [speech.and_then(|row| row.as_heard), speech.and_then(|row| row.elsewhere)].map(written);
    format!("| {codec} | {container} | {} | {as_heard} | {nowhere} |\n", cells.join(" | "))
}

fn cell(row: &Row) -> String {
    let scores = [row.chunks, row.segments, row.generations, row.streams];
    scores.map(written).join(" / ")
}

fn written(score: Option<Score>) -> String {
    score.map_or("-".to_owned(), ratio)
}

fn ratio(score: Score) -> String {
    let number = format!("{:.2}", score.ratio());
    match score.ratio() {
        ..1.005 => number,
        _ => format!("{number} (at {} of {})", score.above, score.borders),
    }
}

fn cost_rows(costs: &Costs) -> String {
    let row = |what: &str, samples: &Samples| {
        let micros = Costs::micros(samples).unwrap_or_default();
        let share = costs.share(samples).unwrap_or_default();
        format!("| {what} | {micros:.0} | {share:.0} % |\n")
    };
    let mut rows = row("the voice itself | | 22050", &costs.bare);
    for (form, samples) in &costs.encoders {
        rows += &row(&name(form), samples);
    }
    for (rate, samples) in &costs.resamplers {
        rows += &row(&format!("the resampler alone | | {}", rate.hz()), samples);
    }
    rows
}

/// The first three columns.
fn name(form: &speech::OutputForm) -> String {
    format!("{} | {} | {}", form.codec.0, form.container.0, form.rate.hz())
}

/// Whole numbers as such.
fn places(ms: f64) -> String {
    let rounded = (ms * 10.0).round() / 10.0;
    if rounded.fract() == 0.0 { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_every_form() {
        let page = fs::read_to_string(path()).unwrap();
        for form in super::super::forms() {
            let facts_and_cost = page.matches(&format!("\n| {} |", name(&form))).count();
            let (codec, container) = (form.codec.0, form.container.0);
            let all = page.matches(&format!("\n| {codec} | {container} |")).count();
            assert_eq!(
                (facts_and_cost, all),
                (2, 3),
                "{codec} in {container}: renew it with `cargo run --release -p bench -- sound --write`"
            );
        }
    }
}
