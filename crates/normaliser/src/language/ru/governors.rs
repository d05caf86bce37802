//! In which case a number stands: prepositions and other words that ask for one. Start with [`cases`].

use crate::language::slavic::context::{Between, governor};
use crate::language::slavic::grammar::Case::{self, Accusative, Dative, Genitive, Instrumental, Locative};
use crate::place::Place;

const BETWEEN: Between = Between {
    adverbs: &[
        "примерно",
        "приблизительно",
        "почти",
        "ровно",
        "всего",
        "лишь",
        "только",
        "целых",
        "ещё",
        "еще",
        "минимум",
        "максимум",
        "каких-то",
        "первые",
        "первых",
        "первым",
        "последние",
        "последних",
        "эти",
        "этих",
        "все",
        "всех",
        "другие",
        "других",
        "остальные",
        "остальных",
        "следующие",
        "следующих",
        "ближайшие",
        "ближайших",
        "минус",
        "аж",
        "уже",
        "хотя",
        "бы",
        "где-то",
        "плюс",
        "номер",
        "порядка",
    ],
    links: &["и", "или", "либо", "а"],
    short: &["ок"],
};

/// Words and the cases that they govern, the likelier first where nothing else tells.
const GOVERNORS: &[(&[&str], &[Case])] = &[
    (
        &[
            "из",
            "изо",
            "от",
            "ото",
            "до",
            "у",
            "около",
            "ок",
            "без",
            "для",
            "после",
            "кроме",
            "вместо",
            "против",
            "ради",
            "среди",
            "вокруг",
            "более",
            "менее",
            "больше",
            "меньше",
            "свыше",
            "ниже",
            "выше",
            "старше",
            "младше",
            "раньше",
            "позже",
            "дороже",
            "дешевле",
            "длиннее",
            "короче",
            "тяжелее",
            "легче",
            "быстрее",
            "дольше",
            "дальше",
            "ближе",
            "порядка",
            "возле",
            "близ",
            "мимо",
            "сверх",
            "внутри",
            "посреди",
            "течение",
            "протяжении",
            "размере",
            "количестве",
            "расстоянии",
            "высоте",
            "глубине",
            "половина",
            "четверть",
            "треть",
            "большинство",
            "ввиду",
            "хватает",
            "хватало",
            "хватило",
            "хватит",
            "хватать",
            "недостаёт",
            "недостает",
            "недоставало",
            "достиг",
            "достигла",
            "достигло",
            "достигли",
            "достигает",
            "достигают",
            "достигнет",
            "достигал",
            "достигала",
            "достигало",
            "касается",
            "лишился",
            "лишилась",
            "лишились",
            "добился",
            "добилась",
            "добились",
            "чемпионат",
            "участием",
            "продолжительностью",
        ],
        &[Genitive],
    ),
    (&["с", "со"], &[Genitive, Instrumental]),
    (
        &[
            "к",
            "ко",
            "благодаря",
            "согласно",
            "вопреки",
            "равно",
            "равен",
            "равна",
            "равны",
            "равняется",
            "равнялось",
            "равнялась",
            "навстречу",
        ],
        &[Dative],
    ),
    (&["по"], &[Accusative, Dative]),
    (&["в", "во", "на"], &[Accusative, Locative]),
    (&["за", "под"], &[Accusative, Instrumental]),
    (&["через", "про", "сквозь", "спустя", "включая"], &[Accusative]),
    (&["над", "перед", "между", "меж"], &[Instrumental]),
    (&["о", "об", "обо", "при"], &[Locative]),
];

/// Forms of "to be", behind which a number is no object.
const COPULAS: &[&str] =
    &["был", "была", "было", "были", "будет", "будут", "стал", "стала", "стало", "стали"];

/// The word that governs a number at the place, in lower case.
pub(super) fn word(place: Place<'_>) -> Option<String> {
    governor(place.before(), &BETWEEN).map(|governor| governor.word)
}

/// The cases in which a number at the place may stand, the likelier first; empty if nothing governs it.
pub(super) fn cases(place: Place<'_>) -> &'static [Case] {
    let Some(governor) = governor(place.before(), &BETWEEN) else { return &[] };
    let cases = governed(&governor.word);
    // The object of a negated verb is in the genitive, and so is what there is not.
    let of_verb = cases.is_empty() || cases.contains(&Case::Nominative);
    if governor.before == "не" && of_verb { &[Case::Genitive] } else { cases }
}

/// The cases that a word in lower case governs. Behind what looks like a verb this is the accusative of its object, or the
/// nominative of what does it.
pub(super) fn governed(word: &str) -> &'static [Case] {
    if let Some((_, cases)) = GOVERNORS.iter().find(|(words, _)| words.contains(&word)) {
        return cases;
    }
    if is_verb(word) { &[Accusative, Case::Nominative] } else { &[] }
}

/// Whether a word looks like a verb that may have an object: the past tense, the third person, the imperative and the
/// infinitive, not reflexive.
fn is_verb(word: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ал", "ил", "ел", "ял", "ыл", "ул", "ала", "ила", "ела", "яла", "ыла", "ула", "али", "или", "ели",
        "яли", "ало", "ило", "ело", "яло", "ует", "ает", "яет", "ют", "ит", "ят", "ать", "ить", "еть", "ять",
        "йте", "ите", "ьте", "ёт", "ём", "дал",
    ];
    word.chars().count() >= 4
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !COPULAS.contains(&word)
}

/// The case of a noun that the rules say themselves, behind a number of `length` bytes with its signs.
pub(super) fn case_at(place: Place<'_>, length: usize) -> Case {
    let cases = cases(place);
    let Some(first) = cases.first() else { return Case::Nominative };
    let with = cases.contains(&Genitive) && cases.contains(&Instrumental);
    if with && !leads_on(place, length) { Instrumental } else { *first }
}

/// Whether `с 5 кг` goes on with `до 7`: from, not with.
pub(super) fn leads_on(place: Place<'_>, length: usize) -> bool {
    let behind = place.rest().get(length..).unwrap_or_default();
    let words = behind.split_whitespace().take(4);
    words.into_iter().any(|word| matches!(word, "до" | "по" | "на"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Case {
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap();
        case_at(Place::new(text, at, text.len()), 1)
    }

    #[test]
    fn prepositions_govern() {
        assert_eq!(at("более 5 кг"), Genitive);
        assert_eq!(at("с 5 кг до 7 кг"), Genitive);
        assert_eq!(at("мешок с 5 кг муки"), Instrumental);
        assert_eq!(at("при 5 °C"), Locative);
        assert_eq!(at("Это 5 км"), Case::Nominative);
        assert_eq!(at("Возьмите 1 т"), Accusative);
        assert_eq!(at("не более примерно 5 кг"), Genitive);
    }
}
