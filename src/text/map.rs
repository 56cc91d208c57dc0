//! Rewrites a text piece by piece and remembers where each piece came from.

use std::ops::Range;

/// A rewritten text and the way back to its source.
#[derive(Debug)]
pub(super) struct Rewritten {
    pub(super) text: String,
    pub(super) map: Map,
}

/// Where each byte of a rewritten text came from.
#[derive(Debug)]
pub(super) struct Map {
    /// In order of place, without gaps in the rewritten text.
    pieces: Vec<Piece>,
    /// Bytes of the source.
    source_len: usize,
}

/// A stretch of the rewritten text, up to the next piece.
#[derive(Debug)]
struct Piece {
    /// Where it starts in the rewritten text.
    start: usize,
    /// Where it starts in the source.
    source: usize,
    /// How many bytes of the source it stands for as a whole; 0 for a stretch that was kept byte by byte.
    width: usize,
}

impl Map {
    /// Where a range of the rewritten text stands in its source.
    pub(super) fn source_range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.piece(range.start).map_or(self.source_len, |(piece, inside)| match piece.width {
            0 => piece.source + inside,
            _ => piece.source,
        });
        if range.is_empty() {
            return start..start;
        }
        let end = self.piece(range.end - 1).map_or(self.source_len, |(piece, inside)| match piece.width {
            0 => piece.source + inside + 1,
            width => piece.source + width,
        });
        start..end
    }

    /// The piece at a place, and how far inside it the place is.
    fn piece(&self, at: usize) -> Option<(&Piece, usize)> {
        let next = self.pieces.partition_point(|piece| piece.start <= at);
        // The last piece has no width and no length: it marks the end.
        let piece = self.pieces[..next].last().filter(|_| next < self.pieces.len())?;
        Some((piece, at - piece.start))
    }
}

/// Rewrites a text from its beginning to its end.
pub(super) struct Rewriter<'s> {
    source: &'s str,
    /// How much of the source is done, in bytes.
    done: usize,
    text: String,
    pieces: Vec<Piece>,
    /// Whether the last piece is a kept stretch that ends where the work is.
    keeping: bool,
}

impl<'s> Rewriter<'s> {
    pub(super) fn new(source: &'s str) -> Rewriter<'s> {
        Rewriter { source, done: 0, text: String::new(), pieces: Vec::new(), keeping: false }
    }

    /// How much of the source is done, in bytes.
    pub(super) fn done(&self) -> usize {
        self.done
    }

    /// Replaces a range of the source, which starts at [`Rewriter::done`] or behind it; what lies between is kept.
    pub(super) fn replace(&mut self, range: Range<usize>, with: &str) {
        if self.text.capacity() == 0 {
            self.text.reserve(self.source.len());
        }
        self.keep_to(range.start);
        if with.len() == 1 && range.len() == 1 {
            self.keep();
        } else {
            self.keeping = false;
            if !with.is_empty() {
                self.pieces.push(Piece { start: self.text.len(), source: range.start, width: range.len() });
            }
        }
        self.text.push_str(with);
        self.done = range.end;
    }

    /// The result; nothing where nothing was replaced.
    pub(super) fn finish(mut self) -> Option<Rewritten> {
        if self.done == 0 {
            return None;
        }
        self.keep_to(self.source.len());
        self.pieces.push(Piece { start: self.text.len(), source: self.source.len(), width: 0 });
        Some(Rewritten { text: self.text, map: Map { pieces: self.pieces, source_len: self.source.len() } })
    }

    fn keep_to(&mut self, end: usize) {
        if end > self.done {
            self.keep();
            self.text.push_str(&self.source[self.done..end]);
            self.done = end;
        }
    }

    fn keep(&mut self) {
        if !self.keeping {
            self.pieces.push(Piece { start: self.text.len(), source: self.done, width: 0 });
            self.keeping = true;
        }
    }
}
