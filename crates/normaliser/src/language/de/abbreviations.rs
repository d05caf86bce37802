//! Abbreviations and what they stand for.

use crate::customs::Customs;
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

/// Before addresses, which `d.h.` looks like.
pub(super) const SEVERAL_WORDS: &[Rule] =
    &[Rule { name: "abbreviation", starts: Starts::Letter, read: of_several_words }];

pub(super) const RULES: &[Rule] = &[
    Rule { name: "abbreviation", starts: Starts::Letter, read: street },
    Rule { name: "abbreviation", starts: Starts::Letter, read: before_number },
    Rule { name: "abbreviation", starts: Starts::Letter, read: single },
];

/// The letters of abbreviations of several words, without their full stops and spaces.
const SEVERAL: &[(&[&str], &str)] = &[
    (&["z", "B"], "zum Beispiel"),
    (&["Z", "B"], "Zum Beispiel"),
    (&["d", "h"], "das heißt"),
    (&["D", "h"], "Das heißt"),
    (&["u", "a"], "unter anderem"),
    (&["U", "a"], "Unter anderem"),
    (&["i", "d", "R"], "in der Regel"),
    (&["I", "d", "R"], "In der Regel"),
    (&["u", "U"], "unter Umständen"),
    (&["m", "E"], "meines Erachtens"),
    (&["M", "E"], "Meines Erachtens"),
    (&["v", "a"], "vor allem"),
    (&["o", "Ä"], "oder Ähnliches"),
    (&["o", "ä"], "oder ähnlich"),
    (&["u", "Ä"], "und Ähnliches"),
    (&["n", "Chr"], "nach Christus"),
    (&["v", "Chr"], "vor Christus"),
    (&["a", "D"], "außer Dienst"),
    (&["a", "M"], "am Main"),
    (&["a", "d"], "an der"),
    (&["s", "o"], "siehe oben"),
    (&["s", "u"], "siehe unten"),
    (&["z", "T"], "zum Teil"),
    (&["z", "H"], "zu Händen"),
    (&["i", "A"], "im Auftrag"),
    (&["i", "V"], "in Vertretung"),
    (&["u", "s", "w"], "und so weiter"),
    (&["z", "Zt"], "zurzeit"),
    (&["e", "V"], "eingetragener Verein"),
    (&["o", "g"], "oben genannt"),
    (&["i", "e", "S"], "im engeren Sinn"),
    (&["b", "w"], "bitte wenden"),
    (&["p", "a"], "pro Jahr"),
    (&["h", "c"], "honoris causa"),
    (&["u", "v", "m"], "und vieles mehr"),
    (&["o", "B"], "ohne Befund"),
    (&["z", "Hd"], "zu Händen"),
    (&["u", "Z"], "unter Zeugen"),
];

/// Abbreviations that end with a full stop, in the capitals that they are written in.
const SINGLE: &[(&str, &str)] = &[
    ("Dr", "Doktor"),
    ("Prof", "Professor"),
    ("Hr", "Herr"),
    ("Hrn", "Herrn"),
    ("Fr", "Frau"),
    ("St", "Sankt"),
    ("ggf", "gegebenenfalls"),
    ("Ggf", "Gegebenenfalls"),
    ("bzw", "beziehungsweise"),
    ("usw", "und so weiter"),
    ("etc", "et cetera"),
    ("ca", "zirka"),
    ("Ca", "Zirka"),
    ("inkl", "inklusive"),
    ("exkl", "exklusive"),
    ("evtl", "eventuell"),
    ("Evtl", "Eventuell"),
    ("vgl", "vergleiche"),
    ("Vgl", "Vergleiche"),
    ("zzgl", "zuzüglich"),
    ("abzgl", "abzüglich"),
    ("MwSt", "Mehrwertsteuer"),
    ("zzt", "zurzeit"),
    ("Zzt", "Zurzeit"),
    ("angebl", "angeblich"),
    ("sog", "sogenannte"),
    ("gem", "gemäß"),
    ("Anm", "Anmerkung"),
    ("Abb", "Abbildung"),
    ("Tab", "Tabelle"),
    ("Kap", "Kapitel"),
    ("Tel", "Telefon"),
    ("Nr", "Nummer"),
    ("Nrn", "Nummern"),
    ("Abs", "Absatz"),
    ("Art", "Artikel"),
    ("Bd", "Band"),
    ("Aufl", "Auflage"),
    ("Hrsg", "Herausgeber"),
    ("jun", "junior"),
    ("sen", "senior"),
    ("geb", "geboren"),
    ("gest", "gestorben"),
    ("verh", "verheiratet"),
    ("led", "ledig"),
    ("max", "maximal"),
    ("min", "mindestens"),
    ("mind", "mindestens"),
    ("Min", "Minuten"),
    ("Std", "Stunden"),
    ("Sek", "Sekunden"),
    ("tägl", "täglich"),
    ("wöchentl", "wöchentlich"),
    ("Mio", "Millionen"),
    ("Mrd", "Milliarden"),
    ("Tsd", "Tausend"),
    ("Pkt", "Punkt"),
    ("Str", "Straße"),
    ("Jh", "Jahrhundert"),
    ("Jhd", "Jahrhundert"),
    ("Jg", "Jahrgang"),
    ("Mobilnr", "Mobilnummer"),
    ("Faxnr", "Faxnummer"),
    ("Telefonnr", "Telefonnummer"),
    ("Hausnr", "Hausnummer"),
    ("allg", "allgemein"),
    ("bes", "besonders"),
    ("bspw", "beispielsweise"),
    ("insb", "insbesondere"),
    ("insbes", "insbesondere"),
    ("lt", "laut"),
    ("Lt", "Laut"),
    ("o", "oder"),
    ("od", "oder"),
    ("u", "und"),
    ("ugs", "umgangssprachlich"),
    ("usf", "und so fort"),
    ("versch", "verschiedene"),
    ("vs", "versus"),
    ("Verf", "Verfasser"),
    ("wg", "wegen"),
    ("zus", "zusammen"),
    ("zw", "zwischen"),
    ("Zi", "Zimmer"),
    ("ehem", "ehemals"),
    ("entspr", "entsprechend"),
    ("rd", "rund"),
    ("Rd", "Rund"),
    ("Bsp", "Beispiel"),
    ("Betr", "Betreff"),
    ("Best", "Bestell"),
    ("Dipl", "Diplom"),
    ("Ing", "Ingenieur"),
    ("Mag", "Magister"),
    ("med", "med"),
    ("jur", "jur"),
    ("phil", "phil"),
    ("Hbf", "Hauptbahnhof"),
    ("Bhf", "Bahnhof"),
    ("Pl", "Platz"),
    ("Fa", "Firma"),
    ("Gebr", "Gebrüder"),
    ("Jan", "Januar"),
    ("Feb", "Februar"),
    ("Apr", "April"),
    ("Aug", "August"),
    ("Sept", "September"),
    ("Okt", "Oktober"),
    ("Nov", "November"),
    ("Dez", "Dezember"),
    ("Stk", "Stück"),
    ("Std", "Stunde"),
    ("ff", "folgende"),
    ("f", "folgende"),
    ("OG", "Obergeschoss"),
    ("EG", "Erdgeschoss"),
];

/// Words that are abbreviations without any full stop.
const BARE: &[(&str, &str)] = &[
    ("OG", "Obergeschoss"),
    ("EG", "Erdgeschoss"),
    ("UG", "Untergeschoss"),
    ("MwSt", "Mehrwertsteuer"),
    ("Strg", "Steuerung"),
    ("Hbf", "Hauptbahnhof"),
    ("bzgl", "bezüglich"),
    ("Nr", "Nummer"),
    ("vs", "versus"),
    ("ca", "zirka"),
];

fn of_several_words(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if !place.begins_word() {
        return None;
    }
    let fits = |letters: &[&str]| length_of(place.rest(), letters);
    let (length, words) = SEVERAL
        .iter()
        .filter_map(|(letters, words)| Some((fits(letters)?, *words)))
        .max_by_key(|(length, _)| *length)?;
    let ends = place.ends_sentence(length, customs.tag);
    Some(Said::new(length - usize::from(ends), words))
}

/// How long the letters are with a full stop behind each, and perhaps a space.
fn length_of(text: &str, letters: &[&str]) -> Option<usize> {
    let mut rest = text;
    for (at, letter) in letters.iter().enumerate() {
        rest = if at == 0 { rest } else { rest.strip_prefix([' ', '\u{A0}', '\u{202F}']).unwrap_or(rest) };
        rest = rest.strip_prefix(letter)?.strip_prefix('.')?;
    }
    (!rest.starts_with(char::is_alphanumeric)).then(|| text.len() - rest.len())
}

/// `Goethestr.`: a street's name.
fn street(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let name = word.strip_suffix("str").filter(|name| name.chars().count() > 2 && place.begins_word())?;
    place.rest()[word.len()..].strip_prefix('.')?;
    Some(Said::new(over_stop(place, word.len(), customs), format!("{name}straße")))
}

/// `S. 4`, `s. Pkt. 3`, `A 7`: letters that mean something only before a number or reference.
fn before_number(place: Place<'_>, _: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let behind = place.rest()[word.len()..].strip_prefix('.').filter(|_| place.begins_word())?;
    let next = behind.trim_start();
    let words = match word {
        "S" if next.starts_with(char::is_numeric) => "Seite",
        "s" | "S"
            if ["Pkt", "Abb", "Tab", "Kap", "Anm", "S.", "§", "Nr", "Abs"]
                .iter()
                .any(|word| next.starts_with(word)) =>
        {
            "siehe"
        }
        "Z" if next.starts_with(char::is_numeric) => "Zeile",
        _ => return None,
    };
    Some(Said::new(word.len() + 1, words))
}

/// How long a word of `length` bytes is with its full stop, if that ends no sentence.
fn over_stop(place: Place<'_>, length: usize, customs: &Customs) -> usize {
    length + usize::from(!place.ends_sentence(length + 1, customs.tag))
}

fn single(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    if word.is_empty() || !place.begins_word() {
        return None;
    }
    let behind = &place.rest()[word.len()..];
    if let Some(title) = hyphenated(word, behind) {
        return Some(title);
    }
    let find = |table: &[(&'static str, &'static str)]| {
        table.iter().find(|(short, _)| *short == word).map(|(_, words)| *words)
    };
    match behind.strip_prefix('.') {
        Some(after) => {
            let words = find(SINGLE)?;
            let single_letter = word.len() == 1 && !after.starts_with(' ');
            if single_letter || matches!(word, "u" | "o" | "f") && !place.before().ends_with([' ', '\u{A0}'])
            {
                return None;
            }
            Some(Said::new(over_stop(place, word.len(), customs), words))
        }
        None => {
            let ends = !behind.starts_with(['-', '/', '@', '_']);
            find(BARE).filter(|_| ends && place.may_end(word.len())).map(|words| Said::new(word.len(), words))
        }
    }
}

/// `Dipl.-Ing.`, `Dr.-Ing.`
fn hyphenated(word: &str, behind: &str) -> Option<Said> {
    let first = match word {
        "Dipl" => "Diplom",
        "Dr" => "Doktor",
        _ => return None,
    };
    let after = behind.strip_prefix(".-Ing.")?;
    let stop = usize::from(after.trim().is_empty());
    Some(Said::new(word.len() + ".-Ing.".len() - stop, format!("{first}ingenieur")))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("de")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn the_full_stop_of_a_sentence_stays() {
        assert_eq!(
            read("Es war 44 v. Chr. „Wer da?“, rief er."),
            "Es war vierundvierzig vor Christus. „Wer da?“, rief er."
        );
        assert_eq!(read("Tee, Saft usw. (Dann kam er.)"), "Tee, Saft und so weiter. (Dann kam er.)");
        assert_eq!(read("Tee, Saft usw. Dann kam er."), "Tee, Saft und so weiter. Dann kam er.");
        assert_eq!(read("usw. „in Ruhe“"), "und so weiter „in Ruhe“");
        assert_eq!(
            read("Das las C. „Kai“ Brandt, dann D. (Ina) Brandt."),
            "Das las c „Kai“ Brandt, dann d (Ina) Brandt."
        );
        assert_eq!(read("Das ist Plan C. „Gut“, sagte er."), "Das ist Plan C. „Gut“, sagte er.");
    }

    #[test]
    fn abbreviations_are_written_out() {
        assert_eq!(
            read("Das gilt z. B. für Dr. Kern, d.h. nicht für alle."),
            "Das gilt zum Beispiel für Doktor Kern, das heißt nicht für alle."
        );
        assert_eq!(read("Äpfel, Birnen usw."), "Äpfel, Birnen und so weiter.");
        assert_eq!(read("Gartenstr. 7, siehe S. 9"), "Gartenstraße sieben, siehe Seite neun");
    }
}
