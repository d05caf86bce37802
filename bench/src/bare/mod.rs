//! The bare engine: the same build of the C library without any of us around it, for ratios.
//!
//! A child process of this same binary loads the library, sets the voice and speaks line after line of its standard
//! input in a loop, with no fork, no sockets and no encoding. It measures itself. Read [`Bare`] first; its other side is
//! [`child`].

pub(crate) mod child;

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

use engine::{Engine, EngineError, Synthesis, SynthesisRequest};
use engine_espeak::{Espeak, EspeakConfig};
use speech::{Language, VoiceSettings};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::time::timeout;

use crate::failure::Failure;

/// The first argument by which this program knows that it is the child.
pub(crate) const ARGUMENT: &str = "bare-engine";
/// The voice that all scenarios use.
const VOICE: &str = "en-us";
/// More than any line takes.
const LIMIT: Duration = Duration::from_secs(10);

/// What one line cost and gave, as the child measured it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Spoken {
    /// From the call to the first samples.
    pub(crate) first: Duration,
    /// Processor time of the call.
    pub(crate) cpu: Duration,
    /// How long it sounds.
    pub(crate) audio: Duration,
}

/// The bare library in a process of its own, and the same library behind our engine contract in this one.
pub(crate) struct Bare {
    hosted: Espeak,
    folder: PathBuf,
    /// What the library reads, within the folder.
    data: PathBuf,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    /// Ends it when dropped.
    _child: Child,
}

impl Bare {
    /// Unpacks the voice into a folder of its own and starts the child.
    pub(crate) async fn start() -> Result<Self, Failure> {
        let folder = std::env::temp_dir().join(format!("syrinx-bench-{}", std::process::id()));
        let config = EspeakConfig { data_dirs: vec![folder.clone()], ..EspeakConfig::for_current_exe() };
        let trouble = |error| Failure::setup(format!("bare engine: {error}"));
        let hosted = Espeak::new(config).map_err(trouble)?;
        hosted.warm(&VOICE.into()).map_err(trouble)?;
        let data = fs::read_dir(&folder)?
            .flatten()
            .next()
            .ok_or_else(|| Failure::setup("bare engine: no voice data"))?
            .path();
        let mut child = Command::new(std::env::current_exe()?)
            .args([ARGUMENT, VOICE])
            .arg(&data)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let input = child.stdin.take().expect("its standard input is piped");
        let output = BufReader::new(child.stdout.take().expect("its standard output is piped"));
        Ok(Self { hosted, folder, data, input, output, _child: child })
    }

    /// The arguments with which this program is a child that speaks lines with the first voice of a language, whose data
    /// is unpacked first.
    pub(crate) fn arguments(&self, language: &Language) -> Result<[OsString; 3], Failure> {
        let voices = &self.hosted.card().voices;
        let voice = voices.iter().find(|card| card.speaks(language));
        let voice = voice.ok_or_else(|| Failure::setup(format!("no voice speaks {}", language.as_str())))?;
        self.hosted.warm(&voice.id).map_err(engine_trouble)?;
        Ok([ARGUMENT.into(), voice.id.as_str().into(), self.data.clone().into()])
    }

    /// Has the bare library speak one line.
    pub(crate) async fn speak(&mut self, line: &str) -> Result<Spoken, Failure> {
        self.input.write_all(format!("{}\n", line.trim()).as_bytes()).await?;
        let mut answer = String::new();
        let limit = Failure::Silence { what: "the bare engine", limit: LIMIT };
        timeout(LIMIT, self.output.read_line(&mut answer)).await.map_err(|_| limit)??;
        Spoken::read(&answer).ok_or_else(|| Failure::setup(format!("bare engine: {}", answer.trim())))
    }

    /// Has the engine with its voice host speak a text; the time to its first samples. Blocks.
    pub(crate) fn first_of_hosted(&self, text: &str) -> Result<Duration, Failure> {
        let started = Instant::now();
        let mut first = None;
        let synthesis = self.hosted.begin(&request(text)).map_err(engine_trouble)?;
        speak(synthesis, |_| {
            first.get_or_insert_with(|| started.elapsed());
        })?;
        first.ok_or_else(|| Failure::setup("engine: no sound"))
    }

    /// Has it speak a text; all its samples as listeners get them, full scale ±1. Blocks.
    pub(crate) fn hosted_sound(&self, text: &str) -> Result<Vec<f32>, Failure> {
        let mut sound = Vec::new();
        let synthesis = mastering::begin(&self.hosted, &request(text)).map_err(engine_trouble)?;
        speak(synthesis, |samples| sound.extend_from_slice(samples))?;
        Ok(sound)
    }
}

fn request(text: &str) -> SynthesisRequest {
    let (ending, text, settings) =
        (text::ending_of(text), normaliser::normalise(text), VoiceSettings::default());
    SynthesisRequest { text, ending, voice: VOICE.into(), settings, seed: 0 }
}

fn speak(mut synthesis: Box<dyn Synthesis>, mut heard: impl FnMut(&[f32])) -> Result<(), Failure> {
    while let Some(piece) = synthesis.next().map_err(engine_trouble)? {
        if !piece.samples.is_empty() {
            heard(&piece.samples);
        }
    }
    Ok(())
}

fn engine_trouble(error: EngineError) -> Failure {
    Failure::setup(format!("engine: {error}"))
}

impl Drop for Bare {
    fn drop(&mut self) {
        // A folder in a temporary place; whoever owns it sweeps it.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Spoken {
    fn write(self) -> String {
        let Self { first, cpu, audio } = self;
        format!("{} {} {}", first.as_nanos(), cpu.as_nanos(), audio.as_nanos())
    }

    fn read(line: &str) -> Option<Self> {
        let nanos: Vec<u64> = line.split_whitespace().map_while(|number| number.parse().ok()).collect();
        let [first, cpu, audio] = *<&[u64; 3]>::try_from(nanos.as_slice()).ok()?;
        let [first, cpu, audio] = [first, cpu, audio].map(Duration::from_nanos);
        Some(Self { first, cpu, audio })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_survive_the_pipe() {
        let [first, cpu, audio] = [1, 20, 300].map(Duration::from_micros);
        let spoken = Spoken { first, cpu, audio };
        assert_eq!(Spoken::read(&spoken.write()), Some(spoken));
        assert_eq!(Spoken::read("the voice could not be set"), None);
    }
}
