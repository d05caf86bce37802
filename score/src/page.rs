//! `docs/text.md`: the score. A run writes it; what the first run saw stays.

use std::collections::BTreeMap;

use crate::peers::{Record, section};
use crate::table::{Count, Table, percent};

/// Where it is, in the workspace.
pub(crate) const PATH: &str = "docs/text.md";

const TOP: &str = "\
# How well texts are cut and read

The cases of [`corpus/`](../corpus/README.md), which say what a good reader does, against `syrinx explain`, each in its
language's own voice. `cargo xtask corpus --write` makes this page; `cargo xtask corpus en-us --failures` shows every
case of a language that is not right, with what came instead.

- **Cut right**: asked for whole sentences, the text is cut wherever a sentence begins, and nowhere else but where the
  case says that a cut does no harm. **Stray cuts** are the cases that are cut where they may not be, within a sentence;
  the others that are not right run two sentences together.
- **Read right**: the words that the voice is given are those of a reading of the case, apart from capitals, hyphens
  and the marks that nobody says; or the voice pronounces them like a reading. Two pronunciations are alike if they have
  the same sounds, lengths and tones; stress and pauses are left out, and the few sounds of each language that change
  with the word beside them or in eSpeak's own numbers: `score/src/sounds.rs` names them all. Japanese is judged
  by its words alone, because eSpeak NG by itself names all Chinese characters alike. A case of several sentences is right if
  all of it is; one case is one point, however many numbers are in it.

The cases were written to be hard, and before the normaliser that they judge. The **first run**, on 21 November 2026,
was without any: the voice was given every text as it came, but for control characters and the like. What was read right
there, eSpeak NG reads right by itself.

## By language

| Language | Cases | Cut right | Stray cuts | Read right | Of these in words | First run: cut | First run: read |
|---|---:|---:|---:|---:|---:|---:|---:|
";

/// The category of cases that nobody had seen who wrote the rules.
const UNSEEN: &str = "unseen";

const UNSEEN_TOP: &str = "
## Cases that the rules had not seen

A rule can be made for its cases. So the files `unseen.txt` were written when the rules were done, by writers who had seen
neither them nor what they read wrong. Their **first run** is what to expect of text that nobody here has thought of; faults
that it showed were mended afterwards, as rules.

| Language | Cases | Cut right | Stray cuts | Read right | Of these in words | First run: cut | First run: read |
|---|---:|---:|---:|---:|---:|---:|---:|
";

/// The name of the last row.
const ALL: &str = "all";

/// The page after a run. What the first run saw is in `old`, the page before; this is the first if it is not.
pub(crate) fn made(table: &Table, peers: &Record, old: &str) -> String {
    let languages = table.languages();
    let mut page = TOP.to_owned();
    languages.iter().for_each(|(name, count)| page.push_str(&row(name, count, old)));
    page.push_str(&row(ALL, &table.total(), old));
    page.push_str(&unseen(table, old));
    page.push_str(&section(table, peers));
    page.push_str("\n## By category\n\nRead right of all with a reading:\n\n");
    page.push_str(&matrix(table, |count| (count.read(), count.with_readings)));
    page.push_str("\nCut right:\n\n");
    page.push_str(&matrix(table, |count| (count.cut, count.cases)));
    page
}

/// The cases of one category, which were written by somebody who had not seen the rules.
fn unseen(table: &Table, old: &str) -> String {
    let mut section = UNSEEN_TOP.to_owned();
    for name in table.languages().into_keys() {
        let Some(count) = table.of(name, UNSEEN) else { continue };
        section.push_str(&row(&format!("{name}, {UNSEEN}"), count, old));
    }
    let all = table.categories().remove(UNSEEN).unwrap_or_default();
    section.push_str(&row(&format!("{ALL}, {UNSEEN}"), &all, old));
    section
}

fn row(name: &str, count: &Count, old: &str) -> String {
    let (cut, read) = (share(count.cut, count.cases), share(count.read(), count.with_readings));
    let start = format!("| {name} | ");
    let first = first_run(&start, old).unwrap_or_else(|| format!("{cut} | {read}"));
    let Count { cases, stray, in_words, .. } = count;
    format!("{start}{cases} | {cut} | {stray} | {read} | {in_words} | {first} |\n")
}

/// The last two cells of the row that begins so.
fn first_run(start: &str, old: &str) -> Option<String> {
    let row = old.lines().find(|line| line.starts_with(start))?.strip_suffix(" |")?;
    let mut cells = row.rsplit(" | ");
    let (read, cut) = (cells.next()?, cells.next()?);
    Some(format!("{cut} | {read}"))
}

fn share(part: usize, of: usize) -> String {
    format!("{part} of {of}, {} %", percent(part, of))
}

/// Categories by languages; empty where there is nothing to count.
fn matrix(table: &Table, part: fn(&Count) -> (usize, usize)) -> String {
    let languages: BTreeMap<_, _> = table.languages();
    let names: Vec<_> = languages.keys().copied().collect();
    let mut out =
        format!("| Category | {ALL} | {} |\n|---|{}\n", names.join(" | "), "---:|".repeat(names.len() + 1));
    for (category, sum) in table.categories().into_iter().filter(|(_, sum)| part(sum).1 > 0) {
        out.push_str(&format!("| {category} | {}", cell(Some(&sum), part)));
        names.iter().for_each(|name| out.push_str(&format!(" | {}", cell(table.of(name, category), part))));
        out.push_str(" |\n");
    }
    out
}

fn cell(count: Option<&Count>, part: fn(&Count) -> (usize, usize)) -> String {
    match count.map(part) {
        None | Some((_, 0)) => String::new(),
        Some((part, of)) => format!("{part}/{of}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::{Cut, Read, Verdict};

    fn table(read: Read) -> Table {
        let mut table = Table::default();
        table.add("de", "money", Verdict { cut: Cut::Right, read: Some(read) });
        table.add("de", "money", Verdict { cut: Cut::Right, read: Some(Read::Wrong) });
        table.add("fr", "cuts", Verdict { cut: Cut::Stray, read: None });
        table
    }

    #[test]
    fn a_page_has_languages_categories_and_the_first_run() {
        let page = made(&table(Read::BySound), &Record::default(), "");
        let row = "| de | 2 | 2 of 2, 100.0 % | 0 | 1 of 2, 50.0 % | 0 | 2 of 2, 100.0 % | 1 of 2, 50.0 % |";
        assert!(page.lines().any(|line| line == row), "{page}");
        assert!(
            page.contains("\n| money | 1/2 | 1/2 |  |\n") && page.contains("\n| cuts | 0/1 |  | 0/1 |\n")
        );
        assert!(!page.contains("| cuts | 0/0"));
    }

    #[test]
    fn later_runs_keep_the_first() {
        let first = made(&table(Read::Wrong), &Record::default(), "");
        let later = made(&table(Read::InWords), &Record::default(), &first);
        let row = "| de | 2 | 2 of 2, 100.0 % | 0 | 1 of 2, 50.0 % | 1 | 2 of 2, 100.0 % | 0 of 2, 0.0 % |";
        assert!(later.lines().any(|line| line == row), "{later}");
        assert_eq!(made(&table(Read::InWords), &Record::default(), &later), later);
    }
}
