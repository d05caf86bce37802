//! Ogg with Opus in it.
//!
//! Sources: RFC 3533 (pages), RFC 7845 (Opus in them). Beyond what a player needs, it checks each page's sum and number,
//! that no message ends within a page or packet, and that each page but the last says the very time that its packets last.

use speech::{ContainerId, OutputForm};

use super::{Coded, ContainerEar, Ending, Sizes, Unframed};
use crate::codec::opus_len;
use crate::hear::Wrong;

pub(super) const EAR: ContainerEar = ContainerEar {
    id: ContainerId::OGG,
    sizes: Sizes::PerMessage,
    unframe: |form, _, messages| Reader::default().read(form, messages),
};

/// Fixed part of a page's head.
const HEAD_LEN: usize = 27;
/// Flags of a page.
const CONTINUED: u8 = 1;
const FIRST: u8 = 2;
const LAST: u8 = 4;
/// A packet goes on after a segment of this length.
const FULL_SEGMENT: u8 = 255;

#[derive(Default)]
struct Reader {
    pages: u32,
    serial: u32,
    /// A packet whose end has not come.
    partial: Vec<u8>,
    packets: Vec<Vec<u8>>,
    heads: usize,
    skip: u64,
    /// Samples in all packets that are complete.
    decodable: u64,
    /// What the last page with a packet's end says.
    granule: u64,
    is_over: bool,
}

struct Page<'a> {
    flags: u8,
    granule: u64,
    serial: u32,
    number: u32,
    lacing: &'a [u8],
    body: &'a [u8],
}

impl Reader {
    fn read(mut self, form: &OutputForm, messages: &[Vec<u8>]) -> Result<Unframed, Wrong> {
        for (message, bytes) in messages.iter().enumerate() {
            let mut rest = bytes.as_slice();
            while !rest.is_empty() {
                let page = Page::take(&mut rest).ok_or(Wrong::Cut { message, what: "page" })??;
                self.page(form, &page)?;
            }
            if !self.partial.is_empty() {
                return Err(Wrong::Cut { message, what: "packet" });
            }
        }
        let sound = self.granule.saturating_sub(self.skip);
        let ending = if self.is_over { Ending::Said } else { Ending::Open };
        Ok(Unframed { coded: Coded::Packets(self.packets), skip: self.skip, sound: Some(sound), ending })
    }

    fn page(&mut self, form: &OutputForm, page: &Page<'_>) -> Result<(), Wrong> {
        let is_first = self.pages == 0;
        if is_first {
            self.serial = page.serial;
        }
        let in_order = page.number == self.pages && page.serial == self.serial && !self.is_over;
        let is_begun = (page.flags & FIRST != 0) == is_first;
        let is_torn = (page.flags & CONTINUED == 0) != self.partial.is_empty();
        if !in_order || !is_begun || is_torn {
            return Err(Wrong::invalid(format!("page {} is out of place", page.number)));
        }
        self.pages += 1;
        self.is_over = page.flags & LAST != 0;
        let mut rest = page.body;
        for &len in page.lacing {
            let (segment, left) = rest.split_at(usize::from(len));
            rest = left;
            self.partial.extend_from_slice(segment);
            if len != FULL_SEGMENT {
                let packet = std::mem::take(&mut self.partial);
                self.packet(form, packet)?;
            }
        }
        self.time(page)
    }

    /// The head, the comments, then sound.
    fn packet(&mut self, form: &OutputForm, packet: Vec<u8>) -> Result<(), Wrong> {
        self.heads += 1;
        match self.heads {
            1 => self.skip = opus_head(form, &packet)?,
            2 if packet.starts_with(b"OpusTags") => {}
            2 => return Err(Wrong::invalid("the second packet is not OpusTags")),
            _ => {
                self.decodable += opus_len(&packet)?;
                self.packets.push(packet);
            }
        }
        Ok(())
    }

    fn time(&mut self, page: &Page<'_>) -> Result<(), Wrong> {
        let is_right = match self.is_over {
            // The last one may take back what is no sound.
            true => page.granule <= self.decodable && page.granule >= self.granule,
            false => page.granule == self.decodable,
        };
        self.granule = page.granule;
        let (granule, decodable) = (page.granule, self.decodable);
        let wrong = || Wrong::invalid(format!("a page says {granule} samples and {decodable} have come"));
        is_right.then_some(()).ok_or_else(wrong)
    }
}

/// The first packet: one channel, the form's rate. How many samples are to be left out. Source: RFC 7845, section 5.1.
pub(super) fn opus_head(form: &OutputForm, packet: &[u8]) -> Result<u64, Wrong> {
    let not_a_head = || Wrong::invalid("not an OpusHead of one channel");
    let rest = packet.strip_prefix(b"OpusHead").ok_or_else(not_a_head)?;
    let &[1, 1, skip_low, skip_high, r0, r1, r2, r3, 0, 0, 0] = rest else { return Err(not_a_head()) };
    let rate = u32::from_le_bytes([r0, r1, r2, r3]);
    if rate != form.rate.hz() {
        return Err(Wrong::invalid(format!("the head says {rate} Hz and the form {}", form.rate)));
    }
    Ok(u64::from(u16::from_le_bytes([skip_low, skip_high])))
}

impl<'a> Page<'a> {
    /// `None` if there is not a whole one.
    fn take(rest: &mut &'a [u8]) -> Option<Result<Self, Wrong>> {
        let head: &[u8; HEAD_LEN] = rest.first_chunk()?;
        let lacing = rest.get(HEAD_LEN..)?.get(..usize::from(head[26]))?;
        let body_at = HEAD_LEN + lacing.len();
        let body_len: usize = lacing.iter().copied().map(usize::from).sum();
        let body = rest.get(body_at..)?.get(..body_len)?;
        let (whole, left) = rest.split_at(body_at + body_len);
        *rest = left;
        let u32_at = |place: usize| u32::from_le_bytes([0, 1, 2, 3].map(|n| head[place + n]));
        let granule = u64::from(u32_at(6)) | u64::from(u32_at(10)) << 32;
        if !head.starts_with(b"OggS\0") || sum(whole) != u32_at(22) {
            return Some(Err(Wrong::invalid("a page is damaged")));
        }
        let (serial, number) = (u32_at(14), u32_at(18));
        Some(Ok(Self { flags: head[5], granule, serial, number, lacing, body }))
    }
}

/// The sum of a page, its own place taken as zero.
fn sum(page: &[u8]) -> u32 {
    const POLYNOMIAL: u32 = 0x04C1_1DB7;
    let blanked =
        page.iter().enumerate().map(|(place, &byte)| if (22..26).contains(&place) { 0 } else { byte });
    blanked.fold(0, |sum, byte| {
        (0..8).fold(sum ^ u32::from(byte) << 24, |sum, _| {
            let shifted = sum << 1;
            if sum >> 31 == 1 { shifted ^ POLYNOMIAL } else { shifted }
        })
    })
}
