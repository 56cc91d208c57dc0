//! Reads what follows a date's core and is part of it: `before Christmas`, `weekend`, `of next month`, `, the 24th`.

use super::reader::{Form, Reader, Reading};
use super::words;

impl Reader<'_> {
    /// The reading with the words behind it that belong to it.
    pub(super) fn with_tail(&self, reading: Reading) -> Reading {
        let end = reading.end;
        let tail = match reading.form {
            Form::Holiday => self.holiday_tail(end),
            Form::Weekday | Form::DoubtfulWeekday => self.weekday_tail(&reading),
            Form::BareMonth => self.month_tail(end),
            Form::Ordinal => self.ordinal_tail(end),
            _ => None,
        };
        let end = tail.unwrap_or(end);
        let reading = Reading { end, ..reading };
        match self.same_day(&reading) {
            Some(end) => Reading { end, ..reading },
            None => reading,
        }
    }

    /// `eve`, `weekend`, `week`, and the year behind.
    fn holiday_tail(&self, i: usize) -> Option<usize> {
        let mut end = i;
        while let Some(next) = self.phrase_at(end, "eve|eves|day|weekend|wknd|wkend|week|wk") {
            end = next;
        }
        (end > i).then(|| self.year(end).unwrap_or(end))
    }

    /// `Friday before Christmas`, `Monday after the 15th`, `Monday before last`, `Tuesday week`, `Monday last`.
    fn weekday_tail(&self, reading: &Reading) -> Option<usize> {
        let end = reading.end;
        if let Some(next) = self.phrase_at(end, "before|after the?") {
            if let Some(day) = self
                .day_at(next)
                .filter(|day| day.form.is_numbered() || matches!(day.form, Form::Holiday | Form::Ordinal))
            {
                return Some(day.end);
            }
            let article = self.phrase_before(reading.first, "the").is_some();
            let alone = self.phrase_at(end, "before|after").filter(|end| article && self.closes_at(*end));
            return self.phrase_at(end, "before|after last|next").or(alone);
        }
        let closed = ["week", "wk", "last", "past", "gone"].iter().find_map(|word| self.phrase_at(end, word));
        closed.filter(|end| self.closes_at(*end)).or_else(|| self.phrase_at(end, "of next|last|this week|wk|month"))
    }

    /// `May of last year`, `October last`.
    fn month_tail(&self, i: usize) -> Option<usize> {
        let last = self.phrase_at(i, "last").filter(|end| self.closes_at(*end));
        last.or_else(|| self.phrase_at(i, "of last|this|next year|yr"))
    }

    /// `first of the month`, `12th ult.`.
    pub(super) fn ordinal_tail(&self, i: usize) -> Option<usize> {
        self.phrase_at(i, "of the|this|next|last month").or_else(|| self.phrase_at(i, "inst|ult|prox"))
    }

    /// The end of the same day told a second time: `tomorrow, the 24th`, `yesterday (6/2)`, `Feb 15, a Saturday`.
    fn same_day(&self, reading: &Reading) -> Option<usize> {
        let comma = usize::from(self.raw(reading.end) == ",");
        let bracket = usize::from(comma == 0 && self.raw(reading.end) == "(");
        let next = self.phrase_at(reading.end + comma + bracket, "the|a").unwrap_or(reading.end + comma + bracket);
        let article = next > reading.end + comma + bracket;
        if !self.same_line(next) || !self.same_line(reading.end) {
            return None;
        }
        let closed = |end: usize| match bracket {
            0 => Some(end),
            _ => (self.raw(end) == ")").then_some(end + 1),
        };
        let weekday = words::weekday(&self.lower(next)).is_some();
        if reading.form == Form::Relative {
            let day = self.calendar(next).filter(|day| day.form.is_numbered()).map(|day| day.end);
            let ordinal = || self.lone_ordinal(next).map(|day| day.end);
            let weekday = || (weekday && comma == 0).then(|| self.day_at(next)).flatten().map(|day| day.end);
            return day.or_else(ordinal).or_else(weekday).and_then(closed);
        }
        // A weekday that has a day of its own begins another date.
        let own_day = || self.calendar(next + 1).is_some() || self.day_ordinal(next + 1).is_some();
        let fits = reading.form.is_numbered() && !reading.weekday && weekday && !own_day();
        let told = fits && (article || bracket > 0 || self.closes_at(next + 1));
        told.then(|| closed(next + 1)).flatten()
    }
}
