//! Counts of the log over time: by verdict, reason, kind of identifier, role and destination.

mod html;

use super::{Event, Record};
use crate::verdict::Bucket;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;

use super::sample::Week;

/// The width of the tables for a terminal, in columns, and of the totals in it.
const WIDTH: usize = 80;
const TOTAL: usize = 8;

/// The span of time that is counted as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// A day.
    Day,
    /// A week from Monday on.
    Week,
    /// A month.
    Month,
}

impl Period {
    /// The first day of the span in which a day lies.
    fn start(self, day: Date) -> Date {
        match self {
            Period::Day => day,
            Period::Week => Week::of(day).days().0,
            Period::Month => day.first_of_month(),
        }
    }

    /// The first day of the next span.
    fn next(self, start: Date) -> Option<Date> {
        let span = match self {
            Period::Day => 1.day(),
            Period::Week => 1.week(),
            Period::Month => 1.month(),
        };
        start.checked_add(span).ok()
    }

    /// What the span is called.
    fn label(self, start: Date) -> String {
        match self {
            Period::Day => start.to_string(),
            Period::Week => Week::of(start).to_string(),
            Period::Month => start.strftime("%Y-%m").to_string(),
        }
    }

    /// One such span, in a word.
    fn word(self) -> &'static str {
        match self {
            Period::Day => "day",
            Period::Week => "week",
            Period::Month => "month",
        }
    }
}

/// Counts under some names, each over time.
#[derive(Debug, Default)]
struct Series {
    /// Its key in JSON.
    key: &'static str,
    title: &'static str,
    names: BTreeMap<String, BTreeMap<Date, u64>>,
}

impl Series {
    fn add(&mut self, name: &str, at: Date, count: u64) {
        if let Some(counts) = self.names.get_mut(name) {
            *counts.entry(at).or_default() += count;
        } else {
            self.names.insert(name.to_owned(), BTreeMap::from([(at, count)]));
        }
    }

    /// The names with their counts and the total; verdicts from safe to unsafe, others the most frequent first.
    fn rows(&self) -> Vec<(&str, &BTreeMap<Date, u64>, u64)> {
        let mut rows: Vec<_> =
            self.names.iter().map(|(name, counts)| (name.as_str(), counts, counts.values().sum())).collect();
        if self.key == BUCKETS.0 {
            rows.sort_by_key(|(name, ..)| BUCKETS_IN_ORDER.iter().position(|bucket| bucket.as_str() == *name));
        } else {
            rows.sort_by_key(|(_, _, total)| std::cmp::Reverse(*total));
        }
        rows
    }
}

const BUCKETS: (&str, &str) = ("buckets", "Verdicts");
const BUCKETS_IN_ORDER: [Bucket; 3] = [Bucket::Safe, Bucket::Conditional, Bucket::Unsafe];

/// What a log holds, counted.
#[derive(Debug)]
pub struct Report {
    period: Period,
    since: Date,
    until: Date,
    checks: u64,
    buckets: Series,
    reasons: Series,
    kinds: Series,
    roles: Series,
    destinations: Series,
}

impl Report {
    /// An empty report on the checks from one day to another, both included, in UTC.
    pub fn new(period: Period, since: Option<Date>, until: Option<Date>) -> Report {
        let series = |(key, title)| Series { key, title, names: BTreeMap::new() };
        Report {
            period,
            since: since.unwrap_or(Date::MIN),
            until: until.unwrap_or(Date::MAX),
            checks: 0,
            buckets: series(BUCKETS),
            reasons: series(("reasons", "Reasons (safepaste explain tells what each means)")),
            kinds: series(("kinds", "Identifiers found, by kind")),
            roles: series(("roles", "Checks by role")),
            destinations: series(("destinations", "Checks by destination")),
        }
    }

    /// Counts a record.
    pub fn add(&mut self, record: &Record) {
        let Event::Check(check) = &record.event else { return };
        let day = record.time.to_zoned(TimeZone::UTC).date();
        if day < self.since || day > self.until {
            return;
        }
        let at = self.period.start(day);
        self.checks += 1;
        self.buckets.add(check.bucket.as_str(), at, 1);
        for reason in &check.reasons {
            self.reasons.add(reason.as_str(), at, 1);
        }
        for (kind, count) in &check.counts {
            self.kinds.add(kind.code(), at, *count);
        }
        self.roles.add(check.role.as_deref().unwrap_or("(none given)"), at, 1);
        self.destinations.add(&check.to, at, 1);
    }

    fn series(&self) -> [&Series; 5] {
        [&self.buckets, &self.reasons, &self.kinds, &self.roles, &self.destinations]
    }

    /// Every span from the first check to the last, those without checks too.
    fn spans(&self) -> Vec<Date> {
        let used = || self.buckets.names.values().flat_map(BTreeMap::keys).copied();
        let (Some(first), Some(last)) = (used().min(), used().max()) else { return Vec::new() };
        std::iter::successors(Some(first), |start| self.period.next(*start))
            .take_while(|start| *start <= last)
            .collect()
    }

    /// Tables for a terminal: as many of the last spans as it is wide, and the total of all.
    pub fn text(&self) -> String {
        let spans = self.spans();
        let names = self.series().into_iter().flat_map(|series| series.names.keys());
        let name = names.map(|name| name.chars().count()).max().unwrap_or_default();
        let column = spans.first().map_or(1, |span| self.period.label(*span).len());
        let columns = (WIDTH.saturating_sub(2 + name + 2 + TOTAL) / (column + 2)).max(1);
        let shown = &spans[spans.len().saturating_sub(columns)..];
        let mut text = format!("{} checks", self.checks);
        if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
            let _ = write!(text, ", {} to {}", self.period.label(*first), self.period.label(*last));
        }
        text.push('\n');
        if shown.len() < spans.len() {
            let word = self.period.word();
            let _ = writeln!(text, "The tables show the last {columns} {word}s; the totals count all {}.", spans.len());
        }
        for series in self.series().into_iter().filter(|series| !series.names.is_empty()) {
            let _ = write!(text, "\n{}\n  {:name$}", series.title, "");
            for span in shown {
                let _ = write!(text, "  {:>column$}", self.period.label(*span));
            }
            let _ = writeln!(text, "  {:>TOTAL$}", "total");
            for (row, counts, total) in series.rows() {
                let _ = write!(text, "  {row:name$}");
                for span in shown {
                    let _ = write!(text, "  {:>column$}", counts.get(span).copied().unwrap_or_default());
                }
                let _ = writeln!(text, "  {total:>TOTAL$}");
            }
        }
        text
    }

    /// Every count, for programs.
    pub fn json(&self) -> Value {
        let spans = self.spans();
        let mut value = json!({
            "checks": self.checks,
            "by": self.period.word(),
            "periods": spans.iter().map(|span| self.period.label(*span)).collect::<Vec<_>>(),
        });
        for series in self.series() {
            value[series.key] = series
                .rows()
                .into_iter()
                .map(|(name, counts, total)| {
                    let counts: Vec<u64> =
                        spans.iter().map(|span| counts.get(span).copied().unwrap_or_default()).collect();
                    (name.to_owned(), json!({"total": total, "counts": counts}))
                })
                .collect::<serde_json::Map<_, _>>()
                .into();
        }
        value
    }

    /// One page with charts that needs nothing else: no script, no network, light or dark, on screen or paper.
    pub fn html(&self, title: &str) -> String {
        html::page(self, title)
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::testing::checked;
    use super::*;

    fn report(period: Period, days: &[(&str, &str, Bucket)]) -> Report {
        let mut report = Report::new(period, Some("2026-01-01".parse().unwrap()), None);
        for (day, to, bucket) in days {
            let time = format!("{day}T10:00:00Z").parse().unwrap();
            report.add(&Record { v: 1, seq: 1, time, event: checked(to, *bucket), prev: String::new() });
        }
        report
    }

    const DAYS: [(&str, &str, Bucket); 4] = [
        ("2025-12-31", "chatbot", Bucket::Unsafe),
        ("2026-08-31", "chatbot", Bucket::Unsafe),
        ("2026-11-02", "<b>site</b>", Bucket::Safe),
        ("2026-11-03", "chatbot", Bucket::Unsafe),
    ];

    #[test]
    fn counts_stand_at_their_time_and_empty_spans_are_shown() {
        let json = report(Period::Month, &DAYS).json();
        assert_eq!(json["checks"], 3);
        assert_eq!(json["periods"], json!(["2026-08", "2026-09", "2026-10", "2026-11"]));
        assert_eq!(json["buckets"]["unsafe"], json!({"total": 2, "counts": [1, 0, 0, 1]}));
        assert_eq!(json["kinds"]["NAME"]["counts"], json!([2, 0, 0, 2]));
        assert_eq!(json["destinations"]["chatbot"]["total"], 2);
        assert_eq!(json["roles"]["front_desk"]["total"], 3);
        assert_eq!(report(Period::Week, &DAYS[2..]).json()["periods"], json!(["2026-W45"]));
        assert_eq!(report(Period::Day, &DAYS[2..]).json()["periods"], json!(["2026-11-02", "2026-11-03"]));
    }

    #[test]
    fn a_table_shows_the_last_spans_and_totals_of_all() {
        let text = report(Period::Day, &DAYS[1..]).text();
        assert!(text.starts_with("3 checks, 2026-08-31 to 2026-11-03\nThe tables show the last 4 days"), "{text}");
        assert!(text.contains("  unsafe                0           0           0           1         2\n"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert_eq!(report(Period::Day, &[]).text(), "0 checks\n");
    }

    #[test]
    fn a_page_needs_nothing_else_and_escapes_names() {
        let page = report(Period::Month, &DAYS).html("Checks at Glow & Co");
        assert!(page.contains("Checks at Glow &amp; Co") && page.contains("&lt;b&gt;site&lt;/b&gt;"));
        for absent in ["<b>", "<script", "http:", "https:", "@import"] {
            assert!(!page.contains(absent), "{absent}");
        }
        assert!(page.contains("<svg") && page.contains("prefers-color-scheme: dark") && page.contains("@media print"));
        assert!(report(Period::Month, &[]).html("x").contains("No check"));
    }
}
