//! The codes of the identifier kinds, as corpora, reports and policies write them.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A HIPAA identifier kind of 45 CFR 164.514(b)(2)(i), or PROVIDER, which the rule does not list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs, reason = "each kind is documented in its own recognizer file")]
pub enum Kind {
    Name,
    Provider,
    Location,
    Date,
    Age,
    Phone,
    Fax,
    Email,
    Ssn,
    Mrn,
    HealthPlan,
    Account,
    License,
    Vehicle,
    Device,
    Url,
    Ip,
    Biometric,
    Photo,
    OtherId,
}

impl Kind {
    /// Every kind, in the order of the rule's paragraphs.
    pub const ALL: [Kind; 20] = [
        Kind::Name,
        Kind::Provider,
        Kind::Location,
        Kind::Date,
        Kind::Age,
        Kind::Phone,
        Kind::Fax,
        Kind::Email,
        Kind::Ssn,
        Kind::Mrn,
        Kind::HealthPlan,
        Kind::Account,
        Kind::License,
        Kind::Vehicle,
        Kind::Device,
        Kind::Url,
        Kind::Ip,
        Kind::Biometric,
        Kind::Photo,
        Kind::OtherId,
    ];

    /// The code, such as `HEALTH_PLAN`.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Name => "NAME",
            Kind::Provider => "PROVIDER",
            Kind::Location => "LOCATION",
            Kind::Date => "DATE",
            Kind::Age => "AGE",
            Kind::Phone => "PHONE",
            Kind::Fax => "FAX",
            Kind::Email => "EMAIL",
            Kind::Ssn => "SSN",
            Kind::Mrn => "MRN",
            Kind::HealthPlan => "HEALTH_PLAN",
            Kind::Account => "ACCOUNT",
            Kind::License => "LICENSE",
            Kind::Vehicle => "VEHICLE",
            Kind::Device => "DEVICE",
            Kind::Url => "URL",
            Kind::Ip => "IP",
            Kind::Biometric => "BIOMETRIC",
            Kind::Photo => "PHOTO",
            Kind::OtherId => "OTHER_ID",
        }
    }

    /// The kind of a code, in any case, with `-` or `_`.
    pub fn from_code(code: &str) -> Option<Kind> {
        let code = code.trim().replace('-', "_").to_ascii_uppercase();
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
