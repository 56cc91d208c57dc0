//! The form of a record. It is frozen: a log is read for six years and more, so a field is only ever added.
//!
//! Nothing in it comes out of a text: no value, no file's name, no sentence of the verdict.

use crate::checker::Check;
use crate::identifier::Kind;
use crate::verdict::{Bucket, ReasonCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the form.
pub(super) const VERSION: u32 = 1;

/// The hash before the first record.
pub(super) const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The label under which a record is sealed.
pub(super) const LABEL: &str = "record";

/// One line of the log, without its own hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The version of the form, 1.
    pub v: u32,
    /// Its number, from 1, without gaps.
    pub seq: u64,
    /// When it was written, in UTC, to the second.
    pub time: Timestamp,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
    /// The hash of the record before it.
    pub prev: String,
}

/// What a record is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Event {
    /// A text was checked.
    Check(Checked),
    /// The line before it was cut short by a power loss or a program that was ended; it stays where it is.
    Torn {
        /// How much of the line is there, in bytes.
        bytes: u64,
        /// Its keyed digest, so that it cannot be exchanged either.
        digest: String,
    },
    /// The head was gone or changed when this was written: records before it may be missing.
    HeadLost,
    /// Records that were past their time were removed.
    Pruned {
        /// The last one that was removed.
        through: u64,
        /// Its hash, on which the first one that was kept builds.
        last: String,
        /// Records before this day were to go.
        before: jiff::civil::Date,
    },
}

/// A check, as it is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The command, `check`, `rewrite` or `minimize`.
    pub command: String,
    /// Who ran it, by the name with which they are signed in to the computer.
    pub user: String,
    /// The role of the policy that they gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Where the text was to go, by the policy's name.
    pub to: String,
    /// The verdict.
    pub bucket: Bucket,
    /// The verdict on the rewrite, where that was what went on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rewritten: Option<Bucket>,
    /// Why, those that decide first.
    pub reasons: Vec<ReasonCode>,
    /// How many identifiers of each kind were found.
    pub counts: BTreeMap<Kind, u64>,
    /// The keyed digest of the text: shows that two checks had the same text, and to nobody which.
    pub text: String,
    /// The digest of the policy, as `sha256sum` makes it of what `policy show --yaml` prints without the log's folder.
    pub policy: String,
}

impl Checked {
    /// What a check came to. `text` and `policy` are digests.
    pub fn new(check: &Check, command: &str, user: &str, role: Option<&str>, text: String, policy: &str) -> Checked {
        let mut counts = BTreeMap::new();
        for finding in &check.findings {
            *counts.entry(finding.kind).or_default() += 1;
        }
        Checked {
            command: command.to_owned(),
            user: user.to_owned(),
            role: role.map(str::to_owned),
            to: check.verdict.destination.clone(),
            bucket: check.verdict.bucket,
            rewritten: None,
            reasons: check.verdict.reasons.iter().map(|reason| reason.code).collect(),
            counts,
            text,
            policy: policy.to_owned(),
        }
    }
}

#[cfg(test)]
pub(super) mod testing {
    use super::*;

    /// A check for a destination with this verdict.
    pub fn checked(to: &str, bucket: Bucket) -> Event {
        let reasons = if bucket == Bucket::Safe { vec![] } else { vec![ReasonCode::U1] };
        let counts = if bucket == Bucket::Safe { BTreeMap::new() } else { BTreeMap::from([(Kind::Name, 2)]) };
        Event::Check(Checked {
            command: "check".to_owned(),
            user: "mia".to_owned(),
            role: Some("front_desk".to_owned()),
            to: to.to_owned(),
            bucket,
            rewritten: None,
            reasons,
            counts,
            text: "hmac-sha256:00".to_owned(),
            policy: "sha256:00".to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A log of today must be readable in six years: whoever changes this line breaks every log there is.
    #[test]
    fn the_form_is_frozen() {
        let line = concat!(
            r#"{"v":1,"seq":17,"time":"2026-11-21T12:00:00Z","kind":"check","command":"check","user":"mia","#,
            r#""role":"front_desk","to":"chatbot","bucket":"unsafe","reasons":["U1"],"counts":{"NAME":2},"#,
            r#""text":"hmac-sha256:00","policy":"sha256:00","prev":"00"}"#
        );
        let record: Record = serde_json::from_str(line).unwrap();
        assert_eq!(record.event, testing::checked("chatbot", Bucket::Unsafe));
        assert_eq!(serde_json::to_string(&record).unwrap(), line);
        let torn = r#"{"v":1,"seq":2,"time":"2026-11-21T12:00:00Z","kind":"torn","bytes":5,"digest":"aa","prev":"00"}"#;
        assert_eq!(serde_json::to_string(&serde_json::from_str::<Record>(torn).unwrap()).unwrap(), torn);
    }
}
