//! The letters of a page, laid out in lines: far apart in one line, they stand in cells of a table.

use super::WHAT;
use crate::source::{Limits, Problem};
use lopdf::Document as Pdf;
use pdf_extract::{ColorSpace, MediaBox, OutputDev, OutputError, Path, Transform, output_doc_page};

/// From how wide a gap on there is a space between two letters, in heights of a letter.
const SPACE: f64 = 0.15;

/// From how wide a gap on two cells stand side by side.
const CELL: f64 = 1.2;

/// From how far down on a letter stands in another line.
const LINE: f64 = 0.5;

/// From how far down on there is an empty line between.
const PARAGRAPH: f64 = 1.8;

/// What a page shows.
pub(super) struct Page {
    pub text: String,
    /// How many lines and shapes are drawn on it.
    pub strokes: usize,
}

/// Reads a page.
pub(super) fn text(pdf: &Pdf, number: u32, limits: &Limits) -> Result<Page, Problem> {
    let mut lines = Lines { text: String::new(), last: None, strokes: 0, limits, problem: None };
    match output_doc_page(pdf, &mut lines, number) {
        Ok(()) => Ok(Page { text: lines.text, strokes: lines.strokes }),
        Err(_) => Err(lines.problem.unwrap_or(Problem::Damaged(WHAT))),
    }
}

/// Whether the letters of a page are such that no reader could tell what they say: a font that does not say what its
/// letters are.
pub(super) fn is_garbled(text: &str) -> bool {
    let shown = text.chars().filter(|c| !c.is_whitespace());
    let unknown = |c: char| c.is_control() || c == '\u{fffd}' || ('\u{e000}'..='\u{f8ff}').contains(&c);
    let (all, garbled) = shown.fold((0, 0), |(all, garbled), c| (all + 1, garbled + usize::from(unknown(c))));
    garbled * 5 > all
}

struct Lines<'l> {
    text: String,
    last: Option<Letter>,
    strokes: usize,
    limits: &'l Limits,
    problem: Option<Problem>,
}

/// Where a letter ended, and how high it is.
#[derive(Clone, Copy)]
struct Letter {
    end: f64,
    base: f64,
    height: f64,
}

impl Lines<'_> {
    /// What stands between the last letter and one that begins here.
    fn between(&self, start: f64, base: f64, height: f64) -> &'static str {
        let Some(last) = self.last else { return "" };
        let height = height.max(last.height).max(0.1);
        let (down, right) = ((base - last.base).abs() / height, (start - last.end) / height);
        if down > PARAGRAPH {
            "\n\n"
        } else if down > LINE || right < -2.0 {
            "\n"
        } else if right > CELL {
            "\t"
        } else if right > SPACE && !self.text.ends_with(' ') {
            " "
        } else {
            ""
        }
    }
}

impl OutputDev for Lines<'_> {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        size: f64,
        letter: &str,
    ) -> Result<(), OutputError> {
        let limit = self.limits.size;
        let over = (self.text.len() as u64 > limit).then_some(Problem::TooLarge(limit));
        if let Some(problem) = over.or_else(|| self.limits.in_time().err()) {
            self.problem = Some(problem);
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        // The letter's size on the page, however the page is turned.
        let height = size * (place.m11 * place.m22 - place.m12 * place.m21).abs().sqrt();
        // Along the writing, and across it.
        let turned = place.m11.abs() < place.m12.abs();
        let (start, base) = match (turned, place.m12 > 0.0) {
            (false, _) => (place.m31, place.m32),
            (true, true) => (place.m32, -place.m31),
            (true, false) => (-place.m32, place.m31),
        };
        let between = self.between(start, base, height);
        if !between.is_empty() && !letter.trim().is_empty() {
            let kept = self.text.trim_end_matches(' ').len();
            if between != " " {
                self.text.truncate(kept);
            }
            self.text.push_str(between);
        }
        // A letter may stand for line ends and tabs that nobody sees.
        self.text.extend(letter.chars().map(|c| if c.is_whitespace() || c == '\0' { ' ' } else { c }));
        if !letter.trim().is_empty() || self.last.is_some() {
            self.last = Some(Letter { end: start + width * height, base, height });
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn stroke(&mut self, _: &Transform, _: &ColorSpace, _: &[f64], _: &Path) -> Result<(), OutputError> {
        self.strokes += 1;
        Ok(())
    }

    fn fill(&mut self, _: &Transform, _: &ColorSpace, _: &[f64], _: &Path) -> Result<(), OutputError> {
        self.strokes += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_far_apart_stand_in_cells_and_lower_ones_in_lines() {
        let limits = Limits::default();
        let mut lines = Lines { text: String::new(), last: None, strokes: 0, limits: &limits, problem: None };
        let mut put = |x: f64, y: f64, letter: &str| {
            let place = Transform::row_major(1.0, 0.0, 0.0, 1.0, x, y);
            lines.output_character(&place, 0.5, 0.0, 10.0, letter).unwrap();
        };
        put(0.0, 700.0, "A");
        put(5.0, 700.0, "b");
        put(13.0, 700.0, "c");
        put(60.0, 700.0, "D");
        put(0.0, 688.0, "E");
        put(0.0, 650.0, "F");
        assert_eq!(lines.text, "Ab c\tD\nE\n\nF");
    }

    #[test]
    fn letters_without_a_meaning_are_no_text() {
        assert!(is_garbled("\u{e001}\u{e002}\u{e003} a"));
        assert!(!is_garbled("Sarah \u{e001}\u{f0b7} Botox treatment") && !is_garbled(""));
    }
}
