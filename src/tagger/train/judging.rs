//! Learns to judge candidates ([`crate::context`]'s `judge`): logistic regression by stochastic gradient steps
//! (AdaGrad) over candidates of labelled texts.

use super::examples::Text;
use crate::context::gist::Gist;
use crate::context::{JUDGE_ROWS, JUDGE_STEP, JudgeWeights, Reader, Seen};
use crate::identifier::{Kind, Scanner, date_candidates};
use crate::tagger::{tag_with, weights};
use crate::text::Page;

/// How often each candidate is looked at.
const ROUNDS: usize = 24;
/// From this round on the weights are averaged, so that they depend on no order.
const SETTLED: usize = 8;
/// How far a step goes.
const RATE: f32 = 0.08;
/// How far a step goes of the trust in a kind's odds.
const TRUST_RATE: f32 = 2e-3;
/// How strongly weights that a step touches are drawn to zero.
const DECAY: f32 = 4e-3;
/// The share of features left out at each look, so that none is relied on alone.
const DROPPED: f32 = 0.3;

/// Candidates, each with the rows of its features and whether it is labelled.
#[derive(Default)]
pub struct Candidates(Vec<(Seen, bool, f32)>);

impl Candidates {
    /// Appends the candidates of texts, tagged with weights as [`super::Report::bytes`] gives them, with `gist` as
    /// [`super::learn_gist`] gives it. Neither must have been learned from these texts: of those they are too sure.
    pub fn add<'t>(&mut self, bytes: &[u8], gist: Vec<u8>, texts: impl IntoIterator<Item = &'t Text>) {
        let weights = weights::read(bytes);
        let scanner = Scanner::default();
        let reader = Reader::default().with_weights(Gist::new(gist), JudgeWeights::default());
        for Text { text, spans, .. } in texts {
            let page = Page::new(text);
            let tags = tag_with(&weights, &page, &date_candidates(&page));
            for (hit, seen) in reader.candidates(&page, scanner.scan_tagged(&page, &tags)) {
                let place = page.original_range(&hit.range);
                let mut over = spans.iter().filter(|(span, _, _)| span.start < place.end && place.start < span.end);
                let labelled = over.clone().any(|(_, _, optional)| !optional);
                // What may be labelled or not is better left alone, but no great matter.
                let weight = if !labelled && over.next().is_some() { 0.5 } else { 1.0 };
                self.0.push((seen, labelled, weight));
            }
        }
    }

    /// How many there are, and how many of them are labelled.
    pub fn count(&self) -> (usize, usize) {
        (self.0.len(), self.0.iter().filter(|(_, labelled, _)| *labelled).count())
    }
}

/// The weights of the judge, a byte a row.
pub fn learn_to_judge(candidates: &Candidates, random: &mut fastrand::Rng) -> Vec<u8> {
    let mut rows = vec![0.0f32; JUDGE_ROWS];
    // At first the recognizers are believed; what is learned are corrections.
    rows[..Kind::ALL.len()].fill(1.0);
    let mut grown = vec![1e-2f32; JUDGE_ROWS];
    let mut order: Vec<usize> = (0..candidates.0.len()).collect();
    let mut sums = vec![0.0f32; JUDGE_ROWS];
    for round in 0..ROUNDS {
        random.shuffle(&mut order);
        for at in &order {
            let (seen, labelled, weight) = &candidates.0[*at];
            let rows_of = seen.rows.iter().chain(&seen.gist);
            let active: Vec<usize> = rows_of.copied().filter(|_| random.f32() >= DROPPED).collect();
            let corrections = active.iter().map(|row| rows[*row]).sum::<f32>() / (1.0 - DROPPED);
            let score = seen.odds * rows[seen.trust] + corrections;
            let pull = weight * (f32::from(u8::from(*labelled)) - 1.0 / (1.0 + (-score).exp()));
            for row in active {
                let pull = pull - DECAY * rows[row];
                grown[row] += pull * pull;
                rows[row] += RATE * pull / grown[row].sqrt();
            }
            rows[seen.trust] = (rows[seen.trust] + TRUST_RATE * pull * seen.odds).clamp(0.2, 2.0);
        }
        if round >= SETTLED {
            sums.iter_mut().zip(&rows).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let average = |sum: &f32| sum / (ROUNDS - SETTLED) as f32;
    sums.iter().map(average).map(|weight| (weight / JUDGE_STEP).round().clamp(-127.0, 127.0) as i8 as u8).collect()
}
