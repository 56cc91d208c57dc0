//! What the targets share that check a text.

#![allow(dead_code, reason = "not every target needs all of it")]

use safepaste::rewrite::{Secret, Style};
use safepaste::{Checker, Policy};
use std::sync::OnceLock;

/// The checker of the built-in policy, made once.
pub fn checker() -> &'static Checker {
    static CHECKER: OnceLock<Checker> = OnceLock::new();
    CHECKER.get_or_init(|| {
        let policy = Policy::built_in().expect("the built-in policy is good");
        Checker::new(policy, jiff::civil::date(2026, 11, 21)).expect("and its patterns too")
    })
}

/// Checks a text and holds what is found against the text.
pub fn check(text: &str) {
    let checker = checker();
    let check = checker.check(text, None).expect("there is a default destination");
    let mut before = 0;
    for finding in &check.findings {
        let found = text.get(finding.bytes.clone()).expect("on boundaries of characters");
        assert!(!found.is_empty() && (0.0..=1.0).contains(&finding.confidence));
        assert!(finding.bytes.start >= before, "in order and apart");
        before = finding.bytes.end;
    }
    checker.evidence(text, &check);
    for style in [Style::Natural, Style::Tags, Style::SafeHarbor, Style::Surrogate(Secret::from_seed(7))] {
        let rewrite = checker.rewrite(text, &check, style);
        let mut end = 0;
        for change in &rewrite.changes {
            assert!(change.bytes.start >= end && text.get(change.bytes.clone()).is_some());
            end = change.bytes.end;
        }
        for finding in &rewrite.remains {
            assert!(rewrite.text.get(finding.bytes.clone()).is_some());
        }
    }
}
