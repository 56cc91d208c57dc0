//! For GitHub Actions: a workflow command for each place, which GitHub shows as an annotation beside the line.
//!
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use super::fingerprint::plain_path;
use super::issue::{Issue, issues};
use super::spot::Spots;
use super::{Input, Look, Outcome, Parts, Report, Tally, printable, words};
use crate::source::STDIN;
use crate::verdict::Bucket;
use serde_json::Value;
use std::io::{self, Write};

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    Box::new(GitHub { show_values: look.show_values })
}

struct GitHub {
    show_values: bool,
}

/// A command's properties, in order.
type Properties = Vec<(&'static str, String)>;

impl Report for GitHub {
    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        let name = input.name();
        match &input.outcome {
            Outcome::Checked(checked) => {
                let parts = Parts::new(checked.document, checked.check, self.show_values);
                for gap in words::gap_lines(checked.document, &parts) {
                    let mut properties = file(input);
                    properties.push(("title", "not read".to_owned()));
                    write_command("error", &properties, &format!("{name}: not read: {gap}"), out)?;
                }
                let mut spots = Spots::in_file(input, checked, self.show_values);
                for issue in issues(&name, checked, self.show_values).iter().filter(|issue| !issue.repeated) {
                    annotate(input, issue, &mut spots, out)?;
                }
                Ok(())
            }
            Outcome::Failed(why) => {
                let mut properties = file(input);
                properties.push(("title", "not examined".to_owned()));
                write_command("error", &properties, &format!("{name}: {why}"), out)
            }
            Outcome::Skipped(_) => Ok(()),
        }
    }

    fn prints_rewrites(&self) -> bool {
        false
    }

    fn end(&self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        write_command("notice", &vec![("title", "safepaste".to_owned())], &words::summary(tally), out)
    }
}

/// The file, which standard input is none, and the line in it where the input is a record.
fn file(input: &Input<'_>) -> Properties {
    match (input.id, input.record) {
        (_, Some(record)) if record.stream != STDIN => {
            vec![("file", plain_path(record.stream)), ("line", record.line.to_string())]
        }
        (Value::String(path), None) if path != STDIN => vec![("file", plain_path(path))],
        _ => Vec::new(),
    }
}

fn annotate(input: &Input<'_>, issue: &Issue, spots: &mut Spots<'_>, out: &mut dyn Write) -> io::Result<()> {
    let level = match issue.bucket {
        Some(Bucket::Unsafe) => "error",
        Some(_) => "warning",
        None => "notice",
    };
    let mut properties = file(input);
    let mut message = issue.message.clone();
    if let Some(bytes) = &issue.bytes {
        let spot = spots.at(bytes);
        message = spot.lead(&message);
        // GitHub counts the lines of the file, which a file of pages or cells does not have.
        if spot.of_file {
            properties.push(("line", spot.start.0.to_string()));
            properties.push(("endLine", spot.last.0.to_string()));
            // Columns are understood within one line only.
            if spot.start.0 == spot.last.0 {
                properties.push(("col", spot.start.1.to_string()));
                properties.push(("endColumn", spot.last.1.to_string()));
            }
        }
    }
    properties.push(("title", format!("{}: {}", issue.code, issue.title)));
    write_command(level, &properties, &message, out)
}

fn write_command(level: &str, properties: &Properties, message: &str, out: &mut dyn Write) -> io::Result<()> {
    let properties: Vec<String> = properties.iter().map(|(key, text)| format!("{key}={}", property(text))).collect();
    writeln!(out, "::{level} {}::{}", properties.join(","), data(message))
}

/// A text as the message of a command: on one line, so that nothing in it is a command of its own.
fn data(text: &str) -> String {
    printable(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as a property, which a colon or a comma would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_property_or_a_command() {
        for (text, as_property, as_data) in [
            ("a,line=9::x", "a%2Cline=9%3A%3Ax", "a,line=9::x"),
            ("50%\r\n::set-env::", "50%25%0A%3A%3Aset-env%3A%3A", "50%25%0A::set-env::"),
            ("a\rb\u{1b}[31m", "a\u{fffd}b\u{fffd}[31m", "a\u{fffd}b\u{fffd}[31m"),
        ] {
            assert_eq!(property(text), as_property);
            assert_eq!(data(text), as_data);
        }
    }
}
