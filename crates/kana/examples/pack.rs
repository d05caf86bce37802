//! Packs a dictionary in the form of MeCab into `data/ipadic.zst`.
//!
//! `cargo run --release -p kana --example pack -- FOLDER OUT`: the folder has the dictionary's `*.csv` in UTF-8 and its
//! `matrix.def`. `data/README.md` says where ours is from.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, error, fs};

/// Costs are kept in so many; finer, they take half a megabyte more and read no better.
const STEP: f64 = 32.0;
/// Kinds of words that lean on the one before them, and that lead the one behind them, by their first two features.
const LEANING: &[(&str, &str)] = &[
    ("助詞", ""),
    ("助動詞", ""),
    ("名詞", "接尾"),
    ("名詞", "非自立"),
    ("名詞", "特殊"),
    ("動詞", "非自立"),
    ("動詞", "接尾"),
    ("形容詞", "非自立"),
    ("形容詞", "接尾"),
];
const LEADING: &[(&str, &str)] = &[("接頭詞", "")];

/// Place names that IPADIC lists for completeness' sake all have this cost: towns within towns, 67 000 of them. They
/// would be half of the dictionary.
const LISTED: (&str, i32) = ("地域", 8_676);

type Failure = Box<dyn error::Error>;

struct Entry {
    kind: u16,
    cost: i16,
    kana: Vec<u8>,
}

#[derive(Default)]
struct Words {
    entries: BTreeMap<String, Vec<Entry>>,
    kinds: BTreeMap<u16, u8>,
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let [folder, out] = arguments.as_slice() else { return Err("say the folder and the file".into()) };
    let mut words = Words::default();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            words.read(&fs::read_to_string(path)?)?;
        }
    }
    let (kinds, costs) = matrix(&fs::read_to_string(Path::new(folder).join("matrix.def"))?)?;
    let packed = words.pack(kinds, &costs)?;
    fs::write(out, zstd::bulk::compress(&packed, 22)?)?;
    Ok(())
}

impl Words {
    fn read(&mut self, csv: &str) -> Result<(), Failure> {
        for line in csv.lines().filter(|line| !line.starts_with('"')) {
            let fields: Vec<_> = line.split(',').collect();
            let [word, kind, _, cost, first, second, third, ..] = fields.as_slice() else {
                return Err(format!("not an entry: {line}").into());
            };
            let (kind, cost): (u16, i32) = (kind.parse()?, cost.parse()?);
            let listed = (*third, cost) == LISTED && *second == "固有名詞";
            let kana = fields.last().and_then(|kana| bytes(kana));
            if let Some(kana) = kana.filter(|_| !listed) {
                self.add(word, Entry { kind, cost: scaled(cost), kana });
            }
            let does = |kinds: &[(&str, &str)]| {
                kinds.iter().any(|(one, two)| first == one && (two.is_empty() || second == two))
            };
            self.kinds.insert(kind, u8::from(does(LEANING)) | u8::from(does(LEADING)) << 1);
        }
        Ok(())
    }

    /// Of several with the same kind only the cheapest is ever on the cheapest path.
    fn add(&mut self, word: &str, entry: Entry) {
        let entries = self.entries.entry(word.to_owned()).or_default();
        match entries.iter_mut().find(|known| known.kind == entry.kind) {
            Some(known) if known.cost <= entry.cost => {}
            Some(known) => *known = entry,
            None => entries.push(entry),
        }
    }

    fn pack(&self, kinds: usize, costs: &[i16]) -> Result<Vec<u8>, Failure> {
        let (mut index, mut entries) = (fst::MapBuilder::memory(), Vec::new());
        for (word, own) in &self.entries {
            index.insert(word, entries.len() as u64)?;
            entries.push(u8::try_from(own.len())?);
            for Entry { kind, cost, kana } in own {
                entries.extend(kind.to_le_bytes());
                entries.extend(cost.to_le_bytes());
                entries.push(u8::try_from(kana.len())?);
                entries.extend(kana);
            }
        }
        let index = index.into_inner()?;
        let mut packed = b"KANA".to_vec();
        for number in [1, kinds, index.len(), entries.len()] {
            packed.extend(u32::try_from(number)?.to_le_bytes());
        }
        packed.extend((0..kinds).map(|kind| self.kinds.get(&(kind as u16)).copied().unwrap_or_default()));
        packed.extend(costs.iter().flat_map(|cost| cost.to_le_bytes()));
        packed.extend(index);
        packed.extend(entries);
        Ok(packed)
    }
}

/// The kana of a reading a byte each, if it is kana; an empty one for what is written in marks.
fn bytes(kana: &str) -> Option<Vec<u8>> {
    let byte = |character: char| match character {
        'ァ'..='ヺ' | 'ー' => u8::try_from(character as u32 - 0x3080).ok(),
        _ => None,
    };
    kana.chars().map(byte).collect()
}

fn scaled(cost: i32) -> i16 {
    (f64::from(cost) / STEP).round() as i16
}

/// How many kinds there are, and the costs, those behind each kind of word together.
fn matrix(text: &str) -> Result<(usize, Vec<i16>), Failure> {
    let mut lines = text.lines();
    let kinds: usize = lines.next().and_then(|line| line.split(' ').next()).ok_or("no kinds")?.parse()?;
    let mut costs = vec![0; kinds * kinds];
    for line in lines {
        let mut numbers = line.split(' ').map(str::parse::<i32>);
        let (Some(before), Some(next), Some(cost)) = (numbers.next(), numbers.next(), numbers.next()) else {
            return Err(format!("not a cost: {line}").into());
        };
        costs[next? as usize * kinds + before? as usize] = scaled(cost?);
    }
    Ok((kinds, costs))
}
