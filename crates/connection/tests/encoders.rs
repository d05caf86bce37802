//! Where an encoder begins, settles and ends, by the scope of its form.

mod desk;

use desk::{Desk, Engine, audio, bytes, form, last_marks, mp3, settings, story};
use session::{ContextSettings, Event, GenerationRule};
use speech::{
    AudioTime, CodecId, ContainerId, EncodedAudio, OutputForm, PcmChunk, SampleCount, SampleRate, Scope,
};

fn wav(scope: Scope) -> OutputForm {
    OutputForm { container: ContainerId::WAV, ..form(scope) }
}

fn wav_each(scope: Scope) -> OutputForm {
    OutputForm { container: ContainerId::WAV_EACH, ..form(scope) }
}

fn opus(container: ContainerId, scope: Scope) -> OutputForm {
    OutputForm { codec: CodecId::OPUS, container, ..form(scope) }
}

fn headers(events: &[Event<EncodedAudio>]) -> usize {
    audio(events).iter().filter(|audio| audio.audio.0.starts_with(b"RIFF")).count()
}

/// Two contexts say two generations each.
fn two_by_two(form: OutputForm) -> Vec<Event<EncodedAudio>> {
    let mut desk = Desk::new(Engine::Pieces(700));
    let mut events = Vec::new();
    for context in [1, 2] {
        desk.open(context, settings(form));
    }
    for context in [1, 2, 1, 2] {
        desk.say(context, "abc");
        desk.flush(context);
        events.extend(desk.all_told());
    }
    events
}

#[test]
fn a_header_comes_once_a_scope() {
    assert_eq!(headers(&two_by_two(wav(Scope::Connection))), 1);
    assert_eq!(headers(&two_by_two(wav(Scope::Context))), 2);
    assert_eq!(headers(&two_by_two(wav(Scope::Generation))), 4);
}

/// The serial number of each Ogg stream that begins in these bytes, and of each that ends.
fn begun_and_ended(mut ogg: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (mut begun, mut ended) = (Vec::new(), Vec::new());
    while !ogg.is_empty() {
        let (flags, serial, segments) = (ogg[5], ogg[14], usize::from(ogg[26]));
        let body: usize = ogg[27..27 + segments].iter().map(|&len| usize::from(len)).sum();
        begun.extend((flags & 2 != 0).then_some(serial));
        ended.extend((flags & 4 != 0).then_some(serial));
        ogg = &ogg[27 + segments + body..];
    }
    (begun, ended)
}

#[test]
fn an_ogg_stream_lasts_a_scope_and_those_of_a_context_have_numbers_of_their_own() {
    let streams = |scope| begun_and_ended(&bytes(&two_by_two(opus(ContainerId::OGG, scope))));
    assert_eq!(streams(Scope::Connection), (vec![1], vec![]));
    // Whatever else is said on the connection: a context's bytes are its own affair.
    assert_eq!(streams(Scope::Context), (vec![1, 1], vec![]));
    assert_eq!(streams(Scope::Generation), (vec![1, 1, 2, 2], vec![1, 1, 2, 2]));
}

/// How much a whole Ogg stream plays, in samples at 48 kHz.
fn ogg_len(ogg: &[u8]) -> u64 {
    let last = ogg.windows(4).rposition(|four| four == b"OggS").expect("a page");
    let position = u64::from_le_bytes(ogg[last + 6..last + 14].try_into().expect("eight bytes"));
    let pre_skip = 336;
    position - pre_skip
}

#[test]
fn what_ends_with_its_sound_is_exactly_as_long_as_that() {
    let events = finished_after("abcdefgh", opus(ContainerId::OGG, Scope::Context));
    assert_eq!(ogg_len(&bytes(&events)), 160 * 48);
    assert_eq!(last_marks(&events).last(), Some(&true));
    assert_eq!(story(&events), "opened audio segment release generation closed");
}

#[test]
fn a_flush_settles_however_soon_the_end_comes_after_it() {
    let said = |apart: bool| {
        let mut desk = Desk::new(Engine::Pieces(700));
        desk.open(1, settings(opus(ContainerId::OGG, Scope::Context)));
        desk.say(1, "abcdefgh");
        desk.flush(1);
        let mut events = if apart { desk.all_told() } else { Vec::new() };
        desk.finish(1);
        events.extend(desk.all_told());
        bytes(&events)
    };
    assert!(said(true) == said(false));
    assert!(ogg_len(&said(true)) > 160 * 48);
}

#[test]
fn bytes_do_not_depend_on_when_the_end_is_asked_for() {
    let said = |rule, apart: bool, late_flush: bool| {
        let mut desk = Desk::new(Engine::Pieces(700));
        let form = opus(ContainerId::OGG, Scope::Context);
        desk.open(1, ContextSettings { generations: rule, ..settings(form) });
        desk.say(1, "abcd. efgh. ");
        let mut events = if apart { desk.all_told() } else { Vec::new() };
        desk.finish(1);
        if late_flush {
            desk.flush(1);
        }
        events.extend(desk.all_told());
        bytes(&events)
    };
    for rule in [GenerationRule::EachRelease, GenerationRule::EachFlush] {
        let together = said(rule, false, false);
        assert!(said(rule, true, false) == together, "{rule:?}");
        assert!(said(rule, false, true) == together, "{rule:?}");
    }
}

#[test]
fn the_clock_of_a_context_is_that_of_the_stream_that_its_listener_plays() {
    for form in [opus(ContainerId::OGG, Scope::Context), mp3(Scope::Context)] {
        let mut desk = Desk::new(Engine::Pieces(700));
        desk.open(1, settings(form));
        let mut begun = Vec::new();
        for _ in 0..20 {
            desk.say(1, "abcdefgh");
            desk.flush(1);
            begun.extend(audio(&desk.all_told()).iter().map(|audio| audio.generation_start));
        }
        begun.dedup();
        assert_eq!(begun.len(), 20);
        let mut stream = audio::AudioStream::open(form).unwrap();
        let mut wanted = AudioTime::ZERO;
        for begin in begun {
            assert_eq!(begin, wanted, "{form:?}");
            stream.push(&PcmChunk { rate: SampleRate::known(24_000), samples: vec![0; 160 * 24] });
            let padding = stream.settle().time_at(stream.coding_rate());
            wanted = wanted + AudioTime::from_millis(160) + padding;
        }
        assert!(wanted > AudioTime::from_millis(20 * 165));
    }
}

#[test]
fn an_ogg_stream_ends_with_what_it_belongs_to_however_that_ends() {
    for scope in [Scope::Connection, Scope::Context, Scope::Generation] {
        let events = finished_after("abcdefgh", opus(ContainerId::OGG, scope));
        assert_eq!(begun_and_ended(&bytes(&events)), (vec![1], vec![1]), "{scope:?}");
    }
    for scope in [Scope::Connection, Scope::Context, Scope::Generation] {
        let mut desk = Desk::new(Engine::Pieces(700));
        desk.open(1, settings(opus(ContainerId::OGG, scope)));
        desk.say(1, "abcdefgh");
        let mut heard = bytes(&desk.all_told());
        desk.cancel(1);
        heard.extend(bytes(&desk.all_told()));
        assert_eq!(begun_and_ended(&heard), (vec![1], vec![1]), "{scope:?}");
    }
}

#[test]
fn a_head_waits_for_the_first_packet() {
    for container in [ContainerId::OGG, ContainerId::WEBM] {
        let mut desk = Desk::new(Engine::Pieces(700));
        desk.open(1, settings(opus(container, Scope::Context)));
        desk.flush(1);
        assert_eq!(story(&desk.all_told()), "opened flushed");
        desk.say(1, "abcdefgh");
        let events = desk.all_told();
        let (first, others) =
            audio(&events).split_first().map(|(first, others)| (*first, others.len())).unwrap();
        let head = first.audio.0.windows(8).filter(|bytes| bytes == b"OpusHead").count();
        assert!(head == 1 && first.duration > AudioTime::ZERO && others > 0);
    }
}

#[test]
fn every_message_is_a_file_of_its_own() {
    for scope in [Scope::Connection, Scope::Context, Scope::Generation] {
        let each = OutputForm { rate: SampleRate::known(16_000), ..wav_each(scope) };
        let events = two_by_two(each);
        for message in audio(&events) {
            let header = audio::wav_header(
                &each,
                u32::try_from(message.audio.0.len() - audio::WAV_PCM_HEADER_LEN).ok(),
            );
            assert!(message.audio.0.starts_with(&header.unwrap()), "{scope:?}");
        }
        let data: Vec<u8> = audio(&events)
            .iter()
            .flat_map(|message| message.audio.0[audio::WAV_PCM_HEADER_LEN..].to_vec())
            .collect();
        assert_eq!(data, bytes(&two_by_two(OutputForm { container: ContainerId::RAW, ..each })), "{scope:?}");
    }
}

#[test]
fn what_a_flush_brings_out_is_a_message_too() {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, settings(OutputForm { rate: SampleRate::known(16_000), ..wav_each(Scope::Context) }));
    desk.say(1, "ab");
    desk.update(1, settings(form(Scope::Context)));
    desk.say(1, "ab");
    desk.flush(1);
    let events = desk.all_told();
    let updated = events.iter().position(|event| matches!(event, Event::Updated { .. })).unwrap();
    assert_eq!(headers(&events[..updated]), audio(&events[..updated]).len());
    assert_eq!(headers(&events[updated..]), 0, "the new form has no header");
}

#[test]
fn what_settles_rides_with_the_last_chunk() {
    for scope in [Scope::Connection, Scope::Context, Scope::Generation] {
        let mut desk = Desk::new(Engine::Pieces(700));
        desk.open(1, settings(mp3(scope)));
        desk.say(1, "abcdefgh");
        desk.flush(1);
        let events = desk.all_told();
        assert_eq!(story(&events), "opened audio segment release generation flushed");
        assert_eq!(last_marks(&events).iter().filter(|last| **last).count(), 1);
        assert_eq!(last_marks(&events).last(), Some(&true));
        // 160 ms at 96 kbit/s, and what it takes to get them out of a decoder.
        assert!(bytes(&events).len() >= 160 * 12);
    }
}

#[test]
fn a_flush_that_comes_after_all_sound_brings_the_rest_out_first() {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, settings(mp3(Scope::Context)));
    desk.say(1, "abcdefgh");
    assert_eq!(last_marks(&desk.all_told()).last(), Some(&false));
    desk.flush(1);
    let events = desk.all_told();
    assert_eq!(story(&events), "audio segment release generation flushed");
    assert_eq!(last_marks(&events), [true]);
    desk.flush(1);
    assert_eq!(story(&desk.all_told()), "flushed", "there is nothing more in the encoder");
}

#[test]
fn a_context_that_finishes_leaves_nothing_in_its_encoder() {
    for scope in [Scope::Connection, Scope::Context, Scope::Generation] {
        let mut desk = Desk::new(Engine::Pieces(700));
        desk.open(1, settings(mp3(scope)));
        desk.say(1, "abcdefgh");
        desk.finish(1);
        let events = desk.all_told();
        assert_eq!(story(&events), "opened audio segment release generation closed");
        assert_eq!(last_marks(&events).iter().filter(|last| **last).count(), 1, "{scope:?}");
    }
}

#[test]
fn new_settings_bring_a_new_form() {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, settings(form(Scope::Context)));
    desk.say(1, "ab");
    desk.update(1, settings(OutputForm { codec: CodecId::MULAW, ..form(Scope::Context) }));
    desk.say(1, "cd");
    desk.flush(1);
    let events = desk.all_told();
    assert_eq!(
        story(&events),
        "opened audio segment release generation updated audio segment release generation flushed"
    );
    assert_eq!(bytes(&events).len(), 2 * 480 * 2 + 2 * 480);
}

#[test]
fn an_update_that_keeps_the_form_keeps_the_stream() {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, settings(wav(Scope::Context)));
    desk.say(1, "ab");
    let rule = GenerationRule::EachRelease;
    desk.update(1, session::ContextSettings { generations: rule, ..settings(wav(Scope::Context)) });
    desk.say(1, "cd");
    assert_eq!(headers(&desk.all_told()), 1);
}

#[test]
fn a_form_that_cannot_be_encoded_refuses_its_context_alone() {
    for closing in [false, true] {
        let mut desk = Desk::new(Engine::Pieces(700));
        let unknown = OutputForm { codec: CodecId("smoke"), ..form(Scope::Context) };
        desk.open(1, settings(unknown));
        desk.open(2, settings(form(Scope::Context)));
        desk.say(1, "ab");
        if closing {
            desk.finish(1);
        }
        desk.say(2, "cd");
        desk.flush(2);
        let events = desk.all_told();
        let of =
            |context| move |event: &&Event<EncodedAudio>| event.context().is_some_and(|id| id.0 == context);
        let first: Vec<_> = events.iter().filter(of(1)).map(desk::name).collect();
        assert_eq!(first, ["opened", "generation", "refused"]);
        let second: Vec<_> = events.iter().filter(of(2)).cloned().collect();
        assert_eq!(story(&second), "opened audio segment release generation flushed");
    }
}

/// What a context gives that says `text` and is finished.
fn finished_after(text: &str, form: OutputForm) -> Vec<Event<EncodedAudio>> {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, settings(form));
    desk.say(1, text);
    desk.finish(1);
    desk.all_told()
}

#[test]
fn a_silent_stream_is_a_container_without_sound() {
    for scope in [Scope::Context, Scope::Connection] {
        for text in ["", " … "] {
            let events = finished_after(text, wav(scope));
            assert_eq!(bytes(&events).len(), audio::WAV_PCM_HEADER_LEN, "{scope:?}");
            assert!(story(&events).ends_with("audio closed"), "{}", story(&events));
            assert_eq!(audio(&events)[0].duration, AudioTime::ZERO);
        }
    }
}

#[test]
fn a_silent_stream_of_packets_is_whole_too() {
    for (container, scope) in [ContainerId::OGG, ContainerId::WEBM]
        .into_iter()
        .flat_map(|id| [(id, Scope::Context), (id, Scope::Connection)])
    {
        let events = finished_after(" … ", opus(container, scope));
        let mut empty = audio::AudioStream::open(opus(container, scope)).unwrap();
        let mut wanted = Vec::new();
        empty.finish();
        empty.message(&mut wanted);
        assert!(bytes(&events) == wanted, "{container:?} {scope:?}");
        assert!(story(&events).ends_with("audio closed"), "{}", story(&events));
    }
}

#[test]
fn silence_without_a_container_is_nothing() {
    for form in [
        form(Scope::Context),
        mp3(Scope::Context),
        mp3(Scope::Connection),
        wav(Scope::Generation),
        opus(ContainerId::OGG, Scope::Generation),
        opus(ContainerId::WEBM, Scope::Generation),
        wav_each(Scope::Context),
        wav_each(Scope::Connection),
    ] {
        assert!(bytes(&finished_after(" … ", form)).is_empty(), "{form:?}");
    }
}

#[test]
fn a_header_is_written_once() {
    let mut desk = Desk::new(Engine::Pieces(700));
    for context in [1, 2] {
        desk.open(context, settings(wav(Scope::Connection)));
    }
    desk.say(1, "ab");
    desk.finish(1);
    desk.finish(2);
    assert_eq!(bytes(&desk.all_told()).len(), audio::WAV_PCM_HEADER_LEN + 2 * 480 * 2);
}

/// A context that is interrupted again and again, and then says something. Where that lies by its clock, and where in what
/// its listener has decoded by then, in samples at 48 kHz.
fn after_interruptions(form: OutputForm) -> (AudioTime, u64) {
    let mut desk = Desk::new(Engine::Pieces(700));
    desk.open(1, settings(form));
    let mut heard = Vec::new();
    for _ in 0..20 {
        desk.say(1, "abcdefgh");
        heard.extend(bytes(&desk.all_told()));
        desk.clear(1);
        heard.extend(bytes(&desk.all_told()));
    }
    let decoded = ogg_len(&heard);
    desk.say(1, "abcdefgh");
    (audio(&desk.all_told())[0].generation_start, decoded)
}

#[test]
fn interruptions_do_not_move_the_clock_of_a_context() {
    let (clock, decoded) = after_interruptions(opus(ContainerId::OGG, Scope::Context));
    // What is decoded by then lacks what libopus looks ahead.
    let lookahead = AudioTime::from_nanos(6_500_000);
    let played = SampleCount(decoded).time_at(SampleRate::known(48_000)) + lookahead;
    assert!(clock.as_nanos().abs_diff(played.as_nanos()) < 1_000_000, "{clock:?} against {played:?}");
}
