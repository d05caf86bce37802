//! Who reads: `voice` and `lang`.

use speech::{Gender, Language, Style, VoiceWish};

use crate::attributes::Attributes;

/// `style` with what `voice` asks for: the voice of a name, else one of a gender, and in which language; `None` if it asks
/// for nothing of that.
pub(crate) fn with(style: &Style, attributes: &Attributes) -> Option<Style> {
    let wish = named(attributes).or_else(|| perceived(attributes));
    let language = language(attributes).or_else(|| languages(attributes));
    if wish.is_none() && language.is_none() {
        return None;
    }
    let style = style.clone();
    Some(Style { voice: wish.or(style.voice), language: language.or(style.language), ..style })
}

/// `style` in the language that `lang` names; `None` if that can be none.
pub(crate) fn in_language(style: &Style, attributes: &Attributes) -> Option<Style> {
    let language = language(attributes)?;
    Some(Style { language: Some(language), ..style.clone() })
}

fn named(attributes: &Attributes) -> Option<VoiceWish> {
    attributes.get("name").filter(|name| !name.is_empty()).map(|name| VoiceWish::Named(name.into()))
}

fn perceived(attributes: &Attributes) -> Option<VoiceWish> {
    let gender = match attributes.get("gender")?.to_ascii_lowercase().as_str() {
        "female" => Gender::Female,
        "male" => Gender::Male,
        "neutral" => Gender::Neutral,
        _ => return None,
    };
    Some(VoiceWish::Perceived(gender))
}

fn language(attributes: &Attributes) -> Option<Language> {
    attributes.get("lang").filter(|tag| is_language(tag)).map(Language::new)
}

/// The first of those that the voice shall speak: SSML 1.1 writes spaces between them, and an accent behind a colon.
fn languages(attributes: &Attributes) -> Option<Language> {
    let value = attributes.get("languages").or_else(|| attributes.get("language"))?;
    value.split([' ', ':']).next().filter(|tag| is_language(tag)).map(Language::new)
}

/// Whether it could be a tag of BCP 47, of which RFC 5646, section 4.4.1, says how long they get.
fn is_language(tag: &str) -> bool {
    (1..=35).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `voice` with these attributes asks for, within text in French.
    fn asked(content: &str) -> Option<(Option<VoiceWish>, String)> {
        let usual = Style { language: Some(Language::new("fr")), ..Style::default() };
        let style = with(&usual, &Attributes::read(content, 5)?)?;
        Some((style.voice, style.language?.to_string()))
    }

    #[test]
    fn a_name_comes_before_a_gender_and_a_language_is_found_in_any_attribute() {
        let named = Some(VoiceWish::Named("Ann Kate".into()));
        assert_eq!(asked("voice name='Ann Kate' gender='male'"), Some((named.clone(), "fr".into())));
        assert_eq!(asked("voice name='Ann Kate' xml:lang='de-AT'"), Some((named, "de-at".into())));
        let female = Some(VoiceWish::Perceived(Gender::Female));
        assert_eq!(asked("voice gender='Female' languages='it:de es'"), Some((female, "it".into())));
        assert_eq!(asked("voice language='es'"), Some((None, "es".into())));
    }

    #[test]
    fn what_says_nothing_that_can_be_done_asks_for_nothing() {
        for content in ["voice", "voice name='' gender='robot'", "voice age='9'", "voice xml:lang='x y'"] {
            assert_eq!(asked(content), None, "{content}");
        }
    }
}
