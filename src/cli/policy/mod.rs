//! `safepaste policy`: to begin a policy, read it, check it, try it, and describe its form to an editor.

mod init;
mod lint;
mod show;
mod test;

use super::{Exit, judging, offering, screen};
use clap::Subcommand;
use clap_complete::ArgValueCompleter;
use std::io::{self, Write};
use std::path::PathBuf;

const AFTER_HELP: &str = "\
Examples:
  safepaste policy init            begin one for your practice
  safepaste policy show            what counts here, in plain words
  safepaste policy lint            what is wrong with it
  safepaste policy test cases.yaml try it on texts whose verdicts you know";

/// What `policy` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a first policy for your practice, after a few questions
    Init(Box<init::Args>),
    /// Print the policy that counts here, in plain words
    Show(show::Args),
    /// Tell what is wrong with a policy, where, and the cure
    Lint(lint::Args),
    /// Try a policy on example texts with the verdicts that you expect
    Test(test::Args),
    /// Print the JSON Schema of policies, with which an editor completes and checks them
    #[command(after_help = "Examples:\n  safepaste policy schema > safepaste.schema.json")]
    Schema,
}

/// Which policy.
#[derive(Debug, clap::Args)]
struct Which {
    /// A policy file, or the name of a shipped policy; none takes the one that counts in this folder
    #[arg(value_name = "FILE", env = "SAFEPASTE_POLICY", hide_env_values = true, add = ArgValueCompleter::new(offering::policies))]
    file: Option<PathBuf>,
}

/// Does what was asked.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    match &args.command {
        Command::Init(args) => init::run(args),
        Command::Show(args) => show::run(args),
        Command::Lint(args) => lint::run(args),
        Command::Test(args) => test::run(args),
        Command::Schema => {
            writeln!(io::stdout(), "{:#}", safepaste::policy::json_schema())?;
            Ok(Exit::Safe)
        }
    }
}
