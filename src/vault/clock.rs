//! The latest time at which the vault was used: a clock that is set back gives no rewrite a longer life.

use super::error::VaultError;
use jiff::{SignedDuration, Timestamp};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

/// A clock that is corrected by less than this was not set back.
const CORRECTION: SignedDuration = SignedDuration::from_mins(10);

/// Notes that the vault is used now. The file is locked by the caller.
pub(super) fn pass(mut file: &File, path: &Path, now: Timestamp) -> Result<(), VaultError> {
    let failed = || VaultError::io(path, "the vault cannot be used");
    let mut text = String::new();
    file.take(64).read_to_string(&mut text).map_err(failed())?;
    // What cannot be read tells nothing.
    let latest = text.trim().parse::<Timestamp>().unwrap_or(Timestamp::MIN);
    if latest.duration_since(now) > CORRECTION {
        let message = format!(
            "this computer's clock stands before {}, when the vault was last used",
            latest.strftime("%Y-%m-%d %H:%M UTC")
        );
        let help = "set the clock right; or safepaste vault purge removes what is kept and begins anew";
        return Err(VaultError::new(message, help));
    }
    if latest < now {
        file.seek(SeekFrom::Start(0)).map_err(failed())?;
        file.set_len(0).map_err(failed())?;
        file.write_all(format!("{now}\n").as_bytes()).map_err(failed())?;
    }
    Ok(())
}
