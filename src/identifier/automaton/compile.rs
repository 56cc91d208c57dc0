//! Makes the program of an expression: Thompson's automaton, its steps in the order in which they are tried.

use super::program::{HEAD, NAME, SET, action, look, padded};
use super::short;
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
    assert!(!making.is_endless(), "a repeated part of {source} may be empty");
    let sets = making.add_sets()?;

    let mut bytes = Vec::new();
    for count in [names.len(), sets.len(), making.steps.len(), usize::from(making.choices)] {
        bytes.extend(u16::try_from(count).ok()?.to_le_bytes());
    }
    bytes.extend((making.ranges.len() as u32 / 4).to_le_bytes());
    assert_eq!(bytes.len(), HEAD);
    bytes.extend(names.iter().flat_map(|(_, name)| padded(name)));
    bytes.extend(sets.into_iter().flatten());
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
                Some(told([action::BYTE, 0, trans.start, trans.end], self.number(trans.next)?, 0))
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

impl Making<'_> {
    /// Tells each choice which bytes may come next in both cases; the sets, that of the beginning first.
    fn add_sets(&mut self) -> Option<Vec<[u8; SET]>> {
        let mut sets = vec![self.set_of(0)];
        for step in 0..self.steps.len() {
            if self.steps[step][0] != action::CHOICE {
                continue;
            }
            for (leads, told) in [(4, 8), (6, 10)] {
                let set = self.set_of(short(&self.steps[step], leads));
                let place = sets.iter().position(|known| *known == set).unwrap_or_else(|| {
                    sets.push(set);
                    sets.len() - 1
                });
                self.steps[step][told..told + 2].copy_from_slice(&u16::try_from(place).ok()?.to_le_bytes());
            }
        }
        Some(sets)
    }

    /// The bytes that may come next at a step.
    fn set_of(&self, step: u16) -> [u8; SET] {
        let mut set = [0; SET];
        let mut add = |start: u8, end: u8| (start..=end).for_each(|byte| set[usize::from(byte / 8)] |= 1 << (byte % 8));
        let (mut known, mut open, mut may_end) = (vec![false; self.steps.len()], vec![step], false);
        while let Some(step) = open.pop() {
            let here = &self.steps[usize::from(step)];
            if std::mem::replace(&mut known[usize::from(step)], true) {
                continue;
            }
            match here[0] {
                action::BYTE => add(here[2], here[3]),
                action::TABLE => {
                    let table = usize::from(short(here, 2)) | usize::from(short(here, 6)) << 16;
                    let ranges = &self.ranges[4 * table..4 * (table + usize::from(here[1]))];
                    ranges.chunks(4).for_each(|range| add(range[0], range[1]));
                }
                action::CHOICE => open.extend([short(here, 4), short(here, 6)]),
                action::MATCH => may_end = true,
                _ => open.push(short(here, 4)),
            }
        }
        if may_end {
            set = [u8::MAX; SET];
            set[SET - 1] = 1;
        }
        set
    }

    /// Whether some steps lead back to themselves without taking a byte, where a program would never end.
    fn is_endless(&self) -> bool {
        let mut ends = vec![false; self.steps.len()];
        // In each turn the steps count as ending from which all ways end.
        loop {
            let before = ends.iter().filter(|ends| **ends).count();
            for (step, here) in self.steps.iter().enumerate() {
                ends[step] |= match here[0] {
                    action::CHOICE => [4, 6].iter().all(|at| ends[usize::from(short(here, *at))]),
                    action::LOOK | action::MARK => ends[usize::from(short(here, 4))],
                    _ => true,
                };
            }
            if ends.iter().filter(|ends| **ends).count() == before {
                return before < ends.len();
            }
        }
    }
}

/// The bytes of a step, its sets not yet told.
fn told(what: [u8; 4], next: u16, other: u16) -> Vec<u8> {
    [&what[..], &next.to_le_bytes(), &other.to_le_bytes(), &[0; 4]].concat()
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
