//! What is read figure by figure: telephone numbers, codes.

use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::phone as parse;
use crate::place::Place;
use crate::rule::Said;

use super::counters;
use super::numbers::figures as with_zero;

/// What is numbered by figures, before them in the clause.
const NAMES: &[&str] =
    &["번호", "코드", "암호", "전화", "연락처", "핀", "PIN", "비번", "자리는", "휴대폰", "팩스", "OTP"];

/// Numbers that are called in need, and services.
const CALLED: &[&str] = &["119", "112", "110", "111", "114", "117", "118", "120", "911", "1339"];
const CALLING: &[&str] = &["전화", "신고", "연락", "걸", "누르", "눌러", "부르", "불러"];

/// How far around a code what tells it may stand, in characters.
const FAR: usize = 10;
/// Longer runs of digits are no amounts.
const MOST: usize = 12;

/// Digits one by one, zero as on the telephone.
fn figures(digits: &str) -> String {
    with_zero(digits).replace('영', "공")
}

pub(super) fn phone(place: Place<'_>, _: &Customs) -> Option<Said> {
    let phone = parse::phone(place.rest()).filter(|phone| place.begins_word() && phone.is_possible())?;
    let first = phone.groups.first()?;
    let is_one = phone.plus
        || first.starts_with('0')
        || phone.groups.len() > 2
        || has_name(place)
        || (first.len() == 4
            && ["15", "16", "18"].iter().any(|area| first.starts_with(area))
            && phone.groups[1].len() == 4);
    let plus = if phone.plus { "플러스 " } else { "" };
    let words: Vec<_> = phone.groups.iter().map(|group| figures(group)).collect();
    is_one.then(|| Said::new(phone.length, format!("{plus}{}", words.join(", "))))
}

pub(super) fn code(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (code, length) = digits::run(place.rest())?;
    let following = &place.rest()[length..];
    let goes_on = following.starts_with(['.', ',', ':'])
        && following.chars().nth(1).is_some_and(|c| digits::value(c).is_some());
    let counted =
        counters::counter(following.trim_start()).is_some() || following.starts_with(['만', '억', '조']);
    let after_letter = place.previous().is_some_and(|c| c.is_ascii_alphabetic());
    let named =
        code.len() > 2 && (after_letter || (!counted && has_name(place)) || is_called(&code, following));
    let by_figures = (code.len() > 1 && code.starts_with('0')) || code.len() > MOST || named;
    (by_figures && !goes_on).then(|| Said::new(length, figures(&code)))
}

/// Days that are known by their figures: `3·1`.
pub(super) fn known_day(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let (month, length) = digits::small(text, 1..=12)?;
    let rest = text[length..].strip_prefix(['·', 'ㆍ', '‧'])?;
    let (day, more) = digits::small(rest, 1..=31)?;
    let words = with_zero(&month.to_string()) + &with_zero(&day.to_string());
    Some(Said::new(text.len() - rest.len() + more, words))
}

/// Whether what is numbered so stands a little before.
fn has_name(place: Place<'_>) -> bool {
    let before = place.clause_before(FAR);
    NAMES.iter().any(|name| before.contains(name))
}

/// Whether this is a number that is called, and somebody calls.
fn is_called(code: &str, following: &str) -> bool {
    let end = following.char_indices().nth(FAR).map_or(following.len(), |(at, _)| at);
    let near = following[..end].split(['.', ',', '!', '?']).next().unwrap_or_default();
    CALLED.contains(&code) && CALLING.iter().any(|word| near.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ko::CUSTOMS;

    fn read(rule: fn(Place<'_>, &Customs) -> Option<Said>, text: &str) -> Option<String> {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        rule(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn codes_have_a_name_or_a_zero() {
        assert_eq!(read(code, "비밀번호는 205이다").as_deref(), Some("이공오"));
        assert_eq!(read(code, "112에 신고").as_deref(), Some("일일이"));
        assert_eq!(read(code, "007").as_deref(), Some("공공칠"));
        for amount in ["112에 있다", "번호는 300개다", "0.5"] {
            assert_eq!(read(code, amount), None, "{amount}");
        }
    }

    #[test]
    fn known_days_are_read_by_figures() {
        assert_eq!(read(known_day, "4·19에").as_deref(), Some("사일구"));
        assert_eq!(read(known_day, "4.19"), None);
    }

    #[test]
    fn groups_are_kept_apart() {
        assert_eq!(read(phone, "02-555-0123로").as_deref(), Some("공이, 오오오, 공일이삼"));
        assert_eq!(read(phone, "1998-2005"), None);
    }
}
