//! Whole afternoons in virtual time: slots, an engine of known speed, callers, and listeners who play at 1×.

mod burst;
mod cost;
mod machine;
mod overload;
mod rated_load;
mod rig;
