//! Where an expression matches and where its named groups stand, by a program that was made ahead of time.
//!
//! To compile an expression takes longer than to read a draft, so its automaton (Thompson's, with groups) lies ready as
//! the steps of a program. They are tried in the order of the expression, the next choice where one fails, as `regex`
//! prefers matches. No choice is made twice at one place, so the time is that of the text times that of the program.

use super::{number, short};
use std::ops::Range;

/// Bytes of a step: what it does, one that depends on it, and five numbers of 2 bytes: one that depends on it, where it
/// leads to and where else, and which bytes may come next in the first case and in the second.
pub(super) const STEP: usize = 12;
/// Bytes of a range of a table: its first and last byte, and the step behind it.
pub(super) const RANGE: usize = 4;
/// Bytes of a set of bytes: a bit for each, and whether the text may end there.
pub(super) const SET: usize = 33;
/// Bytes of a group's name, the rest of them zero.
pub(super) const NAME: usize = 8;
/// Bytes of a program before its names: how many names, sets, steps, choices, 2 bytes each, and ranges.
pub(super) const HEAD: usize = 4 * 2 + 4;

/// What a step does.
pub(super) mod action {
    /// Takes one byte of a range.
    pub const BYTE: u8 = 0;
    /// Takes one byte of several ranges.
    pub const TABLE: u8 = 1;
    /// Tries one step, then another.
    pub const CHOICE: u8 = 2;
    /// Holds what stands around against a condition.
    pub const LOOK: u8 = 3;
    /// Marks where a named group begins or ends.
    pub const MARK: u8 = 4;
    /// Ends a match.
    pub const MATCH: u8 = 5;
}

/// Conditions on what stands around.
pub(super) mod look {
    /// The text begins.
    pub const START: u8 = 0;
    /// The text ends.
    pub const END: u8 = 1;
    /// A line begins.
    pub const START_OF_LINE: u8 = 2;
    /// A line ends.
    pub const END_OF_LINE: u8 = 3;
    /// An ASCII word begins or ends.
    pub const EDGE: u8 = 4;
    /// No ASCII word begins or ends.
    pub const NO_EDGE: u8 = 5;
}

/// A program, read where it lies. It begins with its first step, and that with a byte of the first set.
#[derive(Debug, Clone, Copy)]
pub struct Program<'a> {
    names: &'a [[u8; NAME]],
    sets: &'a [[u8; SET]],
    steps: &'a [[u8; STEP]],
    choices: usize,
    ranges: &'a [[u8; RANGE]],
}

/// Where a match and its groups stand.
#[derive(Debug)]
pub struct Found<'a> {
    names: &'a [[u8; NAME]],
    /// Where the match stands.
    pub whole: Range<usize>,
    /// Where each named group begins and ends.
    marks: Vec<Option<usize>>,
}

impl Found<'_> {
    /// Where a named group stands, if it took part.
    pub fn named(&self, name: &str) -> Option<Range<usize>> {
        let group = self.names.iter().position(|known| padded(name) == *known)?;
        Some(self.marks[2 * group]?..self.marks[2 * group + 1]?)
    }
}

/// A group's name as a program holds it.
pub(super) fn padded(name: &str) -> [u8; NAME] {
    let mut padded = [0; NAME];
    padded.iter_mut().zip(name.bytes()).for_each(|(place, byte)| *place = byte);
    padded
}

/// What is left to try.
enum Rest {
    /// The step from here, at this place.
    Step(u16, usize),
    /// A mark gets back what it was before.
    Mark(usize, Option<usize>),
}

impl<'a> Program<'a> {
    /// Reads a program where it lies; nothing from bytes that hold none.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Program<'a>> {
        let (head, rest) = bytes.split_at_checked(HEAD)?;
        let (names, rest) = rest.split_at_checked(usize::from(short(head, 0)) * NAME)?;
        let (sets, rest) = rest.split_at_checked(usize::from(short(head, 2)) * SET)?;
        let (steps, rest) = rest.split_at_checked(usize::from(short(head, 4)) * STEP)?;
        let ranges = rest.get(..number(head, 8) as usize * RANGE)?;
        Some(Program {
            names: names.as_chunks().0,
            sets: sets.as_chunks().0,
            steps: steps.as_chunks().0,
            choices: usize::from(short(head, 6)),
            ranges: ranges.as_chunks().0,
        })
    }

    /// The first match in `text` that begins at `from` or later; `from` itself alone where `anchored`.
    pub fn find(&self, text: &str, from: usize, anchored: bool) -> Option<Found<'a>> {
        let bytes = text.as_bytes();
        let last = if anchored { from } else { bytes.len() };
        let mut marks = vec![None; 2 * self.names.len()];
        let mut taken = Choices { rows: Vec::new(), width: self.choices.div_ceil(64), from };
        let mut rest = Vec::new();
        let first = self.sets.first()?;
        let mut at = from;
        // With most bytes no match can begin.
        loop {
            while at < last && !holds(first, bytes.get(at)) {
                at += 1;
            }
            if holds(first, bytes.get(at))
                && text.is_char_boundary(at)
                && let Some(end) = self.run(bytes, at, &mut marks, &mut taken, &mut rest)
            {
                return Some(Found { names: self.names, whole: at..end, marks });
            }
            if at >= last {
                return None;
            }
            at += 1;
        }
    }

    /// Whether a set holds a byte, or the end of the text.
    fn holds(&self, set: u16, byte: Option<&u8>) -> bool {
        self.sets.get(usize::from(set)).is_some_and(|set| holds(set, byte))
    }

    /// The end of the match that begins at a place.
    fn run(
        &self,
        text: &[u8],
        at: usize,
        marks: &mut [Option<usize>],
        taken: &mut Choices,
        rest: &mut Vec<Rest>,
    ) -> Option<usize> {
        rest.push(Rest::Step(0, at));
        while let Some(next) = rest.pop() {
            let (mut step, mut at) = match next {
                Rest::Step(step, at) => (step, at),
                Rest::Mark(mark, before) => {
                    marks[mark] = before;
                    continue;
                }
            };
            while let Some(here) = self.steps.get(usize::from(step)) {
                step = short(here, 4);
                match here[0] {
                    action::BYTE => match text.get(at) {
                        Some(byte) if (here[2]..=here[3]).contains(byte) => at += 1,
                        _ => break,
                    },
                    action::TABLE => {
                        let table = usize::from(short(here, 2)) | usize::from(short(here, 6)) << 16;
                        let ranges = self.ranges.get(table..table + usize::from(here[1])).unwrap_or_default();
                        let Some(byte) = text.get(at) else { break };
                        match ranges.iter().find(|range| (range[0]..=range[1]).contains(byte)) {
                            Some(range) => (step, at) = (short(range, 2), at + 1),
                            None => break,
                        }
                    }
                    action::CHOICE => {
                        let (byte, other) = (text.get(at), short(here, 6));
                        match (self.holds(short(here, 8), byte), self.holds(short(here, 10), byte)) {
                            (true, false) => {}
                            (false, true) => step = other,
                            (true, true) if taken.take(usize::from(short(here, 2)), at) => {
                                rest.push(Rest::Step(other, at));
                            }
                            _ => break,
                        }
                    }
                    action::LOOK => {
                        if !stands(here[1], text, at) {
                            break;
                        }
                    }
                    action::MARK => {
                        let Some(mark) = marks.get_mut(usize::from(here[1])) else { break };
                        rest.push(Rest::Mark(usize::from(here[1]), *mark));
                        *mark = Some(at);
                    }
                    action::MATCH => return Some(at),
                    _ => break,
                }
            }
        }
        None
    }
}

/// Whether a set holds a byte, or the end of the text.
fn holds(set: &[u8; SET], byte: Option<&u8>) -> bool {
    match byte {
        Some(byte) => set[usize::from(byte / 8)] >> (byte % 8) & 1 == 1,
        None => set[SET - 1] == 1,
    }
}

/// The choices that were taken: for each place of the text from the first on, a bit for each choice.
struct Choices {
    rows: Vec<u64>,
    /// Numbers of a place.
    width: usize,
    from: usize,
}

impl Choices {
    /// Takes a choice at a place; false if it was taken there before.
    fn take(&mut self, choice: usize, at: usize) -> bool {
        let place = (at - self.from) * self.width + choice / 64;
        if place >= self.rows.len() {
            self.rows.resize((at - self.from + 1) * self.width, 0);
        }
        let Some(row) = self.rows.get_mut(place) else { return false };
        let bit = 1 << (choice % 64);
        let new = *row & bit == 0;
        *row |= bit;
        new
    }
}

/// Whether a condition holds at a place.
fn stands(condition: u8, text: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    let behind = text.get(at);
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let is_edge = before.is_some_and(is_word) != behind.is_some_and(is_word);
    match condition {
        look::START => before.is_none(),
        look::END => behind.is_none(),
        look::START_OF_LINE => before.is_none_or(|byte| *byte == b'\n'),
        look::END_OF_LINE => behind.is_none_or(|byte| *byte == b'\n'),
        look::EDGE => is_edge,
        look::NO_EDGE => !is_edge,
        _ => false,
    }
}
