//! Where something stands in a file, as a report may show it: the names of parts without what was found.

use super::{Checked, Input, Parts};
use crate::document::Places;
use std::ops::Range;

/// Tells spots in a text; cheapest when asked in rising order.
pub(super) struct Spots<'d> {
    text: &'d str,
    places: Places<'d>,
    parts: Parts,
    /// Whether lines and columns are those of the file, as in a text format.
    of_file: bool,
    /// The record of a stream that the text is, and its line.
    record: Option<(String, usize)>,
}

/// Where something begins and ends.
#[derive(Debug)]
pub(super) struct Spot {
    /// The part of the file.
    pub part: Option<String>,
    /// The line of the file that holds all of the part, where it is known.
    pub whole: Option<usize>,
    /// Whether lines and columns count in the file, as an editor does, and not in the part.
    pub of_file: bool,
    /// Line and column of its first character, from 1, in code points.
    pub start: (usize, usize),
    /// Line and column of its last character.
    pub last: (usize, usize),
}

impl<'d> Spots<'d> {
    /// Those of a text that stands in a file as a whole or as a record of a stream.
    pub fn in_file(input: &Input<'_>, checked: &Checked<'d>, show_values: bool) -> Spots<'d> {
        let mut spots = Spots::new(checked, show_values);
        if input.record.is_some() {
            spots.of_file = false;
            spots.record = Some((format!("record {}", input.name()), input.line()));
        }
        spots
    }

    /// Those of a text that was checked.
    pub fn new(checked: &Checked<'d>, show_values: bool) -> Spots<'d> {
        let document = checked.document;
        let parts = Parts::new(document, checked.check, show_values);
        Spots { text: document.text(), places: document.places(), parts, of_file: document.is_plain(), record: None }
    }

    /// Where a range of the text stands.
    pub fn at(&mut self, bytes: &Range<usize>) -> Spot {
        let start = self.places.at(bytes.start);
        // The last character and not the end, which may stand in the next part already.
        let last = self.places.at(self.text.floor_char_boundary(bytes.end.saturating_sub(1).max(bytes.start)));
        Spot {
            part: match &self.record {
                Some((name, _)) => Some(name.clone()),
                None => start.part.map(|part| self.parts.shown(part)),
            },
            whole: self.record.as_ref().map(|(_, line)| *line),
            of_file: self.of_file,
            start: (start.line, start.column),
            last: (last.line, last.column),
        }
    }
}

impl Spot {
    /// The line of the file to show it at: its own, that of its record, or the first.
    pub fn line(&self) -> usize {
        if self.of_file { self.start.0 } else { self.whole.unwrap_or(1) }
    }

    /// A sentence about it for a report that tells the line itself: the part, and the line in it where that is none of the
    /// file.
    pub fn lead(&self, message: &str) -> String {
        match &self.part {
            Some(part) if self.of_file => format!("{part}: {message}"),
            Some(part) => format!("{part}, line {}: {message}", self.start.0),
            None => message.to_owned(),
        }
    }
}

impl std::fmt::Display for Spot {
    /// Part, line and column: `page 2 4:1`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(part) = &self.part {
            write!(f, "{part} ")?;
        }
        write!(f, "{}:{}", self.start.0, self.start.1)
    }
}
