//! HTML: tags make room for the words between them, and the values of attributes stay readable, with the names of
//! those that tell what the value is.

use super::map::{Rewriter, Rewritten};
use std::ops::Range;

/// Blanks the markup of an HTML text: lines, paragraphs and rows become lines, cells are set apart by tabs, and any
/// other tag becomes a space.
///
/// Attribute values stay, in their quotes, for links and captions hold identifiers; those of mere layout go, like
/// scripts and styles, but for scripts that hold data. Comments stay without their marks.
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
        } else if text[at..].starts_with("<!--") {
            rewriter.replace(at..at + 4, " ");
        } else if let Some(tag) = Tag::parse(text, at) {
            blank_run(text, tag, &mut rewriter, &mut unclosed);
        }
    }
    rewriter.finish()
}

/// Replaces a tag, and those that follow it with nothing but white space between, by one gap.
///
/// `unclosed` is set once a script or style does not end, so that nobody looks for its end again.
fn blank_run(text: &str, first: Tag<'_>, rewriter: &mut Rewriter<'_>, unclosed: &mut bool) {
    let mut start = first.range.start;
    let mut gap = Gap::default();
    let mut next = Some(first);
    let mut end = start;
    while let Some(tag) = next {
        gap.white_space(&text[end.max(start)..tag.range.start]);
        gap.tag(&tag);
        end = tag.range.end;
        for value in tag.values(text) {
            rewriter.replace(start..value.start, &gap.text());
            start = value.end;
            gap = Gap::default();
        }
        if !tag.closing && !*unclosed && (tag.is("script") || tag.is("style")) && !tag.holds_data(text) {
            match end_of_element(text, end, tag.name) {
                Some(closed) => end = closed,
                None => *unclosed = true,
            }
        }
        let rest = &text[end..];
        next = Tag::parse(text, end + rest.len() - rest.trim_ascii_start().len());
    }
    rewriter.replace(start..end, &gap.text());
}

/// What stands for a run of tags.
#[derive(Default)]
struct Gap {
    layout: Layout,
    /// Cells that were begun since the last row.
    cells: usize,
    /// Whether a line ended between the tags.
    line_break: bool,
}

impl Gap {
    fn tag(&mut self, tag: &Tag<'_>) {
        self.layout = self.layout.max(tag.layout);
        match tag.layout {
            Layout::Row => self.cells = 0,
            Layout::Cell if !tag.closing => self.cells += 1,
            _ => {}
        }
    }

    fn white_space(&mut self, space: &str) {
        self.line_break |= space.contains('\n');
    }

    fn text(&self) -> String {
        match self.layout {
            Layout::Inline if self.line_break => "\n".to_owned(),
            Layout::Inline => " ".to_owned(),
            Layout::Line => "\n".to_owned(),
            Layout::Block => "\n\n".to_owned(),
            Layout::Cell => "\t".repeat(self.cells.max(1)),
            Layout::Row => format!("\n{}", "\t".repeat(self.cells.saturating_sub(1))),
        }
    }
}

/// How a tag sets apart what stands before it and behind it. In a run of tags the last of these wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Layout {
    #[default]
    Inline,
    Line,
    Block,
    Cell,
    Row,
}

impl Layout {
    /// The layout of a tag of that name; nothing for a name that HTML does not have and no program would make up.
    #[rustfmt::skip]
    fn of(name: &str) -> Option<Layout> {
        Some(match name.to_ascii_lowercase().as_str() {
            "a" | "abbr" | "audio" | "b" | "base" | "big" | "button" | "center" | "cite" | "code" | "del" | "em" | "embed"
            | "font" | "i" | "iframe" | "img" | "input" | "ins" | "kbd" | "label" | "link" | "mark" | "meta" | "noscript"
            | "object" | "path" | "picture" | "q" | "s" | "script" | "small" | "source" | "span" | "strike" | "strong"
            | "style" | "sub" | "sup" | "svg" | "template" | "textarea" | "time" | "u" | "video" | "wbr" => Layout::Inline,
            "br" | "caption" | "dd" | "dt" | "figcaption" | "legend" | "li" | "option" | "summary" | "title" => Layout::Line,
            "!doctype" | "address" | "article" | "aside" | "blockquote" | "body" | "details" | "div" | "dl" | "fieldset"
            | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "head" | "header" | "hr" | "html"
            | "main" | "nav" | "ol" | "p" | "pre" | "section" | "select" | "ul" => Layout::Block,
            "td" | "th" => Layout::Cell,
            "table" | "tbody" | "tfoot" | "thead" | "tr" => Layout::Row,
            // Elements of a program's own: `o:p`, `my-card`.
            name if name.contains(['-', ':']) && name.starts_with(|c: char| c.is_ascii_alphabetic()) => Layout::Inline,
            _ => return None,
        })
    }
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
    layout: Layout,
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
        if !matches!(rest.as_bytes()[name_end], b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n') {
            return None;
        }
        let layout = Layout::of(name)?;
        let start = at + 1 + usize::from(closing) + name_end;
        let reach = memchr::memchr(b'<', &text.as_bytes()[start..]).map_or(text.len(), |next| start + next);
        let end = start + end_of_tag(&text.as_bytes()[start..reach])?;
        Some(Tag { range: at..end, name, layout, closing })
    }

    fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Whether it is a script of data that tells search engines what a page is about: `type="application/ld+json"`.
    fn holds_data(&self, text: &str) -> bool {
        self.is("script") && text[self.range.clone()].contains("json")
    }

    /// Where the telling values of its attributes stand, with their quotes, in order.
    fn values(&self, text: &str) -> Vec<Range<usize>> {
        values(text, self.range.start + 1 + self.name.len()..self.range.end - 1)
    }
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
            // Of a program's own attribute and of a form's field the name tells what the value is.
            let told = name.strip_prefix("data-").unwrap_or(if is_telling(name) { name } else { "" });
            let key = if told.is_empty() || spaces > 0 { start } else { equals - told.len() };
            let led = text.get(key..).is_some_and(|rest| rest.starts_with(told));
            found.push(if led { key..end } else { start..end });
        }
        at = end;
    }
    found
}

/// Whether an attribute's name tells, with its value, what another value is: `name="last_name" value="..."`.
fn is_telling(name: &str) -> bool {
    matches!(name, "name" | "value" | "content")
}

/// Whether an attribute only says how something looks or works.
fn is_layout(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("on") || name.starts_with("xmlns") || LAYOUT_ATTRIBUTES.contains(&name.as_str())
}

#[rustfmt::skip]
const LAYOUT_ATTRIBUTES: &[&str] = &[
    "align", "async", "bgcolor", "border", "cellpadding", "cellspacing", "charset", "class", "color", "cols", "colspan", "d",
    "data-src", "dir", "face", "fill", "height", "http-equiv", "id", "integrity", "lang", "loading", "maxlength", "media",
    "method", "nonce", "rel", "role", "rows", "rowspan", "sizes", "srcset", "stroke", "style", "tabindex", "target", "transform",
    "type", "valign", "version", "viewbox", "width",
];
