//! The paragraphs and tables of Word and PowerPoint, which write them alike: `p`, `r`, `t`, `tbl`, `tr`, `tc`.

use super::woven::{Fragment, Role, Woven};
use super::xml::{Element, Node, Nodes, Text};
use crate::source::Problem;

/// What a date picker holds where its day was taken out.
pub(super) const NO_DAY: &str = "1900-01-01T00:00:00Z";

/// How the places of a member are told.
pub(super) enum Naming {
    /// By counting its paragraphs: `paragraph 3`.
    Paragraphs,
    /// By one name, with lines: `slide 2`.
    Part(String),
    /// By the name and the number that each of its notes has: `footnote 2`.
    Notes(&'static str),
}

/// Reads one member.
pub(super) struct Prose<'w> {
    woven: &'w mut Woven,
    member: usize,
    naming: Naming,
    /// How many paragraphs were read.
    paragraph: usize,
    table: usize,
    note: String,
    /// The paragraphs that are open: one in a text box is open within another.
    open: Vec<Fragment>,
    tables: Vec<Table>,
    /// The rows of tables in a table, kept until it ends: its own rows belong together.
    later: Vec<Vec<(String, Fragment)>>,
    runs: usize,
    deleted: usize,
    /// Whether deleted text has just ended.
    replaced: bool,
    hidden: bool,
    /// What the text that follows is.
    reading: Reading,
}

/// A table that is open.
struct Table {
    number: usize,
    row: usize,
    cells: Vec<Fragment>,
}

/// What text is just now.
#[derive(Clone, Copy)]
enum Reading {
    /// White space between elements.
    Nothing,
    /// The words of a paragraph.
    Words {
        /// The end of the tag's name, where it does not say that its spaces count.
        tag: Option<usize>,
    },
    /// What a field does, not shown on the page.
    Field,
}

impl<'w> Prose<'w> {
    pub fn new(woven: &'w mut Woven, member: &str, naming: Naming) -> Prose<'w> {
        let member = woven.member(member);
        Prose {
            woven,
            member,
            naming,
            paragraph: 0,
            table: 0,
            note: String::new(),
            open: Vec::new(),
            tables: Vec::new(),
            later: Vec::new(),
            runs: 0,
            deleted: 0,
            replaced: false,
            hidden: false,
            reading: Reading::Nothing,
        }
    }

    /// Reads it to the end.
    pub fn read(mut self, mut nodes: Nodes<'_>) -> Result<(), Problem> {
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) => self.open(&element),
                Node::Close(name) => self.close(name),
                Node::Text(text) => self.text(&text),
            }
        }
        Ok(())
    }

    fn open(&mut self, element: &Element<'_>) {
        match element.name {
            "p" => self.open.push(Fragment::default()),
            "r" | "fld" => self.runs += 1,
            "t" | "delText" | "text" => {
                self.reading = Reading::Words { tag: element.find("space").is_none().then_some(element.name_end) }
            }
            "instrText" | "delInstrText" => self.reading = Reading::Field,
            // Within the properties of a paragraph, a tab is a stop on its ruler.
            "tab" | "ptab" if self.runs > 0 => self.say("\t"),
            "br" | "cr" if self.runs > 0 || !self.open.is_empty() => self.say("\n"),
            "noBreakHyphen" => self.say("-"),
            "del" | "moveFrom" => {
                self.deleted += 1;
                self.edge();
            }
            "ins" | "moveTo" => {
                // What was deleted and what stands there instead are two texts, not one.
                if std::mem::take(&mut self.replaced) {
                    self.say("; ");
                }
                self.edge();
            }
            "vanish" if self.runs > 0 && !matches!(element.get("val").as_deref(), Some("0" | "false" | "off")) => {
                self.hidden = true;
                self.mark();
            }
            "tbl" => {
                self.table += 1;
                self.tables.push(Table { number: self.table, row: 0, cells: Vec::new() });
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row += 1;
                    table.cells.clear();
                }
            }
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.cells.push(Fragment::default());
                }
            }
            "comment" | "footnote" | "endnote" | "cm" => self.begin_note(element),
            "docPr" | "cNvPr" => self.picture(element, &["descr", "title", "name"]),
            "shape" | "imagedata" => self.picture(element, &["alt", "title"]),
            "fldSimple" => self.attribute(element, "instr", "field", Role::Attribute),
            "hyperlink" | "hlinkClick" => self.attribute(element, "tooltip", "link", Role::Attribute),
            // The day that a date picker holds, beside the words that show it.
            "date" if element.get("fullDate").is_some_and(|day| day != NO_DAY) => {
                self.attribute(element, "fullDate", "date", Role::Date)
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "r" | "fld" => {
                self.runs = self.runs.saturating_sub(1);
                if self.hidden {
                    self.hidden = false;
                    self.mark();
                }
            }
            "t" | "delText" | "text" | "instrText" | "delInstrText" => self.reading = Reading::Nothing,
            "del" | "moveFrom" => {
                self.deleted = self.deleted.saturating_sub(1);
                self.mark();
                self.replaced = true;
            }
            "ins" | "moveTo" => self.edge(),
            "tr" => self.end_row(),
            "tbl" => self.end_table(),
            _ => {}
        }
    }

    fn text(&mut self, text: &Text<'_>) {
        match self.reading {
            Reading::Nothing => {}
            Reading::Words { tag } => {
                if std::mem::take(&mut self.replaced) && self.deleted == 0 {
                    self.edge();
                }
                self.add(text, Role::Text { tag });
            }
            // Of what fields do, only what they point at can name somebody; it stands in quotes.
            Reading::Field if text.text.contains('"') => {
                let mut target = Fragment::default();
                target.add(text, self.member, Role::Text { tag: None });
                self.aside(target, "field");
            }
            Reading::Field => {}
        }
    }

    /// Where an old text meets a new one.
    fn edge(&mut self) {
        if let Some(paragraph) = self.open.last_mut().filter(|paragraph| !paragraph.is_empty()) {
            paragraph.part();
        }
        self.mark();
    }

    /// Marks what is deleted or hidden.
    fn mark(&mut self) {
        let mark = match (self.deleted > 0, self.hidden) {
            (true, _) => "deleted text",
            (_, true) => "hidden text",
            _ => "",
        };
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.mark(mark);
        }
    }

    fn say(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.say(text);
        }
    }

    fn add(&mut self, text: &Text<'_>, role: Role) {
        let member = self.member;
        match self.open.last_mut() {
            Some(paragraph) => paragraph.add(text, member, role),
            // Text outside of paragraphs: the words of a comment in PowerPoint.
            None => {
                let mut line = Fragment::default();
                line.add(text, member, role);
                self.line(line, "");
            }
        }
    }

    /// What a picture says to those who cannot see it. Its name only where it is a file's.
    fn picture(&mut self, element: &Element<'_>, names: &[&str]) {
        for name in names {
            let told = element.find(name).filter(|text| *name != "name" || text.text.contains('.'));
            if told.is_some() {
                self.attribute(element, name, "picture", Role::Attribute);
            }
        }
    }

    fn attribute(&mut self, element: &Element<'_>, name: &str, what: &str, role: Role) {
        let Some(text) = element.find(name) else { return };
        // The name of a thing that says nothing beyond it.
        if text.text.trim().is_empty() {
            return;
        }
        let mut line = Fragment::default();
        line.add(&text, self.member, role);
        self.aside(line, what);
    }

    /// A line beside the words: in a table, a part of the cell.
    fn aside(&mut self, line: Fragment, what: &str) {
        match self.tables.last_mut().and_then(|table| table.cells.last_mut()) {
            Some(cell) => cell.join("; ", line),
            None => self.line(line, what),
        }
    }

    /// Begins a note, and says who wrote it, for that may be somebody.
    fn begin_note(&mut self, element: &Element<'_>) {
        self.note = element.get("id").or_else(|| element.get("idx")).unwrap_or_default();
        if let Some(author) = element.find("author").filter(|author| !author.text.trim().is_empty()) {
            let Naming::Notes(kind) = &self.naming else { return };
            self.woven.author(format!("{kind} {} (author)", self.note), &author, self.member);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        let within = self.tables.last_mut().and_then(|table| table.cells.last_mut());
        match within {
            Some(_) if paragraph.is_empty() => {}
            Some(cell) => cell.join("; ", paragraph),
            None => {
                self.paragraph += 1;
                self.line(paragraph, "");
            }
        }
    }

    fn end_row(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let (number, row) = (table.number, table.row);
        let cells = std::mem::take(&mut table.cells);
        let inside = match &self.naming {
            Naming::Paragraphs => String::new(),
            Naming::Part(part) => format!("{part}, "),
            Naming::Notes(kind) => format!("{kind} {}, ", self.note),
        };
        let name = |column| format!("{inside}table {number}, row {row}, column {}", column + 1);
        let cells = cells.into_iter().enumerate().map(|(column, cell)| (name(column), cell)).collect();
        if self.tables.len() > 1 {
            self.later.push(cells);
        } else {
            self.woven.row(cells);
        }
    }

    fn end_table(&mut self) {
        self.tables.pop();
        if self.tables.is_empty() {
            std::mem::take(&mut self.later).into_iter().for_each(|row| self.woven.row(row));
        }
    }

    fn line(&mut self, line: Fragment, what: &str) {
        let aside = if what.is_empty() { String::new() } else { format!(" ({what})") };
        let part = match &self.naming {
            // Beside the words stands what belongs to the paragraph that is not at its end yet.
            Naming::Paragraphs => format!("paragraph {}{aside}", self.paragraph + usize::from(!what.is_empty())),
            Naming::Part(part) => format!("{part}{aside}"),
            Naming::Notes(kind) => format!("{kind} {}{aside}", self.note),
        };
        self.woven.line(&part, line);
    }
}
