//! Speaks slower than eSpeak NG can, and faster than it does well: lengthens or shortens its sound with libsonic, and
//! moves the times with it.
//!
//! libsonic repeats or leaves out whole periods of the voice, so its pitch stays. Read [`Stretched`] first.

#![expect(unsafe_code, reason = "libsonic is a C library")]

use std::collections::VecDeque;
use std::ffi::{c_float, c_int, c_short, c_void};
use std::ops::ControlFlow;
use std::ptr::NonNull;

use speech::Ipa;

use super::library::Listener;
use crate::voices::RATE;

/// libsonic takes a period of the voice off what it has while that is two periods of the lowest voice that it knows, 65
/// Hz. So it holds back that much, less half a period of a usual voice, 100 Hz.
const HELD_BACK: i64 = 2 * RATE.hz() as i64 / 65 - RATE.hz() as i64 / 200;
const READ_SAMPLES: usize = 4_096;

/// Hears the library and tells another listener, slower or faster.
pub(super) struct Stretched<'a> {
    listener: &'a mut dyn Listener,
    stream: Stream,
    thousandths: u32,
    /// Samples of the library's.
    heard: i64,
    /// Samples of ours.
    told: i64,
    /// Events wait here for their sound.
    waiting: VecDeque<Event>,
}

struct Event {
    sample: u32,
    what: What,
}

enum What {
    Word { character: u32 },
    Phoneme { ipa: Ipa },
}

impl<'a> Stretched<'a> {
    /// `thousandths` says how long what took a thousand samples shall take.
    pub(super) fn new(listener: &'a mut dyn Listener, thousandths: u32) -> Result<Self, String> {
        let stream = Stream::open(thousandths)?;
        Ok(Self { listener, stream, thousandths, heard: 0, told: 0, waiting: VecDeque::new() })
    }

    /// The library has said all.
    pub(super) fn finish(mut self) -> Result<(), String> {
        self.stream.flush()?;
        self.tell_samples();
        self.tell_events(i64::MAX);
        // Whether anybody still listens does not matter any more.
        let _ = self.listener.buffer_done();
        Ok(())
    }

    fn tell_samples(&mut self) {
        let mut samples = [0; READ_SAMPLES];
        loop {
            let count = self.stream.read(&mut samples);
            if count == 0 {
                return;
            }
            self.listener.audio(&samples[..count]);
            self.told += count as i64;
        }
    }

    /// libsonic deals in whole periods, so the length is never quite as asked: from where the sound has come to, and not
    /// from its beginning, is it reckoned where an event belongs.
    fn place(&self, sample: u32) -> u32 {
        let ahead = i64::from(sample) - (self.heard - HELD_BACK).max(0);
        (self.told + ahead * i64::from(self.thousandths) / 1_000).max(0) as u32
    }

    fn keep(&mut self, sample: u32, what: What) {
        let earliest = self.waiting.back().map_or(0, |event| event.sample);
        self.waiting.push_back(Event { sample: self.place(sample).max(earliest), what });
    }

    /// Only what has sounded, since a listener wants to know what pause came before it.
    fn tell_events(&mut self, until: i64) {
        while self.waiting.front().is_some_and(|event| i64::from(event.sample) <= until) {
            let Some(Event { sample, what }) = self.waiting.pop_front() else { return };
            match what {
                What::Word { character } => self.listener.word(character, sample),
                What::Phoneme { ipa } => self.listener.phoneme(&ipa, sample),
            }
        }
    }
}

impl Listener for Stretched<'_> {
    fn audio(&mut self, samples: &[i16]) {
        self.stream.write(samples);
        self.heard += samples.len() as i64;
        self.tell_samples();
    }

    fn word(&mut self, character: u32, sample: u32) {
        self.keep(sample, What::Word { character });
    }

    fn phoneme(&mut self, ipa: &str, sample: u32) {
        self.keep(sample, What::Phoneme { ipa: ipa.into() });
    }

    fn buffer_done(&mut self) -> ControlFlow<()> {
        self.tell_events(self.told);
        self.listener.buffer_done()
    }
}

/// libsonic at one speed, mono.
struct Stream(NonNull<c_void>);

impl Stream {
    fn open(thousandths: u32) -> Result<Self, String> {
        // SAFETY: plain numbers; the result is null or a stream of ours.
        let stream = NonNull::new(unsafe { sonicCreateStream(RATE.hz() as c_int, 1) });
        let stream = Self(stream.ok_or("no memory for another pace")?);
        // SAFETY: the stream is open.
        unsafe { sonicSetSpeed(stream.0.as_ptr(), 1_000.0 / thousandths as c_float) };
        Ok(stream)
    }

    fn write(&mut self, samples: &[i16]) {
        // SAFETY: the stream is open, the samples are as many as told, and libsonic copies and does not change them. If
        // it finds no memory, they are lost.
        unsafe { sonicWriteShortToStream(self.0.as_ptr(), samples.as_ptr(), samples.len() as c_int) };
    }

    fn read(&mut self, samples: &mut [i16]) -> usize {
        // SAFETY: the stream is open, and there is room for as many samples as told.
        let count = unsafe {
            sonicReadShortFromStream(self.0.as_ptr(), samples.as_mut_ptr(), samples.len() as c_int)
        };
        usize::try_from(count).unwrap_or_default().min(samples.len())
    }

    fn flush(&mut self) -> Result<(), String> {
        // SAFETY: the stream is open.
        let done = unsafe { sonicFlushStream(self.0.as_ptr()) };
        if done == 0 { Err("no memory for another pace".into()) } else { Ok(()) }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // SAFETY: the stream is open and not used after.
        unsafe { sonicDestroyStream(self.0.as_ptr()) };
    }
}

// Source: `sonic.h` of libsonic 0.2. The input of the third is not `const` there, but only read.
unsafe extern "C" {
    fn sonicCreateStream(rate: c_int, channels: c_int) -> *mut c_void;
    fn sonicSetSpeed(stream: *mut c_void, speed: c_float);
    fn sonicWriteShortToStream(stream: *mut c_void, samples: *const c_short, count: c_int) -> c_int;
    fn sonicReadShortFromStream(stream: *mut c_void, samples: *mut c_short, count: c_int) -> c_int;
    fn sonicFlushStream(stream: *mut c_void) -> c_int;
    fn sonicDestroyStream(stream: *mut c_void);
}
