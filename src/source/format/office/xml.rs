//! The XML of Office files, node by node, each with its place in the member.
//!
//! No entity is ever expanded but the five of XML and characters by number: a document that defines its own is refused.

use crate::source::{Limits, Problem};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::ops::Range;

/// The nodes of one member. An empty element opens and closes.
pub(super) struct Nodes<'x> {
    reader: Reader<&'x [u8]>,
    source: &'x str,
    limits: &'x Limits,
    what: &'static str,
    /// The elements that are open.
    open: Vec<&'x str>,
    count: u32,
}

/// A node.
pub(super) enum Node<'x> {
    Open(Element<'x>),
    /// The name of what closes, without its prefix.
    Close(&'x str),
    Text(Text<'x>),
}

/// The start tag of an element.
pub(super) struct Element<'x> {
    /// Its name, without the prefix.
    pub name: &'x str,
    /// Where its name ends in the member.
    pub name_end: usize,
    tag: BytesStart<'x>,
    source: &'x str,
}

/// A stretch of text.
pub(super) struct Text<'x> {
    /// What it says.
    pub text: Cow<'x, str>,
    /// Where it stands in the member, as it is written there.
    pub raw: Range<usize>,
}

impl<'x> Nodes<'x> {
    pub fn new(source: &'x str, limits: &'x Limits, what: &'static str) -> Nodes<'x> {
        let mut reader = Reader::from_str(source);
        reader.config_mut().expand_empty_elements = true;
        Nodes { reader, source, limits, what, open: Vec::new(), count: 0 }
    }

    /// Where the next node begins in the member.
    pub fn at(&self) -> usize {
        self.reader.buffer_position() as usize
    }

    /// The next node.
    ///
    /// # Errors
    /// When the XML is broken or defines entities, or the time is over.
    pub fn next(&mut self) -> Result<Option<Node<'x>>, Problem> {
        let damaged = Problem::Damaged(self.what);
        loop {
            self.count = self.count.wrapping_add(1);
            if self.count.is_multiple_of(1024) {
                self.limits.in_time()?;
            }
            let start = self.reader.buffer_position() as usize;
            let Ok(event) = self.reader.read_event() else { return Err(damaged) };
            let raw = start..self.reader.buffer_position() as usize;
            return Ok(Some(match event {
                Event::Start(tag) | Event::Empty(tag) => {
                    let name = within(self.source, tag.name().as_ref()).ok_or(damaged)?;
                    let (name, name_end) = (local(&self.source[name.clone()]), name.end);
                    self.open.push(name);
                    Node::Open(Element { name, name_end, tag, source: self.source })
                }
                Event::End(_) => Node::Close(self.open.pop().ok_or(damaged)?),
                Event::Text(text) => Node::Text(Text { text: text.into_inner(), raw }),
                Event::CData(text) => Node::Text(Text { text: text.into_inner(), raw }),
                Event::GeneralRef(name) => {
                    let character = match name.resolve_char_ref() {
                        Ok(Some(character)) => character.to_string(),
                        _ => {
                            let known = quick_xml::escape::resolve_predefined_entity(&name.into_inner());
                            known.ok_or(damaged)?.to_owned()
                        }
                    };
                    Node::Text(Text { text: character.into(), raw })
                }
                Event::DocType(_) => return Err(damaged),
                Event::Eof if self.open.is_empty() => return Ok(None),
                Event::Eof => return Err(damaged),
                Event::Decl(_) | Event::Comment(_) | Event::PI(_) => continue,
            }));
        }
    }
}

impl<'x> Node<'x> {
    /// The element that opens here, if it is called so.
    pub fn opens(&self, name: &str) -> Option<&Element<'x>> {
        match self {
            Node::Open(element) if element.name == name => Some(element),
            _ => None,
        }
    }
}

impl Element<'_> {
    /// An attribute's value, by its name without the prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        self.find(name).map(|text| text.text.into_owned())
    }

    /// An attribute's value with its place.
    pub fn find(&self, name: &str) -> Option<Text<'_>> {
        self.all().find(|(key, _)| *key == name).map(|(_, text)| text)
    }

    /// All attributes, by their names without the prefix.
    pub fn all(&self) -> impl Iterator<Item = (&str, Text<'_>)> {
        let mut attributes = self.tag.attributes();
        attributes.with_checks(false);
        attributes.flatten().filter_map(|attribute| {
            let raw = within(self.source, &attribute.value)?;
            let text = quick_xml::escape::unescape(&self.source[raw.clone()]).ok()?;
            let key = within(self.source, attribute.key.as_ref())?;
            Some((local(&self.source[key]), Text { text, raw }))
        })
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Where a part of the source stands in it.
fn within(source: &str, part: &str) -> Option<Range<usize>> {
    let start = (part.as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
    (start + part.len() <= source.len()).then_some(start..start + part.len())
}
