//! For GitLab: a Code Quality report, which a merge request shows beside the lines.
//!
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>

use super::fingerprint::{of_failure, plain_path};
use super::issue::{issues, spot};
use super::{Input, Look, Outcome, Report, Tally, printable};
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
struct Violation<'a> {
    description: String,
    check_name: &'a str,
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

impl Report for GitLab {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"[\n")
    }

    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        let name = input.name();
        let location = |begin| Location { path: plain_path(&name), lines: Lines { begin } };
        let violations = match &input.outcome {
            Outcome::Checked(checked) => {
                let mut places = checked.document.places();
                let of_issue = |issue: super::issue::Issue| {
                    let spot = issue.bytes.map(|bytes| spot(checked.document.text(), &bytes, &mut places));
                    let (part, line) = spot.map_or((None, 1), |spot| (spot.part, spot.start.0));
                    Violation {
                        // A part's lines are none of the file.
                        location: location(if part.is_some() { 1 } else { line }),
                        description: match part {
                            Some(part) => printable(&format!("{part}, line {line}: {}", issue.message)).into_owned(),
                            None => issue.message,
                        },
                        check_name: issue.code,
                        fingerprint: issue.fingerprint,
                        severity: match issue.bucket {
                            Some(Bucket::Unsafe) => "critical",
                            Some(_) => "major",
                            None => "info",
                        },
                    }
                };
                issues(&name, checked, self.show_values).into_iter().filter(|i| !i.repeated).map(of_issue).collect()
            }
            Outcome::Failed(why) => vec![Violation {
                description: format!("Not examined: {why}"),
                check_name: "not-examined",
                fingerprint: of_failure(&name),
                severity: "blocker",
                location: location(input.line.and_then(|line| usize::try_from(line).ok()).unwrap_or(1)),
            }],
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
