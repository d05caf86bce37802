//! What an encoder has said and no message has carried yet.

use speech::SampleCount;

/// Coded bytes in a row and, for codecs of packets, where each packet ends.
///
/// Codecs whose bytes can be cut anywhere, or tell by themselves where they can be, append to [`bytes`](Self::bytes) and
/// mark no packets.
#[derive(Debug, Default)]
pub struct Coded {
    /// The bytes, of all packets if there are packets.
    pub bytes: Vec<u8>,
    packets: Vec<Extent>,
}

/// One packet's share of the bytes and of the time.
#[derive(Debug, Clone, Copy)]
struct Extent {
    end: usize,
    samples: SampleCount,
}

/// One packet, as a container is handed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Packet<'a> {
    /// What is in it.
    pub bytes: &'a [u8],
    /// How many samples a decoder makes of it, at the coding rate.
    pub samples: SampleCount,
}

impl Coded {
    /// Ends a packet: all bytes since the last one, of which a decoder makes so many samples.
    pub fn end_packet(&mut self, samples: SampleCount) {
        debug_assert!(
            self.packets.last().is_none_or(|last| last.end < self.bytes.len()),
            "a packet has bytes"
        );
        self.packets.push(Extent { end: self.bytes.len(), samples });
    }

    /// The packets, in order.
    pub fn packets(&self) -> impl ExactSizeIterator<Item = Packet<'_>> {
        let mut begin = 0;
        self.packets.iter().map(move |&Extent { end, samples }| {
            let bytes = &self.bytes[begin..end];
            begin = end;
            Packet { bytes, samples }
        })
    }

    /// Whether nothing has been said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Forgets everything and keeps the room.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
        self.packets.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_are_what_was_said_between_their_ends() {
        let mut coded = Coded::default();
        assert!(coded.is_empty());
        for (bytes, samples) in [(&b"ab"[..], 480), (b"c", 960)] {
            coded.bytes.extend_from_slice(bytes);
            coded.end_packet(SampleCount(samples));
        }
        let packets: Vec<_> = coded.packets().map(|packet| (packet.bytes, packet.samples.0)).collect();
        assert_eq!(packets, [(&b"ab"[..], 480), (b"c", 960)]);
        coded.clear();
        assert_eq!((coded.is_empty(), coded.packets().len()), (true, 0));
    }
}
