//! Runs every recognizer over a page: one pass says where each pattern can match, and it is tried there alone.

use super::expression::{Expression, Groups};
use super::near::Guide;
use super::{Hit, Kind, Known, Match, Pattern, REGISTRY, Recognizer, repeat, resolve, words};
use crate::tagger::{self, Tag};
use crate::text::Page;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

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

/// Every pattern of the registry, and what tells where on a page each can match.
struct Patterns {
    guide: Guide<'static>,
    list: Vec<(Kind, &'static Pattern, Expression)>,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let of = |recognizer: &&'static Recognizer| {
        recognizer.patterns.iter().map(|pattern| (recognizer.kind, pattern, Expression::new(pattern)))
    };
    let list: Vec<_> = REGISTRY.iter().flat_map(of).collect();
    Patterns { guide: Guide::new(list.iter().map(|(_, pattern, _)| *pattern), words::SHIPPED), list }
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
        self.scan_tagged(page, &tagger::tag(page, &super::date_candidates(page)))
    }

    /// The candidates of a page whose names, places, dates and codes are tagged.
    pub(crate) fn scan_tagged(&self, page: &Page<'_>, tags: &[Tag]) -> Vec<Hit> {
        let mut hits = Vec::new();
        let text = page.text();
        let reach = |pattern: usize| PATTERNS.list[pattern].2.reach();
        let stretches = PATTERNS.guide.stretches(page, reach);
        for ((kind, pattern, expression), stretches) in PATTERNS.list.iter().zip(stretches) {
            let find = |text, from| expression.find(text, from);
            matches_of(page, *kind, pattern, find, &stretches, &mut hits);
        }
        let known = Known::of(page, tags);
        for recognizer in REGISTRY {
            if let Some(find) = recognizer.find {
                find(page, &known, &mut hits);
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
        resolve::tidy_names(text, &mut hits);
        repeat::everywhere(page, &mut hits);
        resolve::overlaps(hits)
    }
}

/// Appends the accepted matches of one pattern within stretches of the page.
pub(super) fn matches_of<'p>(
    page: &'p Page<'_>,
    kind: Kind,
    pattern: &Pattern,
    find: impl Fn(&'p str, usize) -> Option<Groups<'p>>,
    stretches: &[Range<usize>],
    hits: &mut Vec<Hit>,
) {
    let begins = pattern.near.is_beginning();
    let mut from = 0;
    for stretch in stretches {
        let text = &page.text()[..stretch.end];
        // A pattern that begins with a word of its own is tried at the word alone, and not inside its last match.
        if begins && stretch.start < from {
            continue;
        }
        from = stretch.start;
        while let Some(groups) = find(text, from) {
            let whole = groups.whole();
            let range = groups.named("id").unwrap_or(whole.clone());
            // The next search starts behind the identifier, so that two in a row share the text between them.
            from = range.end.max(from);
            if whole.is_empty() || from <= whole.start {
                from = next_boundary(text, whole.start.max(from));
            }
            let candidate = Match { page, groups: &groups, range: range.clone() };
            if !range.is_empty() && (pattern.accept)(&candidate) {
                hits.push(Hit { kind, range, confidence: pattern.confidence, rule: pattern.rule.into() });
            }
            if from > text.len() || begins {
                break;
            }
        }
    }
}

/// The character boundary after the character at `at`, one past the end where there is none.
fn next_boundary(text: &str, at: usize) -> usize {
    text[at.min(text.len())..].chars().next().map_or(text.len() + 1, |c| at + c.len_utf8())
}
