//! What the process says to whoever started it.

use safepaste::Bucket;
use std::process::ExitCode;

/// The exit status of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Exit {
    /// Everything that was asked was done, and every text is safe.
    #[default]
    Safe,
    /// Some text needs a human look.
    Conditional,
    /// Something kept a verdict from being reached: usage, an unreadable file, a bad policy.
    NoVerdict,
    /// Some text must not go.
    Unsafe,
}

impl Exit {
    /// The status, as documented in the README.
    pub fn code(self) -> u8 {
        match self {
            Exit::Safe => 0,
            Exit::Conditional => 1,
            Exit::NoVerdict => 2,
            Exit::Unsafe => 3,
        }
    }

    /// The status for a verdict, where `fail_on` is the least bucket that fails.
    pub fn of(bucket: Bucket, fail_on: Bucket) -> Exit {
        match bucket {
            Bucket::Unsafe => Exit::Unsafe,
            Bucket::Conditional if fail_on <= Bucket::Conditional => Exit::Conditional,
            Bucket::Conditional | Bucket::Safe => Exit::Safe,
        }
    }

    /// The status of a run over two inputs: the one that asks for more attention.
    #[must_use]
    pub fn worst(self, other: Exit) -> Exit {
        if other.code() > self.code() { other } else { self }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_of_many_counts() {
        let rising = [Exit::Safe, Exit::Conditional, Exit::NoVerdict, Exit::Unsafe];
        for (at, worse) in rising.iter().enumerate() {
            for better in &rising[..=at] {
                assert_eq!(better.worst(*worse), *worse);
                assert_eq!(worse.worst(*better), *worse);
            }
        }
    }

    #[test]
    fn fail_on_unsafe_lets_conditional_pass() {
        assert_eq!(Exit::of(Bucket::Conditional, Bucket::Conditional), Exit::Conditional);
        assert_eq!(Exit::of(Bucket::Conditional, Bucket::Unsafe), Exit::Safe);
        assert_eq!(Exit::of(Bucket::Unsafe, Bucket::Unsafe), Exit::Unsafe);
    }
}
