//! `safepaste explain`: what a kind of identifier, a reason or an activity of the policy is, why it counts, what to do instead; and of a
//! draft, what speaks for each finding in it.

use super::Exit;
use super::judging::{Judging, examine};
use super::reading::Reading;
use super::{offering, screen};
use anyhow::{Context, anyhow};
use clap_complete::ArgValueCompleter;
use safepaste::document::Document;
use safepaste::identifier::{Doc, REGISTRY, reason_of_rule, recognizer};
use safepaste::policy::{self, Activity};
use safepaste::report::{Masked, Parts, gap_lines, heading, percent, printable, whole_words};
use safepaste::verdict::{self, ReasonDoc};
use safepaste::{Checker, Kind, Policy, ReasonCode};
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// The widest that the text gets, in columns.
const WIDTH: usize = 80;

const AFTER_HELP: &str = "\
Examples:
  safepaste explain               every code with its title
  safepaste explain U1            why a reason counts, and what to do instead
  safepaste explain phone/nanp    what a rule saw
  safepaste explain draft.txt     what speaks for each finding in a draft";

/// What `explain` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Args {
    /// What a report printed: a kind such as NAME, a reason such as U1, a rule such as phone/nanp, or an activity of the
    /// policy such as diagnose; or a draft's path, or - for standard input, to be told what speaks for each finding; none lists all codes
    #[arg(value_name = "CODE|PATH", add = ArgValueCompleter::new(offering::codes))]
    code: Option<String>,
    #[command(flatten)]
    judging: Judging,
    #[command(flatten)]
    reading: Reading,
    /// Show what was found even where the output is no terminal; otherwise it is masked there
    #[arg(long)]
    show_values: bool,
    #[command(flatten)]
    color: screen::Color,
}

/// Explains one code, or lists all.
pub fn run(args: &Args) -> anyhow::Result<Exit> {
    args.color.apply();
    let text = match &args.code {
        None => list(&policy_of(args.judging.policy.as_deref())?),
        Some(code) => match one(code) {
            Some(page) => page,
            None if code == "-" || Path::new(code).exists() => return of_draft(args, Path::new(code)),
            None => page_of(code, args.judging.policy.as_deref())?,
        },
    };
    io::stdout().write_all(text.as_bytes())?;
    Ok(Exit::Safe)
}

/// The page of a code, or of an activity of the policy that counts.
pub fn page_of(code: &str, policy: Option<&Path>) -> anyhow::Result<String> {
    if let Some(page) = one(code) {
        return Ok(page);
    }
    let policy = policy_of(policy)?;
    let id = code.trim().replace(['-', ' '], "_");
    let known = policy.activities.iter().find(|activity| activity.id.eq_ignore_ascii_case(&id));
    known.map(of_activity).ok_or_else(|| unknown(code, &policy))
}

/// The page of one code; none where nothing is called so.
fn one(code: &str) -> Option<String> {
    let kind = code.split_once('/').map_or(code, |(kind, _)| kind);
    if let Some(kind) = Kind::from_code(kind) {
        return Some(of_kind(kind, &recognizer(kind)?.doc, reason_of_rule(code).unwrap_or_default()));
    }
    reason_of(code).map(|reason| of_reason(verdict::doc(reason)))
}

/// The policy that counts, whose activities are explained.
fn policy_of(named: Option<&Path>) -> anyhow::Result<Policy> {
    Ok(policy::discover(named, None)?.policy)
}

fn reason_of(code: &str) -> Option<ReasonCode> {
    ReasonCode::ALL.into_iter().find(|reason| reason.as_str().eq_ignore_ascii_case(code.trim()))
}

fn of_kind(kind: Kind, doc: &Doc, rule: &str) -> String {
    page(
        kind.code(),
        doc.title,
        &[
            ("This rule saw", rule),
            ("What counts", doc.is),
            ("What does not", doc.leaves_alone),
            ("Why", doc.paragraph),
            ("Instead", doc.instead),
        ],
    )
}

fn of_reason(doc: &ReasonDoc) -> String {
    page(
        doc.code.as_str(),
        doc.title,
        &[("It means", doc.means), ("Why", doc.why), ("Instead", doc.instead), ("For example", doc.example)],
    )
}

/// How many phrases of an activity are told.
const PHRASES: usize = 6;

fn of_activity(activity: &Activity) -> String {
    let reason = verdict::doc(activity.code());
    let told = |phrases: &[String]| {
        let more = phrases.len().saturating_sub(PHRASES);
        let mut told: Vec<String> = phrases.iter().take(PHRASES).map(|phrase| format!("\"{phrase}\"")).collect();
        if more > 0 {
            told.push(format!("and {more} more"));
        }
        told.join(", ")
    };
    let mut found = vec![told(&activity.any)];
    if activity.sense.is_some() {
        found.push("whatever the built-in model of requests takes for such".to_owned());
    }
    found.retain(|by| !by.is_empty());
    page(
        &activity.id,
        reason.title,
        &[
            ("It means", activity.why.as_str()),
            ("Reason", &format!("{}: {}", reason.code, reason.means)),
            ("Found by", &found.join("; ")),
            ("But not near", &told(&activity.unless)),
            ("Why", reason.why),
            ("Instead", reason.instead),
        ],
    )
}

/// Prints every finding of a draft with what speaks for it, and what to write instead. Where a part of the file could not be
/// read, the exit code says so.
fn of_draft(args: &Args, path: &Path) -> anyhow::Result<Exit> {
    let checkers = args.judging.checkers(&[path.to_owned()])?;
    let checker = checkers.first().context("no policy counts for this draft")?;
    let document = args.reading.draft(path)?;
    let show_values = args.show_values || io::stdout().is_terminal();
    let text = findings(checker, &document, args.judging.to.as_deref(), show_values)?;
    io::stdout().write_all(text.as_bytes())?;
    Ok(if document.unread().is_empty() { Exit::Safe } else { Exit::NoVerdict })
}

fn findings(checker: &Checker, document: &Document, to: Option<&str>, show_values: bool) -> anyhow::Result<String> {
    let (check, _) = examine(checker, document.text(), to, None).map_err(|why| anyhow!(why))?;
    let parts = Parts::new(document, &check, show_values);
    let gaps: String = gap_lines(document, &parts).iter().map(|gap| format!("Not read: {gap}\n")).collect();
    if check.findings.is_empty() {
        let rest = if gaps.is_empty() { "in this draft" } else { "else in this draft" };
        return Ok(format!("{gaps}Nothing {rest} identifies anybody.\n"));
    }
    let width = screen::width().min(WIDTH);
    let indented = || whole_words(width).initial_indent("  ").subsequent_indent("  ");
    let mut places = document.places();
    let mut text = gaps;
    let mut told: Vec<Kind> = Vec::new();
    for (finding, evidence) in check.findings.iter().zip(checker.evidence(document.text(), &check)) {
        let place = places.at(finding.bytes.start);
        let value = Masked::new(&document.text()[finding.bytes.clone()]);
        let shown = if show_values { printable(value.reveal()).into_owned() } else { value.to_string() };
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let part = place.part.map_or(String::new(), |part| format!("{} ", parts.shown(part)));
        let head = format!("{part}{}:{}  {}", place.line, place.column, finding.kind.code());
        let _ = writeln!(text, "{}  {shown}", heading(&head));
        let seen = format!("{evidence} ({}, right {} of the time)", finding.rule, percent(finding.confidence));
        let _ = writeln!(text, "{}", textwrap::fill(&seen, indented()));
        if let Some(recognizer) = recognizer(finding.kind).filter(|_| !told.contains(&finding.kind)) {
            told.push(finding.kind);
            let _ = writeln!(text, "{}", textwrap::fill(&format!("Instead: {}", recognizer.doc.instead), indented()));
        }
        text.push('\n');
    }
    text.push_str("safepaste explain CODE tells more about a kind or a rule.\n");
    Ok(text)
}

/// A title and its sections, wrapped.
fn page(code: &str, title: &str, sections: &[(&str, &str)]) -> String {
    let width = screen::width().min(WIDTH);
    let mut page = format!("{}  {title}\n", heading(code));
    for (name, text) in sections.iter().filter(|(_, text)| !text.is_empty()) {
        let indented = textwrap::Options::new(width).initial_indent("  ").subsequent_indent("  ");
        // Writing to a string cannot fail.
        let _ = write!(page, "\n{}\n{}\n", heading(name), textwrap::fill(text, indented));
    }
    page
}

/// Every code with its title.
fn list(policy: &Policy) -> String {
    let width = screen::width().min(WIDTH);
    let mut text = format!("{}\n", heading("What a draft is checked for"));
    let row = |code: &str, title: &str, text: &mut String| {
        let options = textwrap::Options::new(width).subsequent_indent("               ");
        let _ = writeln!(text, "{}", textwrap::fill(&format!("  {code:11}  {title}"), options));
    };
    for recognizer in REGISTRY {
        row(recognizer.kind.code(), recognizer.doc.title, &mut text);
    }
    let _ = writeln!(text, "\n{}", heading("Why a draft is not safe"));
    for code in ReasonCode::ALL {
        row(code.as_str(), verdict::doc(code).title, &mut text);
    }
    let _ = writeln!(text, "\n{}", heading("What the policy does not leave to a tool"));
    for activity in &policy.activities {
        let _ = writeln!(text, "  {}  ({})", activity.id, activity.code());
    }
    text.push_str("\nsafepaste explain CODE tells more about one of them.\n");
    text
}

/// The error for a code that nothing is called, with the nearest that something is.
fn unknown(code: &str, policy: &Policy) -> anyhow::Error {
    let known = Kind::ALL.map(Kind::code).into_iter().chain(ReasonCode::ALL.map(ReasonCode::as_str));
    let known = known.chain(policy.activities.iter().map(|activity| activity.id.as_str()));
    let help = match safepaste::nearest(code, known) {
        Some(nearest) => format!("did you mean {nearest}? safepaste explain lists all"),
        None => "safepaste explain lists all".to_owned(),
    };
    anyhow!("nothing is called {code:?}\nhelp: {help}")
}
