//! The commands that need no server: say, voices, formats, explain.

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::sync::Arc;

use ::speech::{Language, VoiceCard, VoiceSettings};
use explain::{Explained, Explanation, Manner};
use serde_json::Value;
use session::{Detection, Limits};
use text::SegmentBounds;

use super::args::{ExplainArgs, FormatsArgs, SayArgs, Shape, VoicesArgs};
use super::layers::open_engines;
use super::run::Stop;
use crate::config::Config;
use crate::engines::Engines;
use crate::exit::Exit;
use crate::explained::{self, Detail, Pronounced};
use crate::say::{self, Format, InputError, Order, SayError, Target};
use crate::{formats, logs, serve, voices};

pub(super) fn say(args: SayArgs) -> Result<Exit, Stop> {
    let (config, engines) = open_engines(&args.settings)?;
    let target = target(args.output)?;
    let format = format_of(args.format.as_deref(), &target)?;
    if args.bitrate.is_some() && !format.has_bit_rate() {
        return Err(Stop::new(Exit::Usage, no_bit_rate(&format)));
    }
    let voice = voice(&engines, &config, args.voice.as_deref())?;
    let settings = VoiceSettings { speed: args.speed, pitch: args.pitch, volume: args.volume };
    let (rate, bit_rate) = (args.rate, args.bitrate);
    let policy = args.policy.of_segments();
    let lexicons = config.pronunciations.lexicons.of(&voice.id);
    let cast = serve::cast(&config, &engines);
    let text = args.text;
    let order = Order { text, target, voice, lexicons, cast, settings, policy, format, rate, bit_rate };
    // Engines report what they had to do without; nothing less important.
    logs::start(config.log_format, tracing::Level::ERROR);
    engines.warm(&order.voice.id).map_err(|error| Stop::new(Exit::Start, error))?;
    say::say(order, Arc::new(engines), &config.limits, serve::workers(&config)).map_err(unsaid)?;
    Ok(Exit::Done)
}

fn unsaid(error: SayError) -> Stop {
    match error {
        SayError::Write { source, .. } if source.kind() == io::ErrorKind::BrokenPipe => Stop::unread(),
        error @ SayError::Form(_) => Stop::new(Exit::Usage, error),
        error => Stop::new(Exit::Failed, error),
    }
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

fn no_bit_rate(format: &Format) -> String {
    let others = Format::names_with_bit_rate();
    format!("{} has no bit rate to choose: leave --bitrate out, or choose one of {others}", format.name)
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
    let speaking = speaking(&engines, args.language.as_deref())?;
    print(&match args.format {
        Shape::Text => voices::table(&speaking),
        Shape::Json => format!("{:#}\n", voices::json(speaking)),
    })?;
    Ok(Exit::Done)
}

pub(super) fn formats(args: &FormatsArgs) -> Result<Exit, Stop> {
    let all = formats::all();
    print(&match args.format {
        Shape::Text => formats::table(&all),
        Shape::Json => format!("{:#}\n", formats::json(&all)),
    })?;
    Ok(Exit::Done)
}

pub(super) fn explain(args: &ExplainArgs) -> Result<Exit, Stop> {
    let (config, engines) = open_engines(&args.settings)?;
    let is_auto = args.language.as_deref().is_some_and(|tag| tag.eq_ignore_ascii_case("auto"));
    let named = args.language.as_deref().filter(|_| !is_auto);
    let voice = voice_for(&engines, named)?;
    let named = named.map(Language::new);
    let detection = if is_auto { Detection::EachSegment } else { Detection::Off };
    let manner = Manner {
        voice: voice.id.clone(),
        cast: serve::cast(&config, &engines).with(detection),
        lexicons: config.pronunciations.lexicons.of(&voice.id),
        policy: args.policy.of_segments(),
        bounds: bounds(&config.limits),
        ..Manner::of(&wire::language_of(&voice.languages, named.as_ref()))
    };
    let explainer = Explainer { args, engines: &engines, manner };
    match &args.text {
        Some(text) if args.lines => text.lines().try_for_each(|line| explainer.print(line))?,
        Some(text) => explainer.print(text)?,
        None if args.lines => each_line(io::stdin().lock(), |line| explainer.print(line))?,
        None if args.null => each_text(io::stdin().lock(), b'\0', |text| explainer.print(without_nul(text)))?,
        None => explainer.print(&whole(io::stdin().lock())?)?,
    }
    Ok(Exit::Done)
}

/// What every explained text has in common.
struct Explainer<'a> {
    args: &'a ExplainArgs,
    engines: &'a Engines,
    manner: Manner,
}

impl Explainer<'_> {
    fn print(&self, text: &str) -> Result<(), Stop> {
        let explanation = explain::explain(text, &self.manner);
        let pronounced = |segment: &Explained| self.engines.phonemes(&segment.spoken, &segment.speaker.voice);
        print(&match self.args.format {
            Shape::Json => format!("{}\n", self.json(&explanation, pronounced)),
            Shape::Text if self.args.why => explained::lines(&explanation, Detail::Rules, pronounced),
            Shape::Text => explained::lines(&explanation, Detail::Result, pronounced),
        })?;
        Ok(())
    }

    fn json(&self, explanation: &Explanation, pronounced: impl Fn(&Explained) -> Pronounced) -> Value {
        let mut json = explained::json(explanation);
        if self.args.phonemes {
            explained::add_phonemes(&mut json, explanation, pronounced);
        }
        if self.args.why {
            explained::add_rules(&mut json, explanation);
        }
        json
    }
}

fn bounds(limits: &Limits) -> SegmentBounds {
    SegmentBounds { characters: limits.segment_characters, speech: limits.segment_speech }
}

fn voice_for<'a>(engines: &'a Engines, language: Option<&str>) -> Result<&'a VoiceCard, Stop> {
    let Some(tag) = language else { return Ok(engines.default_voice()) };
    Ok(speaking(engines, Some(tag))?[0])
}

/// Those who speak a language, never nobody.
fn speaking<'a>(engines: &'a Engines, language: Option<&str>) -> Result<Vec<&'a VoiceCard>, Stop> {
    let wanted = language.map(Language::new);
    let found = voices::speaking(engines.voices(), wanted.as_ref());
    match wanted {
        Some(wanted) if found.is_empty() => {
            Err(Stop::new(Exit::Usage, format!("no voice speaks {wanted}; see syrinx voices")))
        }
        _ => Ok(found),
    }
}

fn whole(mut from: impl Read) -> Result<String, Stop> {
    let mut bytes = Vec::new();
    from.read_to_end(&mut bytes).map_err(unreadable)?;
    say::text_of(bytes, 0).map_err(|error| Stop::new(Exit::Failed, error))
}

/// Each line as it comes, without its end.
fn each_line(from: impl BufRead, mut take: impl FnMut(&str) -> Result<(), Stop>) -> Result<(), Stop> {
    each_text(from, b'\n', |text| text.lines().try_for_each(&mut take))
}

/// Each text as it comes, with the byte that ends it.
fn each_text(
    mut from: impl BufRead,
    end: u8,
    mut take: impl FnMut(&str) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let mut at = 0;
    loop {
        let mut bytes = Vec::new();
        let length = from.read_until(end, &mut bytes).map_err(unreadable)?;
        if length == 0 {
            return Ok(());
        }
        let text = say::text_of(bytes, at).map_err(|error| Stop::new(Exit::Failed, error))?;
        at += length as u64;
        take(&text)?;
    }
}

fn without_nul(text: &str) -> &str {
    text.strip_suffix('\0').unwrap_or(text)
}

fn unreadable(error: io::Error) -> Stop {
    Stop::new(Exit::Failed, InputError::from(error))
}

fn print(text: &str) -> io::Result<()> {
    io::stdout().lock().write_all(text.as_bytes())
}
