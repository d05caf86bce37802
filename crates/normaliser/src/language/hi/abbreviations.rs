//! Abbreviations with a full stop or the small circle of Devanagari: डॉ. मेहता, 5 कि.मी.

use crate::customs::Customs;
use crate::parse::digits;
use crate::place::Place;
use crate::rule::Said;

/// Where an abbreviation is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    Anywhere,
    BeforeNumber,
    BehindNumber,
}

/// Each with full stops, and the longer of two that begin alike first.
const TABLE: &[(&str, &str, Where)] = &[
    ("डॉ.", "डॉक्टर", Where::Anywhere),
    ("डा.", "डॉक्टर", Where::Anywhere),
    ("प्रो.", "प्रोफ़ेसर", Where::Anywhere),
    ("पं.", "पंडित", Where::Anywhere),
    ("कु.", "कुमारी", Where::Anywhere),
    ("स्व.", "स्वर्गीय", Where::Anywhere),
    ("इं.", "इंजीनियर", Where::Anywhere),
    ("एड.", "एडवोकेट", Where::Anywhere),
    ("उदा.", "उदाहरण", Where::Anywhere),
    ("वि. सं.", "विक्रम संवत", Where::Anywhere),
    ("वि.सं.", "विक्रम संवत", Where::Anywhere),
    ("ई. पू.", "ईसा पूर्व", Where::Anywhere),
    ("ई.पू.", "ईसा पूर्व", Where::Anywhere),
    ("ई.", "ईस्वी", Where::BehindNumber),
    ("पृ.", "पृष्ठ", Where::BeforeNumber),
    ("पे.", "पेज", Where::BeforeNumber),
    ("सं.", "संख्या", Where::BeforeNumber),
    ("क्र.", "क्रमांक", Where::BeforeNumber),
    ("नं.", "नंबर", Where::Anywhere),
    ("मो.", "मोबाइल", Where::BeforeNumber),
    ("रु.", "रुपये", Where::BehindNumber),
    ("रू.", "रुपये", Where::BehindNumber),
    ("कि.मी.", "किलोमीटर", Where::Anywhere),
    ("कि. मी.", "किलोमीटर", Where::Anywhere),
    ("कि.ग्रा.", "किलोग्राम", Where::Anywhere),
    ("कि. ग्रा.", "किलोग्राम", Where::Anywhere),
    ("से.मी.", "सेंटीमीटर", Where::Anywhere),
    ("से. मी.", "सेंटीमीटर", Where::Anywhere),
    ("मि.मी.", "मिलीमीटर", Where::Anywhere),
    ("मि.ली.", "मिलीलीटर", Where::Anywhere),
    ("मि. ली.", "मिलीलीटर", Where::Anywhere),
    ("मि.ग्रा.", "मिलीग्राम", Where::Anywhere),
    ("मी.", "मीटर", Where::BehindNumber),
    ("ग्रा.", "ग्राम", Where::BehindNumber),
    ("ली.", "लीटर", Where::BehindNumber),
    ("मि.", "मिनट", Where::BehindNumber),
    ("से.", "सेकंड", Where::BehindNumber),
    ("घं.", "घंटे", Where::BehindNumber),
];

pub(super) fn abbreviation(place: Place<'_>, _: &Customs) -> Option<Said> {
    let text = place.rest();
    if !place.begins_word() || place.before().ends_with(['\u{94D}', '\u{93C}']) {
        return None;
    }
    TABLE.iter().find_map(|(written, said, condition)| {
        let length = written_so(text, written)?;
        let fits = match condition {
            Where::Anywhere => true,
            Where::BeforeNumber => text[length..].trim_start().starts_with(|c| digits::value(c).is_some()),
            Where::BehindNumber => place.before().trim_end().ends_with(|c| digits::value(c).is_some()),
        };
        fits.then(|| Said::new(length, *said))
    })
}

/// How long `written` is at the beginning of `text`, where the small circle may stand for each full stop.
fn written_so(text: &str, written: &str) -> Option<usize> {
    let mut rest = text.chars();
    for c in written.chars() {
        let is_same = rest.next().is_some_and(|found| found == c || (c == '.' && found == '॰'));
        if !is_same {
            return None;
        }
    }
    Some(text.len() - rest.as_str().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::hi::CUSTOMS;

    fn read(text: &str, at: usize) -> Option<String> {
        abbreviation(Place::new(text, at, text.len()), &CUSTOMS).map(|said| said.words)
    }

    #[test]
    fn both_marks_are_known() {
        assert_eq!(read("डॉ. सेन", 0).as_deref(), Some("डॉक्टर"));
        assert_eq!(read("डॉ॰ सेन", 0).as_deref(), Some("डॉक्टर"));
        assert_eq!(read("कि॰मी॰", 0).as_deref(), Some("किलोमीटर"));
    }

    #[test]
    fn some_stand_beside_numbers_only() {
        assert_eq!(read("5 मी. दूर", 2).as_deref(), Some("मीटर"));
        assert_eq!(read("पृ. 5", 0).as_deref(), Some("पृष्ठ"));
        assert_eq!((read("से. नहीं", 0), read("पृ. पर", 0)), (None, None));
    }
}
