//! Places: the state where it is named, three digits of a ZIP code where they may stay, else plain words.

use super::facility::{FACILITIES, facility};
use super::layout::Slot;
use super::phrase::{Around, Edit};
use super::street::street;
use super::town::town;
use super::word::{ending, is_one};
use super::zip;
use crate::lexicon;

/// State codes with their names.
#[rustfmt::skip]
pub(super) const STATES: &[(&str, &str)] = &[
    ("AL", "Alabama"), ("AK", "Alaska"), ("AZ", "Arizona"), ("AR", "Arkansas"), ("CA", "California"),
    ("CO", "Colorado"), ("CT", "Connecticut"), ("DE", "Delaware"), ("FL", "Florida"), ("GA", "Georgia"),
    ("HI", "Hawaii"), ("ID", "Idaho"), ("IL", "Illinois"), ("IN", "Indiana"), ("IA", "Iowa"), ("KS", "Kansas"),
    ("KY", "Kentucky"), ("LA", "Louisiana"), ("ME", "Maine"), ("MD", "Maryland"), ("MA", "Massachusetts"),
    ("MI", "Michigan"), ("MN", "Minnesota"), ("MS", "Mississippi"), ("MO", "Missouri"), ("MT", "Montana"),
    ("NE", "Nebraska"), ("NV", "Nevada"), ("NH", "New Hampshire"), ("NJ", "New Jersey"), ("NM", "New Mexico"),
    ("NY", "New York"), ("NC", "North Carolina"), ("ND", "North Dakota"), ("OH", "Ohio"), ("OK", "Oklahoma"),
    ("OR", "Oregon"), ("PA", "Pennsylvania"), ("RI", "Rhode Island"), ("SC", "South Carolina"), ("SD", "South Dakota"),
    ("TN", "Tennessee"), ("TX", "Texas"), ("UT", "Utah"), ("VT", "Vermont"), ("VA", "Virginia"), ("WA", "Washington"),
    ("WV", "West Virginia"), ("WI", "Wisconsin"), ("WY", "Wyoming"), ("DC", "Washington, D.C."), ("PR", "Puerto Rico"),
];

#[rustfmt::skip]
const STREETS: &[&str] = &[
    "st", "street", "ave", "avenue", "av", "rd", "road", "blvd", "boulevard", "dr", "drive", "ln", "lane", "ct",
    "court", "way", "pl", "place", "pkwy", "parkway", "hwy", "highway", "cir", "circle", "ter", "terrace", "trail",
    "loop", "pike", "apt", "suite", "ste", "unit", "box", "wharf", "alley", "row", "square", "sq",
];

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Zip,
    Street,
    Facility(&'static str),
    Town,
}

/// Whether what stands between two places makes them one ("Rogers", "AR", "72756").
pub(super) fn joins(between: &str) -> bool {
    if between.contains('\n') || between.len() > 24 {
        return false;
    }
    let words = between
        .split(|c: char| !c.is_alphabetic() && c != '.')
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let joined = words.join(" ");
    between.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | ',' | '.' | '#' | '\t'))
        && !between.contains('\t')
        && !between.contains("  ")
        && (words.is_empty() || state(&joined).is_some() || is_one(&joined, &["apt", "unit", "suite"]))
}

/// The name of a state that is written so or as its code.
pub(super) fn state(words: &str) -> Option<&'static str> {
    STATES.iter().find(|(code, name)| *code == words || name.eq_ignore_ascii_case(words)).map(|(_, name)| *name)
}

/// What takes a place's place. `parts` are the values that make it up.
///
/// `housed` says that it was found as a facility's name.
pub(super) fn edit(around: &Around<'_>, parts: &[&str], first_person: bool, housed: bool) -> Edit {
    let sorts: Vec<Sort> = parts.iter().map(|part| sort(part)).collect();
    let (state, after_state) = state_behind(around);
    let state = state.or_else(|| state_inside(around.value));
    let zip = parts.iter().zip(&sorts).find(|(_, sort)| **sort == Sort::Zip).map(|(part, _)| zip::area(part));
    match around.slot {
        Slot::Glued => return around.put(0, 0, "place"),
        Slot::Number => return around.put(0, 0, "null"),
        Slot::Cell | Slot::Field => {
            let words = state
                .map(str::to_owned)
                .or(zip)
                .unwrap_or_else(|| if around.spanish { "omitido" } else { "withheld" }.to_owned());
            return Edit { right: if state.is_some() { after_state } else { 0 }, words, ..Edit::default() };
        }
        Slot::Prose => {}
    }
    if around.spanish
        && let Some(edit) = in_spanish(around, parts)
    {
        return edit;
    }
    if sorts.contains(&Sort::Street) {
        return street(around, state, after_state, first_person);
    }
    if let Some(Sort::Facility(noun)) = sorts.iter().find(|sort| matches!(sort, Sort::Facility(_))) {
        return facility(around, noun, if parts.len() > 1 || state.is_some() { state } else { None }, after_state);
    }
    if let Some(state) = state {
        return around.put(0, after_state, state);
    }
    // "DOB 5/2/1990 44107 tox"
    let adjoins = around.own_left().trim().is_empty() && around.free_left < around.left.len();
    match zip {
        Some(zip) if sorts.iter().all(|sort| *sort == Sort::Zip) => around.put(
            0,
            0,
            &if says_zip(around) { zip } else { format!("ZIP {}{zip}", if adjoins { "" } else { "area " }) },
        ),
        _ => {
            let edit = town(around);
            // "sent to PathGroup" is no town.
            if housed && edit.words == "another town" { around.put(0, 0, "a facility") } else { edit }
        }
    }
}

/// A street, a clinic or a town in a Spanish sentence; none where it is said as in any.
fn in_spanish(around: &Around<'_>, parts: &[&str]) -> Option<Edit> {
    const CLINICS: &[&str] = &["clínica", "clinica", "hospital", "consultorio", "farmacia", "centro médico"];
    let own = around.own_left();
    if let Some(taken) = ending(own, &["en la calle", "en la avenida", "en av.", "en calle", "en el", "en la"])
        .filter(|_| parts.iter().any(|part| part.chars().any(|c| c.is_ascii_digit())))
    {
        return Some(around.put(taken, 0, "en otra dirección"));
    }
    let value = around.value.to_lowercase();
    let noun = CLINICS.iter().find(|noun| value.starts_with(**noun))?;
    let article = if matches!(*noun, "hospital" | "consultorio" | "centro médico") { "el" } else { "la" };
    let determined = ending(own, &["el", "la", "un", "una", "su", "mi", "al", "del"]).is_some();
    Some(around.put(0, 0, &if determined { (*noun).to_owned() } else { format!("{article} {noun}") }))
}

/// Whether the word ZIP stands before the value.
fn says_zip(around: &Around<'_>) -> bool {
    ending(around.left.trim_end_matches([':', ' ']), &["zip", "zip code", "zipcode", "postal code", "zips"]).is_some()
}

/// What sort of place a value is.
fn sort(value: &str) -> Sort {
    let lower = value.to_lowercase();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    if (digits == 5 || digits == 9) && value.chars().all(|c| c.is_ascii_digit() || c == '-' || c == ' ') {
        return Sort::Zip;
    }
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let ends_as_street = words().any(|word| STREETS.contains(&word));
    let starts_with_number = lower.starts_with(|c: char| c.is_ascii_digit());
    // "Glow Aesthetics of 12 Elm Street" is a place to go to, wherever it stands.
    let first = lower.find(|c: char| c.is_ascii_digit()).map_or("", |at| &lower[..at]);
    let housed = FACILITIES.iter().find(|(keyword, _)| keyword.len() > 4 && first.contains(keyword));
    if let Some((_, noun)) = housed.filter(|_| first.len() > 8) {
        return Sort::Facility(noun);
    }
    if starts_with_number
        || (ends_as_street
            && words()
                .next_back()
                .is_some_and(|word| STREETS.contains(&word) || word.chars().all(|c| c.is_ascii_digit()))
            && !lower.starts_with("st"))
    {
        return Sort::Street;
    }
    // "St. Luke's"
    let saint = ["st. ", "st ", "saint "].iter().any(|saint| lower.starts_with(saint));
    if saint && (lower.ends_with("'s") || lower.ends_with("’s")) {
        return Sort::Facility("hospital");
    }
    if (value.ends_with(" VA") || value.starts_with("VA ") || value == "VA") && !value.contains(',') {
        return Sort::Facility("hospital");
    }
    let is_in = |keyword: &str| {
        if keyword.contains(' ') {
            return lower.contains(keyword);
        }
        words().any(|word| word == keyword || (keyword.len() > 4 && word.starts_with(keyword)))
    };
    FACILITIES.iter().find(|(keyword, _)| is_in(keyword)).map_or(Sort::Town, |(_, noun)| Sort::Facility(noun))
}

/// The state that stands behind a town, and how many bytes it takes.
fn state_behind(around: &Around<'_>) -> (Option<&'static str>, usize) {
    leading_state(around.own_right())
}

/// The state with which a text goes on behind a town, and how many bytes it takes.
fn leading_state(own: &str) -> (Option<&'static str>, usize) {
    let rest = own.trim_start_matches([',', ' ']);
    let gap = own.len() - rest.len();
    if gap == 0 || gap > 3 {
        return (None, 0);
    }
    for (code, name) in STATES {
        let written = if rest.starts_with(code) {
            *code
        } else if rest.len() >= name.len()
            && rest.is_char_boundary(name.len())
            && rest[..name.len()].eq_ignore_ascii_case(name)
        {
            *name
        } else {
            continue;
        };
        let behind = rest[written.len()..].chars().next();
        let spaced = own.starts_with(',')
            || written.len() > 2
            || !is_one(written, &["in", "or", "me", "hi", "ok"])
            || behind.is_none_or(|c| !c.is_whitespace());
        if behind.is_none_or(|c| !c.is_alphanumeric()) && spaced {
            return (Some(name), gap + written.len());
        }
    }
    (None, 0)
}

/// The state that stands inside a value, behind a comma or before a ZIP code.
fn state_inside(value: &str) -> Option<&'static str> {
    if value.ends_with(" VA") && !value.contains(',') {
        return None;
    }
    value
        .split([',', ' '])
        .skip(1)
        .map(|word| word.trim_matches('.'))
        .filter_map(|word| STATES.iter().find(|(code, _)| *code == word))
        .last()
        .map(|(_, name)| *name)
        .or_else(|| {
            value.split(',').skip(1).find_map(|part| {
                STATES
                    .iter()
                    .find(|(_, name)| {
                        part.trim()
                            .trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')
                            .eq_ignore_ascii_case(name)
                    })
                    .map(|(_, name)| *name)
            })
        })
}

/// Whether a state stands directly behind a place.
pub(super) fn state_follows(after: &str) -> bool {
    leading_state(after).0.is_some()
}

/// The state at the end of a value, or before the ZIP code that ends it, as it is written there.
pub(super) fn state_within(value: &str) -> Option<&str> {
    let bare = value.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | ' ' | ',' | '.'));
    if STATES.iter().any(|(code, name)| *code == bare || name.eq_ignore_ascii_case(bare)) {
        return Some(bare);
    }
    // "Salem VA" is a hospital of the veterans.
    let code = bare.len().checked_sub(2).and_then(|at| Some((bare.get(..at)?, bare.get(at..)?)));
    if let Some((before, code)) = code
        && before.ends_with([' ', ',', '\n'])
        && STATES.iter().any(|(known, _)| *known == code)
        && (code != "VA" || value.contains(',') || bare.len() < value.len())
    {
        return Some(code);
    }
    let part = bare.rsplit([',', '\n']).next().filter(|part| part.len() < bare.len())?.trim();
    STATES.iter().any(|(_, name)| name.eq_ignore_ascii_case(part)).then_some(part)
}

/// What of the ZIP code that a value is, or ends with, may stay by the strictest list.
pub(super) fn zip_within(value: &str) -> Option<String> {
    let value = value.trim();
    let start = value.rfind(|c: char| !c.is_ascii_digit() && c != '-').map_or(0, |at| at + 1);
    let start = value.get(start..).map_or(value.len(), |_| start);
    let code = &value[start..];
    // "AR 727" is what an earlier rewrite left.
    let is_area =
        code.len() == 3 && (start == 0 || state_within(value).is_some_and(|state| value[..start].trim() == state));
    let is_code = matches!(sort(code), Sort::Zip) && value[..start].ends_with([' ', ',', '\n', '\t']);
    (is_area || is_code || matches!(sort(value), Sort::Zip))
        .then(|| zip::strict_area(if is_code || is_area { code } else { value }))
}

/// The state of a value that is a ZIP code and nothing else.
pub(super) fn state_of_zip(value: &str) -> Option<&'static str> {
    (sort(value) == Sort::Zip).then(|| lexicon::zip_state(value.trim())).flatten().map(|state| state.name)
}

/// A bracketed word for a place that cannot stay.
pub(super) fn word(value: &str) -> &'static str {
    match sort(value) {
        Sort::Street => "[street address]",
        Sort::Facility(_) => "[facility]",
        Sort::Zip | Sort::Town => "[place]",
    }
}

/// Whether a place's name is that of a facility, and of what kind it is.
pub(super) fn is_facility(name: &str) -> bool {
    matches!(sort(name), Sort::Facility(_))
}
