//! Who speaks where the language of each segment decides: [`Offer::detection`].

use std::sync::Arc;

use session::{Detection, Reading, Speaker, Speakers};
use speech::{Language, VoiceCard, VoiceId};

use crate::offer::{Alias, Offer};

/// The voices that take a voice's place in other languages.
struct StandIns {
    offer: Offer,
    voice: VoiceId,
}

impl Speakers for StandIns {
    fn speaker(&self, language: &Language, usual: &Reading) -> Option<Speaker> {
        let voice = self.offer.voice_for(&[], self.voice.as_str(), Some(language)).ok()?.id.clone();
        let reading = self.offer.reading(&voice, Some(language));
        let lexicons = self.wished(usual).iter().cloned().chain(reading.lexicons).collect();
        Some(Speaker { voice, reading: Reading { language: reading.language, lexicons, ..usual.clone() } })
    }
}

impl StandIns {
    /// The dictionaries that the client asked for: those before the usual voice's own.
    fn wished<'a>(&self, usual: &'a Reading) -> &'a [Arc<session::Lexicon>] {
        let own = self.offer.pronunciations.of(&self.voice).len();
        &usual.lexicons[..usual.lexicons.len().saturating_sub(own)]
    }
}

impl Offer {
    /// For a client that leaves the language open: that it is found out for each segment, who speaks it being chosen as in
    /// [`Offer::voice_for`]. Only for a name that stands for no voice in particular: one of the protocol's aliases, one
    /// that nobody knows, or none (the default voice). A local voice and an alias of the configuration have a language,
    /// and keep it, and a voice of the undetermined language is at home in all.
    #[must_use]
    pub fn detection(&self, aliases: &[Alias], name: Option<&str>) -> Option<Detection> {
        if name.is_some_and(|name| self.is_particular(name)) {
            return None;
        }
        let card = match name {
            Some(name) => self.voice(aliases, name).ok()?,
            None => self.voices.first()?,
        };
        Self::has_language(card)
            .then(|| Detection::new(Arc::new(StandIns { offer: self.clone(), voice: card.id.clone() })))
    }

    fn has_language(card: &VoiceCard) -> bool {
        card.languages.iter().all(|spoken| spoken.primary() != "und")
    }
}

/// Whether a language tag leaves the language open, in any case.
pub(crate) fn is_auto(tag: &str) -> bool {
    tag.eq_ignore_ascii_case("auto")
}

#[cfg(test)]
mod tests {
    use speech::{Gender, SampleRate};

    use super::*;
    use crate::offer::tests::offer;

    fn card(id: &str, language: &str, gender: Gender) -> VoiceCard {
        VoiceCard {
            id: id.into(),
            name: id.to_owned(),
            languages: vec![Language::new(language)],
            gender,
            engine: "none",
            rate: SampleRate::new(24_000).unwrap(),
            licence: "MIT".to_owned(),
            loudness: None,
        }
    }

    const STOCK: &[Alias] = &[Alias { name: "stock", voice: "ann" }, Alias { name: "beep", voice: "tone" }];

    fn server() -> Offer {
        let cards = vec![
            card("ann", "en-us", Gender::Female),
            card("otto", "de", Gender::Male),
            card("anna", "de", Gender::Female),
            card("tone", "und", Gender::Neutral),
        ];
        Offer { aliases: vec![("mine".to_owned(), "ann".to_owned())].into(), ..offer(cards) }
    }

    #[test]
    fn only_a_name_that_stands_for_no_voice_in_particular_leaves_the_language_open() {
        let server = server();
        let is_open = |name| server.detection(STOCK, name).is_some();
        assert!(is_open(Some("stock")) && is_open(None));
        assert!(
            ![Some("ann"), Some("anna"), Some("mine"), Some("beep"), Some("nobody")].into_iter().any(is_open)
        );
    }

    #[test]
    fn a_stand_in_reads_in_its_own_language_with_the_clients_wishes() {
        let stand_ins = StandIns { offer: server(), voice: "ann".into() };
        let wished = Arc::new(session::Lexicon::default());
        let usual = Reading {
            rules: session::Rules::Rest,
            lexicons: vec![Arc::clone(&wished)],
            ..Reading::of(Language::new("en-us"))
        };
        let speaker = stand_ins.speaker(&Language::new("de"), &usual).unwrap();
        assert_eq!((speaker.voice.as_str(), speaker.reading.language.as_str()), ("anna", "de"));
        assert_eq!((speaker.reading.rules, speaker.reading.lexicons), (session::Rules::Rest, vec![wished]));
        assert_eq!(stand_ins.speaker(&Language::new("xx"), &usual), None);
    }
}
