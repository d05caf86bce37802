//! Amounts with symbols of units.

use crate::customs::Customs;
use crate::parse::measure as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{amount, sign};

const NAMES: &[(&str, &str)] = &[
    ("m/s", "メートル毎秒"),
    ("mph", "マイル毎時"),
    ("m²", "平方メートル"),
    ("km²", "平方キロメートル"),
    ("cm²", "平方センチメートル"),
    ("m³", "立方メートル"),
    ("cm³", "立方センチメートル"),
    ("km", "キロメートル"),
    ("m", "メートル"),
    ("cm", "センチメートル"),
    ("mm", "ミリメートル"),
    ("µm", "マイクロメートル"),
    ("nm", "ナノメートル"),
    ("kg", "キログラム"),
    ("g", "グラム"),
    ("mg", "ミリグラム"),
    ("µg", "マイクログラム"),
    ("t", "トン"),
    ("lb", "ポンド"),
    ("oz", "オンス"),
    ("l", "リットル"),
    ("dl", "デシリットル"),
    ("ml", "ミリリットル"),
    ("ha", "ヘクタール"),
    ("°C", "度"),
    ("°F", "華氏度"),
    ("°", "度"),
    ("h", "時間"),
    ("min", "分"),
    ("s", "秒"),
    ("ms", "ミリ秒"),
    ("Hz", "ヘルツ"),
    ("kHz", "キロヘルツ"),
    ("MHz", "メガヘルツ"),
    ("GHz", "ギガヘルツ"),
    ("W", "ワット"),
    ("kW", "キロワット"),
    ("MW", "メガワット"),
    ("kWh", "キロワット時"),
    ("V", "ボルト"),
    ("kV", "キロボルト"),
    ("A", "アンペア"),
    ("mA", "ミリアンペア"),
    ("mAh", "ミリアンペア時"),
    ("Ω", "オーム"),
    ("J", "ジュール"),
    ("kJ", "キロジュール"),
    ("kcal", "キロカロリー"),
    ("cal", "カロリー"),
    ("Pa", "パスカル"),
    ("hPa", "ヘクトパスカル"),
    ("kPa", "キロパスカル"),
    ("dB", "デシベル"),
    ("kB", "キロバイト"),
    ("MB", "メガバイト"),
    ("GB", "ギガバイト"),
    ("TB", "テラバイト"),
    ("Mbit/s", "メガビット毎秒"),
    ("Gbit/s", "ギガビット毎秒"),
    ("px", "ピクセル"),
    ("ft", "フィート"),
    ("in", "インチ"),
    ("mi", "マイル"),
    ("gal", "ガロン"),
    ("ppm", "ピーピーエム"),
    ("mol", "モル"),
];

pub(super) fn unit(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let measure = parse::measure(place.rest(), customs)?;
    if measure.amount.negative && !place.begins_word() {
        return None;
    }
    let amount = format!("{}{}", sign(&measure.amount), amount(&measure.amount, customs));
    if measure.unit == "km/h" {
        // 時速80km/h says it twice.
        let speed = if place.before().ends_with("時速") { "" } else { "時速" };
        return Some(Said::new(measure.length, format!("{speed}{amount}キロメートル")));
    }
    let (_, name) = NAMES.iter().find(|(unit, _)| *unit == measure.unit)?;
    Some(Said::new(measure.length, format!("{amount}{name}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ja::CUSTOMS;

    #[test]
    fn units_have_names() {
        let read = |text| unit(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2km。").as_deref(), Some("二キロメートル"));
        assert_eq!(read("60km/h").as_deref(), Some("時速六十キロメートル"));
        assert_eq!(read("-3℃").as_deref(), Some("マイナス三度"));
        assert_eq!(read("5個"), None);
    }
}
