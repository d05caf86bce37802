//! What can be measured: one file a scenario, one line each here.

mod cost;
mod crowd;
mod first_word;
mod gaps;
mod llm;
mod size;
mod soak;
mod sound;
mod streams;
mod text;

use crate::failure::Failure;
use crate::options::Options;
use crate::report::Report;

/// What can be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scenario {
    /// [`first_word`]
    FirstWord,
    /// [`llm`]
    Llm,
    /// [`gaps`]
    Gaps,
    /// [`cost`]
    Cost,
    /// [`size`]
    Size,
    /// [`soak`]
    Soak,
    /// [`sound`]
    Sound,
    /// [`text`]
    Text,
}

impl Scenario {
    /// All of them, in the order of the documentation.
    pub(crate) const ALL: [Self; 8] =
        [Self::FirstWord, Self::Llm, Self::Gaps, Self::Cost, Self::Size, Self::Soak, Self::Sound, Self::Text];

    /// As on the command line.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::FirstWord => "first-word",
            Self::Llm => "llm",
            Self::Gaps => "gaps",
            Self::Cost => "cost",
            Self::Size => "size",
            Self::Soak => "soak",
            Self::Sound => "sound",
            Self::Text => "text",
        }
    }

    /// In one line.
    pub(crate) const fn about(self) -> &'static str {
        match self {
            Self::FirstWord => "mark 1: from the frame that decides to the first audio byte; leading silence",
            Self::Llm => "first audio of a 76-word reply whose tokens come at 70 a second",
            Self::Gaps => "mark 2: many streams at once with listeners at 1x; refusals",
            Self::Cost => "mark 11: processor time over the bare engine's; gap-free streams per core",
            Self::Size => "mark 10: the binary, the start, idle memory, memory per connection",
            Self::Soak => {
                "endurance: hosts, resets, disconnects, 2 000 sessions; fails if a promise is broken"
            }
            Self::Sound => "mark 7: seams, costs and facts of every form; --write renews docs/sound.md",
            Self::Text => {
                "mark 6: the price of cutting and reading, hostile text; --write renews docs/text-work.md"
            }
        }
    }

    /// The scenario of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scenario| scenario.name() == name)
    }
}

/// Measures what the options ask for.
pub(crate) async fn run(options: &Options) -> Result<Report, Failure> {
    match options.scenario {
        Scenario::FirstWord => first_word::run(options).await,
        Scenario::Llm => llm::run(options).await,
        Scenario::Gaps => gaps::run(options).await,
        Scenario::Cost => cost::run(options).await,
        Scenario::Size => size::run(options).await,
        Scenario::Soak => soak::run(options).await,
        Scenario::Sound => sound::run(options).await,
        Scenario::Text => text::run(options).await,
    }
}

/// Milliseconds.
fn ms(time: std::time::Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scenario_can_be_called_by_its_name() {
        for scenario in Scenario::ALL {
            assert_eq!(Scenario::named(scenario.name()), Some(scenario));
        }
        assert_eq!(Scenario::named("sleep"), None);
    }
}
