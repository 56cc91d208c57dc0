//! The folder of the vault: one file a rewrite.
//!
//! Everything is done under a lock. Whatever is done first removes the rewrites whose time is over, so that none of them
//! outlives the next use of the program, whatever the clock says later.

use super::entry::{Content, Header, VERSION};
use super::lock::{Lock, LockKind};
use super::{VaultError, clock};
use crate::private::{self, Folders};
use crate::rewrite::restore::{Originals, Tagged};
use data_encoding::HEXLOWER;
use jiff::{SignedDuration, Timestamp};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The longest that a rewrite is kept.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How the files of rewrites end.
const EXTENSION: &str = "vault";
/// How a file ends that is being written.
const UNFINISHED: &str = "new";

/// Where rewrites are kept.
#[derive(Debug, Clone)]
pub struct Vault {
    folder: PathBuf,
    key: PathBuf,
}

/// A rewrite that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    path: PathBuf,
    /// What may be known of it; none where the file is damaged.
    pub header: Option<Header>,
}

impl Held {
    /// What it is called.
    pub fn id(&self) -> String {
        self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Whether that is its name, or the random letters at its end.
    fn is_called(&self, name: &str) -> bool {
        let id = self.id();
        id == name || id.rsplit_once('-').is_some_and(|(_, letters)| letters == name)
    }
}

impl Vault {
    /// The vault of whoever runs the program.
    ///
    /// # Errors
    /// When the system does not say where the user's folders are.
    pub fn of_user() -> Result<Vault, VaultError> {
        let missing = || VaultError::new("the system does not say where your own folder is", Folders::HELP);
        let Folders { data, settings } = Folders::find().ok_or_else(missing)?;
        Ok(Vault { folder: data.join("vault"), key: settings.join("vault.key") })
    }

    /// The file with the user's key, whether it is there or not.
    pub fn key(&self) -> &Path {
        &self.key
    }

    #[cfg(test)]
    pub(super) fn at(folder: PathBuf, key: PathBuf) -> Vault {
        Vault { folder, key }
    }

    /// Keeps what the tags of a rewrite stand for, locked with the user's key where no passphrase is given.
    ///
    /// # Errors
    /// When it cannot be written, or the clock was set back.
    pub fn keep(
        &self,
        originals: Originals,
        passphrase: Option<&Lock>,
        lifetime: SignedDuration,
        now: Timestamp,
    ) -> Result<Header, VaultError> {
        private::folder(&self.folder).map_err(VaultError::io(&self.folder, "the vault cannot be made"))?;
        let key;
        let lock = match passphrase {
            Some(passphrase) => passphrase,
            None => {
                key = Lock::read_or_make(&self.key)?;
                &key
            }
        };
        let _guard = self.begin(now)?;
        // Two that are made within one tick of the clock keep their order.
        let newest = self.all()?.into_iter().filter_map(|held| held.header).map(|header| header.made).max();
        let next = newest.and_then(|newest| newest.checked_add(SignedDuration::from_micros(1)).ok());
        let made = next.filter(|next| *next > now).unwrap_or(now);
        let header = Header {
            v: VERSION,
            id: id(made)?,
            made,
            expires: made.saturating_add(lifetime.min(LONGEST)).unwrap_or(made),
            lock: lock.kind(),
            tags: originals.tags().collect(),
        };
        let content = Content { header, originals };
        let path = self.folder.join(&content.header.id).with_extension(EXTENSION);
        write(&path, &content, lock)?;
        Ok(content.header)
    }

    /// Every rewrite whose time is not over, the newest first.
    ///
    /// # Errors
    /// When the folder cannot be read, or the clock was set back.
    pub fn list(&self, now: Timestamp) -> Result<Vec<Held>, VaultError> {
        match self.begin(now)? {
            Some(_guard) => self.all(),
            None => Ok(Vec::new()),
        }
    }

    /// The rewrite of that name.
    ///
    /// # Errors
    /// When there is none, or it is damaged, or the vault cannot be read.
    pub fn named(&self, name: &str, now: Timestamp) -> Result<Header, VaultError> {
        let held = self.held(name, now)?;
        held.header.ok_or_else(|| VaultError::damaged(&held.path))
    }

    fn held(&self, name: &str, now: Timestamp) -> Result<Held, VaultError> {
        let found = self.list(now)?.into_iter().find(|held| held.is_called(name));
        found.ok_or_else(|| not_kept(name))
    }

    /// The rewrites that a reply with these tags may belong to, the newest first: those that can turn back all of them;
    /// where there are none, and only what is `sure` need not be one, those that can turn back the most.
    ///
    /// # Errors
    /// When the vault cannot be read, or a file in it is damaged, for it could be the one.
    pub fn fitting(&self, tags: &Tagged, now: Timestamp) -> Result<Vec<Header>, VaultError> {
        let held = self.list(now)?;
        if let Some(damaged) = held.iter().find(|held| held.header.is_none()) {
            return Err(VaultError::damaged(&damaged.path));
        }
        let headers: Vec<Header> = held.into_iter().filter_map(|held| held.header).collect();
        let every = |header: &&Header| header.has(tags.sure.iter().chain(&tags.likely));
        let sure = |header: &&Header| {
            header.has(tags.sure.iter())
                && (!tags.sure.is_empty() || tags.likely.iter().any(|tag| header.tags.contains(tag)))
        };
        let found: Vec<Header> = headers.iter().filter(every).cloned().collect();
        Ok(if found.is_empty() { headers.into_iter().filter(|header| sure(&header)).collect() } else { found })
    }

    /// What the tags of a rewrite stand for. `passphrase` gives the passphrase where it needs one.
    ///
    /// # Errors
    /// When it cannot be opened, is damaged, or its time is over. Then nothing of it is known.
    pub fn open<E: From<VaultError>>(
        &self,
        name: &str,
        passphrase: impl FnOnce() -> Result<Lock, E>,
        now: Timestamp,
    ) -> Result<Originals, E> {
        let held = self.held(name, now)?;
        let damaged = || VaultError::damaged(&held.path);
        let header = held.header.as_ref().ok_or_else(damaged)?;
        let lock = match header.lock {
            LockKind::Key => Lock::read(&self.key)?,
            LockKind::Passphrase => passphrase()?,
        };
        let bytes = fs::read(&held.path).map_err(VaultError::io(&held.path, "it cannot be read"))?;
        let start = bytes.iter().position(|byte| *byte == b'\n').ok_or_else(damaged)? + 1;
        let content = lock.open(&bytes[start..], &held.path)?;
        let content: Content = serde_json::from_slice(&content).map_err(|_| damaged())?;
        if content.header != *header {
            return Err(damaged().into());
        }
        if content.header.is_over(now) {
            return Err(not_kept(name).into());
        }
        Ok(content.originals)
    }

    /// Removes the rewrite of that name, or every one, and tells how many they were.
    ///
    /// # Errors
    /// When there is none of that name, or one cannot be removed.
    pub fn purge(&self, name: Option<&str>) -> Result<usize, VaultError> {
        if !self.folder.exists() {
            return name.map_or(Ok(0), |name| Err(not_kept(name)));
        }
        let guard = self.lock()?;
        let mut held = self.all()?;
        held.retain(|held| name.is_none_or(|name| held.is_called(name)));
        if let (Some(name), true) = (name, held.is_empty()) {
            return Err(not_kept(name));
        }
        held.iter().try_for_each(|held| remove(&held.path))?;
        if name.is_none() {
            self.remove_unfinished()?;
            // With nothing kept, no earlier time matters.
            guard.set_len(0).map_err(VaultError::io(&self.folder, "the vault cannot be used"))?;
        }
        Ok(held.len())
    }

    /// Locks the vault and removes what is over; none where there is no vault.
    fn begin(&self, now: Timestamp) -> Result<Option<File>, VaultError> {
        if !self.folder.exists() {
            return Ok(None);
        }
        let file = self.lock()?;
        clock::pass(&file, &self.clock(), now)?;
        for held in self.all()? {
            if held.header.is_some_and(|header| header.is_over(now)) {
                remove(&held.path)?;
            }
        }
        self.remove_unfinished()?;
        Ok(Some(file))
    }

    /// Keeps everybody else out until the file is dropped.
    fn lock(&self) -> Result<File, VaultError> {
        let path = self.clock();
        let failed = || VaultError::io(&path, "the vault cannot be used");
        let file =
            private::file(OpenOptions::new().read(true).write(true).create(true)).open(&path).map_err(failed())?;
        file.lock().map_err(failed())?;
        Ok(file)
    }

    fn clock(&self) -> PathBuf {
        self.folder.join("clock")
    }

    /// Every rewrite there is, the newest first; damaged ones, which could be the newest, before all.
    fn all(&self) -> Result<Vec<Held>, VaultError> {
        let mut held: Vec<Held> =
            self.files(EXTENSION)?.into_iter().map(|path| Held { header: header(&path), path }).collect();
        held.sort_by_key(|held| {
            std::cmp::Reverse((held.header.as_ref().map_or(Timestamp::MAX, |header| header.made), held.id()))
        });
        Ok(held)
    }

    /// Removes what a program left behind that was ended while it wrote.
    fn remove_unfinished(&self) -> Result<(), VaultError> {
        self.files(UNFINISHED)?.iter().try_for_each(|path| remove(path))
    }

    fn files(&self, extension: &str) -> Result<Vec<PathBuf>, VaultError> {
        let failed = || VaultError::io(&self.folder, "the vault cannot be read");
        let entries = fs::read_dir(&self.folder).map_err(failed())?;
        let paths = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>().map_err(failed())?;
        Ok(paths.into_iter().filter(|path| path.extension().is_some_and(|known| known == extension)).collect())
    }
}

/// The line at the beginning of a file; none where it is none or belongs to another file.
fn header(path: &Path) -> Option<Header> {
    let mut file = io::BufReader::new(File::open(path).ok()?);
    let mut line = Vec::new();
    io::BufRead::read_until(&mut file, b'\n', &mut line).ok()?;
    let header: Header = serde_json::from_slice(&line).ok()?;
    (header.v == VERSION && path.file_stem().is_some_and(|stem| stem == header.id.as_str())).then_some(header)
}

/// Writes a file as a whole, or none.
fn write(path: &Path, content: &Content, lock: &Lock) -> Result<(), VaultError> {
    let failed = || VaultError::io(path, "the rewrite cannot be kept");
    let open = Zeroizing::new(serde_json::to_vec(content).map_err(|error| failed()(error.into()))?);
    let mut bytes = serde_json::to_vec(&content.header).map_err(|error| failed()(error.into()))?;
    bytes.push(b'\n');
    bytes.extend(lock.close(&open, path)?);
    let fresh = path.with_extension(UNFINISHED);
    let mut file = private::file(OpenOptions::new().write(true).create_new(true)).open(&fresh).map_err(failed())?;
    file.write_all(&bytes).map_err(failed())?;
    file.sync_all().map_err(failed())?;
    drop(file);
    fs::rename(&fresh, path).map_err(failed())
}

fn remove(path: &Path) -> Result<(), VaultError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(VaultError::io(path, "it cannot be removed")(error))
        }
        _ => Ok(()),
    }
}

/// A name for a rewrite that is made now.
fn id(made: Timestamp) -> Result<String, VaultError> {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes)
        .map_err(|_| VaultError::new("the system gave no random numbers", "try again, or restart"))?;
    Ok(format!("{}-{}", made.strftime("%Y%m%d-%H%M%S"), HEXLOWER.encode(&bytes)))
}

fn not_kept(name: &str) -> VaultError {
    let help = "safepaste vault list shows what is kept; a rewrite is removed when its time is over";
    VaultError::new(format!("no rewrite is kept under the name {name:?}"), help)
}
