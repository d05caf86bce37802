//! Conversations in the LMNT protocol, all dialects.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PHRASES: &[&str] = &[
    r#"{"X-API-Key":"k","voice":"tone","lmnt-version":"1.2","format":"pcm_s16le","return_timestamps":true}"#,
    r#"{"X-API-Key":"k","voice":"tone","lmnt-version":"1.1","format":"mp3","sample_rate":"16000"}"#,
    r#"{"X-API-Key":"k","voice":"tone","protocol_version":2,"return_extras":"True","format":"ulaw"}"#,
    r#"{"X-API-Key":"k","voice":"tone","send_extras":true,"format":"raw","speed":2}"#,
    r#"{"X-API-Key":"k","voice":"tone-broken","lmnt-version":"1.2","format":"pcm_f32le"}"#,
    r#"{"X-API-Key":"_","voice":"_"}"#,
    r#"{"type":"text","text":"_"}"#,
    r#"{"type":"text","text":"Hello there. How are you? _"}"#,
    r#"{"type":"text","text":"\ud83d"}"#,
    r#"{"text":"_"}"#,
    r#"{"text":"_. ","flush":true}"#,
    r#"{"type":"flush","nonce":1}"#,
    r#"{"type":"flush","nonce":-7}"#,
    r#"{"type":"reset","nonce":2}"#,
    r#"{"type":"finish"}"#,
    r#"{"command":"flush","nonce":3}"#,
    r#"{"command":"reset","nonce":4}"#,
    r#"{"command":"eof"}"#,
    r#"{"flush":true}"#,
    r#"{"eof":true}"#,
    r#"{"type":"_"}"#,
];

fuzz_target!(|bytes: &[u8]| fuzz::hold("/v1/ai/speech/stream", PHRASES, bytes));
