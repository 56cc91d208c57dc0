//! The form of the text around a place: running text, a labelled field, or a cell of a table or of data.

use super::word::{is_one, is_role, last_word, trim_end};
use std::collections::HashSet;
use std::ops::Range;

/// What kind of place a value stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// Inside a sentence or a note.
    Prose,
    /// The whole value behind a label.
    Field,
    /// A whole cell of a table, or a whole string of structured data.
    Cell,
    /// A number of structured data, outside quotes.
    Number,
    /// A part of a longer token, such as a file name or a link.
    Glued,
}

/// The place of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// What kind of place it is.
    pub(super) slot: Slot,
    /// The line or cell that it stands in, beyond which no edit reaches.
    pub(super) bounds: Range<usize>,
    /// Whether it is in a row of a table.
    pub(super) row: bool,
    /// Whether it begins what somebody says in a talk: "Caller: 479-555-0140".
    pub(super) turn: bool,
}

/// Lines longer than this are not looked at as rows of a table.
const LONGEST_ROW: usize = 1 << 16;
/// How far around a value the place is looked at, in bytes.
const NEAR: usize = 160;

/// Finds the place of values, which are asked for in order.
#[derive(Debug)]
pub(super) struct Layout<'t> {
    text: &'t str,
    line: Range<usize>,
    cells: Vec<Range<usize>>,
    /// The labels that begin more than one line, as speakers of a talk do.
    speakers: HashSet<&'t str>,
}

impl<'t> Layout<'t> {
    pub(super) fn new(text: &'t str) -> Layout<'t> {
        Layout { text, line: 0..0, cells: Vec::new(), speakers: speakers(text) }
    }

    /// The place of a value.
    pub(super) fn spot(&mut self, value: &Range<usize>) -> Spot {
        if self.line.end < value.end || self.line.is_empty() || value.start < self.line.start {
            self.enter_line(value);
        }
        let cell = self.cells.partition_point(|cell| cell.end < value.end);
        if let Some(cell) = self.cells.get(cell).filter(|cell| cell.start <= value.start && value.end <= cell.end) {
            let whole = is_blank(&self.text[cell.start..value.start]) && is_blank(&self.text[value.end..cell.end]);
            if whole {
                return Spot { slot: Slot::Cell, bounds: cell.clone(), row: true, turn: false };
            }
            return self.inside(cell.clone(), value);
        }
        self.inside(self.line.clone(), value)
    }

    /// Takes up the line of a value.
    fn enter_line(&mut self, value: &Range<usize>) {
        let bytes = self.text.as_bytes();
        let start = memchr::memrchr(b'\n', &bytes[..value.start]).map_or(0, |at| at + 1);
        let end = memchr::memchr(b'\n', &bytes[value.end..]).map_or(bytes.len(), |at| value.end + at);
        self.line = start..end;
        self.cells.clear();
        if end - start <= LONGEST_ROW {
            self.cells = self.cells_of_line();
        }
    }

    /// The cells of the line where it is a row of a table.
    fn cells_of_line(&self) -> Vec<Range<usize>> {
        let line = &self.text[self.line.clone()];
        // A segment of an X12 message: "NM1*IL*1*SOTO*ANA~"
        let id = line.split('*').next().unwrap_or_default();
        let message = (2..=3).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
        if message && line.matches('*').count() >= 2 {
            return split(line, self.line.start, |c, _| matches!(c, '*' | '~'));
        }
        for delimiter in ['\t', '|'] {
            let count = line.matches(delimiter).count();
            if count >= 2 || (count == 1 && delimiter == '\t') {
                return split(line, self.line.start, |c, _| c == delimiter);
            }
        }
        if line.matches(';').count() >= 3 && !line.contains("; ") {
            return split(line, self.line.start, |c, _| c == ';');
        }
        let cells = split_commas(line, self.line.start);
        if cells.len() >= 3 && (self.neighbour_has(cells.len()) || tight(line)) {
            return cells;
        }
        let columns = columns(line, self.line.start);
        let wide = line.contains('|') || line.trim().contains("   ");
        if columns.len() >= 3 || (columns.len() == 2 && wide) { columns } else { Vec::new() }
    }

    /// Whether the line before or behind has as many cells.
    fn neighbour_has(&self, count: usize) -> bool {
        let line = &self.text[self.line.clone()];
        let spaced = line.matches(", ").count();
        if spaced * 3 > line.matches(',').count() {
            return false;
        }
        let before = &self.text[..self.line.start];
        let before = before.strip_suffix('\n').unwrap_or(before);
        let before = &before[memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |at| at + 1)..];
        let after = self.text[self.line.end..].strip_prefix('\n').unwrap_or_default();
        let after = &after[..memchr::memchr(b'\n', after.as_bytes()).unwrap_or(after.len())];
        [before, after].iter().any(|line| line.len() <= LONGEST_ROW && split_commas(line, 0).len() == count)
    }

    /// The place of a value inside its line or cell.
    fn inside(&self, bounds: Range<usize>, value: &Range<usize>) -> Spot {
        let text = self.text;
        let left = &text[floor(text, value.start.saturating_sub(NEAR)).max(bounds.start)..value.start];
        let right = &text[value.end..ceil(text, value.end + NEAR).min(bounds.end)];
        let mut bounds = bounds;
        if let Some(at) = tag_before(left) {
            bounds.start = value.start - left.len() + at;
        }
        if let Some(at) = tag_behind(right) {
            bounds.end = value.end + at;
        }
        let left = &text[bounds.start.max(value.start - left.len())..value.start];
        let right = &text[value.end..bounds.end.min(value.end + right.len())];
        let slot = if is_glued(left, right) {
            Slot::Glued
        } else if is_data_string(left, right) {
            Slot::Cell
        } else if is_data_number(left, right) {
            Slot::Number
        } else if is_bare(left) && is_bare(right) && bounds != self.line {
            Slot::Cell
        } else if (is_bare_label(left) && right.trim().is_empty() && !self.cells.is_empty())
            || label_of(left).is_some_and(|label| ends_value(right, label) && !self.speakers.contains(label))
        {
            Slot::Field
        } else {
            Slot::Prose
        };
        let turn =
            slot == Slot::Prose && left.trim_end().strip_suffix(':').is_some_and(|label| self.speakers.contains(label));
        Spot { slot, bounds, row: !self.cells.is_empty(), turn }
    }
}

/// Tags that a sentence runs through, as in "Dear <b>Ana</b>,".
const INLINE: &[&str] = &["b", "i", "u", "em", "strong", "span", "font", "mark", "small"];

/// Whether a tag, from behind its "<", is one that a sentence runs through.
fn is_inline(tag: &str) -> bool {
    let name = tag.trim_start_matches('/');
    is_one(&name[..name.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(name.len())], INLINE)
}

/// Where the last tag before a value ends that is not inside of its sentence.
fn tag_before(left: &str) -> Option<usize> {
    let mut ends = left.rmatch_indices('>').map(|(at, _)| at);
    let ends_another = |at: &usize| !left[..*at].rfind('<').is_some_and(|open| is_inline(&left[open + 1..*at]));
    ends.find(ends_another).map(|at| at + 1)
}

/// Where the first tag behind a value begins that is not inside of its sentence.
fn tag_behind(right: &str) -> Option<usize> {
    right.match_indices('<').map(|(at, _)| at).find(|at| !is_inline(&right[at + 1..]))
}

/// Whether a text has nothing but spaces and tags.
fn is_bare(text: &str) -> bool {
    text.split('<').enumerate().all(|(place, part)| {
        let rest = if place == 0 { part } else { part.split_once('>').map_or(part, |(_, rest)| rest) };
        rest.trim().is_empty()
    })
}

/// The labels that begin more than one line and call somebody: "Patient:", "Agent:".
fn speakers(text: &str) -> HashSet<&str> {
    let mut seen = HashSet::new();
    let labels = text.lines().filter_map(|line| line.split_once(": ")).map(|(label, _)| label.trim());
    let labels = labels.filter(|label| label.len() <= 24 && label.split(' ').next_back().is_some_and(is_speaker));
    labels.filter(|label| !seen.insert(*label)).collect()
}

/// Whether a word calls somebody who speaks in a talk.
fn is_speaker(word: &str) -> bool {
    let word = word.rsplit(' ').next().unwrap_or(word);
    is_role(word) || is_one(word, &["us", "me", "you", "staff", "admin", "spa", "clinic", "office", "q", "a", "t", "c"])
}

/// The label that ends a text, behind which a value stands.
pub(super) fn label_of(left: &str) -> Option<&str> {
    let left = left.trim_end_matches([' ', '\t', '"', '“', '*', '_', '`', '\'', '(']);
    let label = left.trim_end_matches([':', '=', '.', '_', ' ', '*']);
    let separator = &left[label.len()..];
    let separates = separator.contains([':', '=']) || separator.matches(['.', '_']).count() >= 2;
    if !separates || separator.contains("==") {
        return None;
    }
    let start = ["  ", "\t", "|", ". ", ", ", "; ", "{", "?", "- ", "* ", "> ", "](", ") ", "\" ", "/ "]
        .iter()
        .filter_map(|mark| label.rfind(mark).map(|at| at + mark.len()))
        .max()
        .unwrap_or(0);
    let label = label[start..].trim_matches([' ', '*', '_', '#', '"', '\'', '-', '•', '[', ']', '`', '(', ')']);
    let plausible = label.len() <= 40
        && label.chars().next().is_some_and(char::is_alphanumeric)
        && label.chars().any(char::is_alphabetic)
        && label.split_whitespace().count() <= 5;
    plausible.then_some(label)
}

/// Whether nothing but a field's label without a colon stands in a text ("DOB", "Client").
fn is_bare_label(left: &str) -> bool {
    #[rustfmt::skip]
    const LABELS: &[&str] = &[
        "client", "patient", "pt", "name", "dob", "date", "bday", "birthday", "ph", "phone", "cell", "mobile", "tel", "email", "e-mail", "mrn",
        "id", "chart", "acct", "account", "address", "fax", "ssn", "zip", "city", "town", "provider", "member", "seen", "born",
    ];
    is_one(left.trim(), LABELS)
}

/// Whether a labelled value ends where the text behind it begins.
fn ends_value(right: &str, label: &str) -> bool {
    const KEYS: &[&str] = &[
        "name", "dob", "birth", "phone", "cell", "mobile", "email", "address", "mrn", "ssn", "id", "city", "town",
        "zip", "date", "bday", "birthday", "fax", "nombre", "first", "last", "number", "contact",
    ];
    let rest = trim_end(right).trim_start_matches(['"', '”', '*', '_', '`', '\'']);
    let bare = rest.trim_start_matches([' ', '\t']);
    let spaces = rest.len() - bare.len();
    if bare.is_empty() || bare.starts_with(['\r', '\n', '|']) || spaces >= 2 || rest.starts_with('\t') {
        return true;
    }
    if bare.starts_with([',', ';']) {
        return label.split_whitespace().count() <= 3 && last_word(label).is_some_and(|word| word.is(KEYS));
    }
    let ends = bare.starts_with(". ") && label.split_whitespace().count() == 1 && label.len() > 3;
    ends || matches!(bare, "." | "?" | "!" | "\\") || bare.starts_with("...") || bare.starts_with("__")
}

/// Whether a value is only a part of a longer token.
fn is_glued(left: &str, right: &str) -> bool {
    let before = left.chars().next_back();
    let after = right.chars().next();
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '_' | '@' | '\\' | '=' | '%');
    let mail = ["mailto:", "tel:", "sms:"].iter().any(|scheme| left.ends_with(scheme));
    mail || before.is_some_and(|c| joins(c) && c != '=')
        || after.is_some_and(|c| joins(c) && c != '=')
        || is_extension(right)
        || is_assigned(left, right)
}

/// Whether a value is that of a key in a log line or a link: "user=dana ip=192.0.2.4", "?first=Dana&last=Ortiz".
fn is_assigned(left: &str, right: &str) -> bool {
    let Some(key) = left.strip_suffix('=') else { return false };
    let keyed = key.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ']'));
    keyed && (right.is_empty() || right.starts_with([' ', '&', ';', ',', '\t', '\n', '\r', '#']))
}

/// Whether the end of a file name stands at the start of a text (".tif").
fn is_extension(right: &str) -> bool {
    let Some(rest) = right.strip_prefix('.') else { return false };
    let letters = rest.chars().take_while(char::is_ascii_alphanumeric).count();
    (3..=4).contains(&letters)
        && rest.starts_with(|c: char| c.is_ascii_lowercase())
        && !rest[letters..].starts_with(' ')
}

/// Whether a value fills a quoted string of structured data.
fn is_data_string(left: &str, right: &str) -> bool {
    ['"', '\''].iter().any(|quote| {
        let Some(before) = left.strip_suffix(*quote).map(str::trim_end) else { return false };
        let Some(after) = right.strip_prefix(*quote).map(str::trim_start) else { return false };
        let attribute = before.ends_with('=') && before.len() > 1;
        attribute
            || (before.ends_with([':', '[', '{', ',', '(']) || before.is_empty())
                && (after.starts_with([',', ']', '}', ':', '>', '/', ')']) || after.is_empty())
    })
}

/// Whether a value is a bare number behind a quoted key.
fn is_data_number(left: &str, right: &str) -> bool {
    let after = right.trim_start();
    let statement =
        (left.ends_with('(') && right.starts_with(",'")) || (left.ends_with("',") && right.starts_with([',', ')']));
    statement || left.trim_end().ends_with("\":") && (after.starts_with([',', '}', ']']) || after.is_empty())
}

/// Whether only spaces and quotes stand in a text.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || c == '"')
}

/// Whether commas stand without spaces, as in exported data.
fn tight(line: &str) -> bool {
    line.matches(',').count() >= 3 && !line.contains(", ") && line.matches(' ').count() <= line.matches(',').count() * 3
}

/// The parts of a line between delimiters.
fn split(line: &str, offset: usize, mut is_delimiter: impl FnMut(char, usize) -> bool) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, c) in line.char_indices() {
        if is_delimiter(c, at) {
            cells.push(offset + start..offset + at);
            start = at + c.len_utf8();
        }
    }
    cells.push(offset + start..offset + line.len());
    cells
}

/// The parts of a line between commas outside quotes.
fn split_commas(line: &str, offset: usize) -> Vec<Range<usize>> {
    let mut quoted = false;
    split(line, offset, |c, _| {
        quoted ^= c == '"';
        c == ',' && !quoted
    })
}

/// The parts of a line between runs of two or more spaces.
fn columns(line: &str, offset: usize) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut at = 0;
    for part in line.split("  ") {
        let text = part.trim();
        if !text.is_empty() {
            let start = at + (part.len() - part.trim_start().len());
            cells.push(offset + start..offset + start + text.len());
        }
        at += part.len() + 2;
    }
    cells
}

/// The next lower place between characters.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The next higher place between characters.
pub(super) fn ceil(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}
