//! How a policy is laid over the one that it extends.
//!
//! Groups of keys are merged key by key, activities by their `id`. What stands in the upper policy wins. Lists take the
//! place of lists, save those to which a practice adds: `allow`, what stands under `practice.public`, and the phrases of an
//! activity. What is left empty says nothing and leaves the lower policy as it is.

use serde_yaml::{Mapping, Value};

/// Lays `over` upon `base`.
pub(super) fn merge(base: Value, over: Value) -> Value {
    lay(base, over, &mut Vec::new())
}

fn lay(base: Value, over: Value, path: &mut Vec<String>) -> Value {
    match (base, over) {
        (base, Value::Null) => base,
        (Value::Mapping(base), Value::Mapping(over)) => Value::Mapping(lay_map(base, over, path)),
        (Value::Sequence(base), Value::Sequence(over)) => Value::Sequence(lay_list(base, over, path)),
        (_, over) => without_empty(over),
    }
}

fn lay_map(mut base: Mapping, over: Mapping, path: &mut Vec<String>) -> Mapping {
    for (key, value) in over {
        path.push(key.as_str().unwrap_or_default().to_owned());
        let below = base.get_mut(&key).map(std::mem::take).unwrap_or_default();
        base.insert(key, lay(below, value, path));
        path.pop();
    }
    base
}

fn lay_list(mut base: Vec<Value>, over: Vec<Value>, path: &mut Vec<String>) -> Vec<Value> {
    let path_words: Vec<&str> = path.iter().map(String::as_str).collect();
    match path_words.as_slice() {
        ["activities"] => {
            for activity in over {
                match base.iter_mut().find(|known| known.get("id") == activity.get("id")) {
                    Some(known) => *known = lay(std::mem::take(known), activity, path),
                    None => base.push(without_empty(activity)),
                }
            }
            base
        }
        ["allow"] | ["practice", "public", _] | ["activities", "any" | "unless"] => {
            for item in over {
                if !base.contains(&item) {
                    base.push(item);
                }
            }
            base
        }
        _ => over,
    }
}

/// Takes out what was left empty, so that it reads as if it had not been written.
fn without_empty(value: Value) -> Value {
    match value {
        Value::Mapping(map) => Value::Mapping(
            map.into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (key, without_empty(value)))
                .collect(),
        ),
        Value::Sequence(list) => Value::Sequence(list.into_iter().map(without_empty).collect()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_upper_policy_wins_and_some_lists_grow() {
        let cases = [
            ("a scalar is replaced", "default_destination: a", "default_destination: b", "default_destination: b"),
            (
                "a group keeps its other keys",
                "practice: {name: A, kind: x}",
                "practice: {name: B}",
                "practice: {name: B, kind: x}",
            ),
            ("a list is replaced", "templates: {t: [a, b]}", "templates: {t: [c]}", "templates: {t: [c]}"),
            ("allow grows", "allow: [a]", "allow: [b, a]", "allow: [a, b]"),
            (
                "what is public grows",
                "practice: {public: {staff: [A], phones: [1]}}",
                "practice: {public: {staff: [B]}}",
                "practice: {public: {staff: [A, B], phones: [1]}}",
            ),
            (
                "activities meet by id, and their phrases grow",
                "activities: [{id: a, bucket: unsafe, any: [x]}, {id: b, any: [y]}]",
                "activities: [{id: c, any: [w]}, {id: a, bucket: safe, any: [z], unless: [q]}]",
                "activities: [{id: a, bucket: safe, any: [x, z], unless: [q]}, {id: b, any: [y]}, {id: c, any: [w]}]",
            ),
            (
                "verdicts meet by reason and kind",
                "verdicts: {U1: {sms: unsafe, email: unsafe}, C1: {sms: safe}}",
                "verdicts: {U1: {email: conditional}}",
                "verdicts: {U1: {sms: unsafe, email: conditional}, C1: {sms: safe}}",
            ),
            (
                "what is empty says nothing",
                "allow: [a]\nroles: {r: {never: [NAME]}}",
                "allow:\nroles: {r: , s: {never: }}",
                "allow: [a]\nroles: {r: {never: [NAME]}, s: {}}",
            ),
            (
                "a group takes the place of nothing",
                "version: 1",
                "practice: {name: , kind: x}",
                "version: 1\npractice: {kind: x}",
            ),
        ];
        for (what, base, over, expected) in cases {
            let [base, over, expected] =
                [base, over, expected].map(|text| serde_yaml::from_str::<Value>(text).unwrap());
            assert_eq!(merge(base, over), expected, "{what}");
        }
    }
}
