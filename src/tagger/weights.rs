//! What was learned: the rows of weights that matter, packed, and the transitions between states.
//!
//! A feature names one of [`ROWS`] rows, of which few carry weight. They are packed into buckets of one cache line
//! each: a row's high bits choose the bucket, its low bits are its tag there. A bucket holds ten tags, then for each 40
//! bits: a weight of four bits for each state, and the exponent of two which they share.

/// States of the chain: outside, beginning and inside of a name, a provider and a place, a date, a code.
pub(super) const STATES: usize = 9;

/// Rows of weights, a power of two.
pub(super) const ROWS: usize = 1 << TAG_BITS << BUCKET_BITS;

const BUCKET_BITS: u32 = 15;
const TAG_BITS: u32 = 7;
/// Bytes of a bucket.
const BUCKET: usize = 64;
/// Entries of a bucket.
const PLACES: usize = 10;
/// Bytes of an entry behind the tags.
const ENTRY: usize = 5;
/// Rows that are looked for together.
const TOGETHER: usize = 64;
/// The tag of an empty place; no row has it.
#[cfg(feature = "train")]
const EMPTY: u8 = 0xff;
/// What one step is worth where the exponent is zero, as a power of two.
const SMALLEST: i32 = -12;

/// Transition scores, from the state of one token to that of the next; the last row begins a stretch.
pub(super) type Transitions = [[f32; STATES]; STATES + 1];

/// The weights of a tagger.
pub(super) struct Weights<'w> {
    buckets: &'w [u8],
    /// The transitions.
    pub transitions: Transitions,
}

static SHIPPED: &[u8] = include_bytes!("weights.bin");

/// The weights that the binary carries.
pub(super) fn shipped() -> &'static Weights<'static> {
    static WEIGHTS: std::sync::LazyLock<Weights<'static>> = std::sync::LazyLock::new(|| read(SHIPPED));
    &WEIGHTS
}

/// Reads weights: the transitions, then the buckets.
pub(super) fn read(bytes: &[u8]) -> Weights<'_> {
    let mut numbers = bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
    let mut transitions = [[0.0; STATES]; STATES + 1];
    for weight in transitions.iter_mut().flatten() {
        *weight = numbers.next().unwrap_or_default();
    }
    let head = 4 * STATES * (STATES + 1);
    Weights { buckets: bytes.get(head..).unwrap_or_default(), transitions }
}

impl Weights<'_> {
    /// Adds the weights of rows to the scores of a token's states.
    pub(super) fn add(&self, rows: &[usize], scores: &mut [f32; STATES]) {
        for rows in rows.chunks(TOGETHER) {
            // All tags are asked for before a weight is read, so that the buckets come from memory side by side.
            let mut entries = [0; TOGETHER];
            let mut count = 0;
            for row in rows {
                let (entry, kept) = self.entry(*row);
                entries[count] = entry;
                count += usize::from(kept);
            }
            let mut sums = Sums::default();
            for entry in &entries[..count] {
                // Behind the last entry of a bucket stand bytes enough to read eight.
                let Some(entry) = self.buckets.get(*entry..).and_then(|entry| entry.first_chunk()) else { continue };
                sums.add(u64::from_le_bytes(*entry));
            }
            sums.give(scores);
        }
    }

    /// Where the entry of a row stands, and whether there is one: most rows that are asked for carry no weight.
    fn entry(&self, row: usize) -> (usize, bool) {
        const ONES: u64 = u64::from_le_bytes([1; 8]);
        const HIGH: u64 = ONES << 7;
        let start = (row >> TAG_BITS) * BUCKET;
        let tag = ONES * (row & ((1 << TAG_BITS) - 1)) as u64;
        let Some((first, rest)) = self.buckets.get(start..start + BUCKET).and_then(<[u8]>::split_first_chunk) else {
            return (0, false);
        };
        let Some(last) = rest.first_chunk() else { return (0, false) };
        // Eight tags are compared at once: the lowest byte whose high bit is set is the first that does not differ.
        let equal = |tags: u64| {
            let differences = tags ^ tag;
            differences.wrapping_sub(ONES) & !differences & HIGH
        };
        let (first, last) = (equal(u64::from_le_bytes(*first)), equal(u64::from_le_bytes(*last)));
        let place = if first != 0 { first.trailing_zeros() } else { 64 + last.trailing_zeros() } as usize / 8;
        (start + PLACES + place * ENTRY, place < PLACES)
    }
}

/// Sums of packed entries, apart for each exponent, so that all states are added at once: a state's sum takes 16 bits,
/// and the states stand four apart, in the order of their nibbles.
#[derive(Default)]
struct Sums {
    /// For each exponent the states 0, 4 and 8, then 1 and 5, then 2 and 6, then 3 and 7.
    states: [[u64; 4]; 16],
    /// For each exponent, how many entries.
    counts: [u16; 16],
}

impl Sums {
    fn add(&mut self, packed: u64) {
        const LANES: u64 = 0x000f_000f_000f;
        let exponent = (packed >> 36 & 15) as usize;
        let sums = &mut self.states[exponent];
        let weights = packed & ((1 << 36) - 1);
        for (lane, sum) in sums.iter_mut().enumerate() {
            *sum += weights >> (4 * lane) & LANES;
        }
        self.counts[exponent] += 1;
    }

    /// Adds the sums to the scores of the states.
    fn give(&self, scores: &mut [f32; STATES]) {
        for (exponent, count) in self.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
            let step = f32::from_bits(((127 + SMALLEST + exponent as i32) as u32) << 23);
            for (state, score) in scores.iter_mut().enumerate() {
                let sum = self.states[exponent][state % 4] >> (16 * (state / 4)) & 0xffff;
                *score += (sum as i32 - 8 * i32::from(*count)) as f32 * step;
            }
        }
    }
}

#[cfg(feature = "train")]
impl Weights<'_> {
    /// The weights of every row.
    pub(super) fn rows(&self) -> Vec<[f32; STATES]> {
        let mut rows = vec![[0.0; STATES]; ROWS];
        rows.iter_mut().enumerate().for_each(|(row, weights)| self.add(&[row], weights));
        rows
    }
}

/// Writes weights in the form that [`read`] takes, and tells how many rows are kept: in each bucket the strongest.
#[cfg(feature = "train")]
pub(super) fn write(rows: &[[f32; STATES]], transitions: &Transitions) -> (Vec<u8>, usize) {
    let mut bytes: Vec<u8> = transitions.iter().flatten().flat_map(|w| w.to_le_bytes()).collect();
    let mut kept = 0;
    for bucket in rows.chunks_exact(1 << TAG_BITS) {
        // What every state shares decides nothing.
        let mut entries: Vec<(f32, usize, [f32; STATES])> = bucket
            .iter()
            .enumerate()
            .map(|(tag, row)| {
                let mean = row.iter().sum::<f32>() / STATES as f32;
                let row = row.map(|w| w - mean);
                (row.iter().map(|w| w * w).sum::<f32>(), tag, row)
            })
            .filter(|(strength, _, _)| *strength > 0.0)
            .collect();
        entries.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut packed = [EMPTY; BUCKET];
        for (place, (_, tag, row)) in entries.iter().take(PLACES).enumerate() {
            let largest = row.iter().fold(0.0f32, |m, w| m.max(w.abs()));
            let exponent = ((largest / 7.0).log2().ceil() as i32 - SMALLEST).clamp(1, 15);
            let step = ((SMALLEST + exponent) as f32).exp2();
            let mut bits = (exponent as u64) << 36;
            for (state, weight) in row.iter().enumerate() {
                // Averages often lie half between two steps; away from zero all of them would grow.
                let nibble = (weight / step).round_ties_even().clamp(-8.0, 7.0) as i64 + 8;
                bits |= (nibble as u64) << (4 * state);
            }
            packed[place] = *tag as u8;
            let start = PLACES + place * ENTRY;
            packed[start..start + ENTRY].copy_from_slice(&bits.to_le_bytes()[..ENTRY]);
            kept += 1;
        }
        bytes.extend(packed);
    }
    (bytes, kept)
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let mut rows = vec![[0.0; STATES]; ROWS];
        let weights = [0.5, -1.5, 0.25, 0.75, -0.75, 0.25, 0.0, 0.25, 0.25];
        let row = ROWS - 300;
        rows[row] = weights;
        let (bytes, kept) = write(&rows, &[[0.125; STATES]; STATES + 1]);
        let read = read(&bytes);
        let mut scores = [0.0; STATES];
        read.add(&[0, row - 1, row + 1, row], &mut scores);
        assert_eq!((kept, read.transitions[STATES][0]), (1, 0.125));
        for (score, weight) in scores.iter().zip(weights) {
            assert!((score - weight).abs() < 0.07, "{score} for {weight}");
        }
    }
}
