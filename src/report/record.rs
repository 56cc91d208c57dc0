//! The JSON Lines record: a frozen form, so that the library's own types may change.

use crate::checker::Check;
use crate::rewrite::Rewrite;
use serde::Serialize;
use serde_json::Value;

/// The verdict on one text.
#[derive(Debug, Serialize)]
pub struct Record<'a> {
    id: &'a Value,
    bucket: &'static str,
    reasons: Vec<&'static str>,
    findings: Vec<Place<'a>>,
    rewrite: &'a str,
}

/// One finding of a record.
#[derive(Debug, Serialize)]
struct Place<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
    byte_start: usize,
    byte_end: usize,
    confidence: f32,
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
}

/// What stands in a record's place where no verdict was reached.
#[derive(Debug, Serialize)]
pub struct Failure<'a> {
    /// The record's id, null where the line has none.
    pub id: &'a Value,
    /// The line of the input, from 1.
    pub line: usize,
    /// What is wrong and what to do, without any value of the text.
    pub error: String,
}

impl<'a> Record<'a> {
    /// The record of a check; the findings' values are in it only with `show_values`.
    pub fn new(id: &'a Value, text: &'a str, check: &'a Check, rewrite: &'a Rewrite, show_values: bool) -> Record<'a> {
        Record {
            id,
            bucket: check.verdict.bucket.as_str(),
            reasons: check.verdict.reasons.iter().map(|reason| reason.code.as_str()).collect(),
            findings: check
                .findings
                .iter()
                .map(|finding| Place {
                    kind: finding.kind.code(),
                    start: finding.chars.start,
                    end: finding.chars.end,
                    byte_start: finding.bytes.start,
                    byte_end: finding.bytes.end,
                    confidence: finding.confidence,
                    rule: &finding.rule,
                    value: show_values.then(|| &text[finding.bytes.clone()]),
                })
                .collect(),
            rewrite: &rewrite.text,
        }
    }
}
