//! A conversation with the server over one wire.

use std::time::{Duration, Instant};

use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;

use super::socket::{Parting, Socket};
use super::wire::{Heard, Wire, length};
use crate::failure::Failure;
use crate::server::Address;

/// From here on a sample counts as sound: half a percent of full scale, 46 dB below it.
const AUDIBLE: u16 = 164;

/// One open session: one socket with one context.
pub(crate) struct Session {
    socket: Socket,
    wire: &'static Wire,
    /// Of flushes and clears.
    numbered: u64,
    asked: Instant,
}

/// What was heard of one flush.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Utterance {
    /// From the request to the first byte of audio.
    pub(crate) first: Duration,
    /// From the request to its acknowledgement.
    pub(crate) whole: Duration,
    /// How long it sounds.
    pub(crate) audio: Duration,
    /// How much of the beginning is silence.
    pub(crate) leading_silence: Duration,
}

impl Session {
    /// Connects and waits until the server is ready.
    pub(crate) async fn open(address: Address, wire: &'static Wire) -> Result<Self, Failure> {
        let mut session = Self::connect(address, wire).await?;
        match session.hear().await? {
            Heard::Opened => Ok(session),
            other => Err(Failure::Unexpected(format!("{other:?} as the first answer"))),
        }
    }

    /// Connects and sends the first message, without waiting for its answer.
    pub(crate) async fn connect(address: Address, wire: &'static Wire) -> Result<Self, Failure> {
        let socket = Socket::connect(address, wire.path).await?;
        let mut session = Self { socket, wire, numbered: 0, asked: Instant::now() };
        session.send(vec![(wire.open)()]).await?;
        Ok(session)
    }

    /// The wire that it speaks.
    pub(crate) fn wire(&self) -> &'static Wire {
        self.wire
    }

    async fn send(&mut self, frames: Vec<String>) -> Result<(), Failure> {
        self.asked = Instant::now();
        self.socket.send(frames).await
    }

    /// Appends text.
    pub(crate) async fn say(&mut self, text: &str) -> Result<(), Failure> {
        self.send(vec![(self.wire.say)(text)]).await
    }

    /// Has everything spoken; its number.
    pub(crate) async fn flush(&mut self) -> Result<u64, Failure> {
        self.numbered += 1;
        self.send(vec![(self.wire.flush)(self.numbered)]).await?;
        Ok(self.numbered)
    }

    /// Appends texts and has everything spoken, in one go; its number.
    pub(crate) async fn speak(&mut self, texts: &[&str]) -> Result<u64, Failure> {
        self.numbered += 1;
        let mut frames: Vec<_> = texts.iter().map(|text| (self.wire.say)(text)).collect();
        frames.push((self.wire.flush)(self.numbered));
        self.send(frames).await?;
        Ok(self.numbered)
    }

    /// Has everything forgotten; its number.
    pub(crate) async fn clear(&mut self) -> Result<u64, Failure> {
        self.numbered += 1;
        self.send(vec![(self.wire.clear)(self.numbered)]).await?;
        Ok(self.numbered)
    }

    /// The next thing that is heard.
    ///
    /// # Errors
    /// Also [`Failure::Declined`], for an error of the server.
    pub(crate) async fn hear(&mut self) -> Result<Heard, Failure> {
        let heard = match self.socket.receive().await? {
            Message::Binary(audio) => Heard::Audio(audio),
            Message::Text(text) => (self.wire.read)(&text),
            _ => Heard::Other,
        };
        match heard {
            Heard::Declined { kind, message, retry_after } => {
                Err(Failure::Declined { kind, message, retry_after, after: self.asked.elapsed() })
            }
            heard => Ok(heard),
        }
    }

    /// Listens until a flush is acknowledged. Times count from the last thing that was sent.
    pub(crate) async fn listen(&mut self, flush: u64) -> Result<Utterance, Failure> {
        let mut utterance = Utterance::default();
        loop {
            match self.hear().await? {
                Heard::Audio(bytes) => utterance.hear(self.asked.elapsed(), &bytes),
                Heard::Flushed(number) if number == flush => {
                    utterance.whole = self.asked.elapsed();
                    return Ok(utterance);
                }
                _ => {}
            }
        }
    }

    /// Speaks, and listens to all of it.
    pub(crate) async fn converse(&mut self, text: &str) -> Result<Utterance, Failure> {
        let flush = self.speak(&[text]).await?;
        self.listen(flush).await
    }

    /// Listens until the first audio.
    pub(crate) async fn first_audio(&mut self) -> Result<Duration, Failure> {
        while !matches!(self.hear().await?, Heard::Audio(_)) {}
        Ok(self.asked.elapsed())
    }

    /// Listens for a while in which nothing should be heard; whether that is so.
    pub(crate) async fn is_silent_for(&mut self, while_: Duration) -> Result<bool, Failure> {
        match timeout(while_, self.hear()).await {
            Err(_) => Ok(true),
            Ok(heard) => heard.map(|_| false),
        }
    }

    /// Leaves without a word.
    pub(crate) fn leave(self, parting: Parting) -> Result<(), Failure> {
        self.socket.leave(parting)
    }
}

impl Utterance {
    fn hear(&mut self, after: Duration, bytes: &[u8]) {
        if self.audio.is_zero() {
            self.first = after;
        }
        if self.leading_silence == self.audio {
            self.leading_silence += silence_at_start(bytes);
        }
        self.audio += length(bytes.len());
    }
}

/// How long `pcm_s16le` stays below [`AUDIBLE`] from its start; all of it, if it does.
fn silence_at_start(bytes: &[u8]) -> Duration {
    let samples = bytes.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]]));
    length(2 * samples.take_while(|sample| sample.unsigned_abs() < AUDIBLE).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    /// Bytes of so many milliseconds in which every sample is `value`.
    fn pcm(millis: usize, value: i16) -> Vec<u8> {
        value.to_le_bytes().repeat(24 * millis)
    }

    #[test]
    fn silence_counts_until_the_first_sound_and_over_pieces() {
        let mut utterance = Utterance::default();
        utterance.hear(ms(3), &pcm(20, 10));
        utterance.hear(ms(4), &[pcm(5, -163), pcm(15, 500)].concat());
        utterance.hear(ms(9), &pcm(10, 0));
        assert_eq!((utterance.first, utterance.audio, utterance.leading_silence), (ms(3), ms(50), ms(25)));
    }

    #[test]
    fn sound_at_once_is_no_silence() {
        let mut utterance = Utterance::default();
        utterance.hear(ms(1), &pcm(20, -20_000));
        utterance.hear(ms(1), &pcm(20, 0));
        assert_eq!(utterance.leading_silence, ms(0));
    }
}
