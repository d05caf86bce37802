//! The commands that need no server: say, voices, explain.

use std::io::{self, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::sync::Arc;

use ::speech::{Language, VoiceCard, VoiceId, VoiceSettings};
use text::SegmentBounds;

use super::args::{ExplainArgs, SayArgs, Shape, VoicesArgs};
use super::layers::open_engines;
use super::run::Stop;
use crate::config::Config;
use crate::engines::Engines;
use crate::exit::Exit;
use crate::explain;
use crate::say::{self, Format, Order, Target};
use crate::{logs, serve, voices};

pub(super) fn say(args: SayArgs) -> Result<Exit, Stop> {
    let (config, engines) = open_engines(&args.settings)?;
    let target = target(args.output)?;
    let format = format_of(args.format.as_deref(), &target)?;
    let voice = voice(&engines, &config, args.voice.as_deref())?;
    let settings = VoiceSettings { speed: args.speed, pitch: args.pitch };
    let order = Order { text: args.text, target, voice, settings, format, rate: args.rate };
    // Engines report what they had to do without; nothing less important.
    logs::start(config.log_format, tracing::Level::ERROR);
    say::say(order, Arc::new(engines), serve::workers(&config))
        .map_err(|error| Stop::new(Exit::Failed, error))?;
    Ok(Exit::Done)
}

fn target(output: Option<PathBuf>) -> Result<Target, Stop> {
    match output {
        Some(path) if path.as_os_str() == "-" => Ok(Target::Stdout),
        Some(path) => Ok(Target::File(path)),
        None if !io::stdout().is_terminal() => Ok(Target::Stdout),
        None => Err(Stop::new(Exit::Usage, "say where to: -o out.wav, or pipe the sound to a player")),
    }
}

fn format_of(named: Option<&str>, target: &Target) -> Result<Format, Stop> {
    let format = match (named, target) {
        (Some(name), _) => Format::named(name),
        (None, Target::File(path)) => Format::of_file(path),
        (None, Target::Stdout) => Ok(Format::for_pipes()),
    };
    format.map_err(|unknown| Stop::new(Exit::Usage, unknown))
}

fn voice(engines: &Engines, config: &Config, wanted: Option<&str>) -> Result<VoiceCard, Stop> {
    let Some(wanted) = wanted else { return Ok(engines.default_voice().clone()) };
    let alias = config.aliases.iter().find(|(alias, _)| alias == wanted).map(|(_, voice)| voice.as_str());
    let named = |name: &str| engines.voices().iter().find(|card| card.id.as_str() == name);
    let found = named(wanted).or_else(|| named(alias?));
    found
        .cloned()
        .ok_or_else(|| Stop::new(Exit::Usage, format!("there is no voice {wanted}; see syrinx voices")))
}

pub(super) fn voices(args: &VoicesArgs) -> Result<Exit, Stop> {
    let (_, engines) = open_engines(&args.settings)?;
    let language = args.language.as_deref().map(Language::new);
    let speaking = voices::speaking(engines.voices(), language.as_ref());
    print(&match args.format {
        Shape::Text => voices::table(&speaking),
        Shape::Json => format!("{:#}\n", voices::json(speaking)),
    })?;
    Ok(Exit::Done)
}

pub(super) fn explain(args: &ExplainArgs) -> Result<Exit, Stop> {
    let (config, engines) = open_engines(&args.settings)?;
    let voice = voice_for(&engines, args.language.as_deref())?;
    let text = match &args.text {
        Some(text) => text.clone(),
        None => read_stdin()?,
    };
    let bounds =
        SegmentBounds { characters: config.limits.segment_characters, speech: config.limits.segment_speech };
    let texts: Vec<&str> = if args.lines { text.lines().collect() } else { vec![&text] };
    for text in texts {
        let explained = explain::explain(text, bounds);
        print(&match args.format {
            Shape::Json => format!("{}\n", explained.json()),
            Shape::Text => explained.lines(|spoken| {
                let heard = engines.phonemes(spoken, &voice)?;
                Some(heard.unwrap_or_else(|error| format!("unknown: {error}")))
            }),
        })?;
    }
    Ok(Exit::Done)
}

fn voice_for(engines: &Engines, language: Option<&str>) -> Result<VoiceId, Stop> {
    let Some(tag) = language else { return Ok(engines.default_voice().id.clone()) };
    let wanted = Language::new(tag);
    let found = voices::speaking(engines.voices(), Some(&wanted)).first().map(|card| card.id.clone());
    found.ok_or_else(|| Stop::new(Exit::Usage, format!("no voice speaks {wanted}; see syrinx voices")))
}

fn read_stdin() -> io::Result<String> {
    let mut text = String::new();
    io::stdin().lock().read_to_string(&mut text)?;
    Ok(text)
}

/// A reader that has gone away, such as `head`, is no failure.
fn print(text: &str) -> io::Result<()> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}
