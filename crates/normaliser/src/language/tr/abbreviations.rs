//! Abbreviations: `vb.`, `Prof. Dr.`, `Cad.`, `M.Ö.`

use crate::customs::Customs;
use crate::language::abbreviation::{Listed, Where, at, capital_as};
use crate::place::Place;
use crate::rule::{Rule, Said, Starts};

pub(super) const RULES: &[Rule] = &[Rule { name: "abbreviation", starts: Starts::Letter, read: word }];

const WORDS: &[Listed<&str>] = &[
    ("vb.", Where::Closing, "ve benzeri"),
    ("vs.", Where::Closing, "vesaire"),
    ("vd.", Where::Closing, "ve diğerleri"),
    ("ör.", Where::Anywhere, "örneğin"),
    ("örn.", Where::Anywhere, "örneğin"),
    ("bkz.", Where::Anywhere, "bakınız"),
    ("bk.", Where::Anywhere, "bakınız"),
    ("krş.", Where::Anywhere, "karşılaştırınız"),
    ("yak.", Where::Anywhere, "yaklaşık"),
    ("s.", Where::BeforeNumber, "sayfa"),
    ("sf.", Where::BeforeNumber, "sayfa"),
    ("c.", Where::BeforeNumber, "cilt"),
    ("md.", Where::BeforeNumber, "madde"),
    ("şek.", Where::BeforeNumber, "şekil"),
    ("böl.", Where::BeforeNumber, "bölüm"),
    ("no.", Where::BeforeNumber, "numara"),
    ("no", Where::BeforeNumber, "numara"),
    ("no:", Where::BeforeNumber, "numara"),
    ("tel.", Where::Anywhere, "telefon"),
    ("yy.", Where::Anywhere, "yüzyıl"),
    ("M.Ö.", Where::Closing, "milattan önce"),
    ("M.S.", Where::Closing, "milattan sonra"),
    ("MÖ", Where::BeforeNumber, "milattan önce"),
    ("MS", Where::BeforeNumber, "milattan sonra"),
    ("prof.", Where::Anywhere, "profesör"),
    ("doç.", Where::Anywhere, "doçent"),
    ("yrd.", Where::Anywhere, "yardımcı"),
    ("öğr. gör.", Where::Anywhere, "öğretim görevlisi"),
    ("öğr. üyesi", Where::Anywhere, "öğretim üyesi"),
    ("arş. gör.", Where::Anywhere, "araştırma görevlisi"),
    ("dr.", Where::Anywhere, "doktor"),
    ("uzm.", Where::Anywhere, "uzman"),
    ("av.", Where::BeforeName, "avukat"),
    ("müh.", Where::Anywhere, "mühendis"),
    ("ecz.", Where::BeforeName, "eczacı"),
    ("hz.", Where::BeforeName, "hazreti"),
    ("sn.", Where::BeforeName, "sayın"),
    ("gen.", Where::BeforeName, "general"),
    ("alb.", Where::BeforeName, "albay"),
    ("yzb.", Where::BeforeName, "yüzbaşı"),
    ("bul.", Where::Anywhere, "bulvarı"),
    ("cad.", Where::Anywhere, "caddesi"),
    ("cd.", Where::Anywhere, "caddesi"),
    ("sok.", Where::Anywhere, "sokak"),
    ("sk.", Where::Anywhere, "sokak"),
    ("mah.", Where::Anywhere, "mahallesi"),
    ("apt.", Where::Anywhere, "apartmanı"),
    ("ltd.", Where::Anywhere, "limited"),
    ("şti.", Where::Closing, "şirketi"),
    ("A.Ş.", Where::Closing, "anonim şirketi"),
    ("tel:", Where::Anywhere, "telefon"),
    ("T.C.", Where::Anywhere, "te ce"),
    ("san.", Where::Anywhere, "sanayi"),
    ("tic.", Where::Anywhere, "ticaret"),
    ("maks.", Where::Anywhere, "maksimum"),
    ("min.", Where::Anywhere, "minimum"),
    ("ort.", Where::Anywhere, "ortalama"),
    ("çev.", Where::Anywhere, "çeviren"),
    ("haz.", Where::BeforeName, "hazırlayan"),
    ("ünv.", Where::Anywhere, "üniversitesi"),
    ("üniv.", Where::Anywhere, "üniversitesi"),
];

fn word(place: Place<'_>, _: &Customs) -> Option<Said> {
    let (words, length) = at(place, WORDS)?;
    Some(Said::new(length, capital_as(place.rest(), words)))
}

#[cfg(test)]
mod tests {
    use crate::Normaliser;
    use speech::Language;

    fn said(text: &str) -> String {
        Normaliser::new(&Language::new("tr")).read(text).text.as_str().to_owned()
    }

    #[test]
    fn abbreviations_are_words() {
        assert_eq!(said("kalem, defter vb."), "kalem, defter ve benzeri.");
        assert_eq!(said("Doç. Dr. Ak"), "Doçent Doktor Ak");
        assert_eq!(said("Lale Cad. No: 5"), "Lale Caddesi Numara beş");
        assert_eq!(said("bkz. s. 12"), "bakınız sayfa on iki");
    }
}
