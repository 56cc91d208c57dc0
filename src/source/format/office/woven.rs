//! A document's text, woven from stretches of XML, with the way back from each of its bytes to the XML that it came from.

use super::xml::Text;
use crate::document::Document;
use crate::source::format::author;
use std::ops::Range;

/// The text that was read so far.
#[derive(Default)]
pub(super) struct Woven {
    pub document: Document,
    /// In the order of the text.
    pub pieces: Vec<Piece>,
    /// The members that pieces stand in.
    pub members: Vec<String>,
    /// Those who wrote in it, each with the part that tells it.
    authors: Vec<(String, Fragment)>,
    /// The part that the text ends in.
    part: String,
}

/// A stretch of the text, and where it stands in the file. What is between pieces (line ends, tabs) stands nowhere.
#[derive(Clone)]
pub(super) struct Piece {
    /// In the document's text; in a fragment, from its beginning.
    pub text: Range<usize>,
    /// Its member's number.
    pub member: usize,
    /// In the member.
    pub raw: Range<usize>,
    pub role: Role,
}

/// What a piece is in the XML, which decides how another text is put there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Text between tags; where an attribute can say in the start tag that its spaces count.
    Text {
        /// The end of the tag's name; none where spaces always count.
        tag: Option<usize>,
    },
    /// An attribute's value.
    Attribute,
    /// An attribute that must stay an address.
    Link,
    /// An attribute that must stay a date and time.
    Date,
    /// The value of a sheet's cell, counted from 0.
    Cell { row: u32, column: u32 },
}

/// A stretch of text that is not in the document yet: a paragraph, a cell.
#[derive(Default)]
pub(super) struct Fragment {
    text: String,
    pieces: Vec<Piece>,
    /// Where something begins that not everybody sees, such as deleted text, or where it ends (empty).
    marks: Vec<(usize, &'static str)>,
}

impl Fragment {
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Whether anything in it stands in the file.
    pub fn has_pieces(&self) -> bool {
        !self.pieces.is_empty()
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Appends what stands nowhere in the file.
    pub fn say(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Appends a stretch of a member.
    pub fn add(&mut self, text: &Text<'_>, member: usize, role: Role) {
        let start = self.text.len();
        // A line end in XML is a space on the page.
        self.text.extend(text.text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }));
        self.pieces.push(Piece { text: start..self.text.len(), member, raw: text.raw.clone(), role });
    }

    /// Keeps words apart that touch only because both an old and a new text are read.
    pub fn part(&mut self) {
        if self.text.chars().next_back().is_some_and(|last| !last.is_whitespace()) {
            self.text.push(' ');
        }
    }

    /// Says from here on what is special with the text.
    pub fn mark(&mut self, mark: &'static str) {
        if self.marks.last().map_or("", |(_, last)| last) != mark {
            self.marks.push((self.text.len(), mark));
        }
    }

    /// Appends another fragment.
    pub fn join(&mut self, between: &str, other: Fragment) {
        if !self.text.is_empty() {
            self.text.push_str(between);
        }
        let offset = self.text.len();
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.into_iter().map(|piece| piece.moved(offset)));
        self.marks.extend(other.marks.into_iter().map(|(at, mark)| (at + offset, mark)));
    }

    /// Makes it fit into one cell of a row: line ends and tabs become spaces.
    pub fn in_one_line(mut self) -> Fragment {
        self.text = self.text.replace(['\n', '\r', '\t'], " ");
        self
    }
}

impl Piece {
    fn moved(mut self, by: usize) -> Piece {
        self.text = self.text.start + by..self.text.end + by;
        self
    }
}

impl Woven {
    /// Begins to read a member; its number comes back.
    pub fn member(&mut self, name: &str) -> usize {
        self.members.push(super::package::key(name));
        self.members.len() - 1
    }

    /// Appends a line to a part.
    pub fn line(&mut self, part: &str, fragment: Fragment) {
        if fragment.is_empty() {
            return;
        }
        if self.part == part {
            self.document.append("\n");
        } else {
            self.document.push(part, "");
        }
        self.put(part, fragment);
    }

    /// Notes who wrote in it.
    pub fn author(&mut self, part: String, text: &Text<'_>, member: usize) {
        let mut name = Fragment::default();
        name.add(text, member, Role::Attribute);
        self.authors.push((part, name));
    }

    /// The document, with those of its authors whom its text names too.
    pub fn finish(mut self) -> Woven {
        let mut told: Vec<String> = Vec::new();
        for (part, name) in std::mem::take(&mut self.authors) {
            if author::is_named(self.document.text(), &name.text) && !told.contains(&name.text) {
                told.push(name.text.clone());
                let mut line = Fragment::default();
                line.say(author::LABEL);
                line.join("", name);
                self.line(&part, line);
            }
        }
        self
    }

    /// Appends a row of cells, each a part of its own.
    pub fn row(&mut self, cells: Vec<(String, Fragment)>) {
        if cells.iter().all(|(_, cell)| cell.is_empty()) {
            return;
        }
        for (index, (part, cell)) in cells.into_iter().enumerate() {
            if index == 0 {
                self.document.push(&part, "");
            } else {
                self.document.append("\t");
                if cell.is_empty() {
                    continue;
                }
                self.document.begin(&part);
            }
            self.put(&part, cell.in_one_line());
        }
    }

    /// Appends what was read in a file within the file.
    pub fn include(&mut self, part: &str, inner: &Document) {
        self.document.include(part, inner);
        self.part.clear();
    }

    fn put(&mut self, part: &str, fragment: Fragment) {
        let Fragment { text, pieces, marks } = fragment;
        let offset = self.document.text().len();
        self.pieces.extend(pieces.into_iter().map(|piece| piece.moved(offset)));
        let mut done = 0;
        let hidden = marks.last().is_some_and(|(_, mark)| !mark.is_empty());
        for (at, mark) in marks {
            self.document.append(&text[done..at]);
            done = at;
            let marked = if mark.is_empty() { part.to_owned() } else { format!("{part} ({mark})") };
            self.document.begin(&marked);
        }
        self.document.append(&text[done..]);
        self.part = if hidden { String::new() } else { part.to_owned() };
    }
}
