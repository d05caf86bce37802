//! Addresses: `St.` and `Dr.`, house numbers, directions, states and ZIP codes.

use crate::customs::Customs;
use crate::language::en::context::{is_capitalised, is_function, over_stop, with_stop};
use crate::language::en::numbers::ordinal_at;
use crate::language::en::words;
use crate::parse::digits;
use crate::place::{Place, first_word, last_word};
use crate::rule::{Rule, Said, Starts};
use crate::shared::spell;

pub(super) const TABLE: &[Rule] = &[
    Rule { name: "address", starts: Starts::Digit, read: zip },
    Rule { name: "address", starts: Starts::Digit, read: house },
    Rule { name: "address", starts: Starts::Letter, read: saint_or_street },
    Rule { name: "address", starts: Starts::Letter, read: doctor_or_drive },
    Rule { name: "address", starts: Starts::Letter, read: kind_of_street },
    Rule { name: "address", starts: Starts::Letter, read: before_number },
    Rule { name: "address", starts: Starts::Letter, read: direction },
    Rule { name: "address", starts: Starts::Letter, read: state },
];

/// Kinds of streets, behind a name or an ordinal.
const STREETS: &[(&str, &str)] = &[
    ("Ave", "avenue"),
    ("Av", "avenue"),
    ("Blvd", "boulevard"),
    ("Rd", "road"),
    ("Ln", "lane"),
    ("Pl", "place"),
    ("Ct", "court"),
    ("Sq", "square"),
    ("Hwy", "highway"),
    ("Pkwy", "parkway"),
    ("Pky", "parkway"),
    ("Ter", "terrace"),
    ("Terr", "terrace"),
    ("Cl", "close"),
    ("Cres", "crescent"),
    ("Gdns", "gardens"),
    ("Bldg", "building"),
    ("Expy", "expressway"),
    ("Tpke", "turnpike"),
    ("Fl", "floor"),
    ("fl", "floor"),
];

/// What stands before a number.
const NUMBERED: &[(&str, &str)] = &[
    ("Apt", "apartment"),
    ("apt", "apartment"),
    ("Ste", "suite"),
    ("Hwy", "highway"),
    ("Rte", "route"),
    ("Rt", "route"),
    ("Bldg", "building"),
    ("Rm", "room"),
    ("Fl", "floor"),
    ("Ext", "extension"),
];

const DIRECTIONS: &[(&str, &str)] = &[
    ("NE", "northeast"),
    ("NW", "northwest"),
    ("SE", "southeast"),
    ("SW", "southwest"),
    ("N", "north"),
    ("S", "south"),
    ("E", "east"),
    ("W", "west"),
];

const STATES: &[(&str, &str)] = &[
    ("AL", "alabama"),
    ("AK", "alaska"),
    ("AZ", "arizona"),
    ("AR", "arkansas"),
    ("CA", "california"),
    ("CO", "colorado"),
    ("CT", "connecticut"),
    ("DE", "delaware"),
    ("FL", "florida"),
    ("GA", "georgia"),
    ("HI", "hawaii"),
    ("ID", "idaho"),
    ("IL", "illinois"),
    ("IN", "indiana"),
    ("IA", "iowa"),
    ("KS", "kansas"),
    ("KY", "kentucky"),
    ("LA", "louisiana"),
    ("ME", "maine"),
    ("MD", "maryland"),
    ("MA", "massachusetts"),
    ("MI", "michigan"),
    ("MN", "minnesota"),
    ("MS", "mississippi"),
    ("MO", "missouri"),
    ("MT", "montana"),
    ("NE", "nebraska"),
    ("NV", "nevada"),
    ("NH", "new hampshire"),
    ("NJ", "new jersey"),
    ("NM", "new mexico"),
    ("NY", "new york"),
    ("NC", "north carolina"),
    ("ND", "north dakota"),
    ("OH", "ohio"),
    ("OK", "oklahoma"),
    ("OR", "oregon"),
    ("PA", "pennsylvania"),
    ("RI", "rhode island"),
    ("SC", "south carolina"),
    ("SD", "south dakota"),
    ("TN", "tennessee"),
    ("TX", "texas"),
    ("UT", "utah"),
    ("VT", "vermont"),
    ("VA", "virginia"),
    ("WA", "washington"),
    ("WV", "west virginia"),
    ("WI", "wisconsin"),
    ("WY", "wyoming"),
    ("Calif.", "california"),
    ("Mass.", "massachusetts"),
    ("Conn.", "connecticut"),
    ("Fla.", "florida"),
    ("Ore.", "oregon"),
    ("Pa.", "pennsylvania"),
    ("Va.", "virginia"),
    ("Ariz.", "arizona"),
    ("Colo.", "colorado"),
    ("Ill.", "illinois"),
    ("Minn.", "minnesota"),
    ("Tenn.", "tennessee"),
    ("Tex.", "texas"),
    ("Wash.", "washington"),
    ("Mich.", "michigan"),
    ("Ga.", "georgia"),
    ("Md.", "maryland"),
];

/// Titles before which `St.` or `Dr.` is no street.
const TITLES: &[&str] = &[
    "Dr", "Mr", "Mrs", "Ms", "Rev", "Sister", "Father", "Fort", "Port", "Mount", "Mt", "Ft", "Lake", "East",
    "West", "North", "South", "The", "In", "At", "Near", "On", "From", "To", "And", "Is", "Ask", "Prof",
];

/// The name of a street before the place: a capitalised word or an ordinal, directly before it.
fn is_behind_name(place: Place<'_>) -> bool {
    let before = place.before().trim_end_matches(' ');
    let word = before.rsplit(' ').next().unwrap_or_default();
    let bare = word.trim_end_matches(['\'', '’']);
    let name = is_capitalised(bare)
        && bare.ends_with(char::is_alphabetic)
        && !TITLES.contains(&bare)
        && !is_function(bare);
    let ordinal = ordinal_ends(word);
    (name || ordinal) && before.len() < place.before().len()
}

fn ordinal_ends(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && ["st", "nd", "rd", "th"].into_iter().any(|suffix| word.ends_with(suffix))
}

/// Whether a name follows an abbreviation of `length` bytes and its full stop.
fn name_follows(place: Place<'_>, length: usize) -> bool {
    let behind = &place.rest()[length..];
    let bare = behind.strip_prefix('.').unwrap_or(behind);
    let next = bare.strip_prefix([' ', '-']).unwrap_or(if behind.len() > bare.len() { bare } else { "" });
    is_capitalised(next) && !is_function(first_word(next))
}

/// `St.`: street behind a name, saint before one.
fn saint_or_street(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let length = ["St"]
        .into_iter()
        .find(|word| {
            first_word(place.rest()) == *word && place.rest().starts_with(word) && place.begins_word()
        })?
        .len();
    let street = is_behind_name(place);
    let saint = name_follows(place, length);
    match (street, saint) {
        (true, _) => Some(Said::new(with_stop(place, length), "street")),
        (false, true) => Some(Said::new(over_stop(place, length), "saint")),
        _ => place.rest()[length..].starts_with('.').then(|| Said::new(with_stop(place, length), "street")),
    }
}

/// `Dr.`: doctor before a name, drive behind one.
fn doctor_or_drive(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let found = first_word(place.rest()) == "Dr" && place.rest().starts_with("Dr") && place.begins_word();
    let drive = found && is_behind_name(place) && !name_follows(place, 2);
    match drive {
        true => Some(Said::new(with_stop(place, 2), "drive")),
        false => found.then(|| Said::new(over_stop(place, 2), "doctor")),
    }
}

/// `Ave.`, `Rd`, behind a name or an ordinal.
fn kind_of_street(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let (_, said) = STREETS.iter().find(|(written, _)| *written == word)?;
    let stop = place.rest()[word.len()..].starts_with('.');
    let sure = stop && matches!(word, "Ave" | "Blvd" | "Rd" | "Ln" | "Hwy" | "Pkwy");
    let sound = place.rest().starts_with(word) && place.begins_word() && (sure || is_behind_name(place));
    (sound && (stop || word.len() > 1) && place.may_end(word.len()))
        .then(|| Said::new(with_stop(place, word.len()), *said))
}

/// `Apt. 4B`, `Rte. 9`.
fn before_number(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let (_, said) = NUMBERED.iter().find(|(written, _)| *written == word)?;
    let behind = &place.rest()[word.len()..];
    let next = behind.strip_prefix('.').unwrap_or(behind).strip_prefix(' ')?;
    let number = next.starts_with(|c: char| c.is_ascii_digit() || c == '#')
        || (next.starts_with(char::is_uppercase) && first_word(next).len() == 1);
    (number && place.rest().starts_with(word) && place.begins_word())
        .then(|| Said::new(with_stop(place, word.len()), *said))
}

/// `W. 42nd St.`, `NE 8th`, `I-95 N`, `from the NW`.
fn direction(place: Place<'_>, _customs: &Customs) -> Option<Said> {
    let word = first_word(place.rest());
    let (_, said) = DIRECTIONS.iter().find(|(written, _)| *written == word)?;
    let behind = &place.rest()[word.len()..];
    let next = behind.strip_prefix('.').unwrap_or(behind).strip_prefix(' ').unwrap_or_default();
    let street = begins_street(next);
    let road = place.before().trim_end().rsplit(' ').next().is_some_and(|before| {
        before.contains('-')
            && before.ends_with(|c: char| c.is_ascii_digit())
            && before.starts_with(char::is_uppercase)
    });
    let wind = word.len() == 2
        && matches!(place.previous_word(), "the" | "from" | "to" | "toward" | "towards")
        && !behind.starts_with('.')
        && !next.starts_with(char::is_uppercase);
    let region = word.len() == 2 && is_region(next);
    let free = place.rest().starts_with(word)
        && place.begins_word()
        && place.may_end(word.len())
        && !place.previous().is_some_and(|c| matches!(c, '.' | '-' | '\'' | '&'));
    (free && (street || road || wind || region)).then(|| {
        Said::new(if behind.starts_with('.') { with_stop(place, word.len()) } else { word.len() }, *said)
    })
}

/// Whether the name of a country or town stands behind a direction: `SE Asia`.
fn is_region(text: &str) -> bool {
    let word = first_word(text);
    word.len() > 2
        && is_capitalised(word)
        && !is_function(word)
        && word.chars().skip(1).all(char::is_lowercase)
}

/// Whether the rest of a street's name follows: an ordinal, or a capitalised word and a kind of street.
fn begins_street(text: &str) -> bool {
    let ordinal = ordinal_ends(text.split([' ', ',', '.']).next().unwrap_or_default());
    let mut words = text.split(' ').map(|word| word.trim_end_matches(['.', ',', ';', '!', '?']));
    let name = words.next().is_some_and(|word| is_capitalised(word) && word.chars().all(char::is_alphabetic));
    ordinal || (name && words.next().is_some_and(is_street))
}

fn is_street(word: &str) -> bool {
    const FULL: &[&str] = &[
        "Street",
        "Avenue",
        "Road",
        "Lane",
        "Drive",
        "Boulevard",
        "Court",
        "Place",
        "Way",
        "Square",
        "Close",
        "Terrace",
        "Highway",
        "Parkway",
        "Circle",
        "Crescent",
        "Row",
        "Broadway",
    ];
    matches!(word, "St" | "Dr") || STREETS.iter().any(|(written, _)| *written == word) || FULL.contains(&word)
}

/// A house number before the name of a street.
fn house(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (run, length) = digits::run(place.rest()).filter(|(run, _)| (3..=5).contains(&run.len()))?;
    let behind = place.rest()[length..].strip_prefix(' ')?;
    let free = place.begins_free(&['.', ',', '-', '$', '/']);
    let mut words =
        behind.split(' ').take(4).map(|word| (word.trim_end_matches(['.', ',', ';', '!', '?']), word));
    let mut names = 0;
    let street = words.find_map(|(bare, whole)| {
        let goes_on = is_capitalised(bare) || ordinal_at(bare, customs).is_some();
        let found = names > 0 && is_street(bare);
        names += 1;
        let ends = whole.ends_with([',', ';', '!', '?']);
        if found {
            Some(true)
        } else if !goes_on || ends {
            Some(false)
        } else {
            None
        }
    });
    (free && street == Some(true)).then(|| {
        Said::new(
            length,
            if run.len() == 5 { spell::one_by_one(&run, customs) } else { words::figures(&run, customs) },
        )
    })
}

/// Whether a word could be the name of a city: a capital and small letters, and no word of answer.
fn is_city(word: &str) -> bool {
    let small = word.chars().skip(1).any(char::is_lowercase);
    is_capitalised(word)
        && small
        && !is_function(word)
        && !matches!(word, "Yes" | "Well" | "Sure" | "Okay" | "Fine" | "Right")
}

/// `, TX` behind a city.
fn state(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let rest = place.rest();
    let city = place.before().strip_suffix(", ").map(last_word).filter(|city| is_city(city))?;
    let (written, said) =
        STATES.iter().find(|(written, _)| rest.starts_with(written)).filter(|_| place.begins_word())?;
    let word = matches!(
        *written,
        "IN" | "OR" | "ME" | "HI" | "OK" | "OH" | "MA" | "PA" | "AL" | "LA" | "ID" | "CO" | "DE"
    );
    let behind = &rest[written.len()..];
    let ends = behind.trim().is_empty()
        || behind.starts_with([',', '.', ';', ')'])
        || digits::run(behind.trim_start()).is_some();
    if word && !(ends && city.len() > 3) {
        return None;
    }
    let length = match written.strip_suffix('.') {
        Some(bare) => with_stop(place, bare.len()),
        None => written.len(),
    };
    let said = Said::new(length, *said);
    if !place.may_end(length) {
        return None;
    }
    let zip = rest[length..].strip_prefix(' ').and_then(digits::run).filter(|(run, _)| run.len() == 5);
    Some(match zip {
        Some((run, more)) => {
            let end = length + 1 + more;
            let further =
                rest[end..].strip_prefix('-').and_then(digits::run).filter(|(run, _)| run.len() == 4);
            let (last, more) = further.map_or((String::new(), 0), |(run, more)| (run, 1 + more));
            said.then(end + more, &spell::one_by_one(&(run + &last), customs))
        }
        None => said,
    })
}

/// Five digits behind a state in full.
fn zip(place: Place<'_>, customs: &Customs) -> Option<Said> {
    let (run, length) = digits::run(place.rest()).filter(|(run, _)| run.len() == 5)?;
    let before = place.previous_word().to_lowercase();
    let state = STATES.iter().any(|(_, name)| name.rsplit(' ').next() == Some(before.as_str()))
        && is_capitalised(place.previous_word());
    (state && place.may_end(length)).then(|| Said::new(length, spell::one_by_one(&run, customs)))
}

#[cfg(test)]
mod tests {
    use crate::language::en::testing::{american, british};

    #[test]
    fn saints_and_streets() {
        assert_eq!(american("St. Ann of 12 Oak St. is here"), "saint Ann of twelve Oak street is here");
        assert_eq!(british("14 St Ann's Rd, on High St"), "fourteen saint Ann's road, on High street");
        assert_eq!(american("Dr. Ode drove down Elm Dr. today"), "doctor Ode drove down Elm drive today");
    }

    #[test]
    fn places_are_said_in_full() {
        assert_eq!(
            american("742 Fir Ave., Apt. 2, Reno, NV 89501."),
            "seven forty-two Fir avenue, apartment two, Reno, nevada eight nine five zero one."
        );
        assert_eq!(
            american("W. 42nd St. and N. Main St. meet"),
            "west forty-second street and north Main street meet"
        );
    }
}
