//! Ogg and WebM byte by byte: what each message is, and what a stream's head and end say.
#![cfg(feature = "opus")]

mod sound;

use std::io::Cursor;

use audio::AudioStream;
use ogg::PacketReader;
use sound::{Told, chunk, form, speech_like};
use speech::{CodecId, ContainerId, OutputForm};

const HZ: u32 = 24_000;

fn open(container: ContainerId) -> AudioStream {
    AudioStream::open(form(CodecId::OPUS, container, HZ)).expect("a form that is on offer")
}

/// The messages of a stream that is pushed these lengths, settles after some, and ends.
fn messages(container: ContainerId, lengths: &[usize], settle_after: &[usize]) -> Vec<Vec<u8>> {
    let mut stream = open(container);
    let mut messages = Vec::new();
    for (index, &len) in lengths.iter().enumerate() {
        stream.push(&chunk(HZ, &speech_like(HZ, len)));
        if settle_after.contains(&index) {
            stream.settle();
        }
        let mut message = Vec::new();
        stream.message(&mut message);
        messages.push(message);
    }
    let mut end = Vec::new();
    stream.finish_into(&mut end);
    messages.push(end);
    messages
}

/// One Ogg page.
#[derive(Debug, PartialEq)]
struct Page {
    flags: u8,
    position: u64,
    serial: u32,
    number: u32,
    segments: usize,
}

const FIRST: u8 = 2;
const LAST: u8 = 4;

fn pages(mut ogg: &[u8]) -> Vec<Page> {
    let mut pages = Vec::new();
    while !ogg.is_empty() {
        assert_eq!(&ogg[..5], b"OggS\0");
        let four = |at: usize| u32::from_le_bytes(ogg[at..at + 4].try_into().expect("four bytes"));
        let segments = usize::from(ogg[26]);
        let body: usize = ogg[27..27 + segments].iter().map(|&len| usize::from(len)).sum();
        let position = u64::from_le_bytes(ogg[6..14].try_into().expect("eight bytes"));
        pages.push(Page { flags: ogg[5], position, serial: four(14), number: four(18), segments });
        ogg = &ogg[27 + segments + body..];
    }
    pages
}

/// All packets; the reader checks the sums of the pages.
fn packets(ogg: &[u8]) -> Vec<ogg::Packet> {
    let mut reader = PacketReader::new(Cursor::new(ogg));
    std::iter::from_fn(|| reader.read_packet().expect("whole pages")).collect()
}

#[test]
fn each_message_is_a_page_and_the_first_brings_the_head() {
    let messages = messages(ContainerId::OGG, &[480, 4_800, 4_800], &[]);
    let counts: Vec<_> = messages.iter().map(|message| pages(message).len()).collect();
    assert_eq!(counts, [3, 1, 1, 1]);
    let whole = pages(&messages.concat());
    // 10 ms; then 200 less what is not a whole frame yet; each at 48 kHz.
    let positions: Vec<_> = whole.iter().map(|page| page.position).collect();
    assert_eq!(positions, [0, 0, 480, 10_080, 19_680, 336 + 2 * 10_080]);
    let flags: Vec<_> = whole.iter().map(|page| page.flags).collect();
    assert_eq!(flags, [FIRST, 0, 0, 0, 0, LAST]);
    assert!(whole.iter().enumerate().all(|(index, page)| page.number as usize == index && page.serial == 1));
}

#[test]
fn an_ogg_head_says_rate_delay_and_who_wrote_it() {
    let packets = packets(&messages(ContainerId::OGG, &[480], &[]).concat());
    assert_eq!(packets[0].data, b"OpusHead\x01\x01\x50\x01\xC0\x5D\0\0\0\0\0");
    assert_eq!(packets[1].data, b"OpusTags\x06\0\0\0Syrinx\0\0\0\0");
}

#[test]
fn an_ogg_stream_that_ends_after_a_settle_says_so_with_silence_that_is_left_out() {
    let messages = messages(ContainerId::OGG, &[480], &[0]);
    let said = pages(&messages[0]);
    let end = pages(&messages[1]);
    assert_eq!((end.len(), end[0].flags, end[0].segments), (1, LAST, 1));
    assert_eq!(end[0].position, said[2].position);
    assert_eq!(packets(&messages.concat()).last().unwrap().data.len(), 3);
}

#[test]
fn a_message_of_more_than_a_page_holds_is_several() {
    let mut stream = AudioStream::open(OutputForm {
        bit_rate: Some(510_000),
        ..form(CodecId::OPUS, ContainerId::OGG, HZ)
    })
    .unwrap();
    let mut out = Vec::new();
    stream.push(&chunk(HZ, &speech_like(HZ, 5 * HZ as usize)));
    stream.finish_into(&mut out);
    let (pages, packets) = (pages(&out), packets(&out));
    assert!(pages.len() > 4 && pages[2].segments == 255);
    assert_eq!(
        (pages.last().unwrap().flags & LAST, pages.last().unwrap().position),
        (LAST, 336 + 5 * 48_000)
    );
    assert_eq!(packets.len(), 2 + 1 + 250);
    assert!(pages.iter().all(|page| page.position % 480 == 0 || page.flags & LAST != 0));
    assert!(pages.is_sorted_by_key(|page| page.position), "a page that ends packets says where they end");
}

/// One EBML element.
struct Element<'a> {
    id: u32,
    content: &'a [u8],
}

const EBML: u32 = 0x1A45_DFA3;
const SEGMENT: u32 = 0x1853_8067;
const INFO: u32 = 0x1549_A966;
const TRACKS: u32 = 0x1654_AE6B;
const CLUSTER: u32 = 0x1F43_B675;
const TIMESTAMP: u32 = 0xE7;
const SIMPLE_BLOCK: u32 = 0xA3;
const BLOCK_GROUP: u32 = 0xA0;
const DISCARD_PADDING: u32 = 0x75A2;

/// All elements on one level; one of unknown size is opened, and what is in it follows.
fn elements(mut bytes: &[u8]) -> Vec<Element<'_>> {
    let mut elements = Vec::new();
    while !bytes.is_empty() {
        let (id, rest) = number(bytes, 0);
        let marker = rest[0].leading_zeros();
        let (len, rest) = number(rest, 0xFF80 >> marker);
        let len = if id == u64::from(SEGMENT) { 0 } else { len as usize };
        let (content, rest) = rest.split_at(len);
        elements.push(Element { id: id as u32, content });
        bytes = rest;
    }
    elements
}

/// A number of variable length, without the bits of `mask` in its first byte.
fn number(bytes: &[u8], mask: u32) -> (u64, &[u8]) {
    let len = bytes[0].leading_zeros() as usize + 1;
    let first = u64::from(bytes[0]) & !u64::from(mask & 0xFF);
    let value = bytes[1..len].iter().fold(first, |value, &byte| value << 8 | u64::from(byte));
    (value, &bytes[len..])
}

fn ids(bytes: &[u8]) -> Vec<u32> {
    elements(bytes).iter().map(|element| element.id).collect()
}

fn uint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |value, &byte| value << 8 | u64::from(byte))
}

/// The time of each block in ms, by cluster.
fn block_times(webm: &[u8]) -> Vec<Vec<u64>> {
    let clusters = elements(webm).into_iter().filter(|element| element.id == CLUSTER);
    clusters
        .map(|cluster| {
            let inner = elements(cluster.content);
            assert_eq!(inner[0].id, TIMESTAMP);
            let begin = uint(inner[0].content);
            let blocks = inner[1..].iter().map(|element| match element.id {
                BLOCK_GROUP => elements(element.content)[0].content,
                _ => element.content,
            });
            blocks.map(|block| begin + uint(&block[1..3])).collect()
        })
        .collect()
}

#[test]
fn each_message_is_a_cluster_and_the_first_brings_the_head() {
    let messages = messages(ContainerId::WEBM, &[480, 4_800, 4_800], &[]);
    assert_eq!(ids(&messages[0]), [EBML, SEGMENT, INFO, TRACKS, CLUSTER]);
    assert!(messages[1..].iter().all(|message| ids(message) == [CLUSTER]));
    let times = block_times(&messages.concat());
    assert_eq!(times[0], [0]);
    assert_eq!(times[1][..3], [10, 30, 50]);
    let all = times.concat();
    assert!(all[1..].windows(2).all(|pair| pair[1] == pair[0] + 20));
}

#[test]
fn the_last_block_says_what_is_to_be_left_out() {
    let messages = messages(ContainerId::WEBM, &[4_801], &[]);
    let end = elements(&messages[1]);
    let blocks = elements(end[0].content);
    let last = blocks.last().unwrap();
    assert_eq!(last.id, BLOCK_GROUP);
    let group = elements(last.content);
    assert_eq!(group[1].id, DISCARD_PADDING);
    // Whole frames of 10 ms, of which the player leaves out 7 ms at the beginning.
    let decoded = (4_801 + 168u64).next_multiple_of(240);
    let padding = decoded - 168 - 4_801;
    assert_eq!(uint(group[1].content), (padding as f64 / 24_000.0 * 1e9).round() as u64);
}

#[test]
fn webm_that_ends_after_a_settle_needs_no_end() {
    let messages = messages(ContainerId::WEBM, &[480], &[0]);
    assert!(messages[1].is_empty());
    assert!(elements(elements(&messages[0])[4].content)[1..].iter().all(|block| block.id == SIMPLE_BLOCK));
}

#[test]
fn a_message_longer_than_a_cluster_can_be_is_several() {
    let messages = messages(ContainerId::WEBM, &[70 * HZ as usize], &[0]);
    let times = block_times(&messages[0]);
    assert_eq!(times.len(), 3);
    assert_eq!(times[1][0], 30_010);
    assert_eq!(times.concat().len(), 1 + 70 * 50);
}

#[test]
fn a_stream_without_sound_is_a_head_and_an_end() {
    let ogg = messages(ContainerId::OGG, &[], &[]).concat();
    let pages = pages(&ogg);
    assert_eq!((pages.len(), pages[2].flags, pages[2].position), (3, LAST, 336));
    let webm = messages(ContainerId::WEBM, &[], &[]).concat();
    assert_eq!(ids(&webm), [EBML, SEGMENT, INFO, TRACKS, CLUSTER]);
    assert_eq!(block_times(&webm), [[0]]);
}
