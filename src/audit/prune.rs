//! Removing records that are past their time, so that what is left can still be verified.
//!
//! A record of the removal goes to the end of the log first; it names the hash on which the first kept record builds.
//! Then the kept lines take the log's place in one step. Whoever is ended in between loses nothing.

use super::head::Head;
use super::key::Key;
use super::record::{Event, LABEL, Record};
use super::verify::verify_locked;
use super::{AuditError, Log, seal};
use crate::policy::Audit;
use crate::private;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

/// What pruning came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pruned {
    /// How many records were removed, or would be.
    pub removed: u64,
    /// How many were kept.
    pub kept: u64,
}

/// The day before which records may be removed: `keep_years` back, and never less than six, 45 CFR 164.316(b)(2)(i).
pub fn limit(today: Date, keep_years: u32) -> Date {
    let years = i64::from(keep_years.max(Audit::LEAST_YEARS));
    today.checked_sub(years.years()).unwrap_or(Date::MIN)
}

/// Removes the records before a day, or only counts them where `try_only`. Records behind one that stays do stay.
///
/// # Errors
/// When the day is within the time for which records are kept; when the log was tampered with; when it cannot be
/// written.
pub fn prune(log: &Log, before: Date, keep_years: u32, now: Timestamp, try_only: bool) -> Result<Pruned, AuditError> {
    let place = log.place();
    let _lock = place.lock()?;
    let path = place.log();
    let mut past = Past::default();
    let verified = verify_locked(place, log.key(), |record| past.add(record, before))?;
    if !verified.faults.is_empty() {
        let help = "run `safepaste audit verify`, and keep the log as it is";
        return Err(AuditError::new(&path, "the log was tampered with, so nothing is removed from it", help));
    }
    // A clock that runs ahead must not make records old: the log's own last time counts too.
    let newest = verified.times.map_or(now, |(_, last)| last.min(now)).to_zoned(TimeZone::UTC).date();
    let limit = limit(newest, keep_years);
    if before > limit {
        let years = keep_years.max(Audit::LEAST_YEARS);
        let message = format!("records from {limit} on must stay: they are kept for {years} years");
        let help = format!("give {limit} or an earlier day; 45 CFR 164.316(b)(2)(i) asks for six years at the least");
        return Err(AuditError::new(&path, message, help));
    }
    let pruned = Pruned { removed: past.records, kept: verified.records - past.records };
    if past.records > 0 && !try_only {
        let head = log.head()?;
        let last = past.next.unwrap_or(head.last);
        log.append_locked([Event::Pruned { through: past.through, last, before }], now)?;
        keep_after(log, past.through)?;
    }
    Ok(pruned)
}

/// The records at the beginning of the log that are past their time.
#[derive(Default)]
struct Past {
    records: u64,
    /// The number of the last one.
    through: u64,
    /// What the first record that stays builds on; none while none stays.
    next: Option<String>,
}

impl Past {
    fn add(&mut self, record: &Record, before: Date) {
        if self.next.is_none() && record.time.to_zoned(TimeZone::UTC).date() < before {
            self.records += 1;
            self.through = record.seq;
        } else if self.next.is_none() {
            self.next = Some(record.prev.clone());
        }
    }
}

/// Puts the lines behind a record in the place of the whole log.
fn keep_after(log: &Log, through: u64) -> Result<(), AuditError> {
    let path = log.place().log();
    let failed = || AuditError::io(&path, "the log cannot be pruned");
    let head = log.head()?;
    let fresh = path.with_extension("new");
    let bytes = copy_after(log.key(), &path, &fresh, through).map_err(failed())?;
    fs::rename(&fresh, &path).map_err(failed())?;
    log.record_head(&Head { bytes, ..head })
}

/// Copies the lines behind a record, byte for byte, and tells how many bytes they are.
fn copy_after(key: &Key, from: &Path, to: &Path, through: u64) -> io::Result<u64> {
    let mut lines = BufReader::new(File::open(from)?);
    let mut out = BufWriter::new(private::file(OpenOptions::new().write(true).create(true).truncate(true)).open(to)?);
    let mut line = Vec::new();
    // A line that was cut short stays with the record behind it, which tells of it.
    let mut waiting = Vec::new();
    let mut bytes = 0;
    while lines.read_until(b'\n', &mut line)? > 0 {
        waiting.append(&mut line);
        let record = waiting.split(|byte| *byte == b'\n').rev().nth(1).unwrap_or_default();
        let Some((record, _)) = seal::open::<Record>(key, LABEL, record) else { continue };
        if record.seq > through {
            out.write_all(&waiting)?;
            bytes += waiting.len() as u64;
        }
        waiting.clear();
    }
    out.into_inner()?.sync_data()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::record::testing::checked;
    use super::super::{Place, Verified, verify};
    use super::*;
    use crate::verdict::Bucket;

    const TODAY: &str = "2026-11-21T12:00:00Z";

    /// A log with a check on each of these days.
    fn log(days: &[&str]) -> (tempfile::TempDir, Log) {
        let root = tempfile::tempdir().unwrap();
        let log = Log::open(Place::at(root.path().join("log"), root.path().join("settings"))).unwrap();
        for day in days {
            log.append([checked("chatbot", Bucket::Safe)], format!("{day}T09:00:00Z").parse().unwrap()).unwrap();
        }
        (root, log)
    }

    fn run(log: &Log, before: &str, years: u32, try_only: bool) -> Result<Pruned, AuditError> {
        prune(log, before.parse().unwrap(), years, TODAY.parse().unwrap(), try_only)
    }

    fn verified(log: &Log) -> Verified {
        let verified = verify(log.place(), |_| ()).unwrap();
        assert_eq!(verified.faults, []);
        verified
    }

    const DAYS: [&str; 5] = ["2018-05-01", "2019-05-01", "2020-05-01", "2021-05-01", "2026-11-20"];

    #[test]
    fn what_is_left_after_pruning_can_be_verified_and_pruned_again() {
        let (_root, log) = log(&DAYS);
        assert_eq!(run(&log, "2020-01-01", 6, true).unwrap(), Pruned { removed: 2, kept: 3 });
        assert_eq!(verified(&log).records, 5, "trying removes nothing");
        assert_eq!(run(&log, "2020-01-01", 6, false).unwrap(), Pruned { removed: 2, kept: 3 });
        let found = verified(&log);
        assert_eq!((found.records, found.pruned), (4, Some(2)));
        assert_eq!(run(&log, "2020-11-01", 6, false).unwrap(), Pruned { removed: 1, kept: 3 });
        assert_eq!((verified(&log).records, verified(&log).pruned), (4, Some(3)));
        log.append([checked("chatbot", Bucket::Safe)], TODAY.parse().unwrap()).unwrap();
        assert_eq!(verified(&log).records, 5);

        let text = fs::read_to_string(log.place().log()).unwrap();
        fs::write(log.place().log(), text.split_once('\n').unwrap().1).unwrap();
        let faults = verify(log.place(), |_| ()).unwrap().faults;
        assert!(faults[0].message.contains("records 1 to 4 are gone"), "one more than was pruned: {faults:?}");
    }

    #[test]
    fn no_record_goes_before_its_time() {
        // The day before which to prune, the years that the policy keeps, whether the log's clock ran only to 2024.
        let cases =
            [("2020-11-22", 6, false), ("2020-11-21", 7, false), ("2026-11-21", 0, false), ("2020-11-20", 6, true)];
        for (before, years, old) in cases {
            let (_root, log) = log(if old { &DAYS[..4] } else { &DAYS });
            let error = run(&log, before, years, false).unwrap_err();
            assert!(error.message.contains("must stay") && error.help.contains("164.316(b)(2)(i)"), "{error}");
            assert_eq!(verified(&log).records, if old { 4 } else { 5 });
        }
        let (_root, log) = log(&DAYS);
        assert_eq!(run(&log, "2020-11-20", 6, false).unwrap().removed, 3, "the last day that may be given");
    }

    #[test]
    fn a_log_that_was_tampered_with_is_not_pruned() {
        let (_root, log) = log(&DAYS);
        let text = fs::read_to_string(log.place().log()).unwrap();
        fs::write(log.place().log(), text.replacen("chatbot", "website", 1)).unwrap();
        assert!(run(&log, "2020-01-01", 6, false).unwrap_err().message.contains("tampered"));
    }

    #[test]
    fn pruning_that_is_ended_midway_is_no_tampering() {
        let (_root, log) = log(&DAYS);
        let head = fs::read(log.place().head()).unwrap();
        let text = fs::read(log.place().log()).unwrap();
        run(&log, "2020-01-01", 6, false).unwrap();
        let pruned = fs::read(log.place().log()).unwrap();

        // The record of the removal is there, but nothing is removed yet.
        let last = pruned.trim_ascii_end().rsplit(|byte| *byte == b'\n').next().unwrap();
        fs::write(log.place().log(), [&text, last, b"\n"].concat()).unwrap();
        verified(&log);
        // The records are removed, but the head is as before.
        fs::write(log.place().log(), &pruned).unwrap();
        fs::write(log.place().head(), &head).unwrap();
        verified(&log);
        log.append([checked("chatbot", Bucket::Safe)], TODAY.parse().unwrap()).unwrap();
    }
}
