//! How much a PDF unpacks to, and whether drawing a page ends: looked at before anything is unpacked or drawn.

use crate::source::{Limits, Problem};
use flate2::read::ZlibDecoder;
use lopdf::content::Content;
use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};
use std::collections::HashSet;
use std::io::{self, Read};

/// How deep drawings may lie in drawings.
const DEPTH: usize = 24;

/// Unpacks every stream once, to count it; nothing is kept.
pub(super) fn unpacked(bytes: &[u8], limits: &Limits) -> Result<(), Problem> {
    for at in memchr::memmem::find_iter(bytes, b"stream") {
        let start = at + b"stream".len();
        let rest = &bytes[start..];
        let rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        stream(rest, limits)?;
    }
    Ok(())
}

/// Unpacks the streams of a file that was locked, which could not be seen from outside.
pub(super) fn unlocked(pdf: &Pdf, limits: &Limits) -> Result<(), Problem> {
    let streams = pdf.objects.values().filter_map(|object| object.as_stream().ok());
    streams.into_iter().try_for_each(|found| stream(&found.content, limits))
}

/// Unpacks one stream, if it is packed.
fn stream(bytes: &[u8], limits: &Limits) -> Result<(), Problem> {
    if !is_zlib(bytes) {
        return Ok(());
    }
    limits.in_time()?;
    let mut inner: Box<dyn Read + '_> = Box::new(ZlibDecoder::new(bytes));
    // What is packed twice or more shows it when it is unpacked once.
    for _ in 0..4 {
        let mut head = [0; 2];
        if inner.read_exact(&mut head).is_err() || !is_zlib(&head) {
            break;
        }
        inner = Box::new(ZlibDecoder::new(io::Cursor::new(head).chain(inner)));
    }
    let mut buffer = vec![0; 64 << 10];
    loop {
        match inner.read(&mut buffer) {
            // A stream that is torn ends where it is torn.
            Ok(0) | Err(_) => return Ok(()),
            Ok(read) => limits.unpack(read as u64)?,
        }
    }
}

/// Whether bytes begin as zlib writes them.
fn is_zlib(bytes: &[u8]) -> bool {
    matches!(bytes, [0x78 | 0x68 | 0x58 | 0x48, flags, ..] if (u16::from(bytes[0]) << 8 | u16::from(*flags)).is_multiple_of(31))
}

/// How a page can be drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Drawing {
    /// To its end.
    Whole,
    /// Only in part: a piece of it is not there, or cannot be told.
    Torn,
    /// Without end: a drawing draws itself.
    Endless,
}

/// How a page can be drawn.
pub(super) fn drawing(pdf: &Pdf, page: ObjectId) -> Drawing {
    let Some(resources) = resources(pdf, page) else { return Drawing::Endless };
    let Ok(content) = pdf.get_page_content(page) else { return Drawing::Torn };
    let mut walk = Walk { pdf, path: Vec::new(), done: HashSet::new() };
    let drawing = walk.drawing(&content, resources);
    if has_all_contents(pdf, page) { drawing } else { drawing.max(Drawing::Torn) }
}

/// Whether everything that a page says it draws is in the file.
fn has_all_contents(pdf: &Pdf, page: ObjectId) -> bool {
    let Ok(contents) = pdf.get_dictionary(page).and_then(|page| page.get(b"Contents")) else { return true };
    let is_there = |object: &Object| pdf.dereference(object).is_ok_and(|(_, object)| object.as_stream().is_ok());
    match pdf.dereference(contents) {
        Ok((_, Object::Array(objects))) => objects.iter().all(is_there),
        Ok((_, Object::Null)) => true,
        _ => is_there(contents),
    }
}

/// How often a drawing writes something, counted in its bytes: a string or a list of strings, and the word for writing.
fn writes(content: &[u8]) -> usize {
    let word = |word: &[u8], ends: &[u8]| {
        memchr::memmem::find_iter(content, word)
            .filter(|at| content[..*at].trim_ascii_end().last().is_some_and(|last| ends.contains(last)))
            .filter(|at| !content.get(at + 2).is_some_and(u8::is_ascii_alphanumeric))
            .count()
    };
    word(b"Tj", b")>") + word(b"TJ", b"]")
}

/// A page's resources, its own or inherited; none where the way up never ends.
fn resources(pdf: &Pdf, page: ObjectId) -> Option<Option<&Dictionary>> {
    let mut seen = HashSet::new();
    let (mut id, mut found) = (page, None);
    while seen.insert(id) {
        let Ok(dictionary) = pdf.get_dictionary(id) else { return Some(found) };
        found = found.or_else(|| dictionary.get_deref(b"Resources", pdf).and_then(Object::as_dict).ok());
        match dictionary.get(b"Parent").and_then(Object::as_reference) {
            Ok(parent) => id = parent,
            Err(_) => return Some(found),
        }
    }
    None
}

struct Walk<'p> {
    pdf: &'p Pdf,
    path: Vec<ObjectId>,
    /// Drawings that were looked at, each with the resources that it was called with.
    done: HashSet<(ObjectId, usize)>,
}

impl<'p> Walk<'p> {
    fn drawing(&mut self, bytes: &[u8], resources: Option<&'p Dictionary>) -> Drawing {
        let Ok(content) = Content::decode(bytes) else { return Drawing::Torn };
        let operators = || content.operations.iter();
        // Where the parser gave up, what follows is missing.
        let written = operators().filter(|operation| matches!(operation.operator.as_str(), "Tj" | "TJ")).count();
        let own = if written < writes(bytes) { Drawing::Torn } else { Drawing::Whole };
        let drawings = resources.and_then(|all| all.get_deref(b"XObject", self.pdf).and_then(Object::as_dict).ok());
        let (Some(resources), Some(drawings)) = (resources, drawings) else { return own };
        let drawn = operators().filter(|operation| operation.operator == "Do");
        let names: HashSet<&[u8]> = drawn.filter_map(|operation| operation.operands.first()?.as_name().ok()).collect();
        let inner = names.into_iter().filter_map(|name| drawings.get(name).and_then(Object::as_reference).ok());
        inner.fold(own, |worst, id| worst.max(self.inner(id, resources)))
    }

    /// A drawing in a drawing. Without resources of its own, it has those of its caller.
    fn inner(&mut self, id: ObjectId, resources: &'p Dictionary) -> Drawing {
        let Ok(Object::Stream(stream)) = self.pdf.get_object(id) else { return Drawing::Torn };
        let own = stream.dict.get_deref(b"Resources", self.pdf).and_then(Object::as_dict).ok();
        let resources = own.unwrap_or(resources);
        if self.path.contains(&id) || self.path.len() > DEPTH {
            return Drawing::Endless;
        }
        if !self.done.insert((id, std::ptr::from_ref(resources) as usize)) {
            return Drawing::Whole;
        }
        let Ok(content) = stream.get_plain_content() else { return Drawing::Torn };
        self.path.push(id);
        let drawing = self.drawing(&content, Some(resources));
        self.path.pop();
        drawing
    }
}
