//! Who speaks where the text decides: [`Offer::cast`].

use std::iter;
use std::sync::Arc;

use session::{Cast, Detection, Reading, Speaker, Speakers, Wanted};
use speech::{Gender, Language, VoiceCard, VoiceWish};

use crate::offer::{Alias, Offer};

/// The voices of an offer, by the names that the clients of one protocol use.
struct StandIns {
    offer: Offer,
    aliases: &'static [Alias],
}

/// In which language a text is.
#[derive(Clone, Copy)]
struct Tongue<'a> {
    /// As the text says.
    said: Option<&'a Language>,
    /// That, else what it was found to be, else the usual one.
    likely: &'a Language,
}

impl Speakers for StandIns {
    fn speaker(&self, wanted: &Wanted, usual: &Speaker) -> Option<Speaker> {
        let said = wanted.language.as_ref();
        let likely = said.or(wanted.found.as_ref()).unwrap_or(&usual.reading.language);
        let tongue = Tongue { said, likely };
        let card = match &wanted.voice {
            None => self.offer.voice_for(&[], usual.voice.as_str(), Some(likely)).ok(),
            Some(VoiceWish::Named(name)) => self.named(name.as_str(), tongue),
            Some(VoiceWish::Perceived(gender)) => self.perceived(*gender, likely, usual),
        }?;
        Some(self.speaking(card, tongue, usual))
    }
}

impl StandIns {
    /// The first that there is of a name, or of several with spaces between them.
    fn named(&self, names: &str, tongue: Tongue<'_>) -> Option<&VoiceCard> {
        let parts = names.split_whitespace();
        iter::once(names).chain(parts).find_map(|name| self.of_name(name, tongue))
    }

    /// A voice of that name keeps its language where the text does not say another one; an alias of the protocol stands for
    /// no voice in particular, and so for one that speaks what the text is in.
    fn of_name(&self, name: &str, tongue: Tongue<'_>) -> Option<&VoiceCard> {
        let (card, language) = match self.offer.particular(name) {
            Some(card) => (card, tongue.said),
            None => (self.offer.of_alias(self.aliases, name)?, Some(tongue.likely)),
        };
        Some(self.offer.voice_for(&[], card.id.as_str(), language).unwrap_or(card))
    }

    /// The usual voice if it fits, else the first that speaks the language.
    fn perceived(&self, gender: Gender, language: &Language, usual: &Speaker) -> Option<&VoiceCard> {
        self.offer.voice_like(gender, language, usual.voice.as_str())
    }

    /// How a voice reads a text in this language, with the wishes of the context.
    fn speaking(&self, card: &VoiceCard, tongue: Tongue<'_>, usual: &Speaker) -> Speaker {
        let own = card.languages.iter().find(|own| own.primary() == tongue.likely.primary());
        let language = match tongue.said {
            Some(said) => Some(said),
            None if Offer::has_language(card) => own,
            None => Some(tongue.likely),
        };
        let reading = self.offer.reading(&card.id, language);
        let lexicons = self.wished(usual).iter().cloned().chain(reading.lexicons).collect();
        let reading = Reading { language: reading.language, lexicons, ..usual.reading.clone() };
        Speaker { voice: card.id.clone(), reading }
    }

    /// The dictionaries that the client asked for: those before the usual voice's own.
    fn wished<'a>(&self, usual: &'a Speaker) -> &'a [Arc<session::Lexicon>] {
        let own = self.offer.pronunciations.of(&usual.voice).len();
        let all = &usual.reading.lexicons;
        &all[..all.len().saturating_sub(own)]
    }
}

impl Offer {
    /// Everybody here, for contexts of a protocol with these aliases: whoever the text names, and in other languages than that
    /// of its voice those who stand in for it, chosen as in [`Offer::voice_for`].
    #[must_use]
    pub fn cast(&self, aliases: &'static [Alias]) -> Cast {
        Cast::new(Arc::new(StandIns { offer: self.clone(), aliases }))
    }

    /// The same for a client that leaves the language open: it is found out for each segment. But only for a name that stands
    /// for no voice in particular: one of the protocol's aliases, one that nobody knows, or none (the default voice). A local
    /// voice and an alias of the configuration have a language, and keep it, and a voice of the undetermined language is at
    /// home in all.
    #[must_use]
    pub fn open_cast(&self, aliases: &'static [Alias], name: Option<&str>) -> Cast {
        self.cast(aliases).with(self.detection(aliases, name))
    }

    /// Whether the language is found out for a client that leaves it open, where it named this: see [`Offer::open_cast`].
    pub(crate) fn detection(&self, aliases: &[Alias], name: Option<&str>) -> Detection {
        if name.is_some_and(|name| self.is_particular(name)) {
            return Detection::Off;
        }
        let card = match name {
            Some(name) => self.voice(aliases, name).ok(),
            None => self.voices.first(),
        };
        if card.is_some_and(Self::has_language) { Detection::EachSegment } else { Detection::Off }
    }

    fn has_language(card: &VoiceCard) -> bool {
        card.languages.iter().all(|spoken| spoken.primary() != "und")
    }
}

/// Whether a language tag leaves the language open: `auto`, in any case.
#[must_use]
pub fn is_auto(tag: &str) -> bool {
    tag.eq_ignore_ascii_case("auto")
}

#[cfg(test)]
mod tests {
    use speech::SampleRate;

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
        let is_open = |name| server.detection(STOCK, name) == Detection::EachSegment;
        assert!(is_open(Some("stock")) && is_open(None));
        assert!(
            ![Some("ann"), Some("anna"), Some("mine"), Some("beep"), Some("nobody")].into_iter().any(is_open)
        );
    }

    /// `ann`, in American English, with a dictionary of her client's.
    fn usual() -> Speaker {
        let reading = Reading {
            rules: session::Rules::Rest,
            lexicons: vec![Arc::new(session::Lexicon::default())],
            ..Reading::of(Language::new("en-us"))
        };
        Speaker { voice: "ann".into(), reading }
    }

    /// Who speaks, in which language.
    fn speaker(
        voice: Option<VoiceWish>,
        said: Option<&str>,
        found: Option<&str>,
    ) -> Option<(String, String)> {
        let stand_ins = StandIns { offer: server(), aliases: STOCK };
        let wanted = Wanted { voice, language: said.map(Language::new), found: found.map(Language::new) };
        let Speaker { voice, reading } = stand_ins.speaker(&wanted, &usual())?;
        assert_eq!((reading.rules, reading.lexicons), (session::Rules::Rest, usual().reading.lexicons));
        Some((voice.to_string(), reading.language.to_string()))
    }

    fn pair(voice: &str, language: &str) -> Option<(String, String)> {
        Some((voice.to_owned(), language.to_owned()))
    }

    #[test]
    fn a_stand_in_reads_in_its_own_language_with_the_clients_wishes() {
        assert_eq!(speaker(None, None, Some("de")), pair("anna", "de"));
        assert_eq!(speaker(None, Some("de"), None), pair("anna", "de"));
        assert_eq!(speaker(None, Some("en"), None), pair("ann", "en-us"));
        assert_eq!(speaker(None, Some("xx"), None), None);
    }

    #[test]
    fn a_named_voice_speaks_its_language_unless_the_text_says_another() {
        let named = |name: &str| Some(VoiceWish::Named(name.into()));
        assert_eq!(speaker(named("otto"), None, None), pair("otto", "de"));
        assert_eq!(speaker(named("otto"), None, Some("en")), pair("otto", "de"));
        assert_eq!(speaker(named("otto"), Some("en"), None), pair("ann", "en-us"));
        assert_eq!(speaker(named("mine"), Some("de"), None), pair("anna", "de"));
        assert_eq!(speaker(named("otto"), Some("xx"), None), pair("otto", "xx"));
        assert_eq!(speaker(named("nobody otto ann"), None, None), pair("otto", "de"));
        assert_eq!(speaker(named("tone"), None, None), pair("tone", "en-us"));
        assert_eq!(speaker(named("nobody"), Some("de"), None), None);
    }

    #[test]
    fn an_alias_of_the_protocol_speaks_what_the_text_is_in() {
        let stock = || Some(VoiceWish::Named("stock".into()));
        assert_eq!(speaker(stock(), None, None), pair("ann", "en-us"));
        assert_eq!(speaker(stock(), None, Some("de")), pair("anna", "de"));
    }

    #[test]
    fn a_gender_is_heard_where_somebody_has_it() {
        let male = || Some(VoiceWish::Perceived(Gender::Male));
        assert_eq!(speaker(male(), Some("de"), None), pair("otto", "de"));
        assert_eq!(speaker(male(), None, None), None);
        assert_eq!(speaker(Some(VoiceWish::Perceived(Gender::Female)), None, None), pair("ann", "en-us"));
    }
}
