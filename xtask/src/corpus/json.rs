//! JSON, as far as `syrinx explain` writes it: this program has no dependencies.

use std::iter::Peekable;
use std::str::Chars;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    /// `null`, `true` and `false`, which nobody here asks for.
    Word,
    Number(f64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value that is written here; `None` if it is not JSON.
    pub(super) fn parse(written: &str) -> Option<Self> {
        let mut rest = written.chars().peekable();
        let value = value(&mut rest)?;
        skip_space(&mut rest);
        rest.next().is_none().then_some(value)
    }

    /// A member of an object.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(of, _)| of == name).map(|(_, value)| value)
    }

    /// The members of a list.
    pub(super) fn list(&self) -> Option<&[Self]> {
        let Self::List(list) = self else { return None };
        Some(list)
    }

    /// A text.
    pub(super) fn text(&self) -> Option<&str> {
        let Self::Text(text) = self else { return None };
        Some(text)
    }

    /// A number that counts something.
    pub(super) fn count(&self) -> Option<usize> {
        let Self::Number(number) = self else { return None };
        (number.fract() == 0.0 && *number >= 0.0).then_some(*number as usize)
    }
}

type Rest<'a> = Peekable<Chars<'a>>;

fn skip_space(rest: &mut Rest<'_>) {
    while rest.next_if(char::is_ascii_whitespace).is_some() {}
}

/// The next character that is no white space.
fn mark(rest: &mut Rest<'_>) -> Option<char> {
    skip_space(rest);
    rest.next()
}

fn value(rest: &mut Rest<'_>) -> Option<Json> {
    skip_space(rest);
    match rest.peek()? {
        '"' => rest.next().and_then(|_| text(rest)).map(Json::Text),
        '[' => rest.next().and_then(|_| members(rest, ']', value)).map(Json::List),
        '{' => rest.next().and_then(|_| members(rest, '}', member)).map(Json::Object),
        _ => bare(rest),
    }
}

/// What stands between commas, up to and with the mark that ends it.
fn members<T>(rest: &mut Rest<'_>, end: char, one: fn(&mut Rest<'_>) -> Option<T>) -> Option<Vec<T>> {
    let mut members = Vec::new();
    skip_space(rest);
    if rest.next_if_eq(&end).is_some() {
        return Some(members);
    }
    loop {
        members.push(one(rest)?);
        match mark(rest)? {
            ',' => {}
            c if c == end => return Some(members),
            _ => return None,
        }
    }
}

fn member(rest: &mut Rest<'_>) -> Option<(String, Json)> {
    let name = (mark(rest)? == '"').then(|| text(rest))??;
    (mark(rest)? == ':').then(|| value(rest))?.map(|value| (name, value))
}

fn text(rest: &mut Rest<'_>) -> Option<String> {
    let mut out = String::new();
    loop {
        match rest.next()? {
            '"' => return Some(out),
            '\\' => out.push(escaped(rest)?),
            c => out.push(c),
        }
    }
}

/// Without pairs of surrogates, which nobody writes who writes UTF-8.
fn escaped(rest: &mut Rest<'_>) -> Option<char> {
    match rest.next()? {
        'n' => Some('\n'),
        't' => Some('\t'),
        'r' => Some('\r'),
        'b' => Some('\u{8}'),
        'f' => Some('\u{c}'),
        'u' => {
            let digits: String = rest.take(4).collect();
            u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)
        }
        c => Some(c),
    }
}

fn bare(rest: &mut Rest<'_>) -> Option<Json> {
    let mut word = String::new();
    while let Some(c) = rest.next_if(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.')) {
        word.push(c);
    }
    match word.as_str() {
        "null" | "true" | "false" => Some(Json::Word),
        number => number.parse().ok().map(Json::Number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_explain_writes_is_understood() {
        let json = r#" {"a":[1,{"b":"x\"\\\n\u00e9¦ "}],"n" : null,"e":[ ],"o":{}} "#;
        let json = Json::parse(json).unwrap();
        let list = json.get("a").and_then(Json::list).unwrap();
        assert_eq!(list[0].count(), Some(1));
        assert_eq!(list[1].get("b").and_then(Json::text), Some("x\"\\\né¦ "));
        assert_eq!(json.get("n"), Some(&Json::Word));
        assert_eq!((json.get("e"), json.get("o")), (Some(&Json::List(vec![])), Some(&Json::Object(vec![]))));
        assert_eq!(json.get("other"), None);
    }

    #[test]
    fn what_is_not_json_is_nothing() {
        for wrong in ["", "{", "[1", "[1 2]", "{\"a\" 1}", "{\"a\":}", "\"x", "nil", "{} {}", "[1,]"] {
            assert_eq!(Json::parse(wrong), None, "{wrong}");
        }
    }
}
