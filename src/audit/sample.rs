//! The weekly sample for review: every unsafe check of a week, and a share of the others.
//!
//! The draw follows from the records alone, so whoever draws again gets the same, and nobody can know while checking a
//! text whether it will be drawn: the order comes out of digests that need the key. 45 CFR 164.308(a)(1)(ii)(D).

use super::{Event, Record};
use crate::verdict::Bucket;
use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A week from Monday to Sunday in UTC, as ISO 8601 counts them; prints as `2026-W48`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    monday: Date,
}

impl Week {
    /// The week of a day.
    pub fn of(day: Date) -> Week {
        let days = day.weekday().since(Weekday::Monday);
        Week { monday: day.checked_sub(i64::from(days).days()).unwrap_or(day) }
    }

    /// The week before this one.
    #[must_use]
    pub fn before(self) -> Week {
        Week { monday: self.monday.checked_sub(7.days()).unwrap_or(self.monday) }
    }

    /// Its first day and its last.
    pub fn days(self) -> (Date, Date) {
        (self.monday, self.monday.checked_add(6.days()).unwrap_or(self.monday))
    }

    fn has(self, time: Timestamp) -> bool {
        Week::of(time.to_zoned(TimeZone::UTC).date()) == self
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = ISOWeekDate::from(self.monday);
        write!(f, "{}-W{:02}", week.year(), week.week())
    }
}

impl FromStr for Week {
    type Err = String;

    fn from_str(text: &str) -> Result<Week, String> {
        let day = format!("{text}-1").parse::<ISOWeekDate>();
        day.map(|day| Week { monday: day.date() }).map_err(|_| "write a week as in 2026-W48".to_owned())
    }
}

/// The checks of a week, from which some are drawn.
#[derive(Debug)]
pub struct Sample {
    week: Week,
    checks: Vec<(Bucket, [u8; 32], Record)>,
}

impl Sample {
    /// The sample of a week, empty yet.
    pub fn new(week: Week) -> Sample {
        Sample { week, checks: Vec::new() }
    }

    /// Adds a record, if it is a check of this week.
    pub fn add(&mut self, record: &Record) {
        let Event::Check(check) = &record.event else { return };
        if self.week.has(record.time) {
            let lot = Sha256::new()
                .chain_update(self.week.to_string())
                .chain_update(record.seq.to_be_bytes())
                .chain_update(&record.prev)
                .chain_update(&check.text)
                .finalize();
            self.checks.push((check.bucket, lot.into(), record.clone()));
        }
    }

    /// How many checks of the week had each verdict.
    pub fn counts(&self) -> BTreeMap<Bucket, usize> {
        let mut counts = BTreeMap::from([Bucket::Safe, Bucket::Conditional, Bucket::Unsafe].map(|bucket| (bucket, 0)));
        for (bucket, ..) in &self.checks {
            *counts.entry(*bucket).or_default() += 1;
        }
        counts
    }

    /// Every unsafe check and `size` of the others, half of them conditional as far as there are so many; in the order
    /// of the log.
    pub fn draw(mut self, size: usize) -> Vec<Record> {
        let counts = self.counts();
        let [safe, conditional] = [Bucket::Safe, Bucket::Conditional].map(|bucket| counts[&bucket]);
        let conditional = conditional.min((size / 2).max(size.saturating_sub(safe)));
        let mut left = BTreeMap::from([
            (Bucket::Unsafe, usize::MAX),
            (Bucket::Conditional, conditional),
            (Bucket::Safe, size - conditional),
        ]);
        self.checks.sort_by_key(|(_, lot, _)| *lot);
        self.checks.retain(|(bucket, ..)| {
            let left = left.entry(*bucket).or_default();
            let drawn = *left > 0;
            *left = left.saturating_sub(1);
            drawn
        });
        let mut drawn: Vec<Record> = self.checks.into_iter().map(|(.., record)| record).collect();
        drawn.sort_by_key(|record| record.seq);
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::testing::checked;
    use super::*;

    fn record(seq: u64, time: &str, bucket: Bucket) -> Record {
        let time = time.parse().unwrap();
        Record { v: 1, seq, time, event: checked("chatbot", bucket), prev: format!("{seq:064}") }
    }

    #[test]
    fn weeks_are_those_of_iso_8601() {
        for (day, week) in [("2026-11-29", "2026-W48"), ("2026-11-30", "2026-W49"), ("2027-01-03", "2026-W53")] {
            assert_eq!(Week::of(day.parse().unwrap()).to_string(), week);
            assert_eq!(week.parse::<Week>().unwrap(), Week::of(day.parse().unwrap()));
        }
        assert_eq!(Week::of("2027-01-04".parse().unwrap()).before().to_string(), "2026-W53");
        for wrong in ["", "48", "2026-48", "2025-W53", "2026-W48-2"] {
            assert!(wrong.parse::<Week>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_unsafe_check_is_drawn_and_a_share_of_the_others() {
        // The week's unsafe, conditional and safe checks; the size; how many of each are drawn.
        let cases = [
            ((3, 40, 40), 10, (3, 5, 5)),
            ((30, 40, 40), 10, (30, 5, 5)),
            ((0, 2, 40), 10, (0, 2, 8)),
            ((0, 40, 2), 10, (0, 8, 2)),
            ((1, 2, 3), 10, (1, 2, 3)),
            ((1, 2, 3), 0, (1, 0, 0)),
        ];
        for ((worst, maybe, fine), size, expected) in cases {
            let buckets = [(Bucket::Unsafe, worst), (Bucket::Conditional, maybe), (Bucket::Safe, fine)];
            let all = buckets.iter().flat_map(|(bucket, count)| std::iter::repeat_n(*bucket, *count));
            let records: Vec<Record> =
                all.enumerate().map(|(at, bucket)| record(at as u64 + 1, "2026-11-25T10:00:00Z", bucket)).collect();
            let draw = || {
                let mut sample = Sample::new("2026-W48".parse().unwrap());
                sample.add(&record(900, "2026-11-22T23:59:59Z", Bucket::Unsafe));
                records.iter().for_each(|record| sample.add(record));
                sample.add(&record(901, "2026-11-30T00:00:00Z", Bucket::Unsafe));
                sample.draw(size)
            };
            let drawn = draw();
            let of = |wanted| {
                let has = |record: &&Record| matches!(&record.event, Event::Check(check) if check.bucket == wanted);
                drawn.iter().filter(has).count()
            };
            assert_eq!((of(Bucket::Unsafe), of(Bucket::Conditional), of(Bucket::Safe)), expected);
            assert_eq!(draw(), drawn, "a second draw is the same");
        }
    }
}
