//! The command line: what can be asked, one file per command.

mod check;
mod exit;
mod stream;

pub use exit::Exit;

use clap::{Parser, Subcommand};

/// Checks a draft for patient information before it is pasted, sent or published.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    check: check::Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Say whether a draft may go, and what in it identifies somebody
    Check(check::Args),
}

/// Runs what was asked; every error ends here, with its cure.
pub fn run(cli: Cli) -> Exit {
    let result = match cli.command {
        Some(Command::Check(args)) => check::run(&args),
        None => check::run(&cli.check),
    };
    result.unwrap_or_else(|error| {
        // Where standard error is closed there is nobody left to tell.
        let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("error: {error:#}\n"));
        Exit::NoVerdict
    })
}

/// Keeps the message of a panic, which may quote the text, off the screen: it names the place only.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("safepaste failed at {place}\n"));
    }));
}
