//! The practice's policy: what is its own, where a draft may go, and which rules judge it.
//!
//! [`Policy`] is the resolved form that the later stages read. On the way there, [`discover`] finds the file that
//! counts, its text becomes a tree that knows its places, the tree is compared with the schema and checked,
//! and its values are laid over the policy that it extends. [`lint`] reports everything that is wrong at once, and
//! warns of what has no effect; [`describe`] puts the whole into plain words. [`Answers`]
//! make a practice's first file.

mod allow;
mod begin;
mod check;
mod describe;
mod destination;
mod discover;
mod examples;
mod lint;
mod load;
mod merge;
mod paths;
pub mod phrase;
mod problem;
mod schema;
mod shape;
mod shipped;
mod tree;
mod weaker;

pub use allow::with_allowed;
pub use begin::{Answer, Answers, NO_ADVICE, Standing, Tool, WOULD_CHANGE};
pub use describe::{Form, describe, to_yaml, wall};
pub use destination::{Baa, Destination, DestinationKind, Encryption, KnownSubprocessor, Subprocessor};
pub use discover::{FILE_NAMES, Loaded, Origin, discover, locate, user_file};
pub use examples::{Example, Examples};
pub use lint::{lint, lint_text};
pub use paths::{PathRules, Placed};
pub use problem::{Place, PolicyError, Problem, Severity};
pub use schema::{
    Activity, Audit, CoveredEntity, FailOn, IdentifierRule, InlinePermissions, PathRule, Policy, Practice,
    PracticeKind, Public, RewriteStyle, Rewriting, Role,
};
pub use shape::json_schema;
pub use shipped::{DEFAULT, SHIPPED, shipped, starter};
