//! Logistic regression over whole texts by stochastic gradient steps (AdaGrad), averaged.

/// How often each text is looked at.
const ROUNDS: usize = 16;
/// From this round on the weights are averaged, so that they depend on no order.
const SETTLED: usize = 6;
/// How far a step goes.
const RATE: f32 = 0.4;
/// How strongly weights that a step touches are drawn to zero.
const DECAY: f32 = 2e-4;
/// The share of rows left out at each look, so that none is relied on alone.
const DROPPED: f32 = 0.3;

/// A text to learn from.
pub struct Case {
    /// Rows that count whole.
    pub facts: Vec<usize>,
    /// Rows that count by `share`.
    pub words: Vec<usize>,
    /// Whether the answer is yes.
    pub holds: bool,
    /// How much the text matters.
    pub weight: f32,
}

/// The weights of `rows` rows; `share` is what a row of words counts where there are so many.
pub fn regress(cases: &[Case], rows: usize, share: fn(usize) -> f32, random: &mut fastrand::Rng) -> Vec<f32> {
    let mut weights = vec![0.0f32; rows];
    let mut grown = vec![1e-2f32; rows];
    let mut sums = vec![0.0f32; rows];
    let mut order: Vec<usize> = (0..cases.len()).collect();
    for round in 0..ROUNDS {
        random.shuffle(&mut order);
        for at in &order {
            let case = &cases[*at];
            let mut kept =
                |rows: &[usize]| -> Vec<usize> { rows.iter().copied().filter(|_| random.f32() >= DROPPED).collect() };
            let (facts, words) = (kept(&case.facts), kept(&case.words));
            let share = share(words.len());
            let sum = |rows: &[usize]| rows.iter().map(|row| weights[*row]).sum::<f32>();
            let score = sum(&facts) + sum(&words) * share;
            let pull = case.weight * (f32::from(u8::from(case.holds)) - 1.0 / (1.0 + (-score).exp()));
            for (rows, pull) in [(facts, pull), (words, pull * share)] {
                for row in rows {
                    let pull = pull - DECAY * weights[row];
                    grown[row] += pull * pull;
                    weights[row] += RATE * pull / grown[row].sqrt();
                }
            }
        }
        if round >= SETTLED {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
    sums.iter().map(|sum| sum / (ROUNDS - SETTLED) as f32).collect()
}
