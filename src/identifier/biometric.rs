//! BIOMETRIC: biometric identifiers, finger and voice prints included, 45 CFR 164.514(b)(2)(i)(P): templates, hashes and
//! files of fingerprints, palms, voices, irises and faces.
//!
//! Left alone: the words themselves, as in a policy on fingerprint logins, and phones that unlock by face.

use super::{Doc, Kind, Match, Near, Pattern, Recognizer};

pub(super) static RECOGNIZER: Recognizer = Recognizer {
    kind: Kind::Biometric,
    doc: Doc {
        title: "biometric identifier",
        paragraph: "45 CFR 164.514(b)(2)(i)(P)",
        is: "A stored fingerprint, palm, voice, iris, retina or face of somebody: its template, hash, code or file.",
        leaves_alone: "Talk about biometrics in general, and devices that unlock by finger or face.",
        instead: "Leave it out. No tool needs it.",
    },
    patterns: &[
        Pattern {
            rule: "biometric/template",
            why: "Words for a stored fingerprint, voice print or face scan of somebody.",
            regex: r#"(?-u:\b)(?i:(?:finger|thumb|voice|palm|face)[ _-]?(?:prints?|id|scan|login|backup|mesh|geometry|templates?|veins?|hash|vector|embedding)|palm|face|retina(?:l)?|iris|facial[ _](?:recognition|geometry|scan|template)|biometrics?)(?-u:\b|_)[^\n.;]{0,48}?[\s:="(](?P<id>(?:[A-Z]{2,10} )?(?:[A-Za-z]{1,4}[0-9]{0,2}[:_-])?0x[0-9A-Fa-f]{4,}|[A-Za-z]{1,6}[0-9]{0,2}[:_-][A-Za-z0-9]{3,}(?:-[A-Za-z0-9]{2,})*|[0-9a-f]{4}(?:-[0-9a-z]{3,12}){2,6}|[0-9a-fA-F]{12,64})(?-u:\b)"#,
            #[rustfmt::skip]
            near: Near::Begins(&[
                "biometric*", "face*", "facial*", "finger*", "iris*", "palm*", "retina*", "thumb*", "voice*",
            ]),
            confidence: 0.9,
            accept: is_code,
        },
        Pattern {
            rule: "biometric/template-id",
            why: "The code of a template, on a line that speaks of a fingerprint, a face or another biometric before it.",
            regex: r#"(?i)(?-u:\b)(?:template|minutiae|enrol?lment|reader)(?: ?(?:id|hash|code|key|no\.?|#))?["']?[\s:="']{1,4}(?P<id>[a-z0-9]{1,6}[:_-][a-z0-9]{2,}(?:[:_-][a-z0-9]{2,}){0,5}|[0-9a-f]{12,64})(?-u:\b)"#,
            near: Near::Begins(&["enrollment*", "enrolment*", "minutiae*", "reader*", "template*"]),
            confidence: 0.85,
            accept: |m| {
                let told = [
                    "fingerprint",
                    "thumbprint",
                    "palm",
                    "voiceprint",
                    "retina",
                    "iris",
                    "face",
                    "biometric",
                    "scanner",
                ];
                m.follows_any(160, &told) && is_code(m)
            },
        },
        Pattern {
            rule: "biometric/file",
            why: "A file of a fingerprint, a voice or a face template.",
            regex: r"(?i)(?P<id>[a-z0-9][a-z0-9_-]{1,60}\.(?:wsq|fmr|fir|iir|bir|cbeff))(?-u:\b)",
            near: Near::Words(&[".wsq", ".fmr", ".fir", ".iir", ".bir", ".cbeff"]),
            confidence: 0.97,
            accept: |_| true,
        },
    ],
    find: None,
    found: &[],
};

/// Whether the code has digits enough to be one, and is no date or plain phrase.
fn is_code(m: &Match<'_>) -> bool {
    let text = m.text();
    let digits = m.digits().len();
    digits >= 3 && (text.contains("0x") || text.chars().any(|c| c.is_ascii_alphabetic()) || text.len() >= 16)
}

#[cfg(test)]
mod tests {
    use super::RECOGNIZER;
    use crate::identifier::table;

    #[test]
    fn cases() {
        table::check(
            &RECOGNIZER,
            &[
                "her fingerprint template ⟦FP-0x7A19C4⟧ is on the kiosk",
                "voiceprint hash of the lady on line two, ⟦vp:51be-03cd-7a9f-e210⟧",
                "Right palm template    ⟦PV1:9a7c02fe-41bb-88d0⟧",
                "Face backup   ⟦FT-0x5531AC9⟧",
                "face-scan template ⟦FACEMESH 0x4B2D85F1⟧",
                "saved as ⟦L_thumb_minutiae.wsq⟧",
                "iris scan id ⟦IR-44b871c0⟧",
                "template: face login ⟦FACE-3b82-E1F7⟧",
                "{\"face_template\":\"⟦ft3:7bC0dR44aa91Kq⟧\"}",
                "the thumbprint scanner logged her twice this week, template id ⟦TP-4C-0071⟧",
                "note template id NT-2024-01 for the EMR",
                "Face login hash: ⟦c3e1-07ac-4f18-lund⟧",
                "the palm scanner failed, template ⟦KPT-33D1-0C18-L2⟧, left index",
                "Is a fingerprint PHI?",
                "Face ID on the iPad is off",
                "a face lift in 2019, face peel",
                "the iris of the eye, retinal scans are billed 92250",
                "voiceprint retention is 3 years",
                "palm trees, palm up",
                "Hands and face: 20 units",
                "biometrics are covered by paragraph (P)",
            ],
        );
    }
}
