//! Conversations in the Smallest Waves protocol: single requests, continuous input, continuations.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PHRASES: &[&str] = &[
    r#"{"voice_id":"tone","text":"_","sample_rate":24000}"#,
    r#"{"voice_id":"tone","text":"Hello there. How are you? _","word_timestamps":true,"session_id":"s","request_id":"r"}"#,
    r#"{"voice_id":"tone","text":"_. ","continue":true,"context_id":"a","word_timestamps":true}"#,
    r#"{"voice_id":"tone","text":"One. Two. \ud83d","continue":true,"context_id":"b","max_buffer_delay_ms":10}"#,
    r#"{"voice_id":"tone-broken","text":"Three. Four.","continue":true,"context_id":"c","output_format":"wav"}"#,
    r#"{"text":"\ude00 _","continue":true,"context_id":"b"}"#,
    r#"{"text":"","continue":false,"context_id":"a"}"#,
    r#"{"context_id":"b","context_close":true}"#,
    r#"{"context_id":"a","flush":true}"#,
    r#"{"context_id":"a","cancel_request":true}"#,
    r#"{"cancel_request":true}"#,
    r#"{"voice_id":"tone","text":"_, and so on ","continue":true,"flush":false,"max_buffer_flush_ms":100}"#,
    r#"{"voice_id":"tone","text":"Now. ","continue":true,"flush":true,"complete_backoff_ms":20}"#,
    r#"{"voice_id":"tone","text":"","continue":false,"flush":true}"#,
    r#"{"voice_id":"tone","text":"_","is_streaming":true,"is_final":false,"output_format":"ulaw"}"#,
    r#"{"text":" ","voice_id":"tone","model":"lightning_v3.1_pro","language":"auto"}"#,
    r#"{"voice_id":"_","text":"_","language":"_","model":"_","speed":2,"output_format":"mp3"}"#,
    r#"{"type":"ping"}"#,
    r#"{"type":"_"}"#,
];

fuzz_target!(|bytes: &[u8]| fuzz::hold("/waves/v1/tts/live?timeout=30&token=k", PHRASES, bytes));
