//! Whether a number that counts something is the subject of a sentence without a verb, or its predicate: `في البيت 12
//! غرفة`, `ثمن الكتاب 40 ريالا`. Start with [`is_subject`].

use crate::parse::digits;

/// Prepositions with which such a sentence begins; what there is follows them and their noun.
const PREPOSITIONS: &[&str] = &["في", "على", "لدى", "عند", "مع", "تحت", "فوق", "أمام"];

/// What is measured; the amount is said of it.
const MEASURES: &[&str] = &[
    "ثمن",
    "سعر",
    "عدد",
    "طول",
    "وزن",
    "عمر",
    "ارتفاع",
    "عرض",
    "مساحة",
    "عمق",
    "تكلفة",
    "كلفة",
    "راتب",
    "قيمة",
    "مدة",
    "أجرة",
    "رسوم",
    "المسافة",
    "السعر",
    "الثمن",
    "العدد",
    "الطول",
    "الوزن",
    "العمر",
    "المساحة",
    "المدة",
];

/// Longer beginnings have verbs or clauses of their own.
const MOST_WORDS: usize = 3;

/// Whether `before`, what stands before a number, is the beginning of such a sentence, perhaps with other things that
/// were counted before and are joined with an *and*.
pub(super) fn is_subject(before: &str) -> bool {
    let clause = before.rsplit(['.', '!', '؟', '?', ':', '؛', '،', '\n']).next().unwrap_or(before);
    let first = clause.find(|c| digits::value(c).is_some()).unwrap_or(clause.len());
    let (head, counted) = clause.split_at(first);
    let (mut words, more) = (head.split_whitespace(), counted.split_whitespace().count());
    let Some(first) = words.next() else { return false };
    let first = first.strip_prefix('و').filter(|rest| is_known(rest)).unwrap_or(first);
    let rest: Vec<&str> = words.take(MOST_WORDS + 1).collect();
    let definite = rest.iter().all(|word| is_definite(word)) && rest.len() <= MOST_WORDS;
    let alone = first.starts_with("ال") && rest.is_empty();
    is_known(first) && definite && (alone || !rest.is_empty()) && more <= MOST_WORDS
}

fn is_known(word: &str) -> bool {
    PREPOSITIONS.contains(&word) || MEASURES.contains(&word)
}

/// Whether a noun or adjective has the article, or a noun somebody's ending.
fn is_definite(word: &str) -> bool {
    let owned = ["نا", "ها", "هم", "كم"].iter().any(|ending| word.ends_with(ending));
    word.starts_with("ال") || owned && word.chars().count() > 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_there_is_is_a_subject() {
        assert!(is_subject("في الحديقة ") && is_subject("قال. في بيتنا الجديد "));
        assert!(is_subject("في الحديقة 3 شجرات "));
        assert!(!is_subject("رأيت في الحديقة ") && !is_subject("في عام ") && !is_subject("في "));
    }

    #[test]
    fn a_measure_is_said_of_its_thing() {
        assert!(is_subject("سعر القميص ") && is_subject("السعر ") && is_subject("وعدد الركاب "));
        assert!(!is_subject("بلغ عدد الركاب ") && !is_subject("عدد "));
    }
}
