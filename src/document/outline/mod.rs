//! The outline of a structured text: where its values stand, how a reader of the file names their places, and what
//! must be kept so that the file can still be read by the programs that it is for.
//!
//! It is made only where a place is asked for or a change is to be fitted in, so that plain reading costs nothing.

mod delimited;
mod fit;
mod json;
mod label;
mod markup;
mod yaml;

use std::ops::Range;
use std::sync::OnceLock;

/// What a structured text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// Rows of cells; the extension may tell what is between two cells.
    Delimited(Option<u8>),
    /// One JSON value, or several one after another, as in JSON Lines.
    Json,
    /// YAML.
    Yaml,
    /// XML.
    Xml,
    /// HTML.
    Html,
    /// Markdown; of it only the front matter is structured.
    Markdown,
}

/// The most steps of a way that are told, the last ones.
const STEPS: usize = 12;

/// The values of a text, in order of place and apart from each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Outline {
    leaves: Vec<Leaf>,
    steps: Vec<Step>,
    /// What stands between two cells.
    delimiter: u8,
}

/// A stretch of the text that holds words: a value, a key, a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Leaf {
    /// Without its quotes.
    range: Range<usize>,
    form: Form,
    /// Whether it names another value.
    key: bool,
    /// Its own step, as a place in the list of steps.
    step: usize,
    /// The place in words, once somebody asked for it.
    told: OnceLock<Option<Box<str>>>,
}

/// How a value is written, and so what words in it must look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Between double quotes, with backslashes before what would end it: JSON, and YAML's double quotes.
    Escaped,
    /// A number or a word without quotes, in JSON.
    Bare,
    /// A cell without quotes.
    Cell,
    /// A cell between quotes, in which a quote is doubled.
    QuotedCell,
    /// Between tags.
    Text,
    /// An attribute's value between these quotes.
    Attribute(u8),
    /// An attribute's value without quotes.
    BareAttribute,
    /// Between `<![CDATA[` and `]]>`.
    Literal,
    /// Between `<!--` and `-->`.
    Comment,
    /// A scalar of YAML without quotes.
    Plain,
    /// A scalar of YAML between single quotes, in which a single quote is doubled.
    Single,
    /// Something that a line's end would end: a comment, a line of a block of YAML.
    Line,
    /// Words that follow no rule.
    Free,
}

/// A step on the way from the whole to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    /// The step before, as a place in the list; the first leads from itself.
    from: usize,
    to: To,
}

/// Where a step leads.
#[derive(Debug, Clone, PartialEq, Eq)]
enum To {
    /// Nowhere: the whole.
    Top,
    /// What a key names, by the key's bytes.
    Key(Range<usize>),
    /// An item of a list, from 0.
    Item(usize),
    /// A cell: its row and its column, from 0, and the header of the column.
    Cell(usize, usize, Option<Range<usize>>),
    /// Something that has a name of its own.
    Named(&'static str),
    /// An attribute, by the bytes of its name.
    Attribute(Range<usize>),
}

impl Outline {
    /// The outline of a text; where it breaks the rules of its syntax, the rest is free text.
    pub(super) fn of(text: &str, syntax: Syntax) -> Outline {
        let mut outline = Outline { steps: vec![Step { from: 0, to: To::Top }], ..Outline::default() };
        match syntax {
            Syntax::Delimited(delimiter) => delimited::read(text, delimiter, &mut outline),
            Syntax::Json => json::read(text, 0..text.len(), &mut outline),
            Syntax::Yaml => yaml::read(text, 0..text.len(), &mut outline),
            Syntax::Xml => markup::read(text, false, &mut outline),
            Syntax::Html => markup::read(text, true, &mut outline),
            Syntax::Markdown => {
                let rest = match front_matter(text) {
                    Some(matter) => {
                        let end = matter.end;
                        yaml::read(text, matter, &mut outline);
                        end
                    }
                    None => 0,
                };
                outline.free(rest..text.len());
            }
        }
        // Whatever somebody wrote, no two leaves may claim the same letters.
        outline.leaves.sort_by_key(|leaf| leaf.range.start);
        let mut end = 0;
        outline.leaves.retain(|leaf| {
            let apart = end <= leaf.range.start;
            end = end.max(leaf.range.end);
            apart
        });
        outline
    }

    /// Adds a step; its number comes back.
    fn step(&mut self, from: usize, to: To) -> usize {
        self.steps.push(Step { from, to });
        self.steps.len() - 1
    }

    /// Adds a value that a step leads to.
    fn leaf(&mut self, range: Range<usize>, form: Form, step: usize) {
        self.leaves.push(Leaf { range, form, key: false, step, told: OnceLock::new() });
    }

    /// Adds the name of a value.
    fn key(&mut self, range: Range<usize>, form: Form, step: usize) {
        self.leaves.push(Leaf { range, form, key: true, step, told: OnceLock::new() });
    }

    /// Adds free text.
    fn free(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.leaf(range, Form::Free, 0);
        }
    }

    /// The number of the leaf in which a place stands, or at whose end it stands.
    fn at(&self, byte: usize) -> Option<usize> {
        let next = self.leaves.partition_point(|leaf| leaf.range.start <= byte);
        next.checked_sub(1).filter(|last| byte <= self.leaves[*last].range.end)
    }

    /// How a reader of the file names the part in which a place stands.
    pub(super) fn part(&self, text: &str, byte: usize) -> Option<&str> {
        let leaf = &self.leaves[self.at(byte)?];
        leaf.told.get_or_init(|| self.told(text, leaf.step).map(Into::into)).as_deref()
    }

    /// The way to a step in words: `clients[3].phone`, `B4 (Mobile)`, `link`.
    fn told(&self, text: &str, step: usize) -> Option<String> {
        let mut way = Vec::new();
        let mut at = step;
        while self.steps[at].to != To::Top {
            way.push(&self.steps[at].to);
            at = self.steps[at].from;
        }
        let mut told = String::new();
        if way.len() > STEPS {
            told.push('…');
            way.truncate(STEPS);
        }
        for to in way.into_iter().rev() {
            match to {
                To::Top => {}
                To::Item(number) => told.push_str(&format!("[{number}]")),
                To::Key(key) => {
                    if !told.is_empty() {
                        told.push('.');
                    }
                    told.push_str(label::told(&text[key.clone()]));
                }
                To::Named(name) => told = (*name).to_owned(),
                To::Attribute(name) => told.push_str(&format!("@{}", label::told(&text[name.clone()]))),
                To::Cell(row, column, header) => {
                    told = format!("{}{}", letters(*column), row + 1);
                    let header = header.as_ref().map(|header| label::told(text[header.clone()].trim()));
                    if let Some(header) = header.filter(|header| !header.is_empty()) {
                        told.push_str(&format!(" ({header})"));
                    }
                }
            }
        }
        (!told.is_empty()).then_some(told)
    }
}

/// A column's letters, as a spreadsheet counts: A to Z, then AA.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    if column < 26 { letter.to_string() } else { format!("{}{letter}", letters(column / 26 - 1)) }
}

/// Where the front matter of a Markdown text stands: between a first line of three dashes and the next such line.
fn front_matter(text: &str) -> Option<Range<usize>> {
    let start = ["---\n", "---\r\n"].iter().find(|rule| text.starts_with(**rule))?.len();
    let ends = memchr::memmem::find_iter(text.as_bytes(), b"\n---").map(|at| at + 1);
    let mut ends =
        ends.filter(|at| *at >= start && text[*at + 3..].trim_start_matches([' ', '\t', '\r']).starts_with('\n'));
    ends.next().map(|end| start..end)
}

#[cfg(test)]
mod tests;
