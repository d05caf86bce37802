//! What a voice says, to be compared with what it says for a reading.
//!
//! Two texts that sound alike may differ in eSpeak NG's IPA by what their marks do, not their words: `3.5` and `three
//! point five` are stressed otherwise, and a comma is a pause. So these are left out, and nothing else:
//!
//! - stress (`ˈ ˌ`), because it depends on the place in the clause;
//! - all white space, which stands between words, and the line breaks between clauses;
//! - the names of languages where the voice changes to another, such as `(en)`;
//! - joiners and ties (`‿`, zero-width ones), hyphens and underscores, which write pauses and liaison.
//!
//! What remains are the sounds, their lengths and their tones, in order.

/// Stress, ties and signs for what is between sounds.
fn is_between_sounds(c: char) -> bool {
    c.is_whitespace() || matches!(c, 'ˈ' | 'ˌ' | '‿' | '\u{361}' | '\u{200B}'..='\u{200D}' | '-' | '_')
}

/// The sounds alone.
pub(super) fn sounds(ipa: &str) -> String {
    let mut out = String::with_capacity(ipa.len());
    let mut rest = ipa;
    while let Some(c) = rest.chars().next() {
        rest = match language_name(rest) {
            Some(name) => &rest[name..],
            None => {
                out.extend(Some(c).filter(|&c| !is_between_sounds(c)));
                &rest[c.len_utf8()..]
            }
        };
    }
    out
}

/// How long the name of a language in brackets is that stands here.
fn language_name(rest: &str) -> Option<usize> {
    let (name, _) = rest.strip_prefix('(')?.split_once(')')?;
    name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-').then_some(name.len() + 2)
}
