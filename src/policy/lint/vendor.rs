//! The vendor register: what a practice must have in writing of an AI tool before it approves it, and has not.

use super::super::problem::Problem;
use super::super::tree::{Key, Node};
use super::super::{Destination, DestinationKind};
use super::claims;
use jiff::civil::Date;

/// How many days before its end an agreement is warned of.
const NOTICE_DAYS: i32 = 30;

/// A yes-or-no question to the vendor.
struct Question {
    /// The key of the answer below the destination, dotted.
    key: &'static str,
    answer: fn(&Destination) -> Option<bool>,
    /// The answer that a practice needs.
    good: bool,
    /// What is unknown, after "nothing says".
    unknown: &'static str,
    /// What a bad answer means, after the tool's name.
    bad: &'static str,
    /// What to have in writing.
    cure: &'static str,
}

const QUESTIONS: [Question; 6] = [
    Question {
        key: "trains_on_data",
        answer: |tool| tool.trains_on_data,
        good: false,
        unknown: "whether {} learns from what it is given",
        bad: "{} is approved although it learns from what it is given",
        cure: "have its maker switch training off, in writing, and write `trains_on_data: false`",
    },
    Question {
        key: "deletes_on_request",
        answer: |tool| tool.deletes_on_request,
        good: true,
        unknown: "whether {} deletes what it was given when you ask",
        bad: "{} does not delete what it was given when you ask",
        cure: "have it in the agreement (45 CFR 164.504(e)(2)(ii)(J)), and write `deletes_on_request: true`",
    },
    Question {
        key: "access_control",
        answer: |tool| tool.access_control,
        good: true,
        unknown: "whether each person has an account of their own at {}",
        bad: "several people share one account at {}",
        cure: "get an account for each person (45 CFR 164.312(a)), and write `access_control: true`",
    },
    Question {
        key: "audit_log",
        answer: |tool| tool.audit_log,
        good: true,
        unknown: "whether {} records who used it",
        bad: "{} does not record who used it",
        cure: "have its log switched on and open to you (45 CFR 164.312(b)), and write `audit_log: true`",
    },
    Question {
        key: "encryption.transit",
        answer: |tool| tool.encryption.and_then(|encryption| encryption.transit),
        good: true,
        unknown: "whether {} encrypts on the way",
        bad: "{} does not encrypt on the way",
        cure: "have it in writing (45 CFR 164.312(e)), and write `encryption: {transit: true}`",
    },
    Question {
        key: "encryption.rest",
        answer: |tool| tool.encryption.and_then(|encryption| encryption.rest),
        good: true,
        unknown: "whether {} encrypts where it stores",
        bad: "{} does not encrypt where it stores",
        cure: "have it in writing (45 CFR 164.312(a)(2)(iv)), and write `encryption: {rest: true}`",
    },
];

/// Warns of everything that the register lacks of one destination; agreements count as of `today`.
pub(super) fn examine(key: &Key, written: &Node, tool: &Destination, today: Date, problems: &mut Vec<Problem>) {
    let name = format!("`{}`", key.name);
    if tool.kind == DestinationKind::ApprovedAi {
        agreement(key, &name, tool, today, problems);
        questions(key, &name, written, tool, problems);
        subprocessors(key, &name, written, tool, problems);
    } else if tool.baa.as_ref().is_some_and(|baa| baa.signed.is_some()) {
        problems.push(Problem::warning(
            key.place,
            format!("the agreement of {name} has no effect: only an approved_ai counts by its agreement"),
            "write `kind: approved_ai`, or take `baa` out",
        ));
    }
    claims::examine(written, problems);
}

fn agreement(key: &Key, name: &str, tool: &Destination, today: Date, problems: &mut Vec<Problem>) {
    let baa = tool.baa.as_ref();
    let expires = baa.and_then(|baa| baa.expires);
    let days_left = expires.and_then(|expires| today.until(expires).ok()).map(|span| span.get_days());
    let mut warn = |message: String, help: &str| problems.push(Problem::warning(key.place, message, help));
    let renew = "renew the agreement and write its new last day under `expires`";
    match (baa.and_then(|baa| baa.signed), days_left) {
        (None, _) => warn(
            format!("{name} has no signed agreement, so it counts as a general chatbot"),
            "write the day under `baa: {signed: ...}` once the agreement is signed",
        ),
        (Some(signed), _) if signed > today => warn(
            format!("the agreement of {name} is dated in the future, so it counts as a general chatbot until then"),
            "correct the day if it is signed already",
        ),
        (Some(_), Some(left)) if left < 0 => {
            warn(format!("the agreement of {name} has expired, so it counts as a general chatbot"), renew);
        }
        (Some(_), Some(left)) if left <= NOTICE_DAYS => {
            warn(
                format!("the agreement of {name} expires in {left} {}", if left == 1 { "day" } else { "days" }),
                renew,
            );
        }
        _ => {}
    }
}

fn questions(key: &Key, name: &str, written: &Node, tool: &Destination, problems: &mut Vec<Problem>) {
    for question in &QUESTIONS {
        let message = match (question.answer)(tool) {
            Some(answer) if answer == question.good => continue,
            Some(_) => question.bad.replace("{}", name),
            None => format!("nothing says {}", question.unknown.replace("{}", name)),
        };
        let answer = question.key.split('.').try_fold(written, |node, part| node.get(part));
        let place = answer.map_or(key.place, |answer| answer.place);
        problems.push(Problem::warning(place, message, question.cure));
    }
    if tool.retention_days.is_none() {
        problems.push(Problem::warning(
            key.place,
            format!("nothing says how long {name} keeps what it is given"),
            "have the number of days in the agreement, and write it as `retention_days: 30`; 0 where it keeps nothing",
        ));
    }
}

fn subprocessors(key: &Key, name: &str, written: &Node, tool: &Destination, problems: &mut Vec<Problem>) {
    if tool.subprocessors.is_empty() {
        problems.push(Problem::warning(
            key.place,
            format!("nothing says who else handles the data of {name}"),
            "ask its maker for the list, and write it under `subprocessors`; `[none]` where there is nobody",
        ));
    }
    let items = written.get("subprocessors").map(Node::items).unwrap_or_default();
    for (at, other) in tool.subprocessors.iter().enumerate().filter(|(_, other)| !other.is_none()) {
        let (said, help) = match other.baa() {
            Some(true) => continue,
            Some(false) => (
                "has signed no agreement with its maker",
                "ask its maker to have one signed (45 CFR 164.502(e)(1)(ii)), or to leave it out",
            ),
            None => (
                "may have no agreement with its maker: nothing says so",
                "ask its maker (45 CFR 164.502(e)(1)(ii)), and write `{name: ..., baa: true}`",
            ),
        };
        let message = format!("`{}`, which handles the data of {name}, {said}", other.name());
        problems.push(Problem::warning(items.get(at).map_or(key.place, |item| item.place), message, help));
    }
}
