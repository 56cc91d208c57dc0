//! For code scanning and editors: SARIF 2.1.0, a result for each finding and each reason.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

mod rules;
mod uri;

use super::issue::{Issue, issues};
use super::spot::{Spot, Spots};
use super::{Checked, Input, Look, Outcome, Parts, Report, Tally, printable, words};
use crate::verdict::Bucket;
use serde_json::{Value, json};
use std::io::{self, Write};
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    Box::new(Sarif { look, notices: Mutex::default() })
}

struct Sarif {
    look: Look,
    /// What kept inputs from being examined, each behind its name, for the end of the report.
    notices: Mutex<Vec<(String, Value)>>,
}

/// What the fingerprints of this form are called.
const FINGERPRINT: &str = "safepaste/v1";

impl Sarif {
    fn results(&self, input: &Input<'_>, checked: &Checked<'_>) -> Vec<Value> {
        let name = input.name();
        let mut spots = Spots::in_file(input, checked, self.look.show_values);
        let mut results: Vec<Value> = issues(&name, checked, self.look.show_values)
            .iter()
            .map(|issue| result(input, checked, issue, &mut spots))
            .collect();
        let rewrite = checked.rewrite;
        let clean = !rewrite.changes.is_empty() && rewrite.remains.is_empty();
        if self.look.show_values && checked.document.is_plain() && input.record.is_none() && clean {
            // The rewrite was made and verified as a whole, so it is one fix, at what tells of the text as a whole.
            let whole = checked.check.findings.len();
            if let Some(result) = results.get_mut(whole) {
                result["fixes"] = json!([fix(&name, checked)]);
            }
        }
        results
    }

    fn notice(&self, input: &Input<'_>, level: &str, what: &str) {
        let name = input.name();
        let mut notice = json!({
            "descriptor": {"id": rules::NOT_EXAMINED},
            "level": level,
            "message": {"text": message(&format!("{name}: {what}"))},
        });
        if input.record.is_some() {
            notice["locations"] = json!([whole(input)]);
        } else if input.id.is_string() {
            notice["locations"] = json!([{"physicalLocation": {"artifactLocation": uri::artifact(&name)}}]);
        }
        // What another thread left behind is whole, for a push either happens or does not.
        self.notices.lock().unwrap_or_else(PoisonError::into_inner).push((name, notice));
    }
}

/// One issue.
fn result(input: &Input<'_>, checked: &Checked<'_>, issue: &Issue, spots: &mut Spots<'_>) -> Value {
    let bytes = issue.bytes.clone();
    let mut result = json!({
        "ruleId": issue.code,
        "ruleIndex": rules::index(issue.code),
        "level": level(issue.bucket),
        "message": {"text": message(&issue.message)},
        "locations": [location(input, bytes.as_ref(), spots)],
        "partialFingerprints": {FINGERPRINT: issue.fingerprint},
    });
    if let Some(finding) = issue.finding.and_then(|index| checked.check.findings.get(index)) {
        let confidence = words::rounded(finding.confidence);
        result["properties"] = json!({"rule": finding.rule, "confidence": confidence});
    }
    if issue.repeated {
        let reason = checked.check.verdict.reasons.iter().find(|reason| reason.code.as_str() == issue.code);
        let findings = reason.into_iter().flat_map(|reason| &reason.findings);
        let related = findings.filter_map(|index| checked.check.findings.get(*index));
        let related: Vec<Value> = related.map(|finding| location(input, Some(&finding.bytes), spots)).collect();
        result["relatedLocations"] = related.into();
    }
    result
}

/// How grave a result is.
fn level(bucket: Option<Bucket>) -> &'static str {
    match bucket {
        Some(Bucket::Unsafe) => "error",
        Some(_) => "warning",
        None => "note",
    }
}

/// A sentence in which nothing is a link: SARIF reads `[words](target)` as one.
fn message(text: &str) -> String {
    printable(text).replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]")
}

/// The text as a whole: its record's line or the first, as code scanning asks for a line.
fn whole(input: &Input<'_>) -> Value {
    let artifact = uri::artifact(&input.file());
    json!({"physicalLocation": {"artifactLocation": artifact, "region": {"startLine": input.line()}}})
}

/// Where something stands.
fn location(input: &Input<'_>, bytes: Option<&Range<usize>>, spots: &mut Spots<'_>) -> Value {
    let mut location = whole(input);
    let Some(bytes) = bytes else { return location };
    let spot = spots.at(bytes);
    // A part's lines are none of the file.
    if spot.of_file {
        location["physicalLocation"]["region"] = region(&spot);
    }
    if let Some(part) = &spot.part {
        let line = format!("{part}, line {}, column {}", spot.start.0, spot.start.1);
        location["logicalLocations"] = json!([{"name": part, "kind": "element"}]);
        location["message"] = json!({"text": message(if spot.of_file { part } else { &line })});
    }
    location
}

/// Lines and columns from 1; the end column is that behind the last character.
fn region(spot: &Spot) -> Value {
    json!({
        "startLine": spot.start.0,
        "startColumn": spot.start.1,
        "endLine": spot.last.0,
        "endColumn": spot.last.1 + 1,
    })
}

/// The rewrite of a plain text.
fn fix(name: &str, checked: &Checked<'_>) -> Value {
    let text = checked.document.text();
    let mut places = checked.document.places();
    let replacements: Vec<Value> = checked
        .rewrite
        .changes
        .iter()
        .map(|change| {
            let start = places.at(change.bytes.start);
            let end = places.at(change.bytes.end.min(text.len()));
            json!({
                "deletedRegion": {
                    "startLine": start.line, "startColumn": start.column,
                    "endLine": end.line, "endColumn": end.column,
                },
                "insertedContent": {"text": change.replacement},
            })
        })
        .collect();
    json!({
        "description": {"text": "Take out what identifies somebody."},
        "artifactChanges": [{"artifactLocation": uri::artifact(name), "replacements": replacements}],
    })
}

impl Report for Sarif {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(
            out,
            "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{},\
             \"columnKind\":\"unicodeCodePoints\",\"results\":[",
            rules::tool()
        )
    }

    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        match &input.outcome {
            Outcome::Checked(checked) => {
                let parts = Parts::new(checked.document, checked.check, self.look.show_values);
                for gap in words::gap_lines(checked.document, &parts) {
                    self.notice(input, "error", &format!("not read: {gap}"));
                }
                for (number, result) in self.results(input, checked).iter().enumerate() {
                    if number > 0 {
                        out.write_all(self.separator().as_bytes())?;
                    }
                    serde_json::to_writer(&mut *out, result)?;
                }
            }
            Outcome::Failed(why) => self.notice(input, "error", why),
            Outcome::Skipped(why) => self.notice(input, "note", &format!("left out: {why}")),
        }
        Ok(())
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn prints_rewrites(&self) -> bool {
        self.look.show_values
    }

    fn end(&self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let mut notices = std::mem::take(&mut *self.notices.lock().unwrap_or_else(PoisonError::into_inner));
        // Threads come as they like; the report is the same each time.
        notices.sort_by(|one, other| one.0.cmp(&other.0));
        let notices: Vec<Value> = notices.into_iter().map(|(_, notice)| notice).collect();
        let invocation = json!({
            "executionSuccessful": tally.failed + tally.partial == 0,
            "exitCode": tally.exit_code(),
            "exitCodeDescription": words::summary(tally),
            "toolExecutionNotifications": notices,
        });
        writeln!(out, "\n],\"invocations\":[{invocation}]}}]}}")
    }
}
