//! Ogg (RFC 3533) with Opus in it (RFC 7845): what each message says is a page of its own.
//!
//! How much a player leaves out at the end says the position of the last page (RFC 7845 §4.4).

use ::ogg::PacketWriter;
use ::ogg::writing::PacketWriteEndInfo as PageEnd;
use speech::{CodecId, ContainerId, SampleCount};

use super::opus_head::{SILENCE, SILENCE_LEN, on_clock, opus_head};
use super::{ContainerCard, Framing, Muxer, Track};
use crate::coded::Coded;

/// The registry line.
pub const OGG: ContainerCard = ContainerCard {
    id: ContainerId::OGG,
    media_type: Some("audio/ogg;codecs=opus"),
    holds: |codec| codec == CodecId::OPUS,
    framing: Framing::Packets { open: |track| Box::new(OggMuxer::open(track)) },
};

/// One Ogg stream.
struct OggMuxer {
    track: Track,
    pages: PacketWriter<'static, Vec<u8>>,
    /// How much all packets so far last, at 48 kHz.
    position: u64,
}

impl OggMuxer {
    fn open(track: Track) -> Self {
        Self { track, pages: PacketWriter::new(Vec::new()), position: 0 }
    }

    /// Writes all packets; the last ends its page, and its position is so much before its end.
    fn write_packets(&mut self, coded: &Coded, end: PageEnd, trimmed: u64) {
        let mut packets = coded.packets();
        while let Some(packet) = packets.next() {
            self.position += on_clock(packet.samples.0, &self.track);
            let bytes = packet.bytes.to_vec();
            if packets.len() == 0 {
                self.write(bytes, end, self.position.saturating_sub(trimmed));
            } else {
                self.write(bytes, PageEnd::NormalPacket, self.position);
            }
        }
    }

    /// Ends a stream that has no packet left to end with: there is one more, of silence, all of which is to be left out.
    /// RFC 7845 §4.4 would rather have some of it stay; the players that were tried (ADR 14) take it, and one sample of
    /// silence more would be one too many. In a stream of nothing else it makes up what they skip at the beginning.
    fn write_end(&mut self) {
        let skipped = on_clock(self.track.delay.0, &self.track);
        let position = if self.position == 0 { skipped.min(SILENCE_LEN) } else { self.position };
        self.write(SILENCE.to_vec(), PageEnd::EndStream, position);
    }

    fn write(&mut self, packet: Vec<u8>, end: PageEnd, position: u64) {
        // Players take a stream with the serial number of the one before it for more of the same.
        let serial = self.track.number;
        self.pages.write_packet(packet, serial, end, position).expect("a vector takes all that is written");
    }
}

impl Muxer for OggMuxer {
    fn head(&mut self, out: &mut Vec<u8>) {
        self.write(opus_head(&self.track), PageEnd::EndPage, 0);
        self.write(opus_tags(), PageEnd::EndPage, 0);
        out.append(self.pages.inner_mut());
    }

    fn message(&mut self, coded: &Coded, out: &mut Vec<u8>) {
        self.write_packets(coded, PageEnd::EndPage, 0);
        out.append(self.pages.inner_mut());
    }

    fn end(&mut self, coded: &Coded, padding: SampleCount, out: &mut Vec<u8>) {
        if coded.is_empty() {
            self.write_end();
        } else {
            self.write_packets(coded, PageEnd::EndStream, on_clock(padding.0, &self.track));
        }
        out.append(self.pages.inner_mut());
    }
}

/// The comment header of RFC 7845 §5.2: who wrote it, and no comments. Without a version, so that bytes stay the same.
fn opus_tags() -> Vec<u8> {
    let vendor = b"Syrinx";
    let (vendor_len, comments) = (vendor.len() as u32, 0u32);
    let mut out = Vec::with_capacity(22);
    out.extend_from_slice(b"OpusTags");
    out.extend_from_slice(&vendor_len.to_le_bytes());
    out.extend_from_slice(vendor);
    out.extend_from_slice(&comments.to_le_bytes());
    out
}
