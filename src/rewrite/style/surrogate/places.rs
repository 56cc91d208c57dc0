//! Places for places: another town in the same state, another street and number, another ZIP code of the state.

use super::{Fresh, cased};
use crate::lexicon::{self, Class};
use crate::rewrite::place;
use std::collections::HashMap;

/// Names that many towns have, so that they are nowhere in particular.
#[rustfmt::skip]
const TOWNS: &[&str] = &[
    "Fairview", "Riverside", "Oakland Park", "Cedar Grove", "Maplewood", "Brookfield", "Lakewood", "Ashland", "Milford",
    "Clayton", "Greenfield", "Kingston", "Newport", "Oxford", "Springdale", "Hillcrest", "Westfield", "Auburn", "Bristol",
    "Glenwood", "Rockport", "Harmony", "Linden", "Marion Hills", "Pleasant Grove", "Sunnyvale", "Willow Creek", "Mill Valley",
    "Stonebridge", "Elmwood",
];
#[rustfmt::skip]
const STREETS: &[&str] = &[
    "Oak", "Maple", "Cedar", "Pine", "Walnut", "Chestnut", "Birch", "Spruce", "Willow", "Sycamore", "Magnolia", "Juniper",
    "Laurel", "Hickory", "Aspen", "Meadow", "Prairie", "Orchard", "Sunset", "Highland",
];
/// After so many attempts a ZIP code of any state will do.
const ATTEMPTS: u32 = 400;

/// The places that were met.
#[derive(Debug, Default)]
pub(super) struct Places {
    towns: HashMap<String, String>,
}

impl Places {
    /// What stands in for a place: part by part, the parts of an address being set off by commas or line breaks.
    pub(super) fn stand_in(&mut self, value: &str, fresh: &mut Fresh) -> String {
        let mut out = String::with_capacity(value.len());
        let mut rest = value;
        loop {
            let end = rest.find([',', '\n', ';']).unwrap_or(rest.len());
            let (part, behind) = rest.split_at(end);
            let inner = part.trim();
            let lead = part.len() - part.trim_start().len();
            out.push_str(&part[..lead]);
            out.push_str(&self.part(inner, !out.trim().is_empty(), fresh));
            out.push_str(&part[lead + inner.len()..]);
            let Some(sign) = behind.chars().next() else { break };
            out.push(sign);
            rest = &behind[sign.len_utf8()..];
        }
        // Whatever else it is, it is not left.
        if out == value { cased(&self.town(value, fresh), value) } else { out }
    }

    /// What stands in for one part: a state stays, a ZIP code is another.
    fn part(&mut self, part: &str, follows: bool, fresh: &mut Fresh) -> String {
        if part.is_empty() || follows && lexicon::state(part).is_some() {
            return part.to_owned();
        }
        let zip = zip_at_end(part);
        let (before, zip) = part.split_at(zip);
        let bare = before.trim_end();
        let gap = &before[bare.len()..];
        let zip = if zip.is_empty() { String::new() } else { zip_like(zip, fresh) };
        let (town, state) = match place::state_within(bare).filter(|state| bare.ends_with(*state)) {
            Some(state) => bare.split_at(bare.len() - state.len()),
            None => (bare, ""),
        };
        let town = if town.trim().is_empty() { town.to_owned() } else { self.named(town, fresh) };
        format!("{town}{state}{gap}{zip}")
    }

    /// What stands in for a street, a facility or a town.
    fn named(&mut self, value: &str, fresh: &mut Fresh) -> String {
        let bare = value.trim_end();
        let behind = &value[bare.len()..];
        let instead = match place::word(bare) {
            "[street address]" => street(bare, fresh),
            "[facility]" => self.facility(bare, fresh),
            _ => self.town(bare, fresh),
        };
        format!(
            "{}{behind}",
            if bare.chars().any(char::is_lowercase) { lowered(&instead, bare) } else { cased(&instead, bare) }
        )
    }

    /// A town's name, the same for the same.
    fn town(&mut self, value: &str, fresh: &mut Fresh) -> String {
        let key = value.to_lowercase();
        if let Some(known) = self.towns.get(&key) {
            return known.clone();
        }
        let drawn = fresh.choose(TOWNS, &key);
        self.towns.insert(key, drawn.clone());
        drawn
    }

    /// A facility keeps the words that say what it is: "St. Vincent's Hospital", "Fairview Hospital".
    fn facility(&mut self, value: &str, fresh: &mut Fresh) -> String {
        let words: Vec<&str> = value.split(' ').collect();
        let generic = |word: &&&str| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let entry = lexicon::lookup(word);
            entry.is(Class::Facility) || entry.is(Class::Health) && entry.given().max(entry.surname()) < 6
        };
        let kept = words.iter().skip(1).filter(generic).copied().collect::<Vec<_>>().join(" ");
        let town = self.town(value, fresh);
        let kept = if kept.is_empty() { if value.contains("chool") { "School" } else { "Clinic" } } else { &kept };
        format!("{town} {kept}")
    }
}

/// A street: another number of as many digits, another name, the same sort of street.
fn street(value: &str, fresh: &mut Fresh) -> String {
    let name = fresh.choose(STREETS, value);
    let mut named = false;
    let words: Vec<String> = value
        .split(' ')
        .map(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if bare.chars().any(|c| c.is_ascii_digit()) {
                return numbered(word, fresh);
            }
            let sort = lexicon::lookup(bare).is(Class::Street) || bare.len() < 2 || bare.is_empty();
            let told = named;
            named |= !sort;
            match (sort, told) {
                (true, _) => word.to_owned(),
                (false, false) => cased(&name, word),
                (false, true) => String::new(),
            }
        })
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// A word with other digits.
fn numbered(word: &str, fresh: &mut Fresh) -> String {
    let first = word.find(|c: char| c.is_ascii_digit());
    fresh.pick(word, |draw, attempt| {
        let mut bytes = draw.bytes(word, attempt);
        let digit = |(at, c): (usize, char)| match (c.is_ascii_digit(), bytes.next().unwrap_or_default()) {
            (true, byte) if Some(at) == first => char::from(b'1' + byte % 9),
            (true, byte) => char::from(b'0' + byte % 10),
            (false, _) => c,
        };
        word.char_indices().map(digit).collect()
    })
}

/// Where the ZIP code begins that ends a text; its end where there is none.
fn zip_at_end(text: &str) -> usize {
    let start = text
        .rfind(|c: char| !c.is_ascii_digit() && c != '-')
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let digits = text[start..].chars().filter(char::is_ascii_digit).count();
    let code = matches!(digits, 5 | 9)
        && text.as_bytes()[start..].get(..5).is_some_and(|five| five.iter().all(u8::is_ascii_digit));
    if code { start } else { text.len() }
}

/// Another ZIP code in use in the same state, in the form of the first.
fn zip_like(zip: &str, fresh: &mut Fresh) -> String {
    let state = lexicon::zip_state(zip);
    let draw = fresh.draw;
    let candidate = |attempt: u32| {
        let digits: String = draw.bytes(zip, attempt).map(|byte| char::from(b'0' + byte % 10)).take(5).collect();
        // Most states lie within one first digit.
        format!("{}{}", &zip[..1], &digits[1..])
    };
    let fits =
        |code: &String| lexicon::is_zip(code) && lexicon::zip_state(code) == state && !fresh.taken.contains(code);
    let code = (0..ATTEMPTS).map(candidate).find(fits).unwrap_or_else(|| candidate(ATTEMPTS));
    let more: String = draw.bytes(zip, ATTEMPTS).map(|byte| char::from(b'0' + byte % 10)).take(4).collect();
    if zip.len() > 5 { format!("{code}{}{more}", if zip.contains('-') { "-" } else { "" }) } else { code }
}

/// A name with small letters where the other begins with one.
fn lowered(name: &str, like: &str) -> String {
    let small = like.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
        && !like.chars().any(char::is_uppercase);
    if small { name.to_lowercase() } else { name.to_owned() }
}
