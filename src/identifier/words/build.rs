//! Makes the automaton of pieces, and holds that the one that was made knows every piece of the registry's patterns.
//!
//! After a change to what a pattern is near: `SAFEPASTE_WRITE=1 cargo test --lib words`.

use super::*;
use crate::identifier::{Near, Pattern, REGISTRY};
use std::collections::BTreeMap;

/// The pieces that patterns want, each with who wants it.
fn wanted<'p>(patterns: impl Iterator<Item = &'p Pattern>) -> Vec<(&'static str, Want)> {
    let mut wanted = Vec::new();
    let mut several = 0;
    for (place, near) in patterns.map(|pattern| pattern.near).enumerate() {
        match near {
            Near::Words(words) => wanted.extend(words.iter().map(|word| (*word, Want::Anywhere(place)))),
            Near::Several { words, .. } => {
                wanted.extend(words.iter().map(|word| (*word, Want::Several(several))));
                several += 1;
            }
            Near::Begins(words) => wanted.extend(words.iter().map(|word| match word.strip_suffix('*') {
                Some(stem) => (stem, Want::Beginning(place)),
                None => (*word, Want::Whole(place)),
            })),
            Near::Digits | Near::Number { .. } | Near::BeginsNumber { .. } => {}
        }
    }
    wanted
}

/// A state while the automaton grows.
#[derive(Default)]
struct State {
    next: BTreeMap<u8, usize>,
    /// The state of the longest end of this one's piece that begins a piece as well.
    fallback: usize,
    wants: Vec<(usize, Want)>,
}

/// The automaton of what patterns want, as [`Words::read`] reads it.
pub(in crate::identifier) fn automaton<'p>(patterns: impl Iterator<Item = &'p Pattern>) -> Vec<u8> {
    let wanted = wanted(patterns);
    let mut classes = [0u8; 256];
    let mut width = 1;
    for byte in wanted.iter().flat_map(|(piece, _)| piece.bytes()) {
        assert!(!byte.is_ascii_uppercase(), "pieces are written in lower case");
        if classes[usize::from(byte)] == 0 {
            classes[usize::from(byte)] = width;
            width += 1;
        }
    }
    (b'A'..=b'Z').for_each(|byte| classes[usize::from(byte)] = classes[usize::from(byte.to_ascii_lowercase())]);

    let mut states = vec![State::default()];
    for (piece, want) in wanted {
        let mut state = 0;
        for byte in piece.bytes() {
            let new = states.len();
            state = *states[state].next.entry(classes[usize::from(byte)]).or_insert(new);
            if state == new {
                states.push(State::default());
            }
        }
        states[state].wants.push((piece.len(), want));
    }
    // Shorter pieces first, so that what is fallen back to is known.
    let mut order = vec![0];
    let mut done = 0;
    while let Some(state) = order.get(done).copied() {
        done += 1;
        for (class, child) in states[state].next.clone() {
            let mut fallback = states[state].fallback;
            while fallback != 0 && !states[fallback].next.contains_key(&class) {
                fallback = states[fallback].fallback;
            }
            let fallback = states[fallback].next.get(&class).copied().filter(|other| *other != child).unwrap_or(0);
            states[child].fallback = fallback;
            let shorter = states[fallback].wants.clone();
            states[child].wants.extend(shorter);
            order.push(child);
        }
    }
    let (silent, telling): (Vec<usize>, Vec<usize>) = order.iter().partition(|state| states[**state].wants.is_empty());
    let numbered: Vec<usize> = silent.iter().chain(&telling).copied().collect();
    let mut numbers = vec![0u16; states.len()];
    numbered.iter().enumerate().for_each(|(number, state)| numbers[*state] = u16::try_from(number).unwrap());

    let mut bytes = Vec::new();
    for number in [usize::from(width), states.len(), silent.len(), 0] {
        bytes.extend(u16::try_from(number).unwrap().to_le_bytes());
    }
    bytes.extend(classes);
    for state in &numbered {
        for class in 0..width {
            let mut from = *state;
            while from != 0 && !states[from].next.contains_key(&class) {
                from = states[from].fallback;
            }
            let next = states[from].next.get(&class).copied().unwrap_or(0);
            bytes.extend(numbers[next].to_le_bytes());
        }
    }
    let (mut count, mut wants) = (0u16, Vec::new());
    for state in &telling {
        bytes.extend(count.to_le_bytes());
        for (length, want) in &states[*state].wants {
            let (what, who) = match want {
                Want::Anywhere(who) => (0, *who),
                Want::Several(who) => (1, *who),
                Want::Beginning(who) => (2, *who),
                Want::Whole(who) => (3, *who),
            };
            wants.extend([u8::try_from(*length).unwrap(), what]);
            wants.extend(u16::try_from(who).unwrap().to_le_bytes());
        }
        count = u16::try_from(wants.len() / WANT).unwrap();
    }
    bytes.extend(count.to_le_bytes());
    bytes.extend(wants);
    bytes
}

#[test]
fn the_automaton_is_that_of_the_registry() {
    let made = automaton(REGISTRY.iter().flat_map(|recognizer| recognizer.patterns));
    if std::env::var_os("SAFEPASTE_WRITE").is_some() {
        std::fs::write("src/identifier/words.bin", made).unwrap();
        return;
    }
    assert!(made == SHIPPED, "what a pattern is near has changed: SAFEPASTE_WRITE=1 cargo test --lib words");
}

#[test]
fn pieces_are_found_in_both_cases_also_inside_one_another() {
    let pattern = |near| Pattern { near, ..*REGISTRY[0].patterns.first().unwrap() };
    let patterns = [pattern(Near::Words(&["id", "void ", "é"])), pattern(Near::Begins(&["pt", "mr*"]))];
    let bytes = automaton(patterns.iter());
    let mut found = Vec::new();
    Words::read(&bytes).unwrap().each("aVOID é Mrpt".as_bytes(), |end, length, want| found.push((end, length, want)));
    let expected = [
        (5, 2, Want::Anywhere(0)),
        (6, 5, Want::Anywhere(0)),
        (8, 2, Want::Anywhere(0)),
        (11, 2, Want::Beginning(1)),
        (13, 2, Want::Whole(1)),
    ];
    assert_eq!(found, expected);
}
