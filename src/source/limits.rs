//! How much of a file is read before it is refused, so that no file can take all memory or time.

use std::time::Duration;

/// The most that one file may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
}

impl Default for Limits {
    /// Enough for any draft that a practice writes, and little enough for its oldest computer.
    fn default() -> Limits {
        Limits { size: 64 << 20, unpacked: 256 << 20, members: 10_000, depth: 4, time: Duration::from_secs(60) }
    }
}

impl Limits {
    /// What is left for a file that lies in this one; none where it would lie too deep.
    pub fn inside(&self) -> Option<Limits> {
        Some(Limits { depth: self.depth.checked_sub(1)?, ..*self })
    }
}
