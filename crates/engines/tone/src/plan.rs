//! From text to a plan of tones and silences, and from places in the text to samples. Exact, so word times are.

use std::time::Duration;

use engine::SpokenWord;
use speech::{ByteSpan, SampleCount, SpokenText, VoiceSettings};

use crate::config::{ToneConfig, ToneVoice};
use crate::wave::Wave;

/// Into how many steps a voice's octave is divided. Linear ones: exact everywhere, which a power of two is not.
const STEPS: u32 = 24;

/// All that will sound of one segment.
#[derive(Debug)]
pub(crate) struct Plan {
    sounds: Vec<Sound>,
    pub(crate) words: Vec<SpokenWord>,
    pub(crate) samples: u64,
}

/// What one character turns into.
#[derive(Debug)]
struct Sound {
    /// Where the character begins, in bytes of the spoken text.
    byte: usize,
    /// Where it begins to sound, in samples from the start of the segment.
    start: u64,
    /// Its tone; a gap is silent.
    wave: Option<Wave>,
}

impl Plan {
    /// The plan for a text; an empty one if it has no letter or digit.
    pub(crate) fn new(
        config: &ToneConfig,
        voice: &ToneVoice,
        text: &SpokenText,
        settings: VoiceSettings,
    ) -> Self {
        let mut plan = Self { sounds: Vec::new(), words: Vec::new(), samples: 0 };
        if !text.text.contains(char::is_alphanumeric) {
            return plan;
        }
        let sizes = Sizes::new(config, voice, settings);
        for (byte, c) in text.text.char_indices() {
            plan.push(byte, c, &sizes);
        }
        plan.words = text.words.iter().map(|word| plan.time(word.spoken, word.source)).collect();
        plan
    }

    fn push(&mut self, byte: usize, c: char, sizes: &Sizes) {
        let start = self.samples;
        let (samples, wave) = sizes.sound_of(c);
        self.sounds.push(Sound { byte, start, wave });
        self.samples += samples;
    }

    fn time(&self, spoken: ByteSpan, source: ByteSpan) -> SpokenWord {
        let start = self.sample_of(spoken.start);
        let end = self.sample_of(spoken.end).max(start);
        SpokenWord { source, start, end }
    }

    /// When the character at this byte begins; the end of all for the byte after the last.
    fn sample_of(&self, byte: usize) -> SampleCount {
        let index = self.sounds.partition_point(|sound| sound.byte < byte);
        SampleCount(self.sounds.get(index).map_or(self.samples, |sound| sound.start))
    }

    /// The samples from `start` up to `end`.
    pub(crate) fn render(&self, start: u64, end: u64) -> Vec<f32> {
        let first = self.sounds.partition_point(|sound| sound.start <= start).saturating_sub(1);
        let mut samples = Vec::with_capacity((end - start) as usize);
        for (n, sound) in
            self.sounds.iter().enumerate().skip(first).take_while(|(_, sound)| sound.start < end)
        {
            let next = self.sounds.get(n + 1).map_or(self.samples, |next| next.start);
            let stretch = sound.start.max(start)..next.min(end);
            samples.extend(stretch.map(|at| sound.wave.map_or(0.0, |wave| wave.at(at - sound.start))));
        }
        samples
    }
}

/// Lengths and pitches after the settings.
struct Sizes {
    rate: f64,
    base_hz: f64,
    tone: u64,
    gap: u64,
}

impl Sizes {
    fn new(config: &ToneConfig, voice: &ToneVoice, settings: VoiceSettings) -> Self {
        let rate = f64::from(config.rate.hz());
        let speed = f64::from(settings.speed.factor());
        let samples = |length: Duration| (length.as_secs_f64() * rate / speed).round() as u64;
        let base_hz = voice.base_hz * f64::from(settings.pitch.factor());
        Self { rate, base_hz, tone: samples(config.per_char).max(1), gap: samples(config.per_gap) }
    }

    fn sound_of(&self, c: char) -> (u64, Option<Wave>) {
        if !c.is_alphanumeric() {
            return (self.gap, None);
        }
        let hz = self.base_hz * (1.0 + f64::from(u32::from(c) % STEPS) / f64::from(STEPS));
        (self.tone, Some(Wave::new(hz, self.rate, self.tone)))
    }
}

#[cfg(test)]
mod tests {
    use engine::conformance::plain_text;
    use speech::{Pitch, Speed};

    use super::*;

    fn plan(text: &str, settings: VoiceSettings) -> Plan {
        let config = ToneConfig::default();
        Plan::new(&config, &config.voices[0], &plain_text(text), settings)
    }

    fn at_speed(factor: f64) -> VoiceSettings {
        VoiceSettings { speed: Speed::new(factor).unwrap(), ..VoiceSettings::default() }
    }

    #[test]
    fn a_word_has_the_time_of_its_characters() {
        let plan = plan("Hi, you!", VoiceSettings::default());
        let times: Vec<_> = plan.words.iter().map(|word| (word.start.0, word.end.0)).collect();
        assert_eq!(times, [(0, 960), (1_440, 2_880)]);
        assert_eq!(plan.samples, 3_120);
    }

    #[test]
    fn characters_count_and_bytes_do_not() {
        let plan = plan("né 你好", VoiceSettings::default());
        assert_eq!(plan.samples, 4 * 480 + 240);
        assert_eq!((plan.words[1].start.0, plan.words[1].end.0), (1_200, 2_160));
    }

    #[test]
    fn speed_divides_lengths_and_moves_words() {
        let plan = plan("ab c", at_speed(2.0));
        assert_eq!(plan.samples, 3 * 240 + 120);
        assert_eq!(plan.words[1].start.0, 600);
    }

    #[test]
    fn pitch_moves_the_frequency_and_nothing_else() {
        let high = VoiceSettings { pitch: Pitch::new(2.0).unwrap(), ..VoiceSettings::default() };
        let crossings = |plan: &Plan| {
            let signs: Vec<bool> = plan.render(0, plan.samples).iter().map(|s| *s >= 0.0).collect();
            signs.windows(2).filter(|pair| pair[0] != pair[1]).count()
        };
        let (normal, high) = (plan("ooooo", VoiceSettings::default()), plan("ooooo", high));
        assert_eq!(normal.samples, high.samples);
        assert!(crossings(&high) > crossings(&normal) * 19 / 10);
    }

    #[test]
    fn any_division_renders_the_same() {
        let plan = plan("Sing, o muse 1!", VoiceSettings::default());
        let whole = plan.render(0, plan.samples);
        let cut = [0, 1, 479, 480, 481, 2_000, plan.samples];
        let parts: Vec<f32> = cut.windows(2).flat_map(|pair| plan.render(pair[0], pair[1])).collect();
        assert!(whole.len() as u64 == plan.samples && parts == whole);
    }

    #[test]
    fn without_letters_there_is_nothing() {
        let plan = plan(" …😀!", VoiceSettings::default());
        assert_eq!((plan.samples, plan.words.len(), plan.sounds.len()), (0, 0, 0));
    }

    #[test]
    fn spans_beyond_the_text_end_with_it() {
        let mut text = plain_text("ab");
        text.words[0].spoken = ByteSpan::new(1, 99);
        let config = ToneConfig::default();
        let plan = Plan::new(&config, &config.voices[0], &text, VoiceSettings::default());
        assert_eq!((plan.words[0].start.0, plan.words[0].end.0), (480, 960));
    }
}
