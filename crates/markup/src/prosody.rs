//! What `<prosody>` changes, as factors of what holds around it.

use speech::{Factor, Style};

use crate::attributes::Attributes;

/// `style` with what the attributes change; `None` if none of them can be done.
pub(crate) fn with(style: &Style, attributes: &Attributes) -> Option<Style> {
    let rate = attributes.get("rate").and_then(rate);
    let pitch = attributes.get("pitch").and_then(pitch);
    let volume = attributes.get("volume").and_then(volume);
    let times =
        |factor: Factor, by: Option<f64>| by.map_or(factor, |by| Factor::nearest(factor.value() * by));
    (rate.is_some() || pitch.is_some() || volume.is_some()).then(|| Style {
        rate: times(style.rate, rate),
        pitch: times(style.pitch, pitch),
        volume: times(style.volume, volume),
        ..style.clone()
    })
}

/// A word, a percentage of the usual rate, a change in percent, or a factor.
fn rate(value: &str) -> Option<f64> {
    match value {
        "x-slow" => Some(0.6),
        "slow" => Some(0.8),
        "medium" | "default" => Some(1.0),
        "fast" => Some(1.25),
        "x-fast" => Some(1.6),
        _ => percent(value).or_else(|| positive(value)),
    }
}

/// A word, a change in percent or in semitones. Hertz cannot be done: no voice says how high it is.
fn pitch(value: &str) -> Option<f64> {
    match value {
        "x-low" => Some(0.7),
        "low" => Some(0.85),
        "medium" | "default" => Some(1.0),
        "high" => Some(1.2),
        "x-high" => Some(1.4),
        _ => percent(value)
            .or_else(|| number(value.strip_suffix("st")?).map(|semitones| (semitones / 12.0).exp2())),
    }
}

/// A word, a change in decibels or in percent, or a number of a hundred, as SSML 1.0 had it.
fn volume(value: &str) -> Option<f64> {
    match value {
        "silent" => Some(0.0),
        "x-soft" => Some(0.35),
        "soft" => Some(0.6),
        "medium" | "default" => Some(1.0),
        "loud" => Some(1.4),
        "x-loud" => Some(2.0),
        _ => percent(value)
            .or_else(|| number(value.strip_suffix("dB")?).map(|decibels| 10_f64.powf(decibels / 20.0)))
            .or_else(|| positive(value).map(|part| part / 100.0)),
    }
}

/// `120%` of it, or `+20%` or `-20%` more or less.
fn percent(value: &str) -> Option<f64> {
    let number = value.strip_suffix('%')?;
    let part = self::number(number)? / 100.0;
    let factor = if number.starts_with(['+', '-']) { 1.0 + part } else { part };
    (factor >= 0.0).then_some(factor)
}

fn positive(value: &str) -> Option<f64> {
    number(value).filter(|number| *number > 0.0 && !value.starts_with('+'))
}

fn number(value: &str) -> Option<f64> {
    value.parse::<f64>().ok().filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_percentages_semitones_and_decibels() {
        assert_eq!([rate("slow"), rate("120%"), rate("-50%"), rate("1.5")], [0.8, 1.2, 0.5, 1.5].map(Some));
        assert_eq!([pitch("+12st"), pitch("+10%"), pitch("high")], [2.0, 1.1, 1.2].map(Some));
        assert_eq!([volume("-20dB"), volume("50"), volume("loud")], [0.1, 0.5, 1.4].map(Some));
        for unknown in ["", "%", "quick", "-200%", "NaN%", "200Hz", "inf"] {
            assert_eq!([rate(unknown), pitch(unknown)], [None, None], "{unknown}");
        }
    }

    #[test]
    fn changes_add_up() {
        let slow = Style { rate: Factor::nearest(0.5), ..Style::default() };
        let attributes = Attributes::read("prosody rate='50%' volume='silent'", 7).unwrap();
        let slower = with(&slow, &attributes).unwrap();
        assert_eq!((slower.rate.value(), slower.volume.value()), (0.25, 0.0));
        assert!(with(&slow, &Attributes::read("prosody range='x'", 7).unwrap()).is_none());
    }
}
