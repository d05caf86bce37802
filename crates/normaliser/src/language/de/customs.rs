//! How German is written, and the names of marks and of words in capitals.

use super::{numbers, say_as};
use crate::customs::Customs;
use speech::DateOrder;

pub(super) static CUSTOMS: Customs = Customs {
    tag: "de",
    decimal: &[','],
    group: &['.', ' ', '\u{A0}', '\u{202F}', '’', '\''],
    dates: DateOrder::DayFirst,
    marks: MARKS,
    say_as: say_as::say_as,
    vowels: "AEIOUÄÖÜ",
    spelled: SPELLED,
    names: NAMES,
    version: "Version",
    point: "Punkt",
    hashtag: "Hashtag",
    figures: Some(numbers::figures),
    ..Customs::BARE
};

const MARKS: &[(char, &str)] = &[
    ('.', "Punkt"),
    ('/', "Slash"),
    ('@', "at"),
    ('-', "Minus"),
    ('_', "Unterstrich"),
    (':', "Doppelpunkt"),
    ('?', "Fragezeichen"),
    ('!', "Ausrufezeichen"),
    ('=', "gleich"),
    ('&', "und"),
    ('#', "Raute"),
    ('~', "Tilde"),
    ('+', "plus"),
    ('%', "Prozent"),
    ('*', "Stern"),
    ('\\', "Backslash"),
    (',', "Komma"),
    ('(', "Klammer auf"),
    (')', "Klammer zu"),
];

/// Words in capitals that are spelled although they could be said.
const SPELLED: &[&str] = &[
    "ADAC", "ADHS", "AEG", "AG", "AGB", "AOK", "ARD", "ARTE", "ASB", "AU", "BASF", "BAG", "BIP", "BGH",
    "BKA", "BUND", "CDU", "CSU", "DAK", "DFB", "DIHK", "DLRG", "DNA", "EDV", "EG", "EKD", "EM", "EU", "EUR",
    "EZB", "FAZ", "FAQ", "FU", "GEMA", "GEZ", "HNO", "IAA", "IBAN", "IC", "ICE", "IG", "IHK", "IKEA", "IOC",
    "ISO", "IT", "IWF", "KI", "KIKA", "OB", "OHG", "OP", "ORF", "OSZE", "PKW", "LKW", "RAF", "RTL", "SAP",
    "SEK", "SOS", "TU", "UKW", "UNO", "USA", "UV", "VOB", "WAZ", "WHO", "WM", "ZDF", "ÖBB", "ÖVP", "SPÖ",
    "FPÖ", "AI", "API", "CEO", "IP", "IQ", "ID", "UI", "URL", "USB",
];

/// Words that a voice would spell, and those that are said as they are.
const NAMES: &[(&str, &str)] = &[
    ("TÜV", "Tüv"),
    ("BAföG", "Bafög"),
    ("BAFÖG", "Bafög"),
    ("RAM", "Ram"),
    ("ROM", "Rom"),
    ("DAX", "Dax"),
    ("MDAX", "M Dax"),
    ("GEMA", "Gema"),
    ("IKEA", "Ikea"),
    ("SAP", "S A P"),
    ("UNO", "Uno"),
    ("NATO", "Nato"),
    ("NASA", "Nasa"),
    ("UNESCO", "Unesco"),
    ("UNICEF", "Unicef"),
    ("FIFA", "Fifa"),
    ("UEFA", "Uefa"),
    ("OPEC", "Opec"),
    ("PISA", "Pisa"),
    ("AIDS", "Aids"),
    ("COVID", "Covid"),
    ("ALDI", "Aldi"),
    ("REWE", "Rewe"),
    ("EDEKA", "Edeka"),
    ("HARIBO", "Haribo"),
    ("DIN", "Din"),
    ("ISO", "Iso"),
    ("IBAN", "Iban"),
    ("PIN", "Pin"),
    ("TAN", "Tan"),
    ("SIM", "Sim"),
    ("ARTE", "Arte"),
    ("ASCII", "Aski"),
    ("ELSTER", "Elster"),
    ("BAMF", "Bamf"),
    ("AStA", "Asta"),
    ("NABU", "Nabu"),
    ("BUND", "Bund"),
    ("KIKA", "Kika"),
    ("LASER", "Laser"),
    ("RADAR", "Radar"),
];
