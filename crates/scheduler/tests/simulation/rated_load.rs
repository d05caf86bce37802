//! As many callers as the machine can speak to at real time: none is refused and none hears a gap.

use crate::machine::Machine;
use crate::rig::{Caller, Simulation, at, longest_wait, ms, refusals, worst_gap};
use std::time::Duration;

const RATED: u64 = 10;

fn readings(callers: u64, every: u64) -> Vec<Caller> {
    (0..callers).map(|i| Caller::reading(at(i * every), 12, ms(5_000))).collect()
}

fn assert_smooth(machine: Machine, callers: Vec<Caller>) {
    let stories = Simulation::new(machine, callers).run();
    assert_eq!(refusals(&stories), 0);
    assert!(worst_gap(&stories) <= ms(20), "a gap of {:?}", worst_gap(&stories));
    assert!(longest_wait(&stories) <= ms(3_000), "a wait of {:?}", longest_wait(&stories));
}

#[test]
fn one_after_another() {
    assert_smooth(Machine::neural(), readings(RATED * 8 / 10, 1_300));
}

#[test]
fn all_at_the_same_moment() {
    assert_smooth(Machine::neural(), readings(RATED * 8 / 10, 0));
    assert_smooth(Machine::neural(), readings(RATED * 95 / 100, 0));
}

#[test]
fn many_after_many_at_four_fifths_of_what_fits() {
    let sixty_seconds_each = readings(60, 60_000 / (RATED * 8 / 10) + 1);
    assert_smooth(Machine::neural(), sixty_seconds_each);
}

#[test]
fn text_that_trickles() {
    let mut callers = readings(RATED * 8 / 10, 50);
    callers.iter_mut().for_each(|caller| caller.text_every = ms(4_000));
    assert_smooth(Machine::neural(), callers);
}

#[test]
fn estimates_that_are_off() {
    for factor in [0.5, 2.0] {
        let mut callers = readings(RATED * 8 / 10, 100);
        callers.iter_mut().for_each(|caller| caller.estimate_factor = factor);
        assert_smooth(Machine::neural(), callers);
    }
}

#[test]
fn few_open_segments() {
    assert_smooth(Machine { max_open: 3, ..Machine::neural() }, readings(RATED * 7 / 10, 0));
}

#[test]
fn a_bound_on_the_lead() {
    let machine = Machine { max_lead: Some(ms(3_000)), ..Machine::neural() };
    assert_smooth(machine, readings(RATED * 8 / 10, 200));
}

#[test]
fn with_max_lead_nobody_is_far_ahead() {
    let machine = Machine { max_lead: Some(ms(3_000)), ..Machine::neural() };
    let stories = Simulation::new(machine, readings(1, 0)).run();
    let end = stories[0].done.expect("it was read to the end");
    assert!(end.since(at(0)) >= ms(60_000) && stories[0].worst_gap == Duration::ZERO);
}
