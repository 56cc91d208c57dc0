//! What stands in a text in place of a value: a numbered tag, `[NAME_1]`. `style::tags` gives them out.

use crate::identifier::Kind;
use serde::{Deserialize, Serialize};
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
