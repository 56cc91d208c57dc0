//! Numbered tags: `[NAME_1]`, the same tag for the same person or value.

use super::person::People;
use crate::identifier::{Finding, Kind};
use std::collections::HashMap;

/// Gives out tags.
#[derive(Debug, Default)]
pub(super) struct Tags {
    given: HashMap<(Kind, String), usize>,
    count: HashMap<Kind, usize>,
}

impl Tags {
    /// The tag of a finding.
    pub(super) fn tag(&mut self, text: &str, findings: &[Finding], index: usize, people: &People) -> String {
        let finding = &findings[index];
        let value = &text[finding.bytes.clone()];
        let key = match people.person(index).filter(|_| matches!(finding.kind, Kind::Name | Kind::Provider)) {
            Some(person) => format!("#{person}"),
            None => value.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect(),
        };
        let count = self.count.entry(finding.kind).or_default();
        let number = *self.given.entry((finding.kind, key)).or_insert_with(|| {
            *count += 1;
            *count
        });
        format!("[{}_{number}]", finding.kind.code())
    }
}
