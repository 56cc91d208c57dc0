//! `safepaste policy show`: the policy that counts, in plain words or as one YAML file.

use super::{Exit, Which, judging, screen};
use clap::ValueEnum;
use safepaste::policy::{self, Form};
use safepaste::report::printable;
use std::io::{self, IsTerminal, Write};

const AFTER_HELP: &str = "\
Examples:
  safepaste policy show                        the policy that counts here
  safepaste policy show --wall                 the paragraph for the break room
  safepaste policy show therapist --yaml       a shipped one, as a file";

/// What `policy show` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// Print only the paragraph for the break-room wall
    #[arg(long, conflicts_with = "yaml")]
    wall: bool,
    /// How to write it; without it, plain text on a terminal and Markdown elsewhere
    #[arg(long, value_enum, value_name = "FORM", conflicts_with = "yaml")]
    format: Option<Format>,
    /// Print it as one YAML file that needs no other
    #[arg(long)]
    yaml: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// Plain text
    Text,
    /// Markdown, for a file that is printed or published
    Markdown,
}

/// Prints the policy.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let loaded = policy::discover(args.which.file.as_deref(), None)?;
    screen::say(&format!("{}", loaded.origin));
    let form = match args.format {
        Some(Format::Text) => Form::Plain,
        Some(Format::Markdown) => Form::Markdown,
        None if io::stdout().is_terminal() => Form::Plain,
        None => Form::Markdown,
    };
    let today = judging::today()?;
    let text = match (args.yaml, args.wall) {
        (true, _) => policy::to_yaml(&loaded.policy)?,
        (_, true) => policy::wall(&loaded.policy, today, form),
        _ => policy::describe(&loaded.policy, today, form),
    };
    io::stdout().write_all(printable(&text).as_bytes())?;
    Ok(Exit::Safe)
}
