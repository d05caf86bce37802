//! The page's part on other libraries.

use std::collections::BTreeMap;

use super::record::{Part, Record, Scored};
use crate::table::{Table, percent};

/// Our own row.
const OURS: &str = "**Syrinx**";

const CUTS: &str = "
## Beside other libraries

What others make of the same texts, judged by the same rules, in percent of the cases of a language; `all` is of the
languages that the library has. `score/peers/compare.py` asks them, each as its own documentation has it, with nothing
set but the language.

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
    let languages: Vec<_> = table.languages().into_keys().collect();
    let of = |part: fn(&crate::table::Count) -> Part| -> BTreeMap<String, Part> {
        table.languages().into_iter().map(|(name, count)| (name.to_owned(), part(&count))).collect()
    };
    let cuts = of(|count| Part { right: count.cut, of: count.cases });
    let reads = of(|count| Part { right: count.in_words, of: count.with_readings });
    let mut out = CUTS.to_owned();
    out.push_str(&matrix(&languages, &cuts, record, |scored| &scored.cuts));
    out.push_str(READS);
    out.push_str(&matrix(&languages, &reads, record, |scored| &scored.reads));
    out.push_str(&format!("\nAsked: {}.\n", asked(record)));
    out
}

fn matrix(
    languages: &[&str],
    ours: &BTreeMap<String, Part>,
    record: &Record,
    parts: fn(&Scored) -> &BTreeMap<String, Part>,
) -> String {
    let mut out =
        format!("| | all | {} |\n|---|{}\n", languages.join(" | "), "---:|".repeat(languages.len() + 1));
    out.push_str(&row(OURS, languages, ours));
    for scored in record.peers.iter().filter(|scored| !parts(scored).is_empty()) {
        out.push_str(&row(&format!("{} {}", scored.peer, scored.version), languages, parts(scored)));
    }
    out
}

fn row(name: &str, languages: &[&str], parts: &BTreeMap<String, Part>) -> String {
    let sum = |sum: Part, part: &Part| Part { right: sum.right + part.right, of: sum.of + part.of };
    let cells = languages.iter().map(|language| cell(parts.get(*language)));
    let cells: Vec<_> =
        std::iter::once(cell(Some(&parts.values().fold(Part::default(), sum)))).chain(cells).collect();
    format!("| {name} | {} |\n", cells.join(" | "))
}

fn cell(part: Option<&Part>) -> String {
    part.map_or_else(String::new, |part| percent(part.right, part.of))
}

/// The days, and how many languages each library was asked about.
fn asked(record: &Record) -> String {
    let mut by_day: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    record.peers.iter().for_each(|scored| by_day.entry(&scored.date).or_default().push(&scored.peer));
    let days: Vec<_> = by_day.iter().map(|(day, peers)| format!("on {day} {}", peers.join(", "))).collect();
    days.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::{Read, Verdict};

    fn table() -> Table {
        let mut table = Table::default();
        table.add("de", "money", Verdict { is_cut_right: true, read: Some(Read::InWords) });
        table.add("de", "money", Verdict { is_cut_right: false, read: Some(Read::BySound) });
        table.add("fr", "cuts", Verdict { is_cut_right: true, read: None });
        table
    }

    #[test]
    fn a_library_stands_below_us_with_the_languages_that_it_has() {
        let cuts = BTreeMap::from([("fr".to_owned(), Part { right: 1, of: 4 })]);
        let [peer, version, date] = ["other", "2.0", "1 May 2026"].map(str::to_owned);
        let record = Record { peers: vec![Scored { peer, version, date, cuts, ..Scored::default() }] };
        let section = section(&table(), &record);
        assert!(section.contains("\n| **Syrinx** | 66.6 | 50.0 | 100.0 |\n| other 2.0 | 25.0 |  | 25.0 |\n"));
        assert!(section.contains("\n| **Syrinx** | 50.0 | 50.0 | 0.0 |\n\nAsked: on 1 May 2026 other.\n"));
    }

    #[test]
    fn without_others_there_is_no_section() {
        assert_eq!(section(&table(), &Record::default()), "");
    }
}
