//! The elements that are open, and what they change.

use std::sync::Arc;

use speech::{Emphasis, Style};

use crate::element::Element;

/// How many elements may be open at one time. What is deeper is read without its effect.
pub(crate) const DEEPEST: usize = 32;

/// Elements inside one another.
#[derive(Clone, Default)]
pub(crate) struct Elements {
    open: Vec<OpenElement>,
    /// How many more have begun inside of them.
    beyond: usize,
    /// How many ways of reading have begun inside one another.
    manners: usize,
    pub(crate) style: Arc<Style>,
    /// How much what is shown now stands out, if it does.
    pub(crate) emphasis: Option<Emphasis>,
    /// Whether `speak` is open: then all that looks like a tag is one.
    pub(crate) speaks: bool,
}

#[derive(Clone)]
struct OpenElement {
    element: Element,
    undo: Undo,
}

/// What the end of an element undoes.
#[derive(Clone)]
pub(crate) enum Undo {
    /// It ends a way of reading.
    Manner,
    /// The style was this.
    Style(Arc<Style>),
    /// The emphasis was this.
    Emphasis(Option<Emphasis>),
}

impl Elements {
    /// Whether anything is open whose end may come.
    pub(crate) fn is_any_open(&self) -> bool {
        self.speaks || !self.open.is_empty()
    }

    /// Whether another one may have an effect.
    pub(crate) fn has_room(&self) -> bool {
        self.open.len() < DEEPEST
    }

    pub(crate) fn begin(&mut self, element: Element, undo: Undo) {
        self.open.push(OpenElement { element, undo });
    }

    pub(crate) fn begin_beyond(&mut self) {
        self.beyond += 1;
    }

    /// The innermost open element, if one of this kind is open: it ends with it.
    pub(crate) fn end(&mut self, element: Element) -> Ended {
        if self.beyond > 0 {
            self.beyond -= 1;
            return Ended::Nothing;
        }
        if self.open.iter().all(|open| open.element != element) {
            return Ended::Nothing;
        }
        match self.open.pop() {
            Some(open) if open.element == element => Ended::Last(open.undo),
            Some(open) => Ended::One(open.undo),
            None => Ended::Nothing,
        }
    }

    /// Ends the innermost open element.
    pub(crate) fn end_innermost(&mut self) -> Option<Undo> {
        self.beyond = 0;
        self.open.pop().map(|open| open.undo)
    }

    /// Whether the way of reading that begins is the outermost.
    pub(crate) fn begin_manner(&mut self) -> bool {
        self.manners += 1;
        self.manners == 1
    }

    /// Whether the way of reading that ends is the outermost.
    pub(crate) fn end_manner(&mut self) -> bool {
        let was_open = self.manners;
        self.manners = was_open.saturating_sub(1);
        was_open == 1
    }
}

/// What a closing tag ends.
pub(crate) enum Ended {
    Nothing,
    /// An element inside of the one that is closed.
    One(Undo),
    /// The one that is closed.
    Last(Undo),
}
