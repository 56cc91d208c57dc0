//! Learns what texts are about ([`crate::context`]'s `gist`): logistic regression over whole texts by stochastic
//! gradient steps (AdaGrad).

use super::examples::Text;
use crate::context::gist::{ROWS, STEP, rows, share};
use crate::identifier::Kind;
use crate::text::Page;

/// How often each text is looked at.
const ROUNDS: usize = 16;
/// From this round on the weights are averaged, so that they depend on no order.
const SETTLED: usize = 6;
/// How far a step goes.
const RATE: f32 = 0.4;
/// How strongly weights that a step touches are drawn to zero.
const DECAY: f32 = 2e-4;
/// The share of words left out at each look, so that none is relied on alone.
const DROPPED: f32 = 0.3;

/// The weights, a byte a row.
pub fn learn_gist<'t>(texts: impl IntoIterator<Item = &'t Text>, random: &mut fastrand::Rng) -> Vec<u8> {
    let texts: Vec<(Vec<usize>, f32)> = texts
        .into_iter()
        .map(|Text { text, spans }| {
            let somebody = spans.iter().any(|(_, kind, optional)| *kind != Kind::Provider && !optional);
            (rows(&Page::new(text)), f32::from(u8::from(somebody)))
        })
        .collect();
    let mut weights = vec![0.0f32; ROWS];
    let mut grown = vec![1e-2f32; ROWS];
    let mut sums = vec![0.0f32; ROWS];
    let mut order: Vec<usize> = (0..texts.len()).collect();
    for round in 0..ROUNDS {
        random.shuffle(&mut order);
        for at in &order {
            let (rows, somebody) = &texts[*at];
            let active: Vec<usize> = rows.iter().copied().filter(|_| random.f32() >= DROPPED).collect();
            let share = share(active.len());
            let score = active.iter().map(|row| weights[*row]).sum::<f32>() * share;
            let pull = (somebody - 1.0 / (1.0 + (-score).exp())) * share;
            for row in active {
                let pull = pull - DECAY * weights[row];
                grown[row] += pull * pull;
                weights[row] += RATE * pull / grown[row].sqrt();
            }
        }
        if round >= SETTLED {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let average = |sum: &f32| sum / (ROUNDS - SETTLED) as f32;
    sums.iter().map(average).map(|weight| (weight / STEP).round().clamp(-127.0, 127.0) as i8 as u8).collect()
}
