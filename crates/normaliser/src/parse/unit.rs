//! Units of measure: what their symbols mean, in all languages, and a language's [`Names`] of them. Read [`Unit`] first.

use crate::parse;

/// Makes the enum of all units and the table of how each is written.
macro_rules! units {
    ($($unit:ident $($spelling:literal)+;)+) => {
        /// A unit of measure, whatever it is called.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Unit { $($unit),+ }

        /// How each unit is written, in the order of the enum.
        const SPELLINGS: &[(Unit, &[&str])] = &[$((Unit::$unit, &[$($spelling),+])),+];
    };
}

// Symbols that mean the same in all languages (SI, ISO 80000 and trades), and other spellings of each behind it.
// Those that are also words or need more knowledge (`in`, `m`, `h`) stand here too: a rule that takes them looks at what
// is around.
units! {
    KilometrePerHour "km/h" "kmh" "км/ч" "km/sa";
    MetrePerSecond "m/s" "м/с";
    MilePerHour "mph";
    SquareMetre "m²" "m2" "м²" "㎡";
    SquareKilometre "km²" "km2" "км²" "㎢";
    SquareCentimetre "cm²" "cm2";
    CubicMetre "m³" "m3" "м³" "㎥";
    CubicCentimetre "cm³" "cm3";
    Kilometre "km" "км" "㎞";
    Metre "m" "м";
    Decimetre "dm";
    Centimetre "cm" "см" "㎝";
    Millimetre "mm" "мм" "㎜";
    Micrometre "µm" "μm";
    Nanometre "nm";
    Kilogram "kg" "кг" "㎏";
    Gram "g" "г";
    Milligram "mg" "мг" "㎎";
    Microgram "µg" "μg";
    Tonne "t" "т";
    Pound "lb" "lbs";
    Ounce "oz";
    Litre "l" "L" "л" "ℓ";
    Decilitre "dl" "dL";
    Centilitre "cl" "cL";
    Millilitre "ml" "mL" "мл" "㎖";
    Hectare "ha" "га";
    Celsius "°C" "℃" "º C" "ºC" "° C";
    Fahrenheit "°F" "℉" "° F";
    Kelvin "K";
    Degree "°" "º";
    Hour "h" "ч";
    Minute "min" "мин";
    Second "s" "с";
    Millisecond "ms" "мс";
    Microsecond "µs" "μs";
    Nanosecond "ns";
    Hertz "Hz" "Гц";
    Kilohertz "kHz" "кГц";
    Megahertz "MHz" "МГц";
    Gigahertz "GHz" "ГГц";
    Watt "W" "Вт";
    Kilowatt "kW" "кВт";
    Megawatt "MW" "МВт";
    Gigawatt "GW" "ГВт";
    KilowattHour "kWh" "кВт·ч" "кВтч";
    MegawattHour "MWh";
    WattHour "Wh";
    Volt "V" "В";
    Kilovolt "kV" "кВ";
    Millivolt "mV";
    Ampere "A";
    Milliampere "mA";
    MilliampereHour "mAh" "мА·ч";
    Ohm "Ω" "\u{2126}";
    Kiloohm "kΩ";
    Joule "J";
    Kilojoule "kJ";
    Kilocalorie "kcal" "ккал";
    Calorie "cal";
    Newton "N";
    NewtonMetre "Nm";
    Pascal "Pa" "Па";
    Hectopascal "hPa" "гПа";
    Kilopascal "kPa" "кПа";
    Bar "bar" "бар";
    Millibar "mbar";
    Decibel "dB" "дБ";
    Bit "bit";
    Kilobit "kbit";
    Megabit "Mbit";
    Kilobyte "kB" "KB" "КБ";
    Megabyte "MB" "МБ";
    Gigabyte "GB" "ГБ";
    Terabyte "TB" "ТБ";
    Kibibyte "KiB";
    Mebibyte "MiB";
    Gibibyte "GiB";
    KilobitPerSecond "kbit/s" "kbps" "Kbps" "kb/s";
    MegabitPerSecond "Mbit/s" "Mbps" "Мбит/с" "Mb/s";
    GigabitPerSecond "Gbit/s" "Gbps" "Гбит/с" "Gb/s";
    MegabytePerSecond "MB/s" "МБ/с";
    GigabytePerSecond "GB/s";
    Pixel "px";
    Megapixel "MP" "Mpx";
    FramePerSecond "fps";
    DotPerInch "dpi";
    TurnPerMinute "rpm";
    Foot "ft";
    Inch "in";
    Yard "yd";
    Mile "mi";
    Gallon "gal";
    GramPerKilometre "g/km";
    LitrePerHundredKilometres "l/100 km" "l/100km" "L/100 km";
    GramPerLitre "g/l";
    MilligramPerLitre "mg/l" "мг/л";
    MilligramPerDecilitre "mg/dl" "mg/dL";
    MillimolePerLitre "mmol/l" "mmol/L";
    PartPerMillion "ppm";
    Horsepower "hp" "bhp";
    Lumen "lm";
    Lux "lx";
    Mole "mol";
    KilogramPerCubicMetre "kg/m³" "kg/m3";
    Microlitre "µl" "μl";
    KilometrePerSecond "km/s";
    MetrePerSecondSquared "m/s²" "m/s2" "m/s^2";
    Hectolitre "hl";
    Microfarad "µF" "μF" "мкФ";
    Nanofarad "nF" "нФ";
    Picofarad "pF" "пФ";
    GigawattHour "GWh" "ГВт·ч";
    AmpereHour "Ah" "А·ч";
    Electronvolt "eV" "эВ";
    Millisievert "mSv" "мЗв";
    KilovoltAmpere "kVA" "кВА";
    Millihenry "mH" "мГн";
    GramPerCubicCentimetre "g/cm³" "g/cm3" "г/см³";
}

/// The unit with which `text` begins, the longest that is no part of a word, and the length in bytes as it is written.
pub(crate) fn find(text: &str) -> Option<(Unit, usize)> {
    let fits = |spelling: &str| {
        let behind = text.strip_prefix(spelling)?;
        let ends = !parse::goes_on(behind) && !behind.starts_with(['²', '³']);
        (ends || !spelling.ends_with(char::is_alphanumeric)).then_some(spelling.len())
    };
    let spellings =
        SPELLINGS.iter().flat_map(|(unit, all)| all.iter().map(move |spelling| (*unit, *spelling)));
    spellings.filter_map(|(unit, spelling)| Some((unit, fits(spelling)?))).max_by_key(|(_, length)| *length)
}

/// What a language calls each unit.
#[derive(Debug)]
pub(crate) struct Names<N: 'static>(&'static [(Unit, N)]);

impl<N> Names<N> {
    /// The names of all units but `unnamed`: those that nobody writes by their symbol in the language, or whose symbol is
    /// rather a word of it. A constant does not compile while a unit is in neither list, or in both.
    pub(crate) const fn new(named: &'static [(Unit, N)], unnamed: &[Unit]) -> Self {
        let mut at = 0;
        while at < SPELLINGS.len() {
            let unit = SPELLINGS[at].0;
            assert!(
                count_named(named, unit) + count(unnamed, unit) == 1,
                "each unit is named once or not at all"
            );
            at += 1;
        }
        Self(named)
    }

    pub(crate) fn get(&self, unit: Unit) -> Option<&'static N> {
        self.0.iter().find(|(named, _)| *named == unit).map(|(_, name)| name)
    }
}

const fn count_named<N>(named: &[(Unit, N)], unit: Unit) -> usize {
    let (mut at, mut found) = (0, 0);
    while at < named.len() {
        found += (named[at].0 as usize == unit as usize) as usize;
        at += 1;
    }
    found
}

const fn count(units: &[Unit], unit: Unit) -> usize {
    let (mut at, mut found) = (0, 0);
    while at < units.len() {
        found += (units[at] as usize == unit as usize) as usize;
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_known_by_any_spelling() {
        assert_eq!(find("m² groß"), Some((Unit::SquareMetre, "m²".len())));
        assert_eq!(find("км/ч"), find("kmh").map(|(unit, _)| (unit, "км/ч".len())));
        assert_eq!((find("men"), find("m³x")), (None, None));
    }

    #[test]
    fn no_spelling_has_two_meanings() {
        let mut all: Vec<&str> =
            SPELLINGS.iter().flat_map(|(_, spellings)| spellings.iter().copied()).collect();
        let before = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), before);
    }
}
