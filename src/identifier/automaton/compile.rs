//! Makes the program of an expression: Thompson's automaton, its steps in the order in which they are tried.

use super::program::{HEAD, NAME, action, look, padded};
use regex_automata::nfa::thompson::{self, NFA, State};
use regex_automata::util::look::Look;
use regex_automata::util::primitives::{PatternID, StateID};
use std::collections::HashMap;

/// Steps and tables so far.
struct Making<'n> {
    nfa: &'n NFA,
    /// Which mark stands for a slot of the automaton.
    marks: HashMap<usize, u8>,
    /// The step of each state that has one.
    numbers: HashMap<StateID, u16>,
    /// States in the order of their steps.
    states: Vec<StateID>,
    /// Steps that belong to no state of their own: the rests of choices between more than two.
    steps: Vec<Vec<u8>>,
    ranges: Vec<u8>,
    choices: u16,
}

/// The program of an expression, as it lies in the file; nothing if a number in it would be too large.
pub(super) fn program(source: &str) -> Option<Vec<u8>> {
    let nfa = thompson::Compiler::new().build(source).ok()?;
    let info = nfa.group_info();
    let names: Vec<(usize, &str)> = info
        .pattern_names(PatternID::ZERO)
        .enumerate()
        .filter_map(|(group, name)| name.map(|name| (group, name)))
        .collect();
    assert!(names.iter().all(|(_, name)| name.len() <= NAME), "a group's name is too long");
    let slots = names.iter().flat_map(|(group, _)| [2 * group, 2 * group + 1]);
    let marks = slots.enumerate().map(|(mark, slot)| (slot, mark as u8)).collect();
    let mut making = Making {
        nfa: &nfa,
        marks,
        numbers: HashMap::new(),
        states: Vec::new(),
        steps: Vec::new(),
        ranges: Vec::new(),
        choices: 0,
    };
    making.all()?;

    let (first, may_be_empty) = beginning(&nfa);
    let mut bytes = first.to_vec();
    bytes.extend([u8::from(may_be_empty), names.len() as u8]);
    bytes.extend(u16::try_from(making.steps.len()).ok()?.to_le_bytes());
    bytes.extend(making.choices.to_le_bytes());
    bytes.extend((making.ranges.len() as u32 / 4).to_le_bytes());
    assert_eq!(bytes.len(), HEAD);
    bytes.extend(names.iter().flat_map(|(_, name)| padded(name)));
    bytes.extend(making.steps.into_iter().flatten());
    bytes.extend(making.ranges);
    Some(bytes)
}

impl Making<'_> {
    fn all(&mut self) -> Option<()> {
        self.number(self.nfa.start_anchored())?;
        let mut done = 0;
        while let Some(id) = self.states.get(done).copied() {
            let number = usize::from(self.numbers[&id]);
            let step = self.step(id)?;
            self.steps[number] = step;
            done += 1;
        }
        Some(())
    }

    /// The step of a state, those left out that do nothing.
    fn number(&mut self, mut id: StateID) -> Option<u16> {
        loop {
            match self.nfa.state(id) {
                State::Capture { next, slot, .. } if !self.marks.contains_key(&slot.as_usize()) => id = *next,
                State::Union { alternates } if alternates.len() == 1 => id = alternates[0],
                _ => break,
            }
        }
        if let Some(number) = self.numbers.get(&id) {
            return Some(*number);
        }
        let number = self.empty()?;
        self.numbers.insert(id, number);
        self.states.push(id);
        Some(number)
    }

    /// The number of a step that is told later.
    fn empty(&mut self) -> Option<u16> {
        self.steps.push(Vec::new());
        u16::try_from(self.steps.len() - 1).ok()
    }

    fn step(&mut self, id: StateID) -> Option<Vec<u8>> {
        match self.nfa.state(id) {
            State::ByteRange { trans } => {
                Some(told([action::BYTE, trans.start, trans.end, 0], self.number(trans.next)?, 0))
            }
            State::Sparse(table) => {
                let place = self.ranges.len() / 4;
                for range in &table.transitions {
                    let next = self.number(range.next)?;
                    self.ranges.extend([range.start, range.end]);
                    self.ranges.extend(next.to_le_bytes());
                }
                let count = u8::try_from(table.transitions.len()).ok()?;
                let [low, high] = [(place & 0xffff) as u16, (place >> 16) as u16];
                let mut step = told([action::TABLE, count, 0, 0], 0, high);
                step[2..4].copy_from_slice(&low.to_le_bytes());
                Some(step)
            }
            State::Look { look, next } => Some(told([action::LOOK, condition(*look), 0, 0], self.number(*next)?, 0)),
            State::Union { alternates } => {
                let choices: Option<Vec<u16>> = alternates.iter().map(|id| self.number(*id)).collect();
                self.choice(&choices?)
            }
            State::BinaryUnion { alt1, alt2 } => {
                let choices = [self.number(*alt1)?, self.number(*alt2)?];
                self.choice(&choices)
            }
            State::Capture { next, slot, .. } => {
                let mark = self.marks[&slot.as_usize()];
                Some(told([action::MARK, mark, 0, 0], self.number(*next)?, 0))
            }
            State::Match { .. } => Some(told([action::MATCH, 0, 0, 0], 0, 0)),
            State::Fail => Some(told([action::TABLE, 0, 0, 0], 0, 0)),
            State::Dense(_) => None,
        }
    }

    /// A choice between steps, as choices between two.
    fn choice(&mut self, choices: &[u16]) -> Option<Vec<u8>> {
        let (first, others) = choices.split_first()?;
        let choice = self.choices;
        self.choices = self.choices.checked_add(1)?;
        let other = match others {
            [] => return None,
            [other] => *other,
            others => {
                let number = self.empty()?;
                self.steps[usize::from(number)] = self.choice(others)?;
                number
            }
        };
        let mut step = told([action::CHOICE, 0, 0, 0], *first, other);
        step[2..4].copy_from_slice(&choice.to_le_bytes());
        Some(step)
    }
}

/// The bytes of a step.
fn told(what: [u8; 4], next: u16, other: u16) -> Vec<u8> {
    [&what[..], &next.to_le_bytes(), &other.to_le_bytes()].concat()
}

fn condition(look: Look) -> u8 {
    match look {
        Look::Start => look::START,
        Look::End => look::END,
        Look::StartLF => look::START_OF_LINE,
        Look::EndLF => look::END_OF_LINE,
        Look::WordAscii => look::EDGE,
        Look::WordAsciiNegate => look::NO_EDGE,
        _ => panic!("a program knows no {look:?}"),
    }
}

/// The bytes that a match may begin with, a bit each, and whether it may hold none.
fn beginning(nfa: &NFA) -> ([u8; 32], bool) {
    let (mut first, mut may_be_empty) = ([0u8; 32], false);
    let mut add = |start: u8, end: u8| (start..=end).for_each(|byte| first[usize::from(byte / 8)] |= 1 << (byte % 8));
    let (mut known, mut open) = (vec![false; nfa.states().len()], vec![nfa.start_anchored()]);
    while let Some(id) = open.pop() {
        if std::mem::replace(&mut known[id.as_usize()], true) {
            continue;
        }
        match nfa.state(id) {
            State::ByteRange { trans } => add(trans.start, trans.end),
            State::Sparse(table) => table.transitions.iter().for_each(|range| add(range.start, range.end)),
            State::Look { next, .. } | State::Capture { next, .. } => open.push(*next),
            State::Union { alternates } => open.extend(alternates.iter()),
            State::BinaryUnion { alt1, alt2 } => open.extend([alt1, alt2]),
            State::Match { .. } => may_be_empty = true,
            State::Dense(_) | State::Fail => {}
        }
    }
    (first, may_be_empty)
}
