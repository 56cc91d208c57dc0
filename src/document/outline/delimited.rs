//! Tables as text: CSV, TSV, and their kin with semicolons and bars.

use super::{Form, Outline, To};
use csv_core::{ReadFieldResult, ReaderBuilder};
use std::ops::Range;

/// What may stand between two cells, the likeliest last.
const DELIMITERS: [u8; 4] = [b'|', b';', b'\t', b','];

/// Reads the cells.
pub(super) fn read(text: &str, delimiter: Option<u8>, outline: &mut Outline) {
    let (start, told) = told(text);
    let text = &text[start..];
    let delimiter = told.or(delimiter).unwrap_or_else(|| likeliest(text));
    outline.delimiter = delimiter;
    let mut header: Vec<Range<usize>> = Vec::new();
    for (row, column, cell) in cells(text, delimiter) {
        let range = start + cell.range.start..start + cell.range.end;
        if row == 0 {
            header.push(range.clone());
        }
        let named = header.get(column).filter(|_| row > 0).cloned();
        let step = outline.step(0, To::Cell(row, column, named));
        let form = if cell.quoted { Form::QuotedCell } else { Form::Cell };
        outline.leaf(range, form, step);
    }
}

/// Where the first row begins, and the delimiter, where a line of Excel's (`sep=;`) tells it. It is none of the rows.
fn told(text: &str) -> (usize, Option<u8>) {
    let line = text.lines().next().unwrap_or_default();
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([delimiter]) if delimiter.is_ascii() => {
            (text.find('\n').map_or(text.len(), |end| end + 1), Some(*delimiter))
        }
        _ => (0, None),
    }
}

struct Cell {
    /// Without its quotes.
    range: Range<usize>,
    quoted: bool,
}

/// Every cell with its row and its column.
fn cells(text: &str, delimiter: u8) -> impl Iterator<Item = (usize, usize, Cell)> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let (mut at, mut row, mut column) = (0, 0, 0);
    let mut content = [0; 256];
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        let start = at;
        loop {
            let (result, read, _) = reader.read_field(&text.as_bytes()[at..], &mut content);
            at += read;
            match result {
                ReadFieldResult::OutputFull | ReadFieldResult::InputEmpty => {}
                ReadFieldResult::Field { record_end } => {
                    let found = (row, column, cell(text, start..at, delimiter));
                    (row, column) = if record_end { (row + 1, 0) } else { (row, column + 1) };
                    return Some(found);
                }
                ReadFieldResult::End => {
                    done = true;
                    return None;
                }
            }
        }
    })
}

/// The cell in a stretch that was read: without the line ends before it, and without what ends it.
fn cell(text: &str, read: Range<usize>, delimiter: u8) -> Cell {
    let before = text[read.clone()].bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    let mut range = read.start + before..read.end;
    let bytes = text.as_bytes();
    if range.end > range.start && (bytes[range.end - 1] == delimiter || matches!(bytes[range.end - 1], b'\r' | b'\n')) {
        range.end -= 1;
    }
    let quoted = bytes[range.clone()].first() == Some(&b'"');
    if quoted {
        range.start += 1;
        let closed = range.end > range.start && bytes[range.end - 1] == b'"';
        range.end -= usize::from(closed);
    }
    Cell { range, quoted }
}

/// The mark that makes the same number of cells, and the most, in the first rows.
fn likeliest(text: &str) -> u8 {
    const ROWS: usize = 10;
    let score = |delimiter: u8| {
        let mut counts = [0; ROWS];
        cells(text, delimiter).take_while(|(row, ..)| *row < ROWS).for_each(|(row, ..)| counts[row] += 1);
        let alike = counts.iter().filter(|count| **count == counts[0]).count();
        if counts[0] > 1 { (alike, counts[0]) } else { (0, 0) }
    };
    DELIMITERS.into_iter().max_by_key(|delimiter| score(*delimiter)).unwrap_or(b',')
}
