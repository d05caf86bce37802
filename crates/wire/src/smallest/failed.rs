//! Requests that failed before their client closed them. It knows, and what it still sends for them is not spoken: that
//! would be the end of a text without its beginning.

use std::collections::VecDeque;
use std::time::Duration;

use speech::Moment;

/// How many are remembered; of more the oldest are forgotten.
const MOST: usize = 64;
/// How long continuous input is remembered after its last fragment: as long as one that nobody closes takes to be
/// complete. The next fragment after that is another one's.
const NAMELESS_LAPSE: Duration = Duration::from_secs(4);
/// The same for a continuation, whose name its client may use again.
const NAMED_LAPSE: Duration = Duration::from_secs(10);

/// The names of failed requests; the nameless one is the continuous input.
#[derive(Default)]
pub(super) struct Failed(VecDeque<Input>);

struct Input {
    name: Option<String>,
    /// When it failed, or its last fragment came.
    last: Moment,
}

impl Failed {
    /// A request failed that its client has not closed.
    pub(super) fn remember(&mut self, now: Moment, name: Option<String>) {
        self.forget(name.as_ref());
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        self.0.push_back(Input { name, last: now });
    }

    /// Whether a fragment that comes now belongs to one.
    pub(super) fn takes(&mut self, now: Moment, name: Option<&String>) -> bool {
        self.0.retain(|input| now.since(input.last) < input.lapse());
        let found = self.0.iter_mut().find(|input| input.name.as_ref() == name);
        found.map(|input| input.last = now).is_some()
    }

    /// Its client closed or cancelled it.
    pub(super) fn forget(&mut self, name: Option<&String>) {
        self.0.retain(|input| input.name.as_ref() != name);
    }
}

impl Input {
    const fn lapse(&self) -> Duration {
        match self.name {
            Some(_) => NAMED_LAPSE,
            None => NAMELESS_LAPSE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Moment {
        Moment::START + Duration::from_secs(seconds)
    }

    #[test]
    fn each_fragment_keeps_the_memory_and_a_pause_ends_it() {
        let mut failed = Failed::default();
        failed.remember(at(0), None);
        assert!(failed.takes(at(3), None));
        assert!(failed.takes(at(6), None));
        assert!(!failed.takes(at(10), None));
    }

    #[test]
    fn only_so_many_are_remembered() {
        let mut failed = Failed::default();
        let names: Vec<String> = (0..=MOST).map(|index| format!("c{index}")).collect();
        names.iter().for_each(|name| failed.remember(at(0), Some(name.clone())));
        assert!(!failed.takes(at(1), Some(&names[0])));
        assert!(names[1..].iter().all(|name| failed.takes(at(1), Some(name))));
        failed.forget(Some(&names[1]));
        assert!(!failed.takes(at(1), Some(&names[1])));
    }
}
