//! For people: many texts, one line for each finding, and a summary.

use super::human::tag;
use super::overview::Missed;
use super::{Checked, Detail, Input, Look, Outcome, Parts, Report, Tally, overview, printable, words};
use crate::verdict::Bucket;
use colored::Colorize;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    Box::new(Compact { look, missed: Mutex::default() })
}

struct Compact {
    look: Look,
    /// The files that were not examined, or not all of them, for the end of the report.
    missed: Mutex<Vec<Missed>>,
}

impl Compact {
    /// Keeps the name of a file that was not examined, or not all of it.
    fn miss(&self, name: String, partly: bool) {
        // What another thread left behind is whole, for a push either happens or does not.
        self.missed.lock().unwrap_or_else(PoisonError::into_inner).push(Missed { partly, name });
    }

    fn checked(&self, name: &str, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let bucket = checked.check.verdict.bucket;
        match self.look.detail {
            Detail::Quiet => return writeln!(out, "{bucket}  {name}"),
            Detail::Normal if bucket == Bucket::Safe => return Ok(()),
            Detail::Normal | Detail::Verbose => {}
        }
        writeln!(
            out,
            "{}  {}  {}",
            tag(bucket),
            name.bold(),
            printable(&words::cause(checked.document.text(), checked.check))
        )?;
        let parts = Parts::new(checked.document, checked.check, self.look.show_values);
        for gap in words::gap_lines(checked.document, &parts) {
            writeln!(out, "{name}: not read: {gap}")?;
        }
        if self.look.detail == Detail::Verbose {
            for passed in words::passed_lines(checked.document, &parts) {
                writeln!(out, "{}", format!("{name}: passed over: {passed}").dimmed())?;
            }
        }
        let mut places = checked.document.places();
        for (index, finding) in checked.check.findings.iter().enumerate() {
            let place = places.at(finding.bytes.start);
            // The lines of a plain text are those of its file: where nothing else stands before them, editors jump there.
            let part = place.part.filter(|_| !checked.document.is_plain());
            let part = part.map_or(String::new(), |part| format!("{}:", parts.shown(part)));
            let shown = words::value(checked.document.text(), finding, self.look.show_values);
            write!(out, "{name}:{part}{}:{}: {} {}", place.line, place.column, finding.kind.code(), shown.red())?;
            if self.look.detail == Detail::Verbose {
                let right = words::percent(finding.confidence);
                write!(out, "{}", format!("  ({}, right {right} of the time)", finding.rule).dimmed())?;
            }
            writeln!(out)?;
            if let Some(evidence) = checked.evidence.get(index) {
                let indented = textwrap::Options::new(self.look.width).initial_indent("    ").subsequent_indent("    ");
                writeln!(out, "{}", textwrap::fill(evidence, indented).dimmed())?;
            }
        }
        Ok(())
    }
}

impl Report for Compact {
    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        match &input.outcome {
            Outcome::Checked(checked) => {
                if !checked.document.unread().is_empty() {
                    self.miss(input.name(), true);
                }
                self.checked(&input.name(), checked, out)
            }
            Outcome::Failed(_) => {
                self.miss(input.name(), false);
                Ok(())
            }
            Outcome::Skipped(why) if self.look.detail == Detail::Verbose => {
                writeln!(out, "{}", format!("left out  {}  {why}", input.name()).dimmed())
            }
            Outcome::Skipped(_) => Ok(()),
        }
    }

    fn tells_failures(&self) -> bool {
        false
    }

    fn prints_rewrites(&self) -> bool {
        false
    }

    fn end(&self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        if self.look.detail == Detail::Quiet {
            return Ok(());
        }
        let missed = std::mem::take(&mut *self.missed.lock().unwrap_or_else(PoisonError::into_inner));
        if tally.unsafe_ + tally.conditional > 0 {
            writeln!(out)?;
        }
        if tally.unsafe_ + tally.conditional + tally.failed > 0 {
            overview::write(tally, missed, out)?;
        }
        let mut line = words::summary(tally);
        if tally.skipped > 0 && self.look.detail != Detail::Verbose {
            line.truncate(line.len() - 1);
            line.push_str("; --verbose lists them.");
        }
        writeln!(out, "{}", textwrap::fill(&line, self.look.width))?;
        if tally.unsafe_ + tally.conditional > 0 {
            writeln!(out, "safepaste rewrite FILE prints a text without what identifies somebody.")?;
        }
        Ok(())
    }
}
