//! Conversations in the SLNG protocol, on the address where the first message decides what is spoken.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PHRASES: &[&str] = &[
    r#"{"type":"init","voice":"tone","config":{"encoding":"linear16","sample_rate":24000,"language":"en"}}"#,
    r#"{"type":"init","speaker":"tone-low","encoding":"MP3","speech_sample_rate":"16000","pace":2}"#,
    r#"{"type":"init","voice":"tone-broken","config":{"encoding":"mulaw","audio_transport":"json"}}"#,
    r#"{"type":"init","voice":"_","model":"_"}"#,
    r#"{"type":"init","stream_id":"a","model":"m","voice":"tone","audio_format":"pcm_s16le"}"#,
    r#"{"type":"init","stream_id":"b","model":"m","voice":"tone-broken","return_timestamps":true}"#,
    r#"{"type":"init","stream_id":"_","model":"m","voice":"tone","encoding":"alaw","sample_rate":11025}"#,
    r#"{"model":"m","stream_id":"c","voice":"tone","audio_format":"wav"}"#,
    r#"{"type":"text","text":"_"}"#,
    r#"{"type":"speak","text":"Hello there. How are you? _"}"#,
    r#"{"type":"input_text","text":"_","flush":true}"#,
    r#"{"type":"text","text":"\ud83d"}"#,
    r#"{"type":"text","stream_id":"a","text":"Hello. _"}"#,
    r#"{"type":"text","stream_id":"b","text":"_","text_end":true}"#,
    r#"{"stream_id":"c","text":"_","text_end":true}"#,
    r#"{"type":"flush"}"#,
    r#"{"type":"flush","stream_id":"a"}"#,
    r#"{"type":"clear"}"#,
    r#"{"type":"clear","stream_id":"b","cancel":true}"#,
    r#"{"stream_id":"c","cancel":true}"#,
    r#"{"type":"cancel"}"#,
    r#"{"type":"keepalive"}"#,
    r#"{"keep_alive":true}"#,
    r#"{"type":"close"}"#,
    r#"{"type":"_"}"#,
];

fuzz_target!(|bytes: &[u8]| fuzz::hold("/v1/tts/soniox/tts-rt:v1", PHRASES, bytes));
