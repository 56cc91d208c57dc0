//! Measures a tagger on labelled texts that it did not learn from.

use super::examples::Example;
use crate::tagger::chain::{self, OUTSIDE};
use crate::tagger::weights;

/// How a tagger did on a corpus; labels are told apart only where said.
#[derive(Debug, Default, Clone, Copy)]
pub struct Measure {
    /// Labelled names and places.
    pub labelled: usize,
    /// Those of which every token was tagged.
    pub found: usize,
    /// Those of which the first token got the right label.
    pub right_label: usize,
    /// Runs tagged where nothing is labelled.
    pub false_runs: usize,
    /// Stretches that hold no label.
    pub clean: usize,
    /// Clean stretches in which something was tagged.
    pub clean_tagged: usize,
}

/// Measures weights, as [`super::Report::bytes`] gives them, on examples.
pub fn measure(bytes: &[u8], examples: &[Example]) -> Measure {
    let weights = weights::read(bytes);
    let mut measure = Measure::default();
    for example in examples {
        let count = example.sights.len();
        let mut tags = Vec::new();
        chain::decode(&weights, &example.sights, 0..count, &mut tags);
        let mut tagged = vec![None; count];
        for tag in &tags {
            tagged[tag.tokens.clone()].fill(Some(tag.label));
            let unlabelled = example.allowed[tag.tokens.clone()].iter().all(|allowed| *allowed == 1 << OUTSIDE);
            measure.false_runs += usize::from(unlabelled);
        }
        let clean = example.allowed.iter().all(|allowed| allowed & (1 << OUTSIDE) != 0);
        measure.clean += usize::from(clean);
        let outside = |at: usize| example.allowed[at] == 1 << OUTSIDE;
        measure.clean_tagged += usize::from(clean && (0..count).any(|at| tagged[at].is_some() && outside(at)));
        let begins = |at: usize| example.allowed[at] & 1 == 0 && example.allowed[at] & 0b10_1010 != 0;
        for at in (0..count).filter(|at| begins(*at)) {
            let mut end = at + 1;
            while end < count && example.allowed[end] & 1 == 0 && !begins(end) {
                end += 1;
            }
            measure.labelled += 1;
            measure.found += usize::from((at..end).all(|token| tagged[token].is_some()));
            let right = tagged[at].is_some_and(|label| example.allowed[at] & (1 << chain::states(label).0) != 0);
            measure.right_label += usize::from(right);
        }
    }
    measure
}
