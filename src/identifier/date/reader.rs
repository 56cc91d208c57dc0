//! Reads dates from a page's tokens: a small grammar of numbers, months, weekdays, holidays and clock times.
//!
//! A reading grows: its core (`digits`, `month`, `day`, `spoken`), what belongs behind it (`tail`), its clock time
//! (`clock`), what leads up to it (`lead`), and the other end of a range (`span`).

use super::neighbours as near;
use crate::identifier::wordlist::is_one_of;
use crate::text::{Page, Shape};
use std::borrow::Cow;

/// Which way of writing a date was met; it decides what evidence the date needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Day, month and year in digits, or a machine's time stamp.
    Numeric,
    /// Month and day with a slash or a full stop and no year: `3/14`.
    MonthSlashDay,
    /// Month and day with a hyphen and no year: `3-14`.
    MonthHyphenDay,
    /// Month and year in digits: `02/2023`, `2024-11`.
    MonthSlashYear,
    /// A month's name with a day.
    MonthDay,
    /// A month's name with a year and no day.
    MonthYear,
    /// A month's name alone.
    BareMonth,
    /// Month and day, or weekday and day, in spoken words.
    Spoken,
    /// A weekday that is no other word.
    Weekday,
    /// `sat`, `sun`, `mon`, `wed`.
    DoubtfulWeekday,
    /// A day of the month alone: `5th`, `ninth`.
    Ordinal,
    /// `tomorrow`, `yesterday`, `the day after Easter`.
    Relative,
    /// A holiday by name.
    Holiday,
}

impl Form {
    /// The rule's name for it.
    pub(super) fn rule(self) -> &'static str {
        match self {
            Form::Numeric => "date/numeric",
            Form::MonthSlashDay => "date/month-slash-day",
            Form::MonthHyphenDay => "date/month-hyphen-day",
            Form::MonthSlashYear => "date/month-slash-year",
            Form::MonthDay => "date/month",
            Form::MonthYear => "date/month-year",
            Form::BareMonth => "date/bare-month",
            Form::Spoken => "date/spoken",
            Form::Weekday => "date/weekday",
            Form::DoubtfulWeekday => "date/weekday-short",
            Form::Ordinal => "date/day",
            Form::Relative => "date/relative",
            Form::Holiday => "date/holiday",
        }
    }

    /// Whether it is a day of a month in figures or words.
    pub(super) fn is_numbered(self) -> bool {
        matches!(self, Form::Numeric | Form::MonthSlashDay | Form::MonthDay | Form::Spoken)
    }

    /// Whether it is a month without a day.
    pub(super) fn is_month(self) -> bool {
        matches!(self, Form::BareMonth | Form::MonthYear | Form::MonthSlashYear)
    }

    /// Whether it is a weekday without a day of a month.
    pub(super) fn is_weekday(self) -> bool {
        matches!(self, Form::Weekday | Form::DoubtfulWeekday)
    }
}

/// A date as the grammar reads it, before anything is known about what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) form: Form,
    /// The first token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// Whether a weekday stands in front.
    pub(super) weekday: bool,
    /// Whether a clock time belongs to it.
    pub(super) timed: bool,
}

impl Reading {
    pub(super) fn new(form: Form, first: usize, end: usize) -> Reading {
        Reading { form, first, end, weekday: false, timed: false }
    }
}

/// A page's tokens with what a grammar asks of them. Indexes past either end read as empty.
#[derive(Clone, Copy)]
pub(super) struct Reader<'p> {
    pub(super) page: &'p Page<'p>,
}

impl<'p> Reader<'p> {
    /// The token's text.
    pub(super) fn raw(&self, i: usize) -> &'p str {
        self.page.tokens().get(i).map_or("", |token| self.page.token_text(token))
    }

    /// The token's text in lower case.
    pub(super) fn lower(&self, i: usize) -> Cow<'p, str> {
        let raw = self.raw(i);
        let is_lower = raw.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        if is_lower { Cow::Borrowed(raw) } else { Cow::Owned(raw.to_lowercase()) }
    }

    /// Whether the token is one of these lower-case words.
    pub(super) fn is(&self, i: usize, words: &[&str]) -> bool {
        let raw = self.raw(i);
        words.iter().any(|word| raw.eq_ignore_ascii_case(word))
            || !raw.is_ascii() && words.contains(&&*raw.to_lowercase())
    }

    /// The token's shape; [`Shape::Mark`] outside the page.
    pub(super) fn shape(&self, i: usize) -> Shape {
        self.page.tokens().get(i).map_or(Shape::Mark, |token| token.shape)
    }

    /// What stands between a token and the one before it.
    pub(super) fn gap(&self, i: usize) -> &'p str {
        match (i.checked_sub(1).and_then(|before| self.page.tokens().get(before)), self.page.tokens().get(i)) {
            (Some(before), Some(token)) => &self.page.text()[before.range.end..token.range.start],
            _ => "\n",
        }
    }

    /// Whether the token touches the one before it.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.gap(i).is_empty()
    }

    /// Whether the token stands on the line of the one before it.
    pub(super) fn same_line(&self, i: usize) -> bool {
        !self.gap(i).contains('\n')
    }

    /// The value of a token of digits, with the count of digits.
    pub(super) fn number(&self, i: usize) -> Option<(u32, usize)> {
        if self.shape(i) != Shape::Number {
            return None;
        }
        let raw = self.raw(i);
        raw.parse().ok().map(|value| (value, raw.len()))
    }

    /// The token's leading digits and what follows them: `11`, `feb`.
    pub(super) fn split_number(&self, i: usize) -> Option<(u32, &'p str)> {
        let raw = self.raw(i);
        let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
        raw[..digits].parse().ok().map(|value| (value, &raw[digits..]))
    }

    /// Whether a phrase can end before token `i`: nothing follows that what stands before it could count or name.
    pub(super) fn closes_at(&self, i: usize) -> bool {
        let gap = self.gap(i);
        if gap.len() > 1 || gap == "\n" || gap == "\t" {
            return true;
        }
        let word = self.lower(i);
        match self.shape(i) {
            Shape::Mark => {
                !matches!(self.raw(i), "-" | "%" | "/" | "$" | "'" | "’" | "'s" | "’s" | "+" | "_") || !self.glued(i)
            }
            _ => is_one_of(near::GOES_ON, &word),
        }
    }

    /// The first token of a phrase that ends right before token `end`, on one line. In a pattern `|` parts
    /// alternatives, `?` makes a word optional, and a word in capitals stands for a class (see [`Reader::is_a`]).
    pub(super) fn phrase_before(&self, end: usize, pattern: &str) -> Option<usize> {
        let mut at = end;
        for part in pattern.rsplit(' ') {
            let (part, optional) = part.strip_suffix('?').map_or((part, false), |part| (part, true));
            if at > 0 && self.same_line(at) && self.is_a(at - 1, part) {
                at -= 1;
            } else if !optional {
                return None;
            }
        }
        Some(at)
    }

    /// The end of a phrase that begins at token `start`, on one line; patterns as in [`Reader::phrase_before`].
    pub(super) fn phrase_at(&self, start: usize, pattern: &str) -> Option<usize> {
        let mut at = start;
        for part in pattern.split(' ') {
            let (part, optional) = part.strip_suffix('?').map_or((part, false), |part| (part, true));
            if self.same_line(at) && self.is_a(at, part) {
                at += 1;
            } else if !optional {
                return None;
            }
        }
        Some(at)
    }

    /// The longest date that begins at token `i`, with what leads up to it.
    pub(super) fn date_at(&self, i: usize) -> Option<Reading> {
        Some(self.with_other_ends(self.with_lead(self.day_at(i)?)))
    }

    /// One date that begins at token `i`, with its clock time.
    pub(super) fn day_at(&self, i: usize) -> Option<Reading> {
        Some(self.with_time(self.with_tail(self.core_at(i)?)))
    }

    /// The shortest date that begins at token `i`.
    fn core_at(&self, i: usize) -> Option<Reading> {
        match self.shape(i) {
            Shape::Number => self.calendar(i).or_else(|| self.lone_number(i)),
            Shape::Alnum => self.calendar(i).or_else(|| self.lone_ordinal(i)).or_else(|| self.relative(i)),
            Shape::Mark => None,
            _ => self.worded(i),
        }
    }

    /// A day of a month, or a month, however written.
    pub(super) fn calendar(&self, i: usize) -> Option<Reading> {
        self.numeric(i)
            .or_else(|| self.spaced(i))
            .or_else(|| self.compact(i))
            .or_else(|| self.month_first(i))
            .or_else(|| self.day_first(i))
    }
}
