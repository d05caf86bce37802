//! Which form of a counted word goes with a number: `тысяча`, `тысячи`, `тысяч`.
//!
//! Only what the number rules of these languages use: cardinal forms of whole numbers. The conditions are those of CLDR's
//! plural rules (`plurals.json`, version 47), where what is not `one` or `few` takes the form `other`.

/// The plural rules of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plurals {
    /// No rule of the language has forms to choose from.
    Unused,
    /// 0 and 1 are `one` (Portuguese of Brazil).
    OneToOne,
    /// Only 1 is `one` (Portuguese of Portugal).
    OnlyOne,
    /// 1 is `one`; what ends in 2, 3, 4, but not 12, 13, 14, is `few` (Polish).
    Polish,
    /// What ends in 1, but not 11, is `one`; `few` is as in Polish (Russian).
    Russian,
}

impl Plurals {
    fn category(self, count: u64) -> Category {
        match self {
            Self::OneToOne if count <= 1 => Category::One,
            Self::OnlyOne | Self::Polish if count == 1 => Category::One,
            Self::Russian if count % 10 == 1 && count % 100 != 11 => Category::One,
            Self::Polish | Self::Russian if is_few(count) => Category::Few,
            _ => Category::Other,
        }
    }
}

fn is_few(count: u64) -> bool {
    (2..=4).contains(&(count % 10)) && !(12..=14).contains(&(count % 100))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Category {
    One,
    Few,
    Other,
}

/// The forms of one word. A form that the rules do not give is as `other`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct PluralForms {
    one: Option<&'static str>,
    few: Option<&'static str>,
    other: &'static str,
}

impl PluralForms {
    /// Reads `one{…}few{…}other{…}`; `None` if it is anything else.
    pub(crate) fn read(text: &'static str) -> Option<Self> {
        let (mut one, mut few, mut other) = (None, None, None);
        let mut rest = text;
        while !rest.is_empty() {
            let (name, after) = rest.split_once('{')?;
            let (form, after) = after.split_once('}')?;
            match name {
                "one" => one = Some(form),
                "few" => few = Some(form),
                "other" => other = Some(form),
                _ => return None,
            }
            rest = after;
        }
        Some(Self { one, few, other: other? })
    }

    /// The form that goes with `count`.
    pub(crate) fn form(&self, plurals: Plurals, count: u64) -> &'static str {
        match plurals.category(count) {
            Category::One => self.one.unwrap_or(self.other),
            Category::Few => self.few.unwrap_or(self.other),
            Category::Other => self.other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(plurals: Plurals, counts: &[u64]) -> String {
        let word = PluralForms::read("one{o}few{f}other{x}").unwrap();
        counts.iter().map(|&count| word.form(plurals, count)).collect()
    }

    #[test]
    fn each_language_counts_in_its_own_way() {
        let counts = [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 111, 112, 121, 122];
        assert_eq!(forms(Plurals::Russian, &counts), "xoffxxxxofxxxof");
        assert_eq!(forms(Plurals::Polish, &counts), "xoffxxxxxfxxxxf");
        assert_eq!(forms(Plurals::OneToOne, &counts), "ooxxxxxxxxxxxxx");
        assert_eq!(forms(Plurals::OnlyOne, &counts), "xoxxxxxxxxxxxxx");
        assert_eq!(forms(Plurals::Unused, &counts), "xxxxxxxxxxxxxxx");
    }

    #[test]
    fn a_form_that_is_not_given_is_as_other() {
        let word = PluralForms::read("few{tysiące}other{tysięcy}").unwrap();
        assert_eq!(word.form(Plurals::Polish, 1), "tysięcy");
        assert_eq!(word.form(Plurals::Polish, 3), "tysiące");
    }

    #[test]
    fn forms_without_other_or_with_an_unknown_name_are_refused() {
        assert_eq!(PluralForms::read("one{a}"), None);
        assert_eq!(PluralForms::read("other{a}many{b}"), None);
        assert_eq!(PluralForms::read("other{a"), None);
    }
}
