//! The audio of a whole answer, collected while it arises. Read [`AudioFile`] first.
//!
//! Source of what is said of WAV: Microsoft and IBM, *Multimedia Programming Interface and Data Specifications 1.0* (1991) and
//! *New Multimedia Data Types and Data Techniques 3.0* (1994). All numbers are little-endian; a length is that of what follows
//! it.

/// One file.
#[derive(Debug, Default)]
pub(crate) struct AudioFile(Vec<u8>);

impl AudioFile {
    /// Appends what was encoded.
    pub(crate) fn push(&mut self, audio: &[u8]) {
        self.0.extend_from_slice(audio);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How long it is in base64.
    pub(crate) fn answer_bytes(&self) -> usize {
        self.0.len().div_ceil(3) * 4
    }

    /// The file. A WAV header that was written before the length was known gets the right one.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut bytes = self.0;
        if let Some(header) = WavHeader::of(&bytes) {
            header.tell_lengths(&mut bytes);
        }
        bytes
    }
}

/// Where the lengths are in a WAV header.
struct WavHeader {
    /// Of the whole file, the first length there is.
    riff: usize,
    /// In samples; plain PCM has none.
    fact: Option<usize>,
    /// Of the sound, which begins right after it.
    data: usize,
    bytes_per_sample: usize,
}

/// A chunk begins with four letters and its length.
const CHUNK_HEAD: usize = 8;
/// Where the chunks begin: after the letters `RIFF`, a length, and the letters `WAVE`.
const CHUNKS: usize = 12;
/// Where the bytes of a sample of all channels are, in the chunk `fmt`.
const BLOCK_ALIGN: usize = 12;

impl WavHeader {
    fn of(file: &[u8]) -> Option<Self> {
        if !file.starts_with(b"RIFF") {
            return None;
        }
        let mut header = Self { riff: 4, fact: None, data: 0, bytes_per_sample: 1 };
        let mut place = CHUNKS;
        loop {
            let (&head, body) = file.get(place..)?.split_first_chunk::<CHUNK_HEAD>()?;
            let [a, b, c, d, length @ ..] = head;
            match &[a, b, c, d] {
                b"data" => return Some(Self { data: place + 4, ..header }),
                b"fact" => header.fact = Some(place + CHUNK_HEAD),
                b"fmt " => {
                    let block = body.get(BLOCK_ALIGN..)?.first_chunk()?;
                    header.bytes_per_sample = usize::from(u16::from_le_bytes(*block)).max(1);
                }
                _ => {}
            }
            place += CHUNK_HEAD + usize::try_from(u32::from_le_bytes(length)).ok()?;
        }
    }

    fn tell_lengths(&self, file: &mut Vec<u8>) {
        let sound = file.len() - self.data - 4;
        // Chunks end at even places; the byte that this takes is not counted as sound.
        if !sound.is_multiple_of(2) {
            file.push(0);
        }
        let whole = file.len() - self.riff - 4;
        put(file, self.riff, whole);
        put(file, self.data, sound);
        if let Some(fact) = self.fact {
            put(file, fact, sound / self.bytes_per_sample);
        }
    }
}

/// What is too long for WAV's numbers gets the one that stands for no known length.
fn put(file: &mut [u8], at: usize, length: usize) {
    let length = u32::try_from(length).unwrap_or(u32::MAX);
    file[at..at + 4].copy_from_slice(&length.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fmt(tag: u8, bytes_per_sample: u8, extension: &[u8]) -> Vec<u8> {
        let length = 16 + extension.len() as u8;
        let fields = [tag, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, bytes_per_sample, 0, 8 * bytes_per_sample, 0];
        [b"fmt ", &[length, 0, 0, 0], &fields[..], extension].concat()
    }

    fn finished(chunks: &[&[u8]], sound: &[u8]) -> Vec<u8> {
        let mut file = AudioFile::default();
        let head =
            [b"RIFF\xff\xff\xff\xffWAVE", chunks.concat().as_slice(), b"data\xff\xff\xff\xff"].concat();
        file.push(&head);
        file.push(sound);
        file.finish()
    }

    fn number(file: &[u8], at: usize) -> u32 {
        u32::from_le_bytes(*file[at..].first_chunk().unwrap())
    }

    #[test]
    fn a_header_gets_the_right_lengths() {
        let bytes = finished(&[&fmt(1, 2, &[])], &[1, 2, 3, 4, 5, 6]);
        assert_eq!((number(&bytes, 4), number(&bytes, 40)), (42, 6));
        assert_eq!(bytes[44..], [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn a_longer_header_counts_samples_too_and_an_odd_file_is_filled_up() {
        let bytes = finished(&[&fmt(7, 1, &[0, 0]), b"fact\x04\0\0\0\xff\xff\xff\xff"], &[1, 2, 3]);
        assert_eq!((number(&bytes, 4), number(&bytes, 46), number(&bytes, 54)), (54, 3, 3));
        assert_eq!(bytes[58..], [1, 2, 3, 0]);
    }

    #[test]
    fn what_has_no_header_stays_as_it_is() {
        let mut file = AudioFile::default();
        assert!(file.is_empty());
        file.push(b"RIFF");
        assert_eq!(file.answer_bytes(), 8);
        assert_eq!(file.finish(), b"RIFF");
        for broken in
            [&b"RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff"[..], b"RIFF\0\0\0\0WAVEfmt \x02\0\0\0ab"]
        {
            assert_eq!(AudioFile(broken.to_vec()).finish(), broken);
        }
    }
}
