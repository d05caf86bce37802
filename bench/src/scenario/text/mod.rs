//! Mark 6 and its price: what cutting and reading a text cost beside speaking it, and that hostile text costs no more for
//! each character than any other, however long it is.
//!
//! The price is counted in [`instructions`] where that can be, and taken in processor time beside it.

mod instructions;
mod page;
mod sentences;

use std::time::Duration;

use explain::{Manner, explain};
use speech::Language;

use crate::accounting::own;
use crate::bare::Bare;
use crate::failure::Failure;
use crate::options::Options;
use crate::replies::SEVENTY_SIX_WORDS;
use crate::report::Report;
use crate::stats::Samples;

use self::instructions::Cost;

/// What an agent says to a customer, with something to work out in every sentence.
const FIGURES: &str = "Your order no. 4471 of March 3, 2025 costs $1,249.50, incl. 7% tax. Dr. Lee moved it to 10:30 a.m. at \
     221 Oak St., so call 555-0142 or write to help@example.com. The box is 3.5 ft wide and weighs 12 kg, and version \
     2.10.3 of the app shows it at https://example.com/orders?id=7. About 1/2 of the 1990s stock is left, i.e. 15–20 pieces.";

/// Texts for the price: a name, and what is said.
const PRICED: [(&str, &str); 2] = [("plain, 76 words", SEVENTY_SIX_WORDS), ("full of figures", FIGURES)];

const DEFAULT_RUNS: usize = 40;
/// So many sentences of each language have their instructions counted, at most.
const COUNTED: usize = 24;
/// The share of the voice's own work that cutting and reading may take, in percent.
const MOST: f64 = 10.0;
/// So often in a row is a text cut and read, for one time that a clock can tell.
const REPEATS: u32 = 20;

/// Texts that would make a careless reader look again and again, by what they repeat.
const HOSTILE: [(&str, &str); 16] = [
    ("words", "word "),
    ("no space", "x"),
    ("full stops", "."),
    ("digits", "1"),
    ("decimals", "1."),
    ("initials", "A."),
    ("quotation marks", "«\""),
    ("opening tags", "<a "),
    ("nested tags", "<s><p>x"),
    ("references", "&amp;&#x41;"),
    ("Markdown", "**[a](b_`"),
    ("addresses", "a@b.c/"),
    ("currency", "$1,5 €"),
    ("combining marks", "e\u{301}\u{323}"),
    ("direction marks", "\u{202E}a\u{2066}"),
    ("emoji", "👩🏽\u{200D}💻"),
];
/// Lengths in bytes, each ten times the one before.
const LENGTHS: [usize; 3] = [10_000, 100_000, 1_000_000];

/// What one repeated text costs a byte, at each length.
struct Line {
    name: &'static str,
    nanos: [f64; LENGTHS.len()],
}

/// What a text costs.
struct Price {
    name: &'static str,
    /// Processor time of cutting and reading it, in microseconds.
    text: Samples,
    /// And of speaking it, by the bare engine.
    voice: Samples,
}

pub(super) async fn run(options: &Options) -> Result<Report, Failure> {
    let mut report = Report::new(options.scenario);
    let mut bare = Bare::start().await?;
    let mut prices = Vec::new();
    for (name, text) in PRICED {
        prices.push(price(name, text, options.runs.unwrap_or(DEFAULT_RUNS), &mut bare).await?);
    }
    for price in &prices {
        report.samples(&format!("{}: cut and read", price.name), &price.text, "µs");
        let share = price.text.median_ratio_to(&price.voice).map(|ratio| ratio * 100.0);
        report
            .figure(&format!("{}: share of the bare voice's own time", price.name), share, "%")
            .mark(MOST, MOST);
    }
    let costs = instructions::counted(&bare, COUNTED)?;
    tell_costs(&mut report, costs.as_deref());
    let lines: Vec<Line> = HOSTILE.into_iter().map(|(name, unit)| line(name, unit)).collect();
    for line in &lines {
        report.figure(&format!("{}: 1 MB, a byte", line.name), Some(line.nanos[LENGTHS.len() - 1]), "ns");
    }
    report.note("In turns with the bare voice, pair by pair; processor time of this process. English, US; instructions in each language of the corpus.");
    if options.write {
        page::write(&prices, costs.as_deref(), &lines)?;
    }
    Ok(report)
}

fn tell_costs(report: &mut Report, costs: Option<&[Cost]>) {
    for cost in costs.into_iter().flatten() {
        let name = format!("{}: instructions, share of the bare voice's", cost.language.as_str());
        report.figure(&name, Some(cost.share()), "%").mark(MOST, MOST);
    }
    if costs.is_none() {
        report.note("Instructions are not counted: valgrind is not installed.");
    }
}

async fn price(name: &'static str, text: &str, runs: usize, bare: &mut Bare) -> Result<Price, Failure> {
    let (mut ours, mut voice) = (Samples::default(), Samples::default());
    let manner = Manner::of(&Language::new("en-us"));
    drop(explain(text, &manner));
    bare.speak(text).await?;
    for _ in 0..runs {
        ours.push(
            micros(taken(|| (0..REPEATS).for_each(|_| drop(explain(text, &manner))))) / f64::from(REPEATS),
        );
        voice.push(micros(bare.speak(text).await?.cpu));
    }
    Ok(Price { name, text: ours, voice })
}

fn line(name: &'static str, unit: &str) -> Line {
    let manner = Manner::of(&Language::new("en-us"));
    let nanos = LENGTHS.map(|length| {
        let text = unit.repeat(length / unit.len());
        // The shorter ones are over before a clock has moved much.
        let times = (LENGTHS[LENGTHS.len() - 1] / length).min(10) as u32;
        let time = taken(|| (0..times).for_each(|_| drop(explain(&text, &manner))));
        micros(time) * 1e3 / f64::from(times) / text.len() as f64
    });
    Line { name, nanos }
}

fn taken(work: impl FnOnce()) -> Duration {
    let before = own();
    work();
    own().saturating_sub(before)
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}
