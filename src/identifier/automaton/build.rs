//! Makes the automata of the registry's patterns, and holds that those which were made say what the patterns say.
//!
//! After a change to a pattern: `SAFEPASTE_WRITE=1 cargo test --lib automaton`.

use super::*;
use crate::identifier::expression::{Expression, Groups};
use crate::identifier::{Pattern, REGISTRY};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use regex_automata::dfa::{Automaton as _, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_automata::{Anchored, MatchKind};
use regex_syntax::hir::{Class, ClassBytes, ClassBytesRange, Hir, HirKind, LookSet, Repetition};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A larger automaton, in bytes, is not kept.
const LARGEST: usize = 32 << 10;

/// A repetition without an end counts as so many, if it is of white space.
const BLANKS: usize = 8;
/// A repetition without an end counts as so many, if it is of anything else: longer than nearly every word.
const LETTERS: usize = 32;

/// The column of a [`Row`] that stands for the end of the text, behind those of all bytes.
const END_COLUMN: usize = 256;
/// Exceptions of a row that are told one by one, at most.
const FEW: usize = 8;

/// All patterns of the registry.
fn patterns() -> impl Iterator<Item = &'static Pattern> {
    REGISTRY.iter().flat_map(|recognizer| recognizer.patterns)
}

/// The content of `automata.bin`.
fn file() -> Vec<u8> {
    let made: BTreeMap<u32, &Pattern> = patterns().map(|pattern| (fingerprint(pattern.regex), pattern)).collect();
    let mut index = (made.len() as u32).to_le_bytes().to_vec();
    let mut parts = Vec::new();
    let first = index.len() + made.len() * LINE;
    for (fingerprint, pattern) in made {
        let places = [automaton(pattern), compile::program(pattern.regex)].map(|part| {
            let place = part.as_ref().map_or(0, |_| first + parts.len());
            parts.extend(part.unwrap_or_default());
            place as u32
        });
        for number in [fingerprint, reach(pattern.regex) as u32].into_iter().chain(places) {
            index.extend(number.to_le_bytes());
        }
    }
    index.extend(parts);
    index
}

/// The automaton of a pattern: the most exact that is small enough, if any is.
fn automaton(pattern: &Pattern) -> Option<Vec<u8>> {
    let hir = regex_syntax::parse(pattern.regex).ok()?;
    let exact = COUNTED.iter().map(|counted| loosened(&hir, *counted));
    exact.chain(beginnings(&hir)).find_map(|hir| compiled(&hir, pattern.near.is_beginning()))
}

/// What an expression begins with, the longest first.
fn beginnings(hir: &Hir) -> impl Iterator<Item = Hir> {
    let parts = match loosened(hir, 1).into_kind() {
        HirKind::Concat(parts) => parts,
        _ => Vec::new(),
    };
    (1..parts.len()).rev().map(move |count| Hir::concat(parts[..count].to_vec()))
}

/// Up to which number repetitions are counted, the most exact first; one that may go on longer may go on without end.
const COUNTED: [u32; 6] = [64, 10, 5, 3, 2, 1];

/// An expression that matches at least where another does, and needs fewer states: letters beyond ASCII are not told
/// apart, nor are long repetitions counted.
fn loosened(hir: &Hir, counted: u32) -> Hir {
    match hir.kind() {
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(literal) => Hir::literal(literal.0.clone()),
        HirKind::Look(look) if LookSet::singleton(*look).contains_word_unicode() => Hir::empty(),
        HirKind::Look(look) => Hir::look(*look),
        HirKind::Class(Class::Unicode(class)) => {
            let ascii = class.ranges().iter().filter(|range| range.start().is_ascii());
            let ascii =
                ascii.map(|range| ClassBytesRange::new(range.start() as u8, (range.end() as u32).min(127) as u8));
            let ascii = Hir::class(Class::Bytes(ClassBytes::new(ascii)));
            if class.is_ascii() {
                return ascii;
            }
            let beyond = Hir::class(Class::Bytes(ClassBytes::new([ClassBytesRange::new(128, 255)])));
            let beyond = Repetition { min: 1, max: None, greedy: true, sub: Box::new(beyond) };
            Hir::alternation(vec![ascii, Hir::repetition(beyond)])
        }
        HirKind::Class(class) => Hir::class(class.clone()),
        HirKind::Capture(capture) => loosened(&capture.sub, counted),
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(|part| loosened(part, counted)).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(|part| loosened(part, counted)).collect()),
        HirKind::Repetition(repetition) => Hir::repetition(Repetition {
            min: repetition.min.min(counted),
            max: repetition.max.filter(|max| *max <= counted),
            greedy: true,
            sub: Box::new(loosened(&repetition.sub, counted)),
        }),
    }
}

/// The automaton of an expression, if it is small enough.
fn compiled(hir: &Hir, anchored: bool) -> Option<Vec<u8>> {
    let (start_kind, anchored) =
        if anchored { (StartKind::Anchored, Anchored::Yes) } else { (StartKind::Unanchored, Anchored::No) };
    let nfa = thompson::Compiler::new()
        .configure(thompson::Config::new().which_captures(thompson::WhichCaptures::None).utf8(false))
        .build_from_hir(hir)
        .ok()?;
    let config = dense::Config::new()
        .match_kind(MatchKind::All)
        .start_kind(start_kind)
        .accelerate(false)
        .dfa_size_limit(Some(1 << 22))
        .determinize_size_limit(Some(1 << 23));
    let dfa = dense::Builder::new().configure(config).build_from_nfa(&nfa).ok()?;
    let beginnings = [None, Some(b'\n'), Some(b'\r'), Some(b'a'), Some(b' ')]
        .map(|before| dfa.start_state(&start::Config::new().anchored(anchored).look_behind(before)).unwrap());
    let (beginnings, rows) = reduced(&dfa, &beginnings)?;
    packed(&beginnings, &rows)
}

/// A row of an automaton: the state behind each byte, and behind the end ([`END_COLUMN`]).
type Row = Vec<usize>;

/// The states that can be told apart until the first match, the three that end a reading first.
fn reduced(dfa: &dense::DFA<Vec<u32>>, beginnings: &[StateID; BEGINNINGS]) -> Option<(Vec<usize>, Vec<Row>)> {
    let mut number: HashMap<StateID, usize> = HashMap::new();
    let mut ids = Vec::new();
    let mut place = |id: StateID, ids: &mut Vec<StateID>| {
        if dfa.is_dead_state(id) {
            usize::from(DEAD)
        } else if dfa.is_match_state(id) {
            usize::from(MATCHED)
        } else if dfa.is_quit_state(id) {
            usize::from(UNSURE)
        } else {
            *number.entry(id).or_insert_with(|| {
                ids.push(id);
                ids.len() + 2
            })
        }
    };
    let mut starts: Vec<usize> = beginnings.iter().map(|id| place(*id, &mut ids)).collect();
    let mut rows: Vec<Row> = Vec::new();
    while rows.len() < ids.len() {
        let id = ids[rows.len()];
        let mut row: Row = (0..=u8::MAX).map(|byte| place(dfa.next_state(id, byte), &mut ids)).collect();
        row.push(place(dfa.next_eoi_state(id), &mut ids));
        rows.push(row);
    }
    // States whose rows lead to the same are one, until none is left (Moore).
    let mut class: Vec<usize> = (0..rows.len() + 3).map(|state| state.min(3)).collect();
    loop {
        let mut known: HashMap<Row, usize> = HashMap::new();
        let mut next = vec![0, 1, 2];
        for (state, row) in rows.iter().enumerate() {
            let mut key: Row = row.iter().map(|state| class[*state]).collect();
            key.push(class[state + 3]);
            let count = known.len() + 3;
            next.push(*known.entry(key).or_insert(count));
        }
        let settled = next.iter().max() == class.iter().max();
        class = next;
        if settled {
            break;
        }
    }
    let count = class.iter().max()? + 1;
    let mut merged = vec![Row::new(); count - 3];
    for (state, row) in rows.iter().enumerate() {
        merged[class[state + 3] - 3] = row.iter().map(|state| class[*state]).collect();
    }
    starts.iter_mut().for_each(|state| *state = class[*state]);
    Some((starts, merged))
}

/// An automaton as it lies in the file.
fn packed(beginnings: &[usize], rows: &[Row]) -> Option<Vec<u8>> {
    // Bytes that lead everywhere to the same are of one class.
    let mut classes: HashMap<Vec<usize>, u8> = HashMap::new();
    let mut bytes = Vec::new();
    // A column of each class, the end's before those of bytes.
    let mut columns = vec![END_COLUMN];
    for byte in 0..=usize::from(u8::MAX) {
        let next = u8::try_from(classes.len() + 1).ok()?;
        let class = *classes.entry(rows.iter().map(|row| row[byte]).collect()).or_insert(next);
        if class == next {
            columns.push(byte);
        }
        bytes.push(class);
    }
    let by_class = |row: &Row| columns.iter().map(|column| row[*column]).collect();
    let rows: Vec<_> = rows.iter().enumerate().map(|(place, row)| line(place + 3, by_class(row))).collect();
    let mut places = vec![DEAD, MATCHED, UNSURE];
    let mut place = places.len();
    for row in &rows {
        places.push(u16::try_from(place).ok()?);
        place += row.len();
    }
    if place > LARGEST {
        return None;
    }
    beginnings.iter().for_each(|state| bytes.extend(places[*state].to_le_bytes()));
    bytes.extend([0; 3]);
    for part in rows.iter().flatten() {
        match part {
            Part::Count(byte) | Part::Class(byte) => bytes.push(*byte),
            Part::Low(state) => bytes.push(places[*state].to_le_bytes()[0]),
            Part::High(state) => bytes.push(places[*state].to_le_bytes()[1]),
        }
    }
    Some(bytes)
}

/// One byte of a row before it is known where the rows stand.
enum Part {
    Count(u8),
    Class(u8),
    Low(usize),
    High(usize),
}

/// The row of a state, of which the state for each class is given, with as few bytes as it takes.
fn line(state: usize, row: Row) -> Vec<Part> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    row.iter().for_each(|state| *counts.entry(*state).or_default() += 1);
    let usual = counts.iter().max_by_key(|(_, count)| **count).map_or(0, |(state, _)| *state);
    let others: Vec<usize> = (0..row.len()).filter(|class| row[*class] != usual).collect();
    let to = |state: usize| [Part::Low(state), Part::High(state)];
    // A state that readings stay in is asked most often.
    if others.len() > FEW || usual == state && others.len() > 1 {
        return std::iter::once(Part::Count(FULL)).chain(row.into_iter().flat_map(to)).collect();
    }
    let mut line = vec![Part::Count(others.len() as u8)];
    line.extend(to(usual));
    line.extend(others.iter().map(|class| Part::Class(*class as u8)));
    line.extend(others.iter().flat_map(|class| to(row[*class])));
    line
}

/// About how many bytes a match takes at most.
fn reach(source: &str) -> usize {
    regex_syntax::parse(source).map_or(1 << 20, |hir| longest(&hir).min(1 << 20))
}

fn longest(hir: &Hir) -> usize {
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 0,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(class) if class_is_ascii(class) => 1,
        HirKind::Class(_) => 2,
        HirKind::Capture(capture) => longest(&capture.sub),
        HirKind::Concat(parts) => parts.iter().map(longest).fold(0, usize::saturating_add),
        HirKind::Alternation(choices) => choices.iter().map(longest).max().unwrap_or_default(),
        HirKind::Repetition(repetition) => {
            let endless = if is_blank(&repetition.sub) { BLANKS } else { LETTERS };
            let count = repetition.max.map_or(endless.max(repetition.min as usize), |max| max as usize);
            longest(&repetition.sub).saturating_mul(count)
        }
    }
}

fn class_is_ascii(class: &Class) -> bool {
    match class {
        Class::Unicode(class) => class.is_ascii(),
        Class::Bytes(class) => class.is_ascii(),
    }
}

/// Whether it matches white space alone.
fn is_blank(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Literal(literal) => literal.0.is_ascii() && literal.0.iter().all(u8::is_ascii_whitespace),
        HirKind::Class(Class::Unicode(class)) => {
            class.ranges().iter().all(|range| range.start().is_whitespace() && range.end().is_whitespace())
        }
        _ => false,
    }
}

/// An expression without its conditions on what stands around, so that texts can be made by it.
fn without_looks(hir: &Hir) -> Hir {
    match hir.kind() {
        HirKind::Look(_) => Hir::empty(),
        HirKind::Capture(capture) => without_looks(&capture.sub),
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(without_looks).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(without_looks).collect()),
        HirKind::Repetition(repetition) => {
            Hir::repetition(Repetition { sub: Box::new(without_looks(&repetition.sub)), ..repetition.clone() })
        }
        _ => hir.clone(),
    }
}

#[test]
fn every_pattern_has_its_automaton() {
    if std::env::var_os("SAFEPASTE_WRITE").is_some() {
        std::fs::write("src/identifier/automata.bin", file()).unwrap();
        return;
    }
    for pattern in patterns() {
        let made = made(pattern.regex).is_some_and(|made| {
            made.automaton.is_some() && made.program.is_some() && made.reach == reach(pattern.regex)
        });
        assert!(made, "{} has changed: SAFEPASTE_WRITE=1 cargo test --lib automaton", pattern.rule);
    }
    let different: BTreeSet<u32> = patterns().map(|pattern| fingerprint(pattern.regex)).collect();
    let sources: BTreeSet<&str> = patterns().map(|pattern| pattern.regex).collect();
    assert_eq!(different.len(), sources.len(), "two patterns have one fingerprint");
}

/// What a pattern matches, its automaton never denies, and its program finds the same, with the same groups.
#[test]
fn automaton_and_program_find_what_the_pattern_matches() {
    let mut runner = TestRunner::deterministic();
    let (mut tried, mut matched) = (0, 0);
    for pattern in patterns() {
        let (anchored, expression) = (pattern.near.is_beginning(), Expression::new(pattern));
        let automaton = made(pattern.regex).and_then(|made| made.automaton).unwrap();
        let compiled = regex::Regex::new(pattern.regex).unwrap();
        let names: Vec<&str> = compiled.capture_names().flatten().collect();
        let hir = without_looks(&regex_syntax::parse(pattern.regex).unwrap());
        let texts = proptest::string::string_regex_parsed(&hir).unwrap();
        for _ in 0..12 {
            let [value, other] = std::array::from_fn(|_| texts.new_tree(&mut runner).unwrap().current());
            let half: String = other.chars().take(other.chars().count() / 2).collect();
            for text in [value.clone(), format!("x {value} y"), format!("a\n{half} {value}{half}\nb")] {
                let from = if anchored { text.len() - text.trim_start_matches(['x', 'a', ' ', '\n']).len() } else { 0 };
                let base = if anchored { from } else { 0 };
                let spans = |groups: Option<Groups<'_>>| {
                    groups
                        .map(|groups| (groups.whole(), names.iter().map(|name| groups.named(name)).collect::<Vec<_>>()))
                };
                let found = spans(expression.find_compiled(&text, from));
                let may = automaton.may_match(&text.as_bytes()[base..], from - base);
                assert!(found.is_none() || may, "{}: {text:?}", pattern.rule);
                assert_eq!(spans(expression.find_ready(&text, from)), found, "{}: {text:?}", pattern.rule);
                (tried, matched) = (tried + 1, matched + usize::from(found.is_some()));
            }
        }
    }
    assert!(matched > tried / 2, "{matched} of {tried} texts matched");
}
