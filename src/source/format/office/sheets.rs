//! Excel workbooks: every sheet, hidden ones too, cell by cell; comments, headers, names, and what formulas spell out.

use super::margins::Margin;
use super::package::Package;
use super::woven::{Fragment, Role, Woven};
use super::xml::{Element, Node, Text};
use super::{biff, links, properties};
use crate::document::Document;
use crate::source::format::guarded::guarded;
use crate::source::{Limits, Problem};
use calamine::{
    Cell, Data, DataRef, DataType, ExcelDateTime, Reader, WorkbookProperties, Xls, XlsError, Xlsb, Xlsx, XlsxError,
};
use std::io::Cursor;

/// The widest gap between two cells of a row that is filled with empty cells, to keep the columns in line.
const GAP: u32 = 64;

/// Reads a workbook whose list of sheets is this member.
pub(super) fn read(package: &mut Package<'_>, main: &str, bytes: &[u8]) -> Result<Woven, Problem> {
    // calamine unpacks on its own, without limits.
    package.measure()?;
    let mut woven = Woven::default();
    let damaged = package.damaged();
    let limits = package.limits();
    let sheets = listed(package, &mut woven, main)?;
    let read = || match main.ends_with(".bin") {
        true => of_xlsb(bytes, &sheets, &mut woven, limits),
        false => of_xlsx(bytes, &sheets, &mut woven, limits),
    };
    // calamine is made for whole files: a torn one may make it panic.
    guarded(read).ok_or(damaged)??;
    for (sheet, member) in &sheets {
        named(&mut woven, sheet);
        beside(package, &mut woven, sheet, member)?;
    }
    links::read(package, &mut woven)?;
    properties::read(package, &mut woven)?;
    Ok(woven)
}

/// Appends the name of a sheet, which may name somebody.
fn named(woven: &mut Woven, sheet: &str) {
    let mut line = Fragment::default();
    line.say(sheet);
    woven.line("sheet names", line);
}

/// The sheets with their members, in their order; the names of ranges are read on the way.
fn listed(package: &mut Package<'_>, woven: &mut Woven, main: &str) -> Result<Vec<(String, String)>, Problem> {
    let relations = package.relations(main)?;
    let worksheets = || relations.iter().filter(|relation| relation.kind.ends_with("sheet"));
    if main.ends_with(".bin") {
        // Their names stand in the binary list, which calamine reads.
        return Ok(worksheets().map(|relation| (String::new(), relation.target.clone())).collect());
    }
    let xml = package.xml(main)?.ok_or_else(|| package.damaged())?;
    let member = woven.member(main);
    let mut nodes = package.nodes(&xml);
    let (mut sheets, mut name) = (Vec::new(), None);
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) if element.name == "sheet" => {
                let ids: Vec<String> =
                    element.all().filter(|(key, _)| *key == "id").map(|(_, id)| id.text.into()).collect();
                let relation = relations.iter().find(|relation| ids.contains(&relation.id));
                let target = relation.ok_or_else(|| package.damaged())?.target.clone();
                sheets.push((element.get("name").unwrap_or_default(), target));
            }
            Node::Open(element) if element.name == "definedName" => name = element.get("name"),
            Node::Text(text) if name.is_some() => {
                let mut line = Fragment::default();
                line.say(&format!("{}: ", name.take().unwrap_or_default()));
                line.add(&text, member, Role::Text { tag: None });
                woven.line("defined names", line);
            }
            _ => {}
        }
    }
    Ok(sheets)
}

fn of_xlsx(bytes: &[u8], sheets: &[(String, String)], woven: &mut Woven, limits: &Limits) -> Result<(), Problem> {
    let damaged = |error| match error {
        XlsxError::Password => Problem::Encrypted("an Excel workbook"),
        _ => Problem::Damaged("an Excel workbook"),
    };
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    for (sheet, member) in sheets {
        let mut cells = match workbook.worksheet_cells_reader(sheet) {
            Ok(cells) => cells,
            // A chart on a sheet of its own has no cells; its words are read with the charts.
            Err(XlsxError::NotAWorksheet(_) | XlsxError::WorksheetNotFound(_)) => continue,
            Err(error) => return Err(damaged(error)),
        };
        rows(woven, sheet, member, limits, || cells.next_cell().map_err(damaged))?;
    }
    Ok(())
}

fn of_xlsb(bytes: &[u8], sheets: &[(String, String)], woven: &mut Woven, limits: &Limits) -> Result<(), Problem> {
    let damaged = |_| Problem::Damaged("an Excel workbook");
    let mut workbook = Xlsb::new(Cursor::new(bytes)).map_err(damaged)?;
    for (sheet, (_, member)) in workbook.sheet_names().iter().zip(sheets) {
        let mut cells = workbook.worksheet_cells_reader(sheet).map_err(damaged)?;
        rows(woven, sheet, member, limits, || cells.next_cell().map_err(damaged))?;
    }
    Ok(())
}

/// Lays the cells of a sheet out in rows.
fn rows<'c>(
    woven: &mut Woven,
    sheet: &str,
    member: &str,
    limits: &Limits,
    mut next: impl FnMut() -> Result<Option<Cell<DataRef<'c>>>, Problem>,
) -> Result<(), Problem> {
    let member = woven.member(member);
    let mut row = Row::default();
    while let Some(cell) = next()? {
        let (number, column) = cell.get_position();
        if number != row.number {
            limits.in_time()?;
            woven.row(row.take(number));
        }
        let text = shown(cell.get_value());
        let mut fragment = Fragment::default();
        fragment.add(&Text { text: text.into(), raw: 0..0 }, member, Role::Cell { row: number, column });
        row.put(sheet, column, fragment);
    }
    woven.row(row.take(0));
    Ok(())
}

/// A row that is being read.
#[derive(Default)]
struct Row {
    number: u32,
    /// The column that follows.
    column: u32,
    cells: Vec<(String, Fragment)>,
}

impl Row {
    fn put(&mut self, sheet: &str, column: u32, cell: Fragment) {
        let name = |column| format!("{sheet}!{}{}", letters(column), self.number + 1);
        if cell.is_empty() {
            return;
        }
        let gap = column.saturating_sub(self.column).min(GAP);
        self.cells.extend((column - gap..column).map(|column| (name(column), Fragment::default())));
        self.cells.push((name(column), cell));
        self.column = column + 1;
    }

    fn take(&mut self, next: u32) -> Vec<(String, Fragment)> {
        (self.number, self.column) = (next, 0);
        std::mem::take(&mut self.cells)
    }
}

/// A cell of a sheet that is held as a whole.
fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::DateTime(time) => DataRef::DateTime(*time),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::String(text) => DataRef::SharedString(text),
        Data::Empty => DataRef::Empty,
        value => DataRef::String(value.as_string().unwrap_or_default()),
    }
}

/// A cell as it is shown on the screen.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::DateTime(time) => date(time),
        DataRef::Empty | DataRef::Error(_) => String::new(),
        value => value.as_string().unwrap_or_default(),
    }
}

/// A date as it is written in the United States; where there is only a time, that.
fn date(value: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    let time = format!("{hour}:{minute:02}");
    if value.is_duration() || value.as_f64() < 1.0 {
        return time;
    }
    let date = format!("{month:02}/{day:02}/{year}");
    if (hour, minute, second) == (0, 0, 0) { date } else { format!("{date} {time}") }
}

/// A column's name: `A` to `Z`, then `AA`.
pub(super) fn letters(column: u32) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { letters(column / 26 - 1) + &last.to_string() }
}

/// What belongs to a sheet and is in none of its cells.
fn beside(package: &mut Package<'_>, woven: &mut Woven, sheet: &str, member: &str) -> Result<(), Problem> {
    for relation in package.relations(member)? {
        if matches!(relation.kind.as_str(), "comments" | "threadedComment") {
            comments(package, woven, sheet, &relation.target)?;
        }
    }
    if member.ends_with(".bin") {
        return Ok(());
    }
    let Some(xml) = package.xml(member)? else { return Ok(()) };
    let number = woven.member(member);
    let mut nodes = package.nodes(&xml);
    let (mut cell, mut what) = (String::new(), None);
    let (mut line, mut margin) = (Fragment::default(), None);
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) => {
                if element.name == "c" {
                    cell = element.get("r").unwrap_or_default();
                }
                what = match element.name {
                    "f" => Some(format!("{sheet}!{cell} (formula)")),
                    "oddHeader" | "evenHeader" | "firstHeader" => Some(format!("{sheet} header")),
                    "oddFooter" | "evenFooter" | "firstFooter" => Some(format!("{sheet} footer")),
                    "formula1" | "formula2" => Some(format!("{sheet} choices")),
                    _ => None,
                };
                margin = (element.name.ends_with("Header") || element.name.ends_with("Footer")).then(Margin::default);
                attributes(&element, woven, sheet, number);
            }
            Node::Close(_) => {
                let line = std::mem::take(&mut line);
                // Of a formula, only what it spells out can name somebody.
                let spells = margin.is_some() || line.text().contains('"') || !line.text().contains('(');
                if let Some(what) = what.take().filter(|_| spells) {
                    woven.line(&what, line);
                }
                margin = None;
            }
            Node::Text(text) => match (&what, &mut margin) {
                (None, _) => {}
                (_, Some(margin)) => margin.add(&text, number, &mut line),
                (_, None) => line.add(&text, number, Role::Text { tag: None }),
            },
        }
    }
    Ok(())
}

/// The hints of links and of cells that check what is typed.
fn attributes(element: &Element<'_>, woven: &mut Woven, sheet: &str, member: usize) {
    let names: &[&str] = match element.name {
        "hyperlink" => &["tooltip", "display"],
        "dataValidation" => &["promptTitle", "prompt", "errorTitle", "error"],
        _ => return,
    };
    for text in names.iter().filter_map(|name| element.find(name)) {
        let mut line = Fragment::default();
        line.add(&text, member, Role::Attribute);
        woven.line(&format!("{sheet} hints"), line);
    }
}

/// The comments of a sheet, old and threaded ones.
fn comments(package: &mut Package<'_>, woven: &mut Woven, sheet: &str, member: &str) -> Result<(), Problem> {
    let Some(xml) = package.xml(member).ok().flatten() else {
        woven.document.leave_unread(&format!("{sheet} comments"), &package.damaged());
        return Ok(());
    };
    let number = woven.member(member);
    let mut nodes = package.nodes(&xml);
    let (mut part, mut inside, mut authors) = (String::new(), false, false);
    let mut line = Fragment::default();
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) => match element.name {
                "comment" | "threadedComment" => {
                    part = format!("{sheet}!{} comment", element.get("ref").unwrap_or_default());
                }
                "author" => authors = true,
                "t" => inside = true,
                "text" => inside = member.to_ascii_lowercase().contains("threaded"),
                _ => {}
            },
            Node::Text(text) if authors => woven.author(format!("{sheet} comments"), &text, number),
            Node::Text(text) if inside => line.add(&text, number, Role::Text { tag: None }),
            Node::Text(_) => {}
            Node::Close(name) => match name {
                "author" => authors = false,
                "comment" | "threadedComment" => woven.line(&part, std::mem::take(&mut line)),
                "t" | "text" => inside = false,
                _ => {}
            },
        }
    }
    Ok(())
}

/// Reads a workbook of the old kind (.xls).
pub(in crate::source::format) fn legacy(bytes: &[u8], limits: &Limits) -> Result<Document, Problem> {
    const WHAT: &str = "an Excel workbook";
    let read = || {
        let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => Problem::Encrypted(WHAT),
            _ => Problem::Damaged(WHAT),
        })?;
        let mut woven = Woven::default();
        for sheet in workbook.sheet_names() {
            limits.in_time()?;
            let range = workbook.worksheet_range(&sheet).map_err(|_| Problem::Damaged(WHAT))?;
            let (top, left) = range.start().unwrap_or_default();
            let mut cells = range
                .used_cells()
                .map(|(row, column, value)| Cell::new((top + row as u32, left + column as u32), borrowed(value)));
            rows(&mut woven, &sheet, "", limits, || Ok(cells.next()))?;
            named(&mut woven, &sheet);
        }
        for (name, formula) in workbook.defined_names() {
            let mut line = Fragment::default();
            line.say(&format!("{name}: {formula}"));
            woven.line("defined names", line);
        }
        let Some(texts) = biff::texts(bytes, limits) else { return Err(Problem::Damaged(WHAT)) };
        for (what, text) in texts {
            let mut line = Fragment::default();
            line.say(&text);
            woven.line(what, line);
        }
        if let Ok(properties) = workbook.workbook_properties() {
            told(&mut woven, &properties);
        }
        Ok(woven.finish().document)
    };
    guarded(read).ok_or(Problem::Damaged(WHAT))?
}

/// The properties of a workbook of the old kind.
fn told(woven: &mut Woven, properties: &WorkbookProperties) {
    let texts = [
        ("title", &properties.title),
        ("subject", &properties.subject),
        ("comments", &properties.description),
        ("keywords", &properties.keywords),
        ("category", &properties.category),
    ];
    for (name, text) in texts {
        let mut line = Fragment::default();
        line.say(text.as_deref().unwrap_or_default());
        woven.line(&format!("properties: {name}"), line);
    }
    for name in [&properties.creator, &properties.last_modified_by].into_iter().flatten() {
        woven.author("properties: author".to_owned(), &Text { text: name.into(), raw: 0..0 }, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn columns_are_named_as_excel_names_them() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(letters(column), name);
        }
    }

    #[test]
    fn dates_are_dates() {
        for (value, told) in [(32_245.0, "04/12/1988"), (32_245.604_166_7, "04/12/1988 14:30"), (0.604_166_7, "14:30")]
        {
            assert_eq!(date(&ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false)), told);
        }
    }
}
