//! The attributes of one complete tag.

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

/// The most attributes of one tag.
const MOST: usize = 16;

/// Names, in small letters and without what stands before a colon, and values.
pub(crate) struct Attributes(Vec<(String, String)>);

impl Attributes {
    /// Of a tag's `content`, of which the first `name` bytes are its name; `None` if they are not well-formed.
    pub(crate) fn read(content: &str, name: usize) -> Option<Self> {
        let tag = BytesStart::from_content(content, name);
        let mut all = Vec::new();
        for attribute in tag.attributes() {
            let attribute = attribute.ok()?;
            if all.len() == MOST {
                return None;
            }
            let name = attribute.key.local_name().as_ref().to_ascii_lowercase();
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            all.push((name, value.trim().to_owned()));
        }
        Some(Self(all))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(content: &str) -> Option<String> {
        Attributes::read(content, 3)?.get("alias").map(str::to_owned)
    }

    #[test]
    fn values_are_characters_and_nothing_expands() {
        assert_eq!(value("sub alias=\"A &amp; B\"").as_deref(), Some("A & B"));
        assert_eq!(value("sub ALIAS='&#65;'").as_deref(), Some("A"));
        assert_eq!(value("sub alias=\"&lol;\""), None);
        assert_eq!(value("sub alias=x"), None);
        assert_eq!(value("sub alias"), None);
    }
}
