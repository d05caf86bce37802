//! Reads lines of Japanese from standard input and writes their phrases.

use std::error::Error;
use std::io::{self, BufRead, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let dictionary = kana::Dictionary::from_bytes(&zstd::stream::decode_all(kana::PACKED)?)?;
    for line in io::stdin().lock().lines() {
        let phrases = dictionary.read(&line?, &[]);
        let kana: Vec<_> = phrases.into_iter().map(|phrase| phrase.kana).collect();
        writeln!(io::stdout(), "{}", kana.join(" "))?;
    }
    Ok(())
}
