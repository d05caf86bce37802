//! Words that sound as the caller says, in the International Phonetic Alphabet.

mod rig;

use rig::{espeak, heard, pieces, request, rewritten, samples, spoken, words};
use speech::{ByteSpan, Pronounced, SpokenText};

/// The text with each `word/sounds/` of it pronounced so.
fn pronounced(marked: &str) -> SpokenText {
    let words: Vec<_> = marked.split(' ').map(|word| word.split_once('/').unwrap_or((word, ""))).collect();
    let plain: Vec<_> = words.iter().map(|(word, _)| (*word, *word)).collect();
    let text = rewritten(&plain);
    let spans = text.words.iter().map(|word| word.spoken);
    let said = spans.zip(&words).filter(|(_, (_, ipa))| !ipa.is_empty());
    let pronounced =
        said.map(|(spoken, (_, ipa))| Pronounced { spoken, ipa: ipa.trim_end_matches('/').into() });
    SpokenText { pronounced: pronounced.collect(), ..text }
}

fn sounds(ipa: &str) -> String {
    ipa.chars().filter(|sign| !"ˈˌ".contains(*sign)).collect()
}

fn stresses(ipa: &str) -> usize {
    ipa.matches('ˈ').count()
}

#[test]
fn arabic_number_words_have_their_vowels() {
    let engine = espeak();
    let out = engine.phonemes(&pronounced("كتبت ثلاثة وعشرين حرفا"), &"ar".into()).unwrap();
    let sounds = sounds(&out);
    assert!(sounds.contains("θalaːθa") && sounds.contains("waʕiʃriːn"), "{out}");
}

#[test]
fn what_is_asked_for_is_what_comes_out() {
    let engine = espeak();
    for (voice, asked) in [
        (
            "en-us",
            "kriːt kɹiːt ˈkɹiːeɪt poʊˈmeɪdoʊ ˌɪntəˈnæʃənəl tʃɜːtʃ ʒwɑː θɪŋ ðɪs ˈjuːnjən bɹɪdʒ fɔːɹ bæx ɑ̃ʒ",
        ),
        ("en-gb", "kriːt təˈmɑːtəʊ ˈʃɛdʒuːl ˈlɛftɛnənt"),
        ("de", "kriːt ˈʃtʁaːsə ɪç bax ˈhyːtə ʃøːn ˈœfnən pfɛɾt tsaɪt dɔʏtʃ ŋaŋ maʊs"),
        ("fr-fr", "kriːt bɔ̃ʒuʁ ʁestoʁɑ̃ œil ʃjɛ̃ ɲɔm pø sœʁ"),
        ("es", "kriːt ˈniɲo ˈpero ˈpeɾo xaˈmon ˈaɣwa tʃiko ˈʎaβe"),
        ("it", "kriːt ˈʎi ˈdʒɛnte ˈtsio ˈʃɛna kwando"),
    ] {
        for asked in asked.split(' ') {
            let out = engine.phonemes(&pronounced(&format!("xyz/{asked}/")), &voice.into()).unwrap();
            assert_eq!(sounds(&out), sounds(asked), "{voice}: {asked}");
            assert!(stresses(&out) >= stresses(asked), "{voice}: {asked} became {out}");
        }
    }
}

#[test]
fn stress_falls_where_it_is_marked() {
    let reading =
        |asked: &str| espeak().phonemes(&pronounced(&format!("record/{asked}/")), &"en-us".into()).unwrap();
    assert_eq!(reading("ˈɹɛkɔːd"), "ɹˈɛkɔːd");
    assert_eq!(reading("ɹɪˈkɔːd"), "ɹɪkˈɔːd");
}

#[test]
fn a_sound_that_a_language_lacks_is_the_nearest_that_it_has() {
    let reading = |voice: &str, asked: &str| {
        sounds(&espeak().phonemes(&pronounced(&format!("a/{asked}/")), &voice.into()).unwrap())
    };
    assert_eq!(reading("en-us", "yː"), "iː");
    assert_eq!(reading("es", "tæk"), "tɛk");
    assert_eq!(reading("it", "bœn∞"), "bøn");
}

#[test]
fn only_that_stretch_sounds_otherwise() {
    let engine = espeak();
    let reading = |text: &SpokenText| engine.phonemes(text, &"en-us".into()).unwrap();
    assert_eq!(
        reading(&pronounced("The banana/bəˈnɑːnə/ is red, said Anna/ˈænə/.")),
        reading(&spoken("The banana is red, said Anna.")).replace("bɐnˈænə", "bənˈɑːnə")
    );
}

#[test]
fn a_pronounced_stretch_is_one_word_with_the_time_of_its_sound() {
    let engine = espeak();
    let marked = "größer (tomato)/təˈmɑːtoʊ/ and one-two/ˈwʌn.tuː/ then create,/kɹiːt/ go";
    let text = pronounced(marked);
    let source: String =
        marked.split(' ').map(|word| format!("{} ", word.split('/').next().unwrap())).collect();
    let whole = heard(&engine, &request("en-us", text));
    let said: Vec<_> = whole.words.iter().map(|word| &source[word.source.range()]).collect();
    assert_eq!(said, ["größer", "(tomato)", "and", "one-two", "then", "create,", "go"]);
    for (word, first) in [(1, "t"), (3, "w"), (5, "k")] {
        let start = whole.words[word].start;
        let phoneme = whole.phonemes.iter().find(|phoneme| phoneme.start >= start).unwrap();
        assert_eq!((phoneme.start, phoneme.ipa.as_str()), (start, first), "{}", said[word]);
    }
}

#[test]
fn several_words_with_one_pronunciation_keep_their_order() {
    let text = spoken("in New York City now");
    let stretch = Pronounced { spoken: ByteSpan::new(3, 16), ipa: "nuː ˈjɔːɹk ˈsɪɾi".into() };
    let text = SpokenText { pronounced: vec![stretch], ..text };
    let words = words(&pieces(&espeak(), &request("en-us", text)).unwrap());
    let spans: Vec<_> = words.iter().map(|word| word.source.start).collect();
    assert_eq!(spans, [0, 3, 7, 12, 17]);
    assert!(
        words.windows(2).all(|pair| pair[0].start < pair[0].end && pair[0].end <= pair[1].start),
        "{words:?}"
    );
}

#[test]
fn brackets_of_the_text_are_not_obeyed_beside_a_pronounced_word() {
    let engine = espeak();
    let reading = |marked: &str| engine.phonemes(&pronounced(marked), &"en-us".into()).unwrap();
    let (hostile, harmless) = (reading("[[h@l'oU]] [tea/tiː/ [["), reading("((h@l'oU)) (tea/tiː/ (("));
    assert_eq!(hostile, harmless);
    assert!(!hostile.starts_with("həlˈoʊ"), "{hostile}");
}

#[test]
fn no_pronunciation_harms() {
    let engine = espeak();
    let say = |ipa: String| {
        let text = spoken("one two three");
        let stretch = Pronounced { spoken: ByteSpan::new(4, 7), ipa: ipa.as_str().into() };
        let text = SpokenText { pronounced: vec![stretch], ..text };
        samples(&pieces(&engine, &request("en-us", text)).unwrap()).len()
    };
    let usual = say(String::new());
    for ipa in ["∞", "]] x [[", "(de)", "_^_de", "|||", "\0\u{1}", "ˈˈˈ", "ːːː"] {
        assert!(say(ipa.to_owned()) > usual / 2, "{ipa}");
    }
    for endless in ["tʃaɪ", "ˈ", "ː", " ", "a ", "aː", "̃", "ˈa"] {
        assert!(say(endless.repeat(20_000)) < 60 * usual, "{endless}");
    }
}
