//! Decodes the chain: the probability of every state of every token, and the runs that follow from it.

use super::features;
use super::sight::{AFTER_BLANK, APART, LINE_START, Sight};
use super::weights::{STATES, Transitions, Weights};
use super::{Candidate, Label, Tag};
use crate::text::Page;
use std::ops::Range;

/// Tokens decoded together at most; a longer text is cut at a line's end, or at this length.
const LONGEST: usize = 1_000;

/// Plain words that are decoded at each side of a word that may be something.
const MARGIN: usize = 2;

/// The state of no name and no place.
pub(super) const OUTSIDE: usize = 0;
/// A date that is less probable is none.
const LEAST: f32 = 0.01;

/// The state of a date.
pub(super) const DATE: usize = 7;
/// The state of a code.
pub(super) const CODE: usize = 8;

/// Added to the score of being outside: below zero favours recall.
const OUTSIDE_BIAS: f32 = -1.5;

/// The first and later states of a label.
pub(super) fn states(label: Label) -> (usize, usize) {
    match label {
        Label::Name => (1, 2),
        Label::Provider => (3, 4),
        Label::Location => (5, 6),
        Label::Date => (DATE, DATE),
        Label::Code => (CODE, CODE),
    }
}

/// Whether a state may follow another: an inside needs the same label before it.
pub(super) fn may_follow(before: usize, state: usize) -> bool {
    !matches!(state, 2 | 4 | 6) || before == state || before == state - 1
}

/// Whether a state goes on with the run of the one before it.
fn goes_on(before: usize, state: usize) -> bool {
    matches!(state, 2 | 4 | 6) || state > 6 && state == before
}

/// Whether a run ends before a token by where it stands: names do not go on in the next line or column, and no place
/// goes on behind an empty line.
fn parts(state: usize, place: u32) -> bool {
    let line = place & LINE_START != 0;
    match state {
        2 | 4 => line || place & APART != 0,
        _ => line && place & AFTER_BLANK != 0,
    }
}

/// The stretches of tokens that are decoded together: all but those that lie among words which can be nothing to us.
/// A long stretch is cut into whole lines where lines are short enough.
pub(super) fn stretches(page: &Page<'_>, sights: &[Sight]) -> Vec<Range<usize>> {
    let number = |at: usize| sights.get(at).is_some_and(Sight::is_number);
    // Of numbers that stand together, each may be a part of one.
    let beside = |at: usize| [at.wrapping_sub(2), at.wrapping_sub(1), at + 1, at + 2].into_iter().any(number);
    let plain = |at: usize| sights[at].is_plain() && !(number(at) && beside(at));
    let mut stretches = Vec::new();
    let mut from = 0;
    while let Some(first) = (from..sights.len()).find(|at| !plain(*at)) {
        let mut last = first;
        from = first + 1;
        while from < sights.len() && from <= last + 2 * MARGIN {
            if !plain(from) {
                last = from;
            }
            from += 1;
        }
        cut(page, first.saturating_sub(MARGIN)..(last + 1 + MARGIN).min(sights.len()), &mut stretches);
    }
    stretches
}

/// All tokens of a page, cut where they are too many to be decoded together: what the tagger learns from, since a word
/// that is left out of decoding teaches as well.
#[cfg(feature = "train")]
pub(super) fn whole(page: &Page<'_>) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    cut(page, 0..page.tokens().len(), &mut stretches);
    stretches
}

/// Cuts a stretch that is too long.
fn cut(page: &Page<'_>, whole: Range<usize>, stretches: &mut Vec<Range<usize>>) {
    let mut start = whole.start;
    while start < whole.end {
        let mut end = (start + LONGEST).min(whole.end);
        if end < whole.end {
            let line = page.line_range(page.line_number(page.tokens()[end].range.start)).start;
            let cut = page.token_at(line);
            if cut > start {
                end = cut;
            }
        }
        stretches.push(start..end);
        start = end;
    }
}

/// The scores of a stretch's tokens, a row a token.
fn scores(weights: &Weights<'_>, sights: &[Sight], stretch: &Range<usize>) -> Vec<[f32; STATES]> {
    let mut rows = Vec::new();
    stretch
        .clone()
        .map(|at| {
            let mut scores = [0.0; STATES];
            rows.clear();
            features::each(sights, at, true, |_, row| rows.push(row));
            weights.add(&rows, &mut scores);
            scores[OUTSIDE] += OUTSIDE_BIAS;
            scores
        })
        .collect()
}

/// Appends what a stretch holds, in order of place: the runs of the best path, and all of `dates` that stand in it,
/// however probable, whole as they are.
pub(super) fn decode(
    weights: &Weights<'_>,
    sights: &[Sight],
    stretch: Range<usize>,
    dates: &[Candidate],
    tags: &mut Vec<Tag>,
) {
    let first = tags.len();
    let dates = &dates[dates.partition_point(|date| date.tokens.start < stretch.start)..];
    let dates = &dates[..dates.partition_point(|date| date.tokens.end <= stretch.end)];
    let scores = scores(weights, sights, &stretch);
    let mut transitions = weights.transitions;
    // What begins behind plain words begins behind nothing, and not a text.
    if stretch.start > 0 && sights[stretch.start].is_plain() {
        transitions[STATES] = transitions[OUTSIDE];
    }
    let path = best_path(&scores, &transitions);
    if dates.is_empty() && path.iter().all(|state| *state == OUTSIDE) {
        return;
    }
    let sums = Sums::of(&scores, &transitions, |_, _| true);
    let mut at = 0;
    while at < path.len() {
        let begin = path[at];
        if begin == OUTSIDE {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let parted = |end: usize| parts(path[end], sights[stretch.start + end].place);
        while end < path.len() && goes_on(path[end - 1], path[end]) && !parted(end) {
            end += 1;
        }
        let outside: f32 = (at..end).map(|t| sums.state(t, OUTSIDE)).fold(0.0, f32::max);
        let label = match begin {
            1 | 2 => Label::Name,
            3 | 4 => Label::Provider,
            5 | 6 => Label::Location,
            DATE => Label::Date,
            _ => Label::Code,
        };
        let tokens = stretch.start + at..stretch.start + end;
        let next = dates.partition_point(|date| date.tokens.end <= tokens.start);
        let read = dates.get(next).is_some_and(|date| date.tokens.start < tokens.end);
        if label != Label::Date || !read {
            tags.push(Tag { label, tokens, confidence: 1.0 - outside });
        }
        at = end;
    }
    for date in dates {
        let tokens = date.tokens.clone();
        let sum: f32 = tokens.clone().map(|token| sums.state(token - stretch.start, DATE)).sum();
        let confidence = sum / tokens.len().max(1) as f32;
        if confidence > LEAST {
            tags.push(Tag { label: Label::Date, tokens, confidence });
        }
    }
    tags[first..].sort_by_key(|tag| tag.tokens.start);
}

/// What `worth` makes of the transitions, and `never` of those that may not be.
fn steps(transitions: &Transitions, never: f32, worth: impl Fn(f32) -> f32) -> Transitions {
    std::array::from_fn(|before| {
        let led_by = if before == STATES { OUTSIDE } else { before };
        std::array::from_fn(|state| if may_follow(led_by, state) { worth(transitions[before][state]) } else { never })
    })
}

/// The most probable sequence of states (Viterbi).
pub(super) fn best_path(scores: &[[f32; STATES]], transitions: &Transitions) -> Vec<usize> {
    let mut from = Vec::with_capacity(scores.len());
    let mut best = [0.0; STATES];
    let allowed = steps(transitions, f32::NEG_INFINITY, |score| score);
    for (at, here) in scores.iter().enumerate() {
        let mut next = [f32::NEG_INFINITY; STATES];
        let mut back = [0usize; STATES];
        if at == 0 {
            next = std::array::from_fn(|state| allowed[STATES][state] + here[state]);
        } else {
            // State by state within, so that the sums of one step run side by side.
            for before in 0..STATES {
                for state in 0..STATES {
                    let score = best[before] + allowed[before][state] + here[state];
                    if score > next[state] {
                        next[state] = score;
                        back[state] = before;
                    }
                }
            }
        }
        best = next;
        from.push(back);
    }
    let mut state = (0..STATES).max_by(|a, b| best[*a].total_cmp(&best[*b])).unwrap_or(OUTSIDE);
    let mut path = vec![state; scores.len()];
    for at in (1..scores.len()).rev() {
        state = from[at][state];
        path[at - 1] = state;
    }
    path
}

/// The sum of rows, each with its weight; state by state within, so that the sums run side by side.
fn weighted(weights: &[f32; STATES], rows: &[[f32; STATES]]) -> [f32; STATES] {
    let mut sum = [0.0; STATES];
    for (weight, row) in weights.iter().zip(rows) {
        for (sum, value) in sum.iter_mut().zip(row) {
            *sum += weight * value;
        }
    }
    sum
}

/// Sums over every sequence of states, scaled so that no product underflows (forward and backward).
pub(super) struct Sums {
    /// For each token, each state's share of what leads up to it.
    forward: Vec<[f32; STATES]>,
    /// For each token, each state's worth for what follows.
    backward: Vec<[f32; STATES]>,
    /// For each token, each state's own factor.
    factors: Vec<[f32; STATES]>,
    /// For each token, what the forward sums were divided by.
    scale: Vec<f32>,
    /// The transitions' factors; zero where a state may not follow.
    #[cfg(feature = "train")]
    steps: [[f32; STATES]; STATES + 1],
}

impl Sums {
    /// Sums over the sequences in which each token takes one of its `allowed` states.
    pub(super) fn of(
        scores: &[[f32; STATES]],
        transitions: &Transitions,
        allowed: impl Fn(usize, usize) -> bool,
    ) -> Sums {
        let steps = steps(transitions, 0.0, f32::exp);
        let back: [[f32; STATES]; STATES] = std::array::from_fn(|n| std::array::from_fn(|s| steps[s][n]));
        let count = scores.len();
        let mut sums = Sums {
            forward: Vec::with_capacity(count),
            backward: vec![[1.0; STATES]; count],
            factors: Vec::with_capacity(count),
            scale: Vec::with_capacity(count),
            #[cfg(feature = "train")]
            steps,
        };
        for (at, here) in scores.iter().enumerate() {
            let largest = here.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let factors: [f32; STATES] =
                std::array::from_fn(|s| if allowed(at, s) { (here[s] - largest).exp().max(1e-30) } else { 0.0 });
            let mut row: [f32; STATES] = match sums.forward.last() {
                None => std::array::from_fn(|s| steps[STATES][s] * factors[s]),
                Some(last) => {
                    let led = weighted(last, &steps);
                    std::array::from_fn(|s| led[s] * factors[s])
                }
            };
            let scale = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            row.iter_mut().for_each(|value| *value /= scale);
            sums.forward.push(row);
            sums.factors.push(factors);
            sums.scale.push(scale);
        }
        for at in (0..count.saturating_sub(1)).rev() {
            let next: [f32; STATES] = std::array::from_fn(|s| sums.factors[at + 1][s] * sums.backward[at + 1][s]);
            let scale = sums.scale[at + 1];
            sums.backward[at] = weighted(&next, &back).map(|sum| sum / scale);
        }
        sums
    }

    /// The probability that token `at` is in `state`.
    pub(super) fn state(&self, at: usize, state: usize) -> f32 {
        self.forward[at][state] * self.backward[at][state]
    }

    /// The probability that token `at` is in `state` and the one before it in `before`; the first token's
    /// `before` is [`STATES`].
    #[cfg(feature = "train")]
    pub(super) fn step(&self, at: usize, before: usize, state: usize) -> f32 {
        let led = match (at, before) {
            (0, STATES) => 1.0,
            (0, _) | (_, STATES) => 0.0,
            _ => self.forward[at - 1][before],
        };
        led * self.steps[before][state] * self.factors[at][state] * self.backward[at][state] / self.scale[at]
    }
}
