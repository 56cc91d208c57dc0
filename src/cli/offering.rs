//! What a shell may offer where a name is asked for: policies, and the destinations, roles, tasks and codes of the
//! policy that counts. The scripts of `safepaste completions` ask the program itself, so that the names are today's.

use super::Cli;
use clap::CommandFactory;
use clap_complete::CompleteEnv;
use clap_complete::engine::{CompletionCandidate, PathCompleter, ValueCompleter};
use safepaste::identifier::recognizer;
use safepaste::policy::{self, SHIPPED};
use safepaste::{Kind, Policy, ReasonCode, verdict};
use std::ffi::OsStr;
use std::path::PathBuf;

/// The variable by which a script asks; its value is the shell.
pub const VARIABLE: &str = "SAFEPASTE_COMPLETE";

/// Answers a shell that asks what may stand at the cursor, and ends the program; otherwise does nothing.
pub fn answer_shell() {
    CompleteEnv::with_factory(Cli::command).var(VARIABLE).complete();
}

/// Shipped policies, and files.
pub fn policies(current: &OsStr) -> Vec<CompletionCandidate> {
    let mut offered = beginning(current, SHIPPED.iter().map(|(name, _)| ((*name).to_owned(), "shipped".to_owned())));
    offered.extend(PathCompleter::file().complete(current));
    offered
}

/// The destinations of the policy that counts.
pub fn destinations(current: &OsStr) -> Vec<CompletionCandidate> {
    let told = |policy: Policy| {
        let destinations = policy.destinations.into_iter();
        destinations.map(|(name, place)| (name, place.label.unwrap_or_default())).collect::<Vec<_>>()
    };
    beginning(current, in_force().map(told).unwrap_or_default())
}

/// The roles of the policy that counts.
pub fn roles(current: &OsStr) -> Vec<CompletionCandidate> {
    let names = in_force().map(|policy| policy.roles.into_keys().collect::<Vec<_>>()).unwrap_or_default();
    beginning(current, names.into_iter().map(|name| (name, String::new())))
}

/// The tasks that the policy lists facts for.
pub fn templates(current: &OsStr) -> Vec<CompletionCandidate> {
    let names = in_force().map(|policy| policy.templates.into_keys().collect::<Vec<_>>()).unwrap_or_default();
    beginning(current, names.into_iter().map(|name| (name, String::new())))
}

/// Kinds of identifiers, reasons and the activities of the policy that counts, then files, for `explain` takes both.
pub fn codes(current: &OsStr) -> Vec<CompletionCandidate> {
    let kinds = Kind::ALL.into_iter().map(|kind| (kind.code(), recognizer(kind).map_or("", |known| known.doc.title)));
    let reasons = ReasonCode::ALL.into_iter().map(|code| (code.as_str(), verdict::doc(code).title));
    let fixed = kinds.chain(reasons).map(|(code, title)| (code.to_owned(), title.to_owned()));
    let activities = in_force().map(|policy| policy.activities).unwrap_or_default();
    let activities = activities.into_iter().map(|activity| (activity.id, "activity".to_owned()));
    let mut offered = beginning(current, fixed.chain(activities));
    offered.extend(PathCompleter::file().complete(current));
    offered
}

/// The commands that have a manual page.
pub fn commands(current: &OsStr) -> Vec<CompletionCandidate> {
    let program = Cli::command();
    let commands = program.get_subcommands().filter(|command| !command.is_hide_set());
    beginning(current, commands.map(|command| (command.get_name().to_owned(), String::new())))
}

/// Those names that begin with what was typed, whatever the case. What a terminal would obey is never offered.
fn beginning(current: &OsStr, names: impl IntoIterator<Item = (String, String)>) -> Vec<CompletionCandidate> {
    let typed = current.to_string_lossy().to_lowercase();
    names
        .into_iter()
        .filter(|(name, _)| name.to_lowercase().starts_with(&typed) && !name.contains(char::is_control))
        .map(|(name, told)| {
            let told: String = told.chars().filter(|c| !c.is_control()).collect();
            CompletionCandidate::new(name).help((!told.is_empty()).then(|| told.into()))
        })
        .collect()
}

/// The policy that counts for the line being typed: the one it names, else the one that counts in this folder.
fn in_force() -> Option<Policy> {
    let words: Vec<_> = std::env::args_os().map(|word| word.to_string_lossy().into_owned()).collect();
    let on_line = words.iter().zip(words.iter().skip(1)).find_map(|(word, next)| match word.as_str() {
        "--policy" => Some(next.as_str()),
        _ => word.strip_prefix("--policy="),
    });
    let named = on_line.map(PathBuf::from).or_else(|| std::env::var_os("SAFEPASTE_POLICY").map(PathBuf::from));
    // A policy that cannot be read offers nothing; the command itself says what is wrong with it.
    Some(policy::discover(named.as_deref(), None).ok()?.policy)
}
