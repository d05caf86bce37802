//! Reads lines of Japanese from standard input and writes their phrases. A bar before a numeral says that the number was
//! written in figures.

use std::error::Error;
use std::io::{self, BufRead, Write};

/// What stands before a number that was written in figures.
const FIGURES: char = '|';

fn main() -> Result<(), Box<dyn Error>> {
    let dictionary = kana::Dictionary::from_bytes(&zstd::stream::decode_all(kana::PACKED)?)?;
    for line in io::stdin().lock().lines() {
        let (text, figures) = marked(&line?);
        let phrases = dictionary.read(&text, &figures);
        let kana: Vec<_> = phrases.into_iter().map(|phrase| phrase.kana).collect();
        writeln!(io::stdout(), "{}", kana.join(" "))?;
    }
    Ok(())
}

/// The text without bars, and where they stood.
fn marked(line: &str) -> (String, Vec<u32>) {
    let (mut text, mut figures) = (String::with_capacity(line.len()), Vec::new());
    let mut at = 0;
    for character in line.chars() {
        if character == FIGURES {
            figures.push(at);
        } else {
            text.push(character);
            at += 1;
        }
    }
    (text, figures)
}
