//! JSON Schema, as much of it as docs/schema/ is written in. A keyword that is not known here is a fault, so that none
//! is passed over.

use serde_json::Value;

/// What is wrong with a document, each fault with its path.
pub fn faults(document: &Value, schema: &Value) -> Vec<String> {
    let mut out = Vec::new();
    check(document, schema, schema, "", &mut out);
    out
}

fn check(value: &Value, schema: &Value, root: &Value, path: &str, out: &mut Vec<String>) {
    let Value::Object(keywords) = schema else {
        return out.push(format!("{path}: no schema: {schema}"));
    };
    for (keyword, of) in keywords {
        let holds = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" | "default" => true,
            "$ref" => {
                let pointer = of.as_str().and_then(|of| of.strip_prefix('#')).unwrap_or_default();
                match root.pointer(pointer) {
                    Some(target) => check(value, target, root, path, out),
                    None => out.push(format!("{path}: no definition {of}")),
                }
                true
            }
            "type" => match of {
                Value::Array(types) => types.iter().any(|of| is_type(value, of)),
                of => is_type(value, of),
            },
            "const" => value == of,
            "enum" => list(of).contains(value),
            "oneOf" => {
                let holds = |of: &&Value| {
                    let mut faults = Vec::new();
                    check(value, of, root, path, &mut faults);
                    faults.is_empty()
                };
                list(of).iter().filter(holds).count() == 1
            }
            "required" => list(of).iter().all(|name| value.get(name.as_str().unwrap_or_default()).is_some()),
            "properties" => {
                for (name, of) in of.as_object().into_iter().flatten() {
                    if let Some(value) = value.get(name) {
                        check(value, of, root, &format!("{path}/{name}"), out);
                    }
                }
                true
            }
            "additionalProperties" => {
                let named = keywords.get("properties").and_then(Value::as_object);
                let others = value.as_object().into_iter().flatten();
                for (name, value) in others.filter(|(name, _)| named.is_none_or(|of| !of.contains_key(*name)))
                {
                    match of {
                        Value::Bool(false) => out.push(format!("{path}/{name}: unexpected")),
                        Value::Bool(true) => {}
                        of => check(value, of, root, &format!("{path}/{name}"), out),
                    }
                }
                true
            }
            "items" => {
                for (index, value) in list(value).iter().enumerate() {
                    check(value, of, root, &format!("{path}/{index}"), out);
                }
                true
            }
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= number(of)),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= number(of)),
            "minProperties" => value.as_object().is_none_or(|fields| fields.len() as u64 >= number(of)),
            "maxProperties" => value.as_object().is_none_or(|fields| fields.len() as u64 <= number(of)),
            "minimum" => value.as_f64().is_none_or(|value| value >= of.as_f64().unwrap_or(f64::INFINITY)),
            "pattern" => value.as_str().is_none_or(|text| is_fingerprint(text, of)),
            _ => false,
        };
        if !holds {
            out.push(format!("{path}: {keyword} {of} does not hold"));
        }
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or(u64::MAX)
}

fn is_type(value: &Value, of: &Value) -> bool {
    match of.as_str().unwrap_or_default() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        _ => false,
    }
}

/// The one pattern in use.
fn is_fingerprint(text: &str, pattern: &Value) -> bool {
    let hex =
        |digits: &str| digits.len() == 64 && digits.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    pattern == "^sha256:[0-9a-f]{64}$" && text.strip_prefix("sha256:").is_some_and(hex)
}
