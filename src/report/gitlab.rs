//! For GitLab: a Code Quality report, which a merge request shows beside the lines.
//!
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>

use super::fingerprint::{of_failure, of_gap, plain_path};
use super::issue::{Issue, issues};
use super::spot::{Spot, Spots};
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
    fn violations(&self, input: &Input<'_>, checked: &Checked<'_>) -> Vec<Violation> {
        let name = input.name();
        let parts = Parts::new(checked.document, checked.check, self.show_values);
        let gaps = words::gap_lines(checked.document, &parts).into_iter().enumerate();
        let gaps = gaps.map(|(number, gap)| not_examined(input, format!("Not read: {gap}"), of_gap(&name, number)));
        let mut spots = Spots::in_file(input, checked, self.show_values);
        let issues = issues(&name, checked, self.show_values).into_iter().filter(|issue| !issue.repeated);
        gaps.chain(issues.map(|issue| violation(input, issue, &mut spots))).collect()
    }
}

fn violation(input: &Input<'_>, issue: Issue, spots: &mut Spots<'_>) -> Violation {
    let spot = issue.bytes.map(|bytes| spots.at(&bytes));
    Violation {
        location: location(input, spot.as_ref().map_or(input.line(), Spot::line)),
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
fn not_examined(input: &Input<'_>, description: String, fingerprint: String) -> Violation {
    let location = location(input, input.line());
    Violation { description, check_name: "not-examined", fingerprint, severity: "blocker", location }
}

fn location(input: &Input<'_>, begin: usize) -> Location {
    Location { path: plain_path(&input.file()), lines: Lines { begin } }
}

impl Report for GitLab {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[\n")
    }

    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        let violations = match &input.outcome {
            Outcome::Checked(checked) => self.violations(input, checked),
            Outcome::Failed(why) => {
                vec![not_examined(input, format!("Not examined: {why}"), of_failure(&input.name()))]
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
