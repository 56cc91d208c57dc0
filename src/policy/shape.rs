//! Which keys a policy has and what may stand under them: the JSON Schema made from the types that are read, and the
//! comparison of a policy's tree with it, which names the place and the cure.

use super::Policy;
use super::problem::Problem;
use super::tree::{Content, Node, Reading};
use crate::identifier::Kind;
use crate::nearest::nearest;
use jiff::civil::Date;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(json_schema);

/// The JSON Schema of a policy file, for editors that complete and check while one types.
pub fn json_schema() -> Value {
    schema_of::<Policy>()
}

fn schema_of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(RecursiveTransform(as_written));
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// Fits a part of the schema to how a policy is written: a list or a group may be left empty, and what is left out says
/// nothing, so that no default counts.
fn as_written(schema: &mut Schema) {
    schema.remove("default");
    if schema.get("type") == Some(&json!("integer")) || schema.get("type") == Some(&json!(["integer", "null"])) {
        schema.remove("format");
    }
    if let Some(words) = schema.get("description").and_then(Value::as_str) {
        let words = json!(words.replace('\n', " "));
        schema.insert("description".to_owned(), words);
    }
    if let Some(kind @ ("array" | "object")) = schema.get("type").and_then(Value::as_str) {
        let kind = json!([kind, "null"]);
        schema.insert("type".to_owned(), kind);
    }
}

/// Compares a policy's tree with the schema and reports everything that does not fit. What is empty says nothing and fits.
pub(super) fn check(tree: &Node, problems: &mut Vec<Problem>) {
    Schemed::whole(&SCHEMA).shape().check(tree, "policy", problems);
}

/// Compares another file's tree with the schema of the type in which it is written.
pub(super) fn check_as<T: JsonSchema>(tree: &Node, name: &str, problems: &mut Vec<Problem>) {
    let schema = schema_of::<T>();
    Schemed::whole(&schema).shape().check(tree, name, problems);
}

/// A part of a schema, with the whole, where its definitions stand.
#[derive(Clone, Copy)]
struct Schemed<'s> {
    whole: &'s Value,
    part: &'s Value,
}

/// What may stand somewhere in a file.
enum Shape<'s> {
    Text,
    Number,
    Bool,
    /// A day, `2026-01-15`.
    Day,
    /// One of some words.
    Word(Vec<&'s str>),
    /// A list of what the schema says.
    List(Schemed<'s>),
    /// A map with fixed keys.
    Record(&'s Map<String, Value>, Schemed<'s>),
    /// A map whose keys are some of these words, or names of the practice's choosing where there are none.
    Named(Vec<&'s str>, Schemed<'s>),
    /// One of several shapes.
    Either(Vec<Shape<'s>>),
}

impl<'s> Schemed<'s> {
    fn whole(whole: &'s Value) -> Schemed<'s> {
        Schemed { whole, part: whole }
    }

    fn at(self, part: &'s Value) -> Schemed<'s> {
        Schemed { part, ..self }
    }

    fn shape(self) -> Shape<'s> {
        let part = self.part;
        if let Some(name) = part["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.at(&self.whole["$defs"][name]).shape();
        }
        if let Some(words) = part["enum"].as_array() {
            return Shape::Word(words.iter().filter_map(Value::as_str).collect());
        }
        if let Some(words) = part["oneOf"].as_array() {
            return Shape::Word(words.iter().filter_map(|word| word["const"].as_str()).collect());
        }
        if let Some(branches) = part["anyOf"].as_array() {
            let branches = branches.iter().filter(|branch| branch["type"] != "null");
            let mut shapes: Vec<Shape<'_>> = branches.map(|branch| self.at(branch).shape()).collect();
            return if shapes.len() == 1 { shapes.remove(0) } else { Shape::Either(shapes) };
        }
        if let Some(keys) = part["properties"].as_object() {
            return Shape::Record(keys, self);
        }
        match part["type"].as_str().or_else(|| part["type"][0].as_str()) {
            Some("integer") => Shape::Number,
            Some("boolean") => Shape::Bool,
            Some("array") => Shape::List(self.at(&part["items"])),
            Some("object") => {
                let keys = self.at(&part["propertyNames"]).shape();
                let words = if let Shape::Word(words) = keys { words } else { Vec::new() };
                Shape::Named(words, self.at(&part["additionalProperties"]))
            }
            _ if part["format"] == "date" => Shape::Day,
            _ => Shape::Text,
        }
    }
}

impl Shape<'_> {
    fn check(&self, node: &Node, name: &str, problems: &mut Vec<Problem>) {
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
            (Shape::Word(words), Content::Scalar(text, _)) => {
                // The code of a kind may be written small.
                let known = |text: &str| words.contains(&text);
                if !known(text) && !Kind::from_code(text).is_some_and(|kind| known(kind.code())) {
                    let message = format!("`{name}` cannot be `{text}`");
                    problems.push(Problem::error(node.place, message, cure(text, words)));
                }
            }
            (Shape::List(schema), Content::List(items)) => {
                let shape = schema.shape();
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
            (Shape::Named(words, schema), Content::Map(entries)) => {
                let shape = schema.shape();
                for (key, value) in entries {
                    if !words.is_empty() && !words.contains(&key.name.as_str()) {
                        let message = format!("`{}` is not known under `{name}`", key.name);
                        problems.push(Problem::error(key.place, message, cure(&key.name, words)));
                    }
                    shape.check(value, &key.name, problems);
                }
            }
            (Shape::Record(keys, schema), Content::Map(entries)) => {
                for (key, value) in entries {
                    match keys.get(&key.name) {
                        Some(part) => schema.at(part).shape().check(value, &key.name, problems),
                        None => problems.push(Problem::error(
                            key.place,
                            format!("`{}` is not a key of `{name}`", key.name),
                            cure(&key.name, &names(keys)),
                        )),
                    }
                }
            }
            (Shape::Either(shapes), content) if shapes.iter().any(|shape| shape.suits(content)) => {
                shapes.iter().filter(|shape| shape.suits(content)).for_each(|shape| shape.check(node, name, problems));
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

    /// Whether it is of the same build as what stands there.
    fn suits(&self, content: &Content) -> bool {
        match content {
            Content::Map(_) => matches!(self, Shape::Record(..) | Shape::Named(..)),
            Content::List(_) => matches!(self, Shape::List(_)),
            Content::Scalar(..) | Content::Empty => {
                !matches!(self, Shape::Record(..) | Shape::Named(..) | Shape::List(_))
            }
        }
    }

    fn noun(&self) -> String {
        match self {
            Shape::Text => "text",
            Shape::Number => "a whole number",
            Shape::Bool => "true or false",
            Shape::Day => "a day",
            Shape::Word(_) => "one word",
            Shape::List(_) => "a list",
            Shape::Record(..) | Shape::Named(..) => "a group of keys with values",
            Shape::Either(shapes) => return shapes.iter().map(Shape::noun).collect::<Vec<_>>().join(" or "),
        }
        .to_owned()
    }

    fn advice(&self, content: &Content) -> String {
        match self {
            Shape::Text if matches!(content, Content::Scalar(..)) => "put quotes around it".to_owned(),
            Shape::Text => "write words on the same line, in quotes if they have a colon".to_owned(),
            Shape::Number => "write it in digits, without quotes".to_owned(),
            Shape::Bool => "write true or false, without quotes".to_owned(),
            Shape::Day => "write year, month and day, as in 2026-01-15".to_owned(),
            Shape::Word(words) => format!("write one of {}", words.join(", ")),
            Shape::List(_) if matches!(content, Content::Scalar(..)) => "put square brackets around it".to_owned(),
            Shape::List(_) => {
                "write the items in square brackets, or each on a line of its own after a dash".to_owned()
            }
            Shape::Record(keys, _) => format!("write keys from {}", names(keys).join(", ")),
            Shape::Named(words, _) if !words.is_empty() => format!("write keys from {}", words.join(", ")),
            Shape::Named(..) => "write a name, a colon, and what belongs to it".to_owned(),
            Shape::Either(shapes) => shapes.first().map(|shape| shape.advice(content)).unwrap_or_default(),
        }
    }
}

fn names(keys: &Map<String, Value>) -> Vec<&str> {
    keys.keys().map(String::as_str).collect()
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
    match nearest(word, known.iter().copied()) {
        Some(known) => format!("did you mean `{known}`?"),
        None if known.is_empty() => "there is none yet".to_owned(),
        None => format!("write one of {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_is_told_every_key_and_what_it_means() {
        let cases = [
            ("/additionalProperties", json!(false)),
            ("/required", json!(["version"])),
            ("/properties/verdicts/additionalProperties/additionalProperties/$ref", json!("#/$defs/Bucket")),
            ("/$defs/Practice/properties/kind/description", json!("What kind of practice it is.")),
            ("/$defs/PracticeKind/enum/0", json!("med_spa")),
            ("/$defs/DestinationKind/oneOf/2/const", json!("sms")),
            ("/$defs/Activity/required", json!(["id"])),
            ("/$defs/Activity/properties/reason/enum/1", json!("C3")),
            ("/$defs/Role/properties/never/items/enum/20", json!("clinical")),
            ("/$defs/Baa/properties/signed/format", json!("date")),
        ];
        for (pointer, expected) in cases {
            assert_eq!(SCHEMA.pointer(pointer), Some(&expected), "{pointer} in {:#}", *SCHEMA);
        }
    }

    /// `SAFEPASTE_WRITE=1 cargo test published` writes it anew.
    #[test]
    fn the_published_schema_is_current() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/policies/schema.json");
        let schema = format!("{:#}\n", *SCHEMA);
        if std::env::var_os("SAFEPASTE_WRITE").is_some() {
            std::fs::write(path, &schema).unwrap();
        }
        assert!(std::fs::read_to_string(path).unwrap_or_default() == schema, "policies/schema.json is out of date");
    }
}
