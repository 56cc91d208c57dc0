//! For people: many texts, one line for each finding, and a summary.

use super::human::tag;
use super::{Checked, Detail, Input, Look, Masked, Outcome, Report, Tally, printable, words};
use crate::verdict::Bucket;
use colored::Colorize;
use std::io::{self, Write};

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    Box::new(Compact { look })
}

struct Compact {
    look: Look,
}

impl Compact {
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
        let mut places = checked.document.places();
        for (index, finding) in checked.check.findings.iter().enumerate() {
            let place = places.at(finding.bytes.start);
            // The lines of a plain text are those of its file: where nothing else stands before them, editors jump there.
            let part = place.part.filter(|_| !checked.document.is_plain());
            let part = part.map_or(String::new(), |part| format!("{part}:"));
            let value = Masked::new(&checked.document.text()[finding.bytes.clone()]);
            let shown = if self.look.show_values { printable(value.reveal()).into_owned() } else { value.to_string() };
            let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
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
            Outcome::Checked(checked) => self.checked(&input.name(), checked, out),
            Outcome::Skipped(why) if self.look.detail == Detail::Verbose => {
                writeln!(out, "{}", format!("left out  {}  {why}", input.name()).dimmed())
            }
            Outcome::Skipped(_) | Outcome::Failed(_) => Ok(()),
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
        if tally.unsafe_ + tally.conditional > 0 {
            writeln!(out)?;
        }
        let checked = words::count(tally.checked(), "text checked", "texts checked");
        let mut line =
            format!("{checked}: {} unsafe, {} conditional, {} safe.", tally.unsafe_, tally.conditional, tally.safe);
        if tally.failed > 0 {
            line.push_str(&format!(" {} not examined, see the errors.", tally.failed));
        }
        if tally.skipped > 0 {
            line.push_str(&format!(" {} left out", tally.skipped));
            line.push_str(if self.look.detail == Detail::Verbose { "." } else { "; --verbose lists them." });
        }
        writeln!(out, "{line}")?;
        if tally.unsafe_ + tally.conditional > 0 {
            writeln!(out, "safepaste rewrite FILE prints a text without what identifies somebody.")?;
        }
        Ok(())
    }
}
