//! One step of an engine, safe against everything that an engine may do.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use audio::to_i16;
use engine::{Engine, EngineError, Piece, Synthesis};
use scheduler::StepOutcome;
use session::{EngineEvent, Retry};
use speech::{AudioTime, PcmChunk, SampleRate, SynthesisRequest};

/// A segment between two steps.
pub(crate) enum Stage {
    /// Not begun.
    Request(Box<SynthesisRequest>),
    /// Begun, with more to say.
    Parked(Box<dyn Synthesis>),
    /// A worker has it.
    Running,
}

/// What a step came to.
pub(crate) struct Stepped {
    pub(crate) stage: Stage,
    pub(crate) event: EngineEvent,
    pub(crate) audio: AudioTime,
    pub(crate) outcome: StepOutcome,
}

/// Runs one step. `rate` is that of the voice.
///
/// A panic fails the segment and nothing else: what it was computing is dropped.
pub(crate) fn run(engine: &Arc<dyn Engine>, rate: SampleRate, stage: Stage) -> Stepped {
    match catch_unwind(AssertUnwindSafe(|| advance(engine, stage))) {
        Ok(Ok(Some((synthesis, piece)))) => spoken(synthesis, piece, rate),
        Ok(Ok(None)) => ended(EngineEvent::Finished, StepOutcome::Ended),
        Ok(Err(error)) => failed(engine, &error),
        Err(_panic) => {
            tracing::error!(engine = engine.card().id, "engine panicked; its segment fails");
            ended(failure(Retry::Useless), StepOutcome::Failed)
        }
    }
}

type Advanced = Option<(Box<dyn Synthesis>, Piece)>;

fn advance(engine: &Arc<dyn Engine>, stage: Stage) -> Result<Advanced, EngineError> {
    let mut synthesis = match stage {
        Stage::Request(request) => mastering::begin(engine.as_ref(), &request)?,
        Stage::Parked(synthesis) => synthesis,
        Stage::Running => return Ok(None),
    };
    Ok(synthesis.next()?.map(|piece| (synthesis, piece)))
}

fn spoken(synthesis: Box<dyn Synthesis>, piece: Piece, rate: SampleRate) -> Stepped {
    // The only rounding: mastering is done, on floats.
    let mut samples = Vec::with_capacity(piece.samples.len());
    to_i16(&piece.samples, &mut samples);
    let pcm = PcmChunk { rate, samples };
    let audio = pcm.duration();
    let event = EngineEvent::Piece { pcm, words: piece.words, phonemes: piece.phonemes };
    Stepped { stage: Stage::Parked(synthesis), event, audio, outcome: StepOutcome::More }
}

fn failed(engine: &Arc<dyn Engine>, error: &EngineError) -> Stepped {
    tracing::warn!(engine = engine.card().id, %error, "segment failed");
    let retry = if error.may_heal() { Retry::MayHelp } else { Retry::Useless };
    ended(failure(retry), StepOutcome::Failed)
}

fn ended(event: EngineEvent, outcome: StepOutcome) -> Stepped {
    Stepped { stage: Stage::Running, event, audio: AudioTime::ZERO, outcome }
}

/// What a client is told: neither its text nor our inner life.
pub(crate) fn failure(retry: Retry) -> EngineEvent {
    let message = match retry {
        Retry::MayHelp => "speech engine failed on this segment; try again",
        Retry::Useless => "speech engine cannot speak this segment",
    };
    EngineEvent::Failed { retry, message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use engine::EngineCard;
    use engine_tone::{Fault, Tone, ToneConfig};
    use speech::{Ending, SpokenText, VoiceSettings};

    use super::*;

    struct Panics(EngineCard);

    impl Engine for Panics {
        fn card(&self) -> &EngineCard {
            &self.0
        }
        fn begin(&self, _: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
            panic!("on purpose")
        }
    }

    const RATE: SampleRate = SampleRate::known(24_000);

    fn request(voice: &str) -> Stage {
        let text = SpokenText { text: "ab".into(), ..SpokenText::default() };
        let settings = VoiceSettings::default();
        let ending = Ending::Sentence;
        Stage::Request(Box::new(SynthesisRequest { text, ending, voice: voice.into(), settings, seed: 0 }))
    }

    #[test]
    fn a_segment_is_pieces_and_an_end() {
        let engine: Arc<dyn Engine> = Arc::new(Tone::default());
        let first = run(&engine, RATE, request("tone"));
        let EngineEvent::Piece { pcm, .. } = &first.event else { panic!("{:?}", first.event) };
        assert_eq!(pcm.duration(), first.audio);
        assert_eq!(first.audio, AudioTime::from_millis(40));
        let last = run(&engine, RATE, first.stage);
        assert_eq!((last.event, last.outcome), (EngineEvent::Finished, StepOutcome::Ended));
    }

    #[test]
    fn an_error_says_whether_trying_again_helps() {
        let engine: Arc<dyn Engine> = Arc::new(Tone::new(ToneConfig::default().with_faults()));
        let failed = run(&engine, RATE, request(Fault::CrashesAtStart.voice()));
        assert!(matches!(failed.event, EngineEvent::Failed { retry: Retry::MayHelp, .. }));
        let failed = run(&engine, RATE, request(Fault::NotSet.voice()));
        assert!(matches!(failed.event, EngineEvent::Failed { retry: Retry::Useless, .. }));
        assert_eq!(failed.outcome, StepOutcome::Failed);
    }

    #[test]
    fn a_panic_fails_the_segment_only() {
        let engine: Arc<dyn Engine> = Arc::new(Panics(Tone::default().card().clone()));
        let failed = run(&engine, RATE, request("tone"));
        assert!(matches!(failed.event, EngineEvent::Failed { retry: Retry::Useless, .. }));
    }
}
