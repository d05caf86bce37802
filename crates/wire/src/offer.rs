//! What this server has on offer: voices, forms, keys, limits. Built once, shared by all connections.

use std::fmt;
use std::sync::Arc;

use session::{Limits, Reading};
use speech::{Gender, KeyId, Language, OutputForm, Refusal, RefusalKind, VoiceCard, VoiceId};

use crate::card::ProtocolCard;
use crate::pronunciations::Pronunciations;
use crate::regions::{Distance, is_within};
use crate::rules::{Column, Options};

/// Everything a protocol may look up. Cheap to clone.
#[derive(Clone)]
pub struct Offer {
    /// Who can speak; the first is the default voice.
    pub voices: Arc<[VoiceCard]>,
    /// Aliases from the configuration; they win over those of a protocol's card.
    pub aliases: Arc<[(String, String)]>,
    /// What happens with a voice that nobody knows.
    pub unknown_voice: UnknownVoice,
    /// Words that are read in a way of their own.
    pub pronunciations: Arc<Pronunciations>,
    /// Says whether a form can be encoded, and if not, why not.
    pub check_form: fn(&OutputForm) -> Result<(), String>,
    /// The media type of a form, such as `audio/mpeg`.
    pub media_type: fn(&OutputForm) -> String,
    /// Who may use the server.
    pub keys: Arc<dyn Keys>,
    /// Every bound: the server's, or those of the protocol that this is for.
    pub limits: Arc<Limits>,
    /// The options of the protocol that this is for.
    pub options: Options,
}

/// Who may use the server.
pub trait Keys: Send + Sync {
    /// Checks what a client presented, in constant time.
    ///
    /// # Errors
    /// [`RefusalKind::Unauthenticated`] for no key or a wrong one, unless the server is open. Never repeats the key.
    fn check(&self, presented: Option<&str>) -> Result<KeyId, Refusal>;

    /// How many characters were spoken under this key since the server started.
    fn characters_spoken(&self, key: KeyId) -> u64;
}

/// A name that clients ship and the local voice that stands in for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alias {
    /// The name that clients send.
    pub name: &'static str,
    /// The local voice's id.
    pub voice: &'static str,
}

/// What happens with a voice that nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnknownVoice {
    /// The protocol's own error.
    Error,
    /// The default voice speaks.
    Default,
}

impl Offer {
    /// The voice that a client means: a local id, else an alias of the configuration, else one of its protocol, else
    /// what [`Offer::unknown_voice`] says.
    ///
    /// # Errors
    /// [`RefusalKind::UnknownVoice`].
    pub fn voice(&self, aliases: &[Alias], name: &str) -> Result<&VoiceCard, Refusal> {
        self.particular(name).or_else(|| self.of_alias(aliases, name)).or_else(|| self.fallback()).ok_or_else(
            || Refusal::new(RefusalKind::UnknownVoice, format!("no voice named {:?}", shown(name))),
        )
    }

    /// The voice that a client means when it also names a language: as [`Offer::voice`], but where that voice does not
    /// speak the language, a local voice that does takes its place: of those of the same gender, if there are any, the
    /// first of exactly that tag, else of a narrower one, else of the region where the language is usually spoken.
    ///
    /// A voice of the undetermined language (`und`), such as a tone, speaks whatever it is named for, and stands in for
    /// nobody: its sound would not be the language.
    ///
    /// # Errors
    /// [`RefusalKind::UnknownVoice`], also if nobody here speaks the language.
    pub fn voice_for(
        &self,
        aliases: &[Alias],
        name: &str,
        language: Option<&Language>,
    ) -> Result<&VoiceCard, Refusal> {
        let named = self.voice(aliases, name)?;
        let language = language.map(local_tag).filter(|_| !is_undetermined(named));
        let Some(language) = language.filter(|wanted| !self.suits(named, wanted)) else { return Ok(named) };
        let speakers =
            self.voices.iter().filter_map(|card| Some((Misfit::of(card, &language, named)?, card)));
        let best = speakers.min_by(|(one, _), (other, _)| one.cmp(other)).map(|(_, card)| card);
        best.ok_or_else(|| {
            let message = format!("no voice here speaks the language {}", shown(language.as_str()));
            Refusal::new(RefusalKind::UnknownVoice, message)
        })
    }

    /// The language in which a local voice reads: of its own the one that the client named or a narrower one (`en-us`
    /// for `en`), else the named one; where the client named none, the voice's first.
    pub fn language(&self, voice: &VoiceId, named: Option<&Language>) -> Language {
        language_of(self.local(voice.as_str()).map_or(&[], |card| card.languages.as_slice()), named)
    }

    /// How a local voice reads text for a client that asks for nothing but this language, if for that: see
    /// [`Offer::language`].
    pub fn reading(&self, voice: &VoiceId, named: Option<&Language>) -> Reading {
        Reading { lexicons: self.pronunciations.of(voice), ..Reading::of(self.language(voice, named)) }
    }

    /// Whether a voice speaks a language as well as any here: that tag or a narrower one (`en-gb-scotland` for `en-gb`), or
    /// where nobody has the tag, another one of the same language.
    fn suits(&self, named: &VoiceCard, language: &Language) -> bool {
        let exactly = |card: &VoiceCard| card.languages.iter().any(|spoken| is_within(spoken, language));
        exactly(named) || speaks(named, language) && !self.voices.iter().any(exactly)
    }

    /// The same for one protocol: with its bounds and options. `limits` are those of the chosen column and of the
    /// configuration.
    #[must_use]
    pub fn tailored(&self, limits: Limits, options: Options) -> Self {
        Self { limits: Arc::new(limits), options, ..self.clone() }
    }

    /// The same for one protocol whose bounds and options are as they come.
    #[must_use]
    pub fn plain(&self, card: &ProtocolCard) -> Self {
        let limits = card.columns.limits(Column::Generous, &self.limits);
        self.tailored(limits, Options::of(card.options))
    }

    /// Checks the size of a message.
    ///
    /// # Errors
    /// [`RefusalKind::LimitExceeded`] beyond [`Limits::message_bytes`].
    pub fn check_size(&self, bytes: usize) -> Result<(), Refusal> {
        let limit = self.limits.message_bytes;
        if bytes <= limit {
            return Ok(());
        }
        let message = format!("message of {bytes} bytes exceeds the limit of {limit} bytes");
        Err(Refusal::new(RefusalKind::LimitExceeded, message))
    }

    /// Checks the length of a text that one HTTP call asks for.
    ///
    /// # Errors
    /// [`RefusalKind::LimitExceeded`] beyond [`Limits::request_characters`].
    pub(crate) fn check_request(&self, text: &str) -> Result<(), Refusal> {
        let (count, limit) = (text.chars().count(), self.limits.request_characters);
        if count <= limit {
            return Ok(());
        }
        let message = format!("text of {count} characters exceeds the limit of {limit} per request");
        Err(Refusal::new(RefusalKind::LimitExceeded, message))
    }

    fn local(&self, id: &str) -> Option<&VoiceCard> {
        self.voices.iter().find(|card| card.id.as_str() == id)
    }

    /// The one voice that a name means: a local id, or an alias of the configuration.
    pub(crate) fn particular(&self, name: &str) -> Option<&VoiceCard> {
        self.local(name).or_else(|| self.configured(name))
    }

    pub(crate) fn is_particular(&self, name: &str) -> bool {
        self.particular(name).is_some()
    }

    /// The voice that an alias of a protocol stands for.
    pub(crate) fn of_alias(&self, aliases: &[Alias], name: &str) -> Option<&VoiceCard> {
        self.local(aliases.iter().find(|alias| alias.name == name)?.voice)
    }

    /// One that speaks a language and is perceived like this: `usual`, if it is such a one, else the first, the closest to
    /// that tag.
    pub(crate) fn voice_like(&self, gender: Gender, language: &Language, usual: &str) -> Option<&VoiceCard> {
        let language = local_tag(language);
        let own = self.local(usual).filter(|card| card.gender == gender && self.suits(card, &language));
        let others = self.voices.iter().filter(|card| card.gender == gender && speaks(card, &language));
        own.or_else(|| others.min_by_key(|card| Distance::of(&card.languages, &language)))
    }

    fn configured(&self, name: &str) -> Option<&VoiceCard> {
        let (_, voice) = self.aliases.iter().find(|(alias, _)| alias == name)?;
        self.local(voice)
    }

    fn fallback(&self) -> Option<&VoiceCard> {
        match self.unknown_voice {
            UnknownVoice::Error => None,
            UnknownVoice::Default => self.voices.first(),
        }
    }
}

/// The language in which a voice that speaks these reads: see [`Offer::language`].
fn language_of(own: &[Language], named: Option<&Language>) -> Language {
    let first = || own.first().cloned().unwrap_or_else(|| Language::new("und"));
    named.map(local_tag).map_or_else(first, |named| {
        own.iter().find(|spoken| is_within(spoken, &named)).cloned().unwrap_or(named)
    })
}

/// How much of a name an error repeats, in characters.
const SHOWN: usize = 64;

fn shown(name: &str) -> String {
    match name.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// Clients say `zh` for Mandarin (BCP 47 allows both); the voices say `cmn`.
pub(crate) fn local_tag(language: &Language) -> Language {
    match language.primary() {
        "zh" => Language::new(&language.as_str().replacen("zh", "cmn", 1)),
        _ => language.clone(),
    }
}

/// What clients call a local tag: the reverse of [`local_tag`].
pub(crate) fn wire_tag(language: &Language) -> Language {
    match language.primary() {
        "cmn" => Language::new(&language.as_str().replacen("cmn", "zh", 1)),
        _ => language.clone(),
    }
}

fn speaks(card: &VoiceCard, language: &Language) -> bool {
    card.languages.iter().any(|spoken| spoken.primary() == language.primary())
}

fn is_undetermined(card: &VoiceCard) -> bool {
    card.languages.iter().any(|spoken| spoken.primary() == "und")
}

/// How badly a voice stands in for another one; the least misfit is the best.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Misfit {
    other_gender: bool,
    distance: Distance,
}

impl Misfit {
    /// `None` if it does not speak that language.
    fn of(card: &VoiceCard, language: &Language, named: &VoiceCard) -> Option<Self> {
        let distance = Distance::of(&card.languages, language)?;
        Some(Self { other_gender: card.gender != named.gender, distance })
    }
}

impl fmt::Debug for Offer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Offer({} voices)", self.voices.len())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use speech::SampleRate;

    use super::*;

    struct Open;

    impl Keys for Open {
        fn check(&self, _presented: Option<&str>) -> Result<KeyId, Refusal> {
            Ok(KeyId(0))
        }

        fn characters_spoken(&self, _key: KeyId) -> u64 {
            0
        }
    }

    /// One of neither gender.
    pub(crate) fn card(id: &str, language: &str) -> VoiceCard {
        VoiceCard {
            id: id.into(),
            name: id.to_owned(),
            languages: vec![Language::new(language)],
            gender: Gender::Neutral,
            engine: "none",
            rate: SampleRate::new(24_000).unwrap(),
            licence: "MIT".to_owned(),
            loudness: None,
        }
    }

    /// One with these voices and every form.
    pub(crate) fn offer(voices: Vec<VoiceCard>) -> Offer {
        Offer {
            voices: voices.into(),
            aliases: Vec::new().into(),
            unknown_voice: UnknownVoice::Error,
            pronunciations: Arc::default(),
            check_form: |_| Ok(()),
            media_type: |_| String::new(),
            keys: Arc::new(Open),
            limits: Arc::new(Limits::default()),
            options: Options::default(),
        }
    }

    #[test]
    fn a_voice_reads_in_the_language_that_was_named_or_its_first() {
        let offer = offer(vec![card("tone", "und"), card("amy", "en-us"), card("li", "cmn")]);
        let language = |voice: &str, named: Option<&str>| {
            offer.language(&voice.into(), named.map(Language::new).as_ref()).to_string()
        };
        assert_eq!((language("amy", None), language("amy", Some("en"))), ("en-us".into(), "en-us".into()));
        assert_eq!(
            (language("amy", Some("en-GB")), language("li", Some("zh"))),
            ("en-gb".into(), "cmn".into())
        );
        assert_eq!((language("tone", Some("de")), language("tone", None)), ("de".into(), "und".into()));
    }

    #[test]
    fn a_voice_without_a_language_speaks_only_where_it_is_named() {
        let offer = offer(vec![card("anna", "de"), card("beep", "und")]);
        let voice = |name: &str, tag: &str| offer.voice_for(&[], name, Some(&Language::new(tag)));
        assert_eq!(voice("beep", "xx").unwrap().id.as_str(), "beep");
        assert_eq!(voice("anna", "de-at").unwrap().id.as_str(), "anna");
        let refusal = voice("anna", "xx").unwrap_err();
        assert_eq!(refusal.kind, RefusalKind::UnknownVoice);
        assert_eq!(refusal.message, "no voice here speaks the language xx");
    }

    #[test]
    fn a_region_is_heard_where_somebody_has_it() {
        let offer =
            offer(vec![card("ann", "en-us"), card("kate", "en-gb"), card("fergus", "en-gb-scotland")]);
        let voice = |name: &str, tag: &str| {
            offer.voice_for(&[], name, Some(&Language::new(tag))).unwrap().id.as_str().to_owned()
        };
        assert_eq!((voice("ann", "en-GB"), voice("ann", "en")), ("kate".into(), "ann".into()));
        assert_eq!((voice("fergus", "en-gb"), voice("kate", "en-au")), ("fergus".into(), "kate".into()));
    }

    #[test]
    fn mandarin_has_a_tag_here_and_another_one_with_clients() {
        let tags = |of: fn(&Language) -> Language, tag: &str| of(&Language::new(tag)).to_string();
        assert_eq!((tags(local_tag, "ZH_CN"), tags(local_tag, "de")), ("cmn-cn".into(), "de".into()));
        assert_eq!((tags(wire_tag, "cmn"), tags(wire_tag, "yue")), ("zh".into(), "yue".into()));
    }

    #[test]
    fn an_error_repeats_no_more_of_a_name_than_tells_it_from_others() {
        assert_eq!(shown(&"ä".repeat(64)), "ä".repeat(64));
        assert_eq!(shown(&"ä".repeat(1_000_000)), format!("{}…", "ä".repeat(64)));
    }
}
