//! Reads days that no month names: weekdays, ordinals, holidays, and days counted from today.

use super::holidays;
use super::reader::{Form, Reader, Reading};
use super::words::{self, Weekday};
use crate::memo::Memo;
use crate::text::Shape;
use std::cell::RefCell;

/// Phrases that fix a day from today, in patterns as [`Reader::phrase_at`] reads them.
const FROM_TODAY: &[&str] = &[
    "day after tomorrow|tmrw|tmr|tmw",
    "day before yesterday|yest",
    "last|yesterday night|nite|evening|eve",
    "tomorrow|tmrw week",
    "today|tomorrow|yesterday COUNT UNIT ago",
    "pasado mañana",
    "antes de ayer",
    "après|apres - demain",
    "avant - hier",
    "depois de amanhã",
    "hier soir|matin|après|apres",
    "hôm qua",
    "ngày mai",
];

/// The words that begin those phrases.
const OPENERS: &[&str] = &[
    "day",
    "last",
    "yesterday",
    "tomorrow",
    "tmrw",
    "today",
    "pasado",
    "antes",
    "après",
    "apres",
    "avant",
    "depois",
    "hier",
    "hôm",
    "ngày",
];
/// Spanish and French words that go on with a sentence behind a day.
const FOREIGN_LINKS: &[&str] = &["a", "à", "de", "en", "y", "et", "o", "ou", "por", "para", "con", "pour", "que"];

/// Whether a date can begin with a word: hardly one word in twenty, and every word of a text is asked.
fn may_begin(word: &str) -> bool {
    thread_local!(static BEGINS: RefCell<Memo<bool>> = RefCell::new(Memo::new()));
    BEGINS.with_borrow_mut(|memo| {
        memo.of(word, |word| {
            let word = &*word.to_lowercase();
            let day = word.strip_suffix('s').unwrap_or(word);
            holidays::beginning_with(word).next().is_some()
                || matches!(word, "st" | "saint" | "oh")
                || words::weekday(word).is_some()
                || words::weekday(day).is_some()
                || words::begins_weekday_in_two(word)
                || words::is_short_weekday(word)
                || words::month(word).is_some()
                || words::ordinal(word).is_some()
                || words::tens(word).is_some()
                || words::small_number(word).is_some()
                || words::is_relative(word)
                || OPENERS.contains(&word)
        })
    })
}

impl Reader<'_> {
    /// A date that begins with a word.
    pub(super) fn worded(&self, i: usize) -> Option<Reading> {
        if self.raw(i).len() > 16 || !may_begin(self.raw(i)) {
            return None;
        }
        let word = self.lower(i);
        if let Some(end) = self.holiday(i, &word) {
            return Some(Reading::new(Form::Holiday, i, self.year(end).unwrap_or(end)));
        }
        if let Some(reading) = self.weekday(i, &word).or_else(|| self.past_weekdays(i, &word)) {
            return Some(reading);
        }
        if words::month(&word).is_some() {
            return self.calendar(i);
        }
        if words::ordinal(&word).is_some()
            || words::tens(&word).is_some()
            || words::small_number(&word).is_some()
            || word == "oh"
        {
            let spoken = || self.spoken_pair(i).or_else(|| self.spoken_numbers(i));
            return self.day_first(i).or_else(spoken).or_else(|| self.lone_ordinal(i));
        }
        self.relative(i)
    }

    /// A weekday, with the day that follows it where there is one.
    fn weekday(&self, i: usize, word: &str) -> Option<Reading> {
        let hyphen = usize::from(self.raw(i + 1) == "-");
        if words::begins_weekday_in_two(word) && words::weekday_in_two(word, &self.lower(i + 1 + hyphen)) {
            return Some(self.weekday_first(i, i + 2 + hyphen, Weekday::Clear));
        }
        if let Some(clarity) = words::weekday(word) {
            // `mar 21/4` is a Tuesday, `mar 21` a day in March.
            return Some(self.weekday_first(i, i + 1, clarity));
        }
        let short = words::is_short_weekday(word) && (self.raw(i + 1) == "." || word == self.raw(i) || word.len() == 2);
        let next = if self.raw(i + 1) == "." { i + 2 } else { i + 1 };
        let day = self.numeric(next).or_else(|| self.day_first(next)).filter(|_| short && self.same_line(next))?;
        Some(Reading { first: i, weekday: true, ..day })
    }

    /// A weekday that stands in the tokens `i` to `after`, with its day: `Friday 10/3`, `Saturday the 15th of February`.
    fn weekday_first(&self, i: usize, after: usize, clarity: Weekday) -> Reading {
        let mut next = after;
        while matches!(self.raw(next), "." | "," | "-") && self.same_line(next) {
            next += 1;
        }
        let bracket = self.raw(next) == "(" && self.same_line(next);
        if bracket || self.is(next, &["the", "el", "día", "dia", "den", "le"]) {
            next += 1;
        }
        let closed = |end: usize| if bracket { end + 1 } else { end };
        let fits = |end: &usize| !bracket || self.raw(*end) == ")";
        if let Some(day) = self.calendar(next)
            && (self.same_line(next) || self.day_ordinal(next).is_some())
            && !day.form.is_month()
            && fits(&day.end)
        {
            return Reading { first: i, weekday: true, end: closed(day.end), ..day };
        }
        let plain = || self.number_behind_a_weekday(next).filter(|_| next == after);
        let article = next > after && !matches!(self.raw(next - 1), "." | "," | "-");
        let word = |end: usize| self.shape(end) == Shape::Lower && !self.closes_at(end);
        let counts = |end: &usize| self.is(*end, &["period", "grade", "hour", "half"]) || !article && word(*end);
        let ordinal = self.day_ordinal(next).or_else(|| self.spoken_day(next));
        if let Some(end) = ordinal.filter(|end| !counts(end)).or_else(plain).filter(fits) {
            return Reading { weekday: true, ..Reading::new(Form::Spoken, i, closed(end)) };
        }
        if clarity == Weekday::Clear && self.is(after, &["in", "of"]) && words::month(&self.lower(after + 1)).is_some()
        {
            let end = self.year(after + 2).unwrap_or(after + 2);
            return Reading { weekday: true, ..Reading::new(Form::MonthDay, i, end) };
        }
        let form = if clarity == Weekday::Clear { Form::Weekday } else { Form::DoubtfulWeekday };
        let dotted = self.raw(after) == "." && self.glued(after) && self.raw(i).len() <= 5 && self.same_line(after + 1);
        let goes_on = matches!(self.shape(after + 1), Shape::Lower | Shape::Number | Shape::Alnum);
        Reading::new(form, i, if dotted && goes_on { after + 1 } else { after })
    }

    /// The end of a bare number at `i`, a day or an hour, behind a weekday: `viernes 13`, `fri 10,`.
    fn number_behind_a_weekday(&self, i: usize) -> Option<usize> {
        let (day, len) = self.number(i).filter(|_| self.same_line(i))?;
        let spanish = self.phrase_at(i + 1, "a las|la").is_some();
        let hours = self.is(i + 1, &["to", "-", "–", "until", ":"]) || self.half_of_day(i + 1) > i + 1;
        let closes = (self.closes_at(i + 1) || self.is(i + 1, FOREIGN_LINKS)) && !self.runs_on(i + 1) && !hours;
        (len <= 2 && (1..=31).contains(&day) && (spanish || closes)).then_some(i + 1)
    }

    /// `two Saturdays ago`, `Thursdays back`: the weekday with what counts from today.
    fn past_weekdays(&self, i: usize, word: &str) -> Option<Reading> {
        words::weekday(word.strip_suffix('s').filter(|day| day.ends_with("day"))?)?;
        let end = self.phrase_at(i + 1, "ago|back").or_else(|| self.phrase_at(i + 1, "from now"))?;
        Some(Reading::new(Form::Weekday, i, end))
    }

    /// A day of the month alone, after `the`: `the 5th`, `the ninth`.
    pub(super) fn lone_ordinal(&self, i: usize) -> Option<Reading> {
        let before = (0..i).rev().find(|before| self.raw(*before) != ">")?;
        let end = self.day_ordinal(i).or_else(|| self.spoken_day(i))?;
        if !self.is(before, &["the"]) && self.ordinal_tail(end).is_none() {
            return None;
        }
        // "the second Tuesday of May" is read from its weekday, "the first week of June" from its month.
        let counts = words::weekday(&self.lower(end)).is_some()
            || self.phrase_at(end, "week|wk|weekend|half|day of|in").is_some();
        (!counts).then(|| Reading::new(Form::Ordinal, i, end))
    }

    /// A day of the month as a bare number behind a Spanish or French article: `el 22`, `le 9`.
    pub(super) fn lone_number(&self, i: usize) -> Option<Reading> {
        let (day, len) = self.number(i)?;
        let led = i > 0 && self.same_line(i) && matches!(self.raw(i - 1), "el" | "El" | "le");
        let fits = led && len <= 2 && (1..=31).contains(&day) && !self.runs_on(i + 1) && self.raw(i + 1) != ":";
        let closes = self.closes_at(i + 1) || self.is(i + 1, FOREIGN_LINKS);
        (fits && closes).then(|| Reading::new(Form::Ordinal, i, i + 1))
    }

    /// `tomorrow`, `day after tomorrow`, `last night`.
    pub(super) fn relative(&self, i: usize) -> Option<Reading> {
        let word = self.lower(i);
        // Few words begin a phrase, and every word of a text is asked.
        if OPENERS.contains(&&*word) {
            let phrase = FROM_TODAY.iter().filter_map(|phrase| self.phrase_at(i, phrase)).max();
            let week = || self.phrase_at(i, "today week").filter(|end| self.closes_at(*end));
            if let Some(end) = phrase.or_else(week) {
                return Some(Reading::new(Form::Relative, i, end));
            }
        }
        let greeting = word == "morgen" && i > 0 && self.is(i - 1, &["guten", "heute", "jeden", "am", "der", "den"]);
        (words::is_relative(&word) && !greeting).then(|| Reading::new(Form::Relative, i, i + 1))
    }

    /// The end of the holiday that begins at `i`; possessive endings and full stops between its words do not count.
    fn holiday(&self, i: usize, word: &str) -> Option<usize> {
        let named = holidays::beginning_with(word).filter_map(|holiday| self.spelled(i, holiday));
        named.max().or_else(|| self.saints_day(i))
    }

    /// The end of a holiday's words at `i`.
    fn spelled(&self, i: usize, holiday: &str) -> Option<usize> {
        let mut at = i;
        for (n, word) in holiday.split(' ').enumerate() {
            at = if n > 0 { self.after_possessive(at) } else { at };
            let written = self.lower(at).replace(['\'', '’'], "");
            let possessive = self.is_possessive(at + 1) && word.strip_suffix('s') == Some(&*written);
            if written != word && !possessive || n > 0 && !self.same_line(at) {
                return None;
            }
            let ending = 1 + usize::from(self.is(at + 2, &["s"]) && self.glued(at + 2));
            at += if possessive { 1 + ending } else { 1 };
        }
        // `Tet` is a holiday, `tet` a vaccine.
        (self.raw(i) != "tet").then_some(at)
    }

    /// `St. Stephen's Day`, `saint lucys eve`.
    fn saints_day(&self, i: usize) -> Option<usize> {
        if !self.is(i, &["st", "saint"]) {
            return None;
        }
        let name = if self.raw(i + 1) == "." { i + 2 } else { i + 1 };
        let day = self.after_possessive(name + 1);
        let owned = day > name + 1 || self.raw(name).ends_with('s');
        let named = self.page.tokens().get(name).is_some_and(|token| token.is_word());
        (self.is(day, &["day", "eve"]) && named && owned && self.same_line(day)).then_some(day + 1)
    }

    /// Whether a possessive ending stands at `i`, in one token or in two.
    fn is_possessive(&self, i: usize) -> bool {
        matches!(self.raw(i), "'s" | "'S" | "’s") || matches!(self.raw(i), "'" | "’") && self.is(i + 1, &["s"])
    }

    /// The token behind possessive endings and full stops at `i`.
    fn after_possessive(&self, i: usize) -> usize {
        let mut at = i;
        while self.same_line(at) {
            at += match self.raw(at) {
                "'s" | "'S" | "’s" | "." => 1,
                "'" | "’" if self.is(at + 1, &["s"]) => 2,
                "'" | "’" => 1,
                _ => return at,
            };
        }
        at
    }
}
