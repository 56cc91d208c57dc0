//! Rewrites in the place of their files: each as a whole or not at all, the old text beside it.

use super::replace::Successor;
use super::texts::{Outcome, Tally, Text, each, only_files};
use super::{Args, stop};
use crate::cli::exit::Exit;
use crate::cli::screen;
use anyhow::bail;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use safepaste::Bucket;
use safepaste::report::printable;
use std::path::{Path, PathBuf};

/// Writes the rewrite of every file that was named or that a named folder holds.
pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    only_files(args, "--write")?;
    stop::mind();
    let backup = !args.no_backup;
    let mut tally = Tally::new(args);
    let recorded = each(args, |outcomes| {
        // Waiting for the disk is shared by all threads.
        let done: Vec<_> = outcomes.into_par_iter().map(|outcome| written(outcome, backup)).collect();
        for (outcome, kept) in done {
            match outcome {
                Outcome::Rewritten(text) => tell(args, &mut tally, &text, kept.as_deref()),
                Outcome::Skipped(what) => tally.skip(&what),
                Outcome::Failed(why) => tally.fail(&why),
            }
        }
        Ok(())
    })?;
    let exit = tally.exit()?.worst(recorded);
    if !args.quiet {
        screen::say(&tally.summary("rewritten"));
        if backup && tally.changed > 0 {
            screen::say("The .bak files still say who: delete them as soon as you do not need them.");
        }
    }
    Ok(exit)
}

/// Writes one, where anything changes; the old text's place comes back.
fn written(outcome: Outcome, backup: bool) -> (Outcome, Option<PathBuf>) {
    match outcome {
        Outcome::Rewritten(text) if text.changes() => match put(&text, backup) {
            Ok(kept) => (Outcome::Rewritten(text), kept),
            Err(why) => (Outcome::Failed(format!("{why:#}")), None),
        },
        other => (other, None),
    }
}

/// Puts the rewrite in its file's place; the old text's place comes back, where it was kept.
///
/// # Errors
/// When it is no plain text, has changed since it was read, or the system refuses. The file is then as it was.
pub(super) fn put(text: &Text, backup: bool) -> anyhow::Result<Option<PathBuf>> {
    let (document, name) = (&text.document, &text.name);
    let Some(path) = text.path.as_deref().filter(|_| document.is_plain()) else {
        bail!(
            "{name}: no plain text, so its rewrite cannot be put in its place\nhelp: print the rewrite to a new file"
        );
    };
    let mark = document.mark().as_bytes();
    let next = Successor::new(path, &[mark, text.done.rewrite.text.as_bytes()])?;
    next.take_place(&[mark, document.text().as_bytes()], backup)
}

/// Tells and counts what became of a text.
pub(super) fn tell(args: &Args, tally: &mut Tally, text: &Text, kept: Option<&Path>) {
    let done = &text.done;
    tally.exit = tally.exit.worst(done.exit());
    let changed = text.changes();
    *(if changed { &mut tally.changed } else { &mut tally.same }) += 1;
    if args.quiet || !changed && done.after.verdict.bucket == Bucket::Safe {
        return;
    }
    let kept = kept.and_then(Path::file_name).map_or(String::new(), |name| format!(" (old text: {})", name.display()));
    screen::say(&printable(&format!("{}: {}{kept}", text.name, done.summary())));
    done.say_reasons();
}
