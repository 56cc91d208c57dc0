//! Learns to answer questions about whole texts ([`crate::context`]'s `question`) from the reasons that texts are
//! labelled with.

use super::examples::{Act, Text};
use super::regress::{Case, regress};
use crate::context::gist::Gist;
use crate::context::question::{Part, QUESTIONS, Question, ROWS, STEP, share_of};
use crate::context::{JudgeWeights, Reader};
use crate::identifier::{Finding, Kind, Scanner, date_candidates};
use crate::policy::{DestinationKind, Policy};
use crate::tagger::{tag_with, weights};
use crate::text::Page;
use crate::verdict::{Bucket, ReasonCode};

/// The right answers of a part, where they are known.
type Answers = [Option<bool>; QUESTIONS];

/// The questions about what goes to a kind of place, with the reasons that they make.
const PLACES: &[(Question, ReasonCode, &[DestinationKind])] = &[
    (Question::Named, ReasonCode::P1, &[DestinationKind::Sms, DestinationKind::Email]),
    (Question::Confirmed, ReasonCode::P2, &[DestinationKind::Public]),
    (Question::Shown, ReasonCode::P3, &[DestinationKind::Public]),
    (Question::Invited, ReasonCode::P4, &[DestinationKind::Internal, DestinationKind::Public]),
];

/// Parts of texts as the questions see them, with their right answers, where the labels tell them.
#[derive(Default)]
pub struct Parts(Vec<(Part, Answers)>);

impl Parts {
    /// Appends the parts of the labelled ones of some texts, read with weights that were not learned from them: as
    /// [`super::Report::bytes`], [`super::learn_gist`] and [`super::learn_to_judge`] give them.
    ///
    /// # Errors
    /// None that a released program can meet: tests read the built-in policy.
    pub fn add<'t>(
        &mut self,
        bytes: &[u8],
        gist: Vec<u8>,
        judge: Vec<u8>,
        texts: impl IntoIterator<Item = &'t Text>,
    ) -> anyhow::Result<()> {
        let weights = weights::read(bytes);
        let scanner = Scanner::default();
        let reader = Reader::new(&Policy::built_in()?).with_weights(Gist::new(gist), JudgeWeights::new(judge));
        for text in texts.into_iter().filter(|text| text.bucket.is_some() || text.to.is_some()) {
            let page = Page::new(&text.text);
            let tags = tag_with(&weights, &page, &date_candidates(&page));
            let (findings, _, parts) = reader.parts_of(&page, scanner.scan_tagged(&page, &tags));
            for (at, (places, part)) in parts.into_iter().enumerate() {
                if at == 0 {
                    self.0.push((part, of_all(text)));
                } else if text.bucket.is_some() {
                    self.0.push((part, of_part(text, &findings[places])));
                }
            }
        }
        Ok(())
    }
}

/// What a whole text asks for. Labels name the reasons of the deciding level alone.
fn of_all(text: &Text) -> Answers {
    let has = |code| text.reasons.contains(&code);
    let record = match (text.act, text.bucket) {
        (Some(Act::Record), _) => Some(true),
        (_, Some(Bucket::Unsafe) | None) => None,
        _ => Some(has(ReasonCode::C3)),
    };
    let mut answers = [None; QUESTIONS];
    answers[Question::Record as usize] = record;
    answers[Question::Alone as usize] = text.bucket.map(|_| has(ReasonCode::U4) || text.act == Some(Act::Alone));
    for (question, code, kinds) in PLACES {
        let answer = &mut answers[*question as usize];
        match text.to {
            Some(to) if kinds.contains(&to) => *answer = Some(text.places.contains(code)),
            // Copy for everybody that is safe anywhere breaks no rule of a place either.
            None if text.copy && text.bucket == Some(Bucket::Safe) => *answer = Some(false),
            _ => {}
        }
    }
    answers
}

/// What holds of a part with these findings.
fn of_part(text: &Text, findings: &[Finding]) -> Answers {
    let has = |code| text.reasons.contains(&code);
    let labelled = |finding: &Finding| {
        let mut spans = text.spans.iter().filter(|(_, kind, optional)| *kind != Kind::Provider && !optional);
        spans.any(|(span, ..)| span.start < finding.bytes.end && finding.bytes.start < span.end)
    };
    let somebody = findings.iter().any(labelled);
    let provider = findings.iter().any(|finding| finding.kind == Kind::Provider);
    let direct = findings.iter().any(|f| !matches!(f.kind, Kind::Provider | Kind::Date | Kind::Location | Kind::Age));
    let individual = text.bucket != Some(Bucket::Safe) && (somebody || provider && has(ReasonCode::C4));
    let care = direct.then(|| somebody && has(ReasonCode::U1));
    let story = (provider && text.bucket != Some(Bucket::Unsafe)).then(|| has(ReasonCode::C4));
    let mut answers = [None; QUESTIONS];
    let known = [(Question::Individual, Some(individual)), (Question::Care, care), (Question::Story, story)];
    known.into_iter().for_each(|(question, answer)| answers[question as usize] = answer);
    answers
}

/// The weights of every question, a byte a row.
pub fn learn_questions(parts: &Parts, random: &mut fastrand::Rng) -> Vec<u8> {
    let mut bytes = Vec::new();
    for at in 0..Question::ALL.len() {
        let cases = parts.0.iter().filter_map(|(part, answers)| {
            Some(Case { facts: part.facts.clone(), words: part.words.clone(), holds: answers[at]?, weight: 1.0 })
        });
        bytes.extend(regress(&cases.collect::<Vec<_>>(), ROWS, STEP, share_of, random));
    }
    bytes
}
