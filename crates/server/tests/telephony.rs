//! What a telephone line gets: the embedded voice at 8 kHz in µ-law, through the protocols whose clients dial out. The same
//! at 8 kHz and 16 bits is the sound before it is coded.
#![cfg(feature = "espeak")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use ear::{Spectrum, db};
use serde_json::{Value, json};
use support::Server;
use tungstenite::{Message, WebSocket};

const TEXT: &str =
    "She sells sixty-six seashells; please press six, seven or zero. Thanks, that was the last one!";

#[derive(Debug, Clone, Copy)]
enum Coding {
    Linear,
    Mulaw,
}

/// How a client of a protocol asks for it, and where in its messages the sound is.
#[derive(Debug, Clone, Copy)]
enum Client {
    Lmnt,
    Smallest,
    Inworld,
}

impl Client {
    fn path(self) -> &'static str {
        match self {
            Self::Lmnt => "/v1/ai/speech/stream",
            Self::Smallest => "/waves/v1/tts/live",
            Self::Inworld => "/tts/v1/voice:streamBidirectional",
        }
    }

    fn messages(self, coding: Coding) -> Vec<Value> {
        match self {
            Self::Lmnt => {
                let format = named(coding, "pcm_s16le", "ulaw");
                vec![
                    json!({"X-API-Key": "k", "lmnt-version": "1.2", "voice": "en-us", "format": format, "sample_rate": 8000}),
                    json!({"type": "text", "text": TEXT}),
                    json!({"type": "finish"}),
                ]
            }
            Self::Smallest => {
                let format = named(coding, "pcm", "ulaw");
                vec![json!({"voice_id": "en-us", "text": TEXT, "sample_rate": 8000, "output_format": format})]
            }
            Self::Inworld => {
                let audio = json!({"audioEncoding": named(coding, "PCM", "MULAW"), "sampleRateHertz": 8000});
                vec![
                    json!({"create": {"voiceId": "en-us", "modelId": "m", "audioConfig": audio}, "contextId": "a"}),
                    json!({"send_text": {"text": TEXT}, "contextId": "a"}),
                    json!({"close_context": {}, "contextId": "a"}),
                ]
            }
        }
    }

    /// The sound in a message, and whether it was the last one.
    fn read(self, message: Message) -> (Vec<u8>, bool) {
        let Message::Text(text) = message else {
            let end = message.is_close();
            return if end { (Vec::new(), true) } else { (message.into_data().to_vec(), false) };
        };
        let message: Value = serde_json::from_str(&text).unwrap();
        let (sound, end) = match self {
            Self::Lmnt => (&Value::Null, false),
            Self::Smallest => (&message["data"]["audio"], message["status"] == "complete"),
            Self::Inworld => (
                &message["result"]["audioChunk"]["audioContent"],
                !message["result"]["contextClosed"].is_null(),
            ),
        };
        assert!(message["error"].is_null(), "{self:?}: {message}");
        (sound.as_str().map(unpacked).unwrap_or_default(), end)
    }

    /// All the sound, headers and all.
    fn heard(self, server: &Server, coding: Coding) -> Vec<u8> {
        let mut socket = self.connect(server);
        for message in self.messages(coding) {
            socket.send(Message::text(message.to_string())).unwrap();
        }
        let mut heard = Vec::new();
        loop {
            let (sound, end) = self.read(socket.read().unwrap());
            heard.extend(sound);
            if end {
                return heard;
            }
        }
    }

    fn connect(self, server: &Server) -> WebSocket<std::net::TcpStream> {
        let tcp = std::net::TcpStream::connect(server.address).unwrap();
        tcp.set_read_timeout(Some(std::time::Duration::from_secs(60))).unwrap();
        let url = format!("ws://localhost{}", self.path());
        tungstenite::client(url, tcp).map_err(|_| "the upgrade failed").unwrap().0
    }
}

fn named(coding: Coding, linear: &'static str, mulaw: &'static str) -> &'static str {
    match coding {
        Coding::Linear => linear,
        Coding::Mulaw => mulaw,
    }
}

fn unpacked(base64: &str) -> Vec<u8> {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.decode(base64).unwrap()
}

/// What follows the header of a WAV file; all of what has none.
fn samples(bytes: &[u8]) -> &[u8] {
    if !bytes.starts_with(b"RIFF") {
        return bytes;
    }
    let data = bytes.windows(4).position(|four| four == b"data").unwrap();
    &bytes[data + 8..]
}

fn linear(bytes: &[u8]) -> Vec<i16> {
    bytes.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect()
}

fn spectrum(samples: &[i16], hz: u32) -> Spectrum {
    let floats: Vec<f32> = samples.iter().map(|&sample| audio::pcm::to_f32(sample)).collect();
    Spectrum::of(&floats, hz)
}

#[test]
fn a_line_gets_a_band_limited_voice_coded_to_the_letter() {
    let server = Server::start_with(&["--engines", "espeak"], &[]);
    for client in [Client::Lmnt, Client::Smallest, Client::Inworld] {
        let sound = linear(&client.heard(&server, Coding::Linear));
        assert!(sound.len() > 3 * 8_000, "{client:?}: only {} samples", sound.len());

        let coded = client.heard(&server, Coding::Mulaw);
        let wanted: Vec<u8> = sound.iter().map(|&sample| audio::g711::mulaw(sample)).collect();
        assert!(samples(&coded) == wanted, "{client:?}: not the µ-law of the same sound");

        let spectrum = spectrum(&sound, 8_000);
        let above = db(spectrum.energy(3_900.0, 4_000.0) / spectrum.energy(0.0, 4_000.0));
        assert!(above <= -60.0, "{client:?}: {above:.1} dB above 3.9 kHz");
        println!("{client:?}: {above:.1} dB above 3.9 kHz");
    }
}

#[test]
fn the_voice_itself_goes_on_above_the_line() {
    let server = Server::start_with(&["--engines", "espeak"], &[]);
    let body = json!({"text": TEXT, "voice": "en-us", "format": "pcm_s16le", "sample_rate": 24000});
    let answer = server.post("/v1/ai/speech/bytes", body.to_string().as_bytes());
    let spectrum = spectrum(&linear(&answer.body), 24_000);
    for (low, high) in [(3_900.0, 4_000.0), (4_000.0, 8_000.0)] {
        let there = db(spectrum.density(low, high) / spectrum.density(0.0, 4_000.0));
        assert!(there > -40.0, "{low} to {high} Hz: {there:.1} dB, so the line's filter has nothing to do");
        println!("the voice from {low} to {high} Hz: {there:.1} dB");
    }
}
