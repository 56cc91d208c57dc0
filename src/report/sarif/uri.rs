//! Paths as URIs.

use crate::report::fingerprint::plain_path;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

/// What RFC 3986 wants escaped in a path: all but letters, digits, `-._~` and the slash.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A file: absolute, or relative to the root of the sources, as where the program was started is assumed to be.
pub(super) fn artifact(path: &str) -> Value {
    let path = plain_path(path);
    let escaped = utf8_percent_encode(&path, ESCAPED).to_string();
    let drive = cfg!(windows) && path.as_bytes().get(1) == Some(&b':');
    match (path.starts_with('/'), drive) {
        // A share's name, `//server/folder`, is a host.
        (true, _) if cfg!(windows) && path.starts_with("//") => json!({"uri": format!("file:{escaped}")}),
        (true, _) => json!({"uri": format!("file://{escaped}")}),
        (_, true) => json!({"uri": format!("file:///{}", escaped.replacen("%3A", ":", 1))}),
        _ => json!({"uri": escaped, "uriBaseId": "%SRCROOT%"}),
    }
}

#[cfg(test)]
mod tests {
    use super::artifact;

    #[test]
    fn a_path_is_escaped_as_a_reference() {
        for (path, uri) in [
            ("./drafts/a b.md", "drafts/a%20b.md"),
            ("../x/José#1?.md", "../x/Jos%C3%A9%231%3F.md"),
            ("javascript:alert(1)", "javascript%3Aalert%281%29"),
            ("/tmp/50%.txt", "file:///tmp/50%25.txt"),
            ("a\u{202e}\n<b>", "a%E2%80%AE%0A%3Cb%3E"),
        ] {
            assert_eq!(artifact(path)["uri"], uri);
        }
    }

    #[cfg(windows)]
    #[test]
    fn a_windows_path_is_a_uri_too() {
        assert_eq!(artifact(r"drafts\a b.md")["uri"], "drafts/a%20b.md");
        assert_eq!(artifact(r"C:\drafts\a.md")["uri"], "file:///C:/drafts/a.md");
        assert_eq!(artifact(r"\\server\x\a.md")["uri"], "file://server/x/a.md");
    }
}
