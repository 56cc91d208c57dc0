//! DATE: all elements of dates except the year, 45 CFR 164.514(b)(2)(i)(C), for dates directly about an individual.
//!
//! Left alone: years, durations, seasons, frequencies, opening hours, offers, deadlines and holidays of the house,
//! revision and expiry dates, fractions, scores and doses that look like a date. Ages over 89, of the same
//! paragraph, are a kind of their own.
//!
//! A weekday or a month is a date only if the text is about somebody, which is the context stage's to decide: this
//! recognizer reports what can be one, and the rule's name says how it was written.

mod clock;
mod evidence;
mod neighbours;
mod reader;
mod spoken;
mod words;

use super::{Doc, Hit, Kind, Recognizer};
use crate::tagger::Tag;
use crate::text::Page;
use reader::{Form, Reader};

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
        ("date/birth", "A date behind a word for a birth."),
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

/// Appends every date of the page that can be about somebody.
fn find(page: &Page<'_>, _tags: &[Tag], hits: &mut Vec<Hit>) {
    let reader = Reader { page };
    let tokens = page.tokens();
    // Where the last date that was accepted ended, in tokens, and the last one that was not.
    let (mut accepted, mut refused) = (0, 0);
    let mut i = 0;
    while i < tokens.len() {
        let Some(mut reading) = reader.date_at(i) else {
            i += 1;
            continue;
        };
        reading.first = reading.first.max(accepted);
        let listed = is_joined(&reader, accepted, i);
        let refused_with = is_joined(&reader, refused, i);
        let judged =
            evidence::judge(&reader, &reading, listed).filter(|(rule, _)| *rule == "date/birth" || !refused_with);
        if let Some((rule, confidence)) = judged {
            let range = tokens[reading.first].range.start..tokens[reading.end - 1].range.end;
            hits.push(Hit { kind: Kind::Date, range, confidence, rule: rule.into() });
            accepted = reading.end;
        } else if !matches!(reading.form, Form::Ordinal | Form::MonthSlashDay | Form::MonthHyphenDay) {
            refused = reading.end;
        }
        i = reading.end.max(i + 1);
    }
}

/// Whether only words of a list or a range stand between the end of a date and token `i`.
fn is_joined(reader: &Reader<'_>, end: usize, i: usize) -> bool {
    let joins =
        |t| matches!(reader.lower(t).as_str(), "," | "and" | "or" | "to" | "&" | "through" | "thru" | "-" | "–");
    end > 0 && end < i && i - end <= 2 && reader.same_line(i) && (end..i).all(joins)
}

#[cfg(test)]
mod tests;
