//! In a log of GitHub Actions a line that begins with `::` is a command to the runner, and a rewrite or a file's name can
//! begin so. While a report for people is written, the runner is told to heed no line of it.
//!
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands>

use data_encoding::HEXLOWER;
use std::io::{self, Write};

/// Lines that the runner does not heed, where one is listening.
pub(super) struct Unheeded {
    /// What ends it; nobody who writes a draft can know it.
    token: Option<String>,
}

impl Unheeded {
    /// Begins it where the output goes to the log of GitHub Actions.
    ///
    /// # Errors
    /// When that cannot be written, or the system has no random number to give.
    pub fn begin(out: &mut impl Write) -> io::Result<Unheeded> {
        if std::env::var_os("GITHUB_ACTIONS").is_none_or(|listening| listening != "true") {
            return Ok(Unheeded { token: None });
        }
        let mut random = [0; 16];
        getrandom::fill(&mut random).map_err(io::Error::other)?;
        let token = HEXLOWER.encode(&random);
        writeln!(out, "::stop-commands::{token}")?;
        Ok(Unheeded { token: Some(token) })
    }

    /// Ends it.
    ///
    /// # Errors
    /// When that cannot be written.
    pub fn end(self, out: &mut impl Write) -> io::Result<()> {
        match self.token {
            Some(token) => writeln!(out, "::{token}::"),
            None => Ok(()),
        }
    }
}
