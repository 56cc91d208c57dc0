//! The whole way from a text to a verdict in one call, for the binary and for other programs alike.

use crate::context::{Context, Reader};
use crate::document::Document;
use crate::identifier::{self, Custom, Finding, Kind, Scanner};
use crate::policy::{Destination, Policy};
use crate::rewrite::{self, Rewrite, Style, Tag};
use crate::text::Page;
use crate::verdict::{self, ReasonCode, Verdict};
use jiff::civil::Date;

/// Checks texts against one policy. It is shared freely between threads.
#[derive(Debug)]
pub struct Checker {
    policy: Policy,
    scanner: Scanner,
    reader: Reader,
    today: Date,
    role: Option<String>,
    least: f32,
}

/// What a check of a text says.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The verdict for the destination.
    pub verdict: Verdict,
    /// Every identifier about an individual, in order of place.
    pub findings: Vec<Finding>,
    /// What the text is about.
    pub context: Context,
}

impl Check {
    /// The check of a document whose text was checked: never safe where a part of the file could not be read.
    #[must_use]
    pub fn of(mut self, document: &Document) -> Check {
        if !document.unread().is_empty() {
            verdict::withhold(&mut self.verdict);
        }
        self
    }
}

/// The policy names no such destination.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no destination is called {name:?}; the policy names {}", known.join(", "))]
pub struct UnknownDestination {
    /// What was asked for.
    pub name: String,
    /// What the policy has.
    pub known: Vec<String>,
}

/// The policy names no such role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no role is called {name:?}; the policy names {}", known.join(", "))]
pub struct UnknownRole {
    /// What was asked for.
    pub name: String,
    /// What the policy has.
    pub known: Vec<String>,
}

impl Checker {
    /// A checker for a resolved policy, judging agreements as of `today`.
    ///
    /// # Errors
    /// When one of the practice's own patterns does not compile; a policy that was linted has none.
    pub fn new(policy: Policy, today: Date) -> Result<Checker, regex::Error> {
        let mut custom = Vec::new();
        for (name, rule) in &policy.identifiers {
            if let Some(pattern) = &rule.pattern {
                let kind = rule.kind.as_deref().and_then(Kind::from_code).unwrap_or(Kind::OtherId);
                custom.push(Custom { name: name.clone(), kind, regex: regex::Regex::new(pattern)? });
            }
        }
        let reader = Reader::new(&policy);
        Ok(Checker { policy, scanner: Scanner::new(custom), reader, today, role: None, least: 0.0 })
    }

    /// The same checker for what somebody in a role of the policy sends.
    ///
    /// # Errors
    /// When the policy names no such role.
    pub fn for_role(self, role: &str) -> Result<Checker, UnknownRole> {
        if !self.policy.roles.contains_key(role) {
            let known = self.policy.roles.keys().cloned().collect();
            return Err(UnknownRole { name: role.to_owned(), known });
        }
        Ok(Checker { role: Some(role.to_owned()), ..self })
    }

    /// The same checker, leaving out what is found with less than this confidence (0 to 1): it neither counts for
    /// the verdict nor is rewritten.
    pub fn with_least_confidence(self, least: f32) -> Checker {
        Checker { least, ..self }
    }

    /// The policy that it applies.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// Checks a text that goes to a destination of the policy, or to the policy's default.
    ///
    /// # Errors
    /// When the policy names no such destination.
    pub fn check(&self, text: &str, to: Option<&str>) -> Result<Check, UnknownDestination> {
        let destination = self.destination(to)?;
        let watched = verdict::watched(&self.policy, destination.1, self.today);
        let (findings, context) = self.find(text, &watched);
        let mut verdict = verdict::judge(&findings, &context, &self.policy, destination, self.today);
        if let Some(role) = &self.role {
            verdict::restrict(&mut verdict, &findings, &context, &self.policy, role);
        }
        Ok(Check { verdict, findings, context })
    }

    /// What speaks for each finding of what was checked, in plain words and without a value, in their order.
    pub fn evidence(&self, text: &str, check: &Check) -> Vec<String> {
        identifier::evidence(text, &check.findings)
    }

    /// The de-identified text of what was checked.
    pub fn rewrite(&self, text: &str, check: &Check, style: Style) -> Rewrite {
        rewrite::rewrite(text, &check.findings, &check.context, &self.policy, style, self.today.year(), &|text| {
            self.find(text, &[])
        })
    }

    /// The finding stages: text, identifier, context.
    fn find(&self, text: &str, watched: &[ReasonCode]) -> (Vec<Finding>, Context) {
        let page = Page::new(text);
        let mut hits = self.scanner.scan(&page);
        // A tag identifies nobody, whatever field of a record it stands in.
        hits.retain(|hit| page.text()[hit.range.clone()].parse::<Tag>().is_err());
        self.reader.understand(&page, hits, self.least, watched)
    }

    /// The destination of that name, or the policy's default, with the policy's name for it.
    ///
    /// # Errors
    /// When the policy names no such destination.
    pub fn destination(&self, to: Option<&str>) -> Result<(&str, &Destination), UnknownDestination> {
        let name = to.or(self.policy.default_destination.as_deref()).unwrap_or_default();
        self.policy.destinations.get_key_value(name).map(|(name, destination)| (name.as_str(), destination)).ok_or_else(
            || UnknownDestination { name: name.to_owned(), known: self.policy.destinations.keys().cloned().collect() },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_identifies_nobody_even_where_a_record_number_stands() {
        let today = jiff::civil::date(2026, 11, 21);
        let checker = Checker::new(Policy::built_in().unwrap(), today).unwrap();
        let message = |number: &str| format!("MSH|^~\\&|EMR|SPA|LAB|LAB|||ADT^A01|7|P|2.3\nPID|1||{number}^^^SPA^MR||");
        assert_eq!(checker.check(&message("G0041877"), None).unwrap().findings.len(), 1);
        assert_eq!(checker.check(&message("[MRN_1]"), None).unwrap().findings, []);
    }
}
