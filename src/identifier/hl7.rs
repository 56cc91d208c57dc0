//! Fields of HL7 version 2 messages, which interfaces print into logs: `PID|1||811529337^^^GLOW^MR||...`.

use super::{Hit, Kind};
use crate::text::Page;

/// Appends the first component of a segment's field, counted as the standard does (the segment's name is field 0).
pub(super) fn field(
    page: &Page<'_>,
    hits: &mut Vec<Hit>,
    (kind, rule): (Kind, &'static str),
    segment: &str,
    number: usize,
) {
    let text = page.text();
    let mut from = 0;
    while let Some(at) = text[from..].find(segment) {
        let start = from + at;
        from = start + segment.len();
        let line = page.line_range(page.line_number(start));
        if line.start != start || !text[from..].starts_with('|') {
            continue;
        }
        let mut begin = start;
        for (index, value) in text[line].split('|').enumerate() {
            let component = value.split(['^', '~']).next().unwrap_or_default().trim_end();
            if index == number && component.bytes().any(|b| b.is_ascii_digit()) {
                hits.push(Hit { kind, range: begin..begin + component.len(), confidence: 0.97, rule: rule.into() });
            }
            begin += value.len() + 1;
        }
    }
}
