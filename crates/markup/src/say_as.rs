//! What `<say-as>` says that its text is.

use speech::{DateOrder, SayAs};

use crate::attributes::Attributes;

/// What the attributes come to.
pub(crate) enum Kind {
    Known(SayAs),
    /// What the text says by itself.
    Evident,
    Unknown,
}

/// By the attributes `interpret-as` and `format`.
pub(crate) fn kind(attributes: &Attributes) -> Kind {
    let Some(kind) = attributes.get("interpret-as") else { return Kind::Unknown };
    Kind::Known(match kind {
        "characters" | "spell-out" | "verbatim" | "letters" => SayAs::Characters,
        "cardinal" | "number" => SayAs::Cardinal,
        "ordinal" => SayAs::Ordinal,
        "digits" => SayAs::Digits,
        "fraction" => SayAs::Fraction,
        "unit" => SayAs::Unit,
        "date" => match attributes.get("format").and_then(date_order) {
            Some(order) => SayAs::Date(order),
            None => return Kind::Evident,
        },
        "time" => SayAs::Time,
        "telephone" | "phone" => SayAs::Telephone,
        "currency" => SayAs::Currency,
        "address" => return Kind::Evident,
        _ => return Kind::Unknown,
    })
}

/// `mdy`, `dm` and their like.
fn date_order(format: &str) -> Option<DateOrder> {
    match format.as_bytes().first()?.to_ascii_lowercase() {
        b'm' => Some(DateOrder::MonthFirst),
        b'd' => Some(DateOrder::DayFirst),
        b'y' => Some(DateOrder::YearFirst),
        _ => None,
    }
}
