//! The dictionary: words with their kana and cost, kinds of words, and what it costs that one follows another.
//!
//! ```text
//!  "KANA" version=1 u32: kinds, bytes of the index, bytes of the entries
//!  kinds × u8        what each kind of word does (`classes`)
//!  kinds² × i16      costs: of a word of kind `next` behind one of kind `before`, at `next · kinds + before`
//!  index             an FST from words to places in the entries
//!  entries           at each place: how many, then for each u16 kind, i16 cost, u8 length, kana a byte each
//! ```
//!
//! All numbers are little-endian; a byte of kana is that of U+3080 and what it adds. `examples/pack.rs` writes it.

use fst::raw::{Fst, Output};

use crate::classes::Class;

const MAGIC: &[u8] = b"KANA";
const VERSION: u32 = 1;
/// Bytes before the kinds.
const HEADER: usize = 20;
/// One entry without its kana.
const ENTRY: usize = 5;
/// What a byte of kana is added to.
const KANA: u32 = 0x3080;

/// The bytes are not a dictionary of this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes are no dictionary of readings of this version; unpack them anew")]
pub struct Damaged;

/// Words and their readings. About ten megabytes; load it once.
pub struct Dictionary {
    index: Fst<Vec<u8>>,
    entries: Vec<u8>,
    /// What each kind does.
    kinds: Vec<u8>,
    costs: Vec<i16>,
}

/// One reading of a word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) class: u16,
    pub(crate) cost: i32,
    kana: &'a [u8],
}

impl Entry<'_> {
    pub(crate) fn kana(&self) -> impl Iterator<Item = char> {
        self.kana.iter().filter_map(|byte| char::from_u32(KANA + u32::from(*byte)))
    }
}

impl Dictionary {
    /// A dictionary from its bytes.
    ///
    /// # Errors
    /// [`Damaged`] if they are not what `examples/pack.rs` wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Damaged> {
        let (header, rest) = bytes.split_at_checked(HEADER).ok_or(Damaged)?;
        let number =
            |at: usize| header[at..at + 4].iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
        if &header[..MAGIC.len()] != MAGIC || number(4) != VERSION {
            return Err(Damaged);
        }
        let [kinds, index, entries] = [8, 12, 16].map(|at| number(at) as usize);
        let (own_kinds, rest) = rest.split_at_checked(kinds).ok_or(Damaged)?;
        let (costs, rest) = rest.split_at_checked(2 * kinds * kinds).ok_or(Damaged)?;
        let (own_index, rest) = rest.split_at_checked(index).ok_or(Damaged)?;
        if rest.len() != entries {
            return Err(Damaged);
        }
        Ok(Self {
            index: Fst::new(own_index.to_vec()).map_err(|_| Damaged)?,
            entries: rest.to_vec(),
            kinds: own_kinds.to_vec(),
            costs: costs.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect(),
        })
    }

    /// What it costs that a word of kind `next` follows one of kind `before`.
    pub(crate) fn between(&self, before: u16, next: u16) -> i32 {
        let place = usize::from(next) * self.kinds.len() + usize::from(before);
        self.costs.get(place).map_or(0, |cost| i32::from(*cost))
    }

    pub(crate) fn class(&self, kind: u16) -> Class {
        self.kinds.get(usize::from(kind)).map_or_else(Class::default, |bits| Class::from_bits(*bits))
    }

    /// All words at the beginning of `text`: how many characters each has, and where its entries are.
    pub(crate) fn words(&self, text: &[char]) -> impl Iterator<Item = (usize, Entry<'_>)> {
        let mut found = Vec::new();
        let (mut node, mut place) = (self.index.root(), Output::zero());
        'text: for (index, character) in text.iter().enumerate() {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                let Some(step) = node.find_input(byte) else { break 'text };
                let step = node.transition(step);
                place = place.cat(step.out);
                node = self.index.node(step.addr);
            }
            if node.is_final() {
                found.push((index + 1, place.cat(node.final_output()).value() as usize));
            }
        }
        found.into_iter().flat_map(|(length, place)| self.entries(place).map(move |entry| (length, entry)))
    }

    fn entries(&self, place: usize) -> impl Iterator<Item = Entry<'_>> {
        let bytes = self.entries.get(place..).unwrap_or_default();
        let (count, mut rest) = bytes.split_first().map_or((0, bytes), |(count, rest)| (*count, rest));
        (0..count).map_while(move |_| {
            let (head, behind) = rest.split_first_chunk::<ENTRY>()?;
            let [kind_low, kind_high, cost_low, cost_high, length] = *head;
            let (kana, behind) = behind.split_at_checked(length.into())?;
            rest = behind;
            let cost = i16::from_le_bytes([cost_low, cost_high]).into();
            Some(Entry { class: u16::from_le_bytes([kind_low, kind_high]), cost, kana })
        })
    }
}
