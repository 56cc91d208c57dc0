//! What is kept of one rewrite.

use super::lock::LockKind;
use crate::identifier::Kind;
use crate::rewrite::Tag;
use crate::rewrite::restore::Originals;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form of the files.
pub(super) const VERSION: u32 = 1;

/// What anybody may know of a kept rewrite: it holds no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The form of the file.
    pub(super) v: u32,
    /// What it is called: the time it was made, and random letters.
    pub id: String,
    /// When it was made.
    pub made: Timestamp,
    /// When its time is over.
    pub expires: Timestamp,
    /// What opens it.
    pub lock: LockKind,
    /// The tags that it can turn back, in order.
    pub tags: Vec<Tag>,
}

impl Header {
    /// Whether its time is over.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.expires <= now
    }

    /// How many different values of each kind it keeps.
    pub fn counts(&self) -> BTreeMap<Kind, usize> {
        let mut counts = BTreeMap::new();
        for tag in &self.tags {
            *counts.entry(tag.kind).or_default() += 1;
        }
        counts
    }

    /// Whether it can turn back all of these tags.
    pub(super) fn has<'a>(&self, mut tags: impl Iterator<Item = &'a Tag>) -> bool {
        tags.all(|tag| self.tags.contains(tag))
    }
}

/// What is encrypted.
#[derive(Serialize, Deserialize)]
pub(super) struct Content {
    /// The header as it was written in the open.
    pub header: Header,
    pub originals: Originals,
}
