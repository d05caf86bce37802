//! Sounds between slashes: `/kriːt/`.

use speech::How;

use crate::lookahead::{in_word, is_gap};
use crate::piece::Manner;
use crate::view::{End, View};

/// The most bytes between two slashes that are taken for sounds.
const LONGEST: usize = 64;

/// What stands behind a slash.
enum Behind {
    /// Sounds of so many bytes, and another slash.
    Sounds(usize),
    Else,
}

impl View {
    pub(crate) fn step_slash(&mut self) -> Option<()> {
        let bytes = match self.behind_slash()? {
            Behind::Sounds(bytes) => bytes,
            Behind::Else => {
                self.show(1);
                return Some(());
            }
        };
        let ipa = self.rest()[1..1 + bytes].to_owned();
        self.skip(1);
        self.open(Manner::As(How::Sounds(ipa.into())));
        self.show(bytes);
        self.close();
        self.skip(1);
        Some(())
    }

    /// Dates, paths, addresses and alternatives are none: sounds stand apart from words and need a character that only
    /// transcriptions have, and nothing else may stand with them.
    fn behind_slash(&self) -> Option<Behind> {
        if !stands_apart(self.before) {
            return Some(Behind::Else);
        }
        let mut has_sign = false;
        let mut last = ' ';
        for (at, c) in self.rest()[1..].char_indices() {
            match c {
                '/' if has_sign && last != ' ' => return self.closed(at),
                ' ' if at == 0 => return Some(Behind::Else),
                _ if at + c.len_utf8() > LONGEST => return Some(Behind::Else),
                _ if is_sign(c) => has_sign = true,
                'a'..='z' | '.' | ' ' => {}
                _ => return Some(Behind::Else),
            }
            last = c;
        }
        (self.end == End::Final).then_some(Behind::Else)
    }

    /// Whether the slash behind `bytes` of sounds is the last one.
    fn closed(&self, bytes: usize) -> Option<Behind> {
        let next = self.after(bytes + 2)?;
        Some(if in_word(next) || next == Some('/') { Behind::Else } else { Behind::Sounds(bytes) })
    }
}

fn stands_apart(before: Option<char>) -> bool {
    is_gap(before) || before.is_some_and(|c| "([{\"'“‘„«—–*_>,;".contains(c))
}

/// Whether `c` is in the International Phonetic Alphabet (its chart of 2020) and not an ASCII letter.
fn is_sign(c: char) -> bool {
    match c {
        'æ' | 'ç' | 'ð' | 'ø' | 'ħ' | 'ŋ' | 'œ' | 'β' | 'θ' | 'χ' | '‿' | '↗' | '↘' | 'ꜛ' | 'ꜜ' => {
            true
        }
        'ã' | 'ẽ' | 'ĩ' | 'õ' | 'ũ' => true,
        // Phonetic letters, modifiers, and marks that combine.
        '\u{0250}'..='\u{036F}' | '\u{1D00}'..='\u{1DFF}' => true,
        _ => false,
    }
}
