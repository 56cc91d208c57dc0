//! Takes with a street or a box what belongs to the same address: the flat, the floor, the town, the postcode and the
//! country behind it, the suite and the name of the house before it; and with a facility the town behind it.

use super::part;
use crate::identifier::{Hit, Kind};
use crate::lexicon::{self, Class};
use crate::text::Page;
use std::ops::Range;

/// Rules whose hits are a line of an address.
const LINES: &[&str] = &["street", "road", "po-box", "highway", "unit", "postcode"];

/// How many parts an address has behind its street at most.
const PARTS: usize = 8;

/// Grows the places of a page over what belongs to them, on their line and on the lines around a flat.
pub(in crate::identifier) fn grow(page: &Page<'_>, hits: &mut Vec<Hit>) {
    let text = page.text();
    for at in hits.iter().filter(|hit| hit.rule == "location/unit").map(|hit| hit.range.clone()).collect::<Vec<_>>() {
        let lines = lines_around(page, &at);
        hits.extend(lines.into_iter().map(|range| Hit {
            kind: Kind::Location,
            range,
            confidence: 0.7,
            rule: "location/address-lines".into(),
        }));
    }
    let others: Vec<Range<usize>> =
        hits.iter().filter(|hit| hit.kind != Kind::Location).map(|hit| hit.range.clone()).collect();
    for hit in hits.iter_mut().filter(|hit| hit.kind == Kind::Location) {
        let own = hit.range.clone();
        let rule = hit.rule.trim_start_matches("location/");
        let digits = text[own.clone()].bytes().any(|b| b.is_ascii_digit());
        let named = text[own.clone()].chars().any(char::is_alphabetic);
        if named
            && LINES.iter().any(|line| rule.starts_with(line))
            && (digits || rule.contains("spoken") || text[..hit.range.end].ends_with("s/n"))
        {
            hit.range.start = before(text, hit.range.start, rule == "postcode");
            hit.range.end = behind(text, hit.range.end);
            // The full stop of a sentence, and not of an abbreviation.
            let long = |name: &str| name.chars().rev().take_while(|c| c.is_alphanumeric()).count() > 3;
            if text[hit.range.clone()].strip_suffix('.').is_some_and(long) {
                hit.range.end -= 1;
            }
        } else if rule.starts_with("facility") || rule == "saint" {
            hit.range.end = town_behind(text, hit.range.end);
        }
        // A name or a code that stands beside the address is none of its parts.
        let grew = |other: &&Range<usize>| hit.range.start < other.end && other.start < hit.range.end;
        if others.iter().filter(grew).any(|other| own.start >= other.end || other.start >= own.end) {
            hit.range = own;
        }
    }
}

/// The street, the town and the country of an address whose flat has a line of its own.
fn lines_around(page: &Page<'_>, unit: &Range<usize>) -> Vec<Range<usize>> {
    let number = page.line_number(unit.start);
    if content(page, number) != *unit {
        return Vec::new();
    }
    let mut lines = Vec::new();
    if let Some(above) = number.checked_sub(1).map(|line| content(page, line)) {
        let street = &page.text()[above.clone()];
        let numbered = street.bytes().any(|b| b.is_ascii_digit()) && street.chars().any(char::is_alphabetic);
        if numbered && street.split(' ').count() <= 7 && !street.contains([':', '@', '|']) {
            lines.push(above);
        }
    }
    // The town, then the country with its postcode, a blank line between them at most.
    let below = (number + 1..page.line_count()).take(4).map(|line| content(page, line)).filter(|line| !line.is_empty());
    for (place, line) in below.take(2).enumerate() {
        let name = page.text()[line.clone()].trim_end_matches(',');
        let words = name.split([' ', '-']).filter(|word| !word.is_empty());
        let capital = words.clone().all(|word| !word.starts_with(char::is_lowercase) || word.len() < 5);
        let letters = name.chars().all(|c| c.is_alphanumeric() || " .-'(),".contains(c));
        let coded = name.bytes().any(|b| b.is_ascii_digit());
        let region = part::region(name, true).is_some();
        if !letters || !capital || words.count() > 5 || place == 1 && !coded && !region {
            break;
        }
        lines.push(line.start..line.start + name.len());
        if coded || region {
            break;
        }
    }
    if lines.len() < 2 { Vec::new() } else { lines }
}

/// A line without its margin, the marks of a quotation among it.
fn content(page: &Page<'_>, line: usize) -> Range<usize> {
    let range = page.line_range(line);
    let text = &page.text()[range.clone()];
    let head = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '?' | '*' | '|' | '•'));
    let start = range.end - head.len();
    start..start + head.trim_end().len()
}

/// Where an address ends whose street ends at `end`.
fn behind(text: &str, mut end: usize) -> usize {
    let mut town = false;
    for _ in 0..PARTS {
        let Some((gap, line)) = part::separator(&text[end..]) else { break };
        let comma = text[end..end + gap].contains([',', '-', '–', '(', '\n']);
        let rest = &text[end + gap..];
        let unit = if line && town { None } else { part::unit(rest) };
        let place = || match part::postcode(rest) {
            Some(code) if town => Some(code),
            Some(code) if comma => match part::town_after_code(&rest[code..]) {
                Some(name) => Some(code + name),
                None => (!line && code > 3).then_some(code),
            },
            _ => None,
        };
        // Without a comma only a town that a state or a postcode follows.
        let named = || part::town(rest, line || !comma).filter(|_| !town || comma && !line);
        let step = unit.or_else(place).or_else(named).or_else(|| part::region(rest, comma));
        let Some(step) = step else { break };
        town |= unit.is_none();
        end += gap + step;
    }
    end
}

/// Where an address begins whose street begins at `start`; before a postcode stand the town and the street.
fn before(text: &str, mut start: usize, postcode: bool) -> usize {
    if postcode {
        start = part::names_before(text, start).unwrap_or(start);
    }
    // "5 12 Oak Lane": some write the number of the building before that of the street.
    let digits = text[..start]
        .strip_suffix(' ')
        .map_or("", |head| &head[head.len() - head.bytes().rev().take_while(u8::is_ascii_digit).count()..]);
    let lead = start - digits.len() - usize::from(!digits.is_empty());
    if (1..=5).contains(&digits.len()) && (lead == 0 || text[..lead].ends_with([' ', '\n'])) && !postcode {
        start = lead;
    }
    for _ in 0..4 {
        let head = text[..start].trim_end_matches([' ', '\n']);
        let Some(head) = head.strip_suffix(',') else { break };
        let from = head.rfind([',', '\n', ':', ';', '(', '"', '|']).map_or(0, |at| at + 1);
        let chunk = &head[from..];
        let found = part::unit_at_end(chunk)
            .or_else(|| part::house_at_end(chunk))
            .or_else(|| part::code_and_town_at_end(chunk))
            .or_else(|| postcode.then(|| part::street_at_end(chunk)).flatten());
        let Some(at) = found else { break };
        start = from + at;
        if !chunk[..at].trim().is_empty() {
            break;
        }
    }
    start
}

/// The end of a town of the lexicon, or of a quarter of the compass, right behind a facility.
fn town_behind(text: &str, end: usize) -> usize {
    const QUARTERS: &[&str] = &["East", "West", "North", "South", "Central"];
    let rest = &text[end..];
    let Some(gap) = [" in ", " of ", ", ", " - ", " "].iter().find(|gap| rest.starts_with(**gap)) else { return end };
    let names = part::capitalized(&rest[gap.len()..]);
    let own = text[..end].split_whitespace().next_back().unwrap_or("");
    names
        .iter()
        .rev()
        .find(|length| {
            let name = &rest[gap.len()..gap.len() + **length];
            let entry = lexicon::lookup(name);
            let plain = [Class::Credential, Class::Month, Class::State, Class::Title, Class::Role, Class::Health];
            let other = plain.iter().any(|class| entry.is(*class)) || name == own;
            let person = *gap != " in " && entry.given() > entry.city() * 2;
            QUARTERS.contains(&name) && *gap == " " || entry.city() > 1 && !other && !person
        })
        .map_or(end, |length| end + gap.len() + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_goes_on_over_its_lines() {
        let text = "Ship to\n77 Hickory Ln\nBoise, ID 83702\nMon 9 to 5";
        let street = text.find("Ln").unwrap() + 2;
        assert_eq!(&text[behind(text, street)..], "\nMon 9 to 5");
        let text = "12 Oak Ln\nMaria called";
        assert_eq!(behind(text, 9), 9);
    }

    #[test]
    fn a_facility_takes_its_town() {
        for (text, house, whole) in [
            ("Children's Hospital San Diego today", "Children's Hospital", "Children's Hospital San Diego"),
            ("Larkin Clinic in Tulsa for hives", "Larkin Clinic", "Larkin Clinic in Tulsa"),
            ("Larkin Clinic Monday at nine", "Larkin Clinic", "Larkin Clinic"),
        ] {
            assert_eq!(&text[..town_behind(text, house.len())], whole);
        }
    }
}
