//! Which keys a policy has and what may stand under them: one table for the checks and for the published schema.

use super::problem::Problem;
use super::tree::{Content, Node, Reading};
use crate::identifier::Kind;
use crate::verdict::ReasonCode;
use jiff::civil::Date;
use serde_json::{Value, json};

/// What may stand somewhere in a policy.
pub(super) enum Shape {
    Text,
    Number,
    Bool,
    /// A day, `2026-01-15`.
    Day,
    /// One of some words.
    Word(&'static [&'static str]),
    /// The code of an identifier kind, or one of some words beside the codes.
    KindOr(&'static [&'static str]),
    List(&'static Shape),
    /// A map with names of the practice's choosing.
    Named(&'static Shape),
    /// A map whose keys are some of these words.
    Keyed(fn() -> Vec<&'static str>, &'static Shape),
    /// A map with fixed keys.
    Record(&'static [Field]),
}

/// A key of a record.
pub(super) struct Field {
    key: &'static str,
    shape: Shape,
    /// What it says, in a phrase.
    doc: &'static str,
}

const fn field(key: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { key, shape, doc }
}

const TEXTS: Shape = Shape::List(&Shape::Text);
const BUCKET: Shape = Shape::Word(&["safe", "conditional", "unsafe"]);
const DESTINATION_KINDS: &[&str] = &["general_ai", "approved_ai", "sms", "email", "public", "internal"];

/// The whole policy.
pub(super) static POLICY: Shape = Shape::Record(&[
    field("version", Shape::Number, "The format's version, 1"),
    field("extends", Shape::Text, "The shipped policy or the file that this one builds on"),
    field("practice", Shape::Record(PRACTICE), "Who the practice is and what it publishes about itself"),
    field("destinations", Shape::Named(&Shape::Record(DESTINATION)), "Where a draft may go, by name"),
    field("default_destination", Shape::Text, "The destination where none is named"),
    field("roles", Shape::Named(&Shape::Record(ROLE)), "Who handles what, by name"),
    field("identifiers", Shape::Named(&Shape::Record(IDENTIFIER)), "How each kind is replaced, and the practice's own"),
    field("activities", Shape::List(&Shape::Record(ACTIVITY)), "Requests that count whatever the text holds"),
    field("verdicts", Shape::Keyed(reasons, &VERDICT), "The bucket of each reason for each kind of destination"),
    field("templates", Shape::Named(&TEXTS), "The facts that may leave, by task (minimum necessary)"),
    field("allow", TEXTS, "Words and phrases that are never an identifier here"),
    field("audit", Shape::Record(AUDIT), "How checks are logged; with this group, be it {}, they are"),
]);

const AUDIT: &[Field] = &[
    field("folder", Shape::Text, "The folder of the log, counted from this file"),
    field("keep_years", Shape::Number, "How many years a record is kept, at least 6, 45 CFR 164.316(b)(2)(i)"),
];

const VERDICT: Shape = Shape::Keyed(|| DESTINATION_KINDS.to_vec(), &BUCKET);

const PRACTICE: &[Field] = &[
    field("name", Shape::Text, "Its name"),
    field(
        "kind",
        Shape::Word(&["med_spa", "therapist", "dermatology", "cosmetic_only"]),
        "What kind of practice it is",
    ),
    field("covered_entity", Shape::Word(&["yes", "no", "assume"]), "Whether HIPAA binds it, 45 CFR 160.103"),
    field("public", Shape::Record(PUBLIC), "What it publishes about itself: never an identifier"),
];

const PUBLIC: &[Field] = &[
    field("staff", TEXTS, "Names on the website, with their credentials"),
    field("phones", TEXTS, "Its own telephone and fax numbers"),
    field("emails", TEXTS, "Its own email addresses"),
    field("domains", TEXTS, "Its own websites"),
    field("addresses", TEXTS, "Its own addresses"),
];

const DESTINATION: &[Field] = &[
    field("kind", Shape::Word(DESTINATION_KINDS), "What kind of place it is"),
    field("label", Shape::Text, "What people call it"),
    field("baa", Shape::Record(BAA), "The business associate agreement with whoever runs it, 45 CFR 164.504(e)"),
    field("trains_on_data", Shape::Bool, "Whether it learns from what it is given"),
    field("retention_days", Shape::Number, "How long it keeps what it is given, in days"),
    field("encryption", Shape::Record(ENCRYPTION), "Whether it encrypts"),
    field("audit_log", Shape::Bool, "Whether it records who used it"),
    field("subprocessors", TEXTS, "Who else handles the data"),
];

const BAA: &[Field] = &[
    field("signed", Shape::Day, "The day on which it was signed"),
    field("expires", Shape::Day, "The last day on which it is in force"),
];

const ENCRYPTION: &[Field] =
    &[field("transit", Shape::Bool, "On the way"), field("rest", Shape::Bool, "Where it is stored")];

const ROLE: &[Field] = &[
    field("handles", Shape::List(&Shape::KindOr(&["clinical"])), "Kinds that are its daily work"),
    field("never", Shape::List(&Shape::KindOr(&["clinical"])), "Kinds, or `clinical`, that it sends nowhere"),
];

const IDENTIFIER: &[Field] = &[
    field("replace", Shape::Text, "What replaces it: natural, remove, year, or words of your own"),
    field("pattern", Shape::Text, "The regular expression that finds one of the practice's own"),
    field("type", Shape::KindOr(&[]), "The kind as which one of the practice's own counts"),
    field("examples", TEXTS, "Values that the pattern must match"),
];

const ACTIVITY_REASONS: &[&str] = &["U4", "C3", "P1", "P2", "P3", "P4", "P5"];

const ACTIVITY: &[Field] = &[
    field("id", Shape::Text, "A short unique name"),
    field("bucket", BUCKET, "`unsafe` makes reason U4, `conditional` C3, `safe` switches it off"),
    field("reason", Shape::Word(ACTIVITY_REASONS), "The reason that it makes, where that is neither U4 nor C3"),
    field("to", Shape::List(&Shape::Word(DESTINATION_KINDS)), "The kinds of places where it counts; none: everywhere"),
    field("any", TEXTS, "Phrases, one of which must occur"),
    field(
        "sense",
        Shape::Word(&["record_work", "tool_alone"]),
        "Also what the built-in model of requests takes for such",
    ),
    field("unless", TEXTS, "Phrases that keep it from counting, in the same sentence or the one before or after"),
    field("why", Shape::Text, "Why it counts, in a sentence"),
];

fn reasons() -> Vec<&'static str> {
    ReasonCode::ALL.map(ReasonCode::as_str).to_vec()
}

fn kinds_and(words: &[&'static str]) -> Vec<&'static str> {
    Kind::ALL.map(Kind::code).into_iter().chain(words.iter().copied()).collect()
}

impl Shape {
    /// Compares a tree with the shape and reports everything that does not fit. What is empty says nothing and fits.
    pub fn check(&self, node: &Node, name: &str, problems: &mut Vec<Problem>) {
        match (self, &node.content) {
            (_, Content::Empty) | (Shape::Text, Content::Scalar(_, Reading::Text)) => {}
            (Shape::Bool, Content::Scalar(_, Reading::Bool)) => {}
            (Shape::Number, Content::Scalar(text, Reading::Number)) if text.parse::<u32>().is_ok() => {}
            (Shape::Day, Content::Scalar(text, _)) => {
                if text.len() != "2026-01-15".len() || text.parse::<Date>().is_err() {
                    problems.push(Problem::error(
                        node.place,
                        format!("`{name}` is no day of the calendar"),
                        "write year, month and day, as in 2026-01-15",
                    ));
                }
            }
            (Shape::Word(words), Content::Scalar(text, _)) => one_of(words, text, node, name, problems),
            (Shape::KindOr(words), Content::Scalar(text, _)) => {
                if Kind::from_code(text).is_none() {
                    one_of(&kinds_and(words), text, node, name, problems);
                }
            }
            (Shape::List(shape), Content::List(items)) => {
                for item in items {
                    if item.content == Content::Empty {
                        problems.push(Problem::error(
                            item.place,
                            format!("an item of `{name}` is empty"),
                            "write something after the dash, or take the dash out",
                        ));
                    }
                    shape.check(item, name, problems);
                }
            }
            (Shape::Named(shape), Content::Map(entries)) => {
                for (key, value) in entries {
                    shape.check(value, &key.name, problems);
                }
            }
            (Shape::Keyed(keys, shape), Content::Map(entries)) => {
                let keys = keys();
                for (key, value) in entries {
                    if !keys.contains(&key.name.as_str()) {
                        problems.push(Problem::error(
                            key.place,
                            format!("`{}` is not known under `{name}`", key.name),
                            cure(&key.name, &keys),
                        ));
                    }
                    shape.check(value, &key.name, problems);
                }
            }
            (Shape::Record(fields), Content::Map(entries)) => {
                for (key, value) in entries {
                    match fields.iter().find(|field| field.key == key.name) {
                        Some(field) => field.shape.check(value, field.key, problems),
                        None => problems.push(Problem::error(
                            key.place,
                            format!("`{}` is not a key of `{name}`", key.name),
                            cure(&key.name, &fields.iter().map(|field| field.key).collect::<Vec<_>>()),
                        )),
                    }
                }
            }
            (Shape::Number, Content::Scalar(_, Reading::Number)) => problems.push(Problem::error(
                node.place,
                format!("`{name}` must be a whole number"),
                "write it in digits alone, without sign or point",
            )),
            (shape, content) => problems.push(Problem::error(
                node.place,
                format!("`{name}` must be {}, but this is {}", shape.noun(), noun(content)),
                shape.advice(content),
            )),
        }
    }

    fn noun(&self) -> &'static str {
        match self {
            Shape::Text => "text",
            Shape::Number => "a whole number",
            Shape::Bool => "true or false",
            Shape::Day => "a day",
            Shape::Word(_) | Shape::KindOr(_) => "one word",
            Shape::List(_) => "a list",
            Shape::Named(_) | Shape::Keyed(..) | Shape::Record(_) => "a group of keys with values",
        }
    }

    fn advice(&self, content: &Content) -> String {
        match self {
            Shape::Text if matches!(content, Content::Scalar(..)) => "put quotes around it".to_owned(),
            Shape::Text => "write words on the same line, in quotes if they have a colon".to_owned(),
            Shape::Number => "write it in digits, without quotes".to_owned(),
            Shape::Bool => "write true or false, without quotes".to_owned(),
            Shape::Day => "write year, month and day, as in 2026-01-15".to_owned(),
            Shape::Word(words) => format!("write one of {}", words.join(", ")),
            Shape::KindOr(_) => "write the code of a kind, such as NAME or PHONE".to_owned(),
            Shape::List(_) if matches!(content, Content::Scalar(..)) => "put square brackets around it".to_owned(),
            Shape::List(_) => {
                "write the items in square brackets, or each on a line of its own after a dash".to_owned()
            }
            Shape::Named(_) => "write a name, a colon, and what belongs to it".to_owned(),
            Shape::Keyed(keys, _) => format!("write keys from {}", keys().join(", ")),
            Shape::Record(fields) => {
                format!("write keys from {}", fields.iter().map(|field| field.key).collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// The JSON Schema of the shape.
    fn schema(&self) -> Value {
        let words = |words: &[&str]| json!({"enum": words});
        match self {
            Shape::Text => json!({"type": "string"}),
            Shape::Number => json!({"type": "integer", "minimum": 0}),
            Shape::Bool => json!({"type": "boolean"}),
            Shape::Day => json!({"type": "string", "format": "date"}),
            Shape::Word(known) => words(known),
            Shape::KindOr(more) => words(&kinds_and(more)),
            Shape::List(shape) => json!({"type": ["array", "null"], "items": shape.schema()}),
            Shape::Named(shape) => json!({"type": ["object", "null"], "additionalProperties": shape.schema()}),
            Shape::Keyed(keys, shape) => json!({
                "type": ["object", "null"],
                "propertyNames": words(&keys()),
                "additionalProperties": shape.schema(),
            }),
            Shape::Record(fields) => {
                let mut properties = serde_json::Map::new();
                for field in *fields {
                    let mut schema = field.shape.schema();
                    if let Some(schema) = schema.as_object_mut() {
                        schema.insert("description".to_owned(), json!(field.doc));
                    }
                    properties.insert(field.key.to_owned(), schema);
                }
                json!({"type": ["object", "null"], "properties": properties, "additionalProperties": false})
            }
        }
    }
}

/// The JSON Schema of a policy file, for editors that complete and check while one types.
pub fn json_schema() -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "safepaste policy",
        "required": ["version"],
    });
    if let (Some(schema), Value::Object(shape)) = (schema.as_object_mut(), POLICY.schema()) {
        schema.extend(shape);
    }
    schema
}

fn one_of(words: &[&'static str], text: &str, node: &Node, name: &str, problems: &mut Vec<Problem>) {
    if !words.contains(&text) {
        problems.push(Problem::error(node.place, format!("`{name}` cannot be `{text}`"), cure(text, words)));
    }
}

fn noun(content: &Content) -> &'static str {
    match content {
        Content::Empty => "empty",
        Content::Scalar(_, Reading::Text) => "text",
        Content::Scalar(_, Reading::Number) => "a number",
        Content::Scalar(_, Reading::Bool) => "true or false",
        Content::List(_) => "a list",
        Content::Map(_) => "a group of keys",
    }
}

/// The word that was probably meant, or all that are known.
pub(super) fn cure(word: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|known| (strsim::damerau_levenshtein(&word.to_lowercase(), &known.to_lowercase()), known))
        .min_by_key(|(distance, _)| *distance);
    match near {
        Some((distance, known)) if distance <= word.chars().count() / 3 => format!("did you mean `{known}`?"),
        _ if known.is_empty() => "there is none yet".to_owned(),
        _ => format!("write one of {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Policy;

    /// The table and the types that are read must know the same keys.
    #[test]
    fn the_table_has_every_key_that_a_policy_has() {
        let Shape::Record(fields) = &POLICY else { panic!("a policy is a record") };
        let policy = serde_json::to_value(Policy::built_in().unwrap()).unwrap();
        let known: Vec<&str> = fields.iter().map(|field| field.key).collect();
        assert_eq!(policy.as_object().unwrap().keys().collect::<Vec<_>>(), known);
        let places = [("practice", PRACTICE), ("destinations/chatbot", DESTINATION), ("activities/0", ACTIVITY)];
        let more = [("practice/public", PUBLIC), ("roles/front_desk", ROLE), ("identifiers/NAME", IDENTIFIER)];
        for (path, fields) in places.into_iter().chain(more) {
            let known: Vec<&str> = fields.iter().map(|field| field.key).collect();
            let read = policy.pointer(&format!("/{path}")).unwrap().as_object().unwrap();
            assert_eq!(read.keys().collect::<Vec<_>>(), known, "{path}");
        }
    }

    #[test]
    fn the_schema_describes_every_key() {
        let schema = json_schema();
        assert_eq!(schema["properties"]["practice"]["properties"]["kind"]["enum"][0], "med_spa");
        assert_eq!(schema["properties"]["verdicts"]["propertyNames"]["enum"][7], "C4");
        assert_eq!(schema["additionalProperties"], false);
        assert!(schema["properties"]["templates"]["description"].as_str().unwrap().contains("minimum necessary"));
    }
}
