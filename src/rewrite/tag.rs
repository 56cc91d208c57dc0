//! Numbered tags: `[NAME_1]`, the same tag for the same person or value.

use super::person::People;
use super::restore::spot;
use crate::identifier::{Finding, Kind};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::str::FromStr;

/// What stands in a text in place of a value. It prints as `[NAME_1]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Tag {
    /// What kind of value.
    pub kind: Kind,
    /// Which of that kind, from 1.
    pub number: u32,
}

/// Something that is no tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a tag such as [NAME_1]")]
pub struct NoTag;

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}_{}]", self.kind, self.number)
    }
}

impl FromStr for Tag {
    type Err = NoTag;

    fn from_str(text: &str) -> Result<Tag, NoTag> {
        let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).ok_or(NoTag)?;
        let (code, number) = inner.rsplit_once('_').ok_or(NoTag)?;
        let number = Some(number).filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        let number = number.and_then(|number| number.parse().ok()).ok_or(NoTag)?;
        Ok(Tag { kind: Kind::from_code(code).ok_or(NoTag)?, number })
    }
}

impl From<Tag> for String {
    fn from(tag: Tag) -> String {
        tag.to_string()
    }
}

impl TryFrom<String> for Tag {
    type Error = NoTag;

    fn try_from(text: String) -> Result<Tag, NoTag> {
        text.parse()
    }
}

/// Gives out tags.
#[derive(Debug, Default)]
pub(super) struct Tags {
    given: HashMap<(Kind, String), Tag>,
    last: HashMap<Kind, u32>,
    /// What the text holds already, as a template does; nothing of it is given out.
    taken: HashSet<Tag>,
}

impl Tags {
    /// The tags for a text.
    pub(super) fn new(text: &str) -> Tags {
        let taken = spot::all(text).into_iter().map(|spot| spot.tag).collect();
        Tags { taken, ..Tags::default() }
    }

    /// The tag of a finding.
    pub(super) fn tag(&mut self, text: &str, findings: &[Finding], index: usize, people: &People) -> Tag {
        let finding = &findings[index];
        let value = &text[finding.bytes.clone()];
        let key = match people.person(index).filter(|_| matches!(finding.kind, Kind::Name | Kind::Provider)) {
            Some(person) => format!("#{person}"),
            None => value.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect(),
        };
        let key = (finding.kind, key);
        if let Some(tag) = self.given.get(&key) {
            return *tag;
        }
        let tag = self.next(finding.kind);
        self.given.insert(key, tag);
        tag
    }

    /// A tag that no value has yet.
    pub(super) fn next(&mut self, kind: Kind) -> Tag {
        let last = self.last.entry(kind).or_default();
        loop {
            *last += 1;
            let tag = Tag { kind, number: *last };
            if !self.taken.contains(&tag) {
                return tag;
            }
        }
    }
}
