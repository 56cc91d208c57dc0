//! What a PDF holds beside its pages: form fields, notes and links, bookmarks, files within the file, properties.

use crate::document::Document;
use crate::source::format::author;
use crate::source::{HEAD, Limits, Problem, format};
use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, decode_text_string};
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// The most objects of one kind that are looked at.
const MOST: usize = 100_000;

/// Reads all of it.
pub(super) fn read(
    pdf: &Pdf,
    pages: &BTreeMap<u32, ObjectId>,
    document: &mut Document,
    limits: &Limits,
) -> Result<(), Problem> {
    let mut reader = Beside { pdf, document, fields: HashSet::new(), authors: Vec::new() };
    let catalog = pdf.catalog().ok();
    let form = catalog.and_then(|catalog| reader.dictionary(catalog, b"AcroForm"));
    reader.fields(form.and_then(|form| reader.array(form, b"Fields")).unwrap_or_default());
    for (number, page) in pages {
        limits.in_time()?;
        reader.annotations(*number, *page);
    }
    reader.bookmarks(catalog.and_then(|catalog| reader.dictionary(catalog, b"Outlines")));
    reader.properties(catalog);
    reader.files(limits);
    reader.pictures();
    reader.authors();
    Ok(())
}

struct Beside<'p> {
    pdf: &'p Pdf,
    document: &'p mut Document,
    /// The form fields that were read.
    fields: HashSet<ObjectId>,
    authors: Vec<(String, String)>,
}

impl<'p> Beside<'p> {
    fn dictionary(&self, of: &'p Dictionary, key: &[u8]) -> Option<&'p Dictionary> {
        of.get_deref(key, self.pdf).and_then(Object::as_dict).ok()
    }

    fn array(&self, of: &'p Dictionary, key: &[u8]) -> Option<Vec<&'p Object>> {
        let objects = of.get_deref(key, self.pdf).and_then(Object::as_array).ok()?;
        Some(objects.iter().take(MOST).collect())
    }

    /// A text, a name, or several of them.
    fn text(&self, of: &'p Dictionary, key: &[u8]) -> Option<String> {
        let text = self.told(of.get_deref(key, self.pdf).ok()?, 4)?;
        let text = text.replace(['\r', '\0'], "\n");
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    }

    fn told(&self, object: &'p Object, depth: u8) -> Option<String> {
        match object {
            Object::String(..) => decode_text_string(object).ok(),
            Object::Name(name) => Some(String::from_utf8_lossy(name).into_owned()),
            Object::Stream(stream) => Some(String::from_utf8_lossy(&stream.get_plain_content().ok()?).into_owned()),
            Object::Array(objects) if depth > 0 => {
                let told = objects.iter().take(MOST).filter_map(|object| self.told(object, depth - 1));
                Some(told.collect::<Vec<_>>().join(", "))
            }
            Object::Reference(_) if depth > 0 => self.told(self.pdf.dereference(object).ok()?.1, depth - 1),
            _ => None,
        }
    }

    /// The fields of a form with their values, each under its name.
    fn fields(&mut self, fields: Vec<&'p Object>) {
        let mut open: Vec<(&Object, String)> = fields.into_iter().rev().map(|field| (field, String::new())).collect();
        while let Some((object, above)) = open.pop() {
            let Ok((id, Object::Dictionary(field))) = self.pdf.dereference(object) else { continue };
            // A field that holds itself is read once.
            if id.is_some_and(|id| !self.fields.insert(id)) {
                continue;
            }
            let name = self.text(field, b"T").unwrap_or_default();
            let name = if above.is_empty() || name.is_empty() { above + &name } else { format!("{above} {name}") };
            self.field(field, &name);
            let kids = self.array(field, b"Kids").unwrap_or_default();
            open.extend(kids.into_iter().rev().map(|kid| (kid, name.clone())));
        }
    }

    fn field(&mut self, field: &'p Dictionary, name: &str) {
        let Some(value) = self.text(field, b"V").filter(|value| value != "Off") else { return };
        let label = self.text(field, b"TU").unwrap_or_else(|| name.to_owned());
        self.document.push("form field", &format!("{label}: {value}"));
    }

    /// The notes and links on a page.
    fn annotations(&mut self, number: u32, page: ObjectId) {
        let Ok(page) = self.pdf.get_dictionary(page) else { return };
        for object in self.array(page, b"Annots").unwrap_or_default() {
            let Ok((id, Object::Dictionary(note))) = self.pdf.dereference(object) else { continue };
            let kind = self.text(note, b"Subtype").unwrap_or_default();
            if kind == "Widget" {
                if id.is_none_or(|id| self.fields.insert(id)) {
                    self.field(note, &self.text(note, b"T").unwrap_or_default());
                }
                continue;
            }
            if let Some(text) = self.text(note, b"Contents").or_else(|| self.text(note, b"RC")) {
                if let Some(author) = self.text(note, b"T") {
                    self.authors.push((format!("page {number} (author)"), author));
                }
                self.document.push(&format!("page {number} (note)"), &text);
            }
            if let Some(address) = self.dictionary(note, b"A").and_then(|action| self.text(action, b"URI")) {
                self.document.push(&format!("page {number} (link)"), &address);
            }
        }
    }

    /// The titles of the outline.
    fn bookmarks(&mut self, outline: Option<&'p Dictionary>) {
        let mut seen = HashSet::new();
        let first = |entry: &'p Dictionary, key: &[u8]| entry.get(key).and_then(Object::as_reference).ok();
        let mut open: Vec<ObjectId> = outline.and_then(|outline| first(outline, b"First")).into_iter().collect();
        while let Some(id) = open.pop() {
            let Ok(entry) = self.pdf.get_dictionary(id) else { continue };
            if !seen.insert(id) {
                continue;
            }
            if let Some(title) = self.text(entry, b"Title") {
                self.document.push("bookmarks", &title);
            }
            open.extend(first(entry, b"Next"));
            open.extend(first(entry, b"First"));
        }
    }

    /// Title, author, subject, keywords, and what else programs wrote there.
    fn properties(&mut self, catalog: Option<&'p Dictionary>) {
        let mut told = String::new();
        if let Some(info) = self.dictionary(&self.pdf.trailer, b"Info") {
            for (key, _) in info.iter() {
                let name = String::from_utf8_lossy(key).to_lowercase();
                if matches!(
                    name.as_str(),
                    "creator" | "producer" | "creationdate" | "moddate" | "trapped" | "ptex.fullbanner"
                ) {
                    continue;
                }
                let Some(value) = self.text(info, key) else { continue };
                told.push_str(&value);
                match name.as_str() {
                    "author" => self.authors.push(("properties: author".to_owned(), value)),
                    name => self.document.push(&format!("properties: {name}"), &value),
                }
            }
        }
        let Some(packet) = catalog.and_then(|catalog| self.text(catalog, b"Metadata")) else { return };
        let (packet, creators) = without_creators(&packet);
        let creators = packet_texts(&creators).into_iter();
        self.authors.extend(creators.map(|creator| ("properties: author".to_owned(), creator)));
        for text in packet_texts(&packet).into_iter().filter(|text| !told.contains(text.as_str())) {
            self.document.push("properties: XMP", &text);
        }
    }

    /// What the file says of its pictures to those who cannot see them.
    fn pictures(&mut self) {
        let told: Vec<String> = {
            let objects = self.pdf.objects.values().filter_map(|object| object.as_dict().ok());
            objects.filter_map(|object| self.text(object, b"Alt")).take(MOST).collect()
        };
        told.iter().for_each(|text| self.document.push("pictures", text));
    }

    /// Those who wrote in the file and whom its text names too.
    fn authors(&mut self) {
        for (part, name) in std::mem::take(&mut self.authors) {
            if author::is_named(self.document.text(), &name) {
                self.document.push(&part, &format!("{}{name}", author::LABEL));
            }
        }
    }

    /// The files within the file.
    fn files(&mut self, limits: &Limits) {
        let objects = self.pdf.objects.values().filter_map(|object| object.as_dict().ok());
        let specifications: Vec<&Dictionary> = objects.filter(|object| object.get(b"EF").is_ok()).take(MOST).collect();
        for (index, specification) in specifications.into_iter().enumerate() {
            let name = self.text(specification, b"UF").or_else(|| self.text(specification, b"F")).unwrap_or_default();
            let file = self.dictionary(specification, b"EF").and_then(|file| file.get_deref(b"F", self.pdf).ok());
            let part = format!("file within {}", index + 1);
            let read = limits.inside().and_then(|limits| {
                limits.member()?;
                let stream = file.and_then(|file| file.as_stream().ok()).ok_or(Problem::Damaged(super::WHAT))?;
                let bytes = stream.get_plain_content().map_err(|_| Problem::Damaged(super::WHAT))?;
                let format = format::of(Some(Path::new(&name)), &bytes[..bytes.len().min(HEAD)])?;
                (format.read)(bytes, &limits)
            });
            self.document.push(&format!("{part} (name)"), &name);
            match read {
                Ok(inner) => self.document.include(&part, &inner),
                Err(problem) => self.document.leave_unread(&part, &problem),
            }
        }
    }
}

/// The packet without those who wrote the file, and them.
fn without_creators(packet: &str) -> (String, String) {
    const END: &str = "</dc:creator>";
    match (packet.find("<dc:creator"), packet.find(END)) {
        (Some(start), Some(end)) if start < end => {
            (packet[..start].to_owned() + &packet[end + END.len()..], packet[start..end].to_owned())
        }
        _ => (packet.to_owned(), String::new()),
    }
}

/// What the packet of properties says to people: titles, names, keywords; not the programs and days of its making.
fn packet_texts(packet: &str) -> Vec<String> {
    let items = packet.split("<rdf:li").skip(1);
    let texts = items.filter_map(|item| Some(item.split_once('>')?.1.split_once('<')?.0.trim()));
    texts.filter(|text| !text.is_empty() && *text != "x-default").map(html_free).collect()
}

/// The text with the five entities of XML in clear.
fn html_free(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}
