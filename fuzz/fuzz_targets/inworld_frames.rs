//! Conversations in the Inworld protocol: many contexts, both spellings, every policy.

#![no_main]

use libfuzzer_sys::fuzz_target;

const PHRASES: &[&str] = &[
    r#"{"create":{"voiceId":"tone","modelId":"m","audioConfig":{"audioEncoding":"PCM","sampleRateHertz":24000},"autoMode":true,"timestampType":"WORD","timestampTransportStrategy":"ASYNC"},"contextId":"a"}"#,
    r#"{"create":{"voice_id":"tone","model_id":"m","audio_config":{"audio_encoding":"LINEAR16","sample_rate_hertz":"8000"},"buffer_char_threshold":5,"max_buffer_delay_ms":0,"timestamp_type":"CHARACTER"},"context_id":"b"}"#,
    r#"{"create":{"voiceId":"tone-broken","modelId":"m","audioConfig":{"audioEncoding":"WAV"},"autoMode":true,"autoModeStrategy":"SENTENCE_BOUNDARY","bufferCharThreshold":9,"timestampType":"WORD"},"contextId":"c"}"#,
    r#"{"create":{"voiceId":"tone","modelId":"m","audioConfig":{"audioEncoding":"MULAW","speakingRate":1.5}}}"#,
    r#"{"create":{"voiceId":"_","modelId":"_"},"contextId":"_"}"#,
    r#"{"send_text":{"text":"_"},"contextId":"a"}"#,
    r#"{"sendText":{"text":"Hello there. How are you? _","flush_context":{}},"contextId":"b"}"#,
    r#"{"send_text":{"text":"One. Two. Three. _"},"contextId":"c"}"#,
    r#"{"send_text":{"text":"\ud83d"},"contextId":"a"}"#,
    r#"{"send_text":{"text":"\ude00"},"contextId":"a"}"#,
    r#"{"send_text":{"text":""}}"#,
    r#"{"send_text":{"text":"_"}}"#,
    r#"{"flush_context":{},"contextId":"a"}"#,
    r#"{"flushContext":{},"contextId":"c"}"#,
    r#"{"update_config":{"audioConfig":{"audioEncoding":"ALAW"},"timestampType":"WORD"},"contextId":"a"}"#,
    r#"{"update_config":{"modelId":"_"},"contextId":"b"}"#,
    r#"{"close_context":{},"contextId":"a"}"#,
    r#"{"closeContext":{},"contextId":"b"}"#,
    r#"{"cancel_context":{},"contextId":"c"}"#,
    r#"{"cancel_context":{}}"#,
    r#"{"_":{},"contextId":"_"}"#,
];

fuzz_target!(|bytes: &[u8]| fuzz::hold("/tts/v1/voice:streamBidirectional", PHRASES, bytes));
