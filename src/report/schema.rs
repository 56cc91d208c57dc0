//! The JSON Schemas of reports that are JSON of our own form, made of the very structs that are written.

use super::{json, jsonl};
use crate::identifier::Kind;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value;

/// The JSON Schema (draft 2020-12) of what a format writes; of `jsonl`, of each of its lines. None where the format is
/// somebody else's or no JSON.
pub fn schema(format: &str) -> Option<Value> {
    let of_format: fn(&mut SchemaGenerator) -> Schema = match format {
        "json" => json::schema,
        "jsonl" => jsonl::schema,
        _ => return None,
    };
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = of_format(&mut generator);
    schema.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("$defs".to_owned(), Value::Object(generator.take_definitions(true)));
    plain_numbers(&mut schema);
    Some(schema.to_value())
}

/// Takes the formats of numbers out of a schema: JSON Schema knows none, and strict validators refuse what they do not
/// know. That a count is not negative stands there besides.
pub fn plain_numbers(schema: &mut Schema) {
    RecursiveTransform(|schema: &mut Schema| {
        let number = ["integer", "number"].map(Value::from);
        let is_number = schema.get("type").is_some_and(|kind| match kind {
            Value::Array(kinds) => kinds.iter().any(|kind| number.contains(kind)),
            kind => number.contains(kind),
        });
        if is_number {
            schema.remove("format");
        }
    })
    .transform(schema);
}

/// The code of a kind.
pub(super) fn kind(_: &mut SchemaGenerator) -> Schema {
    let codes = Kind::ALL.map(Kind::code);
    json_schema!({"type": "string", "enum": codes})
}
