//! The page's part on other libraries.

use std::collections::BTreeMap;

use super::answers::Does;
use super::record::{Part, Record};
use crate::table::{Table, percent};

/// By the corpus' folders.
type Parts = BTreeMap<String, Part>;

/// The categories that are younger than their answers.
const LATER: [&str; 2] = ["unseen", "reviewed"];

/// Our own row.
const OURS: &str = "**Syrinx**";

const CUTS: &str = "
## Beside other libraries

What others make of the same texts, judged by the same rules, in percent of the cases of a language. `all` is of the
languages that the library has, `Syrinx` beside it of the same, and `stray` the share of the cases that are cut where
they may not be. `score/peers/compare.py` asks them, each as its own documentation has it, with nothing set but the
language; a text on which a library fails is wrong. They were asked before the files `unseen.txt` and `reviewed.txt` were written,
so the table is without these, for Syrinx too.

Cut right:

";

const READS: &str = "
Read right, by the words alone: what only sounds like a reading does not count here, for Syrinx neither. eSpeak NG by
itself writes no words; by its sound, it is the first run above.

";

/// Empty before others were ever asked.
pub(crate) fn section(table: &Table, record: &Record) -> String {
    if record.peers.is_empty() {
        return String::new();
    }
    let table = table.without(&LATER);
    let languages: Vec<_> = table.languages().into_keys().collect();
    let of = |part: fn(&crate::table::Count) -> Part| -> Parts {
        table.languages().into_iter().map(|(name, count)| (name.to_owned(), part(&count))).collect()
    };
    let cuts = of(|count| Part { right: count.cut, of: count.cases, stray: count.stray });
    let reads = of(|count| Part { right: count.in_words, of: count.with_readings, stray: 0 });
    let mut out = CUTS.to_owned();
    out.push_str(&matrix(&languages, &cuts, record, Does::Cuts));
    out.push_str(READS);
    out.push_str(&matrix(&languages, &reads, record, Does::Reads));
    out.push_str(&format!("\nAsked {}.\n", asked(record)));
    out
}

fn matrix(languages: &[&str], ours: &Parts, record: &Record, does: Does) -> String {
    let sums: &[&str] = if does == Does::Cuts { &["all", "Syrinx", "stray"] } else { &["all", "Syrinx"] };
    let columns = [sums, languages].concat();
    let mut out = format!("| | {} |\n|---|{}\n", columns.join(" | "), "---:|".repeat(columns.len()));
    let head = |name: &str, theirs: &Parts| format!("| {name} | {} |", summed(theirs, ours, does));
    out.push_str(&format!("{}{}\n", head(OURS, ours), row(languages, ours)));
    for scored in &record.peers {
        let theirs = if does == Does::Cuts { &scored.cuts } else { &scored.reads };
        if !theirs.is_empty() {
            let name = format!("{} {}", scored.peer, scored.version);
            out.push_str(&format!("{}{}\n", head(&name, theirs), row(languages, theirs)));
        }
    }
    out
}

/// Of all languages that a library has, ours of the same, and how many of its cuts are stray.
fn summed(theirs: &Parts, ours: &Parts, does: Does) -> String {
    let there = |(language, _): &(&String, &Part)| theirs.contains_key(*language);
    let (all, ours) = (sum(theirs.values()), sum(ours.iter().filter(there).map(|(_, part)| part)));
    let sums = format!("{} | {}", percent(all.right, all.of), percent(ours.right, ours.of));
    if does == Does::Cuts { format!("{sums} | {}", percent(all.stray, all.of)) } else { sums }
}

fn row(languages: &[&str], parts: &Parts) -> String {
    let cell = |part: &Part| percent(part.right, part.of);
    let cells = languages.iter().map(|language| parts.get(*language).map_or_else(String::new, cell));
    cells.map(|cell| format!(" {cell} |")).collect()
}

fn sum<'a>(parts: impl Iterator<Item = &'a Part>) -> Part {
    parts.fold(Part::default(), |sum, part| Part {
        right: sum.right + part.right,
        of: sum.of + part.of,
        stray: sum.stray + part.stray,
    })
}

/// The days on which they were asked.
fn asked(record: &Record) -> String {
    let mut by_day: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    record.peers.iter().for_each(|scored| by_day.entry(&scored.date).or_default().push(&scored.peer));
    let days: Vec<_> = by_day.iter().map(|(day, peers)| format!("on {day}: {}", peers.join(", "))).collect();
    days.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peers::record::Scored;
    use crate::verdict::{Cut, Read, Verdict};

    fn table() -> Table {
        let mut table = Table::default();
        table.add("de", "unseen", Verdict { cut: Cut::Missing, read: None });
        table.add("de", "money", Verdict { cut: Cut::Right, read: Some(Read::InWords) });
        table.add("de", "money", Verdict { cut: Cut::Stray, read: Some(Read::BySound) });
        table.add("fr", "cuts", Verdict { cut: Cut::Right, read: None });
        table
    }

    #[test]
    fn a_library_stands_below_us_with_the_languages_that_it_has() {
        let cuts = BTreeMap::from([("fr".to_owned(), Part { right: 1, of: 4, stray: 2 })]);
        let [peer, version, date] = ["other", "2.0", "1 May 2026"].map(str::to_owned);
        let record = Record { peers: vec![Scored { peer, version, date, cuts, ..Scored::default() }] };
        let section = section(&table(), &record);
        assert!(section.contains(
            "\n| **Syrinx** | 66.6 | 66.6 | 33.3 | 50.0 | 100.0 |\n| other 2.0 | 25.0 | 100.0 | 50.0 |  | 25.0 |\n"
        ));
        assert!(
            section.contains("\n| **Syrinx** | 50.0 | 50.0 | 50.0 | 0.0 |\n\nAsked on 1 May 2026: other.\n")
        );
    }

    #[test]
    fn without_others_there_is_no_section() {
        assert_eq!(section(&table(), &Record::default()), "");
    }
}
