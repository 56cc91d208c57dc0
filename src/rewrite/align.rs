//! Columns of tables that are set in spaces, which a rewrite keeps in line.

use super::layout::Spot;

/// Bars further than this from the start of their line, in bytes, are in line with none.
const WIDEST: usize = 2000;

/// Where the text of a cell ends, if its column is in line with that of the rows around it by spaces alone; none elsewhere.
pub(super) fn text_end(text: &str, spot: &Spot) -> Option<usize> {
    if !spot.row {
        return None;
    }
    let cell = &text[spot.bounds.clone()];
    let end = spot.bounds.start + cell.trim_end_matches(' ').len();
    let behind = &text[spot.bounds.end..];
    if behind.starts_with("  ") {
        return Some(end);
    }
    (behind.starts_with('|') && pipe_in_line(text, spot.bounds.end)).then_some(end)
}

/// Whether the line above or below has a bar in the same column.
fn pipe_in_line(text: &str, bar: usize) -> bool {
    let start = text[..bar].rfind('\n').map_or(0, |at| at + 1);
    if bar - start > WIDEST {
        return false;
    }
    let column = text[start..bar].chars().count();
    let above = text[..start].strip_suffix('\n').and_then(|above| above.rsplit('\n').next());
    let below = text[bar..].split_once('\n').and_then(|(_, below)| below.split('\n').next());
    [above, below].into_iter().flatten().any(|line| line.chars().nth(column) == Some('|'))
}
