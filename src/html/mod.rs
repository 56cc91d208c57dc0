//! What the pages of reports share: a frame that lets in nothing from outside, a style, and text made harmless.

use crate::report::printable;
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// The style of every page.
const STYLE: &str = include_str!("page.css");

/// The beginning of a page, up to its body. `style` adds to the common style; `script`, where there is one, is the only
/// one that the page lets run.
pub(crate) fn begin(title: &str, style: &str, script: Option<&str>) -> String {
    let title = escape(title);
    let style = format!("{STYLE}{style}");
    let scripts = script.map_or(String::new(), |script| format!(" script-src {};", source(script)));
    let styles = source(&style);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {styles};{scripts} \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
}

/// What follows the body.
pub(crate) const END: &str = "</body>\n</html>\n";

/// The content as a policy names it: by its digest, so that nothing else counts as it.
fn source(content: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(&Sha256::digest(content)))
}

/// Text as HTML, in an attribute too, without what hides or turns around what is read.
pub(crate) fn escape(text: &str) -> String {
    printable(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        for (text, html) in [
            ("</title><script>", "&lt;/title&gt;&lt;script&gt;"),
            ("\" onclick='x' a=\"&", "&quot; onclick=&#39;x&#39; a=&quot;&amp;"),
            ("\u{202e}a\u{1b}", "\u{fffd}a\u{fffd}"),
        ] {
            assert_eq!(escape(text), html);
        }
    }

    #[test]
    fn a_page_lets_in_nothing_else() {
        let page = begin("a<b", "p{}", None);
        assert!(page.contains("default-src 'none'; style-src 'sha256-") && !page.contains("script-src"), "{page}");
        assert!(begin("x", "", Some("f()")).contains("script-src 'sha256-"));
    }
}
