//! How values are written: durations with a unit, sizes with or without one, lists with commas.

use std::time::Duration;

/// The units of a duration, the largest first, in milliseconds.
const DURATION_UNITS: [(&str, u64); 4] = [("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];
/// No bound of ours has a use for more, and sums of so much cannot overflow.
const LONGEST: Duration = Duration::from_hours(30 * 24);
/// The units of a size, the largest first.
const SIZE_UNITS: [(&str, usize); 3] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)];

pub(super) fn duration(value: &str) -> Result<Duration, String> {
    let wrong = || "must be a duration such as 250ms, 3s, 10m or 1h".to_owned();
    let split = value.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
    let (number, unit) = value.split_at(split);
    let number: u64 = number.parse().map_err(|_| wrong())?;
    let (_, millis) = DURATION_UNITS.into_iter().find(|(name, _)| *name == unit.trim()).ok_or_else(wrong)?;
    let duration = Duration::from_millis(number.saturating_mul(millis));
    if duration > LONGEST {
        return Err(format!("must be at most {}, which is 30 days", show_duration(LONGEST)));
    }
    Ok(duration)
}

pub(super) fn show_duration(duration: Duration) -> String {
    let millis = duration.as_millis() as u64;
    let fits = |(_, unit): &(&str, u64)| millis >= *unit && millis.is_multiple_of(*unit);
    match DURATION_UNITS.into_iter().find(fits) {
        Some((name, unit)) => format!("{}{name}", millis / unit),
        None => "0s".to_owned(),
    }
}

pub(super) fn count(value: &str) -> Result<usize, String> {
    let wrong = || "must be a whole number, or a size such as 64KiB".to_owned();
    let (digits, factor) = SIZE_UNITS
        .into_iter()
        .find_map(|(name, factor)| value.strip_suffix(name).map(|digits| (digits.trim(), factor)))
        .unwrap_or((value, 1));
    digits.parse::<usize>().ok().and_then(|number| number.checked_mul(factor)).ok_or_else(wrong)
}

pub(super) fn flag(value: &str) -> Result<bool, String> {
    match value {
        "true" | "1" | "yes" => Ok(true),
        "false" | "0" | "no" => Ok(false),
        _ => Err("must be true or false".to_owned()),
    }
}

/// The parts between commas, without the spaces around them; empty ones left out.
pub(super) fn list(value: &str) -> Vec<String> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Parts of the form `name=value`.
pub(super) fn pairs(parts: &[String]) -> Result<Vec<(String, String)>, String> {
    let pair = |part: &String| match part.split_once('=') {
        Some((name, value)) => Ok((name.trim().to_owned(), value.trim().to_owned())),
        None => Err("must be name=value pairs, separated by commas".to_owned()),
    };
    parts.iter().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_and_print_alike() {
        for text in ["250ms", "3s", "10m", "1h", "90s", "1500ms", "0s", "720h"] {
            assert_eq!(show_duration(duration(text).unwrap()), text, "{text}");
        }
        assert_eq!(show_duration(duration("120s").unwrap()), "2m");
        for bad in ["", "3", "s", "-3s", "3 parsecs", "99999999999999999999s", "9999999999999999999h", "721h"]
        {
            assert!(duration(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn counts_may_carry_a_unit() {
        assert_eq!(count("64KiB").unwrap(), 65_536);
        assert_eq!(count("1 MiB").unwrap(), 1 << 20);
        assert_eq!(count("1000").unwrap(), 1_000);
        assert!(count("-1").is_err());
        assert!(count("1e3").is_err());
    }
}
