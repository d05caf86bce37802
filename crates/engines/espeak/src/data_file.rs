//! One file of voice data: what is to be in it, whether it is, and writing it so that readers see all of it or nothing.
//!
//! Which file is ours at all is in `trust`. Read [`write`] first.

use std::borrow::Cow;
use std::fs::{self, File, OpenOptions};
use std::hash::{BuildHasher, RandomState};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::packed::PackedFile;
use crate::trust;

/// The ending of a file that is being written.
const PART: &str = ".part";
/// A file still being written after this time was given up.
const PART_MAY_TAKE: Duration = Duration::from_secs(60 * 60);

/// What is to be in a file.
pub(crate) enum Content {
    Packed(&'static PackedFile),
    Text(&'static str),
}

impl Content {
    pub(crate) fn size(&self) -> u64 {
        match self {
            Self::Packed(file) => file.size,
            Self::Text(text) => text.len() as u64,
        }
    }

    pub(crate) fn is_in(&self, mut file: &File) -> bool {
        match self {
            Self::Packed(packed) => {
                let mut hasher = blake3::Hasher::new();
                hasher.update_reader(file).is_ok_and(|hasher| hasher.finalize() == packed.digest)
            }
            Self::Text(text) => {
                let mut found = Vec::with_capacity(text.len() + 1);
                file.read_to_end(&mut found).is_ok() && found == text.as_bytes()
            }
        }
    }

    fn bytes(&self) -> io::Result<Cow<'static, [u8]>> {
        match self {
            Self::Packed(file) => zstd::bulk::decompress(file.packed, file.size as usize).map(Cow::Owned),
            Self::Text(text) => Ok(Cow::Borrowed(text.as_bytes())),
        }
    }
}

/// Writes beside the path and renames; gives the file that is in its place then.
pub(crate) fn write(path: &Path, content: &Content) -> io::Result<File> {
    let bytes = content.bytes()?;
    let (beside, mut file) = create_beside(path)?;
    let renamed = file.write_all(&bytes).and_then(|()| fs::rename(&beside, path));
    let Err(error) = renamed else { return Ok(file) };
    // Best effort: a disk that is full should not also keep the torso.
    let _ = fs::remove_file(&beside);
    // Another process may have been faster, or have taken ours for a torso.
    trust::open(path).map(|(file, _)| file).filter(|file| content.is_in(file)).ok_or(error)
}

/// Processes in different containers may share a folder and have equal numbers, so chance makes the name.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    loop {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{:016x}{PART}", RandomState::new().hash_one(0)));
        let beside = PathBuf::from(name);
        match OpenOptions::new().write(true).create_new(true).mode(0o644).open(&beside) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            opened => return opened.map(|file| (beside, file)),
        }
    }
}

/// Removes what earlier writers left. Best effort: it only takes room.
pub(crate) fn remove_torsos(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for entry in entries.filter(|entry| entry.file_name().to_string_lossy().ends_with(PART)) {
        let written = entry.metadata().and_then(|found| found.modified());
        let age = written.ok().and_then(|written| written.elapsed().ok());
        if age.is_some_and(|age| age > PART_MAY_TAKE) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;
    use std::time::SystemTime;

    use super::*;
    use crate::packed::FILES;

    fn fresh(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("engine-espeak-file-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir(&path).unwrap();
        path
    }

    #[test]
    fn a_write_that_loses_its_race_succeeds_if_the_winner_wrote_the_same() {
        let base = fresh("race");
        let path = base.join("file");
        let content = Content::Packed(&FILES[0]);
        let whole = content.bytes().unwrap();
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| (0..30).for_each(|_| drop(write(&path, &content).unwrap())));
            }
            // Somebody who takes every file under way for a torso: those writes fail, unless another's was there.
            scope.spawn(|| {
                for entry in (0..50).flat_map(|_| fs::read_dir(&base).unwrap()).flatten() {
                    if path.exists() && entry.file_name().to_string_lossy().ends_with(PART) {
                        let _ = fs::remove_file(entry.path());
                    }
                }
            });
        });
        assert!(fs::read(&path).unwrap() == *whole);
        fs::create_dir(base.join("folder")).unwrap();
        assert!(write(&base.join("folder"), &content).is_err());
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn only_old_torsos_are_removed() {
        let base = fresh("torsos");
        let (old, new, whole) = (base.join("en-us.1-0.part"), base.join("de.part"), base.join("de"));
        for path in [&old, &new, &whole] {
            fs::write(path, "something").unwrap();
        }
        for path in [&old, &whole] {
            let written = SystemTime::now() - 2 * PART_MAY_TAKE;
            File::options().write(true).open(path).unwrap().set_modified(written).unwrap();
        }
        remove_torsos(&base);
        assert!(!old.exists() && new.exists() && whole.exists());
        fs::remove_dir_all(base).unwrap();
    }
}
