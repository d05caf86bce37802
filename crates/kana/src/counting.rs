//! Numbers in a text, with and without what they count.

use crate::counters::{COUNTERS, Counter, together};
use crate::numerals::{MOST_CHARACTERS, is_numeral, is_place, read};
use crate::script::Script;

/// One way to read a number at some place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Counted {
    /// In characters.
    pub(crate) length: usize,
    pub(crate) kana: String,
    pub(crate) counts: Counts,
}

/// Whether what a number counts is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counts {
    With,
    /// It stands behind it.
    Apart,
    /// Nothing known stands behind it.
    Nothing,
}

/// How the number that begins at `at` may be read, if one does: alone, and with each counter that may follow it.
/// `is_figure` says of a place whether a number that begins there was written in figures.
pub(crate) fn counted(text: &[char], at: usize, is_figure: &dyn Fn(usize) -> bool) -> Vec<Counted> {
    let Some(length) = length(text, at, is_figure) else { return Vec::new() };
    let (written, behind) = text[at..].split_at(length);
    let numeral = read(written);
    let with = |counter: &Counter| {
        let kana = together(written, &numeral, *counter)?;
        Some(Counted { length: length + counter.0.chars().count(), kana, counts: Counts::With })
    };
    let fitting = COUNTERS.iter().filter(|(counted, ..)| begins(behind, counted));
    let mut all: Vec<_> = match special(text, at, length) {
        Some(special) => vec![special],
        None => fitting.filter_map(with).collect(),
    };
    // How many and some are numbers before others only.
    if is_numeral(text[at + length - 1]) {
        let counts = if all.is_empty() { Counts::Nothing } else { Counts::Apart };
        all.push(Counted { length, kana: numeral.kana(), counts });
    }
    all
}

/// How many characters the number has that begins here, if one does.
fn length(text: &[char], at: usize, is_figure: &dyn Fn(usize) -> bool) -> Option<usize> {
    let numerals = |from: usize| {
        text[from..].iter().take(MOST_CHARACTERS).take_while(|character| is_numeral(**character)).count()
    };
    if leads(text, at, is_figure) {
        return Some(1 + numerals(at + 1));
    }
    let inside = text[..at].iter().rev().take_while(|before| is_numeral(**before)).count();
    let is_led = inside == 0 && at.checked_sub(1).is_some_and(|before| leads(text, before, is_figure));
    (is_numeral(text[at]) && inside % MOST_CHARACTERS == 0 && !is_led).then(|| numerals(at))
}

/// Whether how many or some stand here for the digit that a number begins with: some tens, how many times. What was
/// written in figures is a number by itself, and so is what stands behind the number of something: `回数5回`, `人数分`.
fn leads(text: &[char], at: usize, is_figure: &dyn Fn(usize) -> bool) -> bool {
    let (before, own, behind) = (&text[..at], text[at], &text[at + 1..]);
    let is_suffix =
        || before.last().is_some_and(|before| Script::of(*before) == Script::Kanji && !is_numeral(*before));
    let is_before = || {
        behind.first().is_some_and(|next| is_place(*next))
            || COUNTERS.iter().any(|(counted, ..)| begins(behind, counted))
    };
    // Some days are never a number's.
    let is_one = own == '何' || own == '数' && (!is_suffix() || behind.starts_with(&['日']));
    is_one && !is_figure(at + 1) && is_before()
}

/// What depends on more than the number and what it counts.
fn special(text: &[char], at: usize, length: usize) -> Option<Counted> {
    let (before, behind) = (&text[..at], &text[at + length..]);
    let number = &text[at..at + length];
    let own = |kana: String| Some(Counted { length: length + 1, kana, counts: Counts::With });
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
        let all = counted(&text, 0, &|_| false);
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
    fn how_many_and_some_begin_no_number_that_is_one_already() {
        let lengths = |text: &str, at: usize, figures: &[usize]| -> Vec<usize> {
            let text: Vec<_> = text.chars().collect();
            let all = counted(&text, at, &|place| figures.contains(&place));
            all.into_iter().map(|counted| counted.length).collect()
        };
        assert_eq!(lengths("回数五回", 1, &[]), []);
        assert_eq!(lengths("回数五回", 2, &[]), [2, 1]);
        assert_eq!(lengths("者数百名", 2, &[2]), [2, 1]);
        assert_eq!(lengths("人数分", 1, &[]), []);
        assert_eq!(lengths("数百名", 0, &[]), [3, 2]);
        assert_eq!(lengths("数百名", 1, &[]), []);
        assert_eq!(lengths("十数人", 1, &[]), [2]);
        assert_eq!(lengths("今何時", 1, &[]), [2]);
        assert_eq!(lengths("今後数日", 2, &[]), [2]);
    }

    #[test]
    fn the_first_of_a_month_is_not_one_day() {
        let text: Vec<_> = "三月一日".chars().collect();
        assert!(counted(&text, 2, &|_| false).iter().any(|counted| counted.kana == "ツイタチ"));
        assert_eq!(counted(&text, 1, &|_| false), []);
    }
}
