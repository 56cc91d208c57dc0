//! LOCATION: places below the state, and the named facility where a person was seen or lives.
//! 45 CFR 164.514(b)(2)(i)(B).
//!
//! Leaves alone: states, countries, generic places ("our clinic"), eponyms and products named for places.

use super::{Doc, Hit, Kind, Recognizer, address};
use crate::lexicon::{self, Class};
use crate::tagger::{Label, Tag};
use crate::text::{Page, Shape};

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Location,
    doc: Doc {
        title: "place below the state",
        paragraph: "45 CFR 164.514(b)(2)(i)(B)",
        is: "A street, city, county, ZIP code or neighbourhood of somebody, and the named hospital, clinic, school or \
             employer that places them.",
        leaves_alone: "States and countries, unnamed places (our clinic, the downtown office), and places about \
                       nobody: the city your page wants to rank for, your own address in your own copy.",
        instead: "Write the state, \"their town\", \"a clinic\" or \"a hospital\"; of a ZIP code the first three digits.",
    },
    patterns: address::PATTERNS,
    find: Some(find),
};

/// Takes the tagger's places.
fn find(page: &Page<'_>, tags: &[Tag], hits: &mut Vec<Hit>) {
    for tag in tags.iter().filter(|tag| tag.label == Label::Location) {
        let tokens = &page.tokens()[tag.tokens.clone()];
        let entries: Vec<_> = tokens.iter().map(|token| lexicon::lookup(page.token_text(token))).collect();
        if entries.iter().all(|entry| entry.is(Class::State) || entry.is(Class::Country)) {
            continue;
        }
        let rule = if entries.iter().any(|entry| entry.is(Class::Facility)) {
            "location/facility-tagged"
        } else if tokens.iter().any(|token| matches!(token.shape, Shape::Number | Shape::Alnum)) {
            "location/street-tagged"
        } else {
            "location/city-tagged"
        };
        let range = tag.range(page);
        hits.push(Hit { kind: Kind::Location, range, confidence: tag.confidence, rule: rule.into() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifier::table::check;

    #[test]
    fn places_of_people_are_found() {
        check(
            &RECOGNIZER,
            &[
                "My client lives in ⟦Boise⟧ and drives over for her peel.",
                "The patient was seen at ⟦Mercy West Hospital⟧ for hives.",
                "She moved to ⟦Santa Fe⟧ last spring.",
            ],
        );
    }

    #[test]
    fn states_countries_and_generic_places_are_left_alone() {
        check(
            &RECOGNIZER,
            &[
                "Does HIPAA apply to a med spa in Texas?",
                "The patient flew in from France.",
                "Please call our clinic to rebook.",
                "Bring the form to the hospital.",
            ],
        );
    }
}
