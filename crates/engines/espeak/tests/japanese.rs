//! Japanese as it is written: characters, kana, figures' words, and what stands between them.

mod rig;

use rig::{espeak, heard, read, request, rewritten, sounds, spoken};

/// The sentences that the readings are tested with.
const SENTENCES: &str = include_str!("../../../kana/tests/everyday.txt");

fn sentences() -> impl Iterator<Item = &'static str> {
    SENTENCES.lines().filter_map(|line| line.split_once(" = ")).map(|(sentence, _)| sentence)
}

fn reading(text: &str) -> String {
    espeak().phonemes(&spoken(text), &"ja".into()).expect("it reads")
}

#[test]
fn nothing_is_said_in_another_language() {
    let engine = espeak();
    let marks =
        "ー、っ。ァィゥェォ、ヮヵヶ！「時々」・〜（ヴァイオリン）｡｢ﾃｽﾄ｣･…？ㇰ\u{3099}゛〓㈱々ゝヽヾゞ";
    for text in sentences().chain([marks, "NHKとWi-Fi", "鿿", "一二三"]) {
        let said = engine.phonemes(&spoken(text), &"ja".into()).expect("it reads");
        assert!(!said.contains('('), "{text}: {said}");
    }
}

/// All marks that are usual between words, each where a word stands right before and right behind it.
#[test]
fn no_mark_has_a_name_in_another_language() {
    let engine = espeak();
    let marks = ('!'..='~').chain('¡'..='¿').chain('\u{2010}'..='\u{2027}').chain('\u{2030}'..='\u{205e}');
    let marks = marks.chain('\u{2190}'..='\u{21ff}').chain('\u{2500}'..='\u{27bf}');
    let marks = marks.chain('\u{3000}'..='\u{303f}').chain('\u{ff00}'..='\u{ffef}');
    let (before, behind) = (sounds(&engine, "ja", &spoken("会議")), sounds(&engine, "ja", &spoken("東京")));
    for mark in marks.filter(|mark| !mark.is_alphanumeric()) {
        let said = sounds(&engine, "ja", &spoken(&format!("会議{mark}東京")));
        let name = said.strip_prefix(&before).and_then(|rest| rest.strip_suffix(&behind));
        assert!(name.is_some_and(|name| !name.contains('(')), "{mark}: {said}");
    }
}

/// Everyday sentences of their own languages, in both scripts of Chinese; a word in Latin letters is English there.
#[test]
fn chinese_and_korean_name_no_characters_in_english() {
    for (voice, text) in [
        ("cmn", "今天天气很好，我们去公园散步吧。手机没电了……《红楼梦》是一本小说。"),
        ("cmn", "請問，捷運站在哪裡？臺灣的夜市很熱鬧，東西又便宜。祝你身體健康！"),
        ("cmn", "他说：“会议在三月十四日下午两点半，参加费是一千二百元（含税）。”"),
        ("ko", "실례합니다, 지하철역이 어디예요? 생일 축하합니다~ ㅋㅋㅋ 정말요? ㅠㅠ"),
        ("ko", "회의는 삼월 십사일 오후 두 시 반이고 “참가비”는 천이백 원입니다."),
    ] {
        let said = espeak().phonemes(&spoken(text), &voice.into()).expect("it reads");
        assert!(!said.contains('('), "{text}: {said}");
    }
}

#[test]
fn characters_are_said_as_their_readings_are() {
    assert_eq!(reading("会議は東京で"), "käiɡˈiwä to̞o̞kʲo̞ˈo̞de̞");
    assert_eq!(reading("六百八十円"), "ɽo̞ppʲäkɯᵝhätɕidʑɯᵝˈɯᵝe̞ɴ");
    assert_eq!(reading("旅行"), "ɽʲo̞kˈo̞o̞");
    assert_eq!(reading("ファイル"), "ɸäˈiɽɯᵝ");
}

#[test]
fn every_phrase_has_its_own_time() {
    let text = "会議は三月十四日の午後二時半で、参加費は千二百円です。";
    let whole = heard(&espeak(), &request("ja", spoken(text)));
    let words: Vec<_> = whole.words.iter().map(|word| &text[word.source.range()]).collect();
    assert_eq!(words, ["会議は", "三月", "十四日の", "午後", "二時半で、", "参加費は", "千二百円です。"]);
    for pair in whole.words.windows(2) {
        assert!(pair[0].start < pair[0].end && pair[0].end <= pair[1].start, "{pair:?}");
    }
    let begins = |word: &speech::SpokenWord| whole.phonemes.iter().any(|phoneme| phoneme.start == word.start);
    assert!(whole.words.iter().all(begins));
    assert!(whole.words.last().expect("there are words").end.0 <= whole.samples.len() as u64);
}

#[test]
fn times_of_all_sentences_run_forward_and_lie_inside_the_sound() {
    let engine = espeak();
    for text in sentences() {
        let whole = heard(&engine, &request("ja", spoken(text)));
        assert!(whole.words.len() > 1, "{text} is one word");
        assert!(whole.words.iter().all(|word| word.start < word.end), "{text}");
        assert!(whole.words.windows(2).all(|pair| pair[0].end <= pair[1].start), "{text}");
        let joined: String = whole.words.iter().map(|word| &text[word.source.range()]).collect();
        assert_eq!(joined, text);
    }
}

/// Sentences with quotations, brackets, signs and figures, and the words that are heard of them.
const MARKED: &[(&str, &str)] = &[
    ("「はい」と言った。", "はい と言った"),
    ("「はい。」と言った。ね", "はい と言った ね"),
    ("「こんにちは」", "こんにちは"),
    ("(日本)です。", "日本 です"),
    ("価格は千円(税込)です。", "価格は千円 税込 です"),
    ("価格は1000円（税込）です。", "価格は千円 税込 です"),
    ("東京→大阪に行く", "東京 大阪に行く"),
    ("彼は『坊っちゃん』を読んだ。", "彼は 坊っちゃん を読んだ"),
    ("【重要】明日は休みです。", "重要 明日は休みです"),
    ("会議/会食", "会議 会食"),
    ("…会議", "会議"),
    ("日程：会議", "日程 会議"),
    ("■会議", "会議"),
    ("※注意", "注意"),
    ("――会議‐東京", "会議 東京"),
    ("東京――大阪——京都–奈良", "東京 大阪 京都 奈良"),
    ("えっ……！？　「……はい」", "えっ はい"),
    ("「3時」と「5分」", "三時 と 五分"),
    ("会議（3月14日）は2階です。", "会議 三月十四日 は二階です"),
    ("Ａ社の「ﾃｽﾄ」", "A社の ﾃｽﾄ"),
];

#[test]
fn every_word_between_marks_is_heard_in_its_own_time() {
    let engine = espeak();
    for (text, words) in MARKED {
        let read = read("ja", text);
        assert_eq!(sounds(&engine, "ja", &read), sounds(&engine, "ja", &spoken(words)), "{text}");
        let units = read.words.len();
        let whole = heard(&engine, &request("ja", read));
        assert!(whole.words.len() >= words.split(' ').count().min(units), "{text}: {:?}", whole.words);
        for word in &whole.words {
            let is_heard = |phoneme: &speech::Phoneme| (word.start..word.end).contains(&phoneme.start);
            assert!(whole.phonemes.iter().any(is_heard), "{text}: {word:?}");
        }
    }
}

#[test]
fn chinese_has_times_within_its_sentences_too() {
    let text = "今天天气很好，我们去公园散步吧。";
    let whole = heard(&espeak(), &request("cmn", spoken(text)));
    let words: Vec<_> = whole.words.iter().map(|word| &text[word.source.range()]).collect();
    assert!(words.len() >= 6 && words.concat() == text, "{words:?}");
    assert!(whole.words.windows(2).all(|pair| pair[0].end <= pair[1].start));
}

/// Both numbers have as many bytes as their sources.
#[test]
fn a_number_has_one_time_however_long_its_words_are() {
    for parts in
        [vec![("十万", "100000"), ("个", "个")], vec![("有", "有"), ("一百一十", "𝟏𝟏𝟎"), ("个", "个")]]
    {
        let source = parts.iter().map(|(_, written)| *written).collect::<Vec<_>>();
        let text = source.join(" ");
        let whole = heard(&espeak(), &request("cmn", rewritten(&parts)));
        let words: Vec<_> = whole.words.iter().map(|word| text.get(word.source.range())).collect();
        assert_eq!(words, source.iter().map(|word| Some(*word)).collect::<Vec<_>>());
    }
}

#[test]
fn a_long_run_of_characters_is_said_to_its_end() {
    let seconds = |count: usize| {
        let text = "東京都港区赤坂".repeat(count);
        heard(&espeak(), &request("ja", spoken(&text))).samples.len() as f64 / 22_050.0
    };
    let (short, long) = (seconds(20), seconds(100));
    assert!((4.5..5.5).contains(&(long / short)), "{short} and {long} seconds");
}
