//! What keeps the log from being written or read, and the cure.

use std::io;
use std::path::Path;

/// A log that cannot be used. It prints as `FILE: what is wrong` and a line `help: cure`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {message}\nhelp: {help}")]
pub struct AuditError {
    /// The file or folder.
    pub file: String,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl AuditError {
    pub(super) fn new(file: &Path, message: impl Into<String>, help: impl Into<String>) -> AuditError {
        AuditError { file: file.display().to_string(), message: message.into(), help: help.into() }
    }

    /// The error of something that the system refused, as a closure for `map_err`.
    pub(super) fn io<'a>(file: &'a Path, doing: &'a str) -> impl FnOnce(io::Error) -> AuditError + 'a {
        move |error| {
            let help = match error.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    "ask its owner for the right to write there, or name another folder under `audit` in the policy"
                }
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk",
                _ => "check that the folder named under `audit` in the policy can be reached",
            };
            AuditError::new(file, format!("{doing}: {}", error.kind()), help)
        }
    }
}
