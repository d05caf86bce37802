//! `docs/text.md`
use super::table::Table;
pub(super) const PATH: &str = "docs/text.md";
pub(super) fn made(table: &Table) -> String {
    table.lines()
}
