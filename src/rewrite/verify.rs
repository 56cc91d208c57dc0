//! The second look: what the check still finds in a rewritten text goes too, at last bluntly.

use super::{Change, Recheck, Rewrite};
use crate::context::Context;
use crate::identifier::{Finding, Kind};
use std::ops::Range;

/// So many looks put what fits the sentence; those after them a plain word.
const FITTING_ROUNDS: usize = 2;
/// After so many plain ones, what is found is only taken out, without a word in its place.
const BARE_ROUNDS: usize = 3;
/// After so many looks the text is given with what remains.
const ROUNDS: usize = 24;

/// What fits the sentence in place of the parts of findings, for a text: the text, its findings, the parts, the context.
pub(super) type Fitting<'a> = &'a dyn Fn(&str, &[Finding], &[(usize, Range<usize>)], &Context) -> Vec<Change>;

/// Takes out what the check still finds, until it finds nothing.
pub(super) fn settle(original: &str, mut rewrite: Rewrite, recheck: Recheck<'_>, fitting: Fitting<'_>) -> Rewrite {
    for round in 0.. {
        let (findings, context) = recheck(&rewrite.text);
        let subjects = super::subjects(&rewrite.text, &findings, &context);
        if subjects.is_empty() {
            break;
        }
        if round == ROUNDS {
            rewrite.remains = subjects.into_iter().map(|(index, _)| findings[index].clone()).collect();
            break;
        }
        let cuts: Vec<Cut> = if round < FITTING_ROUNDS {
            let fit = |change: Change| Cut { bytes: change.bytes, words: change.replacement, finding: None };
            fitting(&rewrite.text, &findings, &subjects, &context).into_iter().map(fit).collect()
        } else {
            let blunted = |(index, bytes): (usize, Range<usize>)| {
                let words = blunt(findings[index].kind, round - FITTING_ROUNDS).to_owned();
                Cut { bytes, words, finding: None }
            };
            disjoint(subjects).map(blunted).collect()
        };
        rewrite.changes = composed(&rewrite, &cuts);
        rewrite.text = super::applied(original, &rewrite.changes);
    }
    rewrite
}

/// A replacement in a text that is rewritten already.
#[derive(Debug)]
pub(super) struct Cut {
    /// What goes, in bytes of that text.
    pub(super) bytes: Range<usize>,
    /// What stands there instead.
    pub(super) words: String,
    /// The finding of the first look that it is made for.
    pub(super) finding: Option<usize>,
}

/// Parts in order of place, cut so that none reaches into the one before.
pub(super) fn disjoint(parts: Vec<(usize, Range<usize>)>) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut end = 0;
    parts.into_iter().filter_map(move |(index, part)| {
        let part = part.start.max(end)..part.end;
        end = end.max(part.end);
        (part.start < part.end).then_some((index, part))
    })
}

/// A plain word for a kind; by the round a plainer one, and at last none.
fn blunt(kind: Kind, round: usize) -> &'static str {
    match (kind, round) {
        (_, BARE_ROUNDS..) => "",
        (_, 1..) => "withheld",
        (Kind::Name, _) => "someone",
        (Kind::Provider, _) => "the provider",
        (Kind::Location, _) => "a place",
        (Kind::Date, _) => "some day",
        (Kind::Age, _) => "90 or older",
        (Kind::Photo, _) => "a picture",
        _ => "withheld",
    }
}

/// The changes that lead from the original to the rewritten text with the cuts made.
///
/// Changes and cuts that overlap in the rewritten text become one change.
pub(super) fn composed(rewrite: &Rewrite, cuts: &[Cut]) -> Vec<Change> {
    let mut changes = Vec::with_capacity(rewrite.changes.len() + cuts.len());
    let mut old = placed(&rewrite.changes).into_iter().peekable();
    let mut cuts = cuts.iter().peekable();
    // Where the last old change ended, in the original and in the rewritten text.
    let (mut original_end, mut rewritten_end) = (0, 0);
    loop {
        let start = match (old.peek(), cuts.peek()) {
            (Some((place, _)), Some(cut)) => place.start.min(cut.bytes.start),
            (Some((place, _)), None) => place.start,
            (None, Some(cut)) => cut.bytes.start,
            (None, None) => return changes,
        };
        let original_start = original_end + (start - rewritten_end);
        let mut end = start;
        let mut done = start;
        let mut replacement = String::new();
        let mut finding = None;
        loop {
            let joins = |place: &Range<usize>| place.start < end || (end == start && place.start == start);
            if let Some((place, change)) = old.next_if(|(place, _)| joins(place)) {
                finding = finding.or(change.finding);
                (original_end, rewritten_end) = (change.bytes.end, place.end);
                end = end.max(place.end);
                if place.is_empty() && place.start == start {
                    break;
                }
            } else if let Some(cut) = cuts.next_if(|cut| joins(&cut.bytes)) {
                finding = finding.or(cut.finding);
                replacement.push_str(&rewrite.text[done..cut.bytes.start]);
                replacement.push_str(&cut.words);
                done = cut.bytes.end;
                end = end.max(done);
            } else {
                break;
            }
        }
        replacement.push_str(&rewrite.text[done..end]);
        changes.push(Change { finding, bytes: original_start..original_end + (end - rewritten_end), replacement });
    }
}

/// Where each change stands in the rewritten text.
pub(super) fn placed(changes: &[Change]) -> Vec<(Range<usize>, &Change)> {
    let (mut original_end, mut rewritten_end) = (0, 0);
    let mut places = Vec::with_capacity(changes.len());
    for change in changes {
        let start = rewritten_end + (change.bytes.start - original_end);
        let end = start + change.replacement.len();
        places.push((start..end, change));
        (original_end, rewritten_end) = (change.bytes.end, end);
    }
    places
}
