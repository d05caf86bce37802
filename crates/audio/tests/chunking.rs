//! Messages as a connection makes them: no larger than what sockets and their clients take, and cut nowhere within a
//! sample, packet, frame, page or cluster.

mod sound;
mod teller;

use audio::{CODECS, ChunkPlan};
use ear::Sizes;
use proptest::prelude::*;
use speech::{OutputForm, SampleCount, SampleRate};
use teller::{Teller, forms, name};

/// The largest message of any form: 200 ms and what an encoder kept back before, at 48 kHz in floats, with its head.
const LARGEST: usize = 40 * 1024;
/// Beyond every codec's highest: they take the nearest they have.
const HIGHEST_BIT_RATE: u32 = 1_000_000;
const RATES: [u32; 7] = [8_000, 16_000, 17_321, 22_050, 24_000, 44_100, 48_000];

/// Loud noise: what compresses worst.
fn noise(len: usize) -> Vec<i16> {
    let mut state = 0x9E37_79B9_u32;
    let sample = |_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as i16
    };
    (0..len).map(sample).collect()
}

/// One generation in planned chunks, with a border 5 ms before its end.
fn generation(teller: &mut Teller, hz: u32, samples: &[i16]) {
    let rate = SampleRate::known(hz);
    let withheld = samples.len().saturating_sub(hz as usize / 200);
    let mut place = 0;
    while place < samples.len() {
        let planned = place + ChunkPlan::next_len(SampleCount(place as u64), rate).0 as usize;
        let limit = if place < withheld { withheld } else { samples.len() };
        let end = planned.min(limit);
        teller.push(hz, &samples[place..end]);
        place = end;
    }
    teller.settle();
}

#[test]
fn no_message_is_large_at_any_rate_and_bit_rate() {
    let mut largest = 0;
    for form in forms(&RATES) {
        for bit_rate in [None, Some(HIGHEST_BIT_RATE)] {
            let mut teller = Teller::new(OutputForm { bit_rate, ..form });
            generation(&mut teller, 48_000, &noise(72_000));
            generation(&mut teller, 48_000, &noise(30_011));
            teller.finish();
            let len = teller.messages.iter().map(Vec::len).max().unwrap_or(0);
            assert!(len <= LARGEST, "{}: a message of {len} bytes", name(&form));
            largest = largest.max(len);
            teller.hear();
        }
    }
    assert!(largest > 38_000, "48 kHz in floats are more than {largest} bytes a message: what was measured?");
}

#[test]
fn the_first_message_is_small_where_the_codec_keeps_nothing_back() {
    for form in forms(&RATES).into_iter().filter(|form| !has_memory(form)) {
        let mut teller = Teller::new(form);
        generation(&mut teller, 22_050, &noise(22_050));
        // 20 ms in floats, and a head.
        let most = form.rate.hz() as usize / 50 * 4 + 128;
        let first = teller.messages[0].len();
        assert!(first <= most, "{}: {first} bytes", name(&form));
    }
}

fn has_memory(form: &OutputForm) -> bool {
    CODECS.iter().any(|card| card.id == form.codec && card.has_memory)
}

/// What makes the test below worth something.
#[test]
fn a_message_cut_within_its_last_unit_is_noticed() {
    for form in forms(&[24_000]) {
        let codec = ear::CODECS.iter().find(|ear| ear.id == form.codec).unwrap();
        let container = ear::CONTAINERS.iter().find(|ear| ear.id == form.container).unwrap();
        if (codec.is_whole)(&[0]) && container.sizes == Sizes::Free {
            // A byte is a whole sample.
            continue;
        }
        let mut teller = Teller::new(form);
        generation(&mut teller, 24_000, &noise(12_000));
        teller.finish();
        let (mut messages, cut) = (teller.messages, 2);
        let moved = messages[cut].pop().unwrap();
        messages[cut + 1].insert(0, moved);
        assert!(ear::hear(&form, &messages).is_err(), "{}", name(&form));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// `ear` takes nothing that is cut where it must not be; and what it takes of each beginning of a stream grows.
    #[test]
    fn every_beginning_of_a_stream_is_whole(
        form in prop::sample::select(forms(&RATES)),
        voice in prop::sample::select(&[16_000_u32, 22_050, 24_000][..]),
        lengths in prop::collection::vec(1..12_000usize, 1..4),
    ) {
        let mut teller = Teller::new(form);
        for len in lengths {
            generation(&mut teller, voice, &noise(len));
        }
        teller.finish();
        let mut before = 0;
        for count in 1..=teller.messages.len() {
            let heard = ear::hear(&form, &teller.messages[..count]);
            let len = heard.map(|heard| heard.samples.len());
            let is_more = len.as_ref().is_ok_and(|len| *len >= before);
            // The end may take back what is no sound.
            prop_assert!(is_more || (len.is_ok() && count == teller.messages.len()), "{}: {len:?}", name(&form));
            before = len.unwrap_or(0);
        }
    }
}
