//! The elements that are known.

/// A kind of element, by what is done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Element {
    Speak,
    Paragraph,
    Sentence,
    Break,
    SayAs,
    Sub,
    Phoneme,
    Prosody,
    Emphasis,
    Voice,
    Lang,
    /// Ends what stands before it, as paragraphs do.
    Block,
    LineBreak,
    Cell,
    /// Nothing is done, and nobody misses anything.
    Inline,
    /// Nothing is done, and somebody may miss it: its name.
    Unsupported(&'static str),
}

/// The longest name, in bytes.
pub(crate) const LONGEST_NAME: usize = 32;

impl Element {
    /// By its name, in small letters.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "speak" => Self::Speak,
            "p" => Self::Paragraph,
            "s" => Self::Sentence,
            "break" => Self::Break,
            "say-as" => Self::SayAs,
            "sub" => Self::Sub,
            "phoneme" => Self::Phoneme,
            "prosody" => Self::Prosody,
            "emphasis" => Self::Emphasis,
            "voice" => Self::Voice,
            "lang" => Self::Lang,
            "br" => Self::LineBreak,
            "td" | "th" => Self::Cell,
            "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "li" | "dl" | "dt" | "dd"
            | "table" | "thead" | "tbody" | "tr" | "hr" | "blockquote" | "pre" | "section" | "article"
            | "header" | "footer" | "figure" | "figcaption" | "details" | "summary" | "body" | "html" => {
                Self::Block
            }
            "w" | "token" | "a" | "b" | "i" | "u" | "em" | "strong" | "span" | "code" | "kbd" | "samp"
            | "var" | "small" | "big" | "sup" | "del" | "ins" | "strike" | "tt" | "abbr" | "cite" | "q"
            | "dfn" | "font" | "label" | "center" | "wbr" | "mark" | "img" | "time" | "bdi" | "bdo" => {
                Self::Inline
            }
            _ => Self::Unsupported(unsupported(name)?),
        })
    }
}

/// Elements of SSML 1.1 that nothing is done about, and sounds that some voices can make.
fn unsupported(name: &str) -> Option<&'static str> {
    const NAMES: [&str; 20] = [
        "audio", "desc", "lexicon", "lookup", "meta", "metadata", "media", "par", "seq", "laugh", "laughs",
        "laughter", "chuckle", "sigh", "cough", "sniffle", "groan", "yawn", "gasp", "whisper",
    ];
    NAMES.into_iter().find(|known| *known == name)
}
