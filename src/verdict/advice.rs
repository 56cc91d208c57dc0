//! What to do next, in words for whoever is about to paste.

use super::{Bucket, Reason, ReasonCode};
use crate::policy::{Destination, DestinationKind, Policy};
use jiff::civil::Date;

/// The next step for a verdict.
pub(super) fn next_step(
    bucket: Bucket,
    reasons: &[Reason],
    policy: &Policy,
    (name, destination): (&str, &Destination),
    today: Date,
) -> String {
    let gravest = reasons.iter().filter(|reason| reason.bucket == bucket).map(|reason| reason.code).min();
    let Some(gravest) = gravest else { return "Nothing to change: it may go.".to_owned() };
    let mut steps = vec![step(gravest, bucket).to_owned()];
    // The rewrite takes identifiers out; what breaks a rule of the place, somebody has to word anew.
    let places = reasons.iter().filter(|reason| reason.bucket == bucket && reason.code != gravest);
    let places = places.filter(|reason| reason.code > ReasonCode::C4 && reason.code < ReasonCode::R1);
    steps.extend(places.map(|reason| step(reason.code, bucket).to_owned()));
    steps.extend(agreement(name, destination, today));
    if matches!(gravest, ReasonCode::U1 | ReasonCode::C3)
        && destination.effective_kind(today) != DestinationKind::ApprovedAi
    {
        steps.extend(approved(policy, today));
    }
    if destination.kind == DestinationKind::Public && gravest == ReasonCode::U1 {
        steps.push("Publishing it needs the patient's written authorization (45 CFR 164.508).".to_owned());
    }
    if bucket == Bucket::Conditional && !matches!(gravest, ReasonCode::U1) {
        steps.push("If in doubt, ask your privacy lead before you share it.".to_owned());
    }
    steps.join(" ")
}

/// What to do about one reason.
fn step(code: ReasonCode, bucket: Bucket) -> &'static str {
    match code {
        ReasonCode::U4 => "Do not hand this to an AI tool. A licensed person must decide and must read what goes out.",
        ReasonCode::U2 => {
            "Do not paste a list of people. Ask for the wording or the formula alone, and fill in the people yourself."
        }
        ReasonCode::U3 => {
            "Take the number out; no prompt needs it. If the rest is still needed, use the rewrite below."
        }
        ReasonCode::U1 if bucket == Bucket::Conditional => {
            "Leave in only what the task needs, and have a person read the answer before it is used."
        }
        ReasonCode::U1 | ReasonCode::C1 => "Use the rewrite below.",
        ReasonCode::C2 => "Use the rewrite below, or say it without the place and the date.",
        ReasonCode::C3 => {
            "Use a tool with a BAA, paste only what the task needs, and have a person read the answer before it is used."
        }
        ReasonCode::C4 => "Say the role instead of the provider's name, as in the rewrite below.",
        ReasonCode::P1 => "Say \"your appointment\" and nothing of the treatment, or use the portal.",
        ReasonCode::P2 => "Thank them without a word of a visit or a treatment, and ask them to call the practice.",
        ReasonCode::P3 => "Have the client sign an authorization first and note it beside the copy, or tell of nobody.",
        ReasonCode::P4 => "Ask for a name, a number and a time to call back; leave the rest to a clinician.",
        ReasonCode::P5 => {
            "End the booking there: hand the conversation to a clinician, and keep the rest out of the transcript."
        }
        ReasonCode::R1 => "Hand the draft to a colleague whose work it is.",
    }
}

/// What is wrong with the agreement of an approved tool.
fn agreement(name: &str, destination: &Destination, today: Date) -> Option<String> {
    if destination.kind != DestinationKind::ApprovedAi || destination.baa_in_force(today) {
        return None;
    }
    let label = destination.label.as_deref().unwrap_or(name);
    let signed = destination.baa.as_ref().and_then(|baa| baa.signed);
    let expires = destination.baa.as_ref().and_then(|baa| baa.expires);
    Some(match (signed, expires) {
        (Some(_), Some(expires)) if expires < today => {
            format!("The BAA with {label} expired on {expires}, so it counts as a chatbot.")
        }
        (Some(signed), _) => format!("The BAA with {label} begins on {signed}; until then it counts as a chatbot."),
        (None, _) => format!("There is no signed BAA with {label}, so it counts as a chatbot."),
    })
}

/// The approved tool to use instead, where the policy has one.
fn approved(policy: &Policy, today: Date) -> Option<String> {
    let (name, destination) = policy
        .destinations
        .iter()
        .find(|(_, destination)| destination.effective_kind(today) == DestinationKind::ApprovedAi)?;
    Some(format!("Or use it in {}, which has a BAA.", destination.label.as_deref().unwrap_or(name)))
}
