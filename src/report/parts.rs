//! The names of a file's parts as a report may show them.
//!
//! A member of an archive or an attachment is called by its name, and a name can identify somebody. Wherever values are
//! masked, what was found is masked in these names too.

use super::{Masked, printable_name};
use crate::checker::Check;
use crate::document::Document;
use aho_corasick::AhoCorasick;

/// Shows the names of a document's parts, without what a report must not show.
#[derive(Debug)]
pub struct Parts {
    hidden: Hidden,
}

/// What is masked in a name.
#[derive(Debug)]
enum Hidden {
    /// Nothing: values may be seen.
    Nothing,
    /// What was found in the text.
    Values(AhoCorasick),
    /// All of it, where more was found than can be looked for.
    Everything,
}

impl Parts {
    /// The parts of a document that was checked.
    pub fn new(document: &Document, check: &Check, show_values: bool) -> Parts {
        if show_values || document.is_plain() && document.unread().is_empty() && document.passed_over().is_empty() {
            return Parts { hidden: Hidden::Nothing };
        }
        let values = check.findings.iter().map(|finding| &document.text()[finding.bytes.clone()]);
        Parts::without(values.filter(|value| tells(value)))
    }

    /// Parts in whose names none of these is shown.
    fn without<'v>(values: impl Iterator<Item = &'v str>) -> Parts {
        let values: std::collections::BTreeSet<&str> = values.collect();
        Parts { hidden: AhoCorasick::new(values).map_or(Hidden::Everything, Hidden::Values) }
    }

    /// The name of a part.
    pub fn shown(&self, part: &str) -> String {
        let values = match &self.hidden {
            Hidden::Nothing => return printable_name(part).into_owned(),
            Hidden::Everything => return Masked::new(part).to_string(),
            Hidden::Values(values) => values,
        };
        let mut shown = String::new();
        let mut done = 0;
        let whole = |at: &std::ops::Range<usize>| {
            !part[..at.start].ends_with(char::is_alphanumeric) && !part[at.end..].starts_with(char::is_alphanumeric)
        };
        let mut found: Vec<_> = values.find_overlapping_iter(part).map(|found| found.range()).filter(whole).collect();
        found.sort_unstable_by_key(|at| (at.start, at.end));
        for at in found.into_iter().filter(|at| at.end > at.start) {
            let start = at.start.max(done);
            if start < at.end {
                shown.push_str(&part[done..start]);
                shown.push_str(&Masked::new(&part[start..at.end]).to_string());
                done = at.end;
            }
        }
        shown.push_str(&part[done..]);
        printable_name(&shown).into_owned()
    }
}

/// Whether a value would tell something in a name: the 3 of `page 3` would not.
fn tells(value: &str) -> bool {
    value.chars().nth(1).is_some() && (value.chars().any(char::is_alphabetic) || value.chars().count() > 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_masked_in_a_name_and_nothing_else_is() {
        for (name, values, shown) in [
            ("attachment Maj_Lund_lips.jpg", &["Maj_Lund_lips.jpg"][..], "attachment •••••••••••••••••"),
            ("Maj Lund/notes.txt, page 2", &["Maj Lund", "Lund"], "••• ••••/notes.txt, page 2"),
            ("Maj Lund/notes.txt", &["Maj", "Maj Lu"], "••• Lund/notes.txt"),
            ("Maja/notes.txt", &["Maj"], "Maja/notes.txt"),
            ("Zoë/1.txt", &["Zoë"], "•••/1.txt"),
            ("a\u{1b}b", &[], "a\u{fffd}b"),
        ] {
            assert_eq!(Parts::without(values.iter().copied()).shown(name), shown);
        }
        assert!(tells("JD") && tells("2026") && !tells("3") && !tells("12"));
    }
}
