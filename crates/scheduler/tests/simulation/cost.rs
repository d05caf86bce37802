//! What speech costs is learned from whole segments, whatever the order in which their steps come.

use crate::machine::{Clock, Machine};
use crate::rig::{Caller, Simulation, at, ms, refusals};

const CROWD: u64 = 500;
const WAVES: u64 = 6;

/// Waves of one short sentence each, `apart` milliseconds from one another, in contexts that stay open.
fn waves(apart: u64) -> Vec<Caller> {
    let one = |wave| Caller { lingers: ms(20_000), ..Caller::reading(at(wave * apart), 1, ms(220)) };
    (0..WAVES).flat_map(|wave| (0..CROWD).map(move |_| one(wave))).collect()
}

/// In each wave all first steps come before all last ones, and those give no sound.
#[test]
fn who_has_just_spoken_may_speak_again() {
    for (clock, fair) in [(Clock::Even, 1.5), (Clock::Shared, 2.2)] {
        for apart in [300, 1_000, 3_000] {
            let mut simulation = Simulation::new(Machine { clock, ..Machine::tone() }, waves(apart));
            assert_eq!(refusals(&simulation.run()), 0, "waves {apart} ms apart");
            let reserved = simulation.most_reserved;
            assert!(
                reserved < fair * 1.4,
                "{reserved} reserved for waves {apart} ms apart, {fair} would be fair"
            );
        }
    }
}

/// A machine that stood still for a moment is not a slow one.
#[test]
fn one_long_pause_makes_nobody_slow() {
    for nth in [1, 7, 400] {
        let machine = Machine { clock: Clock::StandsStill(nth), ..Machine::tone() };
        let mut simulation = Simulation::new(machine, waves(3_000));
        assert_eq!(refusals(&simulation.run()), 0, "a pause in step {nth}");
        assert!(simulation.most_reserved < 2.2, "{} reserved", simulation.most_reserved);
    }
}
