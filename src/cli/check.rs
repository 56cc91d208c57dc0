//! `safepaste check`: the verdict on drafts.

use super::choosing::{Choosing, Start};
use super::exit::Exit;
use super::judging::{Judge, Judging, examine_part};
use super::logging::{Logbook, Recorder};
use super::parallel;
use super::progress::Progress;
use super::reading::Reading;
use super::screen;
use super::styling::{Chosen, Styling};
use super::writing::{Answer, Total, Way, write};
use anyhow::bail;
use clap::ValueEnum;
use clap::builder::PossibleValuesParser;
use safepaste::baseline::{Baseline, Compared, Known};
use safepaste::document::Document;
use safepaste::policy::Placed;
use safepaste::report::{Checked, FORMATS, Input, Outcome, RecordPlace, Report};
use safepaste::source::jsonl::{LineError, Request, Requests};
use safepaste::source::{Item, Limits, Lines, Listed, Pick, STDIN, Skipped};
use safepaste::{Bucket, Check, Checker};
use serde_json::Value;
use std::cell::Cell;
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
    choosing: Choosing,
    #[command(flatten)]
    judging: Judging,
    /// What the input holds
    #[arg(long, value_enum, default_value = "text")]
    input: InputKind,
    /// How the answer is written
    #[arg(long, default_value = FORMATS[0].name, value_parser = format_names())]
    format: String,
    /// Check nothing; print the JSON Schema of what --format json or jsonl writes
    #[arg(long)]
    schema: bool,
    /// Tell and count only what is not in this list of what was found before, which safepaste baseline create makes
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// The least verdict that makes the exit code other than 0: conditional, if neither this nor the policy says it
    #[arg(long, value_enum, value_name = "VERDICT")]
    fail_on: Option<FailOn>,
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
    judge: Arc<Judge>,
    book: Option<Arc<Logbook>>,
}

enum What {
    Listed(Listed),
    /// A line of a stream.
    Line(Arc<str>, Result<Request, LineError>),
    /// A stream of lines that could not be opened.
    Closed {
        name: String,
        why: String,
    },
}

/// How many files go to a thread at once. Lines of records go one by one: each is held in memory while it waits.
const BATCH: usize = 16;

/// Checks, reports, and says how bad it is.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    against(args, args.baseline.as_deref())
}

/// The same for what is not in a list of what was found before; `args` may name another.
pub fn run_against(args: &Args, list: &Path) -> anyhow::Result<Exit> {
    against(args, Some(args.baseline.as_deref().unwrap_or(list)))
}

fn against(args: &Args, baseline: Option<&Path>) -> anyhow::Result<Exit> {
    if args.schema {
        return print_schema(&args.format);
    }
    let choice = args.choosing.chosen(&args.paths)?;
    if args.input == InputKind::Jsonl && args.choosing.chooses_files() {
        bail!("--input jsonl checks whole streams of lines\nhelp: leave --staged, --diff, --include and --exclude out");
    }
    let chosen = args.styling.chosen()?;
    let screen = args.printing.screen();
    let single = args.input == InputKind::Text && choice.is_single();
    let format = FORMATS.iter().find(|format| format.name == args.format).unwrap_or(&FORMATS[0]);
    let report: Arc<dyn Report> = Arc::from((format.report)(screen.look(single)));
    if args.input == InputKind::Jsonl && baseline.is_some() {
        bail!("a baseline is of files, and --input jsonl reads lines\nhelp: leave --baseline out");
    }
    let baseline = baseline.map(Baseline::read).transpose()?;
    let judges = args.judging.judges(&choice.paths())?;
    if screen.is_verbose() {
        args.judging.tell(&judges);
    }
    if !screen.is_quiet() {
        Judging::tell_weaker(&judges);
    }
    if let Some(threads) = args.threads {
        rayon::ThreadPoolBuilder::new().num_threads(threads.into()).build_global()?;
    }
    let streamed = choice.starts.iter().any(Start::is_stdin);
    if streamed {
        screen::hint_at_standard_input();
    }
    let input = args.input;
    let checkers: Vec<Arc<Checker>> = judges.iter().map(|judge| Arc::clone(&judge.checker)).collect();
    let books = Logbook::of_all(&checkers, args.judging.role.as_deref());
    let pick = choice.pick;
    let jobs = choice.starts.into_iter().zip(judges.into_iter().zip(books)).flat_map(move |(start, (judge, book))| {
        let rules = Rules { judge, book };
        whats(input, start, &pick).map(move |what| Job { rules: rules.clone(), what })
    });
    // How long the bar is, is known once everything is listed.
    let watched = input == InputKind::Text && !single && !streamed && !screen.is_quiet() && Progress::is_watched();
    let (jobs, progress): (Box<dyn Iterator<Item = Job> + Send>, _) = if watched {
        let all: Vec<Job> = jobs.collect();
        let progress = Progress::over(all.len());
        (Box::new(all.into_iter()), progress)
    } else {
        (Box::new(jobs), Progress::none())
    };
    let run = Run {
        report: Arc::clone(&report),
        to: args.judging.to.clone(),
        fail_on: args.fail_on.map(Bucket::from),
        why: args.why,
        chosen,
        baseline,
        limits: args.reading.limits(),
    };
    let batch = if input == InputKind::Text && !streamed { BATCH } else { 1 };
    let recorder = Recorder::default();
    let answers = parallel::in_order(jobs, batch, move |job| run.answer(job)).flat_map(|mut answers| {
        recorder.record(answers.iter_mut().filter_map(|answer| answer.entry.take()));
        answers
    });
    let way = Way { report: &*report, for_people: format.name == FORMATS[0].name, progress: &progress };
    let (mut exit, Total { tally, compared }) = write(way, answers, single)?;
    if let (Some(told), false) = (compared.told(), screen.is_quiet()) {
        screen::say(&told);
    }
    if let Some(error) = recorder.error() {
        exit = exit.worst(screen::error(&error));
    }
    if input == InputKind::Text && !choice.may_be_none && tally.checked() + tally.failed == 0 && exit == Exit::Safe {
        bail!(
            "nothing was examined\nhelp: name a file, or a folder with text in it; --verbose lists what was left out"
        );
    }
    Ok(exit)
}

/// Prints the schema of a format.
fn print_schema(format: &str) -> anyhow::Result<Exit> {
    let Some(schema) = safepaste::report::schema(format) else {
        bail!("--format {format} has no JSON Schema here\nhelp: json and jsonl have one: --format json --schema");
    };
    writeln!(io::stdout(), "{schema:#}")?;
    Ok(Exit::Safe)
}

/// Everything that there is to check where a check begins.
fn whats(input: InputKind, start: Start, pick: &Arc<Pick>) -> Box<dyn Iterator<Item = What> + Send> {
    match input {
        InputKind::Text => Box::new(start.listed(Arc::clone(pick)).map(What::Listed)),
        InputKind::Jsonl => match open(start.path()) {
            Ok(lines) => {
                let stream: Arc<str> = match start.is_stdin() {
                    true => STDIN.into(),
                    false => start.path().display().to_string().into(),
                };
                Box::new(Requests::new(lines).map(move |line| What::Line(Arc::clone(&stream), line)))
            }
            Err(error) => {
                let name = start.path().display().to_string();
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
    /// The least verdict that fails, where the command says it.
    fail_on: Option<Bucket>,
    why: bool,
    chosen: Chosen,
    baseline: Option<Baseline>,
    limits: Limits,
}

/// A text to check, and what counts of it.
struct Text<'t> {
    id: Value,
    /// Its file.
    path: Option<&'t Path>,
    /// Where it stands in a stream of records.
    record: Option<RecordPlace<'t>>,
    document: &'t Document,
    /// Told in its stead, unless something is found.
    unless_found: Option<Skipped>,
    /// Where it goes, where that is not the policy's default.
    to: Option<&'t str>,
    placed: Placed<'t>,
    lines: &'t Lines,
}

impl Run {
    fn answer(&self, job: Job) -> Answer {
        let Job { rules, what } = job;
        match what {
            What::Listed(listed) => {
                let lines = listed.lines();
                match listed.read(&self.limits) {
                    Item::Text { name, path, document, unless_found } => {
                        let path = path.as_deref();
                        let placed = path.map(|path| rules.judge.paths.of(path)).unwrap_or_default();
                        let to = self.to.as_deref().or(placed.to);
                        let (id, document, lines) = (name.into(), &document, &lines);
                        self.text(&rules, &Text { id, path, record: None, document, unless_found, to, placed, lines })
                    }
                    Item::Skipped(skipped) => {
                        let id = Value::from(skipped.path.display().to_string());
                        self.told(&id, None, Outcome::Skipped(&skipped.reason.to_string()))
                    }
                    Item::Failed(error) => {
                        self.told(&Value::from(error.name), None, Outcome::Failed(&error.problem.to_string()))
                    }
                }
            }
            What::Line(stream, Ok(Request { id, text, to, line })) => {
                let record = Some(RecordPlace { stream: &stream, line });
                let to = to.as_deref().or(self.to.as_deref());
                let (document, placed) = (&Document::plain(text), Placed::default());
                let (path, unless_found, lines) = (None, None, &Lines::All);
                self.text(&rules, &Text { id, path, record, document, unless_found, to, placed, lines })
            }
            What::Line(stream, Err(error)) => {
                let record = Some(RecordPlace { stream: &stream, line: error.line });
                self.told(&Value::Null, record, Outcome::Failed(&error.problem.to_string()))
            }
            What::Closed { name, why } => self.told(&Value::from(name), None, Outcome::Failed(&why)),
        }
    }

    fn text(&self, rules: &Rules, text: &Text<'_>) -> Answer {
        let Text { ref id, record, document, to, placed, .. } = *text;
        let checker = &rules.judge.checker;
        let style = self.report.prints_rewrites().then(|| self.chosen.style(checker.policy()));
        let compared = Cell::new(Compared::default());
        let narrow = |check: Check| {
            let known = self.baseline.as_ref().zip(text.path).map(|(baseline, path)| {
                let known = baseline.known(path, document.text(), &check, checker.policy());
                compared.set(known.compared);
                known
            });
            counted(checker, document, check, text.lines, known.as_ref())
        };
        let examined = examine_part(checker, document.text(), to, style, &narrow);
        // Of most pictures in a folder there is nothing to say but that they could not be judged.
        let tied = |check: &Check| check.verdict.bucket != Bucket::Safe && !check.findings.is_empty();
        let tied = examined.as_ref().map_or(true, |(check, _)| tied(check));
        if let (Some(skipped), false) = (&text.unless_found, tied) {
            return self.told(id, None, Outcome::Skipped(&skipped.reason.to_string()));
        }
        let examined = examined.map(|(check, rewrite)| (check.of(document), rewrite.fitted(document)));
        let destination = checker.destination(to);
        let evidence = match &examined {
            Ok((check, _)) if self.why => checker.evidence(document.text(), check),
            _ => Vec::new(),
        };
        match (&examined, destination) {
            (Ok((check, rewrite)), Ok((_, destination))) => {
                let fail_on = self.fail_on.or(placed.fail_on.map(Bucket::from)).unwrap_or(Bucket::Conditional);
                let checked = Checked { document, check, rewrite, evidence: &evidence, destination, fail_on };
                let entry = rules.book.as_ref().map(|book| book.entry("check", document.text(), check, None));
                Answer { entry, compared: compared.get(), ..self.told(id, record, Outcome::Checked(checked)) }
            }
            (Err(why), _) => self.told(id, record, Outcome::Failed(why)),
            (_, Err(unknown)) => self.told(id, record, Outcome::Failed(&unknown.to_string())),
        }
    }

    /// Renders what became of an input.
    fn told(&self, id: &Value, record: Option<RecordPlace<'_>>, outcome: Outcome<'_>) -> Answer {
        let input = Input { id, record, outcome };
        let mut answer = Answer::default();
        answer.tally.add(&outcome);
        if let Outcome::Checked(checked) = outcome {
            answer.warnings = warnings(&input.name(), &checked);
        }
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

/// What is wrong with permissions in a text.
fn warnings(name: &str, checked: &Checked<'_>) -> Vec<String> {
    let mut places = checked.document.places();
    let notes = checked.check.permitted.notes.iter();
    notes.map(|note| format!("{name}:{}: {}", places.at(note.at).line, note.message)).collect()
}

/// What the check says where only some lines count, and nothing that is known.
fn counted(checker: &Checker, document: &Document, check: Check, lines: &Lines, known: Option<&Known>) -> Check {
    if *lines == Lines::All && known.is_none() {
        return check;
    }
    let ranges = lines.bytes(document);
    checker.narrowed(document.text(), &check, |ground| {
        let bytes = ground.bytes();
        let within = ranges.iter().any(|range| bytes.start < range.end && range.start < bytes.end);
        within && known.is_none_or(|known| !known.holds(ground))
    })
}
