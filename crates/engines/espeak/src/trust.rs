//! Which folders and files may be believed: some lie where other users can write.
//!
//! A folder or file is ours if it is a real one (no link), belongs to this user or to the administrator, and nobody
//! else may write to it. A folder that an operator chose is taken as it is; what lies in it is looked at like the rest.
//! What it does not do: read contents. Read [`base`] first.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use nix::libc;

/// The permission to write for the group and for everybody.
const OTHERS_WRITE: u32 = 0o022;
/// Only its owner may remove or rename what is in such a folder.
const STICKY: u32 = 0o1000;

/// Who chose a folder.
#[derive(Clone, Copy)]
pub(crate) enum ChosenBy {
    /// The operator, who knows who else can write there.
    Operator,
    /// This program, from the places that a system usually has.
    Us,
}

/// Sees to it that a folder for our data is there.
///
/// # Errors
/// [`ErrorKind::PermissionDenied`] if others could change what is in it; those of the operating system.
pub(crate) fn base(path: &Path, chosen_by: ChosenBy) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    match chosen_by {
        ChosenBy::Operator => Ok(()),
        ChosenBy::Us => {
            check_parent(path)?;
            check(&fs::symlink_metadata(path)?)
        }
    }
}

/// Sees to it that a folder within one of ours is there.
///
/// # Errors
/// As [`base`].
pub(crate) fn within(path: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => {
            let found = fs::symlink_metadata(path)?;
            if !found.is_dir() {
                return Err(io::Error::new(ErrorKind::NotADirectory, "there is something else in its place"));
            }
            check(&found)
        }
    }
}

/// Opens a file if it is one of ours; anything else is as good as none.
pub(crate) fn open(path: &Path) -> Option<(File, Metadata)> {
    // Without waiting, should somebody have put a pipe there.
    let flags = libc::O_NOFOLLOW | libc::O_NONBLOCK | libc::O_CLOEXEC;
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path).ok()?;
    let found = file.metadata().ok()?;
    (found.is_file() && check(&found).is_ok()).then_some((file, found))
}

fn check(found: &Metadata) -> io::Result<()> {
    let (owner, own) = (found.uid(), nix::unistd::geteuid().as_raw());
    let denied = |why| Err(io::Error::new(ErrorKind::PermissionDenied, why));
    if found.is_symlink() {
        return denied("is a link".to_owned());
    }
    if owner != own && owner != 0 {
        return denied(format!("belongs to user {owner}, not to {own}"));
    }
    if found.mode() & OTHERS_WRITE != 0 {
        return denied(format!("others may write there, its mode is {:o}", found.mode() & 0o7777));
    }
    Ok(())
}

/// Where others can write they can also exchange our folder for theirs, unless the parent is sticky.
fn check_parent(path: &Path) -> io::Result<()> {
    let Some(parent) = path.parent() else { return Ok(()) };
    let mode = fs::metadata(parent)?.mode();
    if mode & OTHERS_WRITE == 0 || mode & STICKY != 0 {
        return Ok(());
    }
    let why = format!("others may write to {}, which is not sticky", parent.display());
    Err(io::Error::new(ErrorKind::PermissionDenied, why))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{PermissionsExt, chown, symlink};
    use std::path::PathBuf;
    use std::process::Command;

    use super::*;

    fn fresh(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("engine-espeak-trust-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir(&path).unwrap();
        path
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    }

    fn denied(result: io::Result<()>) -> bool {
        result.is_err_and(|error| error.kind() == ErrorKind::PermissionDenied)
    }

    #[test]
    fn a_folder_that_others_can_write_to_is_refused_unless_an_operator_chose_it() {
        let folder = fresh("mode").join("inner");
        base(&folder, ChosenBy::Us).unwrap();
        assert_eq!(fs::metadata(&folder).unwrap().mode() & 0o777, 0o700);
        set_mode(&folder, 0o770);
        assert!(denied(base(&folder, ChosenBy::Us)) && denied(within(&folder)));
        base(&folder, ChosenBy::Operator).unwrap();
        fs::remove_dir_all(folder.parent().unwrap()).unwrap();
    }

    #[test]
    fn a_parent_that_others_can_write_to_must_be_sticky() {
        let parent = fresh("sticky");
        set_mode(&parent, 0o777);
        assert!(denied(base(&parent.join("inner"), ChosenBy::Us)));
        set_mode(&parent, 0o1777);
        base(&parent.join("inner"), ChosenBy::Us).unwrap();
        fs::remove_dir_all(parent).unwrap();
    }

    #[test]
    fn links_are_not_followed() {
        let folder = fresh("links");
        let (real, link) = (folder.join("real"), folder.join("link"));
        fs::create_dir(&real).unwrap();
        symlink(&real, &link).unwrap();
        assert!(denied(base(&link, ChosenBy::Us)) && within(&link).is_err());
        base(&link, ChosenBy::Operator).unwrap();
        fs::write(real.join("file"), "content").unwrap();
        symlink(real.join("file"), folder.join("file")).unwrap();
        assert!(open(&real.join("file")).is_some() && open(&folder.join("file")).is_none());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_belongs_to_another_user_or_is_no_file_is_refused() {
        let folder = fresh("owner");
        fs::write(folder.join("file"), "content").unwrap();
        set_mode(&folder.join("file"), 0o646);
        assert!(open(&folder.join("file")).is_none() && open(&folder).is_none());
        set_mode(&folder.join("file"), 0o644);
        assert!(open(&folder.join("file")).is_some());
        assert!(Command::new("mkfifo").arg(folder.join("pipe")).status().unwrap().success());
        assert!(open(&folder.join("pipe")).is_none());
        // Only an administrator can give something away.
        if nix::unistd::geteuid().is_root() {
            chown(folder.join("file"), Some(12_345), None).unwrap();
            assert!(open(&folder.join("file")).is_none());
            chown(&folder, Some(12_345), None).unwrap();
            assert!(denied(base(&folder, ChosenBy::Us)) && denied(within(&folder)));
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
