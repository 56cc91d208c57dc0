//! Who takes what: a drug of the lexicon shortly behind a word of taking.

use super::wanted::words;
use crate::lexicon::{Class, lookup};
use std::ops::Range;

/// Words behind which a drug is taken.
#[rustfmt::skip]
const TAKING: &[&str] = &[
    "takes", "take", "taking", "took", "on", "uses", "using", "prescribed", "started", "starts", "stopped", "meds", "medications", "toma",
];
/// How many words behind it the drug may stand.
const NEAR: usize = 4;

/// The places where a sentence says that somebody takes a drug.
pub(super) fn taken(sentence: &str) -> impl Iterator<Item = Range<usize>> {
    let words: Vec<(String, Range<usize>)> = words(sentence).collect();
    let mut places = Vec::new();
    for (at, (_, bytes)) in words.iter().enumerate().filter(|(_, (word, _))| TAKING.contains(&word.as_str())) {
        let mut behind = words.iter().skip(at + 1).take(NEAR);
        if let Some((_, drug)) = behind.find(|(word, _)| lookup(word).is(Class::Drug)) {
            places.push(bytes.start..drug.end);
        }
    }
    places.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drug_counts_where_somebody_takes_it() {
        let cases: &[(&str, &[&str])] = &[
            ("She takes sertraline nightly", &["takes sertraline"]),
            ("Pt is on 50 mg of metformin", &["on 50 mg of metformin"]),
            ("takes the bus to work", &[]),
            ("sertraline is a drug", &[]),
        ];
        for (text, places) in cases {
            let found: Vec<&str> = taken(text).map(|bytes| &text[bytes]).collect();
            assert_eq!(&found, places, "{text}");
        }
    }
}
