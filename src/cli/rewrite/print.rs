//! One rewrite on standard output, and nothing else there; the verdict on standard error.

use super::{Args, rewritten};
use crate::cli::exit::Exit;
use crate::cli::keeping::local;
use crate::cli::logging::{Logbook, Recorder};
use crate::cli::screen;
use anyhow::{Context, anyhow, bail};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// Prints the rewrite of the one draft that was named.
pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let paths = args.paths();
    let path = single(&paths, args.keeping.reversible)?;
    let judges = args.judging.judges(std::slice::from_ref(path))?;
    let judge = judges.first().context("no policy counts for this draft")?;
    let checker = &judge.checker;
    let document = args.reading.draft(path)?;
    let to = judge.to(args.judging.to.as_deref(), Some(path).filter(|path| path.as_os_str() != "-").map(AsRef::as_ref));
    let text = document.text();
    let done = rewritten(checker, &document, to, args.styles()?).map_err(|why| anyhow!(why))?;

    let recorder = Recorder::default();
    let book = Logbook::of(checker, args.judging.role.as_deref());
    recorder.record(book.map(|book| book.entry("rewrite", text, &done.before, Some(done.after.verdict.bucket))));
    let unrecorded = recorder.error().map_or(Exit::Safe, |error| screen::error(&error));
    let exit = done.exit().worst(unrecorded);
    // What cannot be turned back must not be printed as if it could.
    let kept = args.keeping.keep(text, &done.rewrite)?;
    let read = print(&done.rewrite.text)?;
    for said in done.remains().into_iter().chain(done.gaps()).filter(|_| read) {
        screen::say(&said);
    }
    if read && !args.quiet {
        screen::say(&done.summary());
        if let Some(kept) = kept {
            let (id, until) = (&kept.id, local(kept.expires));
            screen::say(&format!("kept until {until} as {id}: safepaste restore puts the values back into the reply"));
        }
        done.say_reasons();
    }
    Ok(exit)
}

/// The one text that can be printed.
pub(super) fn single<P: AsRef<Path>>(paths: &[P], reversible: bool) -> anyhow::Result<&P> {
    let cure = if reversible {
        "help: name one file with --reversible; each reply is turned back by the draft that it answers"
    } else {
        "help: --write puts each rewrite in the file's place, --diff shows what would change"
    };
    match paths {
        [path] if path.as_ref().is_dir() => {
            bail!("{} is a folder, and only one rewrite can be printed\n{cure}", path.as_ref().display())
        }
        [path] => Ok(path),
        _ => bail!("{} drafts were named, and only one rewrite can be printed\n{cure}", paths.len()),
    }
}

/// Prints a rewrite; false where nobody reads it any more.
pub(super) fn print(text: &str) -> anyhow::Result<bool> {
    let mut out = io::stdout().lock();
    let written = if out.is_terminal() {
        out.write_all(safepaste::report::printable(text).as_bytes())
    } else {
        out.write_all(text.as_bytes())
    };
    match written.and_then(|()| if text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") }) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(false),
        written => written.context("cannot write the rewrite")?,
    }
    out.flush().context("cannot write the rewrite")?;
    Ok(true)
}
