//! What a listener would notice: where segments end, under each policy.

use std::time::Duration;

use speech::Language;
use text::{PendingEnd, SegmentBounds, SegmentPolicy, Segmenter, estimate_speech};

fn segmenter(policy: SegmentPolicy) -> Segmenter {
    Segmenter::new(policy, SegmentBounds::default())
}

fn take(segmenter: &mut Segmenter) -> Vec<String> {
    std::iter::from_fn(|| segmenter.next_segment()).map(|segment| segment.text).collect()
}

/// All segments of `text` after a release.
fn cut(policy: SegmentPolicy, text: &str) -> Vec<String> {
    let mut segmenter = segmenter(policy);
    segmenter.push(text);
    segmenter.release();
    take(&mut segmenter)
}

/// Checks that sentences end where `marked` has a `|`.
fn check(marked: &str) {
    let expected: Vec<&str> = marked.split('|').collect();
    assert_eq!(cut(SegmentPolicy::Sentences, &expected.concat()), expected);
}

/// The same in a language.
fn check_in(language: &str, marked: &str) {
    let expected: Vec<&str> = marked.split('|').collect();
    let mut segmenter = segmenter(SegmentPolicy::Sentences).in_language(&Language::new(language));
    segmenter.push(&expected.concat());
    segmenter.release();
    assert_eq!(take(&mut segmenter), expected, "{language}");
}

#[test]
fn full_stops_mean_what_the_language_says() {
    check_in("de", "Am 12. Mai, dem 3. Tag, kam sie z. B. mit dem Zug. |Im Jahr 1985. |Berlin gefiel ihr.");
    check_in("en", "In 12. |May came.");
    check_in("es", "Abre a las 9 a. m. |Cierra tarde, p. ej. a las 8 p. m. o a las 9.");
    check_in("fr", "Né en 300 av. J.-C. à Rome. |L'art. 4 le dit, c.-à-d. tout.");
    check_in("ru", "Это было в 1980 г. |Потом, т. е. позже, он уехал.");
    check_in("pl", "Urodził się w 1980 r. |Potem, m.in. w Krakowie, malował.");
    check_in("hi", "प्रो. शर्मा आए। |सब खड़े हुए।");
    check_in("hi", "बस नं. 12 आई। |सब चढ़े।");
    check_in("ko", "모임은 2026. 3. 15.에 있다. |내일은 월요일이다.");
    check_in("xx", "Dr. Anna came. |So did we.");
}

#[test]
fn parts_of_an_abbreviation_need_no_space() {
    check_in(
        "de",
        "Das ist z.B. gut, z.T. sogar sehr. |Er war z.Zt. dort, z.Hd. Frau Kern. |Nur z.K. |Siehe S.|Er war da.",
    );
    check_in("en", "It is on p.B of it. |See p.|The rest");
    check_in("nl", "Zie p.B of zo. |Goed.");
    check_in("it", "Vedi p.V di oggi. |Bene.");
    check_in("pl", "To s.A tutaj, m.B. też. |Dobrze.");
    check_in("fr", "Voir n.B ici. |Bien.");
}

#[test]
fn ordinals_may_stand_behind_their_noun() {
    check_in(
        "de",
        "Er ist 1. Vorsitzender und 2. Sieger. |Heute ist 3. Advent. |Das war 2010. |Sieger wurde Hans.",
    );
}

#[test]
fn the_name_of_a_firm_follows_its_title() {
    check_in("de", "Die Fa. Bosch zahlt. |Wir fragen die Fa. Kern.");
}

#[test]
fn chains_of_letters_may_follow_an_apostrophe() {
    check_in("fr", "L'U.E. dit oui. |L’O.M.S. parle à l'O.N.U. |Elle dort. |C'est l'E. |Il dort.");
    check_in("it", "Un avviso dell'I.N.P.S. è qui. |Dell'I.N.P.S. si sa. |Il resto no.");
    check_in("en", "I don't. |You can't. |They're O'B. Smith's.");
}

#[test]
fn names_of_families_may_begin_as_sentences_do() {
    check_in("fr", "J'ai vu M. Dupont et M. Le Goff au point M. |Ensuite, M. est parti.");
    check_in("fr", "Le Dr. La Fontaine est là. |Voici le Dr. |Les autres suivent.");
    check_in("it", "È il dott. La Rosa. |Ecco il dott. |La sala è piena.");
    check_in("es", "Vive el Sr. La Torre. |Reinó Carlos V. |La España de entonces era grande.");
    check_in("nl", "J. De Vries belt met K. De Wit. |Kies plan B. |De Vries niet.");
    check_in(
        "fr",
        "C'est la lettre B. |Le Président arrive. |Il a eu un B. |Le Chat aussi. |Un mot de J. Le Goff.",
    );
    check_in("it", "Voto B. |La Juve vince. |Ecco il dott. G. La Malfa.");
}

#[test]
fn quotations_go_on_as_the_language_says() {
    check_in("ja", "「行く。」と言った。|次。");
    check_in("ja", "訳者はT.S.田中です。|次。");
    check_in("zh", "作者是J. R. 王。|好。");
    check_in("zh", "他说：“走吧。”|说完他走了。");
    check_in("pl", "To moda z lat 60. XX w. i nic więcej. |Koniec.");
    check_in("cmn", "“是谁？”他问。|没人。");
    check_in("fr", "« Oui, dit-il. |Non. » |Il part.");
    check_in("en", "\"Stop!\" Anna whispered. |\"Why?\"");
}

#[test]
fn the_first_phrase_may_be_a_segment() {
    let words = |language: &str, text: &str| {
        let mut segmenter = segmenter(SegmentPolicy::Words).in_language(&Language::new(language));
        segmenter.push(text);
        segmenter.release();
        let segments = std::iter::from_fn(move || segmenter.next_segment());
        segments.map(|segment| (segment.text, segment.ending)).collect::<Vec<_>>()
    };
    let first = |language, text| words(language, text).swap_remove(0);
    let phrase = |text: &str| (text.to_owned(), speech::Ending::Phrase);
    assert_eq!(first("en", "I know the man that you saw and like."), phrase("I know the man "));
    assert_eq!(first("de", "Wir gehen heute nicht weil es regnet."), phrase("Wir gehen heute nicht "));
    assert_eq!(
        first("en", "We went home, and slept."),
        ("We went home, ".to_owned(), speech::Ending::Clause)
    );
    for whole in [
        "He and she.",
        "It costs about 3 to 5 dollars.",
        "We love sunny Trinidad and Tobago.",
        "That is all-in-one.",
    ] {
        assert_eq!(first("en", whole).0, whole);
    }
    let later: Vec<_> =
        words("en", "It works. I know the man that you saw.").into_iter().map(|one| one.0).collect();
    assert_eq!(later, ["It works. ", "I know the man that you saw."]);
}

#[test]
fn an_emoji_belongs_to_the_sentence_before() {
    check("Good. |Great! 😀 |Next. 🎉🎉 |Done.");
}

#[test]
fn ordinary_sentences() {
    check("Hello there. |How are you? |Fine! |And you");
    check("Really?! |Yes. so be it.");
    check("really?! |yes. |so be it.");
    check("What a day!! |Tell me…");
}

#[test]
fn sentences_without_spaces() {
    check("Hello there.|How are you?|Fine!|And you?|¿Qué tal?|\"Good.\"|Bye");
    check("It costs 50.|How much?|I see.|I do.|So there");
    check("No.|How could I?");
}

#[test]
fn abbreviations_and_initials() {
    check("Dr. Smith met Mrs. Jones, i.e. his aunt. |They talked.");
    check("J. R. R. Tolkien and C.S. Lewis lived in the U.K. |They wrote.");
    check("He works at Acme Inc. in Ohio etc. and so on. |At 5 p.m. Monday. |At 5 p.m. |She left.");
    check("No. 5 is alive. |No. |I will not. |See fig. 3 below.");
    check("Dr.Smith and J.Smith of the U.S.A. are here.");
    check("Das ist z. B. ein Haus, z.B. Ihres. |Vitamin C. |It helps.");
    check("A Ph.D. student. |I don't. |Some Q&A. |Done, see p. 5. |Ok.");
}

#[test]
fn names_and_addresses() {
    check("Use Node.js or Node.JS at example.com today. |See www.Foo.Bar now.");
    check("Visit https://Example.com/A.B?Q=What!Now please. |Mail Me@Foo.Bar.Com today.");
    check("Open Report.PDF and README.MD first. |Visit example.com.|Then call.");
}

#[test]
fn names_with_marks_of_their_own() {
    check("Her Yahoo! Sports page is old. |I left Yahoo! |It was fun.");
    check("I love Yahoo! |News came later. |They love Yahoo! |Sports bore me. |Anna's Yahoo! Mail is full.");
    check("They drove to Bois-du-Hou! Hou! and back. |Hou! |Hou!");
    check("Call app.start first. |Then app.Stop waits. |That is it.|Next");
    check("See example.com now. |An example.|Then an app.|Yes.");
    check("I saw it.then left. |I like it.|Great stuff. |Not with.any of them. |Come with.|Great.");
    check("Call app.start first. |It starts. |It runs. |Close the app.|Great stuff.");
    check("I went home.then slept. |She came home.|He left.");
}

#[test]
fn code_that_quotes_is_no_sentence() {
    check("Write `echo \"Hi. You.\"` there. |Then print(\"So. Yes!\") twice. |She (\"Ann. |Yes!\") left.");
    check("Set key(\"a\") now. |Then key(\"b\", 2). |It works. |Smith(\"Bear\" Bryant) won. |He was glad.");
}

#[test]
fn numbers() {
    check("Pi is 3.14159 or so. |In 1999. |He left. |It rose 3. |5 fell.");
    check("3. Open the door. |4. Close it.");
    check("Use v2.0. |Then rest.");
}

#[test]
fn quotations_and_brackets() {
    check("\"Really?\" she asked. |\"Yes.\" |He left.");
    check("He left (at last.) |Then came „Gut.“ |Ja.");
    check("(Hello.) |“Hi.” |‘No.’ |So");
    check("He (really!) came. |Then");
    check("Il dit : « Oui. » |Puis « Non ! » dit-elle. |Fin");
}

#[test]
fn ellipses() {
    check("Wait... what? |Wait... |What? |Hmm…and so on… |And");
}

#[test]
fn emphasis_and_emoji_stay_with_their_sentence() {
    check("**Hello.** |Next!👩‍💻 |Then.");
}

#[test]
fn other_scripts() {
    check("你好。|今天天气怎么样？|很好！|“真的吗？”|走吧");
    check("「はい。」|と言った。|元気？ |ね");
    check("नमस्ते। |आप कैसे हैं? |डॉ. शर्मा।|ठीक");
    check("كيف حالك؟ |بخير۔|ثم");
    check("ជំរាបសួរ។|តើ");
    check("Πώς είσαι; |Καλά.");
}

#[test]
fn a_blank_line_ends_a_sentence() {
    check("Title\n|\nBody of it\ngoes on\r\n|\r\nEnd");
}

#[test]
fn what_says_nothing_is_no_segment_of_its_own() {
    check("… Hello. |\n\n— Next.   ");
}

#[test]
fn the_first_segment_may_be_a_clause_and_no_later_one() {
    let text = "Yes, of course I can do that for you, since you ask, but not now. Well, that is that, I am afraid, my friend.";
    assert_eq!(
        cut(SegmentPolicy::Clauses, text),
        [
            "Yes, of course I can do that for you, ",
            "since you ask, but not now. ",
            "Well, that is that, I am afraid, my friend."
        ]
    );
}

#[test]
fn a_first_sentence_may_be_short() {
    assert_eq!(cut(SegmentPolicy::Clauses, "Hi. So, you came. Yes"), ["Hi. ", "So, you came. ", "Yes"]);
}

#[test]
fn the_ordinal_starts_again_with_each_generation() {
    let mut segmenter = segmenter(SegmentPolicy::Clauses);
    let text = "This clause is quite long enough, and then comes the rest";
    for _ in 0..2 {
        segmenter.push(text);
        segmenter.release();
        let ordinals: Vec<u32> =
            std::iter::from_fn(|| segmenter.next_segment()).map(|one| one.ordinal).collect();
        assert_eq!(ordinals, [0, 1]);
        segmenter.restart();
    }
    segmenter.push("Hi. ");
    segmenter.release();
    segmenter.push(text);
    segmenter.release();
    assert_eq!(take(&mut segmenter), ["Hi. ", text], "a release alone does not start a generation");
}

#[test]
fn a_certain_end_needs_no_next_word_for_the_first_sound() {
    let mut segmenter = segmenter(SegmentPolicy::Clauses);
    segmenter.push("Hello there.");
    assert_eq!(take(&mut segmenter), Vec::<String>::new());
    assert_eq!(segmenter.pending().end, PendingEnd::Strong);
    segmenter.push(" ");
    assert_eq!(take(&mut segmenter), ["Hello there. "]);
    assert_eq!(segmenter.pending().end, PendingEnd::Empty);
}

#[test]
fn each_push_of_a_client_is_a_segment() {
    let mut segmenter = segmenter(SegmentPolicy::Client);
    segmenter.push("Hello. The");
    segmenter.push("");
    segmenter.push("re. ");
    assert_eq!(take(&mut segmenter), ["Hello. The", "re. "]);
}

#[test]
fn a_threshold_releases_all_at_once() {
    let mut segmenter = segmenter(SegmentPolicy::Threshold { characters: 10 });
    segmenter.push("Hello. Yo");
    assert_eq!(take(&mut segmenter), Vec::<String>::new());
    segmenter.push("u. And");
    assert_eq!(take(&mut segmenter), ["Hello. You. And"]);
}

#[test]
fn on_flush_only_waits_for_it() {
    let mut segmenter = segmenter(SegmentPolicy::OnFlushOnly);
    segmenter.push("Hello. You. And");
    assert_eq!(take(&mut segmenter), Vec::<String>::new());
    assert_eq!(segmenter.pending().bytes, 15);
    segmenter.release();
    assert_eq!(take(&mut segmenter), ["Hello. ", "You. ", "And"]);
}

#[test]
fn clear_forgets_what_was_not_taken() {
    let mut segmenter = segmenter(SegmentPolicy::Sentences);
    segmenter.push("One. Two. Thr");
    assert_eq!(segmenter.next_segment().map(|one| one.text).as_deref(), Some("One. "));
    segmenter.clear();
    assert_eq!(segmenter.next_segment(), None);
    assert_eq!(segmenter.pending().bytes, 0);
    segmenter.push("Four. F");
    assert_eq!(segmenter.next_segment().map(|one| one.ordinal), Some(0));
}

#[test]
fn an_endless_sentence_is_cut_at_clauses_then_spaces_then_anywhere() {
    let bounds = SegmentBounds { characters: 30, ..SegmentBounds::default() };
    let cut = |text: &str| {
        let mut segmenter = Segmenter::new(SegmentPolicy::Sentences, bounds);
        segmenter.push(text);
        segmenter.release();
        take(&mut segmenter)
    };
    assert_eq!(
        cut("one two three four, five six seven eight"),
        ["one two three four, ", "five six seven eight"]
    );
    assert_eq!(
        cut("one two three four five six seven eight"),
        ["one two three four five six ", "seven eight"]
    );
    assert_eq!(cut(&"x".repeat(70)), ["x".repeat(30), "x".repeat(30), "x".repeat(10)]);
}

#[test]
fn no_segment_is_much_speech() {
    for text in ["语".repeat(1000), "12345 ".repeat(200), "😀".repeat(100), "word ".repeat(500)] {
        for segment in cut(SegmentPolicy::Clauses, &text) {
            assert!(estimate_speech(&segment) <= Duration::from_secs(20));
            assert!(segment.chars().count() <= 300);
        }
    }
}

#[test]
fn pending_ends() {
    for (text, end) in [
        ("", PendingEnd::Empty),
        (" …", PendingEnd::Empty),
        ("Hello", PendingEnd::Open),
        ("\"Hello.\"", PendingEnd::Strong),
        ("It is 3.", PendingEnd::Open),
        ("It is Dr.", PendingEnd::Open),
        ("Is it?", PendingEnd::Strong),
        ("是。", PendingEnd::Strong),
    ] {
        let mut segmenter = segmenter(SegmentPolicy::Sentences);
        segmenter.push(text);
        assert_eq!(segmenter.pending().end, end, "{text}");
    }
}

#[test]
fn user_text_stays_out_of_debug_output() {
    let mut segmenter = segmenter(SegmentPolicy::Sentences);
    segmenter.push("Secret one. Secret two");
    assert!(!format!("{segmenter:?}").contains("Secret"));
    assert!(!format!("{:?}", segmenter.next_segment()).contains("Secret"));
}
