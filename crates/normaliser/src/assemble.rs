//! Joins what is read otherwise with what stays as written, and keeps the way back.

use speech::{ByteSpan, Pronounced, SpokenText, UserText, WordSource, Wording};

use crate::clean::Cleaned;
use crate::rule::Said;
use crate::words;

/// A stretch of the cleaned text that is read otherwise.
#[derive(Debug)]
pub(crate) struct Rewrite {
    /// Where it begins.
    pub(crate) start: usize,
    /// How it is read.
    pub(crate) said: Said,
    /// With which sounds, if they are given.
    pub(crate) sounds: Option<UserText>,
}

impl Rewrite {
    fn end(&self) -> usize {
        self.start + self.said.length
    }
}

/// A stretch of words that are one unit: what a rule read, with the rest of any word that it read a part of.
struct Unit<'a> {
    span: ByteSpan,
    rewrites: &'a [Rewrite],
}

/// The spoken text under way.
struct Assembly<'a> {
    cleaned: &'a Cleaned,
    text: String,
    words: Vec<WordSource>,
    pronounced: Vec<Pronounced>,
    /// Up to where the cleaned text has been read.
    at: usize,
    /// Whether what was said last is not what is written there, so that it may not grow together with what follows.
    rewritten: bool,
}

/// The whole of `cleaned`, of which `rewrites`, in order, are read otherwise.
pub(crate) fn assemble(cleaned: &Cleaned, rewrites: &[Rewrite]) -> SpokenText {
    let text = String::with_capacity(cleaned.text().len());
    let mut assembly =
        Assembly { cleaned, text, words: Vec::new(), pronounced: Vec::new(), at: 0, rewritten: false };
    for unit in units(words::find(cleaned.text()), rewrites) {
        assembly.copy(unit.span.start);
        assembly.add(&unit);
    }
    assembly.copy(cleaned.text().len());
    let Assembly { text, words, pronounced, .. } = assembly;
    SpokenText { text: UserText::from(text), words, pronounced, emphasised: Vec::new() }
}

/// Words and rewrites, in order, joined where they overlap.
fn units(words: Vec<ByteSpan>, rewrites: &[Rewrite]) -> Vec<Unit<'_>> {
    let mut units: Vec<Unit<'_>> = Vec::with_capacity(words.len());
    let mut words = words.into_iter().peekable();
    let mut next = 0;
    loop {
        let start = match (words.peek(), rewrites.get(next)) {
            (Some(word), Some(rewrite)) => word.start.min(rewrite.start),
            (Some(word), None) => word.start,
            (None, Some(rewrite)) => rewrite.start,
            (None, None) => return units,
        };
        let (first, mut end) = (next, start);
        loop {
            if let Some(word) = words.next_if(|word| word.start < end || word.start == start) {
                end = end.max(word.end);
            } else if let Some(rewrite) =
                rewrites.get(next).filter(|rewrite| rewrite.start < end || rewrite.start == start)
            {
                end = end.max(rewrite.end());
                next += 1;
            } else {
                break;
            }
        }
        units.push(Unit { span: ByteSpan::new(start, end), rewrites: &rewrites[first..next] });
    }
}

impl Assembly<'_> {
    /// Takes over what is written up to `end`.
    fn copy(&mut self, end: usize) {
        let written = &self.cleaned.text()[self.at..end];
        if written.is_empty() {
            return;
        }
        if self.rewritten {
            self.keep_apart(written);
        }
        self.text.push_str(written);
        (self.at, self.rewritten) = (end, false);
    }

    fn add(&mut self, unit: &Unit<'_>) {
        match unit.rewrites {
            [rewrite] if !rewrite.said.parts.is_empty() && is_whole(unit, rewrite) => self.add_parts(rewrite),
            rewrites => {
                let start = self.begin(unit);
                for rewrite in rewrites {
                    self.copy(rewrite.start);
                    self.say(rewrite);
                }
                self.copy(unit.span.end);
                let is_written = rewrites.is_empty() && self.cleaned.is_the_source(unit.span);
                let wording = if is_written { Wording::AsWritten } else { Wording::Otherwise };
                self.note(ByteSpan::new(start, self.text.len()), unit.span, wording);
            }
        }
    }

    /// Where the unit begins in the spoken text, after a space if it needs one.
    fn begin(&mut self, unit: &Unit<'_>) -> usize {
        let first = unit.rewrites.first().filter(|rewrite| rewrite.start == unit.span.start);
        if let Some(rewrite) = first {
            self.keep_apart(&rewrite.said.words);
        }
        self.text.len()
    }

    fn say(&mut self, rewrite: &Rewrite) {
        self.keep_apart(&rewrite.said.words);
        let start = self.text.len();
        self.text.push_str(&rewrite.said.words);
        (self.at, self.rewritten) = (rewrite.end(), true);
        if let Some(ipa) = rewrite.sounds.clone().filter(|_| self.text.len() > start) {
            self.pronounced.push(Pronounced { spoken: ByteSpan::new(start, self.text.len()), ipa });
        }
    }

    fn add_parts(&mut self, rewrite: &Rewrite) {
        self.keep_apart(&rewrite.said.words);
        let (mut source, mut said, base) = (rewrite.start, 0, self.text.len());
        self.text.push_str(&rewrite.said.words);
        for part in &rewrite.said.parts {
            let end = rewrite.start + part.source;
            let spoken = ByteSpan::new(base + said, base + part.words);
            self.note(spoken, self.without_margins(source, end), Wording::Otherwise);
            (source, said) = (end, part.words);
        }
        (self.at, self.rewritten) = (rewrite.end(), true);
    }

    /// The stretch of the cleaned text without what is silent at its ends.
    fn without_margins(&self, start: usize, end: usize) -> ByteSpan {
        let text = &self.cleaned.text()[start..end];
        let bare = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')'));
        match text.find(bare) {
            Some(before) if !bare.is_empty() => ByteSpan::new(start + before, start + before + bare.len()),
            _ => ByteSpan::new(start, end),
        }
    }

    /// A unit, if anything of it is said.
    fn note(&mut self, spoken: ByteSpan, written: ByteSpan, wording: Wording) {
        let said = &self.text[spoken.range()];
        let bare = said.trim();
        if bare.is_empty() || written.start >= written.end {
            return;
        }
        let start = spoken.start + (said.len() - said.trim_start().len());
        let spoken = ByteSpan::new(start, start + bare.len());
        let wording = if bare.len() == said.len() { wording } else { Wording::Otherwise };
        self.words.push(WordSource { spoken, source: self.cleaned.source_of(written), wording });
    }

    /// A space, if what was said and `next` would grow together.
    fn keep_apart(&mut self, next: &str) {
        let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_unspaced(c));
        if touches(self.text.chars().next_back()) && touches(next.chars().next()) {
            self.text.push(' ');
        }
    }
}

fn is_whole(unit: &Unit<'_>, rewrite: &Rewrite) -> bool {
    unit.span == ByteSpan::new(rewrite.start, rewrite.end())
}

/// Scripts that put no spaces between a number and what belongs to it: Han, kana, Hangul.
fn is_unspaced(c: char) -> bool {
    text::is_ideograph(c) || matches!(c, '\u{3041}'..='\u{30FF}' | '\u{AC00}'..='\u{D7A3}')
}
