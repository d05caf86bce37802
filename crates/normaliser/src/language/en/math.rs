//! Mathematics in running text: a table of its own, so that it can be left out.

use crate::customs::Customs;
use crate::language::en::context::is_plural;
use crate::language::en::{units, words};
use crate::parse::digits;
use crate::parse::fraction::is_sign;
use crate::parse::number;
use crate::place::{Place, last_word};
use crate::rule::{Rule, Said, Starts};
use crate::shared::arithmetic::Operators;
use crate::shared::spell;

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "math", starts: Starts::Digit, read: by },
    Rule { name: "math", starts: Starts::Digit, read: factorial },
    Rule { name: "math", starts: Starts::Digit, read: raised },
    Rule { name: "math", starts: Starts::Digit, read: triangle },
    Rule { name: "math", starts: Starts::Any, read: between_units },
    Rule { name: "math", starts: Starts::Letter, read: function },
    Rule { name: "math", starts: Starts::Letter, read: variable },
    Rule { name: "math", starts: Starts::Mark, read: power },
    Rule { name: "math", starts: Starts::Any, read: power },
    Rule { name: "math", starts: Starts::Any, read: operator },
    Rule { name: "math", starts: Starts::Letter, read: greek },
];

/// Operators between what can be reckoned with; the longer first.
pub(super) const OPERATORS: &Operators = &[
    ("<=", "is less than or equal to"),
    (">=", "is greater than or equal to"),
    ("!=", "is not equal to"),
    ("==", "equals"),
    ("≤", "is less than or equal to"),
    ("≥", "is greater than or equal to"),
    ("≠", "is not equal to"),
    ("≈", "is approximately"),
    ("≡", "is identical to"),
    ("=", "equals"),
    ("<", "is less than"),
    (">", "is greater than"),
    ("+", "plus"),
    ("−", "minus"),
    ("-", "minus"),
    ("×", "times"),
    ("✕", "times"),
    ("⋅", "times"),
    ("·", "times"),
    ("÷", "divided by"),
    ("±", "plus or minus"),
    ("*", "times"),
    ("∈", "is in"),
    ("∝", "is proportional to"),
    ("→", "to"),
    ("∪", "union"),
    ("∩", "intersection"),
];

/// Signs that stand before or by themselves.
const SIGNS: &[(&str, &str)] = &[
    ("√", "the square root of"),
    ("∛", "the cube root of"),
    ("∞", "infinity"),
    ("∑", "the sum of"),
    ("∫", "the integral of"),
    ("∂", "partial"),
    ("∀", "for all"),
    ("∃", "there exists"),
    ("∅", "the empty set"),
    ("∆", "delta"),
    ("∇", "nabla"),
];

const GREEK: &[(char, &str)] = &[
    ('α', "alpha"),
    ('β', "beta"),
    ('γ', "gamma"),
    ('δ', "delta"),
    ('ε', "epsilon"),
    ('ζ', "zeta"),
    ('η', "eta"),
    ('θ', "theta"),
    ('ι', "iota"),
    ('κ', "kappa"),
    ('λ', "lambda"),
    ('μ', "mu"),
    ('µ', "mu"),
    ('ν', "nu"),
    ('ξ', "xi"),
    ('ο', "omicron"),
    ('π', "pi"),
    ('ρ', "rho"),
    ('σ', "sigma"),
    ('τ', "tau"),
    ('υ', "upsilon"),
    ('φ', "phi"),
    ('χ', "chi"),
    ('ψ', "psi"),
    ('ω', "omega"),
    ('Γ', "gamma"),
    ('Δ', "delta"),
    ('Θ', "theta"),
    ('Λ', "lambda"),
    ('Ξ', "xi"),
    ('Π', "pi"),
    ('Σ', "sigma"),
    ('Φ', "phi"),
    ('Ψ', "psi"),
    ('Ω', "omega"),
];

/// An operator between two operands, perhaps with spaces; and signs by themselves.
fn operator(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    if let Some((sign, said)) = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) {
        return Some(Said::new(sign.len(), *said));
    }
    let (sign, said) = OPERATORS.iter().find(|(sign, _)| rest.starts_with(sign))?;
    let after = rest[sign.len()..].trim_start_matches(' ');
    let before = place.before().trim_end_matches(' ');
    let spaced = before.len() < place.before().len();
    let operands = begins_operand(after, customs);
    match *sign {
        "<" | ">" if !ends_operand(before) || is_asked(before) => {
            (operands && spaced).then(|| Said::new(1, said.trim_start_matches("is ")))
        }
        "→" => None,
        "-" => {
            let reckons = place.before().contains(['=', '²', '^']) || after.contains('=');
            (spaced && reckons && operands && ends_operand(before)).then(|| Said::new(1, *said))
        }
        "+" if before.ends_with('%') => Some(Said::new(1, *said)),
        "*" if !spaced && is_between_digits(before, after) => Some(Said::new(1, *said)),
        "*" | "·" if !(spaced && ends_operand(before) && operands) => None,
        "<=" | ">=" | "!=" | "==" | "≤" | "≥" | "≠" | "≈" if spaced && operands && !ends_part(before) => {
            Some(Said::new(sign.len(), *said))
        }
        _ => (ends_operand(before) && operands).then(|| Said::new(sign.len(), *said)),
    }
}

/// Whether a part of the sentence ends here, so that a sign stands before what follows alone.
fn ends_part(before: &str) -> bool {
    before.is_empty() || before.ends_with([',', ';', ':', '.', '(', '"', '“'])
}

fn is_between_digits(before: &str, after: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit()) && after.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a verb stands before the last operand already: `is 7 > 5`.
fn is_asked(before: &str) -> bool {
    before.rsplit(' ').nth(1).is_some_and(|word| matches!(word, "Is" | "is" | "are" | "was" | "be"))
}

/// Whether a number, a variable or a bracket stands here.
fn begins_operand(text: &str, customs: &Customs) -> bool {
    let letter = |text: &str| {
        text.chars().next().is_some_and(char::is_alphabetic)
            && !text.chars().nth(1).is_some_and(char::is_alphabetic)
    };
    let first = text.chars().next();
    number::signed(text, customs).is_some()
        || letter(text)
        || first.is_some_and(|c| is_sign(c) || matches!(c, '(' | '√' | '∞' | '|' | '$' | '?'))
        || is_product(text)
}

/// A few small letters with a power: `mc²`.
fn is_product(text: &str) -> bool {
    let word = crate::place::first_word(text);
    let behind = text.strip_prefix(word).unwrap_or_default();
    (1..=3).contains(&word.len()) && behind.starts_with(['²', '³', '^'])
}

fn ends_operand(text: &str) -> bool {
    let Some(last) = text.chars().next_back() else { return false };
    let before = text[..text.len() - last.len_utf8()].chars().next_back();
    let letter =
        last.is_alphabetic() && !before.is_some_and(|c| c.is_alphabetic() || matches!(c, '\'' | '’'));
    last.is_numeric() || letter || matches!(last, ')' | '²' | '³' | '!' | '%' | '°' | '|' | '∞')
}

/// `4×6`, `2x4`, `1920 x 1080`, `25 m x 10 m`: sizes.
fn by(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let free = place.begins_free(&['.', ',']);
    let first = number::unsigned(rest, customs).filter(|_| free)?;
    let behind = &rest[first.length..];
    let tight = behind.strip_prefix(['x', 'X', '×']);
    let mark = tight.or_else(|| behind.strip_prefix(" x ").or_else(|| behind.strip_prefix(" X ")));
    if let Some(second) = mark.and_then(|behind| number::unsigned(behind, customs)) {
        let length = rest.len() - mark?.len();
        let sum = rest[length + second.length..].trim_start().starts_with('=');
        let word = if sum { "times" } else { "by" };
        return Some(Said::new(length, format!("{} {word}", words::unsigned(&first, customs))));
    }
    let multiple = behind.starts_with('×') || (behind.starts_with('x') && place.may_end(first.length + 1));
    let length = first.length + behind.chars().next().map_or(0, char::len_utf8);
    if !multiple || !place.may_end(length) {
        return None;
    }
    let (more, per) = units::per_unit(&rest[length..], customs).unwrap_or_default();
    let goes_on = rest[length..].trim_start().starts_with(['+', '−', '=', '-', '^', '²']);
    let times = behind.starts_with('×') || more > 0 || (!goes_on && is_more(place.next_word(length)));
    let words =
        [words::unsigned(&first, customs).as_str(), if times { "times" } else { "x" }, &per].join(" ");
    Some(Said::new(length + more, words.trim_end()))
}

/// The `x` of `25 m x 10 m`.
fn between_units(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let mark = place.rest().chars().next().filter(|c| matches!(c, 'x' | 'X' | '×'))?;
    let behind = place.rest()[mark.len_utf8()..].strip_prefix(' ')?;
    let before = place.before().strip_suffix(' ')?;
    let unit = units::is_unit(last_word(before.trim_end_matches('.')));
    let marked = before.ends_with(['"', '″', '\'', '′'])
        || (mark != '×' && before.ends_with(|c: char| c.is_ascii_digit()));
    let number = behind.starts_with(|c: char| c.is_ascii_digit());
    ((unit || marked) && number).then(|| Said::new(mark.len_utf8(), "by"))
}

/// Words behind `2x` that show that it means twice.
fn is_more(next: &str) -> bool {
    next.ends_with("er")
        || matches!(next, "more" | "less" | "as" | "the" | "a" | "better" | "worse")
        || is_plural(next)
}

/// `3!` before an equals sign or a verb.
fn factorial(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (run, length) = digits::run(place.rest()).filter(|_| place.begins_word())?;
    let behind = place.rest()[length..].strip_prefix('!')?;
    let told = behind.starts_with([')', '/'])
        || [" =", " is ", " equals ", " + ", "="].into_iter().any(|next| behind.starts_with(next));
    told.then(|| {
        Said::new(
            length + 1,
            format!("{} factorial", words::cardinal(run.parse().unwrap_or_default(), customs)),
        )
    })
}

/// More numbers with hyphens than this are no triangle and no call of a tune.
const MOST: usize = 6;

/// `3-4-5`: more than two small numbers with hyphens.
fn triangle(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (mut length, mut said) = (0, Vec::new());
    while let Some((run, more)) = digits::run(&rest[length..]).filter(|(run, _)| run.len() <= 2) {
        said.push(words::cardinal(run.parse().ok()?, customs));
        length += more;
        match rest[length..].strip_prefix('-') {
            Some(behind) if said.len() < MOST && digits::run(behind).is_some() => length += 1,
            _ => break,
        }
    }
    let free = place.begins_free(&['-', '.', '/']);
    (said.len() > 2 && free && place.may_end(length)).then(|| Said::new(length, spell::join(said)))
}

/// `f(x)`: a function of something short.
fn function(place: Place<'_>, customs: &Customs) -> Option<Said> {
    const FUNCTIONS: [&str; 12] = ["sin", "cos", "tan", "log", "ln", "exp", "f", "g", "h", "P", "F", "G"];
    let name = crate::place::first_word(place.rest());
    let inner = place.rest().get(name.len()..)?.strip_prefix('(')?;
    let (argument, _) =
        inner.split_once(')').filter(|(argument, _)| (1..=3).contains(&argument.chars().count()))?;
    let sound = argument.chars().all(char::is_alphanumeric)
        && (argument.len() == 1 || digits::run(argument).is_some());
    if !sound || !place.begins_word() || !FUNCTIONS.contains(&name) {
        return None;
    }
    let said = match argument.parse() {
        Ok(number) => words::cardinal(number, customs),
        Err(_) => spell::letter(argument.chars().next()?, customs),
    };
    let name = if name.len() == 1 { spell::letter(name.chars().next()?, customs) } else { name.to_owned() };
    Some(Said::new(place.rest().find(')')? + 1, format!("{name} of {said}")))
}

/// Small letters before a power or an operator: `mc²`, `a ≤ b`.
fn variable(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let word = crate::place::first_word(rest);
    let behind = &rest[word.len()..];
    let powers = behind.starts_with(['²', '³', '^', '⁴', '⁻', 'ⁿ']);
    let product = word.len() == 2 && powers && word.is_ascii();
    let article = word == "a"
        && behind.trim_start().starts_with(['≤', '≥', '≠', '=', '<', '>', '²', '³', '^', '+', '×']);
    let starts = rest.starts_with(word) && !place.previous().is_some_and(char::is_alphabetic);
    (starts && (product || article)).then(|| Said::new(word.len(), spell::characters(word, customs)))
}

/// `²`, `⁻¹⁹`, `^6`, behind what can be raised.
fn power(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let raised = place.previous().is_some_and(|c| c.is_alphanumeric() || c == ')');
    let (negative, digits, length) = exponent(rest).filter(|_| raised)?;
    let note =
        place.previous().is_some_and(char::is_alphabetic) && last_word(place.before()).chars().count() > 3;
    if note {
        return None;
    }
    let said = to_the_power(negative, &digits, customs)?;
    Some(Said::new(length, said))
}

/// A number with a power directly behind it, which to the reader of places is one run of digits: `10³`.
fn raised(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let number = number::unsigned(place.rest(), customs).filter(|_| place.begins_word())?;
    let behind = &place.rest()[number.length..];
    let (negative, digits, more) = exponent(behind).filter(|_| !behind.starts_with('^'))?;
    let note = digits == "1" || place.previous().is_some_and(|c| matches!(c, '.' | ','));
    let words =
        format!("{} {}", words::unsigned(&number, customs), to_the_power(negative, &digits, customs)?);
    (!note).then(|| Said::new(number.length + more, words))
}

/// `squared`, `to the power of six`.
fn to_the_power(negative: bool, digits: &str, customs: &Customs) -> Option<String> {
    Some(match (negative, digits) {
        (false, "2") => "squared".to_owned(),
        (false, "3") => "cubed".to_owned(),
        (false, "n") => "to the n".to_owned(),
        _ => format!(
            "to the power of {}{}",
            if negative { "minus " } else { "" },
            words::cardinal(digits.parse().ok()?, customs)
        ),
    })
}

/// The sign, digits and length of the exponent with which `text` begins.
fn exponent(text: &str) -> Option<(bool, String, usize)> {
    if let Some(rest) = text.strip_prefix('^') {
        let bare = rest.strip_prefix(['-', '−']).unwrap_or(rest);
        let sign = rest.len() - bare.len();
        if let Some(behind) = bare.strip_prefix('n') {
            return (!behind.starts_with(char::is_alphanumeric))
                .then(|| (sign > 0, "n".to_owned(), 1 + sign + 1));
        }
        let (run, length) = digits::run(bare).filter(|(run, _)| run.len() <= 4)?;
        return Some((sign > 0, run, 1 + sign + length));
    }
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let (mut digits, mut length) = (String::new(), 0);
    let negative = text.starts_with('⁻');
    for c in text.chars().skip(usize::from(negative)) {
        let Some(value) = RAISED.chars().position(|raised| raised == c) else { break };
        digits.push_str(&value.to_string());
        length += c.len_utf8();
    }
    let sign = if negative { '⁻'.len_utf8() } else { 0 };
    (!digits.is_empty() && digits.len() <= 4).then_some((negative, digits, length + sign))
}

/// A Greek letter by itself.
fn greek(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let c = place.rest().chars().next()?;
    let (_, name) = GREEK.iter().find(|(letter, _)| *letter == c)?;
    let next = place.rest()[c.len_utf8()..].chars().next();
    let alone = !place.previous().is_some_and(char::is_alphabetic)
        && !next.is_some_and(|c| c.is_alphabetic() && !c.is_ascii());
    alone.then(|| Said::new(c.len_utf8(), *name))
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::american;

    #[test]
    fn sums_are_said() {
        assert_eq!(
            american("3+4=7 and 8 ÷ 2 = 4"),
            "three plus four equals seven and eight divided by two equals four"
        );
        assert_eq!(
            american("y² ≤ 10^5, √9"),
            "y squared is less than or equal to ten to the power of five, the square root of nine"
        );
        assert_eq!(american("g(x) = 2x + 1"), "g of x equals two x plus one");
    }

    #[test]
    fn sizes_are_by() {
        assert_eq!(
            american("a 4×6 card, a 2x4, 5! = 120"),
            "a four by six card, a two by four, five factorial equals one hundred twenty"
        );
        assert_eq!(american("π is 2x bigger"), "pi is two times bigger");
    }
}
