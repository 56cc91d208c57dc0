//! LOCATION: places below the state, and the named facility where a person was seen or lives.
//! 45 CFR 164.514(b)(2)(i)(B).
//!
//! Leaves alone: states, countries, generic places ("our clinic"), eponyms and products named for places.

use super::recognizer::contains_any;
use super::{Doc, Hit, Kind, Known, Recognizer, address, hl7, vcard, x12};
use crate::lexicon::{self, Class, Entry};
use crate::tagger::{Label, Tag};
use crate::text::{Page, Shape};
use std::ops::Range;

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
    found: &[
        ("location/city-tagged", "The learned tagger takes it for a place."),
        ("location/facility-tagged", "The learned tagger takes it for a named facility."),
        ("location/street-tagged", "The learned tagger takes it for a street."),
        ("location/message", "It stands in the address of a clinical or claims message or of a contact card."),
        (
            "location/town-listed",
            "The lexicon has it as a town, and words for being, living or going there stand before it.",
        ),
        (
            "location/town-branch",
            "The lexicon has it as a town, and an office, a clinic or another branch there follows.",
        ),
        ("location/town-only", "The lexicon has it as a town and as hardly anything else."),
        (
            "location/facility-listed",
            "The lexicon has it as a hospital, a chain or a shop, and words for being there stand before it.",
        ),
        ("location/house-and-town", "Names behind words for being there end in a town of the lexicon."),
        (
            "location/address-lines",
            "A line above or below that of a flat, as addresses are written over several lines.",
        ),
        ("location/column", "The column's header says city, town or county."),
    ],
};

/// Takes the tagger's places, those that stand together as one.
fn find(page: &Page<'_>, known: &Known<'_>, hits: &mut Vec<Hit>) {
    let mut places: Vec<Hit> = Vec::new();
    for tag in known.tags.iter().filter(|tag| tag.label == Label::Location) {
        let tokens = &page.tokens()[tag.tokens.clone()];
        let entries: Vec<_> = tokens.iter().map(|token| lexicon::lookup(page.token_text(token))).collect();
        let is_region = |entry: &Entry| entry.is(Class::State) || entry.is(Class::Country);
        if entries.iter().all(is_region) && entries.iter().all(|entry| entry.city() == 0) {
            continue;
        }
        let mut range = tag.range(page);
        range.end = end_of_field(page.text(), &range);
        // Every town has one.
        let everywhere = ["main street", "main st", "high street"];
        let everywhere = everywhere.iter().any(|street| page.text()[range.clone()].eq_ignore_ascii_case(street));
        if everywhere || is_procedure_code(page, &range) || is_study(page, tag) {
            continue;
        }
        let mut rule = if entries.iter().any(|entry| entry.is(Class::Facility)) {
            FACILITY
        } else if tokens.iter().any(|token| matches!(token.shape, Shape::Number | Shape::Alnum)) {
            "location/street-tagged"
        } else {
            "location/city-tagged"
        };
        if let Some(end) = house_behind(page, tag.tokens.end) {
            range.end = end;
            rule = FACILITY;
        }
        match places.last_mut() {
            Some(last) if joined(&page.text()[last.range.end..range.start], &last.rule) => {
                last.range.end = range.end;
                last.confidence = last.confidence.max(tag.confidence);
            }
            _ => places.push(Hit { kind: Kind::Location, range, confidence: tag.confidence, rule: rule.into() }),
        }
    }
    for place in &mut places {
        if let Some(end) = state_behind(page, place.range.end) {
            place.range.end = end;
        }
    }
    hits.append(&mut places);
    hl7::places(page, "location/message", hits);
    x12::places(page, "location/message", hits);
    vcard::places(page, "location/message", hits);
    for range in page.cells_under(&|header| contains_any(&header.replace('_', " "), HEADERS)) {
        if is_place_cell(&page.text()[range.clone()]) {
            hits.push(Hit { kind: Kind::Location, range, confidence: 0.9, rule: "location/column".into() });
        }
    }
    address::listed(page, hits);
    address::grow(page, hits);
}

/// Where a place ends that runs on over a quote at the end of its line: what follows is another field.
fn end_of_field(text: &str, place: &Range<usize>) -> usize {
    let ends = ["'\n", "\"\n", "',\n", "\",\n"].iter().filter_map(|end| text[place.clone()].find(end));
    ends.min().map_or(place.end, |end| place.start + end)
}

/// Whether five digits are no ZIP code but a procedure's, by the key or the word before them.
fn is_procedure_code(page: &Page<'_>, range: &Range<usize>) -> bool {
    let value = &page.text()[range.clone()];
    let before = page.before(range.start, 12).to_ascii_lowercase();
    value.bytes().all(|byte| byte.is_ascii_digit())
        && (!lexicon::is_zip(value) || contains_any(&before, &["cpt", "hcpcs", "code", "proc", "procedure", "claim"]))
}

/// Whether a place is what a study, a score or a set of criteria is called by: "Framingham Heart Study", "the Rotterdam criteria".
fn is_study(page: &Page<'_>, tag: &Tag) -> bool {
    const REACH: usize = 3;
    const STUDIES: &[&str] = &[
        "study",
        "studies",
        "trial",
        "trials",
        "criteria",
        "score",
        "scores",
        "cohort",
        "consensus",
        "registry",
        "scale",
        "protocol",
        "classification",
        "guideline",
        "guidelines",
    ];
    let behind = page.tokens()[tag.tokens.start..].iter().take(tag.tokens.len() + REACH).skip(1);
    let words = behind.take_while(|token| token.is_word()).map(|token| page.token_text(token));
    words
        .take_while(|word| word.starts_with(char::is_uppercase) || STUDIES.contains(word))
        .any(|word| STUDIES.contains(&word.to_lowercase().as_str()))
}

/// Headers of columns that hold towns.
const HEADERS: &[&str] = &["city", "town", "hometown", "county", "neighborhood", "ort", "ciudad", "stadt"];

/// Whether a cell under such a header is a town: a few words of letters, no state alone.
fn is_place_cell(cell: &str) -> bool {
    let letters = cell.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\''));
    letters && cell.len() > 2 && cell.split(' ').count() <= 4 && lexicon::state(cell).is_none()
}

/// The rule of the tagger's facilities.
const FACILITY: &str = "location/facility-tagged";

/// Whether what stands between two places makes them one: a comma, or "in" behind a facility.
fn joined(between: &str, rule: &str) -> bool {
    matches!(between, ", " | "," | " - ") || rule == FACILITY && matches!(between, " in " | ", in " | " of ")
}

/// The end of a common noun that makes a facility of the city before it ("our Boise clinic").
fn house_behind(page: &Page<'_>, token: usize) -> Option<usize> {
    let house = page.tokens().get(token)?;
    let named = matches!(page.token_text(house), "clinic" | "hospital" | "branch" | "campus" | "ER" | "VA");
    (named && page.text()[..house.range.start].ends_with(' ')).then_some(house.range.end)
}

/// The end of the state behind a place ("Boise, ID"), which goes with it.
fn state_behind(page: &Page<'_>, at: usize) -> Option<usize> {
    let first = page.token_at(at);
    let tokens = page.tokens();
    let (comma, state) = (tokens.get(first)?, tokens.get(first + 1)?);
    if page.token_text(comma) != "," || comma.range.start != at || state.range.start != at + 2 {
        return None;
    }
    if let Some((count, entry)) =
        lexicon::longest_phrase(tokens[first + 1..].iter().take(3).map(|t| page.token_text(t)))
        && entry.is(Class::State)
    {
        return Some(tokens[first + count].range.end);
    }
    let text = page.token_text(state);
    let written = matches!(state.shape, Shape::Upper | Shape::Capital);
    (written && lexicon::lookup(text).is(Class::State)).then_some(state.range.end)
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
                "The patient was seen at ⟦Aspen Ridge Hospital⟧ for hives.",
                "She moved to ⟦Santa Fe⟧ last spring.",
                "My client lives in ⟦Boise, ID⟧ and drives over.",
                "The patient was seen at our ⟦Denver clinic⟧ for a peel.",
                "The patient was treated at ⟦Mercy Hospital in Tulsa⟧.",
                "client,town\nZuri Okafor,⟦Elgin⟧\nBjorn Lund,⟦Cicero⟧\nMay Price,⟦Aurora⟧",
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
                "The patient is on losartan, Cr 1.4, K 5.1.",
                "A patient fits the Rotterdam criteria.",
                "The patient read about the Tromso Heart Study.",
                "{\"dos\": \"2025\", \"cpt\": \"17311\", \"units\": 1}",
            ],
        );
    }
}
