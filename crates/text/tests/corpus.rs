//! The public cases in `corpus/`: where their texts are to be cut, and that no division of them shows.

use std::fs;
use std::path::{Path, PathBuf};

use speech::Language;
use text::{SegmentBounds, SegmentPolicy, Segmenter};

/// A text and the bytes before which a sentence begins, or may.
struct Case {
    language: Language,
    file: String,
    text: String,
    cuts: Vec<usize>,
    free: Vec<usize>,
}

fn corpus() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let mut cases = Vec::new();
    for folder in folders(&root) {
        for path in folders(&folder) {
            read(&path, &mut cases);
        }
    }
    assert!(cases.len() > 2_000, "the corpus is not where it was");
    cases
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else { return Vec::new() };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn read(path: &Path, cases: &mut Vec<Case>) {
    let text = fs::read_to_string(path).unwrap();
    let tag = text.lines().find_map(|line| line.strip_prefix("language: ")).unwrap();
    let is_case =
        |line: &&str| !line.is_empty() && !line.starts_with(['#', '=']) && !line.starts_with("language: ");
    for line in text.lines().filter(is_case) {
        cases.push(case(Language::new(tag), path, line));
    }
}

fn case(language: Language, path: &Path, written: &str) -> Case {
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    let file = format!("{folder}/{}", path.file_stem().unwrap_or_default().to_string_lossy());
    let mut case = Case { language, file, text: String::new(), cuts: Vec::new(), free: Vec::new() };
    for c in written.chars() {
        match c {
            '¦' => case.cuts.push(case.text.len()),
            '╎' => case.free.push(case.text.len()),
            '⏎' => case.text.push('\n'),
            '⇥' => case.text.push('\t'),
            '␠' => case.text.push(' '),
            _ => case.text.push(c),
        }
    }
    case
}

/// Where `text` is cut, each time before the next character that is no space.
fn cuts(case: &Case) -> Vec<usize> {
    let mut segmenter =
        Segmenter::new(SegmentPolicy::Sentences, SegmentBounds::default()).in_language(&case.language);
    segmenter.push(&case.text);
    segmenter.release();
    let mut at = 0;
    let mut cuts = Vec::new();
    while let Some(segment) = segmenter.next_segment() {
        at += segment.text.len();
        let rest = &case.text[at..];
        let visible = at + rest.len() - rest.trim_start().len();
        if visible < case.text.len() {
            cuts.push(visible);
        }
    }
    cuts
}

fn written(text: &str, cuts: &[usize]) -> String {
    let mut out = String::new();
    for (at, c) in text.char_indices() {
        if cuts.contains(&at) {
            out.push('¦');
        }
        out.push(if c == '\n' { '⏎' } else { c });
    }
    out
}

#[test]
fn score() {
    let mut table: std::collections::BTreeMap<String, (usize, usize)> = Default::default();
    for case in corpus() {
        let cuts = cuts(&case);
        let missing = case.cuts.iter().any(|cut| !cuts.contains(cut));
        let extra = cuts.iter().any(|cut| !case.cuts.contains(cut) && !case.free.contains(cut));
        let entry = table.entry(case.file.split('/').next().unwrap().to_owned()).or_default();
        entry.1 += 1;
        if missing || extra {
            let kind = match (missing, extra) {
                (true, true) => "BOTH",
                (true, false) => "MISS",
                _ => "EXTRA",
            };
            println!("{kind} {} {}", case.file, written(&case.text, &cuts));
            println!("   want {}", written(&case.text, &case.cuts));
        } else {
            entry.0 += 1
        }
    }
    for (k, (a, b)) in table {
        println!("SCORE {k} {a}/{b} {:.1}", a as f64 * 100.0 / b as f64);
    }
}
