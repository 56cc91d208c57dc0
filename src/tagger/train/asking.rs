//! Learns to answer questions about whole texts ([`crate::context`]'s `question`) from the reasons that texts are
//! labelled with.

use super::examples::{Act, Text};
use super::regress::{Case, regress};
use crate::context::gist::Gist;
use crate::context::question::{Part, QUESTIONS, Question, ROWS, STEP, share_of};
use crate::context::{JudgeWeights, Reader};
use crate::identifier::{Finding, Kind, Scanner, date_candidates};
use crate::policy::{DestinationKind, Policy};
use crate::rewrite::{Style, rewrite};
use crate::tagger::{tag_with, weights};
use crate::text::Page;
use crate::verdict::{Bucket, ReasonCode};
use std::ops::Range;

/// The right answers of a part, where they are known.
type Answers = [Option<Answer>; QUESTIONS];

/// A right answer, and how sure that is.
#[derive(Clone, Copy)]
struct Answer {
    holds: bool,
    weight: f32,
}

impl From<bool> for Answer {
    fn from(holds: bool) -> Answer {
        Answer { holds, weight: 1.0 }
    }
}

/// A text whose label names graver reasons alone seldom asks for work on a record too.
const HARDLY: Answer = Answer { holds: false, weight: 0.5 };

/// The year in which texts are read, for birth years that show an age over 89.
const THIS_YEAR: i16 = 2026;

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
        let policy = Policy::built_in()?;
        let reader = Reader::new(&policy).with_weights(Gist::new(gist), JudgeWeights::new(judge));
        let look = |page: &Page<'_>| {
            reader.parts_of(page, scanner.scan_tagged(page, &tag_with(&weights, page, &date_candidates(page))))
        };
        let mut again = |text: &str| {
            let (findings, context, _) = look(&Page::new(text));
            (findings, context)
        };
        for text in texts.into_iter().filter(|text| text.bucket.is_some() || text.to.is_some()) {
            let page = Page::new(&text.text);
            let (findings, context, parts) = look(&page);
            let asked = context.asked.iter().any(|asked| policy.activities[asked.activity].code() == ReasonCode::C3);
            if text.to == Some(DestinationKind::Internal) {
                self.talk(text, reader.turns_of(&page));
            }
            for (at, (places, part)) in parts.into_iter().enumerate() {
                if at == 0 {
                    self.0.push((part, of_all(text, asked)));
                } else if text.bucket.is_some() {
                    self.0.push((part, of_part(text, &findings[places])));
                }
            }
            // Without its people a text asks for the same, and reads as rewrites do.
            if !findings.is_empty() && text.bucket.is_some_and(|bucket| bucket != Bucket::Safe) {
                let style = Style::Natural;
                let rewritten = rewrite(&text.text, &findings, &context, &policy, style, THIS_YEAR, &mut again).text;
                let (_, _, parts) = look(&Page::new(&rewritten));
                let whole = parts.into_iter().next().map(|(_, part)| (part, of_all(text, asked)));
                self.0.extend(whole);
            }
        }
        Ok(())
    }
}

impl Parts {
    /// Appends the turns of a talk, up to the one where it turns clinical.
    fn talk(&mut self, text: &Text, turns: Vec<(Range<usize>, Part)>) {
        for (range, part) in turns {
            let turned = text.turn.is_some_and(|at| range.contains(&at));
            let mut answers: Answers = [None; QUESTIONS];
            answers[Question::Clinical as usize] = Some(turned.into());
            self.0.push((part, answers));
            if turned {
                return;
            }
        }
    }
}

/// What a whole text asks for. Labels name the reasons of the deciding level alone.
fn of_all(text: &Text, asked: bool) -> Answers {
    let has = |code| text.reasons.contains(&code);
    let record = match (text.act, text.bucket) {
        (Some(Act::Record), _) => Some(true.into()),
        (Some(Act::None), _) => Some(false.into()),
        (_, Some(Bucket::Unsafe)) => (!asked && !has(ReasonCode::U4)).then_some(HARDLY),
        (_, None) => None,
        _ => Some(has(ReasonCode::C3).into()),
    };
    let mut answers: Answers = [None; QUESTIONS];
    answers[Question::Record as usize] = record;
    let alone = has(ReasonCode::U4) || text.act == Some(Act::Alone);
    answers[Question::Alone as usize] = text.bucket.map(|_| alone.into());
    for (question, code, kinds) in PLACES {
        let answer = &mut answers[*question as usize];
        match text.to {
            // Whoever is shown is confirmed as a client too, but labels do not always say so.
            Some(_) if *code == ReasonCode::P2 && text.places == [ReasonCode::P3] => {}
            Some(to) if kinds.contains(&to) => *answer = Some(text.places.contains(code).into()),
            // Copy for everybody that is safe anywhere breaks no rule of a place either.
            None if text.copy && text.bucket == Some(Bucket::Safe) => *answer = Some(false.into()),
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
    let mut answers: Answers = [None; QUESTIONS];
    let known = [(Question::Individual, Some(individual)), (Question::Care, care), (Question::Story, story)];
    known.into_iter().for_each(|(question, answer)| answers[question as usize] = answer.map(Answer::from));
    answers
}

/// The weights of every question, four bits a row.
pub fn learn_questions(parts: &Parts, random: &mut fastrand::Rng) -> Vec<u8> {
    let mut weights = Vec::new();
    for at in 0..Question::ALL.len() {
        let cases = parts.0.iter().filter_map(|(part, answers)| {
            let Answer { holds, weight } = answers[at]?;
            Some(Case { facts: part.facts.clone(), words: part.words.clone(), holds, weight })
        });
        weights.extend(regress(&cases.collect::<Vec<_>>(), ROWS, share_of, random));
    }
    let steps: Vec<u8> =
        weights.iter().map(|weight| (weight / STEP).round().clamp(-8.0, 7.0) as i8 as u8 & 0xf).collect();
    steps.chunks(2).map(|pair| pair[0] | pair.get(1).copied().unwrap_or_default() << 4).collect()
}
