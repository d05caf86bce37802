//! What single characters mean to the segmenter. Tables only; the rules are in [`boundary`](crate::boundary).
//!
//! The sets follow Unicode's `Sentence_Terminal`, `Sentence_Break` and `Script` properties (UAX #29, Unicode 16) for the
//! scripts that people dictate to voices, not the whole repertoire.

/// A character that can end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Terminal {
    /// `.`, which is also part of abbreviations, numbers and names.
    Dot,
    /// `…`, which often only pauses.
    Ellipsis,
    /// `!` and `?`, which are also part of addresses.
    Loud,
    /// Marks of other scripts, which mean nothing else.
    Certain,
}

pub(crate) fn terminal(c: char) -> Option<Terminal> {
    Some(match c {
        '.' | '．' => Terminal::Dot,
        '…' => Terminal::Ellipsis,
        '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '\u{037E}' => Terminal::Loud,
        '。' | '！' | '？' | '｡' => Terminal::Certain, // Chinese, Japanese
        '؟' | '۔' | '؞' | '܀' => Terminal::Certain,    // Arabic, Urdu, Syriac
        '।' | '॥' | '෴' | '᱾' | '᱿' | '꣎' | '꣏' => Terminal::Certain, // the scripts of India
        '။' | '។' | '៕' | '།' | '༎' | '᠃' | '᠉' => Terminal::Certain, // Myanmar, Khmer, Tibetan, Mongolian
        '։' | '።' | '፧' | '፨' => Terminal::Certain,    // Armenian, Ethiopic
        _ => return None,
    })
}

/// How a clause mark is told from the same character inside a word or number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClauseMark {
    /// Only before a space: `1,000` and `10:30` go on.
    BeforeSpace,
    /// Only between spaces: `well-known` and `1990–95` go on.
    BetweenSpaces,
    /// Wherever it stands.
    Anywhere,
}

pub(crate) fn clause_mark(c: char) -> Option<ClauseMark> {
    Some(match c {
        ',' | ';' | ':' | '،' | '؛' | '՝' | '\u{00B7}' | '\u{0387}' => ClauseMark::BeforeSpace,
        '-' | '–' => ClauseMark::BetweenSpaces,
        '—' | '―' | '⸺' | '，' | '、' | '；' | '：' | '､' | '၊' | '፣' | '፤' | '፥' | '᠂' => {
            ClauseMark::Anywhere
        }
        _ => return None,
    })
}

/// Whether a clause mark ends what could stand by itself: all but the commas, and the hyphen, which may be a dash.
pub(crate) fn is_part(c: char) -> bool {
    matches!(c, ';' | ':' | '؛' | '；' | '：' | '፤' | '፥' | '\u{00B7}' | '\u{0387}')
        || matches!(c, '–' | '—' | '―' | '⸺')
}

/// A Greek question mark is typed as a semicolon.
pub(crate) fn ends_in_greek(before: &str) -> bool {
    before.ends_with(|c| matches!(c, '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}'))
}

/// A line end; two of them with nothing between end a paragraph.
#[must_use]
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\u{0085}' | '\u{2028}' | '\u{2029}')
}

/// Scripts that write a space where others write a comma or a full stop.
pub(crate) fn spaces_clauses(c: char) -> bool {
    matches!(c, '\u{0E01}'..='\u{0E4E}' | '\u{0E81}'..='\u{0ECD}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17D3}')
}

/// Where a quotation mark or bracket stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Enclosure {
    Opening,
    Closing,
    /// `"` and its like, which only the text around them tells.
    Either,
}

pub(crate) fn enclosure(c: char) -> Option<Enclosure> {
    Some(match c {
        '(' | '[' | '{' | '（' | '［' | '｛' | '「' | '『' | '【' | '《' | '〈' | '〔' | '｢' | '‘' | '„'
        | '‚' | '¿' | '¡' => Enclosure::Opening,
        ')' | ']' | '}' | '）' | '］' | '｝' | '」' | '』' | '】' | '》' | '〉' | '〕' | '｣' | '’' | '”'
        | '\'' => Enclosure::Closing,
        '"' | '“' | '«' | '»' | '‹' | '›' | '＂' => Enclosure::Either,
        _ => return None,
    })
}

/// What may hang on to the end of a sentence without being part of a word: emphasis, emoji, and what has no width.
pub(crate) fn is_trailer(c: char) -> bool {
    matches!(c, '*' | '_' | '~' | '`') || is_emoji(c) || is_silent_format(c) || is_combining(c)
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{20D0}'..='\u{20FF}')
}

/// Characters without sound or width: joiners, direction marks, variation selectors, soft hyphen, byte order mark.
#[must_use]
pub fn is_silent_format(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether `c` is a pictograph of Unicode's emoji blocks.
#[must_use]
pub fn is_emoji(c: char) -> bool {
    matches!(
        c,
        '\u{1F000}'..='\u{1F3FA}' | '\u{1F400}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B05}'..='\u{2B55}'
            | '\u{231A}'..='\u{231B}' | '\u{23E9}'..='\u{23FA}'
    )
}

/// A Han character: one word to the listener's clock.
#[must_use]
pub fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
        || matches!(c, '々' | '〇')
}
