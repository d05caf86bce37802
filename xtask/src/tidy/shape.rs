//! The shape of files: no promises, none too long, none that prints.

use super::finding::Finding;
use super::rust::{has_word, lines, production};
use super::tree::File;

/// Words that promise work instead of doing it; in halves, so that a search for them does not end here.
const PROMISES: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
/// Lines of production code in a file.
const MOST_LINES: usize = 500;
/// Files that may be longer, each with the reason.
const LONGER: &[(&str, &str)] = &[];
/// Macros that write past the log.
const PRINTING: &[&str] = &["println!", "print!", "eprintln!", "eprint!", "dbg!"];
/// Programs, whose output is what they are for.
const MAY_PRINT: &[&str] = &["bench/", "crates/server/", "fuzz/", "score/", "xtask/"];

/// What is worth doing has an issue, or is done now.
pub(crate) fn no_promises(file: &File) -> Vec<Finding> {
    let promising = comments(file).into_iter().filter_map(|(line, text)| {
        let word = PROMISES.iter().find(|word| is_word_in(&text, word))?;
        Some(Finding::new(
            &file.path,
            line,
            format!("`{word}`: do it now, or open an issue and name it here"),
        ))
    });
    promising.collect()
}

/// In Rust the comments; in other files, whose strings we cannot tell, the whole lines.
fn comments(file: &File) -> Vec<(usize, String)> {
    if file.is_rust() {
        return lines(&file.text).into_iter().map(|line| (line.number, line.comment)).collect();
    }
    file.text.lines().enumerate().map(|(index, line)| (index + 1, line.to_owned())).collect()
}

fn is_word_in(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|part| part == word)
}

/// A long file has an idea in it that wants its own name.
pub(crate) fn no_long_file(file: &File) -> Vec<Finding> {
    let may_be_long = file.is_test() || LONGER.iter().any(|(path, _)| *path == file.path);
    if !file.is_rust() || may_be_long {
        return Vec::new();
    }
    let length = production(&file.text).len();
    if length <= MOST_LINES {
        return Vec::new();
    }
    let message = format!(
        "{length} lines of production code, more than {MOST_LINES}; find the idea that wants its own file"
    );
    vec![Finding::new(&file.path, 1, message)]
}

/// Libraries log; they never print.
pub(crate) fn no_printing(file: &File) -> Vec<Finding> {
    let is_program =
        MAY_PRINT.iter().any(|start| file.path.starts_with(start)) || file.path.ends_with("/build.rs");
    if !file.is_rust() || is_program || file.is_test() {
        return Vec::new();
    }
    let printing = production(&file.text).into_iter().filter_map(|line| {
        let word = PRINTING.iter().find(|word| has_word(&line.code, word))?;
        Some(Finding::new(
            &file.path,
            line.number,
            format!("`{word}` in a library; return it, or let the server log it"),
        ))
    });
    printing.collect()
}

#[cfg(test)]
mod tests {
    use super::super::tree::made_up::file;
    use super::*;

    #[test]
    fn a_promise_is_found_in_comments_only() {
        let promise = concat!("TO", "DO");
        let found = no_promises(&file("crates/a/src/a.rs", &format!("fn a() {{}}\n// {promise}: later\n")));
        assert!(found[0].to_string().starts_with("crates/a/src/a.rs:2: `TO"));
        let innocent = format!("const A: &str = \"{promise}\"; // {promise}S are another word\n");
        assert_eq!(no_promises(&file("crates/a/src/a.rs", &innocent)), []);
        assert_eq!(no_promises(&file("conformance/a.py", &format!("# {promise}\n"))).len(), 1);
    }

    #[test]
    fn a_long_file_is_found_and_its_tests_do_not_count() {
        let long = "fn a() {}\n".repeat(MOST_LINES);
        assert_eq!(no_long_file(&file("crates/a/src/a.rs", &format!("{long}fn b() {{}}\n"))).len(), 1);
        let tests = "#[cfg(test)]\nmod tests {\n    fn a() {}\n}\n";
        assert_eq!(no_long_file(&file("crates/a/src/a.rs", &format!("{long}{tests}"))), []);
    }

    #[test]
    fn a_library_that_prints_is_found() {
        let text = "fn a() {\n    eprintln!(\"x\");\n}\n";
        assert_eq!(no_printing(&file("crates/audio/src/a.rs", text)).len(), 1);
        for path in ["crates/server/src/a.rs", "crates/audio/tests/a.rs", "crates/engines/espeak/build.rs"] {
            assert_eq!(no_printing(&file(path, text)), [], "{path}");
        }
        assert_eq!(
            no_printing(&file("crates/audio/src/a.rs", "// println!(1)\nconst A: &str = \"print!\";\n")),
            []
        );
    }
}
