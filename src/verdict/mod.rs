//! The verdict: the policy's rules applied to what was found, for where the text is going.

mod bucket;

pub use bucket::{Bucket, Reason, ReasonCode, Verdict};

use crate::context::Context;
use crate::identifier::Finding;
use crate::policy::{Destination, Policy};
use jiff::civil::Date;

/// Judges a text by its findings and context, for one destination of the policy.
pub fn judge(
    _findings: &[Finding],
    _context: &Context,
    _policy: &Policy,
    _destination: (&str, &Destination),
    _today: Date,
) -> Verdict {
    Verdict { bucket: Bucket::Safe, reasons: Vec::new(), destination: String::new(), next_step: String::new() }
}
