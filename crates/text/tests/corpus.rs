//! The public cases in `corpus/`: where their texts are to be cut, and that no division of them shows.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use speech::Language;
use text::{Segment, SegmentBounds, SegmentPolicy, Segmenter};

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
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a folder that can be listed").path()).collect();
    paths.sort();
    paths
}

fn read(path: &Path, cases: &mut Vec<Case>) {
    let text = fs::read_to_string(path).expect("a file of cases");
    let tag = text.lines().find_map(|line| line.strip_prefix("language: ")).expect("a language");
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

fn empty(case: &Case, policy: SegmentPolicy) -> Segmenter {
    Segmenter::new(policy, SegmentBounds::default()).in_language(&case.language)
}

fn segments<'a>(mut segmenter: Segmenter, pieces: impl Iterator<Item = &'a str>) -> Vec<Segment> {
    let mut segments = Vec::new();
    for piece in pieces {
        segmenter.push(piece);
        segments.extend(std::iter::from_fn(|| segmenter.next_segment()));
    }
    segmenter.release();
    segments.extend(std::iter::from_fn(|| segmenter.next_segment()));
    segments
}

/// Where the text is cut, each time before the next character that is no space.
fn cuts(case: &Case) -> Vec<usize> {
    let mut at = 0;
    let mut cuts = Vec::new();
    for segment in segments(empty(case, SegmentPolicy::Sentences), [case.text.as_str()].into_iter()) {
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
fn ninety_nine_of_a_hundred_are_cut_right_in_every_language() {
    let mut languages: BTreeMap<String, (usize, Vec<String>)> = BTreeMap::new();
    for case in corpus() {
        let cuts = cuts(&case);
        let has_all = case.cuts.iter().all(|cut| cuts.contains(cut));
        let folder = case.file.split('/').next().unwrap_or_default().to_owned();
        let (count, wrong) = languages.entry(folder).or_default();
        *count += 1;
        let is_stray = |cut: &&usize| !case.cuts.contains(cut) && !case.free.contains(cut);
        let stray = cuts.iter().find(is_stray);
        assert!(stray.is_none(), "{}: cut within a sentence: {}", case.file, written(&case.text, &cuts));
        if !has_all {
            wrong.push(format!("{}: {}", case.file, written(&case.text, &cuts)));
        }
    }
    for (language, (count, wrong)) in languages {
        println!("{language}: {} of {count}\n{}", count - wrong.len(), wrong.join("\n"));
        assert!(wrong.len() * 100 <= count, "{language}: {} of {count} are wrong", wrong.len());
    }
}

/// Pieces of so many characters in turn.
fn pieces<'a>(text: &'a str, lengths: &[usize]) -> Vec<&'a str> {
    let mut rest = text;
    let mut pieces = Vec::new();
    for &length in lengths.iter().cycle() {
        let at = rest.char_indices().nth(length).map_or(rest.len(), |(at, _)| at);
        let (piece, later) = rest.split_at(at);
        pieces.push(piece);
        rest = later;
        if rest.is_empty() {
            break;
        }
    }
    pieces
}

#[test]
fn no_division_of_a_text_shows() {
    for case in corpus() {
        for policy in [SegmentPolicy::Words, SegmentPolicy::Clauses, SegmentPolicy::Sentences] {
            let whole = segments(empty(&case, policy), [case.text.as_str()].into_iter());
            for lengths in [&[1][..], &[2], &[3, 1, 4], &[5, 9, 2, 6], &[13, 1]] {
                let divided = segments(empty(&case, policy), pieces(&case.text, lengths).into_iter());
                let texts = |all: &[Segment]| all.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
                assert_eq!(texts(&whole), texts(&divided), "{policy:?} {}", case.file);
                assert!(whole == divided, "{policy:?} {} {}", case.file, case.text);
            }
        }
    }
}
