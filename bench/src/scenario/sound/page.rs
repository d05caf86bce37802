//! `docs/sound.md`, written of what was found.

use super::cost::Costs;
use super::findings::Findings;
use crate::failure::Failure;

pub(super) fn write(_findings: &[Findings], _costs: &Costs) -> Result<(), Failure> {
    Ok(())
}
