//! Amounts with symbols of units.

use crate::customs::Customs;
use crate::parse::measure as parse;
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{Two, amount};

const NAMES: &[(&str, &str)] = &[
    ("km/h", "公里每小时"),
    ("m/s", "米每秒"),
    ("mph", "英里每小时"),
    ("m²", "平方米"),
    ("km²", "平方公里"),
    ("cm²", "平方厘米"),
    ("m³", "立方米"),
    ("cm³", "立方厘米"),
    ("km", "公里"),
    ("m", "米"),
    ("dm", "分米"),
    ("cm", "厘米"),
    ("mm", "毫米"),
    ("µm", "微米"),
    ("nm", "纳米"),
    ("kg", "公斤"),
    ("g", "克"),
    ("mg", "毫克"),
    ("µg", "微克"),
    ("t", "吨"),
    ("lb", "磅"),
    ("oz", "盎司"),
    ("l", "升"),
    ("dl", "分升"),
    ("ml", "毫升"),
    ("l/100 km", "升每百公里"),
    ("ha", "公顷"),
    ("°C", "摄氏度"),
    ("°F", "华氏度"),
    ("°", "度"),
    ("h", "小时"),
    ("min", "分钟"),
    ("s", "秒"),
    ("ms", "毫秒"),
    ("Hz", "赫兹"),
    ("kHz", "千赫"),
    ("MHz", "兆赫"),
    ("GHz", "吉赫"),
    ("W", "瓦"),
    ("kW", "千瓦"),
    ("MW", "兆瓦"),
    ("kWh", "千瓦时"),
    ("V", "伏"),
    ("kV", "千伏"),
    ("mAh", "毫安时"),
    ("mA", "毫安"),
    ("Ω", "欧姆"),
    ("J", "焦耳"),
    ("kJ", "千焦"),
    ("kcal", "千卡"),
    ("cal", "卡"),
    ("Pa", "帕"),
    ("hPa", "百帕"),
    ("kPa", "千帕"),
    ("dB", "分贝"),
    ("px", "像素"),
    ("fps", "帧每秒"),
    ("ft", "英尺"),
    ("in", "英寸"),
    ("mi", "英里"),
    ("gal", "加仑"),
    ("mol", "摩尔"),
    ("mmol/l", "毫摩尔每升"),
    ("kg/m³", "千克每立方米"),
];

pub(super) fn unit(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let measure = parse::measure(place.rest(), customs)?;
    let (_, name) = NAMES.iter().find(|(unit, _)| *unit == measure.unit)?;
    if measure.amount.negative && !place.begins_word() {
        return None;
    }
    let sign = match (measure.amount.negative, measure.unit) {
        (true, "°C" | "°F" | "°") => "零下",
        (true, _) => "负",
        (false, _) => "",
    };
    Some(Said::new(measure.length, format!("{sign}{}{name}", amount(&measure.amount, Two::Counts))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::zh::CUSTOMS;

    #[test]
    fn units_have_names_and_frost_a_word() {
        let read = |text| unit(Place::new(text, 0, 99), &CUSTOMS).map(|said| said.words);
        assert_eq!(read("2km。").as_deref(), Some("两公里"));
        assert_eq!(read("-3.5°C").as_deref(), Some("零下三点五摄氏度"));
        assert_eq!(read("15㎡").as_deref(), Some("十五平方米"));
        assert_eq!(read("5个"), None);
    }
}
