//! E-mail and web addresses: words, and the marks between them by name.

use crate::customs::Customs;
use crate::parse::web;
use crate::place::Place;
use crate::rule::Said;
use crate::shared::pieces::{self, Role};
use crate::shared::spell;

/// Marks that make of what follows them the rest of an address or name.
const JOINING: &[char] = &['@', '_', '-', '.', '/', '\\', '$'];

/// `jane.doe@example.com`.
pub(crate) fn email(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (local, length) = web::email(rest).filter(|_| place.begins_free(JOINING))?;
    let parts = [
        pieces::say(&rest[..local], Role::Inner, customs),
        customs.mark('@')?.to_owned(),
        pieces::say(&rest[local + 1..length], Role::Ending, customs),
    ];
    Some(Said::new(length, spell::join(parts)))
}

/// `https://www.example.com:8080/docs?page=7`; how it is fetched is not said.
pub(crate) fn url(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let web::Url { host, end, length } = web::url(rest).filter(|_| place.begins_free(JOINING))?;
    let name = &rest[host..end];
    let bare = name.strip_prefix("www.");
    let web = bare
        .map(|_| spell::join([&spell::characters("www", customs), customs.mark('.').unwrap_or_default()]));
    let parts = [
        web.unwrap_or_default(),
        pieces::say(bare.unwrap_or(name), Role::Ending, customs),
        pieces::say(rest[end..length].trim_end_matches('/'), Role::Inner, customs),
    ];
    customs.mark('.')?;
    Some(Said::new(length, spell::join(parts)))
}

/// An address in angle brackets, which are not said: `<ann@example.com>`.
pub(crate) fn bracketed(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest().strip_prefix('<')?;
    let inner = Place::new(rest, 0, rest.len());
    let said = email(inner, customs).or_else(|| url(inner, customs))?;
    let closed = rest[said.length..].starts_with('>');
    closed.then(|| Said::new(said.length + 2, said.words))
}
