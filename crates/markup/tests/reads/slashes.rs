//! Sounds between slashes.

use crate::reading;
use markup::{Sounds, Syntax};

const SLASHES: Syntax = Syntax { sounds: Sounds::Slashes, ..Syntax::AS_WRITTEN };

#[test]
fn sounds_are_known_by_their_signs() {
    for (source, shown) in [
        ("On /kriːt/.", "On <kriːt:kriːt>."),
        ("(/ˈkæt/)", "(<ˈkæt:ˈkæt>)"),
        ("/həˈləʊ wɜːld/ said", "<həˈləʊ wɜːld:həˈləʊ wɜːld> said"),
        ("/iː/, /ɪ/", "<iː:iː>, <ɪ:ɪ>"),
    ] {
        assert_eq!(reading::read(SLASHES, source), shown);
        assert_eq!(reading::read(Syntax::default(), source), source, "nobody asked for it");
    }
}

#[test]
fn other_slashes_stay() {
    let long = format!("/{}/", "iː".repeat(40));
    for text in [
        "and/or/but",
        "/usr/bin/",
        "1/2/2024",
        "/kat/",
        "/ iː/",
        "/iː /",
        "a/iː/",
        "/iː/b",
        "https://x/iː/",
        "//iː//",
        "/iː",
        "/café/",
        "/Iː/",
        "/ iː /",
        "//",
        "/",
        &long,
    ] {
        assert_eq!(reading::read(SLASHES, text), text);
    }
}
