//! XML, whose places are element paths, HTML, whose places are links, alt texts and the like, and Markdown, whose front
//! matter has keys.

use super::{Format, plain};
use crate::document::Syntax;

pub(super) static XML: Format = Format {
    is: |extension, head| {
        let begins = plain::beginning(head).starts_with(b"<?xml");
        plain::is(extension, head) && (begins || matches!(extension, "xml" | "xsl" | "svg" | "rss" | "cda" | "ccda"))
    },
    read: |bytes, limits| plain::written_in(Syntax::Xml, bytes, limits),
    write: Some(plain::write),
};

pub(super) static HTML: Format = Format {
    is: |extension, head| {
        let beginning = plain::beginning(head).get(..14).unwrap_or_default().to_ascii_lowercase();
        let begins = beginning.starts_with(b"<!doctype html") || beginning.starts_with(b"<html");
        plain::is(extension, head) && (begins || matches!(extension, "html" | "htm" | "xhtml" | "vue" | "svelte"))
    },
    read: |bytes, limits| plain::written_in(Syntax::Html, bytes, limits),
    write: Some(plain::write),
};

pub(super) static MARKDOWN: Format = Format {
    is: |extension, head| matches!(extension, "md" | "markdown" | "mdx") && plain::is(extension, head),
    read: |bytes, limits| plain::written_in(Syntax::Markdown, bytes, limits),
    write: Some(plain::write),
};
