//! A text as it was extracted, in segments that each know their place in the file.
//!
//! A plain text is one segment. A format with cells, pages or headers appends one segment for each,
//! and a place in the text is then told within its segment.

mod encoding;
mod outline;

use outline::Outline;
use std::ops::Range;
use std::sync::OnceLock;

pub use encoding::{Encoding, MARK, Undecodable};
pub use outline::Syntax;

/// The text of one source, and where its parts stood.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Document {
    text: String,
    /// In order, without gaps; the first starts at 0.
    segments: Vec<Segment>,
    /// How the file's bytes stand for it.
    encoding: Encoding,
    unread: Vec<Unread>,
    /// What was passed over on purpose, as it says nothing about anybody: the logo of a letter.
    passed: Vec<Unread>,
    /// Whether the file is a picture, of which the text is not what it shows.
    unseen: bool,
    /// What the text is written in, where it has a structure of its own.
    syntax: Option<Syntax>,
    /// The text's structure, once somebody asked for it.
    outline: OnceLock<Outline>,
}

/// A part of a file that could not be read: an encrypted member, what a picture shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// Which part, as a place names it; empty where it is the file itself.
    pub part: String,
    /// What kept it from being read, and what to do.
    pub why: String,
}

/// How the line begins that names a picture's own file: what the picture shows stands in no text, so its name and its
/// folders are checked.
pub const PICTURE_FILE: &str = "Picture file: ";

/// A part of a document's text.
#[derive(Clone, PartialEq, Eq)]
struct Segment {
    /// Where it starts, in bytes of the text.
    start: usize,
    /// Where it stood in the file, `page 3` or `Sheet1!B4`; none in a plain text.
    part: Option<String>,
}

/// Where something stands, as an editor or a reader of the file would say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'d> {
    /// The part of the file, `page 3` or `Sheet1!B4`; none in a plain text.
    pub part: Option<&'d str>,
    /// The line within the part, from 1.
    pub line: usize,
    /// The column, from 1, in code points.
    pub column: usize,
}

impl Document {
    /// A plain text: one segment.
    pub fn plain(text: String) -> Document {
        Document { text, segments: vec![Segment { start: 0, part: None }], ..Document::default() }
    }

    /// The plain text of a file with these bytes.
    ///
    /// # Errors
    /// When the bytes are no text in any encoding that they can have.
    pub fn of_bytes(bytes: Vec<u8>) -> Result<Document, Undecodable> {
        let (text, encoding) = Encoding::decode(bytes)?;
        Ok(Document { encoding, ..Document::plain(text) })
    }

    /// The same text, which is written in a syntax that gives its values places of their own.
    pub fn written_in(self, syntax: Syntax) -> Document {
        Document { syntax: Some(syntax), outline: OnceLock::new(), ..self }
    }

    /// Appends a part of a file, on a line of its own.
    pub fn push(&mut self, part: &str, text: &str) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.begin(part);
        self.append(text);
    }

    /// Begins a part of a file where the text ends, on the same line: a cell of a row.
    pub fn begin(&mut self, part: &str) {
        self.segments.push(Segment { start: self.text.len(), part: Some(part.to_owned()) });
    }

    /// Appends to the last part.
    pub fn append(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Appends what was read in a part of a file, its parts and its gaps named behind `part`.
    pub fn include(&mut self, part: &str, inner: &Document) {
        let named = |inner: Option<&str>| match inner {
            Some(inner) if !inner.is_empty() => format!("{part}, {inner}"),
            _ => part.to_owned(),
        };
        for (index, segment) in inner.segments.iter().enumerate() {
            let text = &inner.text[inner.range(index)];
            let name = named(segment.part.as_deref());
            match index {
                0 => self.push(&name, text),
                _ => {
                    self.begin(&name);
                    self.append(text);
                }
            }
        }
        let outer = |gap: &Unread| Unread { part: named(Some(&gap.part)), ..gap.clone() };
        self.unread.extend(inner.unread.iter().map(outer));
        self.passed.extend(inner.passed.iter().map(outer));
    }

    /// Notes what was passed over on purpose, and why. The whole can be safe all the same.
    pub fn pass_over(&mut self, part: &str, why: &str) {
        self.passed.push(Unread { part: part.to_owned(), why: why.to_owned() });
    }

    /// What was passed over on purpose.
    pub fn passed_over(&self) -> &[Unread] {
        &self.passed
    }

    /// Takes a part that is a picture for a decoration: what it shows need not be seen.
    pub fn decorate(&mut self, part: &str, unseen: &dyn std::fmt::Display, why: &str) {
        let unseen = unseen.to_string();
        let before = self.unread.len();
        self.unread.retain(|gap| gap.part != part || gap.why != unseen);
        if self.unread.len() < before {
            self.pass_over(part, why);
        }
    }

    /// Notes that a part of the file could not be read, and why. The whole is then never safe.
    pub fn leave_unread(&mut self, part: &str, why: &dyn std::fmt::Display) {
        self.unread.push(Unread { part: part.to_owned(), why: why.to_string() });
    }

    /// Notes that the file is a picture, whose text is not what it shows.
    pub fn leave_unseen(&mut self, why: &dyn std::fmt::Display) {
        self.unseen = true;
        self.leave_unread("", why);
    }

    /// Whether the file itself is a picture.
    pub fn is_unseen(&self) -> bool {
        self.unseen
    }

    /// The parts of the file that could not be read.
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// The whole text, every segment in order.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stood in the file before the text: [`MARK`] or nothing.
    pub fn mark(&self) -> &'static str {
        if self.encoding.is_marked() { MARK } else { "" }
    }

    /// How the bytes of a plain text's file stand for it.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Whether it is a plain text, which can be written as it was read.
    pub fn is_plain(&self) -> bool {
        self.segments.iter().all(|segment| segment.part.is_none())
    }

    /// Fits changes of the text, given in order of place, into its syntax, so that the programs that it is for can still
    /// read it: each comes back with its place in the list, what goes, and what stands there. One that can be made as
    /// it is comes back as it is; one that touches no value does not come back.
    pub fn fit(&self, changes: Vec<(Range<usize>, String)>) -> Vec<(usize, Range<usize>, String)> {
        match self.outline().filter(|_| !changes.is_empty()) {
            Some(outline) => outline.fit(&self.text, &changes),
            None => changes.into_iter().enumerate().map(|(index, (range, words))| (index, range, words)).collect(),
        }
    }

    /// The text's structure, where it has one.
    fn outline(&self) -> Option<&Outline> {
        let syntax = self.syntax?;
        Some(self.outline.get_or_init(|| Outline::of(&self.text, syntax)))
    }

    /// Tells places in the text; cheapest when asked in rising order.
    pub fn places(&self) -> Places<'_> {
        Places { document: self, segment: 0, byte: 0, line: 1, column: 1 }
    }

    /// Where a segment stands in the text, in bytes.
    fn range(&self, segment: usize) -> Range<usize> {
        let start = self.segments.get(segment).map_or(0, |s| s.start);
        start..self.segments.get(segment + 1).map_or(self.text.len(), |next| next.start)
    }
}

impl std::fmt::Debug for Document {
    /// Tells the size alone, for the text may hold PHI.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Document({} bytes, {} segments)", self.text.len(), self.segments.len())
    }
}

/// Turns byte offsets of a document into places, counting on from the last one asked for.
#[derive(Debug, Clone)]
pub struct Places<'d> {
    document: &'d Document,
    segment: usize,
    byte: usize,
    line: usize,
    column: usize,
}

impl<'d> Places<'d> {
    /// The place of a byte offset; one inside a character or past the end counts as the nearest before it.
    pub fn at(&mut self, byte: usize) -> Place<'d> {
        let text = self.document.text.as_str();
        let byte = text.floor_char_boundary(byte);
        let segment = self.document.segments.partition_point(|s| s.start <= byte).saturating_sub(1);
        if segment != self.segment || byte < self.byte {
            let start = self.document.range(segment).start;
            *self = Places { document: self.document, segment, byte: start, line: 1, column: 1 };
        }
        let mut line_start = None;
        for end in memchr::memchr2_iter(b'\r', b'\n', &text.as_bytes()[self.byte..byte]) {
            let end = self.byte + end;
            // A return without a line feed ends a line, too; with one, the two end it together.
            if !text[end..].starts_with("\r\n") {
                self.line += 1;
                line_start = Some(end + 1);
            }
        }
        match line_start {
            Some(start) => self.column = 1 + text[start..byte].chars().count(),
            None => self.column += text[self.byte..byte].chars().count(),
        }
        self.byte = byte;
        let part = self.document.segments.get(segment).and_then(|s| s.part.as_deref());
        let part = part.or_else(|| self.document.outline()?.part(text, byte));
        Place { part, line: self.line, column: self.column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(places: &mut Places<'_>, byte: usize) -> (usize, usize) {
        let place = places.at(byte);
        (place.line, place.column)
    }

    #[test]
    fn lines_and_columns_count_from_one_in_code_points() {
        let document = Document::plain("José called\r\nback\n\nend".to_owned());
        let mut places = document.places();
        assert_eq!(at(&mut places, 0), (1, 1));
        assert_eq!(at(&mut places, 6), (1, 6));
        assert_eq!(at(&mut places, 14), (2, 1));
        assert_eq!(at(&mut places, 16), (2, 3));
        assert_eq!(at(&mut places, 19), (3, 1));
        assert_eq!(at(&mut places, 20), (4, 1));
        assert_eq!(at(&mut places, 999), (4, 4));
        assert_eq!(at(&mut places, 4), (1, 4), "an earlier place, inside a character");
        let old = Document::plain("one\rtwo\r\nthree".to_owned());
        assert_eq!((at(&mut old.places(), 5), at(&mut old.places(), 9)), ((2, 2), (3, 1)));
    }

    #[test]
    fn an_empty_text_has_a_first_place() {
        assert_eq!(at(&mut Document::plain(String::new()).places(), 0), (1, 1));
        assert_eq!(at(&mut Document::default().places(), 0), (1, 1));
    }

    #[test]
    fn a_place_is_told_within_its_part() {
        let mut document = Document::default();
        document.push("page 1", "one\ntwo");
        document.push("page 2", "three\nfour");
        assert_eq!(document.text(), "one\ntwo\nthree\nfour");
        let mut places = document.places();
        assert_eq!(places.at(5), Place { part: Some("page 1"), line: 2, column: 2 });
        assert_eq!(places.at(8), Place { part: Some("page 2"), line: 1, column: 1 });
        assert_eq!(places.at(15), Place { part: Some("page 2"), line: 2, column: 2 });
        assert_eq!(places.at(0), Place { part: Some("page 1"), line: 1, column: 1 });
    }

    #[test]
    fn what_lies_inside_a_part_is_told_behind_it() {
        let mut inner = Document::default();
        inner.push("page 1", "one");
        inner.begin("page 2");
        inner.append(" two");
        inner.leave_unread("page 3", &"no text");
        inner.leave_unread("", &"torn");
        let mut document = Document::plain("Hi".to_owned());
        document.include("attachment a.pdf", &inner);
        document.include("attachment b.txt", &Document::plain("three".to_owned()));
        assert_eq!(document.text(), "Hi\none two\nthree");
        let mut places = document.places();
        assert_eq!(places.at(3).part, Some("attachment a.pdf, page 1"));
        assert_eq!(places.at(7).part, Some("attachment a.pdf, page 2"));
        assert_eq!(places.at(12).part, Some("attachment b.txt"));
        let gaps: Vec<&str> = document.unread().iter().map(|gap| gap.part.as_str()).collect();
        assert_eq!(gaps, ["attachment a.pdf, page 3", "attachment a.pdf"]);
    }

    #[test]
    fn debug_shows_no_text() {
        let shown = format!("{:?}", Document::plain("Sarah".to_owned()));
        assert!(!shown.contains("Sarah"), "{shown}");
    }
}
