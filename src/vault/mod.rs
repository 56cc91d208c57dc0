//! The vault: what the tags of a rewrite stand for, kept for a while so that a reply can be turned back.
//!
//! One file a rewrite, in a folder for the user alone. It begins with a line that tells when it was made, when its time
//! is over and which tags it has; behind it the values are encrypted with age (<https://age-encryption.org/v1>), and
//! that line once more, so that nobody can change it unseen. 45 CFR 164.312(a)(2)(iv).
//!
//! What each file is for: `entry` what is kept of a rewrite, `lock` the key and the passphrase, `store` the folder,
//! `clock` that a clock which is set back gives no more time, `error` what goes wrong.

mod clock;
mod entry;
mod error;
mod lock;
mod store;
#[cfg(test)]
mod tests;

pub use entry::Header;
pub use error::VaultError;
pub use lock::{Lock, LockKind};
pub use store::{Held, LONGEST, Vault};
