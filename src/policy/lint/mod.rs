//! Everything that is wrong with a policy at once, and warnings of what has no effect or soon will have none.

mod claims;
mod vendor;

use super::load::{Resolved, Source};
use super::phrase::{Phrase, PhraseSet};
use super::problem::{PolicyError, Problem};
use super::shipped::shipped;
use super::tree::{Key, Node};
use super::{Activity, DestinationKind, Policy};
use crate::identifier::Kind;
use crate::verdict::Bucket;
use jiff::civil::Date;
use std::path::Path;

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
        replace(tree, examined.base.as_ref(), &mut problems);
        for (key, written) in entries(tree, "destinations") {
            if let Some(destination) = policy.destinations.get(&key.name) {
                vendor::examine(key, written, destination, today, &mut problems);
            }
        }
        roles(tree, &mut problems);
        identifiers(tree, &mut problems);
        activities(tree, policy, &mut problems);
        verdicts(tree, policy, &mut problems);
        templates(tree, &mut problems);
        allow(tree, &mut problems);
        paths(tree, &mut problems);
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

/// Warns of paths below which nothing stands that could be replaced.
fn replace(tree: &Node, base: Option<&Resolved>, problems: &mut Vec<Problem>) {
    let paths = items(tree, "replace");
    let below = base.filter(|_| !paths.is_empty()).map(Resolved::lists).unwrap_or_default();
    for path in paths {
        if path.text().is_some_and(|text| !below.iter().any(|known| known == text)) {
            let message = "the policy below has no such list, so there is nothing to replace";
            problems.push(Problem::warning(path.place, message, "take it out of `replace`"));
        }
    }
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
        if activity.bucket == Bucket::Safe {
            continue;
        }
        let reason = activity.code();
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
    if !activity.any.is_empty() && activity.any.iter().all(|phrase| dead(phrase)) {
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

/// Warns of entries of `paths` that say nothing, or that a later one overrules.
fn paths(tree: &Node, problems: &mut Vec<Problem>) {
    let rules = items(tree, "paths");
    for (at, rule) in rules.iter().enumerate() {
        let said: Vec<&str> = ["to", "fail_on"].into_iter().filter(|key| rule.get(key).is_some()).collect();
        let glob = rule.get("glob").and_then(Node::text);
        let overruled = |later: &Node| {
            later.get("glob").and_then(Node::text) == glob && said.iter().all(|key| later.get(key).is_some())
        };
        if said.is_empty() {
            let message = "this entry of `paths` changes nothing";
            problems.push(Problem::warning(rule.place, message, "write `to` or `fail_on` beside the `glob`"));
        } else if rules[at + 1..].iter().any(overruled) {
            let message = "a later entry of `paths` for the same files says the same keys, so this one never counts";
            problems.push(Problem::warning(rule.place, message, "take one of the two out"));
        }
    }
}

#[cfg(test)]
mod tests;
