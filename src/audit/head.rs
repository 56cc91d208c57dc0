//! How far the log reached: a sealed line in a file of its own, which is replaced as a whole.

use super::{AuditError, Key, key, seal};
use serde::{Deserialize, Serialize};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

const LABEL: &str = "head";

/// The end of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// The number of the last record, 0 before the first.
    pub seq: u64,
    /// Its hash.
    pub last: String,
    /// How long the log was then, in bytes.
    pub bytes: u64,
}

/// What a head's file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Missing,
    /// Something that was not sealed with this key.
    Changed,
    Head(Head),
}

impl Found {
    pub fn head(self) -> Option<Head> {
        match self {
            Found::Head(head) => Some(head),
            Found::Missing | Found::Changed => None,
        }
    }
}

/// Reads a head.
pub(super) fn read(path: &Path, key: &Key) -> Result<Found, AuditError> {
    match fs::read(path) {
        Ok(bytes) => {
            let opened = seal::open(key, LABEL, bytes.trim_ascii_end());
            Ok(opened.map_or(Found::Changed, |(head, _)| Found::Head(head)))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Missing),
        Err(error) => Err(AuditError::io(path, "the end of the log cannot be read")(error)),
    }
}

/// Puts a head in the place of the one before: whoever is ended in between leaves the old one or the new one.
pub(super) fn write(path: &Path, key: &Key, head: &Head, durable: bool) -> Result<(), AuditError> {
    let failed = || AuditError::io(path, "the end of the log cannot be recorded");
    let (line, _) = seal::seal(key, LABEL, head).map_err(|error| failed()(error.into()))?;
    let fresh = path.with_extension("new");
    let mut file =
        key::private(OpenOptions::new().write(true).create(true).truncate(true)).open(&fresh).map_err(failed())?;
    file.write_all(format!("{line}\n").as_bytes()).map_err(failed())?;
    if durable {
        file.sync_data().map_err(failed())?;
    }
    drop(file);
    fs::rename(&fresh, path).map_err(failed())
}
