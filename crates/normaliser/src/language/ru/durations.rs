//! How many years, written short: `5 г. назад`, `через 21 г.`, `3 г. 2 мес.` The letters alone are grams and litres, so
//! something near must speak of time.

use crate::customs::Customs;
use crate::language::abbreviation::with_stop;
use crate::language::ru::governors;
use crate::language::ru::nouns::YEAR;
use crate::language::ru::tongue::Russian;
use crate::language::slavic::gap::{space, word_at};
use crate::language::slavic::tongue::{Tongue, counted};
use crate::parse::digits;
use crate::parse::number::{self, Number};
use crate::place::{Place, first_word};
use crate::rule::Said;

/// Words behind a span of time.
const BEHIND: &[&str] =
    &["назад", "тому", "спустя", "подряд", "старше", "младше", "моложе", "раньше", "позже", "позднее"];

/// Words before one, but for those that stand before amounts of anything.
const BEFORE: &[&str] = &[
    "через",
    "спустя",
    "старше",
    "младше",
    "моложе",
    "возраст",
    "возрасте",
    "возрастом",
    "стаж",
    "стажем",
    "срок",
    "сроком",
    "сроке",
    "течение",
    "протяжении",
    "последние",
    "последних",
    "следующие",
    "следующих",
    "ближайшие",
    "ближайших",
    "прошедшие",
    "прошедших",
    "минувшие",
    "минувших",
    "исполнилось",
    "исполнится",
    "прошло",
    "пройдёт",
    "пройдет",
];

/// Words before a year by its number.
const DATING: &[&str] = &["в", "во", "к", "с", "со", "до", "от", "по", "после"];

/// `5 г. назад`: years, in the form that their number and what governs it ask for.
pub(super) fn years(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let text = place.rest();
    let amount = number::unsigned(text, customs).filter(|_| place.begins_word())?;
    let start = amount.length + space(&text[amount.length..]);
    let short = Some(word_at(&text[start..])).filter(|word| matches!(*word, "г" | "л" | "гг"))?;
    let end = start + short.len();
    let behind = text[end..].strip_prefix('.').unwrap_or(&text[end..]);
    if may_be_year(place, &amount) || !(speaks_of_time(place) || goes_on_in_time(behind)) {
        return None;
    }
    let length = with_stop(text, end);
    let (number, years) = counted::<Russian>(&amount, &YEAR, Russian::case_at(place, length))?;
    Some(Said::new(amount.length, number).then(length, &years))
}

/// Whether a number is sooner that of a year: `в 1990 г. спустя`, unlike `2000 г. назад`.
fn may_be_year(place: Place<'_>, amount: &Number) -> bool {
    let value = amount.value().unwrap_or_default();
    let dated = governors::word(place).is_some_and(|word| DATING.contains(&word.as_str()));
    amount.fraction.is_none() && (1_000..2_200).contains(&value) && (dated || !value.is_multiple_of(100))
}

fn speaks_of_time(place: Place<'_>) -> bool {
    BEFORE.contains(&place.previous_word().to_lowercase().as_str())
}

/// Whether a word for the direction in time follows, or months do.
fn goes_on_in_time(behind: &str) -> bool {
    let word = first_word(behind);
    let rest = behind.trim_start();
    let more = rest.strip_prefix("и ").unwrap_or(rest).trim_start();
    let months =
        digits::small(more, 1..=11).is_some_and(|(_, length)| first_word(&more[length..]).starts_with("мес"));
    BEHIND.contains(&word) || months || word == "от" && first_word(&rest["от".len()..]) == "роду"
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("ru")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn years_are_counted_where_time_is_spoken_of() {
        assert_eq!(said("Он уехал 5 г. назад."), "Он уехал пять лет назад.");
        assert_eq!(said("Это было 1 г. тому назад."), "Это было один год тому назад.");
        assert_eq!(said("Через 21 г. и 3 г. спустя"), "Через двадцать один год и три года спустя");
        assert_eq!(said("около 5 г. назад"), "около пяти лет назад");
        assert_eq!(said("более 21 г. назад"), "более двадцати одного года назад");
        assert_eq!(said("10 л. назад, 12 гг. подряд"), "десять лет назад, двенадцать лет подряд");
        assert_eq!(said("ребёнку 3 г. 2 мес."), "ребёнку три года два месяца.");
        assert_eq!(said("1,5 г. назад"), "одна целая пять десятых года назад");
        assert_eq!(said("около 2000 г. назад"), "около двух тысяч лет назад");
        assert_eq!(said("2000 г. назад"), "две тысячи лет назад");
        assert_eq!(said("Вернусь через 5 г. Жди."), "Вернусь через пять лет. Жди.");
    }

    #[test]
    fn grams_litres_and_years_by_number_stay() {
        assert_eq!(said("5 г. соли и 2 л. воды"), "пять граммов соли и два литра воды");
        assert_eq!(said("В 1990 г. спустя месяц"), "В тысяча девятьсот девяностом году спустя месяц");
        assert_eq!(said("Добавьте 5 г."), "Добавьте пять граммов.");
    }
}
