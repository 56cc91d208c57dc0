//! The YAML file's form, field by field.

use super::{Destination, DestinationKind};
use crate::context::Sense;
use crate::identifier::Kind;
use crate::verdict::{Bucket, ReasonCode};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

// What is written here for a type or a field is also what an editor shows beside it: see `policy schema`.

/// A policy: one YAML file of the practice, or a shipped one, laid over all that it extends.
///
/// `built_in`, `shipped`, `from_yaml` and `discover` make one that is complete and checked. The default is empty: it
/// names no destination, so nothing can be checked with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
#[schemars(title = "safepaste policy", description = "What a practice may paste, send or publish, and where.")]
#[schemars(extend("required" = ["version"]))]
pub struct Policy {
    /// The format's version, 1.
    pub version: u32,
    /// The shipped policy or the file that this one builds on; none once it is resolved.
    pub extends: Option<String>,
    /// The lists of this file that take the place of those below instead of adding to them, by their dotted paths,
    /// as in `roles.front_desk.handles`; none once it is resolved.
    pub replace: Vec<String>,
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
    #[schemars(schema_with = "verdicts")]
    pub verdicts: BTreeMap<ReasonCode, BTreeMap<DestinationKind, Bucket>>,
    /// The fields that may leave, per task (minimum necessary, 45 CFR 164.502(b)).
    pub templates: BTreeMap<String, Vec<String>>,
    /// Words and phrases that are never an identifier here.
    pub allow: Vec<String>,
    /// How checks are logged; none: they are not.
    pub audit: Option<Audit>,
    /// How drafts are rewritten.
    pub rewrite: Rewriting,
    /// What is different for some files; of several entries that match a file, the last that says it counts.
    pub paths: Vec<PathRule>,
    /// Whether a text itself may permit what stands in it: `safepaste: allow NAME -- why`, in a comment.
    pub inline_permissions: InlinePermissions,
}

/// Whether a text itself may permit what stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "lowercase")]
pub enum InlinePermissions {
    /// It may; what is permitted is counted in the report.
    #[default]
    Allow,
    /// It may not; each permission is told and counts for nothing.
    Forbid,
}

/// What is different for some files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["glob"]))]
pub struct PathRule {
    /// The files, as `.gitignore` writes them, counted from this file's folder: `content/blog/**`.
    pub glob: String,
    /// Where they go when they are checked, where the command names no destination.
    pub to: Option<String>,
    /// The least verdict that fails, where the command names none.
    pub fail_on: Option<FailOn>,
}

/// The least verdict that makes a check fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Whatever is not safe.
    #[default]
    Conditional,
    /// Only what must not go.
    Unsafe,
}

impl From<FailOn> for Bucket {
    fn from(fail_on: FailOn) -> Bucket {
        match fail_on {
            FailOn::Conditional => Bucket::Conditional,
            FailOn::Unsafe => Bucket::Unsafe,
        }
    }
}

/// How drafts are rewritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Rewriting {
    /// The style where the command names none.
    pub style: RewriteStyle,
}

/// How a rewrite replaces what identifies somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "kebab-case")]
pub enum RewriteStyle {
    /// With words: the patient, an upcoming appointment.
    #[default]
    Natural,
    /// With numbered tags: `[NAME_1]`.
    Tags,
    /// With what 45 CFR 164.514(b)(2) lets stand, else a bracketed word: `[name]`.
    SafeHarbor,
    /// With invented values of the same form.
    Surrogate,
}

/// How checks are logged. A policy with this group, be it empty, switches the log on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Audit {
    /// The folder of the log, absolute once resolved; none: the one in which the system keeps programs' data.
    pub folder: Option<PathBuf>,
    /// How many years a record is kept: at least 6, 45 CFR 164.316(b)(2)(i).
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum CoveredEntity {
    Yes,
    No,
    #[default]
    Assume,
}

/// What the practice publishes about itself: never an identifier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Public {
    /// Names on the website, with their credentials.
    pub staff: Vec<String>,
    /// Its own telephone and fax numbers.
    pub phones: Vec<String>,
    /// Its own email addresses.
    pub emails: Vec<String>,
    /// Its own websites.
    pub domains: Vec<String>,
    /// Its own addresses.
    pub addresses: Vec<String>,
}

/// What a role handles and what it never may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Role {
    /// Kinds that are its daily work.
    #[schemars(schema_with = "kinds_and_clinical")]
    pub handles: Vec<String>,
    /// Kinds, or `clinical`, that it may not send anywhere.
    #[schemars(schema_with = "kinds_and_clinical")]
    pub never: Vec<String>,
}

/// How a kind is treated, or an identifier of the practice's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
pub struct IdentifierRule {
    /// What replaces it in a rewrite in the natural style: `natural` finds words that fit, `remove` leaves it out,
    /// `year` keeps the year of a DATE; anything else is the words themselves, in the safe-harbor style too. Tags and
    /// invented values stay apart for each value, so they take no words.
    pub replace: Option<String>,
    /// The expression that finds it, for one of the practice's own, in the syntax of the `regex` crate.
    pub pattern: Option<String>,
    /// The kind as which one of the practice's own counts; OTHER_ID where nothing is said.
    #[serde(rename = "type")]
    #[schemars(schema_with = "kinds")]
    pub kind: Option<String>,
    /// Values that the pattern must match.
    pub examples: Vec<String>,
}

/// A request that counts by what it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["id"]))]
pub struct Activity {
    /// A short unique name.
    pub id: String,
    /// The bucket: `unsafe` makes reason U4, `conditional` C3, `safe` switches off an activity of the policy below.
    pub bucket: Bucket,
    /// The reason that it makes, where that is neither U4 nor C3; the bucket is then the one of `verdicts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(schema_with = "reasons_of_activities")]
    pub reason: Option<ReasonCode>,
    /// The kinds of places where it counts; everywhere where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to: Vec<DestinationKind>,
    /// Phrases, one of which must occur. In a phrase, a/b is one of these words, word* any ending, (word)
    /// may be left out, and ... stands for up to six words.
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

fn verdicts(generator: &mut SchemaGenerator) -> Schema {
    let reason = generator.subschema_for::<ReasonCode>();
    let kind = generator.subschema_for::<DestinationKind>();
    let row = json_schema!({
        "type": "object",
        "propertyNames": kind,
        "additionalProperties": generator.subschema_for::<Bucket>(),
    });
    json_schema!({"type": "object", "propertyNames": reason, "additionalProperties": row})
}

fn kinds_and_clinical(_: &mut SchemaGenerator) -> Schema {
    let words: Vec<&str> = Kind::ALL.map(Kind::code).into_iter().chain(["clinical"]).collect();
    json_schema!({"type": "array", "items": {"type": "string", "enum": words}})
}

fn kinds(_: &mut SchemaGenerator) -> Schema {
    let words = Kind::ALL.map(Kind::code);
    json_schema!({"type": "string", "enum": words})
}

fn reasons_of_activities(_: &mut SchemaGenerator) -> Schema {
    use ReasonCode::{C3, P1, P2, P3, P4, P5, U4};
    let words = [U4, C3, P1, P2, P3, P4, P5].map(ReasonCode::as_str);
    json_schema!({"type": "string", "enum": words})
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
