//! A protocol is a folder with a card, a page that specifies it, and fixtures that show it.

use super::finding::Finding;
use super::rust::{has_word, lines};
use super::tree::{File, Tree};

const ADAPTERS: &str = "crates/wire/src/";

/// Every folder of `wire` that has a card has a page and at least one transcript.
pub(crate) fn each_has_a_page_and_fixtures(tree: &Tree) -> Vec<Finding> {
    let protocols = tree.files.iter().filter_map(|file| Some((file, protocol_of(file)?)));
    protocols.flat_map(|(file, name)| what_lacks(tree, &file.path, name)).collect()
}

/// The protocol whose `mod.rs` this is.
fn protocol_of(file: &File) -> Option<&str> {
    let name = file.path.strip_prefix(ADAPTERS)?.strip_suffix("/mod.rs")?;
    let has_card = lines(&file.text).iter().any(|line| has_word(&line.code, "CARD"));
    (has_card && !name.contains('/')).then_some(name)
}

fn what_lacks(tree: &Tree, path: &str, name: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let page = format!("docs/protocols/{name}.md");
    if tree.file(&page).is_none() {
        findings.push(Finding::new(path, 1, format!("the protocol `{name}` has no page; write {page}")));
    }
    let fixtures = format!("{ADAPTERS}{name}/fixtures/");
    let is_transcript = |file: &File| file.path.starts_with(&fixtures) && file.path.ends_with(".transcript");
    if !tree.files.iter().any(is_transcript) {
        let message = format!("the protocol `{name}` has no transcript; write one in {fixtures}");
        findings.push(Finding::new(path, 1, message));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::super::tree::made_up::tree;
    use super::*;

    const CARD: (&str, &str) = ("crates/wire/src/acme/mod.rs", "pub static CARD: ProtocolCard = x;");
    const PAGE: (&str, &str) = ("docs/protocols/acme.md", "");
    const FIXTURE: (&str, &str) = ("crates/wire/src/acme/fixtures/flush.transcript", "");

    #[test]
    fn a_protocol_with_all_its_papers_is_well() {
        assert_eq!(each_has_a_page_and_fixtures(&tree(&[CARD, PAGE, FIXTURE])), []);
    }

    #[test]
    fn what_a_protocol_lacks_is_named() {
        let without_page = each_has_a_page_and_fixtures(&tree(&[CARD, FIXTURE]));
        assert!(without_page[0].to_string().contains("write docs/protocols/acme.md"));
        let without_fixture = each_has_a_page_and_fixtures(&tree(&[CARD, PAGE]));
        assert!(without_fixture[0].to_string().contains("crates/wire/src/acme/fixtures/"));
    }

    #[test]
    fn a_folder_without_a_card_is_no_protocol() {
        assert_eq!(each_has_a_page_and_fixtures(&tree(&[(CARD.0, "mod a; // a CARD")])), []);
    }
}
