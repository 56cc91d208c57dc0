//! What the tools answer, as published in their output schemas. No field but a rewrite's `text` holds any of the draft.

use safepaste::document::Document;
use safepaste::report::{Parts, gap_lines, plain_numbers};
use safepaste::rewrite::Rewrite;
use safepaste::vault::Header;
use safepaste::{Bucket, Check, Finding, Verdict};
use schemars::JsonSchema;
use serde::Serialize;
use std::path::PathBuf;

/// What a check says.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(transform = plain_numbers)]
pub(super) struct Checked {
    /// Whether the text may go.
    bucket: Bucket,
    /// The policy's name of the place that it was judged for.
    destination: String,
    /// Why it is not safe, what decides first.
    reasons: Vec<Reason>,
    /// What identifies somebody.
    findings: Vec<Found>,
    /// How many findings the text itself permits; they are not in the list.
    allowed: usize,
    /// Parts of the file that could not be read, each with what to do. With any, the text is never safe.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<String>,
    /// What to do next.
    next_step: String,
}

/// A reason.
#[derive(Debug, Serialize, JsonSchema)]
struct Reason {
    /// Its code, which `explain` explains.
    code: String,
    /// What it makes of the text.
    bucket: Bucket,
    /// Why it holds.
    why: String,
}

/// A finding; `start` and `end` count Unicode code points from 0, `line` and `column` from 1.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(transform = plain_numbers)]
struct Found {
    /// Its kind, which `explain` explains.
    kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    /// How often such a finding is right, 0 to 1.
    confidence: f32,
    rule: String,
}

/// A text without what identifies somebody.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(transform = plain_numbers)]
pub(super) struct Rewritten {
    /// The text.
    text: String,
    /// Whether the draft could have gone.
    before: Bucket,
    /// Whether this text may go.
    bucket: Bucket,
    /// How much was replaced.
    replaced: usize,
    /// Kinds of what may still identify somebody; empty where it is clean.
    remains: Vec<String>,
    /// Why this text is not safe, if it is not.
    reasons: Vec<Reason>,
    /// Parts of the file that could not be read and of which this text has nothing. With any, it is never safe.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<String>,
    /// What `restore` finds it by, where it was kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept_as: Option<String>,
}

/// Where a text was put back.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Restored {
    /// The file with the text.
    pub written_to: PathBuf,
    /// How much was put back, and from which rewrite.
    pub note: String,
}

/// What a code means.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Explained {
    pub code: String,
    pub text: String,
}

pub(super) fn checked(document: &Document, check: &Check) -> Checked {
    let mut places = document.places();
    let parts = Parts::new(document, check, false);
    let found = |finding: &Finding| {
        let place = places.at(finding.bytes.start);
        Found {
            kind: finding.kind.code().to_owned(),
            part: place.part.map(|part| parts.shown(part)),
            line: place.line,
            column: place.column,
            start: finding.chars.start,
            end: finding.chars.end,
            confidence: finding.confidence,
            rule: finding.rule.clone(),
        }
    };
    Checked {
        bucket: check.verdict.bucket,
        destination: check.verdict.destination.clone(),
        findings: check.findings.iter().map(found).collect(),
        reasons: reasons(&check.verdict),
        allowed: check.permitted.findings.len(),
        unread: gap_lines(document, &parts),
        next_step: check.verdict.next_step.clone(),
    }
}

pub(super) fn rewritten(
    document: &Document,
    before: &Check,
    rewrite: Rewrite,
    after: &Check,
    kept: Option<&Header>,
) -> Rewritten {
    let mut remains: Vec<String> = rewrite.remains.iter().map(|finding| finding.kind.code().to_owned()).collect();
    remains.dedup();
    Rewritten {
        before: before.verdict.bucket,
        bucket: after.verdict.bucket,
        replaced: rewrite.changes.len(),
        remains,
        reasons: reasons(&after.verdict),
        unread: gap_lines(document, &Parts::new(document, before, false)),
        kept_as: kept.map(|header| header.id.to_string()),
        text: rewrite.text,
    }
}

fn reasons(verdict: &Verdict) -> Vec<Reason> {
    let told = verdict.reasons.iter();
    told.map(|reason| Reason { code: reason.code.to_string(), bucket: reason.bucket, why: reason.why.clone() })
        .collect()
}
