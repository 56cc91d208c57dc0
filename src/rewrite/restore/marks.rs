//! The marks around a tag: which are the tag's own, and which stood around the value.
//!
//! A chatbot that writes `(NAME_1)` for `[NAME_1]` has changed the brackets; one that writes it for `([NAME_1])` has
//! dropped them. So it is remembered of every value what stood around it.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A pair of marks around a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layer {
    /// The opening mark.
    pub sign: char,
    /// From the opening to the closing mark, with both.
    pub bytes: Range<usize>,
}

/// What stood directly around a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Marks {
    /// The opening mark of a pair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pair: Option<char>,
    /// How many such pairs.
    #[serde(default)]
    pub pairs: usize,
    /// How many square brackets stood before it.
    #[serde(default)]
    pub open: usize,
    /// How many square brackets stood behind it.
    #[serde(default)]
    pub close: usize,
}

/// The pairs, and how many of one kind make up what a chatbot writes in place of square brackets.
const PAIRS: [(char, char, usize); 7] =
    [('[', ']', 1), ('(', ')', 1), ('{', '}', 2), ('<', '>', 2), ('*', '*', 3), ('_', '_', 3), ('`', '`', 3)];
/// No more pairs than this are looked at.
const DEEPEST: usize = 8;

/// The pairs around a part of a text, from the inside.
pub(super) fn around(text: &str, inner: &Range<usize>) -> Vec<Layer> {
    let mut layers: Vec<Layer> = Vec::new();
    let mut bytes = inner.clone();
    while layers.len() < DEEPEST {
        let Some(layer) = next(text, &bytes) else { break };
        bytes = layer.bytes.clone();
        layers.push(layer);
    }
    layers
}

/// The pair directly around a part of a text; `\[` and `\]` are one too.
fn next(text: &str, inner: &Range<usize>) -> Option<Layer> {
    let (mut before, mut behind) = (&text[..inner.start], &text[inner.end..]);
    // A bracket may be written with space inside it, or with a line's end.
    if behind.trim_start_matches(BLANK).starts_with(['\\', ']', '}', '>'])
        && before.trim_end_matches(BLANK).ends_with(['[', '{', '<'])
    {
        (before, behind) = (before.trim_end_matches(BLANK), behind.trim_start_matches(BLANK));
    }
    let unescaped = behind.trim_start_matches('\\');
    let escaped = unescaped.len() < behind.len();
    let sign = before.chars().next_back()?;
    let (_, close, _) = PAIRS.into_iter().find(|(open, close, _)| *open == sign && unescaped.starts_with(*close))?;
    before = &before[..before.len() - sign.len_utf8()];
    if escaped {
        before = before.trim_end_matches('\\');
    }
    Some(Layer { sign, bytes: before.len()..text.len() - unescaped.len() + close.len_utf8() })
}

/// What may stand inside a bracket beside its words.
const BLANK: [char; 3] = [' ', '\t', '\n'];

/// The outermost pair that belongs to the tag; none where all of them stood around the value.
pub(super) fn own(layers: &[Layer], kept: Marks) -> Option<&Layer> {
    // Square brackets are the tag's, with whatever emphasis was put inside them.
    let emphasis = layers.iter().take_while(|layer| matches!(layer.sign, '*' | '_' | '`')).count();
    let first = if layers.get(emphasis).is_some_and(|layer| layer.sign == '[') { emphasis } else { 0 };
    let sign = layers.get(first)?.sign;
    let same = layers[first..].iter().take_while(|layer| layer.sign == sign).count();
    let stood = if kept.pair == Some(sign) { kept.pairs } else { 0 };
    let most = PAIRS.into_iter().find(|(open, ..)| *open == sign).map_or(1, |(.., most)| most);
    let own = same.saturating_sub(stood).min(most);
    layers[..first + own].last()
}

/// What stands directly around a part of a text.
pub(super) fn standing(text: &str, inner: &Range<usize>) -> Marks {
    let layers = around(text, inner);
    let pair = layers.first().map(|layer| layer.sign);
    Marks {
        pair,
        pairs: layers.iter().take_while(|layer| Some(layer.sign) == pair).count(),
        open: opening(&text[..inner.start]),
        close: closing(&text[inner.end..]),
    }
}

/// How many square brackets open at the end of a text.
pub(super) fn opening(before: &str) -> usize {
    before.len() - before.trim_end_matches('[').len()
}

/// How many square brackets close at the start of a text.
pub(super) fn closing(behind: &str) -> usize {
    behind.len() - behind.trim_start_matches(']').len()
}
