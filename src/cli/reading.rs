//! Reads the one draft that was named: a file, or standard input.

use super::screen;
use safepaste::document::Document;
use safepaste::source::{self, Limits, SourceError};
use std::path::Path;

/// Reads a draft; `-` is standard input, at which somebody at a terminal is told what to do.
///
/// # Errors
/// When it cannot be read.
pub(super) fn draft(path: &Path) -> Result<Document, SourceError> {
    let limits = Limits::default();
    if path.as_os_str() == "-" {
        screen::hint_at_standard_input();
        return source::read_stdin(&limits);
    }
    source::read(path, &limits)
}
