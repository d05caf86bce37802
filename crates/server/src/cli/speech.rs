//! The commands that need no server: say, voices, formats, explain.

use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::sync::Arc;

use ::speech::{Language, VoiceCard, VoiceSettings};
use explain::{Explained, Explanation, Manner};
use serde_json::Value;
use session::Limits;
use text::SegmentBounds;
use wire::Offer;

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
    let cast = serve::offer_without_door(&config, &engines).cast(&[]);
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
    let explained = explained_as(&serve::offer_without_door(&config, &engines), args.language.as_deref())?;
    let manner = Manner { policy: args.policy.of_segments(), bounds: bounds(&config.limits), ..explained };
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

/// Who reads a text for a client that names no voice, but perhaps a language: as a server with these voices chooses. A
/// language must be one that somebody speaks, though a tone would sound for any.
fn explained_as(offer: &Offer, language: Option<&str>) -> Result<Manner, Stop> {
    let is_open = language.is_some_and(wire::is_auto);
    let named = language.filter(|_| !is_open).map(Language::new);
    let default = offer.voices.first().map_or("", |card| card.id.as_str());
    let card = offer.voice_for(&[], default, named.as_ref()).map_err(|_| nobody_speaks(named.as_ref()))?;
    let (voice, reading) = (card.id.clone(), offer.reading(&card.id, named.as_ref()));
    let speaks =
        |card: &VoiceCard| card.languages.iter().any(|own| own.primary() == reading.language.primary());
    if named.is_some() && !offer.voices.iter().any(speaks) {
        return Err(nobody_speaks(named.as_ref()));
    }
    let cast = if is_open { offer.open_cast(&[], None) } else { offer.cast(&[]) };
    Ok(Manner { voice, cast, lexicons: reading.lexicons, ..Manner::of(&reading.language) })
}

fn nobody_speaks(language: Option<&Language>) -> Stop {
    let language = language.map_or("", Language::as_str);
    Stop::new(Exit::Usage, format!("no voice speaks {language}; see syrinx voices"))
}

/// Those who speak a language, never nobody.
fn speaking<'a>(engines: &'a Engines, language: Option<&str>) -> Result<Vec<&'a VoiceCard>, Stop> {
    let wanted = language.map(Language::new);
    let found = voices::speaking(engines.voices(), wanted.as_ref());
    match wanted {
        Some(wanted) if found.is_empty() => Err(nobody_speaks(Some(&wanted))),
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

#[cfg(test)]
mod tests {
    use ::speech::{Gender, SampleRate};
    use session::Detection;

    use super::*;

    fn card(id: &str, language: &str, gender: Gender) -> VoiceCard {
        VoiceCard {
            id: id.into(),
            name: id.to_owned(),
            languages: vec![Language::new(language)],
            gender,
            engine: "none",
            rate: SampleRate::known(24_000),
            licence: "MIT".to_owned(),
            loudness: None,
        }
    }

    fn with(cards: Vec<VoiceCard>) -> Offer {
        let engines =
            Engines::open(&Config { engines: vec!["tone".to_owned()], ..Config::default() }).unwrap();
        Offer { voices: cards.into(), ..serve::offer_without_door(&Config::default(), &engines) }
    }

    fn bilingual() -> Offer {
        use Gender::{Female, Male};
        with(vec![card("ann", "en-us", Female), card("otto", "de", Male), card("anna", "de-at", Female)])
    }

    /// Who reads each segment of a text, and in which language.
    fn readers(offer: &Offer, language: Option<&str>, text: &str) -> Vec<(String, String)> {
        let segments = explain::explain(text, &explained_as(offer, language).ok().unwrap()).segments;
        let speakers = segments.into_iter().map(|segment| segment.speaker);
        speakers.map(|speaker| (speaker.voice.to_string(), speaker.reading.language.to_string())).collect()
    }

    const TEXT: &str = "Good evening to you all. Wir haben heute zwei Gäste, und beide sind schon da.";

    fn pair(voice: &str, language: &str) -> (String, String) {
        (voice.to_owned(), language.to_owned())
    }

    #[test]
    fn auto_is_explained_by_whoever_would_speak() {
        let told = readers(&bilingual(), Some("Auto"), TEXT);
        assert_eq!(told.first(), Some(&pair("ann", "en-us")));
        assert_eq!(told.last(), Some(&pair("anna", "de-at")));
        assert!(readers(&bilingual(), Some("de"), TEXT).iter().all(|one| *one == pair("anna", "de-at")));
        assert!(readers(&bilingual(), None, TEXT).iter().all(|one| *one == pair("ann", "en-us")));
    }

    #[test]
    fn where_nobody_speaks_a_language_the_usual_voice_is_named() {
        let alone = with(vec![card("ann", "en-us", Gender::Female)]);
        assert!(readers(&alone, Some("auto"), TEXT).iter().all(|one| *one == pair("ann", "en-us")));
        assert!(explained_as(&alone, Some("de")).is_err());
        let beep = with(vec![card("beep", "und", Gender::Neutral)]);
        let manner = explained_as(&beep, Some("auto")).ok().unwrap();
        assert_eq!(manner.cast.detection(), Detection::Off, "a beep is at home in all languages");
        assert!(explained_as(&beep, Some("de")).is_err());
    }
}
