//! Each change asked about: accepted, kept, edited, or never to be asked about again. Nothing is written before the end.

use super::allow::Allowed;
use super::ask::{Answer, Asker};
use super::texts::{self, Rules, Tally, Text, jobs, only_files};
use super::{Args, print, stop, write};
use crate::cli::exit::Exit;
use crate::cli::judging::examine;
use crate::cli::logging::Recorder;
use crate::cli::screen;
use anyhow::{Context, anyhow, bail};
use safepaste::rewrite::{Change, Rewrite, Style};
use std::io::{self, BufRead, IsTerminal, Write};

/// Asks about every change in every draft, then prints or writes.
pub(super) fn run(args: &Args) -> anyhow::Result<Exit> {
    only_files(args, "--interactive")?;
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        bail!(
            "--interactive asks questions, and there is no terminal to answer at\nhelp: run it in a terminal window, or \
             leave --interactive out"
        );
    }
    if !args.write {
        print::single(&args.paths(), false)?;
    }
    let mut tally = Tally::new(args);
    let mut allowed = Allowed::default();
    let mut asker = Asker::new(io::stdin().lock(), io::stderr());
    let mut decided = Vec::new();
    for job in jobs(args)? {
        let (rules, text) = match texts::text(job, args.judging.to.as_deref(), args.styles()?) {
            Ok(read) => read,
            Err(unread) => {
                tally.unread(&unread);
                continue;
            }
        };
        match choose(args, &rules, &text, &mut allowed, &mut asker)? {
            Some(changes) => decided.push((rules, text, changes)),
            None => {
                screen::say("Nothing was written.");
                return Ok(Exit::NoVerdict);
            }
        }
    }
    finish(args, tally, &allowed, decided)
}

/// Asks about the changes of a text. Those that are to be made come back; nothing where somebody quits.
fn choose<R: BufRead, W: Write>(
    args: &Args,
    rules: &Rules,
    text: &Text,
    allowed: &mut Allowed,
    asker: &mut Asker<R, W>,
) -> anyhow::Result<Option<Vec<Change>>> {
    let (content, before) = (text.document.text(), &text.done.before);
    let evidence = if text.changes() { rules.judge.checker.evidence(content, before) } else { Vec::new() };
    let mut chosen = Vec::new();
    let mut rest = false;
    for (number, change) in text.done.rewrite.changes.iter().enumerate() {
        let value = change.finding.and_then(|finding| before.findings.get(finding)).map(|f| &content[f.bytes.clone()]);
        if value.is_some_and(|value| allowed.has(value)) {
            continue;
        }
        let why = change.finding.and_then(|finding| evidence.get(finding)).map(String::as_str);
        let answer = loop {
            let answer = if rest { Answer::Accept } else { asker.ask(text, number, why)? };
            if answer != Answer::Always {
                break answer;
            }
            // What has no value of its own can only be kept this once.
            let noted = value.context("this is only found in the rewrite, and cannot be allowed\nhelp: keep it");
            match noted.and_then(|value| allowed.note(args, rules, value)) {
                Ok(file) => {
                    asker
                        .say(&format!("Will be allowed in {}. Never allow a patient's name there.", file.display()))?;
                    break Answer::Keep;
                }
                Err(error) => asker.say(&format!("{error:#}"))?,
            }
        };
        rest = rest || answer == Answer::Rest;
        match answer {
            Answer::Accept | Answer::Rest => chosen.push(change.clone()),
            Answer::Edit(words) => {
                let fitted = text.document.fit(vec![(change.bytes.clone(), words)]);
                let finding = change.finding;
                chosen.extend(fitted.into_iter().map(|(_, bytes, replacement)| Change { finding, bytes, replacement }));
            }
            Answer::Keep | Answer::Always => {}
            Answer::Quit => return Ok(None),
        }
    }
    Ok(Some(chosen))
}

/// Writes the policies, judges what was decided by them, records it, and prints or writes it.
fn finish(
    args: &Args,
    mut tally: Tally,
    allowed: &Allowed,
    decided: Vec<(Rules, Box<Text>, Vec<Change>)>,
) -> anyhow::Result<Exit> {
    stop::mind();
    allowed.write()?;
    let (recorder, styles) = (Recorder::default(), args.styles()?);
    for (mut rules, mut text, changes) in decided {
        if !allowed.is_empty() {
            let judges = args.judging.judges(std::slice::from_ref(&rules.folder))?;
            rules.judge = judges.into_iter().next().context("no policy counts for this draft")?;
        }
        if changes != text.done.rewrite.changes || !allowed.is_empty() {
            let rewrite = Rewrite::of(text.document.text(), changes);
            let to = rules.judge.to(args.judging.to.as_deref(), text.path.as_deref());
            let judged = match styles.of(rules.judge.checker.policy()) {
                Style::Surrogate(_) => tagged(&text, &rewrite),
                _ => rewrite.text.clone(),
            };
            let (after, _) = examine(&rules.judge.checker, &judged, to, None).map_err(|why| anyhow!(why))?;
            (text.done.rewrite, text.done.after) = (rewrite, after.of(&text.document));
        }
        recorder.record(rules.entry(text.document.text(), &text.done));
        put(args, &mut tally, text)?;
    }
    let recorded = recorder.error().map_or(Exit::Safe, |error| screen::error(&error));
    let exit = tally.exit()?.worst(recorded);
    if args.write && !args.quiet {
        screen::say(&tally.summary("rewritten"));
    }
    Ok(exit)
}

/// The rewrite with a tag for each invented value that was accepted: it looks like a real one, and is not judged.
fn tagged(text: &Text, rewrite: &Rewrite) -> String {
    let (proposed, findings) = (&text.done.rewrite.changes, &text.done.before.findings);
    let tagged = rewrite.changes.iter().map(|change| {
        let kind = change.finding.and_then(|finding| findings.get(finding)).map(|finding| finding.kind);
        match kind.filter(|_| proposed.contains(change)) {
            Some(kind) => Change { replacement: format!("[{}_1]", kind.code()), ..change.clone() },
            None => change.clone(),
        }
    });
    Rewrite::of(text.document.text(), tagged.collect()).text
}

/// Prints or writes one.
fn put(args: &Args, tally: &mut Tally, text: Box<Text>) -> anyhow::Result<()> {
    if args.write {
        match write::written(text, !args.no_backup, &args.reading.limits()) {
            Ok((text, put)) => write::tell(args, tally, &text, &put)?,
            Err(unread) => tally.unread(&unread),
        }
        return Ok(());
    }
    tally.count(&text);
    if print::print(&text.done.rewrite.text)? && !args.quiet {
        screen::say(&text.done.summary());
        text.done.say_reasons();
    }
    Ok(())
}
