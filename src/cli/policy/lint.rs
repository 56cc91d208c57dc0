//! `safepaste policy lint`: everything that is wrong with a policy, where, and the cure.

use super::screen::fitting;
use super::{Exit, Which, judging};
use safepaste::policy::{self, Origin, Problem, Severity};
use safepaste::report::{printable, printable_name};
use std::io::{self, Write};
use std::path::PathBuf;

const AFTER_HELP: &str = "\
Exit codes: 0 where it can be used, 2 where it cannot.

Examples:
  safepaste policy lint                        the policy that counts here
  safepaste policy lint safepaste.yaml         one file";

/// What `policy lint` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(flatten)]
    which: Which,
}

/// Prints every problem, and how many there are.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let path = match policy::locate(args.which.file.as_deref(), None) {
        Origin::BuiltIn(name) => PathBuf::from(name),
        Origin::Named(path) | Origin::Nearby(path) | Origin::User(path) => path,
    };
    let problems = policy::lint(&path, judging::today()?)?;
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let mut out = io::stdout().lock();
    let shown = path.display().to_string();
    let name = printable_name(&shown);
    for Problem { place, severity, message, help } in &problems {
        let said = format!("{name}:{}:{}: {severity}: {}", place.line, place.column, printable(message));
        writeln!(out, "{}", fitting(&said, BEHIND))?;
        writeln!(out, "{}", fitting(&format!("  help: {}", printable(help)), BEHIND))?;
    }
    let warnings = problems.len() - errors;
    writeln!(out, "{}", fitting(&format!("{name}: {}", summary(errors, warnings)), BEHIND))?;
    Ok(if errors > 0 { Exit::NoVerdict } else { Exit::Safe })
}

/// What stands left of a line that goes on.
const BEHIND: &str = "    ";

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
