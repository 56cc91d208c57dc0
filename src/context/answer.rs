//! What the rules hold of a text, corrected by what all its words say (`question`).
//!
//! A text about individuals is asked as a whole, one for everybody paragraph by paragraph: there the rules see which
//! paragraph has something, and its words tell whether it is of anybody.

use super::about::Unit;
use super::activity::{Activities, Requests};
use super::cues::Cues;
use super::genre::Genre;
use super::question::{Held, Part, Question, Questions, Sense};
use super::{Context, Parts};
use crate::identifier::{Hit, Kind};
use crate::text::Page;
use crate::verdict::ReasonCode;
use std::ops::Range;

/// From which confidence on a finding is certain.
const CERTAIN: f32 = 0.9;
/// From which probability on something is of an individual.
const INDIVIDUAL: f32 = 0.3;
/// The same of copy that has no link to care: it is full of names of staff, of authors and of streets.
const INDIVIDUAL_IN_COPY: f32 = 0.6;
/// From which probability on a text ties those whom it names to care where the rules do not see it; where they do, one
/// minus this.
const CARE: f32 = 0.6;
/// The same of talk with outsiders in which no word is of care: there it takes more than a name.
const CARE_IN_TRADE: f32 = 0.9;
/// From which probability on a story that the rules see is one; where they see none, one minus this.
const STORY: f32 = 0.3;
/// Words and marks below which a text is not asked what it asks for.
const FEW: usize = 6;
/// From which probability on a text asks for work on a record.
const RECORD: f32 = 0.4;
/// The same of a short text, in which every word weighs much.
const RECORD_IN_SHORT: f32 = 0.65;
/// Words and marks below which a text is short.
const SHORT: usize = 12;
/// From which probability on a text leaves something to a tool alone: to miss that costs more.
const ALONE: f32 = 0.25;

/// The whole page and, behind it, each part of it that has hits, as the questions see them, with the part's hits.
pub(super) fn parts(
    page: &Page<'_>,
    cues: &Cues,
    genre: Genre,
    units: &[Unit],
    hits: &[Hit],
    context: &Context,
    asked: &[ReasonCode],
) -> Parts {
    let held = Held {
        health: context.health_link,
        individual: units.iter().any(|unit| unit.individual),
        general: genre == Genre::General,
        record: asked.contains(&ReasonCode::C3),
        alone: asked.contains(&ReasonCode::U4),
        clinical: false,
    };
    let mut parts = vec![(0..hits.len(), Part::of(page, cues, &(0..page.text().len()), hits, held))];
    match genre {
        Genre::Personal if hits.is_empty() => {}
        Genre::Personal => parts.push(parts[0].clone()),
        Genre::General => parts.extend(units.iter().filter_map(|unit| {
            let first = hits.partition_point(|hit| hit.range.start < unit.range.start);
            let last = hits.partition_point(|hit| hit.range.start < unit.range.end);
            let held = Held { health: unit.health, individual: unit.individual, ..held };
            (first < last).then(|| (first..last, Part::of(page, cues, &unit.range, &hits[first..last], held)))
        })),
    }
    parts
}

/// Corrects which findings are of somebody and in care, and whether one patient's story is told; `parts` without the whole,
/// `mere_trade` where the text speaks of business with outsiders and of no care.
pub(super) fn correct(
    questions: &Questions,
    genre: Genre,
    hits: &[Hit],
    parts: &[(Range<usize>, Part)],
    mere_trade: bool,
    context: &mut Context,
) {
    let (direct, linked) = (std::mem::take(&mut context.direct), std::mem::take(&mut context.linked));
    let (story, mut told) = (context.patient_story, false);
    for (places, part) in parts {
        let ask = |question| questions.ask(question, part);
        let (individual, care) = (ask(Question::Individual), ask(Question::Care));
        for place in places.clone() {
            // What is found for certain in a text that is not for everybody is never taken for nobody's.
            let certain = genre == Genre::Personal && names(hits[place].kind) && hits[place].confidence >= CERTAIN;
            let somebodys = individual > INDIVIDUAL || certain;
            let by_rule = linked.binary_search(&place).is_ok();
            if direct.binary_search(&place).is_err() {
                let in_care = by_rule || !mere_trade && care > CARE;
                context.linked.extend((in_care && somebodys).then_some(place));
                continue;
            }
            let enough = match by_rule {
                true => 1.0 - CARE,
                false if mere_trade => CARE_IN_TRADE,
                false => CARE,
            };
            let in_care = care > enough || hits[place].kind == Kind::Photo && by_rule;
            let bare_copy = genre == Genre::General && !in_care && individual <= INDIVIDUAL_IN_COPY;
            if somebodys && !bare_copy || context.sensitive.contains(&place) {
                context.direct.push(place);
                context.linked.extend(in_care.then_some(place));
            }
        }
        if hits[places.clone()].iter().any(|hit| hit.kind == Kind::Provider) {
            told |= ask(Question::Story) > if story { STORY } else { 1.0 - STORY };
        }
    }
    context.patient_story = told;
    if genre == Genre::General {
        // Names in copy that are nobody's make no crowd.
        context.individuals = context.individuals.min(context.direct.len());
    }
}

/// Whether a kind names one person: what reaches somebody may be the practice's own.
fn names(kind: Kind) -> bool {
    !matches!(kind, Kind::Location | Kind::Phone | Kind::Fax | Kind::Email | Kind::Url | Kind::Date)
}

/// Adds what a text asks for in words that no phrase of the policy has.
pub(super) fn sense(
    questions: &Questions,
    page: &Page<'_>,
    whole: &Part,
    activities: &Activities,
    requests: &Requests,
    context: &mut Context,
) {
    let size = page.tokens().len();
    // So few words may ask for anything: "hello", "the dose".
    if size < FEW {
        return;
    }
    let sensed = |sense: Sense| {
        let enough = match sense {
            Sense::ToolAlone => ALONE,
            Sense::RecordWork if size < SHORT => RECORD_IN_SHORT,
            Sense::RecordWork => RECORD,
        };
        let asks = questions.ask(sense.into(), whole) > enough;
        asks.then(|| questions.strongest(sense.into(), page))
    };
    activities.sense(page, requests, sensed, &mut context.asked);
}
