//! Whatever clients send, in whatever order: no protocol panics, each keeps the rules of its card, and no client notices
//! another one of the same server.
//!
//! Frames come from the protocols' own transcripts, damaged or not. Nothing here knows a protocol: `rules.rs` reads its
//! card, and what passed between it and its session.

mod corpus;
mod damage;
#[path = "../fixtures/mod.rs"]
mod fixtures;
mod rules;
mod street;

use std::cell::Cell;

use corpus::Corpus;
use damage::{Damage, damage, damaged};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;
use rules::Client;
use street::{Act, LONG, Neighbour, Street, act};
use testkit::{Heard, Socket};

/// How many conversations each protocol goes through.
const CASES: u32 = 512;

fn runner() -> TestRunner {
    TestRunner::new(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) })
}

/// Everybody's neighbour is everybody.
fn neighbours(corpora: &[Corpus]) -> Vec<Neighbour<'_>> {
    corpora
        .iter()
        .flat_map(|corpus| corpus.sockets.iter().map(move |story| Neighbour { card: corpus.card, story }))
        .collect()
}

/// Says how much was heard.
fn converse(corpus: &Corpus, story: &Index, neighbour: &Neighbour<'_>, acts: &[Act]) -> usize {
    let mut attacked = Street::new(corpus, story, neighbour);
    let mut quiet = Street::new(corpus, story, neighbour);
    for act in acts {
        attacked.act(act);
        quiet.act_without_attacker(act);
    }
    let (heard, beside_attacker) = attacked.finish();
    let (_, by_itself) = quiet.finish();
    assert_eq!(told(&beside_attacker), told(&by_itself), "the neighbour notices");
    heard.len() + by_itself.len()
}

/// What was heard, and when.
fn told(heard: &[Heard]) -> Vec<String> {
    heard.iter().map(|heard| format!("{:?} {:?}", heard.at, heard.what)).collect()
}

#[test]
fn no_conversation_upsets_a_protocol_or_its_neighbour() {
    let corpora = Corpus::all();
    let neighbours = neighbours(&corpora);
    for corpus in corpora.iter().filter(|corpus| !corpus.sockets.is_empty()) {
        let heard = Cell::new(0);
        let conversation = (any::<Index>(), any::<Index>(), prop::collection::vec(act(), 0..30));
        runner()
            .run(&conversation, |(story, neighbour, acts)| {
                heard.set(heard.get() + converse(corpus, &story, neighbour.get(&neighbours), &acts));
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", corpus.card.id));
        assert!(
            heard.get() > CASES as usize,
            "{}: clients hear too little for this to mean anything",
            corpus.card.id
        );
    }
}

fn call(corpus: &Corpus, story: &Index, body: &Index, damage: &Damage) {
    let mut rig = story.get(&corpus.calls).rig(&[corpus.card]).expect("it was taken before");
    rig.say(damaged(body.get(&corpus.bodies), damage));
    rig.set_socket(Socket::Free);
    rig.run_for(LONG);
    assert!(rig.is_closed(), "an HTTP answer ends by itself");
    assert_eq!(rig.jobs(), 0, "somebody works for a call that is over");
    rules::commands_are_answered(&rig.passed(), Client::Stayed);
    rules::ends_are_final(&rig.passed());
    rules::close_is_the_last(rig.heard());
}

#[test]
fn no_call_upsets_a_protocol() {
    for corpus in Corpus::all().iter().filter(|corpus| !corpus.calls.is_empty()) {
        runner()
            .run(&(any::<Index>(), any::<Index>(), damage()), |(story, body, damage)| {
                call(corpus, &story, &body, &damage);
                Ok(())
            })
            .unwrap_or_else(|error| panic!("{}: {error}", corpus.card.id));
    }
}
