//! Numbers in a text, with and without what they count.

use crate::counters::{COUNTERS, Change, together};
use crate::numerals::{MOST_CHARACTERS, begins_number, is_numeral, read};

/// One way to read a number at some place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counted {
    /// In characters.
    pub(crate) length: usize,
    pub(crate) kana: String,
    /// What it counts is in it.
    pub(crate) has_counter: bool,
}

/// How the number that begins at `at` may be read, if one does: alone, and with each counter that may follow it.
pub(crate) fn counted(text: &[char], at: usize) -> Vec<Counted> {
    let inside = text[..at].iter().rev().take_while(|before| begins_number(**before)).count();
    let rest = &text[at..];
    if inside % MOST_CHARACTERS != 0 || !rest.first().is_some_and(|first| begins_number(*first)) {
        return Vec::new();
    }
    let others = rest.iter().skip(1).take(MOST_CHARACTERS - 1);
    let length = 1 + others.take_while(|character| is_numeral(**character)).count();
    let (written, behind) = rest.split_at(length);
    let numeral = read(written);
    let with = |counter: &(&str, &str, Change)| Counted {
        length: length + counter.0.chars().count(),
        kana: together(written, &numeral, *counter),
        has_counter: true,
    };
    let fitting = COUNTERS.iter().filter(|(counted, ..)| begins(behind, counted));
    let mut all: Vec<_> = match special(text, at, length) {
        Some(special) => vec![special],
        None => fitting.map(with).collect(),
    };
    // How many and some are numbers before others only.
    if is_numeral(rest[length - 1]) {
        all.push(Counted { length, kana: numeral.kana(), has_counter: false });
    }
    all
}

/// What depends on more than the number and what it counts.
fn special(text: &[char], at: usize, length: usize) -> Option<Counted> {
    let (before, behind) = (&text[..at], &text[at + length..]);
    let number = &text[at..at + length];
    let own = |kana: String| Some(Counted { length: length + 1, kana, has_counter: true });
    match behind.first()? {
        // The first of a month, and not one day.
        '日' if number == ['一'] && before.ends_with(&['月']) => own("ツイタチ".to_owned()),
        // A third, and not three minutes.
        '分' if behind.get(1) == Some(&'の') && behind.get(2).is_some_and(|next| is_numeral(*next)) => {
            own(format!("{}ブン", read(number).kana()))
        }
        // A hundredth, behind tenths.
        '分' if before.ends_with(&['割']) => own(format!("{}ブ", read(number).kana())),
        _ => None,
    }
}

fn begins(text: &[char], with: &str) -> bool {
    with.chars().enumerate().all(|(index, character)| text.get(index) == Some(&character))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The reading with the longest counter, the special one if there is one.
    fn said(text: &str) -> String {
        let text: Vec<_> = text.chars().collect();
        let all = counted(&text, 0);
        all.into_iter().max_by_key(|counted| counted.length).map(|counted| counted.kana).unwrap_or_default()
    }

    #[test]
    fn what_is_counted_changes_with_the_number() {
        for (written, kana) in [
            ("一分", "イップン"),
            ("三分", "サンプン"),
            ("十分", "ジュップン"),
            ("四時", "ヨジ"),
            ("七時半", "シチジハン"),
            ("九時", "クジ"),
            ("四月", "シガツ"),
            ("二十日", "ハツカ"),
            ("十四日", "ジューヨッカ"),
            ("一人", "ヒトリ"),
            ("四人", "ヨニン"),
            ("十四人", "ジューヨニン"),
            ("一本", "イッポン"),
            ("三本", "サンボン"),
            ("千本", "センボン"),
            ("三階", "サンガイ"),
            ("六回", "ロッカイ"),
            ("八歳", "ハッサイ"),
            ("二十歳", "ハタチ"),
            ("百匹", "ヒャッピキ"),
            ("三匹", "サンビキ"),
            ("千二百円", "センニヒャクエン"),
            ("二十パーセント", "ニジュッパーセント"),
            ("六か月", "ロッカゲツ"),
            ("三分の一", "サンブン"),
            ("数十人", "スージューニン"),
            ("何百本", "ナンビャッポン"),
            ("何本", "ナンボン"),
            ("何分", "ナンプン"),
            ("数日", "スージツ"),
        ] {
            assert_eq!(said(written), kana, "{written}");
        }
    }

    #[test]
    fn the_first_of_a_month_is_not_one_day() {
        let text: Vec<_> = "三月一日".chars().collect();
        assert!(counted(&text, 2).iter().any(|counted| counted.kana == "ツイタチ"));
        assert_eq!(counted(&text, 1), []);
    }
}
