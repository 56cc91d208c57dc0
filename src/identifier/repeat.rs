//! A code that was found once, by its label or its column, is found whole and everywhere on the page, and so is its
//! sibling: a value of the same form right behind it.

use super::{Hit, Kind, whole};
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

/// Appends a hit for each value that follows a code at a few marks or words and has its form: "SN 81-2204 / 81-2205".
fn siblings(page: &Page<'_>, hits: &mut Vec<Hit>) {
    const JOINING: &[&str] = &[
        "and", "or", "&", "vs", "thru", "to", "l", "r", "left", "right", "lt", "rt", "side", "maybe", "then", "now",
        "was",
    ];
    let mut found = Vec::new();
    for hit in hits.iter().filter(|hit| hit.confidence >= 0.75 && CODES.contains(&hit.kind)) {
        let value = &page.text()[hit.range.clone()];
        let digits = value.bytes().filter(u8::is_ascii_digit).count();
        let after = page.after(hit.range.end, value.len() + 16);
        let plain = value.len() < SHORTEST || digits < 5 || !value.is_ascii() || value.contains(' ');
        let Some(at) = after.find(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase() && !"LR".contains(c)) else {
            continue;
        };
        let (between, rest) = after.split_at(at);
        let same = rest.get(..value.len()).is_some_and(|next| form(next) == form(value))
            && !rest[value.len()..].starts_with(|c: char| c.is_alphanumeric() || "-/".contains(c));
        let words = between.split(|c: char| " ,;/=+|()?-–:".contains(c)).filter(|word| !word.is_empty());
        if !plain && same && !between.is_empty() && { words }
            .all(|word| JOINING.contains(&word.to_ascii_lowercase().as_str()))
        {
            let start = hit.range.end + at;
            found.push(Hit {
                kind: hit.kind,
                range: start..start + value.len(),
                confidence: hit.confidence * 0.8,
                rule: hit.rule.clone(),
            });
        }
    }
    hits.extend(found);
}

/// A value with its letters and digits made one.
fn form(value: &str) -> String {
    let one = |c: char| {
        if c.is_ascii_digit() {
            '9'
        } else if c.is_ascii_alphabetic() {
            'A'
        } else {
            c
        }
    };
    value.chars().map(one).collect()
}

/// Grows every code to its ends, and appends a hit for each further place of one that was found with certainty.
pub(super) fn everywhere(page: &Page<'_>, hits: &mut Vec<Hit>) {
    let text = page.text();
    whole::widen(page, hits);
    siblings(page, hits);
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
    fn a_value_of_the_same_form_behind_a_code_is_its_sibling() {
        for (text, count) in [
            ("SN 7719306-022 / 7719306-030", 2),
            ("SN 7719306-022, L 7719306-030", 2),
            ("SN 7719306-022, see 7719306-030", 1),
        ] {
            let page = Page::new(text);
            let mut hits =
                vec![Hit { kind: Kind::Device, range: 3..14, confidence: 0.8, rule: "device/serial".into() }];
            siblings(&page, &mut hits);
            assert_eq!(hits.len(), count, "{text}");
        }
    }

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
