//! One JSON document with every detail: places, replacements, reasons in words, and a summary.
//!
//! The structs are a frozen form, so that the library's own types may change without breaking a script.

use super::words::Remaining;
use super::{Checked, Input, Look, Outcome, Parts, Report, Tally, words};
use crate::document::{Place, Places};
use crate::verdict::{Bucket, ReasonCode};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::Value;
use std::io::{self, Write};
use std::ops::Range;

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    Box::new(Json { show_values: look.show_values })
}

/// The schema of the whole document.
pub(super) fn schema(generator: &mut SchemaGenerator) -> Schema {
    let text = generator.subschema_for::<Text<'_>>();
    let other = generator.subschema_for::<NotExamined<'_>>();
    json_schema!({
        "title": "safepaste check --format json",
        "description": "What became of each text, in the order in which they were asked for.",
        "type": "object",
        "required": ["version", "texts", "summary"],
        "properties": {
            "version": {"description": "The version of this form.", "const": 1},
            "texts": {"type": "array", "items": {"anyOf": [text, other]}},
            "summary": generator.subschema_for::<Summary>(),
        },
    })
}

struct Json {
    show_values: bool,
}

#[derive(Serialize, JsonSchema)]
struct Text<'a> {
    /// Its path, or the id of its record.
    id: &'a Value,
    bucket: Bucket,
    /// The policy's name of where it was to go.
    destination: &'a str,
    reasons: Vec<Reason<'a>>,
    findings: Vec<Finding<'a>>,
    /// How many findings the text itself permits; they are not in the list.
    allowed: usize,
    /// What is wrong with permissions in the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Warning<'a>>,
    /// Its de-identified text.
    rewrite: &'a str,
    /// What the rewrite still holds, where it is not clean; places in the rewrite.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    remains: Vec<Remaining>,
    /// The parts of the file that could not be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<words::Gap>,
    /// What to do, in a plain sentence.
    next_step: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct Reason<'a> {
    code: ReasonCode,
    bucket: Bucket,
    why: &'a str,
    /// Places in the list of findings.
    findings: &'a [usize],
    /// Where else it shows: what is asked, the words that confirm a visit, the turn of a call.
    passages: Vec<Passage>,
}

/// A passage; `column` counts Unicode code points, lines and columns from 1.
#[derive(Serialize, JsonSchema)]
struct Passage {
    byte_start: usize,
    byte_end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    line: usize,
    column: usize,
}

/// One finding; `start`, `end` and `column` count Unicode code points, lines and columns from 1.
#[derive(Serialize, JsonSchema)]
struct Finding<'a> {
    #[serde(rename = "type")]
    #[schemars(schema_with = "super::schema::kind")]
    kind: &'static str,
    start: usize,
    end: usize,
    byte_start: usize,
    byte_end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<String>,
    line: usize,
    column: usize,
    /// How often a finding like this is right, 0 to 1.
    confidence: f64,
    rule: &'a str,
    /// What speaks for it, where that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<&'a str>,
    /// What stands there in the rewrite, null where it went with its neighbours.
    replacement: Option<&'a str>,
}

/// What is wrong with a permission in the text.
#[derive(Serialize, JsonSchema)]
struct Warning<'a> {
    /// Its line, from 1.
    line: usize,
    /// What is wrong, and what to do.
    message: &'a str,
}

/// An input on which no verdict was reached, or which was left out on purpose.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("anyOf" = [{"required": ["error"]}, {"required": ["skipped"]}]))]
struct NotExamined<'a> {
    id: &'a Value,
    /// Its line in a stream of records, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    skipped: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Summary {
    safe: usize,
    conditional: usize,
    r#unsafe: usize,
    skipped: usize,
    not_examined: usize,
    allowed: usize,
    /// Among the texts: those of whose file a part could not be read.
    #[serde(skip_serializing_if = "none")]
    examined_in_part: usize,
}

/// Whether a count is left out.
fn none(count: &usize) -> bool {
    *count == 0
}

impl Json {
    fn text<'a>(&self, id: &'a Value, checked: &Checked<'a>) -> Text<'a> {
        let Checked { document, check, rewrite, evidence, .. } = *checked;
        let mut places = document.places();
        let parts = Parts::new(document, check, self.show_values);
        Text {
            id,
            bucket: check.verdict.bucket,
            destination: &check.verdict.destination,
            reasons: check
                .verdict
                .reasons
                .iter()
                .map(|reason| Reason {
                    code: reason.code,
                    bucket: reason.bucket,
                    why: &reason.why,
                    findings: &reason.findings,
                    passages: reason.passages.iter().map(|passage| at(passage, &mut places, &parts)).collect(),
                })
                .collect(),
            findings: check
                .findings
                .iter()
                .enumerate()
                .map(|(index, finding)| {
                    let place = places.at(finding.bytes.start);
                    Finding {
                        kind: finding.kind.code(),
                        start: finding.chars.start,
                        end: finding.chars.end,
                        byte_start: finding.bytes.start,
                        byte_end: finding.bytes.end,
                        part: place.part.map(|part| parts.shown(part)),
                        line: place.line,
                        column: place.column,
                        confidence: words::rounded(finding.confidence),
                        rule: &finding.rule,
                        evidence: evidence.get(index).map(String::as_str),
                        value: self.show_values.then(|| &document.text()[finding.bytes.clone()]),
                        replacement: words::replacement(rewrite, index),
                    }
                })
                .collect(),
            allowed: check.permitted.findings.len(),
            warnings: check
                .permitted
                .notes
                .iter()
                .map(|note| Warning { line: places.at(note.at).line, message: &note.message })
                .collect(),
            rewrite: &rewrite.text,
            remains: super::words::remaining(rewrite),
            unread: words::gaps(document, &parts),
            next_step: &check.verdict.next_step,
        }
    }
}

/// Where a passage stands.
fn at(passage: &Range<usize>, places: &mut Places<'_>, parts: &Parts) -> Passage {
    let Place { part, line, column } = places.at(passage.start);
    let part = part.map(|part| parts.shown(part));
    Passage { byte_start: passage.start, byte_end: passage.end, part, line, column }
}

impl Report for Json {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"{\"version\":1,\"texts\":[\n")
    }

    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        let Input { id, record, outcome } = *input;
        let line = record.map(|record| record.line);
        match outcome {
            Outcome::Checked(checked) => serde_json::to_writer(out, &self.text(id, &checked))?,
            Outcome::Failed(error) => {
                serde_json::to_writer(out, &NotExamined { id, line, error: Some(error), skipped: None })?;
            }
            Outcome::Skipped(why) => {
                serde_json::to_writer(out, &NotExamined { id, line, error: None, skipped: Some(why) })?;
            }
        }
        Ok(())
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn end(&self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let Tally { safe, conditional, unsafe_, skipped, failed, allowed, partial, .. } = *tally;
        let (r#unsafe, not_examined, examined_in_part) = (unsafe_, failed, partial);
        let summary = Summary { safe, conditional, r#unsafe, skipped, not_examined, allowed, examined_in_part };
        out.write_all(b"\n],\"summary\":")?;
        serde_json::to_writer(&mut *out, &summary)?;
        out.write_all(b"}\n")
    }
}
