//! The evidence of a finding in plain words: what its rule saw, and for names and places what the tagger went by.
//!
//! It is made only for somebody who asks (`--why`, `explain` with a text). It quotes nothing but words of common
//! speech beside the finding, never a value.

use super::{Finding, Kind, REGISTRY};
use crate::lexicon::{self, Class, Entry};
use crate::tagger::{self, Tag, Theme};
use crate::text::{Page, Shape, Token};
use std::ops::Range;

/// What the rules say that belong to no kind.
const OTHERS: &[(&str, &str)] = &[
    ("people/again", "The same person is named in full elsewhere in the text."),
    ("people/initials", "The initials of somebody who is named in full elsewhere in the text."),
];

/// What speaks for each finding of a text, a sentence or two each, in the order of the findings.
pub fn evidence(original: &str, findings: &[Finding]) -> Vec<String> {
    let page = Page::new(original);
    let grounds: Vec<(Range<usize>, Tag, Vec<Theme>)> = tagger::grounds(&page, &super::date_candidates(&page))
        .into_iter()
        .map(|(tag, themes)| (page.original_range(&tag.range(&page)), tag, themes))
        .collect();
    findings
        .iter()
        .map(|finding| {
            let saw = reason_of_rule(&finding.rule).unwrap_or("A pattern of the practice's own policy matches it.");
            // Of every date, however it is read, the tagger says whether it is about somebody.
            let tagged = finding.kind == Kind::Date || finding.rule.ends_with("tagged");
            let ground = grounds
                .iter()
                .find(|(bytes, _, _)| tagged && bytes.start < finding.bytes.end && finding.bytes.start < bytes.end);
            match ground {
                Some((_, tag, themes)) if !themes.is_empty() => {
                    let facts: Vec<String> = themes.iter().map(|theme| fact(&page, tag, *theme)).collect();
                    format!("{saw} In its favor: {}.", facts.join("; "))
                }
                _ => saw.to_owned(),
            }
        })
        .collect()
}

/// What a rule of the registry saw.
pub fn reason_of_rule(rule: &str) -> Option<&'static str> {
    let patterns = REGISTRY.iter().flat_map(|recognizer| recognizer.patterns).map(|p| (p.rule, p.why));
    let found = REGISTRY.iter().flat_map(|recognizer| recognizer.found).chain(OTHERS).copied();
    patterns.chain(found).find(|(known, _)| *known == rule).map(|(_, why)| why)
}

/// One theme in words.
fn fact(page: &Page<'_>, tag: &Tag, theme: Theme) -> String {
    let tokens = page.tokens();
    match theme {
        Theme::Before => {
            let from = tag.tokens.start.saturating_sub(2);
            quoted(page, &tokens[from..tag.tokens.start], "the words before it", "that it begins its line or text")
        }
        Theme::Behind => {
            let to = (tag.tokens.end + 2).min(tokens.len());
            quoted(page, &tokens[tag.tokens.end..to], "the words behind it", "that it ends its line or text")
        }
        Theme::Lists => lists(page, &tokens[tag.tokens.clone()]),
        Theme::Shape => "its capitals, its length and its place on the line".to_owned(),
        Theme::Field => "the label or the column's header that it stands under".to_owned(),
        Theme::Page => "what its line and the whole text are about".to_owned(),
        Theme::Word => "the word itself, or how it begins and ends".to_owned(),
    }
}

/// Neighbours, quoted where each is a word of common speech, so that no other value is shown.
fn quoted(page: &Page<'_>, neighbours: &[Token], what: &str, at_the_edge: &str) -> String {
    let words: Vec<&str> =
        neighbours.iter().filter(|token| token.is_word()).map(|token| page.token_text(token)).collect();
    let common = |word: &&str| {
        let entry = lexicon::lookup(word);
        let term = [Class::Title, Class::Role, Class::Relative, Class::Greeting].iter().any(|class| entry.is(*class));
        term || entry.common() >= 4 && word.chars().all(char::is_lowercase)
    };
    match words.is_empty() {
        true if neighbours.is_empty() => at_the_edge.to_owned(),
        false if words.iter().all(common) => format!("{what} (“{}”)", words.join(" ")),
        _ => what.to_owned(),
    }
}

/// Which lists have the words.
fn lists(page: &Page<'_>, tokens: &[Token]) -> String {
    let entries: Vec<Entry> = tokens
        .iter()
        .filter(|token| token.is_word() && token.shape != Shape::Initial)
        .map(|token| lexicon::lookup(page.token_text(token)))
        .collect();
    let known: Vec<&str> = [
        ("given names", entries.iter().any(|entry| entry.given() > 0)),
        ("surnames", entries.iter().any(|entry| entry.surname() > 0)),
        ("US towns", entries.iter().any(|entry| entry.city() > 0)),
        ("words for facilities", entries.iter().any(|entry| entry.is(Class::Facility))),
    ]
    .into_iter()
    .filter_map(|(list, has)| has.then_some(list))
    .collect();
    match known.as_slice() {
        [] => "that it is in no list of common words".to_owned(),
        [only] => format!("the list of {only}"),
        [first @ .., last] => format!("the lists of {} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::{Hit, Scanner};

    /// The evidence of a text's only finding.
    fn of(text: &str) -> String {
        let page = Page::new(text);
        let findings: Vec<Finding> = Scanner::default()
            .scan(&page)
            .into_iter()
            .map(|Hit { kind, range, confidence, rule }| Finding {
                kind,
                chars: range.clone(),
                bytes: range,
                confidence,
                rule: rule.into_owned(),
                person: None,
            })
            .collect();
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
        evidence(text, &findings).remove(0)
    }

    #[test]
    fn evidence_tells_what_was_seen_and_quotes_no_value() {
        assert!(of("call her on 479-555-0142").contains("telephone number"));
        let name = of("Please rebook my patient Okonjo for a peel.");
        assert!(name.contains("“my patient”"), "{name}");
        assert!(!name.contains("Okonjo"), "{name}");
    }

    #[test]
    fn a_neighbour_that_may_be_a_value_is_not_quoted() {
        let page = Page::new("Ahmadzai Okonjo");
        let neighbours = &page.tokens()[..1];
        assert_eq!(quoted(&page, neighbours, "the words before it", ""), "the words before it");
    }
}
