//! What a text itself calls the people that it is about, and whether it is about care.

use super::person::{NOTE, SAMPLE};
use super::word::{in_word, is_one};
use crate::context::Context;
use crate::lexicon::{self, Class};

/// Whether a text has a word that is about somebody's care and nothing else.
pub(super) fn tells_of_care(text: &str) -> bool {
    #[rustfmt::skip]
    const CARE: &[&str] = &[
        "patient", "patients", "pt", "graft", "biopsy", "specimen", "stitches", "sutures", "excision", "mohs", "rash", "hemangioma",
        "melanoma", "diagnosis", "prescription", "refill", "post-op", "postop", "aftercare", "swollen", "swelling",
        "paciente", "cita", "cirugía", "receta",
    ];
    let drug = |word: &str| {
        let known = lexicon::lookup(word);
        word.len() > 4 && known.is(Class::Drug) && !known.is(Class::Brand)
    };
    text.split(|c: char| !in_word(c)).any(|word| is_one(word, CARE) || drug(word))
}

/// What the text itself calls the people that it is about.
pub(super) fn general_noun(text: &str, context: &Context) -> &'static str {
    let sample = &text[..super::layout::floor(text, SAMPLE)];
    let mut counts = [0usize; 5];
    let mut before = "";
    for word in sample.split(|c: char| !c.is_alphanumeric()) {
        const VERBAL: &[&str] =
            &["can", "to", "may", "could", "will", "should", "might", "she", "he", "they", "you", "i", "please"];
        let previous = std::mem::replace(&mut before, word);
        let group = match word.to_ascii_lowercase().as_str() {
            // "she can resume workouts"
            "resume" if is_one(previous, VERBAL) => continue,
            "patient" | "patients" | "pt" | "pts" | "paciente" => 0,
            "client" | "clients" => 1,
            "applicant" | "applicants" | "resume" | "resumes" | "résumé" | "hiring" | "interview" => 2,
            "caller" => 3,
            // In a story of care, somebody may be a candidate for a treatment.
            "candidate" | "candidates" => 4,
            _ => continue,
        };
        counts[group] += 1;
    }
    // "applied for the opening", and not "SPF applied"
    counts[2] +=
        ["job offer", "offer letter", "Offer letter", "applied for", "applying for", "applied to", "applying to"]
            .iter()
            .filter(|words| sample.contains(**words))
            .count();
    let [patient, client, applicant, caller, candidate] = counts;
    match context.health_link || context.patient_story {
        true if applicant > 0 && client + patient == 0 => "applicant",
        true if client > patient => "client",
        true => "patient",
        false if applicant + candidate > 0 => "applicant",
        false if caller > 0 => "caller",
        false if text.len() < NOTE && (context.clinical || tells_of_care(text)) => {
            if client > patient {
                "client"
            } else {
                "patient"
            }
        }
        false => "person",
    }
}
