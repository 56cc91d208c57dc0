//! How a policy is laid over the one that it extends.
//!
//! Groups of keys are merged key by key, activities by their `id`. What stands in the upper policy wins. A list adds to the
//! list below, unless the upper policy names its dotted path under `replace`: then it takes its place. What is left empty
//! says nothing and leaves the lower policy as it is.

use serde_yaml::{Mapping, Value};

/// Lays `over` upon `base`.
pub(super) fn merge(base: Value, mut over: Value) -> Value {
    // It is said of this one file, so it does not reach the policy above.
    let replace = over.as_mapping_mut().and_then(|keys| keys.remove("replace")).unwrap_or_default();
    let replace = replace.as_sequence().into_iter().flatten().filter_map(Value::as_str).collect();
    Layer { replace, path: Vec::new() }.lay(base, over)
}

/// The upper policy while it is laid over.
struct Layer<'p> {
    /// The dotted paths of the lists that take the place of those below.
    replace: Vec<&'p str>,
    /// Where it has come to.
    path: Vec<String>,
}

impl Layer<'_> {
    fn lay(&mut self, base: Value, over: Value) -> Value {
        match (base, over) {
            (base, Value::Null) => base,
            (Value::Mapping(base), Value::Mapping(over)) => Value::Mapping(self.lay_map(base, over)),
            (Value::Sequence(base), Value::Sequence(over)) => Value::Sequence(self.lay_list(base, over)),
            (_, over) => without_empty(over),
        }
    }

    fn lay_map(&mut self, mut base: Mapping, over: Mapping) -> Mapping {
        for (key, value) in over {
            self.path.push(key.as_str().unwrap_or_default().to_owned());
            let below = base.get_mut(&key).map(std::mem::take).unwrap_or_default();
            base.insert(key, self.lay(below, value));
            self.path.pop();
        }
        base
    }

    fn lay_list(&mut self, mut base: Vec<Value>, over: Vec<Value>) -> Vec<Value> {
        let path = self.path.join(".");
        if self.replace.contains(&path.as_str()) {
            return over.into_iter().map(without_empty).collect();
        }
        for item in over {
            let id = item.get("id").and_then(Value::as_str).map(str::to_owned);
            let same = |known: &Value| id.is_some() && known.get("id") == item.get("id");
            if let Some((id, known)) = id.clone().zip(base.iter_mut().find(|known| same(known))) {
                self.path.push(id);
                *known = self.lay(std::mem::take(known), item);
                self.path.pop();
            } else if !base.contains(&item) {
                base.push(without_empty(item));
            }
        }
        base
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
    fn the_upper_policy_wins_and_lists_grow() {
        let cases = [
            ("a scalar is replaced", "default_destination: a", "default_destination: b", "default_destination: b"),
            (
                "a group keeps its other keys",
                "practice: {name: A, kind: x}",
                "practice: {name: B}",
                "practice: {name: B, kind: x}",
            ),
            ("a list grows", "templates: {t: [a, b]}", "templates: {t: [c, a]}", "templates: {t: [a, b, c]}"),
            (
                "a list takes the place of the one below where that is asked for",
                "roles: {desk: {handles: [A, B], never: [C]}, nurse: {handles: [A]}}",
                "replace: [roles.desk.handles]\nroles: {desk: {handles: [B], never: [D]}, nurse: {handles: [B]}}",
                "roles: {desk: {handles: [B], never: [C, D]}, nurse: {handles: [A, B]}}",
            ),
            (
                "an activity's list is named by its id",
                "activities: [{id: a, any: [x], unless: [q]}, {id: b, any: [x]}]",
                "replace: [activities.a.any]\nactivities: [{id: a, any: [y], unless: [r]}, {id: b, any: [y]}]",
                "activities: [{id: a, any: [y], unless: [q, r]}, {id: b, any: [x, y]}]",
            ),
            (
                "all activities can be replaced",
                "activities: [{id: a, any: [x]}]",
                "replace: [activities]\nactivities: [{id: b, any: [y]}]",
                "activities: [{id: b, any: [y]}]",
            ),
            ("a list can be emptied", "allow: [a]", "replace: [allow]\nallow: []", "allow: []"),
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
