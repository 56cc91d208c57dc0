//! The reasons, each a rule over findings and context.

use super::{Bucket, Reason, ReasonCode};
use crate::context::{Context, Role};
use crate::identifier::{Finding, Kind};
use crate::policy::{Destination, DestinationKind, Policy};
use jiff::civil::Date;
use std::ops::Range;

/// From this many people on a text is bulk.
const BULK: usize = 3;

/// The reasons that hold, those that decide first.
pub(super) fn reasons(
    findings: &[Finding],
    context: &Context,
    policy: &Policy,
    destination: DestinationKind,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut add = |code: ReasonCode, why: String, findings: Vec<usize>| {
        let bucket = bucket(policy, code, destination);
        reasons.push(Reason { code, bucket, why, findings, passages: Vec::new() });
    };
    let linked = |place: &usize| context.linked.binary_search(place).is_ok();
    let (phi, bare): (Vec<usize>, Vec<usize>) =
        context.direct.iter().copied().filter(|&place| !is_providers(findings, context, place)).partition(linked);
    let indirect: Vec<usize> = places(findings, |kind| matches!(kind, Kind::Date | Kind::Location | Kind::Age))
        .into_iter()
        .filter(linked)
        .collect();
    let licences: Vec<usize> = context
        .direct
        .iter()
        .copied()
        .filter(|&place| is_providers(findings, context, place) && findings[place].kind != Kind::Provider)
        .collect();

    if !phi.is_empty() {
        let why = format!("It ties {} to care at the practice: that is PHI.", kinds(findings, &phi));
        add(ReasonCode::U1, why, phi.clone());
    }
    if context.individuals >= BULK {
        let why = format!("It identifies {} different people in one text.", context.individuals);
        let people = places(findings, |kind| kind != Kind::Provider);
        add(ReasonCode::U2, why, people);
    }
    if !context.sensitive.is_empty() {
        let why = format!("It holds {}, too sensitive for any prompt.", kinds(findings, &context.sensitive));
        add(ReasonCode::U3, why, context.sensitive.clone());
    }
    let bare: Vec<usize> = bare.into_iter().chain(licences).collect();
    if !bare.is_empty() {
        let why = format!("It holds {} of somebody, with no link to care in the text.", kinds(findings, &bare));
        add(ReasonCode::C1, why, bare);
    }
    if phi.is_empty() && !indirect.is_empty() {
        let why = format!("It tells of a patient with {}, which can point to one person.", kinds(findings, &indirect));
        add(ReasonCode::C2, why, indirect);
    }
    if context.patient_story {
        let why = "It names a provider inside one patient's story, which narrows down who the patient is.";
        add(ReasonCode::C4, why.to_owned(), places(findings, |kind| kind == Kind::Provider));
    }
    reasons.extend(asked(context, policy, destination));
    for exposure in &context.exposures {
        add_passage(&mut reasons, exposure.code, said(exposure.code), &exposure.bytes, policy, destination);
    }
    if destination == DestinationKind::Public && context.authorized {
        // Whoever signed an authorization for this use may be shown; a person still compares the two.
        for reason in reasons.iter_mut().filter(|r| r.code == ReasonCode::U1 && r.bucket == Bucket::Unsafe) {
            reason.bucket = Bucket::Conditional;
            reason.why.push_str(" The text says that an authorization is on record: check that it covers this use.");
        }
    }
    reasons.sort_by_key(|reason| (std::cmp::Reverse(reason.bucket), reason.code));
    reasons
}

/// The reasons that rest on what the text asks for.
fn asked(context: &Context, policy: &Policy, destination: DestinationKind) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    for asked in &context.asked {
        let Some(activity) = policy.activities.get(asked.activity) else { continue };
        if !activity.counts_at(destination) {
            continue;
        }
        add_passage(&mut reasons, activity.code(), &activity.why, &asked.bytes, policy, destination);
    }
    reasons
}

/// Adds a reason that rests on a passage, or the passage to the reason where it is there already. What the policy
/// calls safe at such a place is no reason.
fn add_passage(
    reasons: &mut Vec<Reason>,
    code: ReasonCode,
    why: &str,
    passage: &Range<usize>,
    policy: &Policy,
    destination: DestinationKind,
) {
    match reasons.iter_mut().find(|reason| reason.code == code) {
        Some(reason) => {
            if !reason.why.contains(why) {
                reason.why = format!("{} {why}", reason.why);
            }
            reason.passages.push(passage.clone());
        }
        None => reasons.push(Reason {
            code,
            bucket: bucket(policy, code, destination),
            why: why.to_owned(),
            findings: Vec::new(),
            passages: vec![passage.clone()],
        }),
    }
}

/// The rules of places that count for a destination. Over an encrypted channel nobody else reads what is named.
pub(crate) fn watched(policy: &Policy, destination: &Destination, today: Date) -> Vec<ReasonCode> {
    const PLACES: [ReasonCode; 5] = [ReasonCode::P1, ReasonCode::P2, ReasonCode::P3, ReasonCode::P4, ReasonCode::P5];
    let kind = destination.effective_kind(today);
    let encrypted = destination.encryption.is_some_and(|encryption| encryption.transit == Some(true));
    let counts =
        |code: &ReasonCode| bucket(policy, *code, kind) != Bucket::Safe && !(encrypted && *code == ReasonCode::P1);
    PLACES.into_iter().filter(counts).collect()
}

/// What breaks a rule of a place, in a sentence.
fn said(code: ReasonCode) -> &'static str {
    match code {
        ReasonCode::P1 => "It names the treatment, the drug or the condition, and others may read it on the way.",
        ReasonCode::P2 => "It confirms in public that somebody is or was a patient, or mentions their treatment.",
        ReasonCode::P3 => {
            "It shows a client who can be recognized, and nothing says that an authorization is on record."
        }
        ReasonCode::P4 => "It invites health details that the task does not need.",
        _ => "Here the talk turns from booking to symptoms or advice, which belongs to a clinician.",
    }
}

/// Whether a finding names or belongs to a provider.
fn is_providers(findings: &[Finding], context: &Context, place: usize) -> bool {
    let Some(finding) = findings.get(place) else { return false };
    finding.kind == Kind::Provider
        || finding.person.and_then(|person| context.people.get(person)).is_some_and(|p| p.role == Role::Provider)
}

/// The bucket that the policy gives a reason at a kind of destination.
fn bucket(policy: &Policy, code: ReasonCode, destination: DestinationKind) -> Bucket {
    let table = policy.verdicts.get(&code).and_then(|row| row.get(&destination));
    table.copied().unwrap_or(match code {
        ReasonCode::U1 if destination == DestinationKind::ApprovedAi => Bucket::Conditional,
        ReasonCode::U1 | ReasonCode::U2 | ReasonCode::U3 | ReasonCode::U4 => Bucket::Unsafe,
        // A policy that says nothing of the rules of places does not have them.
        ReasonCode::P1 | ReasonCode::P2 | ReasonCode::P3 | ReasonCode::P4 | ReasonCode::P5 => Bucket::Safe,
        _ => Bucket::Conditional,
    })
}

/// The places of the findings of some kinds.
fn places(findings: &[Finding], of: impl Fn(Kind) -> bool) -> Vec<usize> {
    findings.iter().enumerate().filter(|(_, finding)| of(finding.kind)).map(|(place, _)| place).collect()
}

/// The kinds of some findings in plain words: "a name and a phone number".
fn kinds(findings: &[Finding], places: &[usize]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for finding in places.iter().filter_map(|&place| findings.get(place)) {
        let word = word(finding.kind);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    match words.split_last() {
        None => "an identifier".to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// A kind in plain words.
fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "a name",
        Kind::Provider => "a provider's name",
        Kind::Location => "a place",
        Kind::Date => "a date",
        Kind::Age => "an age over 89",
        Kind::Phone => "a phone number",
        Kind::Fax => "a fax number",
        Kind::Email => "an email address",
        Kind::Ssn => "a Social Security number",
        Kind::Mrn => "a medical record number",
        Kind::HealthPlan => "a health plan number",
        Kind::Account => "an account or card number",
        Kind::License => "a licence number",
        Kind::Vehicle => "a vehicle's plate or number",
        Kind::Device => "a device's serial or lot number",
        Kind::Url => "a person's web address or handle",
        Kind::Ip => "an internet address",
        Kind::Biometric => "a fingerprint, voiceprint or face template",
        Kind::Photo => "a photo",
        Kind::OtherId => "a number or code of one person",
    }
}
