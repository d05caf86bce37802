//! The sounds of words and the shapes of the mouth, for those who animate a face: the wire's `phoneticDetails`.

use serde_json::{Value, json};

use crate::letters::is_vowel;
use crate::tiles::{Tile, seconds};

/// What silence is called, as a sound and as a shape.
const SILENCE: (&str, &str) = ("[silence]", "sil");

/// The sounds of these words and of the silences between them, in order, each list with the word's index. `None` if no
/// sound is known.
pub(super) fn details(tiles: &[Tile]) -> Option<Value> {
    let any = tiles.iter().any(|tile| !tile.phonemes.is_empty());
    let lists = tiles.iter().enumerate().filter_map(|(index, tile)| {
        let phones = phones(tile);
        (!phones.is_empty()).then(|| json!({"wordIndex": index, "isPartial": false, "phones": phones}))
    });
    any.then(|| lists.collect())
}

fn phones(tile: &Tile) -> Vec<Value> {
    let phone = |(symbol, viseme): (&str, &str), start, end: speech::AudioTime| {
        json!({
            "phoneSymbol": symbol,
            "startTimeSeconds": seconds(start),
            "durationSeconds": seconds(end.saturating_sub(start)),
            "visemeSymbol": viseme,
        })
    };
    let is_silent = !tile.text.contains(char::is_alphanumeric) && tile.start < tile.end;
    if tile.phonemes.is_empty() && is_silent {
        return vec![phone(SILENCE, tile.start, tile.end)];
    }
    let sounds = tile.phonemes.iter().map(|phoneme| {
        let symbol = phoneme.ipa.trim_start_matches(['ˈ', 'ˌ']);
        phone((symbol, viseme(symbol)), phoneme.start, phoneme.end)
    });
    sounds.collect()
}

/// The shape of the mouth for a sound. The names are the twelve of the wire; which sound has which is that of the charts
/// that animators use, from which the names are.
fn viseme(symbol: &str) -> &'static str {
    if symbol.contains(['ʃ', 'ʒ', 'ɕ', 'ʑ', 'ʂ', 'ʐ']) {
        return "chjsh";
    }
    let Some(first) = symbol.chars().next() else { return "cdgknstxyz" };
    let own = SHAPES.iter().find(|(sounds, _)| sounds.contains(first));
    match own {
        Some((_, viseme)) => viseme,
        None if is_vowel(first) => "aei",
        None => "cdgknstxyz",
    }
}

/// Sounds by the first sign of their names, and their shapes.
const SHAPES: &[(&str, &str)] = &[
    ("pbmɓɸβ", "bmp"),
    ("fvɱʋ", "fv"),
    ("θð", "th"),
    ("lɫɭʎɬʟ", "l"),
    ("rɹɾɻɽɺʁʀɚɝ", "r"),
    ("wʍɥ", "qw"),
    ("i", "ee"),
    ("uʊʉɯyʏ", "u"),
    ("oɔɒøœɤɵ", "o"),
];

#[cfg(test)]
mod tests {
    use speech::{AudioTime, PhonemeTime};

    use super::*;

    fn at(millis: u64) -> AudioTime {
        AudioTime::from_millis(millis)
    }

    #[test]
    fn each_sound_has_its_shape() {
        let shapes =
            ["b", "aɪ", "iː", "tʃ", "ð", "oʊ", "uː", "h", "ɹ", "w", "ŋ", "ɐ", "dʒ", "l", "f"].map(viseme);
        let expected = [
            "bmp",
            "aei",
            "ee",
            "chjsh",
            "th",
            "o",
            "u",
            "cdgknstxyz",
            "r",
            "qw",
            "cdgknstxyz",
            "aei",
            "chjsh",
            "l",
            "fv",
        ];
        assert_eq!(shapes, expected);
    }

    #[test]
    fn words_have_sounds_and_what_is_between_them_is_silence() {
        let phoneme = |ipa: &str, start, end| PhonemeTime { ipa: ipa.into(), start: at(start), end: at(end) };
        let phonemes = vec![phoneme("h", 20, 80), phoneme("ˈaɪ", 80, 300)];
        let tiles = [
            Tile { phonemes, ..Tile::new("Hi", at(20), at(300)) },
            Tile::new(",", at(300), at(300)),
            Tile::new(" ", at(300), at(450)),
        ];
        let told = details(&tiles).unwrap();
        let phone = |symbol, start, duration, viseme| json!({"phoneSymbol": symbol, "startTimeSeconds": start, "durationSeconds": duration, "visemeSymbol": viseme});
        assert_eq!(
            told,
            json!([
                {"wordIndex": 0, "isPartial": false, "phones": [
                    phone("h", 0.02, 0.06, "cdgknstxyz"), phone("aɪ", 0.08, 0.22, "aei"),
                ]},
                {"wordIndex": 2, "isPartial": false, "phones": [phone("[silence]", 0.3, 0.15, "sil")]},
            ])
        );
        assert_eq!(details(&tiles[1..]), None);
    }
}
