//! Amounts with symbols of units.

use crate::customs::Customs;
use crate::parse::measure as parse;
use crate::parse::unit::{Names, Unit};
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{Two, amount};

const NAMES: Names<&str> = Names::new(
    &[
        (Unit::Microfarad, "微法"),
        (Unit::Nanofarad, "纳法"),
        (Unit::Picofarad, "皮法"),
        (Unit::GigawattHour, "吉瓦时"),
        (Unit::AmpereHour, "安时"),
        (Unit::Electronvolt, "电子伏特"),
        (Unit::Millisievert, "毫西弗"),
        (Unit::KilovoltAmpere, "千伏安"),
        (Unit::Millihenry, "毫亨"),
        (Unit::GramPerCubicCentimetre, "克每立方厘米"),
        (Unit::KilometrePerHour, "公里每小时"),
        (Unit::MetrePerSecond, "米每秒"),
        (Unit::MilePerHour, "英里每小时"),
        (Unit::SquareMetre, "平方米"),
        (Unit::SquareKilometre, "平方公里"),
        (Unit::SquareCentimetre, "平方厘米"),
        (Unit::CubicMetre, "立方米"),
        (Unit::CubicCentimetre, "立方厘米"),
        (Unit::Kilometre, "公里"),
        (Unit::Metre, "米"),
        (Unit::Decimetre, "分米"),
        (Unit::Centimetre, "厘米"),
        (Unit::Millimetre, "毫米"),
        (Unit::Micrometre, "微米"),
        (Unit::Nanometre, "纳米"),
        (Unit::Kilogram, "公斤"),
        (Unit::Gram, "克"),
        (Unit::Milligram, "毫克"),
        (Unit::Microgram, "微克"),
        (Unit::Tonne, "吨"),
        (Unit::Pound, "磅"),
        (Unit::Ounce, "盎司"),
        (Unit::Litre, "升"),
        (Unit::Decilitre, "分升"),
        (Unit::Millilitre, "毫升"),
        (Unit::LitrePerHundredKilometres, "升每百公里"),
        (Unit::Hectare, "公顷"),
        (Unit::Celsius, "摄氏度"),
        (Unit::Fahrenheit, "华氏度"),
        (Unit::Degree, "度"),
        (Unit::Hour, "小时"),
        (Unit::Minute, "分钟"),
        (Unit::Second, "秒"),
        (Unit::Millisecond, "毫秒"),
        (Unit::Hertz, "赫兹"),
        (Unit::Kilohertz, "千赫"),
        (Unit::Megahertz, "兆赫"),
        (Unit::Gigahertz, "吉赫"),
        (Unit::Watt, "瓦"),
        (Unit::Kilowatt, "千瓦"),
        (Unit::Megawatt, "兆瓦"),
        (Unit::KilowattHour, "千瓦时"),
        (Unit::Volt, "伏"),
        (Unit::Kilovolt, "千伏"),
        (Unit::MilliampereHour, "毫安时"),
        (Unit::Milliampere, "毫安"),
        (Unit::Ohm, "欧姆"),
        (Unit::Joule, "焦耳"),
        (Unit::Kilojoule, "千焦"),
        (Unit::Kilocalorie, "千卡"),
        (Unit::Calorie, "卡"),
        (Unit::Pascal, "帕"),
        (Unit::Hectopascal, "百帕"),
        (Unit::Kilopascal, "千帕"),
        (Unit::Decibel, "分贝"),
        (Unit::Pixel, "像素"),
        (Unit::FramePerSecond, "帧每秒"),
        (Unit::Foot, "英尺"),
        (Unit::Inch, "英寸"),
        (Unit::Mile, "英里"),
        (Unit::Gallon, "加仑"),
        (Unit::Mole, "摩尔"),
        (Unit::MillimolePerLitre, "毫摩尔每升"),
        (Unit::KilogramPerCubicMetre, "千克每立方米"),
        (Unit::KilometrePerSecond, "公里每秒"),
        (Unit::MetrePerSecondSquared, "米每二次方秒"),
        (Unit::GramPerLitre, "克每升"),
        (Unit::MilligramPerLitre, "毫克每升"),
        (Unit::MilligramPerDecilitre, "毫克每分升"),
        (Unit::Centilitre, "厘升"),
        (Unit::Microsecond, "微秒"),
        (Unit::Nanosecond, "纳秒"),
        (Unit::Gigawatt, "吉瓦"),
        (Unit::MegawattHour, "兆瓦时"),
        (Unit::WattHour, "瓦时"),
        (Unit::Millivolt, "毫伏"),
        (Unit::Kiloohm, "千欧"),
        (Unit::Millibar, "毫巴"),
        (Unit::GramPerKilometre, "克每公里"),
        (Unit::Microlitre, "微升"),
        (Unit::Lumen, "流明"),
        (Unit::Lux, "勒克斯"),
    ],
    &[
        Unit::Hectolitre,
        Unit::Kelvin,
        Unit::Ampere,
        Unit::Newton,
        Unit::NewtonMetre,
        Unit::Bar,
        Unit::Bit,
        Unit::Kilobit,
        Unit::Megabit,
        Unit::Kilobyte,
        Unit::Megabyte,
        Unit::Gigabyte,
        Unit::Terabyte,
        Unit::Kibibyte,
        Unit::Mebibyte,
        Unit::Gibibyte,
        Unit::KilobitPerSecond,
        Unit::MegabitPerSecond,
        Unit::GigabitPerSecond,
        Unit::MegabytePerSecond,
        Unit::GigabytePerSecond,
        Unit::Megapixel,
        Unit::DotPerInch,
        Unit::TurnPerMinute,
        Unit::Yard,
        Unit::PartPerMillion,
        Unit::Horsepower,
    ],
);

pub(super) fn unit(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let measure = parse::measure(place.rest(), customs)?;
    let name = NAMES.get(measure.unit)?;
    if measure.amount.negative && !place.begins_word() {
        return None;
    }
    let sign = match (measure.amount.negative, measure.unit) {
        (true, Unit::Celsius | Unit::Fahrenheit | Unit::Degree) => "零下",
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
