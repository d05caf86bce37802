//! What a server holds, before and after.

use std::time::Duration;

use tokio::time::sleep;

use crate::failure::Failure;
use crate::report::Report;
use crate::server::Server;

/// Nothing may be under way when things are counted; what has just ended is given this long to be gone.
const SETTLING: Duration = Duration::from_secs(3);
/// Growth up to here is an allocator's breathing, not a leak: a leak of a kilobyte a segment would be ten megabytes.
const BREATHING_SHARE: f64 = 0.10;
const BREATHING_BYTES: f64 = 2e6;
const MB: f64 = 1e6;

/// What a server holds when nothing is under way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wear {
    memory: f64,
    descriptors: usize,
    processes: usize,
    zombies: usize,
}

impl Wear {
    pub(super) async fn of(server: &Server) -> Result<Self, Failure> {
        sleep(SETTLING).await;
        let family = server.family()?;
        let descriptors = family.descriptors().ok_or_else(|| Failure::setup("the server is gone"))?;
        Ok(Self {
            memory: server.memory()?,
            descriptors,
            processes: family.size(),
            zombies: family.zombies(),
        })
    }

    pub(super) fn megabytes(&self) -> f64 {
        self.memory / MB
    }

    pub(super) fn compare(&self, after: &Self, report: &mut Report) {
        let bound = self.memory * (1.0 + BREATHING_SHARE) + BREATHING_BYTES;
        report
            .figure("memory after the warm-up", Some(self.memory / MB), "MB")
            .figure("memory at the end", Some(after.memory / MB), "MB")
            .figure("descriptors after the warm-up", Some(self.descriptors as f64), "")
            .figure("descriptors at the end", Some(after.descriptors as f64), "")
            .figure("processes after the warm-up", Some(self.processes as f64), "")
            .figure("processes at the end", Some(after.processes as f64), "")
            .promise(
                format!("memory stays below {:.1} MB (a tenth and 2 MB above the warm-up)", bound / MB),
                after.memory <= bound,
            )
            .promise("no descriptor is lost", after.descriptors <= self.descriptors)
            .promise("no process is left over", after.processes <= self.processes)
            .promise("no zombie", after.zombies == 0);
    }
}
