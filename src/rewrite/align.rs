//! Columns of tables that are set in spaces, which a rewrite keeps in line.

use super::layout::Spot;

/// Bars further than this from the start of their line, in bytes, are in line with none.
const WIDEST: usize = 2000;
/// So many rows above and below tell whether a table is set in columns.
const ROWS: usize = 4;

/// Where the text of a cell ends, if its column is in line with that of the rows around it by spaces alone; none elsewhere.
pub(super) fn text_end(text: &str, spot: &Spot) -> Option<usize> {
    // The stamp that begins each line of a log is as wide in all of them.
    let opens = spot.bounds.start == 0 || text[..spot.bounds.start].ends_with('\n');
    let stamp = opens && spot.bounds.len() > 15;
    if !spot.row || stamp && text[spot.bounds.clone()].starts_with(|c: char| c.is_ascii_digit() || c == '[') {
        return None;
    }
    let cell = &text[spot.bounds.clone()];
    let end = spot.bounds.start + cell.trim_end_matches(' ').len();
    let behind = &text[spot.bounds.end..];
    if behind.starts_with("  ") {
        let next = spot.bounds.end + behind.len() - behind.trim_start_matches(' ').len();
        return column_in_line(text, next).then_some(end);
    }
    (behind.starts_with('|') && pipe_in_line(text, spot.bounds.end)).then_some(end)
}

/// Whether a line above or below has a column that begins where this one does.
fn column_in_line(text: &str, cell: usize) -> bool {
    let start = text[..cell].rfind('\n').map_or(0, |at| at + 1);
    if cell - start > WIDEST {
        return false;
    }
    let column = text[start..cell].chars().count();
    let above = text[..start].strip_suffix('\n').unwrap_or_default().rsplit('\n').take(ROWS);
    let below = text[cell..].split('\n').skip(1).take(ROWS);
    above.chain(below).any(|line| {
        let mut behind = line.chars().skip(column.saturating_sub(2));
        let gap = behind.next() == Some(' ') && behind.next() == Some(' ');
        gap && behind.next().is_some_and(|c| c != ' ')
    })
}

/// Whether every row near this one has a bar in the same column, and there is one.
fn pipe_in_line(text: &str, bar: usize) -> bool {
    let start = text[..bar].rfind('\n').map_or(0, |at| at + 1);
    if bar - start > WIDEST {
        return false;
    }
    let column = text[start..bar].chars().count();
    let above = text[..start].strip_suffix('\n').unwrap_or_default().rsplit('\n');
    let below = text[bar..].split('\n').skip(1);
    let rows = |line: &&str| line.contains('|');
    let mut near = above.take_while(rows).take(ROWS).chain(below.take_while(rows).take(ROWS)).peekable();
    near.peek().is_some() && near.all(|line| line.chars().nth(column) == Some('|'))
}
