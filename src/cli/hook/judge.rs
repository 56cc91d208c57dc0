//! The decision on what a tool asks about, and what is said of it: kinds and places, never a value.

use super::{Args, Asked, Decision, File};
use crate::cli::judging::examine;
use crate::cli::{logging, screen};
use anyhow::{Context, anyhow};
use safepaste::document::Document;
use safepaste::report::{Parts, gap_lines, kind, printable};
use safepaste::rewrite::{Rewrite, Style};
use safepaste::source::{self, Limits, Problem};
use safepaste::{Bucket, Check, Checker};
use std::path::Path;

/// How long a rewrite may be that is handed back, in bytes; a longer one has to be asked for.
const LONGEST: usize = 8 * 1024;
/// How many findings, and how many parts that were not read, are named.
const NAMED: usize = 12;

/// The gravest decision on all that is asked about.
pub(super) fn decide(args: &Args, asked: &Asked, folder: &Path) -> anyhow::Result<Decision> {
    let mut decision = Decision::Pass;
    if let Some(prompt) = &asked.prompt {
        decision = judged(args, folder, None, &Document::plain(prompt.clone()))?;
    }
    for file in &asked.files {
        decision = decision.max(of_file(args, file, asked.whole_folders)?);
    }
    if asked.unnamed {
        let why = "safepaste: files are to be read by a pattern, so it cannot be told which. Read them one by one.";
        decision = decision.max(Decision::Unseen(why.to_owned()));
    }
    Ok(decision)
}

fn of_file(args: &Args, file: &File, whole_folders: bool) -> anyhow::Result<Decision> {
    let document = match &file.content {
        Some(content) => Ok(Document::plain(content.clone())),
        None => source::read(&file.path, &Limits::default()),
    };
    match document {
        Ok(document) => judged(args, &file.path, Some(&file.path), &document),
        // What is not there, or is only listed, tells nothing when it is read.
        Err(error) if matches!(error.problem, Problem::Missing) => Ok(Decision::Pass),
        Err(error) if matches!(error.problem, Problem::Folder) && !whole_folders => Ok(Decision::Pass),
        Err(error) => Ok(Decision::Unseen(format!("safepaste: not examined: {}", printable(&error.to_string())))),
    }
}

/// The decision on one text; `path` is where its policy is looked for.
fn judged(args: &Args, path: &Path, file: Option<&Path>, document: &Document) -> anyhow::Result<Decision> {
    let checkers = args.judging.checkers(&[path.to_owned()])?;
    let checker = checkers.first().context("no policy counts here")?;
    let to = args.judging.to.as_deref();
    let (check, rewrite) = examine(checker, document.text(), to, Some(style(checker))).map_err(|why| anyhow!(why))?;
    let check = check.of(document);
    let role = args.judging.role.as_deref();
    if let Some(error) = logging::record(checker, role, "hook", document.text(), &check, None) {
        screen::warning(&error);
    }
    let told = told(file, document, &check);
    Ok(match check.verdict.bucket {
        Bucket::Safe => Decision::Pass,
        // What was not read may hold anything, however harmless the rest is.
        Bucket::Conditional if !document.unread().is_empty() => {
            Decision::Unseen(format!("{told} {}", check.verdict.next_step))
        }
        Bucket::Conditional => Decision::Look(format!("{told} {}", check.verdict.next_step)),
        Bucket::Unsafe => {
            let instead = instead(checker, file, to, &check, &rewrite).map_err(|why| anyhow!(why))?;
            Decision::Block(format!("{told}\n\n{instead}"))
        }
    })
}

/// The style of rewrites that the policy wants. Invented values would not be told from real ones.
fn style(checker: &Checker) -> Style {
    use safepaste::policy::RewriteStyle;
    match checker.policy().rewrite.style {
        RewriteStyle::Natural => Style::Natural,
        RewriteStyle::Tags | RewriteStyle::Surrogate => Style::Tags,
        RewriteStyle::SafeHarbor => Style::SafeHarbor,
    }
}

/// The verdict, why, and where.
fn told(file: Option<&Path>, document: &Document, check: &Check) -> String {
    let what = file.map_or_else(|| "this prompt".to_owned(), |file| file.display().to_string());
    let why = check.verdict.reasons.iter().map(|reason| format!(" {} {}", reason.code, reason.why));
    let parts = Parts::new(document, check, false);
    let gaps = gap_lines(document, &parts);
    let mut unread: Vec<String> = gaps.iter().take(NAMED).map(|gap| format!(" Not read: {gap}.")).collect();
    if gaps.len() > NAMED {
        unread.push(format!(" Not read: {} more.", gaps.len() - NAMED));
    }
    let mut places = document.places();
    let mut found: Vec<String> = check
        .findings
        .iter()
        .take(NAMED)
        .map(|finding| {
            let place = places.at(finding.bytes.start);
            let part = place.part.map_or(String::new(), |part| format!("{} ", parts.shown(part)));
            format!("{} at {part}{}:{}", kind(finding.kind), place.line, place.column)
        })
        .collect();
    if check.findings.len() > NAMED {
        found.push(format!("{} more", check.findings.len() - NAMED));
    }
    let found = if found.is_empty() { String::new() } else { format!(" Found: {}.", found.join(", ")) };
    let why: String = why.chain(unread).collect();
    let said = format!("safepaste: {} is {}.{why}{found}", what, check.verdict.bucket);
    printable(&said).into_owned()
}

/// What to send instead: the rewrite, where it may go.
fn instead(
    checker: &Checker,
    file: Option<&Path>,
    to: Option<&str>,
    check: &Check,
    rewrite: &Rewrite,
) -> Result<String, String> {
    let (after, _) = examine(checker, &rewrite.text, to, None)?;
    if after.verdict.bucket == Bucket::Unsafe || !rewrite.remains.is_empty() {
        return Ok(format!("No rewrite makes it good. {}", check.verdict.next_step));
    }
    if rewrite.text.len() > LONGEST {
        return Ok(match file {
            Some(file) => format!("safepaste rewrite {} prints it without what identifies somebody.", file.display()),
            None => "safepaste rewrite prints it without what identifies somebody.".to_owned(),
        });
    }
    let lead = if file.is_some() { "Work with this instead" } else { "Send this instead" };
    Ok(format!("{lead}:\n\n{}", printable(&rewrite.text).trim_end()))
}
