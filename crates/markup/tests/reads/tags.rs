//! Tags are never shown; some of them change how the text is read.

use crate::reading;
use markup::{Markup, Piece, Syntax, View, Warning};

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
        "<x y=\"z\">",
        "<foo.bar> and <foo bar>",
        "a List<int> and Vec<String>.",
        "a <foo b",
        "<",
        "a <b <c",
        "</3",
        "<!x <?",
        "We keep x <u small. So far, so good.",
        "while n<p and q==r or s>t do",
        "for k<b step j=2 we count. Later k>9.",
        "an array<q> of them",
        "Map<a>, then",
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
        ("<speak>x <foo bar=\"1\">y</foo></speak> <foo>", "x ?y ?"),
        ("<audio src=\"x\">beep</audio>", "?beep"),
        ("Cut <break time=\"5", "Cut "),
        ("<speak>a <b holds. Yes</speak>", "a <b holds. Yes"),
        ("mis<b>under</b>stood <a href='x.html'>it</a> <font size=3>all", "misunderstood it all"),
    ]);
}

/// What each part shows where a release comes behind every one.
fn check_released(cases: &[(&[&str], &[&str])]) {
    for (parts, shown) in cases {
        assert_eq!(reading::released(Syntax::default(), parts), *shown, "{parts:?}");
    }
}

#[test]
fn a_release_in_a_closing_tag_neither_reads_it_nor_what_follows_wrongly() {
    const SUB: &str = "<sub alias='doctor'>Dr.";
    for cut in 0..="</sub>".len() {
        let (before, behind) = "</sub>".split_at(cut);
        let parts = [format!("{SUB}{before}"), format!("{behind} Smith"), " is in".to_owned()];
        let parts = parts.each_ref().map(String::as_str);
        assert_eq!(
            reading::released(Syntax::default(), &parts),
            ["doctor", " Smith", " is in"],
            "{before:?}"
        );
    }
    for cut in 1..="</prosody>".len() {
        let (before, behind) = "</prosody>".split_at(cut);
        let parts = [format!("<prosody rate='50%'>slow{before}"), format!("{behind} fast")];
        let parts = parts.each_ref().map(String::as_str);
        assert_eq!(reading::released(Syntax::default(), &parts).concat(), "~slow~ fast", "{before:?}");
    }
    check_released(&[
        (&["<b>one</", "b> two"], &["one", " two"]),
        (&["<b>one<", "/b> two"], &["one", " two"]),
        (&["one</b", "", " > two"], &["one", "", " two"]),
        (&["one</p", ">two"], &["one", "\n|two"]),
        (&["<speak>one</spe", "ak>two <x>"], &["one", "two <x>"]),
        (&["one <break time='5", "ms'/> two"], &["one ", "{5} two"]),
        (&["[x](https://a.exa", "mple/b) two"], &["[x]", " two"]),
        (&["<!-- a --", "> two"], &["", " two"]),
        (&["<speak><![CDATA[a]]", "> two"], &["a", " two"]),
    ]);
}

#[test]
fn unknown_tags_are_skipped_and_what_they_enclose_is_read() {
    check(&[
        ("He said <unknown>this</unknown> twice.", "He said ?this twice."),
        ("<thinking>So</thinking>", "?So"),
        ("Done.<tool_call id=\"1\">x</tool_call>", "Done.?x"),
    ]);
    let mut view = View::new(Syntax::default());
    view.push("<thinking>So</thinking>");
    view.settle_all();
    let pieces = view.take();
    let warnings = pieces.iter().filter(|piece| matches!(piece, Piece::Warning(Warning::Unknown)));
    assert_eq!(warnings.count(), 1);
}

#[test]
fn what_a_release_took_for_a_tag_hides_nothing_that_follows() {
    check_released(&[
        (&["one</sub", " Smith is > 3"], &["one", " Smith is > 3"]),
        (&["one</", "3 two"], &["one", "3 two"]),
        (&["one<", " two"], &["one", " two"]),
        (&["is x <", " 5 or 6<", "7"], &["is x <", " 5 or 6<", "7"]),
        (&["one</b", "elow it all"], &["one", "elow it all"]),
        (&["<speak>one</sub", " Smith is</speak>"], &["one", " Smith is"]),
        (&["<sub alias='a'>b</su", "per c</sub> d"], &["a", " d"]),
        (&["<sub alias='a'></su", "b> d"], &["", " d"]),
        (&["<sub alias='a'></su", "per</sub> d"], &["", "a d"]),
    ]);
    let long = "x".repeat(5_000);
    assert_eq!(reading::released(Syntax::default(), &["a</sub", &long])[1], long);
}

#[test]
fn breaks_are_lengths() {
    check(&[
        ("a <break time=\"500ms\"/> b", "a {500} b"),
        ("a<break time='7s'/><break time='6s'/>b<break/> <break/>c", "a{10000}b{300} {300}c"),
        ("<break time='1.5s'></break><break strength=\"weak\"/><break/>", "{1950}"),
        ("<break time=\"99s\"/><break time=\"soon\"/><break time=5s/>", "??{10000}"),
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
        ("<voice name=\"x\">a<lang xml:lang=\"de\">b</voice>c</lang>", "~a~b~c"),
        ("<prosody rate='slow'>a</prosody>, b", "~a,~ b"),
        ("<prosody rate='slow'>a</prosody><break/>.", "~a~{300}."),
        ("<prosody contour='x'>a</prosody>", "?a"),
    ]);
}

#[test]
fn emphasis_has_levels_and_ends_nothing_else() {
    check(&[
        ("a <emphasis>b</emphasis> c", "a ^b^0 c"),
        ("<emphasis level='strong'>a <emphasis level='none'>b</emphasis> c</emphasis>", "^^a ^0b^^ c^0"),
        ("<emphasis level='reduced'>a</emphasis> <emphasis level='loud'>b</emphasis>", "_a^0 ?b"),
        ("<emphasis><prosody rate='slow'>a</prosody></emphasis>, b", "^~a^0,~ b"),
        ("<break/><emphasis></emphasis><break/>a<emphasis/>", "^^0{600}a"),
        ("<speak><emphasis>a</speak> b", "^a^0 b"),
        ("**a** <em>b</em> <strong>c</strong></emphasis>", "a b c"),
    ]);
}

#[test]
fn what_no_tag_can_be_does_not_wait() {
    let mut view = View::new(Syntax::default());
    view.push("Let x <u small. Th");
    assert_eq!(view.waiting(), "");
}

#[test]
fn a_release_inside_a_substitute_says_its_alias_once() {
    let reads = |parts: &[&str]| {
        let mut view = View::new(Syntax::default());
        for part in parts {
            view.push(part);
            view.settle_all();
        }
        view.take()
    };
    for parts in [["<sub alias='knot'>", "kt</sub>"], ["<sub alias='knot'>k", "t</sub>"]] {
        let pieces = reads(&parts);
        let aliases = pieces.iter().filter(|piece| matches!(piece, Piece::Instead { .. })).count();
        assert_eq!(aliases, 1, "{pieces:?}");
        assert!(!pieces.iter().any(|piece| matches!(piece, Piece::Shown(_))), "{pieces:?}");
    }
}

#[test]
fn an_alias_and_a_language_have_bounds() {
    let long = format!("<sub alias='{}'>kt</sub>", "x ".repeat(200));
    assert_eq!(reading::read(Syntax::default(), &long), "?kt");
    check(&[
        ("<lang xml:lang='pt-BR'>oi</lang> you", "~oi~ you"),
        ("<lang xml:lang='no such'>oi</lang>!", "?oi!"),
    ]);
}

#[test]
fn the_end_of_the_text_closes_what_is_open_in_it() {
    check(&[("<speak><prosody rate='slow'>a</speak> b", "~a~ b")]);
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
