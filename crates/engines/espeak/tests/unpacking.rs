//! Where the voice data goes, and what happens if it cannot.

mod rig;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use engine::EngineError;
use engine_espeak::{Espeak, EspeakConfig};
use rig::{config, fresh_folder, pieces, request, say, spoken};

fn espeak_in(data_dirs: Vec<PathBuf>) -> Espeak {
    Espeak::new(EspeakConfig { data_dirs, ..config() }).expect("there is a folder")
}

/// A place where no folder can be made, by anyone.
fn blocked() -> PathBuf {
    let file = fresh_folder();
    fs::write(&file, "in the way").expect("the folder for tests is writable");
    file.join("below")
}

#[test]
fn the_first_folder_that_takes_it_is_used() {
    let good = fresh_folder();
    let engine = espeak_in(vec![blocked(), good.clone()]);
    assert!(!say(&engine, "en-us", "Hello.").is_empty());
    assert_eq!(fs::read_dir(&good).unwrap().count(), 1);
    fs::remove_dir_all(good).unwrap();
}

#[test]
fn if_none_does_the_error_names_them_all() {
    let folders = vec![blocked(), "/proc/no-such-place".into()];
    let error = pieces(&espeak_in(folders.clone()), &request("en-us", spoken("Hello."))).unwrap_err();
    assert!(matches!(error, EngineError::NoPlace { .. }), "{error:?}");
    for folder in folders {
        assert!(error.to_string().contains(folder.to_str().unwrap()), "{error}");
    }
}

#[test]
fn a_full_disk_is_passed_over() {
    let full = Path::new("/dev/full");
    if !full.exists() {
        return;
    }
    let good = fresh_folder();
    let engine = espeak_in(vec![full.to_owned(), good.clone()]);
    assert!(!say(&engine, "en-us", "Hello.").is_empty());
    fs::remove_dir_all(good).unwrap();
}

#[test]
fn a_torso_is_mended_before_it_is_spoken_with() {
    let folder = fresh_folder();
    let whole = say(&espeak_in(vec![folder.clone()]), "en-us", "Hello there.");
    let data = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    for file in ["phondata", "en_dict", "lang/en-us"] {
        fs::write(data.join(file), "torso").unwrap();
        assert!(say(&espeak_in(vec![folder.clone()]), "en-us", "Hello there.") == whole, "after {file}");
    }
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn many_may_unpack_at_once() {
    let folder = fresh_folder();
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let engine = espeak_in(vec![folder.clone()]);
            thread::spawn(move || say(&engine, "cmn", "你好"))
        })
        .collect();
    let heard: Vec<_> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    assert!(heard.iter().all(|pieces| *pieces == heard[0]));
    fs::remove_dir_all(folder).unwrap();
}

/// Runs this test binary several times, each unpacking into the same fresh folder.
#[test]
fn two_processes_may_unpack_at_once() {
    const FOLDER: &str = "ENGINE_ESPEAK_TEST_FOLDER";
    if let Some(folder) = std::env::var_os(FOLDER) {
        assert!(!say(&espeak_in(vec![folder.into()]), "cmn", "你好").is_empty());
        return;
    }
    let folder = fresh_folder();
    let run = || {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "two_processes_may_unpack_at_once"]).env(FOLDER, &folder);
        command.stdout(std::process::Stdio::null()).spawn().unwrap()
    };
    let processes: Vec<_> = (0..3).map(|_| run()).collect();
    for mut process in processes {
        assert!(process.wait().unwrap().success());
    }
    fs::remove_dir_all(folder).unwrap();
}

/// A text in every script: what is not there is not missed, and what is there besides is not used.
#[test]
fn what_else_was_unpacked_does_not_change_the_sound() {
    const SCRIPTS: [&str; 4] = [
        "Привет, καλημέρα, שלום, مرحبا, नमस्ते, สวัสดี, 你好, ひらがな, 안녕.",
        "გამარჯობა, բարեւ, বাংলা, ਪੰਜਾਬੀ, ગુજરાતી, தமிழ், తెలుగు, ಕನ್ನಡ, മലയാളം.",
        "සිංහල, ລາວ, မြန်မာ, አማርኛ, ᎣᏏᏲ, Straße, château, weekend, ñandú, łódź.",
        "x², €, ½, #, ★, 𐑖𐑱, ⠓⠑, Ж, α, ב, க, అ.",
    ];
    let full = fresh_folder();
    let rich = espeak_in(vec![full.clone()]);
    for card in &engine::Engine::card(&rich).voices {
        rich.warm(&card.id).unwrap();
    }
    for voice in ["en-us", "de", "it", "lv", "cmn", "ar"] {
        let own = fresh_folder();
        let poor = espeak_in(vec![own.clone()]);
        for text in SCRIPTS {
            assert!(say(&poor, voice, text) == say(&rich, voice, text), "{voice} differs");
        }
        fs::remove_dir_all(own).unwrap();
    }
    fs::remove_dir_all(full).unwrap();
}
