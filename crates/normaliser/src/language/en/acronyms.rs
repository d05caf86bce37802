//! Words in capitals: which are spelled and which are said, in English.

use crate::customs::Customs;
use crate::language::en::context::{is_function, is_opener};
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};
use crate::shared::acronym::{capitals, is_shouted, spelled};
use crate::shared::spell;

/// Asked before the rules that read over full stops.
pub(super) const AT_END: &[Rule] = &[Rule { name: "acronym", starts: Starts::Letter, read: at_end }];

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "acronym", starts: Starts::Letter, read: with_ampersand },
    Rule { name: "acronym", starts: Starts::Letter, read: unsayable },
    Rule { name: "letter", starts: Starts::Letter, read: letter },
];

/// Said otherwise than written. An empty second says that it is said as a word.
pub(super) const NAMES: &[(&str, &str)] = &[
    ("SQL", "sequel"),
    ("NoSQL", "no sequel"),
    ("MySQL", "my sequel"),
    ("JPEG", "jay peg"),
    ("JPG", "j p g"),
    ("MPEG", "em peg"),
    ("GUI", "gooey"),
    ("PhD", "p h d"),
    ("WW1", "world war one"),
    ("WW2", "world war two"),
    ("WWI", "world war one"),
    ("WWII", "world war two"),
    ("AAA", "triple a-"),
    ("IEEE", "i triple e"),
    ("NAACP", "n double a- c p"),
    ("NCAA", "n c double a-"),
    ("mRNA", "m r n a-"),
    ("tRNA", "t r n a-"),
    ("pH", "p h"),
    ("iOS", "i o s"),
    ("macOS", "mac o s"),
    ("IoT", "i o t"),
    ("DIY", "d i y"),
    ("FYI", "f y i"),
    ("GIF", "gif"),
    ("NYC", "n y c"),
    ("BYOB", "b y o b"),
    ("KYC", "k y c"),
    ("NY", "n y"),
    ("YTD", "y t d"),
    ("XYZ", "x y z"),
    ("YMCA", "y m c a-"),
    ("EXE", "e x e"),
    ("DOCX", "doc x"),
    ("USS", "u s s"),
    ("BA", "b a-"),
    ("MA", "m a-"),
    ("PA", "p a-"),
    ("w/o", "without"),
    ("NASA", ""),
    ("NATO", ""),
    ("OSHA", ""),
    ("FEMA", ""),
    ("UNICEF", ""),
    ("UNESCO", ""),
    ("AIDS", ""),
    ("JSON", ""),
    ("YAML", ""),
    ("RAM", ""),
    ("ROM", ""),
    ("PIN", ""),
    ("SIM", ""),
    ("CAT", ""),
    ("PET", ""),
    ("LASER", ""),
    ("RADAR", ""),
    ("SCUBA", ""),
    ("ISA", ""),
    ("COBOL", ""),
    ("BASIC", ""),
    ("NAFTA", ""),
    ("OPEC", ""),
    ("ASEAN", ""),
    ("SARS", ""),
    ("COVID", ""),
    ("NASDAQ", ""),
    ("SWAT", ""),
    ("PAC", ""),
    ("HIPAA", ""),
    ("LAN", ""),
    ("WAN", ""),
    ("BIOS", ""),
    ("RAID", ""),
    ("FIFA", ""),
    ("UEFA", ""),
    ("NASCAR", ""),
    ("LEGO", ""),
    ("IKEA", ""),
    ("FIAT", ""),
    ("MERS", ""),
    ("OK", "okay"),
    ("ZIP", ""),
    ("CAD", ""),
    ("BOGO", ""),
    ("POTUS", ""),
    ("SCOTUS", ""),
    ("ACE", ""),
    ("TED", ""),
    ("ESA", ""),
    ("SAT", ""),
    ("GMO", "g m o"),
    ("BAFTA", ""),
    ("ASBO", ""),
    ("NICE", ""),
    ("SAGE", ""),
    ("TOML", ""),
    ("ASCII", ""),
    ("GNU", ""),
    ("VAT", "v a- t"),
    ("HTTPS", "h t t p s"),
    ("WIFI", "wifi"),
    ("DEFRA", ""),
    ("OFCOM", ""),
    ("OFSTED", ""),
];

/// Spelled although one could say them.
pub(super) const SPELLED: &[&str] = &[
    "USDA", "ACLU", "UCLA", "AARP", "USMC", "USAF", "USPS", "OECD", "ASAP", "AKA", "ETA", "FAQ", "LED",
    "UFO", "IOU", "AED", "UTF", "PO", "UI", "UX", "AI", "IO", "ID", "UK", "EU", "US", "IT", "TV", "API",
    "URL", "CEO", "CFO", "CTO", "COO", "EPA", "IRS", "ICU", "ER", "OBE", "CIA", "FBI", "IV", "OR", "ADHD",
    "AVI", "IPO", "RPO", "HMO", "NGO", "DNA", "RNA", "EXE", "ITV", "RAF", "UAE", "USSR", "IRA", "EMT", "ATM",
    "WHO", "UN", "AA", "AC", "EV", "AV", "OS", "IP", "VIP", "IQ", "EP", "DUI", "ROI", "KPI", "USB", "UPS",
    "UTC", "EST", "EDT", "ET", "PIO", "SUV", "GPA", "MBA", "MIT", "IDE", "SDK", "AWS", "OTP", "SEO", "B2B",
    "ISO", "ISP", "UV", "IBM", "BMI", "USA", "UDP", "ICE", "AOL", "AMD", "SOS", "TBA", "ADA", "DOJ", "DOE",
    "DOT", "HOA", "LOL", "OMG", "EOD", "POC", "SAAS",
];

/// Words of two and three letters that people write in capitals to stress them, or in titles.
const STRESSED: &[&str] = &[
    "AM", "AN", "AS", "AT", "BE", "BY", "DO", "GO", "HE", "IF", "IN", "IS", "ME", "MY", "NO", "OF", "OH",
    "ON", "SO", "TO", "UP", "WE", "ACT", "ADD", "AGE", "AGO", "AIM", "AIR", "ALL", "AND", "ANY", "ARE",
    "ARM", "ART", "ASK", "BAD", "BAG", "BAN", "BAR", "BED", "BET", "BIG", "BIT", "BOX", "BOY", "BUS", "BUT",
    "BUY", "CAN", "CAR", "CUP", "CUT", "DAD", "DAY", "DID", "DIE", "DOG", "DRY", "DUE", "EAT", "EGG", "END",
    "EYE", "FAR", "FAT", "FEE", "FEW", "FIT", "FIX", "FLY", "FOR", "FOX", "FUN", "GET", "GOD", "GOT", "GUN",
    "GUY", "HAD", "HAS", "HAT", "HER", "HEY", "HIM", "HIS", "HIT", "HOT", "HOW", "ICE", "ILL", "ITS", "JOB",
    "JOY", "KEY", "KID", "LAW", "LAY", "LEG", "LET", "LIE", "LOT", "LOW", "MAD", "MAN", "MAP", "MAY", "MEN",
    "MIX", "MOM", "MUM", "NET", "NEW", "NOT", "NOW", "ODD", "OFF", "OIL", "OLD", "ONE", "OUR", "OUT", "OWE",
    "OWN", "PAY", "PEN", "PIT", "POP", "PUT", "RED", "RID", "ROW", "RUN", "SAD", "SAW", "SAY", "SEA", "SEE",
    "SET", "SEX", "SHE", "SIR", "SIT", "SIX", "SKY", "SON", "SUM", "SUN", "TAX", "TEA", "TEN", "THE", "TIE",
    "TIP", "TOO", "TOP", "TOY", "TRY", "TWO", "USE", "WAR", "WAS", "WAY", "WET", "WHY", "WIN", "WON", "YES",
    "YET", "YOU", "ZOO", "EVE", "MAX", "TIM", "TOM", "JIM", "BOB", "ANN", "AMY", "SAM", "BEN", "DAN", "JOE",
    "LEE", "RAY", "ROY", "IAN", "ZEN",
];

/// What English words may begin with before their first vowel, besides single consonants.
const ONSETS: &[&str] = &[
    "BL", "BR", "CH", "CHR", "CL", "CR", "DR", "DW", "FL", "FR", "GH", "GL", "GN", "GR", "KL", "KN", "KR",
    "PH", "PL", "PR", "PS", "QU", "RH", "SC", "SCH", "SCR", "SH", "SHR", "SK", "SL", "SM", "SN", "SP", "SPL",
    "SPR", "SQ", "ST", "STR", "SW", "TH", "THR", "TR", "TW", "VL", "WH", "WR",
];

/// What they may end with behind their last vowel, besides single consonants.
const CODAS: &[&str] = &[
    "CH", "CK", "CT", "CTS", "FF", "FT", "GH", "GHT", "LD", "LF", "LK", "LL", "LM", "LP", "LS", "LT", "LTH",
    "MB", "MN", "MP", "MPS", "MS", "NCH", "NC", "ND", "NDS", "NG", "NGS", "NK", "NKS", "NS", "NT", "NTS",
    "NTH", "PS", "PT", "RB", "RC", "RCH", "RD", "RDS", "RF", "RGH", "RK", "RKS", "RL", "RM", "RMS", "RN",
    "RNS", "RP", "RS", "RST", "RT", "RTS", "RTH", "RVE", "SH", "SK", "SM", "SP", "SS", "ST", "STS", "TCH",
    "TH", "THS", "TS", "TT", "WL", "WN", "WS", "XT", "YS", "ZZ", "GS", "DS", "BS", "CKS", "KS", "LLS", "BT",
    "DGE",
];

const VOWELS: [char; 6] = ['A', 'E', 'I', 'O', 'U', 'Y'];

/// `R&D`, `AT&T`, `Q&As`.
fn with_ampersand(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let end = rest.find(|c: char| !(c.is_ascii_uppercase() || c == '&')).unwrap_or(rest.len());
    let (first, second) = rest[..end].split_once('&')?;
    let sound = (1..=3).contains(&first.len()) && (1..=3).contains(&second.len()) && !second.contains('&');
    let suffix =
        ["'s", "’s", "s"].into_iter().find(|suffix| rest[end..].starts_with(suffix)).unwrap_or_default();
    let length = end + suffix.len();
    let last =
        if suffix.is_empty() { spelled(second, customs) } else { spelled(&format!("{second}s"), customs) };
    let said = [spell::characters(first, customs).as_str(), "and", &last].join(" ");
    (sound && place.begins_word() && place.may_end(length)).then(|| Said::new(length, said))
}

/// Capitals that make no English word.
fn unsayable(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (word, length) = capitals(place)?;
    if customs.name(word).is_some()
        || !word.is_ascii()
        || (is_shouted(place, length, customs) && is_sayable(word))
    {
        return None;
    }
    let listed = SPELLED.contains(&word) && is_meant(place, word);
    let short = word.len() <= 3 && !STRESSED.contains(&word) && !SPELLED.contains(&word);
    let spell = listed || short || !is_sayable(word);
    spell.then(|| Said::new(length, spelled(&place.rest()[..length], customs)))
}

/// Whether what is a word as well is not that word: `who` is the organisation only behind `the`.
fn is_meant(place: Place<'_>, word: &str) -> bool {
    match word {
        "WHO" | "ICE" | "DOT" | "OR" | "UPS" => {
            matches!(place.previous_word(), "the" | "The" | "by" | "from")
        }
        _ => true,
    }
}

/// Whether an English word could look like this.
fn is_sayable(word: &str) -> bool {
    let Some(first) = word.find(VOWELS) else { return false };
    let last = word.rfind(VOWELS).unwrap_or(first);
    let (onset, coda) = (&word[..first], &word[last + 1..]);
    let inner = word[first..=last].split(VOWELS).all(|run| run.len() <= 3);
    let starts = onset.len() <= 1 || ONSETS.contains(&onset);
    let ends = coda.len() <= 1 || CODAS.contains(&coda);
    let short = word.len() > 2 || STRESSED.contains(&word) || matches!(word, "IT" | "US" | "OR" | "ID");
    starts && ends && inner && short
}

/// `A` as a letter: `plan A`, `an A`; behind a word it is hardly ever the article.
fn letter(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let behind = place.rest().strip_prefix('A').filter(|_| place.begins_word())?;
    let alone =
        !behind.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '$' | '/'));
    let (previous, next) = (place.previous_word(), place.next_word(1));
    let title = next.starts_with(char::is_uppercase)
        && (previous.starts_with(char::is_uppercase)
            || is_function(previous) && !matches!(previous, "an" | "the"));
    let behind_word = previous.chars().any(char::is_lowercase) && !title;
    (alone && behind_word).then(|| Said::new(1, spell::letter('A', customs)))
}

/// Letters with full stops, the last of which ends a sentence: `plan B. Then`, `the U.S. Nobody`.
fn at_end(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let pairs =
        rest.as_bytes().chunks_exact(2).take_while(|pair| pair[0].is_ascii_uppercase() && pair[1] == b'.');
    let length = 2 * pairs.count();
    let behind = rest.get(length..)?.strip_prefix(' ')?;
    let opens = place.before().trim_end_matches(['"', '“', '(', ' ']).is_empty();
    let ends = length > 2 || (length == 2 && !opens);
    let letters = rest[..length].chars().filter(|c| *c != '.').map(|c| spell::letter(c, customs));
    (ends && place.begins_word() && is_opener(first_word(behind)))
        .then(|| Said::new(length - 1, spell::join(letters.collect::<Vec<_>>())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::testing::american;

    #[test]
    fn what_no_word_could_be_is_spelled() {
        assert!(is_sayable("NATO") && is_sayable("STOP") && is_sayable("THERE"));
        assert!(!is_sayable("RSPCA") && !is_sayable("ESPN") && !is_sayable("DVLA"));
    }

    #[test]
    fn stress_is_no_acronym() {
        assert_eq!(american("Do NOT use the ATM."), "Do NOT use the a- t m.");
        assert_eq!(american("DO IT NOW, said IT."), "DO IT NOW, said i t.");
    }

    #[test]
    fn letters_have_names() {
        assert_eq!(american("plan A, the R&D lab, two CEOs"), "plan a-, the r and d lab, two c e o's");
        assert_eq!(american("A dog in A Tale"), "A dog in A Tale");
    }

    #[test]
    fn the_stop_behind_letters_may_end_a_sentence() {
        assert_eq!(american("We chose plan B. Then we left."), "We chose plan b. Then we left.");
        assert_eq!(american("Take option C. It was good."), "Take option c. It was good.");
        assert_eq!(american("He lives in the U.S. Nobody knew."), "He lives in the u s. Nobody knew.");
        assert_eq!(american("by T. Marlowe in the U.S. Senate"), "by t Marlowe in the u s Senate");
    }
}
