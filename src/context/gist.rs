//! Whether a text is about somebody at all: a logistic regression over its words and pairs of words.
//!
//! A candidate in a price list is seldom an identifier, the same words in a chart nearly always. What a text is about
//! shows in all its words; the judge takes that as one more fact about each candidate. Learned by `train-tagger`
//! from labelled texts, each of which has identifiers of somebody or has none.

use crate::text::Page;
use std::borrow::Cow;
use std::ops::Range;

/// Rows of the weight table, a power of two.
pub(crate) const ROWS: usize = 1 << 15;

/// What one step of a weight is worth.
pub(crate) const STEP: f32 = 1.0 / 8.0;

/// The row that every text has.
const BIAS: usize = 0;

/// Levels of [`Gist::level`] for texts of one size.
const LEVELS: u32 = 9;

static WEIGHTS: &[u8] = include_bytes!("gist.bin");

/// The weights, a byte a row.
#[derive(Debug, Clone)]
pub(crate) struct Gist(Cow<'static, [u8]>);

impl Default for Gist {
    fn default() -> Gist {
        Gist(Cow::Borrowed(WEIGHTS))
    }
}

impl Gist {
    /// Weights that do not come with the program.
    #[cfg(feature = "train")]
    pub(crate) fn new(weights: Vec<u8>) -> Gist {
        Gist(Cow::Owned(weights))
    }

    /// How much a page's words speak for its being about somebody, in few steps, together with its size: of few words
    /// less can be told.
    pub(super) fn level(&self, page: &Page<'_>) -> u32 {
        let rows = rows(page, 0..page.tokens().len());
        let sum: f32 =
            rows.iter().map(|row| self.0.get(*row).map_or(0.0, |weight| f32::from(*weight as i8) * STEP)).sum();
        let level = (2.0 * sum * share(rows.len()) + 4.0).round().clamp(0.0, (LEVELS - 1) as f32);
        let size = match page.tokens().len() {
            0..24 => 0,
            24..80 => 1,
            80..300 => 2,
            _ => 3,
        };
        size * LEVELS + level as u32
    }
}

/// What one row of a text counts that has so many.
pub(crate) fn share(rows: usize) -> f32 {
    1.0 / (rows as f32 + 1.0).sqrt()
}

/// The rows of a page's words, from one token to another, and of their pairs of neighbours, each once. Numbers are all
/// alike.
pub(crate) fn rows(page: &Page<'_>, tokens: Range<usize>) -> Vec<usize> {
    let mut seen = vec![false; ROWS];
    let mut rows = vec![BIAS];
    let mut put = |row: u32| {
        let row = row as usize % ROWS;
        if row != BIAS && !std::mem::replace(&mut seen[row], true) {
            rows.push(row);
        }
    };
    let mut before = 1;
    for word in page.words().get(tokens).unwrap_or_default() {
        put(word ^ word >> 16);
        let pair = (before * 31) ^ word;
        put(pair.wrapping_mul(0x85eb_ca6b) >> 15);
        before = word & 0x00ff_ffff;
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(text: &str) -> u32 {
        Gist::default().level(&Page::new(text)) % LEVELS
    }

    #[test]
    fn a_chart_is_about_somebody_and_a_price_list_about_nobody() {
        let chart = "Pt seen for follow up, tolerated the peel well, wants her next visit moved. Call her on her cell.";
        let prices = "Our menu: lip flip $99, peel $150. Book your free consult today, members save 10% all month.";
        assert!(level(chart) > level(prices), "{} {}", level(chart), level(prices));
    }

    #[test]
    fn each_row_counts_once() {
        let page = Page::new("again and again and again");
        let rows = rows(&page, 0..page.tokens().len());
        let mut apart = rows.clone();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(rows.len(), apart.len());
    }
}
