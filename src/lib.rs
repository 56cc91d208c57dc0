//! Checks a draft for HIPAA identifiers, judges whether it may go where it is going, and rewrites it.
//!
//! The data goes one way: [`source`] and [`document`] deliver a text, [`text`] normalises it,
//! [`identifier`] finds candidates, [`context`] decides whom they are about, [`verdict`] applies the
//! [`policy`], [`rewrite`] de-identifies and [`report`] prints. No stage reaches back. [`audit`] keeps the
//! log of what was checked, [`vault`] what a rewrite took out, for the way back; [`minimum`] takes from a
//! de-identified record what a task needs; [`baseline`] what was found before, so that only what is new counts.
//!
//! [`Checker`] is the whole way in one call.

pub mod audit;
pub mod baseline;
pub mod context;
pub mod document;
pub mod identifier;
pub mod lexicon;
pub mod minimum;
pub mod policy;
pub mod report;
pub mod rewrite;
pub mod source;
pub mod tagger;
pub mod text;
pub mod vault;
pub mod verdict;

mod checker;
mod globs;
mod html;
mod memo;
mod nearest;
mod private;

pub use checker::{Check, Checker};
pub use globs::BadGlob;
pub use identifier::{Finding, Kind};
pub use nearest::nearest;
pub use policy::Policy;
pub use verdict::{Bucket, Reason, ReasonCode, Verdict};
