//! Verdicts, counted.

use std::collections::BTreeMap;

use crate::verdict::{Cut, Read, Verdict};

/// How many cases, and how many of them are right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Cases.
    pub(crate) cases: usize,
    /// Of them, cut right.
    pub(crate) cut: usize,
    /// Of them, cut where they may not be.
    pub(crate) stray: usize,
    /// Cases that say how they are read.
    pub(crate) with_readings: usize,
    /// Of them, read right in words.
    pub(crate) in_words: usize,
    /// Of them, read right by the sound alone.
    pub(crate) by_sound: usize,
}

impl Count {
    fn add(&mut self, verdict: Verdict) {
        self.cases += 1;
        self.cut += usize::from(verdict.cut == Cut::Right);
        self.stray += usize::from(verdict.cut == Cut::Stray);
        self.with_readings += usize::from(verdict.read.is_some());
        self.in_words += usize::from(verdict.read == Some(Read::InWords));
        self.by_sound += usize::from(verdict.read == Some(Read::BySound));
    }

    fn merge(&mut self, other: Self) {
        self.cases += other.cases;
        self.cut += other.cut;
        self.stray += other.stray;
        self.with_readings += other.with_readings;
        self.in_words += other.in_words;
        self.by_sound += other.by_sound;
    }

    /// Read right, in words or by the sound.
    pub(crate) fn read(&self) -> usize {
        self.in_words + self.by_sound
    }
}

/// The counts of each language and category.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// By folder and category.
    counts: BTreeMap<(String, String), Count>,
}

impl Table {
    /// Counts one.
    pub(crate) fn add(&mut self, folder: &str, category: &str, verdict: Verdict) {
        self.counts.entry((folder.to_owned(), category.to_owned())).or_default().add(verdict);
    }

    /// The same without these categories.
    pub(crate) fn without(&self, categories: &[&str]) -> Self {
        let kept = self.counts.iter().filter(|((_, category), _)| !categories.contains(&category.as_str()));
        Self { counts: kept.map(|(key, count)| (key.clone(), *count)).collect() }
    }

    /// Of one language and category.
    pub(crate) fn of(&self, folder: &str, category: &str) -> Option<&Count> {
        self.counts.get(&(folder.to_owned(), category.to_owned()))
    }

    /// By language.
    pub(crate) fn languages(&self) -> BTreeMap<&str, Count> {
        self.summed(|(folder, _)| folder)
    }

    /// By category.
    pub(crate) fn categories(&self) -> BTreeMap<&str, Count> {
        self.summed(|(_, category)| category)
    }

    /// All together.
    pub(crate) fn total(&self) -> Count {
        self.summed(|_| "").remove("").unwrap_or_default()
    }

    fn summed(&self, name: fn(&(String, String)) -> &str) -> BTreeMap<&str, Count> {
        let mut sums: BTreeMap<&str, Count> = BTreeMap::new();
        for (key, count) in &self.counts {
            sums.entry(name(key)).or_default().merge(*count);
        }
        sums
    }

    /// For the terminal: by language, by category, and in all.
    pub(crate) fn lines(&self) -> String {
        let mut out = String::new();
        for (title, sums) in [("language", self.languages()), ("category", self.categories())] {
            out.push_str(&format!(
                "{title:<28}{:>6}{:>17}{:>11}{:>17}{:>11}\n",
                "cases", "cuts right", "stray cuts", "read right", "in words"
            ));
            sums.iter().for_each(|(name, count)| out.push_str(&line(name, count)));
            out.push('\n');
        }
        out.push_str(&line("in all", &self.total()));
        out
    }
}

fn line(name: &str, count: &Count) -> String {
    let (cut, read) = (share(count.cut, count.cases), share(count.read(), count.with_readings));
    let Count { cases, stray, in_words, .. } = count;
    format!("{name:<28}{cases:>6}{cut:>17}{stray:>11}{read:>17}{in_words:>11}\n")
}

/// Such as `7 of 8  87.5 %`; nothing of nothing.
pub(crate) fn share(part: usize, of: usize) -> String {
    if of == 0 { String::new() } else { format!("{part}/{of} {:>5}", percent(part, of)) }
}

/// In percent, with one digit behind the point, rounded down so that only all of them are 100.
pub(crate) fn percent(part: usize, of: usize) -> String {
    let thousandths = part * 1_000 / of.max(1);
    format!("{}.{}", thousandths / 10, thousandths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_counted_by_language_category_and_in_all() {
        let mut table = Table::default();
        let verdict = |cut, read| Verdict { cut, read };
        table.add("de", "money", verdict(Cut::Right, Some(Read::InWords)));
        table.add("de", "cuts", verdict(Cut::Stray, None));
        table.add("fr", "money", verdict(Cut::Missing, Some(Read::BySound)));
        table.add("fr", "money", verdict(Cut::Right, Some(Read::Wrong)));
        let all = Count { cases: 4, cut: 2, stray: 1, with_readings: 3, in_words: 1, by_sound: 1 };
        assert_eq!(table.total(), all);
        assert_eq!((table.languages()["de"].cases, table.categories()["money"].read()), (2, 2));
        assert_eq!(table.of("de", "money").map(Count::read), Some(1));
        assert_eq!(table.of("fr", "cuts"), None);
        assert_eq!(table.lines().lines().last().unwrap().split_whitespace().last(), Some("1"));
    }

    #[test]
    fn only_all_of_them_are_a_hundred_percent() {
        assert_eq!((percent(1_999, 2_000), percent(2_000, 2_000)), ("99.9".to_owned(), "100.0".to_owned()));
        assert_eq!((share(7, 8), share(0, 0)), ("7/8  87.5".to_owned(), String::new()));
    }
}
