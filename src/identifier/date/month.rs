//! Reads a month's name with its day and its year, in either order: `March 14th, 2024`, `5 de abril`, `3/XI/1984`.

use super::digits::day_exists;
use super::neighbours as near;
use super::reader::{Form, Reader, Reading};
use super::words;
use crate::identifier::wordlist::is_one_of;
use crate::text::Shape;

/// Words that join two days of one month.
const JOINERS: &[&str] = &["-", "–", "to", "or", "and", "&", "thru", "through", "until", "till", "/", "bis", "al"];

impl Reader<'_> {
    /// `March 14th, 2024`, `march fourteenth nineteen eighty`, `Oct 2023`, `March`.
    pub(super) fn month_first(&self, i: usize) -> Option<Reading> {
        let word = self.lower(i);
        let month = words::month(&word)?;
        let mut next = i + 1;
        let dotted = self.raw(next) == "." && self.glued(next) && word.len() <= 4;
        if dotted || matches!(self.raw(next), "-" | "/") && self.glued(next) && self.glued(next + 1) {
            next += 1;
        }
        if self.is(next, &["the"]) {
            next += 1;
        }
        if let Some(end) = self.spoken_day(next).or_else(|| self.cardinal_day(next, &word)) {
            let end = self.last_day(end, month).unwrap_or(end);
            return Some(Reading::new(Form::Spoken, i, self.year(end).unwrap_or(end)));
        }
        if let Some(end) = self.day_of(next, month).filter(|_| self.same_line(next)) {
            let last = self.last_day(end, month);
            let open = self.year(end).is_none() && self.shape(next) == Shape::Number && self.runs_on(end);
            let clock =
                self.raw(end) == ":" && self.glued(end) && self.glued(end + 1) && self.number(end + 1).is_some();
            let clock = clock || self.raw(end) == ")" && self.raw(i.wrapping_sub(1)) != "(" && self.gap(next).len() > 1;
            if last.is_some() || !open && !clock {
                let end = last.unwrap_or(end);
                return Some(Reading::new(Form::MonthDay, i, self.year(end).unwrap_or(end)));
            }
        }
        if let Some(end) = self.year(next) {
            return Some(Reading::new(Form::MonthYear, i, end));
        }
        if words::needs_a_day(&word) {
            return None;
        }
        let end = if dotted && self.same_line(i + 2) && !self.starts_sentence(i + 2) { i + 2 } else { i + 1 };
        Some(Reading::new(Form::BareMonth, i, end))
    }

    /// `5 March 2024`, `5th of March`, `19-Apr-2023`, `3 de abril`, `the second of march`, `7 to 10 Apr`, `3. Mai`.
    pub(super) fn day_first(&self, i: usize) -> Option<Reading> {
        if self.is_inside_a_code(i) {
            return None;
        }
        let spoken = self.spoken_day(i).or_else(|| self.spoken_cardinal(i).filter(|end| self.is(*end, &["of"])));
        let end = spoken.or_else(|| self.day_of(i, 1))?;
        if let Some(range) = self.first_of_a_range(i, end) {
            return Some(range);
        }
        let mark = self.raw(end);
        let joined = matches!(mark, "-" | "/" | ".") && self.glued(end) && self.glued(end + 1);
        let mut next = end;
        let ordinal = self.shape(i) == Shape::Alnum;
        if joined || mark == "." && self.glued(end) && !ordinal && spoken.is_none() {
            next = end + 1;
        } else if let Some(link) = self.phrase_at(end, "day? of|de").filter(|link| *link > end) {
            next = link;
        }
        let word = self.lower(next);
        let roman = || if joined { words::roman_month(self.raw(next)) } else { None };
        let month = words::month(&word).or_else(|| words::short_month(&word)).or_else(roman)?;
        if self.gap(next).len() > 1 || joined && self.raw(next).len() == 1 && self.raw(next + 1) != mark {
            return None;
        }
        let lower_may = word == "may" && self.raw(next) == "may" && next == end;
        if spoken.is_none() && self.day_of(i, month).is_none() || lower_may || !self.same_line(next) && next == end {
            return None;
        }
        let mut end = next + 1;
        if self.raw(end) == "." && self.glued(end) && word.len() <= 4 && self.year(end + 1).is_some() {
            end += 1;
        }
        let year = self.year(end).or_else(|| self.short_year(end, joined.then_some(mark)));
        // `12 ago` is no day in August, `2. May I` no day in May, and `first Feb 1` begins behind the first word.
        let unsure = word == "ago" && !joined || mark == "." && !joined && matches!(&*word, "may" | "march");
        let own_day = spoken.is_some() && next == spoken.unwrap_or(0) && self.day_of(next + 1, month).is_some();
        if unsure || own_day {
            return None;
        }
        let form = if spoken.is_some() { Form::Spoken } else { Form::MonthDay };
        Some(Reading::new(form, i, year.unwrap_or(end)))
    }

    /// The first day of a range whose month stands behind the second: `2 to 5 May`, `11.–13. September`.
    fn first_of_a_range(&self, i: usize, end: usize) -> Option<Reading> {
        let end = if self.raw(end) == "." && matches!(self.raw(end + 1), "-" | "–") { end + 1 } else { end };
        if !self.is(end, JOINERS) || !self.same_line(end + 1) {
            return None;
        }
        let next = if self.is(end + 1, &["the"]) { end + 2 } else { end + 1 };
        let last = self.spoken_day(next).or_else(|| self.day_of(next, 1))?;
        let glued = matches!(self.raw(end), "-" | "/" | "–") && self.glued(next);
        let whole = if glued { self.day_first_after_a_dash(next) } else { self.day_first(next) }?;
        (whole.end > last).then_some(Reading { first: i, ..whole })
    }

    /// The second day of a glued range, whose dash is no part of a code.
    fn day_first_after_a_dash(&self, i: usize) -> Option<Reading> {
        let end = self.day_of(i, 1)?;
        let month = if self.raw(end) == "." { end + 1 } else { end };
        let fits = words::month(&self.lower(month)).is_some() && self.gap(month) == " ";
        fits.then(|| Reading::new(Form::MonthDay, i, self.year(month + 1).unwrap_or(month + 1)))
    }

    /// The end of a day of that month at `i`, in digits: `14`, `14th`.
    fn day_of(&self, i: usize, month: u32) -> Option<usize> {
        if let Some(end) = self.day_ordinal(i) {
            return Some(end);
        }
        let (day, len) = self.number(i)?;
        (len <= 2 && day_exists(month, day)).then_some(i + 1)
    }

    /// The end of a day in words that is no ordinal, behind its month: `june twelve`.
    fn cardinal_day(&self, i: usize, word: &str) -> Option<usize> {
        let end = self.spoken_cardinal(i).filter(|_| self.same_line(i))?;
        // "may two of us come" and "the June one" are no days, nor do people "march nine miles".
        let other = word == "may" || self.is(i, &["one"]);
        let told = self.year(end).is_some() || self.closes_at(end) && !other;
        told.then_some(end)
    }

    /// The end of a range or list of days that goes on at `i`: `-5`, `to 26`, `or 20`, `, 13 and 20`.
    fn last_day(&self, i: usize, month: u32) -> Option<usize> {
        let mut end = i;
        while let Some(day) = self.listed_day(end, month) {
            end = day;
        }
        if end == i {
            return self.other_day(i, month, false);
        }
        let end = if self.raw(end) == "," { end + 1 } else { end };
        // "May 5, 10 to 2" tells the hours of one day.
        self.other_day(end, month, true).filter(|_| self.is(end, &["and", "or", "&"]))
    }

    /// The end of a day behind the comma at `i`.
    fn listed_day(&self, i: usize, month: u32) -> Option<usize> {
        (self.raw(i) == "," && self.same_line(i + 1)).then(|| self.day_of(i + 1, month)).flatten()
    }

    /// The end of the last day of a range or a list, behind the word at `i` that joins it to what is before; `listed` where
    /// that is two days or more.
    fn other_day(&self, i: usize, month: u32, listed: bool) -> Option<usize> {
        if !self.is(i, JOINERS) || self.raw(i) == "/" || !self.same_line(i + 1) {
            return None;
        }
        let dashed = matches!(self.raw(i), "-" | "–");
        if dashed && self.glued(i) != self.glued(i + 1) {
            return None;
        }
        let next = if self.is(i + 1, &["the"]) { i + 2 } else { i + 1 };
        let clock = self.raw(next + 1) == ":" && self.glued(next + 2) || self.half_of_day(next + 1) > next + 1;
        let end = self.day_of(next, month).or_else(|| self.spoken_day(next)).filter(|_| !clock)?;
        let (range, ordinal) = (dashed || self.is(i, &["to"]), self.shape(next) != Shape::Number);
        let named = words::month(&self.lower(end)).is_some() || self.is(end, &["of"]);
        let alone = listed && !is_one_of(near::MEASURED, &self.lower(end)) || self.closes_at(end);
        ((range || ordinal || alone) && !named && !self.runs_on(end)).then_some(end)
    }

    /// The end of `5th` at `i`.
    pub(super) fn day_ordinal(&self, i: usize) -> Option<usize> {
        let (day, suffix) = self.split_number(i)?;
        let suffix = suffix.to_lowercase();
        let ordinal = matches!(suffix.as_str(), "st" | "nd" | "rd" | "th" | "er" | "º" | "ª");
        ((1..=31).contains(&day) && ordinal).then_some(i + 1)
    }

    /// The end of a year at `i`, after an optional comma or link word: `, 2024`, `'94`, `of 2005`, `nineteen eighty two`.
    pub(super) fn year(&self, i: usize) -> Option<usize> {
        let mut at = i;
        if matches!(self.raw(at), "," | "-" | "/" | ".") || self.is(at, &["de", "del", "of"]) {
            at += 1;
        }
        if !self.same_line(at) {
            return None;
        }
        if let Some((year, len)) = self.number(at) {
            let stop = self.raw(i) == "." && !(self.glued(i) && self.glued(at));
            let fits = len == 4 && (1900..=2099).contains(&year) && !stop && !self.runs_on(at + 1);
            let short = len == 2 && self.raw(i) == "-" && self.glued(at);
            return (fits || short).then_some(at + 1);
        }
        if matches!(self.raw(at), "'" | "’") {
            let (_, len) = self.number(at + 1)?;
            return (len == 2 && self.glued(at + 1)).then_some(at + 2);
        }
        self.spoken_year(at).or_else(|| self.spoken_short_year(at))
    }

    /// The end of a year of two digits behind a day and a month: `11 FEB 26`, `12/ene/25`.
    fn short_year(&self, i: usize, mark: Option<&str>) -> Option<usize> {
        let glued = mark.is_some_and(|mark| self.raw(i) == mark && self.glued(i) && self.glued(i + 1));
        let at = if glued { i + 1 } else { i };
        let (_, len) = self.number(at).filter(|_| self.same_line(at))?;
        let fits = glued || mark.is_none() && self.gap(at) == " " && self.closes_at(at + 1);
        (len == 2 && fits && self.raw(at + 1) != ":").then_some(at + 1)
    }

    /// Whether token `i` begins a new sentence: a capital letter behind a full stop.
    fn starts_sentence(&self, i: usize) -> bool {
        matches!(self.shape(i), Shape::Capital | Shape::Initial)
    }
}
