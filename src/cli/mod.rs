//! The command line: what can be asked, one file per command.

mod audit;
mod baseline;
mod check;
mod choosing;
mod clip;
mod completions;
mod doctor;
mod exit;
mod explain;
mod hook;
mod judging;
mod keeping;
mod logging;
mod man;
#[cfg(feature = "mcp")]
mod mcp;
mod memory;
mod minimize;
mod offering;
mod parallel;
mod policy;
mod progress;
mod reading;
mod restore;
mod rewrite;
mod screen;
mod styling;
mod unheeded;
mod vault;
mod writing;

pub use exit::Exit;
pub use memory::leave_no_core;
pub use offering::answer_shell;

use clap::{Parser, Subcommand};
use std::io;
use std::panic::{AssertUnwindSafe, Location, catch_unwind};

/// What stands below the help.
const AFTER_HELP: &str = "\
Exit codes:
  0  safe: every draft may go
  1  conditional: some draft needs a human look (0 with --fail-on unsafe)
  3  unsafe: some draft must not go
  2  no verdict: wrong usage, an unreadable file, a bad policy

Examples:
  safepaste draft.txt              may this go to a chatbot?
  pbpaste | safepaste              the same for what you copied on a Mac
  safepaste rewrite draft.txt      the draft without what identifies somebody
  safepaste rewrite -w drafts/     every draft of a folder, written in place
  safepaste --to website content/  every page of a folder
  safepaste explain U1             why a reason counts, and what to do instead";

/// What stands below the help of `check`.
const CHECK_HELP: &str = "\
Exit codes: 0 safe, 1 conditional, 3 unsafe, 2 no verdict; over many drafts the gravest of 3, 2, 1, 0.

Examples:
  safepaste check draft.txt                         one draft
  safepaste check --staged                          what the next commit changes
  safepaste check --diff origin/main                what this branch changed
  safepaste check --exclude '*.lock' --to website . a folder but for some files
  safepaste check --format sarif . > safepaste.sarif   for a code-scanning page";

/// Checks a draft for patient information before it is pasted, sent or published.
///
/// It says whether the draft may go where it is going (safe, conditional, unsafe), shows every HIPAA
/// identifier in it, and offers a rewrite without them. It works offline and keeps nothing, unless you
/// ask for a rewrite that can be turned back, or your policy for a log, which holds none of the text.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true, after_help = AFTER_HELP, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    check: check::Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Say whether drafts may go, and what in them identifies somebody (the default)
    #[command(after_help = CHECK_HELP)]
    Check(Box<check::Args>),
    /// Print a draft without what identifies somebody, or write it in place of the draft
    Rewrite(rewrite::Args),
    /// Put the names, dates and numbers back into a chatbot's reply to a reversible rewrite
    Restore(restore::Args),
    /// Check what you copied, replace it with its rewrite, or watch what you copy
    Clip(Box<clip::Args>),
    /// Show or remove what reversible rewrites keep
    Vault(vault::Args),
    /// Print of a form or a note only what a task needs, without what identifies somebody
    Minimize(minimize::Args),
    /// Write down what is found today, so that a check tells only what is new
    Baseline(baseline::Args),
    /// Say what a finding or a reason means, why it counts, and what to do instead
    Explain(explain::Args),
    /// Begin a policy for your practice, read it in plain words, check it, try it
    Policy(policy::Args),
    /// Show, verify, sample and count the log of checks
    Audit(audit::Args),
    /// Answer an AI tool that asks before it sends a prompt or reads a file (JSON on standard input)
    Hook(hook::Args),
    /// Serve AI tools that speak the Model Context Protocol: check, rewrite, restore, explain
    #[cfg(feature = "mcp")]
    Mcp(mcp::Args),
    /// Look whether all that safepaste needs is in order: program, policy, vault, clipboard, git, completions
    Doctor(doctor::Args),
    /// Print the completions for a shell
    Completions(completions::Args),
    /// Print the manual page
    Man(man::Args),
}

/// Runs what was asked; every error ends here, with its cure, and so does a panic, of which the hook has told.
pub fn run(cli: &Cli) -> Exit {
    let result = catch_unwind(AssertUnwindSafe(|| asked(cli))).unwrap_or(Ok(Exit::NoVerdict));
    result.unwrap_or_else(|error| {
        let closed = error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
        // Whoever read the output has what they wanted. `check` and `rewrite` see to it that no verdict is lost.
        if closed { Exit::Safe } else { screen::error(&format!("{error:#}")) }
    })
}

fn asked(cli: &Cli) -> anyhow::Result<Exit> {
    match &cli.command {
        Some(Command::Check(args)) => check::run(args),
        Some(Command::Rewrite(args)) => rewrite::run(args),
        Some(Command::Restore(args)) => restore::run(args),
        Some(Command::Clip(args)) => clip::run(args),
        Some(Command::Vault(args)) => vault::run(args),
        Some(Command::Minimize(args)) => minimize::run(args),
        Some(Command::Baseline(args)) => baseline::run(args),
        Some(Command::Explain(args)) => explain::run(args),
        Some(Command::Policy(args)) => policy::run(args),
        Some(Command::Audit(args)) => audit::run(args),
        Some(Command::Hook(args)) => hook::run(args),
        #[cfg(feature = "mcp")]
        Some(Command::Mcp(args)) => mcp::run(args),
        Some(Command::Doctor(args)) => doctor::run(args),
        Some(Command::Completions(args)) => completions::run(args),
        Some(Command::Man(args)) => man::run(args),
        None => check::run(&cli.check),
    }
}

/// Keeps the message of a panic, which may quote the text, off the screen: it names the place and the cure only.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if !safepaste::source::expects_panic() {
            screen::say(&failure(panic.location()));
        }
    }));
}

/// What is said of a panic.
fn failure(place: Option<&Location<'_>>) -> String {
    let place = place.map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    format!(
        "safepaste failed at {place}\nhelp: report this place and what you ran, without the draft; take no draft for safe \
         on which it fails"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;
    use std::process::Command;

    /// A panic's message quotes what went wrong; the test runs itself anew, so that it sees what the hook prints.
    #[test]
    fn a_panic_tells_its_place_and_cure_and_none_of_the_text() {
        const CHILD: &str = "SAFEPASTE_TEST_OF_PANICS";
        const TEXT: &str = "é Odile Marsh 479-555-0142";
        let text = std::hint::black_box(TEXT);
        let panics: [fn(&'static str); 5] = [
            |text| drop(text[1..].to_owned()),
            |text| drop(text[..500].to_owned()),
            |text| assert_eq!(text.parse::<u8>().map_err(|error| format!("{error} {text}")).unwrap(), 1),
            |text| drop(std::thread::spawn(move || panic!("no number: {text}")).join()),
            |text| rayon::scope(|scope| scope.spawn(|_| panic!("no name: {text}"))),
        ];
        if std::env::var_os(CHILD).is_some() {
            quiet_panics();
            for panic in panics {
                drop(catch_unwind(|| panic(text)));
            }
            return;
        }
        let name = "cli::tests::a_panic_tells_its_place_and_cure_and_none_of_the_text";
        let mut again = Command::new(std::env::current_exe().unwrap());
        let ran = again.args(["--exact", name, "--nocapture"]).env(CHILD, "1").env("RUST_BACKTRACE", "full");
        let ran = ran.output().unwrap();
        let said = String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned();
        assert_eq!(said.matches("safepaste failed at ").count(), panics.len(), "{said}");
        assert_eq!(said.matches("\nhelp: ").count(), panics.len(), "{said}");
        for leaked in ["Odile", "Marsh", "0142", "é", "char boundary", "no n"] {
            assert!(!said.contains(leaked), "{leaked} in {said}");
        }
    }

    #[test]
    fn the_help_of_every_command_ends_with_examples() {
        fn look(command: &clap::Command, name: &str) {
            let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.contains("Examples:\n"), "safepaste{name}");
            for below in command.get_subcommands().filter(|below| !below.is_hide_set()) {
                look(below, &format!("{name} {}", below.get_name()));
            }
        }
        look(&Cli::command(), "");
    }
}
