//! Gives each segment of a context the settings under which it is said. Read [`Follower`] first.

use std::sync::Arc;

use markup::Warning;
use speech::SegmentText;

use crate::ContextSettings;
use crate::speakers::{Finder, Piece, Speaker, Wanted};

/// How much of what was wanted is remembered: a dialogue in three languages.
const MOST_KNOWN: usize = 6;
/// The most warnings that it gives in one generation.
const MOST_WARNINGS: u8 = 16;

/// Follows the text of one context.
#[derive(Debug)]
pub(crate) struct Follower {
    finder: Finder,
    /// What was wanted lately in the present generation, and the settings that it gave.
    known: Vec<(Wanted, Arc<ContextSettings>)>,
    warnings: u8,
}

impl Follower {
    /// One for a context with these settings.
    pub(crate) fn of(usual: &ContextSettings) -> Self {
        let finder = Finder::new(usual.cast.detection(), &usual.reading.language);
        Self { finder, known: Vec::new(), warnings: MOST_WARNINGS }
    }

    /// A new generation begins: who asks again for somebody that is not here is told again.
    pub(crate) fn restart(&mut self) {
        self.known = Vec::new();
        self.warnings = MOST_WARNINGS;
    }

    /// Text that was not said was forgotten, and with it what it was: the next says for itself what it is.
    pub(crate) fn forget(&mut self, usual: &ContextSettings) {
        *self = Self::of(usual);
    }

    /// The usual settings have changed, after a [restart](Self::restart). Of a text that is in as usual a language as before it
    /// goes on.
    pub(crate) fn update(&mut self, before: &ContextSettings, usual: &ContextSettings) {
        let as_before = before.cast.detection() == usual.cast.detection()
            && before.reading.language.primary() == usual.reading.language.primary();
        if !as_before {
            self.finder = Self::of(usual).finder;
        }
    }

    /// Gives memory back: the context has been silent for long.
    pub(crate) fn shrink(&mut self) {
        self.known = Vec::new();
    }

    /// The settings under which the next segment of a context with these usual ones is said, and what somebody may miss in
    /// them.
    pub(crate) fn settings(
        &mut self,
        text: &SegmentText,
        usual: &Arc<ContextSettings>,
    ) -> (Arc<ContextSettings>, Option<Warning>) {
        let piece = Piece { style: text.style.as_deref(), text: text.shown.text(), ending: text.ending };
        let Some(wanted) = self.finder.find(piece, &usual.reading.language) else {
            return (Arc::clone(usual), None);
        };
        if let Some((_, known)) = self.known.iter().find(|(known, _)| *known == wanted) {
            return (Arc::clone(known), None);
        }
        self.learn(wanted, usual)
    }

    fn learn(
        &mut self,
        wanted: Wanted,
        usual: &Arc<ContextSettings>,
    ) -> (Arc<ContextSettings>, Option<Warning>) {
        let own = Speaker { voice: usual.voice.clone(), reading: usual.reading.clone() };
        let (speaker, warning) = usual.cast.speaker(&wanted, &own);
        let settings = if speaker == own {
            Arc::clone(usual)
        } else {
            let Speaker { voice, reading } = speaker;
            Arc::new(ContextSettings { voice, reading, ..(**usual).clone() })
        };
        if self.known.len() == MOST_KNOWN {
            self.known.remove(0);
        }
        self.known.push((wanted, Arc::clone(&settings)));
        (settings, warning.filter(|_| self.may_warn()))
    }

    fn may_warn(&mut self) -> bool {
        let left = self.warnings.checked_sub(1);
        self.warnings = left.unwrap_or_default();
        left.is_some()
    }
}

#[cfg(test)]
mod tests {
    use speech::{
        CodecId, ContainerId, Ending, KeyId, Language, OutputForm, SampleRate, Scope, Shown, TextPosition,
        VoiceSettings,
    };

    use super::*;
    use crate::{Cast, Detection, GenerationRule, Reading, SegmentPolicy, Speakers, Syntax, WordTimes};

    /// Voices that are named after their languages.
    struct Namesakes;

    impl Speakers for Namesakes {
        fn speaker(&self, wanted: &Wanted, usual: &Speaker) -> Option<Speaker> {
            let language = wanted.found.as_ref()?;
            Some(Speaker { voice: language.as_str().into(), reading: usual.reading.in_language(language) })
        }
    }

    fn usual() -> Arc<ContextSettings> {
        Arc::new(ContextSettings {
            voice: "ann".into(),
            reading: Reading::of(Language::new("en")),
            voice_settings: VoiceSettings::default(),
            form: OutputForm {
                codec: CodecId::PCM_S16LE,
                container: ContainerId::RAW,
                rate: SampleRate::known(24_000),
                bit_rate: None,
                scope: Scope::Context,
            },
            policy: SegmentPolicy::Sentences,
            release_delay: None,
            generations: GenerationRule::EachFlush,
            cast: Cast::new(Arc::new(Namesakes)).with(Detection::EachSegment),
            markup: Syntax::default(),
            word_times: WordTimes::Off,
            lane: None,
            key: KeyId(0),
        })
    }

    fn segment(text: &str) -> SegmentText {
        SegmentText {
            text: text.into(),
            ending: Ending::Sentence,
            shown: Shown::plain(text),
            style: None,
            start: TextPosition::default(),
        }
    }

    #[test]
    fn a_dialogue_in_three_languages_has_three_settings() {
        let usual = usual();
        let mut follower = Follower::of(&usual);
        let mut kept: Vec<Arc<ContextSettings>> = Vec::new();
        for _ in 0..20 {
            for text in ["Good evening to you all, my friends.", "Wir haben heute zwei Gäste.", "你好吗？"]
            {
                let (settings, _) = follower.settings(&segment(text), &usual);
                if !kept.iter().any(|known| Arc::ptr_eq(known, &settings)) {
                    kept.push(settings);
                }
            }
        }
        let voices: Vec<&str> = kept.iter().map(|settings| settings.voice.as_str()).collect();
        assert_eq!(voices, ["ann", "de", "cmn"]);
    }

    #[test]
    fn what_is_remembered_is_bounded_and_given_back() {
        let usual = usual();
        let mut follower = Follower::of(&usual);
        for at in 0..100 {
            let wanted = Wanted { language: Some(Language::new(&format!("x{at}"))), ..Wanted::default() };
            follower.learn(wanted, &usual);
        }
        assert_eq!((follower.known.len(), follower.warnings), (MOST_KNOWN, 0));
        follower.shrink();
        assert_eq!((follower.known.capacity(), follower.warnings), (0, 0));
    }
}
