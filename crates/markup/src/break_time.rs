//! How long a break is.

use std::time::Duration;

use crate::attributes::Attributes;
use crate::piece::Mark;

/// By SSML's attributes `time` and `strength`; `None` if they say neither. A break that says nothing is of medium strength.
pub(crate) fn length(attributes: &Attributes) -> Option<Duration> {
    match (attributes.get("time"), attributes.get("strength")) {
        (Some(time), _) => seconds(time).map(Duration::from_secs_f64),
        (None, strength) => by_strength(strength.unwrap_or("medium")),
    }
}

/// `500ms` or `1.5s`, no more than the longest there may be.
fn seconds(time: &str) -> Option<f64> {
    let (number, unit) = match time.strip_suffix("ms") {
        Some(number) => (number, 1_000.0),
        None => (time.strip_suffix('s')?, 1.0),
    };
    let number = number.trim_end().parse::<f64>().ok()?;
    (number >= 0.0).then(|| (number / unit).min(Mark::LONGEST_BREAK.as_secs_f64()))
}

/// SSML gives only their order. The middle ones are the rests after a clause and after a sentence.
fn by_strength(strength: &str) -> Option<Duration> {
    let milliseconds = match strength {
        "none" => 0,
        "x-weak" => 75,
        "weak" => 150,
        "medium" => 300,
        "strong" => 600,
        "x-strong" => 1_000,
        _ => return None,
    };
    Some(Duration::from_millis(milliseconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_bounded_numbers_with_a_unit() {
        let known = ["500ms", "1.5s", "2 s", "0s", "99999s", "1e9s"].map(seconds);
        assert_eq!(known, [0.5, 1.5, 2.0, 0.0, 10.0, 10.0].map(Some));
        for unknown in ["-1s", "5", "s", "ms", "infinity", "NaNs", "1m", ""] {
            assert_eq!(seconds(unknown), None, "{unknown}");
        }
    }
}
