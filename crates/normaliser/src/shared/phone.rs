//! Telephone, card and account numbers: digit by digit, with a breath between the groups.

use crate::customs::Customs;
use crate::parse::phone;
use crate::place::Place;
use crate::rule::Said;
use crate::shared::spell;

/// Marks that make of the digits behind them the rest of a number, or money.
const JOINING: &[char] = &['.', ',', '-', '/', ':', '$', '€', '£'];

/// A telephone number that can be nothing else.
pub(crate) fn phone(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let phone = phone::phone(place.rest()).filter(|phone| phone.is_sure() && place.begins_free(JOINING))?;
    let plus = if phone.plus { customs.mark('+').unwrap_or_default() } else { "" };
    Some(Said::new(phone.length, spell::join([plus, &groups(&phone.groups, customs)])))
}

/// A card's number: four groups of four, or four, six and five.
pub(crate) fn card(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let phone = phone::phone(place.rest()).filter(|phone| !phone.plus && place.begins_free(JOINING))?;
    let shape = phone.shape();
    let fits = matches!(shape[..], [4, 4, 4, 4] | [4, 4, 4, 4, 3] | [4, 6, 5])
        && matches!(phone.mark, Some(' ' | '-' | '\u{A0}'));
    fits.then(|| Said::new(phone.length, groups(&phone.groups, customs)))
}

/// An account by its international number: two letters, two digits, and groups of four (ISO 13616).
pub(crate) fn account(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let belongs = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == ' ';
    let all = rest[..rest.find(|c| !belongs(c)).unwrap_or(rest.len())].trim_end();
    let bytes = all.as_bytes();
    let begins = bytes.len() > 4
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit);
    let count = bytes.iter().filter(|byte| **byte != b' ').count();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    if !begins
        || !(15..=34).contains(&count)
        || digits * 2 < count
        || !place.begins_word()
        || !place.may_end(all.len())
    {
        return None;
    }
    let groups: Vec<String> = all.split(' ').map(|group| spell::characters(group, customs)).collect();
    Some(Said::new(all.len(), groups.join(", ")))
}

/// The digits of each group one by one.
pub(crate) fn groups(groups: &[String], customs: &Customs) -> String {
    groups.iter().map(|group| spell::one_by_one(group, customs)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::samples::COMMA_GROUPS;

    #[test]
    fn groups_are_heard() {
        let customs = Customs { marks: &[('+', "plus")], ..COMMA_GROUPS };
        let at = |text: &'static str| Place::new(text, 0, text.len());
        assert_eq!(
            phone(at("+44 20 7946"), &customs).unwrap().words,
            "plus four four, two zero, seven nine four six"
        );
        assert_eq!(phone(at("12 000 000"), &customs), None);
        assert!(card(at("4111 1111 1111 1111."), &customs).is_some_and(|said| said.length == 19));
        assert_eq!(account(at("DE02 1203 0000 0000 2020 51,"), &customs).map(|said| said.length), Some(27));
        assert_eq!(account(at("US 2024 IS HERE"), &customs), None);
    }
}
