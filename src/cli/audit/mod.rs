//! `safepaste audit`: the log of checks that a policy asks for. One file for each thing that can be done with it.

mod prune;
mod report;
mod row;
mod sample;
mod show;
mod verify;

use super::exit::Exit;
use super::{offering, screen};
use anyhow::bail;
use clap::Subcommand;
use clap_complete::ArgValueCompleter;
use safepaste::audit::{self, Place, Record, Verified};
use safepaste::policy::{self, Audit};
use std::path::PathBuf;

/// What stands below the help.
const AFTER_HELP: &str = "\
A policy with the line `audit: {}` has every check recorded: when, by whom, in which role, for where, the \
verdict, its reasons, how many identifiers of each kind, and digests of the text and the policy. No text, \
no value and no file name is ever in it. Times are in UTC. Records are kept for six years or more \
(45 CFR 164.316(b)(2)(i)).

Exit codes:
  0  all is well
  3  the log is not as it was written: somebody tampered with it
  2  it could not be read or written

Examples:
  safepaste audit show --last 5                what was checked lately
  safepaste audit verify                       was anything in it changed?
  safepaste audit sample --week                last week's checks to review
  safepaste audit report --format html > log.html     a page with charts";

/// What `audit` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the last records
    Show(show::Args),
    /// Find out whether anything in the log was changed, deleted, added or moved
    Verify(verify::Args),
    /// Draw the checks of a week that somebody should review
    Sample(sample::Args),
    /// Count checks over time by verdict, reason, kind, role and destination
    Report(report::Args),
    /// Remove records that are older than they must be kept
    Prune(prune::Args),
}

/// Does what was asked.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    match &args.command {
        Command::Show(args) => show::run(args),
        Command::Verify(args) => verify::run(args),
        Command::Sample(args) => sample::run(args),
        Command::Report(args) => report::run(args),
        Command::Prune(args) => prune::run(args),
    }
}

/// Which log.
#[derive(Debug, clap::Args)]
struct Which {
    /// The policy whose log it is: a file, or the name of a shipped policy; none takes the one that counts here
    #[arg(long, env = "SAFEPASTE_POLICY", hide_env_values = true, value_name = "FILE", add = ArgValueCompleter::new(offering::policies))]
    policy: Option<PathBuf>,
    /// The folder of the log, where it is another than the policy says
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// A log, and what the policy says of it.
struct Found {
    place: Place,
    keep_years: u32,
    /// The practice's name.
    practice: Option<String>,
}

impl Which {
    fn find(&self) -> anyhow::Result<Found> {
        let loaded = policy::discover(self.policy.as_deref(), None)?;
        let Some(audit) = loaded.policy.audit.or_else(|| self.folder.as_ref().map(|_| Audit::default())) else {
            bail!(
                "this policy keeps no log ({})\nhelp: write `audit: {{}}` in your policy to begin one, or name the \
                 folder of a log with --folder",
                loaded.origin
            );
        };
        let place = Place::new(self.folder.as_deref().or(audit.folder.as_deref()))?;
        Ok(Found { place, keep_years: audit.keep_years, practice: loaded.policy.practice.name })
    }
}

impl Found {
    /// Reads the whole log; none where nothing was ever recorded, which is said.
    fn read(&self, each: impl FnMut(&Record)) -> anyhow::Result<Option<Verified>> {
        if !self.place.exists() && !self.place.key().exists() {
            screen::say(&format!("No check has been recorded yet in {}.", self.place.log().display()));
            return Ok(None);
        }
        Ok(Some(audit::verify(&self.place, each)?))
    }
}

/// What follows once something of the log was printed: whoever looks at it must know that it is not to be relied upon.
fn trusted(verified: &Verified) -> Exit {
    if verified.faults.is_empty() {
        return Exit::Safe;
    }
    screen::error(
        "this log is not as it was written\nhelp: safepaste audit verify tells what was done to it, and where",
    );
    // The same code as for a text that must not go: somebody has to act.
    Exit::Unsafe
}
