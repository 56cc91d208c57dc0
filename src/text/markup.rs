//! HTML: tags make room for the words between them, and the values of attributes stay readable.

use super::map::{Rewriter, Rewritten};
use std::ops::Range;

/// Blanks the markup of an HTML text: a tag that starts a line becomes a line break, any other a space.
///
/// Attribute values stay, in their quotes, for links and captions hold identifiers; those of mere layout go, like
/// scripts and styles. Comments stay without their marks.
pub(super) fn blank(text: &str) -> Option<Rewritten> {
    if !is_html(text) {
        return None;
    }
    let mut rewriter = Rewriter::new(text);
    let mut unclosed = false;
    for at in memchr::memchr2_iter(b'<', b'>', text.as_bytes()) {
        if at < rewriter.done() {
            continue;
        }
        if text[rewriter.done()..=at].ends_with("-->") {
            rewriter.replace(at - 2..at + 1, " ");
            continue;
        }
        if text[at..].starts_with("<!--") {
            rewriter.replace(at..at + 4, " ");
            continue;
        }
        let Some(tag) = Tag::parse(text, at) else { continue };
        tag.blank(text, &mut rewriter);
        if !tag.closing && !unclosed && (tag.is("script") || tag.is("style")) {
            match end_of_element(text, tag.range.end, tag.name) {
                Some(end) => rewriter.replace(tag.range.end..end, ""),
                None => unclosed = true,
            }
        }
    }
    rewriter.finish()
}

/// How many tags make a text HTML.
const SEVERAL: usize = 2;

fn is_html(text: &str) -> bool {
    memchr::memchr_iter(b'<', text.as_bytes()).filter(|at| Tag::parse(text, *at).is_some()).nth(SEVERAL - 1).is_some()
}

/// A tag of the text.
struct Tag<'t> {
    range: Range<usize>,
    /// As it is written.
    name: &'t str,
    /// Whether it begins with `</`.
    closing: bool,
}

impl<'t> Tag<'t> {
    /// The tag that begins at `at`, if one does: `<`, a known name, and a `>` before the next `<`.
    fn parse(text: &'t str, at: usize) -> Option<Tag<'t>> {
        let rest = text[at..].strip_prefix('<')?;
        let closing = rest.starts_with('/');
        let rest = &rest[usize::from(closing)..];
        let name_end = rest.bytes().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b':' | b'!')))?;
        let name = &rest[..name_end];
        if !matches!(rest.as_bytes()[name_end], b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n') || !is_known(name) {
            return None;
        }
        let start = at + 1 + usize::from(closing) + name_end;
        let reach = memchr::memchr(b'<', &text.as_bytes()[start..]).map_or(text.len(), |next| start + next);
        let end = start + end_of_tag(&text.as_bytes()[start..reach])?;
        Some(Tag { range: at..end, name, closing })
    }

    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Replaces the tag by a break or a space, keeping the values of telling attributes.
    fn blank(&self, text: &str, rewriter: &mut Rewriter<'_>) {
        let gap = if LINE_TAGS.iter().any(|name| self.is(name)) { "\n" } else { " " };
        let mut start = self.range.start;
        for value in values(text, self.range.start + 1 + self.name.len()..self.range.end - 1) {
            rewriter.replace(start..value.start, if start == self.range.start { gap } else { " " });
            start = value.end;
        }
        rewriter.replace(start..self.range.end, if start == self.range.start { gap } else { " " });
    }
}

fn is_known(name: &str) -> bool {
    let is_own = name.contains(['-', ':']) && name.starts_with(|c: char| c.is_ascii_alphabetic());
    is_own || LINE_TAGS.iter().chain(INLINE_TAGS).any(|known| known.eq_ignore_ascii_case(name))
}

/// The place behind the `>` that ends a tag: the first outside quotes, or the first of all where quotes do not close.
fn end_of_tag(bytes: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in bytes.iter().enumerate() {
        match (byte, quote) {
            (b'>', None) => return Some(at + 1),
            (b'"' | b'\'', None) => quote = Some(byte),
            (byte, Some(open)) if byte == open => quote = None,
            _ => {}
        }
    }
    memchr::memchr(b'>', bytes).map(|at| at + 1)
}

/// Where the element of a script or style ends, its closing tag included.
fn end_of_element(text: &str, from: usize, name: &str) -> Option<usize> {
    memchr::memmem::find_iter(&text.as_bytes()[from..], b"</").find_map(|at| {
        let tag = Tag::parse(text, from + at)?;
        tag.is(name).then_some(tag.range.end)
    })
}

/// Where the telling attribute values of a tag stand, with their quotes, in order.
fn values(text: &str, attributes: Range<usize>) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = attributes.start;
    while let Some(equals) = memchr::memchr(b'=', &bytes[at..attributes.end]).map(|inside| at + inside) {
        let name = text[at..equals].trim_ascii_end().rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or("");
        let spaces = bytes[equals + 1..attributes.end].iter().take_while(|b| b.is_ascii_whitespace()).count();
        let start = equals + 1 + spaces;
        let rest = &bytes[start..attributes.end];
        let length = match rest.first() {
            Some(quote @ (b'"' | b'\'')) => memchr::memchr(*quote, &rest[1..]).map_or(rest.len(), |end| end + 2),
            _ => rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len()),
        };
        let end = start + length;
        if length > 0 && !is_layout(name) && !text[start..end].trim_start_matches(['"', '\'']).starts_with("data:") {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// Whether an attribute only says how something looks or works.
fn is_layout(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("on") || name.starts_with("xmlns") || LAYOUT_ATTRIBUTES.contains(&name.as_str())
}

/// Tags that start a line of their own.
#[rustfmt::skip]
const LINE_TAGS: &[&str] = &[
    "!doctype", "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "legend",
    "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "ul",
];

/// Tags inside a line.
#[rustfmt::skip]
const INLINE_TAGS: &[&str] = &[
    "a", "abbr", "audio", "b", "base", "big", "button", "center", "cite", "code", "del", "details", "em", "embed", "font",
    "i", "iframe", "img", "input", "ins", "kbd", "label", "link", "mark", "meta", "noscript", "object", "path", "picture",
    "q", "s", "script", "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg", "template",
    "textarea", "time", "u", "video", "wbr",
];

#[rustfmt::skip]
const LAYOUT_ATTRIBUTES: &[&str] = &[
    "align", "async", "bgcolor", "border", "cellpadding", "cellspacing", "charset", "class", "color", "cols", "colspan", "d",
    "data-src", "dir", "face", "fill", "height", "http-equiv", "id", "integrity", "lang", "loading", "maxlength", "media",
    "method", "nonce", "rel", "role", "rows", "rowspan", "sizes", "srcset", "stroke", "style", "tabindex", "target", "transform",
    "type", "valign", "version", "viewbox", "width",
];
