//! Reading the log from its beginning, and finding whatever is not as it was written.

use super::fault::{Fault, FaultKind, Verified};
use super::head::{self, Found, Head};
use super::record::{BEGINNING, Event, LABEL, Record};
use super::{AuditError, Key, Place, seal};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::ops::Range;

/// Reads a log and gives each record that is as it was written to `each`, in the order of the lines.
///
/// # Errors
/// When the log or its key cannot be read. What was tampered with is no error but in [`Verified::faults`].
pub fn verify(place: &Place, each: impl FnMut(&Record)) -> Result<Verified, AuditError> {
    let _lock = place.lock_shared()?;
    let key = Key::read(&place.key())?;
    verify_locked(place, &key, each)
}

/// The same for one who has the lock.
pub(super) fn verify_locked(place: &Place, key: &Key, each: impl FnMut(&Record)) -> Result<Verified, AuditError> {
    let path = place.log();
    let failed = || AuditError::io(&path, "the log cannot be read");
    let found = head::read(&place.head(), key)?;
    let seen = head::read(&place.seen(key), key)?.head();
    let log = match File::open(&path) {
        Ok(file) => Some(file),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed()(error)),
    };
    let mut walk = Walk::new(key, each, &found, seen);
    if let Some(log) = log {
        walk.lines(BufReader::with_capacity(1 << 16, log)).map_err(failed())?;
    }
    Ok(walk.end(&found))
}

/// A line that is no record as it was written.
struct Stray {
    line: u64,
    /// The number that it claims.
    seq: Option<u64>,
    /// Where it starts, in bytes.
    start: u64,
    /// Whether the file ends in it, without an end of line.
    open: bool,
    /// The digest that a record about a torn line would have.
    digest: String,
}

/// Numbers that were passed over, until they turn up.
struct Gap {
    numbers: Range<u64>,
    /// The line before which they should stand; none at the end.
    line: Option<u64>,
}

struct Walk<'a, F> {
    key: &'a Key,
    each: F,
    /// What the log must hold: the head, and what this user has seen.
    marks: Vec<(Head, &'static str)>,
    /// The head's length of the log, in bytes.
    sure: u64,
    verified: Verified,
    /// The number that comes next.
    next: u64,
    /// The last record in order, with its hash.
    last: (u64, String),
    /// What the first record builds on, with its number.
    first: Option<(u64, String)>,
    strays: Vec<Stray>,
    gaps: Vec<Gap>,
    /// The records that were removed by and by, with the hash of the last.
    pruned: Vec<(u64, String)>,
}

impl<'a, F: FnMut(&Record)> Walk<'a, F> {
    fn new(key: &'a Key, each: F, found: &Found, seen: Option<Head>) -> Walk<'a, F> {
        let head = found.clone().head();
        let sure = head.as_ref().map_or(u64::MAX, |head| head.bytes);
        let of_log = head.map(|head| (head, "the head of the log"));
        let marks = of_log.into_iter().chain(seen.map(|seen| (seen, "what this computer saw last"))).collect();
        Walk {
            key,
            each,
            marks,
            sure,
            verified: Verified::default(),
            next: 1,
            last: (0, BEGINNING.to_owned()),
            first: None,
            strays: Vec::new(),
            gaps: Vec::new(),
            pruned: Vec::new(),
        }
    }

    fn lines(&mut self, mut lines: impl BufRead) -> io::Result<()> {
        let (mut number, mut start) = (0, 0);
        let mut line = Vec::new();
        loop {
            line.clear();
            let length = lines.read_until(b'\n', &mut line)?;
            if length == 0 {
                return Ok(());
            }
            number += 1;
            let open = line.pop_if(|last| *last == b'\n').is_none();
            match seal::open::<Record>(self.key, LABEL, &line) {
                Some((record, hash)) => {
                    self.record(number, &record, hash);
                    if open && start < self.sure {
                        self.fault(FaultKind::Changed, number, "the end of this line is gone".to_owned());
                    }
                }
                None => {
                    let seq = serde_json::from_slice::<Record>(&line).ok().map(|record| record.seq);
                    let digest = self.key.digest("torn", &line);
                    self.strays.push(Stray { line: number, seq, start, open, digest });
                }
            }
            start += length as u64;
        }
    }

    fn record(&mut self, line: u64, record: &Record, hash: String) {
        let seq = record.seq;
        self.event(line, record);
        if seq >= self.next {
            self.settle(self.next..seq, Some(line));
            self.connect(line, record);
            self.next = seq + 1;
        } else {
            self.settle(0..0, Some(line));
            if !self.turned_up(line, seq) {
                self.fault(FaultKind::Repeated, line, format!("record {seq} stands here a second time"));
                return;
            }
        }
        self.compare_marks(line, seq, &hash);
        self.clock(line, record);
        if seq > self.last.0 {
            self.last = (seq, hash);
        }
        self.verified.records += 1;
        (self.each)(record);
    }

    fn event(&mut self, line: u64, record: &Record) {
        match &record.event {
            Event::Check(_) => {}
            Event::Torn { digest, .. } => {
                let before = self.strays.len();
                self.strays.retain(|stray| stray.digest != *digest);
                if self.strays.len() < before {
                    self.verified.torn += 1;
                } else {
                    let message = "the line that was cut short before this one is gone or changed";
                    self.fault(FaultKind::Changed, line, message.to_owned());
                }
            }
            Event::HeadLost => {
                let message =
                    "before this was written, the head of the log was gone or changed, so records may be missing";
                self.fault(FaultKind::Head, line, message.to_owned());
            }
            Event::Pruned { through, last, .. } => self.pruned.push((*through, last.clone())),
        }
    }

    /// Compares a record with the one before it, if that is there.
    fn connect(&mut self, line: u64, record: &Record) {
        if self.first.is_none() {
            self.first = Some((record.seq, record.prev.clone()));
        }
        if self.last.0 + 1 == record.seq && self.last.1 != record.prev && record.seq > 1 {
            let message = format!("record {} does not build on the record before it", record.seq);
            self.fault(FaultKind::Unconnected, line, message);
        }
    }

    /// Whether a number was passed over before; it then stands at the wrong place.
    fn turned_up(&mut self, line: u64, seq: u64) -> bool {
        let Some(at) = self.gaps.iter().position(|gap| gap.numbers.contains(&seq)) else { return false };
        let gap = self.gaps.swap_remove(at);
        for numbers in [gap.numbers.start..seq, seq + 1..gap.numbers.end] {
            if !numbers.is_empty() {
                self.gaps.push(Gap { numbers, line: gap.line });
            }
        }
        let message = format!("record {seq} stands behind record {}: lines were moved", self.next - 1);
        self.fault(FaultKind::Moved, line, message);
        true
    }

    fn compare_marks(&mut self, line: u64, seq: u64, hash: &str) {
        let differs: Vec<&str> =
            self.marks.iter().filter(|(mark, _)| mark.seq == seq && mark.last != hash).map(|(_, name)| *name).collect();
        for name in differs {
            let message = format!("record {seq} is another one than {name} says: the log was exchanged");
            self.fault(FaultKind::Unconnected, line, message);
        }
    }

    fn clock(&mut self, line: u64, record: &Record) {
        let (first, last) = self.verified.times.unwrap_or((record.time, record.time));
        if record.time < last {
            let message = format!("record {} has an earlier time than one before it: a clock was set back", record.seq);
            self.verified.warnings.push(Fault { kind: FaultKind::Moved, line: Some(line), message });
        }
        self.verified.times = Some((first, record.time));
    }

    /// Puts the lines that are no records into the numbers that are missing where they stand.
    fn settle(&mut self, numbers: Range<u64>, line: Option<u64>) {
        let mut taken = BTreeSet::new();
        let strays = std::mem::take(&mut self.strays);
        let (placed, others): (Vec<Stray>, Vec<Stray>) = strays
            .into_iter()
            .partition(|stray| stray.seq.is_some_and(|seq| numbers.contains(&seq) && taken.insert(seq)));
        for stray in placed {
            let message = format!("record {} was changed after it was written", stray.seq.unwrap_or_default());
            self.fault(FaultKind::Changed, stray.line, message);
        }
        for stray in others {
            match numbers.clone().rev().find(|seq| !taken.contains(seq)) {
                Some(seq) => {
                    taken.insert(seq);
                    let message = format!("record {seq} was changed after it was written: it cannot be read");
                    self.fault(FaultKind::Changed, stray.line, message);
                }
                None => {
                    let message = "this line was not written by safepaste: it was inserted".to_owned();
                    self.fault(FaultKind::Inserted, stray.line, message);
                }
            }
        }
        let mut from = numbers.start;
        for seq in taken.into_iter().chain([numbers.end]) {
            if from < seq {
                self.gaps.push(Gap { numbers: from..seq, line });
            }
            from = seq + 1;
        }
    }

    fn end(mut self, found: &Found) -> Verified {
        // A write that was cut short leaves a line without its end behind all that the head knows of.
        let sure = self.sure;
        let cut = self.strays.pop_if(|stray| stray.open && stray.start >= sure);
        if let Some(stray) = cut {
            let message = "the last write was cut short; the next check will record that".to_owned();
            self.verified.warnings.push(Fault { kind: FaultKind::Changed, line: Some(stray.line), message });
        }
        let reached = self.marks.iter().map(|(mark, _)| mark.seq + 1).max().unwrap_or(0).max(self.next);
        self.settle(self.next..reached, None);
        self.missing();
        let of_head = match found {
            Found::Head(_) => None,
            Found::Changed => Some("the head of the log (checks.head) was changed"),
            Found::Foreign => Some("the head of the log (checks.head) was made with another key than yours"),
            Found::Missing if self.verified.records == 0 && self.verified.faults.is_empty() => None,
            Found::Missing => Some("the head of the log (checks.head) is gone, so records may be missing at the end"),
        };
        if let Some(message) = of_head {
            self.verified.faults.push(Fault { kind: FaultKind::Head, line: None, message: message.to_owned() });
        }
        self.verified.faults.sort_by_key(|fault| fault.line.unwrap_or(u64::MAX));
        self.verified
    }

    /// Reports the numbers that never turned up, but for those that were removed because they were past their time.
    fn missing(&mut self) {
        for gap in std::mem::take(&mut self.gaps) {
            let removed = self.pruned.iter().any(|(through, last)| {
                gap.numbers == (1..through + 1)
                    && self.first.as_ref().is_none_or(|(seq, prev)| *seq > through + 1 || prev == last)
            });
            if removed {
                self.verified.pruned = Some(gap.numbers.end - 1);
                continue;
            }
            let numbers = match gap.numbers.end - gap.numbers.start {
                1 => format!("record {} is gone", gap.numbers.start),
                _ => format!("records {} to {} are gone", gap.numbers.start, gap.numbers.end - 1),
            };
            let message = match gap.line {
                Some(_) => format!("{numbers}: lines were deleted before this one"),
                None if self.verified.records == 0 => format!("{numbers}: the log was deleted or emptied"),
                None => format!("{numbers}: the end of the log was cut off"),
            };
            self.verified.faults.push(Fault { kind: FaultKind::Missing, line: gap.line, message });
        }
    }

    fn fault(&mut self, kind: FaultKind, line: u64, message: String) {
        self.verified.faults.push(Fault { kind, line: Some(line), message });
    }
}

#[cfg(test)]
mod tests {
    use super::super::Log;
    use super::super::log::testing::{log, write};
    use super::super::record::testing::checked;
    use super::*;
    use crate::verdict::Bucket;
    use std::fs;
    use std::sync::LazyLock;

    /// What somebody does to the lines of a log of ten records, and what is found: kind and line.
    type Tampering = (&'static str, fn(&mut Vec<String>), &'static [(FaultKind, Option<u64>)]);

    const TAMPERINGS: [Tampering; 14] = [
        ("a value is edited", |lines| lines[4] = lines[4].replace("unsafe", "safe"), &[(FaultKind::Changed, Some(5))]),
        (
            "a space is added",
            |lines| lines[4] = lines[4].replace("\"seq\":", "\"seq\": "),
            &[(FaultKind::Changed, Some(5))],
        ),
        (
            "a number is edited",
            |lines| lines[4] = lines[4].replace("\"seq\":5", "\"seq\":50"),
            &[(FaultKind::Changed, Some(5))],
        ),
        ("a line is scribbled over", |lines| lines[4] = "#".repeat(80), &[(FaultKind::Changed, Some(5))]),
        ("a byte of a hash is flipped", |lines| flip_hash(&mut lines[4]), &[(FaultKind::Changed, Some(5))]),
        ("a record is deleted", |lines| drop(lines.remove(4)), &[(FaultKind::Missing, Some(5))]),
        ("the first is deleted", |lines| drop(lines.remove(0)), &[(FaultKind::Missing, Some(1))]),
        ("the last is deleted", |lines| drop(lines.pop()), &[(FaultKind::Missing, None)]),
        ("several are cut off", |lines| lines.truncate(6), &[(FaultKind::Missing, None)]),
        ("everything is deleted", Vec::clear, &[(FaultKind::Missing, None)]),
        ("two are swapped", |lines| lines.swap(4, 5), &[(FaultKind::Moved, Some(6))]),
        ("one is copied", |lines| lines.insert(7, lines[2].clone()), &[(FaultKind::Repeated, Some(8))]),
        ("one is forged", |lines| lines.insert(4, forged(&lines[4])), &[(FaultKind::Inserted, Some(5))]),
        (
            "one is deleted and others edited",
            |lines| {
                lines[2] = lines[2].replace("mia", "eve");
                lines.remove(7);
                lines[8] = lines[8].replace("mia", "eve");
            },
            &[(FaultKind::Changed, Some(3)), (FaultKind::Missing, Some(8)), (FaultKind::Changed, Some(9))],
        ),
    ];

    fn flip_hash(line: &mut String) {
        let at = line.len() - 10;
        let flipped = if line.as_bytes()[at] == b'0' { "1" } else { "0" };
        line.replace_range(at..=at, flipped);
    }

    /// A record that builds on the same one, sealed with a key of the forger's own.
    fn forged(line: &str) -> String {
        let mut record: Record = serde_json::from_str(line).unwrap();
        record.event = checked("website", Bucket::Safe);
        seal::seal(&Key::from_bytes([1; 32]), LABEL, &record).unwrap().0
    }

    fn lines(log: &Log) -> Vec<String> {
        fs::read_to_string(log.place().log()).unwrap().lines().map(str::to_owned).collect()
    }

    fn put(log: &Log, lines: &[String]) {
        fs::write(log.place().log(), lines.iter().map(|line| format!("{line}\n")).collect::<String>()).unwrap();
    }

    fn faults(log: &Log) -> Vec<(FaultKind, Option<u64>)> {
        verify(log.place(), |_| ()).unwrap().faults.iter().map(|fault| (fault.kind, fault.line)).collect()
    }

    #[test]
    fn each_tampering_is_found_at_its_line_and_still_after_the_next_check() {
        for (what, tamper, expected) in TAMPERINGS {
            let (_root, log) = log(10);
            assert_eq!(faults(&log), [], "{what}");
            let mut now = lines(&log);
            tamper(&mut now);
            put(&log, &now);
            assert_eq!(faults(&log), expected, "{what}");

            write(&log, 20);
            // What was gone at the end is now gone before the new line.
            let new_line = now.len() as u64 + 1;
            let later: Vec<_> = expected.iter().map(|(kind, line)| (*kind, line.or(Some(new_line)))).collect();
            assert_eq!(faults(&log), later, "{what}, and one more check");
        }
    }

    #[test]
    fn what_is_done_to_the_head_is_found_and_stays_told() {
        type OfHead = (&'static str, fn(&Log));
        let tamperings: [OfHead; 3] = [
            ("deleted", |log| fs::remove_file(log.place().head()).unwrap()),
            ("emptied", |log| fs::write(log.place().head(), "").unwrap()),
            ("edited", |log| {
                let head = fs::read_to_string(log.place().head()).unwrap();
                fs::write(log.place().head(), head.replace("\"seq\":10", "\"seq\":9")).unwrap();
            }),
        ];
        for (what, tamper) in tamperings {
            let (_root, log) = log(10);
            tamper(&log);
            assert_eq!(faults(&log), [(FaultKind::Head, None)], "{what}");
            write(&log, 20);
            assert_eq!(faults(&log), [(FaultKind::Head, Some(11))], "{what}");
        }
    }

    #[test]
    fn an_older_copy_is_found_even_of_the_whole_folder() {
        let (root, log) = log(5);
        let old = [log.place().log(), log.place().head()].map(|path| (fs::read(&path).unwrap(), path));
        (5..8).for_each(|at| write(&log, at));
        fs::write(&old[0].1, &old[0].0).unwrap();
        assert_eq!(faults(&log), [(FaultKind::Missing, None)], "the log alone");
        fs::write(&old[1].1, &old[1].0).unwrap();
        assert_eq!(faults(&log), [(FaultKind::Missing, None)], "with its head");
        write(&log, 9);
        assert_eq!(faults(&log), [(FaultKind::Missing, Some(6))], "and one more check");

        fs::remove_dir_all(root.path().join("log")).unwrap();
        assert_eq!(faults(&log), [(FaultKind::Missing, None), (FaultKind::Head, None)], "all deleted");
        let log = Log::open(log.place().clone()).unwrap_or(log);
        fs::create_dir_all(root.path().join("log")).unwrap();
        write(&log, 10);
        assert_eq!(faults(&log), [(FaultKind::Head, Some(1)), (FaultKind::Missing, Some(1))], "begun anew");
    }

    proptest::proptest! {
        #![proptest_config(proptest::test_runner::Config { cases: 400, failure_persistence: None, ..Default::default() })]

        /// Whatever is cut out of the log and put in its place, somewhere before the end.
        #[test]
        fn no_change_at_all_goes_by(at in 0.0..1.0_f64, cut in 0_usize..900, put in "[ -~\n]{0,40}") {
            let (_root, log) = &*SIX;
            let mut bytes = ORIGINAL.clone();
            let at = (at * bytes.len() as f64) as usize;
            let end = (at + cut).min(bytes.len());
            bytes.splice(at..end, put.bytes());
            fs::write(log.place().log(), &bytes).unwrap();
            proptest::prop_assert_eq!(bytes == *ORIGINAL, faults(log).is_empty());
        }
    }

    /// A log of six records, and its bytes.
    static SIX: LazyLock<(tempfile::TempDir, Log)> = LazyLock::new(|| log(6));
    static ORIGINAL: LazyLock<Vec<u8>> = LazyLock::new(|| fs::read(SIX.1.place().log()).unwrap());

    #[test]
    fn a_clock_that_was_set_back_is_told_as_a_warning() {
        let (_root, log) = log(3);
        write(&log, 1);
        let verified = verify(log.place(), |_| ()).unwrap();
        assert_eq!(verified.faults, []);
        assert_eq!(verified.warnings[0].line, Some(4));
        assert!(verified.warnings[0].to_string().contains("line 4: record 4 has an earlier time"), "{verified:?}");
    }

    #[test]
    fn records_cut_off_within_a_line_are_no_write_that_was_cut_short() {
        let (_root, log) = log(3);
        let text = fs::read_to_string(log.place().log()).unwrap();
        fs::write(log.place().log(), &text[..text.len() - 40]).unwrap();
        assert_eq!(faults(&log), [(FaultKind::Changed, Some(3))]);
        write(&log, 9);
        assert_eq!(faults(&log), [(FaultKind::Changed, Some(3))]);
    }
}
