//! The JSON Schemas of reports that are JSON of our own form, made of the very structs that are written.

use super::{json, jsonl};
use crate::identifier::Kind;
use schemars::generate::SchemaSettings;
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
    Some(schema.to_value())
}

/// The code of a kind.
pub(super) fn kind(_: &mut SchemaGenerator) -> Schema {
    let codes = Kind::ALL.map(Kind::code);
    json_schema!({"type": "string", "enum": codes})
}
