//! `safepaste rewrite`: drafts without what identifies somebody.
//!
//! Here is what every way of output shares: the arguments, and the rewriting of one text. `print` puts one text on
//! standard output, `write` puts rewrites in the files' place (`replace`, `stop`), `diff` shows what would change,
//! `interactive` asks (`ask`, `allow`), and `lines` rewrites a stream of records. `texts` lists what was named.

mod allow;
mod ask;
mod diff;
mod interactive;
mod lines;
mod print;
mod replace;
mod stop;
mod texts;
mod write;

use super::exit::Exit;
use super::judging::{Judging, examine};
use super::keeping::Keeping;
use super::screen::{self, Color};
use anyhow::bail;
use clap::ValueEnum;
use safepaste::rewrite::{Rewrite, Style};
use safepaste::{Bucket, Check, Checker};
use std::path::PathBuf;

const AFTER_HELP: &str = "\
Exit codes: the verdict on what was printed, shown or written, the worst of several; 2 where something could not be \
read or written.

Examples:
  safepaste rewrite draft.txt                  print the rewrite
  safepaste rewrite --diff drafts/             see what would change in a folder
  safepaste rewrite --write drafts/            change it, and keep the old texts as FILE.bak
  safepaste rewrite --interactive draft.txt    decide about each change";

/// What `rewrite` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The drafts; none, or -, reads standard input. Several, or a folder, need --write or --diff
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Put the rewrite in the file's place, and keep the old text beside it as FILE.bak
    #[arg(long, short, conflicts_with = "reversible")]
    write: bool,
    /// Keep no old text beside the rewrite
    #[arg(long, requires = "write")]
    no_backup: bool,
    /// Show what would change, as a patch; nothing is written
    #[arg(long, conflicts_with_all = ["write", "reversible"])]
    diff: bool,
    /// Ask about each change: accept it, keep the text, or write something else
    #[arg(long, short, conflicts_with_all = ["diff", "reversible"])]
    interactive: bool,
    /// What the input holds
    #[arg(long, value_enum, default_value = "text")]
    input: InputKind,
    /// Let --diff show what was taken out even where the output is no terminal
    #[arg(long, requires = "diff")]
    show_values: bool,
    /// How to replace what identifies somebody; natural, unless it is to be reversible
    #[arg(long, value_enum)]
    style: Option<StyleName>,
    #[command(flatten)]
    keeping: Keeping,
    #[command(flatten)]
    judging: Judging,
    /// Leave the verdict on standard error out
    #[arg(long, short)]
    quiet: bool,
    /// Also say what was left out in folders
    #[arg(long, short, conflicts_with = "quiet")]
    verbose: bool,
    #[command(flatten)]
    color: Color,
}

/// What the input holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum InputKind {
    /// One draft in each file
    Text,
    /// One draft on each line: {"id": ..., "text": ...}; its text is rewritten, all else in the line stays
    Jsonl,
}

/// How to replace.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum StyleName {
    /// With words: the patient, an upcoming appointment
    Natural,
    /// With numbered tags: [NAME_1]
    Tags,
}

impl Args {
    /// The style that was asked for. Only where each value has a stand-in of its own can a reply be turned back.
    fn style(&self) -> anyhow::Result<Style> {
        match (self.style, self.keeping.reversible) {
            (Some(StyleName::Natural), true) => bail!(
                "words such as \"the patient\" cannot be turned back, for they stand for many values alike\nhelp: \
                 leave --style out, or write --style tags, with --reversible"
            ),
            (Some(StyleName::Natural) | None, false) => Ok(Style::Natural),
            (Some(StyleName::Tags), _) | (None, true) => Ok(Style::Tags),
        }
    }

    /// What was named; nothing means standard input.
    fn paths(&self) -> Vec<PathBuf> {
        if self.paths.is_empty() { vec![PathBuf::from("-")] } else { self.paths.clone() }
    }
}

/// Rewrites. The exit code is the verdict on what was printed or written, for that is what goes on.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    args.color.apply();
    if args.input == InputKind::Jsonl {
        if args.write || args.diff || args.interactive || args.keeping.reversible {
            bail!(
                "--input jsonl prints the lines with their texts rewritten, and does nothing else\nhelp: leave --write, \
                 --diff, --interactive and --reversible out"
            );
        }
        lines::run(args)
    } else if args.interactive {
        interactive::run(args)
    } else if args.diff {
        diff::run(args)
    } else if args.write {
        write::run(args)
    } else {
        print::run(args)
    }
}

/// A text, what it was, and what it is now.
struct Rewritten {
    before: Check,
    rewrite: Rewrite,
    /// The check of the rewrite.
    after: Check,
}

/// Rewrites a text and judges what came out. The error is a message without any value of the text.
fn rewritten(checker: &Checker, text: &str, to: Option<&str>, style: Style) -> Result<Rewritten, String> {
    let (before, rewrite) = examine(checker, text, to, Some(style))?;
    let (after, _) = examine(checker, &rewrite.text, to, None)?;
    Ok(Rewritten { before, rewrite, after })
}

impl Rewritten {
    /// The exit code of what it is now.
    fn exit(&self) -> Exit {
        Exit::of(self.after.verdict.bucket, Bucket::Conditional)
    }

    /// The verdicts, and how much was replaced.
    fn summary(&self) -> String {
        let (was, is) = (self.before.verdict.bucket, self.after.verdict.bucket);
        let changed = self.rewrite.changes.len();
        match (changed, is) {
            (0, _) => format!("{is}: nothing in it had to be replaced"),
            (_, Bucket::Safe) => format!("{was} before, {is} now: {changed} replaced"),
            (_, _) => format!("{was} before, still {is} now: {changed} replaced"),
        }
    }

    /// Says why it is not safe, where it is not.
    fn say_reasons(&self) {
        if self.after.verdict.bucket != Bucket::Safe {
            for reason in &self.after.verdict.reasons {
                screen::say(&format!("  {}  {}", reason.code, reason.why));
            }
        }
    }
}
