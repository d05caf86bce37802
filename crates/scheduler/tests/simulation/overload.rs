//! More callers than the machine can speak to: the excess is told at once, and those who were taken do not suffer.

use crate::machine::Machine;
use crate::rig::{Caller, Simulation, Story, accepted, at, longest_wait, ms, refusals, worst_gap};

const RATED: usize = 10;

fn readings(callers: u64, every: u64) -> Vec<Caller> {
    (0..callers).map(|i| Caller::reading(at(i * every), 12, ms(5_000))).collect()
}

fn assert_shed(stories: &[Story], least: usize) {
    let taken = accepted(stories).count();
    assert!(refusals(stories) > 0 && taken >= least, "{taken} taken");
    assert!(worst_gap(stories) <= ms(20), "a gap of {:?}", worst_gap(stories));
    assert!(longest_wait(stories) <= ms(3_500), "a wait of {:?}", longest_wait(stories));
}

#[test]
fn three_times_too_many_at_once() {
    let stories = Simulation::new(Machine::neural(), readings(30, 0)).run();
    assert_shed(&stories, RATED - 1);
}

#[test]
fn twice_too_many_one_by_one() {
    for every in [20, 100, 500, 1_500, 2_900] {
        let stories = Simulation::new(Machine::neural(), readings(20, every)).run();
        assert_shed(&stories, RATED - 1);
    }
}

#[test]
fn refusals_come_at_once_and_say_when_to_return() {
    let stories = Simulation::new(Machine::neural(), readings(30, 100)).run();
    for (i, story) in stories.iter().enumerate() {
        if let Some((when, busy)) = story.refused {
            assert_eq!(when, at(i as u64 * 100));
            assert!(busy.retry_after >= ms(100) && busy.retry_after <= ms(30_000), "{busy:?}");
            assert!(busy.predicted_wait > ms(3_000));
        }
    }
}

#[test]
fn a_machine_slower_than_was_said() {
    let machine = Machine { speed_guess: 15.0, ..Machine::neural() };
    let stories = Simulation::new(machine, readings(40, 1_000)).run();
    assert_shed(&stories, RATED - 1);
}

/// What they will say cannot be seen from what has come: it must be known from those who spoke before.
#[test]
fn text_that_trickles() {
    for every in [20, 500, 2_000] {
        let mut callers = readings(8, 0);
        callers.extend(readings(30, every));
        callers[8..].iter_mut().for_each(|caller| {
            caller.arrives = caller.arrives + ms(100_000);
            caller.text_every = ms(4_000);
        });
        let stories = Simulation::new(Machine::neural(), callers).run();
        assert_eq!(refusals(&stories[..8]), 0);
        assert_shed(&stories[8..], RATED - 1);
    }
}

/// On a server that has heard nobody yet, the guess may be wrong by a few; then the excess shows as a small gap.
#[test]
fn text_that_trickles_into_a_new_server() {
    let mut callers = readings(30, 20);
    callers.iter_mut().for_each(|caller| caller.text_every = ms(4_000));
    let stories = Simulation::new(Machine::neural(), callers).run();
    assert!(accepted(&stories).count() <= RATED + 2);
    assert!(worst_gap(&stories) <= ms(300), "a gap of {:?}", worst_gap(&stories));
}

/// Nobody has ended when the last of them comes: their first steps must tell how slow it is.
#[test]
fn a_new_machine_much_slower_than_was_said() {
    let machine = Machine { speed_guess: 15.0, ..Machine::neural() };
    let stories = Simulation::new(machine, readings(40, 100)).run();
    assert!(accepted(&stories).count() <= RATED + 1);
    assert!(worst_gap(&stories) <= ms(100), "a gap of {:?}", worst_gap(&stories));
}

#[test]
fn when_the_rush_is_over_callers_are_taken_again() {
    let mut callers = readings(30, 100);
    callers.extend((0..8).map(|i| Caller::reading(at(90_000 + i * 100), 4, ms(5_000))));
    let stories = Simulation::new(Machine::neural(), callers).run();
    assert!(refusals(&stories[..30]) > 0);
    assert_eq!(refusals(&stories[30..]), 0);
    assert!(worst_gap(&stories) <= ms(20));
}
