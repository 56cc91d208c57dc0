//! What goes beyond the sender's role (reason R1), and who may send it instead.

use super::{Bucket, Reason, ReasonCode, Verdict};
use crate::context::Context;
use crate::identifier::{Finding, Kind};
use crate::policy::{Policy, Role};

/// The word of a policy for whatever is about health or treatment.
const CLINICAL: &str = "clinical";

/// Adds reason R1 where the verdict's reasons rest on more than the role handles: unsafe for what it may never
/// send, which no destination makes good, conditional for what is only not its daily work.
pub(crate) fn restrict(verdict: &mut Verdict, findings: &[Finding], context: &Context, policy: &Policy, name: &str) {
    let Some(role) = policy.roles.get(name) else { return };
    let held = Held::of(&verdict.reasons, findings, context);
    let (never, beyond) = (held.among(&role.never), held.outside(role));
    let (bucket, what) = match (never.is_empty(), beyond.is_empty()) {
        (false, _) => (Bucket::Unsafe, never),
        (true, false) => (Bucket::Conditional, beyond),
        (true, true) => return,
    };
    let others: Vec<&str> = policy
        .roles
        .iter()
        .filter(|(_, other)| held.among(&other.never).is_empty() && held.outside(other).is_empty())
        .map(|(name, _)| name.as_str())
        .collect();
    let verb = if bucket == Bucket::Unsafe { "may never send" } else { "does not handle" };
    let why = format!(
        "The role {} {verb} {}. {}",
        spaced(name),
        list(&what.iter().map(|code| named(code)).collect::<Vec<_>>(), "or"),
        instead(&others)
    );
    let findings = held.findings(&what, findings);
    verdict.reasons.push(Reason { code: ReasonCode::R1, bucket, why, findings, passages: Vec::new() });
    verdict.reasons.sort_by_key(|reason| (std::cmp::Reverse(reason.bucket), reason.code));
    if bucket > verdict.bucket {
        verdict.bucket = bucket;
    }
    if bucket == verdict.bucket {
        verdict.next_step = format!("Use the rewrite, or hand the draft on. {}", instead(&others));
    }
}

/// What the reasons of a verdict rest on.
struct Held {
    kinds: Vec<Kind>,
    clinical: bool,
    places: Vec<usize>,
}

impl Held {
    fn of(reasons: &[Reason], findings: &[Finding], context: &Context) -> Held {
        let mut places: Vec<usize> = reasons.iter().flat_map(|reason| reason.findings.iter().copied()).collect();
        places.sort_unstable();
        places.dedup();
        let mut kinds: Vec<Kind> = Vec::new();
        for finding in places.iter().filter_map(|place| findings.get(*place)) {
            if !kinds.contains(&finding.kind) {
                kinds.push(finding.kind);
            }
        }
        // Every reason but these rests on a health link or on a patient's record; an appointment alone is a desk's work.
        let of_health = |code| !matches!(code, ReasonCode::C1 | ReasonCode::U2 | ReasonCode::U3 | ReasonCode::R1);
        let clinical = context.clinical && reasons.iter().any(|reason| of_health(reason.code));
        Held { kinds, clinical, places }
    }

    /// What of it stands in a role's list, by its code, or as the word `clinical`.
    fn among(&self, list: &[String]) -> Vec<String> {
        let kinds = self.kinds.iter().filter(|kind| list.iter().any(|code| Kind::from_code(code) == Some(**kind)));
        let clinical = self.clinical && list.iter().any(|word| word.eq_ignore_ascii_case(CLINICAL));
        kinds.map(|kind| kind.code().to_owned()).chain(clinical.then(|| CLINICAL.to_owned())).collect()
    }

    /// The kinds that a role does not handle; none where it lists nothing.
    fn outside(&self, role: &Role) -> Vec<String> {
        if role.handles.is_empty() {
            return Vec::new();
        }
        let handles = |kind: &Kind| role.handles.iter().any(|code| Kind::from_code(code) == Some(*kind));
        self.kinds.iter().filter(|kind| !handles(kind)).map(|kind| kind.code().to_owned()).collect()
    }

    /// The places of the findings of some codes; what is clinical is all of them.
    fn findings(&self, codes: &[String], findings: &[Finding]) -> Vec<usize> {
        let told = |place: &&usize| {
            let kind = findings.get(**place).map(|finding| finding.kind.code());
            codes.iter().any(|code| code == CLINICAL || Some(code.as_str()) == kind)
        };
        self.places.iter().filter(told).copied().collect()
    }
}

/// Who may send it, in a sentence.
fn instead(others: &[&str]) -> String {
    if others.is_empty() {
        return "No role of the policy may send this as it stands.".to_owned();
    }
    let others: Vec<String> = others.iter().map(|name| spaced(name)).collect();
    format!("Who may: {}.", list(&others, "or"))
}

fn list(words: &[String], or: &str) -> String {
    match words.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {or} {last}", rest.join(", ")),
    }
}

/// A code of a role's list in a sentence.
fn named(code: &str) -> String {
    if code == CLINICAL { "anything clinical".to_owned() } else { code.to_owned() }
}

/// A key of the policy as people read it.
fn spaced(name: &str) -> String {
    name.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(code: ReasonCode) -> (Verdict, Vec<Finding>) {
        let finding =
            Finding { kind: Kind::Email, bytes: 0..1, chars: 0..1, confidence: 1.0, rule: String::new(), person: None };
        let reason = Reason {
            code,
            bucket: Bucket::Conditional,
            why: "It is so.".to_owned(),
            findings: vec![0],
            passages: vec![],
        };
        let (destination, next_step) = ("scribe".to_owned(), String::new());
        (Verdict { bucket: Bucket::Conditional, reasons: vec![reason], destination, next_step }, vec![finding])
    }

    fn role(handles: &[&str], never: &[&str]) -> Role {
        let own = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
        Role { handles: own(handles), never: own(never) }
    }

    #[test]
    fn what_goes_beyond_a_role_is_told_with_who_may_send_it() {
        type Case<'c> = (&'c [&'c str], &'c [&'c str], ReasonCode, Bucket, &'c str);
        let cases: &[Case<'_>] = &[
            (&[], &["EMAIL"], ReasonCode::C1, Bucket::Unsafe, "may never send EMAIL. Who may: nurse."),
            (&[], &["PHOTO"], ReasonCode::C1, Bucket::Conditional, ""),
            (&[], &["clinical"], ReasonCode::C1, Bucket::Conditional, ""),
            (&[], &["clinical"], ReasonCode::U1, Bucket::Unsafe, "may never send anything clinical. Who may: nurse."),
            (&["NAME"], &[], ReasonCode::U1, Bucket::Conditional, "does not handle EMAIL. Who may: nurse."),
            (&["EMAIL"], &[], ReasonCode::U1, Bucket::Conditional, ""),
            (&[], &[], ReasonCode::U1, Bucket::Conditional, ""),
        ];
        for (handles, never, code, bucket, why) in cases {
            let (mut verdict, findings) = verdict(*code);
            let roles = [("front_desk", role(handles, never)), ("nurse", role(&["EMAIL"], &["SSN"]))];
            let roles = roles.into_iter().map(|(name, role)| (name.to_owned(), role)).collect();
            let policy = Policy { roles, ..Policy::default() };
            let context = Context { clinical: true, ..Context::default() };
            restrict(&mut verdict, &findings, &context, &policy, "front_desk");
            assert_eq!(verdict.bucket, *bucket, "{handles:?} {never:?} {code}");
            let told = verdict.reasons.iter().find(|reason| reason.code == ReasonCode::R1);
            assert_eq!(told.is_some(), !why.is_empty(), "{handles:?} {never:?} {code}");
            assert!(told.is_none_or(|reason| reason.why.ends_with(why)), "{told:?}");
        }
    }
}
