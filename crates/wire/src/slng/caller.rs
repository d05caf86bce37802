//! Who calls: the key in any of its places, and what is said about routing, which is noted and not obeyed.

use speech::{KeyId, Refusal, RefusalKind};

use super::address::{Address, Family};
use crate::card::{Accept, Accepted};
use crate::head::Head;
use crate::offer::Offer;
use crate::protocol::Protocol;

/// How much of each note is kept, in characters: what the wire allows for its ids.
const NOTE_CHARACTERS: usize = 128;

/// What a note is called, the headers that may hold it, and the query's names for it. Headers win.
const NOTES: [(&str, &[&str], &[&str]); 4] = [
    ("region", &["x-region-override", "x-region"], &["region"]),
    ("world_part", &["x-world-part-override"], &["world-part"]),
    ("agent", &["x-slng-agent-id"], &[]),
    ("session", &["x-slng-session-id"], &[]),
];

/// A caller who may come in.
pub(super) struct Caller {
    /// What it asks to speak with.
    pub(super) address: Address,
    /// Under which key.
    pub(super) key: KeyId,
}

impl Caller {
    /// Lets a caller in, or says what to answer.
    ///
    /// # Errors
    /// [`RefusalKind::Unauthenticated`] for its key, [`RefusalKind::Unsupported`] for a path that names no model.
    pub(super) fn of(offer: &Offer, family: Family, head: &Head) -> Result<Self, Refusal> {
        let key = offer.keys.check(presented(head))?;
        let no_model = || Refusal::new(RefusalKind::Unsupported, NO_MODEL);
        Ok(Self { address: Address::of(family, head).ok_or_else(no_model)?, key })
    }
}

/// Speaks with a caller who is in; what it said about routing is noted.
pub(super) fn accept(head: &Head, protocol: impl Protocol + 'static) -> Accept {
    Accept::Stream(Accepted { notes: notes(head), ..Accepted::new(Box::new(protocol)) })
}

const NO_MODEL: &str = "no such model: a path names a provider and a model, such as soniox/tts-rt:v1";

/// The key, wherever it is. Clients that put it in two places put the same in both.
fn presented(head: &Head) -> Option<&str> {
    head.bearer().or(head.header("x-api-key")).or(head.query("token"))
}

/// `region=eu-north-1 agent=a1`: what was said of these, in this order.
fn notes(head: &Head) -> String {
    let said = NOTES.into_iter().filter_map(|(name, headers, queries)| {
        let of_headers = headers.iter().find_map(|header| head.header(header));
        let value = of_headers.or_else(|| queries.iter().find_map(|query| head.query(query)))?;
        Some(format!("{name}={}", printable(value)))
    });
    said.collect::<Vec<_>>().join(" ")
}

/// A note must not break a log's lines, nor look like two.
fn printable(value: &str) -> String {
    let shown = |c: char| if c.is_ascii_graphic() { c } else { '_' };
    value.trim().chars().take(NOTE_CHARACTERS).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn routing_is_noted_and_headers_win() {
        let headers = [
            ("x-region-override", "eu-north-1, us-east-1"),
            ("x-slng-agent-id", "a1\n"),
            ("x-slng-provider-key", "secret"),
            ("authorization", "Bearer secret"),
        ];
        let query = [("region", "ap-1"), ("world-part", "na\nfake=1"), ("token", "secret")];
        let head = Head { headers: pairs(&headers), query: pairs(&query), ..Head::default() };
        assert_eq!(notes(&head), "region=eu-north-1,_us-east-1 world_part=na_fake=1 agent=a1");
    }

    #[test]
    fn notes_are_bounded() {
        let long = "x".repeat(10_000);
        let names = ["x-region", "x-world-part-override", "x-slng-agent-id", "x-slng-session-id"];
        let head = Head { headers: pairs(&names.map(|name| (name, long.as_str()))), ..Head::default() };
        assert!(notes(&head).len() < 600, "{}", notes(&head).len());
    }

    #[test]
    fn a_key_may_be_in_three_places() {
        let of = |headers: &[(&str, &str)], query: &[(&str, &str)]| {
            let head = Head { headers: pairs(headers), query: pairs(query), ..Head::default() };
            presented(&head).map(str::to_owned)
        };
        assert_eq!(of(&[("authorization", "bearer k")], &[]).as_deref(), Some("k"));
        assert_eq!(of(&[("x-api-key", "k")], &[]).as_deref(), Some("k"));
        assert_eq!(of(&[], &[("token", "k")]).as_deref(), Some("k"));
        assert_eq!(of(&[], &[]), None);
    }
}
