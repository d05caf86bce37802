//! Of Markdown only the words are shown.

use crate::reading;
use markup::{Code, Syntax};

fn check(cases: &[(&str, &str)]) {
    for (source, shown) in cases {
        assert_eq!(reading::read(Syntax::default(), source), *shown, "{source:?}");
    }
}

fn stays(texts: &[&str]) {
    for text in texts {
        assert_eq!(reading::read(Syntax::default(), text), *text);
    }
}

#[test]
fn emphasis_stands_at_the_edges_of_words() {
    check(&[
        ("**Note:** save *often*. Then ***rest***.", "Note: save often. Then rest."),
        ("Never do __that__ or _this_.", "Never do that or this."),
        ("**$40** and *\"so\"*, ~~no~~!", "$40 and \"so\", no!"),
        ("un**believ**able **12** *15*", "unbelievable 12 15"),
        ("这是**重点**内容", "这是重点内容"),
        ("price* and * __init__.py", "price and * init.py"),
    ]);
}

#[test]
fn names_and_sums_are_no_emphasis() {
    stays(&[
        "snake_case_name",
        "2 * 3 * 4",
        "5*3",
        "a**2",
        "Dial *6 now",
        "~5 lb",
        "~/notes",
        "a _ b",
        "f(x)*(y)",
        "5*(3+2)",
        "f(x)*g(x)",
        "4*-7",
        "6*.25",
        "3**-2",
        "7*√3",
        "20*% of it",
    ]);
}

#[test]
fn blocks_lose_their_marks() {
    check(&[
        ("# One\nText\n## Two ##\nEnd", "One\n|Text\n|Two \n|End"),
        ("- Milk\n- [x] Eggs\n* Tea\n+ Jam\n", "Milk\n||Eggs\n||Tea\n||Jam\n|"),
        ("> So it\n> goes.\n> > Deep", "So it\ngoes.\nDeep"),
        ("One.\n\n---\n\nTwo.\n* * *\n", "One.\n\n|\n\nTwo.\n|||\n|"),
        ("Title\n=====\nText\n------------\nEnd", "Title\n|\nText\n\nEnd"),
        ("| A | B |\n|---|:-:|\n| 1 | 2 |\n", " A , B \n|\n| 1 , 2 \n|"),
        ("#1 and #tag\n-5\n>5\n1. One", "#1 and #tag\n-5\n>5\n1. One"),
    ]);
}

#[test]
fn links_are_their_text() {
    check(&[
        ("Read [the guide](https://example.com/a_b(c)) first.", "Read [the guide] first."),
        ("See ![a cat](cat.png \"A cat\")!", "See [a cat]!"),
        ("Go to <https://a.example/x> or <me@b.example>.", "Go to https://a.example/x or me@b.example."),
        ("True.[^1] So\n\n[^1]: Really.", "True. So\n\n Really."),
        ("[sic] a[0](see this) x[1]", "[sic] a[0](see this) x[1]"),
        ("Cut [off](https://exa", "Cut [off]"),
        ("Ask [us](mailto:us@x.example 'Mail') now", "Ask [us] now"),
        ("Take [b](as \"so\" many. It goes on.", "Take [b](as \"so\" many. It goes on."),
        ("Take [b](x.html \"so\" many. It goes on.", "Take [b](x.html \"so\" many. It goes on."),
        ("[he](was) there, list[2](k) too.", "[he](was) there, list[2](k) too."),
        ("list[0](item.name), [so](z.B) and [C](C#)", "list[0](item.name), [so](z.B) and [C](C#)"),
        ("See [notes](notes.txt) and [it](a.example.org#b).", "See [notes] and [it]."),
        (
            "See [a][1].\n\n[1]: https://a.example \"A\"\n[b c]: <https://b.example>\nEnd [1]: ok",
            "See [a][1].\n\n\n\nEnd [1]: ok",
        ),
    ]);
}

#[test]
fn code_is_shown_as_it_is() {
    check(&[
        ("Run `npm i *` or ``a`b``.", "Run <code:npm i *> or <code:a`b>."),
        ("Use `<b>` and `snake_case`.", "Use <code:<b>> and <code:snake_case>."),
        ("It`s `open\n**end**", "It`s <code:open>\nend"),
        ("A\n```rust\nlet x;\n```\nB", "A\n||\nB"),
        ("A\n~~~\n# x\n~~\n~~~~\nB", "A\n||\nB"),
        ("```ls``` lists", "<code:ls> lists"),
        ("See: ```c++\nint x;\n```\nDone.", "See: ||\nDone."),
        ("The `90s went. People `sang` a lot.", "The <code:90s went.> People <code:sang> a lot."),
        ("A ``fine'' day, ``so.'' Yes", "A <code:fine>'' day, <code:so.>'' Yes"),
    ]);
}

#[test]
fn long_code_inside_a_line_is_no_block() {
    let code = "make all ".repeat(12);
    let source = format!("```{code}``` builds it.\nThen rest.");
    assert_eq!(reading::read(Syntax::default(), &source), format!("<code:{code}> builds it.\nThen rest."));
}

#[test]
fn a_block_that_never_ends_is_given_up() {
    let source = format!("```\n{}Last words.", "let y;\n".repeat(3_000));
    let shown = reading::read(Syntax::default(), &source);
    assert!(shown.starts_with("?let y;") && shown.ends_with("Last words."), "{}", shown.len());
}

#[test]
fn signs_and_bars_of_prose_stay() {
    stays(&[
        "+ 5 points",
        "> 12 is much",
        "|y| is small.\nOr |y|",
        "[1]: https://a.example is where it was.",
    ]);
    check(&[("- 5 eggs\n- salt", "5 eggs\n||salt"), ("|A|B|\n|---|---|\n|1|2|\n", "A,B\n|\n|1,2\n|")]);
}

#[test]
fn blocks_of_code_may_be_said_or_spelled() {
    let with = |code| Syntax { code, ..Syntax::default() };
    let source = "A\n```js\nx_y *2*\n\n```\nB";
    assert_eq!(reading::read(with(Code::Say), source), "A\n|x_y *2*\n\n|\nB");
    assert_eq!(reading::read(with(Code::Spell), source), "A\n|<c:x_y *2*>\n<c:>\n|\nB");
}

#[test]
fn characters_may_be_escaped_and_named() {
    check(&[
        (r"\*not\* \_so\_ an\_x \\*y", r"*not* _so_ an_x \y"),
        (r"In D:\_old\*.log and \\host\_b, **so**", r"In D:\_old\*.log and \\host\_b, so"),
        ("Tom &amp; Ann &#39;s &lol; AT&T &lt;b&gt;", "Tom & Ann 's &lol; AT&T <b>"),
    ]);
}

#[test]
fn as_written_nothing_means_anything() {
    let source = "# **a** <break/> &amp; [b](c)\n```\nx\n```\n";
    assert_eq!(reading::read(Syntax::AS_WRITTEN, source), source);
}
