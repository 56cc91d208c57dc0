//! DATE: all elements of dates except the year, 45 CFR 164.514(b)(2)(i)(C), for dates directly about an individual.
//!
//! Left alone: years, durations, seasons, frequencies, opening hours, offers, deadlines and holidays of the house,
//! revision and expiry dates, fractions, scores and doses that look like a date. Ages over 89, of the same
//! paragraph, are a kind of their own.
//!
//! A weekday or a month is a date only if the text is about somebody, which is the context stage's to decide: this
//! recognizer reports what can be one, and the rule's name says how it was written.

mod clock;
mod counted;
mod day;
mod digits;
mod evidence;
mod holidays;
mod lead;
mod month;
mod neighbours;
mod reader;
mod span;
mod spoken;
mod tail;
mod words;

use super::{Doc, Hit, Kind, Known, Recognizer};
use crate::identifier::field::Field;
use crate::identifier::spoken::is_year_or_age;
use crate::identifier::wordlist::{is_one_of, words_of};
use crate::tagger::{Candidate, Label};
use crate::text::Page;
use reader::Reader;
use std::ops::Range;

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Date,
    doc: Doc {
        title: "date",
        paragraph: "45 CFR 164.514(b)(2)(i)(C)",
        is: "A day or a month that belongs to somebody: a birthday, a visit, an appointment, a treatment, an admission. \
             Weekdays, tomorrow and yesterday count as well, and so does a holiday on which that person came.",
        leaves_alone: "Years alone, durations (two weeks), seasons, habits (every Tuesday), opening hours, offers and \
                       holidays in advertising, revision and expiry dates, today, and a clock time without a day.",
        instead: "Give the year, or how long before or after (two weeks after her treatment).",
    },
    patterns: &[],
    find: Some(find),
    found: &[
        ("date/tagged", "The learned tagger takes it for a date."),
        ("date/numeric", "A day in digits that exists in the calendar."),
        ("date/month-slash-day", "A month and a day in digits, in a place where a date fits."),
        ("date/month-hyphen-day", "A month and a day in digits, in a place where a date fits."),
        ("date/month-slash-year", "A month and a year in digits."),
        ("date/month", "A month's name with a day."),
        ("date/month-year", "A month's name with a year."),
        ("date/bare-month", "A month's name in a place where a date fits."),
        ("date/spoken", "A date spoken as words."),
        ("date/weekday", "A weekday that fixes a day."),
        ("date/weekday-short", "A weekday's abbreviation in a place where a day fits."),
        ("date/day", "A day of the month as an ordinal."),
        ("date/relative", "Words that fix a day from today."),
        ("date/holiday", "A holiday that stands for the day on which something happened."),
    ],
};

/// Every run of tokens of the page that can be a date by the way it is written, in order of place.
pub(crate) fn candidates(page: &Page<'_>) -> Vec<Candidate> {
    let reader = Reader { page };
    let mut candidates = Vec::new();
    let mut i = 0;
    while i < page.tokens().len() {
        let Some(reading) = reader.date_at(i) else {
            i += 1;
            continue;
        };
        // What leads up to it may belong to the date before.
        let taken = candidates.last().is_some_and(|last: &Candidate| reading.first < last.tokens.end);
        let first = if taken { i } else { reading.first };
        candidates.push(Candidate { tokens: first..reading.end, form: reading.form as u8 });
        i = reading.end.max(i + 1);
    }
    candidates
}

/// Whether the words right beside a date allow that it is somebody's: no habit, offer, opening hour or revision.
pub(crate) fn may_be_somebodys(page: &Page<'_>, range: &Range<usize>) -> bool {
    let reader = Reader { page };
    let mut tokens = page.tokens_in(range);
    let reading = tokens.find_map(|at| reader.date_at(at)).filter(|reading| reading.end <= page.tokens().len());
    reading.is_some_and(|reading| evidence::judge(&reader, &reading))
}

/// Appends every date as the grammar reads it, as certain as the tagger is of it, and where the grammar knows no date,
/// those of the tagger alone.
fn find(page: &Page<'_>, known: &Known<'_>, hits: &mut Vec<Hit>) {
    let reader = Reader { page };
    for tag in known.tags.iter().filter(|tag| tag.label == Label::Date) {
        let read = (tag.tokens.clone()).find_map(|at| reader.date_at(at)).filter(|read| read.end == tag.tokens.end);
        // The tagger alone takes a spoken year or a clock time for a date now and then.
        let text = &page.text()[tag.range(page)];
        if read.is_none()
            && (is_year_or_age(text) || is_clock_alone(text) || counted::is_counted(&reader, tag.tokens.end))
        {
            continue;
        }
        let nobodys = |reading| {
            evidence::is_points(&reader, &reading)
                || evidence::is_secondary_to(&reader, &reading)
                || evidence::is_habit(&reader, &reading)
                || counted::is_no_day(&reader, &reading)
        };
        if read.is_some_and(nobodys) {
            continue;
        }
        let rule = read.map_or("date/tagged", |reading| reading.form.rule());
        hits.push(Hit { kind: Kind::Date, range: tag.range(page), confidence: tag.confidence, rule: rule.into() });
    }
    labelled(&reader, &known.fields, hits);
}

/// Whether a text is a time of day and no day: `9am`, `4:15 pm`, `9:20ish`, `noon`.
fn is_clock_alone(text: &str) -> bool {
    let lower = text.to_lowercase();
    let rest = lower.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | ' '));
    let half = rest.trim_end_matches("ish").trim_matches(['-', ' ', '.']);
    let hour = rest.len() < lower.len() && matches!(half, "" | "a" | "p" | "am" | "pm" | "a.m" | "p.m" | "o'clock");
    // Digits alone may be a day of the month.
    let clear = lower.contains(':') || !half.is_empty() || rest.starts_with("ish");
    hour && clear || matches!(lower.as_str(), "noon" | "midnight" | "am" | "pm")
}

/// How certain a date is that a record's label tells of, at least.
const TOLD: f32 = 0.95;

/// Words of a label that tell of a day in somebody's care.
const VISITS: &str = "appointment, appt, visit, consult, consultation, surgery, procedure, treatment, admitted, discharged, dob, \
    birthdate, birthday, cita, termin, rendez";

/// Appends the dates that a label of a record sets apart and calls a day in somebody's care, and is sure of those that are
/// found already.
fn labelled(reader: &Reader<'_>, fields: &[Field<'_>], hits: &mut Vec<Hit>) {
    let page = reader.page;
    let tells = |label: &str| {
        words_of(label).flat_map(|word| word.split('_')).any(|word| is_one_of(VISITS, &word.to_lowercase()))
    };
    for value in fields.iter().filter(|field| field.apart && tells(field.label)).map(|field| field.value.clone()) {
        let first = page.token_at(value.start);
        let Some(reading) = reader.date_at(first).filter(|reading| reading.first == first) else { continue };
        let range = value.start..page.tokens()[reading.end - 1].range.end;
        match hits.iter_mut().find(|hit| hit.kind == Kind::Date && hit.range.contains(&range.start)) {
            Some(hit) => hit.confidence = hit.confidence.max(TOLD),
            None if range.end <= value.end => {
                hits.push(Hit { kind: Kind::Date, range, confidence: TOLD, rule: reading.form.rule().into() });
            }
            None => {}
        }
    }
}

#[cfg(test)]
mod tests;
