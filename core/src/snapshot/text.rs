//! An object as JSON: the id first, then the keys sorted. What a field says by being left out is its default's business: only
//! what differs from it is written.

use crate::model::*;
use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt::Write;

/// Writes one object after the other.
pub(super) struct Writer {
    prototypes: Map<String, Value>,
    /// Fields of objects that are left out.
    without: &'static [&'static str],
}

impl Writer {
    /// Writes all that objects say.
    pub(super) fn whole() -> Self {
        Writer { prototypes: prototypes(), without: &[] }
    }

    /// Writes what counts in a comparison, which the place of a column, the data of a view, and what only says how a NOT NULL
    /// was written do not.
    pub(super) fn counting() -> Self {
        Writer { prototypes: prototypes(), without: &["position", "with_no_data", "of_table", "called"] }
    }

    /// An object with its id, which stand side by side.
    pub(super) fn write(&self, id: &ObjectId, object: &Object, out: &mut String) {
        let value = |value: Result<Value, _>| value.unwrap_or_default();
        out.push_str("{\"id\":");
        self.value(&value(serde_json::to_value(id)), None, out);
        if let Value::Object(fields) = value(serde_json::to_value(object)) {
            for (key, value) in &fields {
                out.push(',');
                self.field(key, value, out);
            }
        }
        out.push('}');
    }

    fn field(&self, key: &str, value: &Value, out: &mut String) {
        string(key, out);
        out.push(':');
        self.value(value, self.prototypes.get(key).and_then(Value::as_object), out);
    }

    /// A value whose objects have the default values of a prototype. Entries of maps, which are nobody's fields, have none.
    fn value(&self, value: &Value, prototype: Option<&Map<String, Value>>, out: &mut String) {
        match value {
            Value::Object(map) => {
                let says = |key: &str, value: &Value| {
                    prototype.is_none_or(|prototype| {
                        prototype.get(key) != Some(value) && !self.without.contains(&key)
                    })
                };
                out.push('{');
                let mut between = "";
                for (key, value) in map.iter().filter(|(key, value)| says(key, value)) {
                    out.push_str(between);
                    between = ",";
                    self.field(key, value, out);
                }
                out.push('}');
            }
            Value::Array(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index > 0 { "," } else { "" });
                    self.value(item, prototype, out);
                }
                out.push(']');
            }
            Value::String(text) => string(text, out),
            plain => _ = write!(out, "{plain}"),
        }
    }
}

/// A text in quotes. Most have nothing to escape.
fn string(text: &str, out: &mut String) {
    if text.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
        out.push('"');
        out.push_str(text);
        out.push('"');
    } else {
        out.push_str(&Value::from(text).to_string());
    }
}

/// All objects in the order of their ids, as documents hold them.
pub fn objects(schema: &Schema) -> Vec<Value> {
    let writer = Writer::whole();
    let entry = |(id, object): (&ObjectId, &Object)| {
        let mut text = String::new();
        writer.write(id, object, &mut text);
        serde_json::from_str(&text).unwrap_or_default()
    };
    schema.objects.iter().map(entry).collect()
}

/// The default values of what stands under each key: what reading fills in again.
fn prototypes() -> Map<String, Value> {
    fn of<T: Default + Serialize>() -> Value {
        serde_json::to_value(T::default()).unwrap_or_default()
    }
    let constraint = ["deferrable", "deferred", "not_valid", "not_enforced", "inherited"];
    let constraint = constraint.into_iter().map(|flag| (flag.to_owned(), Value::Bool(false))).collect();
    [
        ("extension", of::<Extension>()),
        ("attributes", of::<Attribute>()),
        ("range", of::<RangeType>()),
        ("domain", of::<Domain>()),
        ("checks", of::<DomainCheck>()),
        ("sequence", of::<Sequence>()),
        ("table", of::<Table>()),
        ("column", of::<Column>()),
        ("ty", of::<ColumnType>()),
        ("not_null", of::<NotNull>()),
        ("identity", of::<Identity>()),
        ("generated", of::<Generated>()),
        ("constraint", Value::Object(constraint)),
        ("key", of::<Key>()),
        ("foreign_key", of::<ForeignKey>()),
        ("exclude", of::<Exclude>()),
        ("index", of::<Index>()),
        ("elements", of::<IndexElement>()),
        ("view", of::<View>()),
        ("routine", of::<Routine>()),
        ("arguments", of::<Argument>()),
        ("returns", of::<ColumnType>()),
        ("trigger", of::<Trigger>()),
        ("rule", of::<Rule>()),
        ("policy", of::<Policy>()),
        ("definition", of::<Definition>()),
    ]
    .into_iter()
    .map(|(key, value)| (key.to_owned(), value))
    .collect()
}
