//! The normalised view of a text, its tokens and lines, with an exact way back to the original.

mod bracket;
mod capitals;
mod column;
pub(crate) mod contact;
mod doubled;
mod emphasis;
mod entities;
mod escapes;
mod fold;
mod gaps;
mod homoglyph;
mod json;
mod map;
mod margin;
mod markup;
mod percent;
pub(crate) mod placeholder;
mod quoted_printable;
mod spelling;
mod token;
mod view;

use crate::lexicon;
use std::ops::Range;
use std::sync::OnceLock;

pub use token::{Shape, Token};
pub(crate) use view::View;

/// A text being checked: the original, its normalised view, and the view's tokens and lines.
///
/// Every range that its methods take counts bytes of the view, except where "original" is said.
#[derive(Debug)]
pub struct Page<'t> {
    original: &'t str,
    view: View<'t>,
    tokens: Vec<Token>,
    line_starts: Vec<usize>,
    tables: OnceLock<column::Tables>,
    words: OnceLock<Vec<u32>>,
}

impl<'t> Page<'t> {
    /// Normalises and tokenizes a text.
    pub fn new(original: &'t str) -> Page<'t> {
        let view = View::new(original);
        let tokens = token::tokenize(view.text());
        let line_starts =
            std::iter::once(0).chain(memchr::memchr_iter(b'\n', view.text().as_bytes()).map(|at| at + 1)).collect();
        Page { original, view, tokens, line_starts, tables: OnceLock::new(), words: OnceLock::new() }
    }

    /// The text as it was given.
    pub fn original(&self) -> &'t str {
        self.original
    }

    /// The normalised view.
    pub fn text(&self) -> &str {
        self.view.text()
    }

    /// The view's tokens, in order, without white space.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The text of a token.
    pub fn token_text(&self, token: &Token) -> &str {
        &self.text()[token.range.clone()]
    }

    /// A hash of each token's folded word; all numbers are alike.
    pub(crate) fn words(&self) -> &[u32] {
        let word = |token: &Token| match token.shape {
            Shape::Number => 7,
            _ => lexicon::hash(lexicon::fold(self.token_text(token)).as_bytes()),
        };
        self.words.get_or_init(|| self.tokens.iter().map(word).collect())
    }

    /// The index of the first token that ends behind `at`.
    pub fn token_at(&self, at: usize) -> usize {
        self.tokens.partition_point(|token| token.range.end <= at)
    }

    /// The indexes of the tokens that overlap a range.
    pub fn tokens_in(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.token_at(range.start);
        let last = self.tokens.partition_point(|token| token.range.start < range.end);
        first..last.max(first)
    }

    /// The number of the line, from 0, on which `at` stands.
    pub fn line_number(&self, at: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= at) - 1
    }

    /// The line of that number, from 0, without its line break.
    pub fn line_range(&self, number: usize) -> Range<usize> {
        let Some(&start) = self.line_starts.get(number) else { return self.text().len()..self.text().len() };
        let end = self.line_starts.get(number + 1).map_or(self.text().len(), |next| next - 1);
        start..end
    }

    /// How many lines the view has.
    pub fn line_count(&self) -> usize {
        self.line_starts.len()
    }

    /// Up to `bytes` bytes before `at`, on its line.
    pub fn before(&self, at: usize, bytes: usize) -> &str {
        let text = self.text();
        let line = self.line_range(self.line_number(at)).start;
        let mut start = at.saturating_sub(bytes).max(line);
        while !text.is_char_boundary(start) {
            start += 1;
        }
        &text[start.min(at)..at]
    }

    /// Up to `bytes` bytes from `at` on, on its line.
    pub fn after(&self, at: usize, bytes: usize) -> &str {
        let text = self.text();
        let line = self.line_range(self.line_number(at)).end.max(at);
        let mut end = (at + bytes).min(line);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        &text[at..end.max(at)]
    }

    /// The header cell above a place in a delimited or aligned table, without its quotes.
    pub fn column_header(&self, at: usize) -> Option<&str> {
        self.tables().header(self, at)
    }

    /// The cells of every table, without quotes, whose header cell `wanted` says yes to.
    pub fn cells_under(&self, wanted: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
        self.tables().cells_under(self, wanted)
    }

    /// The page's tables, looked for once.
    fn tables(&self) -> &column::Tables {
        self.tables.get_or_init(|| column::Tables::of(self))
    }

    /// Where a range of the view stands in the original, in bytes, whole characters on both sides.
    pub fn original_range(&self, range: &Range<usize>) -> Range<usize> {
        self.view.original_range(range)
    }
}
