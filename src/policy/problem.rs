//! What is wrong with a policy, where, and the cure.

use std::fmt;

/// A place in a policy's text, both counted from 1, the column in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// The beginning of a text.
    pub(super) const START: Place = Place { line: 1, column: 1 };
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The policy cannot be used.
    Error,
    /// The policy can be used, but something in it has no effect or soon will have none.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        })
    }
}

/// One thing that is wrong with a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Problem {
    pub(super) fn error(place: Place, message: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem { severity: Severity::Error, place, message: message.into(), help: help.into() }
    }

    pub(super) fn warning(place: Place, message: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem { severity: Severity::Warning, ..Problem::error(place, message, help) }
    }
}

/// A policy that cannot be used. It prints as `FILE:LINE:COLUMN: what is wrong` and a line `help: cure`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {message}\nhelp: {help}", place.map(|p| format!(":{}:{}", p.line, p.column)).unwrap_or_default())]
pub struct PolicyError {
    /// The file, or the shipped policy's name.
    pub file: String,
    /// Where in the file; none where the file could not be read at all.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl PolicyError {
    pub(super) fn new(file: impl Into<String>, problem: Problem) -> PolicyError {
        PolicyError { file: file.into(), place: Some(problem.place), message: problem.message, help: problem.help }
    }

    pub(super) fn unread(file: impl Into<String>, message: impl Into<String>, help: impl Into<String>) -> PolicyError {
        PolicyError { file: file.into(), place: None, message: message.into(), help: help.into() }
    }
}
