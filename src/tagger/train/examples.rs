//! Labelled texts as the learner takes them: sights and, for each token, the states it may be in.

use super::super::chain::{OUTSIDE, states};
use super::super::sight::{Sight, look};
use super::super::weights::STATES;
use super::super::{Label, chain};
use crate::identifier::{Kind, date_candidates};
use crate::policy::DestinationKind;
use crate::text::{Page, Shape};
use crate::verdict::{Bucket, ReasonCode};
use anyhow::{Context as _, Result};
use serde::Deserialize;
use std::io::BufRead;
use std::ops::Range;
use std::path::Path;

/// Which hand labelled a text, for hands differ in what they label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The project's own labels: providers are told apart.
    Own,
    /// Public corpora of people and places: a name may be a provider's, and no date or code is labelled.
    Public,
    /// Invented texts: no date or code is labelled.
    Invented,
}

/// A labelled text, one line of a corpus.
#[derive(Debug, Deserialize)]
struct Record {
    text: String,
    spans: Vec<Span>,
    bucket: Option<Bucket>,
    #[serde(default)]
    reasons: Vec<ReasonCode>,
    act: Option<Act>,
    #[serde(default)]
    kind: Option<String>,
    to: Option<DestinationKind>,
    #[serde(default)]
    places: Vec<ReasonCode>,
    turn: Option<usize>,
}

/// What a text asks a tool to do, where its label says that and graver reasons hide it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Work on one person's record.
    Record,
    /// What no tool may do alone.
    Alone,
    /// Neither.
    None,
}

#[derive(Debug, Deserialize)]
struct Span {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: Kind,
    #[serde(default)]
    optional: bool,
}

/// A stretch of tokens to learn from.
pub struct Example {
    pub(super) sights: Vec<Sight>,
    /// For each token, a bit for each state that is right.
    pub(super) allowed: Vec<u16>,
}

/// Any state will do.
const ANY: u16 = (1 << STATES) - 1;

/// Reads a corpus in JSON Lines.
///
/// # Errors
/// When the file cannot be read or a line is no labelled text; the message names file and line.
pub fn read(path: &Path) -> Result<Vec<Text>> {
    let file = std::fs::File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut texts = Vec::new();
    for (number, line) in std::io::BufReader::new(file).lines().enumerate() {
        let place = || format!("{}, line {}", path.display(), number + 1);
        let line = line.with_context(place)?;
        if line.trim().is_empty() {
            continue;
        }
        let record: Record = serde_json::from_str(&line).with_context(place)?;
        let spans = byte_spans(&record);
        let turn = record.turn.and_then(|at| record.text.char_indices().nth(at)).map(|(byte, _)| byte);
        texts.push(Text {
            text: record.text,
            spans,
            bucket: record.bucket,
            reasons: record.reasons,
            act: record.act,
            copy: matches!(record.kind.as_deref(), Some("page" | "document")),
            to: record.to,
            places: record.places,
            turn,
        });
    }
    Ok(texts)
}

/// The stretches of texts and, where `random` is given, of lower- and upper-case copies of a share of them.
pub fn examples<'t>(
    texts: impl IntoIterator<Item = &'t Text>,
    source: Source,
    mut random: Option<&mut fastrand::Rng>,
) -> Vec<Example> {
    let mut examples = Vec::new();
    for Text { text, spans, .. } in texts {
        add(text, spans, source, &mut examples);
        let chance = random.as_mut().map_or(1.0, |random| random.f32());
        if chance < 0.22 {
            add(&same_length(text, char::to_ascii_lowercase), spans, source, &mut examples);
        } else if chance < 0.30 {
            add(&same_length(text, char::to_ascii_uppercase), spans, source, &mut examples);
        }
    }
    examples
}

/// A text with its labelled ranges.
#[derive(Clone)]
pub struct Text {
    pub(super) text: String,
    pub(super) spans: Vec<Labelled>,
    /// The bucket that it is labelled with, where it is.
    pub(super) bucket: Option<Bucket>,
    /// The reasons of the deciding level.
    pub(super) reasons: Vec<ReasonCode>,
    pub(super) act: Option<Act>,
    /// Whether it is a page or a document, and no message or request.
    pub(super) copy: bool,
    /// The kind of place to which it goes, where its label says that.
    pub(super) to: Option<DestinationKind>,
    /// The reasons P1 to P5 that hold of it there.
    pub(super) places: Vec<ReasonCode>,
    /// Where a talk turns clinical, in bytes.
    pub(super) turn: Option<usize>,
}

/// A labelled range of a text, in bytes.
pub(super) type Labelled = (Range<usize>, Kind, bool);

fn byte_spans(record: &Record) -> Vec<Labelled> {
    let mut starts: Vec<usize> = record.text.char_indices().map(|(at, _)| at).collect();
    starts.push(record.text.len());
    let byte = |char: usize| starts[char.min(starts.len() - 1)];
    record.spans.iter().map(|s| (byte(s.start)..byte(s.end), s.kind, s.optional)).collect()
}

/// A copy in which every letter that has another case of one byte took it.
fn same_length(text: &str, change: impl Fn(&char) -> char) -> String {
    text.chars().map(|c| change(&c)).collect()
}

/// Appends a labelled text as stretches.
pub(super) fn add(text: &str, spans: &[Labelled], source: Source, examples: &mut Vec<Example>) {
    let page = Page::new(text);
    let dates = date_candidates(&page);
    let sights = look(&page, &dates);
    let mut allowed = vec![1 << OUTSIDE; page.tokens().len()];
    if source != Source::Own {
        for candidate in &dates {
            allowed[candidate.tokens.clone()].fill(ANY);
        }
        for (token, allowed) in page.tokens().iter().zip(&mut allowed) {
            if matches!(token.shape, Shape::Number | Shape::Alnum) {
                *allowed = ANY;
            }
        }
    }
    let places: Vec<Range<usize>> = page.tokens().iter().map(|token| page.original_range(&token.range)).collect();
    for (range, kind, optional) in spans {
        let first = places.partition_point(|place| place.end <= range.start);
        let tokens = first..places.partition_point(|place| place.start < range.end).max(first);
        let label = match kind {
            Kind::Name => Some(Label::Name),
            Kind::Provider => Some(Label::Provider),
            Kind::Location => Some(Label::Location),
            Kind::Date => Some(Label::Date),
            Kind::Phone
            | Kind::Fax
            | Kind::Ssn
            | Kind::Mrn
            | Kind::HealthPlan
            | Kind::Account
            | Kind::License
            | Kind::Vehicle
            | Kind::Device
            | Kind::OtherId => Some(Label::Code),
            Kind::Age | Kind::Email | Kind::Url | Kind::Ip | Kind::Biometric | Kind::Photo => None,
        };
        let Some(label) = label else { continue };
        if *optional {
            allowed[tokens].fill(ANY);
            continue;
        }
        if !tokens.is_empty() {
            mark(&page, tokens, label, source, &mut allowed);
        }
    }
    for stretch in chain::whole(&page) {
        if allowed[stretch.clone()].iter().any(|a| *a != 1 << OUTSIDE) || stretch.len() > 3 {
            let mut allowed = allowed[stretch.clone()].to_vec();
            begin(&mut allowed);
            examples.push(Example { sights: sights[stretch].to_vec(), allowed });
        }
    }
}

/// Lets a stretch that begins inside a span begin with it: a long text may be cut there, and without a state to begin
/// with no sequence would be right.
fn begin(allowed: &mut [u16]) {
    const LABELS: [Label; 5] = [Label::Name, Label::Provider, Label::Location, Label::Date, Label::Code];
    if let Some(mask) = allowed.first_mut() {
        for (first, later) in LABELS.map(states) {
            if *mask & 1 << later != 0 {
                *mask |= 1 << first;
            }
        }
    }
}

/// Allows a span's tokens the states of its label: titles before a name are outside, credentials behind it free.
fn mark(page: &Page<'_>, mut tokens: Range<usize>, label: Label, source: Source, allowed: &mut [u16]) {
    let title = |at: usize| {
        let word = page.token_text(&page.tokens()[at]).to_lowercase();
        let titles = [
            "dr", "dra", "mr", "mrs", "ms", "miss", "prof", "nurse", "doctor", "doc", "sra", "sr", "srta", "provider",
            "doña", "don",
        ];
        titles.contains(&word.as_str())
    };
    if matches!(label, Label::Name | Label::Provider) {
        while tokens.len() > 1 && title(tokens.start) {
            tokens.start += 1;
            while tokens.len() > 1 && page.token_text(&page.tokens()[tokens.start]) == "." {
                tokens.start += 1;
            }
        }
    }
    let mut free = tokens.end..tokens.end;
    if label == Label::Provider
        && let Some(comma) = (tokens.start + 1..tokens.end).find(|at| page.token_text(&page.tokens()[*at]) == ",")
    {
        let last = page.token_text(&page.tokens()[tokens.end - 1]);
        if last.chars().filter(|c| c.is_uppercase()).count() > 1 || last == "." {
            free = comma..tokens.end;
            tokens.end = comma;
        }
    }
    allowed[free].fill(ANY);
    let labels: &[Label] = match (source, label) {
        (Source::Public, Label::Name) => &[Label::Name, Label::Provider],
        _ => &[label][..],
    };
    for (place, at) in tokens.clone().enumerate() {
        allowed[at] = labels.iter().fold(0, |mask, label| {
            let (first, later) = states(*label);
            mask | 1 << if place == 0 { first } else { later }
        });
    }
}
