//! `safepaste rewrite`: a draft without what identifies somebody, and nothing else, on standard output.

use crate::cli::exit::Exit;
use crate::cli::judging::{Judging, examine};
use crate::cli::logging::{Logbook, Recorder};
use crate::cli::screen::{self, Color};
use anyhow::{Context, anyhow};
use clap::ValueEnum;
use safepaste::Bucket;
use safepaste::rewrite::Style;
use safepaste::source;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

/// What `rewrite` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The draft; none, or -, reads standard input
    #[arg(value_name = "PATH", default_value = "-", hide_default_value = true)]
    path: PathBuf,
    /// How to replace what identifies somebody
    #[arg(long, value_enum, default_value = "natural")]
    style: StyleName,
    #[command(flatten)]
    judging: Judging,
    /// Leave the verdict on standard error out
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    color: Color,
}

/// How to replace.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum StyleName {
    /// With words: the patient, an upcoming appointment
    Natural,
    /// With numbered tags: [NAME_1]
    Tags,
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
    let style = match args.style {
        StyleName::Natural => Style::Natural,
        StyleName::Tags => Style::Tags,
    };
    let (before, rewrite) = examine(checker, document.text(), to, Some(style)).map_err(|why| anyhow!(why))?;
    let (after, _) = examine(checker, &rewrite.text, to, None).map_err(|why| anyhow!(why))?;

    let recorder = Recorder::default();
    let book = Logbook::of(checker, args.judging.role.as_deref());
    recorder.record(book.map(|book| book.entry("rewrite", document.text(), &before, Some(after.verdict.bucket))));
    let unrecorded = recorder.error().map_or(Exit::Safe, |error| screen::error(&error));
    let exit = Exit::of(after.verdict.bucket, Bucket::Conditional).worst(unrecorded);
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

    if !args.quiet {
        let (was, is) = (before.verdict.bucket, after.verdict.bucket);
        let changed = rewrite.changes.len();
        screen::say(&match (changed, is) {
            (0, _) => format!("{is}: nothing in it had to be replaced"),
            (_, Bucket::Safe) => format!("{was} before, {is} now: {changed} replaced"),
            (_, _) => format!("{was} before, still {is} now: {changed} replaced"),
        });
        if is != Bucket::Safe {
            for reason in &after.verdict.reasons {
                screen::say(&format!("  {}  {}", reason.code, reason.why));
            }
        }
    }
    Ok(exit)
}
