//! The log of checks: who checked what kind of text for where, and what came of it, without any of the text.
//!
//! One line of JSON a record. Each record names the hash of the one before it and ends in a hash of its own, made with
//! a [`Key`] that lies in the user's settings and not beside the log, so that nobody without it can write a record that
//! fits. A small file beside the log, the head, holds how far it reached, so that records cut off at its end are missed;
//! a copy of the head beside the key tells when the whole folder was exchanged. 45 CFR 164.312(b) and (c)(1).
//!
//! What each file is for: `record` the form of a record, `key` the key, `seal` how a line carries its hash, `head` how far the log
//! reached, `log` writing, `verify` reading and finding
//! what does not fit (`fault`), `sample`, `report` and `prune` what an owner does with it.

mod error;
mod fault;
mod head;
mod key;
mod log;
mod prune;
mod record;
mod report;
mod sample;
mod seal;
mod verify;

pub use error::AuditError;
pub use fault::{Fault, FaultKind, Verified};
pub use key::Key;
pub use log::{Log, Place};
pub use prune::{Pruned, limit, prune};
pub use record::{Checked, Event, Record};
pub use report::{Period, Report};
pub use sample::{Sample, Week};
pub use verify::verify;
