//! Dates: the year where there is one; a day without a year is [`day`]'s.

use super::day;
use super::layout::Slot;
use super::phrase::{Around, Edit};
use super::word::{capitalized, ending, is_one, last_word};

/// What takes a date's place, or that of so many dates as `count` says, such as "May 3 or May 5". `this_year` is the year
/// in which the text is read.
pub(super) fn edit(around: &Around<'_>, count: usize, this_year: i16) -> Edit {
    let year = year(around.value);
    let birth = tells_birth(around.left);
    match around.slot {
        Slot::Glued => return around.put(0, 0, &year.map_or_else(|| "date".to_owned(), |year| year.to_string())),
        Slot::Number => return around.put(0, 0, &year.map_or_else(|| "null".to_owned(), |year| year.to_string())),
        Slot::Cell | Slot::Field => {
            let words = match year {
                Some(year) => year_words(year, birth, this_year),
                None if around.spanish => "fecha omitida".to_owned(),
                None if around.slot == Slot::Field => "withheld".to_owned(),
                None => "date withheld".to_owned(),
            };
            return Edit { words, ..Edit::default() };
        }
        Slot::Prose => {}
    }
    match year {
        Some(first) if last_year(around.value).is_some_and(|last| last > first) => {
            let last = last_year(around.value).unwrap_or(first);
            let from = if ending(around.own_left(), &["from", "between"]).is_some() { "" } else { "from " };
            around.put(0, 0, &format!("{from}{first} to {last}"))
        }
        Some(year) => with_year(around, &year_words(year, birth, this_year)),
        None => {
            // "date of birth july fourth"
            if let Some(taken) = ending(around.own_left(), &["dob", "date of birth", "birth date", "birthdate"]) {
                return around.drop(taken, 0);
            }
            let several = names_several(around.value);
            let mut edit = day::edit(around, count.max(1 + usize::from(several)));
            // "HISTORY: Since October he" begins with a capital behind its colon.
            let taken = &around.left[around.left.len().saturating_sub(edit.left)..];
            let behind = around.left[..around.left.len() - taken.len()].trim_end().ends_with(':');
            if behind && taken.starts_with(char::is_uppercase) && !around.shouts() {
                edit.words = capitalized(&edit.words);
            }
            edit
        }
    }
}

/// Whether a value names two days or more: "Nov 4 or Nov 6", but not "Thursday between 9 and 12".
fn names_several(value: &str) -> bool {
    let links = [" or ", " and ", " & "];
    let link = links.iter().find_map(|link| value.find(link).map(|at| &value[at + link.len()..]));
    link.is_some_and(|next| {
        let word = next.split(' ').next().unwrap_or_default();
        word.contains('/') || word.chars().any(char::is_alphabetic) && !word.ends_with("am") && !word.ends_with("pm")
    }) && !value.contains("between")
}

/// Whether a date names a year.
pub(super) fn has_year(value: &str) -> bool {
    year(value).is_some()
}

/// The year of a date, where it names one.
fn year(value: &str) -> Option<i16> {
    if let Some(year) = value.split([' ', ',', 'T']).find_map(short_year) {
        return Some(year);
    }
    // "12 12 90"
    let spaced: Vec<&str> = value.split(' ').collect();
    if spaced.len() == 3 && spaced.iter().all(|part| part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit())) {
        return short_year(&spaced.join("/"));
    }
    // "2026" and "20260427T140000Z"
    let numbers = value.split(|c: char| !c.is_ascii_digit()).filter(|part| matches!(part.len(), 4 | 8));
    numbers.filter_map(|part| part[..4].parse().ok()).find(|year| (1900..=2100).contains(year))
}

/// The last year in four digits that a range of dates names.
fn last_year(value: &str) -> Option<i16> {
    let numbers = value.rsplit(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 4);
    numbers.filter_map(|part| part.parse().ok()).find(|year| (1900..=2100).contains(year))
}

/// The year of a date in three parts, "04/12/88", or of one cut short, "'88".
fn short_year(date: &str) -> Option<i16> {
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let parts: Vec<&str> = date.split(['/', '-', '.']).collect();
    let year = match parts.as_slice() {
        [month, day, year] if day.len() <= 2 && digits(day) && month.len() <= 4 && digits(year) => year,
        [day, month, year] if digits(day) && month.chars().all(char::is_alphabetic) && digits(year) => year,
        _ => date.strip_prefix(['\'', '’']).filter(|year| digits(year))?,
    };
    let first = parts.first().filter(|part| part.len() == 4 && digits(part));
    let number: i16 = first.unwrap_or(&year).parse().ok()?;
    match number {
        1900..=2100 => Some(number),
        31..=99 => Some(1900 + number),
        0..=30 => Some(2000 + number),
        _ => None,
    }
}

/// A year, or "1935 or earlier" where a birth year would show an age over 89.
fn year_words(year: i16, birth: bool, this_year: i16) -> String {
    let latest = this_year - 90;
    if birth && year <= latest { format!("{latest} or earlier") } else { year.to_string() }
}

/// The year or the years of a date, as far as they may stay; none where it names none.
pub(super) fn years(value: &str, birth: bool, this_year: i16) -> Option<String> {
    let first = year(value)?;
    let last = last_year(value).filter(|last| *last > first);
    Some(last.map_or_else(|| year_words(first, birth, this_year), |last| format!("{first} to {last}")))
}

/// Whether the words before a date make it somebody's birth date.
pub(super) fn tells_birth(before: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "dob", "d.o.b", "born", "birth", "birthdate", "birthday", "bday", "b-day", "nacimiento", "nacida", "nacido",
        "bd", "birthdays",
    ];
    let tail = &before[super::layout::floor(before, before.len().saturating_sub(32))..];
    tail.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '-')
        .any(|word| is_one(word.trim_end_matches('.'), WORDS))
}

/// "on April 12, 2023" becomes "in 2023".
fn with_year(around: &Around<'_>, year: &str) -> Edit {
    let own = around.own_left();
    if let Some(taken) = ending(own, &["on", "on the", "on or about", "dated"]) {
        return around.put(taken, 0, &format!("in {year}"));
    }
    if let Some(taken) = ending(own, &["el"]) {
        return around.put(taken, 0, &format!("en {year}"));
    }
    // "Signed the 6th day of May 2025 at the office"
    if around.value.contains(" of ")
        && let Some(taken) = ending(own, &["the", "at the", "on this the", "this"])
    {
        let before = super::word::trim_end(&own[..own.len() - taken]);
        let bare = before.is_empty() || before.ends_with(':') || ending(before, &["dated"]).is_some();
        return around.put(taken, 0, &if bare { year.to_owned() } else { format!("in {year}") });
    }
    let before = last_word(own).filter(|word| word.start + word.text.len() < own.len());
    let verb = before.is_some_and(|word| {
        is_one(
            word.text,
            &["born", "seen", "done", "is", "was", "were", "began", "taken", "drawn", "given", "made", "put"],
        ) || is_past_verb(word.text)
    });
    if verb {
        return around.put(0, 0, &format!("in {year}"));
    }
    around.put(0, 0, year)
}

/// Whether a lower-case word looks like a past tense ("placed", "shipped").
fn is_past_verb(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase)
}
