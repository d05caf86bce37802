//! Packs the voice data of eSpeak NG into tables that the library includes, and finds libsonic.
//!
//! It writes `packed.rs` to `OUT_DIR`: the data files, compressed one by one, and the lists of languages and variants
//! with the text of their definitions. So nothing has to be asked of the C library to know who can speak. What it
//! leaves out: the voices of MBROLA (they need its program), and the languages of [`LEFT_OUT`].

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::{env, fs, thread};

type DataFile = (&'static str, &'static [u8]);

/// Shared by all languages.
const COMMON: [&str; 4] = ["phondata", "phonindex", "phontab", "intonations"];

/// Words and letters in a script of their own are read with that script's dictionary, whoever speaks; English is for
/// what nobody knows. Source: the table `alphabets` in `tr_languages.c` of eSpeak NG 1.52.
const BY_SCRIPT: [&str; 14] = [
    "en_dict", "el_dict", "hy_dict", "hi_dict", "bn_dict", "pa_dict", "gu_dict", "ta_dict", "te_dict",
    "kn_dict", "ml_dict", "si_dict", "ka_dict", "ko_dict",
];

/// Cyrillic within Georgian is read in Russian. Source: `alt_alphabet_lang` in `tr_languages.c`.
const BY_SECOND_SCRIPT: (&str, &str) = ("ka_dict", "ru_dict");

/// Before the name of another language in a compiled dictionary: `phonSWITCH` in `phoneme.h`.
const SWITCH: u8 = 21;

/// Of zstd, up to 22. Build scripts are not optimised, and the last percents would take most of the time: 11.7 MB in ten
/// seconds here, 11.5 MB in fifteen.
const LEVEL: i32 = 17;

/// What the voice's own process reads Japanese with, beside the dictionaries.
const READINGS: [(&str, &str); 1] = [("ja_dict", kana::FILE)];

/// Languages that eSpeak NG 1.52 lists and that do not speak, with the reason.
const LEFT_OUT: [(&str, &str); 0] = [];

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    link_sonic();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let files: Vec<DataFile> = [
        espeak_ng_data_phonemes::ALL_FILES,
        espeak_ng_data_dicts::ALL_FILES,
        espeak_ng_data_dict_ru::ALL_FILES,
        espeak_ng_data_dict_fo::ALL_FILES,
        espeak_ng_data_dict_ps::ALL_FILES,
    ]
    .concat();
    let version = pack(&files, &out);
    fs::write(out.join(format!("{}.zst", kana::FILE)), kana::PACKED).expect("OUT_DIR is writable");
    let version = format!("{version}-{:08x}", fnv1a(kana::PACKED.iter().copied()) as u32);
    let mut code = String::new();
    writeln!(code, "pub(crate) const DATA_VERSION: &str = {version:?};").expect("strings take it");
    write_files(&files, &mut code);
    write_languages(&files, &mut code);
    write_variants(&files, &mut code);
    fs::write(out.join("packed.rs"), code).expect("OUT_DIR is writable");
}

/// Prefers the static library, so that the binary needs nothing installed. For another machine this one's is no use.
fn link_sonic() {
    println!("cargo:rerun-if-env-changed=CC");
    let compiler = env::var("CC").unwrap_or_else(|_| "cc".into());
    let native = env::var_os("HOST") == env::var_os("TARGET");
    let found = Command::new(compiler).arg("-print-file-name=libsonic.a").output();
    let archive = found.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    match archive.as_deref().ok().filter(|path| native && path.is_absolute()).and_then(Path::parent) {
        Some(folder) => {
            println!("cargo:rustc-link-search=native={}", folder.display());
            println!("cargo:rustc-link-lib=static=sonic");
        }
        None => println!("cargo:rustc-link-lib=sonic"),
    }
}

fn is_packed(path: &str) -> bool {
    COMMON.contains(&path) || path.ends_with("_dict")
}

/// Compresses the files side by side, the largest first; gives the version of the whole.
fn pack(files: &[DataFile], out: &Path) -> String {
    let mut queue: Vec<DataFile> = files.iter().copied().filter(|(path, _)| is_packed(path)).collect();
    queue.sort_by_key(|(_, data)| data.len());
    let (queue, digest) = (Mutex::new(queue), Mutex::new(0_u64));
    let take = || queue.lock().expect("no packer panics").pop();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((path, data)) = take() {
                    let packed = zstd::bulk::compress(data, LEVEL).expect("memory suffices");
                    // Summed up, so that the order in which the threads finish does not matter.
                    let mut sum = digest.lock().expect("no packer panics");
                    *sum = sum.wrapping_add(fnv1a(path.bytes().chain(packed.iter().copied())));
                    fs::write(out.join(format!("{path}.zst")), packed).expect("OUT_DIR is writable");
                }
            });
        }
    });
    let definitions =
        files.iter().filter(|(path, _)| !is_packed(path)).flat_map(|(_, data)| data.iter().copied());
    let sum = digest.into_inner().expect("no packer panics").wrapping_add(fnv1a(definitions));
    format!("1.52-{:08x}", sum as u32 ^ (sum >> 32) as u32)
}

fn fnv1a(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

fn write_files(files: &[DataFile], code: &mut String) {
    code.push_str("pub(crate) const FILES: &[PackedFile] = &[\n");
    let readings = zstd::decode_all(kana::PACKED).expect("it was packed with the same");
    let all = files.iter().copied().chain([(kana::FILE, readings.as_slice())]);
    for (path, data) in all.filter(|(path, _)| is_packed(path) || *path == kana::FILE) {
        writeln!(
            code,
            "PackedFile {{ name: {path:?}, size: {}, digest: {:?}, packed: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{path}.zst\")) }},",
            data.len(),
            blake3::hash(data).as_bytes()
        )
        .expect("strings take it");
    }
    code.push_str("];\n");
}

/// The first value of a line `key value` in a definition.
fn value<'a>(definition: &'a str, key: &str) -> Option<&'a str> {
    values(definition, key).next()
}

fn values<'a>(definition: &'a str, key: &str) -> impl Iterator<Item = &'a str> {
    definition
        .lines()
        .filter_map(move |line| line.strip_prefix(key)?.strip_prefix([' ', '\t']))
        .map(|value| value.split("//").next().unwrap_or(value).trim())
}

fn definitions<'a>(
    files: &'a [DataFile],
    folder: &'a str,
) -> impl Iterator<Item = (&'static str, &'static str)> + 'a {
    files.iter().filter(move |(path, _)| path.starts_with(folder)).map(|(path, data)| {
        let name = path.rsplit('/').next().expect("splitting gives at least one part");
        (name, std::str::from_utf8(data).expect("definitions are UTF-8"))
    })
}

fn tags(definition: &str) -> Vec<String> {
    values(definition, "language")
        .filter_map(|line| line.split_whitespace().next())
        .map(str::to_ascii_lowercase)
        .collect()
}

/// Which other dictionaries each dictionary sends the library to, for words that it marks as foreign.
fn switches(files: &[DataFile]) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let dictionaries = || files.iter().filter(|(path, _)| path.ends_with("_dict"));
    let found = dictionaries().map(|(path, data)| {
        let names = data.split(|byte| *byte == SWITCH).skip(1).filter_map(|rest| {
            let name = rest.iter().take(4).take_while(|byte| byte.is_ascii_alphabetic()).count();
            (name >= 2 && rest.get(name) == Some(&0))
                .then(|| String::from_utf8_lossy(&rest[..name]).to_lowercase())
        });
        let names: HashSet<String> = names.map(|name| format!("{name}_dict")).collect();
        (*path, dictionaries().map(|(path, _)| *path).filter(|path| names.contains(*path)).collect())
    });
    found.collect()
}

/// The dictionary and all that the library may load while it speaks with it. They must be there always: otherwise the
/// sound of a text would depend on what was unpacked before, and the library crashes when it misses one.
fn with_guests(
    dictionary: &'static str,
    switches: &BTreeMap<&'static str, BTreeSet<&'static str>>,
) -> Vec<&'static str> {
    let mut needed = vec![dictionary];
    needed.extend(BY_SCRIPT.iter().filter(|guest| **guest != dictionary));
    if dictionary == BY_SECOND_SCRIPT.0 {
        needed.push(BY_SECOND_SCRIPT.1);
    }
    let mut next = 0;
    while let Some(reached) = needed.get(next) {
        let more: Vec<_> =
            switches[reached].iter().filter(|guest| !needed.contains(guest)).copied().collect();
        needed.extend(more);
        next += 1;
    }
    needed
}

/// A language is named by its first tag, as eSpeak lists it; where two definitions share one, the second is named by
/// its file.
fn write_languages(files: &[DataFile], code: &mut String) {
    let mut found: Vec<_> = definitions(files, "lang/").collect();
    found.sort_by_key(|(file, definition)| {
        let own = tags(definition).first().is_some_and(|tag| tag == &file.to_ascii_lowercase());
        (!own, file.to_ascii_lowercase())
    });
    let switches = switches(files);
    let mut taken = HashSet::new();
    let mut entries = Vec::new();
    for (file, definition) in found {
        let tags = tags(definition);
        let first = tags.first().unwrap_or_else(|| panic!("language {file} has no tag")).clone();
        let id = if taken.insert(first.clone()) { first.clone() } else { file.to_ascii_lowercase() };
        if LEFT_OUT.iter().any(|(left_out, _)| *left_out == id) {
            continue;
        }
        let primary = first.split('-').next().unwrap_or(&first);
        let dictionary = format!("{}_dict", value(definition, "dictionary").unwrap_or(primary));
        let dictionary = files.iter().map(|(path, _)| *path).find(|path| *path == dictionary);
        let dictionaries =
            with_guests(dictionary.unwrap_or_else(|| panic!("{id} has no dictionary")), &switches);
        let readings = READINGS.iter().filter(|(dictionary, _)| dictionaries[0] == *dictionary);
        let dictionaries: Vec<_> =
            dictionaries.iter().copied().chain(readings.map(|(_, readings)| *readings)).collect();
        let name = value(definition, "name").unwrap_or(file);
        entries.push(format!(
            "Language {{ id: {id:?}, name: {name:?}, tags: &{tags:?}, dictionaries: &{dictionaries:?}, definition: {definition:?} }},\n"
        ));
    }
    entries.sort();
    writeln!(code, "pub(crate) const LANGUAGES: &[Language] = &[\n{}];", entries.concat())
        .expect("strings take it");
}

fn write_variants(files: &[DataFile], code: &mut String) {
    let mut entries = Vec::new();
    for (file, definition) in definitions(files, "voices/!v/") {
        let id = file.to_ascii_lowercase().replace(' ', "-");
        let gender = match value(definition, "gender").and_then(|line| line.split_whitespace().next()) {
            Some("female") => "Female",
            Some("male") => "Male",
            _ => "Neutral",
        };
        entries.push(format!(
            "Variant {{ id: {id:?}, gender: Gender::{gender}, definition: {definition:?} }},\n"
        ));
    }
    entries.sort();
    writeln!(code, "pub(crate) const VARIANTS: &[Variant] = &[\n{}];", entries.concat())
        .expect("strings take it");
}
