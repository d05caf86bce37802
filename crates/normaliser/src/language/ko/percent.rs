//! Percent.

use crate::customs::Customs;
use crate::parse::number;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{amount, sign};

const SIGNS: &[(&str, &str)] =
    &[("%p", "퍼센트포인트"), ("%P", "퍼센트포인트"), ("%", "퍼센트"), ("％", "퍼센트"), ("‰", "퍼밀")];

pub(super) fn percent(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::at(place, customs)?;
    let rest = &place.rest()[number.length..];
    let bare = rest.strip_prefix(' ').unwrap_or(rest);
    let (mark, name) = SIGNS.iter().find(|(mark, _)| bare.starts_with(*mark))?;
    let length = place.rest().len() - bare.len() + mark.len();
    Some(Said::new(length, format!("{}{} {name}", sign(&number), amount(&number, customs))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ko::CUSTOMS;

    #[test]
    fn percent_comes_last() {
        let read = |text| percent(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("7%의").as_deref(), Some("칠 퍼센트"));
        assert_eq!(read("-1.5%").as_deref(), Some("마이너스 일 점 오 퍼센트"));
        assert_eq!(read("0.5%p").as_deref(), Some("영 점 오 퍼센트포인트"));
        assert_eq!(read("7"), None);
    }
}
