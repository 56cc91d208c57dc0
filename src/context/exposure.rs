//! What of a text breaks the rules of the place that it goes to (reasons P1 to P5), whoever is named in it.
//!
//! P1 to P4 are questions to the whole text, answered by `question`. P5 is the first turn of a recorded talk
//! (`transcript`) of which the same says so. An authorization that the text says is on record (45 CFR 164.508) takes P3 away.

use super::cues::Cues;
use super::question::{Held, Part, Question, Questions};
use super::transcript;
use crate::policy::phrase::PhraseSet;
use crate::text::Page;
use crate::verdict::ReasonCode;
use std::ops::Range;
use std::sync::LazyLock;

/// Something that breaks a rule of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposure {
    /// The rule: one of P1 to P5.
    pub code: ReasonCode,
    /// Where it shows, in bytes of the original.
    pub bytes: Range<usize>,
}

/// The questions behind the reasons, each with the probability from which on it is answered with yes.
const QUESTIONS: [(ReasonCode, Question, f32); 4] = [
    (ReasonCode::P1, Question::Named, 0.4),
    (ReasonCode::P2, Question::Confirmed, 0.5),
    (ReasonCode::P3, Question::Shown, 0.4),
    (ReasonCode::P4, Question::Invited, 0.4),
];

/// From which probability on a turn of a talk is clinical.
const CLINICAL: f32 = 0.5;

/// How copy says that somebody signed for being shown.
static AUTHORIZED: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases: Vec<&str> = AUTHORIZATION.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    PhraseSet::new(&phrases).unwrap_or_else(|_| PhraseSet::of(Vec::new()))
});

const AUTHORIZATION: &str = "
    signed/written/marketing/hipaa (marketing/media/photo/hipaa) authorization/release/consent ... on-file/on-record/in-her-chart/in-his-chart/attached/is-signed
    authorization/release/consent (form) (is) on-file/on-record/signed
    authorization/release/consent (form) (was) signed
    signed ... authorization/release on-file
    has/have/gave signed/given/us (us) (a/an/her/his/their/the) (written/marketing/photo/media) authorization/release/consent
    shared/used/printed/published with (her/his/their) (signed/written) authorization/permission/consent
    with (her/his/their) written authorization/permission/consent
";

/// Whether a text says that the person in it has signed an authorization.
pub(super) fn is_authorized(page: &Page<'_>) -> bool {
    AUTHORIZED.find(page.text()).next().is_some()
}

/// What breaks those of the rules that are watched, in the order of their codes.
pub(super) fn exposures(
    page: &Page<'_>,
    cues: &Cues,
    whole: &Part,
    questions: &Questions,
    watched: &[ReasonCode],
    authorized: bool,
) -> Vec<Exposure> {
    let mut found: Vec<Exposure> = Vec::new();
    for (code, question, enough) in QUESTIONS {
        let excused = code == ReasonCode::P3 && authorized;
        if watched.contains(&code) && !excused && questions.ask(question, whole) > enough {
            let bytes = page.original_range(&questions.strongest(question, page));
            found.push(Exposure { code, bytes });
        }
    }
    if watched.contains(&ReasonCode::P5) {
        let turn = turns(page, cues).into_iter().find(|(_, part)| questions.ask(Question::Clinical, part) > CLINICAL);
        found.extend(turn.map(|(turn, _)| Exposure { code: ReasonCode::P5, bytes: page.original_range(&turn) }));
    }
    found
}

/// The turns of a talk in which somebody from outside speaks, in bytes of the view, as the questions see them.
pub(super) fn turns(page: &Page<'_>, cues: &Cues) -> Vec<(Range<usize>, Part)> {
    let turns = transcript::outside_turns(page).into_iter();
    turns
        .map(|(turn, clinical)| {
            let part = Part::of(page, cues, &turn, &[], Held { clinical, ..Held::default() });
            (turn, part)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authorization_is_read_where_it_is_said_to_be_on_record() {
        for (text, authorized) in [
            ("Maria G., who signed. Marketing authorization on file.", true),
            ("Jen has signed a photo release with us.", true),
            ("Shared with her written permission.", true),
            ("Ask clients for authorization before you post.", false),
            ("Our consent form is long.", false),
            ("We need a release before we post this", false),
        ] {
            assert_eq!(is_authorized(&Page::new(text)), authorized, "{text}");
        }
    }
}
