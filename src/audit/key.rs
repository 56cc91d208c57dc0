//! The key of the log: 32 random bytes in the user's settings, readable by that user alone.

use super::AuditError;
use crate::private;
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use zeroize::Zeroizing;

/// The bytes of a key.
const BYTES: usize = 32;

/// The secret behind every hash of a log (HMAC-SHA-256, FIPS 198-1).
#[derive(Clone)]
pub struct Key(Hmac<Sha256>);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

impl Key {
    /// The key of these bytes.
    pub fn from_bytes(bytes: [u8; BYTES]) -> Key {
        // A key that is shorter than a block of the hash is filled up with zeros.
        let mut block = [0; 64];
        block[..BYTES].copy_from_slice(&bytes);
        Key(Hmac::new(&block.into()))
    }

    /// The key that a file holds.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub fn read(path: &Path) -> Result<Key, AuditError> {
        let file = File::open(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => missing(path),
            _ => AuditError::io(path, "the log's key cannot be read")(error),
        })?;
        let failed = || AuditError::io(path, "the log's key cannot be read");
        file.lock_shared().map_err(failed())?;
        let mut held = Zeroizing::new(Vec::new());
        file.take(private::KEY_LIMIT).read_to_end(&mut held).map_err(failed())?;
        if held.is_empty() { Err(missing(path)) } else { parse(&held, path) }
    }

    /// The key that a file holds, or a new one that it holds from now on. Of two that come at once, one makes it.
    ///
    /// # Errors
    /// When the file can be neither read nor made.
    pub fn read_or_make(path: &Path) -> Result<Key, AuditError> {
        let failed = |error| AuditError::io(path, "the log's key cannot be made")(error);
        let held = private::key(path, failed, || {
            let mut bytes = Zeroizing::new([0; BYTES]);
            getrandom::fill(&mut *bytes).map_err(|_| {
                AuditError::new(path, "the system gave no random numbers for the log's key", "try again, or restart")
            })?;
            Ok(Zeroizing::new(format!("{}\n", HEXLOWER.encode(&*bytes))))
        })?;
        parse(&held, path)
    }

    /// The keyed digest of a text, which nobody can guess at without the key.
    pub fn of_text(&self, text: &str) -> String {
        format!("hmac-sha256:{}", self.digest("text", text.as_bytes()))
    }

    /// What the key is called where several could be meant.
    pub(super) fn name(&self) -> String {
        let mut name = self.digest("name", b"");
        name.truncate(16);
        name
    }

    /// The keyed digest of bytes in hexadecimal; `label` says what they are, so that no two uses can be confused.
    pub(super) fn digest(&self, label: &str, bytes: &[u8]) -> String {
        HEXLOWER.encode(&self.mac(label, bytes).finalize().into_bytes())
    }

    /// Whether a digest is the one of these bytes.
    pub(super) fn confirms(&self, label: &str, bytes: &[u8], digest: &str) -> bool {
        HEXLOWER.decode(digest.as_bytes()).is_ok_and(|digest| self.mac(label, bytes).verify_slice(&digest).is_ok())
    }

    fn mac(&self, label: &str, bytes: &[u8]) -> Hmac<Sha256> {
        self.0.clone().chain_update(label).chain_update([0]).chain_update(bytes)
    }
}

/// The key that a file holds.
fn parse(held: &[u8], path: &Path) -> Result<Key, AuditError> {
    let bytes = HEXLOWER.decode(held.trim_ascii()).ok().and_then(|bytes| bytes.try_into().ok());
    bytes
        .map(Key::from_bytes)
        .ok_or_else(|| AuditError::new(path, "the log's key is damaged", "put the file back from your last backup"))
}

fn missing(path: &Path) -> AuditError {
    let help = "put the file back from your last backup, or copy it from the computer on which the log was begun; or move \
                the log's folder to another place to begin a new log";
    AuditError::new(path, "the log's key is gone, so nobody can tell whether the log is as it was written", help)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn many_first_runs_at_once_agree_on_one_key() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("settings/audit.key");
        let digests: Vec<String> = std::thread::scope(|scope| {
            let runs: Vec<_> =
                (0..16).map(|_| scope.spawn(|| Key::read_or_make(&path).unwrap().digest("a", b"b"))).collect();
            runs.into_iter().map(|run| run.join().unwrap()).collect()
        });
        assert!(digests.iter().all(|digest| *digest == digests[0]));
        assert_eq!(Key::read(&path).unwrap().digest("a", b"b"), digests[0]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_key_that_is_gone_or_damaged_is_told_with_a_cure() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("audit.key");
        assert!(Key::read(&path).unwrap_err().message.contains("is gone"));
        for damage in ["00ff", "no digits", "\u{0}"] {
            fs::write(&path, damage).unwrap();
            for error in [Key::read(&path).unwrap_err(), Key::read_or_make(&path).unwrap_err()] {
                assert!(error.message.contains("damaged") && error.help.contains("backup"), "{error}");
            }
        }
    }
}
