//! Where a draft may go, whether a business associate agreement (BAA) covers it today, and what its vendor answered.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of place a destination is; the verdict's table has a column for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum DestinationKind {
    /// A chatbot or other AI tool without a BAA.
    #[default]
    GeneralAi,
    /// An AI tool that the practice approved; counts as such only while its BAA is in force.
    ApprovedAi,
    /// Text messages.
    Sms,
    /// Email.
    Email,
    /// The website, social media, advertising, a reply to a review.
    Public,
    /// Inside the practice: the chart, a note to colleagues, a phone script, the transcript of a call.
    Internal,
}

impl DestinationKind {
    /// Every kind.
    pub const ALL: [DestinationKind; 6] = [
        DestinationKind::GeneralAi,
        DestinationKind::ApprovedAi,
        DestinationKind::Sms,
        DestinationKind::Email,
        DestinationKind::Public,
        DestinationKind::Internal,
    ];
}

/// A business associate agreement, 45 CFR 164.504(e).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Baa {
    /// The day it was signed; none while it is not.
    pub signed: Option<Date>,
    /// The last day on which it is in force; none where it has no end.
    pub expires: Option<Date>,
    /// Where the practice keeps the signed document.
    pub document: Option<String>,
}

/// A place to which a draft may go; for an approved AI tool also the entry of the vendor register: what its vendor
/// answered in writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Destination {
    /// What kind of place it is.
    pub kind: DestinationKind,
    /// What people call it, where that is not the policy's key.
    pub label: Option<String>,
    /// The company that runs it, as it signed the agreement.
    pub vendor: Option<String>,
    /// The agreement with whoever runs it.
    pub baa: Option<Baa>,
    /// Whether it learns from what it is given.
    pub trains_on_data: Option<bool>,
    /// How long it keeps what it is given, in days; 0 where it keeps nothing.
    pub retention_days: Option<u32>,
    /// Whether it deletes what it was given when the practice asks.
    pub deletes_on_request: Option<bool>,
    /// Whether each person signs in with an account of their own.
    pub access_control: Option<bool>,
    /// Whether it records who used it.
    pub audit_log: Option<bool>,
    /// Whether it encrypts.
    pub encryption: Option<Encryption>,
    /// Who else handles the data; `["none"]` where nobody does.
    pub subprocessors: Vec<Subprocessor>,
    /// What the vendor says of itself, in its own words; `policy lint` tells what such words are worth.
    pub claims: Vec<String>,
}

/// Encryption on the way and at rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Encryption {
    /// On the way.
    pub transit: Option<bool>,
    /// Where it is stored.
    pub rest: Option<bool>,
}

/// Somebody who handles the data for the vendor, 45 CFR 164.502(e)(1)(ii).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Subprocessor {
    /// The name alone: nothing is known of an agreement.
    Name(String),
    /// The name, and whether the vendor has an agreement with it.
    Known(KnownSubprocessor),
}

/// A subprocessor of which it is known whether it signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(extend("required" = ["name"]))]
pub struct KnownSubprocessor {
    /// Its name.
    pub name: String,
    /// Whether it signed a business associate agreement with the vendor.
    pub baa: Option<bool>,
}

impl Subprocessor {
    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Subprocessor::Name(name) => name,
            Subprocessor::Known(known) => &known.name,
        }
    }

    /// Whether it signed a business associate agreement with the vendor; none where nobody knows.
    pub fn baa(&self) -> Option<bool> {
        match self {
            Subprocessor::Name(_) => None,
            Subprocessor::Known(known) => known.baa,
        }
    }

    /// Whether this only says that there is none.
    pub fn is_none(&self) -> bool {
        self.name().trim().eq_ignore_ascii_case("none")
    }
}

impl Destination {
    /// Whether a signed BAA is in force on that day.
    pub fn baa_in_force(&self, today: Date) -> bool {
        self.baa.as_ref().is_some_and(|baa| {
            baa.signed.is_some_and(|signed| signed <= today) && baa.expires.is_none_or(|expires| today <= expires)
        })
    }

    /// The kind that the verdict's table is read for: an approved tool without a BAA in force is a general one.
    pub fn effective_kind(&self, today: Date) -> DestinationKind {
        if self.kind == DestinationKind::ApprovedAi && !self.baa_in_force(today) {
            DestinationKind::GeneralAi
        } else {
            self.kind
        }
    }
}
