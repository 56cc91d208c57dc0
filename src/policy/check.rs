//! What must hold in a policy beyond its shape: names that exist, patterns that compile, phrases that can be read.

use super::phrase::Phrase;
use super::problem::{Place, Problem};
use super::shape::cure;
use super::tree::{Content, Node, Reading};
use super::{Activity, Audit, Destination, DestinationKind, Policy};
use crate::globs::Globs;
use crate::identifier::Kind;
use crate::verdict::ReasonCode;
use regex::{Regex, RegexBuilder};
use std::path::Path;

/// The memory that one of the practice's own patterns may take when compiled, in bytes.
const PATTERN_BYTES: usize = 256 * 1024;

/// How many identifiers of its own or changes to kinds one file may have.
const IDENTIFIERS: usize = 200;

/// The ways to replace that are not words of the practice's own, and the kinds for which each works; none: every kind.
const WAYS: [(&str, &[Kind]); 3] = [("natural", &[]), ("remove", &[]), ("year", &[Kind::Date])];

/// Checks what a file says, without regard to what it extends.
pub(super) fn alone(tree: &Node, problems: &mut Vec<Problem>) {
    version(tree, problems);
    replace(tree, problems);
    retention(tree, problems);
    globs(tree, problems);
    for (at, (name, rule)) in tree.get("identifiers").map(Node::entries).unwrap_or_default().iter().enumerate() {
        // Each would be compiled, and all of them together have no other bound.
        if at == IDENTIFIERS {
            let help = "put what belongs together into one pattern, with | between";
            problems.push(Problem::error(name.place, format!("these are more than {IDENTIFIERS} identifiers"), help));
            break;
        }
        identifier(name.place, &name.name, rule, problems);
    }
    let activities = tree.get("activities").map(Node::items).unwrap_or_default();
    for (at, activity) in
        activities.iter().enumerate().filter(|(_, activity)| matches!(activity.content, Content::Map(_)))
    {
        let id = activity.get("id").and_then(Node::text).unwrap_or_default();
        if id.trim().is_empty() {
            problems.push(Problem::error(
                activity.place,
                "an activity has no `id`",
                "give it a short name, as in `id: diagnose`",
            ));
        } else if let Some(first) =
            activities.iter().take(at).find(|other| other.get("id").and_then(Node::text) == Some(id))
        {
            problems.push(Problem::error(
                activity.place,
                format!("the activity `{id}` stands here a second time"),
                format!("put both together; the first is in line {}", first.place.line),
            ));
        }
        for list in ["any", "unless"] {
            for phrase in activity.get(list).map(Node::items).unwrap_or_default() {
                if let Some(Err(wrong)) = phrase.text().map(Phrase::parse) {
                    let help = "write words in order, a/b for one of them, word* for any ending, (word) for one that may be left out, \
                                ... for words between";
                    problems.push(Problem::error(phrase.place, format!("this phrase cannot be read: {wrong}"), help));
                }
            }
        }
    }
}

/// Checks that the patterns of `paths` can be read.
fn globs(tree: &Node, problems: &mut Vec<Problem>) {
    let help = "write it as in .gitignore, such as `content/blog/**` or `*.md`";
    for rule in tree.get("paths").map(Node::items).unwrap_or_default() {
        let place = rule.get("glob").map_or(rule.place, |glob| glob.place);
        match rule.get("glob").and_then(Node::text) {
            None | Some("") => problems.push(Problem::error(place, "an entry of `paths` has no `glob`", help)),
            Some(glob) if Globs::new(Path::new("."), [glob]).is_err() => {
                problems.push(Problem::error(place, format!("the pattern `{glob}` cannot be read"), help));
            }
            Some(_) => {}
        }
    }
}

/// Checks that the log is kept as long as the law wants.
fn retention(tree: &Node, problems: &mut Vec<Problem>) {
    let Some(node) = tree.get("audit").and_then(|audit| audit.get("keep_years")) else { return };
    let Content::Scalar(text, Reading::Number) = &node.content else { return };
    if text.parse().is_ok_and(|years: u32| years < Audit::LEAST_YEARS) {
        let message = format!("the log is to be kept for {} years at the least", Audit::LEAST_YEARS);
        let help = "write 6 or more, or leave the line out: 45 CFR 164.316(b)(2)(i) asks for six years";
        problems.push(Problem::error(node.place, message, help));
    }
}

/// Checks what a file says together with what it extends; `base` is none where it extends nothing.
pub(super) fn together(tree: &Node, base: Option<&Policy>, merged: &Policy, problems: &mut Vec<Problem>) {
    let place_of = |key: &str| tree.get(key).map_or(Place::START, |node| node.place);
    match &merged.default_destination {
        Some(name) if !merged.destinations.contains_key(name) => {
            let known: Vec<&str> = merged.destinations.keys().map(String::as_str).collect();
            let message = format!("no destination is called `{name}`");
            problems.push(Problem::error(place_of("default_destination"), message, cure(name, &known)));
        }
        Some(_) => {}
        None => problems.push(Problem::error(
            Place::START,
            "`default_destination` is missing",
            "write `extends: med-spa`, or name the destination that counts when nobody names one",
        )),
    }
    for node in tree.get("paths").map(Node::items).unwrap_or_default().iter().filter_map(|rule| rule.get("to")) {
        if let Some(name) = node.text().filter(|name| !merged.destinations.contains_key(*name)) {
            let known: Vec<&str> = merged.destinations.keys().map(String::as_str).collect();
            problems.push(Problem::error(node.place, format!("no destination is called `{name}`"), cure(name, &known)));
        }
    }
    for (name, written) in tree.get("destinations").map(Node::entries).unwrap_or_default() {
        if let Some(destination) = merged.destinations.get(&name.name) {
            agreement(destination, written, problems);
        }
    }
    if base.is_none() {
        every_verdict(merged, place_of("verdicts"), problems);
    }
}

/// Reports what a file leaves out of what it names first: the kind of a destination, the phrases of an activity.
pub(super) fn missing(tree: &Node, base: Option<&Policy>, problems: &mut Vec<Problem>) {
    for (name, destination) in tree.get("destinations").map(Node::entries).unwrap_or_default() {
        let known = base.is_some_and(|base| base.destinations.contains_key(&name.name));
        if !known && !says(destination, "kind") {
            problems.push(Problem::error(
                name.place,
                format!("the destination `{}` has no `kind`", name.name),
                "write `kind:` and one of general_ai, approved_ai, sms, email, public, internal",
            ));
        }
        for other in destination.get("subprocessors").map(Node::items).unwrap_or_default() {
            if matches!(other.content, Content::Map(_)) && !says(other, "name") {
                let help = "write both, as in {name: Example Cloud, baa: true}";
                problems.push(Problem::error(other.place, "a subprocessor has no `name`", help));
            }
        }
    }
    for activity in tree.get("activities").map(Node::items).unwrap_or_default() {
        let Some(id) = activity.get("id").and_then(Node::text) else { continue };
        if base.is_some_and(|base| base.activities.iter().any(|known: &Activity| known.id == id)) {
            continue;
        }
        for (key, cure) in [
            ("bucket", "write `bucket: unsafe` or `bucket: conditional`"),
            ("any", "list the phrases, one of which must occur"),
            ("why", "say in a sentence why it counts; the report shows it"),
        ] {
            if key == "any" && says(activity, "sense") {
                continue;
            }
            if !says(activity, key) || activity.get(key).is_some_and(|value| value.text() == Some("")) {
                problems.push(Problem::error(activity.place, format!("the activity `{id}` has no `{key}`"), cure));
            }
        }
    }
}

/// Whether a key stands there with something after it.
fn says(node: &Node, key: &str) -> bool {
    node.get(key).is_some_and(|value| value.content != Content::Empty)
}

fn version(tree: &Node, problems: &mut Vec<Problem>) {
    match tree.get("version").map(|version| (version.place, &version.content)) {
        None | Some((_, Content::Empty)) => problems.push(Problem::error(
            Place::START,
            "`version` is missing",
            "begin the file with the line `version: 1`",
        )),
        Some((place, Content::Scalar(text, Reading::Number))) if text != "1" => {
            problems.push(Problem::error(place, "this version of the format is not known", "write `version: 1`"));
        }
        // What is no number at all, the table of keys reports.
        Some(_) => {}
    }
}

/// A path under `replace` that misses its list would let the list below count on.
fn replace(tree: &Node, problems: &mut Vec<Problem>) {
    let paths = tree.get("replace").map(Node::items).unwrap_or_default();
    if paths.is_empty() {
        return;
    }
    let mut lists = Vec::new();
    tree.lists("", &mut lists);
    let known: Vec<&str> = lists.iter().map(String::as_str).filter(|list| *list != "replace").collect();
    for path in paths {
        if let Some(text) = path.text().filter(|text| !known.contains(text)) {
            let message = format!("`{text}` is no list of this file, so it replaces nothing");
            problems.push(Problem::error(path.place, message, cure(text, &known)));
        }
    }
}

fn identifier(place: Place, name: &str, rule: &Node, problems: &mut Vec<Problem>) {
    let kind = Kind::from_code(name);
    let pattern = rule.get("pattern").filter(|pattern| pattern.text().is_some());
    match (kind, pattern) {
        (None, None) => {
            let known = Kind::ALL.map(Kind::code);
            let help =
                format!("{}; or add the `pattern` of a number of your own", cure(name, &known).trim_end_matches('?'));
            problems.push(Problem::error(place, format!("`{name}` is not a kind of identifier"), help));
            return;
        }
        (Some(kind), None) if kind.code() != name => problems.push(Problem::error(
            place,
            format!("`{name}` would have no effect"),
            format!("write `{kind}`, in capitals"),
        )),
        (Some(kind), Some(pattern)) => problems.push(Problem::error(
            pattern.place,
            format!("`{name}` is a kind that safepaste finds itself"),
            format!("give your pattern a name of its own, and write `type: {kind}` beside it"),
        )),
        _ => {}
    }
    let counts_as =
        kind.or_else(|| rule.get("type").and_then(Node::text).and_then(Kind::from_code)).unwrap_or(Kind::OtherId);
    replacement(rule, counts_as, problems);
    let regex = pattern.and_then(|pattern| compile(pattern, problems));
    for (at, example) in rule.get("examples").map(Node::items).unwrap_or_default().iter().enumerate() {
        if let (Some(regex), Some(text)) = (&regex, example.text())
            && !regex.is_match(text)
        {
            problems.push(Problem::error(
                example.place,
                format!("the pattern of `{name}` does not match its example {}", at + 1),
                "correct the one that is wrong",
            ));
        }
    }
}

fn replacement(rule: &Node, kind: Kind, problems: &mut Vec<Problem>) {
    let Some((node, way)) = rule.get("replace").and_then(|node| Some((node, node.text()?))) else { return };
    let works = WAYS.iter().find(|(known, _)| *known == way);
    if let Some((_, kinds)) = works
        && !kinds.is_empty()
        && !kinds.contains(&kind)
    {
        let kinds: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
        problems.push(Problem::error(
            node.place,
            format!("`{way}` does not work for {kind}"),
            format!("it works for {}; write `natural`, `remove`, or words of your own", kinds.join(" and ")),
        ));
    }
}

/// Compiles one of the practice's own patterns, within bounds.
fn compile(pattern: &Node, problems: &mut Vec<Problem>) -> Option<Regex> {
    let wrong = |message: String, help: &str| Problem::error(pattern.place, message, help);
    let problem = match RegexBuilder::new(pattern.text()?).size_limit(PATTERN_BYTES).build() {
        Ok(regex) if regex.is_match("") => {
            wrong("this pattern matches where nothing stands".to_owned(), "ask for at least one letter or digit")
        }
        Ok(regex) => return Some(regex),
        Err(regex::Error::CompiledTooBig(_)) => wrong(
            "this pattern would grow too large".to_owned(),
            "make the numbers in {braces} smaller, and write [0-9] instead of \\d and [A-Za-z0-9] instead of \\w",
        ),
        Err(error) => {
            let text = error.to_string();
            let reason = text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            let help = "put a backslash before a bracket, dot or plus that stands for itself, and single quotes around the pattern";
            wrong(format!("this pattern cannot be read: {reason}"), help)
        }
    };
    problems.push(problem);
    None
}

fn agreement(destination: &Destination, written: &Node, problems: &mut Vec<Problem>) {
    let Some(baa) = &destination.baa else { return };
    if let (Some(signed), Some(expires)) = (baa.signed, baa.expires)
        && expires < signed
        && let Some(node) = written.get("baa")
    {
        let place = node.get("expires").or_else(|| node.get("signed")).unwrap_or(node).place;
        problems.push(Problem::error(
            place,
            "the agreement expires before it was signed",
            "look at both days; write year, month and day",
        ));
    }
}

/// Without a policy below it, a table of verdicts with a hole would judge nothing there.
fn every_verdict(policy: &Policy, place: Place, problems: &mut Vec<Problem>) {
    let hole = |reason: &ReasonCode| {
        let row = policy.verdicts.get(reason);
        DestinationKind::ALL.iter().any(|kind| row.is_none_or(|row| !row.contains_key(kind)))
    };
    let holes: Vec<&str> = ReasonCode::ALL.iter().filter(|reason| hole(reason)).map(|reason| reason.as_str()).collect();
    if !holes.is_empty() {
        problems.push(Problem::error(
            place,
            format!("`verdicts` does not say for every kind of destination what happens at {}", holes.join(", ")),
            "write `extends: med-spa` to take what you leave out from there, or fill in the table",
        ));
    }
}
