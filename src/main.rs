//! Arguments to command to exit code, nothing else.

mod cli;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::leave_no_core();
    cli::quiet_panics();
    cli::answer_shell();
    cli::run(&cli::Cli::parse()).into()
}
