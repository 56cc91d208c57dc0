//! YAML. The places are key paths.

use super::{Format, plain};
use crate::document::Syntax;

pub(super) static FORMAT: Format = Format {
    is: |extension, head| matches!(extension, "yaml" | "yml") && plain::is(extension, head),
    read: |bytes, limits| plain::written_in(Syntax::Yaml, bytes, limits),
    write: Some(plain::write),
};
