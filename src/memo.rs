//! What was made of words last, so that a word that comes again, as most words of a text do, costs a comparison.

/// Words that are remembered at first and at most, powers of two: a draft has few, a folder many.
const FEW: usize = 1 << 11;
const MANY: usize = 1 << 15;
/// Longer words, in bytes, are not remembered.
const LONGEST: usize = 22;

/// What was made of the words that came last; the same of a word whenever it comes.
pub(crate) struct Memo<T> {
    /// As many as a power of two.
    slots: Box<[Remembered<T>]>,
    /// How many words were made since there are so many slots.
    made: usize,
}

#[derive(Clone, Copy, Default)]
struct Remembered<T> {
    word: [u8; LONGEST],
    length: u8,
    made: T,
}

impl<T: Copy + Default> Memo<T> {
    /// Nothing is remembered yet.
    pub(crate) fn new() -> Memo<T> {
        Memo { slots: vec![Remembered::default(); FEW].into(), made: 0 }
    }

    /// What `make` makes of a word, remembered or made now.
    pub(crate) fn of(&mut self, word: &str, make: impl Fn(&str) -> T) -> T {
        let bytes = word.as_bytes();
        if bytes.is_empty() || bytes.len() > LONGEST {
            return make(word);
        }
        let place = place_of(bytes, self.slots.len());
        if let Some(slot) = self.slots.get(place).filter(|slot| slot.word() == Some(bytes)) {
            return slot.made;
        }
        let mut slot = Remembered { word: [0; LONGEST], length: bytes.len() as u8, made: make(word) };
        slot.word[..bytes.len()].copy_from_slice(bytes);
        self.made += 1;
        if self.made > self.slots.len() && self.slots.len() < MANY {
            self.grow();
        }
        let place = place_of(bytes, self.slots.len());
        if let Some(free) = self.slots.get_mut(place) {
            *free = slot;
        }
        slot.made
    }

    /// Makes room for four times as many words.
    fn grow(&mut self) {
        let slots = vec![Remembered::default(); 4 * self.slots.len()].into();
        for slot in std::mem::replace(&mut self.slots, slots) {
            let place = slot.word().map(|word| place_of(word, self.slots.len()));
            if let Some(free) = place.and_then(|place| self.slots.get_mut(place)) {
                *free = slot;
            }
        }
        self.made = 0;
    }
}

impl<T> Remembered<T> {
    /// The word; an empty one where none is remembered.
    fn word(&self) -> Option<&[u8]> {
        self.word.get(..usize::from(self.length))
    }
}

/// The place of a word among so many slots (FNV-1a, its high bits mixed in).
fn place_of(word: &[u8], slots: usize) -> usize {
    let hash = word.iter().fold(0x811c_9dc5u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    (hash ^ hash >> 15) as usize & (slots - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_remembered_is_what_would_be_made(words in prop::collection::vec("[ab]{0,3}|\\PC{0,30}|[a-z]{2}[0-9]{2}", 0..5000)) {
            let mut memo = Memo::new();
            for word in words {
                prop_assert_eq!(memo.of(&word, str::len), word.len());
            }
        }
    }
}
