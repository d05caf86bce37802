//! What a listener hears of every form that there is: all of it, where it belongs, for as long as it was said.
//!
//! Every codec of the registry is decoded by `ear` in every container that holds it.

mod sound;
mod teller;

use audio::{CODECS, CONTAINERS};
use ear::Sizes;
use proptest::prelude::*;
use sound::{divide, level, speech_like, to_i16};
use speech::{CodecId, ContainerId, OutputForm, SampleRate};
use teller::{Teller, forms, is_exact, name};

/// Those that clients ask for, and two that nobody has.
const RATES: [u32; 8] = [8_000, 16_000, 17_321, 22_050, 24_000, 44_100, 47_999, 48_000];
/// Those of voices.
const VOICES: [u32; 4] = [16_000, 22_050, 24_000, 48_000];

fn any_form() -> impl Strategy<Value = OutputForm> {
    prop::sample::select(forms(&RATES))
}

fn any_voice() -> impl Strategy<Value = u32> {
    prop::sample::select(&VOICES[..])
}

#[test]
fn nothing_is_registered_that_cannot_be_heard() {
    for card in CODECS {
        assert!(ear::CODECS.iter().any(|ear| ear.id == card.id), "nobody decodes {}", card.id.0);
    }
    for card in CONTAINERS {
        assert!(ear::CONTAINERS.iter().any(|ear| ear.id == card.id), "nobody reads {}", card.id.0);
    }
}

#[test]
fn a_stream_without_sound_is_valid_and_silent() {
    for form in forms(&RATES) {
        for settles in [false, true] {
            let mut teller = Teller::new(form);
            if settles {
                teller.push(22_050, &[]);
                teller.settle();
            }
            teller.finish();
            assert!(teller.hear().samples.is_empty(), "{}", name(&form));
            if form.container == ContainerId::RAW {
                assert!(teller.messages.is_empty(), "{}", name(&form));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// The same bytes, where a container does not frame messages; the same packets and times, where it does.
    #[test]
    fn any_division_says_the_same(
        form in any_form(),
        voice in any_voice(),
        cuts in prop::collection::vec(any::<usize>(), 0..12),
        settle_at in 0..9_000usize,
    ) {
        let samples = speech_like(voice, 9_000);
        let (before, after) = samples.split_at(settle_at);
        let tell = |divided: &dyn Fn(&[i16], &mut Teller)| {
            let mut teller = Teller::new(form);
            for half in [before, after] {
                divided(half, &mut teller);
                teller.settle();
            }
            teller.finish();
            teller
        };
        let whole = tell(&|half, teller| teller.push(voice, half));
        let divided = tell(&|half, teller| divide(half, &cuts).into_iter().for_each(|piece| teller.push(voice, piece)));
        prop_assert!(whole.unframe() == divided.unframe(), "{}", name(&form));
        let ear = ear::CONTAINERS.iter().find(|ear| ear.id == form.container).unwrap();
        if ear.sizes == Sizes::Free {
            prop_assert!(whole.messages.concat() == divided.messages.concat(), "{}", name(&form));
        }
    }

    /// Decoded length is what was said, and the silence between, to the sample where a player can know it.
    #[test]
    fn a_listener_hears_as_much_as_was_said(
        form in any_form(),
        voice in any_voice(),
        lengths in prop::collection::vec(1..6_000usize, 1..5),
        settles_before_the_end in any::<bool>(),
    ) {
        let mut teller = Teller::new(form);
        for (index, len) in lengths.iter().enumerate() {
            teller.push(voice, &speech_like(voice, *len));
            if settles_before_the_end || index + 1 < lengths.len() {
                teller.settle();
            }
        }
        teller.finish();
        let heard = teller.hear();
        let (len, told) = (heard.samples.len() as u64, teller.told(heard.rate));
        if is_exact(&form) {
            // A settle's silence has left when the end comes, less what is still in the decoder.
            let most = told + teller.trailing(heard.rate);
            prop_assert!((told..=most).contains(&len), "{}: {len} for {told} to {most}", name(&form));
        } else {
            // The last frame is whole, and the delay is heard.
            let least = told + teller.delay(heard.rate);
            prop_assert!((least..least + LONGEST_FRAME).contains(&len), "{}: {len} for {least}", name(&form));
        }
    }
}

/// Of the codecs whose frames pad the end, in samples.
const LONGEST_FRAME: u64 = 1_152;

/// Half a second of a quiet tone whose last 5 ms are loud.
fn with_a_burst(hz: u32) -> Vec<i16> {
    let (len, burst) = (hz / 2, hz / 200);
    let sample = |n: u32| {
        let level = if n + burst >= len { 0.5 } else { 0.01 };
        (level * (f64::from(n) / f64::from(hz) * 1_200.0 * std::f64::consts::TAU).sin()) as f32
    };
    to_i16(&(0..len).map(sample).collect::<Vec<_>>())
}

/// The burst, as it is heard of a stream that ended or settled when so many samples had been said.
fn assert_burst_at(teller: &Teller, end: u64, when: &str) {
    let heard = teller.hear();
    let end = (end + teller.delay(heard.rate)) as usize;
    assert!(heard.samples.len() >= end, "{}, {when}: {} of {end}", name(&teller.form), heard.samples.len());
    let burst = (heard.rate.hz() / 200) as usize;
    let decibels = 20.0 * (level(&heard.samples[end - burst..end]) / (0.5 / 2f64.sqrt())).log10();
    assert!(decibels.abs() < 3.0, "{}, {when}: the burst is {decibels:+.1} dB", name(&teller.form));
}

#[test]
fn a_settle_lets_everything_be_decoded_from_the_messages_so_far() {
    for form in forms(&RATES) {
        let mut teller = Teller::new(form);
        for turn in ["first", "second", "third"] {
            teller.push(22_050, &with_a_burst(22_050));
            let player = teller.hear().rate;
            teller.settle();
            assert_burst_at(&teller, teller.told(player), turn);
        }
    }
}

#[test]
fn no_encoder_loses_the_tail() {
    for form in forms(&RATES) {
        for settles in [false, true] {
            let mut teller = Teller::new(form);
            for piece in with_a_burst(22_050).chunks(997) {
                teller.push(22_050, piece);
            }
            if settles {
                teller.settle();
            }
            teller.finish();
            let player = teller.hear().rate;
            assert_burst_at(&teller, teller.told(player), if settles { "settled" } else { "finished" });
        }
    }
}

#[test]
fn after_a_clear_the_stream_is_whole_and_what_follows_is_heard() {
    for form in forms(&RATES) {
        let mut teller = Teller::new(form);
        teller.push(22_050, &speech_like(22_050, 7_001));
        teller.push_and_clear(22_050, &speech_like(22_050, 5_003));
        let before = teller.hear().samples.len();
        teller.push(22_050, &with_a_burst(22_050));
        teller.finish();
        let heard = teller.hear();
        let (half_a_second, burst) = (heard.rate.hz() as usize / 2, heard.rate.hz() as usize / 200);
        let late = teller.delay(heard.rate) as usize;
        assert!(heard.samples.len() + late >= before + half_a_second, "{}", name(&form));
        let most = teller.told(heard.rate) as usize + late + LONGEST_FRAME as usize;
        assert!(heard.samples.len() <= most, "{}: {} of {most}", name(&form), heard.samples.len());
        let tail = &heard.samples[heard.samples.len() - half_a_second / 5..];
        let loudest = tail.windows(burst).map(level).fold(0.0, f64::max);
        assert!((0.25..0.5).contains(&loudest), "{}: the burst is {loudest:.2}", name(&form));
    }
}

/// Codecs that count in samples of their own: the speech layer of Opus at 16 kHz at most (RFC 6716 §2), so that its delay
/// is not in whole samples of other rates.
const OWN_RATES: [(CodecId, u32); 1] = [(CodecId::OPUS, 16_000)];

/// The sound as it is at a player's rate before any codec.
fn reference(player: SampleRate, samples: &[i16]) -> Vec<f32> {
    let mut teller = Teller::new(sound::form(CodecId::PCM_F32LE, ContainerId::RAW, player.hz()));
    teller.push(22_050, samples);
    teller.finish();
    teller.hear().samples
}

/// By how many samples `heard` is late, of all lags up to `most` either way around `guess`.
fn lag(wanted: &[f32], heard: &[f32], guess: usize, most: usize) -> isize {
    let margin = guess + most;
    let likeness = |lag: isize| -> f64 {
        let pairs = wanted[most..wanted.len() - margin].iter().enumerate();
        pairs
            .map(|(n, sample)| {
                let place = (n + most + guess).saturating_add_signed(lag);
                f64::from(*sample) * f64::from(heard.get(place).copied().unwrap_or(0.0))
            })
            .sum()
    };
    let lags = -(most as isize)..=most as isize;
    lags.max_by(|a, b| likeness(*a).total_cmp(&likeness(*b))).unwrap_or(0)
}

#[test]
fn sound_is_where_the_declared_delay_puts_it() {
    let samples = speech_like(22_050, 11_025);
    for form in forms(&RATES) {
        let mut teller = Teller::new(form);
        teller.push(22_050, &samples);
        teller.finish();
        let heard = teller.hear();
        let delay = teller.delay(heard.rate) as usize;
        let late = lag(&reference(heard.rate, &samples), &heard.samples, delay, 64);
        let own = OWN_RATES.iter().find(|(codec, _)| *codec == form.codec).map_or(u32::MAX, |(_, hz)| *hz);
        // Within a sample of the codec's own rate, where a decoder's last filter goes up from that.
        let one = heard.rate.hz() / teller.stream.coding_rate().hz().min(own).min(heard.rate.hz());
        assert!(late.unsigned_abs() < one as usize, "{}: {late} samples from where it belongs", name(&form));
    }
}
