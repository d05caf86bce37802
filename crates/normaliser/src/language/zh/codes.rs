//! What is read figure by figure: telephone numbers, codes, rooms, lines.

use crate::customs::Customs;
use crate::parse::digits;
use crate::parse::phone as parse;
use crate::place::Place;
use crate::rule::Said;

use super::counters;
use super::numbers::figures;

/// What is numbered by figures, before them in the clause.
const NAMES: &[&str] = &[
    "验证码",
    "驗證碼",
    "密码",
    "密碼",
    "口令",
    "尾号",
    "尾號",
    "卡号",
    "卡號",
    "账号",
    "帳號",
    "帐号",
    "编号",
    "編號",
    "号码",
    "號碼",
    "邮编",
    "郵編",
    "邮政编码",
    "区号",
    "工号",
    "学号",
    "单号",
    "订单号",
    "车牌",
    "代码",
    "代碼",
    "编码",
    "识别码",
    "激活码",
    "提货码",
    "取件码",
    "热线",
    "熱線",
    "电话",
    "電話",
    "手机",
    "手機",
    "拨打",
    "撥打",
    "致电",
    "传真",
    "房号",
    "航班",
    "车次",
    "PIN",
    "QQ",
];

/// What is numbered by figures, behind three of them or more.
const PLACES: &[&str] = &[
    "房间",
    "房間",
    "号房",
    "號房",
    "室",
    "号室",
    "病房",
    "教室",
    "会议室",
    "包厢",
    "包间",
    "路",
    "国道",
    "國道",
    "省道",
    "航班",
    "次列车",
    "次航班",
];

/// Numbers that are called in need, and services.
const CALLED: &[&str] = &["110", "119", "120", "122", "114", "911", "999", "995"];

/// How far before a code its name may stand, in characters.
const FAR: usize = 10;
/// Longer runs of digits are no amounts.
const MOST: usize = 10;

pub(super) fn phone(place: Place<'_>, _: &Customs) -> Option<Said> {
    let phone = parse::phone(place.rest()).filter(parse::Phone::is_possible)?;
    let first = phone.groups.first()?;
    let is_one = phone.plus
        || first.starts_with('0')
        || phone.groups.len() > 2
        || matches!(first.as_str(), "400" | "800")
        || has_name(place);
    let no_letter = !place.previous().is_some_and(|c| c.is_ascii_alphanumeric());
    let plus = if phone.plus { "加" } else { "" };
    let words: Vec<_> = phone.groups.iter().map(|group| figures(group)).collect();
    (is_one && no_letter).then(|| Said::new(phone.length, format!("{plus}{}", words.join("，"))))
}

pub(super) fn code(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (code, length) = digits::run(place.rest())?;
    let following = &place.rest()[length..];
    let goes_on = following.starts_with(['.', ',', ':'])
        && following.chars().nth(1).is_some_and(|c| digits::value(c).is_some());
    let by_figures = (code.len() > 1 && code.starts_with('0'))
        || code.len() > MOST
        || (code.len() > 2 && is_named(place, &code, following));
    (by_figures && !goes_on).then(|| Said::new(length, figures(&code)))
}

fn is_named(place: Place<'_>, code: &str, following: &str) -> bool {
    let after_letter = place.previous().is_some_and(|c| c.is_ascii_alphabetic());
    after_letter
        || PLACES.iter().any(|word| following.starts_with(word))
        || (!counters::counts(following) && (has_name(place) || is_called(place, code, following)))
}

/// Whether what is numbered so stands a little before.
fn has_name(place: Place<'_>) -> bool {
    let before = place.clause_before(FAR);
    let directly = before.trim_end_matches([' ', ':', '：', '是', '为', '為']);
    directly.ends_with(['号', '號', '码', '碼']) || NAMES.iter().any(|name| before.contains(name))
}

fn is_called(place: Place<'_>, code: &str, following: &str) -> bool {
    let service = code.len() == 5 && code.starts_with(['1', '9']);
    let is_number = CALLED.contains(&code) || service;
    let before = place.clause_before(3);
    is_number
        && (before.ends_with(['打', '拨', '撥', '叫'])
            || ["急救", "报警", "热线", "电话"].iter().any(|word| following.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::zh::CUSTOMS;

    fn read(rule: fn(Place<'_>, &Customs) -> Option<Said>, text: &str) -> Option<String> {
        let at = text.find(|c: char| c.is_ascii_digit() || c == '+').unwrap();
        rule(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn names_and_places_ask_for_figures() {
        assert_eq!(read(code, "密码是123").as_deref(), Some("一二三"));
        assert_eq!(read(code, "住在318室").as_deref(), Some("三一八"));
        assert_eq!(read(code, "打120").as_deref(), Some("一二零"));
        assert_eq!(read(code, "007").as_deref(), Some("零零七"));
        for amount in ["打120分", "300人", "100", "0.5"] {
            assert_eq!(read(code, amount), None, "{amount}");
        }
    }

    #[test]
    fn telephone_numbers_keep_their_groups() {
        assert_eq!(read(phone, "+86 138").as_deref(), None);
        assert_eq!(read(phone, "拨021-5555-0123").as_deref(), Some("零二一，五五五五，零一二三"));
        assert_eq!(read(phone, "1998-2005"), None);
    }
}
