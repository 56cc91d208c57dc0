//! An expression in two forms: one that is ready at once, and one that reads much text fast.
//!
//! Compiling an expression for speed takes longer than a short draft is worth. So `regex-lite`, which compiles ten times
//! as fast and reads far more slowly, has the first word, and `regex` takes over once there is enough to read. Both mean
//! the same by every pattern that keeps to the rules of [`Pattern::regex`](super::Pattern).

use super::Pattern;
use super::automaton::{self, Automaton};
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Bytes to be read before compiling for speed pays.
const MUCH: usize = 1 << 13;

/// An expression, compiled as far as it was needed.
#[derive(Debug)]
pub(super) struct Expression {
    source: &'static str,
    /// Whether matches begin where the search does.
    at_start: bool,
    /// Bytes that the quick form was given to read.
    read: AtomicUsize,
    quick: OnceLock<Option<regex_lite::Regex>>,
    fast: OnceLock<Option<regex::Regex>>,
    reach: usize,
    automaton: Option<Automaton<'static>>,
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
    Quick(regex_lite::Captures<'t>),
    Fast(regex::Captures<'t>),
}

impl Groups<'_> {
    /// Where the whole match stands.
    pub fn whole(&self) -> Range<usize> {
        let whole = match &self.captures {
            Captures::Quick(captures) => captures.get(0).map(|group| group.range()),
            Captures::Fast(captures) => captures.get(0).map(|group| group.range()),
        };
        self.in_page(whole.unwrap_or_default())
    }

    /// Where a named group stands, if it took part.
    pub fn named(&self, name: &str) -> Option<Range<usize>> {
        let group = match &self.captures {
            Captures::Quick(captures) => captures.name(name).map(|group| group.range()),
            Captures::Fast(captures) => captures.name(name).map(|group| group.range()),
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
        let at_start = pattern.near.is_beginning();
        let made = automaton::made(pattern.regex);
        Expression {
            source: pattern.regex,
            at_start,
            read: AtomicUsize::new(0),
            quick: OnceLock::new(),
            fast: OnceLock::new(),
            reach: made.map_or(usize::MAX, |made| made.reach),
            automaton: made.and_then(|made| made.automaton),
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
            return None;
        }
        // What is to be read counts as well, so that a long text is never left to the quick form.
        if self.read.load(Ordering::Relaxed) + (text.len() - from) < MUCH {
            let found = self.find_quick(text, from);
            let read = found.as_ref().map_or(text.len(), |groups| groups.whole().end) - from;
            self.read.fetch_add(read, Ordering::Relaxed);
            found
        } else {
            self.find_fast(text, from)
        }
    }

    pub(super) fn find_quick<'t>(&self, text: &'t str, from: usize) -> Option<Groups<'t>> {
        let regex =
            self.quick.get_or_init(|| regex_lite::Regex::new(&self.whole(&plain(self.source))).ok()).as_ref()?;
        let (base, from) = self.base(from);
        let captures = regex.captures_at(&text[base..], from)?;
        Some(Groups { base, captures: Captures::Quick(captures) })
    }

    pub(super) fn find_fast<'t>(&self, text: &'t str, from: usize) -> Option<Groups<'t>> {
        let regex = self.fast.get_or_init(|| regex::Regex::new(&self.whole(self.source)).ok()).as_ref()?;
        let (base, from) = self.base(from);
        // Where nothing matches, which is the rule, no groups are made.
        let start = regex.find_at(&text[base..], from)?.start();
        let captures = regex.captures_at(&text[base..], start)?;
        Some(Groups { base, captures: Captures::Fast(captures) })
    }

    /// The expression as it is compiled.
    fn whole(&self, source: &str) -> String {
        if self.at_start { format!(r"\A(?:{source})") } else { source.to_owned() }
    }

    /// Where the text that is read begins, and where in it the search does.
    fn base(&self, from: usize) -> (usize, usize) {
        if self.at_start { (from, 0) } else { (0, from) }
    }
}

/// An expression without the flags for Unicode, which `regex-lite` does not have.
fn plain(source: &str) -> String {
    source.replace("(?-u:", "(?:").replace("(?u:", "(?:").replace("(?i-u:", "(?i:")
}

#[cfg(test)]
mod tests {
    use super::super::{Near, REGISTRY};
    use super::*;

    #[test]
    fn every_pattern_compiles_in_both_forms() {
        for pattern in REGISTRY.iter().flat_map(|recognizer| recognizer.patterns) {
            assert!(regex::Regex::new(pattern.regex).is_ok(), "{}", pattern.rule);
            assert!(regex_lite::Regex::new(&plain(pattern.regex)).is_ok(), "{}", pattern.rule);
        }
    }

    #[test]
    fn both_forms_find_the_same() {
        let pattern = Pattern {
            rule: "test/mrn",
            why: "A test.",
            regex: r"(?i-u:(?-u:\b)mrn)[^0-9\n]{0,4}?(?P<id>(?u:[^a-z ])+)",
            near: Near::Digits,
            confidence: 1.0,
            accept: |_| true,
        };
        let expression = Expression::new(&pattern);
        let text = "é MRN–№ 12, mrn ñ 34";
        let spans = |groups: Option<Groups<'_>>| groups.map(|groups| (groups.whole(), groups.named("id")));
        for from in [0, 3, 9] {
            let quick = spans(expression.find_quick(text, from));
            assert!(quick.is_some() && quick == spans(expression.find_fast(text, from)), "{from}");
        }
    }
}
