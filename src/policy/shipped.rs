//! The policies that come with the program, compiled in.

use serde_json::value::RawValue;
use serde_yaml::Value;
use std::collections::HashMap;

/// The shipped policy that judges where the practice has none of its own.
pub const DEFAULT: &str = "med-spa";

/// Every shipped policy: its name and its text.
pub const SHIPPED: [(&str, &str); 6] = [
    (DEFAULT, include_str!("../../policies/med-spa/policy.yaml")),
    ("therapist", include_str!("../../policies/therapist/policy.yaml")),
    ("dermatology", include_str!("../../policies/dermatology/policy.yaml")),
    ("cosmetic-only", include_str!("../../policies/cosmetic-only/policy.yaml")),
    ("phone-agent", include_str!("../../policies/phone-agent/policy.yaml")),
    ("marketing-ci", include_str!("../../policies/marketing-ci/policy.yaml")),
];

/// The text of a shipped policy, comments and all.
pub fn shipped(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The values of the shipped policies by name, as JSON: YAML takes longer to read than a draft to check.
const VALUES: &str = include_str!("shipped.json");

/// The values of a shipped policy.
pub(super) fn shipped_values(name: &str) -> Option<Value> {
    let policies: HashMap<&str, &RawValue> = serde_json::from_str(VALUES).ok()?;
    serde_json::from_str(policies.get(name)?.get()).ok()
}

const STARTER: &str = include_str!("../../policies/starter.yaml");

/// A policy for a practice to begin with: it extends the shipped policy of that name, and holds every section that a
/// practice usually fills in as a comment.
pub fn starter(extends: &str) -> String {
    let extending = STARTER.replacen("\nextends: med-spa\n", &format!("\nextends: {extends}\n"), 1);
    // The schema lies beside the starter, not beside the practice's file.
    let begin = extending.find('\n').map_or(0, |end| end + 1);
    extending[begin..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::phrase::PhraseSet;
    use crate::policy::{Policy, lint_text};
    use jiff::civil::date;

    /// After a change to a shipped policy: `SAFEPASTE_WRITE=1 cargo test --lib policy::shipped`.
    #[test]
    fn values_are_those_of_the_texts() {
        let read = |text: &str| serde_yaml::from_str::<Value>(text).unwrap();
        if std::env::var_os("SAFEPASTE_WRITE").is_some() {
            let line = |(name, text): (&str, &str)| format!("{name:?}:{}", serde_json::to_string(&read(text)).unwrap());
            let values = format!("{{\n{}\n}}\n", SHIPPED.map(line).join(",\n"));
            std::fs::write("src/policy/shipped.json", values).unwrap();
            return;
        }
        for (name, text) in SHIPPED {
            let same = shipped_values(name) == Some(read(text));
            assert!(same, "{name} has changed: SAFEPASTE_WRITE=1 cargo test --lib policy::shipped");
        }
    }

    /// The starter with every example taken as meant; comments in prose have one space after the `#`.
    fn filled_in(starter: &str) -> String {
        let example = |line: &str| {
            line.starts_with("#  ") || line.strip_prefix('#').is_some_and(|l| l.starts_with(char::is_alphabetic))
        };
        starter.lines().map(|line| if example(line) { &line[1..] } else { line }).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_practice_begins_with_a_policy_without_mistakes() {
        for (name, _) in SHIPPED {
            let text = starter(name);
            assert_eq!(Policy::from_yaml(&text).unwrap(), Policy::shipped(name).unwrap(), "{name}");
            let text = filled_in(&text);
            assert_eq!(lint_text(&text, date(2026, 6, 1)), [], "{text}");
            assert_eq!(Policy::from_yaml(&text).unwrap().practice.name.as_deref(), Some("Glow Aesthetics"));
        }
    }

    /// The activities of a policy's own file, not of what it extends, that a short text asks for.
    fn asked(name: &str, text: &str) -> Vec<String> {
        let below = Policy::shipped(DEFAULT).unwrap();
        let policy = Policy::shipped(name).unwrap();
        let own = policy
            .activities
            .into_iter()
            .filter(|activity| below.activities.iter().all(|other| other.id != activity.id));
        let stands = |phrases: &[String]| PhraseSet::new(phrases).unwrap().find(text).next().is_some();
        own.filter(|activity| stands(&activity.any) && !stands(&activity.unless)).map(|activity| activity.id).collect()
    }

    #[test]
    fn what_differs_from_a_medical_spa_is_found() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("therapist", "Pasting my process notes from Tuesday, make them shorter", &["psychotherapy_notes"]),
            ("therapist", "Here are the psychotherapy notes. List the themes.", &["psychotherapy_notes"]),
            ("therapist", "Explain how psychotherapy notes differ from progress notes", &[]),
            ("therapist", "Can staff paste psychotherapy notes into a chatbot?", &[]),
            ("therapist", "Decide whether my client is suicidal from what she wrote", &["assess_risk"]),
            ("therapist", "Is it safe to send him home tonight?", &["assess_risk"]),
            ("therapist", "Draft a blank worksheet that helps to assess a client's own risk of relapse", &[]),
            ("therapist", "Condense today's session into four lines", &["summarize_session"]),
            ("therapist", "Turn the couple's notes into DAP", &["summarize_session"]),
            ("therapist", "Write a blog post about group therapy", &[]),
            ("therapist", "Turn this outline into a workshop on session notes", &[]),
            ("dermatology", "Is her mole suspicious?", &["read_lesion"]),
            ("dermatology", "Does this spot on his back need a biopsy", &["read_lesion"]),
            ("dermatology", "Write a post: when is a mole suspicious? Five signs.", &[]),
            ("dermatology", "Explain the biopsy result in plain words", &["pathology_report"]),
            ("dermatology", "Handout for patients on how to read a pathology report, in simple words", &[]),
            (
                "dermatology",
                "Draft the prior authorization for my patient with plaque psoriasis",
                &["prior_authorization"],
            ),
            ("dermatology", "Checklist: what our staff need before they draft a prior auth for any patient", &[]),
            ("cosmetic-only", "Should we still peel her with that rash?", &["outside_our_scope"]),
            ("cosmetic-only", "Is this dark spot ok to laser", &["outside_our_scope"]),
            ("cosmetic-only", "Caption: treat your mom to a peel", &[]),
        ];
        for (name, text, expected) in cases {
            assert_eq!(asked(name, text), *expected, "{name}: {text}");
        }
        let insurance = Policy::shipped("cosmetic-only").unwrap();
        assert!(insurance.activities.iter().all(|activity| activity.id != "verify_insurance"));
    }
}
