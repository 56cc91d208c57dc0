//! Adding to `allow` in the text of a policy, so that its comments and its layout stay.

use saphyr_parser::{Event, Parser, Span};

/// The policy's text with a value more under `allow`; every other character stays.
///
/// It goes by the layout that policies have. Whoever writes the result down has to see first that it loads and allows
/// the value.
pub fn with_allowed(text: &str, value: &str) -> String {
    let body = text.trim_start_matches('\u{feff}');
    let mark = &text[..text.len() - body.len()];
    let end = if body.contains("\r\n") { "\r\n" } else { "\n" };
    // What JSON calls a string, YAML does too.
    let value = serde_json::Value::from(value).to_string();
    let (place, more) = match Allow::find(body) {
        None => {
            let missing = if body.is_empty() || body.ends_with('\n') { "" } else { end };
            (body.len()..body.len(), format!("{missing}allow: [{value}]{end}"))
        }
        Some(Allow::Empty(place)) => (place, format!(" [{value}]")),
        Some(Allow::Brackets { open, last: None }) => (open..open, value),
        Some(Allow::Brackets { last: Some(last), .. }) => (last..last, format!(", {value}")),
        Some(Allow::Dashes { indent, last }) => {
            let at = last + body[last..].find(['\r', '\n']).unwrap_or(body.len() - last);
            (at..at, format!("{end}{indent}- {value}"))
        }
    };
    format!("{mark}{}{more}{}", &body[..place.start], &body[place.end..])
}

/// How `allow` is written, with places in bytes.
enum Allow<'t> {
    /// Nothing after the colon, or a word for nothing.
    Empty(std::ops::Range<usize>),
    /// `[a, b]`: behind the bracket, and behind the last value.
    Brackets { open: usize, last: Option<usize> },
    /// `- a` on lines of their own: what stands before a dash, and the end of the last value.
    Dashes { indent: &'t str, last: usize },
}

impl<'t> Allow<'t> {
    /// Finds it among the outermost keys; nothing where there is none, or no YAML.
    fn find(text: &'t str) -> Option<Allow<'t>> {
        let mut parser = Parser::new_from_str(text);
        let mut next = || parser.next_event().and_then(Result::ok);
        while !matches!(next()?.0, Event::MappingStart(..)) {}
        loop {
            let (key, span) = next()?;
            let Event::Scalar(key, ..) = key else { return None };
            if key == "allow" {
                return Allow::value(text, span, next);
            }
            let mut depth = 0;
            loop {
                match next()?.0 {
                    Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
                    Event::SequenceEnd | Event::MappingEnd => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
        }
    }

    fn value(text: &'t str, key: Span, mut next: impl FnMut() -> Option<(Event<'t>, Span)>) -> Option<Allow<'t>> {
        let byte = |index: usize| text.char_indices().nth(index).map_or(text.len(), |(byte, _)| byte);
        let (value, span) = next()?;
        if let Event::Scalar(..) = value {
            let colon = byte(key.end.index()) + text[byte(key.end.index())..].find(':')? + 1;
            let word = byte(span.start.index())..byte(span.end.index());
            return Some(Allow::Empty(if word.is_empty() { colon..colon } else { colon..word.end }));
        }
        let Event::SequenceStart(..) = value else { return None };
        let start = byte(span.start.index());
        let mut last: Option<(usize, usize)> = None;
        while let (Event::Scalar(..), span) = next()? {
            let (first, end) = (byte(span.start.index()), byte(span.end.index()));
            last = Some((first, text[..end].trim_end().len()));
        }
        if text[start..].starts_with('[') {
            return Some(Allow::Brackets { open: start + 1, last: last.map(|(_, end)| end) });
        }
        let (first, last) = last?;
        let line = text[..first].rfind('\n').map_or(0, |end| end + 1);
        let indent = &text[line..line + text[line..first].find('-')?];
        Some(Allow::Dashes { indent, last })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    #[test]
    fn a_value_is_added_in_the_layout_that_is_there() {
        for (before, after) in [
            ("", "allow: [\"New\"]\n"),
            ("#allow: [\"Old\"]", "#allow: [\"Old\"]\nallow: [\"New\"]\n"),
            ("allow: [Old, \"The, other\"] # ours\n", "allow: [Old, \"The, other\", \"New\"] # ours\n"),
            ("allow: []\nroles: {}\n", "allow: [\"New\"]\nroles: {}\n"),
            ("allow: [\n  Old, # first\n  Other,\n]\n", "allow: [\n  Old, # first\n  Other, \"New\",\n]\n"),
            ("allow:\nroles: {}\n", "allow: [\"New\"]\nroles: {}\n"),
            ("allow: # none yet\n", "allow: [\"New\"] # none yet\n"),
            ("allow: ~\n", "allow: [\"New\"]\n"),
            ("allow:\n  - Old # é\n\n# Who\nroles: {}\n", "allow:\n  - Old # é\n  - \"New\"\n\n# Who\nroles: {}\n"),
            ("# é\nallow:\n- 'Old'", "# é\nallow:\n- 'Old'\n- \"New\""),
            ("allow:\r\n  - Old\r\nroles: {}\r\n", "allow:\r\n  - Old\r\n  - \"New\"\r\nroles: {}\r\n"),
            ("practice:\n  name: allow\nallow: [Old]\n", "practice:\n  name: allow\nallow: [Old, \"New\"]\n"),
        ] {
            for (mark, head) in [("", "version: 1\nextends: med-spa\n"), ("\u{feff}", "version: 1\nextends: med-spa\n")]
            {
                let found = with_allowed(&format!("{mark}{head}{before}"), "New");
                assert_eq!(found, format!("{mark}{head}{after}"), "{before:?}");
                assert!(Policy::from_yaml(&found).unwrap().allow.contains(&"New".to_owned()), "{found}");
            }
        }
    }

    #[test]
    fn whatever_the_value_says_it_is_one_value() {
        let mut text = "version: 1\nextends: med-spa\nallow:\n  - Old\n".to_owned();
        let values = ["a \"b\" \\c", "x: [y] # z", "- é\n\t李", "~"];
        for value in values {
            text = with_allowed(&text, value);
        }
        assert_eq!(Policy::from_yaml(&text).unwrap().allow[1..], values);
    }
}
