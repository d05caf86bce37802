//! Smallest.ai Waves: speech over a socket (single requests, continuous input, continuations), server-sent events and
//! one-shot HTTP, on the current addresses and on those of older clients.
//!
//! The wire is described in `docs/protocols/smallest.md`. Start with `stream.rs`, then [`utterance`].

mod call;
mod errors;
mod events;
mod failed;
mod formats;
mod lists;
mod message;
mod model;
mod patience;
mod reply;
mod stream;
mod table;
mod utterance;
mod voices;
mod wishes;

use std::time::Duration;

use session::Limits;
use speech::RefusalKind;

use crate::card::{EventKind, ProtocolCard, ProtocolId, Route, RouteKind};
use crate::rules::{Columns, OptionKind, ProtocolOption};

/// Both hosts of the vendor's history, with the same handlers behind them.
macro_rules! under_both_roots {
    ($($kind:ident $path:literal $accept:path,)*) => {
        &[$(
            Route { kind: RouteKind::$kind, path: concat!("/waves/v1", $path), accept: $accept },
            Route { kind: RouteKind::$kind, path: concat!("/api/v1", $path), accept: $accept },
        )*]
    };
}

/// What this protocol is.
pub(crate) const CARD: ProtocolCard = ProtocolCard {
    id: ProtocolId("smallest"),
    title: "Smallest.ai Waves: live, server-sent and one-shot speech, voices",
    routes: under_both_roots![
        Socket "/tts/live" stream::accept_current,
        Post "/tts/live" call::accept_events,
        Post "/tts" call::accept_bytes,
        Socket "/{model}/get_speech/stream" stream::accept_legacy,
        Socket "/streaming-tts/stream" stream::accept_legacy,
        Post "/{model}/get_speech" call::accept_bytes,
        Post "/{model}/stream" call::accept_events,
        Get "/{model}/get_voices" voices::of_model,
        Get "/voice/get-all-models" voices::catalogue,
        Get "/health" lists::health,
        Get "/voice-cloning" lists::no_clones,
        Get "/pronunciation-dicts" lists::no_dictionaries,
        Post "/voice-cloning" lists::not_offered,
        Post "/pronunciation-dicts" lists::not_offered,
        Put "/pronunciation-dicts" lists::not_offered,
        Delete "/pronunciation-dicts" lists::not_offered,
    ],
    silent: &[
        EventKind::Opened,
        EventKind::SegmentEnded,
        EventKind::Warned,
        // One end for a whole request, one for each release of a continuation, and none for its close.
        EventKind::ReleaseEnded,
        EventKind::Closed,
        EventKind::GenerationEnded,
        EventKind::Flushed,
        EventKind::Cleared,
        EventKind::Updated,
        EventKind::Declined,
    ],
    closes_on: &[RefusalKind::IdleTimeout],
    aliases: voices::ALIASES,
    columns: Columns { generous: documented, vendor: documented },
    formats: formats::FORMATS,
    options: &[
        ProtocolOption {
            name: "legacy_idle",
            about: "how long a client of an older address may be silent if it does not say with ?timeout=",
            kind: OptionKind::Wait(Duration::from_secs(20)),
        },
        ProtocolOption {
            name: "continuous",
            about: "when continuous input without a context_id is spoken: as soon as a cut is certain, or at its closing",
            kind: OptionKind::Choice(&["early", "closing"]),
        },
    ],
};

/// The documented idle time of the current address, and the longest whole text that a published client sends. Nothing
/// else is documented, so both columns are the same.
fn documented(limits: &mut Limits) {
    limits.idle = Duration::from_secs(60);
    limits.request_characters = 8_000;
}
