//! Cards and calendars as address books and mail programs export them: `FN:Maj Lund`, `ATTENDEE;CN="Maj Lund":...`.

use super::label::name_in;
use super::{Hit, Kind};
use crate::text::Page;
use std::ops::Range;

/// Appends the names of cards, and of calendars' guests, hosts and titles.
pub(super) fn names(page: &Page<'_>, rule: &'static str, hits: &mut Vec<Hit>) {
    let mut push = |range: Range<usize>, confidence: f32| {
        if let Some(name) = name_in(&page.text()[range.clone()]) {
            let range = range.start + name.start..range.start + name.end;
            hits.push(Hit { kind: Kind::Name, range, confidence, rule: rule.into() });
        }
    };
    properties(page, |property, parameters, value| match property {
        // Family, given and further names; prefixes and suffixes stand behind them.
        "N" => parts(page, value, ';').into_iter().take(3).for_each(|part| push(part, 0.95)),
        "FN" | "NICKNAME" | "RELATED" | "X-SPOUSE" | "X-ASSISTANT" | "AGENT" => push(value, 0.95),
        "CONTACT" => push(value, 0.85),
        "ATTENDEE" | "ORGANIZER" => {
            if let Some(name) = parameter(page, parameters, "CN=") {
                push(name, 0.9);
            }
        }
        // "Maj Lund - peel", "HOLD: Maj L. recheck"
        "SUMMARY" => {
            let text = page.text();
            let title = text[value.clone()].find(": ").map_or(value.start, |colon| value.start + colon + 2);
            for piece in [" - ", " – ", ", ", "\\, ", " | ", " / "] {
                if let Some(at) = text[title..value.end].find(piece) {
                    push(title..title + at, 0.75);
                    push(title + at + piece.len()..value.end, 0.7);
                    return;
                }
            }
            push(title..value.end, 0.75);
        }
        _ => {}
    });
}

/// Appends the streets, towns and ZIP codes of cards, each by itself, and the places of calendars.
pub(super) fn places(page: &Page<'_>, rule: &'static str, hits: &mut Vec<Hit>) {
    properties(page, |property, _, value| {
        // Box, flat, street, town, state, ZIP, country.
        if property == "ADR" {
            let wanted = |place: &usize| matches!(place, 0..=3 | 5);
            let parts =
                parts(page, value, ';').into_iter().enumerate().filter(|(place, part)| wanted(place) && part.len() > 1);
            hits.extend(parts.map(|(_, range)| Hit {
                kind: Kind::Location,
                range,
                confidence: 0.95,
                rule: rule.into(),
            }));
        }
    });
}

/// Calls `read` with every property of a card or calendar: its name, and where its parameters and its value stand.
fn properties(page: &Page<'_>, mut read: impl FnMut(&str, Range<usize>, Range<usize>)) {
    let text = page.text();
    let within = |mark: &str| text.contains(mark);
    if !["BEGIN:VCARD", "BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VTODO"].into_iter().any(within) {
        return;
    }
    for number in 0..page.line_count() {
        let line = page.line_range(number);
        let content = &text[line.clone()];
        let mut quoted = false;
        let colon = content.bytes().position(|byte| {
            quoted ^= byte == b'"';
            byte == b':' && !quoted
        });
        let Some(colon) = colon else { continue };
        let head = &content[..colon];
        let name = head.split(';').next().unwrap_or_default();
        let value = &content[colon + 1..];
        let start = line.start + colon + 1 + (value.len() - value.trim_start().len());
        // `item1.TEL` groups properties.
        let property = name.rsplit('.').next().unwrap_or(name).trim();
        read(property, line.start + name.len()..line.start + colon, start..start + value.trim().len());
    }
}

/// The parts of a structured value, the empty ones too.
fn parts(page: &Page<'_>, value: Range<usize>, mark: char) -> Vec<Range<usize>> {
    let mut start = value.start;
    let mut parts = Vec::new();
    for part in page.text()[value].split(mark) {
        let lead = part.len() - part.trim_start().len();
        parts.push(start + lead..start + lead + part.trim().len());
        start += part.len() + mark.len_utf8();
    }
    parts
}

/// A parameter's value without its quotes.
fn parameter(page: &Page<'_>, parameters: Range<usize>, key: &str) -> Option<Range<usize>> {
    let text = &page.text()[parameters.clone()];
    let at = text.find(key)? + key.len();
    let rest = &text[at..];
    let (start, length) = match rest.strip_prefix('"') {
        Some(inner) => (at + 1, inner.find('"')?),
        None => (at, rest.find([';', ':']).unwrap_or(rest.len())),
    };
    Some(parameters.start + start..parameters.start + start + length)
}
