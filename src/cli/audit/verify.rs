//! `safepaste audit verify`: whether the log is as it was written.

use super::Which;
use crate::cli::{Exit, screen};
use safepaste::audit::Verified;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::Path;

/// How many things that are wrong are told one by one.
const TOLD: usize = 50;

const AFTER_HELP: &str = "\
It finds records that were edited, deleted, cut off at the end, moved, copied or made up, and a log that was \
emptied, deleted or replaced by an older copy. It needs the key in your settings folder: keep a copy of \
that file in a safe place, and nobody else's hands on it.

Examples:
  safepaste audit verify                             of the policy here
  safepaste audit verify --policy safepaste.yaml     of another policy
  safepaste audit verify --folder /mnt/copy/audit    in another folder";

/// What `verify` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    which: Which,
}

pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let found = args.which.find()?;
    let Some(verified) = found.read(|_| ())? else { return Ok(Exit::Safe) };
    io::stdout().write_all(told(&found.place.log(), &verified).as_bytes())?;
    if verified.faults.is_empty() {
        return Ok(Exit::Safe);
    }
    screen::say("help: keep the log's folder as it is, copy it, and tell whoever answers for privacy in the practice");
    Ok(Exit::Unsafe)
}

/// What was found, in sentences.
fn told(log: &Path, verified: &Verified) -> String {
    let mut text = format!("{}: {} records", log.display(), verified.records);
    if let Some((first, last)) = verified.times {
        let _ = write!(text, ", {} to {}", first.strftime("%Y-%m-%d %H:%M"), last.strftime("%Y-%m-%d %H:%M UTC"));
    }
    text.push('\n');
    if verified.faults.is_empty() {
        text.push_str("Nothing was changed, deleted, added or moved.\n");
    } else {
        let _ = writeln!(text, "It is not as it was written: {} found.", things(verified.faults.len()));
    }
    for fault in verified.faults.iter().take(TOLD) {
        let _ = writeln!(text, "  {fault}");
    }
    if verified.faults.len() > TOLD {
        let _ = writeln!(text, "  and {} more", verified.faults.len() - TOLD);
    }
    for warning in verified.warnings.iter().take(TOLD) {
        let _ = writeln!(text, "Note: {warning}");
    }
    match verified.torn {
        0 => {}
        1 => text.push_str("One line was cut short when the computer or the program stopped; it is marked as such.\n"),
        torn => {
            let _ = writeln!(
                text,
                "{torn} lines were cut short when the computer or the program stopped; they are marked as such."
            );
        }
    }
    if let Some(through) = verified.pruned {
        let _ = writeln!(text, "Records 1 to {through} were removed with safepaste audit prune.");
    }
    text
}

fn things(count: usize) -> String {
    if count == 1 { "one thing was".to_owned() } else { format!("{count} things were") }
}
