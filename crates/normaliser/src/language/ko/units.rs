//! Amounts with symbols of units.

use crate::customs::Customs;
use crate::parse::measure as parse;
use crate::parse::unit::{Names, Unit};
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{amount, sign};

const NAMES: Names<&str> = Names::new(
    &[
        (Unit::Microfarad, "마이크로패럿"),
        (Unit::Nanofarad, "나노패럿"),
        (Unit::Picofarad, "피코패럿"),
        (Unit::GigawattHour, "기가와트시"),
        (Unit::AmpereHour, "암페어시"),
        (Unit::Electronvolt, "전자볼트"),
        (Unit::Millisievert, "밀리시버트"),
        (Unit::KilovoltAmpere, "킬로볼트암페어"),
        (Unit::Millihenry, "밀리헨리"),
        (Unit::GramPerCubicCentimetre, "그램 매 세제곱센티미터"),
        (Unit::MetrePerSecond, "미터 매 초"),
        (Unit::MilePerHour, "마일"),
        (Unit::SquareMetre, "제곱미터"),
        (Unit::SquareKilometre, "제곱킬로미터"),
        (Unit::SquareCentimetre, "제곱센티미터"),
        (Unit::CubicMetre, "세제곱미터"),
        (Unit::CubicCentimetre, "세제곱센티미터"),
        (Unit::Kilometre, "킬로미터"),
        (Unit::Metre, "미터"),
        (Unit::Centimetre, "센티미터"),
        (Unit::Millimetre, "밀리미터"),
        (Unit::Micrometre, "마이크로미터"),
        (Unit::Nanometre, "나노미터"),
        (Unit::Kilogram, "킬로그램"),
        (Unit::Gram, "그램"),
        (Unit::Milligram, "밀리그램"),
        (Unit::Microgram, "마이크로그램"),
        (Unit::Tonne, "톤"),
        (Unit::Pound, "파운드"),
        (Unit::Ounce, "온스"),
        (Unit::Litre, "리터"),
        (Unit::Decilitre, "데시리터"),
        (Unit::Millilitre, "밀리리터"),
        (Unit::Hectare, "헥타르"),
        (Unit::Celsius, "도"),
        (Unit::Fahrenheit, "화씨 도"),
        (Unit::Degree, "도"),
        (Unit::Hour, "시간"),
        (Unit::Minute, "분"),
        (Unit::Second, "초"),
        (Unit::Millisecond, "밀리초"),
        (Unit::Hertz, "헤르츠"),
        (Unit::Kilohertz, "킬로헤르츠"),
        (Unit::Megahertz, "메가헤르츠"),
        (Unit::Gigahertz, "기가헤르츠"),
        (Unit::Watt, "와트"),
        (Unit::Kilowatt, "킬로와트"),
        (Unit::Megawatt, "메가와트"),
        (Unit::KilowattHour, "킬로와트시"),
        (Unit::Volt, "볼트"),
        (Unit::Kilovolt, "킬로볼트"),
        (Unit::Milliampere, "밀리암페어"),
        (Unit::MilliampereHour, "밀리암페어시"),
        (Unit::Ohm, "옴"),
        (Unit::Joule, "줄"),
        (Unit::Kilojoule, "킬로줄"),
        (Unit::Kilocalorie, "킬로칼로리"),
        (Unit::Calorie, "칼로리"),
        (Unit::Pascal, "파스칼"),
        (Unit::Hectopascal, "헥토파스칼"),
        (Unit::Kilopascal, "킬로파스칼"),
        (Unit::Decibel, "데시벨"),
        (Unit::Kilobyte, "킬로바이트"),
        (Unit::Megabyte, "메가바이트"),
        (Unit::Gigabyte, "기가바이트"),
        (Unit::Terabyte, "테라바이트"),
        (Unit::Pixel, "픽셀"),
        (Unit::Foot, "피트"),
        (Unit::Inch, "인치"),
        (Unit::Mile, "마일"),
        (Unit::Gallon, "갤런"),
        (Unit::Mole, "몰"),
        (Unit::KilometrePerSecond, "킬로미터 매 초"),
        (Unit::MetrePerSecondSquared, "미터 매 초 제곱"),
        (Unit::GramPerLitre, "그램 퍼 리터"),
        (Unit::MilligramPerLitre, "밀리그램 퍼 리터"),
        (Unit::MilligramPerDecilitre, "밀리그램 퍼 데시리터"),
        (Unit::Decimetre, "데시미터"),
        (Unit::Centilitre, "센티리터"),
        (Unit::Microsecond, "마이크로초"),
        (Unit::Nanosecond, "나노초"),
        (Unit::Gigawatt, "기가와트"),
        (Unit::MegawattHour, "메가와트시"),
        (Unit::WattHour, "와트시"),
        (Unit::Millivolt, "밀리볼트"),
        (Unit::Kiloohm, "킬로옴"),
        (Unit::Hectolitre, "헥토리터"),
        (Unit::Microlitre, "마이크로리터"),
        (Unit::Lumen, "루멘"),
        (Unit::Lux, "럭스"),
    ],
    &[
        Unit::KilometrePerHour,
        Unit::Kelvin,
        Unit::Ampere,
        Unit::Newton,
        Unit::NewtonMetre,
        Unit::Bar,
        Unit::Millibar,
        Unit::Bit,
        Unit::Kilobit,
        Unit::Megabit,
        Unit::Kibibyte,
        Unit::Mebibyte,
        Unit::Gibibyte,
        Unit::KilobitPerSecond,
        Unit::MegabitPerSecond,
        Unit::GigabitPerSecond,
        Unit::MegabytePerSecond,
        Unit::GigabytePerSecond,
        Unit::Megapixel,
        Unit::FramePerSecond,
        Unit::DotPerInch,
        Unit::TurnPerMinute,
        Unit::Yard,
        Unit::GramPerKilometre,
        Unit::LitrePerHundredKilometres,
        Unit::MillimolePerLitre,
        Unit::PartPerMillion,
        Unit::Horsepower,
        Unit::KilogramPerCubicMetre,
    ],
);

pub(super) fn unit(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let measure = parse::measure(place.rest(), customs)?;
    if measure.amount.negative && !place.begins_word() {
        return None;
    }
    let words = amount(&measure.amount, customs);
    if measure.unit == Unit::KilometrePerHour {
        // 시속 80km/h says it twice.
        let speed = if place.before().trim_end().ends_with("시속") { "" } else { "시속 " };
        return Some(Said::new(measure.length, format!("{speed}{words} 킬로미터")));
    }
    let name = NAMES.get(measure.unit)?;
    let frost =
        measure.amount.negative && matches!(measure.unit, Unit::Celsius | Unit::Fahrenheit | Unit::Degree);
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
