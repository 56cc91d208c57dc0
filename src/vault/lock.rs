//! What opens the vault: a key in the user's settings, readable by that user alone, or a passphrase.

use super::error::VaultError;
use crate::private;
use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, scrypt, x25519};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::Read;
use std::path::Path;
use zeroize::Zeroizing;

/// A key or a passphrase. It is wiped from memory when it is dropped, and never printed.
pub enum Lock {
    /// The key in the user's settings.
    Key(x25519::Identity),
    /// A passphrase.
    Passphrase(SecretString),
}

/// Which of the two opens a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LockKind {
    /// The key in the user's settings.
    Key,
    /// A passphrase.
    Passphrase,
}

impl Lock {
    /// The lock of a passphrase.
    ///
    /// # Errors
    /// When there is nothing in it.
    pub fn passphrase(passphrase: String) -> Result<Lock, VaultError> {
        let passphrase = SecretString::from(passphrase);
        if passphrase.expose_secret().is_empty() {
            return Err(VaultError::new("the passphrase is empty", "type one that only you know"));
        }
        Ok(Lock::Passphrase(passphrase))
    }

    /// The key that a file holds, or a new one that it holds from now on.
    pub(super) fn read_or_make(path: &Path) -> Result<Lock, VaultError> {
        let held = private::key(path, VaultError::io(path, "the vault's key cannot be made"), || {
            let key = x25519::Identity::generate();
            Ok(Zeroizing::new(format!("{}\n", key.to_string().expose_secret())))
        })?;
        parse(&held, path)
    }

    /// The key that a file holds.
    pub(super) fn read(path: &Path) -> Result<Lock, VaultError> {
        let file = File::open(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => {
                VaultError::at(path, "the vault's key is gone, so nothing can be put back", GONE)
            }
            _ => VaultError::io(path, "the vault's key cannot be read")(error),
        })?;
        let mut held = Zeroizing::new(Vec::new());
        let read = file.take(private::KEY_LIMIT).read_to_end(&mut held);
        read.map_err(VaultError::io(path, "the vault's key cannot be read"))?;
        parse(&held, path)
    }

    pub(super) fn kind(&self) -> LockKind {
        match self {
            Lock::Key(_) => LockKind::Key,
            Lock::Passphrase(_) => LockKind::Passphrase,
        }
    }

    /// Encrypts.
    pub(super) fn close(&self, open: &[u8], path: &Path) -> Result<Vec<u8>, VaultError> {
        let closed = match self {
            Lock::Key(key) => age::encrypt(&key.to_public(), open),
            Lock::Passphrase(passphrase) => age::encrypt(&scrypt::Recipient::new(passphrase.clone()), open),
        };
        closed.map_err(|_| VaultError::at(path, "the values could not be encrypted", "try again"))
    }

    /// Decrypts; `path` is the file that is opened.
    pub(super) fn open(&self, closed: &[u8], path: &Path) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let opened = match self {
            Lock::Key(key) => age::decrypt(key, closed),
            Lock::Passphrase(passphrase) => age::decrypt(&scrypt::Identity::new(passphrase.clone()), closed),
        };
        opened.map(Zeroizing::new).map_err(|error| match (error, self) {
            (DecryptError::NoMatchingKeys, Lock::Key(_)) => {
                VaultError::at(path, "this rewrite was locked with another key, so nothing was put back", GONE)
            }
            (
                DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed,
                Lock::Passphrase(_),
            ) => VaultError::at(
                path,
                "the passphrase does not open this rewrite, so nothing was put back",
                "type it again",
            ),
            (DecryptError::ExcessiveWork { .. }, _) => VaultError::at(
                path,
                "this computer is too slow to try the passphrase",
                "put the reply back on the computer on which the rewrite was made",
            ),
            _ => VaultError::damaged(path),
        })
    }
}

const GONE: &str = "put vault.key back in your settings folder if you have a copy; or make the rewrite again, and ask the \
                    chatbot again";

/// The key that a file holds.
fn parse(held: &[u8], path: &Path) -> Result<Lock, VaultError> {
    let text = std::str::from_utf8(held).unwrap_or_default().trim();
    text.parse().map(Lock::Key).map_err(|_| {
        let help = "put the file back if you have a copy; or delete it, and make the rewrite again";
        VaultError::at(path, "the vault's key is damaged", help)
    })
}
