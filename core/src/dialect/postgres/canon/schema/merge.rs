//! Where two objects mean the same, the current one takes the words of the desired one. Knows no kinds: it walks the
//! objects as values, beside their normal forms. What a normal form is lives in `normal/`.

use crate::model::{Object, View};
use crate::value::from_value;
use serde_json::Value;

/// The current object with every part whose normal form equals the desired one's replaced by the desired one's.
pub(super) fn merge(current: &Object, desired: &Object, normal: (&Object, &Object)) -> Object {
    if normal.0 == normal.1
        && let Some(whole) = whole(current, desired)
    {
        return whole;
    }
    let value = |object: &Object| serde_json::to_value(object).unwrap_or_default();
    let mut merged = value(current);
    walk(&mut merged, &value(desired), &value(normal.0), &value(normal.1));
    from_value(merged).unwrap_or_else(|_| current.clone())
}

/// Keys whose values are states or spellings, or follow from the rest, not definitions: they always stay the current
/// object's.
const KEPT: [&str; 5] = ["position", "with_no_data", "of_table", "called", "uses"];

/// What the walk comes to where everything means the same, which is nearly always: the desired object but for what is
/// [`KEPT`].
fn whole(current: &Object, desired: &Object) -> Option<Object> {
    match (current, desired) {
        (Object::Column(_), _) => None,
        (Object::View(current), Object::View(desired)) => {
            Some(Object::View(View { with_no_data: current.with_no_data, ..desired.clone() }))
        }
        _ => Some(desired.clone()),
    }
}

fn walk(current: &mut Value, desired: &Value, normal_current: &Value, normal_desired: &Value) {
    match (current, desired, normal_current, normal_desired) {
        (Value::Object(current), Value::Object(desired), Value::Object(left), Value::Object(right))
            if current.keys().eq(desired.keys()) && left.keys().eq(right.keys()) && !is_text(current) =>
        {
            for (key, value) in current.iter_mut().filter(|(key, _)| !KEPT.contains(&key.as_str())) {
                if let (Some(desired), Some(left), Some(right)) =
                    (desired.get(key), left.get(key), right.get(key))
                {
                    walk(value, desired, left, right);
                }
            }
        }
        (Value::Array(current), Value::Array(desired), Value::Array(left), Value::Array(right))
            if current.len() == desired.len() && left.len() == current.len() && right.len() == left.len() =>
        {
            for (((value, desired), left), right) in current.iter_mut().zip(desired).zip(left).zip(right) {
                walk(value, desired, left, right);
            }
        }
        (current, desired, left, right) if left == right => *current = desired.clone(),
        _ => {}
    }
}

/// A text and its search path belong together.
fn is_text(object: &serde_json::Map<String, Value>) -> bool {
    object.len() == 2 && object.contains_key("text") && object.contains_key("path")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Policy, SqlText};

    fn policy(using: &str, check: &str) -> Object {
        let text = |t: &str| (!t.is_empty()).then(|| SqlText { text: t.into(), ..SqlText::default() });
        Object::Policy(Policy { using: text(using), check: text(check), ..Policy::default() })
    }

    #[test]
    fn what_means_the_same_takes_the_desired_words() {
        let (current, desired) = (policy("(a = 1)", "b"), policy("a=1", "c"));
        let normal = (policy("A", "B"), policy("A", "C"));
        assert_eq!(merge(&current, &desired, (&normal.0, &normal.1)), policy("a=1", "b"));
        assert_eq!(merge(&current, &desired, (&normal.0, &policy("D", ""))), current);
    }
}
