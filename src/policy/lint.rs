//! Everything that is wrong with a policy at once, and warnings of what has no effect or soon will have none.

use super::load::Source;
use super::phrase::{Phrase, PhraseSet};
use super::problem::{PolicyError, Problem};
use super::shipped::shipped;
use super::tree::{Key, Node};
use super::{Activity, DestinationKind, Policy};
use crate::identifier::Kind;
use crate::verdict::{Bucket, ReasonCode};
use jiff::civil::Date;
use std::path::Path;

/// How many days before its end an agreement is warned of.
const NOTICE_DAYS: i32 = 30;

/// What is wrong with the policy in a file, or with a shipped policy by its name, in order of place; agreements count as of `today`.
///
/// # Errors
/// When the file cannot be read as text.
pub fn lint(policy: &Path, today: Date) -> Result<Vec<Problem>, PolicyError> {
    if let Some((name, text)) = policy.to_str().and_then(|name| Some((name, shipped(name)?))) {
        return Ok(examine(&Source::of_text(name, text), today));
    }
    Ok(examine(&Source::of_file(policy, &[])?, today))
}

/// What is wrong with a policy's text, as [`lint`] says; `extends` may name a file, counted from the current folder.
pub fn lint_text(text: &str, today: Date) -> Vec<Problem> {
    examine(&Source::of_text("policy", text), today)
}

fn examine(source: &Source, today: Date) -> Vec<Problem> {
    let examined = source.examine();
    let mut problems = examined.problems;
    if let (Some(tree), Some(resolved)) = (&examined.tree, &examined.resolved) {
        let policy = &resolved.policy;
        practice(tree, &mut problems);
        destinations(tree, policy, today, &mut problems);
        roles(tree, &mut problems);
        identifiers(tree, &mut problems);
        activities(tree, policy, &mut problems);
        verdicts(tree, policy, &mut problems);
        templates(tree, &mut problems);
        allow(tree, &mut problems);
    }
    problems.sort_by_key(|problem| problem.place);
    problems
}

fn entries<'t>(tree: &'t Node, key: &str) -> &'t [(Key, Node)] {
    tree.get(key).map(Node::entries).unwrap_or_default()
}

fn items<'t>(node: &'t Node, key: &str) -> &'t [Node] {
    node.get(key).map(Node::items).unwrap_or_default()
}

fn practice(tree: &Node, problems: &mut Vec<Problem>) {
    let Some(public) = tree.get("practice").and_then(|practice| practice.get("public")) else { return };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    type Check<'c> = (&'c str, &'c dyn Fn(&str) -> bool, &'c str, &'c str);
    let checks: [Check<'_>; 3] = [
        ("phones", &|text| digits(text) >= 7, "a telephone number", "write it with its area code, as in 479-555-0100"),
        ("emails", &|text| text.contains('@'), "an email address", "write it in full, as in hello@glow.example"),
        (
            "domains",
            &|text| text.contains('.') && !text.contains(['@', '/', ' ']),
            "a domain",
            "write it without https:// and without what follows, as in glow.example",
        ),
    ];
    for (key, fits, what, help) in checks {
        for item in items(public, key) {
            if item.text().is_some_and(|text| !fits(text)) {
                problems.push(Problem::warning(item.place, format!("this is not {what}, so it never applies"), help));
            }
        }
    }
}

fn destinations(tree: &Node, policy: &Policy, today: Date, problems: &mut Vec<Problem>) {
    for (key, _) in entries(tree, "destinations") {
        let Some(destination) = policy.destinations.get(&key.name) else { continue };
        let name = &key.name;
        let baa = destination.baa.as_ref();
        let (signed, expires) = (baa.and_then(|baa| baa.signed), baa.and_then(|baa| baa.expires));
        let days_left = expires.and_then(|expires| today.until(expires).ok()).map(|span| span.get_days());
        let mut warn = |message: String, help: &str| problems.push(Problem::warning(key.place, message, help));
        if destination.kind != DestinationKind::ApprovedAi {
            if signed.is_some() {
                let message =
                    format!("the agreement of `{name}` has no effect: only an approved_ai counts by its agreement");
                warn(message, "write `kind: approved_ai`, or take `baa` out");
            }
            continue;
        }
        match (signed, days_left) {
            (None, _) => warn(
                format!("`{name}` has no signed agreement, so it counts as a general chatbot"),
                "write the day under `baa: {signed: ...}` once the agreement is signed",
            ),
            (Some(signed), _) if signed > today => warn(
                format!(
                    "the agreement of `{name}` is dated in the future, so it counts as a general chatbot until then"
                ),
                "correct the day if it is signed already",
            ),
            (Some(_), Some(left)) if left < 0 => warn(
                format!("the agreement of `{name}` has expired, so it counts as a general chatbot"),
                "renew the agreement and write its new last day under `expires`",
            ),
            (Some(_), Some(left)) if left <= NOTICE_DAYS => warn(
                format!("the agreement of `{name}` expires in {left} {}", if left == 1 { "day" } else { "days" }),
                "renew the agreement and write its new last day under `expires`",
            ),
            _ => {}
        }
        if destination.trains_on_data == Some(true) {
            warn(
                format!("`{name}` is approved although it learns from what it is given"),
                "have the maker switch training off, and write `trains_on_data: false`",
            );
        }
    }
}

fn roles(tree: &Node, problems: &mut Vec<Problem>) {
    let code = |node: &Node| {
        let text = node.text()?;
        Some(Kind::from_code(text).map_or_else(|| text.to_owned(), |kind| kind.code().to_owned()))
    };
    for (key, role) in entries(tree, "roles") {
        let handles: Vec<_> = items(role, "handles").iter().filter_map(code).collect();
        for never in items(role, "never") {
            if code(never).is_some_and(|never| handles.contains(&never)) {
                let message = format!("`{}` both handles this and never sends it", key.name);
                problems.push(Problem::warning(never.place, message, "`never` counts; take it out of one of the two"));
            }
        }
    }
}

fn identifiers(tree: &Node, problems: &mut Vec<Problem>) {
    for (key, rule) in entries(tree, "identifiers") {
        match rule.get("pattern") {
            Some(pattern) if items(rule, "examples").is_empty() => problems.push(Problem::warning(
                pattern.place,
                format!("the pattern of `{}` has no example", key.name),
                "write an invented value under `examples`, so that this check can try the pattern",
            )),
            Some(_) => {}
            None => {
                if let Some(idle) = rule.get("type").or_else(|| rule.get("examples")) {
                    let message = format!("without a `pattern` this has no effect on `{}`", key.name);
                    problems.push(Problem::warning(idle.place, message, "add a `pattern`, or take this out"));
                }
            }
        }
    }
}

fn activities(tree: &Node, policy: &Policy, problems: &mut Vec<Problem>) {
    for node in items(tree, "activities") {
        let id = node.get("id").and_then(Node::text).unwrap_or_default();
        let Some(activity) = policy.activities.iter().find(|activity| activity.id == id) else { continue };
        let reason = match activity.bucket {
            Bucket::Unsafe => ReasonCode::U4,
            Bucket::Conditional => ReasonCode::C3,
            Bucket::Safe => continue,
        };
        let row = policy.verdicts.get(&reason);
        if row.is_some_and(|row| row.values().all(|bucket| *bucket == Bucket::Safe)) {
            let message = format!("`{id}` never counts, because `verdicts` calls {reason} safe everywhere");
            problems.push(Problem::warning(node.place, message, "correct `verdicts`, or write `bucket: safe` here"));
        }
        swallowed(node, activity, problems);
        let any = items(node, "any");
        for phrase in any {
            if phrase.text().and_then(|text| Phrase::parse(text).ok()).is_some_and(|phrase| phrase.is_commonplace()) {
                let message = "so short a word alone stands in most texts";
                problems.push(Problem::warning(phrase.place, message, "add the words that go with it"));
            }
        }
        for (at, phrase) in any.iter().enumerate() {
            if any.iter().take(at).any(|earlier| earlier.text() == phrase.text()) {
                problems.push(Problem::warning(phrase.place, "this phrase stands here a second time", "take one out"));
            }
        }
    }
}

/// Warns of phrases that can never count because one of `unless` stands in them.
fn swallowed(node: &Node, activity: &Activity, problems: &mut Vec<Problem>) {
    let Ok(unless) = PhraseSet::new(&activity.unless) else { return };
    let dead = |phrase: &str| {
        Phrase::parse(phrase)
            .is_ok_and(|phrase| phrase.samples().iter().all(|sample| unless.find(sample).next().is_some()))
    };
    if activity.any.iter().all(|phrase| dead(phrase)) {
        let place = node.get("unless").unwrap_or(node).place;
        let message = format!("`{}` never counts: in every phrase of `any` stands one of `unless`", activity.id);
        problems.push(Problem::warning(place, message, "make the phrases of `unless` longer"));
        return;
    }
    for phrase in items(node, "any") {
        if phrase.text().is_some_and(dead) {
            let message = "this phrase never counts: one of `unless` stands in it";
            problems.push(Problem::warning(
                phrase.place,
                message,
                "take it out, or make the phrase of `unless` longer",
            ));
        }
    }
}

fn verdicts(tree: &Node, policy: &Policy, problems: &mut Vec<Problem>) {
    for (reason, row) in entries(tree, "verdicts") {
        if !reason.name.starts_with('U') {
            continue;
        }
        for (kind, bucket) in row.entries() {
            if bucket.text() == Some("safe") {
                let message =
                    format!("{} at {} is called safe: such a text would pass without a word", reason.name, kind.name);
                problems.push(Problem::warning(
                    bucket.place,
                    message,
                    "write `conditional`, so that a person looks first",
                ));
            }
        }
    }
    for (name, destination) in &policy.destinations {
        let passes = |row: &std::collections::BTreeMap<DestinationKind, Bucket>| {
            row.get(&destination.kind) == Some(&Bucket::Safe)
        };
        if tree.get("verdicts").is_some() && !policy.verdicts.is_empty() && policy.verdicts.values().all(passes) {
            let place = tree.get("verdicts").map_or(tree.place, |node| node.place);
            let message = format!("every reason is safe at `{name}`: nothing that goes there is judged");
            problems.push(Problem::warning(place, message, "give at least the reasons U1 to U4 a stricter bucket"));
        }
    }
}

fn templates(tree: &Node, problems: &mut Vec<Problem>) {
    for (key, fields) in entries(tree, "templates") {
        if fields.items().is_empty() {
            let message = format!("the template `{}` lets nothing through", key.name);
            problems.push(Problem::warning(key.place, message, "list the facts that the task needs"));
        }
    }
}

fn allow(tree: &Node, problems: &mut Vec<Problem>) {
    for entry in items(tree, "allow") {
        let letters = entry.text().unwrap_or_default().chars().filter(|c| c.is_alphanumeric()).count();
        let (message, help) = match letters {
            0 => ("this entry is empty", "take it out"),
            1 => ("one letter alone would hide initials everywhere", "write the whole word or phrase"),
            _ => continue,
        };
        problems.push(Problem::warning(entry.place, message, help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{SHIPPED, Severity};
    use jiff::civil::date;

    const HEAD: &str = "version: 1\nextends: med-spa\n";

    fn today() -> Date {
        date(2026, 6, 1)
    }

    /// Prints problems, each in two lines, with an exclamation mark where it is an error.
    fn print(problems: &[Problem]) -> String {
        let mut text = String::new();
        for p in problems {
            let mark = if p.severity == Severity::Error { "!" } else { "" };
            text += &format!("  {mark}{}:{} {}\n    {}\n", p.place.line, p.place.column, p.message, p.help);
        }
        text
    }

    #[test]
    fn every_shipped_policy_is_clean() {
        for (name, _) in SHIPPED {
            assert_eq!(print(&lint(Path::new(name), today()).unwrap()), "", "{name}");
        }
    }

    #[test]
    fn every_problem_has_its_place_and_a_cure() {
        for case in CASES.trim().split("\n\n") {
            let end = case.find("\n  ").map_or(case.len(), |end| end + 1);
            let (text, expected) = case.split_at(end);
            let found = print(&lint_text(&format!("{HEAD}{text}"), today()));
            assert_eq!(found.trim_end(), expected.replace("  fine", "").trim_end(), "{text}");
        }
    }

    /// Policies, each with what is said of it; two lines stand above each.
    const CASES: &str = r#"
destinatons: {a: {kind: sms}}
  !3:1 `destinatons` is not a key of `policy`
    did you mean `destinations`?

practice: {nme: A}
  !3:12 `nme` is not a key of `practice`
    did you mean `name`?

practice: {kind: medspa}
  !3:18 `kind` cannot be `medspa`
    did you mean `med_spa`?

practice: {name: 2024}
  !3:18 `name` must be text, but this is a number
    put quotes around it

practice: [A]
  !3:11 `practice` must be a group of keys with values, but this is a list
    write keys from name, kind, covered_entity, public

practice: {public: {phones: 479-555-0100}}
  !3:29 `phones` must be a list, but this is text
    put square brackets around it

default_destination: chatbt
  !3:22 no destination is called `chatbt`
    did you mean `chatbot`?

destinations: {scribe: {label: Our scribe}}
  !3:16 the destination `scribe` has no `kind`
    write `kind:` and one of general_ai, approved_ai, sms, email, public

destinations: {scribe: {kind: approved_ai, baa: {signed: 2026-02-30}}}
  !3:58 `signed` is no day of the calendar
    write year, month and day, as in 2026-01-15

destinations: {scribe: {kind: approved_ai, baa: {signed: 2026-02-01, expires: 2025-02-01}}}
  !3:79 the agreement expires before it was signed
    look at both days; write year, month and day

destinations: {scribe: {kind: sms, retention_days: -1}}
  !3:52 `retention_days` must be a whole number
    write it in digits alone, without sign or point

identifiers: {name: {replace: natural}}
  !3:15 `name` would have no effect
    write `NAME`, in capitals

destinations: {scribe: {kind: sms, retention_days: thirty, audit_log: "yes"}}
  !3:52 `retention_days` must be a whole number, but this is text
    write it in digits, without quotes
  !3:71 `audit_log` must be true or false, but this is text
    write true or false, without quotes

roles: {front_desk: {never: [clincal, PHTO]}}
  !3:30 `never` cannot be `clincal`
    did you mean `clinical`?
  !3:39 `never` cannot be `PHTO`
    did you mean `PHOTO`?

identifiers: {NAEM: {replace: natural}}
  !3:15 `NAEM` is not a kind of identifier
    did you mean `NAME`; or add the `pattern` of a number of your own

identifiers: {CHART: {pattern: 'GA-[0-9', examples: ["GA-1"]}}
  !3:32 this pattern cannot be read: unclosed character class
    put a backslash before a bracket, dot or plus that stands for itself, and single quotes around the pattern

identifiers: {CHART: {pattern: 'GA-[0-9]{6}', type: MRN, examples: ["GA-000111", "GA-12"]}}
  !3:82 the pattern of `CHART` does not match its example 2
    correct the one that is wrong

identifiers: {CHART: {pattern: '[0-9]*', examples: ["1"]}}
  !3:32 this pattern matches where nothing stands
    ask for at least one letter or digit

identifiers: {CHART: {pattern: '(\w{1,900}){900}', examples: ["1"]}}
  !3:32 this pattern would grow too large
    make the numbers in {braces} smaller, and write [0-9] instead of \d and [A-Za-z0-9] instead of \w

identifiers: {CHART: {pattern: 'GA-[0-9]+', type: MNR, examples: ["GA-1"]}}
  !3:51 `type` cannot be `MNR`
    did you mean `MRN`?

identifiers: {MRN: {pattern: 'GA-[0-9]+', examples: ["GA-1"]}}
  !3:30 `MRN` is a kind that safepaste finds itself
    give your pattern a name of its own, and write `type: MRN` beside it

identifiers: {PHONE: {replace: year}}
  !3:32 `year` does not work for PHONE
    it works for DATE; write `natural`, `remove`, or words of your own

activities: [{id: x, bucket: never, any: [a], why: b}]
  !3:30 `bucket` cannot be `never`
    write one of safe, conditional, unsafe

activities: [{id: x, any: [a], bucket: unsafe}]
  !3:14 the activity `x` has no `why`
    say in a sentence why it counts; the report shows it

activities: [{bucket: unsafe, any: [a], why: b}]
  !3:14 an activity has no `id`
    give it a short name, as in `id: diagnose`

activities: [{id: x, bucket: unsafe, any: ["... a", "b [c]"], why: b}]
  !3:44 this phrase cannot be read: it must begin and end with a word that cannot be left out
    write words in order, a/b for one of them, word* for any ending, (word) for one that may be left out, ... for words between
  !3:53 this phrase cannot be read: '[' does not belong in a phrase
    write words in order, a/b for one of them, word* for any ending, (word) for one that may be left out, ... for words between

activities: [{id: x, bucket: unsafe, any: [a], why: b}, {id: x, bucket: unsafe, any: [a], why: b}]
  !3:57 the activity `x` stands here a second time
    put both together; the first is in line 3

verdicts: {U9: {sms: unsafe}, U1: {fax: unsafe, sms: sfae}}
  !3:12 `U9` is not known under `verdicts`
    write one of U1, U2, U3, U4, C1, C2, C3, C4
  !3:36 `fax` is not known under `U1`
    write one of general_ai, approved_ai, sms, email, public
  !3:54 `sms` cannot be `sfae`
    did you mean `safe`?

allow: [Glow, , 12]
  !3:15 this is not YAML: while parsing a node, did not find expected node content
    look at this line and the one above: indent with spaces, one space after a colon, quotes in pairs, and quotes around text that has a colon

templates: {a: b}
  !3:16 `a` must be a list, but this is text
    put square brackets around it

practice: {public: {phones: ["911"], emails: [glow], domains: ["https://glow.example"]}}
  3:30 this is not a telephone number, so it never applies
    write it with its area code, as in 479-555-0100
  3:47 this is not an email address, so it never applies
    write it in full, as in hello@glow.example
  3:64 this is not a domain, so it never applies
    write it without https:// and without what follows, as in glow.example

destinations: {scribe: {kind: approved_ai}}
  3:16 `scribe` has no signed agreement, so it counts as a general chatbot
    write the day under `baa: {signed: ...}` once the agreement is signed

destinations: {scribe: {kind: approved_ai, baa: {signed: 2027-01-01}}}
  3:16 the agreement of `scribe` is dated in the future, so it counts as a general chatbot until then
    correct the day if it is signed already

destinations: {scribe: {kind: approved_ai, baa: {signed: 2025-01-01, expires: 2026-05-31}}}
  3:16 the agreement of `scribe` has expired, so it counts as a general chatbot
    renew the agreement and write its new last day under `expires`

destinations: {scribe: {kind: approved_ai, baa: {signed: 2025-01-01, expires: 2026-06-30}}}
  3:16 the agreement of `scribe` expires in 29 days
    renew the agreement and write its new last day under `expires`

destinations: {scribe: {kind: approved_ai, baa: {signed: 2025-01-01, expires: 2026-07-02}}}
  fine

destinations: {scribe: {kind: approved_ai, trains_on_data: true, baa: {signed: 2025-01-01}}}
  3:16 `scribe` is approved although it learns from what it is given
    have the maker switch training off, and write `trains_on_data: false`

destinations: {chatbot: {baa: {signed: 2025-01-01}}}
  3:16 the agreement of `chatbot` has no effect: only an approved_ai counts by its agreement
    write `kind: approved_ai`, or take `baa` out

roles: {nurse: {handles: [NAME, date], never: [DATE]}}
  3:48 `nurse` both handles this and never sends it
    `never` counts; take it out of one of the two

identifiers: {CHART: {pattern: 'GA-[0-9]+'}, NAME: {type: MRN}}
  3:32 the pattern of `CHART` has no example
    write an invented value under `examples`, so that this check can try the pattern
  3:59 without a `pattern` this has no effect on `NAME`
    add a `pattern`, or take this out

activities: [{id: x, bucket: unsafe, any: [draft note, draft form], unless: [draft], why: b}]
  3:77 `x` never counts: in every phrase of `any` stands one of `unless`
    make the phrases of `unless` longer

activities: [{id: x, bucket: unsafe, any: [draft note, write form], unless: [draft], why: b}]
  3:44 this phrase never counts: one of `unless` stands in it
    take it out, or make the phrase of `unless` longer

activities: [{id: x, bucket: unsafe, any: [draft, "us"], unless: [not], why: b}]
  3:51 so short a word alone stands in most texts
    add the words that go with it

activities: [{id: x, bucket: unsafe, any: [a b, a b], why: b}]
  3:49 this phrase stands here a second time
    take one out

verdicts: {U1: {general_ai: safe}}
  3:29 U1 at general_ai is called safe: such a text would pass without a word
    write `conditional`, so that a person looks first

verdicts: {C3: {general_ai: safe, approved_ai: safe, sms: safe, email: safe, public: safe}}
activities: [{id: x, bucket: conditional, any: [a b], why: b}]
  4:14 `x` never counts, because `verdicts` calls C3 safe everywhere
    correct `verdicts`, or write `bucket: safe` here

templates: {nothing: []}
  3:13 the template `nothing` lets nothing through
    list the facts that the task needs

allow: ["", "J.", "Jo"]
  3:9 this entry is empty
    take it out
  3:13 one letter alone would hide initials everywhere
    write the whole word or phrase

allow: {a: b
  !4:1 this is not YAML: while parsing a flow mapping, did not find expected ',' or '}'
    look at this line and the one above: indent with spaces, one space after a colon, quotes in pairs, and quotes around text that has a colon

extends: therapist
  !3:1 `extends` stands here a second time
    keep one; the first is in line 2

"#;
}
