//! Reads days and years that are spoken: `twenty-first`, `nineteen eighty two`, `six twelve fifty nine`.

use super::reader::{Form, Reader, Reading};
use super::words;

impl Reader<'_> {
    /// The end of a spoken day at `i`: `fourteenth`, `twenty-first`.
    pub(super) fn spoken_day(&self, i: usize) -> Option<usize> {
        let word = self.lower(i);
        if words::ordinal(&word).is_some() {
            return Some(i + 1);
        }
        let tens = words::tens(&word).filter(|tens| *tens <= 30)?;
        let unit = self.unit_after(i);
        let day = words::ordinal(&self.lower(unit)).filter(|unit| *unit < 10)? + tens;
        (day <= 31).then_some(unit + 1)
    }

    /// The end of a day at `i` that is spoken as a plain number: `twelve`, `twenty six`.
    pub(super) fn spoken_cardinal(&self, i: usize) -> Option<usize> {
        let (value, end) = self.below_hundred(i)?;
        ((1..=31).contains(&value)).then_some(end)
    }

    /// The end of a spoken year at `i`.
    pub(super) fn spoken_year(&self, i: usize) -> Option<usize> {
        let second = |at: usize| self.below_hundred(at).map(|(_, end)| end);
        match &*self.lower(i) {
            "nineteen" => second(if self.is(i + 1, &["oh", "o"]) { i + 2 } else { i + 1 }),
            "twenty" => second(i + 1).or_else(|| self.number(i + 1).filter(|(_, len)| *len == 2).map(|_| i + 2)),
            "two" if self.is(i + 1, &["thousand"]) => {
                let next = if self.is(i + 2, &["and"]) { i + 3 } else { i + 2 };
                Some(second(next).unwrap_or(i + 2))
            }
            _ => None,
        }
    }

    /// The end of the last two digits of a year at `i`, with which a date ends: `fifty-eight`.
    pub(super) fn spoken_short_year(&self, i: usize) -> Option<usize> {
        let (value, end) = self.below_hundred(i)?;
        (value >= 30 && self.closes_at(end)).then_some(end)
    }

    /// The value and the end of a spoken number below a hundred at `i`.
    fn below_hundred(&self, i: usize) -> Option<(u32, usize)> {
        let word = self.lower(i);
        if let Some(value) = words::small_number(&word) {
            return Some((value, i + 1));
        }
        let tens = words::tens(&word)?;
        let unit = self.unit_after(i);
        let value = words::small_number(&self.lower(unit)).filter(|value| *value < 10);
        Some(value.map_or((tens, i + 1), |value| (tens + value, unit + 1)))
    }

    /// Where the unit behind a round number stands, with or without a hyphen.
    fn unit_after(&self, i: usize) -> usize {
        if self.raw(i + 1) == "-" { i + 2 } else { i + 1 }
    }

    /// A month, a day and a year all spoken as numbers, nothing counted before or behind: `six twelve fifty nine`,
    /// `oh four slash nine slash nineteen eighty`.
    pub(super) fn spoken_numbers(&self, i: usize) -> Option<Reading> {
        let is_number =
            |at: usize| words::small_number(&self.lower(at)).is_some() || words::tens(&self.lower(at)).is_some();
        if i > 0 && (is_number(i - 1) || self.is(i - 1, &["oh", "hundred", "double", "triple", "point"])) {
            return None;
        }
        let part = |at: usize| self.below_hundred(if self.is(at, &["oh", "o"]) { at + 1 } else { at });
        let after = |end: usize| if self.raw(end) == "," || self.is(end, &["slash", "dash"]) { end + 1 } else { end };
        let (month, end) = part(i)?;
        let (day, end) = part(after(end)).filter(|_| (1..=12).contains(&month))?;
        let at = after(end);
        let short = |at: usize| self.below_hundred(at).filter(|(value, _)| *value >= 30).map(|(_, end)| end);
        let end =
            self.spoken_year(at).or_else(|| short(at)).filter(|end| !is_number(*end) && (1..=31).contains(&day))?;
        (!self.is(end, &["hundred", "thousand"])).then(|| Reading::new(Form::Spoken, i, end))
    }

    /// `second of the third, 1990`.
    pub(super) fn spoken_pair(&self, i: usize) -> Option<Reading> {
        let month = self.phrase_at(self.spoken_day(i)?, "of the")?;
        let end = self.year(self.spoken_day(month)?)?;
        Some(Reading::new(Form::Spoken, i, end))
    }
}
