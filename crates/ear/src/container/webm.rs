//! WebM with Opus in it, as it is streamed live.
//!
//! Sources: RFC 9559 (Matroska) and the WebM container guidelines for what may be in it. Beyond what a player needs, it
//! checks that no message ends within an element, that clusters know their length, and that blocks say the time at which
//! their packets begin.

use speech::{ContainerId, OutputForm};

use super::ebml::{Element, children, float, number, take};
use super::ogg::opus_head;
use super::{Coded, ContainerEar, Ending, Sizes, Unframed};
use crate::codec::opus_len;
use crate::hear::Wrong;

pub(super) const EAR: ContainerEar = ContainerEar {
    id: ContainerId::WEBM,
    sizes: Sizes::PerMessage,
    unframe: |form, _, messages| Reader::default().read(form, messages),
};

mod id {
    pub(super) const HEAD: u32 = 0x1A45_DFA3;
    pub(super) const SEGMENT: u32 = 0x1853_8067;
    pub(super) const INFO: u32 = 0x1549_A966;
    pub(super) const TIMESTAMP_SCALE: u32 = 0x2AD7B1;
    pub(super) const DURATION: u32 = 0x4489;
    pub(super) const TRACKS: u32 = 0x1654_AE6B;
    pub(super) const TRACK: u32 = 0xAE;
    pub(super) const CODEC: u32 = 0x86;
    pub(super) const CODEC_PRIVATE: u32 = 0x63A2;
    pub(super) const CODEC_DELAY: u32 = 0x56AA;
    pub(super) const AUDIO: u32 = 0xE1;
    pub(super) const CHANNELS: u32 = 0x9F;
    pub(super) const SAMPLING_FREQUENCY: u32 = 0xB5;
    pub(super) const CLUSTER: u32 = 0x1F43_B675;
    pub(super) const TIMESTAMP: u32 = 0xE7;
    pub(super) const SIMPLE_BLOCK: u32 = 0xA3;
    pub(super) const BLOCK_GROUP: u32 = 0xA0;
    pub(super) const BLOCK: u32 = 0xA1;
    pub(super) const DISCARD_PADDING: u32 = 0x75A2;
}

/// Opus counts in these.
const PER_MS: u64 = 48;
const NS_PER_MS: u64 = 1_000_000;

#[derive(Default)]
struct Reader {
    packets: Vec<Vec<u8>>,
    skip: u64,
    /// Samples in all packets.
    decodable: u64,
    /// How many of them at the end are no sound.
    discarded: u64,
    has_track: bool,
}

impl Reader {
    fn read(mut self, form: &OutputForm, messages: &[Vec<u8>]) -> Result<Unframed, Wrong> {
        for (message, bytes) in messages.iter().enumerate() {
            let mut rest = bytes.as_slice();
            while !rest.is_empty() {
                let element = take(&mut rest).ok_or(Wrong::Cut { message, what: "element" })?;
                self.element(form, element)?;
            }
        }
        let sound = self.decodable.saturating_sub(self.skip + self.discarded);
        let ending = if self.discarded > 0 { Ending::Said } else { Ending::Open };
        Ok(Unframed { coded: Coded::Packets(self.packets), skip: self.skip, sound: Some(sound), ending })
    }

    fn element(&mut self, form: &OutputForm, element: Element<'_>) -> Result<(), Wrong> {
        match (element.id, element.body) {
            (id::SEGMENT, None) | (id::HEAD, Some(_)) => Ok(()),
            (id::INFO, Some(body)) => info(body),
            (id::TRACKS, Some(body)) => self.tracks(form, body),
            (id::CLUSTER, Some(body)) if self.has_track => self.cluster(body),
            (id, body) => {
                let len = body.map_or("no known".to_owned(), |body| body.len().to_string());
                Err(Wrong::invalid(format!("an element {id:X} of {len} bytes is out of place")))
            }
        }
    }

    fn tracks(&mut self, form: &OutputForm, body: &[u8]) -> Result<(), Wrong> {
        let track = child(body, id::TRACK)?;
        let skip = opus_head(form, child(track, id::CODEC_PRIVATE)?)?;
        let delay = number(child(track, id::CODEC_DELAY)?);
        let audio = child(track, id::AUDIO)?;
        let is_right = child(track, id::CODEC)? == b"A_OPUS"
            && number(child(audio, id::CHANNELS)?) == 1
            && float(child(audio, id::SAMPLING_FREQUENCY)?) == Some(48_000.0);
        if !is_right || samples(delay) != skip {
            return Err(Wrong::invalid(format!(
                "a track of {skip} samples before the sound says {delay} ns"
            )));
        }
        (self.skip, self.has_track) = (skip, true);
        Ok(())
    }

    fn cluster(&mut self, body: &[u8]) -> Result<(), Wrong> {
        let start = number(child(body, id::TIMESTAMP)?);
        for element in all(body)? {
            match (element.id, element.body) {
                (id::SIMPLE_BLOCK, Some(block)) => self.block(start, block)?,
                (id::BLOCK_GROUP, Some(group)) => {
                    self.block(start, child(group, id::BLOCK)?)?;
                    if let Ok(padding) = child(group, id::DISCARD_PADDING) {
                        self.discarded = samples(number(padding));
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn block(&mut self, start: u64, block: &[u8]) -> Result<(), Wrong> {
        let (&[track, high, low, _flags], packet) =
            block.split_first_chunk().ok_or(Wrong::invalid("a block without a head"))?;
        let time = start.saturating_add_signed(i64::from(i16::from_be_bytes([high, low])));
        let wanted = self.decodable as f64 / PER_MS as f64;
        if track != 0x81 || self.discarded != 0 || (time as f64 - wanted).abs() > 1.0 {
            return Err(Wrong::invalid(format!("a block says {time} ms where {wanted:.2} have come")));
        }
        self.decodable += opus_len(packet)?;
        self.packets.push(packet.to_vec());
        Ok(())
    }
}

/// Times are in milliseconds, and a live stream has no duration.
fn info(body: &[u8]) -> Result<(), Wrong> {
    let scale = child(body, id::TIMESTAMP_SCALE).map_or(NS_PER_MS, number);
    if scale != NS_PER_MS || child(body, id::DURATION).is_ok() {
        return Err(Wrong::invalid("times are not in milliseconds, or the length is known"));
    }
    Ok(())
}

/// To the nearest sample.
fn samples(ns: u64) -> u64 {
    (ns * PER_MS + NS_PER_MS / 2) / NS_PER_MS
}

fn all(body: &[u8]) -> Result<Vec<Element<'_>>, Wrong> {
    children(body).ok_or_else(|| Wrong::invalid("an element's children do not fill it"))
}

fn child(body: &[u8], id: u32) -> Result<&[u8], Wrong> {
    let found = all(body)?.into_iter().find(|element| element.id == id);
    found.and_then(|element| element.body).ok_or_else(|| Wrong::invalid(format!("no element {id:X}")))
}
