//! What the program is asked for.

use std::path::PathBuf;

/// Told with every wrong use.
pub(crate) const USAGE: &str = "\
usage: cargo xtask corpus [FOLDER]… [--category NAME]… [--words] [--failures] [--write]
       cargo xtask corpus --texts
       cargo xtask corpus --peers FILE

  FOLDER           folders of corpus/; all if none is named
  --category NAME  only files of this name, such as money; may be repeated
  --words          judge readings by their words alone, without asking the voice
  --failures       show each case that is not right, with what came instead
  --write          all cases, and renew docs/text.md
  --texts          only print the texts, for score/peers/compare.py to read
  --peers FILE     only judge what it wrote, for the page to show";

/// What to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Task {
    /// Judge ourselves.
    #[default]
    Score,
    /// Print the texts.
    Texts,
    /// Judge the answers of others, in a file.
    Peers(PathBuf),
}

/// Where readings may be found alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Judged {
    /// In their words, or else in what the voice makes of them.
    #[default]
    ByWordsAndSound,
    /// In their words alone.
    ByWords,
}

/// What was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// What to do.
    pub(crate) task: Task,
    /// Folders of the corpus; all if there is none.
    pub(crate) folders: Vec<String>,
    /// Categories; all if there is none.
    pub(crate) categories: Vec<String>,
    /// How readings are compared.
    pub(crate) judged: Judged,
    /// Whether each case is shown that is not passed.
    pub(crate) shows_failures: bool,
    /// Whether the page is made anew.
    pub(crate) writes: bool,
}

impl Options {
    /// Of the arguments behind the program's name.
    ///
    /// # Errors
    /// In words, if there is no such option, or two do not go together.
    pub(crate) fn parse(args: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--failures" => options.shows_failures = true,
                "--write" => options.writes = true,
                "--words" => options.judged = Judged::ByWords,
                "--texts" => options.task = Task::Texts,
                "--peers" => options.task = Task::Peers(args.next().ok_or("--peers wants a file")?.into()),
                "--category" => options.categories.push(args.next().ok_or("--category wants a name")?),
                unknown if unknown.starts_with('-') => return Err(format!("there is no option {unknown}")),
                _ => options.folders.push(arg),
            }
        }
        options.checked()
    }

    fn checked(self) -> Result<Self, String> {
        let is_whole =
            self.folders.is_empty() && self.categories.is_empty() && self.judged == Judged::default();
        if (self.writes || matches!(self.task, Task::Peers(_))) && !is_whole {
            let option = if self.writes { "--write" } else { "--peers" };
            return Err(format!("{option} is for all cases, judged in full; leave out what narrows it"));
        }
        Ok(self)
    }

    /// Whether files of this category are asked for.
    pub(crate) fn wants(&self, category: &str) -> bool {
        self.categories.is_empty() || self.categories.iter().any(|wanted| wanted == category)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(args: &str) -> Result<Options, String> {
        Options::parse(args.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn folders_and_options_come_in_any_order() {
        let options = parsed("de --category money --words fr --failures --category dates").unwrap();
        assert_eq!((options.folders.join(" "), options.judged), ("de fr".to_owned(), Judged::ByWords));
        assert!(options.wants("money") && options.wants("dates") && !options.wants("times"));
        assert!(options.shows_failures && !options.writes);
        assert!(parsed("").unwrap().wants("times"));
    }

    #[test]
    fn a_page_is_about_everything() {
        assert!(parsed("--write").unwrap().writes && parsed("--write --failures").is_ok());
        for wrong in [
            "--write de",
            "--write --words",
            "--category money --write",
            "--category",
            "--all",
            "--peers",
            "--peers x de",
        ] {
            assert!(parsed(wrong).is_err(), "{wrong}");
        }
    }
}
