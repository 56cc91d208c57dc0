//! `safepaste completions`: what a shell needs to complete commands and options.

use super::offering::VARIABLE;
use super::{Cli, Exit};
use clap::{CommandFactory, ValueEnum};
use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh};
use clap_complete_nushell::Nushell;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What the program is called on a command line.
const NAME: &str = "safepaste";

/// zsh runs the file as a function at the first Tab; without this, that Tab would only set the completion up.
const ZSH_CALL: &[u8] =
    b"if [ \"$funcstack[1]\" = \"_safepaste\" ]; then _clap_dynamic_completer_safepaste \"$@\"; fi\n";

const AFTER_HELP: &str = "\
Examples:
  safepaste completions bash > ~/.local/share/bash-completion/completions/safepaste
  safepaste completions zsh > ~/.zfunc/_safepaste  (~/.zfunc in your fpath)
  safepaste completions fish > ~/.config/fish/completions/safepaste.fish";

/// What `completions` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// The shells that are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
    #[value(name = "powershell")]
    Pwsh,
    Elvish,
    Nushell,
}

impl Shell {
    /// The shell that a program is, such as `/bin/zsh`.
    pub fn of_program(path: &Path) -> Option<Shell> {
        match path.file_stem()?.to_str()? {
            "bash" => Some(Shell::Bash),
            "zsh" => Some(Shell::Zsh),
            "fish" => Some(Shell::Fish),
            _ => None,
        }
    }

    /// What it is called.
    pub fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Where it looks for completions, the user's own place first; none where no place is usual.
    pub fn places(self) -> Vec<PathBuf> {
        let (own, everybody): (_, &[&str]) = match self {
            Shell::Bash => (
                ".local/share/bash-completion/completions/safepaste",
                &["/usr/share/bash-completion/completions/safepaste", "/etc/bash_completion.d/safepaste"],
            ),
            Shell::Zsh => (
                ".zfunc/_safepaste",
                &[
                    "/usr/local/share/zsh/site-functions/_safepaste",
                    "/usr/share/zsh/site-functions/_safepaste",
                    "/opt/homebrew/share/zsh/site-functions/_safepaste",
                ],
            ),
            Shell::Fish => {
                (".config/fish/completions/safepaste.fish", &["/usr/share/fish/vendor_completions.d/safepaste.fish"])
            }
            Shell::Pwsh | Shell::Elvish | Shell::Nushell => return Vec::new(),
        };
        let own = etcetera::home_dir().ok().map(|home| home.join(own));
        own.into_iter().chain(everybody.iter().map(PathBuf::from)).collect()
    }
}

/// Prints the completions.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    io::stdout().write_all(&text(args.shell))?;
    Ok(Exit::Safe)
}

/// The completions for a shell: a script that asks the program for what may stand at the cursor, so that names of the policy
/// that counts are among it. nushell has no such script yet and gets commands and options alone.
pub fn text(shell: Shell) -> Vec<u8> {
    let mut text = Vec::new();
    let written = match shell {
        Shell::Bash => Bash.write_registration(VARIABLE, NAME, NAME, NAME, &mut text),
        Shell::Zsh => Zsh.write_registration(VARIABLE, NAME, NAME, NAME, &mut text).map(|()| text.extend(ZSH_CALL)),
        Shell::Fish => Fish.write_registration(VARIABLE, NAME, NAME, NAME, &mut text),
        Shell::Pwsh => Powershell.write_registration(VARIABLE, NAME, NAME, NAME, &mut text),
        Shell::Elvish => Elvish.write_registration(VARIABLE, NAME, NAME, NAME, &mut text),
        Shell::Nushell => {
            clap_complete::generate(Nushell, &mut Cli::command(), NAME, &mut text);
            Ok(())
        }
    };
    debug_assert!(written.is_ok(), "memory takes all that is written to it");
    text
}
