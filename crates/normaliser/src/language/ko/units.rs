//! Amounts with symbols of units.

use crate::customs::Customs;
use crate::parse::measure as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{amount, sign};

const NAMES: &[(&str, &str)] = &[
    ("m/s", "미터 매 초"),
    ("mph", "마일"),
    ("m²", "제곱미터"),
    ("km²", "제곱킬로미터"),
    ("cm²", "제곱센티미터"),
    ("m³", "세제곱미터"),
    ("cm³", "세제곱센티미터"),
    ("km", "킬로미터"),
    ("m", "미터"),
    ("cm", "센티미터"),
    ("mm", "밀리미터"),
    ("µm", "마이크로미터"),
    ("nm", "나노미터"),
    ("kg", "킬로그램"),
    ("g", "그램"),
    ("mg", "밀리그램"),
    ("µg", "마이크로그램"),
    ("t", "톤"),
    ("lb", "파운드"),
    ("oz", "온스"),
    ("l", "리터"),
    ("dl", "데시리터"),
    ("ml", "밀리리터"),
    ("ha", "헥타르"),
    ("°C", "도"),
    ("°F", "화씨 도"),
    ("°", "도"),
    ("h", "시간"),
    ("min", "분"),
    ("s", "초"),
    ("ms", "밀리초"),
    ("Hz", "헤르츠"),
    ("kHz", "킬로헤르츠"),
    ("MHz", "메가헤르츠"),
    ("GHz", "기가헤르츠"),
    ("W", "와트"),
    ("kW", "킬로와트"),
    ("MW", "메가와트"),
    ("kWh", "킬로와트시"),
    ("V", "볼트"),
    ("kV", "킬로볼트"),
    ("mA", "밀리암페어"),
    ("mAh", "밀리암페어시"),
    ("Ω", "옴"),
    ("J", "줄"),
    ("kJ", "킬로줄"),
    ("kcal", "킬로칼로리"),
    ("cal", "칼로리"),
    ("Pa", "파스칼"),
    ("hPa", "헥토파스칼"),
    ("kPa", "킬로파스칼"),
    ("dB", "데시벨"),
    ("kB", "킬로바이트"),
    ("MB", "메가바이트"),
    ("GB", "기가바이트"),
    ("TB", "테라바이트"),
    ("px", "픽셀"),
    ("ft", "피트"),
    ("in", "인치"),
    ("mi", "마일"),
    ("gal", "갤런"),
    ("mol", "몰"),
];

pub(super) fn unit(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let measure = parse::measure(place.rest(), customs)?;
    if measure.amount.negative && !place.begins_word() {
        return None;
    }
    let words = amount(&measure.amount, customs);
    if measure.unit == "km/h" {
        // 시속 80km/h says it twice.
        let speed = if place.before().trim_end().ends_with("시속") { "" } else { "시속 " };
        return Some(Said::new(measure.length, format!("{speed}{words} 킬로미터")));
    }
    let (_, name) = NAMES.iter().find(|(unit, _)| *unit == measure.unit)?;
    let frost = measure.amount.negative && matches!(measure.unit, "°C" | "°F" | "°");
    let sign = if frost { "영하 " } else { sign(&measure.amount) };
    Some(Said::new(measure.length, format!("{sign}{words} {name}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::ko::CUSTOMS;

    #[test]
    fn units_have_names() {
        let read = |text| unit(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2km를").as_deref(), Some("이 킬로미터"));
        assert_eq!(read("60km/h").as_deref(), Some("시속 육십 킬로미터"));
        assert_eq!(read("-3℃").as_deref(), Some("영하 삼 도"));
        assert_eq!(read("5개"), None);
    }
}
