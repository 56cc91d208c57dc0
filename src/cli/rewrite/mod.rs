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
use super::judging::{self, Judging, examine, examine_both};
use super::keeping::Keeping;
use super::reading::Reading;
use super::screen::{self, Color};
use super::styling::{Chosen, Styling};
use anyhow::bail;
use clap::ValueEnum;
use safepaste::document::Document;
use safepaste::report::Parts;
use safepaste::rewrite::{Rewrite, Style};
use safepaste::{Bucket, Check, Checker, Policy, report};
use std::collections::BTreeSet;
use std::path::PathBuf;

const AFTER_HELP: &str = "\
Exit codes: the verdict on what was printed, shown or written, the worst of several; 2 where something could not be \
read or written.

Examples:
  safepaste rewrite draft.txt                  print the rewrite
  safepaste rewrite --diff drafts/             see what would change in a folder
  safepaste rewrite --write drafts/            change it; old texts stay as FILE.bak
  safepaste rewrite --interactive draft.txt    decide about each change";

/// What `rewrite` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The drafts; none, or -, reads standard input. Several, or a folder, need --write or --diff
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Put the rewrite in the file's place, and keep the old text beside it as FILE.bak
    #[arg(long, short)]
    write: bool,
    /// Keep no old text beside the rewrite
    #[arg(long, requires = "write")]
    no_backup: bool,
    /// Show what would change, as a patch; nothing is written
    #[arg(long, conflicts_with = "write")]
    diff: bool,
    /// Ask about each change: accept it, keep the text, or write something else
    #[arg(long, short, conflicts_with = "diff")]
    interactive: bool,
    /// What the input holds
    #[arg(long, value_enum, default_value = "text")]
    input: InputKind,
    /// Let --diff show what was taken out even where the output is no terminal
    #[arg(long, requires = "diff")]
    show_values: bool,
    #[command(flatten)]
    styling: Styling,
    #[command(flatten)]
    keeping: Keeping,
    #[command(flatten)]
    judging: Judging,
    #[command(flatten)]
    reading: Reading,
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

impl Args {
    /// The style that was asked for. Only where each value has a stand-in of its own can a reply be turned back.
    fn styles(&self) -> anyhow::Result<Styles> {
        let chosen = self.styling.chosen()?;
        if self.keeping.reversible && chosen.is_other_than_tags() {
            bail!(
                "words such as \"the patient\" cannot be turned back, for they stand for many values alike\nhelp: \
                 leave --style out, or write --style tags, with --reversible"
            );
        }
        Ok(Styles { chosen, reversible: self.keeping.reversible })
    }

    /// Refuses --reversible where more than one draft may be rewritten: each reply is turned back by the draft it answers.
    fn reversible_alone(&self) -> anyhow::Result<()> {
        let other = [("--write", self.write), ("--diff", self.diff), ("--interactive", self.interactive)];
        let other = other.into_iter().find(|(_, given)| *given).map(|(option, _)| option);
        if let Some(other) = other.filter(|_| self.keeping.reversible && self.input == InputKind::Text) {
            bail!(
                "--reversible is for one draft at a time, whose rewrite is printed to be pasted, and does not go with \
                 {other}\nhelp: leave {other} out and send what is printed where you want it: safepaste rewrite --reversible \
                 draft.txt > pasted.txt"
            );
        }
        Ok(())
    }

    /// What was named; nothing means standard input.
    fn paths(&self) -> Vec<PathBuf> {
        if self.paths.is_empty() { vec![PathBuf::from("-")] } else { self.paths.clone() }
    }
}

/// Rewrites. The exit code is the verdict on what was printed or written, for that is what goes on.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    args.color.apply();
    args.reversible_alone()?;
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
    /// The parts of the file that could not be read, a line each.
    unread: Vec<String>,
}

/// How drafts are rewritten: as was asked for, else as the policy of each says.
#[derive(Debug, Clone, Copy)]
struct Styles {
    chosen: Chosen,
    reversible: bool,
}

impl Styles {
    /// The style for a draft under this policy.
    fn of(self, policy: &Policy) -> Style {
        if self.reversible { Style::Tags } else { self.chosen.style(policy) }
    }
}

/// Rewrites a text and judges what came out. The error is a message without any value of the text.
fn rewritten(checker: &Checker, document: &Document, to: Option<&str>, styles: Styles) -> Result<Rewritten, String> {
    let (style, text) = (styles.of(checker.policy()), document.text());
    let (before, rewrite, seen) = examine_both(checker, text, to, style)?;
    let looked_at = rewrite.text.clone();
    let rewrite = rewrite.fitted(document);
    let seen = seen.filter(|_| rewrite.text == looked_at);
    let after = match (style, seen) {
        // Invented values look like real ones, so the text is judged with tags in their place.
        (Style::Surrogate(_), _) => {
            let tagged = judging::rewrite(checker, text, &before, Style::Tags)?;
            examine(checker, &tagged.fitted(document).text, to, None)?.0
        }
        // The last look at the rewrite is the check of it.
        (_, Some(after)) => after,
        (_, None) => examine(checker, &rewrite.text, to, None)?.0,
    };
    Ok(Rewritten { before, rewrite, after, unread: Vec::new() }.of(document))
}

impl Rewritten {
    /// The same for a file, of which a part may not have been read.
    fn of(self, document: &Document) -> Rewritten {
        let unread = report::gap_lines(document, &Parts::new(document, &self.before, false));
        Rewritten { before: self.before.of(document), after: self.after.of(document), unread, ..self }
    }

    /// The exit code of what it is now; never 0 where something remains.
    fn exit(&self) -> Exit {
        let unclean = if self.rewrite.remains.is_empty() { Exit::Safe } else { Exit::Conditional };
        let partial = if self.unread.is_empty() { Exit::Safe } else { Exit::NoVerdict };
        Exit::of(self.after.verdict.bucket, Bucket::Conditional).worst(unclean).worst(partial)
    }

    /// What is to be said where a part of the file could not be read.
    fn gaps(&self) -> Option<String> {
        let gaps = self.unread.join("\n  ");
        (!gaps.is_empty()).then(|| {
            format!(
                "warning: a part of this file could not be read, and the rewrite has nothing of it:\n  {gaps}\nhelp: \
                 open that part and look at it yourself, or leave it out"
            )
        })
    }

    /// What is to be said where the last look still found something.
    fn remains(&self) -> Option<String> {
        let remains = &self.rewrite.remains;
        let first = remains.first()?;
        let kinds: BTreeSet<&str> = remains.iter().map(|finding| report::kind(finding.kind)).collect();
        let kinds = kinds.into_iter().collect::<Vec<_>>().join(", ");
        let line = 1 + self.rewrite.text[..first.bytes.start].matches('\n').count();
        Some(format!(
            "warning: this text is not clean: it may still hold something that identifies somebody ({kinds}), first in \
             line {line}\nhelp: take it out by hand, then check the text again"
        ))
    }

    /// The verdicts, and how much was replaced.
    fn summary(&self) -> String {
        let (was, is) = (self.before.verdict.bucket, self.after.verdict.bucket);
        let changed = self.rewrite.changes.len();
        match (changed, is) {
            (0, _) => format!("{is}: nothing in it had to be replaced"),
            (_, Bucket::Safe) if !self.rewrite.remains.is_empty() => {
                format!("{was} before: {changed} replaced, not all")
            }
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
