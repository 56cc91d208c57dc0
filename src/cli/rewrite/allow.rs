//! What is never to be asked about again: written under `allow` in the policy that counts for the draft.

use super::Args;
use super::replace::Successor;
use super::texts::Rules;
use crate::cli::screen;
use anyhow::{Context, anyhow, bail};
use safepaste::policy::{self, DEFAULT, FILE_NAMES};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What is to be allowed, by the file that is to say so.
#[derive(Default)]
pub(super) struct Allowed {
    files: Vec<(PathBuf, Vec<String>)>,
}

impl Allowed {
    /// Notes a value; it is written by [`Allowed::write`]. The file's path comes back.
    ///
    /// # Errors
    /// When a policy was named that is no file.
    pub fn note(&mut self, args: &Args, rules: &Rules, value: &str) -> anyhow::Result<&Path> {
        let named = args.judging.policy.as_deref();
        let path = match (policy::locate(named, Some(&rules.folder)).path(), named) {
            (Some(path), _) => path.to_owned(),
            (None, None) => rules.folder.join(FILE_NAMES[0]),
            (None, Some(named)) => bail!(
                "the policy {} comes with safepaste and cannot be changed\nhelp: keep the text for now, and write a \
                 policy of your own with safepaste policy init",
                named.display()
            ),
        };
        let at = self.files.iter().position(|(file, _)| *file == path).unwrap_or_else(|| {
            self.files.push((path, Vec::new()));
            self.files.len() - 1
        });
        let (path, values) = &mut self.files[at];
        values.push(value.to_owned());
        Ok(path)
    }

    /// Whether a value was noted for any file.
    pub fn has(&self, value: &str) -> bool {
        self.files.iter().flat_map(|(_, values)| values).any(|known| known.eq_ignore_ascii_case(value))
    }

    /// Whether nothing was noted.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Writes all into the policies' files, each as a whole or not at all.
    ///
    /// # Errors
    /// When a file cannot be written, or would not be a policy any more.
    pub fn write(&self) -> anyhow::Result<()> {
        for (path, values) in &self.files {
            if path.exists() { extend(path, values) } else { begin(path, values) }?;
            let what = if values.len() == 1 { "1 value is" } else { &format!("{} values are", values.len()) };
            screen::say(&format!("{what} allowed in {} from now on", path.display()));
        }
        Ok(())
    }
}

fn with_all(text: &str, values: &[String]) -> String {
    values.iter().fold(text.to_owned(), |text, value| policy::with_allowed(&text, value))
}

/// Adds to a policy that is there, once it is known that it still loads.
fn extend(path: &Path, values: &[String]) -> anyhow::Result<()> {
    let old = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let next = Successor::new(path, with_all(&old, values).as_bytes())?;
    if !allows(next.path(), values) {
        bail!(
            "{}: its layout leaves no place that safepaste knows, so it is as it was\nhelp: write it there yourself, as in \
             allow: [\"Angel Lift\"]",
            path.display()
        );
    }
    next.take_place(old.as_bytes(), false).map(|_| ())
}

/// Begins a policy with the starter.
fn begin(path: &Path, values: &[String]) -> anyhow::Result<()> {
    let text = with_all(&policy::starter(DEFAULT), values);
    let refused = |why: &dyn std::fmt::Display| {
        anyhow!(
            "{}: the policy cannot be written: {why}\nhelp: write it yourself: safepaste policy init",
            path.display()
        )
    };
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(path).map_err(|error| refused(&error.kind()))?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    let failed = match written {
        Err(error) => Some(refused(&error.kind())),
        Ok(()) if allows(path, values) => None,
        Ok(()) => Some(refused(&"it would not load")),
    };
    failed.map_or(Ok(()), |failed| {
        let _ = fs::remove_file(path);
        Err(failed)
    })
}

/// Whether a file is a policy that allows these values.
fn allows(path: &Path, values: &[String]) -> bool {
    let loaded = policy::discover(Some(path), None);
    loaded.is_ok_and(|loaded| values.iter().all(|value| loaded.policy.allow.contains(value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_keeps_its_layout_and_one_that_would_not_load_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("group.yaml"), "version: 1\nextends: med-spa\n").unwrap();
        for (old, new) in [
            (
                "# Ours\nversion: 1\nextends: group.yaml\nallow: [A] # é\n",
                Some("# Ours\nversion: 1\nextends: group.yaml\nallow: [A, \"B\"] # é\n"),
            ),
            ("{version: 1, extends: med-spa}\n", None),
            ("version: 1\nextends: med-spa\n...\n", None),
        ] {
            let path = folder.path().join("safepaste.yaml");
            fs::write(&path, old).unwrap();
            assert_eq!(extend(&path, &["B".to_owned()]).is_ok(), new.is_some(), "{old}");
            assert_eq!(fs::read_to_string(&path).unwrap(), new.unwrap_or(old));
            assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "nothing unfinished is left");
        }
    }

    #[test]
    fn a_new_policy_is_the_starter() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("safepaste.yaml");
        begin(&path, &["Angel Lift".to_owned(), "Calm".to_owned()]).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains("extends: med-spa") && text.ends_with("\nallow: [\"Angel Lift\", \"Calm\"]\n"), "{text}");
    }
}
