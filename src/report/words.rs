//! The words that reports share: what a verdict means for where a text is going, and what caused it.

use super::{Checked, Masked, Parts, Tally, printable};
use crate::checker::Check;
use crate::document::Document;
use crate::identifier::{Finding, Kind};
use crate::policy::{Destination, DestinationKind};
use crate::rewrite::Rewrite;
use crate::verdict::{Bucket, ReasonCode};
use schemars::JsonSchema;
use serde::Serialize;

/// What people at a front desk call a kind.
pub fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "name",
        Kind::Provider => "staff name",
        Kind::Location => "place",
        Kind::Date => "date",
        Kind::Age => "age over 89",
        Kind::Phone => "phone number",
        Kind::Fax => "fax number",
        Kind::Email => "email address",
        Kind::Ssn => "Social Security number",
        Kind::Mrn => "chart number",
        Kind::HealthPlan => "health-plan number",
        Kind::Account => "account or card number",
        Kind::License => "license number",
        Kind::Vehicle => "vehicle number",
        Kind::Device => "device number",
        Kind::Url => "web address",
        Kind::Ip => "IP address",
        Kind::Biometric => "biometric",
        Kind::Photo => "photo",
        Kind::OtherId => "number or code",
    }
}

/// What people call a destination, fit to stand inside a sentence.
pub(super) fn destination_name(key: &str, destination: &Destination) -> String {
    let Some(label) = destination.label.as_deref() else { return key.to_owned() };
    let short = label.split([',', ';', '(', '.']).next().unwrap_or(label).trim();
    let (first, rest) = short.split_once(' ').unwrap_or((short, ""));
    match first {
        "A" | "An" | "The" | "Our" | "My" => format!("{} {rest}", first.to_lowercase()),
        _ => short.to_owned(),
    }
}

/// What to do with a text, in half a sentence.
pub(super) fn order(bucket: Bucket, key: &str, destination: &Destination) -> String {
    let (act, acted) = match destination.kind {
        DestinationKind::GeneralAi | DestinationKind::ApprovedAi => {
            let place = destination_name(key, destination);
            (format!("paste this into {place}"), format!("pasted into {place}"))
        }
        DestinationKind::Sms => ("send this as a text message".to_owned(), "sent as a text message".to_owned()),
        DestinationKind::Email => ("send this by email".to_owned(), "sent by email".to_owned()),
        DestinationKind::Public => ("publish this".to_owned(), "published".to_owned()),
        DestinationKind::Internal => {
            ("pass this on in the practice".to_owned(), "passed on in the practice".to_owned())
        }
    };
    match bucket {
        Bucket::Safe => format!("This can be {acted}"),
        Bucket::Conditional => format!("Stop and look before you {act}"),
        Bucket::Unsafe => format!("Do not {act}"),
    }
}

/// Why, in the other half.
pub(super) fn cause(text: &str, check: &Check) -> String {
    let Some(reason) = check.verdict.reasons.first() else {
        return if check.verdict.bucket != Bucket::Safe {
            "a part of it could not be read, and the rest identifies no patient".to_owned()
        } else if text.trim().is_empty() {
            "the draft is empty".to_owned()
        } else if check.findings.is_empty() {
            "nothing in it identifies a patient".to_owned()
        } else {
            "what it names says nothing about a patient".to_owned()
        };
    };
    let kinds = || {
        let mut kinds: Vec<Kind> = Vec::new();
        for finding in reason.findings.iter().filter_map(|index| check.findings.get(*index)) {
            if !kinds.contains(&finding.kind) {
                kinds.push(finding.kind);
            }
        }
        kinds
    };
    // How many there are weighs more than what of one of them is told.
    let deciding = check.verdict.reasons.iter().filter(|other| other.bucket == reason.bucket);
    let bulk = deciding.map(|reason| reason.code).any(|code| code == ReasonCode::U2);
    match reason.code {
        ReasonCode::U1 | ReasonCode::U2 => {
            let who = if bulk { format!("{} people", check.context.individuals) } else { "a patient".to_owned() };
            format!("it identifies {who} by {}", and(&kinds().into_iter().map(word).collect::<Vec<_>>()))
        }
        ReasonCode::U3 => format!("it holds {}, too sensitive for any prompt", with_articles(&kinds())),
        ReasonCode::U4 => "it asks for what no AI tool may do alone".to_owned(),
        ReasonCode::C1 => format!("it holds somebody's {}", and(&kinds().into_iter().map(word).collect::<Vec<_>>())),
        ReasonCode::C2 => format!("{} could point to a patient", with_articles(&kinds())),
        ReasonCode::C3 => "it asks for work on a patient's record".to_owned(),
        ReasonCode::C4 => "it names a provider in a patient's story".to_owned(),
        ReasonCode::P1 => "it names the treatment over a channel that others can read".to_owned(),
        ReasonCode::P2 => "it confirms in public that somebody is a patient".to_owned(),
        ReasonCode::P3 => "it shows a client, and no authorization is on record".to_owned(),
        ReasonCode::P4 => "it asks for health details that it does not need".to_owned(),
        ReasonCode::P5 => "the conversation turns clinical and needs a clinician".to_owned(),
        ReasonCode::R1 => "it holds more than the role handles".to_owned(),
    }
}

/// What a rewrite still holds, as programs are told it; `start` and `end` count Unicode code points of the rewrite.
#[derive(Serialize, JsonSchema)]
pub(super) struct Remaining {
    #[serde(rename = "type")]
    #[schemars(schema_with = "super::schema::kind")]
    kind: &'static str,
    start: usize,
    end: usize,
}

/// What a rewrite still holds.
pub(super) fn remaining(rewrite: &Rewrite) -> Vec<Remaining> {
    let told =
        |finding: &Finding| Remaining { kind: finding.kind.code(), start: finding.chars.start, end: finding.chars.end };
    rewrite.remains.iter().map(told).collect()
}

/// A part of the file that could not be read, as programs are told it.
#[derive(Serialize, JsonSchema)]
pub(super) struct Gap {
    #[serde(skip_serializing_if = "String::is_empty")]
    part: String,
    error: String,
}

/// The parts of the file that could not be read.
pub(super) fn gaps(document: &Document, parts: &Parts) -> Vec<Gap> {
    document.unread().iter().map(|gap| Gap { part: parts.shown(&gap.part), error: gap.why.clone() }).collect()
}

/// The same for people, a line each: `attachment b.zip: this is encrypted; ...`.
pub fn gap_lines(document: &Document, parts: &Parts) -> Vec<String> {
    gaps(document, parts).into_iter().map(|gap| told(gap.part, &gap.error)).collect()
}

/// What was passed over on purpose, a line each.
pub(super) fn passed_lines(document: &Document, parts: &Parts) -> Vec<String> {
    let passed = document.passed_over().iter();
    passed.map(|passed| told(parts.shown(&passed.part), &passed.why)).collect()
}

/// A part, and what is said of it.
fn told(part: String, why: &str) -> String {
    if part.is_empty() { why.to_owned() } else { format!("{part}: {why}") }
}

/// What is to be said of a rewrite that is not clean.
pub(super) fn remains(rewrite: &Rewrite) -> Option<String> {
    let mut kinds: Vec<Kind> = Vec::new();
    for finding in &rewrite.remains {
        if !kinds.contains(&finding.kind) {
            kinds.push(finding.kind);
        }
    }
    let what = with_articles(&kinds);
    (!kinds.is_empty()).then(|| {
        format!("The rewrite is not clean: it may still hold {what}. Take that out by hand before you use it.")
    })
}

/// "a name, an email address and a date".
fn with_articles(kinds: &[Kind]) -> String {
    let words: Vec<String> = kinds
        .iter()
        .map(|kind| {
            let word = word(*kind);
            let article = if word.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) { "an" } else { "a" };
            format!("{article} {word}")
        })
        .collect();
    and(&words)
}

/// "one", "one and two", "one, two and three"; beyond four, "and more".
fn and(words: &[impl AsRef<str>]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.as_slice() {
        [] => "what it says".to_owned(),
        [one] => (*one).to_owned(),
        [first @ .., last] if words.len() <= 4 => format!("{} and {last}", first.join(", ")),
        many => format!("{} and more", many[..3].join(", ")),
    }
}

/// What to do with a text and why, in a sentence.
pub(super) fn sentence(checked: &Checked<'_>) -> String {
    let verdict = &checked.check.verdict;
    let order = order(verdict.bucket, &verdict.destination, checked.destination);
    format!("{order}: {}.", cause(checked.document.text(), checked.check))
}

/// The value of a finding on one line, or its mask.
pub(super) fn value(text: &str, finding: &Finding, show_values: bool) -> String {
    let value = Masked::new(&text[finding.bytes.clone()]);
    let shown = if show_values { printable(value.reveal()).into_owned() } else { value.to_string() };
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The reasons that rest on a finding.
pub(super) fn codes(check: &Check, finding: usize) -> String {
    let reasons = check.verdict.reasons.iter().filter(|reason| reason.findings.contains(&finding));
    reasons.map(|reason| reason.code.as_str()).collect::<Vec<_>>().join(" ")
}

/// How many texts came to what, in a sentence.
pub(super) fn summary(tally: &Tally) -> String {
    let checked = count(tally.checked(), "text checked", "texts checked");
    let mut line =
        format!("{checked}: {} unsafe, {} conditional, {} safe.", tally.unsafe_, tally.conditional, tally.safe);
    if let Some(allowed) = allowed(tally.allowed) {
        line.push_str(&format!(" {allowed}."));
    }
    if tally.partial > 0 {
        line.push_str(&format!(" {} read only in part, see above.", tally.partial));
    }
    if tally.failed > 0 {
        line.push_str(&format!(" {} not examined, see the errors.", tally.failed));
    }
    if tally.skipped > 0 {
        line.push_str(&format!(" {} left out.", tally.skipped));
    }
    line
}

/// "1 text", "2 texts".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// What is to be said of findings that the text itself permits.
pub(super) fn allowed(number: usize) -> Option<String> {
    (number > 0).then(|| format!("{} allowed in the text", count(number, "finding", "findings")))
}

/// What stands in a finding's place in the rewrite; none where it went with its neighbours.
pub(super) fn replacement(rewrite: &Rewrite, finding: usize) -> Option<&str> {
    let change = rewrite.changes.iter().find(|change| change.finding == Some(finding))?;
    Some(&change.replacement)
}

/// A confidence as people write it: 0.93, not 0.9300000071525574.
pub(super) fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 1000.0).round() / 1000.0
}

/// A confidence as a share of cases: `93%`. Nothing is ever certain, so it ends at 99%.
pub fn percent(confidence: f32) -> String {
    format!("{:.0}%", (confidence * 100.0).min(99.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_like_sentences() {
        for (words, list) in [
            (&["name"][..], "name"),
            (&["name", "date"], "name and date"),
            (&["name", "date", "age"], "name, date and age"),
            (&["name", "date", "age", "photo", "URL"], "name, date, age and more"),
        ] {
            assert_eq!(and(words), list);
        }
    }

    #[test]
    fn a_destination_is_called_by_its_label() {
        let mut destination: Destination = serde_yaml::from_str("kind: general_ai").unwrap();
        assert_eq!(destination_name("gpt", &destination), "gpt");
        for (label, name) in [
            ("A general chatbot, such as one", "a general chatbot"),
            ("Our AI scribe", "our AI scribe"),
            ("ChatGPT", "ChatGPT"),
        ] {
            destination.label = Some(label.to_owned());
            assert_eq!(destination_name("x", &destination), name);
        }
    }
}
