//! What a check looks at: the options that choose among files, and what they come to.

use super::judging;
use anyhow::{anyhow, bail};
use safepaste::source::git::Change;
use safepaste::source::{self, Inputs, Listed, Pick};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The options.
#[derive(Debug, clap::Args)]
pub struct Choosing {
    /// Check what is staged in git, as the next commit would hold it; only what stands in changed lines is told
    /// and counts
    #[arg(long)]
    staged: bool,
    /// Check what changed since this branch went away from BASE, such as origin/main; only what stands in changed
    /// lines is told and counts
    #[arg(long, value_name = "BASE", conflicts_with = "staged")]
    diff: Option<String>,
    /// Check only files that match, written as in .gitignore, such as '*.md' or 'content/**'; may be repeated
    #[arg(long, value_name = "GLOB")]
    include: Vec<String>,
    /// Leave out files that match, and folders with all in them; may be repeated
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// Check the files that FILE lists, one a line or with NUL between them; - reads the list from standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["staged", "diff"])]
    files_from: Option<PathBuf>,
}

/// Where a check begins: one thing that was named or chosen.
#[derive(Debug)]
pub enum Start {
    /// A file, a folder, or `-` for standard input.
    Path(PathBuf),
    /// What git says changed.
    Changed(Listed),
}

/// What was chosen.
#[derive(Debug)]
pub struct Chosen {
    /// Where to begin, in order.
    pub starts: Vec<Start>,
    /// What is wanted of it.
    pub pick: Arc<Pick>,
    /// Whether there may be nothing to check, for a list or git said what to check.
    pub may_be_none: bool,
}

impl Choosing {
    /// What these options make of the paths that were named; without anything named, standard input.
    pub fn chosen(&self, paths: &[PathBuf]) -> anyhow::Result<Chosen> {
        let pick = Arc::new(Pick::new(&self.include, &self.exclude)?);
        if let Some(change) = self.change() {
            if paths.iter().any(|path| path.as_os_str() == "-") {
                bail!("git knows nothing of standard input\nhelp: leave - out, or --staged and --diff");
            }
            let starts = source::changed(&change, paths, &pick)?.into_iter().map(Start::Changed).collect();
            return Ok(Chosen { starts, pick, may_be_none: true });
        }
        let mut all = paths.to_vec();
        match &self.files_from {
            Some(list) if list.as_os_str() == "-" && paths.iter().any(|path| path.as_os_str() == "-") => {
                bail!("standard input cannot be both the list of files and a draft\nhelp: leave one - out");
            }
            Some(list) => all.extend(source::names(list).map_err(|error| anyhow!("in the list of files: {error}"))?),
            None if all.is_empty() => all.push(PathBuf::from("-")),
            None => {}
        }
        let starts = all.into_iter().map(Start::Path).collect();
        Ok(Chosen { starts, pick, may_be_none: self.files_from.is_some() })
    }

    /// The same for whole files, which git and standard input do not give.
    pub fn whole_files(&self, paths: &[PathBuf]) -> anyhow::Result<Chosen> {
        if self.change().is_some() || paths.iter().any(|path| path.as_os_str() == "-") {
            bail!("this needs whole files\nhelp: name files and folders, without -, --staged and --diff");
        }
        self.chosen(paths)
    }

    fn change(&self) -> Option<Change> {
        if self.staged { Some(Change::Staged) } else { self.diff.clone().map(Change::Since) }
    }

    /// Whether it chooses among files, and not which streams are read.
    pub fn chooses_files(&self) -> bool {
        self.staged || self.diff.is_some() || !self.include.is_empty() || !self.exclude.is_empty()
    }
}

impl Start {
    /// The path by which its policy is looked for.
    pub fn path(&self) -> &Path {
        match self {
            Start::Path(path) => path,
            Start::Changed(listed) => listed.path().unwrap_or(Path::new("-")),
        }
    }

    /// Whether it is standard input.
    pub fn is_stdin(&self) -> bool {
        matches!(self, Start::Path(path) if path.as_os_str() == "-")
    }

    /// Everything that it comes to.
    pub fn listed(self, pick: Arc<Pick>) -> Box<dyn Iterator<Item = Listed> + Send> {
        match self {
            Start::Path(path) => Box::new(Inputs::new([path]).picking(pick)),
            Start::Changed(listed) => Box::new(std::iter::once(listed)),
        }
    }
}

impl Chosen {
    /// Whether one text alone was asked about.
    pub fn is_single(&self) -> bool {
        !self.may_be_none && matches!(self.starts.as_slice(), [Start::Path(path)] if !path.is_dir())
    }

    /// The paths by which policies are looked for.
    pub fn paths(&self) -> Vec<PathBuf> {
        // Nothing to check is no reason to overlook a policy that cannot be used.
        let paths: Vec<PathBuf> = self.starts.iter().map(|start| start.path().to_owned()).collect();
        if paths.is_empty() { vec![judging::folder(Path::new("-"))] } else { paths }
    }
}
