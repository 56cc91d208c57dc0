//! Writing the log: many programs at once, each of which may be ended at any moment.
//!
//! Everything is done under a lock on a file of its own. First the records go to the end of the log, then the head is
//! replaced. The head tells where to go on, and the log itself only what was written after the head: whole records are
//! taken over, a line that was cut short stays and is followed by a record that says so. Where records are gone, the
//! next one still counts on from the head, so the gap can be seen ever after.

use super::head::{self, Found, Head};
use super::key::Key;
use super::record::{BEGINNING, Event, LABEL, Record, VERSION};
use super::{AuditError, seal};
use crate::private::{self, Folders};
use jiff::Timestamp;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The folder of the log, and the user's settings, in which its key lies.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    folder: PathBuf,
    settings: PathBuf,
}

impl Place {
    /// The log in this folder, or in the one where the system keeps programs' data, such as
    /// `~/.local/share/safepaste/audit` on Linux.
    ///
    /// # Errors
    /// When the system does not say where the user's folders are.
    pub fn new(folder: Option<&Path>) -> Result<Place, AuditError> {
        let Folders { data, settings } = Folders::find().ok_or_else(|| {
            let message = "the system does not say where your own folder is";
            AuditError::new(Path::new("audit log"), message, Folders::HELP)
        })?;
        Ok(Place { folder: folder.map_or_else(|| data.join("audit"), Path::to_owned), settings })
    }

    #[cfg(test)]
    pub(super) fn at(folder: PathBuf, settings: PathBuf) -> Place {
        Place { folder, settings }
    }

    /// The log.
    pub fn log(&self) -> PathBuf {
        self.folder.join("checks.jsonl")
    }

    /// How far the log reached.
    pub fn head(&self) -> PathBuf {
        self.folder.join("checks.head")
    }

    /// The key.
    pub fn key(&self) -> PathBuf {
        self.settings.join("audit.key")
    }

    /// How far this user has seen the log reach.
    pub(super) fn seen(&self, key: &Key) -> PathBuf {
        // The folder may be gone; then the one above it tells what it was called.
        let above = || Some(self.folder.parent()?.canonicalize().ok()?.join(self.folder.file_name()?));
        let folder = self.folder.canonicalize().ok().or_else(above).unwrap_or_else(|| self.folder.clone());
        let digest = key.digest("folder", folder.as_os_str().as_encoded_bytes());
        self.settings.join(format!("audit-seen-{}.json", &digest[..16]))
    }

    fn lock_file(&self) -> PathBuf {
        self.folder.join("checks.lock")
    }

    /// Whether anything was ever logged here.
    pub fn exists(&self) -> bool {
        self.log().exists() || self.head().exists()
    }

    /// Keeps everybody else out until the file is dropped.
    pub(super) fn lock(&self) -> Result<File, AuditError> {
        let path = self.lock_file();
        let failed = || AuditError::io(&path, "the log cannot be locked");
        let file =
            private::file(OpenOptions::new().read(true).write(true).create(true)).open(&path).map_err(failed())?;
        file.lock().map_err(failed())?;
        Ok(file)
    }

    /// Keeps writers out until the file is dropped; none where no writer was ever here.
    pub(super) fn lock_shared(&self) -> Result<Option<File>, AuditError> {
        let path = self.lock_file();
        match File::open(&path) {
            Ok(file) => {
                file.lock_shared().map_err(AuditError::io(&path, "the log cannot be locked"))?;
                Ok(Some(file))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(AuditError::io(&path, "the log cannot be locked")(error)),
        }
    }
}

/// A log to write to.
#[derive(Debug)]
pub struct Log {
    place: Place,
    key: Key,
}

/// Where to go on.
struct End {
    head: Head,
    /// What has to be said before anything else.
    first: Vec<Event>,
    /// Whether the last line lacks its end.
    open_line: bool,
}

impl Log {
    /// The log of a place; where there is none yet, its folder and key are made.
    ///
    /// # Errors
    /// When the folder cannot be made, or the key of a log that is there already cannot be read.
    pub fn open(place: Place) -> Result<Log, AuditError> {
        let key = if place.exists() { Key::read(&place.key())? } else { Key::read_or_make(&place.key())? };
        private::folder(&place.folder).map_err(AuditError::io(&place.folder, "the log's folder cannot be made"))?;
        Ok(Log { place, key })
    }

    /// The key, for the digests of texts.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Writes records for these events. They are on the disk when this returns; many at once cost little more than one.
    ///
    /// # Errors
    /// When they could not all be written.
    pub fn append(&self, events: impl IntoIterator<Item = Event>, time: Timestamp) -> Result<(), AuditError> {
        let _lock = self.place.lock()?;
        self.append_locked(events, time)
    }

    /// The same for one who has the lock.
    pub(super) fn append_locked(
        &self,
        events: impl IntoIterator<Item = Event>,
        time: Timestamp,
    ) -> Result<(), AuditError> {
        let path = self.place.log();
        let failed = || AuditError::io(&path, "the log cannot be written");
        let End { mut head, first, open_line } = self.end()?;
        let time = Timestamp::from_second(time.as_second()).unwrap_or(time);
        let mut text = if open_line { "\n".to_owned() } else { String::new() };
        for event in first.into_iter().chain(events) {
            let record = Record { v: VERSION, seq: head.seq + 1, time, event, prev: head.last };
            let (line, hash) = seal::seal(&self.key, LABEL, &record).map_err(|error| failed()(error.into()))?;
            text.push_str(&line);
            text.push('\n');
            (head.seq, head.last) = (record.seq, hash);
        }
        let mut file = private::file(OpenOptions::new().append(true).create(true)).open(&path).map_err(failed())?;
        file.write_all(text.as_bytes()).map_err(failed())?;
        file.sync_data().map_err(failed())?;
        head.bytes = file.metadata().map_err(failed())?.len();
        self.record_head(&head)
    }

    /// Records how far the log reaches, beside it and beside the key.
    pub(super) fn record_head(&self, head: &Head) -> Result<(), AuditError> {
        head::write(&self.place.head(), &self.key, head, true)?;
        head::write(&self.place.seen(&self.key), &self.key, head, false)
    }

    /// Where to go on, from the head and what the log holds beyond it.
    pub(super) fn head(&self) -> Result<Head, AuditError> {
        Ok(self.end()?.head)
    }

    fn end(&self) -> Result<End, AuditError> {
        let path = self.place.log();
        let failed = || AuditError::io(&path, "the log cannot be read");
        let length = match fs::metadata(&path) {
            Ok(metadata) => metadata.len(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
            Err(error) => return Err(failed()(error)),
        };
        let seen = head::read(&self.place.seen(&self.key), &self.key)?.head();
        let found = head::read(&self.place.head(), &self.key)?;
        if found == Found::Foreign {
            let help = format!(
                "copy {} from the computer on which the log was begun, or name another folder under `audit` in the policy",
                self.place.key().display()
            );
            return Err(AuditError::new(&path, "this log was begun with another key, so nothing is added to it", help));
        }
        let fresh = found == Found::Missing && length == 0 && seen.is_none();
        let nothing = Head { seq: 0, last: BEGINNING.to_owned(), bytes: 0 };
        if fresh {
            // A run that is ended after its first record leaves a log with a head.
            self.record_head(&nothing)?;
            return Ok(End { head: nothing, first: Vec::new(), open_line: false });
        }
        let known = found.head();
        let lost = known.is_none();
        let head = known.unwrap_or(nothing);
        let mut end = End { head, first: Vec::new(), open_line: false };
        if length > 0 {
            let rest = self.catch_up(&mut end.head, length, lost).map_err(failed())?;
            end.open_line = rest.is_some();
            if let Some(Rest::CutShort(line)) = rest {
                let digest = self.key.digest("torn", &line);
                end.first.push(Event::Torn { bytes: line.len() as u64, digest });
            }
        }
        if let Some(seen) = seen.filter(|seen| seen.seq > end.head.seq) {
            (end.head.seq, end.head.last) = (seen.seq, seen.last);
        }
        if lost {
            end.first.push(Event::HeadLost);
        }
        Ok(end)
    }

    /// Takes over the records that were written after the head, and tells what of the last line is there if it lacks
    /// its end. Where the head was lost, every record counts.
    fn catch_up(&self, head: &mut Head, length: u64, lost: bool) -> io::Result<Option<Rest>> {
        let mut file = File::open(self.place.log())?;
        if length <= head.bytes {
            let mut last = [0];
            file.seek(SeekFrom::End(-1))?;
            file.read_exact(&mut last)?;
            return Ok((last != [b'\n']).then_some(Rest::Cut));
        }
        file.seek(SeekFrom::Start(head.bytes))?;
        let mut lines = BufReader::new(file);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line)? > 0 {
            let whole = line.pop_if(|last| *last == b'\n').is_some();
            let record = seal::open::<Record>(&self.key, LABEL, &line);
            let next = record.filter(|(record, _)| {
                if lost { record.seq > head.seq } else { record.seq == head.seq + 1 && record.prev == head.last }
            });
            match next {
                Some((record, hash)) => {
                    (head.seq, head.last) = (record.seq, hash);
                    if !whole {
                        return Ok(Some(Rest::Cut));
                    }
                }
                None if !whole => return Ok(Some(Rest::CutShort(line))),
                None => {}
            }
            line.clear();
        }
        Ok(None)
    }
}

/// A last line without its end.
enum Rest {
    /// The beginning of a record that a write left behind.
    CutShort(Vec<u8>),
    /// A whole record, or what somebody left of one.
    Cut,
}

#[cfg(test)]
pub(super) mod testing {
    use super::super::record::testing::checked;
    use super::*;
    use crate::verdict::Bucket;

    /// A log in a folder of its own, with so many checks, one a minute.
    pub fn log(checks: u64) -> (tempfile::TempDir, Log) {
        let root = tempfile::tempdir().unwrap();
        let log = Log::open(Place::at(root.path().join("log"), root.path().join("settings"))).unwrap();
        (0..checks).for_each(|at| write(&log, at));
        (root, log)
    }

    /// Writes one check, so many minutes after the first.
    pub fn write(log: &Log, minute: u64) {
        let time = Timestamp::from_second(1_795_000_000 + minute as i64 * 60).unwrap();
        log.append([checked("chatbot", Bucket::Unsafe)], time).unwrap();
    }
}

#[cfg(test)]
mod tests {
    use super::super::record::testing::checked;
    use super::super::{Verified, verify};
    use super::testing::{log, write};
    use super::*;
    use crate::verdict::Bucket;

    fn verified(log: &Log) -> Verified {
        verify(&log.place, |_| ()).unwrap()
    }

    /// Cuts the last write short so that `left` bytes of it are there, and sets the head back to what it was before it.
    fn cut_short(log: &Log, head_before: &[u8], length_before: u64, left: u64) {
        fs::write(log.place.head(), head_before).unwrap();
        let file = OpenOptions::new().write(true).open(log.place.log()).unwrap();
        file.set_len(length_before + left).unwrap();
    }

    #[test]
    fn a_write_that_ends_at_any_byte_leaves_a_log_that_goes_on() {
        let (_root, log) = log(2);
        let path = log.place.log();
        let (before, head) = (fs::read(&path).unwrap(), fs::read(log.place.head()).unwrap());
        let seen = fs::read(log.place.seen(&log.key)).unwrap();
        let time = Timestamp::UNIX_EPOCH.checked_add(jiff::SignedDuration::from_secs(1_795_000_200)).unwrap();
        log.append([checked("chatbot", Bucket::Safe), checked("website", Bucket::Unsafe)], time).unwrap();
        let after = fs::read(&path).unwrap();
        let written = (after.len() - before.len()) as u64;
        let first = before.len() as u64;
        let end_of_first = after[before.len()..].iter().position(|byte| *byte == b'\n').unwrap() as u64;
        let edges = [1, end_of_first - 1, end_of_first, end_of_first + 1, written - 2, written - 1, written];
        for left in (0..written).step_by(61).chain(edges) {
            fs::write(&path, &after).unwrap();
            fs::write(log.place.seen(&log.key), &seen).unwrap();
            cut_short(&log, &head, first, left);
            let cut = verified(&log);
            assert!(cut.faults.is_empty(), "{left}: {:?}", cut.faults);
            write(&log, 60);
            let found = verified(&log);
            assert!(found.faults.is_empty() && found.warnings.is_empty(), "{left}: {found:?}");
            let whole = cut.warnings.is_empty();
            assert_eq!(found.torn, u64::from(!whole), "{left}");
            let kept = &after[..before.len() + left as usize];
            assert!(fs::read(&path).unwrap().starts_with(kept), "{left}: nothing that was written is taken away");
        }
    }

    #[test]
    fn a_first_write_that_is_cut_short_is_no_tampering() {
        let (_root, log) = log(0);
        assert!(log.end().unwrap().first.is_empty());
        fs::write(log.place.log(), "{\"v\":1,\"seq\":1,\"ti").unwrap();
        write(&log, 0);
        let found = verified(&log);
        assert_eq!((found.faults.len(), found.records, found.torn), (0, 2, 1));

        let text = fs::read_to_string(log.place.log()).unwrap();
        fs::write(log.place.log(), text.split_once('\n').unwrap().1).unwrap();
        let faults = verified(&log).faults;
        assert!(faults.iter().any(|fault| fault.message.contains("cut short before this one is gone")), "{faults:?}");
    }

    #[test]
    fn writers_on_many_threads_leave_one_chain() {
        let (_root, log) = log(0);
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let log = &log;
                scope.spawn(move || (0..25).for_each(|_| write(log, thread)));
            }
        });
        let found = verified(&log);
        assert_eq!((found.faults.len(), found.records), (0, 100));
    }

    #[test]
    fn another_key_adds_nothing_to_a_log() {
        let (root, log) = log(3);
        let other = Place::at(root.path().join("log"), root.path().join("other settings"));
        Key::read_or_make(&other.key()).unwrap();
        let other = Log::open(other).unwrap();
        let error = other.append([checked("chatbot", Bucket::Safe)], Timestamp::now()).unwrap_err();
        assert!(error.message.contains("another key") && error.help.contains("copy"), "{error}");
        assert_eq!((verified(&log).records, verified(&log).faults.len()), (3, 0));
        assert!(verified(&other).faults.iter().any(|fault| fault.message.contains("another key")));
    }

    #[test]
    fn a_log_whose_key_is_gone_is_not_written_with_another() {
        let (_root, log) = log(1);
        fs::remove_file(log.place.key()).unwrap();
        let error = Log::open(log.place.clone()).unwrap_err();
        assert!(error.message.contains("key is gone") && error.help.contains("backup"), "{error}");
        assert!(!log.place.key().exists());
    }
}
