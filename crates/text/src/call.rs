//! A text in quotes that code calls something with, `println!("Hi. You!")`: its marks are no punctuation.

/// How much of such a call stands at the end of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Call {
    #[default]
    Apart,
    /// The name of what is called.
    Name,
    /// The bracket behind it.
    Opened,
    /// The quotation, which began with this character.
    Inside(usize),
    /// The mark that may end the quotation which began with this character.
    Closing(usize),
}

impl Call {
    /// With `c` behind it, the character number `at`.
    pub(crate) fn then(self, c: char, at: usize) -> Self {
        match (self, c) {
            (_, '\n') | (Self::Closing(_), ')') => Self::Apart,
            (Self::Opened, '"') => Self::Inside(at),
            (Self::Inside(from), '"') => Self::Closing(from),
            (Self::Inside(from) | Self::Closing(from), _) => Self::Inside(from),
            (Self::Name, '!') => Self::Name,
            (Self::Name, '(') => Self::Opened,
            (_, c) if c.is_alphanumeric() || c == '_' => Self::Name,
            (Self::Apart | Self::Name | Self::Opened, _) => Self::Apart,
        }
    }

    /// The first character of the quotation that is open.
    pub(crate) fn inside(self) -> Option<usize> {
        match self {
            Self::Inside(from) | Self::Closing(from) => Some(from),
            Self::Apart | Self::Name | Self::Opened => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(text: &str) -> Option<usize> {
        text.chars().enumerate().fold(Call::default(), |call, (at, c)| call.then(c, at)).inside()
    }

    #[test]
    fn a_call_lasts_from_quote_to_bracket() {
        assert_eq!(inside("f(\"Hi. "), Some(2));
        assert_eq!(inside("print!(\"Hi.\", \"You"), Some(7));
        assert_eq!(inside("print!(\"Hi.\") "), None);
        assert_eq!(inside("He (\"Jim. "), None);
        assert_eq!(inside("f(\"Hi.\nNo"), None);
    }
}
