//! Segments of X12 messages, claims and eligibility: `NM1*IL*1*LUND*MAJ****MI*...~`, `N3*street~`, `N4*town*state*ZIP~`.

use super::{Hit, Kind};
use crate::text::Page;
use std::ops::Range;

/// Entities of `NM1` that are patients, members and their households.
const PEOPLE: [&str; 12] = ["IL", "QC", "03", "74", "S1", "S2", "GB", "GD", "QD", "LR", "EXS", "31"];

/// Entities of `NM1` that are clinicians.
const CLINICIANS: [&str; 14] = ["82", "85", "1P", "DN", "P3", "77", "DQ", "72", "71", "ZZ", "DK", "SJ", "FA", "QB"];

/// Appends the names of people or of clinicians, each part by itself.
pub(super) fn names(page: &Page<'_>, kind: Kind, rule: &'static str, hits: &mut Vec<Hit>) {
    let entities: &[&str] = if kind == Kind::Provider { &CLINICIANS } else { &PEOPLE };
    elements(page, "NM1*", |elements| {
        // The second element tells a person (1) from an organisation (2).
        if elements.len() > 3 && elements[2].1 == "1" && entities.contains(&elements[1].1) {
            elements[3..]
                .iter()
                .take(3)
                .filter(|part| is_word(part.1))
                .for_each(|part| hits.push(hit(kind, rule, part)));
        }
    });
}

/// Where the names of organisations stand: payers, clinics, clearing houses.
pub(super) fn organizations(page: &Page<'_>) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    elements(page, "NM1*", |elements| {
        if let [_, _, (_, "2"), (start, name), ..] = elements {
            ranges.push(*start..start + name.len());
        }
    });
    ranges
}

/// Appends streets, towns and ZIP codes, each by itself.
pub(super) fn places(page: &Page<'_>, rule: &'static str, hits: &mut Vec<Hit>) {
    elements(page, "N3*", |elements| {
        elements[1..]
            .iter()
            .filter(|part| part.1.len() > 3)
            .for_each(|part| hits.push(hit(Kind::Location, rule, part)));
    });
    elements(page, "N4*", |elements| {
        let town_and_zip = [elements.get(1), elements.get(3)];
        town_and_zip
            .iter()
            .flatten()
            .filter(|p| p.1.len() > 2)
            .for_each(|part| hits.push(hit(Kind::Location, rule, part)));
    });
}

/// A part's hit.
fn hit(kind: Kind, rule: &'static str, (start, part): &(usize, &str)) -> Hit {
    Hit { kind, range: *start..start + part.len(), confidence: 0.97, rule: rule.into() }
}

/// Whether an element is of letters, as names are.
fn is_word(part: &str) -> bool {
    !part.is_empty() && part.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '.'))
}

/// Calls `read` with the elements of every segment of that name: where each begins, and its text.
fn elements(page: &Page<'_>, segment: &str, mut read: impl FnMut(&[(usize, &str)])) {
    let text = page.text();
    for (at, _) in text.match_indices(segment) {
        let before = text[..at].trim_end_matches([' ', '\n']);
        if !(before.is_empty() || before.ends_with('~') || text[..at].ends_with('\n')) {
            continue;
        }
        let end = text[at..].find(['~', '\n']).map_or(text.len(), |inside| at + inside);
        let mut start = at;
        let all: Vec<(usize, &str)> = text[at..end]
            .split('*')
            .map(|element| {
                let place = start;
                start += element.len() + 1;
                (place, element)
            })
            .collect();
        read(&all);
    }
}
