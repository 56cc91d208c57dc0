//! Initials of somebody who is named in full elsewhere in the text: "S.J." and "SJ" beside "Sarah Johnson".

use super::people::is_title;
use crate::identifier::{Hit, Kind};
use crate::lexicon::{self, Class};
use crate::text::{Page, Shape, Token};
use std::collections::HashMap;
use std::ops::Range;

/// How often initials with points, and without, are that person's.
const WITH_POINTS: f32 = 0.9;
const BARE: f32 = 0.8;

/// Adds a hit for every place where the initials of one person stand, and of no other.
pub(super) fn propagate(page: &Page<'_>, least: f32, hits: &mut Vec<Hit>) {
    let mut bearers: HashMap<(char, char), Option<(String, Kind)>> = HashMap::new();
    for hit in hits.iter().filter(|hit| matches!(hit.kind, Kind::Name | Kind::Provider) && hit.confidence >= 0.5) {
        let Some((name, letters)) = full_name(page, &hit.range) else { continue };
        let bearer = bearers.entry(letters).or_insert_with(|| Some((name.clone(), hit.kind)));
        // Two people with the same initials: they tell of neither.
        if bearer.as_ref().is_some_and(|(known, _)| *known != name) {
            *bearer = None;
        }
    }
    if bearers.values().all(Option::is_none) {
        return;
    }
    let mut found = Vec::new();
    let mut covered = hits.iter().map(|hit| hit.range.clone()).peekable();
    for at in 0..page.tokens().len() {
        let start = page.tokens()[at].range.start;
        while covered.next_if(|range| range.end <= start).is_some() {}
        let Some((letters, range, confidence)) = initials_at(page, at) else { continue };
        let free = covered.peek().is_none_or(|range_of_hit| range_of_hit.start >= range.end);
        if let Some(Some((_, kind))) = bearers.get(&letters).filter(|_| free && confidence >= least) {
            found.push(Hit { kind: *kind, range, confidence, rule: "people/initials".into() });
        }
    }
    if !found.is_empty() {
        hits.append(&mut found);
        hits.sort_by_key(|hit| hit.range.start);
    }
}

/// A name of two words or more with its first and last initial; "Johnson, Sarah" is Sarah Johnson.
fn full_name(page: &Page<'_>, range: &Range<usize>) -> Option<(String, (char, char))> {
    let tokens = &page.tokens()[page.tokens_in(range)];
    let mut words: Vec<String> = tokens
        .iter()
        .filter(|token| token.shape != Shape::Mark && !is_title(page.token_text(token)))
        .map(|token| page.token_text(token).to_lowercase())
        .collect();
    if tokens.iter().any(|token| page.token_text(token) == ",") {
        words.rotate_left(1);
    }
    let (first, last) = (words.first()?, words.last()?);
    let whole = words.len() > 1 && [first, last].iter().all(|word| word.chars().count() > 1);
    whole
        .then(|| (format!("{first} {last}"), (first.chars().next(), last.chars().next())))
        .and_then(|(name, letters)| Some((name, (letters.0?, letters.1?))))
}

/// The initials that begin at a token: "S.J.", "S. J." or "SJ".
fn initials_at(page: &Page<'_>, at: usize) -> Option<((char, char), Range<usize>, f32)> {
    let token = |step: usize| page.tokens().get(at + step);
    let first = token(0)?;
    let text = page.token_text(first);
    let lower = |text: &str| text.chars().next().map(|letter| letter.to_lowercase().next().unwrap_or(letter));
    if first.shape == Shape::Upper && text.chars().count() == 2 && !means_more(text) && stands_alone(page, first, first)
    {
        return Some(((lower(text)?, lower(&text[text.char_indices().nth(1)?.0..])?), first.range.clone(), BARE));
    }
    let (point, second, last) = (token(1)?, token(2)?, token(3)?);
    let pointed = [point, last].iter().all(|token| page.token_text(token) == ".");
    let letters = [first, second].iter().all(|token| token.shape == Shape::Initial);
    let near = point.range.start == first.range.end
        && last.range.start == second.range.end
        && second.range.start - point.range.end < 2;
    if !pointed || !letters || !near || !stands_alone(page, first, last) {
        return None;
    }
    let both = format!("{text}{}", page.token_text(second));
    if page.before(first.range.start, 2) == ", " && lexicon::lookup(&both).is(Class::Credential) {
        return None;
    }
    Some(((lower(text)?, lower(page.token_text(second))?), first.range.start..last.range.end, WITH_POINTS))
}

/// Whether two capitals are an abbreviation, a state or a word.
fn means_more(letters: &str) -> bool {
    let entry = lexicon::lookup(letters);
    entry.classes() != 0 || entry.common() > 0
}

/// Whether no other letter, digit or joining mark touches a run of tokens, and no third initial follows.
fn stands_alone(page: &Page<'_>, first: &Token, last: &Token) -> bool {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '_' | '@' | '&' | '.' | '+');
    let before = page.before(first.range.start, 4);
    let after = page.after(last.range.end, 4);
    let more = after.trim_start().chars().nth(1) == Some('.');
    let mut behind = after.chars();
    let goes_on = match behind.next() {
        Some('.' | '-') => behind.next().is_some_and(char::is_alphanumeric),
        c => c.is_some_and(joins),
    };
    !before.ends_with(joins) && !goes_on && !more
}

#[cfg(test)]
mod tests {
    use super::super::testing::page_hits;
    use super::*;

    #[test]
    fn initials_of_one_person_are_theirs() {
        let cases: &[(&str, &[&str])] = &[
            ("{NAME:Sarah Johnson} came. S.J. wants more; SJ called", &["Sarah Johnson", "S.J.", "SJ"]),
            ("{NAME:Johnson, Sarah} came. S. J. wants more", &["Johnson, Sarah", "S. J."]),
            ("{NAME:Sarah Johnson} and {NAME:Stan Jones}: S.J. wants more", &["Sarah Johnson", "Stan Jones"]),
            ("{NAME:Paul Trent} came to PT. His BP was fine.", &["Paul Trent"]),
            ("{NAME:Dana Ortiz} saw Lee, D.O. for it", &["Dana Ortiz"]),
            ("{NAME:Sarah} came. S.J. wants more", &["Sarah"]),
            ("{NAME:Sarah Johnson} has SJ-4471 and S.J.M.", &["Sarah Johnson"]),
        ];
        for (marked, expected) in cases {
            let (text, mut hits) = page_hits(marked);
            propagate(&Page::new(&text), 0.0, &mut hits);
            let found: Vec<&str> = hits.iter().map(|hit| &text[hit.range.clone()]).collect();
            assert_eq!(found, *expected, "{marked}");
        }
    }
}
