//! The practice's policy: what is its own, where a draft may go, and which rules judge it.
//!
//! [`Policy`] is the resolved form that the later stages read: discovered, parsed, merged with what it
//! extends, and checked. [`schema`] is the YAML file's form.

mod destination;
pub mod phrase;
mod problem;
mod schema;
mod tree;

pub use destination::{Baa, Destination, DestinationKind};
pub use schema::{Activity, CoveredEntity, IdentifierRule, Policy, Practice, PracticeKind, Public, Role};
