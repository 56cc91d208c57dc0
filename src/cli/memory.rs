//! Keeps what a run holds in memory off the disk when the process ends by a fault or a signal.

/// Sees to it that the system writes no core file, in which the draft would stand. Where a system has no such wish to be
/// told, nothing is done.
pub fn leave_no_core() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    }
    // A program that is handed core files by Linux does not heed that limit.
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
