//! A stream of records: each line's text is rewritten, and all else in the line stays as it is.

use super::texts::Rules;
use super::{Args, Styles, rewritten};
use crate::cli::exit::Exit;
use crate::cli::logging::{Entry, Logbook, Recorder};
use crate::cli::{judging, parallel, screen};
use anyhow::{Context, anyhow};
use safepaste::document::Document;
use safepaste::source::jsonl::{LineError, Record, Records};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::sync::Arc;

/// What became of a line.
struct Answer {
    line: String,
    exit: Exit,
    /// Whether its text is another now; none where it was not examined.
    changed: Option<bool>,
    /// Whether something remains in it all the same.
    unclean: bool,
    entry: Option<Entry>,
}

/// Rewrites every record, in order, in constant memory.
pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    let paths = args.paths();
    let judges = args.judging.judges(&paths)?;
    let checkers: Vec<_> = judges.iter().map(|judge| Arc::clone(&judge.checker)).collect();
    let books = Logbook::of_all(&checkers, args.judging.role.as_deref());
    let mut streams = Vec::new();
    for (path, (judge, book)) in paths.iter().zip(judges.into_iter().zip(books)) {
        streams.push((Rules { judge, book, folder: judging::folder(path) }, open(path)?));
    }
    let jobs =
        streams.into_iter().flat_map(|(rules, lines)| Records::new(lines).map(move |record| (rules.clone(), record)));
    let (to, styles) = (args.judging.to.clone(), args.styles()?);
    let recorder = Recorder::default();
    let answers = parallel::in_order(jobs, 1, move |(rules, record)| answer(&rules, record, to.as_deref(), styles));
    let mut counts = [0; 3];
    let mut unclean = 0;
    let mut exit = Exit::Safe;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for mut group in answers {
        recorder.record(group.iter_mut().filter_map(|answer| answer.entry.take()));
        for answer in &group {
            exit = exit.worst(answer.exit);
            unclean += usize::from(answer.unclean);
            counts[match answer.changed {
                Some(true) => 0,
                Some(false) => 1,
                None => 2,
            }] += 1;
            // Whoever waits for the answer to one line gets it before sending the next.
            match writeln!(out, "{}", answer.line).and_then(|()| out.flush()) {
                Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(exit.worst(Exit::NoVerdict)),
                written => written.context("cannot write the records")?,
            }
        }
    }
    if let Some(error) = recorder.error() {
        exit = exit.worst(screen::error(&error));
    }
    if unclean > 0 {
        screen::say(&format!(
            "warning: {unclean} texts are not clean: they may still hold something that identifies somebody\nhelp: check them"
        ));
    }
    if !args.quiet {
        let [changed, same, failed] = counts;
        let failed = if failed > 0 { format!("; {failed} not examined") } else { String::new() };
        screen::say(&format!("{changed} rewritten, {same} as before{failed}"));
    }
    Ok(exit)
}

/// A stream of lines.
fn open(path: &Path) -> anyhow::Result<Box<dyn BufRead + Send>> {
    if path.as_os_str() == "-" {
        screen::hint_at_standard_input();
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let file = File::open(path).and_then(|file| match file.metadata()?.is_dir() {
        true => Err(io::ErrorKind::IsADirectory.into()),
        false => Ok(file),
    });
    let file = file.map_err(|error| {
        anyhow!("{}: cannot be read: {}\nhelp: name a file with one record a line", path.display(), error.kind())
    })?;
    Ok(Box::new(BufReader::new(file)))
}

fn answer(rules: &Rules, record: Result<Record, LineError>, to: Option<&str>, styles: Styles) -> Answer {
    let failed = |line: Value| Answer {
        line: line.to_string(),
        exit: Exit::NoVerdict,
        changed: None,
        unclean: false,
        entry: None,
    };
    let record = match record {
        Ok(record) => record,
        Err(error) => return failed(json!({"id": null, "line": error.line, "error": error.problem.to_string()})),
    };
    let text = &record.request.text;
    match rewritten(&rules.judge.checker, &Document::plain(text.clone()), record.request.to.as_deref().or(to), styles) {
        Ok(done) => {
            let changed = done.rewrite.text != *text;
            // A line whose text stays is not even written in another way.
            let line = if changed { record.with_text(&done.rewrite.text) } else { record.line().to_owned() };
            let unclean = !done.rewrite.remains.is_empty();
            Answer { line, exit: done.exit(), changed: Some(changed), unclean, entry: rules.entry(text, &done) }
        }
        Err(why) => failed(json!({"id": record.request.id, "error": why})),
    }
}
