//! For GitLab: a Code Quality report, which a merge request shows beside the lines.
//!
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>

use super::fingerprint::{of_failure, of_gap, plain_path};
use super::issue::{Issue, issues};
use super::spot::Spots;
use super::{Checked, Input, Look, Outcome, Parts, Report, Tally, words};
use crate::verdict::Bucket;
use serde::Serialize;
use std::io::{self, Write};

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    Box::new(GitLab { show_values: look.show_values })
}

struct GitLab {
    show_values: bool,
}

#[derive(Serialize)]
struct Violation {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    /// `info`, `minor`, `major`, `critical` or `blocker`.
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

impl GitLab {
    /// What is said of a text: first of what could not be read.
    fn violations(&self, name: &str, checked: &Checked<'_>) -> Vec<Violation> {
        let parts = Parts::new(checked.document, checked.check, self.show_values);
        let gaps = words::gap_lines(checked.document, &parts).into_iter().enumerate();
        let gaps = gaps.map(|(number, gap)| not_examined(name, format!("Not read: {gap}"), of_gap(name, number), 1));
        let mut spots = Spots::new(checked, self.show_values);
        let issues = issues(name, checked, self.show_values).into_iter().filter(|issue| !issue.repeated);
        gaps.chain(issues.map(|issue| violation(name, issue, &mut spots))).collect()
    }
}

fn violation(name: &str, issue: Issue, spots: &mut Spots<'_>) -> Violation {
    let spot = issue.bytes.map(|bytes| spots.at(&bytes));
    Violation {
        // A part's lines are none of the file.
        location: location(name, spot.as_ref().filter(|spot| spot.of_file).map_or(1, |spot| spot.start.0)),
        description: spot.as_ref().map_or(issue.message.clone(), |spot| spot.lead(&issue.message)),
        check_name: issue.code,
        fingerprint: issue.fingerprint,
        severity: match issue.bucket {
            Some(Bucket::Unsafe) => "critical",
            Some(_) => "major",
            None => "info",
        },
    }
}

/// What is said of a text, or of a part of it, that could not be examined.
fn not_examined(name: &str, description: String, fingerprint: String, line: usize) -> Violation {
    let location = location(name, line);
    Violation { description, check_name: "not-examined", fingerprint, severity: "blocker", location }
}

fn location(name: &str, begin: usize) -> Location {
    Location { path: plain_path(name), lines: Lines { begin } }
}

impl Report for GitLab {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[\n")
    }

    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        let name = input.name();
        let violations = match &input.outcome {
            Outcome::Checked(checked) => self.violations(&name, checked),
            Outcome::Failed(why) => {
                let line = input.line.and_then(|line| usize::try_from(line).ok()).unwrap_or(1);
                vec![not_examined(&name, format!("Not examined: {why}"), of_failure(&name), line)]
            }
            Outcome::Skipped(_) => Vec::new(),
        };
        for (number, violation) in violations.iter().enumerate() {
            if number > 0 {
                out.write_all(self.separator().as_bytes())?;
            }
            serde_json::to_writer(&mut *out, violation)?;
        }
        Ok(())
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn prints_rewrites(&self) -> bool {
        false
    }

    fn end(&self, _tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"\n]\n")
    }
}
