//! XML and HTML: texts between tags, the values of attributes, comments. It reads what people really write, so that
//! an element that is never closed changes nothing but the path that is told.

use super::{Form, Outline, To, json};
use std::ops::Range;

/// What an HTML attribute or element holds, in a reader's words.
#[rustfmt::skip]
const NAMES: [(&str, &str); 9] = [
    ("href", "link"), ("alt", "alt text"), ("title", "title"), ("src", "source"), ("placeholder", "placeholder"),
    ("value", "field value"), ("content", "meta tag"), ("aria-label", "label"), ("name", "name"),
];

/// How many open elements a closing tag is compared with.
const DEPTH: usize = 64;

struct Reader<'t, 'o> {
    text: &'t str,
    html: bool,
    outline: &'o mut Outline,
    /// The open elements: their names' bytes and their steps.
    open: Vec<(Range<usize>, usize)>,
}

/// Reads the texts.
pub(super) fn read(text: &str, html: bool, outline: &mut Outline) {
    let mut reader = Reader { text, html, outline, open: Vec::new() };
    let mut at = 0;
    while at < text.len() {
        at = reader.next(at);
    }
}

impl Reader<'_, '_> {
    /// Reads what begins at a place, and tells where the next begins.
    fn next(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let until = |mark: &str, skip: usize| rest.get(skip..).and_then(|r| r.find(mark)).map(|n| skip + n);
        if rest.starts_with("<!--") {
            let end = until("-->", 4).unwrap_or(rest.len());
            let step = self.outline.step(0, To::Named("comment"));
            self.outline.leaf(at + 4..at + end, Form::Comment, step);
            return (at + end + 3).min(self.text.len());
        }
        if rest.starts_with("<![CDATA[") {
            let end = until("]]>", 9).unwrap_or(rest.len());
            self.outline.leaf(at + 9..at + end, Form::Literal, self.step());
            return (at + end + 3).min(self.text.len());
        }
        if rest.starts_with("<?") || rest.starts_with("<!") {
            return at + until(">", 2).map_or(rest.len(), |end| end + 1);
        }
        if is_tag(rest) {
            return self.tag(at);
        }
        let end = memchr::memchr_iter(b'<', rest.as_bytes()).find(|next| *next > 0 && begins_markup(&rest[*next..]));
        let end = end.map_or(self.text.len(), |end| at + end);
        if !self.text[at..end].trim().is_empty() {
            self.outline.leaf(at..end, Form::Text, self.step());
        }
        end
    }

    /// The step of the innermost open element.
    fn step(&self) -> usize {
        self.open.last().map_or(0, |(_, step)| *step)
    }

    /// Reads a tag with its attributes; of a script or style in HTML all up to its end.
    fn tag(&mut self, at: usize) -> usize {
        let closing = self.text[at + 1..].starts_with('/');
        let start = at + 1 + usize::from(closing);
        let name = start..start + name_len(&self.text[start..]);
        let named = &self.text[name.clone()];
        let outside = self.open.len();
        if !closing {
            self.open(name.clone());
        } else if let Some(up) =
            self.open.iter().rev().take(DEPTH).position(|(open, _)| self.text[open.clone()] == *named)
        {
            self.open.truncate(self.open.len() - 1 - up);
        }
        let end = self.attributes(name.end);
        if !closing && self.text[..end].ends_with("/>") {
            self.open.truncate(outside);
        }
        let raw = self.html && !closing && ["script", "style"].iter().any(|raw| named.eq_ignore_ascii_case(raw));
        if !raw {
            return end;
        }
        let close = self.text[end..].find("</").map_or(self.text.len(), |close| end + close);
        // A script may hold data for search engines.
        if self.text[name.end..end].contains("json") {
            json::read(self.text, end..close, self.outline);
        }
        close
    }

    /// Notes an element that is open; of HTML only those that a reader knows by name.
    fn open(&mut self, name: Range<usize>) {
        let from = self.step();
        let step = if !self.html {
            self.outline.step(from, To::Key(name.clone()))
        } else if self.text[name.clone()].eq_ignore_ascii_case("title") {
            self.outline.step(0, To::Named("title"))
        } else {
            return;
        };
        self.open.push((name, step));
    }

    /// Reads the attributes behind a tag's name, and tells where the tag ends.
    fn attributes(&mut self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut name = from..from;
        let mut at = from;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'>' => return at + 1,
                // A tag that is never closed ends before the next.
                b'<' => return at,
                b'=' => {
                    let spaces = bytes[at + 1..].iter().take_while(|b| b.is_ascii_whitespace()).count();
                    at = self.value(&name, at + 1 + spaces);
                    name = at..at;
                }
                b if b.is_ascii_whitespace() || b == b'/' => {
                    at += 1;
                    if bytes.get(at).is_some_and(|next| !next.is_ascii_whitespace() && *next != b'=') {
                        name = at..at;
                    }
                }
                _ => {
                    at += 1;
                    name.end = at;
                }
            }
        }
        at
    }

    /// Reads an attribute's value, and tells where it ends.
    fn value(&mut self, name: &Range<usize>, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        let told = self.text.get(name.clone()).unwrap_or_default().to_ascii_lowercase();
        let to = match NAMES.iter().find(|(name, _)| self.html && *name == told) {
            Some((_, words)) => To::Named(words),
            None => To::Attribute(name.clone()),
        };
        let step = self.outline.step(self.step(), to);
        let rest = bytes.get(at..).unwrap_or_default();
        if let Some(quote @ (b'"' | b'\'')) = rest.first().copied() {
            let end = memchr::memchr(quote, &rest[1..]).map_or(bytes.len(), |end| at + 1 + end);
            self.outline.leaf(at + 1..end, Form::Attribute(quote), step);
            return (end + 1).min(bytes.len());
        }
        let end = rest.iter().position(|b| b.is_ascii_whitespace() || *b == b'>').map_or(bytes.len(), |end| at + end);
        self.outline.leaf(at..end, Form::BareAttribute, step);
        end
    }
}

/// Whether a tag begins here: `<name` or `</name`.
fn is_tag(rest: &str) -> bool {
    let name = rest.strip_prefix("</").or_else(|| rest.strip_prefix('<'));
    name.is_some_and(|name| name.starts_with(|c: char| c.is_alphabetic() || c == '_'))
}

/// Whether anything but text begins here.
fn begins_markup(rest: &str) -> bool {
    rest.starts_with("<!") || rest.starts_with("<?") || is_tag(rest)
}

/// How long the name at the beginning of a text is, in bytes.
fn name_len(rest: &str) -> usize {
    rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '=' | '<')).unwrap_or(rest.len())
}
