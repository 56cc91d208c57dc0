//! Maximises the likelihood of the allowed states by stochastic gradient steps (AdaGrad).

use super::super::chain::Sums;
use super::super::features;
use super::super::weights::{ROWS, STATES, Transitions};
use super::examples::Example;

/// What was learned.
pub struct Report {
    /// The weights of each row.
    pub rows: Vec<[f32; STATES]>,
    /// The transitions.
    pub transitions: Transitions,
}

/// How far a step goes.
const RATE: f32 = 0.12;

/// How strongly weights that a step touches are drawn to zero.
const DECAY: f32 = 2e-6;

/// The share of features left out at each sight of a token, so that none is relied on alone.
const DROPPED: f32 = 0.35;

/// Adds rows to sums of rows.
fn add(sums: &mut [[f32; STATES]], rows: &[[f32; STATES]]) {
    for (sum, weight) in sums.iter_mut().flatten().zip(rows.iter().flatten()) {
        *sum += weight;
    }
}

/// Learns from examples, `rounds` times over all of them. The weights are the average of those after each round of the
/// second half, so that they depend on no order.
pub fn learn(
    examples: &[Example],
    rounds: usize,
    random: &mut fastrand::Rng,
    mut told: impl FnMut(usize, f64),
) -> Report {
    let mut rows = vec![[0.0f32; STATES]; ROWS];
    let mut grown = vec![[1e-3f32; STATES]; ROWS];
    let mut transitions: Transitions = [[0.0; STATES]; STATES + 1];
    let mut transitions_grown: Transitions = [[1e-1; STATES]; STATES + 1];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut active: Vec<Vec<u32>> = Vec::new();
    let settled = rounds.div_ceil(2);
    let mut sums = vec![[0.0f32; STATES]; ROWS];
    let mut transition_sums: Transitions = [[0.0; STATES]; STATES + 1];
    for round in 0..rounds {
        random.shuffle(&mut order);
        let mut loss = 0.0;
        for at in &order {
            let example = &examples[*at];
            let count = example.sights.len();
            active.clear();
            let mut scores = vec![[0.0f32; STATES]; count];
            for (token, sums) in scores.iter_mut().enumerate() {
                // Names are not to be learned by heart, nor that one was none: their words are withheld more often than not.
                let outside = example.allowed[token] == 1 && !example.sights[token].is_a_frequent_name();
                let withheld = if outside { 0.15 } else { 0.6 };
                let lexical = random.f32() >= withheld;
                let mut mine = Vec::with_capacity(48);
                features::each(&example.sights, token, lexical, |_, row| {
                    if random.f32() >= DROPPED {
                        mine.push(row as u32);
                    }
                });
                for row in &mine {
                    for (score, weight) in sums.iter_mut().zip(&rows[*row as usize]) {
                        *score += weight;
                    }
                }
                active.push(mine);
            }
            let free = Sums::of(&scores, &transitions, |_, _| true);
            let held = Sums::of(&scores, &transitions, |token, state| example.allowed[token] & (1 << state) != 0);
            for (token, mine) in active.iter().enumerate() {
                let gradient: [f32; STATES] =
                    std::array::from_fn(|state| held.state(token, state) - free.state(token, state));
                let right: f32 =
                    (0..STATES).filter(|s| example.allowed[token] & (1 << s) != 0).map(|s| free.state(token, s)).sum();
                loss -= f64::from(right.max(1e-9).ln());
                if gradient.iter().any(|g| g.abs() > 1e-4) {
                    for row in mine {
                        let row = *row as usize;
                        for state in 0..STATES {
                            let pull = gradient[state] - DECAY * rows[row][state];
                            grown[row][state] += pull * pull;
                            rows[row][state] += RATE * pull / grown[row][state].sqrt().max(0.05);
                        }
                    }
                }
                for before in 0..=STATES {
                    for state in 0..STATES {
                        let pull = held.step(token, before, state) - free.step(token, before, state);
                        if pull.abs() > 1e-4 {
                            transitions_grown[before][state] += pull * pull;
                            transitions[before][state] += RATE * pull / transitions_grown[before][state].sqrt();
                        }
                    }
                }
            }
        }
        told(round, loss);
        if round >= settled {
            add(&mut sums, &rows);
            add(&mut transition_sums, &transitions);
        }
    }
    let count = (rounds - settled).max(1) as f32;
    let average = |row: [f32; STATES]| row.map(|sum| sum / count);
    Report { rows: sums.into_iter().map(average).collect(), transitions: transition_sums.map(average) }
}

impl Report {
    /// What was learned before, from weights as [`Report::bytes`] gives them.
    pub fn read(bytes: &[u8]) -> Report {
        let weights = super::super::weights::read(bytes);
        Report { rows: weights.rows(), transitions: weights.transitions }
    }

    /// The average of what was learned several times.
    pub fn average(reports: &[Report]) -> Report {
        let share = 1.0 / reports.len().max(1) as f32;
        let mut average = Report { rows: vec![[0.0; STATES]; ROWS], transitions: [[0.0; STATES]; STATES + 1] };
        for report in reports {
            add(&mut average.rows, &report.rows);
            add(&mut average.transitions, &report.transitions);
        }
        average.rows.iter_mut().chain(&mut average.transitions).flatten().for_each(|weight| *weight *= share);
        average
    }

    /// The weights as the tagger reads them, for all features together, and how many rows carry any.
    pub fn bytes(&self) -> (Vec<u8>, usize) {
        super::super::weights::write(&self.rows, &self.transitions)
    }
}
