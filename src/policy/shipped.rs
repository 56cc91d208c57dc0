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
