//! `safepaste check`: the verdict on drafts.

use super::exit::Exit;
use super::judging::{Judging, examine};
use super::logging::{Entry, Logbook, Recorder};
use super::parallel;
use super::reading::Reading;
use super::screen;
use super::styling::{Chosen, Styling};
use anyhow::{Context, bail};
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use safepaste::document::Document;
use safepaste::report::{Checked, FORMATS, Input, Outcome, Report, Tally};
use safepaste::source::jsonl::{LineError, Request, Requests};
use safepaste::source::{Inputs, Item, Limits, Listed, Skipped};
use safepaste::{Bucket, Check, Checker};
use serde_json::Value;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What `check` takes.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders to check; none, or -, reads standard input
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    judging: Judging,
    /// What the input holds
    #[arg(long, value_enum, default_value = "text")]
    input: InputKind,
    /// How the answer is written
    #[arg(long, default_value = FORMATS[0].name, value_parser = format_names())]
    format: String,
    /// The least verdict that makes the exit code other than 0
    #[arg(long, value_enum, value_name = "VERDICT", default_value = "conditional")]
    fail_on: FailOn,
    /// How many threads check; as many as there are cores where it is not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    threads: Option<u16>,
    /// Also tell for each finding, in plain words, what speaks for it
    #[arg(long, conflicts_with = "quiet")]
    why: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    styling: Styling,
    #[command(flatten)]
    printing: screen::Printing,
}

/// What the input holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum InputKind {
    /// One draft in each file
    Text,
    /// One draft on each line: {"id": ..., "text": ..., "to": ...}
    Jsonl,
}

/// The least verdict that fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Whatever is not safe
    Conditional,
    /// Only what must not go
    Unsafe,
}

impl From<FailOn> for Bucket {
    fn from(fail_on: FailOn) -> Bucket {
        match fail_on {
            FailOn::Conditional => Bucket::Conditional,
            FailOn::Unsafe => Bucket::Unsafe,
        }
    }
}

/// The formats' names, with their help.
fn format_names() -> PossibleValuesParser {
    FORMATS
        .iter()
        .map(|format| clap::builder::PossibleValue::new(format.name).help(format.help))
        .collect::<Vec<_>>()
        .into()
}

/// Something to check, and by whose rules.
struct Job {
    rules: Rules,
    what: What,
}

/// Who judges, and the log that is kept of it.
#[derive(Clone)]
struct Rules {
    checker: Arc<Checker>,
    book: Option<Arc<Logbook>>,
}

enum What {
    Listed(Listed),
    Line(Result<Request, LineError>),
    /// A stream of lines that could not be opened.
    Closed {
        name: String,
        why: String,
    },
}

/// How many files go to a thread at once. Lines of records go one by one: each is held in memory while it waits.
const BATCH: usize = 16;

/// What became of a job, ready to be written.
#[derive(Default)]
struct Answer {
    report: Vec<u8>,
    /// What standard error is to say.
    error: Option<String>,
    tally: Tally,
    /// What the audit log is to hold.
    entry: Option<Entry>,
}

/// Checks, reports, and says how bad it is.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    let paths = if args.paths.is_empty() { vec![PathBuf::from("-")] } else { args.paths.clone() };
    let chosen = args.styling.chosen()?;
    let screen = args.printing.screen();
    let single = args.input == InputKind::Text && matches!(paths.as_slice(), [path] if !path.is_dir());
    let format = FORMATS.iter().find(|format| format.name == args.format).unwrap_or(&FORMATS[0]);
    let report: Arc<dyn Report> = Arc::from((format.report)(screen.look(single)));
    let checkers = args.judging.checkers(&paths)?;
    if let Some(threads) = args.threads {
        rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global()?;
    }
    let streamed = paths.iter().any(|path| path.as_os_str() == "-");
    if streamed {
        screen::hint_at_standard_input();
    }
    let input = args.input;
    let books = Logbook::of_all(&checkers, args.judging.role.as_deref());
    let jobs = paths.into_iter().zip(checkers.into_iter().zip(books)).flat_map(move |(path, (checker, book))| {
        let rules = Rules { checker, book };
        whats(input, path).map(move |what| Job { rules: rules.clone(), what })
    });
    let run = Run {
        report: Arc::clone(&report),
        to: args.judging.to.clone(),
        why: args.why,
        chosen,
        limits: args.reading.limits(),
    };
    let batch = if input == InputKind::Text && !streamed { BATCH } else { 1 };
    let recorder = Recorder::default();
    let answers = parallel::in_order(jobs, batch, move |job| run.answer(job)).flat_map(|mut answers| {
        recorder.record(answers.iter_mut().filter_map(|answer| answer.entry.take()));
        answers
    });
    let (mut exit, tally) = write(&*report, answers, single, args.fail_on.into())?;
    if let Some(error) = recorder.error() {
        exit = exit.worst(screen::error(&error));
    }
    if input == InputKind::Text && tally.checked() + tally.failed == 0 && exit == Exit::Safe {
        bail!(
            "nothing was examined\nhelp: name a file, or a folder with text in it; --verbose lists what was left out"
        );
    }
    Ok(exit)
}

/// Everything that a path names.
fn whats(input: InputKind, path: PathBuf) -> Box<dyn Iterator<Item = What> + Send> {
    match input {
        InputKind::Text => Box::new(Inputs::new([path]).map(What::Listed)),
        InputKind::Jsonl => match open(&path) {
            Ok(lines) => Box::new(Requests::new(lines).map(What::Line)),
            Err(error) => {
                let name = path.display().to_string();
                Box::new(std::iter::once(What::Closed { name, why: error.to_string() }))
            }
        },
    }
}

/// A stream of lines.
fn open(path: &Path) -> io::Result<Box<dyn BufRead + Send>> {
    Ok(if path.as_os_str() == "-" {
        Box::new(BufReader::new(io::stdin()))
    } else {
        Box::new(BufReader::new(File::open(path)?))
    })
}

/// What every job needs.
struct Run {
    report: Arc<dyn Report>,
    to: Option<String>,
    why: bool,
    chosen: Chosen,
    limits: Limits,
}

impl Run {
    fn answer(&self, job: Job) -> Answer {
        let Job { rules, what } = job;
        match what {
            What::Listed(listed) => match listed.read(&self.limits) {
                Item::Text { name, document, unless_found, .. } => {
                    self.text(&rules, &Value::from(name), &document, unless_found.as_ref(), self.to.as_deref())
                }
                Item::Skipped(skipped) => {
                    let id = Value::from(skipped.path.display().to_string());
                    self.told(&id, None, Outcome::Skipped(&skipped.reason.to_string()))
                }
                Item::Failed(error) => {
                    self.told(&Value::from(error.name), None, Outcome::Failed(&error.problem.to_string()))
                }
            },
            What::Line(Ok(Request { id, text, to, .. })) => {
                self.text(&rules, &id, &Document::plain(text), None, to.as_deref().or(self.to.as_deref()))
            }
            What::Line(Err(error)) => {
                self.told(&Value::Null, Some(error.line), Outcome::Failed(&error.problem.to_string()))
            }
            What::Closed { name, why } => self.told(&Value::from(name), None, Outcome::Failed(&why)),
        }
    }

    fn text(
        &self,
        rules: &Rules,
        id: &Value,
        document: &Document,
        unless_found: Option<&Skipped>,
        to: Option<&str>,
    ) -> Answer {
        let checker = &rules.checker;
        let style = self.report.prints_rewrites().then(|| self.chosen.style(checker.policy()));
        let examined = examine(checker, document.text(), to, style);
        // Of most pictures in a folder there is nothing to say but that they could not be judged.
        let tied = |check: &Check| check.verdict.bucket != Bucket::Safe && !check.findings.is_empty();
        let tied = examined.as_ref().map_or(true, |(check, _)| tied(check));
        let examined = examined.map(|(check, rewrite)| (check.of(document), rewrite.fitted(document)));
        if let Some(skipped) = unless_found
            && !tied
        {
            return self.told(id, None, Outcome::Skipped(&skipped.reason.to_string()));
        }
        let destination = checker.destination(to);
        let evidence = match &examined {
            Ok((check, _)) if self.why => checker.evidence(document.text(), check),
            _ => Vec::new(),
        };
        match (&examined, destination) {
            (Ok((check, rewrite)), Ok((_, destination))) => {
                let checked = Checked { document, check, rewrite, evidence: &evidence, destination };
                let entry = rules.book.as_ref().map(|book| book.entry("check", document.text(), check, None));
                Answer { entry, ..self.told(id, None, Outcome::Checked(checked)) }
            }
            (Err(why), _) => self.told(id, None, Outcome::Failed(why)),
            (_, Err(unknown)) => self.told(id, None, Outcome::Failed(&unknown.to_string())),
        }
    }

    /// Renders what became of an input.
    fn told(&self, id: &Value, line: Option<u64>, outcome: Outcome<'_>) -> Answer {
        let input = Input { id, line, outcome };
        let mut answer = Answer::default();
        answer.tally.add(&outcome);
        if let (Outcome::Failed(why), false) = (outcome, self.report.tells_failures()) {
            answer.error = Some(format!("{}: {why}", input.name()));
        }
        if let Err(error) = self.report.input(&input, &mut answer.report) {
            answer.error = Some(format!("{}: {error}", input.name()));
            answer.tally.failed += 1;
        }
        answer
    }
}

/// Writes the answers in order. A reader that goes away ends the run quietly, but never turns it into a success.
fn write(
    report: &dyn Report,
    mut answers: impl Iterator<Item = Answer>,
    single: bool,
    fail_on: Bucket,
) -> anyhow::Result<(Exit, Tally)> {
    let mut tally = Tally::default();
    match write_all(report, &mut answers, &mut tally) {
        Ok(()) => Ok((exit(&tally, fail_on), tally)),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe && single => {
            answers.for_each(|answer| tally.merge(answer.tally));
            Ok((exit(&tally, fail_on), tally))
        }
        // Of many texts, or of a stream without end, the rest is not examined.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            Ok((exit(&tally, fail_on).worst(Exit::NoVerdict), tally))
        }
        Err(error) => Err(error).context("cannot write the answer"),
    }
}

fn write_all(report: &dyn Report, answers: impl Iterator<Item = Answer>, tally: &mut Tally) -> io::Result<()> {
    // Flushed after each answer: whoever waits for the answer to one line gets it before sending the next.
    let mut out = io::BufWriter::new(io::stdout().lock());
    report.begin(&mut out)?;
    let mut follows = false;
    for answer in answers {
        tally.merge(answer.tally);
        if let Some(error) = answer.error {
            screen::error(&error);
        }
        if !answer.report.is_empty() {
            if follows {
                out.write_all(report.separator().as_bytes())?;
            }
            follows = true;
            out.write_all(&answer.report)?;
            out.flush()?;
        }
    }
    report.end(tally, &mut out)?;
    out.flush()
}

/// The exit code that a tally makes.
fn exit(tally: &Tally, fail_on: Bucket) -> Exit {
    [
        (tally.failed + tally.partial, Exit::NoVerdict),
        (tally.conditional, Exit::of(Bucket::Conditional, fail_on)),
        (tally.unsafe_, Exit::Unsafe),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .fold(Exit::Safe, |worst, (_, exit)| worst.worst(exit))
}
