//! `corpus`: how well texts are cut and read, by the cases in `corpus/`.
//!
//! The cases are read ([`reader`]), given to `syrinx explain` ([`asking`]), judged one by one ([`score`]) and counted
//! ([`table`], [`page`]). A case that is not passed is no failure of the command, for the cases say what a good reader
//! does, not what ours does; only a file that breaks the format of `corpus/README.md` is one. Read [`command`] first.

mod asking;
mod case;
mod command;
mod failures;
mod json;
mod page;
mod reader;
mod score;
mod sounds;
mod table;
mod words;

pub(crate) use command::command;
