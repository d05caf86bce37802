//! A text in quotes that code calls something with, `println!("Hi. You!")`: its marks are no punctuation.

/// How much of such a call stands at the end of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Call {
    #[default]
    Apart,
    /// The name of what is called.
    Name,
    /// The bracket behind it, or a comma between two quotations.
    Opened,
    /// A quotation, which began with this character.
    Inside(usize),
    /// The mark that ends it.
    Closed,
}

impl Call {
    /// With `c` behind it, the character number `at`.
    pub(crate) fn then(self, c: char, at: usize) -> Self {
        match (self, c) {
            (_, '\n') => Self::Apart,
            (Self::Opened, '"') => Self::Inside(at),
            (Self::Inside(_), '"') => Self::Closed,
            (Self::Inside(from), _) => Self::Inside(from),
            (Self::Closed, ',') | (Self::Opened, ' ') => Self::Opened,
            (Self::Name, '!') => Self::Name,
            (Self::Name, '(') => Self::Opened,
            (_, c) if c.is_alphanumeric() || c == '_' => Self::Name,
            (Self::Apart | Self::Name | Self::Opened | Self::Closed, _) => Self::Apart,
        }
    }

    /// The first character of the quotation that is open.
    pub(crate) fn inside(self) -> Option<usize> {
        match self {
            Self::Inside(from) => Some(from),
            Self::Apart | Self::Name | Self::Opened | Self::Closed => None,
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
    fn each_quotation_of_a_call_is_inside() {
        assert_eq!(inside("f(\"Hi. "), Some(2));
        assert_eq!(inside("print!(\"Hi.\", \"You"), Some(14));
        assert_eq!(inside("key(\"b\", 2). It works. "), None);
        assert_eq!(inside("Smith(\"Bear\" Bryant) won. "), None);
        assert_eq!(inside("print!(\"Hi.\") "), None);
        assert_eq!(inside("He (\"Jim. "), None);
        assert_eq!(inside("f(\"Hi.\nNo"), None);
    }
}
