//! Fits changes into a structured text: words go only where words may stand, and look as they must there.

use super::{Form, Leaf, Outline};
use saphyr_parser::{Event, Parser};
use std::ops::Range;

/// A change that keeps a text's structure: which of the given changes it belongs to, what goes, what stands there.
pub(in crate::document) type Fitted = (usize, Range<usize>, String);

impl Outline {
    /// The changes, given in order of place, so made that nothing but values, keys and comments is touched.
    ///
    /// What a change takes out beyond these stays. Where it reaches over several values, its words stand in the one of
    /// which it takes most, and the others' share only goes.
    pub(in crate::document) fn fit(&self, text: &str, changes: &[(Range<usize>, String)]) -> Vec<Fitted> {
        let mut pieces: Vec<(usize, Fitted)> = Vec::new();
        for (index, (range, words)) in changes.iter().enumerate() {
            self.share(text, index, range, words, &mut pieces);
        }
        pieces.sort_by_key(|(leaf, (_, range, _))| (*leaf, range.start));
        let mut fitted = Vec::with_capacity(pieces.len());
        for group in pieces.chunk_by(|one, next| one.0 == next.0) {
            let shares: Vec<&Fitted> = group.iter().map(|(_, piece)| piece).collect();
            fitted.extend(self.written(text, &self.leaves[group[0].0], &shares));
        }
        fitted
    }

    /// Shares a change out among the values that it reaches.
    fn share(&self, text: &str, index: usize, range: &Range<usize>, words: &str, pieces: &mut Vec<(usize, Fitted)>) {
        let first = self.leaves.partition_point(|leaf| leaf.range.end <= range.start);
        let cut = |leaf: &Leaf| range.start.max(leaf.range.start)..range.end.min(leaf.range.end);
        let reached = self.leaves[first..].iter().enumerate().take_while(|(_, leaf)| leaf.range.start < range.end);
        let mut reached: Vec<(usize, &Leaf, Range<usize>)> =
            reached.map(|(n, leaf)| (first + n, leaf, cut(leaf))).filter(|(_, _, cut)| !cut.is_empty()).collect();
        // A key goes only where nothing but keys is meant: "phone" tells nobody's number.
        if reached.iter().any(|(_, leaf, _)| !leaf.key) {
            reached.retain(|(_, leaf, _)| !leaf.key);
        }
        let most = reached.iter().map(|(_, _, cut)| cut.len()).max();
        let mut words = Some(words);
        for (number, leaf, cut) in reached {
            let words = if Some(cut.len()) == most { words.take() } else { None }.unwrap_or_default();
            pieces.push((number, (index, whole(text, leaf, cut), words.to_owned())));
        }
    }

    /// What stands in a value after its share of the changes.
    fn written(&self, text: &str, leaf: &Leaf, shares: &[&Fitted]) -> Vec<Fitted> {
        let escaped: Vec<Fitted> =
            shares.iter().map(|(index, range, words)| (*index, range.clone(), escaped(leaf.form, words))).collect();
        let mut next = String::new();
        let mut at = leaf.range.start;
        for (_, range, words) in &escaped {
            next.push_str(text.get(at..range.start).unwrap_or_default());
            next.push_str(words);
            at = range.end;
        }
        next.push_str(text.get(at..leaf.range.end).unwrap_or_default());
        match (self.rewritten(leaf.form, &next), escaped.first()) {
            (Some(whole), Some((index, ..))) => vec![(*index, leaf.range.clone(), whole)],
            _ => escaped,
        }
    }

    /// The whole value, where it cannot stand as it is written any more: between quotes, or without a first space.
    fn rewritten(&self, form: Form, next: &str) -> Option<String> {
        match form {
            Form::Bare => serde_json::from_str::<serde_json::Value>(next).is_err().then(|| json(next)),
            Form::Cell => {
                let apart = next.bytes().any(|b| b == self.delimiter || matches!(b, b'"' | b'\r' | b'\n'));
                apart.then(|| format!("\"{}\"", next.replace('"', "\"\"")))
            }
            Form::BareAttribute => {
                let apart = next.is_empty() || next.contains(|c: char| c.is_whitespace() || "\"'=<>`".contains(c));
                apart.then(|| format!("\"{}\"", next.replace('"', "&quot;")))
            }
            Form::Plain => {
                let folded = next.split_whitespace().collect::<Vec<_>>().join(" ");
                (!is_plain(&folded)).then(|| json(&folded))
            }
            // Of a block's first line the indentation counts for all its lines.
            Form::Line => next.starts_with([' ', '\t']).then(|| next.trim_start().to_owned()),
            _ => None,
        }
    }
}

/// Words as a JSON string, which is one of YAML too.
fn json(words: &str) -> String {
    format!("\"{}\"", escaped(Form::Escaped, words))
}

/// Whether YAML reads words without quotes as just these words, in a line as in a list. Where another reader might
/// see a mark in them, quotes are safer.
fn is_plain(words: &str) -> bool {
    let ordinary = |c: char| c.is_alphanumeric() || " -_./()+'".contains(c);
    let reads = |text: &str| {
        let mut scalars = Parser::new_from_str(text).filter_map(|event| match event {
            Ok((Event::Scalar(value, ..), _)) => Some(value == words),
            Ok(_) => None,
            Err(_) => Some(false),
        });
        scalars.next() == Some(true) && scalars.next().is_none()
    };
    words.starts_with(char::is_alphanumeric) && words.chars().all(ordinary) && reads(&format!("- {words}\n"))
}

/// A share of a change that takes no half of what stands for one character.
fn whole(text: &str, leaf: &Leaf, cut: Range<usize>) -> Range<usize> {
    let (start, end) = match leaf.form {
        Form::Escaped => {
            let mut cut = cut;
            for escape in escapes(text, &leaf.range) {
                if escape.start < cut.start && cut.start < escape.end {
                    cut.start = if escape.len() == 2 { escape.end } else { escape.start };
                }
                if escape.start < cut.end && cut.end < escape.end {
                    cut.end = escape.end;
                }
            }
            (cut.start, cut.end)
        }
        Form::QuotedCell => (behind_pair(text, leaf, cut.start, b'"'), behind_pair(text, leaf, cut.end, b'"')),
        Form::Single => (behind_pair(text, leaf, cut.start, b'\''), behind_pair(text, leaf, cut.end, b'\'')),
        _ => (cut.start, cut.end),
    };
    start..end.max(start)
}

/// The place itself, or the one behind it where it stands between the two halves of a doubled quote.
fn behind_pair(text: &str, leaf: &Leaf, at: usize, quote: u8) -> usize {
    let bytes = text.as_bytes();
    let before = bytes[leaf.range.start..at].iter().rev().take_while(|b| **b == quote).count();
    let split = before % 2 == 1 && at < leaf.range.end && bytes[at] == quote;
    at + usize::from(split)
}

/// Where the backslashes of a string stand, each with what it stands before.
fn escapes(text: &str, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let (mut at, end) = (range.start, range.end);
    std::iter::from_fn(move || {
        let start = at + memchr::memchr(b'\\', bytes.get(at..end)?)?;
        let length = match bytes.get(start + 1) {
            Some(b'u') => 6,
            Some(b'U') => 10,
            Some(b'x') => 4,
            _ => 2,
        };
        at = (start + length).min(end);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        Some(start..at)
    })
}

/// Words as they must look where a value is written like this.
fn escaped(form: Form, words: &str) -> String {
    let lines = |words: &str| words.replace(['\r', '\n'], " ");
    match form {
        Form::Escaped => escaped_string(words),
        Form::QuotedCell => words.replace('"', "\"\""),
        Form::Single => lines(words).replace('\'', "''"),
        Form::Line | Form::Plain => lines(words),
        Form::Text => references(words, None),
        Form::Attribute(quote) => references(words, Some(quote)),
        Form::BareAttribute => references(words, Some(b'"')),
        Form::Literal => words.replace("]]>", "]] >"),
        Form::Comment => words.replace("--", "- -").replace("--", "- -"),
        Form::Bare | Form::Cell | Form::Free => words.to_owned(),
    }
}

/// Words between double quotes; a backslash that already stands for something stays.
fn escaped_string(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut at = 0;
    let meant = |from: usize| {
        let mut rest = words[from + 1..].chars();
        match rest.next() {
            Some('"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') => 2,
            Some('u') if rest.clone().take(4).filter(char::is_ascii_hexdigit).count() == 4 => 6,
            _ => 0,
        }
    };
    while let Some(c) = words[at..].chars().next() {
        let kept = if c == '\\' { meant(at) } else { 0 };
        if kept > 0 {
            out.push_str(&words[at..at + kept]);
            at += kept;
            continue;
        }
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
        at += c.len_utf8();
    }
    out
}

/// Words in which characters that markup uses are written as references; a reference that stands there already stays.
fn references(words: &str, quote: Option<u8>) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        match c {
            '&' if is_reference(&words[at + 1..]) => out.push('&'),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quote == Some(b'"') => out.push_str("&quot;"),
            '\'' if quote == Some(b'\'') => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Whether what stands behind a `&` makes it a reference: `amp;`, `#39;`.
fn is_reference(rest: &str) -> bool {
    rest.find(';').is_some_and(|end| {
        let name = rest[..end].trim_start_matches('#');
        (1..=10).contains(&end) && !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}
