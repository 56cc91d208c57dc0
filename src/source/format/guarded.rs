//! Calls of readers that are not made for torn or hostile files: their panics become errors, and nothing of them is shown.

use std::cell::Cell;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic on this thread is expected and dealt with, so that nobody needs to hear of it.
pub fn expects_panic() -> bool {
    GUARDED.get()
}

/// Runs a reader; none where it panicked.
#[cfg(any(feature = "office", feature = "pdf"))]
pub(super) fn guarded<T>(read: impl FnOnce() -> T) -> Option<T> {
    use std::panic::{AssertUnwindSafe, catch_unwind};
    let before = GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(read)).ok();
    GUARDED.set(before);
    result
}
