//! What vendors say of themselves that sounds like compliance and is none.

use super::super::phrase::PhraseSet;
use super::super::problem::Problem;
use super::super::tree::Node;
use super::items;

/// Words of vendors, what they are worth, and what to ask for instead.
struct Claim {
    /// Phrases, one of which must occur.
    any: &'static [&'static str],
    /// Groups of phrases that, each found once, make the words good.
    unless: &'static [&'static [&'static str]],
    /// What the words do not say.
    but: &'static str,
    cure: &'static str,
}

const CLAIMS: [Claim; 13] = [
    Claim {
        any: &["aws/amazon-web-services/amazon/azure/gcp/google-cloud/microsoft-cloud/oracle-cloud"],
        unless: &[],
        but: "the agreement of a host covers the vendor, not you",
        cure: "ask the vendor for an agreement with your practice, and write its day under `baa`",
    },
    Claim {
        any: &[
            "delet*/purg*/eras*/remov*/wip*/destroy* ... day/days/hour/hours/week/weeks/month/months",
            "keep*/kept/retain*/retention/stor* ... day/days/hour/hours/week/weeks/month/months",
        ],
        unless: &[],
        but: "that is no deletion when you ask, and binds nobody unless the agreement says so",
        cure: "have both in the agreement, and write `retention_days` and `deletes_on_request`",
    },
    Claim {
        any: &[
            "hipaa ready/compliant/compliance/certif*/secure/approved/eligible/grade/friendly/compatible/safe/aligned",
            "compliant/certif*/complies/comply with/for/under (the) hipaa",
        ],
        unless: &[],
        but: "there is no certificate for HIPAA, so these words bind nobody",
        cure: "ask for a signed agreement (45 CFR 164.504(e)), and write its day under `baa`",
    },
    Claim {
        any: &["soc/soc2/soc-2/iso-27001/iso27001/hitrust"],
        unless: &[],
        but: "an auditor's report is no agreement (BAA)",
        cure: "keep the report, and ask for a signed agreement besides",
    },
    Claim {
        any: &[
            "not/never/don't/doesn't/no/nothing ... store/stores/stored/save/saves/saved/retain/retains/retained/keep/keeps/kept/log/logs/logged",
            "without storing/saving/keeping",
        ],
        unless: &[],
        but: "what is not stored is received all the same, and logs, backups and checks for abuse often are",
        cure: "have the agreement say what is kept where, and write `retention_days`",
    },
    Claim {
        any: &["anonymi*/deidentif*/de-identif*/de-identified/pseudonymi*/redact*/scrub*"],
        unless: &[],
        but: "whoever takes the patient's details out has received them",
        cure: "take them out before they leave (`safepaste rewrite`), or sign an agreement that allows it (45 CFR 164.514)",
    },
    Claim {
        any: &["encrypt*"],
        unless: &[&["transit/way/tls/https/ssl"], &["rest/stored/storage/disk/disks"]],
        but: "this does not say where: on the way, where it is stored, or both",
        cure: "ask for both in writing, and write `encryption: {transit: true, rest: true}`",
    },
    Claim {
        any: &["not/never/don't/doesn't ... sell/sells/sold/selling", "not/never/don't/doesn't share/shares/shared"],
        unless: &[],
        but: "not selling leaves open keeping, learning from and passing on",
        cure: "ask for retention, training and subprocessors in writing, and write each down here",
    },
    Claim {
        any: &["zero (data) retention", "no (data) retention", "zdr"],
        unless: &[],
        but: "this often holds only when it is asked for, or for one plan",
        cure: "have it switched on for your account, in writing, and write `retention_days: 0`",
    },
    Claim {
        any: &["enterprise/business/team/teams/premium plan/plans/tier/tiers/edition/customer/customers/accounts/only"],
        unless: &[],
        but: "this may not hold for the plan that you have",
        cure: "have it in writing that it holds for your account",
    },
    Claim {
        any: &[
            "baa/baas/agreement/agreements (is/are) available/offered/possible/upon/on",
            "offer/offers/offering/sign/signs/provide/provides (a/an/our) baa/baas/business-associate",
            "can/will/happy/willing (to) sign",
        ],
        unless: &[],
        but: "an agreement on offer is not signed",
        cure: "have it signed by both before anything goes there, and write its day under `baa`",
    },
    Claim {
        any: &["gdpr"],
        unless: &[],
        but: "that is European law and says nothing of HIPAA",
        cure: "ask for a signed agreement (45 CFR 164.504(e)), and write its day under `baa`",
    },
    Claim {
        any: &[
            "on-device",
            "on your device/computer/phone",
            "local/locally",
            "private/incognito/temporary mode/chat/chats",
        ],
        unless: &[],
        but: "this says where a part of the work is done or what your history shows, not what the vendor receives",
        cure: "ask what leaves the device, to whom, and how long it is kept, and write the answers down here",
    },
];

/// Warns of each claim of a destination that is worth less than it sounds.
pub(super) fn examine(written: &Node, problems: &mut Vec<Problem>) {
    for item in items(written, "claims") {
        let Some(text) = item.text() else { continue };
        let says = |phrases: &[&str]| PhraseSet::new(phrases).is_ok_and(|set| set.find(text).next().is_some());
        for claim in &CLAIMS {
            let good = !claim.unless.is_empty() && claim.unless.iter().all(|group| says(group));
            if says(claim.any) && !good {
                let message = format!("\"{text}\": {}", claim.but);
                problems.push(Problem::warning(item.place, message, claim.cure));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a claim is said to leave open, by the first words of each answer.
    fn answers(claim: &str) -> Vec<String> {
        let node = Node::parse(&format!("claims: [{claim:?}]")).unwrap();
        let mut problems = Vec::new();
        examine(&node, &mut problems);
        problems
            .into_iter()
            .map(|problem| problem.message.rsplit("\": ").next().unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn every_phrase_can_be_read() {
        for claim in &CLAIMS {
            for phrases in claim.unless.iter().chain([&claim.any]) {
                assert!(PhraseSet::new(phrases).is_ok(), "{phrases:?}");
            }
        }
    }

    #[test]
    fn words_that_sound_compliant_are_seen_through() {
        let cases: &[(&str, &[&str])] = &[
            ("Hosted on AWS", &["the agreement of a host"]),
            ("Runs on Microsoft Azure", &["the agreement of a host"]),
            ("Deleted after 30 days", &["that is no deletion"]),
            ("Chats are kept for 30 days, then purged", &["that is no deletion"]),
            ("HIPAA ready", &["there is no certificate"]),
            ("HIPAA-compliant", &["there is no certificate"]),
            ("Certified for HIPAA", &["there is no certificate"]),
            ("SOC 2 Type II", &["an auditor's report"]),
            ("SOC2 certified", &["an auditor's report"]),
            ("We do not store data", &["what is not stored"]),
            ("Nothing you type is ever stored", &["what is not stored"]),
            ("Anonymized by the vendor", &["whoever takes"]),
            ("Your prompts are de-identified", &["whoever takes"]),
            ("Bank-grade encryption", &["this does not say where"]),
            ("Encrypted in transit", &["this does not say where"]),
            ("Encrypted in transit and at rest", &[]),
            ("Your data is not sold", &["not selling"]),
            ("We never sell your data", &["not selling"]),
            ("Zero data retention upon request", &["this often holds"]),
            ("Enterprise plan only", &["this may not hold"]),
            ("BAA available", &["an agreement on offer"]),
            ("We will sign a BAA", &["an agreement on offer"]),
            ("GDPR compliant", &["that is European law"]),
            ("Runs on-device", &["this says where"]),
            ("Private mode", &["this says where"]),
            ("Answers in seconds", &[]),
        ];
        for (claim, expected) in cases {
            let answers = answers(claim);
            assert_eq!(answers.len(), expected.len(), "{claim}: {answers:?}");
            assert!(
                answers.iter().zip(*expected).all(|(answer, begin)| answer.starts_with(begin)),
                "{claim}: {answers:?}"
            );
        }
    }
}
