//! The words in which a policy's terms are told to its owner.

use super::super::{DestinationKind, PracticeKind};
use crate::identifier::Kind;
use crate::verdict::{Bucket, ReasonCode};

/// A reason in a few words, as a row of the table begins.
pub(super) fn meaning(reason: ReasonCode) -> &'static str {
    match reason {
        ReasonCode::U1 => "a patient and their care",
        ReasonCode::U2 => "three or more people",
        ReasonCode::U3 => "SSN, card or chart number",
        ReasonCode::U4 => "what no tool decides",
        ReasonCode::C1 => "a name or contact alone",
        ReasonCode::C2 => "a date or town in a story",
        ReasonCode::C3 => "work on a patient's record",
        ReasonCode::C4 => "staff in a patient's story",
        ReasonCode::P1 => "a message with the treatment",
        ReasonCode::P2 => "confirming a patient",
        ReasonCode::P3 => "a client without permission",
        ReasonCode::P4 => "asking for health details",
        ReasonCode::P5 => "a call that turns clinical",
        ReasonCode::R1 => "beyond the sender's role",
    }
}

/// What a bucket means for a draft.
pub(super) fn answer(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::Safe => "yes",
        Bucket::Conditional => "look",
        Bucket::Unsafe => "no",
    }
}

/// A kind of place in one word, as a column of the table is headed.
pub(super) fn column(kind: DestinationKind) -> &'static str {
    match kind {
        DestinationKind::GeneralAi => "chatbot",
        DestinationKind::ApprovedAi => "approved",
        DestinationKind::Sms => "text",
        DestinationKind::Email => "email",
        DestinationKind::Public => "public",
        DestinationKind::Internal => "inside",
    }
}

/// A kind of place where a draft goes into or onto.
pub(super) fn place(kind: DestinationKind) -> &'static str {
    match kind {
        DestinationKind::GeneralAi => "a chatbot",
        DestinationKind::ApprovedAi => "an approved tool",
        DestinationKind::Sms => "a text message",
        DestinationKind::Email => "an email",
        DestinationKind::Public => "anything public",
        DestinationKind::Internal => "our own notes",
    }
}

/// What kind of practice we are.
pub(super) fn practice(kind: PracticeKind) -> &'static str {
    match kind {
        PracticeKind::MedSpa => "a medical spa",
        PracticeKind::Therapist => "a therapist's practice",
        PracticeKind::Dermatology => "a dermatology practice",
        PracticeKind::CosmeticOnly => "a practice for cosmetic services only",
    }
}

/// What stands in place of an identifier.
pub(super) fn instead(way: Option<&str>, kind: Kind) -> String {
    let words = match (way.unwrap_or("natural"), kind) {
        ("year", _) => "the year",
        ("natural", Kind::Name) => "\"the patient\" or \"Patient A\"",
        ("natural", Kind::Provider) => "\"the doctor\"",
        ("natural", Kind::Location) => "the state or \"a hospital\"",
        ("natural", Kind::Date) => "the year or \"upcoming\"",
        ("natural", Kind::Age) => "\"90 or older\"",
        ("natural" | "remove", _) => "left out",
        (words, _) => return format!("\"{words}\""),
    };
    words.to_owned()
}

/// `front_desk` as people say it.
pub(super) fn spaced(name: &str) -> String {
    name.replace(['_', '-'], " ")
}

/// Codes of kinds, and words beside them, as a list of a sentence.
pub(super) fn listed(codes: &[String], last: &str) -> String {
    let word = |code: &String| match Kind::from_code(code) {
        Some(kind) => plural(kind).to_owned(),
        None if code == "clinical" => "anything about health or treatment".to_owned(),
        None => code.clone(),
    };
    sentence_list(&codes.iter().map(word).collect::<Vec<_>>(), last)
}

/// `a, b and c`
pub(super) fn sentence_list<W: AsRef<str>>(words: &[W], last: &str) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((end, before)) if !before.is_empty() => format!("{} {last} {end}", before.join(", ")),
        _ => words.concat(),
    }
}

/// What a kind's identifiers are called.
pub(super) fn plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "names",
        Kind::Provider => "staff names",
        Kind::Location => "places",
        Kind::Date => "dates",
        Kind::Age => "ages over 89",
        Kind::Phone => "phone numbers",
        Kind::Fax => "fax numbers",
        Kind::Email => "email addresses",
        Kind::Ssn => "Social Security numbers",
        Kind::Mrn => "chart numbers",
        Kind::HealthPlan => "insurance member numbers",
        Kind::Account => "card and bank numbers",
        Kind::License => "licenses and passports",
        Kind::Vehicle => "plates and vehicle numbers",
        Kind::Device => "serial and lot numbers of implants and devices",
        Kind::Url => "personal web pages and social media handles",
        Kind::Ip => "IP addresses",
        Kind::Biometric => "fingerprints, face scans and the like",
        Kind::Photo => "photos",
        Kind::OtherId => "membership, booking and other personal numbers",
    }
}
