//! Keeping what a rewrite takes out, and what opens the vault: what `rewrite`, `restore` and `clip` share.

use super::logging;
use anyhow::{anyhow, bail};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, SpanRelativeTo, Timestamp};
use safepaste::rewrite::Rewrite;
use safepaste::rewrite::restore::Originals;
use safepaste::vault::{Header, LONGEST, Lock, Vault};
use std::env::VarError;

/// The options.
#[derive(Debug, clap::Args)]
pub struct Keeping {
    /// Use numbered tags, and keep what is taken out in your vault, so that safepaste restore can put it
    /// back into the reply
    #[arg(long)]
    pub reversible: bool,
    /// How long it is kept, such as 90m, 24h or 7d; 30 days at most
    #[arg(long, value_name = "TIME", default_value = "24h", value_parser = lifetime, requires = "reversible")]
    expires: SignedDuration,
    /// Lock it with a passphrase instead of the key in your settings folder; SAFEPASTE_PASSPHRASE gives it
    /// where nobody can type it
    #[arg(long, requires = "reversible")]
    passphrase: bool,
}

/// The variable of the environment that gives the passphrase.
const VARIABLE: &str = "SAFEPASTE_PASSPHRASE";

/// A time such as `24h`.
fn lifetime(text: &str) -> Result<SignedDuration, String> {
    let help = "write a time such as 90m, 24h or 7d; 30 days at most";
    let span: Span = text.parse().map_err(|_| help.to_owned())?;
    // A month has no fixed length, so it is none of the times that can be written.
    let time = span.to_duration(SpanRelativeTo::days_are_24_hours()).map_err(|_| help.to_owned())?;
    if time < SignedDuration::from_secs(1) || time > LONGEST { Err(help.to_owned()) } else { Ok(time) }
}

impl Keeping {
    /// What --reversible alone means.
    #[cfg(feature = "mcp")]
    pub fn for_a_day() -> Keeping {
        Keeping { reversible: true, expires: SignedDuration::from_hours(24), passphrase: false }
    }

    /// Keeps what was taken out of a draft, where that is asked for and anything was.
    pub fn keep(&self, draft: &str, rewrite: &Rewrite) -> anyhow::Result<Option<Header>> {
        if !self.reversible || rewrite.changes.is_empty() {
            return Ok(None);
        }
        let originals = Originals::new(draft, rewrite)
            .map_err(|why| anyhow!("{why}\nhelp: rewrite it without --reversible, and report this to the project"))?;
        let lock =
            if self.passphrase || passphrase_is_given() { Some(passphrase("A passphrase: ", true)?) } else { None };
        Ok(Some(Vault::of_user()?.keep(originals, lock.as_ref(), self.expires, logging::now())?))
    }
}

fn passphrase_is_given() -> bool {
    !matches!(std::env::var(VARIABLE), Err(VarError::NotPresent))
}

/// The passphrase, from the environment or from whoever sits at the terminal; a new one is asked for twice.
pub fn passphrase(prompt: &str, new: bool) -> anyhow::Result<Lock> {
    match std::env::var(VARIABLE) {
        Ok(given) => return Ok(Lock::passphrase(given)?),
        Err(VarError::NotUnicode(_)) => bail!("{VARIABLE} is not text\nhelp: set it anew"),
        Err(VarError::NotPresent) => {}
    }
    let ask = |prompt: &str| {
        rpassword::prompt_password(prompt)
            .map_err(|_| anyhow!("no passphrase could be read\nhelp: run it in a terminal, or set {VARIABLE}"))
    };
    let typed = zeroize::Zeroizing::new(ask(prompt)?);
    if new && *zeroize::Zeroizing::new(ask("The same again: ")?) != *typed {
        bail!("the two passphrases are not the same\nhelp: try again");
    }
    Ok(Lock::passphrase(typed.to_string())?)
}

/// A time as the clock on the wall shows it.
pub fn local(time: Timestamp) -> String {
    time.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lifetimes() {
        for (text, hours) in [("24h", 24), ("7d", 168), ("1 day 2 hours", 26), ("30 days", 720), ("2w", 336)] {
            assert_eq!(lifetime(text), Ok(SignedDuration::from_hours(hours)), "{text}");
        }
        assert_eq!(lifetime("90m"), Ok(SignedDuration::from_mins(90)));
        for text in ["", "24", "0h", "-1h", "31d", "1 month", "1y", "soon"] {
            assert!(lifetime(text).unwrap_err().contains("30 days at most"), "{text}");
        }
    }
}
