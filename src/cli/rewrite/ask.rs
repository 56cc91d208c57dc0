//! The question about one change, and its answer: one letter and Enter.

use super::texts::Text;
use crate::cli::screen;
use colored::Colorize;
use safepaste::report::{self, printable};
use safepaste::rewrite::Change;
use std::io::{self, BufRead, Write};

/// The most that is shown of a line before and behind what is asked about, in characters.
const AROUND: usize = 60;

/// What somebody decided.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// Take the replacement.
    Accept,
    /// Leave the text.
    Keep,
    /// Put these words there.
    Edit(String),
    /// Leave the text, and never ask about this value again.
    Always,
    /// Take this replacement and all that follow.
    Rest,
    /// Write nothing at all.
    Quit,
}

/// Who asks.
pub(super) struct Asker<R, W> {
    input: R,
    output: W,
}

impl<R: BufRead, W: Write> Asker<R, W> {
    pub fn new(input: R, output: W) -> Asker<R, W> {
        Asker { input, output }
    }

    /// Shows a change, and asks until the answer can be read. Whoever answers no more quits.
    pub fn ask(&mut self, text: &Text, number: usize, why: Option<&str>) -> io::Result<Answer> {
        self.show(text, number, why)?;
        loop {
            let question = "[a]ccept  [k]eep  [e]dit  allow al[w]ays  [A]ll the rest  [q]uit";
            let Some(said) = self.line(question)? else { return Ok(Answer::Quit) };
            return Ok(match said.trim() {
                "a" | "accept" => Answer::Accept,
                "k" | "keep" => Answer::Keep,
                "e" | "edit" => match self.line("What is to stand there? (Enter alone leaves it out)")? {
                    Some(words) => Answer::Edit(words),
                    None => Answer::Quit,
                },
                "w" | "always" => Answer::Always,
                "A" | "all" => Answer::Rest,
                "q" | "quit" => Answer::Quit,
                _ => {
                    writeln!(self.output, "Please answer with one of the letters in brackets: a, k, e, w, A or q.")?;
                    continue;
                }
            });
        }
    }

    /// Says something in between.
    pub fn say(&mut self, what: &str) -> io::Result<()> {
        writeln!(self.output, "{}", printable(what))
    }

    fn show(&mut self, text: &Text, number: usize, why: Option<&str>) -> io::Result<()> {
        let changes = &text.done.rewrite.changes;
        let Some(change) = changes.get(number) else { return Ok(()) };
        let content = text.document.text();
        let finding = change.finding.and_then(|finding| text.done.before.findings.get(finding));
        let what = finding.map_or("found in the second look", |finding| report::kind(finding.kind));
        let start = finding.map_or(change.bytes.start, |finding| finding.bytes.start.max(change.bytes.start));
        let place = text.document.places().at(start);
        let out = &mut self.output;
        let head = format!("{}:{}:{}  {what}", text.name, place.line, place.column);
        writeln!(out, "\n{}  ({} of {})", printable(&head).bold(), number + 1, changes.len())?;
        let (before, old, after) = around(content, change);
        writeln!(out, "  {}{}{}", printable(&before), printable(old).red(), printable(&after))?;
        writeln!(out, "  {}  {}", "Instead".bold(), printable(&instead(change)).green())?;
        if let Some(why) = why {
            let options = textwrap::Options::new(screen::width().min(100)).subsequent_indent("           ");
            writeln!(out, "{}", textwrap::fill(&format!("  {}      {}", "Why".bold(), printable(why)), options))?;
        }
        Ok(())
    }

    /// A line that somebody types, without its end; none where nobody does.
    fn line(&mut self, question: &str) -> io::Result<Option<String>> {
        write!(self.output, "{question} > ")?;
        self.output.flush()?;
        let mut line = String::new();
        let read = self.input.read_line(&mut line)?;
        Ok((read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
    }
}

/// What stands there now, with what stands before and behind it in its line.
fn around<'t>(text: &'t str, change: &Change) -> (String, &'t str, String) {
    let before = text[..change.bytes.start].rsplit('\n').next().unwrap_or_default();
    let after = text[change.bytes.end..].split(['\r', '\n']).next().unwrap_or_default();
    let cut = before.chars().count().saturating_sub(AROUND);
    let before =
        if cut > 0 { format!("…{}", before.chars().skip(cut).collect::<String>()) } else { before.to_owned() };
    let mut shown: String = after.chars().take(AROUND).collect();
    if shown.len() < after.len() {
        shown.push('…');
    }
    (before, &text[change.bytes.clone()], shown)
}

/// What is to stand there.
fn instead(change: &Change) -> String {
    match change.replacement.trim() {
        "" => "(left out)".to_owned(),
        words => words.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::rewrite::{Styles, rewritten};
    use crate::cli::styling::Styling;
    use safepaste::document::Document;
    use safepaste::{Checker, Policy};

    #[test]
    fn answers_are_read_and_asked_for_again() {
        let draft = "Remind my patient Odile Marsh of her filler on Thursday.";
        let checker = Checker::new(Policy::built_in().unwrap(), jiff::civil::date(2026, 11, 21)).unwrap();
        let styles = Styles { chosen: Styling::default().chosen().unwrap(), reversible: false };
        let done = rewritten(&checker, &Document::plain(draft.to_owned()), None, styles).unwrap();
        let document = Document::plain(draft.to_owned());
        let text = Text { name: "draft.txt".to_owned(), path: None, document, done };
        for (typed, answer) in [
            ("a\n", Answer::Accept),
            (" k \r\n", Answer::Keep),
            ("A\n", Answer::Rest),
            ("w\n", Answer::Always),
            ("x\n\nq\n", Answer::Quit),
            ("", Answer::Quit),
            ("e\na client\n", Answer::Edit("a client".to_owned())),
            ("e\n\n", Answer::Edit(String::new())),
            ("e\n", Answer::Quit),
        ] {
            let mut shown = Vec::new();
            assert_eq!(Asker::new(typed.as_bytes(), &mut shown).ask(&text, 0, Some("A name.")).unwrap(), answer);
            let shown = String::from_utf8(shown).unwrap();
            assert!(shown.contains("draft.txt:1:19  name") && shown.contains("A name."), "{shown}");
            assert_eq!(shown.contains("Please answer"), typed.starts_with('x'));
        }
    }
}
