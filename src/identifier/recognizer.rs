//! What a recognizer is made of: documentation, patterns with validators, and an optional finder.

use super::field::{Field, fields};
use super::{Groups, Kind};
use crate::tagger::Tag;
use crate::text::Page;
use std::borrow::Cow;
use std::ops::Range;

/// The documentation of a kind, which `safepaste explain` prints.
#[derive(Debug)]
pub struct Doc {
    /// What people call it, such as "telephone number".
    pub title: &'static str,
    /// The paragraph served, such as "45 CFR 164.514(b)(2)(i)(D)".
    pub paragraph: &'static str,
    /// What counts, in a sentence or two of plain words.
    pub is: &'static str,
    /// What looks like it and is deliberately left alone.
    pub leaves_alone: &'static str,
    /// What to write instead.
    pub instead: &'static str,
}

/// What is known of a page before it is read for any kind.
#[derive(Debug)]
pub struct Known<'p> {
    /// What the tagger holds for names, places, dates and codes.
    pub tags: &'p [Tag],
    /// The labelled values of records.
    pub(super) fields: Vec<Field<'p>>,
}

impl<'p> Known<'p> {
    /// What is known of a page whose tags are these.
    pub fn of(page: &'p Page<'_>, tags: &'p [Tag]) -> Known<'p> {
        Known { tags, fields: fields(page) }
    }
}

/// Reads a page, of which that much is known, and appends what it finds.
pub type Find = fn(&Page<'_>, &Known<'_>, &mut Vec<Hit>);

/// One kind's way of being found.
#[derive(Debug)]
pub struct Recognizer {
    /// What it finds.
    pub kind: Kind,
    /// What `explain` says of it.
    pub doc: Doc,
    /// Patterns over the normalised view.
    pub patterns: &'static [Pattern],
    /// For what no pattern can say.
    pub find: Option<Find>,
    /// The rules that `find` gives its hits, each with its reason as in [`Pattern::why`].
    pub found: &'static [(&'static str, &'static str)],
}

/// A regular expression with its validator.
///
/// The expression runs over the normalised view. Its group `id`, where there is one, marks the identifier;
/// without it the whole match is the identifier. So that both forms of an `Expression` understand it alike, it
/// speaks of ASCII where it can (write `[0-9]`, `(?-u:\b)`), knows no flags but `i`, `u` and their denials, and
/// names a letter beyond ASCII in both cases.
#[derive(Debug)]
pub struct Pattern {
    /// A unique name, `kind/what`.
    pub rule: &'static str,
    /// What a match shows that speaks for the identifier: a sentence for somebody who asks why.
    pub why: &'static str,
    /// The expression, in the syntax of the `regex` crate.
    pub regex: &'static str,
    /// Where alone a match can stand, so that the expression is neither compiled nor run elsewhere.
    pub near: Near,
    /// How often a match that was accepted is right, 0 to 1.
    pub confidence: f32,
    /// Decides whether a match is the identifier: check digits, ranges, neighbours.
    pub accept: fn(&Match<'_>) -> bool,
}

/// What every match of a pattern has inside, which is found faster than the match.
#[derive(Debug, Clone, Copy)]
pub enum Near {
    /// A digit.
    Digits,
    /// At least so many digits, not far apart, and so many of them in a row.
    Number {
        /// All digits together.
        digits: usize,
        /// The longest row among them, at least.
        row: usize,
    },
    /// A digit with which the match begins, as the beginning of a word, and at least so many digits not far apart.
    BeginsNumber {
        /// All digits together.
        digits: usize,
    },
    /// At least so many of these pieces of text, written as in [`Near::Words`], not far apart.
    Several {
        /// The pieces.
        words: &'static [&'static str],
        /// How many of them.
        count: usize,
    },
    /// One of these words, written as in [`Near::Words`], with which the match begins; `*` behind one lets the word go
    /// on. The expression begins with `(?-u:\b)`, or with that or an underscore.
    Begins(&'static [&'static str]),
    /// One of these pieces of text, written in lower case; case does not matter for ASCII letters.
    Words(&'static [&'static str]),
}

/// A match of a pattern with the page around it.
#[derive(Debug)]
pub struct Match<'a> {
    /// The page it stands on.
    pub page: &'a Page<'a>,
    /// The groups of the match.
    pub groups: &'a Groups<'a>,
    /// The identifier, in bytes of the view.
    pub range: Range<usize>,
}

impl Near {
    /// Whether matches begin at the very places that it tells.
    pub(super) fn is_beginning(&self) -> bool {
        matches!(self, Near::Begins(_) | Near::BeginsNumber { .. })
    }
}

impl<'a> Match<'a> {
    /// The identifier as the view has it.
    pub fn text(&self) -> &'a str {
        &self.page.text()[self.range.clone()]
    }

    /// A named group's text, empty where it did not take part.
    pub fn group(&self, name: &str) -> &'a str {
        self.groups.named(name).map_or("", |range| &self.page.text()[range])
    }

    /// The digits of the identifier, in order.
    pub fn digits(&self) -> String {
        self.text().chars().filter(char::is_ascii_digit).collect()
    }

    /// Up to `bytes` bytes before the identifier, on the same line.
    pub fn before(&self, bytes: usize) -> &'a str {
        self.page.before(self.range.start, bytes)
    }

    /// Up to `bytes` bytes after the identifier, on the same line.
    pub fn after(&self, bytes: usize) -> &'a str {
        self.page.after(self.range.end, bytes)
    }

    /// The header cell above the identifier, where it stands in a table.
    pub fn column_header(&self) -> Option<&'a str> {
        self.page.column_header(self.range.start)
    }

    /// Whether one of `words` (lower case, whole words or phrases) stands within `bytes` bytes before
    /// the identifier on the same line.
    pub fn follows_any(&self, bytes: usize, words: &[&str]) -> bool {
        contains_any(self.before(bytes), words)
    }

    /// Whether one of `words` (lower case, whole words or phrases) stands within `bytes` bytes after
    /// the identifier on the same line.
    pub fn precedes_any(&self, bytes: usize, words: &[&str]) -> bool {
        contains_any(self.after(bytes), words)
    }
}

/// Whether `text` holds one of `words` as whole words, without regard to case.
pub(super) fn contains_any(text: &str, words: &[&str]) -> bool {
    let text = text.to_ascii_lowercase();
    // Most stand nowhere in it, which is told faster than where one does.
    words.iter().filter(|word| text.contains(**word)).any(|word| {
        text.match_indices(word).any(|(at, _)| {
            let left = text[..at].chars().next_back();
            let right = text[at + word.len()..].chars().next();
            !left.is_some_and(char::is_alphanumeric) && !right.is_some_and(char::is_alphanumeric)
        })
    })
}

/// A candidate identifier on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Where it is, in bytes of the view.
    pub range: Range<usize>,
    /// How often a hit like this is right, 0 to 1.
    pub confidence: f32,
    /// The rule that found it.
    pub rule: Cow<'static, str>,
}
