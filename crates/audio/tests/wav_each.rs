//! Messages that are WAV files of their own.

mod sound;

use std::io::Cursor;

use audio::{AudioStream, CODECS, WAV_PCM_HEADER_LEN, check, wav_header};
use hound::WavReader;
use proptest::prelude::*;
use sound::{Told, chunk, divide, form, speech_like};
use speech::{CodecId, ContainerId, OutputForm};

const HELD: [CodecId; 4] = [CodecId::PCM_S16LE, CodecId::PCM_F32LE, CodecId::MULAW, CodecId::ALAW];

/// What a message says of `samples`, cut into pushes at `cuts`: one message a push.
fn messages(form: OutputForm, samples: &[i16], cuts: &[usize]) -> Vec<Vec<u8>> {
    let mut stream = AudioStream::open(form).expect("a form that is on offer");
    let mut messages = Vec::new();
    for part in divide(samples, cuts) {
        let mut bytes = Vec::new();
        stream.push_into(&chunk(24_000, part), &mut bytes);
        messages.push(bytes);
    }
    let mut bytes = Vec::new();
    stream.finish_into(&mut bytes);
    messages.push(bytes);
    messages.retain(|message| !message.is_empty());
    messages
}

fn u32_at(bytes: &[u8], place: usize) -> u32 {
    bytes[place..place + 4].iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// The samples of a message whose header says exactly what it holds.
fn data(form: &OutputForm, message: &[u8]) -> Vec<u8> {
    let header_len = wav_header(form, None).expect("WAV holds it").len();
    let length = u32_at(message, header_len - 4);
    let header = wav_header(form, Some(length)).expect("WAV holds it");
    assert_eq!(message[..header_len], header, "{form:?}");
    let (samples, padding) = message[header_len..].split_at(length as usize);
    assert_eq!(padding, &[0][..length as usize % 2], "{form:?}");
    assert_eq!(u32_at(message, 4) as usize, message.len() - 8);
    samples.to_vec()
}

#[test]
fn a_reader_that_is_not_ours_reads_every_message() {
    let form = form(CodecId::PCM_S16LE, ContainerId::WAV_EACH, 24_000);
    let samples = speech_like(24_000, 2_400);
    let mut read = Vec::new();
    for message in messages(form, &samples, &[1, 481, 482, 2_000]) {
        let mut reader = WavReader::new(Cursor::new(&message)).unwrap();
        assert_eq!(reader.spec().sample_rate, 24_000);
        assert_eq!(reader.duration() as usize * 2 + WAV_PCM_HEADER_LEN, message.len());
        read.extend(reader.samples::<i16>().map(Result::unwrap));
    }
    assert_eq!(read, samples);
}

#[test]
fn it_holds_what_wav_holds() {
    for codec in CODECS {
        let in_container = |container| check(&form(codec.id, container, 24_000)).is_ok();
        assert_eq!(in_container(ContainerId::WAV_EACH), in_container(ContainerId::WAV), "{}", codec.id.0);
        assert_eq!(in_container(ContainerId::WAV_EACH), HELD.contains(&codec.id), "{}", codec.id.0);
    }
}

#[test]
fn nothing_stays_nothing() {
    let each = form(CodecId::PCM_S16LE, ContainerId::WAV_EACH, 24_000);
    assert!(messages(each, &[], &[]).is_empty());
}

proptest! {
    /// However sound is divided into messages, their samples join to the bytes without any container.
    #[test]
    fn any_division_holds_the_same_samples(
        codec in prop::sample::select(HELD.to_vec()),
        hz in prop::sample::select(vec![8_000_u32, 24_000, 44_100]),
        len in 0_usize..3_000,
        cuts in prop::collection::vec(any::<usize>(), 0..12),
    ) {
        let samples = speech_like(24_000, len);
        let each = form(codec, ContainerId::WAV_EACH, hz);
        let raw = form(codec, ContainerId::RAW, hz);
        let joined: Vec<u8> = messages(each, &samples, &cuts).iter().flat_map(|message| data(&each, message)).collect();
        prop_assert_eq!(joined, messages(raw, &samples, &[]).concat());
    }
}
