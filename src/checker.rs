//! The whole way from a text to a verdict in one call, for the binary and for other programs alike.

use crate::context::{Context, Ground, Permissions, Permitted, Reader};
use crate::document::Document;
use crate::identifier::{self, Custom, Finding, Kind, Scanner};
use crate::nearest::meant;
use crate::policy::{Destination, InlinePermissions, Policy};
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

/// What the finding stages find in a text: its findings, what it is about, and what the text itself permits.
type Found = (Vec<Finding>, Context, Permitted);

/// What a check of a text says.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The verdict for the destination.
    pub verdict: Verdict,
    /// Every identifier about an individual, in order of place.
    pub findings: Vec<Finding>,
    /// What the text is about.
    pub context: Context,
    /// What permissions in the text take out of it.
    pub permitted: Permitted,
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
#[error("no destination is called {name:?}{}; the policy names {}", meant(name, known.iter().map(String::as_str)), known.join(", "))]
pub struct UnknownDestination {
    /// What was asked for.
    pub name: String,
    /// What the policy has.
    pub known: Vec<String>,
}

/// The policy names no such role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no role is called {name:?}{}; the policy names {}", meant(name, known.iter().map(String::as_str)), known.join(", "))]
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
        let (findings, context, permitted) = self.find(text, &watched);
        Ok(Check { permitted, ..self.judged(findings, context, destination) })
    }

    fn judged(&self, findings: Vec<Finding>, context: Context, destination: (&str, &Destination)) -> Check {
        let mut verdict = verdict::judge(&findings, &context, &self.policy, destination, self.today);
        if let Some(role) = &self.role {
            verdict::restrict(&mut verdict, &findings, &context, &self.policy, role);
        }
        Check { verdict, findings, context, permitted: Permitted::default() }
    }

    /// What the same check says where only those findings and passages count for which `counts`: the verdict on a
    /// text's changed lines, or on what is new in it.
    pub fn narrowed(&self, text: &str, check: &Check, mut counts: impl FnMut(Ground<'_>) -> bool) -> Check {
        let (findings, context) = check.context.narrowed(text, &check.findings, &mut counts);
        match self.destination(Some(&check.verdict.destination)) {
            Ok(destination) => {
                Check { permitted: check.permitted.clone(), ..self.judged(findings, context, destination) }
            }
            // A check of another policy's; it stays as it is.
            Err(_) => check.clone(),
        }
    }

    /// What speaks for each finding of what was checked, in plain words and without a value, in their order.
    pub fn evidence(&self, text: &str, check: &Check) -> Vec<String> {
        identifier::evidence(text, &check.findings)
    }

    /// The de-identified text of what was checked.
    pub fn rewrite(&self, text: &str, check: &Check, style: Style) -> Rewrite {
        self.rewrite_looking(text, check, style, &mut |text| self.find(text, &[]))
    }

    /// The same, with the check of that text for the same destination, which the last look at it gives; none where the
    /// policy has no such destination any more.
    pub fn rewrite_checked(&self, text: &str, check: &Check, style: Style) -> (Rewrite, Option<Check>) {
        let Ok(destination) = self.destination(Some(&check.verdict.destination)) else {
            return (self.rewrite(text, check, style), None);
        };
        let watched = verdict::watched(&self.policy, destination.1, self.today);
        let mut last = None;
        let rewrite = self.rewrite_looking(text, check, style, &mut |text| {
            let found = self.find(text, &watched);
            last = Some(found.clone());
            found
        });
        let after = match last {
            Some((findings, context, permitted)) => Check { permitted, ..self.judged(findings, context, destination) },
            None => check.clone(),
        };
        (rewrite, Some(after))
    }

    fn rewrite_looking(&self, text: &str, check: &Check, style: Style, look: &mut dyn FnMut(&str) -> Found) -> Rewrite {
        let (findings, context) = (&check.findings, &check.context);
        rewrite::rewrite(text, findings, context, &self.policy, style, self.today.year(), &mut |text| {
            let (findings, context, _) = look(text);
            (findings, context)
        })
    }

    /// The finding stages: text, identifier, context.
    fn find(&self, text: &str, watched: &[ReasonCode]) -> Found {
        let page = Page::new(text);
        let mut hits = self.scanner.scan(&page);
        // A tag identifies nobody, whatever field of a record it stands in, nor do the words of a rewrite.
        hits.retain(|hit| {
            page.text()[hit.range.clone()].parse::<Tag>().is_err()
                && !rewrite::is_stand_in(page.text(), hit, self.today.year())
        });
        let (findings, context) = self.reader.understand(&page, hits, self.least, watched);
        let forbidden = self.policy.inline_permissions == InlinePermissions::Forbid;
        match Permissions::read(text, forbidden) {
            None => (findings, context, Permitted::default()),
            Some(permissions) => permit(text, findings, context, permissions),
        }
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

/// Takes out what the text itself permits.
fn permit(
    text: &str,
    findings: Vec<Finding>,
    context: Context,
    mut permissions: Permissions,
) -> (Vec<Finding>, Context, Permitted) {
    let mut permitted = Vec::new();
    let (kept, context) = context.narrowed(text, &findings, &mut |ground| match ground {
        Ground::Finding(_, finding) if permissions.permits(finding) => {
            permitted.push(finding.clone());
            false
        }
        _ => true,
    });
    (kept, context, Permitted { findings: permitted, notes: permissions.notes() })
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

    #[test]
    fn what_counts_alone_is_judged_by_what_the_whole_text_tells() {
        let checker = Checker::new(Policy::built_in().unwrap(), jiff::civil::date(2026, 11, 21)).unwrap();
        let people = "Our patients this week:\nOdile Marsh, lip filler, 479-555-0142\nTamsin Quell, Botox, 479-555-0163\n\
                      Bram Ortolan, chemical peel, 479-555-0118\nAll of them were happy.\n";
        // The lines that count, and the reasons that then hold.
        let cases: [(&[usize], &[&str]); 4] =
            [(&[1, 2, 3, 4, 5], &["U1", "U2"]), (&[2], &["U1"]), (&[2, 4], &["U1"]), (&[1, 5], &[])];
        let check = checker.check(people, None).unwrap();
        for (lines, reasons) in cases {
            let line = |at: usize| 1 + people[..at].matches('\n').count();
            let narrowed = checker.narrowed(people, &check, |ground| lines.contains(&line(ground.bytes().start)));
            let codes: Vec<&str> = narrowed.verdict.reasons.iter().map(|reason| reason.code.as_str()).collect();
            assert_eq!(codes, reasons, "{lines:?}");
            assert!(narrowed.findings.iter().all(|finding| lines.contains(&line(finding.bytes.start))), "{lines:?}");
            for reason in &narrowed.verdict.reasons {
                assert!(reason.findings.iter().all(|place| *place < narrowed.findings.len()), "{lines:?}");
            }
            for person in &narrowed.context.people {
                assert!(person.mentions.iter().all(|place| *place < narrowed.findings.len()), "{lines:?}");
            }
        }
    }
}
