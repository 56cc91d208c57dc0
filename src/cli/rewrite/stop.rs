//! Ctrl-C and its like while files are written: the file in hand is finished first, and nothing half-done stays behind.

use crate::cli::exit::Exit;
use crate::cli::screen;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

/// Held for reading by whoever has something unfinished on the disk.
static UNFINISHED: RwLock<()> = RwLock::new(());

/// From now on, whoever asks the program to stop waits for what is unfinished.
pub(super) fn mind() {
    // It fails where the system has no such signals or another handler is there; then the program just stops.
    let _ = ctrlc::set_handler(|| {
        let _finished = UNFINISHED.write();
        let exit = screen::error(
            "stopped before everything was done\nhelp: each file is as it was, or rewritten as a whole; run it again for the rest",
        );
        std::process::exit(Exit::code(exit).into());
    });
}

/// Keeps the program from being stopped until it is dropped. Not to be taken twice by one thread.
pub(super) fn hold() -> RwLockReadGuard<'static, ()> {
    UNFINISHED.read().unwrap_or_else(PoisonError::into_inner)
}
