//! Tags are never shown; some of them change how the text is read.

use crate::reading;
use markup::{Markup, Piece, Syntax, Warning};

fn check(cases: &[(&str, &str)]) {
    for (source, shown) in cases {
        assert_eq!(reading::read(Syntax::default(), source), *shown, "{source:?}");
    }
}

#[test]
fn what_is_no_tag_is_text() {
    for text in [
        "If x < 5 and y > 3",
        "I <3 you",
        "a<b and c>d",
        "<foo> <x y=\"z\">",
        "<",
        "a <b <c",
        "</3",
        "<!x <?",
    ] {
        assert_eq!(reading::read(Syntax::default(), text), text);
    }
}

#[test]
fn tags_are_skipped() {
    check(&[
        ("<b>Hello</b>, <I class='x'>you</I>.", "Hello, you."),
        ("<speak>Hi <!-- not > this --> there</speak>", "Hi  there"),
        ("<?xml version=\"1.0\"?><!DOCTYPE speak [<!ENTITY a \"b\">]><speak>&a;</speak>", "&a;"),
        ("<speak><![CDATA[a <b> **c**]]> d</speak>", "a <b> **c** d"),
        ("<speak><p><s>One</s><s>Two</s></p>Three</speak>", "One\n||Two\n||Three"),
        ("a<br>b<br/><td>c</td>", "a\nb\nc "),
        ("<speak>x <foo bar=\"1\">y</foo></speak> <foo>", "x ?y <foo>"),
        ("<audio src=\"x\">beep</audio>", "?beep"),
        ("Cut <break time=\"5", "Cut "),
    ]);
}

#[test]
fn breaks_are_lengths() {
    check(&[
        ("a <break time=\"500ms\"/> b", "a {500} b"),
        ("<break time='1.5s'></break><break strength=\"weak\"/><break/>", "{1500}{150}{300}"),
        ("<break time=\"99s\"/><break time=\"soon\"/><break time=5s/>", "{10000}??"),
    ]);
}

#[test]
fn stretches_are_read_in_a_manner() {
    check(&[
        ("The <sub alias=\"World &amp; Co\">W**C</sub> is", "The World & Co is"),
        ("<say-as interpret-as=\"characters\">A1</say-as> b", "<c:A1> b"),
        ("<say-as interpret-as=\"date\" format=\"mdy\">1/2</say-as>", "<as:1/2>"),
        ("<phoneme alphabet=\"ipa\" ph=\"kriːt\">Crete</phoneme>", "<kriːt:Crete>"),
        ("<phoneme alphabet=\"x-sampa\" ph=\"x\">a</phoneme>", "?a"),
        ("<say-as interpret-as=\"mood\">a</say-as>b", "?ab"),
        ("<say-as interpret-as='digits'>a <phoneme ph='b'>b</phoneme> c</say-as>", "<as:a b c>"),
    ]);
}

#[test]
fn styles_hold_until_their_element_ends() {
    check(&[
        ("<prosody rate=\"slow\">a <prosody pitch=\"high\">b</prosody> c</prosody> d", "~a ~b~ c~ d"),
        ("<voice name=\"x\">a<lang xml:lang=\"de\">b</voice>c</lang>", "?~a~b~c"),
        ("<prosody rate='slow'>a</prosody>, b", "~a,~ b"),
        ("<prosody rate='slow'>a</prosody><break/>.", "~a~{300}."),
        ("<prosody contour='x'>a</prosody>", "?a"),
    ]);
}

#[test]
fn depth_and_warnings_are_bounded() {
    let deep = format!("{}x{}", "<prosody rate='slow'>".repeat(10_000), "</prosody>".repeat(10_000));
    let pieces = reading::pieces(Syntax::default(), &[&deep]);
    let styles = pieces.iter().filter(|piece| matches!(piece, Piece::Mark(_))).count();
    let warnings = pieces.iter().filter(|piece| matches!(piece, Piece::Warning(_))).count();
    assert!(styles <= 64 && warnings == 16, "{styles} {warnings}");
    assert!(pieces.contains(&Piece::Warning(Warning::TooDeep(32))));
    assert!(pieces.contains(&Piece::Shown(1)));
}

#[test]
fn a_comment_that_never_ends_is_given_up() {
    let source = format!("<!-- {}end", "x".repeat(10_000));
    assert!(reading::read(Syntax::default(), &source).ends_with("xend"));
}

#[test]
fn markdown_alone_leaves_tags() {
    let markdown = Syntax { markup: Markup::Markdown, ..Syntax::default() };
    let tags = Syntax { markup: Markup::Tags, ..Syntax::default() };
    assert_eq!(reading::read(markdown, "**a** <b>"), "a <b>");
    assert_eq!(reading::read(tags, "# **a** <b>c"), "# **a** c");
}
