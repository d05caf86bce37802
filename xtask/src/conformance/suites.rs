//! The list of suites: one a line, its name, its runtime's folder, its script, its client, and what else it wants.

use crate::failure::Failure;

/// One script and what runs it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Suite {
    /// As it is called in the summary.
    pub(crate) name: String,
    /// A folder under `conformance/runtimes/`.
    pub(crate) runtime: String,
    /// A path under `conformance/`, whose first folder is the protocol's, or `browser`.
    pub(crate) script: String,
    /// The packages that it is about, as their index names them.
    pub(crate) clients: Vec<String>,
    /// What its server speaks.
    pub(crate) door: Door,
}

/// How a suite's server is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Door {
    /// `http` and `ws`.
    Plain,
    /// `https` and `wss`, for clients that insist on it.
    Tls,
}

impl Suite {
    /// The protocol that it speaks: its script's folder. Pages in a browser speak several.
    pub(crate) fn protocol(&self) -> &str {
        match self.script.split('/').next().unwrap_or_default() {
            "browser" => "several",
            protocol => protocol,
        }
    }
}

/// Reads the list; empty lines, and those that begin with `#`, say nothing.
///
/// # Errors
/// If a line has not four words and perhaps `tls`, a name stands twice, or no suite is listed.
pub(crate) fn parse(text: &str) -> Result<Vec<Suite>, Failure> {
    let mut suites: Vec<Suite> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        let at = |what: &str| Failure::new(format!("conformance/suites.txt:{}: {what}", index + 1));
        let suite = suite(line)
            .ok_or_else(|| at("a suite is a name, a runtime, a script, clients, and perhaps `tls`"))?;
        if suites.iter().any(|other| other.name == suite.name) {
            return Err(at("this name is taken; choose another"));
        }
        suites.push(suite);
    }
    if suites.is_empty() { Err(Failure::new("conformance/suites.txt lists no suite")) } else { Ok(suites) }
}

/// Those of `suites` that have one of `names`, or all if there are none.
///
/// # Errors
/// If a name is no suite's.
pub(crate) fn named(suites: Vec<Suite>, names: &[&str]) -> Result<Vec<Suite>, Failure> {
    if let Some(name) = names.iter().find(|name| !suites.iter().any(|suite| suite.name == **name)) {
        return Err(Failure::new(format!("no suite `{name}` in conformance/suites.txt")));
    }
    Ok(suites.into_iter().filter(|suite| names.is_empty() || names.contains(&suite.name.as_str())).collect())
}

fn suite(line: &str) -> Option<Suite> {
    let mut words = line.split_whitespace().map(str::to_owned);
    let (name, runtime, script) = (words.next()?, words.next()?, words.next()?);
    let clients = words.next()?.split('+').map(str::to_owned).collect();
    let door = match words.next().as_deref() {
        None => Door::Plain,
        Some("tls") => Door::Tls,
        Some(_) => return None,
    };
    words.next().is_none().then_some(Suite { name, runtime, script, clients, door })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_suite_and_comments_are_none() {
        let suites = parse("# name runtime script client\n\nnew  py-3  acme/new.py acme\n").unwrap();
        let [suite] = suites.as_slice() else { panic!("{suites:?}") };
        assert_eq!((suite.name.as_str(), suite.runtime.as_str(), suite.protocol()), ("new", "py-3", "acme"));
        assert_eq!((suite.clients.as_slice(), suite.door), (["acme".to_owned()].as_slice(), Door::Plain));
    }

    #[test]
    fn a_suite_may_be_about_two_packages_and_want_tls() {
        let suite = suite("a b c plugin+host tls").unwrap();
        assert_eq!((suite.clients, suite.door), (vec!["plugin".into(), "host".into()], Door::Tls));
    }

    #[test]
    fn pages_in_a_browser_are_of_no_one_protocol() {
        assert_eq!(suite("a b browser/c.mjs d").unwrap().protocol(), "several");
    }

    #[test]
    fn a_line_that_is_no_suite_is_named() {
        assert!(parse("a b c d\na b\n").unwrap_err().to_string().contains("suites.txt:2: a suite is"));
        assert!(parse("a b c d wss\n").unwrap_err().to_string().contains("suites.txt:1: a suite is"));
        assert!(parse("a b c d\na d e f\n").unwrap_err().to_string().contains("suites.txt:2: this name"));
    }

    #[test]
    fn suites_are_chosen_by_their_names() {
        let all = || parse("a b c d\ne b c d\n").unwrap();
        let chosen = |names: &[&str]| named(all(), names).map(|suites| suites.len());
        assert_eq!((chosen(&[]), chosen(&["e"])), (Ok(2), Ok(1)));
        assert!(chosen(&["x"]).is_err());
    }

    #[test]
    fn an_empty_list_is_no_success() {
        assert!(parse("# nothing\n").is_err());
    }
}
