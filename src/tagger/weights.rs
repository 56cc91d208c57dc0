//! What was learned: a row of eight small numbers a feature, and the transitions between states.

use super::features::ROWS;

/// States of the chain: outside, and beginning and inside of each label.
pub(super) const STATES: usize = 7;

/// A row holds one weight a state, and one unused, so that rows stay aligned.
pub(super) const ROW: usize = 8;

/// Transition scores, from the state of one token to that of the next; the last row begins a stretch.
pub(super) type Transitions = [[f32; STATES]; STATES + 1];

/// The weights of a tagger.
pub(super) struct Weights<'w> {
    /// `ROWS` rows of [`ROW`] weights in steps of `step`.
    pub rows: &'w [u8],
    /// What one step of a weight is worth.
    pub step: f32,
    /// The transitions.
    pub transitions: Transitions,
}

static SHIPPED: &[u8] = include_bytes!("weights.bin");

/// The weights that the binary carries.
pub(super) fn shipped() -> &'static Weights<'static> {
    static WEIGHTS: std::sync::LazyLock<Weights<'static>> = std::sync::LazyLock::new(|| read(SHIPPED));
    &WEIGHTS
}

/// Reads weights: the step, the transitions, then the rows.
pub(super) fn read(bytes: &[u8]) -> Weights<'_> {
    let mut numbers = bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
    let step = numbers.next().unwrap_or_default();
    let mut transitions = [[0.0; STATES]; STATES + 1];
    for weight in transitions.iter_mut().flatten() {
        *weight = numbers.next().unwrap_or_default();
    }
    let head = 4 * (1 + STATES * (STATES + 1));
    Weights { rows: bytes.get(head..).unwrap_or_default(), step, transitions }
}

impl Weights<'_> {
    /// Adds the weights of a row to the scores of a token's states, the unused place included.
    pub(super) fn add(&self, row: usize, scores: &mut [i32; ROW]) {
        if let Some(weights) = self.rows.get(row * ROW..).and_then(|rest| rest.first_chunk::<ROW>()) {
            for state in 0..ROW {
                scores[state] += i32::from(weights[state] as i8);
            }
        }
    }
}

/// Writes weights in the form that [`read`] takes, and tells how many rows carry any.
#[cfg(feature = "train")]
pub(super) fn write(rows: &[[f32; STATES]], transitions: &Transitions) -> (Vec<u8>, usize) {
    let largest = rows.iter().flatten().fold(0.0f32, |m, w| m.max(w.abs()));
    let step = (largest / 127.0).max(f32::EPSILON);
    let mut bytes = step.to_le_bytes().to_vec();
    bytes.extend(transitions.iter().flatten().flat_map(|w| w.to_le_bytes()));
    let mut used = 0;
    for row in rows {
        let small = row.map(|w| (w / step).round().clamp(-127.0, 127.0) as i8 as u8);
        used += usize::from(small.iter().any(|w| *w != 0));
        bytes.extend(small);
        bytes.extend([0; ROW - STATES]);
    }
    (bytes, used)
}

const _: () = assert!(STATES <= ROW && ROWS.is_power_of_two());
