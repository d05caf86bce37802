//! Conversations in the Vogent protocol.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PHRASES: &[&str] = &[
    r#"{"generationId":"a","voiceId":"tone","text":"Hello there. _","addWordTimestamps":true,"sampleRate":8000}"#,
    r#"{"generationId":"a","text":" How are you? _","cancel":false}"#,
    r#"{"generationId":"a","text":"_","finalText":true}"#,
    r#"{"generationId":"a","cancel":true}"#,
    r#"{"generationId":"b","contextId":"c","voiceId":"tone-low","text":"_","finalText":false,"sampleRate":"41500"}"#,
    r#"{"generationId":"b","finalText":true}"#,
    r#"{"generationId":"b","cancel":"true"}"#,
    r#"{"generationId":"d","contextId":"c","voiceId":"tone","text":"_","finalText":true,"items":[],"description":{}}"#,
    r#"{"generationId":"d","contextId":"c","cancel":true}"#,
    r#"{"generationId":"_","contextId":"_","voiceId":"tone","text":"One. Two."}"#,
    r#"{"generationId":"_","voiceId":"tone-broken","text":"Hello there, all of you.","finalText":true}"#,
    r#"{"generationId":"_","voiceId":"_","text":"_","finalText":true}"#,
    r#"{"generationId":"e","voiceId":"tone","text":"\ud83d"}"#,
    r#"{"generationId":"e","text":"\ude00","finalText":true}"#,
    r#"{"generationId":"","text":"_"}"#,
    r#"{"generationId":"a","text":7}"#,
    r#"{"text":"_"}"#,
];

fuzz_target!(|bytes: &[u8]| fuzz::hold("/api/tts/websocket?apiKey=k", PHRASES, bytes));
