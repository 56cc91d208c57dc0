//! Reads what leads up to a date and is part of it: `next`, `the day after`, `a week from`, `second week of`, `9:30 on`.

use super::reader::{Form, Reader, Reading};
use super::words;

/// What fixes another day by a day or a holiday, in patterns as [`Reader::phrase_before`] reads them.
const BY_A_DAY: &[&str] = &["PART of the?", "PART before|after|following|preceding the?"];
/// What fixes another day by a holiday or a word alone: a span before or after a plain date is a duration.
const BY_A_HOLIDAY: &[&str] = &["COUNT UNIT before|after", "COUNT UNIT from|ago on?"];
/// What goes before a weekday.
const BY_A_WEEKDAY: &[&str] = &["next|last|this|following week|wk on?", "COUNT UNIT ago|from on?", "COUNT week|wk"];
/// What narrows a month to some of its days.
const DAYS_OF_A_MONTH: &[&str] =
    &["ORDINAL week|wk|weekend|half|part of|in the?", "ORDINAL day of", "week|wk|weekend of"];
/// What narrows a month a little.
const PARTS_OF_A_MONTH: &[&str] = &[
    "end|beginning|start|middle|mid of",
    "early|late|mid -?",
    "early|mid|late - early|mid|late",
    "early|mid to|or mid|late",
];

impl Reader<'_> {
    /// The reading with everything in front that belongs to it.
    pub(super) fn with_lead(&self, reading: Reading) -> Reading {
        let mut reading = reading;
        for _ in 0..3 {
            match self.chosen(&reading).or_else(|| self.anchored(&reading)).or_else(|| self.told_before(&reading)) {
                Some(wider) => reading = wider,
                None => break,
            }
        }
        reading
    }

    /// Whether the token belongs to a class of words, or is one of several.
    pub(super) fn is_a(&self, i: usize, class: &str) -> bool {
        #[rustfmt::skip]
        const PARTS: &[&str] = &[
            "day", "night", "nite", "eve", "evening", "morning", "afternoon", "weekend", "wknd", "wkend", "week", "wk",
        ];
        const UNITS: &[&str] = &["day", "days", "night", "nights", "week", "weeks", "wk", "wks", "month", "months"];
        const COUNTS: &[&str] = &["a", "an", "couple", "few"];
        match class {
            "PART" => self.is(i, PARTS),
            "UNIT" => self.is(i, UNITS),
            "COUNT" => {
                let spoken = words::small_number(&self.lower(i)).is_some();
                self.is(i, COUNTS) || spoken || self.number(i).is_some_and(|(count, len)| len <= 2 && count > 0)
            }
            "ORDINAL" => {
                words::ordinal(&self.lower(i)).is_some() || self.day_ordinal(i).is_some() || self.is(i, &["last"])
            }
            _ => class.split('|').any(|word| self.is(i, &[word])),
        }
    }

    /// With a word that chooses among weekdays, months and holidays: `next`, `this coming`.
    fn chosen(&self, reading: &Reading) -> Option<Reading> {
        let first = reading.first;
        let named = reading.form.is_weekday() || matches!(reading.form, Form::Holiday | Form::BareMonth);
        if !named && !reading.weekday {
            return None;
        }
        let coming = |end: usize| self.phrase_before(end, "coming|upcoming|past|following");
        if let Some(start) = coming(first) {
            let article = self.phrase_before(start, "the|this|her|his|el|a").is_some();
            let start = self.phrase_before(start, "this").unwrap_or(start);
            return article.then_some(Reading { first: start, ..*reading });
        }
        if self.is_in_a_month(reading) {
            return self.phrase_before(first, "ORDINAL").map(|start| Reading { first: start, ..*reading });
        }
        if self.counts_back(reading) {
            let many = self.phrase_before(first, "a couple|few of?").or_else(|| self.phrase_before(first, "COUNT"));
            return many.map(|start| Reading { first: start, ..*reading });
        }
        self.phrase_before(first, "next|last|this").map(|start| Reading { first: start, ..*reading })
    }

    /// Whether the reading is a weekday of a month: `Saturday in May`.
    fn is_in_a_month(&self, reading: &Reading) -> bool {
        reading.weekday && reading.form == Form::MonthDay && self.is(reading.first + 1, &["in", "of"])
    }

    /// Whether the reading is weekdays counted from today: `Saturdays ago`.
    fn counts_back(&self, reading: &Reading) -> bool {
        reading.form == Form::Weekday
            && reading.end > reading.first + 1
            && self.is(reading.first + 1, &["ago", "back", "from"])
    }

    /// With what fixes another day by this one.
    fn anchored(&self, reading: &Reading) -> Option<Reading> {
        let before = |patterns: &[&str]| patterns.iter().filter_map(|p| self.phrase_before(reading.first, p)).min();
        if reading.form.is_month() {
            let days = before(DAYS_OF_A_MONTH).map(|first| Reading { first, form: Form::MonthDay, ..*reading });
            return days.or_else(|| before(PARTS_OF_A_MONTH).map(|first| Reading { first, ..*reading }));
        }
        let by_weekday = if reading.form.is_weekday() { before(BY_A_WEEKDAY) } else { None };
        let named = matches!(reading.form, Form::Holiday | Form::Relative);
        let by_holiday = if named { before(BY_A_HOLIDAY) } else { None };
        let many = |first: &usize| self.phrase_before(*first, "any|every|each|all|one|per").is_none();
        let first = by_weekday.or(by_holiday).or_else(|| before(BY_A_DAY).filter(many))?;
        let form = if reading.form.is_numbered() { reading.form } else { Form::Relative };
        Some(Reading { first, form, ..*reading })
    }
}
