//! The pieces of text that patterns want, found in one pass by an automaton that was made ahead of time (Aho and
//! Corasick 1975) and is read where it lies.

#[cfg(test)]
pub(super) mod build;

/// The automaton of the registry's patterns.
pub(super) static SHIPPED: &[u8] = include_bytes!("../words.bin");

/// Bytes before the rows: how many classes of bytes, states and silent states there are, 2 bytes each, 2 without
/// meaning, and the class of every byte.
const HEAD: usize = 8 + 256;
/// Bytes of a want: the piece's length, what is wanted, and by whom.
const WANT: usize = 4;

/// Who wants a piece: a pattern by its place in the list, or one of those that want several by its place among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    /// Anywhere.
    Anywhere(usize),
    /// Anywhere, with others.
    Several(usize),
    /// Where a match begins, as the beginning of a word.
    Beginning(usize),
    /// Where a match begins, as a whole word.
    Whole(usize),
}

/// An automaton over pieces of text. ASCII letters count alike in both cases.
///
/// A state is the number of its row, which tells for each class of bytes the state behind it, 2 bytes each. In the first
/// states, the silent ones, no piece ends. For each of the others `ends` tells where its wants begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'a> {
    classes: &'a [u8; 256],
    width: usize,
    silent: usize,
    rows: &'a [[u8; 2]],
    ends: &'a [[u8; 2]],
    wants: &'a [[u8; WANT]],
}

impl Words<'_> {
    /// Reads an automaton where it lies; nothing from bytes that hold none.
    pub(super) fn read(bytes: &[u8]) -> Option<Words<'_>> {
        let (head, rest) = bytes.split_at_checked(HEAD)?;
        let number = |at: usize| Some(usize::from(u16::from_le_bytes(*head.get(at..)?.first_chunk()?)));
        let (width, states, silent) = (number(0)?, number(2)?, number(4)?);
        let (rows, rest) = rest.split_at_checked(2 * width * states)?;
        let (ends, wants) = rest.split_at_checked(2 * (states.checked_sub(silent)? + 1))?;
        Some(Words {
            classes: head.last_chunk()?,
            width,
            silent,
            rows: rows.as_chunks().0,
            ends: ends.as_chunks().0,
            wants: wants.as_chunks().0,
        })
    }

    /// Calls `found` with where each piece of the text ends, its length, and who wants it, in order of where they end,
    /// the longer of two first.
    pub(super) fn each(&self, text: &[u8], mut found: impl FnMut(usize, usize, Want)) {
        let mut state = 0;
        for (at, byte) in text.iter().enumerate() {
            let class = usize::from(self.classes[usize::from(*byte)]);
            state = self.rows.get(state * self.width + class).map_or(0, |next| usize::from(u16::from_le_bytes(*next)));
            if state < self.silent {
                continue;
            }
            let end = |place: usize| self.ends.get(place).map_or(0, |end| usize::from(u16::from_le_bytes(*end)));
            let ends = end(state - self.silent)..end(state - self.silent + 1);
            for [length, what, low, high] in self.wants.get(ends).unwrap_or_default() {
                let who = usize::from(u16::from_le_bytes([*low, *high]));
                let want = match what {
                    0 => Want::Anywhere(who),
                    1 => Want::Several(who),
                    2 => Want::Beginning(who),
                    _ => Want::Whole(who),
                };
                found(at + 1, usize::from(*length), want);
            }
        }
    }
}
