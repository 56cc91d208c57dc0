//! How much of a file is read before it is refused, so that no file can take all memory or time.

use super::Problem;
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// The most that one file may take, and what of it is taken.
///
/// What lies in a file shares the count of that file: a thousand small archives in one are no way around.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Bytes of the file, and of the text that it holds.
    pub size: u64,
    /// Bytes of all that is packed inside it, unpacked.
    pub unpacked: u64,
    /// Files packed inside it, at every depth together.
    pub members: usize,
    /// How deep files may lie in files: an attachment in a message in an archive is three deep.
    pub depth: u8,
    /// How long reading it may take.
    pub time: Duration,
    /// Whether pages that are pictures are read, by programs that may be installed; slow, and with mistakes.
    pub ocr: bool,
    pub(super) taken: Arc<Taken>,
}

/// What the file that is being read has taken so far, with all that lies in it.
#[derive(Debug)]
pub(super) struct Taken {
    unpacked: AtomicU64,
    members: AtomicUsize,
    since: Instant,
}

impl Default for Taken {
    fn default() -> Taken {
        Taken { unpacked: AtomicU64::new(0), members: AtomicUsize::new(0), since: Instant::now() }
    }
}

impl Default for Limits {
    /// Enough for any draft that a practice writes, and little enough for its oldest computer.
    fn default() -> Limits {
        Limits {
            size: 64 << 20,
            unpacked: 256 << 20,
            members: 10_000,
            depth: 4,
            time: Duration::from_secs(60),
            ocr: false,
            taken: Arc::default(),
        }
    }
}

impl Limits {
    /// The same limits for the next file, of which nothing is taken yet.
    pub fn begun(&self) -> Limits {
        Limits { taken: Arc::default(), ..*self }
    }

    /// What is left for a file that lies in this one.
    ///
    /// # Errors
    /// When it lies too deep.
    pub fn inside(&self) -> Result<Limits, Problem> {
        let depth = self.depth.checked_sub(1).ok_or(Problem::TooDeep)?;
        Ok(Limits { depth, taken: Arc::clone(&self.taken), ..*self })
    }

    /// Looks at the clock; called wherever a reader could go on for long.
    ///
    /// # Errors
    /// When the time is over.
    pub fn in_time(&self) -> Result<(), Problem> {
        if self.taken.since.elapsed() > self.time { Err(Problem::TooSlow(self.time)) } else { Ok(()) }
    }

    /// How much time is left.
    pub fn left(&self) -> Duration {
        self.time.saturating_sub(self.taken.since.elapsed())
    }

    /// Counts one more file that lies in this one.
    ///
    /// # Errors
    /// When there are too many, or the time is over.
    pub fn member(&self) -> Result<(), Problem> {
        self.in_time()?;
        if self.taken.members.fetch_add(1, Relaxed) < self.members {
            Ok(())
        } else {
            Err(Problem::TooManyMembers(self.members))
        }
    }

    /// Counts bytes that were unpacked.
    ///
    /// # Errors
    /// When it is too much, or the time is over.
    pub fn unpack(&self, bytes: u64) -> Result<(), Problem> {
        self.in_time()?;
        let before = self.taken.unpacked.fetch_add(bytes, Relaxed);
        if before.saturating_add(bytes) <= self.unpacked { Ok(()) } else { Err(Problem::TooMuch(self.unpacked)) }
    }

    /// Unpacks to the end, counting; nothing beyond the limit is ever held.
    ///
    /// # Errors
    /// When it is too much, takes too long, or is damaged: then what the unpacker said.
    pub fn inflate(&self, mut packed: impl Read) -> Result<Vec<u8>, Problem> {
        const STEP: u64 = 1 << 20;
        let mut bytes = Vec::new();
        loop {
            let read = packed.by_ref().take(STEP).read_to_end(&mut bytes)?;
            if read == 0 {
                return Ok(bytes);
            }
            self.unpack(read as u64)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn what_is_unpacked_counts_together_at_every_depth() {
        let outer = Limits { unpacked: 3 << 20, members: 2, depth: 1, ..Limits::default() };
        let inner = outer.inside().unwrap();
        assert_eq!(inner.inflate(&[0; 2 << 20][..]).unwrap().len(), 2 << 20);
        assert!(matches!(outer.inflate(io::repeat(0)), Err(Problem::TooMuch(_))));
        assert!(outer.member().and(inner.member()).is_ok());
        assert!(matches!(outer.member(), Err(Problem::TooManyMembers(2))));
        assert!(matches!(inner.inside(), Err(Problem::TooDeep)));
        assert!(outer.begun().member().is_ok(), "the next file begins anew");
    }

    #[test]
    fn time_ends_an_endless_reading() {
        let limits = Limits { unpacked: u64::MAX, time: Duration::ZERO, ..Limits::default() };
        assert!(matches!(limits.inflate(io::repeat(0)), Err(Problem::TooSlow(_))));
    }
}
