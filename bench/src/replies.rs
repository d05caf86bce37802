//! What the scenarios have spoken. Every text is written for this bench, in plain English.

use text::{SegmentBounds, SegmentPolicy, Segmenter};

use crate::policy::Policy;

/// Twelve words, one sentence.
pub(crate) const TWELVE_WORDS: &str = "The train to the coast leaves at seven from the third platform.";

/// Seventy-six words in five sentences: what a voice agent says in one go.
pub(crate) const SEVENTY_SIX_WORDS: &str = "Thanks for calling, I have found your booking for Friday morning. The flight \
     leaves at nine from the second terminal, and your seat is by the window. There is still room for one more suitcase, \
     which you can add until the evening before. If you would rather travel later, the next plane goes at two and costs \
     nothing extra. Shall I change it for you, or would you like to keep the early one instead today?";

/// Ten sentences of two or three words: ten segments.
pub(crate) const TEN_SEGMENTS: &str = "Hello there. Come in. Sit down. How nice. Well done. Go on. That is it. Very good. \
     All right. See you.";

/// Two words.
pub(crate) const TWO_WORDS: &str = "Hello there.";

/// Cuts a text as a language model would stream it: words with the space before them, long ones in two, about 1.3 a word.
pub(crate) fn tokens(text: &str) -> Vec<&str> {
    text.split_inclusive(' ').flat_map(token_pieces).collect()
}

fn token_pieces(word: &str) -> impl Iterator<Item = &str> {
    /// From here on a word is two tokens.
    const LONG: usize = 8;
    let at = if word.trim_end().len() >= LONG { word.len() / 2 } else { 0 };
    let (head, tail) = word.split_at(at);
    [head, tail].into_iter().filter(|piece| !piece.is_empty())
}

/// The segments that the server's default policy makes of a text.
pub(crate) fn segments(text: &str) -> Vec<String> {
    let mut segmenter = Segmenter::new(SegmentPolicy::Clauses, SegmentBounds::default());
    segmenter.push(text);
    segmenter.release();
    std::iter::from_fn(|| segmenter.next_segment()).map(|segment| segment.text).collect()
}

/// The token that makes the first boundary of a policy final: its index; the last one if only a flush does.
pub(crate) fn deciding_token(tokens: &[&str], policy: Policy) -> usize {
    let mut segmenter = Segmenter::new(policy.of_segments(), SegmentBounds::default());
    let decides = |token: &&str| {
        segmenter.push(token);
        segmenter.next_segment().is_some()
    };
    tokens.iter().position(decides).unwrap_or(tokens.len().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_are_as_long_as_they_are_called() {
        let words = |text: &str| text.split_whitespace().count();
        assert_eq!((words(TWELVE_WORDS), words(SEVENTY_SIX_WORDS), words(TWO_WORDS)), (12, 76, 2));
        assert_eq!((segments(TWELVE_WORDS).len(), segments(TEN_SEGMENTS).len()), (1, 10));
    }

    #[test]
    fn tokens_join_to_the_text() {
        let tokens = tokens(SEVENTY_SIX_WORDS);
        assert_eq!(tokens.concat(), SEVENTY_SIX_WORDS);
        assert!((80..=110).contains(&tokens.len()), "{} tokens", tokens.len());
    }

    #[test]
    fn the_deciding_token_is_the_one_after_which_something_can_be_spoken() {
        for policy in Policy::ALL {
            assert_eq!(deciding_token(&["No", " end"], policy), 1);
            assert_eq!(deciding_token(&[], policy), 0);
        }
        assert_eq!(deciding_token(&["Hello there.", " How", " are you?"], Policy::Clauses), 1);
    }

    #[test]
    fn the_more_hasty_policy_decides_no_later() {
        let tokens = tokens(SEVENTY_SIX_WORDS);
        let decides = Policy::ALL.map(|policy| deciding_token(&tokens, policy));
        assert!(decides.is_sorted() && decides[0] < decides[2], "{decides:?}");
    }
}
