//! Which lines of a file are asked about.

use crate::document::Document;
use std::ops::Range;

/// Lines of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Lines {
    /// Every line.
    #[default]
    All,
    /// These, counted from 1, in order and apart.
    Some(Vec<Range<usize>>),
}

impl Lines {
    /// Whether there is any.
    pub fn any(&self) -> bool {
        !matches!(self, Lines::Some(lines) if lines.is_empty())
    }

    /// Where they stand in a document, in bytes of its text. What was extracted from a file of another format has no
    /// lines of the file, so there it is the whole.
    pub fn bytes(&self, document: &Document) -> Vec<Range<usize>> {
        let text = document.text();
        let Lines::Some(lines) = self else { return whole(text) };
        if !document.is_plain() {
            return whole(text);
        }
        let ends: Vec<usize> = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1).collect();
        // Where a line starts: the first at 0, the next behind a line end.
        let start = |line: usize| match line {
            0 | 1 => 0,
            _ => ends.get(line - 2).copied().unwrap_or(text.len()),
        };
        lines.iter().map(|lines| start(lines.start)..start(lines.end)).collect()
    }
}

#[allow(clippy::single_range_in_vec_init, reason = "one range is meant")]
fn whole(text: &str) -> Vec<Range<usize>> {
    vec![0..text.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_found_in_the_text() {
        let document = Document::plain("one\ntwo\r\nthree\nfour".to_owned());
        let told = |lines: &[Range<usize>]| -> Vec<&str> {
            let bytes = Lines::Some(lines.to_vec()).bytes(&document);
            bytes.into_iter().map(|bytes| &document.text()[bytes]).collect()
        };
        assert_eq!(told(&[1..2, 3..5]), ["one\n", "three\nfour"]);
        assert_eq!(told(&[2..3, 3..3]), ["two\r\n", ""]);
        assert_eq!(told(&[4..5, 9..10]), ["four", ""]);
        assert_eq!(Lines::All.bytes(&document).first(), Some(&(0..document.text().len())));
    }
}
