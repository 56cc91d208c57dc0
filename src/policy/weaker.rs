//! What a policy checks less strictly than another: whoever lays a policy beside drafts could switch checks off with it.
//!
//! What a practice usually says of itself (its own places, roles, staff, a few allowed words) does not count.

use super::schema::{Activity, FailOn, InlinePermissions, Policy};
use super::{Audit, Destination};
use crate::verdict::Bucket;
use std::collections::BTreeMap;

/// How many entries a list of what is no identifier may have more than the one below; a practice has no more staff.
const MORE: usize = 50;
/// How many words one entry of such a list may have.
const WORDS: usize = 12;
/// Where anybody may have an email address, so no practice's own domain.
const SHARED: [&str; 8] =
    ["gmail.com", "yahoo.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "aol.com", "proton.me"];

/// What `policy` checks less strictly than `than`, as half sentences that name keys and no values; empty where nothing.
pub(super) fn weaker(policy: &Policy, than: &Policy) -> Vec<String> {
    let mut found = Vec::new();
    verdicts(policy, than, &mut found);
    places(policy, than, &mut found);
    for below in &than.activities {
        let own = policy.activities.iter().find(|activity| activity.id == below.id);
        activity(own, below, &mut found);
    }
    for (name, below) in &than.roles {
        let never = policy.roles.get(name).map(|role| &role.never);
        if never.is_none_or(|never| below.never.iter().any(|kind| !never.contains(kind))) {
            found.push(format!("roles.{name} may send more"));
        }
    }
    for (name, below) in &than.identifiers {
        let own = policy.identifiers.get(name);
        if below.pattern.is_some() && own.map(|own| (&own.pattern, &own.kind)) != Some((&below.pattern, &below.kind)) {
            found.push(format!("identifiers.{name} finds something else"));
        }
    }
    for (name, below) in &than.templates {
        if policy.templates.get(name).is_some_and(|fields| fields.iter().any(|field| !below.contains(field))) {
            found.push(format!("templates.{name} lets more fields leave"));
        }
    }
    own_words(policy, than, &mut found);
    if policy.inline_permissions == InlinePermissions::Allow && than.inline_permissions == InlinePermissions::Forbid {
        found.push("inline_permissions lets texts permit what stands in them".to_owned());
    }
    let lenient = |policy: &Policy| policy.paths.iter().filter(|rule| rule.fail_on == Some(FailOn::Unsafe)).count();
    if lenient(policy) > lenient(than) {
        found.push("paths lets conditional files pass".to_owned());
    }
    audit(policy.audit.as_ref(), than.audit.as_ref(), &mut found);
    found
}

/// Reasons that are judged milder.
fn verdicts(policy: &Policy, than: &Policy, found: &mut Vec<String>) {
    for (reason, row) in &than.verdicts {
        let own = policy.verdicts.get(reason);
        if row.iter().any(|(kind, below)| own.and_then(|own| own.get(kind)).is_none_or(|own| own < below)) {
            found.push(format!("verdicts.{reason} is milder"));
        }
    }
}

/// Places that count as milder ones than they did, and a default that is a milder one.
fn places(policy: &Policy, than: &Policy, found: &mut Vec<String>) {
    let milder = |own: &Destination, below: &Destination| {
        own.kind != below.kind
            && policy
                .verdicts
                .values()
                .any(|row| row.get(&own.kind).is_some_and(|own| Some(own) < row.get(&below.kind)))
    };
    let agreed = |own: &Destination, below: &Destination| own.baa.is_some() && below.baa.is_none();
    for (name, below) in &than.destinations {
        if policy.destinations.get(name).is_some_and(|own| milder(own, below) || agreed(own, below)) {
            found.push(format!("destinations.{name} counts as a place that may be told more"));
        }
    }
    let default = |policy: &Policy| Some(policy.destinations.get(policy.default_destination.as_ref()?)?.clone());
    if policy.default_destination != than.default_destination
        && let Some((own, below)) = default(policy).zip(default(than))
        && milder(&own, &below)
    {
        found.push("default_destination is a place that may be told more".to_owned());
    }
}

/// An activity that is switched off, milder, or told by less.
fn activity(own: Option<&Activity>, below: &Activity, found: &mut Vec<String>) {
    let id = &below.id;
    let Some(own) = own.filter(|own| own.bucket != Bucket::Safe || below.bucket == Bucket::Safe) else {
        return found.push(format!("activities.{id} is switched off"));
    };
    let fewer = |own: &[String], below: &[String]| below.iter().any(|phrase| !own.contains(phrase));
    let elsewhere = !own.to.is_empty() && (below.to.is_empty() || below.to.iter().any(|kind| !own.to.contains(kind)));
    let milder = own.bucket < below.bucket || own.reason != below.reason;
    if milder
        || elsewhere
        || own.sense != below.sense
        || fewer(&own.any, &below.any)
        || fewer(&below.unless, &own.unless)
    {
        found.push(format!("activities.{id} counts less often or less"));
    }
}

/// Lists of what is no identifier that take in more than a practice has of its own.
fn own_words(policy: &Policy, than: &Policy, found: &mut Vec<String>) {
    let lists = |policy: &Policy| {
        let public = policy.practice.public.clone();
        BTreeMap::from([
            ("allow", policy.allow.clone()),
            ("practice.public.staff", public.staff),
            ("practice.public.phones", public.phones),
            ("practice.public.emails", public.emails),
            ("practice.public.domains", public.domains),
            ("practice.public.addresses", public.addresses),
        ])
    };
    let below = lists(than);
    for (path, own) in lists(policy) {
        let added: Vec<&String> = own.iter().filter(|entry| !below[path].contains(entry)).collect();
        let shared = |domain: &str| !domain.contains('.') || SHARED.contains(&domain.trim_start_matches("www."));
        if added.len() > MORE {
            found.push(format!("{path} takes {} more entries for no identifiers", added.len()));
        } else if added.iter().any(|entry| entry.split_whitespace().count() > WORDS) {
            found.push(format!("{path} has an entry of very many words"));
        } else if path.ends_with("domains") && added.iter().any(|domain| shared(&domain.to_lowercase())) {
            found.push(format!("{path} has a domain that is not the practice's own"));
        }
    }
}

/// A log that is missing, lies elsewhere or is kept for less long.
fn audit(own: Option<&Audit>, below: Option<&Audit>, found: &mut Vec<String>) {
    match (own, below) {
        (None, Some(_)) => found.push("audit switches the log off".to_owned()),
        (Some(own), Some(below)) if own.folder != below.folder || own.keep_years < below.keep_years => {
            found.push("audit changes where the log lies or how long it is kept".to_owned());
        }
        // Whoever wrote the policy could have this computer write anywhere.
        (Some(own), None) if own.folder.is_some() => found.push("audit names the folder of the log".to_owned()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_weakens_is_named_and_what_a_practice_says_of_itself_is_not() {
        let many: Vec<String> = (0..MORE + 1).map(|number| format!("Word{number}")).collect();
        let many = format!("allow: [{}]", many.join(", "));
        let words = format!("practice: {{public: {{staff: [\"{}\"]}}}}", "Ann Bea Cai ".repeat(5));
        let cases: &[(&str, &[&str])] = &[
            ("allow: [Angel Lift]\npractice: {name: Glow, public: {staff: [Mia Cho], domains: [glow.example]}}", &[]),
            ("destinations: {scribe: {kind: approved_ai}, board: {kind: public}}\ndefault_destination: board", &[]),
            ("audit: {}\nrewrite: {style: tags}\nidentifiers: {DATE: {replace: year}}", &[]),
            ("verdicts: {U1: {general_ai: conditional}}", &["verdicts.U1 is milder"]),
            ("verdicts: {C1: {general_ai: unsafe}}", &[]),
            ("activities: [{id: diagnose, bucket: safe}]", &["activities.diagnose is switched off"]),
            ("activities: [{id: diagnose, unless: [the]}]", &["activities.diagnose counts less often or less"]),
            (
                "destinations: {chatbot: {kind: approved_ai, baa: {signed: 2026-01-15}}}",
                &["destinations.chatbot counts as a place that may be told more"],
            ),
            (
                "destinations: {desk: {kind: internal}}\ndefault_destination: desk",
                &["default_destination is a place that may be told more"],
            ),
            (&many, &["allow takes 51 more entries for no identifiers"]),
            (&words, &["practice.public.staff has an entry of very many words"]),
            (
                "practice: {public: {domains: [gmail.com]}}",
                &["practice.public.domains has a domain that is not the practice's own"],
            ),
            ("paths: [{glob: '**', fail_on: unsafe}]", &["paths lets conditional files pass"]),
            ("audit: {folder: /etc}", &["audit names the folder of the log"]),
        ];
        let below = Policy::built_in().unwrap();
        for (own, expected) in cases {
            let own = Policy::from_yaml(&format!("version: 1\nextends: med-spa\n{own}\n"));
            assert_eq!(weaker(&own.unwrap(), &below), *expected, "{expected:?}");
        }
        let strict = Policy::from_yaml(
            "version: 1\nextends: med-spa\ninline_permissions: forbid\naudit: {}\nroles: {desk: {never: [SSN]}}\n\
             identifiers: {CHART: {pattern: 'GA-\\d{6}', examples: [GA-004512]}}\n",
        );
        let found = weaker(&below, &strict.unwrap());
        for expected in ["roles.desk", "identifiers.CHART", "inline_permissions", "audit switches"] {
            assert!(found.iter().any(|told| told.starts_with(expected)), "{expected}: {found:?}");
        }
    }
}
