//! Scores the normaliser alone on `corpus/`, by its words: `cargo run -p normaliser --example corpus -- de [category] [-f]`.
//! `cargo xtask corpus` is the whole judgement: it also cuts the texts and asks the voice how it says them.
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a tool for those who write rules")]

use normaliser::Normaliser;
use speech::Language;

fn words(text: &str) -> String {
    let divide = |c: char| {
        matches!(
            c,
            '-' | '"'
                | '('
                | ')'
                | '['
                | ']'
                | '{'
                | '}'
                | '¿'
                | '¡'
                | '«'
                | '»'
                | '…'
                | '・'
                | '।'
                | '॥'
                | '،'
                | '؛'
                | '؟'
        ) || matches!(c, '\u{2010}'..='\u{2015}' | '“' | '”' | '„' | '‘' | '‚' | '‹' | '›' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}')
            || matches!(c, '！' | '，' | '．' | '：' | '；' | '？' | '（' | '）')
    };
    let divided: String = text.to_lowercase().chars().map(|c| if divide(c) { ' ' } else { c }).collect();
    let edge = |c| matches!(c, '.' | ',' | ':' | ';' | '!' | '?' | '\'' | '’');
    let words: Vec<&str> = divided
        .split_whitespace()
        .map(|word| word.trim_matches(edge))
        .filter(|word| !word.is_empty())
        .collect();
    let solid =
        |c: char| matches!(c, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}');
    let all: Vec<char> = words.join(" ").replace('’', "'").chars().collect();
    let needless = |at: usize| {
        all[at] == ' '
            && [at.wrapping_sub(1), at + 1].iter().any(|&at| all.get(at).is_some_and(|&c| solid(c)))
    };
    (0..all.len()).filter(|&at| !needless(at)).map(|at| all[at]).collect()
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let failures = args.iter().any(|arg| arg == "-f");
    let (language, category) = (&args[0], args.get(1).filter(|arg| *arg != "-f"));
    let normaliser = Normaliser::new(&Language::new(language));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus/");
    let mut files: Vec<_> =
        std::fs::read_dir(format!("{folder}{language}")).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let (mut all, mut right) = (0, 0);
    for file in files {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        if category.is_some_and(|category| !name.contains(category.as_str())) {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        let (mut of, mut good) = (0, 0);
        for block in text.split("\n\n").skip(1) {
            let lines: Vec<&str> = block.lines().filter(|line| !line.starts_with('#')).collect();
            let Some((case, readings)) = lines.split_first() else { continue };
            let readings: Vec<String> =
                readings.iter().map(|line| words(line.trim_start_matches('='))).collect();
            if readings.is_empty() {
                continue;
            }
            let case = case.replace('╎', "").replace('⏎', "\n").replace('⇥', "\t").replace('␠', " ");
            let spoken: Vec<String> =
                case.split('¦').map(|part| normaliser.read(part).text.as_str().to_owned()).collect();
            let said = words(&spoken.join(" "));
            of += 1;
            if readings.contains(&said) {
                good += 1;
            } else if failures {
                println!("{name}: {case}\n  said  {said}\n  right {}", readings.join("\n        "));
            }
        }
        println!("{name:32} {good:4} of {of:4}");
        (all, right) = (all + of, right + good);
    }
    println!("{language}: {right} of {all}, {:.1} %", 100.0 * right as f64 / all.max(1) as f64);
}
