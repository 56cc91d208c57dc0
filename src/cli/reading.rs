//! How drafts are read: how much of one is read at most, and the reading of the one that was named.

use super::screen;
use safepaste::document::Document;
use safepaste::source::{self, Limits, SourceError};
use std::path::Path;
use std::time::Duration;

/// Above the options that few need.
const LIMITS: &str = "Limits of one file";

/// The options that every command shares which reads documents.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Reading {
    /// The largest file that is read, in MiB [default: 64]
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u32).range(1..), help_heading = LIMITS)]
    max_size: Option<u32>,
    /// The most that may be packed inside it, unpacked, in MiB [default: 256]
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u32).range(1..), help_heading = LIMITS)]
    max_unpacked: Option<u32>,
    /// The most files that may be packed inside it [default: 10000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help_heading = LIMITS)]
    max_members: Option<u32>,
    /// How deep files may lie in files; an attachment in a message in an archive is three deep [default: 4]
    #[arg(long, value_name = "N", help_heading = LIMITS)]
    max_depth: Option<u8>,
    /// How long reading it may take, in seconds [default: 60]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..), help_heading = LIMITS)]
    max_time: Option<u32>,
    /// Also read pages of PDFs that are pictures, with tesseract and pdftoppm, where these are installed; give it more time
    #[arg(long)]
    ocr: bool,
}

impl Reading {
    /// The limits that were asked for.
    pub(super) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        let bytes = |mib: u32| u64::from(mib) << 20;
        limits.size = self.max_size.map_or(limits.size, bytes);
        limits.unpacked = self.max_unpacked.map_or(limits.unpacked, bytes);
        limits.members = self.max_members.map_or(limits.members, |members| members as usize);
        limits.depth = self.max_depth.unwrap_or(limits.depth);
        limits.time = self.max_time.map_or(limits.time, |seconds| Duration::from_secs(seconds.into()));
        limits.ocr = self.ocr;
        limits
    }

    /// Reads a draft; `-` is standard input, at which somebody at a terminal is told what to do.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn draft(&self, path: &Path) -> Result<Document, SourceError> {
        let limits = self.limits();
        if path.as_os_str() == "-" {
            screen::hint_at_standard_input();
            return source::read_stdin(&limits);
        }
        source::read(path, &limits)
    }
}
