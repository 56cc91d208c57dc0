//! Tables as text: CSV with commas, semicolons or bars, and TSV. The places are cells.

use super::{Format, plain};
use crate::document::Syntax;

pub(super) static CSV: Format = Format {
    is: |extension, head| matches!(extension, "csv" | "psv") && plain::is(extension, head),
    read: |bytes, limits| plain::written_in(Syntax::Delimited(None), bytes, limits),
    write: Some(plain::write),
};

pub(super) static TSV: Format = Format {
    is: |extension, head| matches!(extension, "tsv" | "tab") && plain::is(extension, head),
    read: |bytes, limits| plain::written_in(Syntax::Delimited(Some(b'\t')), bytes, limits),
    write: Some(plain::write),
};
