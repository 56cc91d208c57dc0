//! Reads dates in digits: `03/14/1988`, `2024-03-14T10:30`, `3.4.26`, `20250822T134500`, `05 13 25`.

use super::neighbours as near;
use super::reader::{Form, Reader, Reading};
use super::words;
use crate::identifier::wordlist::is_one_of;
use crate::text::Shape;

/// Words before two numbers with a full stop between them that make them a day instead of a decimal.
#[rustfmt::skip]
const DATED: &[&str] = &[
    "on", "since", "am", "vom", "bis", "seit", "dated", "le", "il", "dal", "del", "el", "seen",
    "sent", "admitted", "scheduled", "sched", "implanted", "booked", "born", "dob", "surgery", "sx", "called", "due",
    "before", "geb", "appt", "visit", "u",
];
/// Words before three numbers with full stops between them that make them a version or a section.
#[rustfmt::skip]
const VERSIONED: &[&str] = &[
    "version", "ver", "v", "section", "sec", "figure", "fig", "table", "chapter", "rule", "build", "release", "rev",
    "item", "step", "firmware", "software", "android", "ios", "cfr",
];
/// Words before six or eight digits that make them a day.
const KEYS: &[&str] = &["dob", "dos", "doi", "dod", "date", "birth", "drawn", "born", "collected", "service"];

impl Reader<'_> {
    /// Digits with `/`, `.` or `-` between them.
    pub(super) fn numeric(&self, i: usize) -> Option<Reading> {
        let (a, a_len) = self.number(i)?;
        let mark = self.raw(i + 1);
        if !matches!(mark, "/" | "." | "-") || !self.same_line(i + 2) {
            return None;
        }
        let spacing = (self.glued(i + 1), self.glued(i + 2));
        let even = spacing.0 == spacing.1 || mark == "." && spacing.0 && self.gap(i + 2) == " ";
        if !even || self.is_inside_a_code(i) && !self.ends_a_range(i) {
            return None;
        }
        let third =
            self.raw(i + 3) == mark && (self.glued(i + 3), self.glued(i + 4)) == spacing && self.same_line(i + 4);
        let tight = spacing.0 && spacing.1;
        if a_len == 4 {
            return if tight || third && mark == "." { self.year_first(i, mark, third) } else { None };
        }
        if a_len > 2 {
            return None;
        }
        let (b, b_len) = self.number(i + 2)?;
        let whole = third.then(|| self.three_parts(i, mark, (a, b), (a_len, b_len))).flatten();
        if whole.is_some() {
            return whole;
        }
        if !tight {
            return None;
        }
        if mark == "." {
            self.dotted(i, (a, b))
        } else if third {
            None
        } else {
            self.two_parts(i, mark, (a, b), b_len)
        }
    }

    /// `03/14/1988`, `8.8.86`, `3 . 2 . 26`.
    fn three_parts(&self, i: usize, mark: &str, (a, b): (u32, u32), (a_len, b_len): (usize, usize)) -> Option<Reading> {
        let (c, c_len) = self.number(i + 4)?;
        let exists = day_exists(a, b) || day_exists(b, a);
        // Set wide with slashes, three short numbers are sizes as often as a day.
        let even_year = mark == "." || self.glued(i + 1) || mark == "/" && a_len == 2 && b_len == 2;
        let year_fits = match c_len {
            4 => (1900..=2099).contains(&c),
            2 => even_year && (mark != "." || a_len == 2 && b_len == 2 || !self.is_versioned(i)),
            _ => false,
        };
        (exists && b_len <= 2 && year_fits && !self.runs_on(i + 5)).then(|| Reading::new(Form::Numeric, i, i + 5))
    }

    /// Whether the number at `i` belongs to a version, a section or a figure.
    fn is_versioned(&self, i: usize) -> bool {
        let before = i.wrapping_sub(1);
        self.is(before, VERSIONED) || self.raw(before) == "." && self.is(i.wrapping_sub(2), VERSIONED)
    }

    /// A day and a month with a full stop between them: `bis 28.11.`, `seen 7.16`.
    fn dotted(&self, i: usize, (a, b): (u32, u32)) -> Option<Reading> {
        let closed =
            self.raw(i + 3) == "." && self.glued(i + 3) && !(self.glued(i + 4) && self.split_number(i + 4).is_some());
        let timed = self.number(i + 4).is_some() && self.raw(i + 5) == ":";
        let goes_on = closed && self.same_line(i + 4) && (matches!(self.raw(i + 4), "," | "-" | "–") || timed);
        let exists = day_exists(a, b) || day_exists(b, a);
        let before = if self.raw(i.wrapping_sub(1)) == "." { i.wrapping_sub(2) } else { i.wrapping_sub(1) };
        let led = self.is(before, DATED) || words::is_short_weekday(&self.lower(before));
        let told = led && !is_one_of(near::MEASURED, &self.lower(i + 3)) && self.raw(i + 3) != "%";
        let fits = exists && (told || goes_on) && !self.is_versioned(i);
        let end = if goes_on { i + 4 } else { i + 3 };
        (fits && (closed || !self.runs_on(i + 3))).then(|| Reading::new(Form::MonthSlashDay, i, end))
    }

    /// `2024-03-14`, with an ISO time of day where one is attached, or `2024-11`.
    fn year_first(&self, i: usize, mark: &str, third: bool) -> Option<Reading> {
        let (year, _) = self.number(i)?;
        let (month, month_len) = self.number(i + 2)?;
        if !(1900..=2099).contains(&year) || !(1..=12).contains(&month) || month_len > 2 {
            return None;
        }
        if !third {
            let ends = !self.glued(i + 3) || matches!(self.raw(i + 3), "\"" | "'" | "," | ";" | "|" | "<" | ")");
            return (mark == "-" && month_len == 2 && ends).then(|| Reading::new(Form::MonthSlashYear, i, i + 3));
        }
        let (day, rest) = self.split_number(i + 4)?;
        if self.raw(i + 4).len() - rest.len() > 2 || !day_exists(month, day) {
            return None;
        }
        let end = i + 5;
        if rest.starts_with(['T', 't']) || rest.is_empty() && self.attaches_a_time(end) {
            return Some(Reading { timed: true, ..Reading::new(Form::Numeric, i, self.stamp_end(end)) });
        }
        let named = self.raw(end) == "_";
        (rest.is_empty() && (named || !self.runs_on(end))).then(|| Reading::new(Form::Numeric, i, end))
    }

    /// Whether an encoded space and a time go on at `i`, as in an address: `%2010:30`, `+10%3A30`.
    fn attaches_a_time(&self, i: usize) -> bool {
        let hour = |digits: &str| digits.parse::<u32>().is_ok_and(|hour| hour < 24) && digits.len() == 2;
        match self.raw(i) {
            "%" => self.glued(i + 1) && self.raw(i + 1).strip_prefix("20").is_some_and(hour),
            "+" => self.glued(i + 1) && hour(self.raw(i + 1)) && matches!(self.raw(i + 2), ":" | "%"),
            _ => false,
        }
    }

    /// The end of the time of day that is glued on at `i`.
    fn stamp_end(&self, i: usize) -> usize {
        let mut end = i;
        while self.glued(end)
            && (self.shape(end) != Shape::Mark || matches!(self.raw(end), ":" | "." | "+" | "-" | "%"))
        {
            end += 1;
        }
        while matches!(self.raw(end - 1), "." | "-" | ":") {
            end -= 1;
        }
        end
    }

    /// `3/14`, `3-14`, `02/2023`.
    fn two_parts(&self, i: usize, mark: &str, (a, b): (u32, u32), b_len: usize) -> Option<Reading> {
        // `38 2/7 weeks`: sevenths of a week after a number are an age before birth.
        let weeks = b == 7
            && (self.number(i.wrapping_sub(1)).is_some() && self.same_line(i) || self.lower(i + 3).starts_with("w"));
        let ranges = mark == "/" && self.ends_a_range(i + 4);
        if self.runs_on(i + 3) && !ranges || mark == "/" && weeks {
            return None;
        }
        let form = match (mark, b_len) {
            ("/", 4) if (1..=12).contains(&a) && (1900..=2099).contains(&b) => Form::MonthSlashYear,
            ("/", 1 | 2) if day_exists(a, b) || day_exists(b, a) && self.is_led_by_a_day(i) => Form::MonthSlashDay,
            ("-", 1 | 2) if day_exists(a, b) => Form::MonthHyphenDay,
            _ => return None,
        };
        Some(Reading::new(form, i, i + 3))
    }

    /// Whether what stands before two numbers lets the first of them be the day: `lun 20/4`, `on 26/5`, `(26/5)`.
    fn is_led_by_a_day(&self, i: usize) -> bool {
        let before = i.wrapping_sub(1);
        let enclosed = matches!((self.raw(before), self.raw(i + 3)), ("(", ")") | (";" | "|", ";" | "|" | ""))
            || self.raw(before) == ";" && !self.same_line(i + 3);
        enclosed
            || self.is(before, DATED)
            || words::weekday(&self.lower(before)).is_some()
            || words::is_short_weekday(&self.lower(before))
    }

    /// Whether the digits at `i` begin the second date of a range such as `10/7-10/16`.
    fn ends_a_range(&self, i: usize) -> bool {
        let slash = |at: usize| self.raw(at) == "/" && self.glued(at) && self.glued(at + 1);
        i >= 4 && matches!(self.raw(i - 1), "-" | "–") && slash(i + 1) && slash(i - 3)
    }

    /// Whether the digits at `i` are the middle of a longer number or code.
    pub(super) fn is_inside_a_code(&self, i: usize) -> bool {
        let named = || self.raw(i - 1) == "_" && self.number(i).is_some_and(|(_, len)| len == 4);
        let dots = || i > 1 && self.raw(i - 1) == "." && self.raw(i - 2) == ".";
        self.glued(i)
            && matches!(self.raw(i.wrapping_sub(1)), "/" | "." | "-" | "$" | "#" | "+" | "_" | "\\" | "–" | "×")
            && !named()
            && !dots()
    }

    /// Whether digits go on at token `i`, so that what stands before it is part of something longer.
    pub(super) fn runs_on(&self, i: usize) -> bool {
        if !self.glued(i) {
            return false;
        }
        match self.raw(i) {
            "%" | "_" => true,
            "/" | "-" | "." => self.glued(i + 1) && matches!(self.shape(i + 1), Shape::Number | Shape::Alnum),
            _ => matches!(self.shape(i), Shape::Number | Shape::Alnum),
        }
    }

    /// The boxes of a form: `05 13 25`, `08 30 1977`, `04 2025`, `DOB 9 5 61`, apart from other numbers.
    pub(super) fn spaced(&self, i: usize) -> Option<Reading> {
        let keyed = self.is_keyed(i);
        let two =
            |at: usize| self.number(at).filter(|(_, len)| *len == 2 || keyed && *len == 1).map(|(value, _)| value);
        let joined = |at: usize, other: usize| self.gap(at) == " " && self.shape(other) == Shape::Number;
        let boxed =
            |end: usize| !self.glued(i) && !joined(i, i.wrapping_sub(1)) && !joined(end, end) && !self.runs_on(end);
        let month = two(i)?;
        if self.gap(i + 1) != " " {
            return None;
        }
        let far = |at: usize| self.gap(at).len() > 1 || !self.same_line(at);
        if let Some((year, 4)) = self.number(i + 1) {
            let fits = (1..=12).contains(&month) && (1900..=2099).contains(&year) && far(i) && far(i + 2);
            return fits.then(|| Reading::new(Form::MonthSlashYear, i, i + 2));
        }
        let (day, (year, year_len)) = (two(i + 1)?, self.number(i + 2)?);
        let year_fits =
            year_len == 4 && (1900..=2099).contains(&year) || year_len == 2 && (keyed || far(i) || far(i + 3));
        let fits = day_exists(month, day) && self.gap(i + 2) == " " && year_fits && boxed(i + 3);
        fits.then(|| Reading::new(Form::Numeric, i, i + 3))
    }

    /// A machine's stamp, `20260722114325` or `20250611T180022Z`, or digits behind a key, `DOS 08172025`.
    pub(super) fn compact(&self, i: usize) -> Option<Reading> {
        let raw = self.raw(i);
        let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
        let tail = &raw[digits..];
        let timed = tail.starts_with('T') && tail[1..].trim_end_matches('Z').bytes().all(|b| b.is_ascii_digit());
        if !(tail.is_empty() && matches!(digits, 6 | 8 | 12 | 14) || timed && digits == 8) {
            return self.glued_month(i);
        }
        let part = |at: usize, len: usize| raw[at..at + len].parse().unwrap_or(0);
        let year_fits = |at: usize| (1900..=2099).contains(&part(at, 4));
        let keyed = self.is_keyed(i);
        let fits = digits >= 8 && year_fits(0) && day_exists(part(4, 2), part(6, 2)) && self.stands_alone(i)
            || tail.is_empty()
                && keyed
                && day_exists(part(0, 2), part(2, 2))
                && (digits == 6 || digits == 8 && year_fits(4));
        let offset = raw.len() > 8 && matches!(self.raw(i + 1), "-" | "+") && self.glued(i + 1) && self.glued(i + 2);
        let end = if offset && self.number(i + 2).is_some_and(|(_, len)| len == 4) { i + 3 } else { i + 1 };
        fits.then(|| Reading { timed: raw.len() > 8, ..Reading::new(Form::Numeric, i, end) })
    }

    /// Whether the word before the digits at `i` calls them a day.
    fn is_keyed(&self, i: usize) -> bool {
        let before = i.wrapping_sub(1);
        self.is(before, KEYS) || self.raw(before) == ":" && self.is(i.wrapping_sub(2), KEYS)
    }

    /// Whether eight digits or more stand between a record's separators, or alone among words.
    fn stands_alone(&self, i: usize) -> bool {
        let before = i.checked_sub(1).map_or("", |before| self.raw(before));
        let delimited = matches!(before, "|" | ":" | "=" | "\"" | "^" | ">" | ";" | "," | "'" | "*" | "_");
        let closed = matches!(
            self.raw(i + 1),
            "|" | "^" | "\"" | "<" | ";" | "," | "'" | "&" | "*" | "~" | "_" | "." | ")" | "-" | "+"
        );
        let word = !self.glued(i)
            && !self.is_versioned(i)
            && (i == 0 || self.page.tokens()[i - 1].is_word() || !self.same_line(i));
        (delimited && self.glued(i) || word) && (closed || !self.glued(i + 1))
    }

    /// A day, a month and perhaps a year in one piece: `10Feb1981`, `11MAY16`, `21Jun`.
    fn glued_month(&self, i: usize) -> Option<Reading> {
        let (day, rest) = self.split_number(i)?;
        let letters = rest.len() - rest.trim_start_matches(char::is_alphabetic).len();
        let (name, year) = rest.split_at(letters);
        let month = words::month(&name.to_lowercase()).or_else(|| words::short_month(&name.to_lowercase()))?;
        let digits = self.raw(i).len() - rest.len();
        let year_fits = year.is_empty() || year.bytes().all(|b| b.is_ascii_digit()) && matches!(year.len(), 2 | 4);
        let fits = digits <= 2 && name.len() >= 3 && day_exists(month, day) && year_fits && !self.is_inside_a_code(i);
        (fits && !self.runs_on(i + 1)).then(|| Reading::new(Form::MonthDay, i, i + 1))
    }
}

/// Whether the month has that day (29 February counts).
pub(super) fn day_exists(month: u32, day: u32) -> bool {
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}
