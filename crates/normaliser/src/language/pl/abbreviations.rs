//! Abbreviations: `np.`, `itd.`, `prof.`; and nouns whose case the word before them shows: `przy ul.`

use crate::customs::Customs;
use crate::language::abbreviation::{Listed, Where, at, capital_as};
use crate::language::pl::governors;
use crate::language::pl::tongue::Polish;
use crate::language::slavic::grammar::Case;
use crate::language::slavic::measure;
use crate::place::Place;
use crate::rule::Said;

const WORDS: &[Listed<&str>] = &[
    ("np.", Where::Anywhere, "na przykład"),
    ("itd.", Where::Closing, "i tak dalej"),
    ("itp.", Where::Closing, "i tym podobne"),
    ("i in.", Where::Closing, "i inni"),
    ("m.in.", Where::Anywhere, "między innymi"),
    ("m. in.", Where::Anywhere, "między innymi"),
    ("tj.", Where::Anywhere, "to jest"),
    ("tzn.", Where::Anywhere, "to znaczy"),
    ("ok.", Where::Anywhere, "około"),
    ("ww.", Where::Anywhere, "wyżej wymieniony"),
    ("cd.", Where::Closing, "ciąg dalszy"),
    ("cdn.", Where::Closing, "ciąg dalszy nastąpi"),
    ("br.", Where::Closing, "bieżącego roku"),
    ("bm.", Where::Closing, "bieżącego miesiąca"),
    ("ub.", Where::Anywhere, "ubiegłego"),
    ("p.n.e.", Where::Closing, "przed naszą erą"),
    ("n.e.", Where::Closing, "naszej ery"),
    ("n.p.m.", Where::Closing, "nad poziomem morza"),
    ("wg", Where::Anywhere, "według"),
    ("ds.", Where::Anywhere, "do spraw"),
    ("pt.", Where::Anywhere, "pod tytułem"),
    ("im.", Where::BeforeName, "imienia"),
    ("ur.", Where::Anywhere, "urodzony"),
    ("zm.", Where::Anywhere, "zmarł"),
    ("por.", Where::Anywhere, "porównaj"),
    ("zob.", Where::Anywhere, "zobacz"),
    ("tel.", Where::Anywhere, "telefon"),
    ("wew.", Where::Anywhere, "wewnętrzny"),
    ("jw.", Where::Closing, "jak wyżej"),
    ("ew.", Where::Anywhere, "ewentualnie"),
    ("wzgl.", Where::Anywhere, "względnie"),
    ("pn.", Where::Anywhere, "pod nazwą"),
    ("p.o.", Where::Anywhere, "pełniący obowiązki"),
    ("bł.", Where::BeforeName, "błogosławiony"),
    ("śp.", Where::BeforeName, "świętej pamięci"),
    ("doc.", Where::Anywhere, "docent"),
    ("adw.", Where::BeforeName, "adwokat"),
    ("arch.", Where::BeforeName, "architekt"),
    ("reż.", Where::Anywhere, "reżyser"),
    ("dyr.", Where::Anywhere, "dyrektor"),
    ("min.", Where::BeforeName, "minister"),
    ("wyd.", Where::Anywhere, "wydanie"),
    ("przyp.", Where::Anywhere, "przypis"),
    ("ang.", Where::Anywhere, "angielski"),
    ("niem.", Where::Anywhere, "niemiecki"),
    ("łac.", Where::Anywhere, "łaciński"),
    ("fr.", Where::Anywhere, "francuski"),
    ("dot.", Where::Anywhere, "dotyczy"),
    ("wł.", Where::Anywhere, "właściwie"),
    ("płd.", Where::Anywhere, "południowy"),
    ("płn.", Where::Anywhere, "północny"),
    ("wsch.", Where::Anywhere, "wschodni"),
    ("zach.", Where::Anywhere, "zachodni"),
    ("vs.", Where::Anywhere, "versus"),
    ("max.", Where::Anywhere, "maksymalnie"),
    ("dn.", Where::BeforeNumber, "dnia"),
    ("por.", Where::BeforeNumber, "porównaj"),
    ("kol.", Where::BeforeName, "kolega"),
    ("st.", Where::BeforeName, "starszy"),
    ("sierż.", Where::BeforeName, "sierżant"),
    ("ppłk", Where::BeforeName, "podpułkownik"),
    ("prof.", Where::Anywhere, "profesor"),
    ("dr.", Where::BeforeName, "doktora"),
    ("dr", Where::Anywhere, "doktor"),
    ("mgr", Where::Anywhere, "magister"),
    ("inż.", Where::Anywhere, "inżynier"),
    ("lek.", Where::Anywhere, "lekarz"),
    ("red.", Where::BeforeName, "redaktor"),
    ("gen.", Where::BeforeName, "generał"),
    ("płk", Where::BeforeName, "pułkownik"),
    ("mjr", Where::BeforeName, "major"),
    ("kpt.", Where::BeforeName, "kapitan"),
    ("por.", Where::BeforeName, "porucznik"),
    ("hab.", Where::Anywhere, "habilitowany"),
    ("ks.", Where::BeforeName, "ksiądz"),
    ("bp", Where::BeforeName, "biskup"),
    ("abp", Where::BeforeName, "arcybiskup"),
    ("kard.", Where::BeforeName, "kardynał"),
    ("św.", Where::BeforeName, "święty"),
    ("o.", Where::BeforeName, "ojciec"),
    ("maks.", Where::Anywhere, "maksymalnie"),
    ("min.", Where::BeforeNumber, "minimum"),
    ("sp. z o.o.", Where::Closing, "spółka z ograniczoną odpowiedzialnością"),
    ("sp. z o. o.", Where::Closing, "spółka z ograniczoną odpowiedzialnością"),
    ("S.A.", Where::Closing, "spółka akcyjna"),
];

/// Nouns, their singular in the order of [`Case`].
const NOUNS: &[Listed<[&str; 6]>] = &[
    ("ul.", Where::Anywhere, ["ulica", "ulicy", "ulicy", "ulicę", "ulicą", "ulicy"]),
    ("al.", Where::Anywhere, ["aleja", "alei", "alei", "aleję", "aleją", "alei"]),
    ("pl.", Where::Anywhere, ["plac", "placu", "placowi", "plac", "placem", "placu"]),
    ("os.", Where::BeforeName, ["osiedle", "osiedla", "osiedlu", "osiedle", "osiedlem", "osiedlu"]),
    (
        "m.",
        Where::BeforeNumber,
        ["mieszkanie", "mieszkania", "mieszkaniu", "mieszkanie", "mieszkaniem", "mieszkaniu"],
    ),
    (
        "woj.",
        Where::Anywhere,
        ["województwo", "województwa", "województwu", "województwo", "województwem", "województwie"],
    ),
    ("pow.", Where::BeforeName, ["powiat", "powiatu", "powiatowi", "powiat", "powiatem", "powiecie"]),
    ("gm.", Where::BeforeName, ["gmina", "gminy", "gminie", "gminę", "gminą", "gminie"]),
    ("nr", Where::Anywhere, ["numer", "numeru", "numerowi", "numer", "numerem", "numerze"]),
    ("godz.", Where::BeforeNumber, ["godzina", "godziny", "godzinie", "godzinę", "godziną", "godzinie"]),
    ("str.", Where::BeforeNumber, ["strona", "strony", "stronie", "stronę", "stroną", "stronie"]),
    ("s.", Where::BeforeNumber, ["strona", "strony", "stronie", "stronę", "stroną", "stronie"]),
    ("rys.", Where::BeforeNumber, ["rysunek", "rysunku", "rysunkowi", "rysunek", "rysunkiem", "rysunku"]),
    ("tab.", Where::BeforeNumber, ["tabela", "tabeli", "tabeli", "tabelę", "tabelą", "tabeli"]),
    (
        "rozdz.",
        Where::BeforeNumber,
        ["rozdział", "rozdziału", "rozdziałowi", "rozdział", "rozdziałem", "rozdziale"],
    ),
    ("art.", Where::BeforeNumber, ["artykuł", "artykułu", "artykułowi", "artykuł", "artykułem", "artykule"]),
    ("ust.", Where::BeforeNumber, ["ustęp", "ustępu", "ustępowi", "ustęp", "ustępem", "ustępie"]),
    ("pkt", Where::BeforeNumber, ["punkt", "punktu", "punktowi", "punkt", "punktem", "punkcie"]),
    ("t.", Where::BeforeNumber, ["tom", "tomu", "tomowi", "tom", "tomem", "tomie"]),
    ("cz.", Where::BeforeNumber, ["część", "części", "części", "część", "częścią", "części"]),
    (
        "zał.",
        Where::BeforeNumber,
        ["załącznik", "załącznika", "załącznikowi", "załącznik", "załącznikiem", "załączniku"],
    ),
    ("ryc.", Where::BeforeNumber, ["rycina", "ryciny", "rycinie", "rycinę", "ryciną", "rycinie"]),
    (
        "par.",
        Where::BeforeNumber,
        ["paragraf", "paragrafu", "paragrafowi", "paragraf", "paragrafem", "paragrafie"],
    ),
    ("lok.", Where::BeforeNumber, ["lokal", "lokalu", "lokalowi", "lokal", "lokalem", "lokalu"]),
    ("poz.", Where::BeforeNumber, ["pozycja", "pozycji", "pozycji", "pozycję", "pozycją", "pozycji"]),
    ("wyd.", Where::BeforeNumber, ["wydanie", "wydania", "wydaniu", "wydanie", "wydaniem", "wydaniu"]),
    ("p.", Where::BeforeName, ["pan", "pana", "panu", "pana", "panem", "panu"]),
    ("jez.", Where::BeforeName, ["jezioro", "jeziora", "jezioru", "jezioro", "jeziorem", "jeziorze"]),
];

/// Any abbreviation of [`WORDS`].
pub(super) fn word(place: Place<'_>, _: &Customs) -> Option<Said> {
    if let Some(said) = so_called(place) {
        return Some(said);
    }
    let (words, length) = at(place, WORDS)?;
    Some(Said::new(length, capital_as(place.rest(), words)))
}

/// `tzw.` agrees with the adjective or noun behind it.
fn so_called(place: Place<'_>) -> Option<Said> {
    let length = place.rest().strip_prefix("tzw.").filter(|_| place.begins_word()).map(|_| 4)?;
    let next = place.next_word(length).to_lowercase();
    let cases = governors::cases(place);
    let ending = match next.chars().next_back()? {
        'ą' => "ą",
        'ę' => "ą",
        'a' if !cases.contains(&Case::Genitive) => "a",
        'a' => "ego",
        'o' => "e",
        _ if next.ends_with("ych") || next.ends_with("ów") || next.ends_with("ich") => "ych",
        _ if next.ends_with("ego") => "ego",
        _ if next.ends_with("ej") => "ej",
        _ if next.ends_with("emu") => "emu",
        _ if next.ends_with("ami") || next.ends_with("ymi") || next.ends_with("imi") => "ymi",
        _ if next.ends_with("ym") || next.ends_with("em") || next.ends_with("im") => "ym",
        'e' => "e",
        'i' | 'y' if cases.contains(&Case::Genitive) || cases.contains(&Case::Locative) => "ej",
        'u' => "ego",
        _ => "y",
    };
    Some(Said::new(length, format!("tak zwan{ending}")))
}

/// Any abbreviation of [`NOUNS`], in the case of the preposition before it.
pub(super) fn noun(place: Place<'_>, _: &Customs) -> Option<Said> {
    if let Some(said) = hours(place) {
        return Some(said);
    }
    let (forms, length) = at(place, NOUNS)?;
    Some(Said::new(length, capital_as(place.rest(), forms[noun_case(place) as usize])))
}

/// `godz.` before more than one hour.
fn hours(place: Place<'_>) -> Option<Said> {
    let length = "godz.".len();
    let behind = place.rest().strip_prefix("godz.").filter(|_| place.begins_word())?.trim_start();
    let rest = behind.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':'));
    let range = rest.len() < behind.len() && rest.starts_with(['–', '-', '—']);
    range.then(|| Said::new(length, if case(place) == Case::Locative { "godzinach" } else { "godziny" }))
}

/// `za kg`, `na os.`
pub(super) fn unit(place: Place<'_>, _: &Customs) -> Option<Said> {
    measure::one_unit::<Polish>(place, &["za", "na"])
}

/// The same behind a verb of calling or going, where `pod` asks whither: `dzwonić pod nr`.
fn noun_case(place: Place<'_>) -> Case {
    const FAR: usize = 60;
    const STEMS: &[&str] = &[
        "dzwo",
        "zadzwo",
        "oddzwo",
        "telefon",
        "zatelefon",
        "wysł",
        "wyśl",
        "wysył",
        "pisz",
        "napis",
        "sms",
        "kierować",
        "kieruj",
        "przyjedź",
        "pojech",
        "pojedź",
        "podjech",
        "podjedź",
    ];
    let before = place.clause_before(FAR).to_lowercase();
    let whither = place.previous_word() == "pod"
        && before.split_whitespace().any(|word| STEMS.iter().any(|stem| word.starts_with(stem)));
    if whither { Case::Accusative } else { case(place) }
}

/// The case of a place or part by the preposition before it: where, if it may be.
fn case(place: Place<'_>) -> Case {
    match governors::word(place).as_deref() {
        Some("w" | "we" | "na" | "o" | "po" | "przy") => Case::Locative,
        Some("przez" | "za" | "zob" | "patrz" | "porównaj" | "por") => Case::Accusative,
        Some("nad" | "pod" | "przed" | "między") => Case::Instrumental,
        Some(word) if governors::governed(word).first() == Some(&Case::Genitive) => Case::Genitive,
        _ => Case::Nominative,
    }
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("pl")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn abbreviations_are_words() {
        assert_eq!(said("Weź np. chleb itp."), "Weź na przykład chleb i tym podobne.");
        assert!(said("Zadzwoń pod nr 5.").starts_with("Zadzwoń pod numer "));
        assert!(said("Mieszka pod nr 5.").starts_with("Mieszka pod numerem "));
        assert_eq!(said("Prof. Nowak"), "Profesor Nowak");
        assert_eq!(said("dom na ul. Leśnej 3"), "dom na ulicy Leśnej trzy");
        assert_eq!(said("tzw. złota rączka"), "tak zwana złota rączka");
        assert_eq!(said("5 zł za kg"), "pięć złotych za kilogram");
    }
}
