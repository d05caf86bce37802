//! Reading a client's JSON object or form leniently: `null` is absent, numbers and flags may come as strings.

use std::fmt;

use serde_json::{Map, Value};
use speech::{Refusal, RefusalKind};

use crate::surrogate;

/// The named values of one message. Prints how many they are, since they hold the user's text.
#[derive(Clone, PartialEq)]
pub struct Fields(Map<String, Value>);

impl fmt::Debug for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fields({} values)", self.0.len())
    }
}

impl From<Map<String, Value>> for Fields {
    /// An object out of another one.
    fn from(object: Map<String, Value>) -> Self {
        Self(object)
    }
}

impl Fields {
    /// Reads a JSON object. Halves of surrogate pairs survive as [`surrogate`] tells.
    ///
    /// # Errors
    /// [`RefusalKind::Malformed`] if it is not JSON, nested beyond 128 levels, or not an object.
    pub fn parse(json: &str) -> Result<Self, Refusal> {
        match serde_json::from_str(&surrogate::protect(json)) {
            Ok(Value::Object(fields)) => Ok(Self(fields)),
            Ok(_) => Err(malformed("message is not a JSON object")),
            // The parser's own words could repeat the user's text; its place in the message cannot.
            Err(error) => Err(malformed(&format!(
                "message is not valid JSON (line {}, column {})",
                error.line(),
                error.column()
            ))),
        }
    }

    /// Reads bytes that should be a JSON object in UTF-8.
    ///
    /// # Errors
    /// As [`Fields::parse`], and if it is not UTF-8.
    pub fn parse_bytes(json: &[u8]) -> Result<Self, Refusal> {
        Self::parse(std::str::from_utf8(json).map_err(|_| malformed("message is not UTF-8"))?)
    }

    /// Takes decoded form or query pairs; the last of equal names wins.
    #[must_use]
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name, Value::String(value))).collect())
    }

    /// Replaces a value, or adds one: for a wire that says in other words what another one asks.
    pub fn set(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// Adds the values of names that are absent here: for a wire that takes a wish in two places.
    pub fn fill(&mut self, others: Self) {
        for (name, value) in others.0 {
            if self.value(&name).is_none() {
                self.0.insert(name, value);
            }
        }
    }

    /// The value of a name; `null` is absent.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A string.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] for anything else.
    pub fn text(&self, name: &str) -> Result<Option<&str>, Refusal> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(invalid(name, "a string")),
        }
    }

    /// An object within.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] for anything else.
    pub fn object(&self, name: &str) -> Result<Option<Self>, Refusal> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Object(fields)) => Ok(Some(Self(fields.clone()))),
            Some(_) => Err(invalid(name, "an object")),
        }
    }

    /// A list of objects.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] for anything else.
    pub fn objects(&self, name: &str) -> Result<Option<Vec<Self>>, Refusal> {
        let wrong = || invalid(name, "a list of objects");
        let Some(value) = self.value(name) else { return Ok(None) };
        let items = value.as_array().ok_or_else(wrong)?;
        let object = |item: &Value| item.as_object().map(|fields| Self(fields.clone()));
        items.iter().map(object).collect::<Option<_>>().map(Some).ok_or_else(wrong)
    }

    /// A number, or a string that holds one.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] for anything else.
    pub fn number(&self, name: &str) -> Result<Option<f64>, Refusal> {
        let number = match self.value(name) {
            None => return Ok(None),
            Some(Value::Number(number)) => number.as_f64(),
            Some(Value::String(text)) => text.trim().parse().ok(),
            Some(_) => None,
        };
        number.filter(|number| number.is_finite()).map(Some).ok_or_else(|| invalid(name, "a number"))
    }

    /// A number without a fraction that is not negative, or a string that holds one.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] for anything else.
    pub fn integer(&self, name: &str) -> Result<Option<u64>, Refusal> {
        match self.number(name)? {
            None => Ok(None),
            Some(number) if number.fract() == 0.0 && (0.0..9e15).contains(&number) => Ok(Some(number as u64)),
            Some(_) => Err(invalid(name, "a whole number")),
        }
    }

    /// A truth value, also as `"True"`, `"false"`, `1` or `"0"`. Absent is `None`.
    ///
    /// # Errors
    /// [`RefusalKind::InvalidValue`] for anything else.
    pub fn flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(*flag)),
            Some(Value::Number(number)) => flag_of(&number.to_string())
                .map_or_else(|| Err(invalid(name, "true or false")), |flag| Ok(Some(flag))),
            Some(Value::String(text)) => {
                flag_of(text).map_or_else(|| Err(invalid(name, "true or false")), |flag| Ok(Some(flag)))
            }
            Some(_) => Err(invalid(name, "true or false")),
        }
    }
}

fn flag_of(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "1" => Some(true),
        "false" | "0" | "" => Some(false),
        _ => None,
    }
}

fn malformed(message: &str) -> Refusal {
    Refusal::new(RefusalKind::Malformed, message)
}

fn invalid(name: &str, wanted: &str) -> Refusal {
    Refusal::new(RefusalKind::InvalidValue, format!("{name} must be {wanted}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_stand_in_for_numbers_and_flags() {
        let fields =
            Fields::parse(r#"{"rate":"24000","on":"True","off":false,"none":null,"one":1}"#).unwrap();
        assert_eq!(fields.integer("rate").unwrap(), Some(24_000));
        assert_eq!(fields.flag("on").unwrap(), Some(true));
        assert_eq!(fields.flag("off").unwrap(), Some(false));
        assert_eq!(fields.flag("one").unwrap(), Some(true));
        assert_eq!(fields.flag("none").unwrap(), None);
        assert_eq!(fields.value("none"), None);
    }

    #[test]
    fn objects_within_are_read_like_the_whole() {
        let fields = Fields::parse(r#"{"a":{"rate":"8000"},"b":[{"x":1},{}],"c":[1],"d":7}"#).unwrap();
        let inner = fields.object("a").unwrap().unwrap();
        assert_eq!(inner.integer("rate").unwrap(), Some(8_000));
        assert_eq!(fields.objects("b").unwrap().unwrap().len(), 2);
        assert!(fields.object("e").unwrap().is_none() && fields.objects("e").unwrap().is_none());
        assert_eq!(fields.object("d").unwrap_err().message, "d must be an object");
        assert_eq!(fields.objects("c").unwrap_err().message, "c must be a list of objects");
    }

    #[test]
    fn what_is_no_object_is_malformed_and_not_repeated() {
        for bad in ["", "secret", "[1]", "\"secret\"", "{\"a\":secret}", &"[".repeat(10_000)] {
            let refusal = Fields::parse(bad).unwrap_err();
            assert_eq!(refusal.kind, RefusalKind::Malformed, "{bad}");
            assert!(!refusal.message.contains("secret"), "{}", refusal.message);
        }
        assert_eq!(Fields::parse_bytes(&[0xff, 0xfe]).unwrap_err().kind, RefusalKind::Malformed);
    }

    #[test]
    fn a_wrong_type_names_the_field() {
        let fields = Fields::parse(r#"{"rate":[1],"voice":7,"half":0.5,"huge":1e300}"#).unwrap();
        assert_eq!(fields.object("rate").unwrap_err().message, "rate must be an object");
        assert_eq!(fields.integer("rate").unwrap_err().message, "rate must be a number");
        assert_eq!(fields.text("voice").unwrap_err().message, "voice must be a string");
        assert_eq!(fields.integer("half").unwrap_err().message, "half must be a whole number");
        assert!(fields.integer("huge").is_err());
        assert!(fields.flag("rate").is_err());
    }
}
