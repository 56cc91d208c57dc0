//! Where on a page a pattern can match at all: one pass over the text says so for every pattern.
//!
//! A page holds few of the words that patterns need, and a pattern that cannot match is never compiled. Run over the
//! whole text all together, the patterns would need more states than any automaton keeps.

use super::words::{Want, Words};
use super::{Near, Pattern};
use crate::text::Page;
use std::ops::Range;

/// How far, in bytes, a match reaches before and behind the piece of text that it holds.
const REACH: (usize, usize) = (200, 400);

/// No word is longer, in bytes, that a pattern must see whole.
const WORD: usize = 1_000;

/// Digits of one number stand at most so many bytes apart.
const NUMBER: usize = 100;

/// Pieces of which several are wanted stand at most so many bytes apart, all together.
const SPREAD: usize = 120;

/// What many patterns want.
#[derive(Debug)]
pub(super) struct Guide<'w> {
    words: Option<Words<'w>>,
    /// The patterns that want a number.
    numbers: Vec<Number>,
    /// The patterns that want several words, each with how many.
    several: Vec<(usize, usize)>,
    count: usize,
}

/// A pattern, by its place in the list, that wants a number.
#[derive(Debug, Clone, Copy)]
struct Number {
    pattern: usize,
    digits: usize,
    row: usize,
    /// Whether the match begins with it.
    begins: bool,
}

impl Guide<'_> {
    /// A guide for a list of patterns, with the automaton of the words that they want.
    pub(super) fn new<'p>(patterns: impl Iterator<Item = &'p Pattern>, words: &[u8]) -> Guide<'_> {
        let (mut numbers, mut several) = (Vec::new(), Vec::new());
        let mut count = 0;
        for (pattern, near) in patterns.map(|pattern| pattern.near).enumerate() {
            count = pattern + 1;
            match near {
                Near::Digits => numbers.push(Number { pattern, digits: 1, row: 1, begins: false }),
                Near::Number { digits, row } => numbers.push(Number { pattern, digits, row, begins: false }),
                Near::BeginsNumber { digits } => numbers.push(Number { pattern, digits, row: 1, begins: true }),
                Near::Several { count, .. } => several.push((pattern, count)),
                Near::Words(_) | Near::Begins(_) => {}
            }
        }
        Guide { words: Words::read(words), numbers, several, count }
    }

    /// For each pattern the stretches of the page, in order, in which alone it can match. They lie apart, but for a
    /// pattern that begins with a word or a number of its own: each of its stretches begins where that does.
    ///
    /// `reach` tells of a pattern about how long its matches are.
    pub(super) fn stretches(&self, page: &Page<'_>, reach: impl Fn(usize) -> usize) -> Vec<Vec<Range<usize>>> {
        let text = page.text();
        // On a short page every match is near enough, and nobody needs to know how long it is.
        let reach = |pattern| if text.len() <= REACH.1 { REACH.1 } else { reach(pattern) };
        let mut stretches = vec![Vec::new(); self.count];
        let mut several = vec![Vec::new(); self.several.len()];
        let found = |end: usize, length: usize, want| {
            let start = end - length;
            let whole = || !text.as_bytes().get(end).is_some_and(u8::is_ascii_alphanumeric);
            match want {
                Want::Anywhere(pattern) => add(&mut stretches[pattern], text, start..end, reach(pattern)),
                Want::Several(index) => several[index].push(start..end),
                Want::Whole(_) if !whole() => {}
                Want::Whole(pattern) | Want::Beginning(pattern) => {
                    let Some(start) = start_of_word(text, start) else { return };
                    let stretches = &mut stretches[pattern];
                    if stretches.last().is_none_or(|last: &Range<usize>| last.start != start) {
                        stretches.push(start..edge(text, start + REACH.1));
                    }
                }
            }
        };
        if let Some(words) = self.words {
            words.each(text.as_bytes(), found);
        }
        // Of two words of which one begins the other, the longer was found later.
        for stretches in stretches.iter_mut().filter(|stretches| !stretches.is_sorted_by_key(|stretch| stretch.start)) {
            stretches.sort_unstable_by_key(|stretch| stretch.start);
        }
        for ((pattern, count), places) in self.several.iter().zip(&several) {
            let near = |places: &&[Range<usize>]| places[count - 1].end <= places[0].start + SPREAD;
            for places in places.windows(*count).filter(near) {
                add(&mut stretches[*pattern], text, places[0].start..places[count - 1].end, reach(*pattern));
            }
        }
        let rows = rows(text);
        for number in self.numbers.iter().filter(|_| !rows.is_empty()) {
            let stretches = &mut stretches[number.pattern];
            let fits = |(row, around): &&(Range<usize>, usize)| row.len() >= number.row && *around >= number.digits;
            for (row, _) in rows.iter().filter(fits) {
                if !number.begins {
                    add(stretches, text, row.clone(), reach(number.pattern));
                } else if start_of_word(text, row.start) == Some(row.start) {
                    stretches.push(row.start..edge(text, row.start + REACH.1));
                }
            }
        }
        stretches
    }
}

/// The rows of digits of a text, each with the number of digits that stand so near that they may belong to it.
fn rows(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut rows: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match rows.last_mut() {
            Some((row, _)) if row.end == at => row.end += 1,
            _ => rows.push((at..at + 1, 0)),
        }
    }
    let (mut first, mut end, mut digits) = (0, 0, 0);
    for index in 0..rows.len() {
        let here = rows[index].0.clone();
        while end < rows.len() && rows[end].0.start <= here.end + NUMBER {
            digits += rows[end].0.len();
            end += 1;
        }
        while rows[first].0.end + NUMBER < here.start {
            digits -= rows[first].0.len();
            first += 1;
        }
        rows[index].1 = digits;
    }
    rows
}

/// Where a word begins that begins at `at`, an underscore before it included; nothing inside a word.
fn start_of_word(text: &str, at: usize) -> Option<usize> {
    match text.as_bytes()[..at].last() {
        Some(b'_') => Some(at - 1),
        Some(before) if before.is_ascii_alphanumeric() => None,
        _ => Some(at),
    }
}

/// Adds the stretch around a piece that a match of about this length holds, joined with the last one where they touch.
fn add(stretches: &mut Vec<Range<usize>>, text: &str, piece: Range<usize>, reach: usize) {
    let (before, behind) = (piece.end.saturating_sub(reach), piece.start + reach.min(REACH.1));
    let before = before.max(piece.start.saturating_sub(REACH.0)).min(piece.start);
    if let Some(last) = stretches.last_mut() {
        // Most pieces lie well inside the stretch before them.
        if behind.max(piece.end) <= last.end {
            return;
        }
        let end = edge(text, behind.max(piece.end));
        if before <= last.end {
            last.end = last.end.max(end);
            return;
        }
    }
    let (before, least) = (ceil(text, before), ceil(text, before.saturating_sub(WORD)));
    let start = text[least..before].rfind(char::is_whitespace).map_or(least, |step| least + step);
    let floor = stretches.last().map_or(0, |last| last.end);
    stretches.push(start.max(floor)..edge(text, behind.max(piece.end)));
}

/// The first white space from a place on, or the text's end, so that no word is cut that is not endless.
fn edge(text: &str, at: usize) -> usize {
    let at = ceil(text, at);
    let end = ceil(text, at + WORD);
    let word = &text[at..end];
    // Most words are of ASCII, and their ends are found byte by byte.
    let step = match word.bytes().position(|byte| matches!(byte, b'\t'..=b'\r' | b' ' | 0x80..)) {
        Some(step) if !word.as_bytes()[step].is_ascii() => word.find(char::is_whitespace),
        step => step,
    };
    step.map_or(end, |step| at + step)
}

/// The first character boundary from a place on.
fn ceil(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::super::words::build::automaton;
    use super::*;
    use crate::identifier::Match;

    const PATTERN: Pattern = Pattern {
        rule: "test/mrn",
        why: "A test.",
        regex: "",
        near: Near::Words(&["mrn"]),
        confidence: 1.0,
        accept: |_: &Match<'_>| true,
    };

    #[test]
    fn a_stretch_lies_around_each_word_and_joins_its_neighbour() {
        let far = "word ".repeat(400);
        let text = format!("{far}MRN 1, mrn 2 {far}Mrn 3");
        let page = Page::new(&text);
        let words = automaton([&PATTERN].into_iter());
        let guide = Guide::new([&PATTERN].into_iter(), &words);
        let stretches = guide.stretches(&page, |_| 400);
        assert_eq!(stretches[0].len(), 2);
        assert!(text[stretches[0][0].clone()].contains("MRN 1, mrn 2"));
        assert!(text[stretches[0][1].clone()].ends_with("Mrn 3"));
        let nothing = Page::new("nothing here");
        assert!(guide.stretches(&nothing, |_| 400)[0].is_empty());
    }

    #[test]
    fn a_number_has_its_digits_near_one_another() {
        let far = " ".repeat(NUMBER + 1);
        let text = format!("12{far}555-0142 x{far}3");
        let digits: Vec<(usize, usize)> = rows(&text).into_iter().map(|(row, all)| (row.len(), all)).collect();
        assert_eq!(digits, [(2, 2), (3, 7), (4, 7), (1, 1)]);
    }

    #[test]
    fn words_begin_and_end_where_the_pattern_says() {
        let pattern = Pattern { near: Near::Begins(&["pt", "mr*"]), ..PATTERN };
        let starts = |text: &str| -> Vec<usize> {
            let words = automaton([&pattern].into_iter());
            let stretches = Guide::new([&pattern].into_iter(), &words).stretches(&Page::new(text), |_| 400).remove(0);
            stretches.into_iter().map(|stretch| stretch.start).collect()
        };
        assert_eq!(starts("pt. MRN, my_pt, opt, ptosis, emr"), [0, 4, 11]);
    }

    /// The words with which a pattern says that it begins are all with which it can.
    #[test]
    fn patterns_begin_with_their_words() {
        use regex_syntax::hir::Look;
        use regex_syntax::hir::literal::{ExtractKind, Extractor};
        let mut extractor = Extractor::new();
        extractor.kind(ExtractKind::Prefix).limit_literal_len(12).limit_total(100_000).limit_class(12).limit_repeat(4);
        let mut wrong = Vec::new();
        for pattern in super::super::REGISTRY.iter().flat_map(|recognizer| recognizer.patterns) {
            let Near::Begins(words) = pattern.near else { continue };
            let hir = regex_syntax::parse(pattern.regex).unwrap();
            assert!(hir.properties().look_set_prefix_any().contains(Look::WordAscii), "{}", pattern.rule);
            for literal in extractor.extract(&hir).literals().unwrap_or_default() {
                let literal = String::from_utf8_lossy(literal.as_bytes()).to_ascii_lowercase();
                // The view has no long s and no sign for Kelvin, which count as `s` and `k`.
                if literal.contains(['ſ', '\u{212a}', '\u{fffd}']) {
                    continue;
                }
                let literal = literal.trim_start_matches('_');
                let begins = |word: &&str| match word.strip_suffix('*') {
                    Some(stem) => literal.starts_with(stem) || stem.starts_with(literal),
                    None if word.starts_with(literal) => true,
                    None => literal.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)),
                };
                if !words.iter().any(begins) {
                    wrong.push(format!("{}: {literal:?}", pattern.rule));
                }
            }
        }
        assert!(wrong.is_empty(), "no word for {}", wrong.join("\n"));
    }
}
