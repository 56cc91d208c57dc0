//! Identifiers: what the 18 HIPAA kinds and PROVIDER are, and where they stand in a text.
//!
//! One file per kind. A kind's [`Recognizer`] holds its documentation, its patterns with their
//! validators, and a finder for what no pattern can say. [`REGISTRY`] is the ordered list of all.
//! Every range inside this stage counts bytes of the normalised view; [`Finding`], which leaves the
//! stages, counts bytes and code points of the original text.

mod kind;
mod recognizer;
mod resolve;
mod scan;
#[cfg(test)]
mod table;

mod automaton;
mod code;
mod evidence;
mod expression;
mod field;
mod handle;
mod hl7;
mod label;
mod near;
mod public_code;
mod repeat;
mod spelled;
mod spoken;
mod tagged_code;
mod vcard;
mod whole;
mod x12;

mod account;
mod address;
mod age;
mod biometric;
mod date;
mod device;
mod doubt;
mod email;
mod fax;
mod health_plan;
mod ip;
mod license;
mod location;
mod mrn;
mod name;
mod name_told;
mod other_id;
mod other_labels;
mod phone;
mod phone_words;
mod photo;
mod provider;
mod ssn;
mod state_forms;
mod url;
mod vehicle;
mod wordlist;
mod words;

use std::ops::Range;

pub(crate) use date::{candidates as date_candidates, may_be_somebodys};
pub use evidence::{evidence, reason_of_rule};
pub use expression::Groups;
pub use kind::Kind;
pub(crate) use name_told::is_told;
pub use recognizer::{Doc, Find, Hit, Known, Match, Near, Pattern, Recognizer};
pub use scan::{Custom, Scanner};

/// Every recognizer, in the order in which `explain` lists them. One line per kind.
pub static REGISTRY: &[&Recognizer] = &[
    &name::RECOGNIZER,
    &provider::RECOGNIZER,
    &location::RECOGNIZER,
    &date::RECOGNIZER,
    &age::RECOGNIZER,
    &phone::RECOGNIZER,
    &fax::RECOGNIZER,
    &email::RECOGNIZER,
    &ssn::RECOGNIZER,
    &mrn::RECOGNIZER,
    &health_plan::RECOGNIZER,
    &account::RECOGNIZER,
    &license::RECOGNIZER,
    &vehicle::RECOGNIZER,
    &device::RECOGNIZER,
    &url::RECOGNIZER,
    &ip::RECOGNIZER,
    &biometric::RECOGNIZER,
    &photo::RECOGNIZER,
    &other_id::RECOGNIZER,
];

/// The recognizer of a kind.
pub fn recognizer(kind: Kind) -> Option<&'static Recognizer> {
    REGISTRY.iter().copied().find(|r| r.kind == kind)
}

/// One identifier about an individual, at its place in the original text.
///
/// It carries no value, so that nothing that prints a finding can leak one: the value is
/// `&original[finding.bytes]`, which only a report that may show it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Where it is, in bytes of the original text.
    pub bytes: Range<usize>,
    /// Where it is, in Unicode code points of the original text.
    pub chars: Range<usize>,
    /// How often a finding like this is right, 0 to 1.
    pub confidence: f32,
    /// The rule that found it, such as `phone/nanp`, or the name of the practice's own pattern.
    pub rule: String,
    /// Which person of [`crate::context::Context::people`] it belongs to, where that is known.
    pub person: Option<usize>,
}
