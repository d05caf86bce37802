//! Whether a case is passed.

use crate::asking::Explained;
use crate::case::Case;
use crate::sounds::sounds;
use crate::words::words;

/// How a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Read {
    /// In the words of a reading.
    InWords,
    /// In other signs, which the voice pronounces like a reading.
    BySound,
    /// Otherwise.
    Wrong,
}

/// How a text was cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// Where it must be, and nowhere else but where it may be.
    Right,
    /// Only where it must or may be, and not everywhere where it must.
    Missing,
    /// Where it may not be, whatever else.
    Stray,
}

/// What is said of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// How it was cut.
    pub(crate) cut: Cut,
    /// `None` for a case without readings.
    pub(crate) read: Option<Read>,
}

/// A case with what was said about it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answered<'a> {
    /// The case.
    pub(crate) case: &'a Case,
    /// The tag of its language.
    pub(crate) language: &'a str,
    /// How its text is cut and read.
    pub(crate) text: &'a Explained,
    /// How its readings are read, in their order.
    pub(crate) readings: &'a [Explained],
}

impl Answered<'_> {
    /// The verdict.
    pub(crate) fn judge(&self) -> Verdict {
        Verdict { cut: cut(self.case, &self.text.cuts), read: self.read() }
    }

    fn read(&self) -> Option<Read> {
        if self.case.readings.is_empty() {
            return None;
        }
        if is_in_words(self.case, self.text) {
            return Some(Read::InWords);
        }
        let heard = self.sounds(self.text);
        let is_heard = |reading| !heard.is_empty() && self.sounds(reading) == heard;
        Some(if self.readings.iter().any(is_heard) { Read::BySound } else { Read::Wrong })
    }

    /// As they are compared.
    pub(crate) fn sounds(&self, of: &Explained) -> String {
        sounds(&of.phonemes, self.language)
    }
}

/// How a text is cut that is cut before these bytes.
pub(crate) fn cut(case: &Case, cuts: &[usize]) -> Cut {
    let cuts: Vec<_> = cuts.iter().filter_map(|&cut| visible(&case.text, cut)).collect();
    if !cuts.iter().all(|cut| case.cuts.contains(cut) || case.free.contains(cut)) {
        return Cut::Stray;
    }
    if case.cuts.iter().all(|cut| cuts.contains(cut)) { Cut::Right } else { Cut::Missing }
}

/// Whether a text is read in the words of a reading.
pub(crate) fn is_in_words(case: &Case, text: &Explained) -> bool {
    let said = words(&text.spoken);
    case.readings.iter().any(|reading| words(reading) == said)
}

/// Where the first character stands that is not white space, from a place on; `None` behind the last. A cut within
/// white space is heard by nobody, and who cuts text as it comes cannot wait for how much of it there will be.
fn visible(text: &str, from: usize) -> Option<usize> {
    let length = text.get(from..)?.find(|c: char| !c.is_whitespace())?;
    Some(from + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explained(cuts: &[usize], spoken: &str, phonemes: &str) -> Explained {
        Explained { cuts: cuts.to_vec(), spoken: spoken.to_owned(), phonemes: phonemes.to_owned() }
    }

    fn judged(written: &str, readings: &[(&str, &str)], text: &Explained) -> Verdict {
        let mut case = Case::parse(1, written).unwrap();
        readings.iter().for_each(|(words, _)| case.add_reading(words).unwrap());
        let readings: Vec<_> = readings.iter().map(|(words, sound)| explained(&[], words, sound)).collect();
        Answered { case: &case, language: "en-us", text, readings: &readings }.judge()
    }

    #[test]
    fn all_cuts_must_be_made_and_no_others_but_free_ones() {
        let cut = |cuts: &[usize]| judged("One. ¦Two, ╎so.", &[], &explained(cuts, "", "")).cut;
        assert_eq!((cut(&[5]), cut(&[5, 10])), (Cut::Right, Cut::Right));
        assert_eq!((cut(&[]), cut(&[10])), (Cut::Missing, Cut::Missing));
        assert_eq!((cut(&[3]), cut(&[5, 7]), cut(&[5, 10, 12])), (Cut::Stray, Cut::Stray, Cut::Stray));
        assert_eq!(judged("One.", &[], &explained(&[], "", "")).read, None);
    }

    #[test]
    fn a_cut_within_white_space_is_one_before_what_follows() {
        let cut = |cuts: &[usize]| judged("One.⏎⏎¦Two.⏎", &[], &explained(cuts, "", "")).cut;
        for right in [&[4][..], &[5], &[6], &[5, 10]] {
            assert_eq!(cut(right), Cut::Right, "{right:?}");
        }
        for stray in [&[3][..], &[7], &[5, 9]] {
            assert_eq!(cut(stray), Cut::Stray, "{stray:?}");
        }
    }

    #[test]
    fn any_reading_will_do_by_its_words() {
        let readings = [("a hundred", "ɐ hˈʌndɹɪd"), ("one hundred", "wˈʌn hˈʌndɹɪd")];
        let read = |spoken: &str, sound: &str| judged("100", &readings, &explained(&[], spoken, sound)).read;
        assert_eq!(read("One hundred.", "elsewhere"), Some(Read::InWords));
        assert_eq!(read("100", "ɐ hˌʌndɹɪd\n"), Some(Read::BySound));
        assert_eq!(read("100", "wˈʌnhˈʌndɹɪd"), Some(Read::BySound));
    }

    #[test]
    fn one_word_more_or_less_is_wrong() {
        let readings = [("twenty one", "twˈɛnti wˈʌn")];
        let read = |spoken: &str, sound: &str| judged("21", &readings, &explained(&[], spoken, sound)).read;
        assert_eq!(read("20", "twˈɛnti"), Some(Read::Wrong));
        assert_eq!(read("21 1", "twˈɛnti wˈʌn wˈʌn"), Some(Read::Wrong));
        assert_eq!(read("twenty", "twˈɛnti"), Some(Read::Wrong));
        assert_eq!(read("twenty won", "twˈɛnti wˈʌn"), Some(Read::BySound));
    }

    #[test]
    fn silence_is_no_reading() {
        assert_eq!(judged("…", &[("so", "")], &explained(&[], "…", "")).read, Some(Read::Wrong));
    }
}
