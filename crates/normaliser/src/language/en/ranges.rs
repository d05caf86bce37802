//! A dash between two things that are said: `20–25`, `$20–$30`, `Mon–Fri`, `A–Z`; scores and records of games.

use crate::customs::Customs;
use crate::language::en::calendar;
use crate::language::en::context::{follows_any, is_function, is_noun};
use crate::language::en::words::{self, is_british};
use crate::parse::digits;
use crate::parse::fraction::is_sign;
use crate::parse::number;
use crate::place::{Place, first_word, last_word};
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

/// Marks that make of the digits behind them the rest of a range, number or date, or money.
const JOINING: &[char] = &['-', '–', '—', '‑', '−', '.', ',', ':', '$', '/'];

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "score", starts: Starts::Digit, read: score },
    Rule { name: "range", starts: Starts::Letter, read: letters },
    Rule { name: "range", starts: Starts::Mark, read: dash },
];

const DASHES: [char; 4] = ['-', '–', '—', '‑'];

/// Words in whose neighbourhood two small numbers with a dash are the score of a game.
const GAMES: &[&str] = &[
    "won",
    "win",
    "wins",
    "lost",
    "lose",
    "beat",
    "beats",
    "drew",
    "draw",
    "drawn",
    "tied",
    "tie",
    "led",
    "lead",
    "leads",
    "finished",
    "ended",
    "score",
    "scored",
    "final",
    "set",
    "sets",
    "game",
    "match",
    "half-time",
    "ahead",
    "up",
    "defeated",
    "defeat",
    "victory",
    "finish",
    "home",
    "away",
    "split",
    "series",
    "beating",
];

/// Words in whose neighbourhood they are what a team has won and lost.
const RECORDS: &[&str] = &[
    "are", "were", "record", "season", "went", "start", "started", "improved", "they're", "finished",
    "squad", "team",
];

/// A score, a record or a count: two numbers with a dash that are no range.
fn score(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let (first, length) =
        digits::run(rest).filter(|(first, _)| first.len() <= 3 && place.begins_free(JOINING))?;
    let mark = rest[length..].chars().next().filter(|c| DASHES.contains(c))?;
    let start = length + mark.len_utf8();
    if rest[start..].starts_with("love") {
        return Some(
            Said::new(length, words::cardinal(first.parse().ok()?, customs)).then(start + 4, "love"),
        );
    }
    let (second, more) = digits::run(&rest[start..]).filter(|(second, _)| second.len() <= 3)?;
    let length = start + more;
    let goes_on =
        rest[length..].starts_with(|c: char| {
            c.is_alphanumeric() || DASHES.contains(&c) || matches!(c, ':' | '%' | '°' | '/' | '$')
        }) || rest[length..].strip_prefix(['.', ',']).is_some_and(|rest| digits::run(rest).is_some());
    let (first, second) = (first.parse().ok()?, second.parse().ok()?);
    let between = kind(place, length, (first, second), customs).filter(|_| !goes_on)?;
    let nil = |number: u64| match (number, is_british(customs)) {
        (0, true) => "nil".to_owned(),
        _ => words::cardinal(number, customs),
    };
    Some(Said::new(length, spell::join([nil(first).as_str(), between, &nil(second)])))
}

/// What is said for the dash of a score; `None` if it is the dash of a range.
fn kind(
    place: Place<'_>,
    length: usize,
    (first, second): (u64, u64),
    customs: &Customs,
) -> Option<&'static str> {
    if let Some(words) = outside_games(place, length, (first, second), customs) {
        return Some(words);
    }
    let (next, rest) = (place.next_word(length), &place.rest()[length..]);
    let previous = place.previous_word();
    let games = is_place(previous) && is_place(next) && !is_function(previous) || follows_any(place, GAMES);
    let season = matches!(next, "this" | "last" | "record" | "overall" | "start");
    let record = season || (follows_any(place, RECORDS) && rest.trim_start().starts_with('.'));
    if !games && record && first + second > 3 {
        return Some("and");
    }
    if !games && is_share(first, second) && !rest.starts_with(char::is_alphanumeric) {
        return Some("");
    }
    let small = first < 20 && second < 20;
    match (games, is_british(customs)) {
        (true, true) if small => Some(""),
        (true, _)
            if !is_noun(next)
                || matches!(next, "win" | "victory" | "loss" | "defeat" | "draw" | "lead" | "run") =>
        {
            Some("to")
        }
        _ => None,
    }
}

/// What is said for the dash where no word for a game need stand by: a difference, a count, cricket or tennis.
fn outside_games(
    place: Place<'_>,
    length: usize,
    (first, second): (u64, u64),
    customs: &Customs,
) -> Option<&'static str> {
    let (next, rest) = (place.next_word(length), &place.rest()[length..]);
    let previous = place.previous_word().to_lowercase();
    let asked = previous == "is" && follows_any(place, &["what", "what's"]);
    let reckons = asked || matches!(previous.as_str(), "calculate" | "compute");
    match () {
        () if reckons || rest.trim_start().starts_with('=') => Some("minus"),
        () if next == "count" => Some("and"),
        () if is_british(customs) && is_cricket(place, (first, second), next) => Some("for"),
        () if is_tennis(place, first, second, rest) => Some(""),
        () => None,
    }
}

/// Whether a whole is shared so: `50-50`, `60-40`. A range would rise.
fn is_share(first: u64, second: u64) -> bool {
    first >= second && first + second == 100 && second > 0
}

/// Points, games and sets: `30-15`, and scores in a row.
fn is_tennis(place: Place<'_>, first: u64, second: u64, rest: &str) -> bool {
    const POINTS: [u64; 4] = [0, 15, 30, 40];
    let points = POINTS.contains(&first) && POINTS.contains(&second) && (first | second) & 1 == 1
        || (first, second) == (40, 30)
        || (first, second) == (30, 40);
    let next = rest.strip_prefix([',', ' ']).map(str::trim_start);
    let before = place.before().trim_end_matches([',', ' ']);
    let apart = before.len() < place.before().len();
    let in_row =
        next.is_some_and(is_score) || (apart && is_score(before.rsplit(' ').next().unwrap_or_default()));
    let set = is_set(first, second);
    (points && !is_noun(first_word(rest))) || (in_row && set)
}

/// Whether a set of tennis can end so.
fn is_set(first: u64, second: u64) -> bool {
    (6..=7).contains(&first.max(second)) && first != second
}

/// Whether `text` begins with the score of a set or of points.
fn is_score(text: &str) -> bool {
    let scores = digits::run(text).and_then(|(first, length)| {
        let (second, _) = digits::run(text[length..].strip_prefix(DASHES)?)?;
        Some((first.parse().ok()?, second.parse().ok()?))
    });
    scores.is_some_and(|(first, second): (u64, u64)| is_set(first, second) || first.max(second) == 40)
}

/// Runs and wickets: `245-6`.
fn is_cricket(place: Place<'_>, (runs, wickets): (u64, u64), next: &str) -> bool {
    const WORDS: &[&str] =
        &["were", "reached", "closed", "declared", "tea", "lunch", "stumps", "innings", "on"];
    let declared = matches!(next, "dec" | "declared" | "all");
    runs >= 20 && wickets <= 10 && runs > wickets * 5 && (declared || follows_any(place, WORDS))
}

/// `A–Z`, `A-Z`.
fn letters(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let mut chars = place.rest().chars();
    let (first, dash, last) = (chars.next()?, chars.next()?, chars.next()?);
    let capitals = first.is_ascii_uppercase() && last.is_ascii_uppercase() && first < last;
    let whole = matches!((dash, first, last), ('-', 'A', 'Z') | ('–' | '—', ..));
    let length = first.len_utf8() + dash.len_utf8() + last.len_utf8();
    let said = [spell::letter(first, customs), "to".into(), spell::letter(last, customs)].join(" ");
    (capitals && whole && place.begins_word() && place.may_end(length)).then(|| Said::new(length, said))
}

/// A dash between two amounts, times, days or places.
fn dash(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let mark = place.rest().chars().next().filter(|c| DASHES.contains(c))?;
    let behind = &place.rest()[mark.len_utf8()..];
    let before = place.before();
    let spaces = behind.len() - behind.trim_start_matches(' ').len();
    let spaced = before.ends_with(' ') && spaces > 0;
    let (before, after) = (before.trim_end_matches(' '), behind.trim_start_matches(' '));
    let tight = !place.before().ends_with(' ') && spaces == 0;
    let reckons = spaced && mark == '-' && (before.contains('=') || after.contains('='));
    if reckons || !(tight || (spaced && mark != '—')) {
        return None;
    }
    let length = mark.len_utf8() + if spaced { spaces } else { 0 };
    let spaced_words = spaced && mark == '-';
    if is_reference(before) {
        return None;
    }
    let days = !spaced_words && is_day(last_word(before.trim_end_matches('.'))) && is_day(first_word(after));
    let dates = mark == '–'
        && ends_amount(before)
        && is_day(first_word(after))
        && after.starts_with(char::is_uppercase);
    let amounts = ends_amount(before) && begins_amount(after, customs);
    let names = mark == '–' && tight && is_place(last_word(before)) && is_place(first_word(after));
    (days || dates || amounts || names).then(|| Said::new(length, if spaced { "to " } else { " to " }))
}

fn is_day(word: &str) -> bool {
    calendar::weekday(word).is_some()
        || (word.ends_with("day") && word.starts_with(char::is_uppercase))
        || calendar::month(word).is_some_and(|(_, length)| length == word.len() && !word.is_empty())
}

fn is_place(word: &str) -> bool {
    word.chars().count() > 2
        && word.starts_with(char::is_uppercase)
        && word.chars().skip(1).all(char::is_lowercase)
}

/// Whether a number ends here that refers to something: `No. 22-451` is no range.
fn is_reference(before: &str) -> bool {
    let number = before.rsplit(' ').next().unwrap_or_default();
    let word = last_word(before[..before.len() - number.len()].trim_end().trim_end_matches('.'));
    matches!(
        word,
        "No" | "no"
            | "number"
            | "case"
            | "docket"
            | "order"
            | "invoice"
            | "serial"
            | "part"
            | "model"
            | "Boeing"
            | "Bill"
            | "Law"
    )
}

/// Whether an amount, a time or an ordinal ends here; no name such as `F-16`.
fn ends_amount(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '\u{A0}']).next().unwrap_or_default();
    if matches!(word.to_lowercase().as_str(), "a.m." | "p.m." | "am" | "pm") {
        return true;
    }
    const MARKS: &str = "%°¢pma.hkKMtsndrCF′\"'";
    let bare = word.trim_end_matches(|c| MARKS.contains(c) || is_sign(c));
    let figures = bare.strip_prefix(['$', '€', '£', '-', '−', '~', '¥', '₹']).unwrap_or(bare);
    let version = figures.matches('.').count() > 1;
    let sound = !version && figures.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'));
    let ends =
        figures.ends_with(|c: char| c.is_ascii_digit()) || (figures.is_empty() && word.ends_with(is_sign));
    sound && ends
}

/// Whether an amount begins here.
fn begins_amount(after: &str, customs: &Customs) -> bool {
    let bare = after.strip_prefix(['$', '€', '£', '~', '¥', '₹']).unwrap_or(after);
    number::signed(bare, customs).is_some() || bare.starts_with(is_sign)
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn a_dash_between_amounts_is_to() {
        assert_eq!(
            american("10-15% of 20–25 men for $20–$30"),
            "ten to fifteen percent of twenty to twenty-five men for twenty dollars to thirty dollars"
        );
        assert_eq!(
            american("a 60-40 chance, then 40-60 men"),
            "a sixty forty chance, then forty to sixty men"
        );
        assert_eq!(british("Mon-Fri, the A–M queue"), "monday to friday, the a- to m queue");
        assert_eq!(american("the Oslo–Bergen train"), "the Oslo to Bergen train");
    }

    #[test]
    fn games_have_scores() {
        assert_eq!(american("They won 3-2."), "They won three to two.");
        assert_eq!(british("They won 2–0."), "They won two nil.");
        assert_eq!(american("He led 30-15, then 40-love."), "He led thirty fifteen, then forty love.");
        assert_eq!(american("They are 10-2 this season."), "They are ten and two this season.");
    }
}
