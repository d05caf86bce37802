//! What it costs to tell the language of a segment, which is on the way to its first sound. It reports and judges nothing
//! (`cargo bench -p language`).

use divan::{Bencher, black_box};
use language::Detector;

fn main() {
    divan::main();
}

/// A short one, a usual one, and ones in other scripts.
const SEGMENTS: &[&str] = &[
    "Hello there.",
    "Turn right onto Rue de la Paix, then left onto Avenue des Champs-Élysées, and keep right for a mile.",
    "Your appointment is on the third of May, and the doctor will see you at half past nine in the morning.",
    "Ihr Termin ist am dritten Mai, und die Ärztin erwartet Sie um halb zehn am Vormittag in der Praxis.",
    "您的预约在五月三日上午九点半，请提前十分钟到达。",
];

#[divan::bench(args = 0..SEGMENTS.len())]
fn segment(bencher: Bencher<'_, '_>, at: usize) {
    let mut detector = Detector::new("en");
    bencher.bench_local(|| detector.read(black_box(SEGMENTS[at])).len());
}
