//! Delimited tables inside a text: which header cell stands above a place, which cells stand under a header.
//!
//! Comma, tab, semicolon and pipe tables are known, and columns set apart by two spaces or more.

use super::Page;
use std::ops::Range;

/// The longest header cell, in bytes; a longer one is prose.
const HEADER_CELL: usize = 40;

/// The tables of a page, in order of place.
#[derive(Debug, Default)]
pub(super) struct Tables(Vec<Table>);

/// One table: a header line and the rows below it.
#[derive(Debug)]
struct Table {
    delimiter: Delimiter,
    /// The header's cells, in bytes of the view.
    header: Vec<Range<usize>>,
    header_start: usize,
    /// The rows below the header, in bytes of the view; a cell between quotes may reach over several lines.
    rows: Vec<Range<usize>>,
}

/// What sets two cells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Delimiter {
    Byte(u8),
    /// Two spaces or more.
    Gap,
}

const DELIMITERS: [Delimiter; 5] =
    [Delimiter::Byte(b'\t'), Delimiter::Byte(b'|'), Delimiter::Byte(b';'), Delimiter::Byte(b','), Delimiter::Gap];

impl Delimiter {
    /// The cells of a line, trimmed of white space and quotes, in bytes of the line.
    fn cells(self, line: &str) -> Vec<Range<usize>> {
        let mut cells = Vec::new();
        let (mut start, mut quoted) = (0, false);
        let bytes = line.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            match self {
                Delimiter::Byte(mark) => {
                    if bytes[at] == b'"' {
                        quoted = !quoted;
                    } else if bytes[at] == mark && !quoted {
                        cells.push(trim(line, start..at));
                        start = at + 1;
                    }
                    at += 1;
                }
                Delimiter::Gap => {
                    let gap = bytes[at..].iter().take_while(|b| **b == b' ').count();
                    if gap >= 2 {
                        if at > start {
                            cells.push(trim(line, start..at));
                        }
                        start = at + gap;
                    }
                    at += gap.max(1);
                }
            }
        }
        if self != Delimiter::Gap || start < bytes.len() {
            cells.push(trim(line, start..bytes.len()));
        }
        cells
    }

    /// Whether a row of `row` cells fits under a header of `header` cells.
    fn fits(self, header: usize, row: usize) -> bool {
        match self {
            Delimiter::Byte(b',') => row == header,
            _ => row > 1 && row <= header + 1,
        }
    }
}

/// A range without the white space and quotes at its ends.
fn trim(line: &str, range: Range<usize>) -> Range<usize> {
    let cell = &line[range.clone()];
    let inner = |c: char| c.is_whitespace() || c == '"';
    let start = range.start + (cell.len() - cell.trim_start_matches(inner).len());
    let len = cell.trim_matches(inner).len();
    start..start + len
}

/// Whether the cells of a line can be a header: short words, no values.
fn is_header(delimiter: Delimiter, line: &str, cells: &[Range<usize>]) -> bool {
    // A full stop ends a sentence of prose, which has commas and semicolons but no tabs and bars.
    let ruled = matches!(delimiter, Delimiter::Byte(b'\t' | b'|'));
    let named = cells.iter().filter(|cell| !cell.is_empty()).count();
    named >= 2
        && cells.iter().all(|cell| {
            let text = &line[cell.clone()];
            text.is_empty()
                || text.len() <= HEADER_CELL
                    && text.chars().any(char::is_alphabetic)
                    && text.bytes().filter(u8::is_ascii_digit).count() < 4
                    && !text.contains('@')
                    && !text.ends_with([':', '!'])
                    && !(text.ends_with('?') && text.contains(' '))
                    && !text.starts_with(':')
                    && (ruled || !(text.ends_with('.') && text.contains(' ')))
        })
}

/// Whether a line only rules off the header, like `|---|:--:|`.
fn is_rule(line: &str) -> bool {
    line.len() > 2 && line.bytes().all(|b| b"|-:+= \t".contains(&b)) && line.contains(['-', '='])
}

impl Tables {
    /// Finds the tables of a page.
    pub(super) fn of(page: &Page<'_>) -> Tables {
        let mut tables = Vec::new();
        let mut number = 0;
        while number + 1 < page.line_count() {
            match DELIMITERS.iter().find_map(|delimiter| table_at(page, number, *delimiter)) {
                Some((table, end)) => {
                    number = end;
                    tables.push(table);
                }
                None => number += 1,
            }
        }
        Tables(tables)
    }

    /// The header cell above a place.
    pub(super) fn header<'p>(&self, page: &'p Page<'_>, at: usize) -> Option<&'p str> {
        let ends_before = |row: &Range<usize>| row.end < at;
        let table = self.0.get(self.0.partition_point(|table| table.rows.last().is_some_and(ends_before)))?;
        let row = table.rows.get(table.rows.partition_point(ends_before)).filter(|row| row.start <= at)?;
        let cells = table.delimiter.cells(&page.text()[row.clone()]);
        let index = cells.iter().rposition(|cell| row.start + cell.start <= at)?;
        let header = table.header_of(&cells, index)?;
        Some(&page.text()[header])
    }

    /// The cells, in bytes of the view, under every header that `wanted` says yes to.
    pub(super) fn cells_under(&self, page: &Page<'_>, wanted: &dyn Fn(&str) -> bool) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for table in &self.0 {
            if !table.header.iter().any(|header| wanted(&page.text()[header.clone()])) {
                continue;
            }
            for row in &table.rows {
                let cells = table.delimiter.cells(&page.text()[row.clone()]);
                for (index, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                    if table.header_of(&cells, index).is_some_and(|header| wanted(&page.text()[header])) {
                        found.push(row.start + cell.start..row.start + cell.end);
                    }
                }
            }
        }
        found
    }
}

impl Table {
    /// The header cell of a row's cell, in bytes of the view.
    fn header_of(&self, cells: &[Range<usize>], index: usize) -> Option<Range<usize>> {
        match self.delimiter {
            Delimiter::Byte(b',') if cells.len() != self.header.len() => None,
            Delimiter::Byte(_) => self.header.get(index).cloned(),
            Delimiter::Gap => {
                let cell = &cells[index];
                let column = |h: &&Range<usize>| h.start - self.header_start;
                let under = self.header.iter().find(|h| column(h) < cell.end && cell.start < h.end - self.header_start);
                under.or_else(|| self.header.iter().rev().find(|h| column(h) <= cell.start)).cloned()
            }
        }
    }
}

/// The most lines over which a row may reach.
const ROW_LINES: usize = 50;

/// The number of the line behind the row that begins on a line: a quote that is open there keeps it going.
fn end_of_row(page: &Page<'_>, number: usize, delimiter: Delimiter) -> usize {
    let open =
        |number: usize| memchr::memchr_iter(b'"', page.text()[page.line_range(number)].as_bytes()).count() % 2 == 1;
    if delimiter == Delimiter::Gap || !open(number) {
        return number + 1;
    }
    let last = page.line_count().min(number + ROW_LINES);
    (number + 1..last).find(|next| open(*next)).map_or(number + 1, |closing| closing + 1)
}

/// The table whose header is that line, if the lines below are its rows, and the number of the line behind it.
fn table_at(page: &Page<'_>, number: usize, delimiter: Delimiter) -> Option<(Table, usize)> {
    let line_of = |number: usize| &page.text()[page.line_range(number)];
    let line = line_of(number);
    match delimiter {
        Delimiter::Byte(mark) => memchr::memchr(mark, line.as_bytes()).map(|_| ()),
        Delimiter::Gap => line.contains("  ").then_some(()),
    }?;
    let cells = delimiter.cells(line);
    if !is_header(delimiter, line, &cells) {
        return None;
    }
    let mut first = number + 1;
    if is_rule(line_of(first)) {
        first += 1;
    }
    let mut end = first;
    let mut rows = Vec::new();
    while end < page.line_count() {
        let next = end_of_row(page, end, delimiter);
        let row = page.line_range(end).start..page.line_range(next - 1).end;
        let count = delimiter.cells(&page.text()[row.clone()]).len();
        let belongs = if end == first { delimiter.fits(cells.len(), count) } else { count > 1 };
        if !belongs {
            break;
        }
        rows.push(row);
        end = next;
    }
    let header_start = page.line_range(number).start;
    let header = cells.into_iter().map(|cell| header_start + cell.start..header_start + cell.end).collect();
    (!rows.is_empty()).then_some((Table { delimiter, header, header_start, rows }, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The header above the first occurrence of `value`.
    fn header(text: &str, value: &str) -> Option<String> {
        let page = Page::new(text);
        page.column_header(text.find(value).unwrap()).map(str::to_owned)
    }

    #[test]
    fn the_header_above_a_cell_is_found_in_every_kind_of_table() {
        let comma = "Please tidy this up, thanks:\nname,chart,\"cell, home\"\n\"Lund, Maj\",77-A,555-0100\nBo Ek,78-B,555-0101\n\nThank you";
        assert_eq!(header(comma, "77-A").as_deref(), Some("chart"));
        assert_eq!(header(comma, "555-0101").as_deref(), Some("cell, home"));
        assert_eq!(header(comma, "Thank you"), None);
        assert_eq!(header(comma, "chart"), None);
        let pipe =
            "| Name | MRN | Phone |\n|------|-----|-------|\n| Maj Lund | 0042 | 555-0100 |\n| Bo Ek | | 555-0101 |";
        assert_eq!(header(pipe, "0042").as_deref(), Some("MRN"));
        assert_eq!(header(pipe, "555-0101").as_deref(), Some("Phone"));
        assert_eq!(header("Name;IP\nMaj;10.0.0.8", "10.0").as_deref(), Some("IP"));
        let broken = "name;note;tel\n\"Maj\";\"peel;\nthen filler\";\"555-0100\"\nBo;\"\"\"late\"\"\";555-0101\n";
        for (value, column) in [("then", "note"), ("555-0100", "tel"), ("late", "note"), ("555-0101", "tel")] {
            assert_eq!(header(broken, value).as_deref(), Some(column), "{value}");
        }
        assert_eq!(header("id\tcard\n1\t4417", "4417").as_deref(), Some("card"));
        let aligned = "TIME   NAME         PHONE\n0900   Maj Lund     479-555-0100\n0930                479-555-0101";
        assert_eq!(header(aligned, "479-555-0100").as_deref(), Some("PHONE"));
        assert_eq!(header(aligned, "479-555-0101").as_deref(), Some("PHONE"));
        assert_eq!(header(aligned, "Maj").as_deref(), Some("NAME"));
    }

    #[test]
    fn prose_is_no_table_and_a_broken_row_has_no_header() {
        assert_eq!(header("Hi team, a note.\nCall 555-0100, then stop.", "555-0100"), None);
        assert_eq!(header("name,mrn\nMaj,Lund,0042", "0042"), None);
    }

    #[test]
    fn cells_under_a_header_skip_the_empty_ones() {
        let text = "name,mrn\nMaj,0042\nBo,\nIda,0043";
        let page = Page::new(text);
        let cells = page.cells_under(&|header| header == "mrn");
        assert_eq!(cells.into_iter().map(|cell| &text[cell]).collect::<Vec<_>>(), ["0042", "0043"]);
    }
}
