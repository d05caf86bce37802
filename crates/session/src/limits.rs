//! Every bound in one struct. All are configurable; none is ever "as much as there is".

use std::time::Duration;

use speech::AudioTime;

/// How much of everything there may be. The defaults are the generous column.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    /// Connections at one time, over all protocols.
    pub connections: usize,
    /// Live contexts of one connection.
    pub contexts_per_connection: usize,
    /// Bytes of one message from a client.
    pub message_bytes: usize,
    /// Bytes of one HTTP request body.
    pub body_bytes: usize,
    /// Bytes of an HTTP answer that must be whole before it is sent, such as JSON with the audio in it.
    pub answer_bytes: usize,
    /// Characters of text in one message on a socket.
    pub message_characters: usize,
    /// Characters of text in one HTTP synthesis.
    pub request_characters: usize,
    /// Parts of one HTTP synthesis that gives each part a voice of its own; all of them share `request_characters`.
    pub request_parts: usize,
    /// Characters of text in one such part.
    pub part_characters: usize,
    /// Bytes of text that one context may hold unspoken.
    pub unspoken_bytes: usize,
    /// Flushes, clears and updates of one context that wait for their acknowledgement.
    pub pending_acknowledgements: usize,
    /// Characters of a segment.
    pub segment_characters: usize,
    /// Estimated speech of a segment.
    pub segment_speech: Duration,
    /// Sound that a context may have ahead of its socket; at this bound its next segment is not submitted.
    pub unsent_audio: AudioTime,
    /// Sound that all contexts of a connection together may have ahead of its socket; at this bound no segment of any is
    /// submitted.
    pub unsent_audio_per_connection: AudioTime,
    /// Segments of one context that may be with the scheduler at one time.
    pub jobs_per_context: usize,
    /// Segments of all contexts of a connection that may be with the scheduler, or wait there for their turn to be heard.
    pub jobs_per_connection: usize,
    /// Events without sound that may wait for one socket; at this bound no more frames are read from it.
    pub unsent_events: usize,
    /// How long a context remembers which word began when.
    pub heard_memory: AudioTime,
    /// How long text that ends in strong terminal punctuation waits for more.
    pub strong_release_delay: Duration,
    /// How long a silent context keeps the share of the machine that was reserved for it.
    pub reservation_idle: Duration,
    /// The longest predicted wait for first audio at which a start is still accepted.
    pub first_audio_wait: Duration,
    /// How long a socket may take no byte while data waits for it.
    pub socket_stall: Duration,
    /// How long a connection may take to send its first message.
    pub first_message_wait: Duration,
    /// How long a connection may be silent, in both directions, in protocols that have no rule of their own.
    pub idle: Duration,
    /// How long a context may be open without being sent text, counted from its last text or the last of its sound that was
    /// sent, whichever came later, in protocols that have such a rule.
    pub context_idle: Duration,
    /// How long a context may be open, in protocols that have such a rule.
    pub context_life: Duration,
    /// How long a connection may last, in protocols that have such a rule.
    pub connection_life: Duration,
    /// How long the context whose turn it is in a lane may have nothing to say, while another one has, before it steps aside;
    /// and how long it may hold back text that no timer releases, before that is spoken.
    pub lane_patience: Duration,
    /// How often the server pings.
    pub ping_every: Duration,
    /// How long a closing server waits for what was accepted.
    pub drain: Duration,
    /// Jobs that the scheduler holds at one time, over all connections.
    pub queued_jobs: usize,
    /// Child processes with a language each that an engine keeps ready; one takes 5 to 14 MB.
    pub voice_hosts: usize,
    /// Segments that an engine may have begun and not finished at one time; one takes up to 0.4 MB.
    pub open_segments: usize,
    /// Processor time that one segment may take in an engine.
    pub segment_cpu: Duration,
    /// How long a step of an engine may stand still before its segment is given up.
    pub engine_stall: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 10_000,
            contexts_per_connection: 1_000,
            message_bytes: 64 * 1024,
            body_bytes: 256 * 1024,
            answer_bytes: 64 * 1024 * 1024,
            message_characters: 64 * 1024,
            request_characters: 5_000,
            request_parts: 100,
            part_characters: 5_000,
            unspoken_bytes: 1024 * 1024,
            pending_acknowledgements: 1_000,
            segment_characters: 300,
            segment_speech: Duration::from_secs(20),
            unsent_audio: AudioTime::from_millis(30_000),
            unsent_audio_per_connection: AudioTime::from_millis(300_000),
            jobs_per_context: 2,
            jobs_per_connection: 64,
            unsent_events: 4_096,
            heard_memory: AudioTime::from_millis(60_000),
            strong_release_delay: Duration::from_millis(250),
            reservation_idle: Duration::from_secs(10),
            first_audio_wait: Duration::from_secs(3),
            socket_stall: Duration::from_secs(30),
            first_message_wait: Duration::from_secs(10),
            idle: Duration::from_secs(600),
            context_idle: Duration::from_secs(600),
            context_life: Duration::from_secs(24 * 3_600),
            connection_life: Duration::from_secs(24 * 3_600),
            lane_patience: Duration::from_secs(2),
            ping_every: Duration::from_secs(20),
            drain: Duration::from_secs(30),
            queued_jobs: 20_000,
            voice_hosts: 8,
            open_segments: 64,
            segment_cpu: Duration::from_secs(2),
            engine_stall: Duration::from_secs(10),
        }
    }
}
