//! `safepaste audit prune`: removing what need not be kept any longer.

use super::{Which, trusted};
use crate::cli::{Exit, judging, logging};
use jiff::civil::Date;
use safepaste::audit::{self, Log};
use std::io::{self, Write};

const AFTER_HELP: &str = "\
Records are kept for six years or more, as the policy says under audit.keep_years; 45 CFR 164.316(b)(2)(i) asks \
for six. Anything younger is refused. What is left can still be verified.

Examples:
  safepaste audit prune --before 2020-01-01 --dry-run  how many would go?
  safepaste audit prune --before 2020-01-01            remove them";

/// What `prune` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// The day, as in 2020-01-01, before which records are removed
    #[arg(long, value_name = "DAY")]
    before: Date,
    /// Only tell how many would be removed
    #[arg(long)]
    dry_run: bool,
}

pub fn run(args: &Args) -> anyhow::Result<Exit> {
    // A day that cannot be read must not count as today.
    judging::today()?;
    let found = args.which.find()?;
    let Some(verified) = found.read(|_| ())? else { return Ok(Exit::Safe) };
    if !verified.faults.is_empty() {
        return Ok(trusted(&verified));
    }
    let log = Log::open(found.place)?;
    let pruned = audit::prune(&log, args.before, found.keep_years, logging::now(), args.dry_run)?;
    let done = if args.dry_run { "would be removed" } else { "removed" };
    writeln!(io::stdout(), "{} records {done}, {} kept", pruned.removed, pruned.kept)?;
    Ok(Exit::Safe)
}
