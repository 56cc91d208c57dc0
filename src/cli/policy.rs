//! `safepaste policy`: the policy in plain words, and what is wrong with it.

use super::Exit;
use super::{judging, screen};
use clap::Subcommand;
use safepaste::policy::{self, Origin, Severity};
use std::io::{self, Write};
use std::path::PathBuf;

/// What `policy` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the policy that counts here, in plain words
    Show {
        #[command(flatten)]
        which: Which,
        /// Print it as one YAML file that needs no other
        #[arg(long)]
        yaml: bool,
    },
    /// Tell what is wrong with a policy, where, and the cure
    Lint {
        #[command(flatten)]
        which: Which,
    },
}

/// Which policy.
#[derive(Debug, clap::Args)]
struct Which {
    /// A policy file, or the name of a shipped policy; none takes the one that counts in this folder
    #[arg(value_name = "FILE", env = "SAFEPASTE_POLICY", hide_env_values = true)]
    file: Option<PathBuf>,
}

/// Shows or checks.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let today = judging::today()?;
    let mut out = io::stdout().lock();
    match &args.command {
        Command::Show { which, yaml } => {
            let loaded = policy::discover(which.file.as_deref(), None)?;
            screen::say(&format!("{}", loaded.origin));
            let text = if *yaml { policy::to_yaml(&loaded.policy)? } else { policy::describe(&loaded.policy, today) };
            out.write_all(text.as_bytes())?;
            Ok(Exit::Safe)
        }
        Command::Lint { which } => {
            let path = match policy::locate(which.file.as_deref(), None) {
                Origin::BuiltIn(name) => PathBuf::from(name),
                Origin::Named(path) | Origin::Nearby(path) | Origin::User(path) => path,
            };
            let problems = policy::lint(&path, today)?;
            let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
            for problem in &problems {
                let place = problem.place;
                writeln!(
                    out,
                    "{}:{}:{}: {}: {}\n  help: {}",
                    path.display(),
                    place.line,
                    place.column,
                    problem.severity,
                    problem.message,
                    problem.help
                )?;
            }
            let warnings = problems.len() - errors;
            writeln!(out, "{}: {}", path.display(), summary(errors, warnings))?;
            Ok(if errors > 0 { Exit::NoVerdict } else { Exit::Safe })
        }
    }
}

/// "2 errors, 1 warning", or that all is well.
fn summary(errors: usize, warnings: usize) -> String {
    let count = |number: usize, what: &str| format!("{number} {what}{}", if number == 1 { "" } else { "s" });
    match (errors, warnings) {
        (0, 0) => "nothing is wrong with it".to_owned(),
        (0, _) => format!("{}; it can be used", count(warnings, "warning")),
        (_, 0) => format!("{}; it cannot be used", count(errors, "error")),
        (_, _) => format!("{}, {}; it cannot be used", count(errors, "error"), count(warnings, "warning")),
    }
}
