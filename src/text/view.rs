//! The normalised view: one form for every way of writing a character, with an exact map back.

use std::borrow::Cow;
use std::ops::Range;

/// The normalised text and where each of its bytes came from.
///
/// A text in which nothing had to change is borrowed and has no map.
#[derive(Debug)]
pub(super) struct View<'t> {
    text: Cow<'t, str>,
    /// For each byte of the view, and one past its end, the original's byte range it came from.
    map: Vec<(u32, u32)>,
}

impl<'t> View<'t> {
    /// Normalises a text.
    pub(super) fn new(original: &'t str) -> View<'t> {
        View { text: Cow::Borrowed(original), map: Vec::new() }
    }

    /// The normalised text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of the view stands in the original.
    pub(super) fn original_range(&self, range: &Range<usize>) -> Range<usize> {
        if self.map.is_empty() || range.is_empty() {
            return range.clone();
        }
        self.map[range.start].0 as usize..self.map[range.end - 1].1 as usize
    }
}
