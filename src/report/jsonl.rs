//! JSON Lines: one record a line, for scripts and engines.
//!
//! The structs are a frozen form, so that the library's own types may change without breaking a script.

use super::words::Remaining;
use super::{Checked, Input, Look, Masked, Outcome, Parts, Report, words};
use crate::verdict::{Bucket, ReasonCode};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    Box::new(Jsonl { show_values: look.show_values })
}

/// The schema of each line.
pub(super) fn schema(generator: &mut SchemaGenerator) -> Schema {
    let record = generator.subschema_for::<Record<'_>>();
    let other = generator.subschema_for::<NotExamined<'_>>();
    json_schema!({
        "title": "safepaste check --format jsonl",
        "description": "What became of one text: one line of the output.",
        "anyOf": [record, other],
    })
}

struct Jsonl {
    show_values: bool,
}

/// A text that was checked.
#[derive(Serialize, JsonSchema)]
struct Record<'a> {
    id: &'a Value,
    bucket: Bucket,
    reasons: Vec<ReasonCode>,
    findings: Vec<Finding<'a>>,
    /// How many findings the text itself permits, where it permits any; they are not in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<usize>,
    rewrite: &'a str,
    /// What the rewrite still holds, where it is not clean; places in the rewrite.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    remains: Vec<Remaining>,
    /// The parts of the file that could not be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<words::Gap>,
}

/// One finding; `start` and `end` count Unicode code points.
#[derive(Serialize, JsonSchema)]
struct Finding<'a> {
    #[serde(rename = "type")]
    #[schemars(schema_with = "super::schema::kind")]
    kind: &'static str,
    start: usize,
    end: usize,
    byte_start: usize,
    byte_end: usize,
    confidence: f64,
    rule: &'a str,
    /// What speaks for it, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

/// An input that was not examined.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("anyOf" = [{"required": ["error"]}, {"required": ["skipped"]}]))]
struct NotExamined<'a> {
    id: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    skipped: Option<&'a str>,
}

impl Jsonl {
    fn record<'a>(&self, id: &'a Value, checked: &Checked<'a>) -> Record<'a> {
        let Checked { document, check, rewrite, evidence, .. } = *checked;
        Record {
            id,
            bucket: check.verdict.bucket,
            reasons: check.verdict.reasons.iter().map(|reason| reason.code).collect(),
            findings: check
                .findings
                .iter()
                .enumerate()
                .map(|(index, finding)| Finding {
                    kind: finding.kind.code(),
                    start: finding.chars.start,
                    end: finding.chars.end,
                    byte_start: finding.bytes.start,
                    byte_end: finding.bytes.end,
                    confidence: super::words::rounded(finding.confidence),
                    rule: &finding.rule,
                    evidence: evidence.get(index).map(String::as_str),
                    value: self.show_values.then(|| Masked::new(&document.text()[finding.bytes.clone()]).reveal()),
                })
                .collect(),
            allowed: Some(check.permitted.findings.len()).filter(|allowed| *allowed > 0),
            rewrite: &rewrite.text,
            remains: super::words::remaining(rewrite),
            unread: words::gaps(document, &Parts::new(document, check, self.show_values)),
        }
    }
}

impl Report for Jsonl {
    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        let Input { id, record, outcome } = *input;
        let line = record.map(|record| record.line);
        match outcome {
            Outcome::Checked(checked) => serde_json::to_writer(&mut *out, &self.record(id, &checked))?,
            Outcome::Failed(error) => {
                serde_json::to_writer(&mut *out, &NotExamined { id, line, error: Some(error), skipped: None })?;
            }
            Outcome::Skipped(why) => {
                serde_json::to_writer(&mut *out, &NotExamined { id, line, error: None, skipped: Some(why) })?;
            }
        }
        out.write_all(b"\n")
    }
}
