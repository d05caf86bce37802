//! What passes between the server and the process that speaks one segment: one [`Job`] there, [`Record`]s back.
//!
//! Both ends are the same program, so there is no version and no tolerance: bytes that do not fit are an error. All
//! numbers are little-endian.

use std::io::{self, Read};
use std::ops::Range;

use speech::{Emphasis, Ipa};

/// What is asked of a speaking process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum JobKind {
    /// Audio and times.
    Speak,
    /// The phonemes in IPA, without any audio.
    Phonemes,
}

/// One segment, as the C library is asked for it.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Job {
    pub(crate) kind: JobKind,
    pub(crate) seed: u64,
    pub(crate) words_per_minute: u32,
    /// How long what took a thousand samples shall be after that.
    pub(crate) stretched: u32,
    /// On the library's scale from 0 to 99.
    pub(crate) pitch: u32,
    /// The name of the change of tone; empty for none.
    pub(crate) variant: String,
    pub(crate) text: String,
    /// Stretches of the text that are to sound otherwise, in order and without overlap.
    pub(crate) pronounced: Vec<Pronounced>,
    /// The characters, counted from 0, where numbers begin that the caller wrote in figures; in order.
    pub(crate) figures: Vec<u32>,
    /// Stretches of the text that stand out, in order and without overlap.
    pub(crate) accents: Vec<Accent>,
}

/// How a stretch of the text is to sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pronounced {
    /// Its first character and the one after its last, counted from 0.
    pub(crate) characters: Range<u32>,
    pub(crate) ipa: String,
}

/// A stretch of the text that stands out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Accent {
    /// Its first character and the one after its last, counted from 0.
    pub(crate) characters: Range<u32>,
    pub(crate) level: Emphasis,
}

/// The value of [`Job::stretched`] that changes nothing.
pub(crate) const UNCHANGED: u32 = 1_000;

/// What comes back, in this form: one byte of tag, four of length, the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Record {
    /// A process of its own has this job. Whoever waits for more than this waits for that process and not its host.
    Begun,
    /// Samples, mono.
    Pcm(Vec<i16>),
    /// A word begins: its first character in the text, counted from 0, and the sample.
    Word { character: u32, sample: u32 },
    /// A phoneme begins; one without a name is a pause.
    Phoneme { ipa: Ipa, sample: u32 },
    /// The answer to [`JobKind::Phonemes`].
    Ipa(String),
    /// All is said.
    End,
    /// The library refused, in its own words.
    Refused(String),
    /// The limit of processor time was reached.
    OutOfTime,
}

/// A bound on what one record may hold, so that a broken peer cannot make us allocate at will.
const MAX_RECORD: usize = 1 << 24;
/// The bytes before a record's content.
pub(crate) const HEADER: usize = 5;
/// A whole [`Record::Begun`].
pub(crate) const BEGUN: [u8; HEADER] = [b'B', 0, 0, 0, 0];
/// A whole [`Record::OutOfTime`], for a signal handler that can format nothing.
pub(crate) const OUT_OF_TIME: [u8; HEADER] = [b'T', 0, 0, 0, 0];

impl Job {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(33 + self.variant.len() + self.text.len());
        bytes.push(match self.kind {
            JobKind::Speak => b's',
            JobKind::Phonemes => b'p',
        });
        bytes.extend(self.seed.to_le_bytes());
        bytes.extend(self.words_per_minute.to_le_bytes());
        bytes.extend(self.stretched.to_le_bytes());
        bytes.extend(self.pitch.to_le_bytes());
        for text in [&self.variant, &self.text] {
            bytes.extend((text.len() as u32).to_le_bytes());
            bytes.extend(text.as_bytes());
        }
        bytes.extend((self.pronounced.len() as u32).to_le_bytes());
        for Pronounced { characters, ipa } in &self.pronounced {
            for number in [characters.start, characters.end, ipa.len() as u32] {
                bytes.extend(number.to_le_bytes());
            }
            bytes.extend(ipa.as_bytes());
        }
        bytes.extend((self.figures.len() as u32).to_le_bytes());
        bytes.extend(self.figures.iter().flat_map(|character| character.to_le_bytes()));
        bytes.extend((self.accents.len() as u32).to_le_bytes());
        for Accent { characters, level } in &self.accents {
            bytes.extend(characters.start.to_le_bytes());
            bytes.extend(characters.end.to_le_bytes());
            bytes.push(match level {
                Emphasis::Reduced => b'r',
                Emphasis::Moderate => b'm',
                Emphasis::Strong => b's',
            });
        }
        bytes
    }

    pub(crate) fn read_from(source: &mut impl Read) -> io::Result<Self> {
        let kind = match take::<1>(source)? {
            [b's'] => JobKind::Speak,
            [b'p'] => JobKind::Phonemes,
            _ => return Err(io::ErrorKind::InvalidData.into()),
        };
        let seed = u64::from_le_bytes(take(source)?);
        let words_per_minute = u32::from_le_bytes(take(source)?);
        let stretched = u32::from_le_bytes(take(source)?);
        let pitch = u32::from_le_bytes(take(source)?);
        let variant = take_text(source)?;
        let text = take_text(source)?;
        let count = u32::from_le_bytes(take(source)?);
        let pronounced = (0..count).map(|_| take_pronounced(source)).collect::<io::Result<_>>()?;
        let count = u32::from_le_bytes(take(source)?);
        let figures = (0..count).map(|_| take(source).map(u32::from_le_bytes)).collect::<io::Result<_>>()?;
        let count = u32::from_le_bytes(take(source)?);
        let accents = (0..count).map(|_| take_accent(source)).collect::<io::Result<_>>()?;
        Ok(Self {
            kind,
            seed,
            words_per_minute,
            stretched,
            pitch,
            variant,
            text,
            pronounced,
            figures,
            accents,
        })
    }
}

fn take_pronounced(source: &mut impl Read) -> io::Result<Pronounced> {
    let [start, end] = [take(source)?, take(source)?].map(u32::from_le_bytes);
    Ok(Pronounced { characters: start..end, ipa: take_text(source)? })
}

fn take_accent(source: &mut impl Read) -> io::Result<Accent> {
    let [start, end] = [take(source)?, take(source)?].map(u32::from_le_bytes);
    let level = match take::<1>(source)? {
        [b'r'] => Emphasis::Reduced,
        [b'm'] => Emphasis::Moderate,
        [b's'] => Emphasis::Strong,
        _ => return Err(io::ErrorKind::InvalidData.into()),
    };
    Ok(Accent { characters: start..end, level })
}

fn take_text(source: &mut impl Read) -> io::Result<String> {
    let mut text = vec![0; u32::from_le_bytes(take(source)?) as usize];
    source.read_exact(&mut text)?;
    String::from_utf8(text).map_err(io::Error::other)
}

fn take<const N: usize>(source: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    source.read_exact(&mut bytes)?;
    Ok(bytes)
}

impl Record {
    /// Appends its bytes.
    pub(crate) fn encode(&self, out: &mut Vec<u8>) {
        match self {
            Self::Begun => out.extend(BEGUN),
            Self::Pcm(samples) => encode_pcm(samples, out),
            Self::Word { character, sample } => {
                frame(b'W', &[&character.to_le_bytes(), &sample.to_le_bytes()], out);
            }
            Self::Phoneme { ipa, sample } => frame(b'P', &[&sample.to_le_bytes(), ipa.as_bytes()], out),
            Self::Ipa(ipa) => frame(b'I', &[ipa.as_bytes()], out),
            Self::End => frame(b'E', &[], out),
            Self::Refused(reason) => frame(b'R', &[reason.as_bytes()], out),
            Self::OutOfTime => out.extend(OUT_OF_TIME),
        }
    }

    /// Takes the first record off `bytes`: with its length in them, or `None` if it is not whole yet.
    pub(crate) fn decode(bytes: &[u8]) -> io::Result<Option<(Self, usize)>> {
        let Some((header, rest)) = bytes.split_first_chunk::<HEADER>() else { return Ok(None) };
        let [tag, length @ ..] = *header;
        let length = u32::from_le_bytes(length) as usize;
        if length > MAX_RECORD {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let Some(content) = rest.get(..length) else { return Ok(None) };
        let record = Self::from_content(tag, content).ok_or(io::ErrorKind::InvalidData)?;
        Ok(Some((record, HEADER + length)))
    }

    fn from_content(tag: u8, content: &[u8]) -> Option<Self> {
        let number = |at: usize| Some(u32::from_le_bytes(content.get(at..at + 4)?.try_into().ok()?));
        let text = |from: usize| String::from_utf8(content.get(from..)?.to_vec()).ok();
        Some(match tag {
            b'A' => Self::Pcm(
                content.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect(),
            ),
            b'W' => Self::Word { character: number(0)?, sample: number(4)? },
            b'P' => Self::Phoneme { sample: number(0)?, ipa: str::from_utf8(content.get(4..)?).ok()?.into() },
            b'I' => Self::Ipa(text(0)?),
            b'B' => Self::Begun,
            b'E' => Self::End,
            b'R' => Self::Refused(text(0)?),
            b'T' => Self::OutOfTime,
            _ => return None,
        })
    }
}

/// Appends a [`Record::Pcm`] of these samples.
pub(crate) fn encode_pcm(samples: &[i16], out: &mut Vec<u8>) {
    out.push(b'A');
    out.extend((samples.len() as u32 * 2).to_le_bytes());
    out.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
}

fn frame(tag: u8, parts: &[&[u8]], out: &mut Vec<u8>) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    out.push(tag);
    out.extend((length as u32).to_le_bytes());
    parts.iter().for_each(|part| out.extend_from_slice(part));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_survives_the_way() {
        let job = Job {
            kind: JobKind::Speak,
            seed: 7,
            words_per_minute: 80,
            stretched: 1_829,
            pitch: 50,
            variant: "f3".into(),
            text: "Grüße".into(),
            pronounced: vec![Pronounced { characters: 0..5, ipa: "ɡʁyːsə".into() }],
            figures: vec![0, 70_000],
            accents: vec![Accent { characters: 1..5, level: Emphasis::Strong }],
        };
        let mut bytes = job.encode();
        assert!(Job::read_from(&mut bytes.as_slice()).is_ok_and(|read| read == job));
        bytes.pop();
        assert!(Job::read_from(&mut bytes.as_slice()).is_err());
    }

    #[test]
    fn records_survive_any_division_of_their_bytes() {
        let records = [
            Record::Begun,
            Record::Pcm(vec![0, -1, i16::MAX, i16::MIN]),
            Record::Word { character: 3, sample: 4_000_000_000 },
            Record::Phoneme { ipa: "ʃ".into(), sample: 9 },
            Record::Ipa("həlˈoʊ".into()),
            Record::Refused("no".into()),
            Record::OutOfTime,
            Record::End,
        ];
        let mut bytes = Vec::new();
        records.iter().for_each(|record| record.encode(&mut bytes));
        let (mut have, mut read) = (Vec::new(), Vec::new());
        for byte in bytes {
            have.push(byte);
            while let Some((record, length)) = Record::decode(&have).unwrap() {
                have.drain(..length);
                read.push(record);
            }
        }
        assert_eq!(read, records);
        assert!(have.is_empty());
    }

    #[test]
    fn nonsense_is_an_error_and_not_an_allocation() {
        assert!(Record::decode(&[b'A', 255, 255, 255, 255, 0]).is_err());
        assert!(Record::decode(&[b'?', 0, 0, 0, 0]).is_err());
    }
}
