//! OpenDocument (.odt, .ods, .odp), as LibreOffice writes it: text, tables and slides in one member, headers in another.

use super::links;
use super::package::Package;
use super::properties;
use super::woven::{Fragment, Woven};
use super::xml::{Element, Node, Nodes};
use crate::source::Problem;

/// The most columns that a repeated cell stands for: beyond, a sheet is empty to its edge.
const COLUMNS: usize = 64;

/// Reads a file.
pub(super) fn read(package: &mut Package<'_>) -> Result<Woven, Problem> {
    let manifest = package.xml("META-INF/manifest.xml")?.unwrap_or_default();
    let mut nodes = package.nodes(&manifest);
    while let Some(node) = nodes.next()? {
        if node.opens("encryption-data").is_some() {
            return Err(Problem::Encrypted("an OpenDocument file"));
        }
    }
    let mut woven = Woven::default();
    content(package, &mut woven, "content.xml", "")?;
    content(package, &mut woven, "styles.xml", "header or footer")?;
    if let Some(xml) = package.xml("meta.xml")? {
        properties::of_member("meta.xml", &mut woven, package.nodes(&xml))?;
    }
    // A chart or a table within the file is a file of its own, in a folder.
    let inner = package.names().into_iter().filter(|name| name.ends_with("/content.xml"));
    for (index, name) in inner.enumerate() {
        content(package, &mut woven, &name, &format!("embedded object {}", index + 1))?;
    }
    links::pictures(&package.names(), &mut woven);
    Ok(woven)
}

fn content(package: &mut Package<'_>, woven: &mut Woven, member: &str, beside: &str) -> Result<(), Problem> {
    match package.xml(member)? {
        Some(xml) => Content::new(woven, beside).read(package.nodes(&xml)),
        None if member == "content.xml" => Err(package.damaged()),
        None => Ok(()),
    }
}

/// Reads one member.
struct Content<'w> {
    woven: &'w mut Woven,
    /// What the member is, where it is not the main one.
    beside: &'w str,
    paragraph: usize,
    slide: usize,
    tables: usize,
    notes: usize,
    comments: usize,
    sheet: bool,
    /// The paragraphs that are open: one in a text box is open within another.
    open: Vec<Fragment>,
    /// Where paragraphs belong: the innermost last.
    inside: Vec<Inside>,
    /// How deep in what is not read: the numbers of notes, the names of those who changed something.
    ignored: usize,
    /// Within the name of somebody who commented or changed something.
    author: bool,
    /// What stands beside a table that is not at its end yet.
    later: Vec<(String, Fragment)>,
}

/// What paragraphs stand in.
enum Inside {
    Table(Table),
    Cell {
        text: Fragment,
        repeated: usize,
        value: Option<String>,
    },
    /// A note, a comment, a slide's notes.
    Part(String),
}

struct Table {
    name: String,
    row: usize,
    /// How many rows the present one stands for.
    rows: usize,
    cells: Vec<(usize, Fragment)>,
    column: usize,
}

impl<'w> Content<'w> {
    fn new(woven: &'w mut Woven, beside: &'w str) -> Content<'w> {
        Content {
            woven,
            beside,
            paragraph: 0,
            slide: 0,
            tables: 0,
            notes: 0,
            comments: 0,
            sheet: false,
            open: Vec::new(),
            inside: Vec::new(),
            ignored: 0,
            author: false,
            later: Vec::new(),
        }
    }

    fn read(mut self, mut nodes: Nodes<'_>) -> Result<(), Problem> {
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) => self.open(&element),
                Node::Close(name) => self.close(name),
                Node::Text(text) if self.author => self.woven.author("comments (author)".to_owned(), &text, 0),
                Node::Text(text) if self.ignored == 0 => self.text(&text.text),
                Node::Text(_) => {}
            }
        }
        Ok(())
    }

    fn open(&mut self, element: &Element<'_>) {
        match element.name {
            "p" | "h" => self.open.push(Fragment::default()),
            // A title or a description of a picture is text outside of paragraphs, like the name of a comment's author.
            "title" | "desc" if self.beside.is_empty() => self.open.push(Fragment::default()),
            "creator" => self.author = true,
            "s" => self.say(&" ".repeat(number(element, "c").min(COLUMNS))),
            "tab" => self.say("\t"),
            "line-break" => self.say("\n"),
            "spreadsheet" => self.sheet = true,
            "page" => {
                self.slide += 1;
            }
            "table" => self.begin_table(element),
            "table-row" => {
                if let Some(Inside::Table(table)) = self.inside.last_mut() {
                    table.row = table.row.saturating_add(table.rows);
                    table.rows = number(element, "number-rows-repeated");
                    (table.column, table.cells) = (0, Vec::new());
                }
            }
            "table-cell" | "covered-table-cell" => {
                let value =
                    ["string-value", "date-value", "time-value", "value"].iter().find_map(|name| element.get(name));
                let repeated = number(element, "number-columns-repeated");
                self.inside.push(Inside::Cell { text: Fragment::default(), repeated, value });
            }
            "annotation" => {
                self.comments += 1;
                self.inside.push(Inside::Part(format!("comment {}", self.comments)));
            }
            "note-body" => {
                self.notes += 1;
                self.inside.push(Inside::Part(format!("note {}", self.notes)));
            }
            "notes" => self.inside.push(Inside::Part(format!("slide {} notes", self.slide))),
            "deletion" => self.inside.push(Inside::Part("deleted text".to_owned())),
            "note-citation" | "date" | "change-info" => self.ignored += 1,
            _ => {}
        }
        self.told(element);
    }

    /// What attributes tell: where links lead, what form fields hold, hidden text, the names of ranges.
    fn told(&mut self, element: &Element<'_>) {
        for (name, value) in element.all() {
            let what = match name {
                "href" if value.text.contains(':') => "links",
                "current-value" => "form field",
                "string-value" if element.name.starts_with("hidden") => "hidden text",
                "name" if element.name == "named-range" => "named range",
                "name" if element.name == "table" && self.sheet => "sheet names",
                _ => continue,
            };
            let mut line = Fragment::default();
            line.say(&value.text);
            self.line(what, line);
        }
    }

    /// Appends a line; after the table, within one, to keep its rows together.
    fn line(&mut self, part: &str, line: Fragment) {
        if self.inside.iter().any(|inside| matches!(inside, Inside::Table(_))) {
            self.later.push((part.to_owned(), line));
        } else {
            self.woven.line(part, line);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => self.end_paragraph(),
            "title" | "desc" if self.beside.is_empty() => self.end_paragraph(),
            "creator" => self.author = false,
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.end_row(),
            "table" => {
                self.inside.pop();
                for (part, line) in std::mem::take(&mut self.later) {
                    self.line(&part, line);
                }
            }
            "annotation" | "note-body" | "notes" | "deletion" => drop(self.inside.pop()),
            "note-citation" | "date" | "change-info" => self.ignored = self.ignored.saturating_sub(1),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(paragraph) = self.open.last_mut() else { return };
        // Any white space in the file is one space on the page.
        let mut space = false;
        for word in text.split(char::is_whitespace) {
            if space {
                paragraph.part();
            }
            paragraph.say(word);
            space = true;
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.say(text);
        }
    }

    fn begin_table(&mut self, element: &Element<'_>) {
        self.tables += 1;
        let name = match element.get("name").filter(|_| self.sheet) {
            Some(name) => name,
            None => format!("table {}", self.tables),
        };
        self.inside.push(Inside::Table(Table { name, row: 0, rows: 1, cells: Vec::new(), column: 0 }));
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        match self.inside.last_mut() {
            Some(Inside::Cell { text, .. }) if !paragraph.is_empty() => text.join("; ", paragraph),
            Some(Inside::Part(part)) => {
                let part = part.clone();
                self.line(&part, paragraph);
            }
            Some(_) => {}
            None => {
                self.paragraph += 1;
                let part = match (self.beside, self.slide) {
                    ("", 0) => format!("paragraph {}", self.paragraph),
                    ("", slide) => format!("slide {slide}"),
                    (beside, _) => beside.to_owned(),
                };
                self.woven.line(&part, paragraph);
            }
        }
    }

    fn end_cell(&mut self) {
        let Some(Inside::Cell { mut text, repeated, value }) = self.inside.pop() else { return };
        let Some(Inside::Table(table)) = self.inside.last_mut() else { return };
        if let Some(value) = value.filter(|_| text.is_empty()) {
            text.say(&value);
        }
        // A cell that stands for many is told once; between two cells, it keeps the columns apart.
        table.cells.push((table.column, text));
        table.column = table.column.saturating_add(repeated);
    }

    fn end_row(&mut self) {
        let sheet = self.sheet;
        let Some(Inside::Table(table)) = self.inside.last_mut() else { return };
        let mut cells: Vec<(String, Fragment)> = Vec::new();
        while table.cells.pop_if(|(_, cell)| cell.is_empty()).is_some() {}
        for (column, cell) in std::mem::take(&mut table.cells) {
            let name = |column: usize| match sheet {
                true => format!("{}!{}{}", table.name, super::sheets::letters(column as u32), table.row),
                false => format!("{}, row {}, column {}", table.name, table.row, column + 1),
            };
            while cells.len() < column.min(COLUMNS) {
                cells.push((name(cells.len()), Fragment::default()));
            }
            cells.push((name(column), cell));
        }
        self.woven.row(cells);
    }
}

/// How often something stands in a row; once where nothing is said.
fn number(element: &Element<'_>, name: &str) -> usize {
    element.get(name).and_then(|count| count.parse().ok()).unwrap_or(1)
}
