//! `safepaste doctor`: whether all that safepaste needs is in order, each thing with its cure.

use super::clip::Board;
use super::completions::{self, Shell};
use super::exit::Exit;
use super::screen::{Color, fitting};
use super::{judging, logging, offering};
use clap_complete::ArgValueCompleter;
use colored::{ColoredString, Colorize};
use safepaste::audit::Place;
use safepaste::policy::{self, Loaded, Severity};
use safepaste::report::printable;
use safepaste::source::git;
use safepaste::vault::Vault;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
Nothing is changed, and nothing of what is kept is shown.

Exit codes:
  0  all is in order, but for warnings
  1  something has a problem

Examples:
  safepaste doctor                    is all in order in this folder?
  safepaste doctor --policy own.yaml  and with this policy?";

/// What `doctor` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The policy to look at: a file, or the name of a shipped policy
    #[arg(long, env = "SAFEPASTE_POLICY", hide_env_values = true, value_name = "FILE", add = ArgValueCompleter::new(offering::policies))]
    policy: Option<PathBuf>,
    #[command(flatten)]
    color: Color,
}

/// What was found out about one thing.
struct Line {
    about: &'static str,
    state: State,
    said: String,
    /// What to do.
    cure: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Ok,
    Warning,
    Problem,
}

impl Line {
    fn ok(about: &'static str, said: impl Into<String>) -> Line {
        Line { about, state: State::Ok, said: said.into(), cure: None }
    }

    fn warning(about: &'static str, said: impl Into<String>, cure: impl Into<String>) -> Line {
        Line { about, state: State::Warning, said: said.into(), cure: Some(cure.into()) }
    }

    fn problem(about: &'static str, said: impl Into<String>, cure: impl Into<String>) -> Line {
        Line { about, state: State::Problem, said: said.into(), cure: Some(cure.into()) }
    }

    /// A problem from an error, whose cure stands behind `help: `.
    fn failed(about: &'static str, error: &str) -> Line {
        let (said, cure) = error.split_once("\nhelp: ").unwrap_or((error, "see safepaste --help"));
        Line::problem(about, said.replace('\n', " "), cure.replace('\n', " "))
    }
}

/// Looks at each thing, and says how it is.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    args.color.apply();
    let loaded = policy::discover(args.policy.as_deref(), None);
    let mut lines = vec![program(), on_path()];
    match &loaded {
        Ok(loaded) => lines.extend(policy_lines(args.policy.as_deref(), loaded)),
        Err(error) => lines.push(Line::failed("policy", &error.to_string())),
    }
    lines.extend([vault(), clipboard(), git_line(), shell()]);
    let mut out = io::stdout().lock();
    for Line { about, state, said, cure } in &lines {
        let said = format!("{}  {about:11}  {}", tag(*state), printable(said));
        writeln!(out, "{}", fitting(&said, BESIDE))?;
        if let Some(cure) = cure {
            writeln!(out, "{}", fitting(&format!("{BESIDE}help: {}", printable(cure)), BESIDE))?;
        }
    }
    let problems = lines.iter().any(|line| line.state == State::Problem);
    Ok(if problems { Exit::Conditional } else { Exit::Safe })
}

/// What stands left of what is said.
const BESIDE: &str = "                      ";

fn tag(state: State) -> ColoredString {
    match state {
        State::Ok => "ok     ".green(),
        State::Warning => "warning".yellow(),
        State::Problem => "problem".red().bold(),
    }
}

fn program() -> Line {
    let with = if cfg!(feature = "mcp") { "with the mcp server" } else { "without the mcp server" };
    Line::ok("program", format!("safepaste {} for {}, {with}", env!("CARGO_PKG_VERSION"), std::env::consts::OS))
}

/// Whether hooks and scripts would start this program.
fn on_path() -> Line {
    const ABOUT: &str = "path";
    let name = format!("safepaste{}", std::env::consts::EXE_SUFFIX);
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&folders).map(|folder| folder.join(&name)).find(|path| path.is_file());
    let own = std::env::current_exe().and_then(|path| path.canonicalize());
    match (found, own) {
        (None, _) => Line::warning(
            ABOUT,
            "no safepaste is found by its name alone, so hooks cannot start it",
            "add the folder of the program to PATH, such as ~/.cargo/bin",
        ),
        (Some(found), Ok(own)) if found.canonicalize().is_ok_and(|found| found != own) => Line::warning(
            ABOUT,
            format!("hooks start another safepaste: {}", found.display()),
            "remove one of the two, or change their order in PATH",
        ),
        (Some(found), _) => Line::ok(ABOUT, format!("hooks start {}", found.display())),
    }
}

/// Which policy counts, what is wrong with it, and where its log is.
fn policy_lines(named: Option<&Path>, Loaded { policy, origin, .. }: &Loaded) -> Vec<Line> {
    let mut lines = vec![Line::ok("policy", format!("{origin}: {}", origin.why(named.is_some())))];
    let file = origin.path().map_or_else(|| PathBuf::from(origin.name()), Path::to_owned);
    let problems = judging::today().map(|today| policy::lint(&file, today));
    let checked = match problems {
        Err(error) => Line::failed("rules", &error.to_string()),
        Ok(Err(error)) => Line::failed("rules", &error.to_string()),
        Ok(Ok(problems)) => {
            let cure = format!("safepaste policy lint {} tells where, and what to do", file.display());
            let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
            match (errors, problems.len()) {
                (0, 0) => Line::ok("rules", "nothing is wrong with the policy"),
                (0, 1) => Line::warning("rules", "the policy has a warning", cure),
                (0, warnings) => Line::warning("rules", format!("the policy has {warnings} warnings"), cure),
                (_, _) => Line::problem("rules", "the policy cannot be used", cure),
            }
        }
    };
    lines.push(checked);
    if let Some(audit) = &policy.audit {
        lines.push(match Place::new(audit.folder.as_deref()) {
            Err(error) => Line::failed("log", &error.to_string()),
            Ok(place) if !place.exists() => Line::ok("log", "no check was recorded yet"),
            Ok(place) => key("log", &place.key(), "checks are recorded"),
        });
    }
    lines
}

/// A key that only its owner may read.
fn key(about: &'static str, path: &Path, said: &str) -> Line {
    let Ok(metadata) = path.metadata() else {
        let cure = format!("put the copy that you keep of it back as {}", path.display());
        return Line::problem(about, format!("{said}, but the key is missing"), cure);
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if metadata.permissions().mode() & 0o077 != 0 {
            let said = format!("{said}, but others on this computer may read the key");
            return Line::problem(about, said, format!("chmod 600 {}", path.display()));
        }
    }
    let whose = if metadata.len() > 0 { "the key is readable by you alone" } else { "the key is still empty" };
    Line::ok(about, format!("{said}; {whose}"))
}

fn vault() -> Line {
    const ABOUT: &str = "vault";
    let kept = Vault::of_user().and_then(|vault| Ok((vault.list(logging::now())?.len(), vault)));
    match kept {
        Err(error) => Line::failed(ABOUT, &error.to_string()),
        Ok((0, vault)) if !vault.key().exists() => Line::ok(ABOUT, "nothing was kept yet"),
        // What a passphrase locks needs no key.
        Ok((kept, vault)) if !vault.key().exists() => Line::ok(ABOUT, format!("{kept} kept, no key was needed")),
        Ok((kept, vault)) => key(ABOUT, vault.key(), &format!("{kept} kept")),
    }
}

fn clipboard() -> Line {
    match Board::open() {
        Ok(_) => Line::ok("clipboard", "safepaste clip can use it"),
        Err(error) => {
            let error = format!("{error:#}");
            let (_, cure) = error.split_once("\nhelp: ").unwrap_or(("", "run it in a window of your desktop"));
            Line::warning("clipboard", "there is none here, so safepaste clip does not work", cure)
        }
    }
}

fn git_line() -> Line {
    const ABOUT: &str = "git";
    match git::version() {
        Err(_) => Line::warning(
            ABOUT,
            "git cannot be started, so --staged and --diff do not work",
            "install git, if you use it for your drafts",
        ),
        Ok(version) => Line::ok(ABOUT, version),
    }
}

/// Whether the shell in use completes commands and options, and as this version has them.
fn shell() -> Line {
    const ABOUT: &str = "completions";
    let Some(shell) = std::env::var_os("SHELL").and_then(|path| Shell::of_program(Path::new(&path))) else {
        return Line::ok(ABOUT, "safepaste completions prints them for your shell");
    };
    let places = shell.places();
    let wanted = places.first().map(|place| place.display().to_string()).unwrap_or_default();
    let cure = format!("safepaste completions {} > {wanted}", shell.name());
    match places.iter().find(|place| place.is_file()) {
        None => Line::warning(ABOUT, format!("{} does not complete safepaste yet", shell.name()), cure),
        Some(place) if std::fs::read(place).ok() != Some(completions::text(shell)) => {
            Line::warning(ABOUT, format!("{} is of another version", place.display()), cure)
        }
        Some(place) => Line::ok(ABOUT, place.display().to_string()),
    }
}
