//! The YAML file's form, field by field.

use super::{Destination, DestinationKind};
use crate::context::Sense;
use crate::verdict::{Bucket, ReasonCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A policy: one YAML file of the practice, or a shipped one, laid over all that it extends.
///
/// [`Policy::built_in`], [`Policy::shipped`], [`Policy::from_yaml`] and [`super::discover`] make one that is complete and
/// checked. The default is empty: it names no destination, so nothing can be checked with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// The format's version, 1.
    pub version: u32,
    /// The shipped policy or the file that this one builds on; none once it is resolved.
    pub extends: Option<String>,
    /// Who the practice is and what of it is public.
    pub practice: Practice,
    /// Where a draft may go, by name.
    pub destinations: BTreeMap<String, Destination>,
    /// The destination where none is named.
    pub default_destination: Option<String>,
    /// Who handles what.
    pub roles: BTreeMap<String, Role>,
    /// Changes to how a kind is treated, and the practice's own identifiers, by name.
    pub identifiers: BTreeMap<String, IdentifierRule>,
    /// Requests that count whatever identifiers the text holds (reasons U4 and C3); resolved, without those that
    /// were switched off by `bucket: safe`.
    pub activities: Vec<Activity>,
    /// The bucket of each reason for each kind of destination.
    pub verdicts: BTreeMap<ReasonCode, BTreeMap<DestinationKind, Bucket>>,
    /// The fields that may leave, per task (minimum necessary, 45 CFR 164.502(b)).
    pub templates: BTreeMap<String, Vec<String>>,
    /// Words and phrases that are never an identifier here.
    pub allow: Vec<String>,
    /// How checks are logged; none: they are not.
    pub audit: Option<Audit>,
}

/// How checks are logged. A policy with this group, be it empty, switches the log on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Audit {
    /// The folder of the log, absolute once resolved; none: the one in which the system keeps programs' data.
    pub folder: Option<PathBuf>,
    /// How many years a record is kept: at least [`Audit::LEAST_YEARS`].
    pub keep_years: u32,
}

impl Audit {
    /// How long the documentation of a practice's safeguards is kept at the least, in years: 45 CFR 164.316(b)(2)(i).
    pub const LEAST_YEARS: u32 = 6;
}

impl Default for Audit {
    fn default() -> Audit {
        Audit { folder: None, keep_years: Audit::LEAST_YEARS }
    }
}

/// Who the practice is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Practice {
    /// Its name.
    pub name: Option<String>,
    /// What kind of practice it is.
    pub kind: PracticeKind,
    /// Whether it is a covered entity, 45 CFR 160.103.
    pub covered_entity: CoveredEntity,
    /// What it publishes about itself.
    pub public: Public,
}

/// What kind of practice it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum PracticeKind {
    #[default]
    MedSpa,
    Therapist,
    Dermatology,
    CosmeticOnly,
}

/// Whether HIPAA binds the practice; `assume` treats it as bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum CoveredEntity {
    Yes,
    No,
    #[default]
    Assume,
}

/// What the practice publishes about itself: never an identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Public {
    pub staff: Vec<String>,
    pub phones: Vec<String>,
    pub emails: Vec<String>,
    pub domains: Vec<String>,
    pub addresses: Vec<String>,
}

/// What a role handles and what it never may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Role {
    /// Kinds that are its daily work.
    pub handles: Vec<String>,
    /// Kinds, or `clinical`, that it may not send anywhere.
    pub never: Vec<String>,
}

/// How a kind is treated, or an identifier of the practice's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct IdentifierRule {
    /// What replaces it in a rewrite: `natural` finds words that fit, `remove` leaves it out,
    /// `year` keeps the year of a DATE; anything else is the words themselves.
    pub replace: Option<String>,
    /// The expression that finds it, for one of the practice's own, in the syntax of the `regex` crate.
    pub pattern: Option<String>,
    /// The kind as which one of the practice's own counts; OTHER_ID where nothing is said.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Values that the pattern must match.
    pub examples: Vec<String>,
}

/// A request that counts by what it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// A short unique name.
    pub id: String,
    /// The bucket: `unsafe` makes reason U4, `conditional` C3, `safe` switches off an activity of the policy below.
    pub bucket: Bucket,
    /// The reason that it makes, where that is neither U4 nor C3; the bucket is then the one of `verdicts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<ReasonCode>,
    /// The kinds of places where it counts; everywhere where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<DestinationKind>,
    /// Phrases, one of which must occur. See [`super::phrase`] for how a phrase is written.
    #[serde(default)]
    pub any: Vec<String>,
    /// What it takes in beside its phrases: requests that the built-in model takes for such, however they are worded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sense: Option<Sense>,
    /// Phrases that keep one of `any` from counting in the same sentence or the one before or after it.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Why it counts, in a sentence that a colleague understands.
    pub why: String,
}

impl Activity {
    /// The reason that it makes.
    pub fn code(&self) -> ReasonCode {
        self.reason.unwrap_or(if self.bucket == Bucket::Unsafe { ReasonCode::U4 } else { ReasonCode::C3 })
    }

    /// Whether it counts for what goes to such a place.
    pub fn counts_at(&self, kind: DestinationKind) -> bool {
        self.to.is_empty() || self.to.contains(&kind)
    }
}
