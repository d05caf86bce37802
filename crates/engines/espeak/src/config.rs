//! What an operator can decide about this engine. Read [`EspeakConfig`] first.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The first argument by which a program knows that it is to be the voice host: it then calls
/// [`host_main`](crate::host_main) with the arguments after this one.
pub const VOICE_HOST_ARG: &str = "voice-host";

/// How a voice host is started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostCommand {
    /// The program.
    pub program: PathBuf,
    /// Its first arguments; the engine adds its own after them.
    pub args: Vec<OsString>,
}

impl HostCommand {
    /// The running program itself, with [`VOICE_HOST_ARG`] as its first argument.
    #[must_use]
    pub fn for_current_exe() -> Self {
        Self { program: current_exe(), args: vec![VOICE_HOST_ARG.into()] }
    }
}

/// On Linux this link leads to the running program even after its file was replaced by a newer version.
fn current_exe() -> PathBuf {
    let link = Path::new("/proc/self/exe");
    if link.exists() {
        return link.to_owned();
    }
    env::current_exe()
        .or_else(|error| env::args_os().next().map(PathBuf::from).ok_or(error))
        .unwrap_or_default()
}

/// What an operator can decide. [`Default`] is right for most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EspeakConfig {
    /// How a voice host is started.
    pub host: HostCommand,
    /// Folders for the unpacked voice data, the best first; the first that takes it is used.
    pub data_dirs: Vec<PathBuf>,
    /// How many languages are kept ready at one time. One takes 5 to 14 MB.
    pub max_hosts: usize,
    /// How many segments may be begun and unfinished at one time. One takes up to 0.4 MB.
    pub max_open: usize,
    /// How much processor time one segment may take.
    pub cpu_limit: Duration,
    /// How long one step, or the start of a host, waits for the next byte before it gives up.
    pub stall_limit: Duration,
    /// How long a host that runs may take to begin with a segment, usually less than a millisecond. One that takes
    /// longer is replaced.
    pub host_answer_limit: Duration,
}

impl Default for EspeakConfig {
    fn default() -> Self {
        Self {
            host: HostCommand::for_current_exe(),
            data_dirs: Self::standard_data_dirs(),
            max_hosts: 8,
            max_open: 64,
            cpu_limit: Duration::from_secs(2),
            stall_limit: Duration::from_secs(10),
            host_answer_limit: Duration::from_secs(1),
        }
    }
}

impl EspeakConfig {
    /// The standard values, with this program as the voice host.
    #[must_use]
    pub fn for_current_exe() -> Self {
        Self::default()
    }

    /// The user's cache folder, the temporary folder and shared memory, in this order. A configured data folder goes
    /// before them.
    #[must_use]
    pub fn standard_data_dirs() -> Vec<PathBuf> {
        let absolute = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let cache = absolute("XDG_CACHE_HOME").or_else(|| Some(absolute("HOME")?.join(".cache")));
        // Others can write to the last two, so there the folder carries its owner's number.
        let shared = format!("syrinx-{}", nix::unistd::geteuid());
        let memory = Path::new("/dev/shm");
        cache
            .map(|cache| cache.join("syrinx"))
            .into_iter()
            .chain([env::temp_dir().join(&shared)])
            .chain(memory.is_dir().then(|| memory.join(&shared)))
            .collect()
    }
}
