//! Reads ranges and alternatives: two dates of one kind with `to`, `or` or a dash between them are one.

use super::neighbours as near;
use super::reader::{Form, Reader, Reading};
use super::words;
use crate::identifier::wordlist::is_one_of;

impl Reader<'_> {
    /// The reading with every further end of a range or an alternative.
    pub(super) fn with_other_ends(&self, reading: Reading) -> Reading {
        let mut whole = reading;
        let mut last = reading;
        while let Some(other) = self.other_end(&last) {
            whole = Reading { end: other.end, timed: whole.timed || other.timed, ..whole };
            last = other;
        }
        whole
    }

    /// The date behind the word or mark that joins it to this one.
    fn other_end(&self, one: &Reading) -> Option<Reading> {
        let joiner = one.end;
        let dash = matches!(self.raw(joiner), "-" | "–");
        let listing = matches!(self.raw(joiner), "/" | "&");
        let joins =
            dash || listing || self.is(joiner, &["to", "or", "through", "thru", "until", "till", "bis", "hasta", "au"]);
        let next = self.phrase_at(joiner + 1, "the|el|next|last|on").unwrap_or(joiner + 1);
        if !joins || !self.same_line(joiner) || !self.same_line(next) || dash && self.glued(joiner) != self.glued(next)
        {
            return None;
        }
        let ordinal = || self.day_ordinal(next).or_else(|| self.spoken_day(next)).filter(|end| self.closes_at(*end));
        let other = match one.form {
            Form::Ordinal => {
                let alone = || ordinal().map(|end| Reading::new(Form::Ordinal, next, end));
                self.day_first(next).or_else(alone).map(|day| self.with_time(day))
            }
            _ => self.day_at(next),
        }?;
        if self.is(joiner, &["to"]) && self.is_moved(one.first) {
            return None;
        }
        let alike = kind(one).is_some_and(|kind_of_one| Some(kind_of_one) == kind(&other));
        (alike && (!listing || one.form == other.form && one.form.is_numbered())).then_some(other)
    }

    /// Whether what stands before makes two dates the old and the new one: `moved from Monday to Wednesday`.
    fn is_moved(&self, first: usize) -> bool {
        let from = self.phrase_before(first, "from the?");
        from.is_some_and(|from| (from.saturating_sub(5)..from).any(|i| is_one_of(near::MOVED, &self.lower(i))))
    }

    /// Whether the reading runs from one weekday to another, as opening hours do.
    pub(super) fn is_range_of_weekdays(&self, reading: &Reading) -> bool {
        let weekday = |i: usize| words::weekday(&self.lower(i)).is_some();
        let joins = |i: usize| matches!(self.raw(i), "-" | "–" | "/" | "&") || self.is(i, &["to", "through", "thru"]);
        (reading.first + 1..reading.end).any(|i| joins(i) && weekday(i + 1)) && weekday(reading.first)
    }
}

/// Which readings can be the two ends of a range: those of one kind.
fn kind(reading: &Reading) -> Option<u8> {
    Some(match reading.form {
        _ if reading.weekday => 0,
        Form::Numeric | Form::MonthSlashDay | Form::MonthDay | Form::Spoken | Form::Ordinal => 0,
        Form::MonthSlashYear | Form::MonthYear | Form::BareMonth => 1,
        Form::Weekday | Form::DoubtfulWeekday => 2,
        Form::Relative => 3,
        Form::Holiday => 4,
        Form::MonthHyphenDay => return None,
    })
}
