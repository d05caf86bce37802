//! Conversations in the native protocol.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PHRASES: &[&str] = &[
    r#"{"op":"open"}"#,
    r#"{"op":"open","context":"a","words":true,"units":"utf16"}"#,
    r#"{"op":"open","context":"b","lane":"l","format":"mulaw","container":"wav","scope":"generation"}"#,
    r#"{"op":"open","context":"c","lane":"l","format":"mp3","policy":"sentences","audio":"base64"}"#,
    r#"{"op":"open","context":"a","voice":"tone-broken","generations":"release"}"#,
    r#"{"op":"open","context":"d","voice":"_"}"#,
    r#"{"op":"open","context":"_","policy":"threshold","threshold":7,"release_delay_ms":50,"speed":4}"#,
    r#"{"op":"say","text":"_"}"#,
    r#"{"op":"say","context":"a","text":"_"}"#,
    r#"{"op":"say","context":"b","text":"_. "}"#,
    r#"{"op":"say","context":"c","text":"Hello there. How are you? _"}"#,
    r#"{"op":"say","context":"a","text":"\ud83d"}"#,
    r#"{"op":"flush"}"#,
    r#"{"op":"flush","context":"a","id":"_"}"#,
    r#"{"op":"flush","context":"b","id":1}"#,
    r#"{"op":"clear","context":"a","id":2}"#,
    r#"{"op":"clear"}"#,
    r#"{"op":"update","context":"a","rate":8000,"id":3}"#,
    r#"{"op":"update","context":"b","voice":"tone-silent","pitch":"2"}"#,
    r#"{"op":"finish","context":"a"}"#,
    r#"{"op":"finish","context":"b"}"#,
    r#"{"op":"finish"}"#,
    r#"{"op":"cancel","context":"a"}"#,
    r#"{"op":"cancel","context":"_"}"#,
    r#"{"op":"ping"}"#,
    r#"{"op":"_"}"#,
];

fuzz_target!(|bytes: &[u8]| fuzz::hold("/syrinx/v1/stream", PHRASES, bytes));
