//! The learned tagger: a linear-chain conditional random field over tokens that tells names of people,
//! names of providers and places from everything else.
//!
//! [`tag`] runs it over a page. `sight` turns tokens into lexicon evidence, `features` into
//! hashed features, `chain` decodes, `weights` holds what was learned; `train` (behind the feature
//! `train`) learns it anew from labelled texts and from sentences that `generate` invents.

mod chain;
mod features;
mod grounds;
mod sight;
mod weights;

#[cfg(feature = "train")]
pub mod train;

pub use features::Theme;

use crate::text::Page;
use std::ops::Range;

/// What a token can be part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Label {
    /// A person who is not known to be a provider.
    Name,
    /// A clinician or staff member.
    Provider,
    /// A place below the state, or a named facility.
    Location,
}

/// A run of tokens that the tagger holds for a name or a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    /// What it is held for.
    pub label: Label,
    /// The tokens, as places in [`Page::tokens`].
    pub tokens: Range<usize>,
    /// How probable it is that they are a name or place at all, 0 to 1.
    pub confidence: f32,
}

impl Tag {
    /// Where it stands, in bytes of the view.
    pub fn range(&self, page: &Page<'_>) -> Range<usize> {
        let tokens = &page.tokens()[self.tokens.clone()];
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => first.range.start..last.range.end,
            _ => 0..0,
        }
    }
}

/// Every name and place of a page, in order of place, none overlapping another.
pub fn tag(page: &Page<'_>) -> Vec<Tag> {
    let sights = sight::look(page);
    let mut tags = Vec::new();
    for stretch in chain::stretches(page, &sights) {
        chain::decode(weights::shipped(), &sights, stretch, &mut tags);
    }
    tags
}

/// Every name and place of a page as [`tag`] gives it, with what spoke for it, the strongest first.
pub fn grounds(page: &Page<'_>) -> Vec<(Tag, Vec<Theme>)> {
    let sights = sight::look(page);
    tag(page).into_iter().map(|tag| (tag.clone(), grounds::of(weights::shipped(), &sights, &tag))).collect()
}
