//! Reads dates from a page's tokens: a small grammar of numbers, months, weekdays and clock times.

use super::words;
use crate::text::{Page, Shape};

/// Which way of writing a date was met; it decides what evidence the date needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Day, month and year in digits, or a machine's time stamp.
    Numeric,
    /// Month and day with a slash and no year: `3/14`.
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
    /// `tomorrow`, `yesterday`.
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
    pub(super) fn lower(&self, i: usize) -> String {
        self.raw(i).to_lowercase()
    }

    /// The token's shape; [`Shape::Mark`] outside the page.
    pub(super) fn shape(&self, i: usize) -> Shape {
        self.page.tokens().get(i).map_or(Shape::Mark, |token| token.shape)
    }

    /// What stands between a token and the one before it.
    fn gap(&self, i: usize) -> &'p str {
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

    /// The longest date that begins at token `i`.
    pub(super) fn date_at(&self, i: usize) -> Option<Reading> {
        let reading = match self.shape(i) {
            Shape::Number => self.calendar(i),
            Shape::Alnum => self.calendar(i).or_else(|| self.lone_ordinal(i)).or_else(|| self.relative(i)),
            Shape::Mark => None,
            _ => self.worded(i),
        }?;
        let reading = self.with_time(reading);
        Some(self.with_lead(reading))
    }

    /// A date that begins with a word.
    fn worded(&self, i: usize) -> Option<Reading> {
        let raw = self.raw(i);
        if raw.len() > 12 {
            return None;
        }
        let word = raw.to_lowercase();
        if words::begins_holiday(&word)
            && let Some(end) = self.holiday(i)
        {
            return Some(self.reading(Form::Holiday, i, end));
        }
        if let Some(clarity) = words::weekday(&word) {
            return Some(self.weekday_first(i, clarity));
        }
        if word.ends_with("days") && self.lower(i + 1) == "ago" && words::weekday(&word[..word.len() - 1]).is_some() {
            return Some(self.reading(Form::Weekday, i, i + 1));
        }
        if words::month(&word).is_some() || words::ordinal(&word).is_some() || words::tens(&word).is_some() {
            return self.calendar(i).or_else(|| self.lone_ordinal(i));
        }
        self.relative(i)
    }

    fn reading(&self, form: Form, first: usize, end: usize) -> Reading {
        Reading { form, first, end, weekday: false, timed: false }
    }

    /// A weekday, with the day that follows it where there is one.
    fn weekday_first(&self, i: usize, clarity: words::Weekday) -> Reading {
        let mut next = i + 1;
        while matches!(self.raw(next), "." | "," | "-") && self.same_line(next) {
            next += 1;
        }
        if matches!(self.lower(next).as_str(), "the" | "el" | "día" | "dia") {
            next += 1;
        }
        if let Some(day) = self.calendar(next)
            && (self.same_line(next) || self.day_ordinal(next).is_some())
            && !matches!(day.form, Form::BareMonth | Form::MonthYear)
        {
            return Reading { first: i, weekday: true, ..day };
        }
        if let Some(end) = self.day_ordinal(next).or_else(|| self.spoken_day(next)) {
            return Reading { weekday: true, ..self.reading(Form::Spoken, i, end) };
        }
        let spanish_day = self.number(next).is_some_and(|(day, _)| (1..=31).contains(&day))
            && self.lower(next + 1) == "a"
            && matches!(self.lower(next + 2).as_str(), "las" | "la");
        if spanish_day {
            return Reading { weekday: true, ..self.reading(Form::Spoken, i, next + 1) };
        }
        if clarity == words::Weekday::Clear && self.lower(i + 1) == "in" && words::month(&self.lower(i + 2)).is_some() {
            return Reading { weekday: true, ..self.reading(Form::MonthDay, i, i + 3) };
        }
        let form = if clarity == words::Weekday::Clear { Form::Weekday } else { Form::DoubtfulWeekday };
        let dotted = self.raw(i + 1) == "." && self.glued(i + 1) && self.raw(i).len() <= 5 && self.same_line(i + 2);
        self.reading(form, i, if dotted { i + 2 } else { i + 1 })
    }

    /// A day of a month, or a month, however written.
    fn calendar(&self, i: usize) -> Option<Reading> {
        self.numeric(i).or_else(|| self.compact(i)).or_else(|| self.month_first(i)).or_else(|| self.day_first(i))
    }

    /// Digits with `/`, `.` or `-` between them.
    fn numeric(&self, i: usize) -> Option<Reading> {
        let (a, a_len) = self.number(i)?;
        let mark = self.raw(i + 1);
        if !matches!(mark, "/" | "." | "-") || self.is_inside_a_code(i) {
            return None;
        }
        let spaced = !self.glued(i + 1);
        if !self.same_line(i + 2) || self.glued(i + 2) == spaced {
            return None;
        }
        let third = self.raw(i + 3) == mark && self.glued(i + 3) != spaced && self.glued(i + 4) != spaced;
        if a_len == 4 {
            return if spaced { None } else { self.year_first(i, mark, third) };
        }
        let (b, b_len) = self.number(i + 2)?;
        if a_len > 2 {
            return None;
        }
        if !third {
            return if spaced { None } else { self.two_parts(i, mark, (a, b), b_len) };
        }
        let (c, c_len) = self.number(i + 4)?;
        let exists = day_exists(a, b) || day_exists(b, a);
        let year_fits = match c_len {
            4 => (1900..=2099).contains(&c),
            2 => !spaced && (mark != "." || a_len == 2 && b_len == 2),
            _ => false,
        };
        if !exists || b_len > 2 || !year_fits || self.runs_on(i + 5) {
            return None;
        }
        Some(self.reading(Form::Numeric, i, i + 5))
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
            return (mark == "-" && month_len == 2 && ends).then(|| self.reading(Form::MonthSlashYear, i, i + 3));
        }
        let day: String = self.raw(i + 4).chars().take_while(char::is_ascii_digit).collect();
        let rest = &self.raw(i + 4)[day.len()..];
        if day.is_empty() || day.len() > 2 || !day_exists(month, day.parse().ok()?) {
            return None;
        }
        let mut end = i + 5;
        if rest.starts_with(['T', 't']) {
            while self.glued(end) && (self.shape(end) != Shape::Mark || matches!(self.raw(end), ":" | "." | "+" | "-"))
            {
                end += 1;
            }
            while self.raw(end - 1) == "." {
                end -= 1;
            }
        } else if !rest.is_empty() || self.runs_on(end) {
            return None;
        }
        let mut reading = self.reading(Form::Numeric, i, end);
        reading.timed = end > i + 5;
        Some(reading)
    }

    /// `3/14`, `3-14`, `02/2023`.
    fn two_parts(&self, i: usize, mark: &str, (a, b): (u32, u32), b_len: usize) -> Option<Reading> {
        // `38 2/7 weeks`: sevenths of a week after a number are an age before birth.
        let weeks = b == 7 && (self.number(i.wrapping_sub(1)).is_some() || self.lower(i + 3).starts_with("w"));
        if self.runs_on(i + 3) || mark == "/" && weeks {
            return None;
        }
        let form = match (mark, b_len) {
            ("/", 4) if (1..=12).contains(&a) && (1900..=2099).contains(&b) => Form::MonthSlashYear,
            ("/", 1 | 2) if day_exists(a, b) => Form::MonthSlashDay,
            ("-", 1 | 2) if day_exists(a, b) => Form::MonthHyphenDay,
            _ => return None,
        };
        Some(self.reading(form, i, i + 3))
    }

    /// Whether the digits at `i` are the middle of a longer number or code.
    fn is_inside_a_code(&self, i: usize) -> bool {
        self.glued(i) && matches!(self.raw(i.wrapping_sub(1)), "/" | "." | "-" | "$" | "#" | "+" | "_" | "\\" | "–")
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

    /// A machine's stamp, `20260722114325` or `20250611T180022Z`, between a record's separators.
    fn compact(&self, i: usize) -> Option<Reading> {
        let raw = self.raw(i);
        let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
        let tail = &raw[digits..];
        let shaped = match digits {
            8 => {
                tail.is_empty()
                    || tail.starts_with('T') && tail[1..].trim_end_matches('Z').bytes().all(|b| b.is_ascii_digit())
            }
            12 | 14 => tail.is_empty(),
            _ => false,
        };
        if !shaped {
            return None;
        }
        let year: u32 = raw[..4].parse().ok()?;
        let month: u32 = raw[4..6].parse().ok()?;
        let day: u32 = raw[6..8].parse().ok()?;
        let before = i.checked_sub(1).map_or("", |before| self.raw(before));
        let delimited = self.glued(i) && matches!(before, "|" | ":" | "=" | "\"" | "^" | ">" | ";" | "," | "'");
        let closed = !self.glued(i + 1) || matches!(self.raw(i + 1), "|" | "^" | "\"" | "<" | ";" | "," | "'" | "&");
        let fits = (1900..=2099).contains(&year) && day_exists(month, day) && delimited && closed;
        fits.then(|| Reading { timed: raw.len() > 8, ..self.reading(Form::Numeric, i, i + 1) })
    }

    /// `March 14th, 2024`, `march fourteenth nineteen eighty`, `Oct 2023`, `March`.
    fn month_first(&self, i: usize) -> Option<Reading> {
        let word = self.lower(i);
        let month = words::month(&word)?;
        let mut next = i + 1;
        let dotted = self.raw(next) == "." && self.glued(next) && word.len() <= 4;
        if dotted || matches!(self.raw(next), "-" | "/") && self.glued(next) && self.glued(next + 1) {
            next += 1;
        }
        if self.lower(next) == "the" {
            next += 1;
        }
        if let Some(end) = self.spoken_day(next) {
            return Some(self.reading(Form::Spoken, i, self.year(end).unwrap_or(end)));
        }
        if let Some(end) = self.day_of(next, month) {
            let open = self.year(end).is_none() && self.shape(next) == Shape::Number && self.runs_on(end);
            if !open && self.same_line(next) {
                let end = self.last_day(end, month).unwrap_or(end);
                return Some(self.reading(Form::MonthDay, i, self.year(end).unwrap_or(end)));
            }
        }
        if let Some(end) = self.year(next) {
            return Some(self.reading(Form::MonthYear, i, end));
        }
        let end = if dotted && self.same_line(i + 2) && !self.starts_sentence(i + 2) { i + 2 } else { i + 1 };
        Some(self.reading(Form::BareMonth, i, end))
    }

    /// `5 March 2024`, `5th of March`, `19-Apr-2023`, `3 de abril`, `the second of march`.
    fn day_first(&self, i: usize) -> Option<Reading> {
        if self.is_inside_a_code(i) {
            return None;
        }
        let spoken = self.spoken_day(i);
        let end = spoken.or_else(|| self.day_of(i, 1))?;
        let hyphen = self.raw(end) == "-" && self.glued(end) && self.glued(end + 1);
        let next = if hyphen || matches!(self.lower(end).as_str(), "of" | "de") { end + 1 } else { end };
        let word = self.lower(next);
        let month = words::month(&word)?;
        if self.gap(next).len() > 1 {
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
        let form = if spoken.is_some() { Form::Spoken } else { Form::MonthDay };
        Some(self.reading(form, i, self.year(end).unwrap_or(end)))
    }

    /// The end of a day of that month at `i`, in digits: `14`, `14th`.
    fn day_of(&self, i: usize, month: u32) -> Option<usize> {
        if let Some(end) = self.day_ordinal(i) {
            return Some(end);
        }
        let (day, len) = self.number(i)?;
        (len <= 2 && day_exists(month, day)).then_some(i + 1)
    }

    /// The end of a range of days that goes on at `i`: `-5`, `to 26`.
    fn last_day(&self, i: usize, month: u32) -> Option<usize> {
        let hyphen = matches!(self.raw(i), "-" | "–") && self.glued(i) == self.glued(i + 1);
        let joined = hyphen || self.lower(i) == "to";
        let clock = self.raw(i + 2) == ":" || self.half_of_day(i + 2) > i + 2;
        (joined && !clock).then(|| self.day_of(i + 1, month)).flatten()
    }

    /// The end of `5th` at `i`.
    fn day_ordinal(&self, i: usize) -> Option<usize> {
        let raw = self.raw(i);
        let digits = raw.bytes().take_while(u8::is_ascii_digit).count();
        let day: u32 = raw[..digits].parse().ok()?;
        let suffix = raw[digits..].to_ascii_lowercase();
        ((1..=31).contains(&day) && matches!(suffix.as_str(), "st" | "nd" | "rd" | "th")).then_some(i + 1)
    }

    /// The end of a year at `i`, after an optional comma or link word: `, 2024`, `'94`, `of 2005`, `nineteen eighty two`.
    fn year(&self, i: usize) -> Option<usize> {
        let mut at = i;
        if matches!(self.raw(at), "," | "-" | "/") || matches!(self.lower(at).as_str(), "de" | "del" | "of") {
            at += 1;
        }
        if !self.same_line(at) {
            return None;
        }
        if let Some((year, len)) = self.number(at) {
            let fits = len == 4 && (1900..=2099).contains(&year) && !self.runs_on(at + 1);
            let short = len == 2 && self.raw(i) == "-" && self.glued(at);
            return (fits || short).then_some(at + 1);
        }
        if matches!(self.raw(at), "'" | "’") {
            let (_, len) = self.number(at + 1)?;
            return (len == 2 && self.glued(at + 1)).then_some(at + 2);
        }
        self.spoken_year(at)
    }

    /// A day of the month alone, after `the`: `the 5th`, `the ninth`.
    fn lone_ordinal(&self, i: usize) -> Option<Reading> {
        let before = (0..i).rev().find(|before| self.raw(*before) != ">")?;
        if self.lower(before) != "the" {
            return None;
        }
        let end = self.day_ordinal(i).or_else(|| self.spoken_day(i))?;
        Some(self.reading(Form::Ordinal, i, end))
    }

    /// `tomorrow`, `day after tomorrow`.
    fn relative(&self, i: usize) -> Option<Reading> {
        let word = self.lower(i);
        if words::is_relative(&word) {
            return Some(self.reading(Form::Relative, i, i + 1));
        }
        let phrase = word == "day"
            && matches!(
                (self.lower(i + 1).as_str(), self.lower(i + 2).as_str()),
                ("after", "tomorrow" | "tmrw") | ("before", "yesterday")
            );
        phrase.then(|| self.reading(Form::Relative, i, i + 3))
    }

    /// The end of the holiday that begins at `i`; possessive endings and full stops between its words do not count.
    fn holiday(&self, i: usize) -> Option<usize> {
        let ends = words::HOLIDAYS.iter().filter_map(|phrase| {
            let mut at = i;
            for (n, word) in phrase.iter().enumerate() {
                while n > 0 && matches!(self.raw(at), "'s" | "'S" | "'" | "’" | "." | "’s") && self.same_line(at) {
                    at += 1;
                }
                if self.lower(at).replace(['\'', '’'], "") != *word {
                    return None;
                }
                at += 1;
            }
            Some(at)
        });
        let end = ends.max()?;
        let open_year = self.lower(end - 1) == "year" && matches!(self.raw(end), "'s" | "’s");
        Some(if open_year { end + 1 } else { end })
    }

    /// Whether token `i` begins a new sentence: a capital letter behind a full stop.
    fn starts_sentence(&self, i: usize) -> bool {
        matches!(self.shape(i), Shape::Capital | Shape::Initial)
    }
}

/// Whether the month has that day (29 February counts).
fn day_exists(month: u32, day: u32) -> bool {
    let days = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}
