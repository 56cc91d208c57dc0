//! Sentences of a note, and which of them plainly belong to a field.
//!
//! A sentence that says several things is cut between them, so that no more goes along than belongs to a field. It is
//! never cut behind a negation: of "no fever, cold sores or pregnancy" the last words alone would say the contrary.

use super::layout::Line;
use super::wanted::{Said, Wanted, words};
use crate::policy::phrase::sentences;
use std::ops::Range;

/// A part of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The places in the template of the fields that it belongs to; none: it is left out.
    pub fields: Vec<usize>,
    /// What it says, on one line.
    pub text: String,
    /// The numbers of the lines on which it stands.
    pub lines: Range<usize>,
}

/// A line longer than this that ends inside a sentence goes on in the next one, in bytes.
const WRAPPED: usize = 40;
/// The longest item of a list of conditions or drugs, in words.
const ITEM: usize = 5;

/// Words that turn what follows into its contrary.
#[rustfmt::skip]
const NEGATIONS: &[&str] = &[
    "no", "not", "non", "none", "never", "nor", "neither", "without", "denies", "denied", "deny", "denying", "negative", "neg", "doesnt", "dont", "didnt",
    "isnt", "wasnt", "hasnt", "havent", "cant", "wont", "stopped", "off", "if", "unless", "niega", "sin",
];
/// Other people, whose conditions are not the patient's.
#[rustfmt::skip]
const RELATIVES: &[&str] = &[
    "mother", "mom", "moms", "mothers", "father", "dad", "dads", "parent", "parents", "sister", "sisters", "brother", "brothers", "husband", "husbands", "wife", "wifes", "son",
    "daughter", "aunt", "uncle", "grandmother", "grandma", "grandfather", "cousin", "friend", "friends", "family", "fhx",
];
/// Words for the patient at the beginning of a clause.
const PATIENT: &[&str] = &["she", "he", "they", "i", "pt", "patient", "client", "herself", "himself"];
/// How far back a negation or a relative reaches, in bytes, which also bounds the work at one word.
const REACH: usize = 400;
/// Among so many first words of a clause stands whom it is about.
const SUBJECT: usize = 3;
/// Words that keep a list together, for its items hang on them.
const LEADS: &[&str] =
    &["allerg", "react", "sensitiv", "want", "would", "hope", "hoping", "like", "bother", "concern", "avoid"];
/// Between two of these a sentence may be cut.
const JOINTS: &[&str] = &[", ", "; ", " and ", " but ", " who ", " - ", " – ", " — ", ". ", ": ", " y ", "\n"];

/// Cuts lines into pieces; `list` where a line may be a list of conditions or drugs.
pub(super) fn pieces(lines: &[Line], wanted: &Wanted, list: bool) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut lines = lines.iter().peekable();
    while let Some(line) = lines.next() {
        let mut text = line.text.clone();
        let mut starts = vec![(0, line.number)];
        let mut last = line;
        while let Some(next) = lines.next_if(|next| goes_on(last) && !next.item && next.number == last.number + 1) {
            text.push('\n');
            starts.push((text.len(), next.number));
            text.push_str(&next.text);
            last = next;
        }
        for sentence in sentences(&text) {
            // A sentence ends with its last word; what stands behind it until the next belongs to nothing.
            let parts = if list { items(&text, &sentence, wanted) } else { None };
            for (fields, bytes) in parts.unwrap_or_else(|| clauses(&text, &sentence, wanted)) {
                let line_of =
                    |at: usize| starts.iter().rev().find(|(start, _)| *start <= at).map_or(0, |(_, line)| *line);
                let lines = line_of(bytes.start)..line_of(bytes.end) + 1;
                pieces.push(Piece { fields, text: text[bytes].replace('\n', " "), lines });
            }
        }
    }
    pieces
}

/// Whether a line goes on in the next: it is long and ends inside a sentence.
pub(super) fn goes_on(line: &Line) -> bool {
    line.text.len() > WRAPPED && line.text.ends_with(|c: char| c.is_lowercase() || c == ',')
}

type Part = (Vec<usize>, Range<usize>);

/// The items of a list such as "HTN, cold sores, on Eliquis", each by itself; none where it is no such list.
fn items(text: &str, sentence: &Range<usize>, wanted: &Wanted) -> Option<Vec<Part>> {
    let whole = &text[sentence.clone()];
    let mut items = Vec::new();
    let mut start = sentence.start;
    for item in whole.split([',', ';']) {
        let bytes = trimmed(text, start..start + item.len());
        start += item.len() + 1;
        items.push((of(wanted, &text[bytes.clone()]), bytes));
    }
    let short = items.iter().all(|(_, bytes)| text[bytes.clone()].split_whitespace().count() <= ITEM);
    let leads = words(whole).any(|(word, _)| LEADS.iter().any(|lead| word.starts_with(lead)));
    (items.len() > 1 && short && !leads && !negates(whole) && !names_relative(whole)).then_some(items)
}

/// The fields of a text, each once, in order.
fn of(wanted: &Wanted, text: &str) -> Vec<usize> {
    let mut fields: Vec<usize> = Vec::new();
    for place in wanted.says(text).into_iter().filter_map(|said| said.place) {
        if !fields.contains(&place) {
            fields.push(place);
        }
    }
    fields
}

/// A sentence, cut where it goes over to another matter.
fn clauses(text: &str, sentence: &Range<usize>, wanted: &Wanted) -> Vec<Part> {
    let whole = &text[sentence.clone()];
    let mut parts: Vec<Part> = Vec::new();
    let mut part: Part = (Vec::new(), 0..0);
    let mut matter = None;
    let mut read = 0;
    for Said { place, bytes, negatable } in wanted.says(whole) {
        let joint = joint(whole, read..bytes.start);
        // Of somebody else and the patient in one sentence, only the patient's own clause counts.
        let turns = part.0.is_empty() && joint.as_ref().is_some_and(|joint| begins_with_patient(&whole[joint.end..]));
        if matter != Some(place) || turns {
            let before = |joint: &Range<usize>| &whole[part.1.start..joint.start];
            if let Some(joint) = joint.filter(|joint| turns || !negatable || !negates(before(joint))) {
                part.1.end = joint.start;
                parts.push(std::mem::replace(&mut part, (Vec::new(), joint.end..joint.end)));
            }
            matter = Some(place);
        }
        if let Some(place) = place.filter(|place| !part.0.contains(place) && !is_about_another(&whole[..bytes.start])) {
            part.0.push(place);
        }
        read = read.max(bytes.end);
    }
    part.1.end = whole.len();
    parts.push(part);
    let placed = parts
        .into_iter()
        .map(|(fields, bytes)| (fields, trimmed(text, sentence.start + bytes.start..sentence.start + bytes.end)));
    placed.filter(|(_, bytes)| !bytes.is_empty()).collect()
}

/// The last joint inside a range.
fn joint(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    // The space before a match may belong to its joint.
    let between = text.get(range.clone())?;
    let found = JOINTS.iter().filter_map(|joint| between.rfind(joint).map(|at| (at, joint.len())));
    found.max_by_key(|(at, length)| at + length).map(|(at, length)| range.start + at..range.start + at + length)
}

/// The end of a text, as far back as a negation or a relative reaches.
fn near(text: &str) -> &str {
    let start = text.ceil_char_boundary(text.len().saturating_sub(REACH));
    &text[start..]
}

fn negates(text: &str) -> bool {
    words(near(text)).any(|(word, _)| NEGATIONS.contains(&word.as_str()))
}

fn names_relative(text: &str) -> bool {
    words(text).any(|(word, _)| RELATIVES.contains(&word.as_str()))
}

/// Whether what follows a text is said of somebody else: a relative begins its last clause that begins with somebody.
fn is_about_another(before: &str) -> bool {
    let mut another = false;
    let mut rest = near(before);
    loop {
        let next = JOINTS.iter().filter_map(|joint| rest.find(joint).map(|at| (at, at + joint.len()))).min();
        let clause = next.map_or(rest, |(at, _)| &rest[..at]);
        let begin = words(clause).take(SUBJECT).last().map_or(0, |(_, bytes)| bytes.end);
        another = names_relative(&clause[..begin]) || another && !begins_with_patient(clause);
        match next {
            Some((_, end)) => rest = &rest[end..],
            None => return another,
        }
    }
}

fn begins_with_patient(text: &str) -> bool {
    words(text).next().is_some_and(|(word, _)| PATIENT.contains(&word.as_str()))
}

/// A range without the spaces and commas at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = part.trim_start_matches([' ', ',', ';', '\t', '\n', '-', '–', '—']);
    let end = start.trim_end_matches([' ', ',', ';', '\t', '\n']);
    let begin = range.start + part.len() - start.len();
    begin..begin + end.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(note: &str, list: bool) -> Vec<(usize, String)> {
        let template = ["contraindications", "goals", "next_appointment_type"].map(str::to_owned);
        let lines: Vec<Line> = note
            .lines()
            .enumerate()
            .map(|(number, line)| Line { text: line.to_owned(), number, item: false, boxed: false })
            .collect();
        let pieces = pieces(&lines, &Wanted::new(&template), list);
        pieces.into_iter().filter_map(|piece| Some((*piece.fields.first()?, piece.text))).collect()
    }

    #[test]
    fn a_sentence_is_cut_to_what_belongs_to_a_field() {
        let cases: &[(&str, &[(usize, &str)])] = &[
            (
                "28F allergic to lidocaine, takes sertraline, wants softer frown lines, RTC 2 wks",
                &[(0, "28F allergic to lidocaine"), (1, "wants softer frown lines"), (2, "RTC 2 wks")],
            ),
            (
                "Parked outside. She is on Eliquis and wants fuller lips.",
                &[(0, "She is on Eliquis"), (1, "wants fuller lips")],
            ),
            ("No fever, cold sores or pregnancy", &[(0, "No fever, cold sores or pregnancy")]),
            ("Denies meds, pregnancy", &[(0, "Denies meds, pregnancy")]),
            ("allergic to latex, sulfa and lidocaine", &[(0, "allergic to latex, sulfa and lidocaine")]),
            ("Her mother has lupus", &[]),
            ("Her mother has lupus, she herself gets cold sores", &[(0, "she herself gets cold sores")]),
            ("Next visit: filler consult", &[(2, "Next visit: filler consult")]),
            ("Her uncle is bipolar, on lithium and Eliquis", &[]),
            ("Pt lives with her husband, allergic to latex", &[(0, "allergic to latex")]),
            ("No complaints, RTC 4 wks", &[(2, "RTC 4 wks")]),
            ("wants to reschedule", &[]),
            ("took the bus, likes the new lobby", &[]),
            (
                "She told us at length that she is allergic to\nlidocaine",
                &[(0, "She told us at length that she is allergic to lidocaine")],
            ),
        ];
        for (note, pieces) in cases {
            let pieces: Vec<(usize, String)> =
                pieces.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
            assert_eq!(kept(note, false), pieces, "{note}");
        }
    }

    #[test]
    fn a_list_is_read_item_by_item() {
        let cases: &[(&str, &[&str])] = &[
            ("HTN, cold sores, divorced 2019, on Eliquis", &["cold sores", "on Eliquis"]),
            ("no HTN, cold sores", &["no HTN, cold sores"]),
            ("allergic to latex, sulfa", &["allergic to latex, sulfa"]),
        ];
        for (list, items) in cases {
            let found: Vec<String> = kept(list, true).into_iter().map(|(_, text)| text).collect();
            assert_eq!(&found, items, "{list}");
        }
    }
}
