//! Which of the files that were named or found are wanted, by patterns.

use super::SkipReason;
use crate::globs::{BadGlob, Globs};
use std::path::Path;

/// Patterns of files that are wanted, and of files that are not. Without any, everything is wanted.
#[derive(Debug, Clone)]
pub struct Pick {
    /// None where everything is wanted that is not left out.
    include: Option<Globs>,
    exclude: Globs,
}

impl Pick {
    /// What these patterns want; they are written as in `.gitignore` and count from the current folder.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn new(include: &[String], exclude: &[String]) -> Result<Pick, BadGlob> {
        let globs = |globs: &[String]| Globs::new(Path::new("."), globs.iter().map(String::as_str));
        let include = if include.is_empty() { None } else { Some(globs(include)?) };
        Ok(Pick { include, exclude: globs(exclude)? })
    }

    /// Why something is not wanted, if it is not. A folder may hold what is included, whatever its own name.
    pub(super) fn left_out(&self, path: &Path, is_dir: bool) -> Option<SkipReason> {
        if self.exclude.matches(path, is_dir) {
            return Some(SkipReason::Excluded);
        }
        let included = is_dir || self.include.as_ref().is_none_or(|include| include.matches(path, false));
        (!included).then_some(SkipReason::NotIncluded)
    }
}
