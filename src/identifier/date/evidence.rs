//! Decides from what stands right beside a date whether it can be about somebody.
//!
//! Whether the text as a whole is about an individual is not decided here: the context stage knows.

use super::neighbours as near;
use super::reader::{Form, Reader, Reading};
use super::words;
use crate::identifier::wordlist::{ends_with, holds, is_one_of, words_of};
use crate::text::Shape;
use std::borrow::Cow;

/// Whether the reading can count as a date about somebody.
pub(super) fn judge(reader: &Reader<'_>, reading: &Reading) -> bool {
    let near = Near::new(reader, reading);
    if !matches!(reading.form, Form::BareMonth | Form::DoubtfulWeekday | Form::Ordinal) && near.says_birth() {
        return true;
    }
    if near.says_nobody() {
        return false;
    }
    match reading.form {
        Form::Numeric => near.is_numeric(),
        Form::MonthSlashDay => near.is_slash_date(),
        Form::MonthHyphenDay => near.is_hyphen_date(),
        Form::MonthSlashYear => near.is_month_and_year(),
        Form::MonthDay => near.is_month_and_day(),
        Form::MonthYear => true,
        Form::BareMonth => near.is_bare_month(),
        Form::Spoken => near.is_spoken(),
        Form::Weekday => near.is_weekday(),
        Form::DoubtfulWeekday => near.is_weekday() && near.fits_a_day(),
        Form::Ordinal => near.is_ordinal(),
        Form::Relative => near.is_relative(),
        Form::Holiday => near.is_holiday(),
    }
}

/// Whether a month and a day are the points of a scale, `pain 4/10`, `strength 4/5`, or one of several, `pkg 3/6`,
/// whatever the text is about.
pub(super) fn is_points(reader: &Reader<'_>, reading: &Reading) -> bool {
    let near = Near::new(reader, reading);
    let value = |at: usize| reader.number(at).unwrap_or_default().0;
    let (points, scale) = (value(reading.end.saturating_sub(3)), value(reading.end.saturating_sub(1)));
    let told = is_one_of(near::SCALES, near.word_before(1)) || is_one_of(near::SCALED, near.word_after(1));
    let numbered = ends_with(near.before.trim_end_matches([' ', ':']), "phq-9, phq-2, gad-7, dass-21");
    let bought = is_one_of(near::SERIES_OF, near.word_before(1)) && scale <= 12;
    let screened = (numbered || is_one_of(near::SCREENS, near.word_before(1))) && near.before.ends_with(' ');
    reading.form == Form::MonthSlashDay
        && !reading.weekday
        && !reading.timed
        && points <= scale
        && (told && matches!(scale, 4 | 5 | 6 | 10) || screened || bought)
}

/// Whether it is the notes' short form of "secondary to": `sepsis 2/2 cellulitis`.
pub(super) fn is_secondary_to(reader: &Reader<'_>, reading: &Reading) -> bool {
    if !(reading.first..reading.end).map(|at| reader.raw(at)).eq(["2", "/", "2"]) {
        return false;
    }
    let near = Near::new(reader, reading);
    let word = |word: &str| word.len() > 2 && word.chars().all(char::is_alphabetic);
    let between = near.before.ends_with(' ') && near.after.starts_with(' ');
    let dated = near.follows(near::DATED) || is_one_of(near::GOES_ON, near.word_after(1));
    between && word(near.word_before(1)) && word(near.word_after(1)) && !dated
}

/// Whether words right before it make it a habit beyond doubt: `every single Sunday`.
pub(super) fn is_habit(reader: &Reader<'_>, reading: &Reading) -> bool {
    let near = Near::new(reader, reading);
    near.word_before(1) == "single" && near.word_before(2) == "every"
}

/// What stands around a reading, in lower case.
struct Near<'a, 'p> {
    reader: &'a Reader<'p>,
    reading: &'a Reading,
    before: String,
    after: String,
}

impl<'a, 'p> Near<'a, 'p> {
    fn new(reader: &'a Reader<'p>, reading: &'a Reading) -> Near<'a, 'p> {
        let tokens = reader.page.tokens();
        let (start, end) = (tokens[reading.first].range.start, tokens[reading.end - 1].range.end);
        let before = reader.page.before(start, 48).to_lowercase();
        let after = reader.page.after(end, 32).to_lowercase();
        Near { reader, reading, before, after }
    }

    /// The `n`th word before the date on its line, `1` being the nearest, marks left out.
    fn word_before(&self, n: usize) -> &str {
        words_of(&self.before).rev().nth(n - 1).unwrap_or("")
    }

    /// The `n`th word after the date on its line.
    fn word_after(&self, n: usize) -> &str {
        words_of(&self.after).nth(n - 1).unwrap_or("")
    }

    /// Whether the nearest word before is in the list.
    fn follows(&self, list: &str) -> bool {
        is_one_of(list, self.word_before(1))
    }

    /// The lower-case token `n` before the date, across lines, quote marks left out.
    fn token_before(&self, n: usize) -> Cow<'_, str> {
        let quoted = (0..self.reading.first).rev().filter(|i| self.reader.raw(*i) != ">");
        quoted.skip(n - 1).map(|i| self.reader.lower(i)).next().unwrap_or_default()
    }

    /// The first character of the date as it is written.
    fn first_char(&self) -> char {
        self.reader.raw(self.reading.first).chars().next().unwrap_or(' ')
    }

    /// Whether the date fills a cell of a table or a field of a list.
    fn fills_a_cell(&self) -> bool {
        let left = self.before.trim_end_matches(' ').chars().next_back();
        let right = self.after.trim_start_matches(' ').chars().next();
        let mark = |c: Option<char>| c.is_some_and(|c| matches!(c, '|' | ';' | '/' | '\t'));
        let open =
            |text: &str, c: Option<char>| c.is_none() || mark(c) || text.starts_with("   ") || text.ends_with("   ");
        (mark(left) || mark(right)) && open(&self.before, left) && open(&self.after, right)
    }

    /// A birth keyword right before.
    fn says_birth(&self) -> bool {
        let bare = |text: &'_ str| text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
        let tail = &self.before[..bare(&self.before)];
        let tail = tail.strip_suffix(" is").or_else(|| tail.strip_suffix(" on")).unwrap_or(tail);
        let tail = tail.strip_suffix("'s").unwrap_or(tail);
        ends_with(&tail[..bare(tail)], near::BIRTH)
    }

    /// Frequencies, revisions, expiries, offers and events of the house.
    fn says_nobody(&self) -> bool {
        let lead = self.word_before(1);
        if is_one_of(near::FREQUENCY, lead) || lead == "all" && self.reading.form != Form::BareMonth {
            return true;
        }
        let clause = clause_before(&self.before);
        let mut from = clause.len().saturating_sub(24);
        while !clause.is_char_boundary(from) {
            from += 1;
        }
        if holds(&clause[from..], near::NOBODY) || self.before.contains("% off") || clause.trim_end().ends_with('©') {
            return true;
        }
        if self.follows(near::OF_THE_HOUSE) && !self.reading.timed {
            return true;
        }
        let rest = self.after.strip_prefix("'s").unwrap_or(&self.after);
        let goes_on = rest.strip_prefix([' ', '-']).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        let second = rest.split([',', '.', ';', '(', ':']).next().and_then(|part| words_of(part).nth(1)).unwrap_or("");
        let first = words_of(rest).next().unwrap_or("");
        goes_on && (is_one_of(near::OFFER, first) || first.len() > 4 && is_one_of(near::OFFER, second))
    }

    fn is_numeric(&self) -> bool {
        !matches!(self.word_before(1), "v" | "ver" | "version" | "section" | "§")
    }

    fn is_slash_date(&self) -> bool {
        if self.reading.weekday || self.reading.timed {
            return true;
        }
        let (day, day_digits) = self.reader.number(self.reading.end - 1).unwrap_or_default();
        let (month, month_digits) = self.reader.number(self.reading.end - 3).unwrap_or_default();
        let padded = day < 10 && day_digits == 2 || month < 10 && month_digits == 2;
        if self.after.starts_with('"') {
            return false;
        }
        if padded || month > day {
            return !(is_one_of(near::MEASURED, self.word_after(1)) && self.after.starts_with(' ') && !padded);
        }
        let told = self.follows("on, seen, since, done, labs, recheck, last, next, called, dated");
        let measured = is_one_of(near::MEASURED, self.word_after(1)) && self.after.starts_with([' ', '-']) && !told;
        let mixed = self.reading.first > 0
            && self.reader.shape(self.reading.first - 1) == Shape::Number
            && self.before.ends_with(' ')
            && !self.before.ends_with("  ");
        if measured || mixed || day <= 10 && self.is_scored() {
            return false;
        }
        if !matches!(day, 2 | 3 | 4 | 5 | 6 | 7 | 8 | 10) {
            return true;
        }
        let enclosed = self.before.ends_with('(') && self.after.starts_with(')');
        let opens_clause = self.before.trim().is_empty() || self.before.ends_with(". ");
        let goes_on = self.word_after(1).chars().all(char::is_alphabetic) && !self.word_after(1).is_empty();
        let short = ["f/u ", "r/s "].iter().any(|lead| self.before.ends_with(lead));
        self.follows(near::DATED) || short || self.fills_a_cell() || enclosed || opens_clause && goes_on
    }

    /// Whether a scale, a dose or a count stands before.
    fn is_scored(&self) -> bool {
        self.follows(near::SCORED) || self.before.ends_with('-') && is_one_of(near::SCORED, self.word_before(2))
    }

    fn is_hyphen_date(&self) -> bool {
        if self.reading.weekday {
            // `Fri 9-5` is when somebody is open.
            return false;
        }
        let dated = self.follows("on, seen, since, date, dos, visit, fu, appt, dated");
        let separated = self.before.trim_end().ends_with(['|', ';', '/', '\t']) && self.fills_a_cell();
        (dated || separated) && !is_one_of(near::MEASURED, self.word_after(1))
    }

    /// A month and a year need a key or a word before them: in a stock list they are when something expires.
    fn is_month_and_year(&self) -> bool {
        let slash = self.reader.raw(self.reading.first + 1) == "/";
        let told = self.word_before(1).chars().all(char::is_alphabetic)
            && self.before.ends_with([' ', '('])
            && !self.before.ends_with("  ");
        !self.is_scored() && (told || !slash && self.before.ends_with(": \""))
    }

    /// `may 2 units` and the like are no dates.
    fn is_month_and_day(&self) -> bool {
        let month = self.reader.raw(self.reading.first);
        let verb = matches!(month, "may" | "march" | "mar");
        !(verb && is_one_of(near::MEASURED, self.word_after(1)))
    }

    /// A month needs a word that makes it a time, or other dates beside it.
    fn is_bare_month(&self) -> bool {
        let written = self.reading.end - 1;
        let dotted = self.reader.raw(written) == ".";
        let raw = self.reader.raw(if dotted { written - 1 } else { written });
        let word = raw.to_lowercase();
        if matches!(word.as_str(), "mar" | "sep" | "jun") && raw == word || self.is_promotional_month() {
            return false;
        }
        let next = self.reading.end;
        let name_follows = self.after.starts_with(' ')
            && self.reader.shape(next) == Shape::Capital
            && words::month(&self.reader.lower(next)).is_none();
        let clear = !words::is_doubtful_month(&word) || raw != word;
        let led = self.reader.raw(self.reading.first) != raw;
        if self.follows("in, since, until, til, till, during, around, en, desde, hasta, mid, early, late") {
            return true;
        }
        let part_of_month = matches!(self.word_before(2), "end" | "start" | "beginning" | "middle" | "rest" | "week");
        let loose = self.follows("by, from, to, through, thru, before, after, end, para")
            || self.word_before(1) == "of" && part_of_month;
        if clear && !name_follows && (loose || led) {
            return true;
        }
        let joins = matches!(&*self.reader.lower(next), "," | "and" | "or" | "&")
            && words::month(&self.reader.lower(next + 1)).is_some();
        let stop = self.after.starts_with(". ") || self.after == "." || dotted;
        let short = stop && word.len() <= 4 && raw != word && !words::is_doubtful_month(&word);
        let in_table = self.fills_a_cell() && raw != word && !name_follows;
        clear && (joins && self.before.trim_end().ends_with(',') || in_table || short)
    }

    /// `in May we`, `this June enjoy`, `awareness month`.
    fn is_promotional_month(&self) -> bool {
        self.after.starts_with([' ', ',']) && is_one_of("we, enjoy, awareness, our, save", self.word_after(1))
    }

    fn is_spoken(&self) -> bool {
        !is_one_of("time, session, visit, of, grade", self.word_after(1))
    }

    /// Opening hours, ranges of weekdays and named marketing days are nobody's.
    fn is_weekday(&self) -> bool {
        let (first, next) = (self.reading.first, self.reading.end);
        let is_weekday = |i: Option<usize>| i.is_some_and(|i| words::weekday(&self.reader.lower(i)).is_some());
        let joins =
            |i: usize| matches!(&*self.reader.lower(i), "-" | "–" | "—" | "/" | "&" | "through" | "thru" | "to");
        let moved = holds(&self.before, near::MOVED);
        let ranges_on = joins(next) && is_weekday(Some(next + 1)) && !moved;
        let ranged = first > 0 && joins(first - 1) && is_weekday(first.checked_sub(2)) && !moved;
        let quoted = self.before.ends_with(['"', '\'']) && self.after.starts_with(['"', '\'']);
        let hyphened = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic());
        let inside_a_name = self.before.ends_with('-') && !self.before.ends_with(" -")
            // "Friday-you": a part that somebody plays.
            || self.after.strip_prefix('-').is_some_and(hyphened) && !is_weekday(Some(next + 1));
        let nth = is_one_of("first, second, third, fourth, 1st, 2nd, 3rd, 4th", self.word_before(1));
        let one_a_month = self.word_before(1) == "one" && self.after.starts_with(" a ");
        let of_the_month = one_a_month || nth || self.after.starts_with(" of ");
        let general = self.word_before(1) == "a" && !self.reading.weekday && next - first == 1;
        let hours = self.reader.is_range_of_weekdays(self.reading) && !moved;
        if ranges_on || ranged || hours || quoted || inside_a_name || of_the_month || general {
            return false;
        }
        let repeated = is_one_of("nights, mornings, evenings, afternoons, closed", self.word_after(1));
        !repeated && !self.is_opening_hours() && !self.is_marketing_day()
    }

    /// `Tuesday 10 to 7`, `Sat: 9-2`, `Sunday: by appointment`.
    fn is_opening_hours(&self) -> bool {
        let rest = self.after.trim_start_matches([' ', ':', ',', '.', '|', '\t', '(']);
        if rest.starts_with("by app") || rest.starts_with("closed") {
            return true;
        }
        let written = (self.reading.first..self.reading.end).any(|i| matches!(self.reader.raw(i), "-" | "–"));
        if self.reading.timed && written {
            return true;
        }
        let hour_end = rest.find(|c: char| !(c.is_ascii_digit() || ":. apm".contains(c))).unwrap_or(rest.len());
        let (hour, then) = rest.split_at(hour_end);
        let then = then.strip_prefix("to ").or_else(|| then.strip_prefix(['-', '–', '—'])).map(str::trim_start);
        hour.starts_with(|c: char| c.is_ascii_digit())
            && then.is_some_and(|then| then.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// `Tox Tuesday`, `Wellness Wednesday`.
    fn is_marketing_day(&self) -> bool {
        let named = self.follows(near::SERIES) || self.before.ends_with("self-care ");
        self.first_char().is_uppercase() && named && self.before.ends_with(' ')
    }

    /// `sat` and its like need a time, a preposition, a capital in a list, or the head of a line.
    fn fits_a_day(&self) -> bool {
        if self.reading.timed || matches!(self.word_before(1), "next" | "last" | "this") {
            return true;
        }
        let raw = self.reader.raw(self.reading.first);
        if self.reading.end - self.reading.first > 1 && self.reader.raw(self.reading.first + 1) != "." {
            return true;
        }
        let closes = self.after.trim().is_empty() || self.after.starts_with(['?', '!', '.', ',', ')', ':']);
        if matches!(raw.to_lowercase().as_str(), "sun" | "sat") {
            // Both are other words far more often.
            let told = self.follows("on, until, til, till, by, for, coming, see, moved, block, due");
            let sunny = raw.eq_ignore_ascii_case("sun") && self.after.starts_with(':');
            return told && closes && !sunny || self.fills_a_cell() && !raw.starts_with('S');
        }
        let opens_line = !self.before.contains(char::is_alphanumeric);
        let capital = raw.starts_with(char::is_uppercase) && raw[1..].chars().all(char::is_lowercase);
        self.follows(near::WHEN)
            || self.fills_a_cell()
            || closes && raw != "mon"
            || capital && !opens_line
            || opens_line && self.after.starts_with("  ") && !self.after.trim().starts_with("tue")
    }

    /// A day of the month alone: what follows must not be the thing that is counted.
    fn is_ordinal(&self) -> bool {
        let lead = self.token_before(2);
        let spoken = self.reader.shape(self.reading.first) != Shape::Alnum;
        let vague = matches!(&*self.reader.lower(self.reading.first), "first" | "second" | "third");
        let told = if spoken {
            !vague && is_one_of("on, since, until, till, til, by, for, would, does", &lead)
        } else {
            is_one_of(
                "on, by, from, until, til, till, since, for, except, after, before, to, is, was, around, like, would, does",
                &lead,
            )
        };
        if !told || self.after.trim_start().starts_with("monthly") {
            return false;
        }
        let next = self.word_after(1);
        let pair = matches!(next, "and" | "or" | "to" | "through")
            && (words::ordinal(self.word_after(2)).is_some()
                || self.word_after(2).starts_with(|c: char| c.is_ascii_digit()))
            && !is_one_of(near::GOES_ON, self.word_after(3))
            && !self.word_after(3).is_empty();
        let counts = self.after.starts_with([' ', '-']) && self.after.trim_start().starts_with(char::is_alphanumeric);
        self.reading.timed && !spoken || !pair && (!counts || is_one_of(near::GOES_ON, next))
    }

    /// `mañana` is also the morning, and a better tomorrow is nobody's.
    fn is_relative(&self) -> bool {
        let morning = self.reader.lower(self.reading.first) == "mañana" && self.follows("la, las");
        !morning && !self.follows("better, brighter, of, today, like")
    }

    /// A holiday counts as the day of an event, not as the reason of an offer.
    fn is_holiday(&self) -> bool {
        let inside_a_name = self.before.ends_with(['-', '_']) || self.after.starts_with('@');
        let listed = self.after.starts_with(" count");
        if inside_a_name || listed || holds(&self.before, "closed, closes, happy") {
            return false;
        }
        if self.follows(near::HAPPENED) || self.reader.lower(self.reading.first) == "last" {
            return true;
        }
        let shut = holds(&self.after, "closed, hours, sale, special, hint, gift");
        let after_a_word = self.before.ends_with(' ') && self.before.trim_end().ends_with(char::is_alphabetic);
        !is_one_of(near::CELEBRATED, self.word_before(1)) && !shut && after_a_word
    }
}

/// The part of the text behind its last sentence end or cell border.
fn clause_before(text: &str) -> &str {
    let cut = [". ", "; ", "! ", "? ", "|", "\t"].iter().filter_map(|end| {
        let at = text.rfind(end)?;
        // A full stop behind an abbreviation such as "Rev." ends nothing.
        let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        (*end != ". " || word.len() > 4).then_some(at + end.len())
    });
    &text[cut.max().unwrap_or(0)..]
}
