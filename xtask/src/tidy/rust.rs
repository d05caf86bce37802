//! Rust taken apart just far enough: what is code, what is comment, what is test.
//!
//! No parser: words in strings are dropped, so that a rule that looks for a word finds only those that mean something.

/// One line, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// From 1.
    pub(crate) number: usize,
    /// Without comments and without what is between quotes.
    pub(crate) code: String,
    /// What its comments say.
    pub(crate) comment: String,
}

/// Where in a file the scanner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Code,
    /// In so many nested block comments.
    Comment(usize),
    Text,
    /// In a raw string that ends with a quote and so many `#`.
    RawText(usize),
}

/// All lines of a file.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut mode = Mode::Code;
    text.lines().enumerate().map(|(index, line)| take_apart(index + 1, line, &mut mode)).collect()
}

/// The lines of a file that are not inside its `#[cfg(test)]` modules.
pub(crate) fn production(text: &str) -> Vec<Line> {
    let lines = lines(text);
    let mut kept = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if opens_tests(&lines[at..]) {
            at += length_of_block(&lines[at..]);
        } else {
            kept.push(lines[at].clone());
            at += 1;
        }
    }
    kept
}

/// Whether `needle` stands in `code` on its own: no longer name has it as a part.
pub(crate) fn has_word(code: &str, needle: &str) -> bool {
    let is_inside = |c: char| c.is_alphanumeric() || c == '_';
    let goes_on_before = |at: usize| needle.starts_with(is_inside) && code[..at].ends_with(is_inside);
    let goes_on_after =
        |at: usize| needle.ends_with(is_inside) && code[at + needle.len()..].starts_with(is_inside);
    code.match_indices(needle).any(|(at, _)| !goes_on_before(at) && !goes_on_after(at))
}

fn opens_tests(rest: &[Line]) -> bool {
    let is_module = |line: &Line| has_word(&line.code, "mod ") && line.code.contains('{');
    rest[0].code.contains("#[cfg(test)]") && rest.iter().take(3).any(is_module)
}

/// How many lines it takes until every brace is closed.
fn length_of_block(rest: &[Line]) -> usize {
    let mut depth = 0_usize;
    for (index, line) in rest.iter().enumerate() {
        depth += line.code.matches('{').count();
        let closed = line.code.matches('}').count();
        if closed > 0 && closed >= depth {
            return index + 1;
        }
        depth -= closed;
    }
    rest.len()
}

fn take_apart(number: usize, text: &str, mode: &mut Mode) -> Line {
    let chars: Vec<char> = text.chars().collect();
    let mut line = Line { number, code: String::new(), comment: String::new() };
    let mut at = 0;
    while at < chars.len() {
        at += step(&chars[at..], &mut line, mode);
    }
    line
}

/// Takes the next piece of a line and returns how many characters it had.
fn step(rest: &[char], line: &mut Line, mode: &mut Mode) -> usize {
    match *mode {
        Mode::Code => step_in_code(rest, line, mode),
        Mode::Comment(depth) => step_in_comment(rest, line, (mode, depth)),
        Mode::Text => match rest {
            ['\\', _, ..] => 2,
            ['"', ..] => close_text(line, mode, 0),
            _ => 1,
        },
        Mode::RawText(hashes) if rest[0] == '"' && hashes_at(&rest[1..]) >= hashes => {
            close_text(line, mode, hashes)
        }
        Mode::RawText(_) => 1,
    }
}

fn close_text(line: &mut Line, mode: &mut Mode, hashes: usize) -> usize {
    *mode = Mode::Code;
    line.code.push('"');
    1 + hashes
}

fn step_in_comment(rest: &[char], line: &mut Line, (mode, depth): (&mut Mode, usize)) -> usize {
    match rest {
        ['*', '/', ..] => {
            *mode = if depth == 1 { Mode::Code } else { Mode::Comment(depth - 1) };
            2
        }
        ['/', '*', ..] => {
            *mode = Mode::Comment(depth + 1);
            2
        }
        _ => {
            line.comment.push(rest[0]);
            1
        }
    }
}

fn step_in_code(rest: &[char], line: &mut Line, mode: &mut Mode) -> usize {
    match rest {
        ['/', '/', said @ ..] => {
            line.comment.extend(said);
            rest.len()
        }
        ['/', '*', ..] => {
            *mode = Mode::Comment(1);
            2
        }
        ['"', ..] => {
            *mode = Mode::Text;
            line.code.push('"');
            1
        }
        ['r', after @ ..] if opens_raw_text(after, &line.code) => {
            let hashes = hashes_at(after);
            *mode = Mode::RawText(hashes);
            line.code.push('"');
            2 + hashes
        }
        ['\'', ..] => character_length(rest),
        [c, ..] => {
            line.code.push(*c);
            1
        }
        [] => 1,
    }
}

fn hashes_at(rest: &[char]) -> usize {
    rest.iter().take_while(|c| **c == '#').count()
}

fn opens_raw_text(after: &[char], code: &str) -> bool {
    let word = code.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    matches!(word, "" | "b" | "c") && after.get(hashes_at(after)) == Some(&'"')
}

/// A character between quotes is dropped as a whole; of a lifetime, the quote.
fn character_length(rest: &[char]) -> usize {
    match rest {
        ['\'', '\\', _, tail @ ..] => {
            3 + tail.iter().position(|c| *c == '\'').map_or(tail.len(), |at| at + 1)
        }
        ['\'', _, '\'', ..] => 3,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> String {
        lines(text).into_iter().map(|line| line.code).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn comments_are_apart_from_code() {
        let line = &lines("let a = 1; // why")[0];
        assert_eq!((line.code.as_str(), line.comment.as_str()), ("let a = 1; ", " why"));
        assert_eq!(code("a /* b /* c */ d */ e"), "a  e");
    }

    #[test]
    fn strings_are_emptied_over_lines_too() {
        assert_eq!(code("f(\"a // b\") // c"), "f(\"\") ");
        assert_eq!(code("f(\"a \\\" b\", 1)"), "f(\"\", 1)");
        assert_eq!(code("f(\"a\nthread::b\");"), "f(\"\n\");");
        assert_eq!(code("f(r#\"a \"b\" \"#, br\"x\");"), "f(\"\", b\"\");");
    }

    #[test]
    fn characters_do_not_open_strings() {
        assert_eq!(code("'\"', '\\'', '\\u{7f}', \"x\""), ", , , \"\"");
        assert_eq!(code("fn f<'a>(x: &'a str)"), "fn f<a>(x: &a str)");
    }

    #[test]
    fn test_modules_are_cut_out_and_what_follows_is_kept() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() { \"}\" }\n}\nfn c() {}\n";
        let kept: Vec<_> = production(text).iter().map(|line| line.number).collect();
        assert_eq!(kept, [1, 6]);
    }

    #[test]
    fn a_test_module_in_another_file_cuts_nothing() {
        assert_eq!(production("#[cfg(test)]\nmod tests;\nfn a() {}\n").len(), 3);
    }

    #[test]
    fn a_word_is_no_part_of_a_longer_name() {
        assert!(has_word("std::thread::spawn", "thread::"));
        assert!(!has_word("my_thread::spawn", "thread::"));
        assert!(has_word("socket.await?", ".await"));
        assert!(!has_word("phase.awaits_text()", ".await"));
    }
}
