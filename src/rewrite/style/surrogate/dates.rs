//! Dates, all moved by one number of days that nobody can tell: their order and distances stay, and how they are written.
//!
//! A weekday moves with its date, a month alone by as many months, a day of the month alone around four weeks. Words that
//! count from today ("tomorrow") count more days, in their direction. Clock times stay. What is written in another
//! way gives way to some day of the year.

use super::draw::Draw;
use super::{Fresh, cased};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The least and the most days by which dates move.
const LEAST: usize = 32;
const MOST: usize = 363;
/// A leap year, for February 29 where no year is named.
const LEAP: i16 = 2024;

/// Names of months as they are written, in groups of one language and length.
const MONTHS: [[&str; 12]; 5] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
];
/// Names of weekdays, in such groups, from Monday on.
const WEEKDAYS: [[&str; 7]; 6] = [
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    ["Mon", "Tues", "Wed", "Thurs", "Fri", "Sat", "Sun"],
    ["Mon", "Tues", "Weds", "Thur", "Fri", "Sat", "Sun"],
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    ["lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo"],
];
/// Holidays and about when they are.
const HOLIDAYS: [(&str, i8, i8); 22] = [
    ("christmas eve", 12, 24),
    ("christmas day", 12, 25),
    ("christmas", 12, 25),
    ("xmas", 12, 25),
    ("new year's eve", 12, 31),
    ("new years eve", 12, 31),
    ("new year's day", 1, 1),
    ("new year's", 1, 1),
    ("new years", 1, 1),
    ("valentine's day", 2, 14),
    ("valentine's", 2, 14),
    ("st. patrick's day", 3, 17),
    ("easter", 4, 5),
    ("mother's day", 5, 10),
    ("memorial day", 5, 25),
    ("father's day", 6, 21),
    ("juneteenth", 6, 19),
    ("fourth of july", 7, 4),
    ("labor day", 9, 7),
    ("halloween", 10, 31),
    ("veterans day", 11, 11),
    ("thanksgiving", 11, 26),
];

/// The parts of a date in the order in which they are looked for; the letter before a number names the form.
static PARTS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let either = |words: &mut dyn Iterator<Item = &str>| {
        let mut words: Vec<String> = words.map(str::to_lowercase).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words.dedup();
        words.join("|").replace('.', r"\.")
    };
    let months = either(&mut MONTHS.iter().flatten().copied());
    let weekdays = either(&mut WEEKDAYS.iter().flatten().copied());
    let holidays = either(&mut HOLIDAYS.iter().map(|(name, ..)| *name));
    let nth = "(?:st|nd|rd|th|ST|ND|RD|TH)";
    Regex::new(&format!(
        r"(?ix)
        (?P<clock>\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?)
        |(?P<holiday>\b(?:{holidays})\b)
        |\b(?P<iy>\d{{4}})(?P<is>[-/.])(?P<im>\d{{1,2}})(?:[-/.](?P<id>\d{{1,2}}))
        |\b(?P<na>\d{{1,2}})(?P<ns>[-/.])(?P<nb>\d{{1,2}})[-/.](?P<ny>\d{{4}}|\d{{2}})\b
        |\b(?P<sa>\d{{1,2}})(?P<ss>[-/])(?P<sb>\d{{1,2}})\b
        |\b(?P<compact>\d{{8}})\b
        |\b(?P<mm>{months})(?P<mg>\.?,?[\s/-]*)(?P<md>\d{{1,2}})(?P<mo>{nth})?
            (?:(?P<mt>\s*(?:-|–|to|through|thru|and|or|&)\s*)(?P<me>\d{{1,2}})(?P<mp>{nth})?\b)?
            (?:(?P<mh>,?\s*|[-/])(?P<my>\d{{4}}|['’]\d{{2}})|(?P<mk>[-/])(?P<ms>\d{{2}}))?\b
        |\b(?P<dd>\d{{1,2}})(?P<do>{nth}|º)?(?P<dg>[\s./-]*(?:of\s+|de\s+)?)(?P<dm>{months})
            (?:(?P<dh>\.?[\s,]*(?:del?\s+)?)(?P<dy>\d{{4}}|['’]\d{{2}})|(?P<dk>[-/])(?P<ds>\d{{4}}|\d{{2}}))?\b
        |\b(?P<lm>{months})(?:(?P<lg>\.?,?\s*(?:of\s+|de\s+)?|[-/])(?P<ly>\d{{4}}|['’]\d{{2}}))?\b
        |\b(?P<weekday>{weekdays})(?P<plural>s?)\b
        |\b(?P<relative>day\s+after\s+tomorrow|day\s+before\s+yesterday|tomorrow|tmrw|tmr|tomorow|yesterday|mañana|ayer)\b
        |\b(?P<day>\d{{1,2}})(?P<ordinal>{nth})\b
        |\b(?P<year>(?:19|20)\d{{2}})\b
        |(?P<bare>\A\d{{1,2}}\z)"
    ))
    .ok()
});

/// By how much the dates of a text move.
#[derive(Debug)]
pub(super) struct Shift {
    days: i64,
    this_year: i16,
}

impl Shift {
    /// Draws the days: a month to a year, back or forth, and never whole weeks.
    pub(super) fn new(draw: Draw, this_year: i16) -> Shift {
        let days = (LEAST + draw.below(MOST - LEAST, "shift", 0)) as i64;
        let days = if days % 7 == 0 { days + 1 } else { days };
        let back = draw.below(2, "direction", 0) == 0;
        Shift { days: if back { -days } else { days }, this_year }
    }

    /// What stands in for a date.
    pub(super) fn date(&self, value: &str, fresh: &mut Fresh) -> String {
        let moved =
            PARTS.as_ref().map(|parts| parts.replace_all(value, |found: &Captures<'_>| self.part(found)).into_owned());
        let untold =
            |text: &str| text.split(|c: char| !c.is_alphabetic()).any(|word| is_number_word(&word.to_lowercase()));
        match moved {
            Some(moved) if moved != value && !untold(value) => moved,
            _ => self.some_day(value, fresh),
        }
    }

    /// One part of a date, moved.
    fn part(&self, found: &Captures<'_>) -> String {
        let group = |name: &str| found.name(name).map(|found| found.as_str());
        let whole = &found[0];
        let moved = if let Some(holiday) = group("holiday") {
            self.holiday(holiday)
        } else if let (Some(y), Some(m), Some(d), Some(s)) = (group("iy"), group("im"), group("id"), group("is")) {
            self.moved(y.parse().ok(), m, d).map(|to| {
                format!("{:04}{s}{}{s}{}", to.year(), padded(to.month(), zero(m, d)), padded(to.day(), zero(m, d)))
            })
        } else if let (Some(a), Some(b), Some(s)) = (group("na"), group("nb"), group("ns")) {
            self.numeric(a, b, s, group("ny"))
        } else if let (Some(a), Some(b), Some(s)) = (group("sa"), group("sb"), group("ss")) {
            self.numeric(a, b, s, None)
        } else if let Some(digits) = group("compact") {
            self.compact(digits)
        } else if let (Some(month), Some(day)) = (group("mm"), group("md")) {
            self.month_first(found, month, day)
        } else if let (Some(day), Some(month)) = (group("dd"), group("dm")) {
            self.day_first(found, day, month)
        } else if let Some(month) = group("lm") {
            self.month_alone(month, group("lg"), group("ly"))
        } else if let Some(weekday) = group("weekday") {
            self.weekday(weekday).map(|moved| moved + group("plural").unwrap_or_default())
        } else if let Some(relative) = group("relative") {
            Some(self.relative(relative))
        } else if let Some(day) = group("day").or(group("bare")) {
            let moved = day.parse().ok().map(|day: i64| (day - 1 + self.days).rem_euclid(28) + 1);
            moved.map(|moved| match group("ordinal") {
                Some(ordinal) => format!("{moved}{}", cased(nth(moved as i8), ordinal)),
                None => padded(moved as i8, day),
            })
        } else if let Some(year) = group("year").and_then(|year| year.parse().ok()) {
            // The middle of the year moves; a year that stays the same is one before.
            self.moved(Some(year), "7", "1").map(|to| if to.year() == year { year - 1 } else { to.year() }.to_string())
        } else {
            None
        };
        moved.unwrap_or_else(|| whole.to_owned())
    }

    /// A day moved; none where there is no such day.
    fn moved(&self, year: Option<i16>, month: &str, day: &str) -> Option<Date> {
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        let date = match year {
            Some(year) => Date::new(year, month, day).ok()?,
            None => Date::new(self.this_year, month, day).or_else(|_| Date::new(LEAP, month, day)).ok()?,
        };
        date.checked_add(self.span()).ok()
    }

    fn span(&self) -> Span {
        self.days.days()
    }

    /// "3/14", "04/12/88": month first, unless only the other order is a date.
    fn numeric(&self, a: &str, b: &str, sign: &str, year: Option<&str>) -> Option<String> {
        let full = year.and_then(full_year);
        if year.is_some() && full.is_none() {
            return None;
        }
        let zero = zero(a, b);
        let behind = |to: Date| year.map_or_else(String::new, |year| format!("{sign}{}", year_like(to, year)));
        if let Some(to) = self.moved(full, a, b) {
            return Some(format!("{}{sign}{}{}", padded(to.month(), zero), padded(to.day(), zero), behind(to)));
        }
        let to = self.moved(full, b, a)?;
        Some(format!("{}{sign}{}{}", padded(to.day(), zero), padded(to.month(), zero), behind(to)))
    }

    /// "20240314" or "03142024".
    fn compact(&self, digits: &str) -> Option<String> {
        let year_first = self.moved(
            digits[..4].parse().ok().filter(|year| (1900..2100).contains(year)),
            &digits[4..6],
            &digits[6..],
        );
        match year_first.filter(|_| digits.starts_with("19") || digits.starts_with("20")) {
            Some(to) => Some(format!("{:04}{:02}{:02}", to.year(), to.month(), to.day())),
            None => {
                let to = self.moved(digits[4..].parse().ok(), &digits[..2], &digits[2..4])?;
                Some(format!("{:02}{:02}{:04}", to.month(), to.day(), to.year()))
            }
        }
    }

    /// "March 14th, 2024", "Mar. 14-16".
    fn month_first(&self, found: &Captures<'_>, month: &str, day: &str) -> Option<String> {
        let group = |name: &str| found.name(name).map_or("", |found| found.as_str());
        let (number, forms) = month_of(month)?;
        let year = [group("my"), group("ms")].into_iter().find(|year| !year.is_empty());
        let full = year.and_then(full_year);
        let to = self.moved(full, &number.to_string(), day)?;
        let mut out = format!("{}{}{}", cased(name_of(to, forms), month), group("mg"), padded(to.day(), day));
        out.push_str(&ordinal_like(to.day(), group("mo")));
        let mut last = to;
        if !group("me").is_empty() {
            last = self.moved(full, &number.to_string(), group("me"))?;
            out.push_str(group("mt"));
            // The range may reach into the next month now.
            if last.month() != to.month() {
                out.push_str(&format!("{}{}", cased(name_of(last, forms), month), group("mg")));
            }
            out.push_str(&padded(last.day(), group("me")));
            out.push_str(&ordinal_like(last.day(), group("mp")));
        }
        if let Some(year) = year {
            out.push_str(&format!("{}{}{}", group("mh"), group("mk"), year_like(last, year)));
        }
        Some(out)
    }

    /// "14 March 2024", "el 14 de mayo".
    fn day_first(&self, found: &Captures<'_>, day: &str, month: &str) -> Option<String> {
        let group = |name: &str| found.name(name).map_or("", |found| found.as_str());
        let (number, forms) = month_of(month)?;
        let year = [group("dy"), group("ds")].into_iter().find(|year| !year.is_empty());
        let to = self.moved(year.and_then(full_year), &number.to_string(), day)?;
        let ordinal = if group("do") == "º" { "º".to_owned() } else { ordinal_like(to.day(), group("do")) };
        let behind =
            year.map_or_else(String::new, |year| format!("{}{}{}", group("dh"), group("dk"), year_like(to, year)));
        Some(format!("{}{ordinal}{}{}{behind}", padded(to.day(), day), group("dg"), cased(name_of(to, forms), month)))
    }

    /// "March", "March 2024": the middle of the month moves.
    fn month_alone(&self, month: &str, gap: Option<&str>, year: Option<&str>) -> Option<String> {
        let (number, forms) = month_of(month)?;
        let to = self.moved(year.and_then(full_year), &number.to_string(), "15")?;
        let behind =
            year.map_or_else(String::new, |year| format!("{}{}", gap.unwrap_or_default(), year_like(to, year)));
        Some(format!("{}{behind}", cased(name_of(to, forms), month)))
    }

    fn weekday(&self, word: &str) -> Option<String> {
        let lower = word.to_lowercase();
        let forms = WEEKDAYS.iter().find(|forms| forms.iter().any(|form| form.to_lowercase() == lower))?;
        let at = forms.iter().position(|form| form.to_lowercase() == lower)? as i64;
        Some(cased(forms[(at + self.days).rem_euclid(7) as usize], word))
    }

    /// "tomorrow" becomes "in four days", "yesterday" "four days ago".
    fn relative(&self, word: &str) -> String {
        const NUMBERS: [&str; 9] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight"];
        const SPANISH: [&str; 9] = ["cero", "un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho"];
        let lower = word.to_lowercase();
        let two = lower.starts_with("day");
        let days = self.days.rem_euclid(7) as usize + if two { 2 } else { 1 };
        let moved = match lower.as_str() {
            "mañana" => format!("en {} días", SPANISH[days]),
            "ayer" => format!("hace {} días", SPANISH[days]),
            _ if lower.contains("yesterday") => format!("{} days ago", NUMBERS[days]),
            _ => format!("in {} days", NUMBERS[days]),
        };
        if word.starts_with(char::is_uppercase) { crate::rewrite::word::capitalized(&moved) } else { moved }
    }

    /// A holiday becomes a day of the year.
    fn holiday(&self, name: &str) -> Option<String> {
        let lower = name.to_lowercase();
        let (_, month, day) = HOLIDAYS.iter().find(|(holiday, ..)| *holiday == lower)?;
        self.moved(None, &month.to_string(), &day.to_string()).map(written)
    }

    /// Some day of the year, for what cannot be read.
    fn some_day(&self, value: &str, fresh: &mut Fresh) -> String {
        let this_year = self.this_year;
        fresh.pick(value, |draw, attempt| {
            let day = Date::new(this_year, 1, 1)
                .and_then(|first| first.checked_add((draw.below(365, value, attempt) as i64).days()));
            day.map_or_else(|_| "June 1".to_owned(), written)
        })
    }
}

/// "May 12".
fn written(date: Date) -> String {
    format!("{} {}", name_of(date, &MONTHS[0]), date.day())
}

/// The number of a month's name, and the group that it is written in.
fn month_of(word: &str) -> Option<(usize, &'static [&'static str; 12])> {
    let lower = word.to_lowercase();
    MONTHS.iter().find_map(|forms| Some((forms.iter().position(|form| form.to_lowercase() == lower)? + 1, forms)))
}

/// The name of a date's month.
fn name_of(date: Date, forms: &'static [&'static str; 12]) -> &'static str {
    usize::try_from(date.month() - 1).ok().and_then(|at| forms.get(at)).copied().unwrap_or_default()
}

/// A number with a zero before it where another was written with one.
fn padded(number: i8, like: &str) -> String {
    if like.starts_with('0') { format!("{number:02}") } else { number.to_string() }
}

/// Whether day and month have a zero before them where they are below ten, as a text that `padded` understands.
fn zero(a: &str, b: &str) -> &'static str {
    if a.starts_with('0') || b.starts_with('0') || a.len() > 1 && b.len() > 1 { "0" } else { "" }
}

/// The year that two or four digits mean, an apostrophe before them left out.
fn full_year(digits: &str) -> Option<i16> {
    let digits = digits.trim_start_matches(['\'', '’']);
    let year: i16 = digits.parse().ok()?;
    Some(if digits.len() > 2 {
        year
    } else if year > 30 {
        1900 + year
    } else {
        2000 + year
    })
}

/// A date's year in as many digits as another was written with.
fn year_like(date: Date, like: &str) -> String {
    let digits = like.trim_start_matches(['\'', '’']);
    let mark = &like[..like.len() - digits.len()];
    if digits.len() > 2 { format!("{mark}{:04}", date.year()) } else { format!("{mark}{:02}", date.year() % 100) }
}

/// The ending of an ordinal, where there was one.
fn ordinal_like(day: i8, like: &str) -> String {
    if like.is_empty() { String::new() } else { cased(nth(day), like) }
}

/// "st", "nd", "rd" or "th".
fn nth(day: i8) -> &'static str {
    match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    }
}

/// Whether a word is a number, so that a date is written in words.
fn is_number_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
        "thirtieth", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
        "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "oh",
    ];
    WORDS.contains(&word)
}
