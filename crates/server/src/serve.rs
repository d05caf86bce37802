//! `syrinx serve`: puts the server together and runs it.

use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use engine::EngineError;
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use session::Limits;
use speech::VoiceCard;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use wire::{Offer, Options, PROTOCOLS, ProtocolCard};

use crate::clock::Clock;
use crate::config::{Access, Config};
use crate::declined::Declined;
use crate::engines::Engines;
use crate::exit::Exit;
use crate::hangup::{Hangups, Words};
use crate::keys::KeyRing;
use crate::listen::{Door, Sockets};
use crate::metrics::Metrics;
use crate::offers::Offers;
use crate::pool::Pool;
use crate::readiness::{Readiness, State};
use crate::roll::Roll;
use crate::shutdown::{self, Signals};
use crate::{config, listen, routes};

/// How long to wait before an engine that could not start is tried again; doubled each time, up to the second figure.
const RETRY_WARMING: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(60)];

/// Everything that a request may need.
pub struct Server {
    /// Who can speak.
    pub voices: Arc<[VoiceCard]>,
    /// What is spoken here.
    pub protocols: &'static [&'static ProtocolCard],
    /// What protocols may look up, tailored to each.
    pub offers: Offers,
    /// Every bound.
    pub limits: Arc<Limits>,
    /// Who may come in.
    pub keys: Arc<KeyRing>,
    /// Who is in.
    pub roll: Arc<Roll>,
    /// Whose last bytes are still to leave.
    pub sockets: Arc<Sockets>,
    /// Who computes.
    pub pool: Arc<Pool>,
    /// What is declined before anybody speaks.
    pub(crate) declined: Declined,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// Whether it can speak.
    pub readiness: Arc<Readiness>,
}

impl Server {
    /// Puts everything together and starts the workers, but listens nowhere yet.
    ///
    /// # Errors
    /// If the system gives no threads.
    pub fn new(config: &Config, engines: &Arc<Engines>) -> std::io::Result<Self> {
        Self::speaking(PROTOCOLS, config, engines)
    }

    /// The same with these protocols instead of all.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn speaking(
        protocols: &'static [&'static ProtocolCard],
        config: &Config,
        engines: &Arc<Engines>,
    ) -> std::io::Result<Self> {
        let limits = Arc::new(config.limits.clone());
        let metrics = Arc::<Metrics>::default();
        let keys = Arc::new(KeyRing::new(&config.keys));
        let workers = workers(config);
        let pool = Pool::start(workers, &limits, Arc::clone(engines), Arc::clone(&metrics), Clock::start())?;
        let offer = offer(config, engines, Arc::clone(&keys));
        Ok(Self {
            voices: Arc::clone(&offer.voices),
            protocols,
            offers: Offers::new(protocols, &offer, config),
            roll: Arc::new(Roll::new(limits.connections, Arc::clone(&metrics))),
            sockets: Arc::new(Sockets::new(Arc::clone(&limits), Arc::clone(&metrics))),
            pool: Arc::new(pool),
            readiness: Arc::default(),
            declined: Declined::new(Arc::clone(&metrics)),
            limits,
            keys,
            metrics,
        })
    }
}

/// What these engines have on offer under a configuration.
pub(crate) fn offer(config: &Config, engines: &Engines, keys: Arc<KeyRing>) -> Offer {
    Offer {
        voices: engines.voices().into(),
        aliases: config.aliases.clone().into(),
        unknown_voice: config.unknown_voice,
        pronunciations: Arc::clone(&config.pronunciations.lexicons),
        check_form: |form| audio::check(form).map_err(|error| error.to_string()),
        media_type: audio::media_type,
        keys,
        limits: Arc::new(config.limits.clone()),
        options: Options::default(),
    }
}

/// The same for a command that needs no server: nobody knocks.
pub(crate) fn offer_without_door(config: &Config, engines: &Engines) -> Offer {
    offer(config, engines, Arc::new(KeyRing::new(&[])))
}

/// As many as configured, or as there are cores.
pub(crate) fn workers(config: &Config) -> usize {
    config.workers.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, std::num::NonZero::get))
}

/// Runs a server until it is told to end.
#[must_use]
pub fn run(config: &Config) -> Exit {
    let engines = match Engines::open(config) {
        Ok(engines) => Arc::new(engines),
        Err(wrong) => {
            tracing::error!("{wrong}");
            return Exit::Configuration;
        }
    };
    raise_file_limit();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            tracing::error!(%error, "runtime could not be started");
            return Exit::Start;
        }
    };
    let ended = runtime.block_on(serve(config, engines));
    // Whoever is still connected had their time.
    runtime.shutdown_background();
    match ended {
        Ok(()) => Exit::Done,
        Err(error) => {
            tracing::error!("{error}");
            Exit::Start
        }
    }
}

/// Each client is an open file, and most systems begin with a thousand although they allow many more.
fn raise_file_limit() {
    let raised = getrlimit(Resource::RLIMIT_NOFILE)
        .and_then(|(_, most)| setrlimit(Resource::RLIMIT_NOFILE, most, most));
    if let Err(error) = raised {
        tracing::warn!(%error, "limit of open files could not be raised");
    }
}

/// Why a server could not start.
#[derive(Debug, thiserror::Error)]
enum StartError {
    #[error("{0}")]
    Address(String),
    #[error("could not listen on {address}: {source}; choose another with --listen")]
    Listen { address: std::net::SocketAddr, source: std::io::Error },
    #[error("{0}")]
    Tls(String),
    #[error("default voice cannot speak: {0}")]
    Voice(EngineError),
    #[error("workers and signals could not be set up: {0}")]
    System(#[from] std::io::Error),
}

async fn serve(config: &Config, engines: Arc<Engines>) -> Result<(), StartError> {
    let (signals, hangups) = (Signals::take()?, Hangups::take()?);
    let address = config::resolve(&config.listen).map_err(StartError::Address)?;
    let listener =
        TcpListener::bind(address).await.map_err(|source| StartError::Listen { address, source })?;
    let door = Door::of(&config.tls).map_err(StartError::Tls)?;
    let server = Arc::new(Server::new(config, &engines)?);
    let warming = warm(engines, Arc::clone(&server.readiness));
    announce(config, &listener, &door)?;
    let words = Words { path: config.pronunciations.path.clone(), server: Arc::clone(&server) };
    let heeding = hangups.heed(door.clone(), words);
    let accepting = listen::accept_all(listener, door, routes::router(&server), Arc::clone(&server.sockets));
    tokio::select! {
        () = accepting => {}
        () = heeding => {}
        () = shutdown::wait(Arc::clone(&server), signals) => {}
        error = hopeless(warming) => return Err(StartError::Voice(error)),
    }
    Ok(())
}

/// The one line on standard output, for people and for scripts that wait for it.
fn announce(config: &Config, listener: &TcpListener, door: &Door) -> std::io::Result<()> {
    let address = listener.local_addr()?;
    match (config.keys.len(), config.access) {
        (0, Access::Open) => {
            tracing::warn!("no key is set and the door is open: everyone who can reach it may use it")
        }
        (0, Access::Guarded) => tracing::info!("no key is set: only this machine is served"),
        (keys, _) => tracing::info!(keys, "keys are set"),
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "listening on {}://{address}", door.scheme())?;
    out.flush()
}

/// Gets the default voice ready, and tries again for as long as it cannot speak. It ends early with an error that no
/// waiting mends.
fn warm(engines: Arc<Engines>, readiness: Arc<Readiness>) -> JoinHandle<Option<EngineError>> {
    tokio::spawn(async move {
        let [mut wait, longest] = RETRY_WARMING;
        loop {
            let engines = Arc::clone(&engines);
            let warmed = tokio::task::spawn_blocking(move || engines.warm(&engines.default_voice().id)).await;
            match warmed {
                Ok(Ok(())) => {
                    readiness.set(State::Ready);
                    return None;
                }
                Ok(Err(error @ EngineError::NoPlace { .. })) => return Some(error),
                Ok(Err(error)) => {
                    tracing::error!(%error, "default voice cannot speak");
                    readiness.set(State::Unable);
                }
                // The runtime is ending.
                Err(_) => return None,
            }
            tokio::time::sleep(wait).await;
            wait = (wait * 2).min(longest);
        }
    })
}

/// Why the server will never be able to speak; it does not end if it will.
async fn hopeless(warming: JoinHandle<Option<EngineError>>) -> EngineError {
    match warming.await {
        Ok(Some(error)) => error,
        Ok(None) | Err(_) => std::future::pending().await,
    }
}

#[cfg(all(test, feature = "espeak"))]
mod tests {
    use speech::Language;

    use super::*;

    #[test]
    fn a_bare_language_is_that_of_its_usual_region() {
        let config = Config { engines: vec!["espeak".to_owned()], ..Config::default() };
        let offer = offer_without_door(&config, &Engines::open(&config).unwrap());
        let voice = |tag: &str| {
            let language = Language::new(tag);
            offer.voice_for(&[], "en-us", Some(&language)).unwrap().id.to_string()
        };
        let tags = [
            "fr", "fr-ca", "pt", "pt-BR", "es", "es-MX", "de", "de-AT", "zh", "zh-CN", "nl", "vi", "ru", "ca",
        ];
        let voices = [
            "fr-fr", "fr-fr", "pt-br", "pt-br", "es", "es-419", "de", "de", "cmn", "cmn", "nl", "vi", "ru",
            "ca",
        ];
        assert_eq!(tags.map(voice), voices);
        let english = offer.voice_for(&[], "de", Some(&Language::new("en"))).unwrap();
        assert_eq!(english.id.as_str(), "en-us");
    }
}
