//! Ogg with one stream of Opus. Sources: RFC 3533, section 6; RFC 7845, sections 4 and 5.1.

use super::opus::{played, samples};
use super::{Ending, StreamTime};

/// In a page's flags: it is the first, it is the last.
const FIRST: u8 = 2;
const LAST: u8 = 4;
/// A page's granule position if no packet ends in it.
const NO_GRANULE: u64 = u64::MAX;
/// Of a page, up to its table of segments.
const HEAD: usize = 27;

struct Page<'a> {
    flags: u8,
    granule: u64,
    serial: [u8; 4],
    number: u32,
    /// Length of each segment; a packet ends with the first that is not full.
    table: &'a [u8],
    body: &'a [u8],
}

/// Reads a stream from its first page on.
pub(super) fn time(mut bytes: &[u8]) -> Result<StreamTime, String> {
    let head = page(&mut bytes)?;
    if head.flags != FIRST || !head.body.starts_with(b"OpusHead") {
        return Err("an Ogg stream does not begin with an Opus head".to_owned());
    }
    let pre_skip = head.body.get(10..12).map(|skip| u64::from(u16::from_le_bytes([skip[0], skip[1]])));
    let pre_skip = pre_skip.ok_or("an Opus head ends early")?;
    let tags = page(&mut bytes)?;
    if !tags.body.starts_with(b"OpusTags") {
        return Err("an Opus head is not followed by its tags".to_owned());
    }
    let (mut decoded, mut reached, mut ending) = (0, 0, Ending::Open);
    for expected in 2.. {
        if bytes.is_empty() {
            break;
        }
        let page = page(&mut bytes)?;
        if page.number != expected || page.serial != head.serial || ending == Ending::Said {
            return Err(format!("page {} of an Ogg stream does not follow what is before it", page.number));
        }
        decoded += packets(&page)?;
        ending = if page.flags & LAST != 0 { Ending::Said } else { Ending::Open };
        if page.granule != NO_GRANULE {
            reached = checked(&page, decoded, ending)?;
        }
    }
    Ok(StreamTime { time: played(reached, pre_skip), ending })
}

/// Only the end of a stream may come earlier than its packets do.
fn checked(page: &Page<'_>, decoded: u64, ending: Ending) -> Result<u64, String> {
    let fits = if ending == Ending::Said { page.granule <= decoded } else { page.granule == decoded };
    let differs = || format!("page {} tells of {} samples, not {decoded}", page.number, page.granule);
    fits.then_some(page.granule).ok_or_else(differs)
}

fn page<'a>(bytes: &mut &'a [u8]) -> Result<Page<'a>, String> {
    let broken = || "an Ogg page is broken".to_owned();
    let (head, rest) =
        bytes.split_at_checked(HEAD).filter(|(head, _)| head.starts_with(b"OggS\0")).ok_or_else(broken)?;
    let (table, rest) = rest.split_at_checked(head[26].into()).ok_or_else(broken)?;
    let length = table.iter().map(|length| usize::from(*length)).sum();
    let (body, rest) = rest.split_at_checked(length).ok_or_else(broken)?;
    *bytes = rest;
    let little = |at: usize| <[u8; 4]>::try_from(&head[at..at + 4]).map_err(|_| broken());
    let granule =
        u64::from(u32::from_le_bytes(little(6)?)) | u64::from(u32::from_le_bytes(little(10)?)) << 32;
    Ok(Page {
        flags: head[5],
        granule,
        serial: little(14)?,
        number: u32::from_le_bytes(little(18)?),
        table,
        body,
    })
}

/// Samples of all packets in a page. Ours never go over into the next.
fn packets(page: &Page<'_>) -> Result<u64, String> {
    let (mut sum, mut begin, mut end) = (0, 0, 0);
    for length in page.table {
        end += usize::from(*length);
        if *length < u8::MAX {
            sum += samples(&page.body[begin..end])?;
            begin = end;
        }
    }
    if begin == end { Ok(sum) } else { Err(format!("page {} ends within a packet", page.number)) }
}
