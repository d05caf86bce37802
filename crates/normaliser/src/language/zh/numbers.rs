//! Numbers and how they are put together: 零, 万 and 亿, and the two words for two.

use crate::customs::Customs;
use crate::parse::number::{self, Number};
use crate::place::Place;
use crate::rule::Said;

use super::counters;

const FIGURES: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const WITHIN: [(u64, &str); 4] = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];
const GROUPS: [(u64, &str); 4] = [(1_000_000_000_000, "兆"), (100_000_000, "亿"), (10_000, "万"), (1, "")];

/// Which word two is, where it stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Two {
    /// In figures, ordinals and names: 二.
    Numbers,
    /// Before what is counted: 两.
    Counts,
}

impl Two {
    /// What it is before `following`.
    pub(super) fn before(following: &str) -> Self {
        if counters::counts(following) { Self::Counts } else { Self::Numbers }
    }
}

/// The words of a whole number. At its beginning 200, 2000 and 2万 have 两, as people say.
pub(super) fn cardinal(number: u64, two: Two) -> String {
    match number {
        0 => return FIGURES[0].into(),
        2 if two == Two::Counts => return "两".into(),
        _ => {}
    }
    let mut words = Words::default();
    for (size, name) in GROUPS {
        let group = if size == GROUPS[0].0 { number / size } else { number / size % 10_000 };
        words.zero_is_due |= !words.text.is_empty() && group < 1000;
        if group > 0 {
            words.add(group, size);
            words.text.push_str(name);
            words.zero_is_due = false;
        }
    }
    words.text
}

/// A number on the way.
#[derive(Debug, Default)]
struct Words {
    text: String,
    /// Whether something was left out before what comes next.
    zero_is_due: bool,
}

impl Words {
    /// Adds a number below ten thousand that stands for so many times `size`.
    fn add(&mut self, group: u64, size: u64) {
        for (place, unit) in WITHIN {
            let digit = group / place % 10;
            if digit == 0 {
                self.zero_is_due |= group >= place;
                continue;
            }
            if std::mem::take(&mut self.zero_is_due) && !self.text.is_empty() {
                self.text.push_str(FIGURES[0]);
            }
            match digit {
                1 if self.text.is_empty() && place == 10 => {}
                2 if self.text.is_empty() && place != 10 && place * size > 10 => self.text.push('两'),
                _ => self.text.push_str(FIGURES[digit as usize]),
            }
            self.text.push_str(unit);
        }
    }
}

/// Digits one by one.
pub(super) fn figures(digits: &str) -> String {
    digits.bytes().filter_map(|digit| FIGURES.get(usize::from(digit.wrapping_sub(b'0')))).copied().collect()
}

/// The words of a number without its sign.
pub(super) fn amount(number: &Number, two: Two) -> String {
    let two = if number.fraction.is_some() { Two::Numbers } else { two };
    let whole = number.value().map_or_else(|| figures(&number.whole), |value| cardinal(value, two));
    match &number.fraction {
        Some(fraction) => format!("{whole}点{}", figures(fraction)),
        None => whole,
    }
}

/// The same without the zeroes at the end of a fraction, which nobody says of money.
pub(super) fn amount_of_money(number: &Number, two: Two) -> String {
    let fraction = number.fraction.as_deref().map(|digits| digits.trim_end_matches('0'));
    let fraction = fraction.filter(|digits| !digits.is_empty()).map(str::to_owned);
    amount(&Number { fraction, ..number.clone() }, two)
}

pub(super) fn number(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::at(place, customs)?;
    let following = &place.rest()[number.length..];
    let words = match place.previous() {
        Some('第') => amount(&number, Two::Numbers).replacen('两', "二", 1),
        _ if is_money(following) => amount_of_money(&number, Two::before(following)),
        _ => amount(&number, Two::before(following)),
    };
    let sign = match number.negative {
        true if following.trim_start().starts_with(['度', '摄', '攝']) => "零下",
        true => "负",
        false => "",
    };
    Some(Said::new(number.length, format!("{sign}{words}")))
}

fn is_money(following: &str) -> bool {
    ["元", "块", "塊", "美元", "欧元", "英镑", "港元"].iter().any(|word| following.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::zh::CUSTOMS;

    #[test]
    fn zeroes_stand_for_what_is_left_out() {
        let words = |number| cardinal(number, Two::Numbers);
        assert_eq!(words(10), "十");
        assert_eq!(words(110), "一百一十");
        assert_eq!(words(1_002), "一千零二");
        assert_eq!(words(30_040), "三万零四十");
        assert_eq!(words(100_500_000), "一亿零五十万");
        assert_eq!(words(100_000_007), "一亿零七");
        assert_eq!(words(1_200_500), "一百二十万零五百");
        assert_eq!(words(0), "零");
    }

    #[test]
    fn two_has_two_words() {
        assert_eq!((cardinal(2, Two::Counts), cardinal(2, Two::Numbers)), ("两".into(), "二".into()));
        assert_eq!(cardinal(22, Two::Counts), "二十二");
        assert_eq!(cardinal(2_222, Two::Numbers), "两千二百二十二");
        assert_eq!(cardinal(20_000, Two::Numbers), "两万");
        assert_eq!(cardinal(200_000, Two::Numbers), "二十万");
    }

    fn read(text: &str) -> String {
        let at = text.find(|c: char| c.is_ascii_digit() || c == '-').unwrap();
        number(Place::new(text, at, text.len()), &CUSTOMS).unwrap().words
    }

    #[test]
    fn what_follows_tells_how_a_number_is_said() {
        assert_eq!(read("我有2只猫"), "两");
        assert_eq!((read("第2只猫"), read("第200只")), ("二".into(), "二百".into()));
        assert_eq!(read("零钱3.50元"), "三点五");
        assert_eq!(read("是-8度"), "零下八");
        assert_eq!(read("是-8"), "负八");
    }
}
