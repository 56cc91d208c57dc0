//! For the summary of a build, or a comment: Markdown with a section for each text that is not safe, and a table.
//!
//! Names and values stand in code spans, where nothing is interpreted, and never in a table, whose columns a bar
//! would end even there.

use super::issue::capitalized;
use super::spot::Spots;
use super::{Checked, Input, Look, Outcome, Parts, Report, Tally, printable, words};
use crate::verdict::Bucket;
use std::io::{self, Write};

/// What all texts may take, in bytes: GitHub refuses a job's summary of more than 1 MiB, and the totals come last.
const ROOM: usize = 1_000_000;

/// The findings of a text that are listed.
const ROWS: usize = 40;

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    Box::new(Markdown { show_values: look.show_values })
}

struct Markdown {
    show_values: bool,
}

impl Markdown {
    fn checked(&self, name: &str, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let verdict = &checked.check.verdict;
        if verdict.bucket == Bucket::Safe {
            return Ok(());
        }
        writeln!(out, "## {}: {}\n", verdict.bucket.as_str().to_uppercase(), code(name))?;
        writeln!(out, "{}\n", prose(&words::sentence(checked)))?;
        let text = checked.document.text();
        let parts = Parts::new(checked.document, checked.check, self.show_values);
        list("Not read:", &words::gap_lines(checked.document, &parts), out)?;
        let mut spots = Spots::new(checked, self.show_values);
        for (index, finding) in checked.check.findings.iter().take(ROWS).enumerate() {
            let spot = spots.at(&finding.bytes);
            let part = spot.part.map_or(String::new(), |part| format!("{} ", code(&part)));
            let value = code(&words::value(text, finding, self.show_values));
            let word = capitalized(words::word(finding.kind));
            let codes = words::codes(checked.check, index);
            let codes = if codes.is_empty() { codes } else { format!(" ({codes})") };
            writeln!(out, "- {part}{}:{} {word} {value}{codes}", spot.start.0, spot.start.1)?;
            if let Some(evidence) = checked.evidence.get(index) {
                writeln!(out, "  {}", prose(evidence))?;
            }
        }
        if let Some(more) = checked.check.findings.len().checked_sub(ROWS).filter(|more| *more > 0) {
            writeln!(out, "- and {}", words::count(more, "more finding", "more findings"))?;
        }
        if !checked.check.findings.is_empty() {
            writeln!(out)?;
        }
        if verdict.reasons.is_empty() {
            return Ok(());
        }
        writeln!(out, "Why:\n")?;
        for reason in &verdict.reasons {
            writeln!(out, "- **{}** {}", reason.code, prose(&reason.why))?;
        }
        writeln!(out)
    }
}

impl Report for Markdown {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"# safepaste\n\n")
    }

    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        match &input.outcome {
            Outcome::Checked(checked) => self.checked(&input.name(), checked, out),
            Outcome::Failed(why) => writeln!(out, "## NOT EXAMINED: {}\n\n{}\n", code(&input.name()), prose(why)),
            Outcome::Skipped(_) => Ok(()),
        }
    }

    fn room(&self) -> Option<usize> {
        Some(ROOM)
    }

    fn prints_rewrites(&self) -> bool {
        false
    }

    fn end(&self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        if tally.untold > 0 {
            let more = words::count(tally.untold, "more text is", "more texts are");
            let said =
                "not told here, so that the summary is not too long for GitHub; check them alone, or see the log.";
            writeln!(out, "{more} {said}\n")?;
        }
        writeln!(out, "## Summary\n\n| Verdict | Texts |\n| --- | ---: |")?;
        for (word, count) in [
            ("unsafe", tally.unsafe_),
            ("conditional", tally.conditional),
            ("safe", tally.safe),
            ("not examined", tally.failed),
            ("left out", tally.skipped),
        ] {
            writeln!(out, "| {word} | {count} |")?;
        }
        match tally.partial {
            0 => Ok(()),
            partial => writeln!(out, "\nRead only in part: {}.", words::count(partial, "text", "texts")),
        }
    }
}

/// Lines of prose under a title, no more than are listed of findings; nothing where there are none.
fn list(title: &str, lines: &[String], out: &mut dyn Write) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "{title}\n")?;
    for line in lines.iter().take(ROWS) {
        writeln!(out, "- {}", prose(line))?;
    }
    if let Some(more) = lines.len().checked_sub(ROWS).filter(|more| *more > 0) {
        writeln!(out, "- and {}", words::count(more, "more part", "more parts"))?;
    }
    writeln!(out)
}

/// A text as code, on one line.
fn code(text: &str) -> String {
    let text = printable(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    match text.as_str() {
        "" => "(empty)".to_owned(),
        // A backtick at the edge would join the fence; a space there is not shown.
        edged if edged.starts_with('`') || edged.ends_with('`') => format!("{fence} {edged} {fence}"),
        plain => format!("{fence}{plain}{fence}"),
    }
}

/// A sentence, on one line, with every mark that Markdown or HTML would read as its own made plain.
fn prose(text: &str) -> String {
    let text = printable(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '!' | '@' | '+' | '='
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_span() {
        for (text, span) in [
            ("a.md", "`a.md`"),
            ("a`b``c", "```a`b``c```"),
            ("`", "`` ` ``"),
            ("</code><img src=x>|\n# @you", "`</code><img src=x>| # @you`"),
            ("\u{202e}x\u{1b}", "`\u{fffd}x\u{fffd}`"),
            (" \n ", "(empty)"),
        ] {
            assert_eq!(code(text), span);
        }
        assert_eq!(prose("<b>*a*</b>\n# [x](y) `z`"), "\\<b\\>\\*a\\*\\</b\\> \\# \\[x\\](y) \\`z\\`");
    }
}
