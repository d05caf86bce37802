//! Who may use the server, and how much was spoken for whom.

use std::sync::atomic::{AtomicU64, Ordering};

use speech::{KeyId, Refusal, RefusalKind};
use subtle::ConstantTimeEq;
use wire::Keys;

use crate::config::NamedKey;

/// The configured keys, kept as hashes. Without any, everyone comes in under key 0.
pub struct KeyRing {
    entries: Vec<Entry>,
    /// Of those who came in without a key.
    anonymous: AtomicU64,
}

struct Entry {
    name: String,
    hash: [u8; blake3::OUT_LEN],
    characters: AtomicU64,
}

impl KeyRing {
    /// Hashes the keys and forgets them.
    #[must_use]
    pub fn new(keys: &[NamedKey]) -> Self {
        let entry = |key: &NamedKey| Entry {
            name: key.name.clone(),
            hash: hash(&key.secret),
            characters: AtomicU64::new(0),
        };
        Self { entries: keys.iter().map(entry).collect(), anonymous: AtomicU64::new(0) }
    }

    /// Adds to what was spoken under a key.
    pub fn count_characters(&self, key: KeyId, characters: u64) {
        self.counter(key).fetch_add(characters, Ordering::Relaxed);
    }

    /// What the operator calls a key; for logs.
    #[must_use]
    pub fn name(&self, key: KeyId) -> &str {
        self.entry(key).map_or("anonymous", |entry| &entry.name)
    }

    fn entry(&self, key: KeyId) -> Option<&Entry> {
        self.entries.get(usize::try_from(key.0).ok()?)
    }

    fn counter(&self, key: KeyId) -> &AtomicU64 {
        self.entry(key).map_or(&self.anonymous, |entry| &entry.characters)
    }
}

fn hash(secret: &str) -> [u8; blake3::OUT_LEN] {
    *blake3::hash(secret.as_bytes()).as_bytes()
}

impl Keys for KeyRing {
    fn check(&self, presented: Option<&str>) -> Result<KeyId, Refusal> {
        if self.entries.is_empty() {
            return Ok(KeyId(0));
        }
        let presented =
            presented.ok_or_else(|| Refusal::new(RefusalKind::Unauthenticated, "an API key is required"))?;
        let presented = hash(presented);
        // Looks at all of them, whether found or not: how long it takes tells nothing.
        let found = self.entries.iter().enumerate().fold(None, |found, (at, entry)| {
            if bool::from(entry.hash.ct_eq(&presented)) { Some(at) } else { found }
        });
        found
            .map(|at| KeyId(at as u64))
            .ok_or_else(|| Refusal::new(RefusalKind::Unauthenticated, "Invalid API key"))
    }

    fn characters_spoken(&self, key: KeyId) -> u64 {
        self.counter(key).load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(secrets: &[&str]) -> KeyRing {
        let named = |secret: &&str| NamedKey { name: format!("{secret}'s"), secret: (*secret).to_owned() };
        KeyRing::new(&secrets.iter().map(named).collect::<Vec<_>>())
    }

    #[test]
    fn only_a_configured_key_opens() {
        let ring = ring(&["one", "two"]);
        assert_eq!(ring.check(Some("two")), Ok(KeyId(1)));
        assert_eq!(ring.check(Some("three")).unwrap_err().kind, RefusalKind::Unauthenticated);
        assert_eq!(ring.check(None).unwrap_err().kind, RefusalKind::Unauthenticated);
        assert!(!ring.check(Some("three")).unwrap_err().message.contains("three"));
    }

    #[test]
    fn without_keys_everyone_may() {
        assert_eq!(ring(&[]).check(None), Ok(KeyId(0)));
        assert_eq!(ring(&[]).check(Some("whatever")), Ok(KeyId(0)));
    }

    #[test]
    fn characters_are_counted_per_key() {
        let ring = ring(&["one", "two"]);
        ring.count_characters(KeyId(1), 5);
        ring.count_characters(KeyId(1), 6);
        assert_eq!((ring.characters_spoken(KeyId(0)), ring.characters_spoken(KeyId(1))), (0, 11));
        assert_eq!(ring.name(KeyId(1)), "two's");
    }
}
