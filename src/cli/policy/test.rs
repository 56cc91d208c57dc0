//! `safepaste policy test`: tries a policy on example texts, each with the verdict that is expected of it.

use super::{Exit, judging, offering, screen};
use anyhow::{Context, anyhow};
use clap_complete::ArgValueCompleter;
use jiff::civil::Date;
use safepaste::policy::{self, Example, Examples, Policy};
use safepaste::report::printable;
use safepaste::{Checker, Verdict};
use std::collections::HashMap;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

const AFTER_HELP: &str = "\
Exit codes: 0 where every example has the verdict that is expected.

Examples:
  safepaste policy test examples.yaml                    by the nearest policy
  safepaste policy test --policy own.yaml examples.yaml  by another";

/// What `policy test` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// Files with examples: a YAML list, each with `text` and `bucket`, and `to`, `role`, `reasons`, `why` where you like.
    ///
    /// A file may also hold `policy: FILE`, counted from where it lies, and the list under `examples`.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The policy to try, whatever the files name
    #[arg(long, value_name = "FILE", add = ArgValueCompleter::new(offering::policies))]
    policy: Option<PathBuf>,
    /// Show the text of a failing example even where the output is no terminal
    #[arg(long)]
    show_values: bool,
}

/// Tries each file, and tells which examples came out otherwise.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let today = judging::today()?;
    let shows = args.show_values || io::stdout().is_terminal();
    let mut exit = Exit::Safe;
    for file in &args.files {
        let tried = try_file(file, args.policy.as_deref(), today, shows);
        exit = exit.worst(tried.unwrap_or_else(|error| screen::error(&format!("{error:#}"))));
    }
    Ok(exit)
}

fn try_file(file: &Path, named: Option<&Path>, today: Date, shows: bool) -> anyhow::Result<Exit> {
    let name = file.display().to_string();
    let text = fs::read_to_string(file).map_err(|error| {
        let what = match error.kind() {
            io::ErrorKind::NotFound => "there is no such file".to_owned(),
            io::ErrorKind::InvalidData => "this is not UTF-8 text".to_owned(),
            kind => format!("the examples cannot be read: {kind}"),
        };
        anyhow!("{name}: {what}\nhelp: give the path of a YAML file of examples, saved as UTF-8")
    })?;
    let Examples { policy, examples } = Examples::from_yaml(&name, &text)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let policy = policy_for(policy, named, folder)?;
    let mut checkers = Checkers::new(&policy, today);
    let mut out = io::stdout().lock();
    let mut failed = 0;
    for (at, example) in examples.iter().enumerate() {
        let place = format!("{name}:{}:{}: example {}", example.place.line, example.place.column, at + 1);
        let help = "help: safepaste policy show --yaml tells what the policy has";
        let verdict = checkers.judge(example).map_err(|error| anyhow!("{place}: {error}\n{help}"))?;
        if let Some(told) = otherwise(example, &verdict) {
            failed += 1;
            writeln!(out, "{place}: {told}")?;
            if let Some(why) = &example.why {
                writeln!(out, "  expected because: {}", printable(why))?;
            }
            for reason in &verdict.reasons {
                writeln!(out, "  {} ({}): {}", reason.code, reason.bucket, printable(&reason.why))?;
            }
            if shows {
                writeln!(out, "  text: {}", printable(&example.text).trim_end().replace('\n', "\n        "))?;
            }
        }
    }
    let count = if examples.len() == 1 { "1 example".to_owned() } else { format!("{} examples", examples.len()) };
    match failed {
        0 => writeln!(out, "{name}: {count}, all as expected")?,
        _ => writeln!(out, "{name}: {count}, {failed} not as expected")?,
    }
    Ok(if failed > 0 { Exit::Unsafe } else { Exit::Safe })
}

/// The policy that judges a file's examples: the one asked for, the one that the file names, or the one that counts there.
fn policy_for(own: Option<PathBuf>, named: Option<&Path>, folder: &Path) -> anyhow::Result<Policy> {
    let own = own
        .map(|own| if own.to_str().is_some_and(|own| policy::shipped(own).is_some()) { own } else { folder.join(own) });
    let outer = std::env::var_os("SAFEPASTE_POLICY").map(PathBuf::from);
    let named = named.map(Path::to_owned).or(own).or(outer);
    Ok(policy::discover(named.as_deref(), Some(folder))?.policy)
}

/// What differs from what was expected, if anything does.
fn otherwise(example: &Example, verdict: &Verdict) -> Option<String> {
    let came: Vec<&str> = verdict.reasons.iter().map(|reason| reason.code.as_str()).collect();
    let missing: Vec<&str> =
        example.reasons.iter().map(|reason| reason.as_str()).filter(|code| !came.contains(code)).collect();
    if example.bucket == verdict.bucket && missing.is_empty() {
        return None;
    }
    let list = |codes: &[&str]| if codes.is_empty() { String::new() } else { format!(" ({})", codes.join(", ")) };
    let expected: Vec<&str> = example.reasons.iter().map(|reason| reason.as_str()).collect();
    Some(format!("expected {}{}, but it is {}{}", example.bucket, list(&expected), verdict.bucket, list(&came)))
}

/// A checker for each role that examples name.
struct Checkers<'p> {
    policy: &'p Policy,
    today: Date,
    of_role: HashMap<Option<String>, Checker>,
}

impl Checkers<'_> {
    fn new(policy: &Policy, today: Date) -> Checkers<'_> {
        Checkers { policy, today, of_role: HashMap::new() }
    }

    fn judge(&mut self, example: &Example) -> anyhow::Result<Verdict> {
        if !self.of_role.contains_key(&example.role) {
            let checker = Checker::new(self.policy.clone(), self.today)?;
            let checker = match &example.role {
                Some(role) => checker.for_role(role)?,
                None => checker,
            };
            self.of_role.insert(example.role.clone(), checker);
        }
        let checker = self.of_role.get(&example.role).context("there is no checker for this role")?;
        Ok(checker.check(&example.text, example.to.as_deref())?.verdict)
    }
}
