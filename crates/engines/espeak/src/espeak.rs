//! The engine itself.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use engine::{Engine, EngineCard, EngineError, Silence, Synthesis};
use speech::{
    ByteSpan, Emphasised, Pitch, Speed, SpokenText, SynthesisRequest, VoiceId, VoiceSettings, Wording,
};

use crate::asking::Answer;
use crate::config::EspeakConfig;
use crate::hosts::Hosts;
use crate::misread::and_misread;
use crate::records::{Accent, Job, JobKind, Pronounced, Record, UNCHANGED};
use crate::synthesis::Segment;
use crate::voices::{Voice, cards, find};

pub(crate) const ENGINE_ID: &str = "espeak";
/// Of eSpeak NG, its data included.
pub(crate) const LICENCE: &str = "GPL-3.0-or-later";

const SHORTEST_LIMIT: Duration = Duration::from_millis(1);

/// The library's own pace, in words a minute.
const NORMAL_PACE: f32 = 175.0;
/// The slowest that it speaks: below, its table ends with one value. Slower still, libsonic lengthens the sound.
const SLOWEST_PACE: f32 = 85.0;
/// The fastest that we ask for; faster, libsonic shortens the sound. The library goes on, but its voices then differ by
/// more and more from the pace that they are asked for: at 220 by 5 % at most, at 350 by 18, at 449 by 34.
const FASTEST_PACE: f32 = 220.0;

/// eSpeak NG behind the engine contract.
pub struct Espeak {
    card: EngineCard,
    hosts: Arc<Hosts>,
}

impl Espeak {
    /// An engine with these settings. Starts nothing yet and touches no file.
    ///
    /// # Errors
    /// [`EngineError::Unavailable`] if there is no folder at all to unpack the voice data into.
    pub fn new(config: EspeakConfig) -> Result<Self, EngineError> {
        if config.data_dirs.is_empty() {
            let context = "no folder for voice data; configure one".to_owned();
            return Err(EngineError::Unavailable { context, source: None });
        }
        let config = EspeakConfig {
            // The operating system takes no time at all for "forever".
            stall_limit: config.stall_limit.max(SHORTEST_LIMIT),
            host_answer_limit: config.host_answer_limit.max(SHORTEST_LIMIT),
            ..config
        };
        let card = EngineCard {
            id: ENGINE_ID,
            licence: LICENCE,
            voices: cards(),
            max_open: config.max_open.max(1),
            speed_guess: 500.0,
            silence: Silence::Dressed,
        };
        Ok(Self { card, hosts: Arc::new(Hosts::new(config)) })
    }

    /// Unpacks a voice and starts its host, so that its first segment waits for neither. Asks the host whether it
    /// answers, and replaces one that does not.
    ///
    /// # Errors
    /// As [`Engine::begin`] and [`Synthesis::next`].
    pub fn warm(&self, voice: &VoiceId) -> Result<(), EngineError> {
        let nothing = SpokenText::default();
        match self.phonemes(&nothing, voice) {
            Err(error) if error.may_heal() => self.phonemes(&nothing, voice).map(drop),
            result => result.map(drop),
        }
    }

    /// How a voice would read a text: its phonemes in IPA, one line a clause. Blocks for as long as that takes, about a
    /// millisecond.
    ///
    /// # Errors
    /// As [`Engine::begin`] and [`Synthesis::next`].
    pub fn phonemes(&self, text: &SpokenText, voice: &VoiceId) -> Result<String, EngineError> {
        let voice = find(voice)?;
        let job = job(JobKind::Phonemes, voice, text, VoiceSettings::default(), 0);
        let mut answer = Answer::ask(&self.hosts, voice, &job)?;
        let mut heard = String::new();
        loop {
            match answer.next()? {
                Record::Ipa(ipa) => heard = ipa,
                Record::End => return Ok(heard),
                _ => {}
            }
        }
    }
}

impl Engine for Espeak {
    fn card(&self) -> &EngineCard {
        &self.card
    }

    /// Any language of the card is also accepted with any variant of tone: `de+f2`, `fr-fr+whisper`. Those that the card
    /// does not list are not mastered, and so not heard by listeners.
    fn begin(&self, request: &SynthesisRequest) -> Result<Box<dyn Synthesis>, EngineError> {
        let voice = find(&request.voice)?;
        let job = job(JobKind::Speak, voice, &request.text, request.settings, request.seed);
        Ok(Box::new(Segment::new(Arc::clone(&self.hosts), voice, job, request)))
    }
}

fn job(kind: JobKind, voice: Voice, text: &SpokenText, settings: VoiceSettings, seed: u64) -> Job {
    let pace = Pace::of(settings.speed);
    let words = readable(&text.text, voice.language.id);
    Job {
        kind,
        seed,
        words_per_minute: pace.words_per_minute,
        stretched: pace.stretched,
        pitch: pitch(settings.pitch),
        variant: voice.variant.map_or("", |variant| variant.id).to_owned(),
        accents: accents(text),
        pronounced: and_misread(&words, voice.language.id, pronounced(text)),
        figures: figures(text),
        text: words,
    }
}

/// What is to sound otherwise than it is written, where it lies within the text.
fn pronounced(text: &SpokenText) -> Vec<Pronounced> {
    let mut count = Count::of(&text.text);
    let stretches = text.pronounced.iter().filter_map(|stretch| {
        Some(Pronounced { characters: count.characters(stretch.spoken)?, ipa: stretch.ipa.to_string() })
    });
    stretches.collect()
}

/// Where numbers begin that were written in figures, as far as it is known: the characters of words that are not said as
/// they are written.
fn figures(text: &SpokenText) -> Vec<u32> {
    let mut count = Count::of(&text.text);
    let otherwise = text.words.iter().filter(|word| word.wording == Wording::Otherwise);
    let begins = otherwise.filter_map(|word| {
        let own = text.text.get(word.spoken.range())?;
        // `#1` keeps its sign.
        let signs = own.chars().take_while(|character| !character.is_alphanumeric()).count();
        Some(count.characters(word.spoken)?.start + signs as u32)
    });
    begins.collect()
}

/// What stands out, where it lies within the text.
fn accents(text: &SpokenText) -> Vec<Accent> {
    let mut count = Count::of(&text.text);
    let stretches = text.emphasised.iter();
    let accents = stretches.filter_map(|Emphasised { span, level }| {
        Some(Accent { characters: count.characters(*span)?, level: *level })
    });
    accents.collect()
}

/// Counts the characters of a text once, from the last place counted to.
struct Count<'a> {
    text: &'a str,
    bytes: usize,
    characters: u32,
}

impl<'a> Count<'a> {
    const fn of(text: &'a str) -> Self {
        Self { text, bytes: 0, characters: 0 }
    }

    /// The characters of a stretch that is not empty; `None` if it lies before the last one or within a character.
    fn characters(&mut self, stretch: ByteSpan) -> Option<Range<u32>> {
        let own = self.text.get(stretch.range()).filter(|own| !own.is_empty())?;
        let between = self.text.get(self.bytes..stretch.start)?;
        let start = self.characters + between.chars().count() as u32;
        let end = start + own.chars().count() as u32;
        (self.bytes, self.characters) = (stretch.end, end);
        Some(start..end)
    }
}

/// The library obeys commands in control characters, and in Korean it says a tilde, which there lengthens the word
/// before it, in English. A space each keeps all positions.
fn readable(text: &str, language: &str) -> String {
    let is_silent = |character: char| character.is_control() || character == '~' && language == "ko";
    text.chars().map(|character| if is_silent(character) { ' ' } else { character }).collect()
}

/// How a speed is shared between the library and libsonic.
struct Pace {
    /// What the library is asked for.
    words_per_minute: u32,
    /// How long what took a thousand samples is to be after that.
    stretched: u32,
}

impl Pace {
    fn of(speed: Speed) -> Self {
        let wanted = NORMAL_PACE * speed.factor();
        let spoken = wanted.clamp(SLOWEST_PACE, FASTEST_PACE);
        let stretched = (spoken / wanted * UNCHANGED as f32).round() as u32;
        Self { words_per_minute: spoken.round() as u32, stretched }
    }
}

/// The library's scale from 0 to 99 is logarithmic, about an octave either way around 50. Source: `pitch_adjust_tab`
/// in `wavegen.c` of eSpeak NG 1.52.
fn pitch(pitch: Pitch) -> u32 {
    (50.0 + 50.0 * pitch.factor().log2()).round().clamp(0.0, 99.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_become_the_librarys_numbers() {
        let paces = [0.25, 0.4, 0.5, 1.0, 1.25, 2.0, 4.0].map(|factor| {
            let Pace { words_per_minute, stretched } = Pace::of(Speed::new(factor).unwrap());
            (words_per_minute, stretched)
        });
        let expected =
            [(85, 1_943), (85, 1_214), (88, 1_000), (175, 1_000), (219, 1_000), (220, 629), (220, 314)];
        assert_eq!(paces, expected);
        let pitches = [0.5, 1.0, 2.0].map(|factor| pitch(Pitch::new(factor).unwrap()));
        assert_eq!(pitches, [0, 50, 99]);
    }

    #[test]
    fn no_control_character_reaches_the_library_and_none_is_lost() {
        assert_eq!(readable("a\u{1}b\0c~\u{85}ü\n", "de"), "a b c~ ü ");
        assert_eq!(readable("네~", "ko"), "네 ");
    }

    #[test]
    fn what_is_pronounced_is_found_in_characters_and_nonsense_is_left_out() {
        let stretch = |start, end| speech::Pronounced { spoken: ByteSpan::new(start, end), ipa: "a".into() };
        let text = SpokenText {
            text: "größer als ß".into(),
            pronounced: vec![stretch(0, 8), stretch(2, 3), stretch(3, 4), stretch(13, 15), stretch(13, 99)],
            ..SpokenText::default()
        };
        let found: Vec<_> = pronounced(&text).into_iter().map(|stretch| stretch.characters).collect();
        assert_eq!(found, [0..6, 11..12]);
    }

    #[test]
    fn figures_are_what_is_not_said_as_it_is_written_however_long_it_is() {
        let unit = |spoken: (usize, usize), source: (usize, usize), wording| speech::WordSource {
            spoken: ByteSpan::new(spoken.0, spoken.1),
            source: ByteSpan::new(source.0, source.1),
            wording,
        };
        // `有100000个 10`
        let words = vec![
            unit((0, 3), (0, 3), Wording::AsWritten),
            unit((3, 9), (3, 9), Wording::Otherwise),
            unit((9, 12), (9, 12), Wording::AsWritten),
            unit((13, 17), (13, 15), Wording::Otherwise),
        ];
        let text = SpokenText { text: "有十万个 #十".into(), words, ..SpokenText::default() };
        assert_eq!(figures(&text), [1, 6]);
    }

    #[test]
    fn nothing_is_started_for_an_engine_that_cannot_work() {
        let config = EspeakConfig { data_dirs: Vec::new(), ..EspeakConfig::default() };
        assert!(matches!(Espeak::new(config), Err(EngineError::Unavailable { .. })));
    }
}
