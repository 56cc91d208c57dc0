//! For people: one text at full length. Several are left to [`super::compact`].

use super::{Checked, Detail, Input, Look, Outcome, Parts, Report, Tally, printable, words};
use crate::document::Places;
use crate::source::STDIN;
use crate::verdict::Bucket;
use colored::{ColoredString, Colorize};
use serde_json::Value;
use std::io::{self, Write};
use std::ops::Range;
use textwrap::core::display_width;

/// The findings that are listed where nobody asks for all.
const ROWS: usize = 40;
/// The widest that a line of prose gets, in columns.
const PROSE: usize = 100;
/// How many words of a passage are quoted.
const QUOTED: usize = 8;
/// The space between two columns of the table.
const GAP: usize = 2;

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    if look.single { Box::new(Human { look }) } else { super::compact::report(look) }
}

/// A bucket as a coloured tag.
pub(super) fn tag(bucket: Bucket) -> ColoredString {
    let word = bucket.as_str().to_uppercase();
    match bucket {
        Bucket::Safe => word.bold().green(),
        Bucket::Conditional => word.bold().yellow(),
        Bucket::Unsafe => word.bold().red(),
    }
}

/// A heading.
pub fn heading(text: &str) -> ColoredString {
    text.bold()
}

/// Breaks at spaces alone: a path, a rule's name and a number stay whole.
pub fn whole_words(width: usize) -> textwrap::Options<'static> {
    textwrap::Options::new(width)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

struct Human {
    look: Look,
}

/// A row of the table of findings.
type Row = [String; 5];

impl Human {
    fn width(&self) -> usize {
        self.look.width.min(PROSE)
    }

    /// Writes prose behind a label, wrapped under itself.
    fn hanging(&self, label: &ColoredString, column: usize, text: &str, out: &mut dyn Write) -> io::Result<()> {
        let label_width = display_width(&label.input);
        let indent = " ".repeat(column);
        let lines = textwrap::wrap(text, whole_words(self.width().saturating_sub(column).max(20)));
        for (at, line) in lines.iter().enumerate() {
            match at {
                0 => writeln!(out, "{label}{}{line}", " ".repeat(column.saturating_sub(label_width)))?,
                _ => writeln!(out, "{indent}{line}")?,
            }
        }
        Ok(())
    }

    fn checked(&self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let verdict = &checked.check.verdict;
        if self.look.detail == Detail::Quiet {
            return writeln!(out, "{}", verdict.bucket);
        }
        let tag = tag(verdict.bucket);
        self.hanging(&tag, tag.input.len() + 2, &printable(&words::sentence(checked)), out)?;
        self.unread(checked, out)?;
        self.passed_over(checked, out)?;
        self.findings(checked, out)?;
        if let Some(allowed) = words::allowed(checked.check.permitted.findings.len()) {
            writeln!(out, "\n{allowed}.")?;
        }
        self.reasons(checked, out)?;
        writeln!(out)?;
        self.hanging(&heading("Next"), 6, &printable(&verdict.next_step), out)?;
        if let Some(reason) = verdict.reasons.first() {
            let more = format!("safepaste explain {} says more about the reason.", reason.code);
            self.hanging(&heading("More"), 6, &more, out)?;
        }
        // Last, so that it stands nearest to the prompt, where it is copied from.
        if verdict.bucket != Bucket::Safe && !checked.rewrite.changes.is_empty() {
            self.rewrite(checked, out)?;
        }
        Ok(())
    }

    /// Writes which parts of the file could not be read, and why.
    fn unread(&self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let gaps = words::gap_lines(checked.document, &self.parts(checked));
        if gaps.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n{}", heading("Not read"))?;
        let shown = if self.look.detail == Detail::Verbose { gaps.len() } else { ROWS.min(gaps.len()) };
        for gap in &gaps[..shown] {
            self.hanging(&"  !".bold().red(), 4, gap, out)?;
        }
        match gaps.len() - shown {
            0 => Ok(()),
            more => writeln!(out, "  and {}; --verbose lists all", words::count(more, "more part", "more parts")),
        }
    }

    /// Writes, for whoever wants all, what was passed over on purpose.
    fn passed_over(&self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let passed = words::passed_lines(checked.document, &self.parts(checked));
        if passed.is_empty() || self.look.detail != Detail::Verbose {
            return Ok(());
        }
        writeln!(out, "\n{}", heading("Passed over"))?;
        passed.iter().try_for_each(|passed| self.hanging(&"  -".dimmed(), 4, passed, out))
    }

    /// The names of the file's parts, as this report shows them.
    fn parts(&self, checked: &Checked<'_>) -> Parts {
        Parts::new(checked.document, checked.check, self.look.show_values)
    }

    fn reasons(&self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let reasons = &checked.check.verdict.reasons;
        if reasons.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n{}", heading("Why"))?;
        let mut places = checked.document.places();
        let parts = self.parts(checked);
        for reason in reasons {
            let at = reason.passages.iter().map(|passage| self.passage(checked, passage, &mut places, &parts));
            let at: String = at.collect::<Vec<_>>().join("; ");
            let why = if at.is_empty() { reason.why.clone() } else { format!("{} (at {at})", reason.why) };
            self.hanging(&format!("  {}", reason.code).bold(), 6, &printable(&why), out)?;
        }
        Ok(())
    }

    /// Where a passage stands and, where values are shown, how it begins.
    fn passage(&self, checked: &Checked<'_>, passage: &Range<usize>, places: &mut Places<'_>, parts: &Parts) -> String {
        let place = places.at(passage.start);
        let part = place.part.map_or(String::new(), |part| format!("{} ", parts.shown(part)));
        let at = format!("{part}{}:{}", place.line, place.column);
        if !self.look.show_values {
            return at;
        }
        let words: Vec<&str> = checked.document.text()[passage.clone()].split_whitespace().collect();
        let shown = words.iter().take(QUOTED).copied().collect::<Vec<_>>().join(" ");
        let more = if words.len() > QUOTED { " ..." } else { "" };
        format!("{at}: \"{shown}{more}\"")
    }

    fn findings(&self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let findings = &checked.check.findings;
        if findings.is_empty() {
            return Ok(());
        }
        let shown = if self.look.detail == Detail::Verbose { findings.len() } else { ROWS.min(findings.len()) };
        let mut places = checked.document.places();
        let parts = self.parts(checked);
        let rows: Vec<Row> = findings[..shown]
            .iter()
            .enumerate()
            .map(|(index, finding)| {
                let place = places.at(finding.bytes.start);
                let part = place.part.map_or(String::new(), |part| format!("{} ", parts.shown(part)));
                [
                    // Where a cell begins, its name says enough.
                    match (place.line, place.column) {
                        (1, 1) if !checked.document.is_plain() => part.trim_end().to_owned(),
                        (line, column) => format!("{part}{line}:{column}"),
                    },
                    words::word(finding.kind).to_owned(),
                    words::value(checked.document.text(), finding, self.look.show_values),
                    self.replacement(checked, index),
                    words::codes(checked.check, index),
                ]
            })
            .collect();
        writeln!(out, "\n{}", heading("Found"))?;
        self.table(&rows, out)?;
        if shown < findings.len() {
            let more = words::count(findings.len() - shown, "more finding", "more findings");
            writeln!(out, "  and {more}; --verbose lists all")?;
        }
        if self.look.detail == Detail::Verbose || !checked.evidence.is_empty() {
            self.rules(checked, out)?;
        }
        Ok(())
    }

    /// Writes for each finding its rule and its confidence and, where it was asked for, what speaks for it.
    fn rules(&self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let findings = &checked.check.findings;
        let mut places = checked.document.places();
        let places: Vec<String> = findings
            .iter()
            .map(|finding| places.at(finding.bytes.start))
            .map(|place| format!("{}:{}", place.line, place.column))
            .collect();
        let column = 2 + places.iter().map(String::len).max().unwrap_or(0) + GAP;
        writeln!(out, "\n{}", heading("Rules"))?;
        for (index, (finding, place)) in findings.iter().zip(&places).enumerate() {
            let rule = format!("{}, right {} of the time", finding.rule, words::percent(finding.confidence));
            let told = match checked.evidence.get(index) {
                Some(evidence) => format!("{evidence} ({rule})"),
                None => rule,
            };
            self.hanging(&format!("  {place}").dimmed(), column, &told, out)?;
        }
        Ok(())
    }

    /// What stands there in the rewrite.
    fn replacement(&self, checked: &Checked<'_>, index: usize) -> String {
        match words::replacement(checked.rewrite, index).map(str::trim) {
            None | Some("") => "(left out)".to_owned(),
            Some(text) => printable(text).split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }

    /// Writes the table, its columns no wider than they need, the long ones wrapped.
    fn table(&self, rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
        let head: Row = ["Where", "What", "In your draft", "In the rewrite", "Why"].map(str::to_owned);
        let mut widths = head.each_ref().map(|cell| display_width(cell));
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(display_width(cell));
            }
        }
        let room = self.width().saturating_sub(2 + 4 * GAP);
        // The name of a part inside a part can be long.
        widths[0] = widths[0].min((room / 3).max(25));
        // The draft's words and the rewrite's share what the other columns leave.
        let fixed = widths[0] + widths[1] + widths[4];
        let share = room.saturating_sub(fixed).max(24);
        if widths[2] + widths[3] > share {
            let (left, right) = (widths[2], widths[3]);
            widths[2] = left.min((share / 2).max(share.saturating_sub(right)));
            widths[3] = right.min(share - widths[2]);
        }
        write_row(&head, &widths, &[ColoredString::dimmed; 5], out)?;
        let plain: Paint = |text| text;
        for row in rows {
            write_row(
                row,
                &widths,
                &[ColoredString::dimmed, plain, ColoredString::red, ColoredString::green, plain],
                out,
            )?;
        }
        Ok(())
    }

    fn rewrite(&self, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let text = printable(&checked.rewrite.text);
        let remains = words::remains(checked.rewrite);
        let title = if remains.is_some() { "── Not clean yet " } else { "── Ready to copy " };
        let line = "─".repeat(self.width().saturating_sub(display_width(title)));
        writeln!(out, "\n{}{}\n", title.bold(), line.dimmed())?;
        writeln!(out, "{}", text.trim_end())?;
        writeln!(out, "\n{}", "─".repeat(self.width()).dimmed())?;
        match remains {
            Some(remains) => self.hanging(&"!".bold().red(), 3, &remains, out),
            None => Ok(()),
        }
    }
}

/// How a cell is coloured.
type Paint = fn(ColoredString) -> ColoredString;

/// Writes one row; a cell that is too long goes on below itself.
fn write_row(row: &Row, widths: &[usize; 5], paints: &[Paint; 5], out: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<_> = row.iter().zip(widths).map(|(cell, width)| textwrap::wrap(cell, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for line in 0..height {
        let mut pending = GAP;
        for ((cell, width), paint) in cells.iter().zip(widths).zip(paints) {
            let text = cell.get(line).map_or("", |text| text.as_ref());
            if !text.is_empty() {
                write!(out, "{}{}", " ".repeat(pending), paint(text.normal()))?;
                pending = 0;
            }
            pending += width.saturating_sub(display_width(text)) + GAP;
        }
        writeln!(out)?;
    }
    Ok(())
}

impl Report for Human {
    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        match &input.outcome {
            Outcome::Checked(checked) => {
                // Whoever named a file sees which one it was; what was pasted has no name.
                if let (Value::String(name), false) = (input.id, self.look.detail == Detail::Quiet)
                    && name != STDIN
                {
                    writeln!(out, "{}", input.name().bold())?;
                }
                self.checked(checked, out)
            }
            Outcome::Skipped(why) => writeln!(out, "left out: {why}"),
            Outcome::Failed(_) => Ok(()),
        }
    }

    fn tells_failures(&self) -> bool {
        false
    }

    fn end(&self, _tally: &Tally, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
