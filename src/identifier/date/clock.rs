//! Reads the clock time that belongs to a date, and the words that lead up to one.

use super::reader::{Form, Reader, Reading};
use super::words;

impl Reader<'_> {
    /// The reading with the clock time that follows it.
    pub(super) fn with_time(&self, reading: Reading) -> Reading {
        if matches!(reading.form, Form::BareMonth | Form::MonthYear | Form::MonthSlashYear | Form::Holiday) {
            return reading;
        }
        match self.time(reading.end, &reading) {
            Some(end) if !reading.timed => Reading { end, timed: true, ..reading },
            _ => reading,
        }
    }

    /// The reading with `next`, `last`, `mid-` or an hour that stands in front of it.
    pub(super) fn with_lead(&self, reading: Reading) -> Reading {
        let Some(before) = reading.first.checked_sub(1) else { return reading };
        let word = self.lower(before);
        let mut first = reading.first;
        if self.same_line(first) {
            match reading.form {
                Form::Weekday | Form::DoubtfulWeekday | Form::Holiday | Form::BareMonth
                    if matches!(word.as_str(), "last" | "next" | "following" | "coming" | "past" | "this") =>
                {
                    let two = before > 0 && word != "last" && word != "next" && self.lower(before - 1) == "this";
                    first = if two { before - 1 } else { before };
                }
                Form::BareMonth if word == "-" && self.lower(before.wrapping_sub(1)) == "mid" => first = before - 1,
                Form::BareMonth if word == "mid" => first = before,
                _ if !reading.timed && self.is_hour(before) => first = before,
                _ => {}
            }
        }
        Reading { first, timed: reading.timed || self.is_hour(first), ..reading }
    }

    /// Whether the token is an hour with its half of the day: `7pm`, `8a`.
    fn is_hour(&self, i: usize) -> bool {
        let raw = self.raw(i);
        let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
        let hour: u32 = raw[..digits].parse().unwrap_or(0);
        let suffix = raw[digits..].to_ascii_lowercase();
        (1..=12).contains(&hour) && matches!(suffix.as_str(), "am" | "pm" | "a" | "p" | "ish")
    }

    /// The end of the clock time that belongs to a date ending before token `i`.
    fn time(&self, i: usize, reading: &Reading) -> Option<usize> {
        let mut at = i;
        if self.raw(at) == "," {
            at += 1;
        }
        if !self.same_line(i) || !self.same_line(at) {
            return None;
        }
        let word = self.lower(at);
        if matches!(word.as_str(), "morning" | "afternoon" | "evening" | "night" | "noon" | "midnight") && at == i {
            return Some(at + 1);
        }
        if matches!(word.as_str(), "a" | "p") && self.raw(at + 1) == "." && self.lower(at + 2) == "m" {
            return Some(if self.raw(at + 3) == "." { at + 4 } else { at + 3 });
        }
        if matches!(word.as_str(), "am" | "pm") && at == i {
            return Some(at + 1);
        }
        let spanish = word == "a" && matches!(self.lower(at + 1).as_str(), "las" | "la");
        let introduced = spanish || matches!(word.as_str(), "at" | "@" | "around" | "after");
        if introduced {
            at += if spanish { 2 } else { 1 };
        }
        let end = self.clock(at, introduced, reading)?;
        let range = matches!(self.raw(end), "-" | "–") || self.lower(end) == "to";
        Some(if range { self.clock(end + 1, true, reading).unwrap_or(end) } else { end })
    }

    /// The end of a clock time at `i`. A bare hour counts where a word introduced it.
    fn clock(&self, i: usize, introduced: bool, reading: &Reading) -> Option<usize> {
        if self.is_hour(i) {
            return Some(self.half_of_day(i + 1));
        }
        let word = self.lower(i);
        if introduced && matches!(word.as_str(), "noon" | "midnight") {
            return Some(i + 1);
        }
        if introduced && words::small_number(&word).is_some_and(|hour| hour <= 12) {
            let next = if self.raw(i + 1) == "-" { i + 2 } else { i + 1 };
            let minutes =
                matches!(self.lower(next).as_str(), "thirty" | "fifteen" | "forty" | "o'clock" | "twenty" | "ten");
            let end = if minutes { next + 1 } else { i + 1 };
            return Some(if self.lower(end) == "five" && minutes { end + 1 } else { end });
        }
        let (hour, len) = self.number(i)?;
        let colon = self.raw(i + 1) == ":" && self.glued(i + 1) && self.glued(i + 2);
        if colon && hour < 24 {
            let mut end = i + 3;
            if self.raw(end) == ":" && self.glued(end) && self.glued(end + 1) {
                end += 2;
            }
            let minutes = self.raw(i + 2).bytes().take_while(u8::is_ascii_digit).count();
            return (minutes == 2).then(|| self.half_of_day(end));
        }
        let with_half = self.half_of_day(i + 1);
        if len <= 2 && (1..=12).contains(&hour) && with_half > i + 1 {
            return Some(with_half);
        }
        let military = len == 4 && hour < 2400 && hour % 100 < 60;
        if military && matches!(reading.form, Form::Numeric | Form::MonthSlashDay) && !self.runs_on(i + 1) {
            return Some(i + 1);
        }
        (introduced && len <= 2 && (1..=12).contains(&hour) && !self.runs_on(i + 1)).then_some(i + 1)
    }

    /// The end of `pm`, `a.m.` or a time zone at `i`, or `i`.
    pub(super) fn half_of_day(&self, i: usize) -> usize {
        if !self.same_line(i) {
            return i;
        }
        let word = self.lower(i);
        let mut end = i;
        if matches!(word.as_str(), "am" | "pm") || matches!(word.as_str(), "a" | "p") && self.glued(i) {
            end += 1;
        } else if matches!(word.as_str(), "a" | "p") && self.raw(i + 1) == "." && self.lower(i + 2) == "m" {
            end += if self.raw(i + 3) == "." && self.glued(i + 3) { 4 } else { 3 };
        }
        let zone = matches!(
            self.raw(end),
            "UTC"
                | "GMT"
                | "EST"
                | "EDT"
                | "CST"
                | "CDT"
                | "MST"
                | "MDT"
                | "PST"
                | "PDT"
                | "HST"
                | "AKST"
                | "AKDT"
                | "ET"
        );
        if zone && self.same_line(end) {
            return end + 1;
        }
        let offset = matches!(self.raw(end), "-" | "+") && self.glued(end + 1);
        if offset && !self.glued(end) && self.number(end + 1).is_some_and(|(_, len)| len == 4) {
            return end + 2;
        }
        end
    }
}
