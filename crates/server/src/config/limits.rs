//! One line for each field of [`Limits`]: its name, what it bounds, and how it is written.

use session::Limits;
use speech::AudioTime;

use super::values::{count, duration, show_duration};

/// One field of [`Limits`].
pub(super) struct Bound {
    /// The field's name, which is also the last part of its settings' names.
    pub(super) name: &'static str,
    /// What it bounds.
    pub(super) about: &'static str,
    /// Takes a value in its written form, or says what the form should be.
    pub(super) set: fn(&mut Limits, &str) -> Result<(), String>,
    /// The value in its written form.
    pub(super) show: fn(&Limits) -> String,
    /// Copies it from the first to the second.
    pub(super) copy: fn(&Limits, &mut Limits),
    /// Makes it in the second no larger than in the first.
    pub(super) cap: fn(&Limits, &mut Limits),
    /// Whether both have it alike.
    pub(super) same: fn(&Limits, &Limits) -> bool,
}

/// Makes the table, and a function that stops compiling when a field of [`Limits`] has no line in it.
macro_rules! limits {
    ($($name:ident: $kind:ident, $about:literal;)*) => {
        /// Every bound.
        pub(super) const BOUNDS: &[Bound] = &[$(
            Bound {
                name: stringify!($name),
                about: $about,
                set: |limits, value| $kind::parse(value).map(|value| limits.$name = value),
                show: |limits| $kind::show(&limits.$name),
                copy: |from, to| to.$name = from.$name,
                cap: |most, to| to.$name = to.$name.min(most.$name),
                same: |one, other| one.$name == other.$name,
            },
        )*];

        #[expect(dead_code, reason = "only its pattern matters: it must name every field")]
        fn every_field_has_a_line(limits: &Limits) {
            let Limits { $($name: _,)* } = limits;
        }
    };
}

mod number {
    pub(super) fn parse(value: &str) -> Result<usize, String> {
        super::count(value)
    }
    pub(super) fn show(value: &usize) -> String {
        value.to_string()
    }
}

mod time {
    use std::time::Duration;

    pub(super) fn parse(value: &str) -> Result<Duration, String> {
        super::duration(value)
    }
    pub(super) fn show(value: &Duration) -> String {
        super::show_duration(*value)
    }
}

mod audio {
    use super::AudioTime;

    pub(super) fn parse(value: &str) -> Result<AudioTime, String> {
        Ok(AudioTime::from_millis(super::duration(value)?.as_millis() as u64))
    }
    pub(super) fn show(value: &AudioTime) -> String {
        super::show_duration(value.as_duration())
    }
}

limits! {
    connections: number, "connections at one time, over all protocols";
    contexts_per_connection: number, "live contexts of one connection";
    message_bytes: number, "bytes of one message from a client";
    body_bytes: number, "bytes of one HTTP request body";
    answer_bytes: number, "bytes of an HTTP answer that must be whole before it is sent";
    message_characters: number, "characters of text in one message on a socket";
    request_characters: number, "characters of text in one HTTP synthesis";
    request_parts: number, "parts of one HTTP synthesis that gives each a voice of its own";
    part_characters: number, "characters of text in one such part";
    unspoken_bytes: number, "bytes of text that one context may hold unspoken";
    pending_acknowledgements: number, "flushes, clears and updates of one context that wait";
    segment_characters: number, "characters of a segment";
    segment_speech: time, "estimated speech of a segment";
    unsent_audio: audio, "sound that a context may have ahead of its socket";
    unsent_audio_per_connection: audio, "the same for all contexts of a connection together";
    jobs_per_connection: number, "segments of a connection that may be with the scheduler";
    jobs_per_context: number, "segments of one context that may be with the scheduler";
    unsent_events: number, "events without sound that may wait for one socket";
    heard_memory: audio, "how long a context remembers which word began when";
    strong_release_delay: time, "how long text that ends like a sentence waits for more";
    reservation_idle: time, "how long a silent context keeps its share of the machine";
    first_audio_wait: time, "the longest predicted wait for first audio that is accepted";
    socket_stall: time, "how long a socket may take no byte while data waits";
    first_message_wait: time, "how long a connection may take to send its first message";
    idle: time, "how long a connection may be silent";
    context_idle: time, "how long a context may be open without text, in protocols with such a rule";
    context_life: time, "how long a context may be open, in protocols with such a rule";
    connection_life: time, "how long a connection may last, in protocols with such a rule";
    lane_patience: time, "how long the first of a lane may have nothing to say before the next may speak";
    ping_every: time, "how often the server pings";
    drain: time, "how long a closing server waits for what was accepted";
    queued_jobs: number, "jobs that wait for a worker, over all connections";
    voice_hosts: number, "languages that an engine keeps ready, one child process each";
    open_segments: number, "segments that an engine may have begun and not finished";
    segment_cpu: time, "processor time of one segment";
    engine_stall: time, "how long a step of an engine may stand still";
}
