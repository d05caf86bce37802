//! Times as transcripts write them: `20ms`, `1.5s`, `250us`.

use std::time::Duration;

/// The length of time that `text` is.
pub(crate) fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || format!("{text:?} is no time; write it as 20ms, 1.5s or 250us");
    let unit_at = text.find(|c: char| c.is_ascii_alphabetic()).ok_or_else(wrong)?;
    let (number, unit) = text.split_at(unit_at);
    let number: f64 = number.parse().map_err(|_| wrong())?;
    let nanos_per_unit = match unit {
        "us" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        _ => return Err(wrong()),
    };
    let nanos = (number * nanos_per_unit).round();
    if (0.0..1e18).contains(&nanos) { Ok(Duration::from_nanos(nanos as u64)) } else { Err(wrong()) }
}

/// How a transcript writes a length of time: in milliseconds, as short as it can be to the microsecond, rounded up, so
/// that what has arrived at a time has arrived by it as written.
pub(crate) fn written(time: Duration) -> String {
    let micros = time.as_nanos().div_ceil(1_000);
    match micros % 1_000 {
        0 => format!("{}ms", micros / 1_000),
        rest => {
            let fraction = format!("{rest:03}");
            format!("{}.{}ms", micros / 1_000, fraction.trim_end_matches('0'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_and_written() {
        assert_eq!(duration("1.5s"), Ok(Duration::from_millis(1500)));
        assert_eq!(duration("250us"), Ok(Duration::from_micros(250)));
        assert!(duration("20").is_err() && duration("-1s").is_err() && duration("1h").is_err());
        assert_eq!(written(Duration::from_micros(1_500)), "1.5ms");
        assert_eq!(written(Duration::from_nanos(1_000_001)), "1.001ms");
        assert_eq!(written(Duration::from_secs(2)), "2000ms");
    }
}
