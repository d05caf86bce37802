//! Two thousand contexts that speak at one time.

use crate::machine::{Clock, Machine};
use crate::rig::{Caller, Simulation, Story, accepted, at, longest_wait, ms, refusals, worst_gap};

/// Enough open segments to begin all of them before the first one ends.
const ROOM_FOR_ALL: usize = 10_000;

fn sentences(each: u64) -> Vec<Caller> {
    (0..2_000).map(|_| Caller::reading(at(0), 1, ms(each))).collect()
}

fn assert_all_completed(stories: &[Story], each: u64) {
    assert_eq!(refusals(stories), 0, "sentences of {each} ms");
    assert!(stories.iter().all(|story| story.heard == ms(each)));
    assert!(longest_wait(stories) <= ms(3_000), "a wait of {:?}", longest_wait(stories));
    assert!(worst_gap(stories) <= ms(20), "a gap of {:?}", worst_gap(stories));
}

#[test]
fn short_sentences_are_all_taken_and_completed() {
    for each in [900, 2_000] {
        let stories = Simulation::new(Machine::embedded(), sentences(each)).run();
        assert_all_completed(&stories, each);
    }
}

#[test]
fn longer_ones_too_where_enough_segments_may_be_open() {
    let machine = Machine { max_open: ROOM_FOR_ALL, ..Machine::embedded() };
    assert_all_completed(&Simulation::new(machine, sentences(3_000)).run(), 3_000);
}

#[test]
fn on_a_machine_half_as_fast_too() {
    let machine = Machine { speed: 500.0, speed_guess: 500.0, ..Machine::embedded() };
    assert_all_completed(&Simulation::new(machine, sentences(1_400)).run(), 1_400);
}

#[test]
fn those_who_come_back_when_told_are_taken() {
    let machine = Machine { speed: 300.0, speed_guess: 300.0, ..Machine::embedded() };
    let stories = Simulation::new(machine, sentences(2_000)).run();
    let again: Vec<_> = stories.iter().filter_map(|story| story.refused).collect();
    assert!(again.len() > 500, "{} refused", again.len());
    let callers = |(i, &(when, busy)): (usize, &(speech::Moment, scheduler::Busy))| Caller {
        arrives: when + busy.retry_after,
        ..sentences(2_000)[i].clone()
    };
    let back = Simulation::new(machine, again.iter().enumerate().map(callers).collect()).run();
    assert!(accepted(&back).count() * 10 > again.len() * 9);
}

#[test]
fn of_long_readings_as_many_as_fit_for_long() {
    let machine = Machine { max_open: ROOM_FOR_ALL, ..Machine::embedded() };
    let mut callers: Vec<_> = (0..100).map(|_| Caller::reading(at(0), 10, ms(10_000))).collect();
    callers.extend((0..3_000).map(|_| Caller::reading(at(200_000), 10, ms(10_000))));
    let stories = Simulation::new(machine, callers).run();
    let taken = accepted(&stories[100..]).count();
    assert!((1_750..1_850).contains(&taken), "1 800 fit, {taken} were taken");
    assert!(worst_gap(&stories) <= ms(20), "a gap of {:?}", worst_gap(&stories));
}

/// On a server that has heard nobody yet, nobody knows that they are long.
#[test]
fn of_long_readings_into_a_new_server_too() {
    let machine = Machine { max_open: ROOM_FOR_ALL, ..Machine::embedded() };
    let stories =
        Simulation::new(machine, (0..3_000).map(|_| Caller::reading(at(0), 10, ms(10_000))).collect()).run();
    let taken = accepted(&stories).count();
    assert!((1_750..1_850).contains(&taken), "1 800 fit, {taken} were taken");
    assert!(worst_gap(&stories) <= ms(20), "a gap of {:?}", worst_gap(&stories));
}

/// The promise of the endurance run, into a new server, also if everything takes twice as long as was measured.
#[test]
fn idle_sessions_that_speak_all_at_once_complete_with_the_embedded_voice() {
    for (times, clock) in [(1, Clock::Even), (1, Clock::Shared), (2, Clock::Even), (2, Clock::Shared)] {
        for (within, estimate_factor) in [(0, 1.0), (0, 1.3), (500, 0.7)] {
            let machine = Machine { clock, ..Machine::espeak().slower(times) };
            let mut callers = sentences(1_000);
            for (i, caller) in (0..).zip(&mut callers) {
                caller.arrives = at(i * within / 2_000);
                caller.estimate_factor = estimate_factor;
            }
            assert_all_completed(&Simulation::new(machine, callers).run(), 1_000);
        }
    }
}
