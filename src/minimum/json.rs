//! Forms that come as JSON: each key is a label, and so is a question beside its answer.

use super::layout::{Entry, Line};
use super::wanted::Wanted;
use serde_json::{Deserializer, Map, Value};

/// Keys of a label and of what stands behind it, where an object is one field of a form.
const LABEL_KEYS: &[&str] = &["question", "label", "field", "name", "title", "key", "prompt"];
const VALUE_KEYS: &[&str] = &["answer", "value", "response", "answers", "values"];
/// How deep a form may be nested.
const DEEPEST: usize = 32;

/// The entries of a text that is JSON, one document or several after each other; none where it is not.
pub(super) fn entries(text: &str, wanted: &Wanted) -> Option<Vec<Entry>> {
    if !text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let documents: Result<Vec<Value>, _> = Deserializer::from_str(text).into_iter::<Value>().collect();
    let documents =
        documents.ok().filter(|documents| documents.iter().all(|value| value.is_object() || value.is_array()))?;
    let mut entries = Vec::new();
    for document in &documents {
        walk("", document, DEEPEST, wanted, &mut entries);
    }
    Some(entries)
}

/// Takes in what stands behind a key.
fn walk(key: &str, value: &Value, deepest: usize, wanted: &Wanted, entries: &mut Vec<Entry>) {
    match value {
        Value::Object(fields) => match question(fields) {
            Some((label, answer)) => entries.push(entry(label, &said(answer))),
            // What stands inside a field belongs to it, whatever it is called there.
            None if deepest == 0 || wanted.is_field(key) => entries.push(entry(key, &said(value))),
            None => fields.iter().for_each(|(key, value)| walk(key, value, deepest - 1, wanted, entries)),
        },
        Value::Array(items) if deepest > 0 && items.iter().any(|item| item.is_object() || item.is_array()) => {
            items.iter().for_each(|item| walk(key, item, deepest - 1, wanted, entries));
        }
        _ => entries.push(entry(key, &said(value))),
    }
}

/// The label and the value of an object that is one field of a form.
fn question(fields: &Map<String, Value>) -> Option<(&str, &Value)> {
    let label = LABEL_KEYS.iter().find_map(|key| fields.get(*key)?.as_str())?;
    Some((label, VALUE_KEYS.iter().find_map(|key| fields.get(*key))?))
}

/// A value in words; yes and no for true and false.
fn said(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(said).filter(|item| !item.is_empty()).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| format!("{key}: {}", said(value)));
            fields.collect::<Vec<_>>().join("; ")
        }
        Value::Number(number) => number.to_string(),
    }
}

fn entry(label: &str, said: &str) -> Entry {
    let lines = said.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines = lines.map(|line| Line { text: line.to_owned(), number: 0, item: true, boxed: false }).collect();
    Entry { label: (!label.is_empty()).then(|| label.to_owned()), lines }
}
