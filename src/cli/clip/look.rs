//! One look at what was copied: the verdict, and the rewrite in its place.

use super::Options;
use super::board::Board;
use crate::cli::exit::Exit;
use crate::cli::judging::examine;
use crate::cli::keeping::local;
use crate::cli::logging::{Logbook, Recorder};
use crate::cli::screen;
use anyhow::{Context, anyhow};
use safepaste::document::Document;
use safepaste::report::{Checked, FORMATS, Input, Outcome, Report};
use safepaste::rewrite::{Rewrite, Style};
use safepaste::{Bucket, Check, Checker};
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Who looks, and by whose rules.
pub(super) struct Looker<'o> {
    options: &'o Options,
    checker: Arc<Checker>,
    book: Option<Arc<Logbook>>,
    /// At full length for a single look, short for many.
    report: Box<dyn Report>,
}

impl<'o> Looker<'o> {
    /// Judges by the policy that counts in this folder.
    pub(super) fn new(options: &'o Options) -> anyhow::Result<Looker<'o>> {
        let look = options.printing.screen().look(!options.watch);
        let checkers = options.judging.checkers(&[PathBuf::from("-")])?;
        let checker = checkers.into_iter().next().context("no policy counts here")?;
        let book = Logbook::of(&checker, options.judging.role.as_deref());
        Ok(Looker { options, checker, book, report: (FORMATS[0].report)(look) })
    }

    /// Tells the verdict, and replaces the text where that is asked for. The exit code is the verdict on what the
    /// clipboard then holds; the text is what it holds where it was replaced.
    pub(super) fn look(&self, board: &mut Board, text: &str) -> anyhow::Result<(Exit, Option<Zeroizing<String>>)> {
        let to = self.options.judging.to.as_deref();
        let style = if self.options.keeping.reversible { Style::Tags } else { Style::Natural };
        let (before, rewrite) = examine(&self.checker, text, to, Some(style)).map_err(|why| anyhow!(why))?;
        let changes = self.options.replace && !rewrite.changes.is_empty();
        let after = match changes {
            true => Some(examine(&self.checker, &rewrite.text, to, None).map_err(|why| anyhow!(why))?.0),
            false => None,
        };
        let recorder = Recorder::default();
        let bucket = after.as_ref().map(|after| after.verdict.bucket);
        recorder.record(self.book.as_ref().map(|book| book.entry("clip", text, &before, bucket)));
        let unrecorded = recorder.error().map_or(Exit::Safe, |error| screen::error(&error));
        self.tell(text, &before, &rewrite)?;
        let Some(after) = after else {
            if self.options.replace && !self.options.watch {
                screen::say("Nothing in it had to be replaced, so the clipboard is as it was.");
            }
            return Ok((Exit::of(before.verdict.bucket, Bucket::Conditional).worst(unrecorded), None));
        };
        let kept = self.options.keeping.keep(text, &rewrite)?;
        board.put(&rewrite.text, false)?;
        let mut note = format!("The clipboard now holds the rewrite: {}.", after.verdict.bucket);
        if let Some(kept) = kept {
            note.push_str(&format!(
                " safepaste clip restore puts the values back into the reply, until {} ({}).",
                local(kept.expires),
                kept.id
            ));
        }
        screen::say(&note);
        let unclean = if rewrite.remains.is_empty() { Exit::Safe } else { Exit::Conditional };
        let exit = Exit::of(after.verdict.bucket, Bucket::Conditional).worst(unclean).worst(unrecorded);
        Ok((exit, Some(Zeroizing::new(rewrite.text))))
    }

    /// Prints the verdict.
    fn tell(&self, text: &str, check: &Check, rewrite: &Rewrite) -> anyhow::Result<()> {
        let (_, destination) = self.checker.destination(self.options.judging.to.as_deref())?;
        let document = Document::plain(text.to_owned());
        let checked =
            Checked { document: &document, check, rewrite, evidence: &[], destination, fail_on: Bucket::Conditional };
        let id = serde_json::Value::from("clipboard");
        let mut answer = Vec::new();
        self.report.input(&Input { id: &id, record: None, outcome: Outcome::Checked(checked) }, &mut answer)?;
        let mut out = io::stdout().lock();
        out.write_all(&answer).and_then(|()| out.flush()).context("cannot write the answer")
    }
}
