//! The corpus as a measure: which share of its texts is told right, where English is usual and they come out of the blue.

#![expect(clippy::unwrap_used, reason = "a corpus that cannot be read fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use language::Detector;

/// The texts of one folder, as a client would send them.
fn texts(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let lines = files.flat_map(|path| {
        let content = fs::read_to_string(path).unwrap();
        content.lines().map(str::to_owned).collect::<Vec<_>>()
    });
    lines.filter(|line| is_text(line)).map(|line| plain(&line)).collect()
}

fn is_text(line: &str) -> bool {
    !line.trim().is_empty() && !line.starts_with(['#', '=']) && !line.starts_with("language:")
}

fn plain(line: &str) -> String {
    line.replace(['¦', '╎'], "").replace('⏎', "\n").replace('⇥', "\t").replace('␠', " ")
}

/// Languages with their texts.
fn corpus() -> BTreeMap<String, Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus");
    let folders = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for folder in folders {
        let name = folder.file_name().unwrap().to_str().unwrap();
        let tag = match name.split('-').next().unwrap() {
            "zh" => "cmn",
            tag => tag,
        };
        all.entry(tag.to_owned()).or_default().extend(texts(&folder));
    }
    all
}

fn wrong<'a>(tag: &str, usual: &str, texts: &'a [String]) -> Vec<(&'a str, String)> {
    let told = texts.iter().map(|text| (text.as_str(), Detector::new(usual).read(text).to_owned()));
    told.filter(|(_, told)| told != tag).collect()
}

#[test]
fn no_english_text_is_taken_for_anything_else() {
    let corpus = corpus();
    let english = &corpus["en"];
    assert!(english.len() > 900);
    let (mixed, wrong): (Vec<_>, Vec<_>) =
        wrong("en", "en", english).into_iter().partition(|(text, _)| is_half_foreign(text));
    assert_eq!(wrong, []);
    assert!(mixed.len() <= 3, "{mixed:?}");
}

/// Whether a text has whole sentences in another script, as some have that are about cuts between scripts. Those go to a
/// voice that reads both.
fn is_half_foreign(text: &str) -> bool {
    let foreign = text.chars().filter(|letter| letter.is_alphabetic() && *letter > '\u{24f}').count();
    foreign > text.split_whitespace().count()
}

/// Texts in all, and those told right.
fn share(tag: &str, texts: &[String]) -> (usize, usize) {
    (texts.len(), texts.len() - wrong(tag, "en", texts).len())
}

fn percent((all, right): (usize, usize)) -> f64 {
    100.0 * right as f64 / all as f64
}

/// What each language has at least, in percent. Their texts are hard ones, short and full of figures; of those with thirty
/// letters or more see below.
const LEAST: &[(&str, f64)] = &[
    ("it", 72.0),
    ("nl", 80.0),
    ("pl", 70.0),
    ("pt", 75.0),
    ("es", 77.0),
    ("tr", 74.0),
    ("de", 82.0),
    ("fr", 78.0),
];

#[test]
fn most_texts_are_told_without_knowing_what_was_before() {
    let corpus = corpus();
    let mut sum = (0, 0);
    for (tag, texts) in &corpus {
        let share = share(tag, texts);
        println!("{tag}: {} of {}, {:.1} %", share.1, share.0, percent(share));
        let least = LEAST.iter().find(|(language, _)| language == tag).map_or(92.0, |(_, least)| *least);
        assert!(percent(share) >= least, "{tag}: {:?}", wrong(tag, "en", texts));
        sum = (sum.0 + share.0, sum.1 + share.1);
    }
    println!("all: {} of {}, {:.1} %", sum.1, sum.0, percent(sum));
    assert!(percent(sum) >= 90.5);
}

#[test]
fn nearly_all_are_told_that_have_thirty_letters() {
    let letters = |text: &&String| text.chars().filter(|letter| letter.is_alphabetic()).count();
    let mut sum = (0, 0);
    for (tag, texts) in corpus() {
        let long: Vec<_> = texts.iter().filter(|text| letters(text) >= 30).cloned().collect();
        let share = share(&tag, &long);
        println!("{tag}: {} of {}", share.1, share.0);
        sum = (sum.0 + share.0, sum.1 + share.1);
    }
    println!("all: {} of {}, {:.1} %", sum.1, sum.0, percent(sum));
    assert!(percent(sum) >= 95.0);
}

#[test]
fn a_language_that_is_usual_is_hardly_ever_left() {
    let corpus = corpus();
    let all: usize = corpus.values().map(Vec::len).sum();
    let left: usize = corpus.iter().map(|(tag, texts)| wrong(tag, tag, texts).len()).sum();
    println!("left: {left} of {all}");
    assert!(left * 200 <= all);
}
