//! Reports: what became of each text, for people and for programs. One file per output format.
//!
//! A value of a text is shown only where [`Look::show_values`] says so; everywhere else [`Masked`] stands for it.
//! [`FORMATS`] is the list of all formats, one line each.

mod compact;
pub mod fingerprint;
mod github;
mod gitlab;
mod html;
mod human;
mod issue;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod masked;
mod overview;
mod parts;
mod printable;
mod sarif;
mod schema;
mod spot;
mod words;

use crate::checker::Check;
use crate::document::Document;
use crate::identifier::Kind;
use crate::policy::Destination;
use crate::rewrite::Rewrite;
use crate::verdict::Bucket;
use serde_json::Value;
use std::io::{self, Write};

pub use human::{heading, whole_words};
pub use masked::Masked;
pub use parts::Parts;
pub use printable::{printable, printable_name};
pub use schema::{plain_numbers, schema};
pub use words::word as kind;
pub use words::{gap_lines, percent};

/// An output format.
pub struct Format {
    /// What `--format` calls it.
    pub name: &'static str,
    /// What it is, for the help.
    pub help: &'static str,
    /// Makes its report.
    pub report: fn(Look) -> Box<dyn Report>,
}

/// Every output format, the default first. One line per format.
pub static FORMATS: &[Format] = &[
    Format { name: "human", help: "For people: verdict, findings, rewrite", report: human::report },
    Format { name: "json", help: "One JSON document with every detail", report: json::report },
    Format { name: "jsonl", help: "One line of JSON for each text", report: jsonl::report },
    Format { name: "sarif", help: "SARIF 2.1.0, for code scanning and editors", report: sarif::report },
    Format { name: "github", help: "Annotations for GitHub Actions", report: github::report },
    Format { name: "gitlab", help: "A Code Quality report for GitLab", report: gitlab::report },
    Format { name: "junit", help: "JUnit XML: a test for each text", report: junit::report },
    Format { name: "markdown", help: "Markdown for the summary of a build", report: markdown::report },
    Format { name: "html", help: "One page with a chart, a table and every text", report: html::report },
];

/// How a report is to look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Whether one text alone was asked about, so that its report can be at full length.
    pub single: bool,
    /// Whether values may be seen: on a terminal, or on request.
    pub show_values: bool,
    /// The columns that a line may take.
    pub width: usize,
    /// How much is said.
    pub detail: Detail,
}

/// How much a report for people says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// The verdicts alone.
    Quiet,
    /// What somebody needs who has to act.
    Normal,
    /// Also rules, confidence, and what was left out.
    Verbose,
}

/// A text that was checked.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The text.
    pub document: &'a Document,
    /// What was found and decided.
    pub check: &'a Check,
    /// Its de-identified text.
    pub rewrite: &'a Rewrite,
    /// What speaks for each finding, in the findings' order; empty where nobody asked.
    pub evidence: &'a [String],
    /// Where it was to go.
    pub destination: &'a Destination,
    /// The least bucket that makes a run over it fail.
    pub fail_on: Bucket,
}

/// What became of an input.
#[derive(Debug, Clone, Copy)]
pub enum Outcome<'a> {
    /// It was checked.
    Checked(Checked<'a>),
    /// It was left out on purpose, for this reason.
    Skipped(&'a str),
    /// No verdict was reached: what is wrong and what to do, without any value of the text.
    Failed(&'a str),
}

/// An input and what became of it.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// Its path, or the id of its record, or null where it has none.
    pub id: &'a Value,
    /// Where its record stands, if it is one of a stream.
    pub record: Option<RecordPlace<'a>>,
    /// What became of it.
    pub outcome: Outcome<'a>,
}

/// Where a record stands.
#[derive(Debug, Clone, Copy)]
pub struct RecordPlace<'a> {
    /// The path of its stream, or [`crate::source::STDIN`].
    pub stream: &'a str,
    /// Its line there, from 1.
    pub line: u64,
}

impl Input<'_> {
    /// What to call it.
    pub fn name(&self) -> String {
        match (self.id, self.record) {
            (Value::String(id), _) => printable_name(id).into_owned(),
            (Value::Null, Some(RecordPlace { line, .. })) => format!("line {line}"),
            (id, _) => id.to_string(),
        }
    }

    /// The file that holds it, or [`crate::source::STDIN`]: for a record that of its stream.
    fn file(&self) -> String {
        match (self.record, self.id) {
            (Some(record), _) => printable(record.stream).into_owned(),
            // As it is but for what a terminal obeys: these formats write a line break of a name in their own way.
            (None, Value::String(id)) => printable(id).into_owned(),
            (None, _) => self.name(),
        }
    }

    /// The line that stands for it as a whole in its file, from 1.
    fn line(&self) -> usize {
        self.record.and_then(|record| usize::try_from(record.line).ok()).unwrap_or(1)
    }
}

/// How many inputs came to what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Texts that may go.
    pub safe: usize,
    /// Texts that need a human look.
    pub conditional: usize,
    /// Texts that must not go.
    pub unsafe_: usize,
    /// Inputs left out on purpose.
    pub skipped: usize,
    /// Inputs on which no verdict was reached.
    pub failed: usize,
    /// Findings that the texts themselves permit.
    pub allowed: usize,
    /// How many of the texts that need a human look fail nothing.
    pub tolerated: usize,
    /// Texts, among those of a verdict, of whose file a part could not be read.
    pub partial: usize,
    /// Inputs of which the report has no room to tell; see [`Report::room`].
    pub untold: usize,
    /// How many findings there are of each kind, in the order of [`Kind::ALL`].
    pub kinds: [usize; Kind::ALL.len()],
}

impl Checked<'_> {
    /// Whether it makes the run fail.
    pub fn fails(&self) -> bool {
        let bucket = self.check.verdict.bucket;
        bucket != Bucket::Safe && bucket >= self.fail_on
    }
}

impl Tally {
    /// Counts one more outcome.
    pub fn add(&mut self, outcome: &Outcome<'_>) {
        if let Outcome::Checked(checked) = outcome {
            self.allowed += checked.check.permitted.findings.len();
            self.tolerated += usize::from(checked.check.verdict.bucket == Bucket::Conditional && !checked.fails());
            self.partial += usize::from(!checked.document.unread().is_empty());
            for finding in &checked.check.findings {
                self.kinds[finding.kind as usize] += 1;
            }
        }
        *match outcome {
            Outcome::Checked(checked) => match checked.check.verdict.bucket {
                Bucket::Safe => &mut self.safe,
                Bucket::Conditional => &mut self.conditional,
                Bucket::Unsafe => &mut self.unsafe_,
            },
            Outcome::Skipped(_) => &mut self.skipped,
            Outcome::Failed(_) => &mut self.failed,
        } += 1;
    }

    /// Adds another tally.
    pub fn merge(&mut self, other: Tally) {
        self.safe += other.safe;
        self.conditional += other.conditional;
        self.unsafe_ += other.unsafe_;
        self.skipped += other.skipped;
        self.failed += other.failed;
        self.allowed += other.allowed;
        self.tolerated += other.tolerated;
        self.partial += other.partial;
        self.untold += other.untold;
        self.kinds.iter_mut().zip(other.kinds).for_each(|(count, more)| *count += more);
    }

    /// The exit code that it makes: 3 for unsafe, 2 where a verdict was not reached on all of a text, 1 for conditional
    /// that fails, 0 otherwise; the worst in this order counts.
    pub fn exit_code(&self) -> u8 {
        match self {
            Tally { unsafe_: 1.., .. } => 3,
            Tally { failed: 1.., .. } | Tally { partial: 1.., .. } => 2,
            Tally { conditional, tolerated, .. } if conditional > tolerated => 1,
            _ => 0,
        }
    }

    /// How many texts were checked.
    pub fn checked(&self) -> usize {
        self.safe + self.conditional + self.unsafe_
    }
}

/// Writes what became of inputs, in one format. Inputs may be rendered on any thread; what they render
/// to is put together in order.
pub trait Report: Send + Sync {
    /// What comes before the first input.
    fn begin(&self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    /// One input. Writing nothing is allowed.
    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()>;

    /// What stands between two inputs that each wrote something.
    fn separator(&self) -> &'static str {
        ""
    }

    /// How many bytes all inputs may take, where whoever shows the report takes no more; inputs beyond it are left out.
    fn room(&self) -> Option<usize> {
        None
    }

    /// Whether inputs on which no verdict was reached are told by the report itself, and not on standard error.
    fn tells_failures(&self) -> bool {
        true
    }

    /// Whether it prints rewrites; where not, none is made, and [`Checked::rewrite`] is empty.
    fn prints_rewrites(&self) -> bool {
        true
    }

    /// What comes after the last input.
    fn end(&self, _tally: &Tally, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
