//! Where things are.

use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The folder that holds the workspace's `Cargo.toml`.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The release binary of the server, whether built yet or not.
///
/// # Errors
/// If this program cannot tell where it was started from.
pub(crate) fn release_binary() -> Result<PathBuf, Failure> {
    let own = std::env::current_exe().map_err(Failure::while_doing("find the build folder"))?;
    // `<build folder>/debug/xtask`: right for every way in which cargo can be told another build folder.
    let folder = own.ancestors().nth(2).ok_or_else(|| Failure::new("xtask runs from no build folder"))?;
    Ok(folder.join("release").join(format!("syrinx{}", std::env::consts::EXE_SUFFIX)))
}
