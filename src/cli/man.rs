//! `safepaste man`: the manual page.

use super::{Cli, Exit, offering};
use clap::CommandFactory;
use clap_complete::ArgValueCompleter;
use std::io::{self, Write};

const AFTER_HELP: &str = "\
Examples:
  safepaste man | man -l -                    read it (on a Mac: | mandoc -a)
  safepaste man rewrite > safepaste-rewrite.1 the page of one command";

/// What `man` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The command whose page is printed; the program's own where none is given
    #[arg(value_name = "COMMAND", add = ArgValueCompleter::new(offering::commands))]
    command: Option<String>,
}

/// Prints a page.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let mut program = Cli::command();
    program.build();
    let command = match &args.command {
        None => program,
        Some(name) => {
            let found = program.find_subcommand(name).cloned();
            found
                .ok_or_else(|| anyhow::anyhow!("safepaste has no command {name}\nhelp: safepaste --help lists them"))?
        }
    };
    let mut page = Vec::new();
    // The date is left out, so that the page changes only with what it says.
    clap_mangen::Man::new(command).date("").render(&mut page)?;
    io::stdout().write_all(&page)?;
    Ok(Exit::Safe)
}
