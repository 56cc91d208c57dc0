//! The vault as a folder that somebody may look into, change, or take from.

use super::*;
use crate::rewrite::restore::{Originals, tags};
use crate::rewrite::{Change, Rewrite};
use jiff::{SignedDuration, Timestamp};
use std::fs;
use std::path::{Path, PathBuf};

const DAY: SignedDuration = SignedDuration::from_hours(24);
/// A value that must not show anywhere.
const VALUE: &str = "Odile Marsh";

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Home {
        Home(tempfile::tempdir().unwrap())
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("data/vault")
    }

    fn key(&self) -> PathBuf {
        self.0.path().join("settings/vault.key")
    }

    fn vault(&self) -> Vault {
        Vault::at(self.folder(), self.key())
    }

    /// Keeps a rewrite with one name.
    fn keep(&self, tag: &str, now: Timestamp) -> Header {
        self.vault().keep(originals(tag), None, DAY, now).unwrap()
    }

    fn open(&self, id: &str, now: Timestamp) -> Result<String, VaultError> {
        let opened = self.vault().open(id, || Lock::passphrase("wrong".to_owned()), now)?;
        Ok(opened.restore("for [NAME_1]").text.to_string())
    }

    fn path(&self, header: &Header) -> PathBuf {
        self.folder().join(format!("{}.vault", header.id))
    }
}

fn originals(tag: &str) -> Originals {
    let change = Change { finding: None, bytes: 0..VALUE.len(), replacement: tag.to_owned() };
    Originals::new(VALUE, &Rewrite { text: tag.to_owned(), changes: vec![change], ..Rewrite::default() }).unwrap()
}

fn at(hours: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + hours * 3600).unwrap()
}

/// An error that says this, has a cure, and quotes no value.
#[track_caller]
fn refused<T: std::fmt::Debug>(result: Result<T, VaultError>, said: &str) {
    let error = result.unwrap_err();
    assert!(error.message.contains(said) && !error.help.is_empty(), "{error}");
    assert!(!error.to_string().contains("Odile"), "{error}");
}

#[test]
fn what_is_kept_comes_back_and_nothing_of_it_can_be_read() {
    let home = Home::new();
    assert_eq!(home.vault().list(at(0)).unwrap(), []);
    assert!(!home.folder().exists(), "looking leaves nothing behind");
    let header = home.keep("[NAME_1]", at(0));
    assert_eq!((header.made, header.expires), (at(0), at(24)));
    assert_eq!(home.open(&header.id, at(1)).unwrap(), "for Odile Marsh");
    let letters = header.id.rsplit_once('-').unwrap().1;
    assert_eq!(home.open(letters, at(1)).unwrap(), "for Odile Marsh");
    let bytes = fs::read(home.path(&header)).unwrap();
    assert!(!bytes.windows(5).any(|part| part == b"Odile" || part == b"Marsh"));
}

#[cfg(unix)]
#[test]
fn files_and_folder_are_the_users_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let header = home.keep("[NAME_1]", at(0));
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&home.folder()), 0o700);
    for path in [home.path(&header), home.folder().join("clock"), home.key()] {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn what_was_changed_cut_off_or_renamed_is_told() {
    let home = Home::new();
    let header = home.keep("[NAME_1]", at(0));
    let path = home.path(&header);
    let whole = fs::read(&path).unwrap();
    let start = whole.iter().position(|byte| *byte == b'\n').unwrap();
    for left in [0, 10, start, start + 1, start + 40, whole.len() - 20, whole.len() - 1] {
        fs::write(&path, &whole[..left]).unwrap();
        let result = home.open(&header.id, at(1));
        assert!(result.is_err(), "{left}");
        refused(result, "");
    }
    for place in (0..whole.len()).step_by(23).chain([start, whole.len() - 1]) {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        fs::write(&path, changed).unwrap();
        refused(home.open(&header.id, at(1)), "nothing was put back");
    }
    let later = String::from_utf8(whole[..start].to_vec()).unwrap().replace("2026-11-1", "2026-12-1");
    assert_ne!(later.as_bytes(), &whole[..start]);
    fs::write(&path, [later.as_bytes(), &whole[start..]].concat()).unwrap();
    refused(home.open(&header.id, at(1)), "damaged or was changed");
    fs::write(&path, &whole).unwrap();
    assert!(home.open(&header.id, at(1)).is_ok());
    fs::rename(&path, path.with_file_name("other.vault")).unwrap();
    refused(home.open("other", at(1)), "damaged or was changed");
    refused(home.vault().fitting(&tags("[NAME_1]"), at(1)), "damaged or was changed");
    assert_eq!(home.vault().purge(Some("other")).unwrap(), 1);
}

#[test]
fn another_key_opens_nothing() {
    let home = Home::new();
    let header = home.keep("[NAME_1]", at(0));
    fs::remove_file(home.key()).unwrap();
    refused(home.open(&header.id, at(1)), "key is gone");
    home.keep("[NAME_1]", at(1));
    refused(home.open(&header.id, at(1)), "another key");
    fs::write(home.key(), "AGE-SECRET-KEY-1NONE").unwrap();
    refused(home.open(&header.id, at(1)), "key is damaged");
    refused(home.vault().keep(originals("[NAME_1]"), None, DAY, at(1)), "key is damaged");
}

#[test]
fn a_passphrase_opens_its_own_alone() {
    let home = Home::new();
    let lock = |text: &str| Lock::passphrase(text.to_owned());
    let header = home.vault().keep(originals("[NAME_1]"), Some(&lock("right").unwrap()), DAY, at(0)).unwrap();
    assert_eq!(header.lock, LockKind::Passphrase);
    assert!(!home.key().exists());
    refused(home.open(&header.id, at(1)), "passphrase does not open");
    let opened = home.vault().open::<VaultError>(&header.id, || lock("right"), at(1)).unwrap();
    assert_eq!(*opened.restore("[NAME_1]").text, VALUE);
    refused(lock("").map(|lock| lock.kind()), "empty");
}

#[test]
fn nothing_outlives_its_time_even_if_the_clock_is_set_back() {
    let home = Home::new();
    let header = home.keep("[NAME_1]", at(0));
    let whole = fs::read(home.path(&header)).unwrap();
    assert!(home.open(&header.id, at(23)).is_ok());
    refused(home.open(&header.id, at(24)), "no rewrite is kept");
    assert!(!home.path(&header).exists());
    // Whoever has a copy, and sets the clock back.
    fs::write(home.path(&header), whole).unwrap();
    refused(home.open(&header.id, at(2)), "clock stands before");
    refused(home.vault().keep(originals("[NAME_1]"), None, DAY, at(2)), "clock stands before");
    assert_eq!(home.vault().purge(None).unwrap(), 1);
    home.keep("[NAME_1]", at(2));
    let longest = home.vault().keep(originals("[NAME_1]"), None, LONGEST + DAY, at(2)).unwrap();
    assert_eq!(longest.expires.duration_since(longest.made), LONGEST);
}

#[test]
fn the_newest_that_has_every_tag_is_first() {
    let home = Home::new();
    let ids: Vec<String> = ["[NAME_1]", "[PHONE_1]", "[NAME_1]"].iter().map(|tag| home.keep(tag, at(0)).id).collect();
    let fitting = |text: &str| -> Vec<String> {
        home.vault().fitting(&tags(text), at(1)).unwrap().into_iter().map(|header| header.id).collect()
    };
    assert_eq!(fitting("[NAME_1]"), [ids[2].clone(), ids[0].clone()]);
    assert_eq!(fitting("Ring PHONE 1, Photo 1"), [ids[1].clone()]);
    assert_eq!(fitting("[PHONE_1] and [photo 1]"), [ids[1].clone()]);
    assert!(fitting("[NAME_1] [PHONE_1]").is_empty() && fitting("[NAME_2]").is_empty());
    assert!(fitting("PHOTO 1").is_empty());
    assert_eq!(home.vault().purge(Some(&ids[2])).unwrap(), 1);
    assert_eq!(fitting("[NAME_1]"), [ids[0].clone()]);
    assert_eq!(home.vault().purge(None).unwrap(), 2);
    refused(home.vault().purge(Some("../settings/vault")), "no rewrite is kept");
}

#[test]
fn many_at_once_keep_all_and_agree_on_one_key() {
    let home = Home::new();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| home.keep("[NAME_1]", at(0)));
        }
    });
    let held = home.vault().list(at(0)).unwrap();
    assert_eq!(held.len(), 8);
    assert!(held.iter().all(|held| home.open(&held.id(), at(0)).is_ok()));
    assert!(
        fs::read_dir(home.folder()).unwrap().all(|entry| entry.unwrap().path().extension().is_none_or(|e| e != "new"))
    );
}
