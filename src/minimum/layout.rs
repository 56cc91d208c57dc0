//! The layout of a form or a note: labels with the lines that belong to them, and lines that belong to none.

use super::boxes::{self, Boxes};
use super::line::{self, Part};
use super::prose::goes_on;
use super::wanted::{Wanted, words};
use super::{json, table};

/// A label with what stands behind and under it; or lines without a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub label: Option<String>,
    pub lines: Vec<Line>,
}

/// A line, without what marks it as part of a list or a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    /// The number of the line in the text, from 0.
    pub number: usize,
    /// Whether it is an item of its own, which no line before runs into.
    pub item: bool,
    /// Whether it is ticked.
    pub boxed: bool,
}

/// A heading in capitals has no more words than this.
const CAPITAL_WORDS: usize = 4;
/// Any other heading.
const HEADING_WORDS: usize = 8;

/// What takes in the lines that follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    /// A heading, until the next.
    Section,
    /// A label that nothing stands behind: until a blank line, or the next label.
    Label,
    /// A label with its value: what is indented, and where the value runs over its line.
    Value,
}

struct Reader<'w> {
    wanted: &'w Wanted,
    entries: Vec<Entry>,
    open: Open,
    /// How far the label that is open is indented.
    indent: usize,
}

/// A line without its marks.
struct Bare<'t> {
    text: &'t str,
    indent: usize,
    item: bool,
    /// Whether Markdown sets it as a heading.
    heading: bool,
}

/// The entries of a text, in order.
pub(super) fn entries(text: &str, wanted: &Wanted) -> Vec<Entry> {
    if let Some(entries) = json::entries(text, wanted) {
        return entries;
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut reader = Reader { wanted, entries: Vec::new(), open: Open::Nothing, indent: 0 };
    let mut number = 0;
    while let Some(line) = lines.get(number) {
        match table::entries(&lines[number..], number, wanted) {
            Some((entries, taken)) => {
                reader.entries.extend(entries);
                reader.open = Open::Nothing;
                number += taken;
            }
            None => {
                reader.line(number, line);
                number += 1;
            }
        }
    }
    reader.entries
}

impl Reader<'_> {
    fn line(&mut self, number: usize, line: &str) {
        if line.trim().is_empty() {
            let waits = self.open == Open::Label && self.entries.last().is_some_and(|entry| entry.lines.is_empty());
            if !waits && self.open != Open::Section {
                self.open = Open::Nothing;
            }
            return;
        }
        let bare = bare(line);
        if let Some(boxes) = boxes::read(bare.text) {
            return self.boxes(number, bare.indent, &boxes);
        }
        if !bare.text.chars().any(char::is_alphanumeric) {
            return;
        }
        if self.is_heading(&bare) {
            let strong = bare.heading || !self.wanted.is_heading(bare.text) || is_capitals(bare.text);
            return self.begin(bare.text, bare.indent, if strong { Open::Section } else { Open::Label });
        }
        for Part { label, text } in line::parts(bare.text, self.wanted) {
            match label {
                Some(label) if self.asks() && answers(&label) => self.append(number, &text, false, false),
                Some(label) if self.takes_in(&label, &bare) => {
                    self.append(number, &format!("{label}: {text}"), true, false);
                }
                Some(label) => {
                    let open = if text.is_empty() && !line::is_blank(bare.text) { Open::Label } else { Open::Value };
                    self.begin(&label, bare.indent, open);
                    self.append(number, &text, bare.item, false);
                }
                None => self.text(number, &text, &bare),
            }
        }
    }

    /// Ticked boxes: the value of what stands before them, or items under what is open.
    fn boxes(&mut self, number: usize, indent: usize, boxes: &Boxes) {
        let mut parts = line::parts(&boxes.label, self.wanted);
        if let Some(Part { label, text }) = parts.pop() {
            for Part { label, text } in parts {
                self.begin(label.as_deref().unwrap_or_default(), indent, Open::Value);
                self.append(number, &text, true, false);
            }
            // What follows the last label before its boxes belongs to its value.
            let label_only = label.is_none();
            self.begin(label.as_deref().unwrap_or(&text), indent, Open::Value);
            if !label_only {
                self.append(number, &text, true, false);
            }
            self.append(number, &boxes.ticked.join(", "), true, false);
            return;
        }
        for item in &boxes.ticked {
            match line::parts(item, self.wanted).pop() {
                Some(Part { label: Some(label), text }) if self.wanted.is_label(&label) && !text.is_empty() => {
                    self.entries.push(Entry { label: Some(label), lines: vec![item_of(number, &text)] });
                    self.open = Open::Nothing;
                }
                _ => {
                    if self.open == Open::Nothing || self.open == Open::Value {
                        self.loose();
                    }
                    self.append(number, item, true, true);
                }
            }
        }
    }

    fn is_heading(&self, bare: &Bare<'_>) -> bool {
        let text = bare.text.trim_end_matches(':');
        let count = words(text).count();
        let whole =
            !line::is_blank(text) && !text.contains([':', '?', '.', ',', ';']) && count > 0 && count <= HEADING_WORDS;
        let capitals = is_capitals(text) && count <= CAPITAL_WORDS && !text.contains(char::is_numeric);
        let strong =
            bare.heading || capitals && text.len() > 3 && self.wanted.says(text).is_empty() && !text.contains("  ");
        whole && (strong || self.wanted.is_heading(text) && self.wanted.says(text).is_empty())
    }

    /// Whether a label is content of what is open: of a list, where it is no known label, or of what is left out whole.
    fn takes_in(&self, label: &str, bare: &Bare<'_>) -> bool {
        let under = bare.item || bare.indent > self.indent;
        let Some(over) = self.entries.last().and_then(|entry| entry.label.as_deref()) else { return false };
        let open = matches!(self.open, Open::Section | Open::Label);
        open && under && (self.wanted.is_administrative(over) || !self.wanted.is_label(label))
    }

    /// Whether a question waits for its answer.
    fn asks(&self) -> bool {
        let asks = |entry: &Entry| entry.label.as_deref().is_some_and(|label| label.ends_with('?'));
        self.open == Open::Label && self.entries.last().is_some_and(asks)
    }

    fn begin(&mut self, label: &str, indent: usize, open: Open) {
        self.entries
            .push(Entry { label: Some(line::clean(label)).filter(|label| !label.is_empty()), lines: Vec::new() });
        self.open = open;
        self.indent = indent;
    }

    /// A line without a label.
    fn text(&mut self, number: usize, text: &str, bare: &Bare<'_>) {
        let last = self.entries.last().and_then(|entry| entry.lines.last());
        let runs_on = last.is_some_and(|last| last.number == number || goes_on(last)) || bare.indent > self.indent;
        if self.open == Open::Nothing || self.open == Open::Value && !runs_on {
            self.loose();
        }
        self.append(number, text, bare.item, false);
    }

    /// Begins lines without a label, unless such are the last.
    fn loose(&mut self) {
        if self.entries.last().is_none_or(|entry| entry.label.is_some()) {
            self.entries.push(Entry { label: None, lines: Vec::new() });
        }
        self.open = Open::Nothing;
    }

    fn append(&mut self, number: usize, text: &str, item: bool, boxed: bool) {
        if let Some(entry) = self.entries.last_mut().filter(|_| !text.is_empty()) {
            entry.lines.push(Line { text: text.to_owned(), number, item, boxed });
        }
    }
}

/// Whether a label stands before an answer: `A:`, or the patient's turn in a talk.
fn answers(label: &str) -> bool {
    const ANSWERING: &[&str] = &["patient", "pt", "client", "caller", "guest", "answer"];
    label == "A" || words(label).any(|(word, _)| ANSWERING.contains(&word.as_str()))
}

fn item_of(number: usize, text: &str) -> Line {
    Line { text: text.to_owned(), number, item: true, boxed: false }
}

/// Takes the marks of quotations, lists and headings from a line.
fn bare(line: &str) -> Bare<'_> {
    let unquoted = line.trim_start_matches(['>', ' ', '\t']);
    let indent = line.len() - unquoted.len();
    let mut text = unquoted.trim_end();
    let hashes = text.trim_start_matches('#');
    let mut heading = hashes.len() < text.len() && hashes.starts_with(' ');
    if heading {
        text = hashes.trim().trim_end_matches('#').trim_end();
    }
    let listed = unlisted(text);
    let item = listed.is_some();
    text = listed.unwrap_or(text);
    if let Some(bold) =
        text.strip_prefix("**").and_then(|text| text.strip_suffix("**")).filter(|bold| !bold.contains("**"))
    {
        heading = !bold.trim_end_matches(':').contains(':');
        text = bold.trim();
    }
    Bare { text, indent, item, heading }
}

/// An item of a list without its mark.
fn unlisted(text: &str) -> Option<&str> {
    if let Some(rest) =
        ["- ", "* ", "• ", "· ", "– ", "— ", "+ ", "◦ ", "▪ "].iter().find_map(|mark| text.strip_prefix(mark))
    {
        return Some(rest.trim_start());
    }
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let rest =
        text[digits..].strip_prefix(['.', ')']).filter(|rest| (1..=2).contains(&digits) && rest.starts_with(' '));
    rest.map(str::trim_start)
}

/// Whether a text has letters and all are capitals.
fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
}
