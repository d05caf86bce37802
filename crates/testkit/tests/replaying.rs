//! Transcripts hold when they are true, fail when they are not, and can be rewritten.

mod tiny;

use testkit::transcript::{Story, Topic, replay, rewrite};

fn play(text: &str) -> Result<(), String> {
    let story = Story::read(text).map_err(|error| error.to_string())?;
    replay(&story, &[&tiny::CARD]).map_err(|complaint| complaint.to_string())
}

#[track_caller]
fn holds(lines: &str) {
    assert_eq!(play(&format!("option keys=open\nconnect /tiny\n{lines}")), Ok(()));
}

#[track_caller]
fn fails(lines: &str, why: &str) {
    let complaint = play(&format!("option keys=open\nconnect /tiny\n{lines}")).expect_err("this is not true");
    assert!(complaint.contains(why), "{complaint}");
}

#[test]
fn a_conversation() {
    holds(
        r#"
        # Ten letters, a space: 210 ms.
        +0ms   > {"say":"Hello"}
               > {"say":" world"}
        +20ms  > {"flush":7}
        +20ms  < audio 210ms
        +20ms  < {"flushed":7}
        +900ms < nothing
               > {"finish":1}
               < close 1000 done
        "#,
    );
}

#[test]
fn lines_without_a_time_follow_what_happens() {
    holds(
        r#"
        > {"say":"Hello"}
        > {"flush":1}
        < audio 20ms
        < audio 40ms
        < audio
        < {"flushed":"*"}
        > nonsense
        > binary 00ff
        < {"error":"no such wish"}
        < {"...":"..."}
        "#,
    );
}

#[test]
fn a_timer_is_waited_for() {
    holds(
        "+1s > {\"say\":\"Hello\"}\n < audio 95ms\n+4s < nothing\n+5s > {\"flush\":1}\n < audio 5ms\n < {\"flushed\":1}",
    );
    fails("+1s > {\"say\":\"Hello\"}\n+3999ms < audio 95ms", "nothing has come by +3999ms");
    fails("+1s > {\"say\":\"Hello\"}\n+3s > {\"say\":\".\"}\n+3249ms < audio", "nothing has come");
}

#[test]
fn what_is_not_true_fails() {
    let hello = "> {\"say\":\"Hello\"}\n> {\"flush\":1}\n";
    fails(&format!("{hello}< audio 99ms\n< ..."), "100ms of sound");
    fails(&format!("{hello}< audio 101ms"), "after 100ms of sound");
    fails(&format!("{hello}< {{\"flushed\":1}}"), "this is something else");
    fails(&format!("{hello}< audio\n< {{\"flushed\":2}}"), "2 is expected, not 1");
    fails(&format!("{hello}< audio"), "the story ends, but there is");
    fails(&format!("{hello}+1s < nothing"), "nothing is expected");
    fails(&format!("{hello}< audio\n< {{\"flushed\":1}}\n< audio"), "nothing has come");
    fails(&format!("{hello}+10ms > {{\"clear\":2}}\n+10ms < audio"), "too early");
}

#[test]
fn whatever_comes_can_be_skipped() {
    holds("> {\"say\":\"Hello\"}\n> {\"flush\":1}\n< ...\n< {\"flushed\":1}\n> {\"finish\":1}\n< ...");
}

#[test]
fn sound_in_json() {
    let story = |length: &str| {
        play(&format!(
            "connect /tiny?audio=json key: k-123\n> {{\"say\":\"Hello\"}}\n> {{\"flush\":1}}\n\
             < {{\"audio\":\"<audio {length}>\"}}\n< {{\"flushed\":1}}"
        ))
    };
    assert_eq!(story("100ms"), Ok(()));
    assert_eq!(story(""), Ok(()));
    assert!(story("120ms").is_err());
}

#[test]
fn http() {
    let story = "POST /tiny/tone key: k-123\n| Hello\n< 200 content-type: audio/pcm\n";
    assert_eq!(play(&format!("{story}< audio 100ms\n< end")), Ok(()));
    assert_eq!(play(&format!("{story}< body 4800 bytes\n< end")), Ok(()));
    assert!(play(&format!("{story}< body 4800 bytes\n< abort")).is_err());
    let wrong_key =
        "POST /tiny/tone\n  key: k-wrong\n< 401\n< body {\"error\":\"the key is not known\"}\n< end";
    assert_eq!(play(wrong_key), Ok(()));
    let no_voice = "option keys=open\nPOST /tiny/nobody\n< 404 content-type: application/json\n< body {\"error\":\"*\"}\n< end";
    assert_eq!(play(no_voice), Ok(()));
}

#[test]
fn a_slow_client() {
    let story = |lines: &str| format!("socket rate=48000\noption keys=open\nconnect /tiny\n{lines}");
    // At 24 kHz and 16 bit sound arrives as fast as it plays.
    let speaks = "+0ms > {\"say\":\"Hello\"}\n > {\"flush\":1}\n";
    assert_eq!(play(&story(&format!("{speaks}+100ms < audio 100ms\n+105ms < {{\"flushed\":1}}"))), Ok(()));
    assert!(play(&story(&format!("{speaks}+99ms < audio 100ms"))).is_err());
    let cleared = "+30ms > {\"clear\":2}\n< audio 60ms\n< ...\n< {\"cleared\":2}\n+1s < nothing";
    assert_eq!(play(&story(&format!("{speaks}{cleared}"))), Ok(()), "at most one chunk is under way");
}

#[test]
fn a_client_that_pauses_drops_or_outlives_the_server() {
    holds(
        "> pause\n> {\"say\":\"Hi\"}\n> {\"flush\":1}\n+5s < nothing\n> resume\n< audio 40ms\n< {\"flushed\":1}",
    );
    holds("> {\"say\":\"Hi\"}\n> drop\n+5s < nothing");
    holds("> {\"say\":\"Hi\"}\n> drain\n< audio 40ms\n< close 1000");
    holds("> drain\n< close 1001 server is shutting down");
}

#[test]
fn setup_reaches_the_server() {
    let story = "engine tone per_char=50ms rate=16000 step=1ms\nlimits unspoken_bytes=5\noption keys=open\n\
                 connect /tiny\n> {\"say\":\"Hi\"}\n> {\"flush\":1}\n+3ms < audio 100ms\n+3ms < {\"flushed\":1}\n\
                 > {\"say\":\"Hello!\"}\n < {\"error\":\"*\"}";
    assert_eq!(play(story), Ok(()));
}

#[test]
fn a_wrong_line_is_named() {
    let wrong = |text: &str| Story::read(text).unwrap_err().to_string();
    assert!(wrong("topics: song").starts_with("line 1: there is no topic \"song\""));
    assert!(wrong("limits wishes=3").contains("there is no limit \"wishes\""));
    assert!(wrong("engine tone rate=7").contains("outside"));
    assert!(wrong("connect /x\n+5ms > a\n+4ms > b").starts_with("line 3: times never run backwards"));
    assert!(wrong("connect /x\n< {oops").contains("not JSON"));
    assert!(wrong("# nothing").contains("there is no request"));
}

#[test]
fn topics_are_read() {
    let story = Story::read("topics: connect bad-input\nconnect /tiny").unwrap();
    assert_eq!(story.topics(), [Topic::Connect, Topic::BadInput]);
}

#[test]
fn expectations_are_written_for_a_story_without_any() {
    let bare = "option keys=open\nconnect /tiny\n# Two letters.\n+0ms > {\"say\":\"Hi\"}\n     > {\"flush\":1}\n\
                +1s  > {\"say\":\"you\"}\n     > {\"finish\":1}\n";
    let told = rewrite(bare, &[&tiny::CARD]).unwrap();
    assert_eq!(
        told,
        "option keys=open\nconnect /tiny\n# Two letters.\n+0ms > {\"say\":\"Hi\"}\n     > {\"flush\":1}\n\
         +0ms     < audio 40ms\n+0ms     < {\"flushed\":1}\n\
         +1s  > {\"say\":\"you\"}\n     > {\"finish\":1}\n\
         +1000ms  < audio 60ms\n+1000ms  < close 1000 done\n"
    );
    assert_eq!(play(&told), Ok(()));
}

#[test]
fn what_comes_later_than_it_did_is_not_lost() {
    let late = |lines: &str| format!("socket rate=48000\noption keys=open\nconnect /tiny\n{lines}");
    let said = "+0ms > {\"say\":\"Hello\"}\n     > {\"finish\":1}\n";
    let stale = late(&format!("{said}+10ms < audio 99ms\n < close 1000 done\n"));
    let told = rewrite(&stale, &[&tiny::CARD]).unwrap();
    assert_eq!(told, late(&format!("{said}+100ms   < audio 100ms\n+100ms   < close 1000 done\n")));
    assert_eq!(play(&told), Ok(()));
}

#[test]
fn a_silence_stays_where_it_was() {
    let story = |length: &str| {
        format!(
            "option keys=open\nconnect /tiny\n+0ms > {{\"say\":\"Hello\"}}\n+2999ms < nothing\n\
             +3000ms  < audio {length}\n+3500ms < nothing\n+4s > {{\"say\":\"Hi\"}}\n+4100ms < nothing\n"
        )
    };
    let told = rewrite(&story("99ms"), &[&tiny::CARD]).unwrap();
    assert_eq!((told.as_str(), play(&told)), (story("95ms").as_str(), Ok(())));
}

#[test]
fn only_what_does_not_hold_is_rewritten() {
    let stale = "option keys=open\nconnect /tiny\n> {\"say\":\"Hi\"}\n> {\"flush\":1}\n< audio\n< {\"flushed\":\"*\"}\n\
                 > {\"say\":\"Ho\"}\n> {\"flush\":2}\n< audio 99ms\n< {\"flushed\":\"*\"}\n+9s < nothing\n";
    let told = rewrite(stale, &[&tiny::CARD]).unwrap();
    assert_eq!(play(&told), Ok(()));
    assert_eq!(told, stale.replace("< audio 99ms\n< {", "+0ms     < audio 40ms\n+0ms     < {"));
    assert_eq!(rewrite(&told, &[&tiny::CARD]).unwrap(), told);
}
