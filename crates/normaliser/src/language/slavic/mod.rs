//! What Russian and Polish share: words that are inflected, and rules that count things. No words of either language.
//!
//! A language says how it inflects by [`Tongue`](tongue::Tongue); the rules in `money`, `measure` and `number` are generic
//! over it. Read [`grammar`] first.

pub(super) mod arithmetic;
pub(super) mod context;
pub(super) mod fractions;
pub(super) mod gap;
pub(super) mod grammar;
pub(super) mod lists;
pub(super) mod measure;
pub(super) mod money;
pub(super) mod number;
pub(super) mod say_as;
pub(super) mod symbols;
pub(super) mod tongue;
