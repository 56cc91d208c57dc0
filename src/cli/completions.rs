//! `safepaste completions`: what a shell needs to complete commands and options.

use super::{Cli, Exit};
use clap::{CommandFactory, ValueEnum};
use std::io::{self, Write};

/// What `completions` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    Pwsh,
    Elvish,
    Nushell,
}

/// Prints the completions.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let mut command = Cli::command();
    let mut text = Vec::new();
    let name = command.get_name().to_owned();
    let mut generate = |shell| clap_complete::generate(shell, &mut command, name.clone(), &mut text);
    match args.shell {
        Shell::Bash => generate(clap_complete::Shell::Bash),
        Shell::Zsh => generate(clap_complete::Shell::Zsh),
        Shell::Fish => generate(clap_complete::Shell::Fish),
        Shell::Pwsh => generate(clap_complete::Shell::PowerShell),
        Shell::Elvish => generate(clap_complete::Shell::Elvish),
        Shell::Nushell => {
            let name = name.clone();
            clap_complete::generate(clap_complete_nushell::Nushell, &mut Cli::command(), name, &mut text);
        }
    }
    io::stdout().write_all(&text)?;
    Ok(Exit::Safe)
}
