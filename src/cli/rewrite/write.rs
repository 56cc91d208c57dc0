//! Rewrites in the place of their files: each as a whole or not at all, the old text beside it.

use super::replace::Successor;
use super::texts::{Tally, Text, Unread, each, only_files};
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
    let recorded = each(args, |texts| {
        // Waiting for the disk is shared by all threads.
        let done: Vec<_> = texts.into_par_iter().map(|text| written(text?, backup)).collect();
        for written in done {
            match written {
                Ok((text, kept)) => tell(args, &mut tally, &text, kept.as_deref()),
                Err(unread) => tally.unread(&unread),
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

/// Writes one, where anything changes; the old text's place comes back, where it was kept.
pub(super) fn written(text: Box<Text>, backup: bool) -> Result<(Box<Text>, Option<PathBuf>), Unread> {
    let kept =
        if text.changes() { put(&text, backup).map_err(|why| Unread::Failed(format!("{why:#}")))? } else { None };
    Ok((text, kept))
}

/// Puts the rewrite in its file's place.
///
/// # Errors
/// When it is no plain text, has changed since it was read, or the system refuses. The file is then as it was.
fn put(text: &Text, backup: bool) -> anyhow::Result<Option<PathBuf>> {
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
    tally.count(text);
    if args.quiet || !text.changes() && done.after.verdict.bucket == Bucket::Safe {
        return;
    }
    let kept = kept.and_then(Path::file_name).map_or(String::new(), |name| format!(" (old text: {})", name.display()));
    screen::say(&printable(&format!("{}: {}{kept}", text.name, done.summary())));
    done.say_reasons();
}
