//! Reads the clock time that belongs to a date, behind it and in front of it.

use super::reader::{Form, Reader, Reading};
use super::words;
use crate::text::Shape;
use std::ops::Range;

/// Words that lead to a clock time, so that a bare number behind them is an hour.
const AT: &[&str] = &["at", "@", "à", "às", "um", "ore", "alle", "h", "kell", "lúc"];
/// Words that can lead to a clock time as well as to a count.
#[rustfmt::skip]
const ABOUT: &[&str] = &[
    "around", "about", "after", "before", "by", "until", "till", "til", "from", "approx", "approximately", "ca", "circa",
    "~", "between",
];
/// Words that make a bare number an hour where a date follows with `on`.
const LEADS: &[&str] =
    &["at", "the", "@", "around", "about", "our", "her", "his", "by", "before", "after", "from", "to"];

/// The words before a clock time.
struct Introduction {
    end: usize,
    /// Whether nothing but a clock time can follow.
    sure: bool,
    /// Whether two times follow.
    between: bool,
}

impl Reader<'_> {
    /// The reading with the part of the day and the clock time that follow it.
    pub(super) fn with_time(&self, reading: Reading) -> Reading {
        if reading.form.is_month() || reading.timed {
            return reading;
        }
        let part = self.part_of_day(reading.end, &reading);
        let at = part.unwrap_or(reading.end);
        let clock = self.told_time(at, &reading);
        let end = clock.map(|end| self.part_of_day_behind(end).unwrap_or(end)).or(part);
        match end {
            Some(end) => Reading { end, timed: true, ..reading },
            None => reading,
        }
    }

    /// The reading with the clock time that stands in front of it: `9:30 on Thursday`, `7pm Sat`.
    pub(super) fn told_before(&self, reading: &Reading) -> Option<Reading> {
        let first = reading.first;
        if reading.timed || reading.form.is_month() {
            return None;
        }
        let near = |at: usize| self.same_line(at) && self.gap(at).len() <= 1;
        let on = self.phrase_before(first, "on|of|del the?").filter(|_| near(first));
        let bound = on.unwrap_or(first);
        if bound == 0 || !near(bound) {
            return None;
        }
        let start = (bound.saturating_sub(8)..bound).find(|start| {
            let digits = self.shape(*start) == Shape::Number;
            let at = *start > 0
                && self.is(start - 1, LEADS)
                && (digits || !self.is(start - 1, &["the", "our", "her", "his"]));
            let led = on.is_some() && (at || self.is(*start, &["noon", "midnight"]));
            let open = *start > 0 && self.glued(*start) && !matches!(self.raw(start - 1), "(" | "\"" | "~");
            let day = matches!(reading.form, Form::Weekday | Form::Relative);
            let clear = on.is_some() || self.says_half(*start..bound) || day;
            !open && clear && self.hours(*start, led, reading) == Some(bound)
        })?;
        Some(Reading { first: start, timed: true, ..*reading })
    }

    /// Whether a time names its half of the day.
    fn says_half(&self, tokens: Range<usize>) -> bool {
        self.is_hour(tokens.start) || tokens.skip(1).any(|at| self.half_of_day(at) > at)
    }

    /// The end of a part of the day right behind a date: `morning`, `nite`, `in the evening`.
    fn part_of_day(&self, i: usize, reading: &Reading) -> Option<usize> {
        if !self.same_line(i) {
            return None;
        }
        let short = || self.phrase_at(i, "morn|nite|aft|eve|am|pm|matin|soir|früh|abend|vormittag|nachmittag");
        let named = self.phrase_at(i, "morning|mornings|afternoon|evening|night|noon|midnight");
        let spanish = || self.phrase_at(i, "por|en|de la mañana|tarde|noche");
        let dotted = || self.dotted_half(i);
        let first = || self.phrase_at(i, "first thing").filter(|_| reading.form != Form::Ordinal);
        named.or_else(short).or_else(|| self.part_of_day_behind(i)).or_else(spanish).or_else(dotted).or_else(first)
    }

    /// The end of a part of the day behind a clock time: `in the morning`, `de la tarde`.
    fn part_of_day_behind(&self, i: usize) -> Option<usize> {
        let english = self.phrase_at(i, "in the morning|afternoon|evening").or_else(|| self.phrase_at(i, "at night"));
        english.or_else(|| self.phrase_at(i, "de|por la mañana|tarde|noche"))
    }

    /// The end of the clock time at `i` that is told for a date before it.
    fn told_time(&self, i: usize, reading: &Reading) -> Option<usize> {
        // A log glues its time on: `06/Aug/2025:09:12:31`.
        if self.raw(i) == ":" && self.glued(i) && self.glued(i + 1) && reading.form.is_numbered() {
            return self.clock(i + 1, false, reading).filter(|end| *end > i + 2);
        }
        let mut at = i + usize::from(self.raw(i) == ",");
        // In a table of commas the time is another cell.
        let cell = at > i && self.glued(i) && self.glued(at);
        if cell || !self.same_line(i) || !self.same_line(at) {
            return None;
        }
        let (start, told) = (at, self.introduction(at));
        at = told.end;
        if !self.same_line(at) {
            return None;
        }
        let noon = at > i && self.is(at, &["noon", "midnight"]);
        // `Sat the 9th, 2 to 6` gives the hours of a day.
        let weekday = reading.weekday || reading.form.is_weekday();
        let span = at > i && at == start && weekday && (self.raw(at + 1) == "-" || self.is(at + 1, &["to"]));
        let end = self.hours(at, at > start || noon || span, reading)?;
        let ranged = end > at + 1;
        let clear = !span && (at == start || ranged || self.is_hour(at));
        let closed = told.sure || clear || self.closes_at(end) && (!span || ranged);
        (closed && (!told.between || ranged)).then_some(end)
    }

    /// The words at `i` that lead to a clock time.
    fn introduction(&self, i: usize) -> Introduction {
        if let Some(end) = self.phrase_at(i, "a las|la").or_else(|| self.phrase_at(i, "hora|horas")) {
            return Introduction { end, sure: true, between: false };
        }
        let mut end = i;
        while end < i + 3 && (self.is(end, AT) || self.is(end, ABOUT)) {
            end += if self.raw(end + 1) == "." && self.is(end, &["approx", "ca"]) { 2 } else { 1 };
        }
        let has = |words: &[&str]| (i..end).any(|at| self.is(at, words));
        Introduction { end, sure: has(AT), between: has(&["between", "from"]) }
    }

    /// The end of a clock time, or of a range of two, at `i`.
    fn hours(&self, i: usize, introduced: bool, reading: &Reading) -> Option<usize> {
        let end = self.clock(i, introduced, reading)?;
        let dash = matches!(self.raw(end), "-" | "–");
        if dash || self.is(end, &["to", "until", "till"]) {
            return Some(self.clock(end + 1, true, reading).unwrap_or(end));
        }
        if self.is(end, &["and", "or", "&"]) && introduced {
            let between = i > 0 && self.is(i - 1, &["between"]);
            let clear = self.raw(end + 2) == ":" || self.half_of_day(end + 2) > end + 2 || self.is_hour(end + 1);
            if clear || between {
                return Some(self.clock(end + 1, true, reading).unwrap_or(end));
            }
        }
        Some(end)
    }

    /// The end of a clock time at `i`. A bare hour counts where a word introduced it.
    fn clock(&self, i: usize, introduced: bool, reading: &Reading) -> Option<usize> {
        if !self.same_line(i) && i > reading.end {
            return None;
        }
        if self.is_hour(i) {
            return Some(self.half_of_day(i + 1));
        }
        if let Some(end) = self.phrase_at(i, "half|quarter past|to|of").or_else(|| self.phrase_at(i, "half")) {
            return words::small_number(&self.lower(end)).map(|_| end + 1);
        }
        let oclock =
            |end: usize| self.phrase_at(end, "o'clock|oclock|o’clock|uhr").or_else(|| self.phrase_at(end, "o clock"));
        if introduced && self.is(i, &["noon", "midnight", "mediodía", "dawn", "lunch", "mittag", "midi"]) {
            return Some(i + 1);
        }
        let spoken = words::small_number(&self.lower(i)).or_else(|| words::hour_in_spanish(&self.lower(i)));
        if spoken.is_some_and(|hour| hour <= 12) && (introduced || oclock(i + 1).is_some()) {
            return Some(self.spoken_minutes(i + 1, oclock(i + 1)));
        }
        let (hour, len) = self.number(i)?;
        if self.raw(i + 1) == ":" && self.glued(i + 1) && self.glued(i + 2) {
            return (hour < 24).then(|| self.minutes(i + 2)).flatten();
        }
        if len <= 2 && (1..=24).contains(&hour) {
            let half = self.half_of_day(i + 1);
            let dotted = matches!(self.raw(i + 1), "." | ",") && self.glued(i + 1) && self.glued(i + 2) && introduced;
            if dotted && self.number(i + 2).is_some_and(|(minutes, len)| len == 2 && minutes < 60) {
                return Some(self.half_of_day(i + 3));
            }
            if half > i + 1 {
                return Some(half);
            }
            let hours = || self.phrase_at(i + 1, "h").filter(|_| introduced);
            if let Some(end) = hours()
                .or_else(|| oclock(i + 1))
                .or_else(|| self.phrase_at(i + 1, "- ish").filter(|_| self.glued(i + 2)))
            {
                return Some(end);
            }
        }
        if len == 4 {
            return self.military(i, reading);
        }
        (introduced && len <= 2 && (1..=24).contains(&hour) && !self.runs_on(i + 1)).then_some(i + 1)
    }

    /// The end of the minutes, and of seconds and their parts, at `i`, behind an hour and its colon.
    fn minutes(&self, i: usize) -> Option<usize> {
        let digits = self.raw(i).bytes().take_while(u8::is_ascii_digit).count();
        let mut end = i + 1;
        while matches!(self.raw(end), ":" | ".")
            && self.glued(end)
            && self.glued(end + 1)
            && self.split_number(end + 1).is_some()
        {
            end += 2;
        }
        let hours = self.phrase_at(end, "h|hrs|uhr").unwrap_or(end);
        (digits == 2).then(|| self.half_of_day(hours))
    }

    /// The end of a time of four digits without a colon: `0930`.
    fn military(&self, i: usize, reading: &Reading) -> Option<usize> {
        let (time, _) = self.number(i)?;
        let exists = time < 2400 && time % 100 < 60 && !self.runs_on(i + 1);
        let in_figures = matches!(reading.form, Form::Numeric | Form::MonthSlashDay | Form::MonthHyphenDay);
        let hours = self.phrase_at(i + 1, "h|hrs|hours");
        let year = (1900..=2099).contains(&time);
        let name = matches!(self.shape(i + 1), Shape::Capital | Shape::Upper | Shape::Mixed);
        let alone = !year && (self.closes_at(i + 1) || name);
        (exists && (in_figures || alone || hours.is_some())).then(|| hours.unwrap_or_else(|| self.half_of_day(i + 1)))
    }

    /// The end of spoken minutes at `i`: `thirty`, `forty-five`, `o'clock`, `y media`.
    fn spoken_minutes(&self, i: usize, oclock: Option<usize>) -> usize {
        if let Some(end) = oclock.or_else(|| self.phrase_at(i, "y media|cuarto|quince")) {
            return end;
        }
        let next = if self.raw(i) == "-" { i + 1 } else { i };
        if !self.is(next, &["thirty", "fifteen", "forty", "twenty", "ten"]) {
            return i;
        }
        let five = if self.raw(next + 1) == "-" { next + 2 } else { next + 1 };
        if self.is(five, &["five"]) { five + 1 } else { next + 1 }
    }

    /// Whether the token is an hour with its half of the day or an `h`: `7pm`, `8a`, `730a`, `14h30`.
    fn is_hour(&self, i: usize) -> bool {
        let Some((time, suffix)) = self.split_number(i) else { return false };
        let digits = self.raw(i).len() - suffix.len();
        let suffix = suffix.to_ascii_lowercase();
        let (hour, minutes) = if digits > 2 { (time / 100, time % 100) } else { (time, 0) };
        let french =
            suffix.strip_prefix('h').is_some_and(|rest| rest.len() <= 2 && rest.bytes().all(|b| b.is_ascii_digit()));
        let half = matches!(suffix.as_str(), "am" | "pm" | "a" | "p" | "ish");
        digits <= 4 && minutes < 60 && (half && (1..=12).contains(&hour) || french && hour < 24 && digits <= 2)
    }

    /// The end of `a.m.` at `i`.
    fn dotted_half(&self, i: usize) -> Option<usize> {
        let comma = usize::from(self.raw(i) == ",");
        let dotted =
            self.is(i + comma, &["a", "p"]) && self.raw(i + comma + 1) == "." && self.is(i + comma + 2, &["m"]);
        let end = i + comma + 3;
        dotted.then_some(if self.raw(end) == "." && self.glued(end) { end + 1 } else { end })
    }

    /// The end of `pm`, `a.m.` or a time zone at `i`, or `i`.
    pub(super) fn half_of_day(&self, i: usize) -> usize {
        #[rustfmt::skip]
        const ZONES: &[&str] = &[
            "UTC", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "HST", "AKST", "AKDT", "ET", "CT", "MT",
            "PT", "CET", "CEST", "BST",
        ];
        if !self.same_line(i) {
            return i;
        }
        let mut end = i;
        if self.is(i, &["am", "pm"])
            || self.is(i, &["a", "p"]) && (self.glued(i) || self.is(i, &["p"]) && self.closes_at(i + 1))
        {
            end += 1;
        }
        if let Some(dotted) = self.dotted_half(i).filter(|_| self.raw(i) != ",") {
            end = dotted;
        }
        let zone = ZONES.contains(&self.raw(end)) && self.same_line(end);
        let after = if zone { end + 1 } else { end };
        let offset = matches!(self.raw(after), "-" | "+") && self.glued(after + 1) && self.glued(after) == zone;
        match self.number(after + 1).filter(|_| offset) {
            Some((_, 4)) => after + 2,
            Some((_, 1 | 2)) if zone => after + 2,
            _ => after,
        }
    }
}
