//! What the tests of the English rules share.

use speech::Language;

use crate::Normaliser;

/// How a text is read in the United States.
pub(super) fn american(text: &str) -> String {
    Normaliser::new(&Language::new("en-us")).read(text).text.as_str().to_owned()
}

/// How a text is read in Britain.
pub(super) fn british(text: &str) -> String {
    Normaliser::new(&Language::new("en-gb")).read(text).text.as_str().to_owned()
}
