//! Any division of a text gives the same pieces, and they account for all of it; little waits.

use crate::reading;
use markup::{Code, Piece, Sounds, Syntax, View};
use proptest::prelude::*;

const PARTS: &[&str] = &[
    "/",
    "iː",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "`",
    "``",
    "```",
    "~~~",
    "#",
    "## ",
    "- ",
    "-",
    "--",
    "---",
    "=",
    ">",
    "> ",
    "|",
    "[",
    "]",
    "](",
    "(",
    ")",
    "![",
    "[^",
    "1",
    "x",
    "\\",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    " ",
    "word",
    "语",
    "é",
    "👩‍💻",
    "<",
    ">",
    "</",
    "/>",
    "<b>",
    "<emphasis level='strong'>",
    "</emphasis>",
    "</b>",
    "<break",
    " time=\"",
    "5ms",
    "\"",
    "'",
    "=",
    "<speak>",
    "</speak>",
    "<s>",
    "</s>",
    "<sub alias=\"x y\">",
    "</sub>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<!DOCTYPE",
    "<?x",
    "?>",
    "&",
    "amp",
    ";",
    "&lt;",
    "<prosody rate='slow'>",
    "</prosody>",
    "<say-as interpret-as='characters'>",
    "</say-as>",
    "<phoneme ph='x'>",
    "</phoneme>",
    "https://a.b/c",
    "<https:",
    "@",
    "!",
    ".",
    ":",
    "+ ",
    "[ ] ",
    "\n[1]: http",
    "\n[x",
    "<br>",
    "<foo>",
    "title\"",
    " \"title\")",
    "](/x",
    "C:\\",
    "\\\\s",
    "Capital",
    "''",
    "```c\n",
    "2*-3",
    "<b>.",
    "<b c",
    "]: https://x \"t\"\n",
    "--------",
    "________",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

fn adversarial() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 0..60).prop_map(|parts| parts.concat())
}

fn divide<'a>(text: &'a str, cuts: &[bool]) -> Vec<&'a str> {
    let cuts = text.char_indices().zip(cuts.iter().cycle()).filter(|(_, cut)| **cut).map(|((at, _), _)| at);
    let mut start = 0;
    let mut parts = Vec::new();
    for at in cuts.chain([text.len()]) {
        parts.push(&text[start..at]);
        start = at;
    }
    parts
}

fn check(text: &str, parts: &[&str]) {
    for code in [Code::Skip, Code::Say, Code::Spell] {
        let how = Syntax { code, sounds: Sounds::Slashes, ..Syntax::default() };
        let whole = reading::pieces(how, &[text]);
        assert_eq!(whole.iter().map(reading::length).sum::<usize>(), text.len());
        assert_eq!(whole, reading::pieces(how, parts), "{text:?}");
        assert!(whole.iter().all(|piece| !matches!(piece, Piece::Instead { shown, .. } if shown.is_empty())));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn however_it_is_divided(text in adversarial(), cuts in prop::collection::vec(any::<bool>(), 1..40)) {
        check(&text, &divide(&text, &cuts));
    }

    #[test]
    fn character_by_character(text in adversarial()) {
        check(&text, &divide(&text, &[true]));
    }

    #[test]
    fn whatever_the_text(text in any::<String>(), cuts in prop::collection::vec(any::<bool>(), 1..40)) {
        check(&text, &divide(&text, &cuts));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    /// The helper checks that the pieces of each part account for it.
    #[test]
    fn however_it_is_released(text in adversarial(), cuts in prop::collection::vec(any::<bool>(), 1..40)) {
        reading::released(Syntax { sounds: Sounds::Slashes, ..Syntax::default() }, &divide(&text, &cuts));
    }
}

#[test]
fn a_release_behind_every_character_makes_little_work() {
    for unit in
        ["<", "</", "<b x", "</sub", "](https://x", "<!--", "<sub alias='x'>y</su", "]]>", "<speak></x "]
    {
        let mut view = View::new(Syntax::default());
        for c in unit.chars().cycle().take(1 << 16) {
            view.push(c.encode_utf8(&mut [0; 4]));
            view.settle_all();
            let bytes = view.take().iter().map(reading::length).sum::<usize>();
            assert_eq!((bytes, view.waiting()), (c.len_utf8(), ""), "{unit:?}");
        }
    }
}

/// Pushes `unit`, repeated to a megabyte, character by character.
fn trickle(unit: &str) {
    let mut view = View::new(Syntax::default());
    let mut passed = 0;
    for c in unit.chars().cycle().take(1 << 20) {
        view.push(c.encode_utf8(&mut [0; 4]));
        passed += view.take().iter().map(reading::length).sum::<usize>();
        assert!(view.waiting().len() <= 1_100, "{unit:?}: {} bytes wait", view.waiting().len());
    }
    assert!(passed > 0);
}

#[test]
fn little_waits_of_a_hostile_megabyte() {
    for unit in [
        "<",
        "[",
        "`",
        "<a",
        "<b x",
        "](x",
        "](",
        "<!--",
        "&",
        "&amp",
        "*",
        "_",
        "#",
        "-",
        "|",
        "\\",
        "<sub alias='x'>y",
        "![",
        "[^1",
        "\n- ",
        "<b a='",
        "<em a",
        "](/x \"",
        "\n|x",
        "\n``` x",
        "\n[1]: http",
        "<break/>",
    ] {
        trickle(unit);
    }
}
