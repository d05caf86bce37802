//! The resamplers that were considered, measured side by side: the table of `docs/adr/0011-resampler.md`.
//!
//! ```text
//! cargo run --release -p audio --example resamplers            # all pairs, about two minutes
//! cargo run --release -p audio --example resamplers 22050 8000 # one pair
//! ```
//!
//! `candidates` is who takes part, `sound` measures what they do to a sound, `time` what they cost and how long they wait.

#![expect(clippy::print_stdout, reason = "its output is the table")]

mod candidates;
mod memory;
mod sound;
mod time;

use candidates::{Candidate, Pair, candidates};

#[global_allocator]
static COUNTING: memory::Counting = memory::Counting;

/// What eSpeak NG's voices and neural voices have, to what clients ask for; the last one nobody has.
const PAIRS: [Pair; 8] = [
    Pair { from: 22_050, to: 8_000 },
    Pair { from: 22_050, to: 16_000 },
    Pair { from: 22_050, to: 24_000 },
    Pair { from: 22_050, to: 44_100 },
    Pair { from: 22_050, to: 48_000 },
    Pair { from: 24_000, to: 8_000 },
    Pair { from: 24_000, to: 48_000 },
    Pair { from: 22_050, to: 47_999 },
];

fn main() {
    let wanted: Vec<u32> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let one = |pair: &Pair| wanted.is_empty() || wanted == [pair.from, pair.to];
    PAIRS.iter().filter(|pair| one(pair)).for_each(|pair| table(*pair));
}

fn table(pair: Pair) {
    println!("\n### {} → {} Hz\n", pair.from, pair.to);
    println!(
        "| | waits ms | CPU µs | THD+N 1 kHz | 3 kHz | {} | top 2.5 % | to 0.8 N | to 0.9 N | −3 dB | KB a stream | any division |",
        if pair.falls() { "worst alias" } else { "worst image" }
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|");
    let candidates = candidates(pair);
    let costs = time::costs(pair, &candidates);
    for (candidate, cost) in candidates.iter().zip(costs) {
        println!("{}", row(pair, candidate, cost));
    }
}

fn row(pair: Pair, candidate: &Candidate, cost: f64) -> String {
    let waits = time::waits(pair, candidate);
    let memory = memory::of_a_stream(pair, candidate);
    let low = sound::thd_n(pair, candidate, 1_000.0);
    let high = sound::thd_n(pair, candidate, 3_000.0);
    let stop = sound::worst_foreign(pair, candidate);
    let top = if pair.falls() { format!("{:.0} dB", sound::top(pair, candidate)) } else { String::new() };
    let (inner, outer) = (sound::deviation(pair, candidate, 0.8), sound::deviation(pair, candidate, 0.9));
    let corner = sound::corner(pair, candidate);
    let same = if time::same_however_divided(pair, candidate) { "same bytes" } else { "**differs**" };
    let name = &candidate.name;
    format!(
        "| {name} | {waits:.2} | {cost:.0} | {low:.0} dB | {high:.0} dB | {stop:.0} dB | {top} | {inner:.2} dB | {outer:.1} dB | {corner:.0} Hz | {memory:.1} | {same} |"
    )
}
