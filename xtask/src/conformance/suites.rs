//! The list of suites: one a line, its name, its runtime's folder, its script.

use crate::failure::Failure;

/// One script and what runs it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Suite {
    /// As it is called in the summary.
    pub(crate) name: String,
    /// A folder under `conformance/runtimes/`.
    pub(crate) runtime: String,
    /// A path under `conformance/`.
    pub(crate) script: String,
}

/// Reads the list; empty lines, and those that begin with `#`, say nothing.
///
/// # Errors
/// If a line has not three words, a name stands twice, or no suite is listed.
pub(crate) fn parse(text: &str) -> Result<Vec<Suite>, Failure> {
    let mut suites: Vec<Suite> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        let at = |what: &str| Failure::new(format!("conformance/suites.txt:{}: {what}", index + 1));
        let suite = suite(line).ok_or_else(|| at("a suite is a name, a runtime and a script"))?;
        if suites.iter().any(|other| other.name == suite.name) {
            return Err(at("this name is taken; choose another"));
        }
        suites.push(suite);
    }
    if suites.is_empty() { Err(Failure::new("conformance/suites.txt lists no suite")) } else { Ok(suites) }
}

fn suite(line: &str) -> Option<Suite> {
    let words: Vec<_> = line.split_whitespace().map(str::to_owned).collect();
    let [name, runtime, script] = <[String; 3]>::try_from(words).ok()?;
    Some(Suite { name, runtime, script })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_suite_and_comments_are_none() {
        let suites = parse("# name runtime script\n\nnew  py-3  acme/new.py\n").unwrap();
        let expected = Suite { name: "new".into(), runtime: "py-3".into(), script: "acme/new.py".into() };
        assert_eq!(suites, [expected]);
    }

    #[test]
    fn a_line_that_is_no_suite_is_named() {
        assert!(parse("a b c\na b\n").unwrap_err().to_string().contains("suites.txt:2: a suite is"));
        assert!(parse("a b c\na d e\n").unwrap_err().to_string().contains("suites.txt:2: this name"));
    }

    #[test]
    fn an_empty_list_is_no_success() {
        assert!(parse("# nothing\n").is_err());
    }
}
