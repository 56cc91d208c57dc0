//! Runs every recognizer over a page: one pass decides which patterns occur, then those alone match.

use super::{Hit, Kind, Match, Pattern, REGISTRY, repeat, resolve};
use crate::tagger;
use crate::text::Page;
use regex::{Regex, RegexSet};
use std::sync::{LazyLock, OnceLock};

/// A pattern of the practice's own, from the policy.
#[derive(Debug, Clone)]
pub struct Custom {
    /// The policy's name for it, used as the finding's rule.
    pub name: String,
    /// What a match counts as.
    pub kind: Kind,
    /// The compiled expression.
    pub regex: Regex,
}

/// Every pattern of the registry, compiled together once.
struct Compiled {
    set: RegexSet,
    patterns: Vec<(Kind, &'static Pattern, OnceLock<Option<Regex>>)>,
}

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let patterns: Vec<_> = REGISTRY
        .iter()
        .flat_map(|recognizer| recognizer.patterns.iter().map(|p| (recognizer.kind, p, OnceLock::new())))
        .collect();
    // The registry's test compiles every pattern, so the fallback to an empty set is never taken.
    let set = RegexSet::new(patterns.iter().map(|(_, p, _)| p.regex)).unwrap_or_else(|_| RegexSet::empty());
    Compiled { set, patterns }
});

/// Finds every candidate identifier of a page, overlaps resolved, in order of place.
///
/// `custom` holds the practice's own patterns; their hits carry the pattern's name as their rule.
#[derive(Debug, Default)]
pub struct Scanner {
    custom: Vec<Custom>,
}

impl Scanner {
    /// A scanner with the practice's own patterns beside the built-in ones.
    pub fn new(custom: Vec<Custom>) -> Scanner {
        Scanner { custom }
    }

    /// The candidates of a page, in order of place, none overlapping another.
    pub fn scan(&self, page: &Page<'_>) -> Vec<Hit> {
        let mut hits = Vec::new();
        let text = page.text();
        for index in COMPILED.set.matches(text) {
            let (kind, pattern, cell) = &COMPILED.patterns[index];
            if let Some(regex) = cell.get_or_init(|| Regex::new(pattern.regex).ok()) {
                matches_of(page, *kind, pattern, regex, &mut hits);
            }
        }
        let tags = tagger::tag(page);
        for recognizer in REGISTRY {
            if let Some(find) = recognizer.find {
                find(page, &tags, &mut hits);
            }
        }
        for custom in &self.custom {
            hits.extend(custom.regex.find_iter(text).map(|m| Hit {
                kind: custom.kind,
                range: m.range(),
                confidence: 0.99,
                rule: custom.name.clone().into(),
            }));
        }
        repeat::everywhere(page, &mut hits);
        resolve::overlaps(hits)
    }
}

/// Appends the accepted matches of one pattern.
pub(super) fn matches_of(page: &Page<'_>, kind: Kind, pattern: &Pattern, regex: &Regex, hits: &mut Vec<Hit>) {
    let text = page.text();
    let mut from = 0;
    while let Some(captures) = regex.captures_at(text, from) {
        let Some(whole) = captures.get(0) else { break };
        let range = captures.name("id").map_or(whole.range(), |m| m.range());
        // The next search starts behind the identifier, so that two in a row share the text between them.
        from = range.end.max(from);
        if whole.is_empty() || from <= whole.start() {
            from = next_boundary(text, whole.start().max(from));
        }
        let candidate = Match { page, captures: &captures, range: range.clone() };
        if !range.is_empty() && (pattern.accept)(&candidate) {
            hits.push(Hit { kind, range, confidence: pattern.confidence, rule: pattern.rule.into() });
        }
        if from > text.len() {
            break;
        }
    }
}

/// The character boundary after the character at `at`, one past the end where there is none.
fn next_boundary(text: &str, at: usize) -> usize {
    text[at.min(text.len())..].chars().next().map_or(text.len() + 1, |c| at + c.len_utf8())
}
