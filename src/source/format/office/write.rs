//! Puts changes of the text back into the XML that it came from. Structure and styles stay; what says who worked on the
//! file goes.

use super::package::{self, Package};
use super::prose::NO_DAY;
use super::woven::{Piece, Role, Woven};
use super::xml::{Element, Node};
use crate::source::Problem;
use crate::source::format::Change;
use quick_xml::escape::{escape, partial_escape};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What stands where somebody's name stood: the word that Word itself puts there.
const AUTHOR: &str = "Author";

/// An address that leads nowhere.
const NOWHERE: &str = "about:blank";

/// A picture of the first page, which shows what was taken out of it.
const THUMBNAIL: &str = "docprops/thumbnail.";

/// The order in which formulas are worked out; it must not name a cell without one, and Excel makes it anew.
const CHAIN: &str = "calcchain.xml";

/// What goes in a member, and what stands there instead.
type Edits = Vec<(Range<usize>, String)>;

/// The file with changes in its text.
pub(super) fn changed(mut package: Package<'_>, woven: &Woven, changes: &[Change]) -> Result<Vec<u8>, Problem> {
    let mut edits: HashMap<&str, Edits> = HashMap::new();
    let mut cells: HashMap<&str, HashMap<(u32, u32), String>> = HashMap::new();
    // What cells said and say: a table repeats the cells of its first row.
    let mut headings: HashMap<String, String> = HashMap::new();
    for (piece, text) in texts(woven, changes)? {
        let member = woven.members[piece.member].as_str();
        match piece.role {
            Role::Cell { row, column } => {
                headings.insert(woven.document.text()[piece.text.clone()].to_owned(), text.clone());
                drop(cells.entry(member).or_default().insert((row, column), text));
            }
            role => edits.entry(member).or_default().extend(edit(piece, role, &text)),
        }
    }
    let left_out: &[&str] = if cells.is_empty() { &[THUMBNAIL] } else { &[THUMBNAIL, CHAIN] };
    let mut members = HashMap::new();
    for name in package.names() {
        let is_table = name.starts_with("xl/tables/") && !headings.is_empty();
        let touched = edits.remove(name.as_str());
        let cells = cells.remove(name.as_str());
        if touched.is_none() && cells.is_none() && !lists_members(&name) && !tells_authors(&name) && !is_table {
            continue;
        }
        let Some(xml) = package.xml(&name)? else { continue };
        let mut edits = touched.unwrap_or_default();
        edits.extend(self::cells(&package, &xml, &cells.unwrap_or_default())?);
        edits.extend(authors(&package, &xml, &name)?);
        if is_table {
            edits.extend(columns(&package, &xml, &headings)?);
        }
        if lists_members(&name) {
            edits.extend(without(&package, &xml, left_out)?);
        }
        let new = applied(&xml, edits);
        if new != xml {
            members.insert(name, new);
        }
    }
    without_unused_strings(&mut package, &mut members)?;
    package.with(&members, left_out)
}

/// The pieces that a change touches, each with its new text. What spans several goes into the first.
///
/// # Errors
/// When a change touches what stands in a file within the file.
fn texts<'w>(woven: &'w Woven, changes: &[Change]) -> Result<Vec<(&'w Piece, String)>, Problem> {
    let text = woven.document.text();
    let mut new: Vec<(&Piece, String)> = Vec::new();
    // How far the last touched piece is copied.
    let mut copied = 0;
    let finish = |new: &mut Vec<(&Piece, String)>, copied: usize| {
        if let Some((piece, told)) = new.last_mut().filter(|(piece, _)| copied < piece.text.end) {
            told.push_str(&text[copied..piece.text.end]);
        }
    };
    for (gone, instead) in changes {
        let first = woven.pieces.partition_point(|piece| piece.text.end <= gone.start);
        let touched = woven.pieces[first..].iter().take_while(|piece| piece.text.start < gone.end);
        let touched: Vec<&Piece> = touched.filter(|piece| !piece.text.is_empty()).collect();
        if touched.is_empty() {
            return Err(Problem::OutOfReach);
        }
        for (index, piece) in touched.into_iter().enumerate() {
            if new.last().is_none_or(|(last, _)| last.text != piece.text) {
                finish(&mut new, copied);
                new.push((piece, String::new()));
                copied = piece.text.start;
            }
            if let Some((_, told)) = new.last_mut() {
                told.push_str(&text[copied..gone.start.max(copied)]);
                if index == 0 {
                    told.push_str(instead);
                }
                copied = gone.end.min(piece.text.end);
            }
        }
    }
    finish(&mut new, copied);
    Ok(new)
}

/// What putting a text in a piece's place changes in its member.
fn edit(piece: &Piece, role: Role, text: &str) -> Edits {
    let raw = piece.raw.clone();
    match role {
        Role::Text { tag } => {
            let spaces = text.trim().len() < text.len();
            let kept = tag.filter(|_| spaces).map(|at| (at..at, " xml:space=\"preserve\"".to_owned()));
            kept.into_iter().chain([(raw, partial_escape(text).into_owned())]).collect()
        }
        Role::Attribute => vec![(raw, escape(text).into_owned())],
        Role::Link => vec![(raw, NOWHERE.to_owned())],
        // A date picker without a day shows the words beside it.
        Role::Date => vec![(raw, NO_DAY.to_owned())],
        Role::Cell { .. } => Vec::new(),
    }
}

/// Whether a member lists other members.
fn lists_members(name: &str) -> bool {
    matches!(name, "_rels/.rels" | "xl/_rels/workbook.xml.rels" | "[content_types].xml")
}

/// Whether a member may name those who worked on the file.
fn tells_authors(name: &str) -> bool {
    let folder = name.starts_with("docprops/") || name.starts_with("word/") || name.starts_with("xl/");
    let folder = folder || matches!(name, "ppt/commentauthors.xml" | "ppt/authors.xml");
    folder && name.ends_with(".xml") && !name.starts_with("xl/worksheets/") && name != "xl/sharedstrings.xml"
}

/// Takes out who worked on the file: author, last editor, manager, company, and who commented and changed.
fn authors(package: &Package<'_>, xml: &str, name: &str) -> Result<Edits, Problem> {
    const EMPTIED: [&str; 4] = ["creator", "lastModifiedBy", "Manager", "Company"];
    let mut edits = Edits::new();
    if !tells_authors(name) {
        return Ok(edits);
    }
    let properties = name.starts_with("docprops/");
    let mut inside = false;
    let mut nodes = package.nodes(xml);
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) => {
                inside = if properties { EMPTIED.contains(&element.name) } else { element.name == "author" };
                let person = matches!(element.name, "person" | "presenceInfo");
                let speaker = name.starts_with("ppt/") && matches!(element.name, "cmAuthor" | "author");
                for (key, value) in element.all() {
                    let of_person = matches!(key, "displayName" | "userId" | "providerId") && person
                        || matches!(key, "name" | "userId") && speaker;
                    if !properties && (matches!(key, "author" | "initials") || of_person) {
                        edits.push((value.raw, AUTHOR.to_owned()));
                    }
                }
            }
            Node::Text(text) if inside => {
                edits.push((text.raw, if properties { String::new() } else { AUTHOR.to_owned() }));
            }
            Node::Text(_) => {}
            Node::Close(_) => inside = false,
        }
    }
    Ok(edits)
}

/// Takes the elements that point at what is left out of the file out of a list.
fn without(package: &Package<'_>, xml: &str, left_out: &[&str]) -> Result<Edits, Problem> {
    let mut edits = Edits::new();
    let mut nodes = package.nodes(xml);
    while let Some(node) = nodes.next()? {
        let Node::Open(element) = node else { continue };
        let target = element.get("Target").or_else(|| element.get("PartName"));
        let target = target.map(|target| package::key(&target)).unwrap_or_default();
        if left_out.iter().any(|name| target.contains(name)) {
            let start = start_of(xml, &element);
            nodes.next()?;
            edits.push((start..nodes.at(), String::new()));
        }
    }
    Ok(edits)
}

/// Where the tag of an element begins.
fn start_of(xml: &str, element: &Element<'_>) -> usize {
    xml[..element.name_end].rfind('<').unwrap_or(element.name_end)
}

/// Puts new texts into the cells of a sheet. A cell's style stays; its formula would bring the old value back, so it goes.
fn cells(package: &Package<'_>, xml: &str, new: &HashMap<(u32, u32), String>) -> Result<Edits, Problem> {
    let mut edits = Edits::new();
    if new.is_empty() {
        return Ok(edits);
    }
    let mut nodes = package.nodes(xml);
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut open: Option<(usize, String)> = None;
    // Formulas that other cells share with a changed one: without it, they cannot be worked out.
    let (mut shared, mut formula) = (HashSet::new(), None);
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) if element.name == "f" => {
                let number = element.get("si").filter(|_| element.get("t").as_deref() == Some("shared"));
                match number {
                    Some(number) if open.is_some() && element.find("ref").is_some() => drop(shared.insert(number)),
                    Some(number) if open.is_none() && shared.contains(&number) => {
                        formula = Some(start_of(xml, &element))
                    }
                    _ => {}
                }
            }
            Node::Close("f") => edits.extend(formula.take().map(|start| (start..nodes.at(), String::new()))),
            Node::Open(element) if element.name == "row" => {
                row = element.get("r").and_then(|row| row.parse().ok()).unwrap_or(row + 1);
                column = 0;
            }
            Node::Open(element) if element.name == "c" => {
                column = element.get("r").and_then(|name| column_of(&name)).unwrap_or(column + 1);
                let text = new.get(&(row.saturating_sub(1), column.saturating_sub(1)));
                open = text.map(|text| (element.name_end, cell(&element, xml, text)));
            }
            Node::Close("c") => {
                if let Some((start, text)) = open.take() {
                    edits.push((start..nodes.at(), text));
                }
            }
            _ => {}
        }
    }
    Ok(edits)
}

/// Gives the columns of a table the names that their first cells have now.
fn columns(package: &Package<'_>, xml: &str, headings: &HashMap<String, String>) -> Result<Edits, Problem> {
    let mut edits = Edits::new();
    let mut nodes = package.nodes(xml);
    while let Some(node) = nodes.next()? {
        if let Some(name) = node.opens("tableColumn").and_then(|column| column.find("name"))
            && let Some(new) = headings.get(&*name.text)
        {
            edits.push((name.raw, escape(new).into_owned()));
        }
    }
    Ok(edits)
}

/// A cell from the end of its name on, with this text.
fn cell(element: &Element<'_>, xml: &str, text: &str) -> String {
    let tag = &xml[..element.name_end];
    let name = &tag[tag.rfind('<').map_or(0, |at| at + 1)..];
    let prefix = name.strip_suffix('c').unwrap_or_default();
    let kept: String = element
        .all()
        .filter(|(key, _)| matches!(*key, "r" | "s"))
        .map(|(key, value)| format!(" {key}=\"{}\"", &xml[value.raw]))
        .collect();
    let text = partial_escape(text);
    format!(
        "{kept} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is></{name}>"
    )
}

/// The number of a cell's column, from 1.
fn column_of(name: &str) -> Option<u32> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_u32, |number, letter| {
        number.saturating_mul(26).saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    (number > 0).then_some(number)
}

/// Empties the strings that no cell shows any longer, for they are still in the file.
fn without_unused_strings(package: &mut Package<'_>, members: &mut HashMap<String, String>) -> Result<(), Problem> {
    const STRINGS: &str = "xl/sharedstrings.xml";
    if !members.keys().any(|name| name.starts_with("xl/worksheets/")) {
        return Ok(());
    }
    let Some(strings) = package.xml(STRINGS)? else { return Ok(()) };
    let mut used: HashSet<usize> = HashSet::new();
    for name in package.names().iter().filter(|name| name.starts_with("xl/worksheets/") && name.ends_with(".xml")) {
        let read = if members.contains_key(name) { None } else { package.xml(name)? };
        let Some(xml) = members.get(name).or(read.as_ref()) else { continue };
        let mut nodes = package.nodes(xml);
        let (mut shared, mut value) = (false, false);
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) if element.name == "c" => shared = element.get("t").as_deref() == Some("s"),
                Node::Open(element) => value = element.name == "v",
                Node::Text(text) if shared && value => used.extend(text.text.trim().parse::<usize>()),
                Node::Text(_) => {}
                Node::Close(_) => value = false,
            }
        }
    }
    let mut edits = Edits::new();
    let mut nodes = package.nodes(&strings);
    let (mut count, mut emptied) = (0, false);
    while let Some(node) = nodes.next()? {
        match node {
            Node::Open(element) if element.name == "si" => {
                emptied = !used.contains(&count);
                count += 1;
            }
            Node::Text(text) if emptied => edits.push((text.raw, String::new())),
            _ => {}
        }
    }
    let new = applied(&strings, edits);
    if new != strings {
        members.insert(package::key(STRINGS), new);
    }
    Ok(())
}

/// A text with edits; of two in one place, the first counts.
fn applied(text: &str, mut edits: Edits) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    edits.dedup();
    let mut new = String::with_capacity(text.len());
    let mut done = 0;
    for (range, instead) in edits {
        let seen = range.start < done || range.end > text.len();
        if seen {
            continue;
        }
        new.push_str(&text[done..range.start]);
        new.push_str(&instead);
        done = range.end;
    }
    new + &text[done..]
}
