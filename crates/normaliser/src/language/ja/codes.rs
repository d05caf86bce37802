//! What is read figure by figure: telephone numbers, postcodes, codes.

use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::phone::{self as parse, Phone};
use crate::place::Place;
use crate::rule::Said;

use super::numbers::figures;

/// What is numbered by figures, before them in the clause.
const NAMES: &[&str] = &[
    "暗証番号",
    "認証番号",
    "認証コード",
    "確認コード",
    "コード",
    "電話番号",
    "口座番号",
    "会員番号",
    "予約番号",
    "受付番号",
    "郵便番号",
    "学籍番号",
    "社員番号",
    "製造番号",
    "追跡番号",
    "注文番号",
    "パスワード",
    "暗号",
    "PIN",
    "桁は",
    "桁が",
    "電話は",
    "電話：",
    "TEL",
    "携帯",
    "カード番号",
    "番号は",
    "番号が",
];

/// What is counted or has a place in an order instead.
const COUNTED: &[&str] =
    &["番", "号", "人", "円", "個", "件", "本", "回", "台", "名", "点", "年", "月", "日", "枚", "万", "億"];

/// How far before a code its name may stand, in characters.
const FAR: usize = 10;
/// Longer runs of digits are no amounts.
const MOST: usize = 12;

pub(super) fn phone(place: Place<'_>, _: &Customs) -> Option<Said> {
    let phone = parse::phone(place.rest()).filter(|phone| place.begins_word() && is_grouped(phone))?;
    let first = phone.groups.first()?;
    let is_one = phone.plus || first.starts_with('0') || phone.groups.len() > 2 || has_name(place);
    let plus = if phone.plus { "プラス" } else { "" };
    let words: Vec<_> = phone.groups.iter().map(|group| figures(group)).collect();
    is_one.then(|| Said::new(phone.length, format!("{plus}{}", words.join("、"))))
}

/// `〒100-0001`.
pub(super) fn postcode(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    let rest = text.strip_prefix('〒')?.trim_start_matches(' ');
    let (area, length) = digits::run(rest).filter(|(digits, _)| digits.len() == 3)?;
    let behind = rest[length..].strip_prefix(['-', '－', '‐', '−'])?;
    let (town, more) = digits::run(behind).filter(|(digits, _)| digits.len() == 4)?;
    let words = format!("郵便番号{}の{}", figures(&area), figures(&town));
    Some(Said::new(text.len() - behind.len() + more, words))
}

/// Whether it could be a telephone number at all.
fn is_grouped(phone: &Phone) -> bool {
    let grouped = phone.groups.len() > 1 && !matches!(phone.mark, Some('.' | '/'));
    (grouped || phone.plus) && (7..=15).contains(&phone.digits())
}

pub(super) fn code(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (code, length) = digits::run(place.rest())?;
    let following = &place.rest()[length..];
    let goes_on = following.starts_with(['.', ',', '，', '．', ':'])
        && following.chars().nth(1).is_some_and(|c| digits::value(c).is_some());
    let counted = COUNTED.iter().any(|word| following.starts_with(word));
    let named = code.len() > 2
        && !counted
        && (has_name(place) || place.previous().is_some_and(|c| c.is_ascii_alphabetic()));
    let by_figures = (code.len() > 2 && code.starts_with('0')) || code.len() > MOST || named;
    (by_figures && !goes_on).then(|| Said::new(length, figures(&code)))
}

/// Whether what is numbered so stands a little before.
fn has_name(place: Place<'_>) -> bool {
    let before = place.clause_before(FAR);
    NAMES.iter().any(|name| before.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ja::CUSTOMS;

    fn read(rule: fn(Place<'_>, &Customs) -> Option<Said>, text: &str) -> Option<String> {
        let at = text.find(|c: char| c.is_ascii_digit() || c == '〒').unwrap();
        rule(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn codes_have_a_name_or_a_zero() {
        assert_eq!(read(code, "認証コードは562").as_deref(), Some("五六二"));
        assert_eq!(read(code, "007").as_deref(), Some("ゼロゼロ七"));
        assert_eq!((read(code, "119番"), read(code, "300"), read(code, "0.5")), (None, None, None));
    }

    #[test]
    fn groups_are_kept_apart() {
        assert_eq!(read(phone, "電話は03-5550-0123").as_deref(), Some("ゼロ三、五五五ゼロ、ゼロ一二三"));
        assert_eq!(read(phone, "1998-2005"), None);
        assert_eq!(read(postcode, "〒150-0002").as_deref(), Some("郵便番号一五ゼロのゼロゼロゼロ二"));
    }
}
