//! A schema as compact text: one line an object, what is absent left out.

use schemasync_core::model::Schema;
use serde_json::{Map, Value};

/// One line an object; without texts, which differ between a file and a dump, where `texts` is false.
pub(crate) fn compact(schema: &Schema, texts: bool) -> Vec<String> {
    let line = |(id, object): (&schemasync_core::model::ObjectId, &_)| {
        let value = serde_json::to_value::<&schemasync_core::model::Object>(object).unwrap_or_default();
        let inner = match value {
            Value::Object(map) => map.into_iter().next().map(|(_, inner)| inner).unwrap_or_default(),
            other => other,
        };
        match strip(inner, texts) {
            Some(value) => format!("{id}: {}", text(&value)),
            None => id.to_string(),
        }
    };
    schema.objects.iter().map(line).collect()
}

fn strip(value: Value, texts: bool) -> Option<Value> {
    match value {
        Value::Null | Value::Bool(false) => None,
        Value::String(text) if text.is_empty() => None,
        Value::Array(items) => {
            let items: Vec<_> =
                items.into_iter().map(|item| strip(item, texts).unwrap_or_default()).collect();
            (!items.is_empty()).then_some(Value::Array(items))
        }
        Value::Object(map) if map.contains_key("text") && map.contains_key("path") => {
            map.get("text").map(|text| if texts { text.clone() } else { Value::from("~") })
        }
        Value::Object(map) if map.contains_key("modifiers") && map.contains_key("array") => {
            let ty: schemasync_core::model::ColumnType =
                schemasync_core::value::from_value(Value::Object(map)).ok()?;
            Some(Value::from(ty.to_string()))
        }
        Value::Object(map) if map.len() == 2 && map.contains_key("schema") && map.contains_key("name") => {
            let part = |key: &str| map.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let (schema, name) = (part("schema"), part("name"));
            (!name.is_empty())
                .then(|| Value::from(if schema.is_empty() { name } else { format!("{schema}.{name}") }))
        }
        Value::Object(map) => {
            let map: Map<_, _> = map
                .into_iter()
                .filter_map(|(key, value)| {
                    if key == "not_null" && !value.is_null() {
                        return Some((key, strip(value, texts).unwrap_or(Value::Bool(true))));
                    }
                    Some((key, strip(value, texts)?))
                })
                .collect();
            (!map.is_empty()).then_some(Value::Object(map))
        }
        other => Some(other),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Null => String::new(),
        Value::Array(items) => format!("[{}]", items.iter().map(text).collect::<Vec<_>>().join(", ")),
        Value::Object(map) => {
            let parts = map.iter().map(|(key, value)| match value {
                Value::Bool(true) => key.clone(),
                Value::Object(_) => format!("{key} {{{}}}", text(value)),
                _ => format!("{key} {}", text(value)),
            });
            parts.collect::<Vec<_>>().join("; ")
        }
    }
}
