//! The audio of a whole answer, collected while it arises.

/// Where a RIFF header says how long the file is, and how long its data are; both are 4 bytes, little-endian, and do not
/// count what is before them (Multimedia Programming Interface 1.0, IBM and Microsoft 1991).
const FILE_LENGTH_AT: usize = 4;
const DATA_LENGTH_AT: usize = 40;
/// The length of a header with nothing but a format and data in it.
const HEADER: usize = 44;

/// One file.
#[derive(Debug, Default)]
pub(super) struct AudioFile(Vec<u8>);

impl AudioFile {
    /// Appends what was encoded.
    pub(super) fn push(&mut self, audio: &[u8]) {
        self.0.extend_from_slice(audio);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How long it is in base64.
    pub(super) fn answer_bytes(&self) -> usize {
        self.0.len().div_ceil(3) * 4
    }

    /// The file. A header that was written before the length was known gets the right one.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let length = self.0.len();
        if length >= HEADER && self.0.starts_with(b"RIFF") {
            self.put(FILE_LENGTH_AT, length - FILE_LENGTH_AT - 4);
            self.put(DATA_LENGTH_AT, length - HEADER);
        }
        self.0
    }

    fn put(&mut self, at: usize, length: usize) {
        let length = u32::try_from(length).unwrap_or(u32::MAX);
        self.0[at..at + 4].copy_from_slice(&length.to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_gets_the_right_lengths() {
        let mut file = AudioFile::default();
        let mut header = b"RIFF\xff\xff\xff\xffWAVEfmt ".to_vec();
        header.resize(DATA_LENGTH_AT, 0);
        header.extend([0xff; 4]);
        file.push(&header);
        file.push(&[1, 2, 3, 4, 5, 6]);
        let bytes = file.finish();
        assert_eq!(bytes[FILE_LENGTH_AT..8], 42_u32.to_le_bytes());
        assert_eq!(bytes[DATA_LENGTH_AT..HEADER], 6_u32.to_le_bytes());
        assert_eq!(bytes[HEADER..], [1, 2, 3, 4, 5, 6]);
    }

    #[test]
    fn what_has_no_header_stays_as_it_is() {
        let mut file = AudioFile::default();
        assert!(file.is_empty());
        file.push(b"RIFF");
        assert_eq!(file.answer_bytes(), 8);
        assert_eq!(file.finish(), b"RIFF");
    }
}
