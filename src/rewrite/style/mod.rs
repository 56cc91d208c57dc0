//! The styles that replace findings where they stand: every byte outside the findings stays as it is.
//!
//! A style is a [`Stand`]. [`replace`] looks, replaces, and looks again until nothing is left to replace, so that a
//! second rewrite of what comes out finds nothing to do either.

mod safe_harbor;
mod surrogate;
mod tags;

pub(super) use safe_harbor::SafeHarbor;
pub use surrogate::Secret;
pub(super) use surrogate::Surrogate;
pub(super) use tags::Tags;

use super::layout::{self, Layout, Slot};
use super::verify::{self, Cut};
use super::{Recheck, Rewrite, mention};
use crate::context::Context;
use crate::identifier::{Finding, Kind};
use crate::text::placeholder;
use std::ops::Range;

/// After so many looks the text is given with what remains.
const ROUNDS: usize = 8;

/// A value that is to be replaced.
#[derive(Debug, Clone)]
pub(super) struct Value<'t> {
    /// The text that it stands in, as far as it is rewritten.
    text: &'t str,
    bytes: Range<usize>,
    kind: Kind,
    /// Whose it is, as a number that all mentions share; none where that is not known.
    person: Option<usize>,
    /// The finding, as a place in the list of this look.
    finding: usize,
    /// The place that it stands in.
    slot: Slot,
}

impl<'t> Value<'t> {
    /// What it says.
    fn words(&self) -> &'t str {
        &self.text[self.bytes.clone()]
    }

    /// The text before it, at most so many bytes.
    fn before(&self, most: usize) -> &'t str {
        &self.text[layout::ceil(self.text, self.bytes.start.saturating_sub(most))..self.bytes.start]
    }

    /// The text behind it, at most so many bytes.
    fn after(&self, most: usize) -> &'t str {
        &self.text[self.bytes.end..layout::floor(self.text, self.bytes.end + most)]
    }
}

/// How a style makes what stands in for a value.
pub(super) trait Stand {
    /// Takes in the values of one look, in order of place, before any of them is replaced.
    fn meet(&mut self, _values: &[Value<'_>]) {}

    /// What stands in for one of them. The value itself means that it may stay; it is never empty.
    fn stand_in(&mut self, value: &Value<'_>) -> String;

    /// What stands in for all that a finding found, whatever it says; none where that depends on what it says.
    fn wanted(&self, _finding: &Finding) -> Option<String> {
        None
    }

    /// Whether what it puts looks like a value, so that finding it again says nothing.
    fn looks_real(&self) -> bool {
        false
    }
}

/// Rewrites a text in a style.
pub(super) fn replace(
    text: &str,
    findings: &[Finding],
    context: &Context,
    style: &mut dyn Stand,
    recheck: Recheck<'_>,
) -> Rewrite {
    let mut rewrite = Rewrite { text: text.to_owned(), ..Rewrite::default() };
    let mut cuts = cuts(&rewrite, findings, context, style, true);
    for round in 1.. {
        if cuts.is_empty() {
            break;
        }
        rewrite.changes = verify::composed(&rewrite, &cuts);
        rewrite.text = super::applied(text, &rewrite.changes);
        let (findings, context) = recheck(&rewrite.text);
        if round == ROUNDS {
            let left = values(&rewrite, &findings, &context, style.looks_real());
            rewrite.remains = left.into_iter().map(|value| findings[value.finding].clone()).collect();
            break;
        }
        cuts = self::cuts(&rewrite, &findings, &context, style, false);
    }
    rewrite
}

/// What one look replaces: whatever the style does not leave as it is.
fn cuts(rewrite: &Rewrite, findings: &[Finding], context: &Context, style: &mut dyn Stand, first: bool) -> Vec<Cut> {
    let values = values(rewrite, findings, context, style.looks_real());
    style.meet(&values);
    let cuts = values.iter().map(|value| Cut {
        bytes: value.bytes.clone(),
        words: style.wanted(&findings[value.finding]).unwrap_or_else(|| style.stand_in(value)),
        finding: first.then_some(value.finding),
    });
    cuts.filter(|cut| rewrite.text[cut.bytes.clone()] != cut.words).collect()
}

/// The values of one look, in order of place.
fn values<'t>(rewrite: &'t Rewrite, findings: &[Finding], context: &Context, looks_real: bool) -> Vec<Value<'t>> {
    let text = rewrite.text.as_str();
    let (people, _) = mention::link(text, findings, context);
    let mut layout = Layout::new(text);
    let mut parts = super::subjects(text, findings, context);
    if looks_real && !rewrite.changes.is_empty() {
        let own: Vec<Range<usize>> = verify::placed(&rewrite.changes).into_iter().map(|(place, _)| place).collect();
        let outside = |(index, part): (usize, Range<usize>)| {
            placeholder::without(text, &part, &own).into_iter().map(move |part| (index, part))
        };
        parts = parts.into_iter().flat_map(outside).collect();
    }
    parts.retain(|(index, part)| *part == findings[*index].bytes || !is_title(&text[part.clone()]));
    verify::disjoint(parts)
        .map(|(finding, bytes)| Value {
            text,
            slot: layout.spot(&bytes).slot,
            bytes,
            kind: findings[finding].kind,
            person: people.get(finding).copied().flatten(),
            finding,
        })
        .collect()
}

/// Whether what is left beside a replaced name is a title or a letter alone, and names nobody.
fn is_title(part: &str) -> bool {
    if part.chars().filter(|c| c.is_alphanumeric()).nth(1).is_none() {
        return true;
    }
    part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(mention::is_title)
}
