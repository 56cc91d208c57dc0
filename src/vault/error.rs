//! What keeps the vault from being used, and the cure.

use std::io;
use std::path::Path;

/// A vault that cannot be used. It prints as `what is wrong` and a line `help: cure`, and never holds a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}\nhelp: {help}")]
pub struct VaultError {
    /// What is wrong, with the file where there is one.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl VaultError {
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> VaultError {
        VaultError { message: message.into(), help: help.into() }
    }

    /// The error of a file.
    pub(super) fn at(file: &Path, message: &str, help: impl Into<String>) -> VaultError {
        VaultError::new(format!("{}: {message}", file.display()), help)
    }

    /// The error of something that the system refused, as a closure for `map_err`.
    pub(super) fn io<'a>(file: &'a Path, doing: &'a str) -> impl Fn(io::Error) -> VaultError + 'a {
        move |error| {
            let help = match error.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    "make sure that you may write there; the folder is yours alone"
                }
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk",
                _ => "check that the folder can be reached; rewrite without --reversible keeps nothing",
            };
            VaultError::at(file, &format!("{doing}: {}", error.kind()), help)
        }
    }

    /// What is no longer as it was written.
    pub(super) fn damaged(file: &Path) -> VaultError {
        let help = "safepaste vault purge with its name removes it; make the rewrite again, and ask the chatbot again";
        VaultError::at(file, "this file of the vault is damaged or was changed, so nothing was put back", help)
    }
}
