//! Percent, with its sign on either side.

use crate::customs::Customs;
use crate::parse::number;
use crate::place::Place;
use crate::rule::Said;

use super::grammar::Agreement;
use super::numbers::{amount, sign};

const SIGNS: [char; 3] = ['%', '٪', '％'];

pub(super) fn percent(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let (number, length) = match text.strip_prefix(SIGNS) {
        Some(rest) => {
            let number = number::unsigned(rest, customs).filter(|_| place.begins_word())?;
            let length = text.len() - rest.len() + number.length;
            (number, length)
        }
        None => {
            let number = number::at(place, customs)?;
            let behind = &text[number.length..];
            let rest = behind.strip_prefix(' ').unwrap_or(behind).strip_prefix(SIGNS)?;
            (number, text.len() - rest.len())
        }
    };
    let agreement = Agreement { case: Agreement::of(0, place, length).case, ..Agreement::ALONE };
    Some(Said::new(length, format!("{}{} بالمئة", sign(&number), amount(&number, agreement))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ar::CUSTOMS;

    #[test]
    fn the_sign_stands_on_either_side() {
        let read =
            |text: &str| percent(Place::new(text, "من ".len(), text.len()), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("من 30%").as_deref(), Some("ثلاثين بالمئة"));
        assert_eq!(read("من %30").as_deref(), Some("ثلاثين بالمئة"));
        assert_eq!(read("من ٢٫٥٪").as_deref(), Some("اثنين فاصلة خمسة بالمئة"));
        assert_eq!(read("من 30"), None);
    }
}
