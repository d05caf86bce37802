//! WebM as it is streamed live, with Opus in it: a segment without an end, and each message a cluster of known size.
//!
//! Sources: RFC 9559 for the elements, the WebM container guidelines for which of them there may be, and *MatroskaOpus* of
//! the Xiph wiki for what Opus puts there. Times are those of what is decoded, of which the player takes off `CodecDelay`.

use speech::{CodecId, ContainerId, SampleCount};

use super::ebml::{Id, put, put_endless, put_float, put_int, put_parts, put_uint};
use super::opus_head::{CLOCK_HZ, SILENCE, SILENCE_LEN, on_clock, opus_head};
use super::{ContainerCard, Framing, Muxer, Track};
use crate::coded::{Coded, Packet};

/// The registry line.
pub const WEBM: ContainerCard = ContainerCard {
    id: ContainerId::WEBM,
    media_type: Some("audio/webm;codecs=opus"),
    holds: |codec| codec == CodecId::OPUS,
    framing: Framing::Packets { open: |track| Box::new(WebmMuxer::open(track)) },
};

/// How long before a place a player should begin to decode, in ns; what Opus asks for.
const SEEK_PRE_ROLL_NS: u64 = 80_000_000;
/// A block's time is 16 signed bits of ms since its cluster's; a message that lasts longer than this has several.
const MAX_CLUSTER_MS: u64 = 30_000;
/// The number of the only track, as a number and as blocks write it.
const TRACK: u64 = 1;
const TRACK_OF_BLOCK: u8 = 0x81;
/// What a `SimpleBlock` says of itself: it can be decoded without others.
const KEYFRAME: u8 = 0x80;

/// One WebM stream.
struct WebmMuxer {
    track: Track,
    /// How much all packets so far last, at 48 kHz.
    position: u64,
}

/// The cluster being written.
struct Cluster {
    begin_ms: u64,
    content: Vec<u8>,
}

impl WebmMuxer {
    fn open(track: Track) -> Self {
        Self { track, position: 0 }
    }

    /// Writes all packets, of which the last lasts `trimmed` longer than its sound, at 48 kHz.
    fn write_packets(&mut self, coded: &Coded, trimmed: u64, out: &mut Vec<u8>) {
        let mut packets = coded.packets();
        let mut cluster = Cluster::at(self.now_ms());
        while let Some(packet) = packets.next() {
            let now_ms = self.now_ms();
            if now_ms - cluster.begin_ms > MAX_CLUSTER_MS {
                std::mem::replace(&mut cluster, Cluster::at(now_ms)).write(out);
            }
            if packets.len() == 0 && trimmed > 0 {
                cluster.put_trimmed(now_ms, packet, trimmed);
            } else {
                cluster.put(now_ms, packet);
            }
            self.position += on_clock(packet.samples.0, &self.track);
        }
        cluster.write(out);
    }

    /// Writes a stream without sound, which has to have a cluster all the same, and a packet in it: players do not come to
    /// the end of nothing. It is silence that they leave out whole.
    fn write_nothing(out: &mut Vec<u8>) {
        let silence = Packet { bytes: &SILENCE, samples: SampleCount::ZERO };
        let mut cluster = Cluster::at(0);
        cluster.put_trimmed(0, silence, SILENCE_LEN);
        cluster.write(out);
    }

    /// Where the next packet begins. Packets of Opus are whole milliseconds long, so that nothing is rounded.
    fn now_ms(&self) -> u64 {
        self.position * 1_000 / CLOCK_HZ
    }
}

impl Muxer for WebmMuxer {
    fn head(&mut self, out: &mut Vec<u8>) {
        put_head(&self.track, out);
    }

    fn message(&mut self, coded: &Coded, out: &mut Vec<u8>) {
        self.write_packets(coded, 0, out);
    }

    fn end(&mut self, coded: &Coded, padding: SampleCount, out: &mut Vec<u8>) {
        if !coded.is_empty() {
            self.write_packets(coded, on_clock(padding.0, &self.track), out);
        } else if self.position == 0 {
            Self::write_nothing(out);
        }
    }
}

impl Cluster {
    fn at(begin_ms: u64) -> Self {
        let mut content = Vec::with_capacity(256);
        put_uint(id::TIMESTAMP, begin_ms, &mut content);
        Self { begin_ms, content }
    }

    fn put(&mut self, at_ms: u64, packet: Packet<'_>) {
        let head = self.block_head(at_ms, KEYFRAME);
        put_parts(id::SIMPLE_BLOCK, [&head, packet.bytes], &mut self.content);
    }

    /// A packet of which the last `trimmed` samples, at 48 kHz, are to be left out.
    fn put_trimmed(&mut self, at_ms: u64, packet: Packet<'_>, trimmed: u64) {
        let nanoseconds = (trimmed * 1_000_000_000 + CLOCK_HZ / 2) / CLOCK_HZ;
        let mut group = Vec::with_capacity(packet.bytes.len() + 32);
        put_parts(id::BLOCK, [&self.block_head(at_ms, 0), packet.bytes], &mut group);
        put_int(id::DISCARD_PADDING, u32::try_from(nanoseconds).unwrap_or(u32::MAX), &mut group);
        put(id::BLOCK_GROUP, &group, &mut self.content);
    }

    fn block_head(&self, at_ms: u64, flags: u8) -> [u8; 4] {
        let [high, low] = i16::try_from(at_ms - self.begin_ms).unwrap_or(i16::MAX).to_be_bytes();
        [TRACK_OF_BLOCK, high, low, flags]
    }

    fn write(self, out: &mut Vec<u8>) {
        put(id::CLUSTER, &self.content, out);
    }
}

/// All that comes before the first cluster. Nothing of it is random or a date, so that bytes stay the same.
fn put_head(track: &Track, out: &mut Vec<u8>) {
    put(id::EBML, &ebml(), out);
    put_endless(id::SEGMENT, out);
    put(id::INFO, &info(), out);
    let mut tracks = Vec::new();
    put(id::TRACK_ENTRY, &track_entry(track), &mut tracks);
    put(id::TRACKS, &tracks, out);
}

fn ebml() -> Vec<u8> {
    let mut out = Vec::new();
    put_uint(id::EBML_VERSION, 1, &mut out);
    put_uint(id::EBML_READ_VERSION, 1, &mut out);
    put_uint(id::EBML_MAX_ID_LENGTH, 4, &mut out);
    put_uint(id::EBML_MAX_SIZE_LENGTH, 8, &mut out);
    put(id::DOC_TYPE, b"webm", &mut out);
    // `CodecDelay`, `SeekPreRoll` and `DiscardPadding` are of version 4; who knows version 2 can read the rest.
    put_uint(id::DOC_TYPE_VERSION, 4, &mut out);
    put_uint(id::DOC_TYPE_READ_VERSION, 2, &mut out);
    out
}

fn info() -> Vec<u8> {
    let nanoseconds_in_a_millisecond = 1_000_000;
    let mut out = Vec::new();
    put_uint(id::TIMESTAMP_SCALE, nanoseconds_in_a_millisecond, &mut out);
    put(id::MUXING_APP, b"Syrinx", &mut out);
    put(id::WRITING_APP, b"Syrinx", &mut out);
    out
}

fn track_entry(track: &Track) -> Vec<u8> {
    let (audio_track, no_lacing, one_channel) = (2, 0, 1);
    let delay_ns = on_clock(track.delay.0, track) * 1_000_000_000 / CLOCK_HZ;
    let mut audio = Vec::new();
    // What comes out of a decoder, whatever went in.
    put_float(id::SAMPLING_FREQUENCY, CLOCK_HZ as f64, &mut audio);
    put_uint(id::CHANNELS, one_channel, &mut audio);

    let mut out = Vec::new();
    put_uint(id::TRACK_NUMBER, TRACK, &mut out);
    put_uint(id::TRACK_UID, TRACK, &mut out);
    put_uint(id::TRACK_TYPE, audio_track, &mut out);
    put_uint(id::FLAG_LACING, no_lacing, &mut out);
    // Without it, it would mean English.
    put(id::LANGUAGE, b"und", &mut out);
    put(id::CODEC_ID, b"A_OPUS", &mut out);
    put(id::CODEC_PRIVATE, &opus_head(track), &mut out);
    put_uint(id::CODEC_DELAY, delay_ns, &mut out);
    put_uint(id::SEEK_PRE_ROLL, SEEK_PRE_ROLL_NS, &mut out);
    put(id::AUDIO, &audio, &mut out);
    out
}

/// The elements of RFC 8794 and RFC 9559 that we write.
mod id {
    use super::Id;

    pub(super) const EBML: Id = Id(0x1A45_DFA3);
    pub(super) const EBML_VERSION: Id = Id(0x4286);
    pub(super) const EBML_READ_VERSION: Id = Id(0x42F7);
    pub(super) const EBML_MAX_ID_LENGTH: Id = Id(0x42F2);
    pub(super) const EBML_MAX_SIZE_LENGTH: Id = Id(0x42F3);
    pub(super) const DOC_TYPE: Id = Id(0x4282);
    pub(super) const DOC_TYPE_VERSION: Id = Id(0x4287);
    pub(super) const DOC_TYPE_READ_VERSION: Id = Id(0x4285);
    pub(super) const SEGMENT: Id = Id(0x1853_8067);
    pub(super) const INFO: Id = Id(0x1549_A966);
    pub(super) const TIMESTAMP_SCALE: Id = Id(0x2A_D7B1);
    pub(super) const MUXING_APP: Id = Id(0x4D80);
    pub(super) const WRITING_APP: Id = Id(0x5741);
    pub(super) const TRACKS: Id = Id(0x1654_AE6B);
    pub(super) const TRACK_ENTRY: Id = Id(0xAE);
    pub(super) const TRACK_NUMBER: Id = Id(0xD7);
    pub(super) const TRACK_UID: Id = Id(0x73C5);
    pub(super) const TRACK_TYPE: Id = Id(0x83);
    pub(super) const FLAG_LACING: Id = Id(0x9C);
    pub(super) const LANGUAGE: Id = Id(0x22_B59C);
    pub(super) const CODEC_ID: Id = Id(0x86);
    pub(super) const CODEC_PRIVATE: Id = Id(0x63A2);
    pub(super) const CODEC_DELAY: Id = Id(0x56AA);
    pub(super) const SEEK_PRE_ROLL: Id = Id(0x56BB);
    pub(super) const AUDIO: Id = Id(0xE1);
    pub(super) const SAMPLING_FREQUENCY: Id = Id(0xB5);
    pub(super) const CHANNELS: Id = Id(0x9F);
    pub(super) const CLUSTER: Id = Id(0x1F43_B675);
    pub(super) const TIMESTAMP: Id = Id(0xE7);
    pub(super) const SIMPLE_BLOCK: Id = Id(0xA3);
    pub(super) const BLOCK_GROUP: Id = Id(0xA0);
    pub(super) const BLOCK: Id = Id(0xA1);
    pub(super) const DISCARD_PADDING: Id = Id(0x75A2);
}
