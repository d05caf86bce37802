//! What `<say-as>` says that its text is.

use speech::SayAs;

use crate::attributes::Attributes;

/// The longest name of a form, in bytes.
const LONGEST_FORM: usize = 16;

/// By the attributes `interpret-as` and `format`; `None` for kinds that nobody knows.
pub(crate) fn kind(attributes: &Attributes) -> Option<SayAs> {
    let form = || attributes.get("format").filter(|form| form.len() <= LONGEST_FORM).map(Into::into);
    Some(match attributes.get("interpret-as")? {
        "characters" | "spell-out" | "verbatim" | "letters" => SayAs::Characters,
        "cardinal" | "number" => SayAs::Cardinal,
        "ordinal" => SayAs::Ordinal,
        "digits" => SayAs::Digits,
        "fraction" => SayAs::Fraction,
        "unit" => SayAs::Unit,
        "date" => SayAs::Date(form()),
        "time" => SayAs::Time(form()),
        "telephone" | "phone" => SayAs::Telephone,
        "address" => SayAs::Address,
        "currency" => SayAs::Currency,
        _ => return None,
    })
}
