//! Whether a candidate is an identifier of somebody: a logistic regression over what was found, what stands around
//! it, and what the text is about.
//!
//! The tagger and the patterns see a few words; here the whole text has its say. What comes out is the finding's
//! confidence. The weights are learned by `train-tagger` from candidates in labelled texts whose tags were made by a
//! tagger that had not seen them.

use super::about::Unit;
use super::cues::{Cue, Cues, any_of};
use super::genre::{self, Genre};
use crate::identifier::{Hit, Kind, is_told, may_be_somebodys};
use crate::lexicon::{self, hash};
use crate::tagger;
use crate::text::{Page, Shape, Token};
use std::borrow::Cow;
use std::ops::Range;

/// Rows of the weight table, a power of two.
pub(crate) const ROWS: usize = 1 << 16;

/// What one step of a weight is worth.
pub(crate) const STEP: f32 = 1.0 / 32.0;

static WEIGHTS: &[u8] = include_bytes!("judge.bin");

/// A candidate as the judge sees it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    /// The odds, as a logarithm, that the recognizer gave it.
    pub(crate) odds: f32,
    /// The row that says how far the odds are to be trusted, for its kind.
    pub(crate) trust: usize,
    /// The rows of what speaks for or against it besides.
    pub(crate) rows: Vec<usize>,
    /// The rows of what the whole text is about.
    pub(crate) gist: Vec<usize>,
}

/// How far the gist is trusted, below what was learned: a name in a text of a kind that seldom has one is still a name.
const GIST_TRUST: f32 = 0.6;

/// The weights, a byte a row.
#[derive(Debug, Clone)]
pub(crate) struct Judge(Cow<'static, [u8]>);

impl Default for Judge {
    fn default() -> Judge {
        Judge(Cow::Borrowed(WEIGHTS))
    }
}

impl Judge {
    /// Weights that do not come with the program.
    #[cfg(feature = "train")]
    pub(crate) fn new(weights: Vec<u8>) -> Judge {
        Judge(Cow::Owned(weights))
    }

    /// How probable it is that a candidate is an identifier of somebody, 0 to 1.
    pub(super) fn probability(&self, seen: &Seen) -> f32 {
        let sum = |rows: &[usize]| -> f32 {
            rows.iter().map(|row| self.0.get(*row).map_or(0.0, |weight| f32::from(*weight as i8) * STEP)).sum()
        };
        let score = seen.odds * sum(&[seen.trust]) + sum(&seen.rows) + GIST_TRUST * sum(&seen.gist);
        1.0 / (1.0 + (-score).exp())
    }
}

/// From which probability on a candidate counts. Of somebody's text a missed identifier costs more than a false alarm;
/// copy and rules for everybody are checked again and again, and seldom hold one, nor is a day somebody's where nobody is
/// spoken of (`nobody`). In copy about nobody a provider's name changes nothing, and names of things look like it.
pub(super) fn enough(genre: Genre, unit: &Unit, kind: Kind, nobody: bool) -> f32 {
    match genre {
        Genre::General if !unit.individual && kind == Kind::Provider => 0.97,
        Genre::General if !unit.individual => 0.5,
        _ if kind == Kind::Date && nobody => 0.5,
        _ => 0.2,
    }
}

/// From which probability on what a practice says of how to reach it is somebody's all the same.
pub(super) const PUBLIC: f32 = 0.85;

/// From which probability on a candidate counts in a text of which nothing is sure to be an identifier: there a doubtful
/// one would alone make the verdict, and the longer the text, the sooner one of many is wrong.
pub(super) fn enough_alone(whole: &Whole, judged: &[(Hit, f32)]) -> f32 {
    const SURE: f32 = 0.9;
    if judged.iter().any(|(hit, _)| hit.kind != Kind::Provider && hit.confidence >= SURE) {
        return 0.0;
    }
    let length = (whole.tokens as f32 + 1.0).log2();
    (0.08 * length - 0.2).clamp(0.0, 0.3)
}

/// The same for one candidate, where `nobody` says that no word of the text is for a person and nobody talks in it. Songs,
/// sauces and mascots have names as people have: there a name in doubt is more often none, unless words beside it say
/// that it is one.
pub(super) fn enough_of(alone: f32, nobody: bool, hit: &Hit) -> f32 {
    const NAME: f32 = 0.45;
    let doubtful = alone > 0.0 && nobody && hit.kind == Kind::Name && !is_told(&hit.rule);
    if doubtful { alone.max(NAME) } else { alone }
}

/// Where a candidate stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a, 't> {
    pub(super) page: &'a Page<'t>,
    pub(super) cues: &'a Cues,
    pub(super) whole: &'a Whole,
    pub(super) genre: Genre,
    pub(super) unit: &'a Unit,
    /// All candidates of the page, in order of place.
    pub(super) hits: &'a [Hit],
}

/// What holds for a whole page.
pub(super) struct Whole {
    /// Where what tells of somebody begins.
    start: usize,
    /// How large it is, in few steps.
    size: u32,
    /// The tokens of what tells of somebody or anything at all.
    tokens: usize,
    /// How often each word of [`OFTEN`] stands in it, in few steps, all in one number.
    often: u32,
    /// How many names were found with some certainty, in few steps.
    names: u32,
    /// The cues that it has, a bit each.
    cues: u32,
    /// See [`super::gist::Gist::level`].
    gist: u32,
}

/// Words that tell copy for everybody from a text about one.
const OFTEN: [&[&str]; 4] =
    [&["she", "he", "her", "his", "him"], &["our", "we", "us"], &["you", "your"], &["i", "my", "me"]];

impl Whole {
    /// Whether the page has no name that is certain and no word for one person.
    pub(super) fn is_about_nobody(&self) -> bool {
        self.names == 0 && self.cues & (PERSONAL | any_of(&[Cue::Person, Cue::AgeSex, Cue::Label, Cue::Note])) == 0
    }

    pub(super) fn of(page: &Page<'_>, cues: &Cues, hits: &[Hit], gist: u32) -> Whole {
        let telling = genre::telling(page, cues, hits);
        let mut counts = [0usize; OFTEN.len()];
        let mut size = 0;
        for paragraph in &telling {
            let tokens = &page.tokens()[page.tokens_in(paragraph)];
            size += tokens.len();
            for token in tokens.iter().filter(|token| token.is_word() && token.range.len() < 5) {
                let word = page.token_text(token);
                for (count, words) in counts.iter_mut().zip(OFTEN) {
                    *count += usize::from(words.iter().any(|often| word.eq_ignore_ascii_case(often)));
                }
            }
        }
        let share = |count: usize| match count * 100 / size.max(1) {
            _ if count == 0 => 0,
            0..2 => 1,
            2..5 => 2,
            _ => 3,
        };
        let names = hits.iter().filter(|hit| hit.kind == Kind::Name && hit.confidence > 0.8).count();
        Whole {
            start: telling.first().map_or(0, |first| first.start),
            size: (size as u32 + 1).ilog2(),
            tokens: size,
            often: counts.iter().fold(0, |sum, count| sum * 4 + share(*count)),
            names: (names as u32 + 1).ilog2().min(4),
            cues: cues.bits(&(0..page.text().len())),
            gist,
        }
    }
}

/// What the judge sees of a candidate; `kept` says whether the rules for its kind hold it for somebody's.
pub(super) fn see(place: &Place<'_, '_>, hit: &Hit, kept: bool) -> Seen {
    let Place { page, cues, whole, genre, unit, hits } = *place;
    let tokens = page.tokens();
    let inside = page.tokens_in(&hit.range);
    let at = |place: Option<usize>| place.and_then(|place| page.words().get(place)).map_or(1, |word| *word);
    let back = |n: usize| at(inside.start.checked_sub(n));
    let ahead = |n: usize| at(Some(inside.end + n - 1));
    let kind_of =
        |place: Option<usize>| place.and_then(|place| tokens.get(place)).map_or(0, |token| cluster(page, token));
    let kind = hit.kind as u32 + 1;
    let rule = hash(hit.rule.as_bytes());
    let odds = odds(hit.confidence);
    let line = line_around(page, &hit.range);
    let line_tokens = page.tokens_in(&line);
    let mut rows = Vec::with_capacity(80);
    let mut put = |template: u32, a: u32, b: u32| rows.push(row(template, kind, a, b));

    put(1, 0, 0);
    put(2, rule, 0);
    put(5, u32::from(kept), 0);
    let about = u32::from(genre == Genre::General) | u32::from(unit.individual) << 1 | u32::from(unit.health) << 2;
    put(7, about, 0);
    let close = near(page, &hit.range, &unit.range);
    for (template, cues) in [(9, cues.bits(&close)), (10, unit.cues), (11, whole.cues)] {
        for cue in (0..u32::BITS).filter(|cue| cues >> cue & 1 == 1) {
            put(template, cue, 0);
        }
    }
    put(12, back(1), 0);
    put(14, ahead(1), 0);
    put(16, back(1), ahead(1));
    put(17, back(2), 0);
    let (kind_before, kind_behind) = (kind_of(inside.start.checked_sub(1)), kind_of(Some(inside.end)));
    put(50, kind_before, 0);
    put(51, kind_behind, 0);
    put(52, kind_before, kind_behind);
    put(53, kind_of(inside.start.checked_sub(2)), kind_before);
    put(54, kind_behind, kind_of(Some(inside.end + 1)));
    put(18, whole.size, 0);
    put(19, whole.often, 0);
    put(20, whole.names, 0);
    for share in 0..OFTEN.len() as u32 {
        put(23 + share, whole.often >> (2 * share) & 3, about);
    }
    let company = within_line(hits, hit, &line);
    put(28, company, 0);
    put(29, company, about);
    put(30, (line_tokens.len() as u32 + 1).ilog2(), layout(&page.text()[line.clone()]));
    let header = page.column_header(hit.range.start).map_or(0, |header| hash(header.to_lowercase().as_bytes()));
    put(31, header, 0);
    let value = &tokens[inside.clone()];
    for (place, token) in [(0, value.first()), (1, value.last())] {
        if let Some(token) = token.filter(|token| token.is_word()) {
            let entry = lexicon::lookup(page.token_text(token));
            let strength = u32::from(entry.given() / 3)
                | u32::from(entry.surname() / 3) << 4
                | u32::from(entry.common() / 3) << 8
                | u32::from(entry.city() / 3) << 12;
            put(32 + place, strength, 0);
            put(34 + place, entry.classes(), token.shape as u32);
        }
    }
    put(
        38,
        value.len().min(6) as u32,
        value.iter().map(|token| token.shape as u32).fold(0, |sum: u32, shape| sum.wrapping_mul(8).wrapping_add(shape)),
    );
    put(39, if hit.range.start <= whole.start { 0 } else { begins(page, inside.start) }, 0);
    let somebody = somebody(place, hit);
    put(40, somebody, 0);
    put(42, somebody, about);
    put(43, somebody, rule);
    if hit.kind == Kind::Date {
        let allowed = u32::from(may_be_somebodys(page, &hit.range));
        put(45, allowed, 0);
        put(47, allowed, about);
        put(48, allowed, rule);
    }
    put(44, whole.names.min(2), whole.cues & PERSONAL);
    // Of whom it surely names a text tells, whatever else it is about.
    let certainty = odds.clamp(-4.0, 6.0).round() as i32 as u32;
    let gist = [(55, certainty), (56, rule), (57, u32::from(kept))];
    let gist = gist.map(|(template, beside)| row(template, kind, whole.gist, beside)).to_vec();
    Seen { odds, trust: hit.kind as usize, rows, gist }
}

/// What shows that a text tells of somebody.
const PERSONAL: u32 = any_of(&[Cue::Patient, Cue::Pronoun, Cue::First, Cue::Second, Cue::Story]);

/// Who is spoken of in the sentences around a candidate: other names, patients, `she`, `I`, `you`; a bit each.
fn somebody(place: &Place<'_, '_>, hit: &Hit) -> u32 {
    const REACH: usize = 240;
    let reach = within(hit.range.start.saturating_sub(REACH)..hit.range.end + REACH, &place.unit.range);
    let cues = place.cues.bits(&reach);
    let first = place.hits.partition_point(|other| other.range.end <= reach.start);
    let named = place.hits[first..]
        .iter()
        .take_while(|other| other.range.start < reach.end)
        .any(|other| other.kind == Kind::Name && other.confidence > 0.7 && other.range != hit.range);
    let seen = [named, cues & Cue::Patient.bit() != 0, cues & Cue::Pronoun.bit() != 0].into_iter().chain([
        cues & Cue::First.bit() != 0,
        cues & Cue::Second.bit() != 0,
        cues & Cue::Story.bit() != 0,
    ]);
    seen.enumerate().fold(0, |bits, (bit, seen)| bits | u32::from(seen) << bit)
}

/// A confidence as the logarithm of its odds.
fn odds(confidence: f32) -> f32 {
    let confidence = confidence.clamp(0.001, 0.999);
    (confidence / (1.0 - confidence)).ln()
}

/// The line of a candidate, as far as it is read.
fn line_around(page: &Page<'_>, range: &Range<usize>) -> Range<usize> {
    const READ: usize = 300;
    range.start - page.before(range.start, READ).len()..range.end + page.after(range.end, READ).len()
}

/// Which kinds stand on the same line, a bit each for the few that tell most.
fn within_line(hits: &[Hit], hit: &Hit, line: &Range<usize>) -> u32 {
    let first = hits.partition_point(|other| other.range.end <= line.start);
    let on_line = hits[first..].iter().take_while(|other| other.range.start < line.end);
    on_line.filter(|other| other.range != hit.range).fold(0, |bits, other| {
        bits | match other.kind {
            Kind::Name => 1,
            Kind::Provider => 2,
            Kind::Date => 4,
            Kind::Location => 8,
            Kind::Phone | Kind::Email => 16,
            _ => 32,
        }
    })
}

/// How a line is laid out: as prose, a row of a table, a bullet, a label with its value.
fn layout(line: &str) -> u32 {
    let line = line.trim_start();
    let bullet = line.starts_with(['-', '*', '•', '#', '>']);
    let row = line.contains(['\t', '|']) || line.matches([',', ';']).count() > 3;
    let labelled = line.find(':').is_some_and(|colon| colon < 24);
    u32::from(bullet) | u32::from(row) << 1 | u32::from(labelled) << 2
}

/// Where a candidate begins: its text, its line, a sentence, or inside one.
fn begins(page: &Page<'_>, token: usize) -> u32 {
    let tokens = page.tokens();
    let Some(before) = token.checked_sub(1).and_then(|before| tokens.get(before)) else { return 0 };
    let gap = tokens.get(token).map_or("", |token| &page.text()[before.range.end..token.range.start]);
    match page.token_text(before) {
        _ if gap.contains('\n') => 1,
        "." | "!" | "?" => 2,
        ":" => 3,
        "," | ";" => 4,
        _ if before.shape == Shape::Mark => 5,
        _ => 6,
    }
}

/// What stands around a candidate, inside its unit.
fn near(page: &Page<'_>, range: &Range<usize>, unit: &Range<usize>) -> Range<usize> {
    const REACH: usize = 80;
    let before = page.before(range.start, REACH).len();
    let after = page.after(range.end, REACH).len();
    (range.start - before).max(unit.start)..(range.end + after).min(unit.end.max(range.end))
}

/// A range, cut where another ends.
fn within(range: Range<usize>, other: &Range<usize>) -> Range<usize> {
    range.start.max(other.start)..range.end.min(other.end.max(range.start))
}

/// The cluster of a token's word.
fn cluster(page: &Page<'_>, token: &Token) -> u32 {
    if token.is_word() { u32::from(lexicon::lookup(page.token_text(token)).cluster()) } else { 0 }
}

/// The row of a feature; the first rows say how far each kind's odds are to be trusted.
fn row(template: u32, kind: u32, a: u32, b: u32) -> usize {
    (tagger::row(template, kind, a, b) & (ROWS - 1)).max(Kind::ALL.len())
}
