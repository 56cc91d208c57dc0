//! Tables: rows of a label and its value, or a row of labels over rows of values, between bars, commas or wide gaps.

use super::layout::{Entry, Line};
use super::line::{clean, value};
use super::wanted::Wanted;
use csv::{ReaderBuilder, Trim};

/// A row that says what its columns hold is left out: these stand over the labels.
#[rustfmt::skip]
const OVER_LABELS: &[&str] = &["field", "label", "question", "item", "prompt", "key", "category", "section"];
/// A cell of a head is no longer than this, in bytes.
const LONGEST_LABEL: usize = 48;

/// A row with the number of its line.
type Row = (usize, Vec<String>);

/// The table with which some lines begin: what it says, and how many lines it takes.
pub(super) fn entries(lines: &[&str], number: usize, wanted: &Wanted) -> Option<(Vec<Entry>, usize)> {
    barred(lines, number, wanted)
        .or_else(|| delimited(lines, number, wanted))
        .or_else(|| aligned(lines, number, wanted))
}

/// A table between bars.
fn barred(lines: &[&str], number: usize, wanted: &Wanted) -> Option<(Vec<Entry>, usize)> {
    let is_row = |line: &&&str| line.trim_start().starts_with('|') && line.trim().len() > 1;
    let taken = lines.iter().take_while(is_row).count();
    let cells = |line: &&str| line.trim().trim_matches('|').split('|').map(value).collect();
    let rows = lines.iter().take(taken).enumerate().map(|(at, line)| (number + at, cells(line)));
    // The line between head and rows holds no word.
    let rows: Vec<Row> = rows.filter(|(_, cells): &Row| cells.iter().any(|cell| !cell.is_empty())).collect();
    (taken > 0).then(|| (read(&rows, wanted), taken))
}

/// A table of exported data: a row of labels that are known, and rows of as many cells.
fn delimited(lines: &[&str], number: usize, wanted: &Wanted) -> Option<(Vec<Entry>, usize)> {
    let first = lines.first()?;
    let delimiter = [b',', b';', b'\t', b'|'].into_iter().find(|mark| first.bytes().any(|byte| byte == *mark))?;
    let head = cells(first, delimiter)?;
    let over = head.len() == 2 && is_over(&head);
    if !over && (head.len() < 2 || !is_head(&head, wanted)) {
        return None;
    }
    let same = |line: &&&str| cells(line, delimiter).is_some_and(|cells| cells.len() == head.len());
    let taken = 1 + lines.iter().skip(1).take_while(same).count();
    let rows = lines.iter().take(taken).enumerate();
    let rows: Vec<Row> = rows.filter_map(|(at, line)| Some((number + at, cells(line, delimiter)?))).collect();
    (taken > 1).then(|| (read(&rows, wanted), taken))
}

/// A table whose columns are held apart by wide gaps.
fn aligned(lines: &[&str], number: usize, wanted: &Wanted) -> Option<(Vec<Entry>, usize)> {
    let split = |line: &str| -> Vec<String> { line.split("  ").map(value).filter(|cell| !cell.is_empty()).collect() };
    let head = split(lines.first()?);
    if head.len() < 2 || !is_head(&head, wanted) || !head.iter().all(|cell| wanted.is_label(cell)) {
        return None;
    }
    let rows: Vec<Row> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| (number + at, split(line)))
        .take_while(|(_, cells)| cells.len() == head.len())
        .collect();
    let taken = rows.len();
    // The rows would be heads too where the form sets labels side by side.
    let data =
        rows.iter().skip(1).all(|(_, cells)| !cells.iter().any(|cell| wanted.is_label(cell) || cell.contains(':')));
    (taken > 1 && data).then(|| (read(&rows, wanted), taken))
}

/// One line of exported data, in cells.
fn cells(line: &str, delimiter: u8) -> Option<Vec<String>> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).delimiter(delimiter).trim(Trim::All).from_reader(line.as_bytes());
    let record = reader.records().next()?.ok()?;
    Some(record.iter().map(str::to_owned).collect())
}

/// Whether a row is a head: short cells without a colon, two of them known labels.
fn is_head(cells: &[String], wanted: &Wanted) -> bool {
    let short = cells.iter().all(|cell| cell.len() <= LONGEST_LABEL && !cell.contains([':', '.']));
    let known = cells.iter().filter(|cell| wanted.is_label(cell)).count();
    short && known >= 2 && known * 2 >= cells.len()
}

/// Whether a row stands over labels and their values.
fn is_over(cells: &[String]) -> bool {
    cells.first().is_some_and(|cell| OVER_LABELS.contains(&cell.to_lowercase().as_str()))
}

/// What rows say: by their head where they have one, else each by its first cell.
fn read(rows: &[Row], wanted: &Wanted) -> Vec<Entry> {
    match rows.split_first() {
        Some(((_, head), rows))
            if is_head(head, wanted) && !rows.is_empty() && !rows.iter().all(|(_, cells)| labelled(cells, wanted)) =>
        {
            let columns = head.iter().enumerate().map(|(column, label)| {
                let cells = rows.iter().filter_map(|(number, cells)| Some((*number, cells.get(column)?)));
                let lines = cells.filter(|(_, cell)| !cell.is_empty()).map(|(number, cell)| item(number, cell));
                Entry { label: Some(clean(label)).filter(|label| !label.is_empty()), lines: lines.collect() }
            });
            columns.collect()
        }
        Some(((_, head), rows)) if is_over(head) => rows.iter().flat_map(|row| pairs(row, wanted)).collect(),
        _ => rows.iter().flat_map(|row| pairs(row, wanted)).collect(),
    }
}

/// Whether a row begins with a known label.
fn labelled(cells: &[String], wanted: &Wanted) -> bool {
    cells.first().is_some_and(|cell| wanted.is_title(cell))
}

/// The labels and values of a row: one label and its cells, or label and value in turn.
fn pairs((number, cells): &Row, wanted: &Wanted) -> Vec<Entry> {
    let turns = cells.len() >= 4 && cells.len() % 2 == 0 && cells.iter().step_by(2).all(|cell| wanted.is_label(cell));
    let width = if turns { 2 } else { cells.len().max(1) };
    let pairs = cells.chunks(width).filter_map(|pair| {
        let (label, values) = pair.split_first()?;
        let lines = values.iter().filter(|cell| !cell.is_empty()).map(|cell| item(*number, cell)).collect();
        Some(Entry { label: Some(clean(label)).filter(|label| !label.is_empty()), lines })
    });
    pairs.collect()
}

fn item(number: usize, cell: &str) -> Line {
    Line { text: cell.split_whitespace().collect::<Vec<_>>().join(" "), number, item: true, boxed: false }
}
