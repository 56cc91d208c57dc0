//! The policies that come with the program, compiled in.

/// The shipped policy that judges where the practice has none of its own.
pub const DEFAULT: &str = "med-spa";

/// Every shipped policy: its name and its text.
pub const SHIPPED: [(&str, &str); 4] = [
    (DEFAULT, include_str!("../../policies/med-spa.yaml")),
    ("therapist", include_str!("../../policies/therapist.yaml")),
    ("dermatology", include_str!("../../policies/dermatology.yaml")),
    ("cosmetic-only", include_str!("../../policies/cosmetic-only.yaml")),
];

/// The text of a shipped policy, comments and all: what `policy init` writes.
pub fn shipped(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

const STARTER: &str = include_str!("../../policies/starter.yaml");

/// A policy for a practice to begin with: it extends the shipped policy of that name, and holds every section that a
/// practice usually fills in as a comment.
pub fn starter(extends: &str) -> String {
    STARTER.replacen("\nextends: med-spa\n", &format!("\nextends: {extends}\n"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Policy, lint_text};
    use jiff::civil::date;

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
}
