//! Measures a tagger on labelled texts that it did not learn from.

use super::examples::Example;
use crate::tagger::Label;
use crate::tagger::chain::{self, OUTSIDE};
use crate::tagger::weights;

/// How a tagger did on one label.
#[derive(Debug, Default, Clone, Copy)]
pub struct Measure {
    /// Labelled runs.
    pub labelled: usize,
    /// Those of which every token was tagged, with whatever label.
    pub found: usize,
    /// Those of which the first token got the right label.
    pub right: usize,
    /// Runs tagged where nothing is labelled.
    pub false_runs: usize,
}

/// Every label, in the order of [`measure`]'s answer.
pub const LABELS: [Label; 5] = [Label::Name, Label::Provider, Label::Location, Label::Date, Label::Code];

/// Measures weights, as [`super::Report::bytes`] gives them, on examples; one measure a label.
pub fn measure(bytes: &[u8], examples: &[Example]) -> [Measure; LABELS.len()] {
    let weights = weights::read(bytes);
    let mut measures = [Measure::default(); LABELS.len()];
    for example in examples {
        let count = example.sights.len();
        let mut tags = Vec::new();
        chain::decode(&weights, &example.sights, 0..count, &[], &mut tags);
        let mut tagged = vec![None; count];
        for tag in &tags {
            tagged[tag.tokens.clone()].fill(Some(tag.label));
            let unlabelled = example.allowed[tag.tokens.clone()].iter().all(|allowed| *allowed == 1 << OUTSIDE);
            if let Some(place) = LABELS.iter().position(|label| *label == tag.label) {
                measures[place].false_runs += usize::from(unlabelled);
            }
        }
        let labelled = |at: usize, label: Label| {
            let (first, later) = chain::states(label);
            example.allowed[at] & (1 << OUTSIDE) == 0 && example.allowed[at] & (1 << first | 1 << later) != 0
        };
        for (label, measure) in LABELS.into_iter().zip(&mut measures) {
            let (first, later) = chain::states(label);
            let begins = |at: usize| {
                let begins = example.allowed[at] & (1 << first) != 0;
                labelled(at, label) && begins && (first != later || at == 0 || !labelled(at - 1, label))
            };
            for at in (0..count).filter(|at| begins(*at)) {
                let end = (at + 1..count).find(|next| !labelled(*next, label) || begins(*next)).unwrap_or(count);
                measure.labelled += 1;
                measure.found += usize::from((at..end).all(|token| tagged[token].is_some()));
                measure.right += usize::from(tagged[at] == Some(label));
            }
        }
    }
    measures
}
