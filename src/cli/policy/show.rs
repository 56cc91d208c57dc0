//! `safepaste policy show`: the policy that counts, in plain words or as one YAML file.

use super::{Exit, Which, judging, screen};
use safepaste::policy;
use std::io::{self, Write};

/// What `policy show` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// Print it as one YAML file that needs no other
    #[arg(long)]
    yaml: bool,
}

/// Prints the policy.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let loaded = policy::discover(args.which.file.as_deref(), None)?;
    screen::say(&format!("{}", loaded.origin));
    let text =
        if args.yaml { policy::to_yaml(&loaded.policy)? } else { policy::describe(&loaded.policy, judging::today()?) };
    io::stdout().write_all(text.as_bytes())?;
    Ok(Exit::Safe)
}
