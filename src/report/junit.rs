//! For whatever shows test results: JUnit XML, one test for each text.
//!
//! A text that makes the exit code other than 0 fails, so a conditional one passes with `--fail-on unsafe`; one that
//! could not be examined, or not all of it, is an error, one that was left out is skipped. Each text is a suite of its own, because a
//! suite begins with its counts and nothing is held back until the last text is read.

use super::spot::Spots;
use super::{Checked, Input, Look, Outcome, Parts, Report, Tally, printable, words};
use crate::verdict::Bucket;
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::io::{self, Write};

/// The report in this format.
pub(super) fn report(look: Look) -> Box<dyn Report> {
    Box::new(JUnit { look })
}

struct JUnit {
    look: Look,
}

/// What a test came to: its element, how it is classed, the message, and the details.
struct Result {
    element: &'static str,
    class: &'static str,
    message: String,
    details: String,
}

impl JUnit {
    fn result(&self, input: &Input<'_>) -> Option<Result> {
        let told = |element, class, message: &str, details| {
            Some(Result { element, class, message: one_line(message), details })
        };
        match &input.outcome {
            Outcome::Checked(checked) => {
                let bucket = checked.check.verdict.bucket;
                let said = words::sentence(checked);
                // As with exit codes, unsafe is worse than read in part, and conditional is not.
                if bucket != Bucket::Unsafe && !checked.document.unread().is_empty() {
                    return told("error", "not all examined", &said, self.details(input, checked));
                }
                let details = || self.details(input, checked);
                checked.fails().then(|| told("failure", bucket.as_str(), &said, details())).flatten()
            }
            Outcome::Failed(why) => told("error", "not examined", why, String::new()),
            Outcome::Skipped(why) => told("skipped", "left out", why, String::new()),
        }
    }

    /// Where each finding and each reason stands, a line for each.
    fn details(&self, input: &Input<'_>, checked: &Checked<'_>) -> String {
        let text = checked.document.text();
        let mut spots = Spots::new(checked, self.look.show_values);
        let parts = Parts::new(checked.document, checked.check, self.look.show_values);
        let mut lines = vec![String::new()];
        lines.extend(input.record.map(|_| format!("{}:{}: record {}", input.file(), input.line(), input.name())));
        lines.extend(words::gap_lines(checked.document, &parts).iter().map(|gap| format!("not read: {gap}")));
        for finding in &checked.check.findings {
            let value = words::value(text, finding, self.look.show_values);
            lines.push(format!("{} {} {value}", spots.at(&finding.bytes), finding.kind.code()));
        }
        for reason in &checked.check.verdict.reasons {
            lines.push(format!("{}: {}", reason.code, reason.why));
        }
        lines.push(String::new());
        valid(&printable(&lines.join("\n")))
    }
}

impl Report for JUnit {
    fn begin(&self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"safepaste\">\n")
    }

    fn input(&self, input: &Input<'_>, out: &mut dyn Write) -> io::Result<()> {
        let name = one_line(&input.name());
        let result = self.result(input);
        let counts = |element| if result.as_ref().is_some_and(|result| result.element == element) { "1" } else { "0" };
        let suite = [
            ("name", name.as_str()),
            ("tests", "1"),
            ("failures", counts("failure")),
            ("errors", counts("error")),
            ("skipped", counts("skipped")),
        ];
        let case = [("name", name.as_str()), ("classname", "safepaste")];
        let mut writer = Writer::new(out);
        writer.create_element("testsuite").with_attributes(suite).write_inner_content(|writer| {
            let case = writer.create_element("testcase").with_attributes(case);
            let Some(Result { element, class, message, details }) = &result else {
                case.write_empty()?;
                return Ok(());
            };
            case.write_inner_content(|writer| {
                let result = writer.create_element(*element);
                let result = result.with_attributes([("type", *class), ("message", message.as_str())]);
                if details.is_empty() {
                    result.write_empty()
                } else {
                    result.write_text_content(BytesText::new(details))
                }?;
                Ok(())
            })?;
            Ok(())
        })?;
        writer.get_mut().write_all(b"\n")
    }

    fn prints_rewrites(&self) -> bool {
        false
    }

    fn end(&self, _tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"</testsuites>\n")
    }
}

/// A text on one line, for an attribute.
fn one_line(text: &str) -> String {
    valid(&printable(text)).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without the two characters that XML 1.0 does not know, beyond those that are never printed.
fn valid(text: &str) -> String {
    text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
