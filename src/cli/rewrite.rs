//! `safepaste rewrite`: a draft without what identifies somebody, and nothing else, on standard output.

use super::exit::Exit;
use super::judging::{Judging, examine};
use super::keeping::{Keeping, local};
use super::logging::{Logbook, Recorder};
use super::screen::{self, Color};
use super::styling::Styling;
use anyhow::{Context, anyhow, bail};
use safepaste::report;
use safepaste::rewrite::{Rewrite, Style};
use safepaste::source;
use safepaste::{Bucket, Policy};
use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

/// What `rewrite` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The draft; none, or -, reads standard input
    #[arg(value_name = "PATH", default_value = "-", hide_default_value = true)]
    path: PathBuf,
    #[command(flatten)]
    styling: Styling,
    #[command(flatten)]
    keeping: Keeping,
    #[command(flatten)]
    judging: Judging,
    /// Leave the verdict on standard error out
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    color: Color,
}

impl Args {
    /// The style that was asked for. Only where each value has a stand-in of its own can a reply be turned back.
    fn style(&self, policy: &Policy) -> anyhow::Result<Style> {
        let chosen = self.styling.chosen()?;
        if !self.keeping.reversible {
            return Ok(chosen.style(policy));
        }
        if chosen.is_other_than_tags() {
            bail!(
                "words such as \"the patient\" cannot be turned back, for they stand for many values alike\nhelp: \
                 leave --style out, or write --style tags, with --reversible"
            );
        }
        Ok(Style::Tags)
    }
}

/// Prints the rewrite. The exit code is the verdict on what was printed, for that is what goes on.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    args.color.apply();
    let to = args.judging.to.as_deref();
    let checkers = args.judging.checkers(std::slice::from_ref(&args.path))?;
    let checker = checkers.first().context("no policy counts for this draft")?;
    let document = if args.path.as_os_str() == "-" {
        screen::hint_at_standard_input();
        source::read_stdin()?
    } else {
        source::read(&args.path)?
    };
    let style = args.style(checker.policy())?;
    let (before, rewrite) = examine(checker, document.text(), to, Some(style)).map_err(|why| anyhow!(why))?;
    // Invented values look like real ones, so the text is judged with tags in their place.
    let judged = match style {
        Style::Surrogate(_) => {
            let tagged = examine(checker, document.text(), to, Some(Style::Tags)).map_err(|why| anyhow!(why))?;
            tagged.1.text
        }
        _ => rewrite.text.clone(),
    };
    let (after, _) = examine(checker, &judged, to, None).map_err(|why| anyhow!(why))?;

    let recorder = Recorder::default();
    let book = Logbook::of(checker, args.judging.role.as_deref());
    recorder.record(book.map(|book| book.entry("rewrite", document.text(), &before, Some(after.verdict.bucket))));
    let unrecorded = recorder.error().map_or(Exit::Safe, |error| screen::error(&error));
    let unclean = if rewrite.remains.is_empty() { Exit::Safe } else { Exit::Conditional };
    let exit = Exit::of(after.verdict.bucket, Bucket::Conditional).worst(unclean).worst(unrecorded);
    // What cannot be turned back must not be printed as if it could.
    let kept = args.keeping.keep(document.text(), &rewrite)?;
    let mut out = io::stdout().lock();
    let written = if io::stdout().is_terminal() {
        out.write_all(safepaste::report::printable(&rewrite.text).as_bytes())
    } else {
        out.write_all(rewrite.text.as_bytes())
    };
    match written.and_then(|()| if rewrite.text.ends_with('\n') { Ok(()) } else { out.write_all(b"\n") }) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(exit),
        written => written.context("cannot write the rewrite")?,
    }
    out.flush().context("cannot write the rewrite")?;

    if let Some(remains) = remains(&rewrite) {
        screen::say(&remains);
    }
    if !args.quiet {
        let (was, is) = (before.verdict.bucket, after.verdict.bucket);
        let changed = rewrite.changes.len();
        screen::say(&match (changed, is) {
            (0, _) => format!("{is}: nothing in it had to be replaced"),
            (_, Bucket::Safe) if !rewrite.remains.is_empty() => format!("{was} before: {changed} replaced, not all"),
            (_, Bucket::Safe) => format!("{was} before, {is} now: {changed} replaced"),
            (_, _) => format!("{was} before, still {is} now: {changed} replaced"),
        });
        if let Some(kept) = kept {
            let (id, until) = (&kept.id, local(kept.expires));
            screen::say(&format!("kept until {until} as {id}: safepaste restore puts the values back into the reply"));
        }
        if is != Bucket::Safe {
            for reason in &after.verdict.reasons {
                screen::say(&format!("  {}  {}", reason.code, reason.why));
            }
        }
    }
    Ok(exit)
}

/// What is to be said where the last look still found something.
fn remains(rewrite: &Rewrite) -> Option<String> {
    let first = rewrite.remains.first()?;
    let kinds: BTreeSet<&str> = rewrite.remains.iter().map(|finding| report::kind(finding.kind)).collect();
    let kinds = kinds.into_iter().collect::<Vec<_>>().join(", ");
    let line = 1 + rewrite.text[..first.bytes.start].matches('\n').count();
    Some(format!(
        "warning: this text is not clean: it may still hold something that identifies somebody ({kinds}), first in line \
         {line}\nhelp: take it out by hand, then check the text again"
    ))
}
