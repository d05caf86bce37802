//! Streams with listeners at 1×: each says its reply again when it has been played. Shared by `gaps` and `cost`.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;
use tokio::time::{sleep, sleep_until};

use crate::client::{Heard, LMNT, Session, length};
use crate::failure::Failure;
use crate::player::Player;
use crate::replies::SEVENTY_SIX_WORDS;
use crate::server::Address;
use crate::stats::Samples;

/// How many sockets are opened at one time.
const OPENING_AT_ONCE: usize = 64;

/// Which streams, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan {
    /// How many.
    pub(super) streams: usize,
    /// Their starts are spread over this time; zero for all at once.
    pub(super) spread: Duration,
    /// How many replies each speaks, one when the other has been played.
    pub(super) replies: usize,
}

/// What became of all streams.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// The worst underrun of each accepted stream, in milliseconds.
    pub(super) underruns: Samples,
    /// First audio of each reply, in milliseconds.
    pub(super) first_audio: Samples,
    /// How fast each refusal came, in milliseconds.
    pub(super) refusals: Samples,
    /// How many refusals said when to come back.
    pub(super) refusals_with_retry: usize,
    /// Streams that broke off after they had sounded, or ended without a word.
    pub(super) broken: usize,
    /// Audio of all.
    pub(super) audio: Duration,
}

/// What became of one.
enum Ending {
    Complete,
    Refused { after: Duration, says_when: bool },
    Broken,
}

struct Stream {
    player: Player,
    first_audio: Samples,
    audio: Duration,
    ending: Ending,
}

/// Opens all sessions first, then lets them speak.
pub(super) async fn play(address: Address, plan: Plan) -> Result<Outcome, Failure> {
    let sessions = open(address, plan.streams).await?;
    let started = Instant::now() + Duration::from_millis(100);
    let mut streams = JoinSet::new();
    for (index, session) in sessions.into_iter().enumerate() {
        let begin = started + plan.spread.mul_f64(index as f64 / plan.streams as f64);
        streams.spawn(async move {
            sleep_until(begin.into()).await;
            Stream::default().run(session, plan.replies).await
        });
    }
    let mut outcome = Outcome::default();
    while let Some(stream) = streams.join_next().await {
        outcome.add(stream.map_err(|error| Failure::setup(error.to_string()))?);
    }
    Ok(outcome)
}

async fn open(address: Address, count: usize) -> Result<Vec<Session>, Failure> {
    let mut sessions = Vec::with_capacity(count);
    let mut opening = JoinSet::new();
    for _ in 0..count {
        if opening.len() >= OPENING_AT_ONCE {
            sessions.extend(opened(&mut opening).await?);
        }
        opening.spawn(Session::open(address, &LMNT));
    }
    while let Some(session) = opened(&mut opening).await? {
        sessions.push(session);
    }
    Ok(sessions)
}

async fn opened(opening: &mut JoinSet<Result<Session, Failure>>) -> Result<Option<Session>, Failure> {
    let session = opening.join_next().await.transpose().map_err(|error| Failure::setup(error.to_string()))?;
    session.transpose()
}

impl Default for Stream {
    fn default() -> Self {
        let (player, first_audio) = (Player::default(), Samples::default());
        Self { player, first_audio, audio: Duration::ZERO, ending: Ending::Complete }
    }
}

impl Stream {
    async fn run(mut self, mut session: Session, replies: usize) -> Self {
        let clock = Instant::now();
        for _ in 0..replies {
            if let Err(failure) = self.reply(&mut session, clock).await {
                self.ending = self.ending_of(&failure);
                break;
            }
            let dry_at = self.player.dry_at().unwrap_or_default();
            sleep(dry_at.saturating_sub(clock.elapsed())).await;
            self.player.pause();
        }
        self
    }

    async fn reply(&mut self, session: &mut Session, clock: Instant) -> Result<(), Failure> {
        let asked = clock.elapsed();
        let flush = session.speak(&[SEVENTY_SIX_WORDS]).await?;
        loop {
            match session.hear().await? {
                Heard::Audio(bytes) => {
                    let (now, sound) = (clock.elapsed(), length(bytes.len()));
                    if self.player.dry_at().is_none() {
                        self.first_audio.push(super::ms(now - asked));
                    }
                    self.player.hear(now, sound);
                    self.audio += sound;
                }
                Heard::Flushed(number) if number == flush => return Ok(()),
                _ => {}
            }
        }
    }

    /// A refusal is an answer to a start; in mid-speech it is a broken promise.
    fn ending_of(&self, failure: &Failure) -> Ending {
        match failure {
            Failure::Declined { after, retry_after, message, .. } if self.player.dry_at().is_none() => {
                // A protocol without a field for it has it in the words.
                let says_when = retry_after.is_some() || message.contains("again");
                Ending::Refused { after: *after, says_when }
            }
            _ => Ending::Broken,
        }
    }
}

impl Outcome {
    fn add(&mut self, stream: Stream) {
        self.audio += stream.audio;
        self.first_audio.extend(&stream.first_audio);
        match stream.ending {
            Ending::Complete => self.underruns.push(super::ms(stream.player.worst_underrun())),
            Ending::Refused { after, says_when } => {
                self.refusals.push(super::ms(after));
                self.refusals_with_retry += usize::from(says_when);
            }
            Ending::Broken => self.broken += 1,
        }
    }

    /// Whether every stream was accepted and none waited in mid-speech for longer than `limit` milliseconds.
    pub(super) fn is_gap_free(&self, limit: f64) -> bool {
        self.broken == 0
            && self.refusals.count() == 0
            && self.underruns.max().is_some_and(|worst| worst <= limit)
    }
}
