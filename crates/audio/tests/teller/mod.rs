//! A stream, what was said into it, and the messages that came of it.

#![allow(dead_code, reason = "each test file uses its own part of this")]

use audio::{AudioStream, CODECS, CONTAINERS, CodecCard, Framing, check};
use ear::{Heard, Unframed};
use speech::{OutputForm, PcmChunk, SampleRate};

use crate::sound::{chunk, form};

/// All forms of this build at these rates.
pub(crate) fn forms(rates: &[u32]) -> Vec<OutputForm> {
    let of_codec = |codec: &CodecCard| {
        let codec = codec.id;
        CONTAINERS
            .iter()
            .flat_map(move |container| rates.iter().map(move |&hz| form(codec, container.id, hz)))
            .collect::<Vec<_>>()
    };
    CODECS.iter().flat_map(of_codec).filter(|form| check(form).is_ok()).collect()
}

/// A form as a person calls it.
pub(crate) fn name(form: &OutputForm) -> String {
    format!("{} in {} at {}", form.codec.0, form.container.0, form.rate)
}

/// Whether a player can know to the sample what is sound: the codec pads nothing, or the container tells.
pub(crate) fn is_exact(form: &OutputForm) -> bool {
    let codec = CODECS.iter().find(|card| card.id == form.codec).expect("the form is on offer");
    let container = CONTAINERS.iter().find(|card| card.id == form.container).expect("the form is on offer");
    !codec.has_memory || matches!(container.framing, Framing::Packets { .. })
}

/// One stream at work: one message of every call, as a connection makes them.
pub(crate) struct Teller {
    pub(crate) form: OutputForm,
    pub(crate) stream: AudioStream,
    pub(crate) messages: Vec<Vec<u8>>,
    /// Samples pushed since the input's rate was last another one, and that rate.
    pushed: (u64, SampleRate),
    /// Silence of settles after which something else was said, at the coding rate.
    padding: u64,
    /// And of the last one.
    last_padding: u64,
}

impl Teller {
    pub(crate) fn new(form: OutputForm) -> Self {
        let stream = AudioStream::open(form).expect("the form is on offer");
        let pushed = (0, stream.coding_rate());
        Self { form, stream, messages: Vec::new(), pushed, padding: 0, last_padding: 0 }
    }

    pub(crate) fn push(&mut self, hz: u32, samples: &[i16]) {
        let pcm: PcmChunk = chunk(hz, samples);
        self.stream.push(&pcm);
        if !samples.is_empty() {
            self.pushed = (self.pushed.0 + samples.len() as u64, pcm.rate);
            self.padding += std::mem::take(&mut self.last_padding);
        }
        self.message();
    }

    pub(crate) fn settle(&mut self) {
        self.last_padding += self.stream.settle().0;
        self.message();
    }

    /// Says something that is taken back, except for what the codec has said already: from here on [`Self::told`] is what
    /// there is at most.
    pub(crate) fn push_and_clear(&mut self, hz: u32, samples: &[i16]) {
        self.push(hz, samples);
        self.last_padding += self.stream.clear().padding.0;
        self.message();
    }

    pub(crate) fn finish(&mut self) {
        self.stream.finish();
        self.message();
    }

    fn message(&mut self) {
        let mut message = Vec::new();
        self.stream.message(&mut message);
        if !message.is_empty() {
            self.messages.push(message);
        }
    }

    /// How many samples of a player all is that was said, and the silence between, without what the player leaves out.
    pub(crate) fn told(&self, player: SampleRate) -> u64 {
        self.at(player, self.resampled() + self.padding)
    }

    /// How much silence the last settle declared, if nothing was said after it.
    pub(crate) fn trailing(&self, player: SampleRate) -> u64 {
        self.at(player, self.last_padding)
    }

    /// By how much a player's sound is late.
    pub(crate) fn delay(&self, player: SampleRate) -> u64 {
        self.at(player, self.stream.delay().0)
    }

    fn resampled(&self) -> u64 {
        let (pushed, from) = self.pushed;
        (pushed * u64::from(self.stream.coding_rate().hz())).div_ceil(from.hz().into())
    }

    fn at(&self, player: SampleRate, samples: u64) -> u64 {
        (samples * u64::from(player.hz())).div_ceil(self.stream.coding_rate().hz().into())
    }

    pub(crate) fn hear(&self) -> Heard {
        ear::hear(&self.form, &self.messages).unwrap_or_else(|wrong| panic!("{}: {wrong}", name(&self.form)))
    }

    pub(crate) fn unframe(&self) -> Unframed {
        ear::unframe(&self.form, &self.messages)
            .unwrap_or_else(|wrong| panic!("{}: {wrong}", name(&self.form)))
    }
}
