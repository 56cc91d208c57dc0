//! What `policy lint` says of mistakes: policies, each with every message, its place and its cure.

use super::{lint, lint_text};
use crate::policy::{Problem, SHIPPED, Severity};
use jiff::civil::{Date, date};
use std::path::Path;

const HEAD: &str = "version: 1\nextends: med-spa\n";

fn today() -> Date {
    date(2026, 6, 1)
}

/// Prints problems, each in two lines, with an exclamation mark where it is an error.
fn print(problems: &[Problem]) -> String {
    let mut text = String::new();
    for p in problems {
        let mark = if p.severity == Severity::Error { "!" } else { "" };
        text += &format!("  {mark}{}:{} {}\n    {}\n", p.place.line, p.place.column, p.message, p.help);
    }
    text
}

#[test]
fn every_shipped_policy_is_clean() {
    for (name, _) in SHIPPED {
        assert_eq!(print(&lint(Path::new(name), today()).unwrap()), "", "{name}");
    }
}

/// Everything else that a practice must know of an approved tool.
const ANSWERS: &str = "trains_on_data: false, retention_days: 30, deletes_on_request: true, access_control: true, \
                       audit_log: true, encryption: {transit: true, rest: true}, subprocessors: [none]";

/// In `cases.txt` stand policies without their first two lines, each with the problems that are told: line and column,
/// with an exclamation mark where it is an error, the message, and below it the cure. ANSWERS stands for the answers above.
/// After a change that is meant, `SAFEPASTE_WRITE=1` writes it anew.
#[test]
fn every_problem_has_its_place_and_a_cure() {
    let writing = std::env::var_os("SAFEPASTE_WRITE").is_some();
    let mut written = String::new();
    for case in include_str!("cases.txt").trim().split("\n\n") {
        let end = case.find("\n  ").map_or(case.len(), |end| end + 1);
        let (text, expected) = case.split_at(end);
        let found = print(&lint_text(&format!("{HEAD}{}", text.replace("ANSWERS", ANSWERS)), today()));
        let found = if found.is_empty() { "  fine" } else { found.trim_end() };
        assert!(writing || found == expected.trim_end(), "{text}\n{found}\n instead of\n{expected}");
        written += &format!("{}\n{found}\n\n", text.trim_end());
    }
    if writing {
        std::fs::write(
            concat!(env!("CARGO_MANIFEST_DIR"), "/src/policy/lint/cases.txt"),
            written.trim_end().to_owned() + "\n",
        )
        .unwrap();
    }
}
