//! Which context may speak next.

use std::collections::BTreeMap;

use speech::ContextId;

/// What a context has to say; the least goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// A mark: small, and somebody waits for it.
    Mark,
    /// The first sound of a generation: somebody waits in silence for it.
    FirstChunk,
    /// More of what is being said.
    Chunk,
}

/// A place in the order of [`Turns`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Turn {
    rank: Rank,
    number: u64,
}

/// Contexts of one rank take turns; a tree, so that a context can step out of the line wherever it stands.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    line: BTreeMap<Turn, ContextId>,
    next_number: u64,
}

impl Turns {
    pub(crate) fn is_empty(&self) -> bool {
        self.line.is_empty()
    }

    /// Takes the first out of the line.
    pub(crate) fn pop(&mut self) -> Option<ContextId> {
        self.line.pop_first().map(|(_, context)| context)
    }

    /// The turn of a context that stood at `turn` and now has something of `rank` to say: the same as long as the rank
    /// is, otherwise at the end of its new rank.
    pub(crate) fn renew(
        &mut self,
        context: ContextId,
        turn: Option<Turn>,
        rank: Option<Rank>,
    ) -> Option<Turn> {
        if turn.map(|turn| turn.rank) == rank {
            return turn;
        }
        if let Some(turn) = turn {
            self.line.remove(&turn);
        }
        rank.map(|rank| self.enter(context, rank))
    }

    fn enter(&mut self, context: ContextId, rank: Rank) -> Turn {
        let turn = Turn { rank, number: self.next_number };
        self.next_number += 1;
        self.line.insert(turn, context);
        turn
    }
}
