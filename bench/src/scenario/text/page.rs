//! `docs/text-work.md` and its plot, written of what was found.

use std::fs;
use std::path::PathBuf;

use super::instructions::Cost;
use super::{LENGTHS, Line, Price};
use crate::failure::Failure;
use crate::machine;

const INTRODUCTION: &str = "# What cutting and reading cost

`cargo run --release -p bench -- text --write` makes this page. How well texts are cut and read is on [another](text.md).

## Beside the voice

Processor time of the segmenter and the normaliser together, for a whole text at once, in turns with the bare voice (the same
build of eSpeak NG in a loop) pair by pair, so that a change of machine moves both.

| text | cut and read, µs | the bare voice, µs | share |
|---|---|---|---|
";

const COUNTED: &str = "
### In instructions

Instructions do not depend on what else the machine does. Counted by valgrind (`--tool=cachegrind`) in two programs, each with a set of
sentences said once and said twice; the difference is stated, which leaves out what it takes to start. One cuts and reads, as a
session does: the text comes four characters at a time, and each segment has a normaliser of its own. The other is the bare voice,
which says what the first one makes of the texts. The sentences are taken in turns from the files of the [corpus](../corpus/README.md), so all are
about what is hard to cut or read: numbers, dates, money, abbreviations, addresses.

| language | sentences | cut and read, thousands of instructions a sentence | the bare voice | share |
|---|---|---|---|---|
";

const NOT_COUNTED: &str = "
### In instructions

Not counted when this page was made: valgrind was not installed.
";

const HOSTILE: &str = "
## Hostile text

Texts of one thing repeated, as one push and a release: 10 KB, 100 KB and 1 MB of them. If the time grows with the length,
the time of a byte stays the same; a line in the plot that goes up would be work that grows faster than the text.

![time against length](text-work.svg)

| repeated | 10 KB, ns a byte | 100 KB | 1 MB |
|---|---|---|---|
";

const BOUNDS: &str = "
What waits in memory is bounded: a context takes no more than `limits.unspoken_bytes` of text that has not been spoken, a segment is
at most 300 characters, a tag 1 KiB, 32 elements may be open at once, a rule of the normaliser sees 512 bytes ahead and 160 back.
";

pub(super) fn write(prices: &[Price], costs: Option<&[Cost]>, lines: &[Line]) -> Result<(), Failure> {
    fs::write(docs("text-work.md"), text(prices, costs, lines))?;
    Ok(fs::write(docs("text-work.svg"), plot(lines))?)
}

fn docs(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name)
}

fn text(prices: &[Price], costs: Option<&[Cost]>, lines: &[Line]) -> String {
    let priced: String = prices.iter().map(priced).collect();
    let counted = costs.map_or(NOT_COUNTED.to_owned(), counted);
    let rows: String = lines.iter().map(row).collect();
    let made = format!("\nMade on {}, {}.\n", machine::today(), machine::description());
    format!("{INTRODUCTION}{priced}{counted}{HOSTILE}{rows}{BOUNDS}{made}")
}

fn priced(price: &Price) -> String {
    let median = |samples: &crate::stats::Samples| samples.median().unwrap_or_default();
    let share = price.text.median_ratio_to(&price.voice).unwrap_or_default() * 100.0;
    let (ours, voice) = (median(&price.text), median(&price.voice));
    format!("| {} | {ours:.0} | {voice:.0} | {share:.1} % |\n", price.name)
}

fn counted(costs: &[Cost]) -> String {
    let rows = costs.iter().map(|cost| {
        let (language, share) = (cost.language.as_str(), cost.share());
        let [text, voice] = [cost.text, cost.voice].map(|count| count / 1e3);
        format!("| {language} | {} | {text:.0} | {voice:.0} | {share:.1} % |\n", cost.sentences)
    });
    COUNTED.to_owned() + &rows.collect::<String>()
}

fn row(line: &Line) -> String {
    let [short, middle, long] = line.nanos;
    format!("| {} | {short:.0} | {middle:.0} | {long:.0} |\n", line.name)
}

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 420.0;
const MARGIN: f64 = 60.0;
/// The decades of seconds that the plot shows.
const DECADES: (f64, f64) = (-4.5, 1.0);

/// Time against length, both by their logarithms: a line of slope one grows as its text does.
fn plot(lines: &[Line]) -> String {
    let curves: String = lines.iter().enumerate().map(|(at, line)| curve(at, lines.len(), line)).collect();
    let ticks: String = LENGTHS
        .iter()
        .map(|&length| {
            let x = across(length);
            format!(
                "<text x='{x:.0}' y='{:.0}' text-anchor='middle'>{} KB</text>\n",
                HEIGHT - MARGIN + 18.0,
                length / 1_000
            )
        })
        .collect();
    let times: String = [("100 µs", -4.0), ("1 ms", -3.0), ("10 ms", -2.0), ("100 ms", -1.0), ("1 s", 0.0)].into_iter().map(|(name, decade)| {
        let y = up(decade);
        format!(
            "<text x='{:.0}' y='{:.0}' text-anchor='end'>{name}</text><path d='M{MARGIN} {y:.0}H{:.0}' stroke='#ddd'/>\n",
            MARGIN - 6.0, y + 4.0, WIDTH - MARGIN
        )
    }).collect();
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {} {HEIGHT}' font-family='sans-serif' font-size='11'>\n\
         <rect width='100%' height='100%' fill='white'/>\n{times}{ticks}{curves}</svg>\n",
        WIDTH + 90.0
    )
}

fn curve(at: usize, of: usize, line: &Line) -> String {
    let points = LENGTHS.iter().zip(line.nanos).map(|(&length, nanos)| {
        let seconds = nanos * 1e-9 * length as f64;
        format!("{:.1},{:.1} ", across(length), up(seconds.max(1e-9).log10()))
    });
    let hue = 360 * at / of;
    let label = MARGIN + (HEIGHT - 2.0 * MARGIN) * at as f64 / of as f64;
    format!(
        "<polyline points='{}' fill='none' stroke='hsl({hue},70%,40%)'/><text x='{:.0}' y='{label:.0}' fill='hsl({hue},70%,40%)'>{}</text>\n",
        points.collect::<String>().trim_end(),
        WIDTH - MARGIN + 8.0,
        line.name
    )
}

fn across(length: usize) -> f64 {
    let (first, last) = ((LENGTHS[0] as f64).log10(), (LENGTHS[LENGTHS.len() - 1] as f64).log10());
    MARGIN + (WIDTH - 2.0 * MARGIN) * ((length as f64).log10() - first) / (last - first)
}

fn up(decade: f64) -> f64 {
    let (least, most) = DECADES;
    HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (decade - least) / (most - least)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_and_its_plot_have_every_text() {
        let (page, plot) = (
            fs::read_to_string(docs("text-work.md")).unwrap(),
            fs::read_to_string(docs("text-work.svg")).unwrap(),
        );
        for (name, _) in super::super::HOSTILE {
            assert!(page.contains(&format!("\n| {name} |")) && plot.contains(&format!(">{name}<")), "{name}");
        }
    }
}
