//! What was found before: fingerprints of findings and reasons, and no values, so that an old folder can start clean and
//! only what is new counts.
//!
//! The file is JSON with a sorted list of fingerprints for each text, whose path counts from the file's own folder: it can
//! be committed, and read in a diff.

use crate::checker::Check;
use crate::context::Ground;
use crate::globs::plain;
use crate::policy::Policy;
use crate::report::fingerprint::{fingerprints, of_reason};
use crate::verdict::ReasonCode;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

/// The version of the file's form.
const VERSION: u32 = 1;
/// What the file says of itself.
const ABOUT: &str = "What safepaste found before, as fingerprints without any value; made by safepaste baseline create";

/// What was found before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// The folder from which its paths count.
    folder: PathBuf,
    files: BTreeMap<String, BTreeSet<String>>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    version: u32,
    #[serde(default)]
    about: String,
    files: BTreeMap<String, BTreeSet<String>>,
}

/// Why a baseline cannot be used, with a cure.
#[derive(Debug, thiserror::Error)]
pub enum BaselineError {
    /// There is none.
    #[error("there is no baseline {0}\nhelp: safepaste baseline create makes one")]
    Missing(String),
    /// It is no baseline, or was damaged.
    #[error("{0} is no baseline that can be read\nhelp: make it anew with safepaste baseline create")]
    Damaged(String),
    /// A later safepaste made it.
    #[error(
        "{0} was made by a later safepaste\nhelp: update safepaste, or make it anew with safepaste baseline create"
    )]
    Later(String),
    /// The system said no.
    #[error("the baseline {0} cannot be read or written: {1}\nhelp: look at the permissions of its folder")]
    Io(String, io::Error),
}

/// How texts compare with a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Compared {
    /// How many findings and reasons it knows.
    pub known: usize,
    /// How many that it knows are no longer there.
    pub gone: usize,
}

impl Compared {
    /// Adds another comparison.
    pub fn merge(&mut self, other: Compared) {
        self.known += other.known;
        self.gone += other.gone;
    }

    /// What is to be said of it, if anything.
    pub fn told(&self) -> Option<String> {
        let known = format!("{} known from the baseline, not counted", self.known);
        match self {
            Compared { known: 0, gone: 0 } => None,
            Compared { gone: 0, .. } => Some(known),
            _ => Some(format!("{known}; {} no longer there: safepaste baseline prune takes them out", self.gone)),
        }
    }
}

/// What a baseline knows of one text.
#[derive(Debug)]
pub struct Known {
    /// For each finding of the check, whether it is known.
    findings: Vec<bool>,
    /// The places of passages that are known, in bytes.
    passages: HashSet<(usize, usize)>,
    /// How the text compares.
    pub compared: Compared,
}

impl Known {
    /// Whether the baseline holds this.
    pub fn holds(&self, ground: Ground<'_>) -> bool {
        match ground {
            Ground::Finding(index, _) => self.findings.get(index).copied().unwrap_or_default(),
            _ => self.passages.contains(&(ground.bytes().start, ground.bytes().end)),
        }
    }
}

impl Baseline {
    /// An empty one that is to lie at a path.
    pub fn new(path: &Path) -> Baseline {
        Baseline { folder: folder(path), files: BTreeMap::new() }
    }

    /// Reads one.
    ///
    /// # Errors
    /// When there is none, or it cannot be read.
    pub fn read(path: &Path) -> Result<Baseline, BaselineError> {
        let name = path.display().to_string();
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(BaselineError::Missing(name)),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => return Err(BaselineError::Damaged(name)),
            Err(error) => return Err(BaselineError::Io(name, error)),
        };
        match serde_json::from_str(&text) {
            Ok(Written { version: VERSION, files, .. }) => Ok(Baseline { folder: folder(path), files }),
            Ok(Written { version, .. }) if version > VERSION => Err(BaselineError::Later(name)),
            _ => Err(BaselineError::Damaged(name)),
        }
    }

    /// Writes it, as a whole or not at all.
    ///
    /// # Errors
    /// When that fails.
    pub fn write(&self, path: &Path) -> Result<(), BaselineError> {
        let failed = |error: io::Error| BaselineError::Io(path.display().to_string(), error);
        let written = Written { version: VERSION, about: ABOUT.to_owned(), files: self.files.clone() };
        let mut file = tempfile::NamedTempFile::new_in(&self.folder).map_err(failed)?;
        serde_json::to_writer_pretty(&mut file, &written).map_err(|error| failed(error.into()))?;
        file.write_all(b"\n").map_err(failed)?;
        #[cfg(unix)]
        {
            // It is to be committed and read by others, like the files around it.
            use std::os::unix::fs::PermissionsExt;
            file.as_file().set_permissions(fs::Permissions::from_mode(0o644)).map_err(failed)?;
        }
        file.persist(path).map_err(|error| failed(error.error))?;
        Ok(())
    }

    /// How many findings and reasons it holds.
    pub fn len(&self) -> usize {
        self.files.values().map(BTreeSet::len).sum()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The files that it speaks of, to be opened from the current folder.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.files.keys().map(|name| self.folder.join(name)).collect()
    }

    /// Takes in all that a check of a file found.
    pub fn add(&mut self, path: &Path, prints: BTreeSet<String>) {
        if !prints.is_empty() {
            self.files.insert(self.name(path), prints);
        }
    }

    /// What it holds of a file.
    pub fn prints_of(&self, path: &Path) -> BTreeSet<String> {
        self.files.get(&self.name(path)).cloned().unwrap_or_default()
    }

    /// The fingerprints of all that a check of a file found.
    pub fn prints(&self, path: &Path, text: &str, check: &Check, policy: &Policy) -> BTreeSet<String> {
        let name = self.name(path);
        let findings = fingerprints(&name, text, &check.findings);
        let passages = passages(&name, check, policy).into_iter().map(|(_, print)| print);
        findings.into_iter().chain(passages).collect()
    }

    /// What it knows of a file, which was checked in full.
    pub fn known(&self, path: &Path, text: &str, check: &Check, policy: &Policy) -> Known {
        let name = self.name(path);
        let Some(before) = self.files.get(&name) else {
            let findings = vec![false; check.findings.len()];
            return Known { findings, passages: HashSet::new(), compared: Compared::default() };
        };
        let prints = fingerprints(&name, text, &check.findings);
        let passages = passages(&name, check, policy);
        let there: HashSet<&String> = prints.iter().chain(passages.iter().map(|(_, print)| print)).collect();
        let known = before.iter().filter(|print| there.contains(print)).count();
        let held = passages.iter().filter(|(_, print)| before.contains(print)).map(|(place, _)| *place);
        Known {
            findings: prints.iter().map(|print| before.contains(print)).collect(),
            passages: held.collect(),
            compared: Compared { known, gone: before.len() - known },
        }
    }

    /// A file as the baseline calls it: from its own folder, with slashes on every system.
    fn name(&self, path: &Path) -> String {
        let path = plain(path);
        let mut folder = plain(&self.folder);
        let mut name = String::new();
        while !path.starts_with(&folder) && folder.pop() {
            name.push_str("../");
        }
        let inside = path.strip_prefix(&folder).unwrap_or(&path);
        let parts: Vec<_> = inside
            .components()
            .filter(|part| matches!(part, Component::Normal(_)))
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        name + &parts.join("/")
    }
}

fn folder(path: &Path) -> PathBuf {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

/// The passages on which reasons rest, each with its fingerprint.
fn passages(name: &str, check: &Check, policy: &Policy) -> Vec<((usize, usize), String)> {
    let mut counts: BTreeMap<ReasonCode, usize> = BTreeMap::new();
    let asked = check.context.asked.iter();
    let asked = asked.filter_map(|asked| Some((policy.activities.get(asked.activity)?.code(), &asked.bytes)));
    let exposed = check.context.exposures.iter().map(|exposure| (exposure.code, &exposure.bytes));
    asked
        .chain(exposed)
        .map(|(code, bytes)| {
            let count = counts.entry(code).or_default();
            let print = of_reason(name, code, *count);
            *count += 1;
            ((bytes.start, bytes.end), print)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_one_name_however_it_is_reached() {
        let baseline = Baseline::new(Path::new("site/.safepaste-baseline.json"));
        let absolute = std::path::absolute("site/a.md").unwrap();
        for path in [Path::new("site/a.md"), Path::new("./site/../site/./a.md"), &absolute] {
            assert_eq!(baseline.name(path), "a.md", "{path:?}");
        }
        assert_eq!(baseline.name(Path::new("other/b c.md")), "../other/b c.md");
    }
}
