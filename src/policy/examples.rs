//! Example texts with the verdicts that a practice expects: how an owner proves that the policy does what was meant.

use super::problem::{Place, PolicyError, Problem};
use super::shape;
use super::tree::{Content, Node};
use crate::verdict::{Bucket, ReasonCode};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use std::path::PathBuf;

/// A file of examples.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Examples {
    /// The policy by which they are judged, counted from their file, or a shipped one; none takes the one that counts there.
    pub policy: Option<PathBuf>,
    /// The examples, in their order.
    pub examples: Vec<Example>,
}

/// A text and the verdict that is expected of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Where it stands in its file.
    pub place: Place,
    /// The text; invented, for the file is no place for a patient.
    pub text: String,
    /// Where it goes; the policy's default where nothing is said.
    pub to: Option<String>,
    /// Who sends it.
    pub role: Option<String>,
    /// The verdict.
    pub bucket: Bucket,
    /// Reasons that must be among those that hold.
    pub reasons: Vec<ReasonCode>,
    /// Why it is so, for whoever reads the file.
    pub why: Option<String>,
}

/// How an example is written.
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "it is read as a schema only")]
struct Written {
    text: String,
    to: Option<String>,
    role: Option<String>,
    bucket: Bucket,
    reasons: Option<Vec<ReasonCode>>,
    why: Option<String>,
}

/// How a file of examples is written.
#[derive(JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
#[allow(dead_code, reason = "it is read as a schema only")]
enum WrittenFile {
    Bare(Vec<Written>),
    Named { policy: Option<String>, examples: Vec<Written> },
}

impl Examples {
    /// Reads the text of a file; `name` is what errors call it.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn from_yaml(name: &str, text: &str) -> Result<Examples, PolicyError> {
        read(text.trim_start_matches('\u{feff}')).map_err(|problem| PolicyError::new(name, problem))
    }
}

fn read(text: &str) -> Result<Examples, Problem> {
    let none = "write a list, each as in {text: \"Our hours changed\", bucket: safe}";
    let says_nothing = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    if text.lines().all(says_nothing) {
        return Err(Problem::error(Place::START, "there are no examples in this file", none));
    }
    let tree = Node::parse(text)?;
    let mut problems = Vec::new();
    shape::check_as::<WrittenFile>(&tree, "examples", &mut problems);
    if let Some(problem) = problems.into_iter().min_by_key(|problem| problem.place) {
        return Err(problem);
    }
    let list = if let Content::Map(_) = tree.content { tree.get("examples") } else { Some(&tree) };
    let items = list.map(Node::items).unwrap_or_default();
    if items.is_empty() {
        return Err(Problem::error(tree.place, "there are no examples in this file", none));
    }
    let policy = tree.get("policy").and_then(Node::text).map(PathBuf::from);
    Ok(Examples { policy, examples: items.iter().map(example).collect::<Result<_, _>>()? })
}

fn example(node: &Node) -> Result<Example, Problem> {
    let words = |key: &str| node.get(key).and_then(Node::text).map(str::to_owned);
    let lacks = |key: &str, help: &str| Problem::error(node.place, format!("this example has no `{key}`"), help);
    let reasons = node.get("reasons").map(Node::items).unwrap_or_default();
    Ok(Example {
        place: node.place,
        text: words("text").ok_or_else(|| lacks("text", "write `text:` and what somebody might paste"))?,
        to: words("to"),
        role: words("role"),
        bucket: node
            .get("bucket")
            .and_then(word)
            .ok_or_else(|| lacks("bucket", "write `bucket:` and one of safe, conditional, unsafe"))?,
        reasons: reasons.iter().filter_map(word).collect(),
        why: words("why"),
    })
}

/// One of the words of an enumeration.
fn word<T: DeserializeOwned>(node: &Node) -> Option<T> {
    serde_yaml::from_value(node.text()?.into()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_list_and_a_file_that_names_its_policy_are_read() {
        let item = "{text: Hello, to: email, role: nurse, bucket: conditional, reasons: [C1, R1], why: It is so.}";
        let expected = Example {
            place: Place { line: 1, column: 3 },
            text: "Hello".to_owned(),
            to: Some("email".to_owned()),
            role: Some("nurse".to_owned()),
            bucket: Bucket::Conditional,
            reasons: vec![ReasonCode::C1, ReasonCode::R1],
            why: Some("It is so.".to_owned()),
        };
        let bare = Examples::from_yaml("e", &format!("- {item}\n")).unwrap();
        assert_eq!(bare, Examples { policy: None, examples: vec![expected.clone()] });
        let named = Examples::from_yaml("e", &format!("policy: own.yaml\nexamples:\n  - {item}\n")).unwrap();
        let place = Place { line: 3, column: 5 };
        assert_eq!(named, Examples { policy: Some("own.yaml".into()), examples: vec![Example { place, ..expected }] });
    }

    #[test]
    fn a_mistake_has_its_place_and_a_cure() {
        let cases = [
            ("- {txt: a, bucket: safe}", "e:1:4: `txt` is not a key of `examples`\nhelp: did you mean `text`?"),
            ("- {text: a, bucket: save}", "e:1:21: `bucket` cannot be `save`\nhelp: did you mean `safe`?"),
            ("- {text: a, bucket: safe, reasons: [U7]}", "e:1:37: `reasons` cannot be `U7`\nhelp: write one of U1, U2"),
            ("- {bucket: safe}", "e:1:3: this example has no `text`\nhelp: write"),
            ("- {text: a}", "e:1:3: this example has no `bucket`\nhelp: write"),
            ("- {text: 12, bucket: safe}", "e:1:10: `text` must be text, but this is a number\nhelp: put quotes"),
            ("# later\n", "e:1:1: there are no examples in this file\nhelp: write a list"),
            ("examples: []", "e:1:1: there are no examples in this file\nhelp: write a list"),
            (
                "just words",
                "e:1:1: `examples` must be a list or a group of keys with values, but this is text\nhelp: put",
            ),
        ];
        for (text, expected) in cases {
            let error = Examples::from_yaml("e", text).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
