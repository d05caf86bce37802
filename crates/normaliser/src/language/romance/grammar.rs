//! Gender and number: which form a number takes before a noun. Read [`Grammar`] and [`Form`] first.

use crate::place::{Place, first_word, last_word};

/// The two genders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

/// A thing that is counted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Noun {
    pub(crate) one: &'static str,
    pub(crate) many: &'static str,
    pub(crate) gender: Gender,
}

/// Which form a number takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// With no noun behind: `veintiuno`.
    Alone,
    /// Directly before a noun: `veintiún`, `veintiuna`.
    Before(Gender),
}

/// How nouns show their gender, as far as numbers care.
#[derive(Debug)]
pub(crate) struct Grammar {
    /// Endings of masculine words that would else be taken for feminine; looked at first.
    pub(crate) masculine: &'static [&'static str],
    /// Endings of feminine words; a space before one says that it is the whole word.
    pub(crate) feminine: &'static [&'static str],
    /// Words behind a number that are not what it counts.
    pub(crate) no_nouns: &'static [&'static str],
    /// Nouns that have their number behind them: `page 21`.
    pub(crate) labels: &'static [&'static str],
    /// Words before an hour of the day, which is feminine though no noun follows: `a las 21`.
    pub(crate) hour_heralds: &'static [&'static str],
    /// Words before a number whose noun was said with the number before it: `200 libras y 300`.
    pub(crate) joins: &'static [&'static str],
    /// How far counted nouns can be told from other words.
    pub(crate) plural: Plural,
    /// How far the singular goes: in French `1,5 litre`.
    pub(crate) singular: Singular,
    /// The word for thousand where it may stand behind figures: `200 mil`.
    pub(crate) thousand: &'static str,
}

/// Which numbers take the singular.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Singular {
    /// One.
    One,
    /// All below two.
    BelowTwo,
}

/// How the plural shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plural {
    /// By an ending: `s`, in French also `x`.
    Ending(&'static [char]),
    /// Not by an ending of its own.
    Hidden,
}

impl Grammar {
    /// The gender of a noun, by its ending.
    pub(crate) fn gender(&self, noun: &str) -> Gender {
        let noun = format!(" {}", noun.to_lowercase());
        let ends = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending));
        if !ends(self.masculine) && ends(self.feminine) { Gender::Feminine } else { Gender::Masculine }
    }

    /// The form that `number` takes if `length` bytes further on goes on what it counts.
    pub(crate) fn form(&self, place: Place<'_>, length: usize, number: u64) -> Form {
        let previous = place.previous_word().to_lowercase();
        if self.is_label(&previous) {
            return Form::Alone;
        }
        let herald = last_word(place.before().trim_end_matches(['\'', '’'])).to_lowercase();
        match self.form_before(place.rest().get(length..).unwrap_or_default(), number) {
            Form::Alone if number <= 24 && self.hour_heralds.contains(&herald.as_str()) => {
                Form::Before(Gender::Feminine)
            }
            form => form,
        }
    }

    /// The same, by the text behind the number alone.
    pub(crate) fn form_before(&self, behind: &str, number: u64) -> Form {
        let spaced = behind.strip_prefix([' ', '\u{A0}', '\u{202F}']).unwrap_or_default();
        let mut noun = first_word(spaced);
        if noun == self.thousand {
            noun = first_word(&spaced[noun.len()..]);
        }
        if self.can_be_counted(noun, number) { Form::Before(self.gender(noun)) } else { Form::Alone }
    }

    /// Whether such a word can be what so many are of.
    fn can_be_counted(&self, word: &str, number: u64) -> bool {
        let plural = |word: &str| match self.plural {
            Plural::Ending(endings) => word.ends_with(endings),
            Plural::Hidden => true,
        };
        word.chars().count() > 1
            && !self.no_nouns.contains(&word.to_lowercase().as_str())
            && (number == 1 || plural(word))
    }

    /// Whether the number of such a noun stands behind it.
    pub(crate) fn is_label(&self, word: &str) -> bool {
        !word.is_empty() && self.labels.contains(&word.to_lowercase().as_str())
    }
}

impl Noun {
    pub(crate) const fn masculine(one: &'static str, many: &'static str) -> Self {
        Self { one, many, gender: Gender::Masculine }
    }

    pub(crate) const fn feminine(one: &'static str, many: &'static str) -> Self {
        Self { one, many, gender: Gender::Feminine }
    }
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn numbers_agree_with_what_they_count() {
        check(
            "fr",
            &[
                ("41 tables et 41 bancs", "quarante-et-une tables et quarante-et-un bancs"),
                ("la page 1", "la page un"),
            ],
        );
        check(
            "es",
            &[
                ("41 mesas y 41 bancos", "cuarenta y una mesas y cuarenta y un bancos"),
                ("la línea 41", "la línea cuarenta y uno"),
                ("300 vacas, no 301", "trescientas vacas, no trescientas una"),
                ("200 mil casas", "doscientas mil casas"),
            ],
        );
        check("it", &[("1 scala, 1 arancia, 1 sasso", "una scala, un'arancia, un sasso")]);
        check("pt", &[("2 casas, 2 carros", "duas casas, dois carros"), ("às 2", "às duas")]);
    }
}
