//! Where a draft may go, and whether a business associate agreement (BAA) covers it today.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What kind of place a destination is; the verdict's table has a column for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DestinationKind {
    /// A chatbot or other AI tool without a BAA.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baa {
    /// The day it was signed; none while it is not.
    pub signed: Option<Date>,
    /// The last day on which it is in force; none where it has no end.
    pub expires: Option<Date>,
}

/// A place to which a draft may go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Destination {
    /// What kind of place it is.
    pub kind: DestinationKind,
    /// What people call it, where that is not the policy's key.
    pub label: Option<String>,
    /// The agreement with whoever runs it.
    pub baa: Option<Baa>,
    /// Whether it learns from what it is given.
    pub trains_on_data: Option<bool>,
    /// How long it keeps what it is given, in days.
    pub retention_days: Option<u32>,
    /// Whether it encrypts.
    pub encryption: Option<Encryption>,
    /// Whether it records who used it.
    pub audit_log: Option<bool>,
    /// Who else handles the data.
    #[serde(default)]
    pub subprocessors: Vec<String>,
}

/// Encryption on the way and at rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
pub struct Encryption {
    /// On the way.
    pub transit: bool,
    /// Where it is stored.
    pub rest: bool,
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
