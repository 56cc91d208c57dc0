//! Rewrites in the place of their files: each as a whole or not at all, the old text beside it.

use super::replace::{self, Successor};
use super::texts::{Tally, Text, Unread, each, only_files};
use super::{Args, print, stop};
use crate::cli::exit::Exit;
use crate::cli::screen;
use anyhow::Context;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use safepaste::Bucket;
use safepaste::report::printable_name;
use safepaste::source::{self, Limits, Written};
use std::path::{Path, PathBuf};

/// Writes the rewrite of every file that was named or that a named folder holds.
pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    only_files(args, "--write")?;
    stop::mind();
    let (backup, limits) = (!args.no_backup, args.reading.limits());
    let mut tally = Tally::new(args);
    let recorded = each(args, |texts| {
        // Waiting for the disk is shared by all threads.
        let done: Vec<_> = texts.into_par_iter().map(|text| written(text?, backup, &limits)).collect();
        for written in done {
            match written {
                Ok((text, put)) => tell(args, &mut tally, &text, &put)?,
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

/// What became of a text's file.
pub(super) enum Put {
    /// It holds the rewrite, or what it held already; where the old text was kept, if it was.
    There(Option<PathBuf>),
    /// Its format can only be read, so it is as it was.
    Unchanged,
}

/// Writes one, where anything changes.
pub(super) fn written(text: Box<Text>, backup: bool, limits: &Limits) -> Result<(Box<Text>, Put), Unread> {
    let put = if text.changes() {
        put(&text, backup, limits).map_err(|why| Unread::Failed(format!("{why:#}")))?
    } else {
        Put::There(None)
    };
    Ok((text, put))
}

/// Puts the rewrite in its file's place.
///
/// # Errors
/// When the file has changed since it was read, or the system refuses. It is then as it was.
fn put(text: &Text, backup: bool, limits: &Limits) -> anyhow::Result<Put> {
    let path = text.path.as_deref().context("standard input has no file that the rewrite could be put into")?;
    // What can never be written is told first.
    replace::target(path)?;
    let changes = &text.done.rewrite.changes;
    let changes: Vec<_> = changes.iter().map(|change| (change.bytes.clone(), change.replacement.clone())).collect();
    let Some(Written { old, new }) = source::written(path, &text.document, &changes, limits)? else {
        return Ok(Put::Unchanged);
    };
    Successor::new(path, &new)?.take_place(&old, backup).map(Put::There)
}

/// Tells and counts what became of a text. One that could not be put into its file is printed.
pub(super) fn tell(args: &Args, tally: &mut Tally, text: &Text, put: &Put) -> anyhow::Result<()> {
    let done = &text.done;
    let kept = match put {
        Put::There(kept) => kept.as_deref().and_then(Path::file_name),
        Put::Unchanged => {
            tally.unchanged(text);
            print::print(&done.rewrite.text)?;
            return Ok(());
        }
    };
    tally.count(text);
    if args.quiet || !text.changes() && done.after.verdict.bucket == Bucket::Safe {
        return Ok(());
    }
    let kept = kept.map_or(String::new(), |name| format!(" (old text: {})", name.display()));
    screen::say(&printable_name(&format!("{}: {}{kept}", text.name, done.summary())));
    done.say_reasons();
    Ok(())
}
