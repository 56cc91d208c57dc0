//! What a role may never send, which no destination makes good.

use super::{Bucket, Verdict};
use crate::identifier::{Finding, Kind};
use crate::policy::Role;
use crate::verdict::ReasonCode;

/// The word of a policy for whatever is about health or treatment.
const CLINICAL: &str = "clinical";

/// Makes every reason unsafe that rests on what the role may never send, and the verdict with it.
pub(crate) fn restrict(verdict: &mut Verdict, findings: &[Finding], name: &str, role: &Role) {
    let never: Vec<Kind> = role.never.iter().filter_map(|code| Kind::from_code(code)).collect();
    let clinical = role.never.iter().any(|code| code.eq_ignore_ascii_case(CLINICAL));
    let mut raised = false;
    for reason in verdict.reasons.iter_mut().filter(|reason| reason.bucket == Bucket::Conditional) {
        // Every reason but these rests on a health link or on a patient's record.
        let about_health = !matches!(reason.code, ReasonCode::C1 | ReasonCode::U2 | ReasonCode::U3);
        let of_kind = reason.findings.iter().filter_map(|at| findings.get(*at)).any(|f| never.contains(&f.kind));
        if of_kind || clinical && about_health {
            reason.bucket = Bucket::Unsafe;
            reason.why.push_str(&format!(" The role {name} may never send this."));
            raised = true;
        }
    }
    if raised {
        verdict.bucket = Bucket::Unsafe;
        verdict.next_step =
            format!("Use the rewrite, or hand the draft to a colleague: what it holds is nothing for the role {name}.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::Reason;

    fn verdict(code: ReasonCode) -> (Verdict, Vec<Finding>) {
        let finding =
            Finding { kind: Kind::Email, bytes: 0..1, chars: 0..1, confidence: 1.0, rule: String::new(), person: None };
        let reason = Reason { code, bucket: Bucket::Conditional, why: "It is so.".to_owned(), findings: vec![0] };
        let (destination, next_step) = ("scribe".to_owned(), String::new());
        (Verdict { bucket: Bucket::Conditional, reasons: vec![reason], destination, next_step }, vec![finding])
    }

    #[test]
    fn what_a_role_may_never_send_is_unsafe_everywhere() {
        for (never, code, bucket) in [
            (&["EMAIL"][..], ReasonCode::C1, Bucket::Unsafe),
            (&["PHOTO"], ReasonCode::C1, Bucket::Conditional),
            (&["clinical"], ReasonCode::C1, Bucket::Conditional),
            (&["clinical"], ReasonCode::U1, Bucket::Unsafe),
            (&[], ReasonCode::U1, Bucket::Conditional),
        ] {
            let (mut verdict, findings) = verdict(code);
            let role = Role { handles: vec![], never: never.iter().map(|s| (*s).to_owned()).collect() };
            restrict(&mut verdict, &findings, "front_desk", &role);
            assert_eq!(verdict.bucket, bucket, "{never:?} {code}");
            assert_eq!(verdict.next_step.contains("front_desk"), bucket == Bucket::Unsafe);
        }
    }
}
