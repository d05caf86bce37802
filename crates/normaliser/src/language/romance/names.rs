//! Figures inside names: a year is one number.

use crate::customs::Customs;
use crate::shared::spell;

/// A run of digits in a name, an address or a code.
pub(in crate::language) fn figures(run: &str, customs: &Customs) -> String {
    match run.parse() {
        Ok(year @ 1900..=2099) if run.len() == 4 => spell::number(year, customs),
        Ok(number) if run.len() <= 3 && !(run.len() > 1 && run.starts_with('0')) => {
            spell::number(number, customs)
        }
        _ => spell::one_by_one(run, customs),
    }
}

#[cfg(test)]
mod tests {
    use crate::language::romance::samples::check;

    #[test]
    fn years_in_names_are_numbers() {
        check("es", &[("#verano2024", "almohadilla verano dos mil veinticuatro")]);
    }
}
