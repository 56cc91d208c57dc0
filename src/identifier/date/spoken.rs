//! Reads days and years that are spoken: `twenty-first`, `nineteen eighty two`.

use super::reader::Reader;
use super::words;

impl Reader<'_> {
    /// The end of a spoken day at `i`: `fourteenth`, `twenty-first`.
    pub(super) fn spoken_day(&self, i: usize) -> Option<usize> {
        let word = self.lower(i);
        if words::ordinal(&word).is_some() {
            return Some(i + 1);
        }
        let tens = words::tens(&word).filter(|tens| *tens <= 30)?;
        let unit = if self.raw(i + 1) == "-" { i + 2 } else { i + 1 };
        let day = words::ordinal(&self.lower(unit)).filter(|unit| *unit < 10)? + tens;
        (day <= 31).then_some(unit + 1)
    }

    /// The end of a spoken year at `i`.
    pub(super) fn spoken_year(&self, i: usize) -> Option<usize> {
        match self.lower(i).as_str() {
            "nineteen" => {
                let next = if matches!(self.lower(i + 1).as_str(), "oh" | "o") { i + 2 } else { i + 1 };
                self.spoken_below_hundred(next)
            }
            "twenty" => self.spoken_below_hundred(i + 1),
            "two" if self.lower(i + 1) == "thousand" => {
                let next = if self.lower(i + 2) == "and" { i + 3 } else { i + 2 };
                Some(self.spoken_below_hundred(next).unwrap_or(i + 2))
            }
            _ => None,
        }
    }

    /// The end of a spoken number below a hundred at `i`.
    fn spoken_below_hundred(&self, i: usize) -> Option<usize> {
        let word = self.lower(i);
        if words::small_number(&word).is_some() {
            return Some(i + 1);
        }
        words::tens(&word)?;
        let unit = if self.raw(i + 1) == "-" { i + 2 } else { i + 1 };
        let has_unit = words::small_number(&self.lower(unit)).is_some_and(|value| value < 10);
        Some(if has_unit { unit + 1 } else { i + 1 })
    }
}
