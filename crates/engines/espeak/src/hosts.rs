//! The voice hosts that this process keeps ready, one for each language in use.
//!
//! A host is started when its language is first used, started again when it has died or hangs, and let go when others
//! are used more. Letting go means closing its socket: what it was sent before is still spoken, since its children are
//! processes of their own. Read [`Hosts::send`] first.

use std::io;
use std::os::fd::BorrowedFd;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use engine::EngineError;

use crate::config::EspeakConfig;
use crate::packed::Language;
use crate::process::{Host, unavailable};
use crate::unpack::Unpacker;
use crate::voices::Voice;

/// A host that could not be started is not tried again for this long: whoever waited for it hears the same.
const BACK_OFF: Duration = Duration::from_secs(1);

/// All hosts, the one used last at the end.
pub(crate) struct Hosts {
    config: EspeakConfig,
    unpacker: Unpacker,
    places: Mutex<Vec<Arc<Place>>>,
}

/// Where a language's host is, or will be once somebody has started it.
struct Place {
    language: &'static Language,
    /// How many hosts were started here.
    started: AtomicU64,
    standing: Mutex<Standing>,
}

enum Standing {
    Vacant,
    Running(Host),
    Failed { at: Instant, error: EngineError },
}

/// Which host a segment was handed to.
pub(crate) struct Receipt {
    /// Weak, so that it does not keep a host from being let go.
    place: Weak<Place>,
    /// The value of [`Place::started`] for it.
    number: u64,
}

impl Hosts {
    pub(crate) fn new(config: EspeakConfig) -> Self {
        let unpacker = Unpacker::new(&config.data_dirs);
        Self { config, unpacker, places: Mutex::default() }
    }

    pub(crate) fn config(&self) -> &EspeakConfig {
        &self.config
    }

    /// Hands a segment's socket to the language's host, which is started if need be. That it was handed over does not
    /// mean that the host does anything with it; see [`Self::give_up`].
    pub(crate) fn send(&self, voice: Voice, socket: BorrowedFd<'_>) -> Result<Receipt, EngineError> {
        let place = self.place(voice.language);
        let mut standing = lock(&place.standing);
        if let Standing::Running(host) = &*standing {
            if self.hand_over(host, voice, socket).is_ok() {
                return Ok(place.receipt());
            }
            // It is dead, its data is gone, or it has not taken anything for long.
            host.kill();
        }
        let host = self.start(&place, &mut standing, voice)?;
        let handed_over = self.hand_over(&host, voice, socket);
        *standing = Standing::Running(host);
        handed_over.map_err(|error| unavailable("its voice host took no segment", Some(error)))?;
        Ok(place.receipt())
    }

    /// Ends a host that gave no sign of life, so that the next segment gets a new one.
    pub(crate) fn give_up(&self, receipt: &Receipt) {
        let Some(place) = receipt.place.upgrade() else { return };
        // Others may have found out as well. Asked before the lock, too, which is held while a new one starts.
        if place.started.load(Ordering::Acquire) != receipt.number {
            return;
        }
        let mut standing = lock(&place.standing);
        let is_still_there = place.started.load(Ordering::Acquire) == receipt.number;
        if let Standing::Running(host) = &*standing
            && is_still_there
        {
            host.kill();
            *standing = Standing::Vacant;
        }
    }

    fn hand_over(&self, host: &Host, voice: Voice, socket: BorrowedFd<'_>) -> io::Result<()> {
        if let Some(variant) = voice.variant {
            self.unpacker.unpack_variant(variant, host.data())?;
        }
        host.send(socket)
    }

    fn start(&self, place: &Place, standing: &mut Standing, voice: Voice) -> Result<Host, EngineError> {
        if let Standing::Failed { at, error } = standing
            && at.elapsed() < BACK_OFF
        {
            return Err(again(error));
        }
        place.started.fetch_add(1, Ordering::AcqRel);
        self.start_host(voice).inspect_err(|error| {
            *standing = Standing::Failed { at: Instant::now(), error: again(error) };
        })
    }

    fn start_host(&self, voice: Voice) -> Result<Host, EngineError> {
        let data = self.unpacker.unpack(voice).map_err(|error| {
            let context = format!("{error}; make one writable or configure another");
            EngineError::NoPlace { context }
        })?;
        Host::start(&self.config, voice.language, data)
    }

    /// The language's place, which becomes the one used last; the one used longest ago is let go when they are too
    /// many.
    fn place(&self, language: &'static Language) -> Arc<Place> {
        let mut places = lock(&self.places);
        let place = match places.iter().position(|place| place.language.id == language.id) {
            Some(index) => places.remove(index),
            None => Arc::new(Place::new(language)),
        };
        places.push(Arc::clone(&place));
        let surplus = places.len().saturating_sub(self.config.max_hosts.max(1));
        let let_go: Vec<_> = places.drain(..surplus).collect();
        // Not under the lock: closing a host's socket may make a thread.
        drop(places);
        drop(let_go);
        place
    }
}

impl Place {
    fn new(language: &'static Language) -> Self {
        Self { language, started: AtomicU64::new(0), standing: Mutex::new(Standing::Vacant) }
    }

    fn receipt(self: &Arc<Self>) -> Receipt {
        Receipt { place: Arc::downgrade(self), number: self.started.load(Ordering::Acquire) }
    }
}

/// A panic elsewhere cannot leave these lists half changed.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The same error once more, for those who come after the one who saw it happen.
fn again(error: &EngineError) -> EngineError {
    match error {
        EngineError::VoiceNotSet { voice, reason } => {
            EngineError::VoiceNotSet { voice: voice.clone(), reason: reason.clone() }
        }
        EngineError::Unavailable { context, source } => EngineError::Unavailable {
            context: context.clone(),
            source: source.as_ref().map(|error| io::Error::new(error.kind(), error.to_string())),
        },
        EngineError::NoPlace { context } => EngineError::NoPlace { context: context.clone() },
        other => unavailable(other.to_string(), None),
    }
}
