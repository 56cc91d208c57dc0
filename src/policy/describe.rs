//! A policy in plain words, for an owner who reads it to the team.

use super::Policy;
use jiff::civil::Date;

/// t
pub fn describe(_policy: &Policy, _today: Date) -> String {
    String::new()
}

/// The resolved policy as one YAML file that needs no other: what is empty is left out.
///
/// # Errors
/// None that a policy can cause; the serializer's interface has one.
pub fn to_yaml(policy: &Policy) -> Result<String, serde_yaml::Error> {
    serde_yaml::to_string(policy)
}
