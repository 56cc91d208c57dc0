//! Files and folders for the user alone, and where the system keeps them.

use etcetera::BaseStrategy;
use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Where a user's things lie.
#[derive(Debug, Clone)]
pub(crate) struct Folders {
    /// What programs keep, such as `~/.local/share/safepaste` on Linux.
    pub data: PathBuf,
    /// Settings and keys, such as `~/.config/safepaste` on Linux.
    pub settings: PathBuf,
}

impl Folders {
    /// The help where the system does not say where they are.
    pub(crate) const HELP: &str = "set HOME to your own folder (on Windows, USERPROFILE)";

    /// The folders of whoever runs the program; none where the system does not say.
    pub(crate) fn find() -> Option<Folders> {
        let folders = etcetera::base_strategy::choose_native_strategy().ok()?;
        let own = |folder: PathBuf| folder.join("safepaste");
        Some(Folders { data: own(folders.data_dir()), settings: own(folders.config_dir()) })
    }
}

/// The same way to open a file, which is made for the user alone where there is none.
pub(crate) fn file(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

/// Makes a folder for the user alone, with those above it, where there is none.
pub(crate) fn folder(path: &Path) -> io::Result<()> {
    let mut folder = DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder.create(path)
}

/// No key file is larger than this, in bytes.
pub(crate) const KEY_LIMIT: u64 = 1024;

/// What a key file holds, or what `make` gives and it holds from now on. Of two that come at once, one makes it.
///
/// # Errors
/// When the file can be neither read nor made, as `failed` says it, or when `make` fails.
pub(crate) fn key<E>(
    path: &Path,
    failed: impl Fn(io::Error) -> E,
    make: impl FnOnce() -> Result<Zeroizing<String>, E>,
) -> Result<Zeroizing<Vec<u8>>, E> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(&failed)?;
    }
    let mut file = file(OpenOptions::new().read(true).write(true).create(true)).open(path).map_err(&failed)?;
    // Whoever opens it second waits here until the first has filled it.
    file.lock().map_err(&failed)?;
    let mut held = Zeroizing::new(Vec::new());
    (&file).take(KEY_LIMIT).read_to_end(&mut held).map_err(&failed)?;
    if held.is_empty() {
        let made = make()?;
        file.write_all(made.as_bytes()).map_err(&failed)?;
        file.sync_all().map_err(&failed)?;
        held.extend_from_slice(made.as_bytes());
    }
    Ok(held)
}
