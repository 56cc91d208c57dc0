//! The verdict: the policy's rules applied to what was found, for where the text is going.

mod advice;
mod bucket;
mod explain;
mod role;
mod rules;

pub use bucket::{Bucket, Reason, ReasonCode, Verdict};
pub use explain::{ReasonDoc, doc};
pub(crate) use role::restrict;
pub(crate) use rules::watched;

use crate::context::Context;
use crate::identifier::Finding;
use crate::policy::{Destination, Policy};
use jiff::civil::Date;

/// Judges a text by its findings and context, for one destination of the policy, as of `today`.
pub fn judge(
    findings: &[Finding],
    context: &Context,
    policy: &Policy,
    (name, destination): (&str, &Destination),
    today: Date,
) -> Verdict {
    let reasons = rules::reasons(findings, context, policy, destination.effective_kind(today));
    let bucket = reasons.iter().map(|reason| reason.bucket).max().unwrap_or(Bucket::Safe);
    let next_step = advice::next_step(bucket, &reasons, policy, (name, destination), today);
    Verdict { bucket, reasons, destination: name.to_owned(), next_step }
}

/// Takes back that a text is safe, for a part of its file could not be read.
pub(crate) fn withhold(verdict: &mut Verdict) {
    const LOOK: &str = "Open what could not be read and look at it yourself, or leave it out.";
    if verdict.bucket == Bucket::Safe {
        *verdict = Verdict { bucket: Bucket::Conditional, next_step: LOOK.to_owned(), ..verdict.clone() };
    } else {
        verdict.next_step = format!("{} {LOOK}", verdict.next_step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Reader;
    use crate::context::testing::page_hits;
    use crate::policy::{Activity, Baa, DestinationKind};
    use crate::text::Page;
    use jiff::civil::date;

    fn activity(id: &str, bucket: Bucket, phrase: &str) -> Activity {
        Activity {
            id: id.to_owned(),
            bucket,
            reason: None,
            to: vec![],
            any: vec![phrase.to_owned()],
            sense: None,
            unless: vec![],
            why: "Because.".to_owned(),
        }
    }

    fn place(kind: DestinationKind, baa: Option<Baa>) -> Destination {
        Destination { kind, baa, ..Destination::default() }
    }

    fn policy() -> Policy {
        let signed = Some(date(2026, 1, 15));
        let baa = |expires| Some(Baa { signed, expires: Some(expires), document: None });
        Policy {
            destinations: [
                ("chatbot", place(DestinationKind::GeneralAi, None)),
                ("scribe", place(DestinationKind::ApprovedAi, baa(date(2027, 1, 15)))),
                ("lapsed", place(DestinationKind::ApprovedAi, baa(date(2026, 2, 1)))),
                ("unsigned", place(DestinationKind::ApprovedAi, None)),
                ("website", place(DestinationKind::Public, None)),
            ]
            .into_iter()
            .map(|(name, destination)| (name.to_owned(), destination))
            .collect(),
            activities: vec![
                activity("summary", Bucket::Conditional, "summarize ... intake"),
                activity("dose", Bucket::Unsafe, "pick ... dose"),
            ],
            ..Policy::default()
        }
    }

    fn verdict(marked: &str, to: &str) -> Verdict {
        let (text, hits) = page_hits(marked);
        let policy = policy();
        let (findings, context) = Reader::new(&policy).understand(&Page::new(&text), hits, 0.0, &[]);
        judge(&findings, &context, &policy, (to, &policy.destinations[to]), date(2026, 6, 1))
    }

    fn codes(verdict: &Verdict) -> Vec<&'static str> {
        verdict.reasons.iter().map(|reason| reason.code.as_str()).collect()
    }

    #[test]
    fn each_reason_and_its_near_misses() {
        let cases: &[(&str, &[&str], Bucket)] = &[
            ("My patient {NAME:Odile Marsh} has an appointment {DATE:Thursday}", &["U1"], Bucket::Unsafe),
            ("Ask {NAME:Gene} whether the frame is ready", &["C1"], Bucket::Conditional),
            ("Letter to our landlord {NAME:Aho}, {PHONE:479-555-0111}", &["C1"], Bucket::Conditional),
            ("{NAME:Ana} tox, {NAME:Bea} peel, {NAME:Cai} filler", &["U1", "U2"], Bucket::Unsafe),
            ("{EMAIL:a@x.example} {EMAIL:b@x.example} {EMAIL:c@x.example}", &["U2", "C1"], Bucket::Unsafe),
            ("Is {SSN:219-09-9999} well formed?", &["U3", "C1"], Bucket::Unsafe),
            ("her card ending {ACCOUNT:4471} for the facial", &["U1"], Bucket::Unsafe),
            ("driver's license {LICENSE:K13-90-5528} of the courier", &["U3", "C1"], Bucket::Unsafe),
            ("Renew {PROVIDER:Dr. Sethi}'s DEA {LICENSE:BS1234563}", &["C1"], Bucket::Conditional),
            ("just pick a dose for the client", &["U4"], Bucket::Unsafe),
            ("A patient drives in from {LOCATION:Ponca}", &["C2"], Bucket::Conditional),
            ("Our {AGE:93}-year-old client fell asleep", &["C2"], Bucket::Conditional),
            ("Summarize this intake", &["C3"], Bucket::Conditional),
            ("A patient says {PROVIDER:Dr. Lund} was late", &["C4"], Bucket::Conditional),
            ("Bio of {PROVIDER:Dr. Lund}, our medical director", &[], Bucket::Safe),
            ("A patient coming in for a touch-up", &[], Bucket::Safe),
            ("Promo email: 20% off, ends {DATE:May 31}", &[], Bucket::Safe),
        ];
        for (marked, expected, bucket) in cases {
            let verdict = verdict(marked, "chatbot");
            assert_eq!(codes(&verdict), *expected, "{marked}");
            assert_eq!(verdict.bucket, *bucket, "{marked}");
        }
    }

    #[test]
    fn the_destination_decides() {
        let phi = "My patient {NAME:Odile Marsh} has an appointment {DATE:Thursday}";
        let cases = [
            (phi, "chatbot", Bucket::Unsafe),
            (phi, "scribe", Bucket::Conditional),
            (phi, "lapsed", Bucket::Unsafe),
            (phi, "unsigned", Bucket::Unsafe),
            (phi, "website", Bucket::Unsafe),
            ("SSN {SSN:219-09-9999} of my patient", "scribe", Bucket::Unsafe),
            ("{NAME:Ana} tox, {NAME:Bea} peel, {NAME:Cai} filler", "scribe", Bucket::Unsafe),
            ("just pick a dose for the client", "scribe", Bucket::Unsafe),
            ("Summarize this intake", "scribe", Bucket::Conditional),
        ];
        for (marked, to, bucket) in cases {
            assert_eq!(verdict(marked, to).bucket, bucket, "{marked} to {to}");
        }
    }

    #[test]
    fn the_next_step_is_plain_and_names_no_value() {
        let phi = "My patient {NAME:Odile Marsh} has an appointment {DATE:Thursday}";
        let cases = [
            (phi, "chatbot", "scribe, which has a BAA"),
            (phi, "lapsed", "expired on 2026-02-01"),
            (phi, "unsigned", "no signed BAA"),
            (phi, "scribe", "only what the task needs"),
            ("Thanks for the tips", "chatbot", "Nothing to change"),
        ];
        for (marked, to, expected) in cases {
            let verdict = verdict(marked, to);
            assert!(verdict.next_step.contains(expected), "{to}: {}", verdict.next_step);
            let said: String = verdict.reasons.iter().map(|reason| reason.why.as_str()).collect();
            assert!(!said.contains("Odile") && !verdict.next_step.contains("Odile"));
        }
    }
}
