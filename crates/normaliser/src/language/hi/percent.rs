//! Percent.

use crate::customs::Customs;
use crate::parse::number;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{amount, sign};

pub(super) fn percent(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::at(place, customs)?;
    let rest = &place.rest()[number.length..];
    let behind = rest.strip_prefix(' ').unwrap_or(rest).strip_prefix(['%', '％'])?;
    let length = place.rest().len() - behind.len();
    Some(Said::new(length, format!("{}{} प्रतिशत", sign(&number), amount(&number, customs))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    #[test]
    fn percent_comes_last() {
        let read = |text| percent(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("७%").as_deref(), Some("सात प्रतिशत"));
        assert_eq!(read("-1.5 %").as_deref(), Some("माइनस एक दशमलव पाँच प्रतिशत"));
        assert_eq!(read("7"), None);
    }
}
