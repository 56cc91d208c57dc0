//! Makes a text harmless to a terminal: no escape sequences, nothing that hides or turns around what is read.

use std::borrow::Cow;

/// The text with every control and direction character replaced by `�`; line breaks and tabs stay.
pub fn printable(text: &str) -> Cow<'_, str> {
    if !text.contains(harmful) {
        return Cow::Borrowed(text);
    }
    // A Windows line end is a line break like any other.
    Cow::Owned(text.replace("\r\n", "\n").replace(harmful, "\u{fffd}"))
}

/// The same of a name: on one line, so that no name of a file looks like a line of the report.
pub fn printable_name(name: &str) -> Cow<'_, str> {
    const BREAKS: [char; 2] = ['\n', '\t'];
    match printable(name) {
        name if name.contains(BREAKS) => Cow::Owned(name.replace(BREAKS, "\u{fffd}")),
        name => name,
    }
}

/// Whether a terminal would obey the character rather than show it.
fn harmful(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{printable, printable_name};

    #[test]
    fn what_a_terminal_would_obey_is_replaced() {
        for (text, shown) in [
            ("plain\ttext\nécrit 李", "plain\ttext\nécrit 李"),
            ("a\u{1b}[31mb", "a\u{fffd}[31mb"),
            ("one\r\ntwo\rthree", "one\ntwo\u{fffd}three"),
            ("abc\u{202e}def\u{2066}", "abc\u{fffd}def\u{fffd}"),
            ("bell\u{7}\u{9b}", "bell\u{fffd}\u{fffd}"),
        ] {
            assert_eq!(printable(text), shown);
        }
        assert_eq!(printable_name("a\nSAFE\tb\u{1b}.txt"), "a\u{fffd}SAFE\u{fffd}b\u{fffd}.txt");
    }
}
