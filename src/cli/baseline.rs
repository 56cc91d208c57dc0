//! `safepaste baseline`: what was found before is written down, so that `check --baseline` tells only what is new.

use super::choosing::{Choosing, Start};
use super::exit::Exit;
use super::judging::{Judge, Judging, examine};
use super::{check, parallel, screen};
use clap::Subcommand;
use safepaste::baseline::Baseline;
use safepaste::report::{Parts, gap_lines};
use safepaste::source::{Item, Limits, Listed, Pick};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const AFTER_HELP: &str = "\
The list holds fingerprints and no values: a hash of the path, the kind and the common words beside it. Commit it, and \
check with it: what is in it is neither told nor counted. What was found there is still there, so look through it one \
day.

Examples:
  safepaste baseline create content/  write down what is there today
  safepaste baseline check content/   tell only what is new
  safepaste baseline prune            take out what is no longer there";

/// What `baseline` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write down what is found now, in place of an older list
    #[command(after_help = "Examples:\n  safepaste baseline create .                      all of this folder\n  \
                            safepaste baseline create content/ -o known.json  a list with another name")]
    Create {
        /// Files and folders to check
        #[arg(value_name = "PATH", required_unless_present = "files_from")]
        paths: Vec<PathBuf>,
        #[command(flatten)]
        choosing: Choosing,
        #[command(flatten)]
        judging: Judging,
        /// Where the list goes
        #[arg(long, short, value_name = "FILE", default_value = FILE)]
        output: PathBuf,
    },
    /// Check, and tell and count only what is not in the list
    #[command(after_help = "Examples:\n  safepaste baseline check content/\n  \
                            safepaste baseline check --baseline known.json .  by a list with another name")]
    Check(Box<check::Args>),
    /// Take out of the list what is no longer there; nothing is added
    #[command(after_help = "Examples:\n  safepaste baseline prune                 after texts were corrected\n  \
                            safepaste baseline prune -b known.json")]
    Prune {
        /// The list
        #[arg(long, short, value_name = "FILE", default_value = FILE)]
        baseline: PathBuf,
        #[command(flatten)]
        judging: Judging,
    },
}

/// What the list is called where nobody says it.
const FILE: &str = ".safepaste-baseline.json";

/// Does what was asked.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    match &args.command {
        Command::Create { paths, choosing, judging, output } => create(paths, choosing, judging, output),
        Command::Check(args) => check::run_against(args, Path::new(FILE)),
        Command::Prune { baseline, judging } => prune(baseline, judging),
    }
}

fn create(paths: &[PathBuf], choosing: &Choosing, judging: &Judging, output: &Path) -> anyhow::Result<Exit> {
    let chosen = choosing.whole_files(paths)?;
    let mut baseline = Baseline::new(output);
    let mut exit = Exit::Safe;
    for (path, found) in found(baseline.clone(), chosen.starts, chosen.pick, judging)? {
        match found {
            Ok(Seen { prints, unread }) => {
                exit = exit.worst(tell(&path, &unread));
                baseline.add(&path, prints);
            }
            Err(why) => exit = exit.worst(screen::error(&why)),
        }
    }
    baseline.write(output)?;
    screen::say(&format!("{} written down in {}", baseline.len(), output.display()));
    Ok(exit)
}

fn prune(list: &Path, judging: &Judging) -> anyhow::Result<Exit> {
    let old = Baseline::read(list)?;
    let starts = old.paths().into_iter().filter(|path| path.exists()).map(Start::Path).collect();
    let pick = Arc::new(Pick::new(&[], &[])?);
    let mut new = Baseline::new(list);
    let mut exit = Exit::Safe;
    for (path, found) in found(old.clone(), starts, pick, judging)? {
        let before = old.prints_of(&path);
        match found {
            // What stood in a part that cannot be read now may still be there.
            Ok(Seen { unread, .. }) if !unread.is_empty() => {
                new.add(&path, before);
                exit = exit.worst(tell(&path, &unread));
            }
            Ok(Seen { prints, .. }) => new.add(&path, before.intersection(&prints).cloned().collect()),
            // What cannot be looked at may still be there.
            Err(why) => {
                new.add(&path, before);
                exit = exit.worst(screen::error(&why));
            }
        }
    }
    new.write(list)?;
    screen::say(&format!("{} taken out, {} left in {}", old.len() - new.len(), new.len(), list.display()));
    Ok(exit)
}

/// A file with what was seen in it, or why it was not examined.
type Found = (PathBuf, Result<Seen, String>);

/// What was seen in a file.
struct Seen {
    /// The fingerprints of all that is found in it.
    prints: BTreeSet<String>,
    /// The parts of it that could not be read, a line each.
    unread: Vec<String>,
}

/// Says what could not be read of a file: a list cannot hold it, so that each check will tell it again.
fn tell(path: &Path, unread: &[String]) -> Exit {
    let told = unread.iter().map(|gap| screen::error(&format!("{}: not read: {gap}", path.display())));
    told.fold(Exit::Safe, Exit::worst)
}

/// What is found in each file; what was left out on purpose is not among them.
fn found(
    baseline: Baseline,
    starts: Vec<Start>,
    pick: Arc<Pick>,
    judging: &Judging,
) -> anyhow::Result<impl Iterator<Item = Found>> {
    let paths: Vec<PathBuf> = starts.iter().map(|start| start.path().to_owned()).collect();
    let judges = judging.judges(&paths)?;
    let to = judging.to.clone();
    let jobs = starts.into_iter().zip(judges).flat_map(move |(start, judge)| {
        start.listed(Arc::clone(&pick)).map(move |listed| (listed, Arc::clone(&judge)))
    });
    let answers =
        parallel::in_order(jobs, BATCH, move |(listed, judge)| look(&baseline, listed, &judge, to.as_deref()));
    Ok(answers.flatten().flatten())
}

/// How many files go to a thread at once.
const BATCH: usize = 16;

fn look(baseline: &Baseline, listed: Listed, judge: &Judge, to: Option<&str>) -> Option<Found> {
    match listed.read(&Limits::default()) {
        Item::Text { path, document, unless_found, .. } => {
            let path = path?;
            let to = judge.to(to, Some(&path));
            let found = examine(&judge.checker, document.text(), to, None);
            let seen = found.map(|(check, _)| Seen {
                prints: baseline.prints(&path, document.text(), &check, judge.checker.policy()),
                // A picture in a folder that is tied to nobody is left out, as in a check.
                unread: match unless_found {
                    Some(_) if check.findings.is_empty() => Vec::new(),
                    _ => gap_lines(&document, &Parts::new(&document, &check, false)),
                },
            });
            let seen = seen.map_err(|why| format!("{}: {why}", path.display()));
            Some((path, seen))
        }
        Item::Skipped(_) => None,
        Item::Failed(error) => Some((error.path.clone().unwrap_or_default(), Err(error.to_string()))),
    }
}
