//! The rules of a SARIF report: every kind and every reason, with the help that `safepaste explain` prints.

use crate::identifier::{Doc, REGISTRY};
use crate::verdict::{self, ReasonCode, ReasonDoc};
use serde_json::{Value, json};

/// What a text that was not examined is told under.
pub(super) const NOT_EXAMINED: &str = "NOT_EXAMINED";

/// The driver with its rules. It names no `informationUri`: the program has no home page, and an invented address would
/// lead whoever follows it to somebody else.
pub(super) fn tool() -> Value {
    let kinds = REGISTRY.iter().map(|recognizer| of_kind(recognizer.kind.code(), &recognizer.doc));
    let reasons = ReasonCode::ALL.into_iter().map(|code| of_reason(verdict::doc(code)));
    json!({"driver": {
        "name": "safepaste",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "shortDescription": {"text": env!("CARGO_PKG_DESCRIPTION")},
        "rules": kinds.chain(reasons).collect::<Vec<_>>(),
        "notifications": [{
            "id": NOT_EXAMINED,
            "name": "NotExamined",
            "shortDescription": {"text": "No verdict was reached, or the text was left out."},
            "fullDescription": {"text": "The text could not be read, or was left out on purpose. It may hold anything."},
            "help": {"text": "Do what the message says, or check a copy of the text."},
        }],
    }})
}

/// The place of a rule in the list.
pub(super) fn index(code: &str) -> Option<usize> {
    let kinds = REGISTRY.iter().map(|recognizer| recognizer.kind.code());
    kinds.chain(ReasonCode::ALL.map(ReasonCode::as_str)).position(|known| known == code)
}

fn of_kind(code: &str, doc: &Doc) -> Value {
    let sections = [
        ("What counts", doc.is),
        ("What does not", doc.leaves_alone),
        ("Why", doc.paragraph),
        ("Instead", doc.instead),
    ];
    rule(code, doc.title, doc.is, &sections, "warning")
}

fn of_reason(doc: &ReasonDoc) -> Value {
    let sections = [("It means", doc.means), ("Why", doc.why), ("Instead", doc.instead), ("For example", doc.example)];
    let level = if doc.code.as_str().starts_with('U') { "error" } else { "warning" };
    rule(doc.code.as_str(), doc.title, doc.means, &sections, level)
}

/// A rule; `level` is the one where the policy says nothing else.
fn rule(code: &str, title: &str, full: &str, sections: &[(&str, &str)], level: &str) -> Value {
    let text: Vec<String> = sections.iter().map(|(name, text)| format!("{name}: {text}")).collect();
    let markdown: Vec<String> = sections.iter().map(|(name, text)| format!("**{name}**\n\n{}", plain(text))).collect();
    // A name that only repeats the id would say nothing.
    let name = Some(pascal(title)).filter(|name| !name.eq_ignore_ascii_case(code));
    let mut rule = json!({
        "id": code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": full},
        "help": {"text": text.join("\n\n"), "markdown": markdown.join("\n\n")},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": ["privacy", "hipaa"]},
    });
    if let Some(name) = name {
        rule["name"] = name.into();
    }
    rule
}

/// Our own text, whose brackets and underscores Markdown must leave alone.
fn plain(text: &str) -> String {
    text.replace('[', "\\[").replace('_', "\\_").replace('<', "\\<").replace('*', "\\*")
}

/// "name of a person" as `NameOfPerson`: an identifier, so that single letters and the case of `AI` do not stay.
fn pascal(title: &str) -> String {
    let title = title.to_ascii_lowercase();
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 1);
    words.map(crate::report::issue::capitalized).collect()
}
