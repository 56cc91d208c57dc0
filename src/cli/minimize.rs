//! `safepaste minimize`: of a record, only what a task needs, without what identifies somebody: 45 CFR 164.502(b).

use super::exit::Exit;
use super::judging::{Judging, examine};
use super::logging::{Logbook, Recorder};
use super::offering;
use super::reading::Reading;
use super::screen::{self, Color};
use anyhow::{Context, anyhow};
use clap::ValueEnum;
use clap_complete::ArgValueCompleter;
use safepaste::minimum::{Minimized, minimize};
use safepaste::report::{Parts, gap_lines};
use safepaste::rewrite::Style;
use safepaste::{Bucket, Check, Checker, Kind, Policy};
use serde_json::json;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

const AFTER_HELP: &str = "\
Exit codes: the verdict on what was printed; 2 where something could not be read.

Examples:
  safepaste minimize --template follow_up intake.txt    what a follow-up needs
  pbpaste | safepaste minimize --template follow_up -q  the facts of what you copied";

/// What `minimize` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// The form or the note; none, or -, reads standard input
    #[arg(value_name = "FILE", default_value = "-", hide_default_value = true)]
    path: PathBuf,
    /// The task, by the name that the policy gives its list of facts (templates), such as follow_up
    #[arg(long, value_name = "TASK", add = ArgValueCompleter::new(offering::templates))]
    template: String,
    #[command(flatten)]
    judging: Judging,
    #[command(flatten)]
    reading: Reading,
    /// How the answer is written
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Leave out what standard error says: what was left out, what is missing, and the verdict
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    color: Color,
}

/// How the answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The facts, ready to copy; the rest on standard error
    Text,
    /// Everything in one object
    Json,
}

/// Prints what the task needs. The exit code is the verdict on what was printed, for that is what goes on.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    args.color.apply();
    let to = args.judging.to.as_deref();
    let checkers = args.judging.checkers(std::slice::from_ref(&args.path))?;
    let checker = checkers.first().context("no policy counts for this record")?;
    let (task, template) = template(checker.policy(), &args.template)?;
    let document = args.reading.draft(&args.path)?;
    let (before, minimized, remains) = minimum(checker, document.text(), template, to)?;
    let text = minimized.text();
    let (after, _) = examine(checker, &text, to, None).map_err(|why| anyhow!(why))?;
    let (before, after) = (before.of(&document), after.of(&document));
    let gaps = gap_lines(&document, &Parts::new(&document, &before, false));

    let recorder = Recorder::default();
    let book = Logbook::of(checker, args.judging.role.as_deref());
    recorder.record(book.map(|book| book.entry("minimize", document.text(), &before, Some(after.verdict.bucket))));
    let unrecorded = recorder.error().map_or(Exit::Safe, |error| screen::error(&error));
    let partial = if gaps.is_empty() { Exit::Safe } else { Exit::NoVerdict };
    let unclean = if remains.is_empty() { Exit::Safe } else { Exit::Conditional };
    let exit = Exit::of(after.verdict.bucket, Bucket::Conditional).worst(partial).worst(unclean).worst(unrecorded);
    let found = kinds(after.findings.iter().map(|finding| finding.kind).chain(remains));

    let answer = match args.format {
        Format::Text => text,
        Format::Json => object(task, &minimized, &text, &after, &found)?,
    };
    match print(&answer) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(exit),
        written => written.context("cannot write what is needed")?,
    }
    for gap in gaps {
        screen::say(&format!("not read, and nothing of it is in the answer: {gap}"));
    }
    for kind in &found {
        screen::say(&format!("still in it: {kind}; take it out by hand, then check it again"));
    }
    if !args.quiet && args.format == Format::Text {
        tell(&minimized, &after);
    }
    Ok(exit)
}

/// The facts of a task, with the name that the policy gives it; `follow-up` is `follow_up`.
fn template<'p>(policy: &'p Policy, asked: &str) -> anyhow::Result<(&'p str, &'p [String])> {
    let name = asked.trim().to_lowercase().replace(['-', ' '], "_");
    let known = policy.templates.iter().find(|(known, _)| *known == asked || **known == name);
    known.map(|(known, facts)| (known.as_str(), facts.as_slice())).ok_or_else(|| {
        let names: Vec<&str> = policy.templates.keys().map(String::as_str).collect();
        let cure = match (safepaste::nearest(&name, names.iter().copied()), names.is_empty()) {
            (_, true) => "list the facts of the task under `templates` in your policy".to_owned(),
            (Some(near), _) => format!("did you mean {near}? the policy has {}", names.join(", ")),
            (None, _) => format!("the policy has {}", names.join(", ")),
        };
        anyhow!("no template is called {asked:?}\nhelp: {cure}")
    })
}

/// The check of a record, what a template needs of it, de-identified and looked at again, and the kinds that no rewrite
/// could take out.
fn minimum(
    checker: &Checker,
    text: &str,
    template: &[String],
    to: Option<&str>,
) -> anyhow::Result<(Check, Minimized, Vec<Kind>)> {
    // The whole is rewritten first: what one line tells about a name in another would be lost afterwards.
    let natural = |text: &str| examine(checker, text, to, Some(Style::Natural)).map_err(|why| anyhow!(why));
    let (check, rewrite) = natural(text)?;
    let minimized = minimize(&rewrite.text, template);
    let (mut failed, mut remains) = (None, Vec::new());
    let minimized = minimized.rewritten(|text| match natural(text) {
        Ok((_, rewrite)) => {
            remains.extend(rewrite.remains.iter().map(|finding| finding.kind));
            rewrite
        }
        Err(error) => {
            failed.get_or_insert(error);
            Default::default()
        }
    });
    failed.map_or(Ok((check, minimized, remains)), Err)
}

/// The codes of kinds, each once.
fn kinds(found: impl Iterator<Item = Kind>) -> Vec<&'static str> {
    let mut kinds: Vec<&str> = found.map(Kind::code).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Everything in one object.
fn object(task: &str, minimized: &Minimized, text: &str, after: &Check, found: &[&str]) -> anyhow::Result<String> {
    let fields: serde_json::Map<_, _> =
        minimized.kept.iter().map(|field| (field.name.clone(), json!(field.values))).collect();
    let reasons: Vec<&str> = after.verdict.reasons.iter().map(|reason| reason.code.as_str()).collect();
    let object = json!({
        "template": task,
        "fields": fields,
        "missing": minimized.missing,
        "left_out": minimized.left_out,
        "unlabelled_lines": minimized.unlabelled,
        "text": text,
        "bucket": after.verdict.bucket.to_string(),
        "reasons": reasons,
        "still_found": found,
    });
    Ok(serde_json::to_string_pretty(&object)? + "\n")
}

fn print(answer: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if out.is_terminal() {
        out.write_all(safepaste::report::printable(answer).as_bytes())?;
    } else {
        out.write_all(answer.as_bytes())?;
    }
    out.flush()
}

/// Says what is not printed, and the verdict on what is.
fn tell(minimized: &Minimized, after: &Check) {
    let options = textwrap::Options::new(screen::width()).subsequent_indent("  ");
    let say = |line: &str| screen::say(&textwrap::fill(&safepaste::report::printable(line), &options));
    if !minimized.missing.is_empty() {
        let names: Vec<String> = minimized.missing.iter().map(|name| name.replace('_', " ")).collect();
        say(&format!("the form says nothing about: {}", names.join(", ")));
    }
    if !minimized.left_out.is_empty() {
        say(&format!("left out: {}", minimized.left_out.join(", ")));
    }
    match minimized.unlabelled {
        0 => {}
        1 => say("left out: 1 line that stands under no label"),
        lines => say(&format!("left out: {lines} lines that stand under no label")),
    }
    let bucket = after.verdict.bucket;
    if minimized.kept.is_empty() {
        say("nothing of it is needed for this task");
    } else {
        say(&format!("{bucket}: what the task needs"));
    }
    if bucket != Bucket::Safe {
        for reason in &after.verdict.reasons {
            say(&format!("  {}  {}", reason.code, reason.why));
        }
    }
}
