//! The words of a verdict: buckets, reason codes, reasons.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;

/// Whether a text may go where it is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Bucket {
    /// It may go.
    Safe,
    /// It needs a human look, the rewrite, or an approved tool.
    Conditional,
    /// It must not go.
    Unsafe,
}

impl Bucket {
    /// The word that reports and policies write.
    pub fn as_str(self) -> &'static str {
        match self {
            Bucket::Safe => "safe",
            Bucket::Conditional => "conditional",
            Bucket::Unsafe => "unsafe",
        }
    }
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Why a text is not safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema)]
pub enum ReasonCode {
    /// PHI: a direct identifier with a health link to that person.
    U1,
    /// Bulk: identifiers of three or more people.
    U2,
    /// An identifier too sensitive for any prompt.
    U3,
    /// An activity that no AI tool may do alone.
    U4,
    /// A direct identifier with no health link.
    C1,
    /// Only indirect identifiers about an individual, with a health link.
    C2,
    /// An activity that works on patients' records.
    C3,
    /// A provider's name inside an individual patient's story.
    C4,
    /// A message that names a treatment or a condition, over a channel that is not encrypted.
    P1,
    /// A public text that confirms that somebody is a patient, or mentions their treatment.
    P2,
    /// A named or recognisable client in public copy, with no authorization on record.
    P3,
    /// A script, form or greeting that invites health details which it does not need.
    P4,
    /// A booking call or chat that turns clinical and belongs to a human.
    P5,
    /// More than the sender's role handles.
    R1,
}

impl ReasonCode {
    /// Every reason, in the order in which reports tell them.
    pub const ALL: [ReasonCode; 14] = [
        ReasonCode::U1,
        ReasonCode::U2,
        ReasonCode::U3,
        ReasonCode::U4,
        ReasonCode::C1,
        ReasonCode::C2,
        ReasonCode::C3,
        ReasonCode::C4,
        ReasonCode::P1,
        ReasonCode::P2,
        ReasonCode::P3,
        ReasonCode::P4,
        ReasonCode::P5,
        ReasonCode::R1,
    ];

    /// The code, such as `U1`.
    pub fn as_str(self) -> &'static str {
        match self {
            ReasonCode::U1 => "U1",
            ReasonCode::U2 => "U2",
            ReasonCode::U3 => "U3",
            ReasonCode::U4 => "U4",
            ReasonCode::C1 => "C1",
            ReasonCode::C2 => "C2",
            ReasonCode::C3 => "C3",
            ReasonCode::C4 => "C4",
            ReasonCode::P1 => "P1",
            ReasonCode::P2 => "P2",
            ReasonCode::P3 => "P3",
            ReasonCode::P4 => "P4",
            ReasonCode::P5 => "P5",
            ReasonCode::R1 => "R1",
        }
    }
}

impl fmt::Display for ReasonCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// One reason that holds for a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Which reason.
    pub code: ReasonCode,
    /// The bucket that it makes for this destination.
    pub bucket: Bucket,
    /// Why it holds here, in a plain sentence without any value of the text.
    pub why: String,
    /// The findings behind it, as places in the list of findings.
    pub findings: Vec<usize>,
    /// Where else in the original it shows, in bytes: what is asked, the words that confirm a visit, the turn of a call.
    pub passages: Vec<Range<usize>>,
}

/// What was decided about a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it may go.
    pub bucket: Bucket,
    /// Every reason that holds, those that decide first.
    pub reasons: Vec<Reason>,
    /// The policy's name of the destination that was judged.
    pub destination: String,
    /// What to do next, in a plain sentence.
    pub next_step: String,
}
