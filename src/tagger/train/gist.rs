//! Learns what texts are about ([`crate::context`]'s `gist`) from whether they have identifiers of somebody.

use super::examples::Text;
use super::regress::{Case, regress};
use crate::context::gist::{ROWS, STEP, rows, share};
use crate::identifier::Kind;
use crate::text::Page;

/// The weights, a byte a row.
pub fn learn_gist<'t>(texts: impl IntoIterator<Item = &'t Text>, random: &mut fastrand::Rng) -> Vec<u8> {
    let cases: Vec<Case> = texts
        .into_iter()
        .map(|Text { text, spans, .. }| {
            let page = Page::new(text);
            let words = rows(&page, 0..page.tokens().len());
            let holds = spans.iter().any(|(_, kind, optional)| *kind != Kind::Provider && !optional);
            Case { facts: Vec::new(), words, holds, weight: 1.0 }
        })
        .collect();
    let weights = regress(&cases, ROWS, share, random);
    weights.iter().map(|weight| (weight / STEP).round().clamp(-127.0, 127.0) as i8 as u8).collect()
}
