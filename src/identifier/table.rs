//! Tables of cases: texts in which `⟦…⟧` marks what a recognizer must find, and nothing else.

use super::expression::Expression;
use super::near::Guide;
use super::{Hit, Known, Recognizer, evidence, resolve, scan, words};
use crate::tagger;
use crate::text::Page;
use regex::Regex;

/// Every hit of one recognizer alone.
fn hits_of(recognizer: &Recognizer, text: &str) -> Vec<String> {
    let page = Page::new(text);
    let mut hits: Vec<Hit> = Vec::new();
    let words = words::build::automaton(recognizer.patterns.iter());
    let guide = Guide::new(recognizer.patterns.iter(), &words);
    let expressions: Vec<_> = recognizer.patterns.iter().map(Expression::new).collect();
    let stretches = guide.stretches(&page, |pattern| expressions[pattern].reach());
    for ((pattern, expression), stretches) in recognizer.patterns.iter().zip(&expressions).zip(stretches) {
        let mut ready = Vec::new();
        let find = |text, from| expression.find_ready(text, from);
        scan::matches_of(&page, recognizer.kind, pattern, find, &stretches, &mut ready);
        let known = hits.len();
        let find = |text, from| expression.find_compiled(text, from);
        scan::matches_of(&page, recognizer.kind, pattern, find, &stretches, &mut hits);
        assert_eq!(ready, hits[known..], "{} by its program and by regex in {text:?}", pattern.rule);
    }
    if let Some(find) = recognizer.find {
        let tags = tagger::tag(&page, &super::date_candidates(&page));
        find(&page, &Known::of(&page, &tags), &mut hits);
    }
    resolve::overlaps(hits)
        .into_iter()
        .filter(|h| h.kind == recognizer.kind)
        .inspect(|h| assert!(evidence::reason_of_rule(&h.rule).is_some(), "{} says nowhere what it saw", h.rule))
        .map(|h| text[page.original_range(&h.range)].to_owned())
        .collect()
}

/// Asserts that each text yields exactly its marked spans, `⟦like this⟧`; a text without marks yields none.
pub(super) fn check(recognizer: &Recognizer, cases: &[&str]) {
    let mark = Regex::new("⟦(.*?)⟧").unwrap();
    let mut wrong = Vec::new();
    for case in cases {
        let expected: Vec<String> = mark.captures_iter(case).map(|c| c[1].to_owned()).collect();
        let text = case.replace(['⟦', '⟧'], "");
        let found = hits_of(recognizer, &text);
        if found != expected {
            wrong.push(format!("{text:?}\n   expected {expected:?}\n   found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
