//! The voice lists, old and new, and the stock names that clients ship.

use std::sync::Arc;

use serde_json::{Map, Value, json};
use speech::{Gender, Language, Refusal, RefusalKind, VoiceCard};

use super::auth;
use super::errors::{self, Code};
use crate::card::Accept;
use crate::fields::Fields;
use crate::head::{Head, HttpReply};
use crate::offer::{Alias, Offer, local_tag, wire_tag};

/// The vendor's stock voices: those that published clients and samples name, and the others of its public list.
pub(super) const ALIASES: &[Alias] = &[
    Alias { name: "Ashley", voice: "en-us+f2" },
    Alias { name: "Sarah", voice: "en-us+f3" },
    Alias { name: "Dennis", voice: "en-us+m3" },
    Alias { name: "Alex", voice: "en-us+m1" },
    Alias { name: "Blake", voice: "en-us+m2" },
    Alias { name: "Carter", voice: "en-us+m4" },
    Alias { name: "Clive", voice: "en-gb" },
    Alias { name: "Craig", voice: "en-us+m5" },
    Alias { name: "Deborah", voice: "en-us+f4" },
    Alias { name: "Dominus", voice: "en-us+m7" },
    Alias { name: "Edward", voice: "en-us+m6" },
    Alias { name: "Elizabeth", voice: "en-us+f1" },
    Alias { name: "Hades", voice: "en-us+m8" },
    Alias { name: "Hana", voice: "en-us+f5" },
    Alias { name: "Julia", voice: "en-us+f1" },
    Alias { name: "Luna", voice: "en-us+f5" },
    Alias { name: "Mark", voice: "en-us+m1" },
    Alias { name: "Olivia", voice: "en-us+f2" },
    Alias { name: "Pixie", voice: "en-us+f5" },
    Alias { name: "Priya", voice: "en-us+f4" },
    Alias { name: "Ronald", voice: "en-us+m5" },
    Alias { name: "Shaun", voice: "en-us+m2" },
    Alias { name: "Theodore", voice: "en-us+m4" },
    Alias { name: "Timothy", voice: "en-us+m3" },
    Alias { name: "Wendy", voice: "en-us+f3" },
    Alias { name: "Alain", voice: "fr-fr" },
    Alias { name: "Hélène", voice: "fr-fr+f3" },
    Alias { name: "Johanna", voice: "de+f3" },
    Alias { name: "Josef", voice: "de" },
    Alias { name: "Diego", voice: "es" },
    Alias { name: "Lupita", voice: "es-419+f3" },
    Alias { name: "Gianni", voice: "it" },
    Alias { name: "Heitor", voice: "pt-br" },
    Alias { name: "Maitê", voice: "pt-br+f3" },
    Alias { name: "Erik", voice: "nl" },
    Alias { name: "Szymon", voice: "pl" },
    Alias { name: "Dmitry", voice: "ru" },
    Alias { name: "Elena", voice: "ru+f3" },
    Alias { name: "Asuka", voice: "ja+f3" },
    Alias { name: "Satoshi", voice: "ja" },
    Alias { name: "Hyunwoo", voice: "ko" },
    Alias { name: "Minji", voice: "ko+f3" },
    Alias { name: "Xiaoyin", voice: "cmn+f3" },
    Alias { name: "Yichen", voice: "cmn" },
];

/// The workspace of every voice here: there is only one.
const WORKSPACE: &str = "default";

/// A voice under the name by which a client may ask for it.
struct Listed<'a> {
    name: &'a str,
    title: &'a str,
    card: &'a VoiceCard,
}

/// `GET /tts/v1/voices`: the older list.
pub(super) fn old_list(offer: &Arc<Offer>, head: Head) -> Accept {
    answer(offer, &head, || {
        let wanted = wanted(&head)?;
        let voices: Vec<Value> = listed(offer, wanted.as_ref()).map(|voice| voice.old_entry()).collect();
        Ok(HttpReply::json(200, &json!({"voices": voices})))
    })
}

/// `GET /voices/v1/voices`, also of a workspace: the newer list, in pages.
pub(super) fn list(offer: &Arc<Offer>, head: Head) -> Accept {
    answer(offer, &head, || {
        let wanted = wanted(&head)?;
        let Page { start, size } = Page::of(&head)?;
        let mut rest = listed(offer, wanted.as_ref()).skip(start);
        let voices: Vec<Value> = rest.by_ref().take(size).map(|voice| voice.entry()).collect();
        let next = rest.next().map(|_| (start + voices.len()).to_string()).unwrap_or_default();
        Ok(HttpReply::json(200, &json!({"voices": voices, "nextPageToken": next})))
    })
}

/// `GET /voices/v1/voices/{id}`, also of a workspace.
pub(super) fn one(offer: &Arc<Offer>, head: Head) -> Accept {
    answer(offer, &head, || {
        let name = head.param("id").unwrap_or_default();
        let found = listed(offer, None).find(|voice| voice.name == name);
        Ok(match found {
            Some(voice) => HttpReply::json(200, &voice.entry()),
            None => errors::reply_with(Code::NotFound, "voice not found"),
        })
    })
}

/// Making, changing and removing voices.
pub(super) fn not_offered(offer: &Arc<Offer>, head: Head) -> Accept {
    answer(offer, &head, || {
        let message = "this server's voices cannot be cloned, designed, published or changed";
        Ok(errors::reply_with(Code::Unimplemented, message))
    })
}

/// An answer for whoever has a key.
fn answer(offer: &Offer, head: &Head, make: impl FnOnce() -> Result<HttpReply, Refusal>) -> Accept {
    let made = auth::check(offer, head).map_err(|denied| denied.refusal()).and_then(|_| make());
    Accept::Reply(made.unwrap_or_else(|refusal| errors::reply(&refusal)))
}

/// The local voices, then the stock names that have a voice here.
fn listed<'a>(offer: &'a Offer, wanted: Option<&Language>) -> impl Iterator<Item = Listed<'a>> {
    let local = offer.voices.iter().map(|card| Listed { name: card.id.as_str(), title: &card.name, card });
    let stock = ALIASES.iter().filter_map(|alias| {
        let card = offer.voices.iter().find(|card| card.id.as_str() == alias.voice)?;
        Some(Listed { name: alias.name, title: alias.name, card })
    });
    let wanted = wanted.map(|wanted| known_tag(&offer.voices, wanted));
    local.chain(stock).filter(move |voice| wanted.as_ref().is_none_or(|wanted| voice.speaks(wanted)))
}

/// What speech takes a tag for: exactly that one where a voice has it, or else its language.
fn known_tag(voices: &[VoiceCard], wanted: &Language) -> Language {
    let wanted = local_tag(wanted);
    let is_known = voices.iter().any(|card| card.languages.contains(&wanted));
    if is_known { wanted } else { Language::new(wanted.primary()) }
}

/// The language that the caller asks for, in either list's way: `filter=language=en`, or `lang_code=EN_US`.
fn wanted(head: &Head) -> Result<Option<Language>, Refusal> {
    let filter = head.query("filter").filter(|filter| !filter.trim().is_empty());
    let filtered = match filter {
        None => None,
        Some(filter) => Some(language_of(filter).ok_or_else(|| {
            invalid("filter is not of the form language=<tag>, such as language=en or lang_code=\"EN_US\"")
        })?),
    };
    let code = head.query("lang_code").or(head.query("langCode")).filter(|code| !code.is_empty());
    Ok(filtered.or(code).map(Language::new))
}

fn language_of(filter: &str) -> Option<&str> {
    let (name, tag) = filter.split_once('=')?;
    let tag = tag.trim_start_matches('=').trim().trim_matches(['"', '\'']);
    let known = matches!(name.trim(), "language" | "lang_code" | "langCode");
    (known && !tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c)))
        .then_some(tag)
}

/// A stretch of the newer list.
struct Page {
    start: usize,
    size: usize,
}

impl Page {
    /// Everything, unless the caller wants less. The token of the next page is where it starts.
    fn of(head: &Head) -> Result<Self, Refusal> {
        let pairs = head.query.iter().filter(|(_, value)| !value.is_empty()).cloned();
        let fields = Fields::from_pairs(pairs);
        let size = fields.integer("pageSize")?.or(fields.integer("page_size")?);
        let token = fields.text("pageToken")?.or(fields.text("page_token")?);
        let start = token.map_or(Ok(0), str::parse);
        let start = start.map_err(|_| invalid("pageToken is not one that this server gave"))?;
        Ok(Self { start, size: size.filter(|size| *size > 0).map_or(usize::MAX, |size| size as usize) })
    }
}

impl Listed<'_> {
    /// A language without a region covers all of its regions.
    fn speaks(&self, wanted: &Language) -> bool {
        self.card.languages.iter().any(|spoken| {
            spoken == wanted || (wanted.primary() == wanted.as_str() && spoken.primary() == wanted.primary())
        })
    }

    fn description(&self) -> String {
        format!("{} voice of the {} engine", self.language(), self.card.engine)
    }

    /// Its languages in the words of clients, the best first.
    fn tags(&self) -> Vec<Language> {
        let mut tags: Vec<Language> = Vec::new();
        for tag in self.card.languages.iter().map(wire_tag) {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    }

    fn language(&self) -> &Language {
        &self.card.languages[0]
    }

    fn old_entry(&self) -> Value {
        let mut primaries: Vec<String> =
            self.tags().iter().map(|language| language.primary().to_owned()).collect();
        primaries.dedup();
        json!({
            "voiceId": self.name,
            "displayName": self.title,
            "description": self.description(),
            "languages": primaries,
            "tags": self.gender().into_iter().collect::<Vec<_>>(),
            "isCustom": false,
        })
    }

    fn entry(&self) -> Value {
        let tags = self.tags();
        let code = tags[0].as_str().to_ascii_uppercase().replace('-', "_");
        let mut entry = Map::new();
        let mut put = |name: &str, value: Value| entry.insert(name.to_owned(), value);
        put("name", format!("workspaces/{WORKSPACE}/voices/{}", self.name).into());
        put("voiceId", self.name.into());
        put("langCode", code.into());
        put("displayName", self.title.into());
        put("description", self.description().into());
        put("tags", self.gender().into_iter().collect::<Vec<_>>().into());
        put("source", "SYSTEM".into());
        put("categories", json!([]));
        put("promptLanguages", tags.iter().map(region_in_capitals).collect());
        if let Some(gender) = self.gender() {
            put("gender", gender.into());
        }
        Value::Object(entry)
    }

    fn gender(&self) -> Option<&'static str> {
        match self.card.gender {
            Gender::Female => Some("female"),
            Gender::Male => Some("male"),
            Gender::Neutral => None,
        }
    }
}

/// `en-us` as the newer list writes it: `en-US`.
fn region_in_capitals(language: &Language) -> String {
    match language.as_str().split_once('-') {
        Some((primary, region)) if region.len() == 2 => {
            format!("{primary}-{}", region.to_ascii_uppercase())
        }
        _ => language.to_string(),
    }
}

fn invalid(message: &str) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_names_a_language() {
        assert_eq!(language_of("language=en"), Some("en"));
        assert_eq!(language_of("lang_code = \"EN_US\""), Some("EN_US"));
        assert_eq!(language_of("language == 'en-US'"), Some("en-US"));
        for filter in ["en", "gender=female", "language=", "language=en AND gender=male"] {
            assert_eq!(language_of(filter), None, "{filter}");
        }
    }

    fn card(tags: &[&str]) -> VoiceCard {
        VoiceCard {
            id: tags[0].into(),
            name: tags[0].to_owned(),
            languages: tags.iter().map(|tag| Language::new(tag)).collect(),
            gender: Gender::Neutral,
            engine: "none",
            rate: speech::SampleRate::new(24_000).unwrap(),
            licence: "MIT".to_owned(),
            loudness: None,
        }
    }

    #[test]
    fn voices_are_found_by_the_tags_that_speech_takes() {
        let voices = [card(&["en-us", "en"]), card(&["en-gb", "en"]), card(&["cmn", "zh-cmn", "zh"])];
        let found = |tag: &str| {
            let wanted = known_tag(&voices, &Language::new(tag));
            let listed = voices.iter().map(|card| Listed { name: card.id.as_str(), title: "", card });
            listed.filter(|voice| voice.speaks(&wanted)).map(|voice| voice.name).collect::<Vec<_>>()
        };
        for mandarin in ["zh", "zh-CN", "ZH_CN", "cmn"] {
            assert_eq!(found(mandarin), ["cmn"], "{mandarin}");
        }
        assert_eq!(found("en-GB"), ["en-gb"]);
        assert_eq!(found("en-AU"), ["en-us", "en-gb"]);
        assert_eq!(found("xx"), [""; 0]);
    }

    #[test]
    fn a_voice_is_listed_in_the_tags_of_clients() {
        let card = card(&["cmn", "zh-cmn", "zh"]);
        let entry = Listed { name: "cmn", title: "", card: &card };
        assert_eq!(entry.entry()["langCode"], "ZH");
        assert_eq!(entry.entry()["promptLanguages"], json!(["zh", "zh-cmn"]));
        assert_eq!(entry.old_entry()["languages"], json!(["zh"]));
    }

    #[test]
    fn regions_are_in_capitals_and_scripts_are_not() {
        assert_eq!(region_in_capitals(&Language::new("en_US")), "en-US");
        assert_eq!(region_in_capitals(&Language::new("es-419")), "es-419");
        assert_eq!(region_in_capitals(&Language::new("de")), "de");
    }
}
