//! How far the log reached: a sealed line in a file of its own, which is replaced as a whole.

use super::{AuditError, Key, seal};
use crate::private;
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

/// A head as it stands in its file.
#[derive(Serialize, Deserialize)]
struct Line<H> {
    /// Which key sealed it: a digest that gives nothing of the key away.
    key: String,
    #[serde(flatten)]
    head: H,
}

/// What a head's file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    Missing,
    /// Something that was not sealed.
    Changed,
    /// It names another key, as where two computers share a folder and each has a key of its own.
    Foreign,
    Head(Head),
}

impl Found {
    pub fn head(self) -> Option<Head> {
        match self {
            Found::Head(head) => Some(head),
            Found::Missing | Found::Changed | Found::Foreign => None,
        }
    }
}

/// Reads a head.
pub(super) fn read(path: &Path, key: &Key) -> Result<Found, AuditError> {
    match fs::read(path) {
        Ok(bytes) => {
            let line = bytes.trim_ascii_end();
            if let Some((line, _)) = seal::open::<Line<Head>>(key, LABEL, line) {
                return Ok(Found::Head(line.head));
            }
            let named = serde_json::from_slice::<Line<Head>>(line).is_ok_and(|line| line.key != key.name());
            Ok(if named { Found::Foreign } else { Found::Changed })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Missing),
        Err(error) => Err(AuditError::io(path, "the end of the log cannot be read")(error)),
    }
}

/// Puts a head in the place of the one before: whoever is ended in between leaves the old one or the new one.
pub(super) fn write(path: &Path, key: &Key, head: &Head, durable: bool) -> Result<(), AuditError> {
    let failed = || AuditError::io(path, "the end of the log cannot be recorded");
    let line = Line { key: key.name(), head };
    let (line, _) = seal::seal(key, LABEL, &line).map_err(|error| failed()(error.into()))?;
    let fresh = path.with_extension("new");
    let mut file =
        private::file(OpenOptions::new().write(true).create(true).truncate(true)).open(&fresh).map_err(failed())?;
    file.write_all(format!("{line}\n").as_bytes()).map_err(failed())?;
    if durable {
        file.sync_data().map_err(failed())?;
    }
    drop(file);
    fs::rename(&fresh, path).map_err(failed())
}
