//! The words of a verdict: buckets, reason codes, reasons.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Whether a text may go where it is going.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
}

impl ReasonCode {
    /// Every reason, the gravest first.
    pub const ALL: [ReasonCode; 8] = [
        ReasonCode::U1,
        ReasonCode::U2,
        ReasonCode::U3,
        ReasonCode::U4,
        ReasonCode::C1,
        ReasonCode::C2,
        ReasonCode::C3,
        ReasonCode::C4,
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
}

/// What was decided about a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether it may go.
    pub bucket: Bucket,
    /// Every reason that holds, the gravest first.
    pub reasons: Vec<Reason>,
    /// The policy's name of the destination that was judged.
    pub destination: String,
    /// What to do next, in a plain sentence.
    pub next_step: String,
}
