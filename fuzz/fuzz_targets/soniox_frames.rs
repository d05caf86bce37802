//! Conversations in the Soniox protocol.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PHRASES: &[&str] = &[
    r#"{"model":"tts-rt-v2","language":"en","voice":"tone","audio_format":"pcm_s16le","sample_rate":24000,"stream_id":"a","return_timestamps":true}"#,
    r#"{"model":"tts-rt-v2","voice":"tone-low","audio_format":"wav","stream_id":"b","api_key":"k"}"#,
    r#"{"model":"tts-rt-v1","language":"fr","voice":"tone","audio_format":"mp3","bitrate":64000,"stream_id":"_","speed":0.7}"#,
    r#"{"model":"tts-rt-v1","voice":"tone-broken","audio_format":"pcm_mulaw","stream_id":"a"}"#,
    r#"{"model":"_","voice":"_","audio_format":"_","stream_id":"_"}"#,
    r#"{"text":"_","stream_id":"a"}"#,
    r#"{"text":"Hello there. How are you? _","text_end":false,"stream_id":"b"}"#,
    r#"{"text":"\ud83d","stream_id":"a"}"#,
    r#"{"text":"\ude00 _","text_end":true,"stream_id":"a"}"#,
    r#"{"text":"","text_end":true,"stream_id":"b"}"#,
    r#"{"text_end":true,"stream_id":"_"}"#,
    r#"{"stream_id":"a","cancel":true}"#,
    r#"{"stream_id":"b","cancel":true}"#,
    r#"{"stream_id":"_"}"#,
    r#"{"keep_alive":true}"#,
    r#"{"_":"_"}"#,
];

fuzz_target!(|bytes: &[u8]| fuzz::hold("/tts-websocket", PHRASES, bytes));
