//! Puts a voice's data into a folder from which the C library can load it.
//!
//! Processes that start at once do each other's work harmlessly. What is there already is compared with what it should
//! be when this process first uses it, and written anew where it differs. The folder carries the version of the data in
//! its name.
//! Which folders may be believed is in `trust`. Read [`Unpacker::unpack`] first.

use std::collections::HashMap;
use std::fs::Metadata;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::config::EspeakConfig;
use crate::data_file::{Content, remove_torsos, write};
use crate::packed::{DATA_VERSION, FILES, Variant};
use crate::trust::{self, ChosenBy};
use crate::voices::Voice;

/// Files that every language needs.
const COMMON: [&str; 4] = ["phontab", "phonindex", "phondata", "intonations"];
const VARIANTS: &str = "voices/!v";
/// Within the data folder, a folder before those in it.
const FOLDERS: [&str; 3] = ["lang", "voices", VARIANTS];

/// No folder could take the data.
#[derive(Debug, thiserror::Error)]
#[error("voice data could be written to none of these folders: {}", list(.0))]
pub(crate) struct NowhereToUnpack(Vec<(PathBuf, io::Error)>);

fn list(tried: &[(PathBuf, io::Error)]) -> String {
    let lines: Vec<_> = tried.iter().map(|(path, error)| format!("{} ({error})", path.display())).collect();
    if lines.is_empty() { "none configured".to_owned() } else { lines.join(", ") }
}

/// Unpacks, and knows what it has looked at.
pub(crate) struct Unpacker {
    folders: Vec<(PathBuf, ChosenBy)>,
    whole: Mutex<HashMap<PathBuf, Stamp>>,
}

/// Changes whenever a file does, its content or who may touch it.
#[derive(PartialEq, Eq)]
struct Stamp([i64; 5]);

impl Stamp {
    fn of(found: &Metadata) -> Self {
        let size = found.size() as i64;
        Self([found.dev() as i64, found.ino() as i64, size, found.ctime(), found.ctime_nsec()])
    }
}

impl Unpacker {
    /// Unpacks into the first of `folders` that takes it.
    pub(crate) fn new(folders: &[PathBuf]) -> Self {
        let standard = EspeakConfig::standard_data_dirs();
        let chosen_by = |path| if standard.contains(path) { ChosenBy::Us } else { ChosenBy::Operator };
        let folders = folders.iter().map(|path| (path.clone(), chosen_by(path))).collect();
        Self { folders, whole: Mutex::default() }
    }

    /// Unpacks what `voice` needs; gives the folder with the data.
    pub(crate) fn unpack(&self, voice: Voice) -> Result<PathBuf, NowhereToUnpack> {
        let mut tried = Vec::new();
        for (folder, chosen_by) in &self.folders {
            match self.unpack_into(voice, folder, *chosen_by) {
                Ok(data) => return Ok(data),
                Err(error) => tried.push((folder.clone(), error)),
            }
        }
        Err(NowhereToUnpack(tried))
    }

    /// Unpacks a variant into a folder that [`Self::unpack`] gave; cheap if it is there.
    pub(crate) fn unpack_variant(&self, variant: &Variant, data: &Path) -> io::Result<()> {
        self.place(&data.join(VARIANTS).join(variant.id), &Content::Text(variant.definition))
    }

    fn unpack_into(&self, voice: Voice, folder: &Path, chosen_by: ChosenBy) -> io::Result<PathBuf> {
        let data = folder.join(format!("espeak-{DATA_VERSION}"));
        trust::base(folder, chosen_by)?;
        for folder in [data.clone()].into_iter().chain(FOLDERS.map(|sub| data.join(sub))) {
            trust::within(&folder)?;
            remove_torsos(&folder);
        }
        let language = voice.language;
        for name in COMMON.iter().chain(language.dictionaries) {
            let file =
                FILES.iter().find(|file| file.name == *name).expect("build.rs checked that all are there");
            self.place(&data.join(name), &Content::Packed(file))?;
        }
        self.place(&data.join("lang").join(language.id), &Content::Text(language.definition))?;
        if let Some(variant) = voice.variant {
            self.unpack_variant(variant, &data)?;
        }
        Ok(data)
    }

    /// Writes a file unless it is there, whole and ours.
    fn place(&self, path: &Path, content: &Content) -> io::Result<()> {
        let found = trust::open(path).filter(|(_, found)| found.len() == content.size());
        if found.as_ref().is_some_and(|(_, found)| self.is_known(path, found)) {
            return Ok(());
        }
        let whole = match found.filter(|(file, _)| content.is_in(file)) {
            Some((_, before)) => before,
            None => write(path, content)?.metadata()?,
        };
        self.remember(path, &whole);
        Ok(())
    }

    fn is_known(&self, path: &Path, found: &Metadata) -> bool {
        let whole = self.whole.lock().unwrap_or_else(PoisonError::into_inner);
        whole.get(path).is_some_and(|stamp| *stamp == Stamp::of(found))
    }

    fn remember(&self, path: &Path, found: &Metadata) {
        let mut whole = self.whole.lock().unwrap_or_else(PoisonError::into_inner);
        whole.insert(path.to_owned(), Stamp::of(found));
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    fn folder(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("engine-espeak-unpack-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        path
    }

    fn unpack(voice: &str, folders: &[PathBuf]) -> Result<PathBuf, NowhereToUnpack> {
        Unpacker::new(folders).unpack(Voice::named(voice).unwrap())
    }

    #[test]
    fn unpacks_what_a_voice_needs_and_no_more() {
        let base = folder("needs");
        let data = unpack("de+f3", std::slice::from_ref(&base)).unwrap();
        for file in ["phondata", "de_dict", "en_dict", "lang/de", "voices/!v/f3"] {
            assert!(data.join(file).is_file(), "{file} is missing");
        }
        assert!(!data.join("ru_dict").exists() && !data.join("lang/fr-fr").exists());
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn mends_what_is_damaged_even_at_the_right_size_and_leaves_no_torso() {
        let base = folder("mends");
        let unpacker = Unpacker::new(std::slice::from_ref(&base));
        let voice = Voice::named("en-us").unwrap();
        let data = unpacker.unpack(voice).unwrap();
        let path = data.join("en_dict");
        let whole = fs::read(&path).unwrap();
        let mut bent = whole.clone();
        bent[5_000] ^= 1;
        for damaged in [&whole[..100], &bent, &[]] {
            fs::write(&path, damaged).unwrap();
            unpack("en-us", std::slice::from_ref(&base)).unwrap();
            assert!(fs::read(&path).unwrap() == whole);
            fs::write(&path, damaged).unwrap();
            unpacker.unpack(voice).unwrap();
            assert!(fs::read(&path).unwrap() == whole, "the one who knew it whole does not look again");
        }
        let names: Vec<_> = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(names.iter().all(|name| !name.to_string_lossy().ends_with(".part")), "{names:?}");
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn replaces_links_and_does_not_write_through_them() {
        let (base, elsewhere) = (folder("links"), folder("elsewhere"));
        let data = unpack("en-us", std::slice::from_ref(&base)).unwrap();
        let whole = fs::read(data.join("en_dict")).unwrap();
        fs::write(&elsewhere, &whole).unwrap();
        fs::remove_file(data.join("en_dict")).unwrap();
        symlink(&elsewhere, data.join("en_dict")).unwrap();
        unpack("en-us", std::slice::from_ref(&base)).unwrap();
        assert!(fs::symlink_metadata(data.join("en_dict")).unwrap().is_file());
        fs::rename(data.join("lang"), data.join("other")).unwrap();
        symlink("other", data.join("lang")).unwrap();
        let said = unpack("en-us", std::slice::from_ref(&base)).unwrap_err().to_string();
        assert!(said.contains("something else in its place"), "{said}");
        fs::remove_file(elsewhere).unwrap();
        fs::remove_dir_all(base).unwrap();
    }

    #[test]
    fn goes_on_to_the_next_folder_and_names_all_in_the_end() {
        let base = folder("next");
        fs::write(&base, "a file where a folder should be").unwrap();
        let good = folder("good");
        let data = unpack("en-us", &[base.clone(), good.clone()]).unwrap();
        assert!(data.starts_with(&good));
        let other = PathBuf::from("/proc/no-such-place");
        let said = unpack("en-us", &[base.clone(), other.clone()]).unwrap_err().to_string();
        assert!(said.contains(base.to_str().unwrap()) && said.contains(other.to_str().unwrap()), "{said}");
        fs::remove_file(base).unwrap();
        fs::remove_dir_all(good).unwrap();
    }
}
