//! How a context's text is read, as the client says it: switches and pronunciations.

use std::sync::Arc;

use serde_json::Value;
use session::{Emoji, Lexicon, Mathematics, Reading, Rules};
use speech::{Language, Refusal, RefusalKind};

use super::casting::Casting;
use super::settings::{Wishes, one_of};
use crate::fields::Fields;
use crate::offer::Offer;
use crate::pronunciations::{MOST_NAMED, each_once, how, refused};
use crate::stand_ins::is_auto;

/// The dictionaries that a context's client chose, apart from those that hold anyway.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Chosen {
    /// Of its own words.
    own: Option<Arc<Lexicon>>,
    /// The server's, by name.
    named: Vec<Arc<Lexicon>>,
}

/// What a message says about it; what it leaves out stays as it is. A new voice brings its own dictionaries, behind those that the client chose.
///
/// # Errors
/// A refusal for the first value that is wrong.
pub(super) fn updated(
    offer: &Offer,
    fields: &Fields,
    casting: &Casting,
    old: &Wishes,
) -> Result<(Reading, Chosen), Refusal> {
    let Wishes { session, chosen, .. } = old;
    let chosen = chosen.updated(offer, fields)?;
    let reading = Reading {
        language: casting.language.clone(),
        rules: rules(fields, session.reading.rules)?,
        numbers: numbers(fields, session.reading.numbers.as_ref())?,
        mathematics: mathematics(fields, session.reading.mathematics)?,
        emoji: one_of(fields, "emoji", session.reading.emoji, EMOJI)?,
        lexicons: chosen.before(offer.pronunciations.of(&casting.voice)),
    };
    Ok((reading, chosen))
}

const EMOJI: &[(&str, Emoji)] = &[("skip", Emoji::Skipped), ("name", Emoji::Named)];

impl Chosen {
    fn updated(&self, offer: &Offer, fields: &Fields) -> Result<Self, Refusal> {
        let own = fields.value("pronunciations").map(own).transpose()?;
        let named = fields.value("dictionaries").map(|names| dictionaries(offer, names)).transpose()?;
        Ok(Self { own: own.or_else(|| self.own.clone()), named: named.unwrap_or_else(|| self.named.clone()) })
    }

    /// All that hold, the first being the closest: the client's words, those that it named, the usual ones.
    fn before(&self, usual: Vec<Arc<Lexicon>>) -> Vec<Arc<Lexicon>> {
        self.own.iter().chain(&self.named).cloned().chain(usual).collect()
    }
}

/// An empty tag or `auto` is that of the text.
fn numbers(fields: &Fields, old: Option<&Language>) -> Result<Option<Language>, Refusal> {
    Ok(match fields.text("numbers_language")? {
        None => old.cloned(),
        Some(tag) if tag.is_empty() || is_auto(tag) => None,
        Some(tag) => Some(Language::new(tag)),
    })
}

fn rules(fields: &Fields, old: Rules) -> Result<Rules, Refusal> {
    Ok(match fields.flag("normalize")? {
        Some(true) => Rules::Apply,
        Some(false) => Rules::Rest,
        None => old,
    })
}

fn mathematics(fields: &Fields, old: Mathematics) -> Result<Mathematics, Refusal> {
    Ok(match fields.flag("math")? {
        Some(true) => Mathematics::Always,
        Some(false) => Mathematics::Plain,
        None => old,
    })
}

/// `{"SQL": "sequel", "Crete": "/kriːt/"}`.
fn own(words: &Value) -> Result<Arc<Lexicon>, Refusal> {
    let shape = || invalid("pronunciations must be an object of words and how each is read");
    let mut lexicon = Lexicon::default();
    for (written, value) in words.as_object().ok_or_else(shape)? {
        let how = value.as_str().and_then(how).ok_or_else(shape)?;
        lexicon.add(written, how).map_err(refused)?;
    }
    Ok(Arc::new(lexicon))
}

/// Those of the server with these names, each once.
fn dictionaries(offer: &Offer, names: &Value) -> Result<Vec<Arc<Lexicon>>, Refusal> {
    let names = names.as_array().ok_or_else(|| invalid("dictionaries must be a list of names"))?;
    let find = |name: &Value| offer.pronunciations.named.get(name.as_str()?).cloned();
    if names.iter().any(|name| find(name).is_none()) {
        return Err(unknown(offer));
    }
    let found = each_once(names.iter().filter_map(find));
    if found.len() > MOST_NAMED {
        let message = format!("dictionaries names more than {MOST_NAMED}");
        return Err(Refusal::new(RefusalKind::LimitExceeded, message));
    }
    Ok(found)
}

fn unknown(offer: &Offer) -> Refusal {
    let known: Vec<&str> = offer.pronunciations.named.keys().map(String::as_str).collect();
    match known.as_slice() {
        [] => invalid("dictionaries names one that this server has not; it has none"),
        known => {
            invalid(&format!("dictionaries names one that this server has not; it has {}", known.join(", ")))
        }
    }
}

fn invalid(message: &str) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, message.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offer::tests::offer;
    use crate::pronunciations::Pronunciations;
    use session::How;
    use speech::KeyId;

    fn lexicon(word: &str) -> Arc<Lexicon> {
        let mut lexicon = Lexicon::default();
        lexicon.add(word, How::Alias("nil by mouth".into())).unwrap();
        Arc::new(lexicon)
    }

    /// With a dictionary for every voice, and some to be named: `ward`, `0`, `1`, ….
    fn server() -> Offer {
        let numbered = (0..=MOST_NAMED).map(|at| (at.to_string(), lexicon(&at.to_string())));
        let pronunciations = Pronunciations {
            everywhere: Some(lexicon("usual")),
            named: numbered.chain([("ward".to_owned(), lexicon("NPO"))]).collect(),
            ..Pronunciations::default()
        };
        Offer { pronunciations: Arc::new(pronunciations), ..offer(Vec::new()) }
    }

    fn after(messages: &[&str]) -> Result<Reading, Refusal> {
        let mut wishes = Wishes::default_for(&server(), KeyId(0));
        for json in messages {
            wishes = wishes.updated(&server(), &Fields::parse(json).unwrap())?;
        }
        Ok(wishes.session.reading)
    }

    fn read(json: &str) -> Result<Reading, Refusal> {
        after(&[json])
    }

    #[test]
    fn switches_and_languages_are_taken() {
        let reading =
            read(r#"{"numbers_language":"fr","normalize":false,"math":true,"emoji":"name"}"#).unwrap();
        assert_eq!(reading.rules, Rules::Rest);
        assert_eq!(reading.emoji, Emoji::Named);
        assert_eq!((reading.numbers, reading.mathematics), (Some(Language::new("fr")), Mathematics::Always));
    }

    #[test]
    fn the_clients_own_words_come_before_dictionaries() {
        let reading = read(r#"{"pronunciations":{"SQL":"sequel"},"dictionaries":["ward"]}"#).unwrap();
        let mut sequel = Lexicon::default();
        sequel.add("SQL", How::Alias("sequel".into())).unwrap();
        assert_eq!(reading.lexicons, [Arc::new(sequel), lexicon("NPO"), lexicon("usual")]);
        assert!(read(r#"{"dictionaries":["garden"]}"#).unwrap_err().message.contains("it has 0, 1"));
        assert!(
            read(r#"{"pronunciations":{"secret":5}}"#).unwrap_err().message.contains("must be an object")
        );
    }
    #[test]
    fn what_an_update_leaves_out_stays() {
        const OWN: &str = r#"{"pronunciations":{"NPO":"nil by mouth"}}"#;
        const WARD: &str = r#"{"dictionaries":["1"]}"#;
        let both = [lexicon("NPO"), lexicon("1"), lexicon("usual")];
        assert_eq!(after(&[OWN, WARD]).unwrap().lexicons, both);
        assert_eq!(after(&[WARD, OWN]).unwrap().lexicons, both);
        assert_eq!(after(&[WARD, OWN, r#"{"speed":2}"#]).unwrap().lexicons, both);
        assert_eq!(
            after(&[WARD, OWN, r#"{"dictionaries":[]}"#]).unwrap().lexicons,
            [&both[0], &both[2]].map(Arc::clone)
        );
    }

    #[test]
    fn the_language_of_numbers_can_be_taken_back() {
        let numbers = |json| after(&[r#"{"numbers_language":"fr"}"#, json]).unwrap().numbers;
        assert_eq!(numbers(r#"{"normalize":true}"#), Some(Language::new("fr")));
        assert_eq!(
            [numbers(r#"{"numbers_language":""}"#), numbers(r#"{"numbers_language":"auto"}"#)],
            [None, None]
        );
    }

    #[test]
    fn dictionaries_are_taken_once_and_not_without_end() {
        let twice = vec!["ward"; MOST_NAMED + 5];
        assert_eq!(read(&serde_json::json!({"dictionaries": twice}).to_string()).unwrap().lexicons.len(), 2);
        let many: Vec<_> = (0..=MOST_NAMED).map(|at| at.to_string()).collect();
        let refusal = read(&serde_json::json!({"dictionaries": many}).to_string()).unwrap_err();
        assert_eq!(refusal.kind, RefusalKind::LimitExceeded);
    }
}
