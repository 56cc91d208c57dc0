//! A code that was found once, by its label or its column, is found everywhere on the page.

use super::{Hit, Kind};
use crate::text::Page;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;

/// The kinds whose value means the same wherever it stands.
const CODES: &[Kind] = &[
    Kind::Phone,
    Kind::Fax,
    Kind::Ssn,
    Kind::Mrn,
    Kind::HealthPlan,
    Kind::Account,
    Kind::License,
    Kind::Vehicle,
    Kind::Device,
    Kind::OtherId,
];

/// Fewer characters than this are too common to follow.
const SHORTEST: usize = 6;

/// Appends a hit for each further place of a code that was found with certainty.
pub(super) fn everywhere(page: &Page<'_>, hits: &mut Vec<Hit>) {
    let text = page.text();
    let mut known: BTreeMap<&str, &Hit> = BTreeMap::new();
    for hit in hits.iter().filter(|hit| hit.confidence >= 0.85 && CODES.contains(&hit.kind)) {
        let value = &text[hit.range.clone()];
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        if value.len() >= SHORTEST && digits >= 4 && value.is_ascii() {
            let best = known.entry(value).or_insert(hit);
            if best.confidence < hit.confidence {
                *best = hit;
            }
        }
    }
    if known.is_empty() {
        return;
    }
    let (values, found): (Vec<&str>, Vec<&Hit>) = known.into_iter().unzip();
    let Ok(finder) = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&values) else { return };
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let repeats: Vec<Hit> = finder
        .find_iter(text)
        .filter(|m| !word(text[..m.start()].chars().next_back()) && !word(text[m.end()..].chars().next()))
        .map(|m| {
            let first = found[m.pattern().as_usize()];
            // Less certain than any label, so that what a label says of the place wins.
            Hit { range: m.range(), confidence: first.confidence * 0.9, ..first.clone() }
        })
        .collect();
    hits.extend(repeats);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_number_is_known_again_without_its_label() {
        let text = "MRN DRM-220918, seen today.\n- - LUND, MAJ  DRM-220918  page 2, XDRM-220918";
        let page = Page::new(text);
        let mut hits = vec![Hit { kind: Kind::Mrn, range: 4..14, confidence: 0.98, rule: "mrn/labelled".into() }];
        everywhere(&page, &mut hits);
        let places: Vec<usize> = hits.iter().map(|hit| hit.range.start).collect();
        assert_eq!(places, [4, 4, text.rfind("  DRM").unwrap() + 2]);
    }
}
