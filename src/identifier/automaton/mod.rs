//! Whether and where a pattern matches, by what was made of it ahead of time and is read where it lies.
//!
//! Nearly every place at which a pattern is tried holds no match. To compile an expression for such a place, or to read
//! it with groups, costs a hundred times what an automaton costs which only says yes or no. `automata.bin` holds one for
//! each pattern, made by `build`, and for the places where it says yes a program that finds the match.

#[cfg(test)]
mod build;
#[cfg(test)]
mod compile;
mod program;

pub use program::Found;
pub(super) use program::Program;

static AUTOMATA: &[u8] = include_bytes!("../automata.bin");

/// Bytes of a pattern's line in the index: its fingerprint, its reach, and where its automaton and its program lie, 4
/// bytes each.
const LINE: usize = 16;
/// Bytes of an automaton before its rows: the class of every byte, and 2 bytes for each state to begin in.
const HEAD: usize = 256 + 2 * BEGINNINGS;
/// States to begin in: at the text's beginning, behind `\n`, behind `\r`, behind part of a word, behind anything else.
const BEGINNINGS: usize = 5;

/// The class of the end of the text; those of bytes count from one.
const END: usize = 0;
/// Stands for the number of exceptions in a row that tells a state for each class.
const FULL: u8 = 255;

/// No match can follow.
const DEAD: u16 = 0;
/// There is a match.
#[cfg(test)]
const MATCHED: u16 = 1;
/// The automaton cannot tell.
const UNSURE: u16 = 2;

/// What was made of a pattern ahead of time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Made {
    /// About how many bytes a match takes at most.
    pub reach: usize,
    /// The automaton, if it is small enough.
    pub automaton: Option<Automaton<'static>>,
    /// The program that finds its matches.
    pub program: Option<Program<'static>>,
}

/// An automaton over bytes.
///
/// A state is the place of its row. A row tells how many classes of bytes lead elsewhere than the others, where the
/// others lead, those classes, and where each of them leads; or [`FULL`], and for each class where it leads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Automaton<'a> {
    classes: &'a [u8; 256],
    beginnings: [u16; BEGINNINGS],
    rows: &'a [u8],
}

/// What was made of an expression, nothing if it is not among those that were made.
pub(super) fn made(source: &str) -> Option<Made> {
    let count = number(AUTOMATA, 0) as usize;
    let (index, _) = AUTOMATA.get(4..4 + count * LINE)?.as_chunks::<LINE>();
    let line = &index[index.binary_search_by_key(&fingerprint(source), |line| number(line, 0)).ok()?];
    let part = |place: u32| AUTOMATA.get(place as usize..).filter(|_| place > 0);
    Some(Made {
        reach: number(line, 4) as usize,
        automaton: part(number(line, 8)).and_then(Automaton::read),
        program: part(number(line, 12)).and_then(Program::read),
    })
}

impl Automaton<'_> {
    /// Reads an automaton where it lies; nothing from bytes that hold none.
    fn read(bytes: &[u8]) -> Option<Automaton<'_>> {
        let (classes, beginnings) = (bytes.first_chunk()?, bytes.get(256..HEAD)?);
        let beginnings = std::array::from_fn(|place| short(beginnings, 2 * place));
        Some(Automaton { classes, beginnings, rows: bytes.get(HEAD..)? })
    }

    /// Whether a match may begin at `from` or later; an anchored automaton's at `from` itself.
    pub(super) fn may_match(&self, text: &[u8], from: usize) -> bool {
        let mut state = self.beginnings[beginning(from.checked_sub(1).and_then(|before| text.get(before)))];
        for byte in text.get(from..).unwrap_or_default() {
            if state <= UNSURE {
                return state != DEAD;
            }
            state = self.next(state, usize::from(self.classes[usize::from(*byte)]));
        }
        if state > UNSURE {
            state = self.next(state, END);
        }
        state != DEAD
    }

    /// The state that follows; [`UNSURE`] where no row stands.
    fn next(&self, state: u16, class: usize) -> u16 {
        let Some((count, rest)) = self.rows.get(usize::from(state)..).and_then(<[u8]>::split_first) else {
            return UNSURE;
        };
        if *count == FULL {
            return short(rest, 2 * class);
        }
        let count = usize::from(*count);
        let exception =
            rest.get(2..2 + count).and_then(|classes| classes.iter().position(|c| usize::from(*c) == class));
        short(rest, exception.map_or(0, |place| 2 + count + 2 * place))
    }
}

/// Which of the states to begin in fits the byte before.
fn beginning(before: Option<&u8>) -> usize {
    match before {
        None => 0,
        Some(b'\n') => 1,
        Some(b'\r') => 2,
        Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'_' => 3,
        Some(_) => 4,
    }
}

/// A number of two bytes, the little end first; 0 behind the end.
fn short(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..).and_then(|bytes| bytes.first_chunk()).map_or(0, |bytes| u16::from_le_bytes(*bytes))
}

/// A number of four bytes, the little end first; 0 behind the end.
fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|bytes| bytes.first_chunk()).map_or(0, |bytes| u32::from_le_bytes(*bytes))
}

/// What an expression is told from others by (FNV-1a).
fn fingerprint(source: &str) -> u32 {
    source.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
