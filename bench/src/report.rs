//! What was measured, for people and for programs.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::failure::Failure;
use crate::machine;
use crate::scenario::Scenario;
use crate::stats::Samples;

/// What one scenario found.
pub(crate) struct Report {
    scenario: Scenario,
    load_before: Option<f64>,
    rows: Vec<Row>,
    promises: Vec<Promise>,
    notes: Vec<String>,
}

struct Row {
    what: String,
    value: Option<f64>,
    unit: &'static str,
    detail: String,
    verdict: &'static str,
}

struct Promise {
    what: String,
    kept: bool,
}

/// What the design asks of a figure: `target` is aimed at, beyond `floor` it counts as broken. Which side is better
/// follows from their order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    /// What we aim at.
    pub(crate) target: f64,
    /// What counts as broken.
    pub(crate) floor: f64,
}

impl Mark {
    fn verdict(self, value: f64) -> &'static str {
        let at_least_as_good =
            |limit: f64| if self.target <= self.floor { value <= limit } else { value >= limit };
        match () {
            () if at_least_as_good(self.target) => "target met",
            () if at_least_as_good(self.floor) => "floor held",
            () => "BELOW FLOOR",
        }
    }
}

impl Report {
    /// An empty one.
    pub(crate) fn new(scenario: Scenario) -> Self {
        let load_before = machine::load_per_core();
        Self { scenario, load_before, rows: Vec::new(), promises: Vec::new(), notes: Vec::new() }
    }

    /// A single figure.
    pub(crate) fn figure(&mut self, what: &str, value: Option<f64>, unit: &'static str) -> &mut Self {
        self.put(Row { what: what.to_owned(), value, unit, detail: String::new(), verdict: "" })
    }

    /// The median of many, with the 95th percentile and the greatest beside it.
    pub(crate) fn samples(&mut self, what: &str, samples: &Samples, unit: &'static str) -> &mut Self {
        let beside = |name: &str, value: Option<f64>| {
            value.map(|value| format!("{name} {} ", number(value))).unwrap_or_default()
        };
        let detail = beside("p95", samples.percentile(95.0)) + &beside("max", samples.max());
        let detail = format!("{detail}of {}", samples.count());
        self.put(Row { what: what.to_owned(), value: samples.median(), unit, detail, verdict: "" })
    }

    /// A figure that is there already takes the newest value: passes are repeated.
    fn put(&mut self, row: Row) -> &mut Self {
        self.rows.retain(|known| known.what != row.what);
        self.rows.push(row);
        self
    }

    /// What the design asks of the last figure.
    pub(crate) fn mark(&mut self, target: f64, floor: f64) -> &mut Self {
        if let Some(row) = self.rows.last_mut() {
            row.verdict = row.value.map_or("", |value| Mark { target, floor }.verdict(value));
        }
        self
    }

    /// Something that must hold; the exit code tells if it does not. Once broken it stays so.
    pub(crate) fn promise(&mut self, what: impl Into<String>, kept: bool) -> &mut Self {
        let what = what.into();
        match self.promises.iter_mut().find(|promise| promise.what == what) {
            Some(promise) => promise.kept &= kept,
            None => self.promises.push(Promise { what, kept }),
        }
        self
    }

    /// How to read the figures.
    pub(crate) fn note(&mut self, note: impl Into<String>) -> &mut Self {
        self.notes.push(note.into());
        self
    }

    /// Whether every promise was kept.
    pub(crate) fn all_kept(&self) -> bool {
        self.promises.iter().all(|promise| promise.kept)
    }

    /// A fixed-width table.
    pub(crate) fn to_text(&self) -> String {
        let load =
            self.load_before.map(|load| format!(", load before {load:.2} per core")).unwrap_or_default();
        let mut text =
            format!("{}, {}, {}{load}\n\n", self.scenario.name(), machine::today(), machine::description());
        for row in &self.rows {
            text += &row.to_line();
        }
        for promise in &self.promises {
            text += &format!("{:<8} {}\n", if promise.kept { "kept" } else { "BROKEN" }, promise.what);
        }
        for note in &self.notes {
            text += &format!("\n{note}\n");
        }
        text
    }

    /// One JSON object.
    pub(crate) fn to_json(&self) -> Value {
        let rows: Vec<_> = self.rows.iter().map(Row::to_json).collect();
        let promise = |promise: &Promise| json!({"what": promise.what, "kept": promise.kept});
        json!({
            "scenario": self.scenario.name(),
            "date": machine::today(),
            "machine": machine::description(),
            "load_before_per_core": self.load_before,
            "figures": rows,
            "promises": self.promises.iter().map(promise).collect::<Vec<_>>(),
            "notes": self.notes,
        })
    }

    /// Keeps the table under `bench/runs`; where.
    pub(crate) fn record(&self, text: &str) -> Result<PathBuf, Failure> {
        let folder = format!("{}-{}", machine::today(), machine::description());
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("runs").join(folder);
        fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{}.txt", self.scenario.name()));
        fs::write(&path, text)?;
        Ok(path)
    }
}

impl Row {
    fn to_line(&self) -> String {
        let value = self.value.map_or("-".to_owned(), number);
        let line =
            format!("{:<58} {value:>10} {:<8} {:<12} {}", self.what, self.unit, self.verdict, self.detail);
        format!("{}\n", line.trim_end())
    }

    fn to_json(&self) -> Value {
        json!({"what": self.what, "value": self.value, "unit": self.unit, "detail": self.detail, "verdict": self.verdict})
    }
}

/// Three significant places for what is small, whole numbers for what is large.
fn number(value: f64) -> String {
    let places = match value.abs() {
        size if size >= 100.0 || value.fract() == 0.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    };
    format!("{value:.places$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_knows_which_side_is_better() {
        let less = Mark { target: 3.0, floor: 20.0 };
        assert_eq!(
            [1.0, 5.0, 21.0].map(|value| less.verdict(value)),
            ["target met", "floor held", "BELOW FLOOR"]
        );
        let more = Mark { target: 300.0, floor: 150.0 };
        assert_eq!(
            [310.0, 200.0, 9.0].map(|value| more.verdict(value)),
            ["target met", "floor held", "BELOW FLOOR"]
        );
    }

    #[test]
    fn the_table_has_fixed_columns_and_names_what_is_broken() {
        let mut report = Report::new(Scenario::Soak);
        report.samples("first audio", &[1.0, 2.0, 4.0].into_iter().collect(), "ms").mark(3.0, 20.0);
        report.promise("nothing is lost", false).figure("none", None, "MB");
        let text = report.to_text();
        assert!(
            text.contains("target met   p95 4 max 4 of 3") && text.contains("BROKEN   nothing is lost"),
            "{text}"
        );
        let columns: Vec<_> =
            text.lines().filter_map(|line| line.find(" ms ").or(line.find(" MB"))).collect();
        assert_eq!(columns, [69, 69], "{text}");
        assert!(!report.all_kept());
        assert_eq!(report.to_json()["figures"][0]["value"], 2.0);
    }

    #[test]
    fn a_promise_that_was_broken_once_stays_broken() {
        let mut report = Report::new(Scenario::Soak);
        for kept in [true, false, true] {
            report.promise("it holds", kept).figure("so many", Some(7.0), "");
        }
        assert!(!report.all_kept());
        assert_eq!((report.promises.len(), report.rows.len()), (1, 1));
    }

    #[test]
    fn numbers_are_as_exact_as_they_are_worth() {
        assert_eq!([0.123, 12.34, 123.4, 7.0, 1e6].map(number), ["0.12", "12.3", "123", "7", "1000000"]);
    }
}
