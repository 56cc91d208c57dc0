//! What was made of words last, so that a word that comes again, as most words of a text do, costs a comparison.

/// Words that are remembered, a power of two.
const WORDS: usize = 1 << 11;
/// Longer words, in bytes, are not remembered.
const LONGEST: usize = 22;

/// What was made of the words that came last; the same of a word whenever it comes.
pub(crate) struct Memo<T>(Box<[Remembered<T>]>);

#[derive(Clone, Copy, Default)]
struct Remembered<T> {
    word: [u8; LONGEST],
    length: u8,
    made: T,
}

impl<T: Copy + Default> Memo<T> {
    /// Nothing is remembered yet.
    pub(crate) fn new() -> Memo<T> {
        Memo(vec![Remembered::default(); WORDS].into())
    }

    /// What `make` makes of a word, remembered or made now.
    pub(crate) fn of(&mut self, word: &str, make: impl Fn(&str) -> T) -> T {
        let bytes = word.as_bytes();
        if bytes.is_empty() || bytes.len() > LONGEST {
            return make(word);
        }
        let hash = bytes.iter().fold(0usize, |hash, byte| (hash ^ usize::from(*byte)).wrapping_mul(0x0100_0193));
        let Some(slot) = self.0.get_mut(hash % WORDS) else { return make(word) };
        if slot.word.get(..usize::from(slot.length)) != Some(bytes) {
            slot.made = make(word);
            slot.word[..bytes.len()].copy_from_slice(bytes);
            slot.length = bytes.len() as u8;
        }
        slot.made
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_remembered_is_what_would_be_made(words in prop::collection::vec("[ab]{0,3}|\\PC{0,30}", 0..200)) {
            let mut memo = Memo::new();
            for word in words {
                prop_assert_eq!(memo.of(&word, str::len), word.len());
            }
        }
    }
}
