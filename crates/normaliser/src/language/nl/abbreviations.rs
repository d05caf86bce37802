//! Abbreviations and what they stand for.

use crate::customs::Customs;
use crate::place::{Place, first_word};
use crate::rule::{Rule, Said, Starts};

/// Before addresses, which `d.w.z.` looks like.
pub(super) const WITH_MARKS: &[Rule] =
    &[Rule { name: "abbreviation", starts: Starts::Letter, read: with_marks }];

pub(super) const RULES: &[Rule] = &[
    Rule { name: "abbreviation", starts: Starts::Letter, read: street },
    Rule { name: "abbreviation", starts: Starts::Letter, read: before_number },
    Rule { name: "abbreviation", starts: Starts::Letter, read: single },
];

/// With marks inside. In small letters; the last full stop may be missing.
const MARKED: &[(&str, &str)] = &[
    ("d.w.z.", "dat wil zeggen"),
    ("m.b.t.", "met betrekking tot"),
    ("m.b.v.", "met behulp van"),
    ("m.u.v.", "met uitzondering van"),
    ("m.i.v.", "met ingang van"),
    ("m.a.w.", "met andere woorden"),
    ("m.n.", "met name"),
    ("m.i.", "mijns inziens"),
    ("m.v.g.", "met vriendelijke groet"),
    ("o.a.", "onder andere"),
    ("o.m.", "onder meer"),
    ("o.l.v.", "onder leiding van"),
    ("o.b.v.", "op basis van"),
    ("o.i.d.", "of iets dergelijks"),
    ("o.g.v.", "op grond van"),
    ("a.u.b.", "alstublieft"),
    ("s.v.p.", "alstublieft"),
    ("a.s.", "aanstaande"),
    ("a.d.h.v.", "aan de hand van"),
    ("i.p.v.", "in plaats van"),
    ("i.v.m.", "in verband met"),
    ("i.h.b.", "in het bijzonder"),
    ("i.h.a.", "in het algemeen"),
    ("i.o.m.", "in overleg met"),
    ("i.s.m.", "in samenwerking met"),
    ("i.t.t.", "in tegenstelling tot"),
    ("i.g.v.", "in geval van"),
    ("i.c.", "in casu"),
    ("t.a.v.", "ter attentie van"),
    ("t.b.v.", "ten behoeve van"),
    ("t.g.v.", "ten gevolge van"),
    ("t.n.v.", "ten name van"),
    ("t.o.v.", "ten opzichte van"),
    ("t.w.v.", "ter waarde van"),
    ("t.z.t.", "te zijner tijd"),
    ("t.e.m.", "tot en met"),
    ("t.w.", "te weten"),
    ("t/m", "tot en met"),
    ("z.s.m.", "zo snel mogelijk"),
    ("z.o.z.", "zie ommezijde"),
    ("z.g.a.n.", "zo goed als nieuw"),
    ("b.v.", "bijvoorbeeld"),
    ("b.g.g.", "bij geen gehoor"),
    ("d.d.", "de dato"),
    ("d.m.v.", "door middel van"),
    ("e.a.", "en andere"),
    ("e.d.", "en dergelijke"),
    ("e.v.", "en volgende"),
    ("e.e.a.", "een en ander"),
    ("j.l.", "jongstleden"),
    ("k.k.", "kosten koper"),
    ("l.s.", "lectori salutem"),
    ("n.a.v.", "naar aanleiding van"),
    ("n.v.t.", "niet van toepassing"),
    ("n.o.t.k.", "nader overeen te komen"),
    ("n.chr.", "na Christus"),
    ("v.chr.", "voor Christus"),
    ("n. chr.", "na Christus"),
    ("v. chr.", "voor Christus"),
    ("p.p.", "per persoon"),
    ("p.p.p.n.", "per persoon per nacht"),
    ("p.j.", "per jaar"),
    ("p.u.", "per uur"),
    ("p.st.", "per stuk"),
    ("r.k.", "rooms-katholiek"),
    ("v.a.", "vanaf"),
    ("v.h.", "voorheen"),
    ("v.v.", "vice versa"),
    ("w.o.", "waaronder"),
    ("w.v.t.t.k.", "wat verder ter tafel komt"),
    ("d.a.v.", "daaraanvolgend"),
    ("a.h.w.", "als het ware"),
    ("a.g.v.", "als gevolg van"),
    ("c.q.", "casu quo"),
    ("c.s.", "cum suis"),
    ("i.o.", "in oprichting"),
    ("i.e.", "dat wil zeggen"),
    ("e.g.", "bijvoorbeeld"),
    ("z.i.", "zijns inziens"),
    ("h.i.", "huns inziens"),
    ("o.k.", "oké"),
];

/// Written with a full stop, which goes where the sentence goes on.
const STOPPED: &[(&str, &str)] = &[
    ("bijv", "bijvoorbeeld"),
    ("bv", "bijvoorbeeld"),
    ("enz", "enzovoort"),
    ("etc", "et cetera"),
    ("evt", "eventueel"),
    ("ca", "circa"),
    ("excl", "exclusief"),
    ("incl", "inclusief"),
    ("resp", "respectievelijk"),
    ("zgn", "zogenaamde"),
    ("nl", "namelijk"),
    ("vgl", "vergelijk"),
    ("jl", "jongstleden"),
    ("jr", "junior"),
    ("sr", "senior"),
    ("dhr", "de heer"),
    ("mevr", "mevrouw"),
    ("mw", "mevrouw"),
    ("mej", "mejuffrouw"),
    ("fam", "familie"),
    ("wed", "weduwe"),
    ("dr", "doctor"),
    ("drs", "doctorandus"),
    ("ir", "ingenieur"),
    ("ing", "ingenieur"),
    ("mr", "meester"),
    ("prof", "professor"),
    ("ds", "dominee"),
    ("st", "sint"),
    ("nr", "nummer"),
    ("nrs", "nummers"),
    ("blz", "bladzijde"),
    ("pag", "pagina"),
    ("hfst", "hoofdstuk"),
    ("hfdst", "hoofdstuk"),
    ("par", "paragraaf"),
    ("afb", "afbeelding"),
    ("fig", "figuur"),
    ("tab", "tabel"),
    ("afd", "afdeling"),
    ("afl", "aflevering"),
    ("bijl", "bijlage"),
    ("bibl", "bibliotheek"),
    ("tel", "telefoon"),
    ("temp", "temperatuur"),
    ("max", "maximaal"),
    ("min", "minimaal"),
    ("gem", "gemiddeld"),
    ("pers", "personen"),
    ("str", "straat"),
    ("zn", "zoon"),
    ("gebr", "gebroeders"),
    ("geb", "geboren"),
    ("overl", "overleden"),
    ("gest", "gestorven"),
    ("red", "redactie"),
    ("vert", "vertaling"),
    ("uitg", "uitgave"),
    ("ed", "editie"),
    ("vnl", "voornamelijk"),
    ("vs", "versus"),
    ("ong", "ongeveer"),
    ("aanv", "aanvang"),
    ("tav", "ter attentie van"),
    ("ivm", "in verband met"),
    ("ipv", "in plaats van"),
    ("mbt", "met betrekking tot"),
    ("div", "diverse"),
    ("alg", "algemeen"),
    ("inw", "inwoners"),
    ("secr", "secretaris"),
    ("vz", "voorzitter"),
    ("artt", "artikelen"),
];

/// Without a full stop, or with one. Nothing else is written so.
const BARE: &[(&str, &str)] = &[
    ("nr", "nummer"),
    ("dhr", "de heer"),
    ("mevr", "mevrouw"),
    ("mw", "mevrouw"),
    ("blz", "bladzijde"),
    ("hfst", "hoofdstuk"),
    ("bijv", "bijvoorbeeld"),
    ("enz", "enzovoort"),
    ("incl", "inclusief"),
    ("excl", "exclusief"),
    ("evt", "eventueel"),
    ("zgn", "zogenaamde"),
    ("ivm", "in verband met"),
    ("ipv", "in plaats van"),
    ("mbt", "met betrekking tot"),
    ("tav", "ter attentie van"),
    ("dmv", "door middel van"),
    ("aub", "alstublieft"),
    ("svp", "alstublieft"),
    ("zsm", "zo snel mogelijk"),
    ("nav", "naar aanleiding van"),
    ("dwz", "dat wil zeggen"),
    ("mbv", "met behulp van"),
    ("nvt", "niet van toepassing"),
    ("prof", "professor"),
    ("drs", "doctorandus"),
];

/// Words too, so that a number must follow.
const BEFORE_NUMBER: &[(&str, &str)] = &[
    ("art", "artikel"),
    ("kap", "kapittel"),
    ("p", "pagina"),
    ("r", "regel"),
    ("kol", "kolom"),
    ("dl", "deel"),
    ("bl", "blad"),
    ("lid", "lid"),
];

fn with_marks(place: Place<'_>, customs: &Customs) -> Option<Said> {
    if !place.begins_word() {
        return None;
    }
    let rest = place.rest();
    let (written, said) =
        MARKED.iter().filter(|(written, _)| fits(rest, written)).max_by_key(|(written, _)| written.len())?;
    let ends = place.ends_sentence(written.len(), customs.tag);
    Some(Said::new(written.len() - usize::from(ends), like(rest, said)))
}

/// Whether a text begins with an abbreviation, of which the first letter may be large, or all of them before `Chr.`
fn fits(text: &str, written: &str) -> bool {
    let Some(start) = text.get(..written.len()) else { return false };
    let same = start.eq_ignore_ascii_case(written) && is_cased(start);
    same && !text[written.len()..].starts_with(char::is_alphanumeric)
}

/// `D.w.z.`, `v.Chr.`, but not `B.V.`
fn is_cased(start: &str) -> bool {
    let large = start.chars().filter(|c| c.is_uppercase()).count();
    large == 0 || large == 1 && (start.starts_with(char::is_uppercase) || start.contains("Chr"))
}

/// The words, with a large letter where the text has one.
fn like(text: &str, words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) if text.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// `Dorpsstr. 12`.
fn street(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let (name, rest) = [("str", "straat"), ("ln", "laan"), ("wg", "weg")]
        .iter()
        .find_map(|(short, rest)| Some((word.strip_suffix(short)?, *rest)))?;
    let name_like = name.chars().count() > 3 && word.starts_with(char::is_uppercase) && place.begins_word();
    place.rest()[word.len()..].strip_prefix('.').filter(|_| name_like)?;
    Some(Said::new(over_stop(place, word.len(), customs), format!("{name}{rest}")))
}

fn before_number(place: Place<'_>, _: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let (_, said) =
        BEFORE_NUMBER.iter().find(|(short, _)| word.eq_ignore_ascii_case(short) && !word.is_empty())?;
    let behind = place.rest()[word.len()..].strip_prefix('.').filter(|_| place.begins_word())?;
    let number = behind.trim_start().starts_with(char::is_numeric);
    number.then(|| Said::new(word.len() + 1, like(word, said)))
}

/// How long a word of `length` bytes is with its full stop, if that ends no sentence.
fn over_stop(place: Place<'_>, length: usize, customs: &Customs) -> usize {
    length + usize::from(!place.ends_sentence(length + 1, customs.tag))
}

fn single(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let word = first_word(rest);
    if word.is_empty() || !place.begins_word() || !rest.starts_with(word) {
        return None;
    }
    let small = if is_cased(word) { word.to_lowercase() } else { return None };
    let find = |table: &[(&'static str, &'static str)]| {
        table.iter().find(|(short, _)| *short == small).map(|(_, words)| *words)
    };
    let behind = &rest[word.len()..];
    if let Some(after) = behind.strip_prefix('.') {
        let adverb = small == "tel" && after.trim_start().starts_with(char::is_lowercase);
        let words = if adverb { Some("telefonisch") } else { find(STOPPED) };
        let words = words.filter(|_| !after.starts_with(char::is_alphanumeric) && may_stop(word, after))?;
        return Some(Said::new(over_stop(place, word.len(), customs), like(word, words)));
    }
    let ends = !behind.starts_with(['-', '/', '@', '_', '\'', '’']) && place.may_end(word.len());
    find(BARE).filter(|_| ends).map(|words| Said::new(word.len(), like(word, words)))
}

/// Whether the full stop can be that of the abbreviation, where the letters are a word too or more than one abbreviation.
fn may_stop(word: &str, after: &str) -> bool {
    let next = after.trim_start();
    match word.to_lowercase().as_str() {
        "st" | "mr" | "dr" | "ing" | "ir" | "ds" => !next.is_empty(),
        "min" | "max" | "gem" => !next.is_empty(),
        "ed" | "red" | "vert" | "par" | "tab" | "fig" | "temp" => {
            !next.is_empty() && !next.starts_with(char::is_uppercase)
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn read(text: &str) -> String {
        Normaliser::new(&Language::new("nl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn abbreviations_are_written_out() {
        assert_eq!(
            read("Dat geldt bijv. voor dr. Kuiper, d.w.z. niet voor iedereen."),
            "Dat geldt bijvoorbeeld voor doctor Kuiper, dat wil zeggen niet voor iedereen."
        );
        assert_eq!(read("Appels, peren enz."), "Appels, peren enzovoort.");
        assert_eq!(read("Kerkstr. 7, zie art. 9"), "Kerkstraat zeven, zie artikel negen");
        assert_eq!(
            read("Z.s.m. t/m vrijdag, in 50 v.Chr."),
            "Zo snel mogelijk tot en met vrijdag, in vijftig voor Christus."
        );
    }

    #[test]
    fn firms_are_spelled() {
        assert_eq!(read("Kuiper B.V. groeit"), "Kuiper b v groeit");
    }
}
