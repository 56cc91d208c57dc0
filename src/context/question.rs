//! What a text does with its people, where no single word says it: questions about the text as a whole, each answered
//! by a logistic regression over its words, what was found in it, and what the rules hold of it.
//!
//! Rules know the usual words. "He can't make his two o'clock" and "what would this lady owe us" have none of them, yet
//! all their words together say what they are about. Learned by `train-tagger` from texts labelled with reasons.

use super::cues::{Cue, Cues, any_of};
use super::gist::{self, share};
use crate::identifier::{Hit, Kind};
use crate::policy::phrase::sentences;
use crate::text::Page;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A question about a part of a text: all of it where it is about individuals, a paragraph where it is for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Question {
    /// Is anything in it of an individual, and not the practice's own or nobody's: is it anything but safe?
    Individual,
    /// Are the people whom it names in care here: reason U1 rather than C1?
    Care,
    /// Does it tell one patient's story beside a provider's name: reason C4?
    Story,
    /// Does it ask for work on somebody's record: reason C3? Asked of the whole text.
    Record,
    /// Does it leave to a tool what no tool may do alone: reason U4? Asked of the whole text.
    Alone,
    /// Does a message to a patient name the treatment or the condition: reason P1? Asked of the whole text, as all below.
    Named,
    /// Does it confirm that somebody is a patient: reason P2?
    Confirmed,
    /// Does copy show a client who can be recognised: reason P3?
    Shown,
    /// Does it invite health details which it does not need: reason P4?
    Invited,
    /// Does somebody tell symptoms or ask for advice: reason P5? Asked of one turn of a talk.
    Clinical,
}

impl Question {
    /// Every question, in the order of their weights.
    #[cfg(feature = "train")]
    pub(crate) const ALL: [Question; QUESTIONS] = [
        Question::Individual,
        Question::Care,
        Question::Story,
        Question::Record,
        Question::Alone,
        Question::Named,
        Question::Confirmed,
        Question::Shown,
        Question::Invited,
        Question::Clinical,
    ];
}

/// What an activity of the policy may leave to the model of requests, beside its phrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// Any request for work on one person's record, call, benefits or photo.
    RecordWork,
    /// Any request that leaves to a tool alone what a licensed person or the manager decides.
    ToolAlone,
}

impl From<Sense> for Question {
    fn from(sense: Sense) -> Question {
        match sense {
            Sense::RecordWork => Question::Record,
            Sense::ToolAlone => Question::Alone,
        }
    }
}

/// How many questions there are.
#[cfg(any(test, feature = "train"))]
pub(crate) const QUESTIONS: usize = 10;
/// Rows of words, a power of two.
const WORD_ROWS: usize = 1 << 14;
/// Kinds of cues.
const CUES: u32 = 27;
/// Rows of facts: the one that every part has, then each of [`Part::of`]; rows of words follow.
const FACTS: usize = 1 + 6 + 3 + 5 + Kind::ALL.len() + CUES as usize;
/// Rows of one question's weights.
pub(crate) const ROWS: usize = FACTS + WORD_ROWS;
/// What one step of a weight is worth; a weight has from 8 steps down to 7 steps up.
pub(crate) const STEP: f32 = 0.5;
/// What the words of a text count against its facts.
const WORDS: f32 = 3.0;

static WEIGHTS: &[u8] = include_bytes!("question.bin");

/// The weights of every question, one after the other, four bits a row, the first of two in the lower half of a byte.
#[derive(Debug, Clone)]
pub(crate) struct Questions(&'static [u8]);

impl Default for Questions {
    fn default() -> Questions {
        Questions(WEIGHTS)
    }
}

/// A part of a text as the questions see it: the rows that it has.
#[derive(Debug, Clone, Default)]
pub(crate) struct Part {
    /// Rows of facts.
    pub(crate) facts: Vec<usize>,
    /// Rows of words.
    pub(crate) words: Vec<usize>,
}

/// What the rules hold of a part.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Held {
    /// It ties its people to care.
    pub(super) health: bool,
    /// It tells of an individual.
    pub(super) individual: bool,
    /// It belongs to a text for everybody.
    pub(super) general: bool,
    /// A phrase of the policy asks for work on a record.
    pub(super) record: bool,
    /// A phrase of the policy leaves something to a tool alone.
    pub(super) alone: bool,
    /// A phrase tells symptoms or asks for advice.
    pub(super) clinical: bool,
}

impl Part {
    /// What a range of a page shows, with the hits that stand in it.
    pub(super) fn of(page: &Page<'_>, cues: &Cues, range: &Range<usize>, hits: &[Hit], held: Held) -> Part {
        let size = [40, 100, 250, 600, 1500].map(|size| range.len() > size);
        let rules = [held.health, held.individual, held.general, held.record, held.alone, held.clinical];
        let kinds = Kind::ALL.map(|kind| hits.iter().any(|hit| hit.kind == kind));
        let bits = cues.bits(range);
        let any = |wanted: &[Cue]| bits & any_of(wanted) != 0;
        // Care told to one person is no advertisement of it.
        let care = any(&[Cue::Treatment, Cue::Condition]);
        let told =
            [care && !any(&[Cue::Public]), care && any(&[Cue::Second, Cue::Visit]), care && any(&[Cue::Pronoun])];
        let cues = (0..CUES).map(|cue| bits >> cue & 1 == 1);
        let facts = rules.into_iter().chain(told).chain(size).chain(kinds).chain(cues).enumerate();
        let facts = facts.filter(|(_, holds)| *holds).map(|(at, _)| 1 + at);
        let (first, last) = tokens_in(page, range);
        Part { facts: std::iter::once(0).chain(facts).collect(), words: words(page, first..last) }
    }
}

/// The first token of a range, and the one behind its last.
fn tokens_in(page: &Page<'_>, range: &Range<usize>) -> (usize, usize) {
    let tokens = page.tokens();
    let first = tokens.partition_point(|token| token.range.end <= range.start);
    (first, tokens.partition_point(|token| token.range.start < range.end).max(first))
}

/// The rows of the words from one token to another.
fn words(page: &Page<'_>, tokens: Range<usize>) -> Vec<usize> {
    gist::rows(page, tokens).into_iter().map(|row| FACTS + row % WORD_ROWS).collect()
}

/// How much the words of a text count that has so many rows of them.
pub(crate) fn share_of(words: usize) -> f32 {
    WORDS * share(words)
}

impl Questions {
    /// The probability that the answer is yes, 0 to 1.
    pub(super) fn ask(&self, question: Question, part: &Part) -> f32 {
        1.0 / (1.0 + (-self.score(question, part)).exp())
    }

    fn score(&self, question: Question, part: &Part) -> f32 {
        let first = question as usize * ROWS;
        let sum = |rows: &[usize]| -> f32 { rows.iter().map(|row| self.weight(first + row)).sum() };
        sum(&part.facts) + sum(&part.words) * share_of(part.words.len())
    }

    fn weight(&self, row: usize) -> f32 {
        let pair = self.0.get(row / 2).copied().unwrap_or_default();
        let half = if row.is_multiple_of(2) { pair << 4 } else { pair & 0xf0 };
        f32::from((half as i8) >> 4) * STEP
    }

    /// The sentence of a page that speaks most for a yes, in bytes of the view.
    pub(super) fn strongest(&self, question: Question, page: &Page<'_>) -> Range<usize> {
        let score = |sentence: &Range<usize>| {
            let (first, last) = tokens_in(page, sentence);
            self.score(question, &Part { facts: Vec::new(), words: words(page, first..last) })
        };
        let scored = sentences(page.text()).into_iter().map(|sentence| (score(&sentence), sentence));
        scored.max_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, sentence)| sentence).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_of_these_questions_and_rows() {
        assert_eq!(WEIGHTS.len(), (QUESTIONS * ROWS).div_ceil(2));
    }

    fn asks(question: Question, text: &str) -> bool {
        let page = Page::new(text);
        let part = Part::of(&page, &Cues::read(&page), &(0..text.len()), &[], Held::default());
        Questions::default().ask(question, &part) > 0.5
    }

    #[test]
    fn all_words_together_say_what_is_asked() {
        for text in [
            "I'll drop a lady's health questionnaire in the next message, boil it down to what the nurse must know.",
            "Verify what this patient's plan pays for, I will paste her benefits next.",
        ] {
            assert!(asks(Question::Record, text), "{text}");
        }
        for text in [
            "Boil down the landlord's letter about the parking lot to what I must know.",
            "Write a blank health questionnaire for new clients.",
        ] {
            assert!(!asks(Question::Record, text), "{text}");
        }
    }

    #[test]
    fn the_sentence_that_asks_is_found() {
        let text = "Good morning! Hope you are well. Summarize the chart note that I paste next. Thanks, Kim";
        let page = Page::new(text);
        let sentence = Questions::default().strongest(Question::Record, &page);
        assert_eq!(&text[sentence], "Summarize the chart note that I paste next");
    }
}
