//! Recording checks in the log that the policy asks for: each before its verdict is told.

use super::judging;
use jiff::{Timestamp, tz::TimeZone};
use safepaste::audit::{AuditError, Checked, Event, Log, Place};
use safepaste::policy::{Audit, Policy};
use safepaste::{Bucket, Check, Checker};
use std::cell::RefCell;
use std::sync::Arc;

/// The log of one policy, and what every record in it says.
pub struct Logbook {
    log: Result<Log, AuditError>,
    user: String,
    role: Option<String>,
    policy: String,
}

/// A record that is to be written.
pub struct Entry {
    book: Arc<Logbook>,
    event: Result<Event, AuditError>,
}

impl Logbook {
    /// The log that a checker's policy asks for; none where it asks for none.
    pub fn of(checker: &Checker, role: Option<&str>) -> Option<Arc<Logbook>> {
        let policy = checker.policy();
        let audit = policy.audit.as_ref()?;
        Some(Arc::new(Logbook {
            log: Place::new(audit.folder.as_deref()).and_then(Log::open),
            user: whoami::username().unwrap_or_else(|_| "unknown".to_owned()),
            role: role.map(str::to_owned),
            policy: digest(policy),
        }))
    }

    /// The logs of these checkers, in their order; a checker that stands there twice has one.
    pub fn of_all(checkers: &[Arc<Checker>], role: Option<&str>) -> Vec<Option<Arc<Logbook>>> {
        let mut books: Vec<Option<Arc<Logbook>>> = Vec::new();
        for (at, checker) in checkers.iter().enumerate() {
            let known = checkers[..at].iter().position(|other| Arc::ptr_eq(other, checker));
            books.push(known.map_or_else(|| Logbook::of(checker, role), |known| books[known].clone()));
        }
        books
    }

    /// The record of a check. `rewritten` is the verdict on the rewrite, where that goes on.
    pub fn entry(self: &Arc<Self>, command: &str, text: &str, check: &Check, rewritten: Option<Bucket>) -> Entry {
        let event = self.log.as_ref().map_err(AuditError::clone).map(|log| {
            let text = log.key().of_text(text);
            let checked = Checked::new(check, command, &self.user, self.role.as_deref(), text, &self.policy);
            Event::Check(Checked { rewritten, ..checked })
        });
        Entry { book: Arc::clone(self), event }
    }
}

/// The digest of a policy: which rules judged, wherever the log lies.
fn digest(policy: &Policy) -> String {
    use data_encoding::HEXLOWER;
    use sha2::{Digest, Sha256};
    let audit = policy.audit.as_ref().map(|audit| Audit { folder: None, ..audit.clone() });
    // The interface has an error, but no policy causes it.
    let yaml = safepaste::policy::to_yaml(&Policy { audit, ..policy.clone() }).unwrap_or_default();
    format!("sha256:{}", HEXLOWER.encode(&Sha256::digest(yaml)))
}

/// Writes records, and remembers what kept one from being written.
#[derive(Default)]
pub struct Recorder {
    failed: RefCell<Option<AuditError>>,
}

impl Recorder {
    /// Writes these records; those of one log in one go.
    pub fn record(&self, entries: impl IntoIterator<Item = Entry>) {
        let mut of_book: Vec<(Arc<Logbook>, Vec<Event>)> = Vec::new();
        for Entry { book, event } in entries {
            match (event, of_book.iter_mut().find(|(known, _)| Arc::ptr_eq(known, &book))) {
                (Err(error), _) => self.fail(error),
                (Ok(event), Some((_, events))) => events.push(event),
                (Ok(event), None) => of_book.push((book, vec![event])),
            }
        }
        for (book, events) in of_book {
            let written = book.log.as_ref().map_err(AuditError::clone).and_then(|log| log.append(events, now()));
            if let Err(error) = written {
                self.fail(error);
            }
        }
    }

    fn fail(&self, error: AuditError) {
        self.failed.borrow_mut().get_or_insert(error);
    }

    /// The first error: some check was not recorded.
    pub fn error(&self) -> Option<String> {
        let failed = self.failed.borrow();
        failed.as_ref().map(|error| format!("not every check could be recorded in the audit log\n{error}"))
    }
}

/// Records one check, where the policy asks for a log. Gives the error that kept it from being recorded, if any.
pub fn record(
    checker: &Checker,
    role: Option<&str>,
    command: &str,
    text: &str,
    check: &Check,
    rewritten: Option<Bucket>,
) -> Option<String> {
    let recorder = Recorder::default();
    recorder.record(Logbook::of(checker, role).map(|book| book.entry(command, text, check, rewritten)));
    recorder.error()
}

/// The time of a record. Where a test sets the day, it is noon.
pub fn now() -> Timestamp {
    match std::env::var("SAFEPASTE_TODAY") {
        Ok(_) => judging::today()
            .ok()
            .and_then(|day| day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC).ok())
            .map_or_else(Timestamp::now, |noon| noon.timestamp()),
        Err(_) => Timestamp::now(),
    }
}
