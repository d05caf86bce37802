//! How the program ends: every exit code, in one place.

use std::process::ExitCode;

/// How a command ended. The codes are part of the command line's contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: all was done, or whoever reads standard output wants no more.
    Done,
    /// 1: something failed on the way: the engine, a file that could not be written, text that could not be read.
    Failed,
    /// 2: the command line is wrong. (The argument parser uses the same code.)
    Usage,
    /// 3: the configuration is wrong; every problem was printed.
    Configuration,
    /// 4: the server, or the voice that is to speak, could not start: an address in use, a folder that cannot be written.
    Start,
}

impl Exit {
    /// The number that the operating system sees.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Configuration => 3,
            Self::Start => 4,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
