//! Copies of labelled texts in which people bear other, frequent names: what a text shows of a name is
//! learned, and not the few names that its writer chose.

use super::examples::{Labelled, Text};
use super::generate::Generator;
use crate::identifier::Kind;
use crate::lexicon::{self, Entry};
use fastrand::Rng;
use std::collections::HashMap;

impl Generator {
    /// A copy of a text with the words of its names drawn anew, each the same all through the text.
    pub fn renamed(&self, original: &Text, random: &mut Rng) -> Text {
        let Text { text, spans, .. } = original;
        let mut order: Vec<&Labelled> = spans.iter().collect();
        order.sort_by_key(|(range, _, _)| range.start);
        let mut drawn: HashMap<String, String> = HashMap::new();
        let mut copy = String::with_capacity(text.len());
        let mut labelled = Vec::with_capacity(spans.len());
        let mut from = 0;
        for (range, kind, optional) in order {
            if range.start < from {
                continue;
            }
            copy.push_str(&text[from..range.start]);
            let start = copy.len();
            let mut rest = &text[range.clone()];
            while let Some(first) = rest.chars().next() {
                let end = rest.find(|c: char| c.is_alphabetic() != first.is_alphabetic()).unwrap_or(rest.len());
                let (piece, behind) = rest.split_at(end);
                copy.push_str(&self.other(piece, *kind, &mut drawn, random));
                rest = behind;
            }
            labelled.push((start..copy.len(), *kind, *optional));
            from = range.end;
        }
        copy.push_str(&text[from..]);
        Text { text: copy, spans: labelled, ..original.clone() }
    }

    /// Another word for a word of a span, or the same where it is no common name.
    fn other(&self, word: &str, kind: Kind, drawn: &mut HashMap<String, String>, random: &mut Rng) -> String {
        let entry: Entry = lexicon::lookup(word);
        let known = |strength: u8| strength >= 3 && strength + 2 > entry.common();
        let other = match kind {
            _ if word.chars().count() < 3 => return word.to_owned(),
            Kind::Name | Kind::Provider if known(entry.given()) && entry.given() >= entry.surname() => {
                drawn.entry(word.to_lowercase()).or_insert_with(|| self.frequent_given(random))
            }
            Kind::Name | Kind::Provider if known(entry.surname()) => {
                drawn.entry(word.to_lowercase()).or_insert_with(|| self.frequent_surname(random))
            }
            _ => return word.to_owned(),
        };
        if word.chars().all(char::is_uppercase) {
            other.to_uppercase()
        } else if word.chars().all(char::is_lowercase) {
            other.to_lowercase()
        } else {
            other.clone()
        }
    }
}
