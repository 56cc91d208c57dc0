//! The way back: the values in place of their tags, in a chatbot's reply to a rewrite.
//!
//! [`Originals`] knows the values of one rewrite. `spot` finds the tags, `marks` tells which brackets are theirs.

mod marks;
pub(super) mod spot;
#[cfg(test)]
mod tests;

use super::{Rewrite, Tag};
use marks::Marks;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use zeroize::Zeroizing;

/// What the tags of one rewrite stand for. Its values are wiped from memory when it is dropped, and never printed.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Originals(BTreeMap<Tag, Vec<Form>>);

/// A value as it stood at one place.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Form {
    text: Zeroizing<String>,
    #[serde(flatten)]
    marks: Marks,
    /// Whether it was a tag in the draft already, which has what stood inside its marks: `*NAME_1's*`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    earlier: bool,
}

impl fmt::Debug for Originals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

/// A rewrite that cannot be turned back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this draft cannot be put back together from its rewrite")]
pub struct Irreversible;

/// A text with its values back in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The text.
    pub text: Zeroizing<String>,
    /// How many tags were replaced.
    pub count: usize,
    /// Tags that stand for nothing known; they are left in the text.
    pub unknown: Vec<Tag>,
}

/// The tags of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tagged {
    /// What can be nothing but a tag.
    pub sure: Vec<Tag>,
    /// What is a tag only where it stands for something.
    pub likely: Vec<Tag>,
}

/// The tags that a text has, each once.
pub fn tags(text: &str) -> Tagged {
    let mut tagged = Tagged::default();
    for spot in spot::all(text) {
        let list = if spot.sure { &mut tagged.sure } else { &mut tagged.likely };
        if !list.contains(&spot.tag) {
            list.push(spot.tag);
        }
    }
    tagged
}

impl Originals {
    /// What the tags of a rewrite stand for; tags that the draft had itself stand for themselves.
    ///
    /// # Errors
    /// When the rewrite is not one in tags, or its draft does not come back from it letter by letter.
    pub fn new(draft: &str, rewrite: &Rewrite) -> Result<Originals, Irreversible> {
        let mut of_place = HashMap::with_capacity(rewrite.changes.len());
        let (mut draft_end, mut rewritten_end) = (0, 0);
        for change in &rewrite.changes {
            let start = rewritten_end + (change.bytes.start - draft_end);
            (draft_end, rewritten_end) = (change.bytes.end, start + change.replacement.len());
            of_place.insert(start..rewritten_end, &draft[change.bytes.clone()]);
        }
        let mut originals = Originals::default();
        for spot in spot::all(&rewrite.text) {
            let bytes = spot.bytes(Marks::default());
            let value = of_place.get(&bytes).copied();
            let form = Form {
                text: value.unwrap_or(&rewrite.text[bytes.clone()]).to_owned().into(),
                marks: marks::standing(&rewrite.text, &bytes),
                earlier: value.is_none(),
            };
            originals.0.entry(spot.tag).or_default().push(form);
        }
        if *originals.restore(&rewrite.text).text == draft { Ok(originals) } else { Err(Irreversible) }
    }

    /// The tags, in order.
    pub fn tags(&self) -> impl Iterator<Item = Tag> + '_ {
        self.0.keys().copied()
    }

    /// Whether a tag was in the draft already, so that it stands for itself: an earlier rewrite may know it.
    pub fn is_earlier(&self, tag: Tag) -> bool {
        self.0.get(&tag).is_some_and(|forms| {
            forms.iter().all(|form| matches!(spot::all(&form.text).as_slice(), [spot] if spot.tag == tag))
        })
    }

    /// Puts the values back into a text.
    ///
    /// A person's name comes back as it stood at each place, where the text has the tag as often as the rewrite had;
    /// otherwise in its longest form.
    pub fn restore(&self, text: &str) -> Restored {
        let spots = spot::all(text);
        let mut counts: HashMap<Tag, usize> = HashMap::new();
        for spot in &spots {
            *counts.entry(spot.tag).or_default() += 1;
        }
        let mut restored =
            Restored { text: Zeroizing::new(String::with_capacity(text.len() * 2)), count: 0, unknown: Vec::new() };
        let mut seen: HashMap<Tag, usize> = HashMap::new();
        let mut at = 0;
        for spot in &spots {
            let place = seen.entry(spot.tag).or_default();
            let Some(form) = self.form(spot.tag, *place, counts[&spot.tag]) else {
                if spot.sure && !restored.unknown.contains(&spot.tag) {
                    restored.unknown.push(spot.tag);
                }
                continue;
            };
            *place += 1;
            let bytes = spot.bytes(form.marks);
            restored.text.push_str(&text[at..bytes.start.max(at)]);
            restored.text.push_str(&form.text);
            // Marks that stay keep the ending behind the value; marks that go leave it to be written here.
            if bytes.end > spot.words.end && !form.earlier {
                restored.text.push_str(text.get(spot.ending.clone()).unwrap_or_default());
            }
            restored.count += 1;
            at = bytes.end;
        }
        restored.text.push_str(&text[at..]);
        restored
    }

    /// The form of a tag's value at its `place`th of `count` places.
    fn form(&self, tag: Tag, place: usize, count: usize) -> Option<&Form> {
        let forms = self.0.get(&tag)?;
        match forms.get(place) {
            Some(form) if forms.len() == count => Some(form),
            _ => forms.iter().rev().max_by_key(|form| form.text.chars().count()),
        }
    }
}
