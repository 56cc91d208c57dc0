//! What reading a log comes to, and what can be wrong with it.

use jiff::Timestamp;
use std::fmt;

/// What is wrong with a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// A record is not as it was written.
    Changed,
    /// A line was not written by safepaste.
    Inserted,
    /// Records are gone.
    Missing,
    /// A record stands there twice.
    Repeated,
    /// A record stands at another place.
    Moved,
    /// A record does not build on the one before it.
    Unconnected,
    /// The head is gone or not as it was written, or was so at some time.
    Head,
}

/// One thing that is wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind of thing.
    pub kind: FaultKind,
    /// The line of the log, from 1; none where it is about no line.
    pub line: Option<u64>,
    /// It, in a sentence.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

/// What reading a log came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many records are as they were written.
    pub records: u64,
    /// The times of the first and the last of them.
    pub times: Option<(Timestamp, Timestamp)>,
    /// What is not as it was written, in the order of the lines.
    pub faults: Vec<Fault>,
    /// What is odd but may have happened by itself.
    pub warnings: Vec<Fault>,
    /// How many lines were cut short by a power loss or a program that was ended, and say so.
    pub torn: u64,
    /// The number of the last record that was removed because it was past its time.
    pub pruned: Option<u64>,
}
