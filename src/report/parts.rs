//! The names of a file's parts as a report may show them.
//!
//! A member of an archive or an attachment is called by its name, and a name can identify somebody. Wherever values are
//! masked, what was found is masked in these names too.

use super::{Masked, printable};
use crate::checker::Check;
use crate::document::Document;

/// Shows the names of a document's parts, without what a report must not show.
#[derive(Debug)]
pub struct Parts<'a> {
    /// What was found, the longest first; empty where values may be seen.
    values: Vec<Masked<'a>>,
}

impl<'a> Parts<'a> {
    /// The parts of a document that was checked.
    pub fn new(document: &'a Document, check: &Check, show_values: bool) -> Parts<'a> {
        if show_values || document.is_plain() && document.unread().is_empty() {
            return Parts { values: Vec::new() };
        }
        let mut values: Vec<&str> =
            check.findings.iter().map(|finding| &document.text()[finding.bytes.clone()]).filter(|v| tells(v)).collect();
        values.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
        values.dedup();
        Parts { values: values.into_iter().map(Masked::new).collect() }
    }

    /// The name of a part.
    pub fn shown(&self, part: &str) -> String {
        let mut shown = printable(part).into_owned();
        for value in &self.values {
            shown = masked(&shown, *value);
        }
        shown
    }
}

/// Whether a value would tell something in a name: the 3 of `page 3` would not.
fn tells(value: &str) -> bool {
    value.chars().nth(1).is_some() && (value.chars().any(char::is_alphabetic) || value.chars().count() > 3)
}

/// The name with a value masked wherever it stands as a whole.
fn masked(name: &str, value: Masked<'_>) -> String {
    let word = value.reveal();
    let mut shown = String::new();
    let mut done = 0;
    for (at, _) in name.match_indices(word) {
        let end = at + word.len();
        let inside = name[..at].ends_with(char::is_alphanumeric) || name[end..].starts_with(char::is_alphanumeric);
        if !inside {
            shown.push_str(&name[done..at]);
            shown.push_str(&value.to_string());
            done = end;
        }
    }
    shown + &name[done..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_masked_in_a_name_and_nothing_else_is() {
        for (name, value, shown) in [
            ("attachment Maj_Lund_lips.jpg", "Maj_Lund_lips.jpg", "attachment •••••••••••••••••"),
            ("Maj Lund/notes.txt, page 2", "Maj Lund", "••• ••••/notes.txt, page 2"),
            ("Maja/notes.txt", "Maj", "Maja/notes.txt"),
        ] {
            assert_eq!(masked(name, Masked::new(value)), shown);
        }
        assert!(tells("JD") && tells("2026") && !tells("3") && !tells("12"));
    }
}
