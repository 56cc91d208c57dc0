//! What a text is about where only a part of its findings counts: those of changed lines, those that are new, those that
//! nobody permitted. The whole text has been read all the same, so a person or a health link found elsewhere is known.

use super::{Asked, Context, Exposure, Role};
use crate::identifier::{Finding, Kind};
use std::collections::BTreeMap;
use std::ops::Range;

/// Something of a text that a reason may rest on.
#[derive(Debug, Clone, Copy)]
pub enum Ground<'a> {
    /// A finding, with its place in the list.
    Finding(usize, &'a Finding),
    /// An activity that is asked for.
    Asked(&'a Asked),
    /// What breaks a rule of the place that the text goes to.
    Exposure(&'a Exposure),
}

impl Ground<'_> {
    /// Where it stands, in bytes of the original.
    pub fn bytes(&self) -> &Range<usize> {
        match self {
            Ground::Finding(_, finding) => &finding.bytes,
            Ground::Asked(asked) => &asked.bytes,
            Ground::Exposure(exposure) => &exposure.bytes,
        }
    }
}

impl Context {
    /// The findings for which `counts`, and the context with every place in the list of findings told anew.
    ///
    /// People keep their places; whoever is no longer mentioned counts for nobody.
    pub(crate) fn narrowed(
        &self,
        text: &str,
        findings: &[Finding],
        counts: &mut dyn FnMut(Ground<'_>) -> bool,
    ) -> (Vec<Finding>, Context) {
        let mut places = vec![None; findings.len()];
        let mut kept = Vec::new();
        for (index, finding) in findings.iter().enumerate() {
            if counts(Ground::Finding(index, finding)) {
                places[index] = Some(kept.len());
                kept.push(finding.clone());
            }
        }
        let renamed = |old: &[usize]| -> Vec<usize> {
            old.iter().filter_map(|place| places.get(*place).copied().flatten()).collect()
        };
        let mut context = Context {
            sensitive: renamed(&self.sensitive),
            direct: renamed(&self.direct),
            linked: renamed(&self.linked),
            patient_story: self.patient_story && kept.iter().any(|finding| finding.kind == Kind::Provider),
            ..self.clone()
        };
        for person in &mut context.people {
            person.mentions = renamed(&person.mentions);
        }
        if kept.len() < findings.len() {
            context.individuals = self.individuals.min(individuals(text, &kept, &context));
        }
        context.asked.retain(|asked| counts(Ground::Asked(asked)));
        context.exposures.retain(|exposure| counts(Ground::Exposure(exposure)));
        (kept, context)
    }
}

/// How many people the findings tell apart at the most: by name, or by whatever else stands there often.
fn individuals(text: &str, findings: &[Finding], context: &Context) -> usize {
    let named = |finding: &Finding| {
        let person = finding.person.filter(|person| context.people.get(*person).is_some_and(is_individual));
        person.map(|person| person.to_string())
    };
    let mut names: Vec<String> = findings.iter().filter_map(named).collect();
    names.sort_unstable();
    names.dedup();
    let own = |kind: Kind| matches!(kind, Kind::Email | Kind::Ssn | Kind::Mrn | Kind::HealthPlan);
    let mut values: BTreeMap<Kind, Vec<&str>> = BTreeMap::new();
    for finding in findings {
        // Where somebody is named, dates and telephones tell nobody else apart.
        if finding.kind != Kind::Provider && (names.is_empty() || own(finding.kind)) {
            values.entry(finding.kind).or_default().extend(text.get(finding.bytes.clone()));
        }
    }
    let distinct = |values: &mut Vec<&str>| {
        values.sort_unstable();
        values.dedup();
        values.len()
    };
    names.len().max(values.values_mut().map(distinct).max().unwrap_or(0))
}

fn is_individual(person: &super::Person) -> bool {
    person.role == Role::Individual
}
