//! Fields of HL7 version 2 messages, which interfaces print into logs: `PID|1||811529337^^^GLOW^MR||...`.

use super::{Hit, Kind};
use crate::text::Page;
use std::ops::Range;

/// Fields with names of patients and their households: segment, field, and where the family name stands.
const PEOPLE: &[(&str, usize, usize)] = &[
    ("PID", 5, 0),
    ("PID", 6, 0),
    ("PID", 9, 0),
    ("NK1", 2, 0),
    ("NK1", 30, 0),
    ("GT1", 3, 0),
    ("GT1", 4, 0),
    ("IN1", 16, 0),
    ("MRG", 7, 0),
    ("QRD", 8, 1),
];

/// Fields with names of clinicians, whose number stands before the name.
const CLINICIANS: &[(&str, usize, usize)] = &[
    ("PV1", 7, 1),
    ("PV1", 8, 1),
    ("PV1", 9, 1),
    ("PV1", 17, 1),
    ("PV1", 52, 1),
    ("PD1", 4, 1),
    ("ORC", 10, 1),
    ("ORC", 11, 1),
    ("ORC", 12, 1),
    ("ORC", 19, 1),
    ("OBR", 10, 1),
    ("OBR", 16, 1),
    ("OBR", 28, 1),
    ("OBR", 32, 1),
    ("OBX", 16, 1),
    ("AIP", 3, 1),
    ("ROL", 4, 1),
    ("DG1", 16, 1),
    ("PR1", 11, 1),
    ("TXA", 5, 1),
    ("TXA", 9, 1),
    ("RXE", 13, 1),
];

/// Fields with addresses.
const ADDRESSES: &[(&str, usize)] = &[("PID", 11), ("NK1", 4), ("GT1", 5), ("IN1", 19), ("IN1", 44)];

/// Appends the first component of a segment's field, counted as the standard does (the segment's name is field 0).
pub(super) fn field(
    page: &Page<'_>,
    hits: &mut Vec<Hit>,
    (kind, rule): (Kind, &'static str),
    segment: &str,
    number: usize,
) {
    each_field(page, segment, number, |value| {
        let text = &page.text()[value.clone()];
        let component = text.split(['^', '~']).next().unwrap_or_default().trim_end();
        if component.bytes().any(|b| b.is_ascii_digit()) {
            let range = value.start..value.start + component.len();
            hits.push(Hit { kind, range, confidence: 0.97, rule: rule.into() });
        }
    });
}

/// Appends the names of patients and households, or of clinicians, each part by itself.
pub(super) fn names(page: &Page<'_>, kind: Kind, rule: &'static str, hits: &mut Vec<Hit>) {
    let fields = if kind == Kind::Provider { CLINICIANS } else { PEOPLE };
    for (segment, number, family) in fields {
        each_field(page, segment, *number, |value| {
            components(page, value, |place, part| {
                let text = &page.text()[part.clone()];
                // Family name, given name, further names; behind them stand suffixes, prefixes and codes.
                let named = (*family..family + 3).contains(&place) && !(place > *family && is_degree(text));
                let word = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.'));
                if named && word {
                    hits.push(Hit { kind, range: part, confidence: 0.97, rule: rule.into() });
                }
            });
        });
    }
}

/// Whether a component is a degree that stands one place too early.
fn is_degree(text: &str) -> bool {
    matches!(text, "MD" | "DO" | "NP" | "PA" | "RN" | "DR" | "PHD" | "PA-C" | "FNP" | "DDS" | "APRN")
}

/// Appends the streets, towns and ZIP codes of patients and households, each by itself.
pub(super) fn places(page: &Page<'_>, rule: &'static str, hits: &mut Vec<Hit>) {
    for (segment, number) in ADDRESSES {
        each_field(page, segment, *number, |value| {
            components(page, value, |place, part| {
                if matches!(place, 0..=2 | 4) && part.len() > 2 {
                    hits.push(Hit { kind: Kind::Location, range: part, confidence: 0.95, rule: rule.into() });
                }
            });
        });
    }
}

/// Calls `read` with a field of every segment of that name, in bytes of the view.
fn each_field(page: &Page<'_>, segment: &str, number: usize, mut read: impl FnMut(Range<usize>)) {
    let text = page.text();
    // Most texts have no bar at all.
    if memchr::memchr(b'|', text.as_bytes()).is_none() {
        return;
    }
    let mut from = 0;
    while let Some(at) = text[from..].find(segment) {
        let start = from + at;
        from = start + segment.len();
        let line = page.line_range(page.line_number(start));
        // A log prints a message behind a time, and several segments on one line.
        let begins = line.start == start || !text[..start].ends_with(|c: char| c.is_alphanumeric() || c == '|');
        if !begins || !text[from..].starts_with('|') {
            continue;
        }
        let mut begin = start;
        for (index, value) in text[start..line.end].split('|').enumerate() {
            if index == number {
                read(begin..begin + value.len());
                break;
            }
            begin += value.len() + 1;
        }
    }
}

/// Calls `read` with the components of a field that are not empty, each with its place in its repetition.
fn components(page: &Page<'_>, field: Range<usize>, mut read: impl FnMut(usize, Range<usize>)) {
    let mut start = field.start;
    for repetition in page.text()[field].split('~') {
        let mut begin = start;
        for (place, part) in repetition.split('^').enumerate() {
            let trimmed = part.trim();
            let lead = part.len() - part.trim_start().len();
            // `""` deletes a value.
            if !trimmed.is_empty() && trimmed != "\"\"" {
                read(place, begin + lead..begin + lead + trimmed.len());
            }
            begin += part.len() + 1;
        }
        start += repetition.len() + 1;
    }
}
