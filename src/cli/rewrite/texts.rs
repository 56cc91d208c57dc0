//! The drafts that were named, each rewritten, in order, and recorded before anything of it is told.

use super::{Args, Rewritten, Styles, replace, rewritten};
use crate::cli::exit::Exit;
use crate::cli::judging::{self, Judge};
use crate::cli::logging::{Entry, Logbook, Recorder};
use crate::cli::reading::Reading;
use crate::cli::{parallel, screen};
use anyhow::bail;
use safepaste::Checker;
use safepaste::document::Document;
use safepaste::policy::FILE_NAMES;
use safepaste::report::{printable, printable_name};
use safepaste::source::{Inputs, Item, Listed};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Who judges, and the log that is kept of it.
#[derive(Clone)]
pub(super) struct Rules {
    pub judge: Arc<Judge>,
    pub book: Option<Arc<Logbook>>,
    /// From where its policy is looked for.
    pub folder: PathBuf,
}

impl Rules {
    /// The record of a rewrite.
    pub fn entry(&self, text: &str, done: &Rewritten) -> Option<Entry> {
        let bucket = Some(done.after.verdict.bucket);
        self.book.as_ref().map(|book| book.entry("rewrite", text, &done.before, bucket))
    }
}

/// A draft and its rewrite.
pub(super) struct Text {
    pub name: String,
    /// Its file; none for standard input.
    pub path: Option<PathBuf>,
    pub document: Document,
    pub done: Rewritten,
}

impl Text {
    /// Whether the rewrite says something else.
    pub fn changes(&self) -> bool {
        self.done.rewrite.text != self.document.text()
    }
}

/// Why something that was named, or that a named folder holds, was not rewritten.
pub(super) enum Unread {
    /// Left out on purpose: what, and why.
    Skipped(String),
    /// Not examined, or not written: what, and why.
    Failed(String),
}

/// Something to rewrite, and by whose rules.
pub(super) struct Job {
    pub rules: Rules,
    pub listed: Listed,
    pub reading: Reading,
}

/// Everything that was named, each file once.
pub(super) fn jobs(args: &Args) -> anyhow::Result<impl Iterator<Item = Job> + Send + 'static> {
    let paths = args.paths();
    let judges = args.judging.judges(&paths)?;
    if args.verbose {
        args.judging.tell(&judges);
    }
    let checkers: Vec<Arc<Checker>> = judges.iter().map(|judge| Arc::clone(&judge.checker)).collect();
    let books = Logbook::of_all(&checkers, args.judging.role.as_deref());
    if paths.iter().any(|path| path.as_os_str() == "-") {
        screen::hint_at_standard_input();
    }
    let mut seen = HashSet::new();
    let reading = args.reading;
    let all = paths.into_iter().zip(judges.into_iter().zip(books)).flat_map(move |(path, (judge, book))| {
        let rules = Rules { judge, book, folder: judging::folder(&path) };
        Inputs::new([path]).map(move |listed| Job { rules: rules.clone(), listed, reading })
    });
    Ok(all.filter(move |job| match &job.listed {
        Listed::File { path, .. } => path.canonicalize().map_or(true, |path| seen.insert(path)),
        _ => true,
    }))
}

/// Refuses standard input where a file is needed.
pub(super) fn only_files(args: &Args, option: &str) -> anyhow::Result<()> {
    if args.paths().iter().any(|path| path.as_os_str() == "-") {
        bail!("{option} needs a file, and here standard input is read\nhelp: name the file, or leave {option} out");
    }
    Ok(())
}

/// Reads a draft and rewrites it.
pub(super) fn text(job: Job, to: Option<&str>, styles: Styles) -> Result<(Rules, Box<Text>), Unread> {
    let Job { rules, listed, reading } = job;
    if let Listed::File { path, named: false } = &listed
        && let Some(what) = no_draft(path)
    {
        return Err(Unread::Skipped(format!("{}: skipped, {what}", path.display())));
    }
    let (name, path, document) = match listed.read(&reading.limits()) {
        Item::Text { unless_found: Some(picture), .. } => return Err(Unread::Skipped(picture.to_string())),
        Item::Text { name, path, document, .. } => (name, path, document),
        Item::Skipped(skipped) => return Err(Unread::Skipped(skipped.to_string())),
        Item::Failed(error) => return Err(Unread::Failed(error.to_string())),
    };
    let to = rules.judge.to(to, path.as_deref());
    let done = rewritten(&rules.judge.checker, &document, to, styles);
    let done = done.map_err(|why| Unread::Failed(format!("{name}: {why}")))?;
    Ok((rules, Box::new(Text { name, path, document, done })))
}

/// What a file in a folder is, where it is not meant to be rewritten.
fn no_draft(path: &Path) -> Option<&'static str> {
    if replace::is_backup(path) {
        return Some("the old text of a rewritten file");
    }
    FILE_NAMES.iter().any(|name| path.ends_with(name)).then_some("a policy")
}

/// Rewrites everything that was named, on every core. `take` gets what became of it in order, as soon as it is there and
/// recorded. The exit code tells whether all was recorded.
///
/// # Errors
/// When a policy cannot be used, and what `take` fails with.
pub(super) fn each(
    args: &Args,
    mut take: impl FnMut(Vec<Result<Box<Text>, Unread>>) -> anyhow::Result<()>,
) -> anyhow::Result<Exit> {
    let (styles, to) = (args.styles()?, args.judging.to.clone());
    let recorder = Recorder::default();
    for group in parallel::in_order(jobs(args)?, 1, move |job| recorded(job, to.as_deref(), styles)) {
        let (texts, entries): (Vec<_>, Vec<_>) = group.into_iter().unzip();
        recorder.record(entries.into_iter().flatten());
        take(texts)?;
    }
    Ok(recorder.error().map_or(Exit::Safe, |error| screen::error(&error)))
}

fn recorded(job: Job, to: Option<&str>, styles: Styles) -> (Result<Box<Text>, Unread>, Option<Entry>) {
    match text(job, to, styles) {
        Ok((rules, text)) => {
            let entry = rules.entry(text.document.text(), &text.done);
            (Ok(text), entry)
        }
        Err(unread) => (Err(unread), None),
    }
}

/// How many drafts came to what.
pub(super) struct Tally {
    pub changed: usize,
    same: usize,
    failed: usize,
    skipped: usize,
    /// The worst of all.
    pub worst: Exit,
    verbose: bool,
}

impl Tally {
    pub fn new(args: &Args) -> Tally {
        Tally { changed: 0, same: 0, failed: 0, skipped: 0, worst: Exit::Safe, verbose: args.verbose }
    }

    /// Counts a draft that was rewritten, and tells where something remains in it.
    pub fn count(&mut self, text: &Text) {
        for said in text.done.remains().into_iter().chain(text.done.gaps()) {
            screen::say(&printable(&format!("{}: {said}", printable_name(&text.name))));
        }
        self.worst = self.worst.worst(text.done.exit());
        *(if text.changes() { &mut self.changed } else { &mut self.same }) += 1;
    }

    /// Tells and counts a draft whose file stays as it is, for its format can only be read.
    pub fn unchanged(&mut self, text: &Text) {
        self.failed += 1;
        self.worst = self.worst.worst(text.done.exit()).worst(screen::error(&format!(
            "{}: files of this kind can only be read, so the file itself was not changed\nhelp: its rewrite is printed; \
             put it into a new file",
            printable_name(&text.name)
        )));
    }

    /// Tells and counts what was not rewritten.
    pub fn unread(&mut self, unread: &Unread) {
        match unread {
            Unread::Failed(why) => {
                self.failed += 1;
                self.worst = self.worst.worst(screen::error(why));
            }
            Unread::Skipped(what) => {
                self.skipped += 1;
                if self.verbose {
                    screen::say(&printable(what));
                }
            }
        }
    }

    /// What was done in all: `2 rewritten, 1 as it was; 1 not examined; 3 left out`.
    pub fn summary(&self, changed: &str) -> String {
        let mut said = format!("{} {changed}, {} as before", self.changed, self.same);
        if self.failed > 0 {
            said.push_str(&format!("; {} not done, see above", self.failed));
        }
        if self.skipped > 0 {
            let more = if self.verbose { "" } else { " (--verbose tells what)" };
            said.push_str(&format!("; {} left out{more}", self.skipped));
        }
        said
    }

    /// The exit code.
    ///
    /// # Errors
    /// When there was nothing to examine.
    pub fn exit(&self) -> anyhow::Result<Exit> {
        if self.changed + self.same + self.failed == 0 {
            bail!(
                "nothing was examined\nhelp: name a file, or a folder with text in it; --verbose lists what was left out"
            );
        }
        Ok(self.worst)
    }
}
