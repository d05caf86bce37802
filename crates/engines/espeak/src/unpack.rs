//! Puts a voice's data into a folder from which the C library can load it.
//!
//! Each file is written beside its place and renamed into it, so a reader sees all of it or nothing, and two processes
//! that start at once do each other's work harmlessly. A file of the wrong size is written anew. The folder carries the
//! version of the data in its name. Read [`unpack`] first.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::packed::{DATA_VERSION, FILES, PackedFile};
use crate::voices::Voice;

/// Files that every language needs.
const COMMON: [&str; 4] = ["phontab", "phonindex", "phondata", "intonations"];

/// No folder could take the data.
#[derive(Debug, thiserror::Error)]
#[error("voice data could be written to none of these folders: {}", list(.0))]
pub(crate) struct NowhereToUnpack(Vec<(PathBuf, io::Error)>);

fn list(tried: &[(PathBuf, io::Error)]) -> String {
    let lines: Vec<_> = tried.iter().map(|(path, error)| format!("{} ({error})", path.display())).collect();
    if lines.is_empty() { "none configured".to_owned() } else { lines.join(", ") }
}

/// Unpacks what `voice` needs into the first of `folders` that takes it; gives the folder with the data.
pub(crate) fn unpack(voice: Voice, folders: &[PathBuf]) -> Result<PathBuf, NowhereToUnpack> {
    let mut tried = Vec::new();
    for folder in folders {
        let data = folder.join(format!("espeak-{DATA_VERSION}"));
        match unpack_into(voice, folder, &data) {
            Ok(()) => return Ok(data),
            Err(error) => tried.push((folder.clone(), error)),
        }
    }
    Err(NowhereToUnpack(tried))
}

fn unpack_into(voice: Voice, folder: &Path, data: &Path) -> io::Result<()> {
    private_folder(folder)?;
    for sub in ["", "lang", "voices", "voices/!v"] {
        private_folder(&data.join(sub))?;
    }
    for name in COMMON.iter().chain(voice.language.dictionaries) {
        let file = FILES.iter().find(|file| file.name == *name).expect("build.rs checked that all are there");
        unpack_file(file, &data.join(name))?;
    }
    let language = voice.language;
    place(&data.join("lang").join(language.id), language.definition.len() as u64, || {
        Ok(language.definition.into())
    })?;
    if let Some(variant) = voice.variant {
        let path = data.join("voices/!v").join(variant.id);
        place(&path, variant.definition.len() as u64, || Ok(variant.definition.into()))?;
    }
    Ok(())
}

/// Makes the folder if needed, and refuses one of another user: in a shared temporary folder it could be a trap.
fn private_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    let owner = fs::metadata(path)?.uid();
    let own = nix::unistd::geteuid().as_raw();
    if owner == own || owner == 0 {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::PermissionDenied, format!("belongs to user {owner}, not to {own}")))
}

fn unpack_file(file: &PackedFile, path: &Path) -> io::Result<()> {
    place(path, file.size, || zstd::bulk::decompress(file.packed, file.size as usize))
}

/// Writes a file unless it is there in full already.
fn place(path: &Path, size: u64, content: impl FnOnce() -> io::Result<Vec<u8>>) -> io::Result<()> {
    static ATTEMPT: AtomicU64 = AtomicU64::new(0);
    if fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() == size) {
        return Ok(());
    }
    let attempt = ATTEMPT.fetch_add(1, Ordering::Relaxed);
    let beside = path.with_extension(format!("{}-{attempt}.part", std::process::id()));
    fs::write(&beside, content()?).and_then(|()| fs::rename(&beside, path)).inspect_err(|_| {
        // Best effort: a disk that is full should not also keep the torso.
        let _ = fs::remove_file(&beside);
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("engine-espeak-unpack-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        path
    }

    #[test]
    fn unpacks_what_a_voice_needs_and_no_more() {
        let base = folder("needs");
        let data = unpack(Voice::named("de+f3").unwrap(), std::slice::from_ref(&base)).unwrap();
        for file in ["phondata", "de_dict", "en_dict", "lang/de", "voices/!v/f3"] {
            assert!(data.join(file).is_file(), "{file} is missing");
        }
        assert!(!data.join("ru_dict").exists() && !data.join("lang/fr-fr").exists());
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn mends_a_truncated_file_and_leaves_no_torso() {
        let base = folder("mends");
        let voice = Voice::named("en-us").unwrap();
        let data = unpack(voice, std::slice::from_ref(&base)).unwrap();
        let whole = fs::read(data.join("en_dict")).unwrap();
        fs::write(data.join("en_dict"), &whole[..100]).unwrap();
        unpack(voice, std::slice::from_ref(&base)).unwrap();
        assert_eq!(fs::read(data.join("en_dict")).unwrap(), whole);
        let names: Vec<_> = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(names.iter().all(|name| !name.to_string_lossy().ends_with("part")), "{names:?}");
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn goes_on_to_the_next_folder_and_names_all_in_the_end() {
        let base = folder("next");
        fs::write(&base, "a file where a folder should be").unwrap();
        let voice = Voice::named("en-us").unwrap();
        let good = folder("good");
        let data = unpack(voice, &[base.clone(), good.clone()]).unwrap();
        assert!(data.starts_with(&good));
        let other = PathBuf::from("/proc/no-such-place");
        let said = unpack(voice, &[base.clone(), other.clone()]).unwrap_err().to_string();
        assert!(said.contains(base.to_str().unwrap()) && said.contains(other.to_str().unwrap()), "{said}");
        fs::remove_file(base).unwrap();
        fs::remove_dir_all(good).unwrap();
    }
}
