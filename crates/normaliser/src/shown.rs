//! Reads what a text with markup shows, as its marks wish. Read [`read`] first.

use speech::{ByteSpan, How, Origin, Pronounced, SayAs, Shown, SpokenText, Wish};

use crate::normalise;

/// Turns what a segment shows into what an engine reads, with the way back to the segment's source.
///
/// Of the wishes two are granted: single characters, and sounds.
#[must_use]
pub fn read(shown: &Shown) -> SpokenText {
    let spelled = spelled(shown);
    let mut spoken = spelled.lead_back(normalise(spelled.text()));
    spoken.pronounced = shown.wishes().iter().filter_map(|wish| pronounced(&spoken, wish)).collect();
    shown.lead_back(spoken)
}

/// The text with spaces between characters that are to be named one by one. Its source is the shown text.
fn spelled(shown: &Shown) -> Shown {
    let text = shown.text();
    let mut spelled = Shown::default();
    let mut at = 0;
    for wish in shown.wishes().iter().filter(|wish| wish.how == How::As(SayAs::Characters)) {
        let before = ByteSpan::new(at, wish.span.start);
        spelled.push(&text[before.range()], before, Origin::Verbatim);
        let characters = text[wish.span.range()].chars().filter(|c| !c.is_whitespace());
        let apart = characters.flat_map(|c| [c, ' ']).collect::<String>();
        spelled.push(apart.trim_end(), wish.span, Origin::Instead);
        at = wish.span.end;
    }
    let rest = ByteSpan::new(at, text.len());
    spelled.push(&text[rest.range()], rest, Origin::Verbatim);
    spelled
}

/// The words of `spoken`, which lead back to shown text, that a wish gives sounds.
fn pronounced(spoken: &SpokenText, wish: &Wish) -> Option<Pronounced> {
    let How::Sounds(ipa) = &wish.how else { return None };
    let is_meant = |span: ByteSpan| span.start < wish.span.end && span.end > wish.span.start;
    let mut words = spoken.words.iter().filter(|word| is_meant(word.source)).map(|word| word.spoken);
    let first = words.next()?;
    let last = words.next_back().unwrap_or(first);
    Some(Pronounced { spoken: ByteSpan::new(first.start, last.end), ipa: ipa.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, stretch: &str, how: How) -> Shown {
        let start = text.find(stretch).unwrap();
        let mut shown = Shown::plain(text);
        shown.wish(Wish { span: ByteSpan::new(start, start + stretch.len()), how });
        shown
    }

    #[test]
    fn characters_are_named_one_by_one() {
        let spoken = read(&shown("Your code is A1B2.", "A1B2", How::As(SayAs::Characters)));
        assert_eq!(&*spoken.text, "Your code is A 1 B 2.");
        let last = spoken.words.last().unwrap();
        assert_eq!(&spoken.text[last.spoken.range()], "A 1 B 2");
        assert_eq!(last.source, ByteSpan::new(13, 17));
    }

    #[test]
    fn sounds_are_those_of_whole_words() {
        let spoken = read(&shown("You said tomato, right?", "tomato", How::Sounds("təˈmɑːtoʊ".into())));
        let [pronounced] = &spoken.pronounced[..] else { panic!("one word has sounds") };
        assert_eq!(&spoken.text[pronounced.spoken.range()], "tomato");
        assert_eq!(&*pronounced.ipa, "təˈmɑːtoʊ");
    }
}
