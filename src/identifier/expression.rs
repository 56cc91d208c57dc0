//! A pattern's expression in two forms: one that lies ready, and one for long texts.
//!
//! The program that was made of it ahead of time needs nothing compiled and keeps its turns in memory that grows with
//! the text; so a long stretch is left to `regex`. Both find the same.

use super::Pattern;
use super::automaton::{self, Automaton, Found, Program};
use std::ops::Range;
use std::sync::OnceLock;

/// The longest text, in bytes, that the program reads.
const LONGEST: usize = 1 << 13;

/// An expression, compiled if it was needed.
#[derive(Debug)]
pub(super) struct Expression {
    source: &'static str,
    /// Whether matches begin where the search does.
    at_start: bool,
    reach: usize,
    automaton: Option<Automaton<'static>>,
    program: Option<Program<'static>>,
    compiled: OnceLock<Option<regex::Regex>>,
}

/// The groups of a match.
#[derive(Debug)]
pub struct Groups<'t> {
    /// Where the text that was read begins in the page.
    base: usize,
    captures: Captures<'t>,
}

#[derive(Debug)]
enum Captures<'t> {
    Program(Found<'static>),
    Compiled(regex::Captures<'t>),
}

impl Groups<'_> {
    /// Where the whole match stands.
    pub fn whole(&self) -> Range<usize> {
        self.in_page(match &self.captures {
            Captures::Program(found) => found.whole.clone(),
            Captures::Compiled(captures) => captures.get_match().range(),
        })
    }

    /// Where a named group stands, if it took part.
    pub fn named(&self, name: &str) -> Option<Range<usize>> {
        let group = match &self.captures {
            Captures::Program(found) => found.named(name),
            Captures::Compiled(captures) => captures.name(name).map(|group| group.range()),
        };
        group.map(|group| self.in_page(group))
    }

    fn in_page(&self, range: Range<usize>) -> Range<usize> {
        self.base + range.start..self.base + range.end
    }
}

impl Expression {
    /// The expression of a pattern, not yet compiled. One that does not compile, of which tests know none, matches
    /// nothing.
    pub(super) fn new(pattern: &Pattern) -> Expression {
        let made = automaton::made(pattern.regex);
        Expression {
            source: pattern.regex,
            at_start: pattern.near.is_beginning(),
            reach: made.map_or(usize::MAX, |made| made.reach),
            automaton: made.and_then(|made| made.automaton),
            program: made.and_then(|made| made.program),
            compiled: OnceLock::new(),
        }
    }

    /// About how many bytes a match takes at most.
    pub(super) fn reach(&self) -> usize {
        self.reach
    }

    /// The first match in `text` that begins at `from` or later; at `from` itself, where the pattern begins with a word.
    pub(super) fn find<'t>(&self, text: &'t str, from: usize) -> Option<Groups<'t>> {
        let (base, start) = self.base(from);
        if self.automaton.is_some_and(|automaton| !automaton.may_match(&text.as_bytes()[base..], start)) {
            None
        } else if text.len() - from <= LONGEST && self.program.is_some() {
            self.find_ready(text, from)
        } else {
            self.find_compiled(text, from)
        }
    }

    /// What [`find`](Self::find) finds, by the program.
    pub(super) fn find_ready<'t>(&self, text: &'t str, from: usize) -> Option<Groups<'t>> {
        let (base, start) = self.base(from);
        let found = self.program?.find(&text[base..], start, self.at_start)?;
        Some(Groups { base, captures: Captures::Program(found) })
    }

    /// What [`find`](Self::find) finds, by `regex`.
    pub(super) fn find_compiled<'t>(&self, text: &'t str, from: usize) -> Option<Groups<'t>> {
        let whole = || if self.at_start { format!(r"\A(?:{})", self.source) } else { self.source.to_owned() };
        let regex = self.compiled.get_or_init(|| regex::Regex::new(&whole()).ok()).as_ref()?;
        let (base, start) = self.base(from);
        // Where nothing matches, which is the rule, no groups are made.
        let start = regex.find_at(&text[base..], start)?.start();
        let captures = regex.captures_at(&text[base..], start)?;
        Some(Groups { base, captures: Captures::Compiled(captures) })
    }

    /// Where the text that is read begins, and where in it the search does.
    fn base(&self, from: usize) -> (usize, usize) {
        if self.at_start { (from, 0) } else { (0, from) }
    }
}
