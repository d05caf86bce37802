//! Which language a piece of text is written in, so that `auto` can mean something. Read [`Detector`] first.
//!
//! A wrong guess costs a listener more than none: the voice changes in the middle of a reply. So a detector always has a
//! language that is usual, and leaves it only for another script, or for enough words that are plainly of another
//! language ([`latin`]).

mod evidence;
mod latin;
mod prose;
mod script;
mod table;
mod vocabulary;
mod vote;

use prose::without_addresses;
use script::Script;

/// The longest stretch of a piece that is looked at, in characters: more would not make it surer.
const LOOKED_AT: usize = 250;

/// Follows a text piece by piece, and says of each in which language it is. The same pieces always give the same answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detector {
    usual: String,
    so_far: String,
}

/// What a piece is expected to be.
#[derive(Debug, Clone, Copy)]
struct Expected<'a> {
    usual: &'a str,
    so_far: &'a str,
}

/// What a piece says of its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Finding {
    /// It is written in this one.
    Sure(&'static str),
    /// It is long enough to tell, but does not, or it speaks for the usual one.
    Unclear,
    /// It is too short, or has no letters, and nothing in it speaks for the usual one.
    Short,
}

impl Detector {
    /// One for a text that is probably in this language: its primary tag, such as `en` or `cmn`.
    #[must_use]
    pub fn new(usual: &str) -> Self {
        Self { usual: usual.to_owned(), so_far: usual.to_owned() }
    }

    /// The primary tag of the language of the next piece; of Chinese `cmn`.
    ///
    /// A piece with fewer than eight letters never begins another language with Latin letters. One with fewer than thirty
    /// that does not tell goes on in the language so far, unless small words or the vote speak for the usual one; a longer
    /// one that does not tell is in the usual language. Of a long piece the beginning is looked at.
    pub fn read(&mut self, text: &str) -> &str {
        let end = text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(at, _)| at);
        match self.find(&without_addresses(&text[..end])) {
            Finding::Sure(tag) if tag != self.so_far => tag.clone_into(&mut self.so_far),
            Finding::Unclear if self.usual != self.so_far => self.usual.clone_into(&mut self.so_far),
            Finding::Sure(_) | Finding::Unclear | Finding::Short => {}
        }
        &self.so_far
    }

    fn find(&self, text: &str) -> Finding {
        let expected = Expected { usual: &self.usual, so_far: &self.so_far };
        match Script::most_used(text) {
            None => Finding::Short,
            Some(Script::Other(alphabet)) => Finding::Sure(alphabet.find(text, expected)),
            Some(Script::Latin) => match latin::find(text, expected) {
                // A few words in Latin letters after another script.
                Finding::Short if Script::of(&self.so_far) != Script::Latin => Finding::Unclear,
                finding => finding,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alone(usual: &str, text: &str) -> String {
        Detector::new(usual).read(text).to_owned()
    }

    #[test]
    fn sentences_are_told_by_their_words() {
        let sentences = [
            ("de", "Ihr Paket wird morgen zwischen neun und zwölf Uhr zugestellt."),
            ("nl", "Uw pakket wordt morgen tussen negen en twaalf uur bezorgd."),
            ("fr", "Votre colis sera livré demain entre neuf heures et midi."),
            ("es", "Su paquete llegará mañana entre las nueve y las doce."),
            ("it", "Il suo pacco sarà consegnato domani tra le nove e le dodici."),
            ("pt", "A sua encomenda será entregue amanhã entre as nove e o meio-dia."),
            ("pl", "Państwa paczka zostanie dostarczona jutro między dziewiątą a dwunastą."),
            ("tr", "Paketiniz yarın dokuz ile on iki arasında teslim edilecek."),
            ("sv", "Ditt paket levereras i morgon mellan klockan nio och tolv."),
            ("fi", "Pakettisi toimitetaan huomenna kello yhdeksän ja kahdentoista välillä."),
            ("cs", "Váš balík bude doručen zítra mezi devátou a dvanáctou hodinou."),
            ("hu", "A csomagját holnap kilenc és tizenkét óra között kézbesítjük."),
            ("ro", "Coletul dumneavoastră va fi livrat mâine între orele nouă și doisprezece."),
            ("vi", "Bưu kiện của bạn sẽ được giao vào ngày mai từ chín giờ đến trưa."),
            ("id", "Paket Anda akan dikirim besok antara pukul sembilan dan dua belas."),
        ];
        for (tag, sentence) in sentences {
            assert_eq!(alone("en", sentence), tag, "{sentence}");
        }
        assert_eq!(alone("de", "Your parcel will arrive tomorrow between nine and noon."), "en");
    }

    #[test]
    fn a_script_is_enough() {
        let pieces = [
            ("ru", "Привет, как дела?"),
            ("uk", "Привіт, як справи?"),
            ("el", "Καλημέρα!"),
            ("he", "שלום"),
            ("ar", "مرحبا"),
            ("fa", "چطور هستید؟"),
            ("hi", "नमस्ते"),
            ("th", "สวัสดีครับ"),
            ("ko", "안녕하세요"),
            ("ja", "東京へ行きます"),
            ("cmn", "你好"),
            ("ka", "გამარჯობა"),
            ("ta", "வணக்கம்"),
        ];
        for (tag, piece) in pieces {
            assert_eq!(alone("en", piece), tag, "{piece}");
        }
        assert_eq!((alone("ja", "東京都"), alone("mr", "नमस्ते")), ("ja".into(), "mr".into()));
    }

    #[test]
    fn names_symbols_and_a_foreign_word_change_nothing() {
        for text in [
            "",
            "42!",
            "Ja.",
            "The area is πr², and Ω is in ohms.",
            "We met Mr. Müller and Señora Núñez at the café in Łódź.",
            "Schadenfreude is a German word, and so is Doppelgänger.",
            "He said 你好 to me, and I said hello.",
            "Die hard fans met in Den Haag.",
        ] {
            assert_eq!(alone("en", text), "en", "{text}");
        }
    }

    #[test]
    fn what_is_too_short_follows_what_was_before() {
        let mut detector = Detector::new("en");
        let told = [
            "Hello!",
            "Guten Tag, mein Name ist Anna, und ich rufe wegen der Rechnung an.",
            "Ja.",
            "4711.",
            "Now then, let us talk about something else for a while.",
            "Ja.",
            "これは本です。",
            "OK.",
        ]
        .map(|piece| detector.read(piece).to_owned());
        assert_eq!(told, ["en", "de", "de", "de", "en", "en", "ja", "en"]);
    }

    #[test]
    fn a_short_piece_goes_on_in_another_language_only_if_nothing_speaks_for_the_usual_one() {
        let french = "Prenez la première rue à droite, puis continuez tout droit.";
        for piece in [
            "Drive 200 meters.",
            "Turn left.",
            "Keep right.",
            "Arriving soon.",
            "Make a U-turn.",
            "Traffic ahead.",
        ] {
            let mut detector = Detector::new("en");
            assert_eq!(detector.read(french), "fr");
            assert_eq!(detector.read(piece), "en", "{piece}");
        }
        for piece in ["Oui.", "42.", "Paris.", "Merci beaucoup !", "À bientôt !"] {
            let mut detector = Detector::new("en");
            detector.read(french);
            assert_eq!(detector.read(piece), "fr", "{piece}");
        }
    }

    #[test]
    fn a_usual_language_without_words_here_is_left_for_no_kin_of_it() {
        assert_eq!(alone("gl", "O seu paquete chegará mañá entre as nove e as doce."), "gl");
        assert_eq!(alone("ja", "Your parcel will arrive tomorrow between nine and noon."), "en");
        assert_eq!(alone("ja", "OK, iPhone 15 Pro Max"), "ja");
    }

    #[test]
    fn an_address_is_of_no_language() {
        assert_eq!(alone("en", "请打开https://example.com/a/very/long/path，谢谢"), "cmn");
    }
}
