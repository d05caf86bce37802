//! Amounts with symbols of units.

use crate::customs::Customs;
use crate::parse::measure as parse;
use crate::parse::unit::{Names, Unit};
use crate::place::Place;
use crate::rule::Said;

use super::numbers::{amount, sign};

const NAMES: Names<&str> = Names::new(
    &[
        (Unit::Microfarad, "マイクロファラド"),
        (Unit::Nanofarad, "ナノファラド"),
        (Unit::Picofarad, "ピコファラド"),
        (Unit::GigawattHour, "ギガワット時"),
        (Unit::AmpereHour, "アンペア時"),
        (Unit::Electronvolt, "電子ボルト"),
        (Unit::Millisievert, "ミリシーベルト"),
        (Unit::KilovoltAmpere, "キロボルトアンペア"),
        (Unit::Millihenry, "ミリヘンリー"),
        (Unit::GramPerCubicCentimetre, "グラム毎立方センチメートル"),
        (Unit::MetrePerSecond, "メートル毎秒"),
        (Unit::MilePerHour, "マイル毎時"),
        (Unit::SquareMetre, "平方メートル"),
        (Unit::SquareKilometre, "平方キロメートル"),
        (Unit::SquareCentimetre, "平方センチメートル"),
        (Unit::CubicMetre, "立方メートル"),
        (Unit::CubicCentimetre, "立方センチメートル"),
        (Unit::Kilometre, "キロメートル"),
        (Unit::Metre, "メートル"),
        (Unit::Centimetre, "センチメートル"),
        (Unit::Millimetre, "ミリメートル"),
        (Unit::Micrometre, "マイクロメートル"),
        (Unit::Nanometre, "ナノメートル"),
        (Unit::Kilogram, "キログラム"),
        (Unit::Gram, "グラム"),
        (Unit::Milligram, "ミリグラム"),
        (Unit::Microgram, "マイクログラム"),
        (Unit::Tonne, "トン"),
        (Unit::Pound, "ポンド"),
        (Unit::Ounce, "オンス"),
        (Unit::Litre, "リットル"),
        (Unit::Decilitre, "デシリットル"),
        (Unit::Millilitre, "ミリリットル"),
        (Unit::Hectare, "ヘクタール"),
        (Unit::Celsius, "度"),
        (Unit::Fahrenheit, "華氏度"),
        (Unit::Degree, "度"),
        (Unit::Hour, "時間"),
        (Unit::Minute, "分"),
        (Unit::Second, "秒"),
        (Unit::Millisecond, "ミリ秒"),
        (Unit::Hertz, "ヘルツ"),
        (Unit::Kilohertz, "キロヘルツ"),
        (Unit::Megahertz, "メガヘルツ"),
        (Unit::Gigahertz, "ギガヘルツ"),
        (Unit::Watt, "ワット"),
        (Unit::Kilowatt, "キロワット"),
        (Unit::Megawatt, "メガワット"),
        (Unit::KilowattHour, "キロワット時"),
        (Unit::Volt, "ボルト"),
        (Unit::Kilovolt, "キロボルト"),
        (Unit::Ampere, "アンペア"),
        (Unit::Milliampere, "ミリアンペア"),
        (Unit::MilliampereHour, "ミリアンペア時"),
        (Unit::Ohm, "オーム"),
        (Unit::Joule, "ジュール"),
        (Unit::Kilojoule, "キロジュール"),
        (Unit::Kilocalorie, "キロカロリー"),
        (Unit::Calorie, "カロリー"),
        (Unit::Pascal, "パスカル"),
        (Unit::Hectopascal, "ヘクトパスカル"),
        (Unit::Kilopascal, "キロパスカル"),
        (Unit::Decibel, "デシベル"),
        (Unit::Kilobyte, "キロバイト"),
        (Unit::Megabyte, "メガバイト"),
        (Unit::Gigabyte, "ギガバイト"),
        (Unit::Terabyte, "テラバイト"),
        (Unit::MegabitPerSecond, "メガビット毎秒"),
        (Unit::GigabitPerSecond, "ギガビット毎秒"),
        (Unit::Pixel, "ピクセル"),
        (Unit::Foot, "フィート"),
        (Unit::Inch, "インチ"),
        (Unit::Mile, "マイル"),
        (Unit::Gallon, "ガロン"),
        (Unit::PartPerMillion, "ピーピーエム"),
        (Unit::Mole, "モル"),
        (Unit::KilometrePerSecond, "キロメートル毎秒"),
        (Unit::MetrePerSecondSquared, "メートル毎秒毎秒"),
        (Unit::GramPerLitre, "グラム毎リットル"),
        (Unit::MilligramPerLitre, "ミリグラム毎リットル"),
        (Unit::MilligramPerDecilitre, "ミリグラム毎デシリットル"),
        (Unit::MillimolePerLitre, "ミリモル毎リットル"),
        (Unit::KilogramPerCubicMetre, "キログラム毎立方メートル"),
        (Unit::MegabytePerSecond, "メガバイト毎秒"),
        (Unit::GigabytePerSecond, "ギガバイト毎秒"),
        (Unit::KilobitPerSecond, "キロビット毎秒"),
        (Unit::Microsecond, "マイクロ秒"),
        (Unit::Nanosecond, "ナノ秒"),
        (Unit::Gigawatt, "ギガワット"),
        (Unit::MegawattHour, "メガワット時"),
        (Unit::WattHour, "ワット時"),
        (Unit::Millivolt, "ミリボルト"),
        (Unit::Kiloohm, "キロオーム"),
        (Unit::Microlitre, "マイクロリットル"),
        (Unit::Hectolitre, "ヘクトリットル"),
        (Unit::Centilitre, "センチリットル"),
        (Unit::Decimetre, "デシメートル"),
        (Unit::Lumen, "ルーメン"),
        (Unit::Lux, "ルクス"),
    ],
    &[
        Unit::KilometrePerHour,
        Unit::Kelvin,
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
        Unit::Megapixel,
        Unit::FramePerSecond,
        Unit::DotPerInch,
        Unit::TurnPerMinute,
        Unit::Yard,
        Unit::GramPerKilometre,
        Unit::LitrePerHundredKilometres,
        Unit::Horsepower,
    ],
);

pub(super) fn unit(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let measure = parse::measure(place.rest(), customs)?;
    if measure.amount.negative && !place.begins_word() {
        return None;
    }
    let amount = format!("{}{}", sign(&measure.amount), amount(&measure.amount, customs));
    if measure.unit == Unit::KilometrePerHour {
        // 時速80km/h says it twice.
        let speed = if place.before().ends_with("時速") { "" } else { "時速" };
        return Some(Said::new(measure.length, format!("{speed}{amount}キロメートル")));
    }
    let name = NAMES.get(measure.unit)?;
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
