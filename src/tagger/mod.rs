//! The learned tagger: a linear-chain conditional random field over tokens that tells names of people, names of
//! providers, places, dates about somebody and somebody's codes from everything else.
//!
//! [`tag`] runs it over a page. `sight` turns tokens into lexicon evidence, `features` into hashed features, `chain`
//! decodes, `weights` holds what was learned, `grounds` tells what speaks for a tag; `train` (behind the feature
//! `train`) learns it anew from labelled texts and from sentences that `generate` invents.

mod chain;
mod features;
mod grounds;
mod sight;
mod weights;

#[cfg(feature = "train")]
pub mod train;

pub use features::Theme;
pub(crate) use features::row;

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
    /// A date about somebody.
    Date,
    /// A number or code that is somebody's.
    Code,
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

/// Tokens that can be a date by the way they are written.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The tokens, as places in [`Page::tokens`].
    pub tokens: Range<usize>,
    /// How they are written: any small number that is the same for the same form.
    pub form: u8,
}

/// Every name, place, date and code of a page, in order of place, none overlapping another; `dates` are those that
/// can be dates, in order of place.
pub fn tag(page: &Page<'_>, dates: &[Candidate]) -> Vec<Tag> {
    tag_with(weights::shipped(), page, dates)
}

/// The same by other weights.
fn tag_with(weights: &weights::Weights<'_>, page: &Page<'_>, dates: &[Candidate]) -> Vec<Tag> {
    let sights = sight::look(page, dates);
    let mut tags = Vec::new();
    for stretch in chain::stretches(page, &sights) {
        chain::decode(weights, &sights, stretch, dates, &mut tags);
    }
    tags
}

/// Every name and place of a page as [`tag`] gives it, with what spoke for it, the strongest first.
pub fn grounds(page: &Page<'_>, dates: &[Candidate]) -> Vec<(Tag, Vec<Theme>)> {
    let sights = sight::look(page, dates);
    tag(page, dates).into_iter().map(|tag| (tag.clone(), grounds::of(weights::shipped(), &sights, &tag))).collect()
}
