//! The second look: what the check still finds in a rewritten text is taken out bluntly.

use super::tag::Tags;
use super::{Change, Recheck, Rewrite, keeps_providers};
use crate::identifier::Kind;
use std::ops::Range;

/// After so many looks, what is found is only taken out, without a word in its place.
const WORDY_ROUNDS: usize = 3;
/// After so many looks the text is given as it is.
const ROUNDS: usize = 8;

/// Takes out what the check still finds, until it finds nothing.
pub(super) fn settle(original: &str, mut rewrite: Rewrite, recheck: Recheck<'_>) -> Rewrite {
    for round in 0..ROUNDS {
        let (mut findings, context) = recheck(&rewrite.text);
        let keeps = keeps_providers(&context);
        findings.retain(|finding| !(keeps && finding.kind == Kind::Provider));
        findings.sort_by_key(|finding| finding.bytes.start);
        let mut cuts: Vec<(Range<usize>, &'static str)> = Vec::with_capacity(findings.len());
        for finding in &findings {
            let start = cuts.last().map_or(0, |(last, _)| last.end).max(finding.bytes.start);
            if start < finding.bytes.end && rewrite.text.get(start..finding.bytes.end).is_some() {
                cuts.push((start..finding.bytes.end, blunt(finding.kind, round)));
            }
        }
        if cuts.is_empty() {
            break;
        }
        let changes = composed(&rewrite, &cuts);
        let text = super::applied(original, &changes);
        rewrite = Rewrite { text, changes };
    }
    rewrite
}

/// Gives a tag to what the check still finds outside the tags, until it finds nothing there.
///
/// A finding that reaches into tags takes them in: one tag for the whole stretch of the original, so that it comes back.
pub(super) fn settle_tags(original: &str, mut rewrite: Rewrite, tags: &mut Tags, recheck: Recheck<'_>) -> Rewrite {
    for _ in 0..ROUNDS {
        let (mut findings, context) = recheck(&rewrite.text);
        let keeps = keeps_providers(&context);
        findings.retain(|finding| !(keeps && finding.kind == Kind::Provider));
        findings.sort_by_key(|finding| finding.bytes.start);
        let places: Vec<Range<usize>> = placed(&rewrite.changes).into_iter().map(|(place, _)| place).collect();
        let mut cuts: Vec<(Range<usize>, Kind)> = Vec::new();
        for finding in findings {
            let found = finding.bytes;
            let touched = || places.iter().filter(|place| place.start < found.end && found.start < place.end);
            let inside = touched().any(|place| place.start <= found.start && found.end <= place.end);
            if inside || found.is_empty() || rewrite.text.get(found.clone()).is_none() {
                continue;
            }
            let start = touched().map(|place| place.start).fold(found.start, usize::min);
            let end = touched().map(|place| place.end).fold(found.end, usize::max);
            match cuts.last_mut() {
                Some((last, _)) if start < last.end => last.end = last.end.max(end),
                _ => cuts.push((start..end, finding.kind)),
            }
        }
        if cuts.is_empty() {
            break;
        }
        let words: Vec<String> = cuts.iter().map(|(_, kind)| tags.next(*kind).to_string()).collect();
        let cuts: Vec<(Range<usize>, &str)> =
            cuts.into_iter().zip(&words).map(|((cut, _), word)| (cut, word.as_str())).collect();
        let changes = composed(&rewrite, &cuts);
        let text = super::applied(original, &changes);
        rewrite = Rewrite { text, changes };
    }
    rewrite
}

/// A plain word for a kind; by the round a plainer one, and at last none.
fn blunt(kind: Kind, round: usize) -> &'static str {
    match (kind, round) {
        (_, WORDY_ROUNDS..) => "",
        (_, 1..) => "withheld",
        (Kind::Name, _) => "someone",
        (Kind::Provider, _) => "the provider",
        (Kind::Location, _) => "a place",
        (Kind::Date, _) => "some time",
        (Kind::Age, _) => "90 or older",
        (Kind::Photo, _) => "a picture",
        _ => "withheld",
    }
}

/// The changes that lead from the original to the rewritten text with the cuts made.
///
/// Changes and cuts that overlap in the rewritten text become one change.
fn composed(rewrite: &Rewrite, cuts: &[(Range<usize>, &str)]) -> Vec<Change> {
    let mut changes = Vec::with_capacity(rewrite.changes.len() + cuts.len());
    let mut old = placed(&rewrite.changes).into_iter().peekable();
    let mut cuts = cuts.iter().peekable();
    // Where the last old change ended, in the original and in the rewritten text.
    let (mut original_end, mut rewritten_end) = (0, 0);
    loop {
        let start = match (old.peek(), cuts.peek()) {
            (Some((place, _)), Some((cut, _))) => place.start.min(cut.start),
            (Some((place, _)), None) => place.start,
            (None, Some((cut, _))) => cut.start,
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
            } else if let Some((cut, word)) = cuts.next_if(|(cut, _)| joins(cut)) {
                replacement.push_str(&rewrite.text[done..cut.start]);
                replacement.push_str(word);
                done = cut.end;
                end = end.max(cut.end);
            } else {
                break;
            }
        }
        replacement.push_str(&rewrite.text[done..end]);
        changes.push(Change { finding, bytes: original_start..original_end + (end - rewritten_end), replacement });
    }
}

/// Where each change stands in the rewritten text.
fn placed(changes: &[Change]) -> Vec<(Range<usize>, &Change)> {
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
