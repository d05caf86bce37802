//! The list of suites: one a line, its name, its runtime's folder, its script, and `tls` if its server shall speak that.

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
    /// What its server speaks.
    pub(crate) door: Door,
}

/// How a suite's server is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// `http` and `ws`.
    Plain,
    /// `https` and `wss`.
    Tls,
}

/// Reads the list; empty lines, and those that begin with `#`, say nothing.
///
/// # Errors
/// If a line has not three words, or four of which the last is `tls`, a name stands twice, or no suite is listed.
pub(crate) fn parse(text: &str) -> Result<Vec<Suite>, Failure> {
    let mut suites: Vec<Suite> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        let at = |what: &str| Failure::new(format!("conformance/suites.txt:{}: {what}", index + 1));
        let suite = suite(line)
            .ok_or_else(|| at("a suite is a name, a runtime, a script, and `tls` if it wants that"))?;
        if suites.iter().any(|other| other.name == suite.name) {
            return Err(at("this name is taken; choose another"));
        }
        suites.push(suite);
    }
    if suites.is_empty() { Err(Failure::new("conformance/suites.txt lists no suite")) } else { Ok(suites) }
}

fn suite(line: &str) -> Option<Suite> {
    let words: Vec<_> = line.split_whitespace().collect();
    let (words, door) = match words.split_last() {
        Some((&"tls", words)) => (words, Door::Tls),
        _ => (words.as_slice(), Door::Plain),
    };
    let [name, runtime, script] = <[&str; 3]>::try_from(words).ok()?.map(str::to_owned);
    Some(Suite { name, runtime, script, door })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_suite_and_comments_are_none() {
        let suites = parse("# name runtime script\n\nnew  py-3  acme/new.py\n").unwrap();
        let words = ["new", "py-3", "acme/new.py"].map(str::to_owned);
        let [name, runtime, script] = words;
        assert_eq!(suites, [Suite { name, runtime, script, door: Door::Plain }]);
    }

    #[test]
    fn a_line_that_is_no_suite_is_named() {
        assert!(parse("a b c\na b\n").unwrap_err().to_string().contains("suites.txt:2: a suite is"));
        assert!(parse("a b c\na d e\n").unwrap_err().to_string().contains("suites.txt:2: this name"));
    }

    #[test]
    fn a_suite_may_want_tls() {
        let suites = parse("a b c tls\nd e f\n").unwrap();
        assert_eq!(suites.iter().map(|suite| suite.door).collect::<Vec<_>>(), [Door::Tls, Door::Plain]);
        assert!(parse("a b tls\n").is_err());
        assert!(parse("a b c ssl\n").is_err());
    }

    #[test]
    fn an_empty_list_is_no_success() {
        assert!(parse("# nothing\n").is_err());
    }
}
