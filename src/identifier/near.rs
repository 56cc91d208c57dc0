//! Where on a page a pattern can match at all: one pass over the text says so for every pattern.
//!
//! A page holds few of the words that patterns need, and a pattern that cannot match is never compiled. Run over the
//! whole text all together, the patterns would need more states than any automaton keeps.

use super::{Near, Pattern};
use crate::text::Page;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// How far, in bytes, a match reaches before and behind the piece of text that it holds.
const REACH: (usize, usize) = (200, 400);

/// The words of many patterns in one automaton.
#[derive(Debug)]
pub(super) struct Guide {
    words: Option<AhoCorasick>,
    /// For each word, the patterns that want it, by their place in the list.
    wanted_by: Vec<Vec<usize>>,
    /// The patterns that want a digit.
    digits: Vec<usize>,
    count: usize,
}

impl Guide {
    /// A guide for a list of patterns.
    pub(super) fn new<'p>(patterns: impl Iterator<Item = &'p Pattern>) -> Guide {
        let mut wanted: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut digits = Vec::new();
        let mut count = 0;
        for (index, pattern) in patterns.enumerate() {
            count = index + 1;
            match pattern.near {
                Near::Digits => digits.push(index),
                Near::Words(words) => words.iter().for_each(|word| wanted.entry(word).or_default().push(index)),
            }
        }
        let words =
            AhoCorasick::builder().kind(Some(AhoCorasickKind::ContiguousNFA)).dense_depth(1).build(wanted.keys()).ok();
        Guide { words, wanted_by: wanted.into_values().collect(), digits, count }
    }

    /// For each pattern the stretches of the page, in order and apart, in which alone it can match.
    pub(super) fn stretches(&self, page: &Page<'_>) -> Vec<Vec<Range<usize>>> {
        let text = page.text();
        // A copy in lower case costs less than an automaton that knows both cases.
        let lower = text.to_ascii_lowercase();
        let mut stretches = vec![Vec::new(); self.count];
        for m in self.words.iter().flat_map(|words| words.find_overlapping_iter(&lower)) {
            for &index in &self.wanted_by[m.pattern().as_usize()] {
                add(&mut stretches[index], text, m.start());
            }
        }
        let mut near_digits = Vec::new();
        for (at, _) in text.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()) {
            add(&mut near_digits, text, at);
        }
        for &index in &self.digits {
            stretches[index].clone_from(&near_digits);
        }
        stretches
    }
}

/// Adds the stretch around a place, joined with the last one where they touch.
fn add(stretches: &mut Vec<Range<usize>>, text: &str, at: usize) {
    if let Some(last) = stretches.last_mut() {
        // Most places lie well inside the stretch before them.
        if at + REACH.1 <= last.end {
            return;
        }
        let end = edge(text, at + REACH.1);
        if at.saturating_sub(REACH.0) <= last.end {
            last.end = last.end.max(end);
            return;
        }
    }
    let start = text[..ceil(text, at.saturating_sub(REACH.0))].rfind(char::is_whitespace).unwrap_or(0);
    let floor = stretches.last().map_or(0, |last| last.end);
    stretches.push(start.max(floor)..edge(text, at + REACH.1));
}

/// The first white space from a place on, or the text's end, so that no word is cut.
fn edge(text: &str, at: usize) -> usize {
    let at = ceil(text, at);
    text[at..].find(char::is_whitespace).map_or(text.len(), |step| at + step)
}

/// The first character boundary from a place on.
fn ceil(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::Match;

    const PATTERN: Pattern = Pattern {
        rule: "test/mrn",
        why: "A test.",
        regex: "",
        near: Near::Words(&["mrn"]),
        confidence: 1.0,
        accept: |_: &Match<'_>| true,
    };

    #[test]
    fn a_stretch_lies_around_each_word_and_joins_its_neighbour() {
        let far = "word ".repeat(400);
        let text = format!("{far}MRN 1, mrn 2 {far}Mrn 3");
        let page = Page::new(&text);
        let stretches = Guide::new([&PATTERN].into_iter()).stretches(&page);
        assert_eq!(stretches[0].len(), 2);
        assert!(text[stretches[0][0].clone()].contains("MRN 1, mrn 2"));
        assert!(text[stretches[0][1].clone()].ends_with("Mrn 3"));
        assert!(Guide::new([&PATTERN].into_iter()).stretches(&Page::new("nothing here"))[0].is_empty());
    }
}
