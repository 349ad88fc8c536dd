//! A schema as a JSON document and back: canonical, stable, versioned, with its fingerprint.
//!
//! One object a line, sorted by id, so that a version control system shows what changed. What a field says by being
//! left out is its default's business: only what differs from it is written.

use crate::collections::BTreeMap;
use crate::diagnostic::{Diagnostic, Level};
use crate::model::*;
use crate::source::{Source, Span};
use crate::value::{Fields, Unread, from_value};
use serde::Serialize;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// What the `format` of a snapshot says.
pub const FORMAT: &str = "schemasync-snapshot";
/// The version of the format. A change that older readers would misread makes a new one.
pub const VERSION: u64 = 1;

/// The snapshot of a schema.
pub fn write(schema: &Schema) -> String {
    let entries: Vec<Value> = objects(schema);
    let mut out = String::from("{\n");
    let _ = writeln!(
        out,
        "  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION},\n  \"dialect\": \"postgresql\","
    );
    let _ = writeln!(out, "  \"fingerprint\": \"{}\",\n  \"objects\": [", digest(&entries));
    for (index, entry) in entries.iter().enumerate() {
        let comma = if index + 1 < entries.len() { "," } else { "" };
        out.push_str("    ");
        json(entry, &|_, _| true, &mut out);
        out.push_str(comma);
        out.push('\n');
    }
    out + "  ]\n}\n"
}

/// The SHA-256 fingerprint of a schema: equal schemas have equal ones.
pub fn fingerprint(schema: &Schema) -> String {
    digest(&objects(schema))
}

/// Reads a snapshot back. What is wrong with it is told with its place.
pub fn read(source: &Source) -> Result<Schema, Diagnostic> {
    let document: Value = serde_json::from_str(&source.text).map_err(|e| not_json(source, &e))?;
    let field = |name: &str| document.get(name);
    if field("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(fault(
            "not-a-snapshot",
            format!("`{}` is JSON, but no snapshot of a schema", source.name),
        )
        .help("a snapshot is made by `schemasync inspect SOURCE --format json`"));
    }
    if field("version").and_then(Value::as_u64) != Some(VERSION) {
        let version = field("version").unwrap_or(&Value::Null);
        let message = format!(
            "`{}` is a snapshot of version {version}; this program reads version {VERSION}",
            source.name
        );
        return Err(fault("snapshot-version", message).help("make the snapshot again with this program"));
    }
    let entries = field("objects").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if field("fingerprint").and_then(Value::as_str) != Some(digest(entries).as_str()) {
        let message =
            format!("`{}` does not match its fingerprint: it was cut short or changed by hand", source.name);
        return Err(fault("snapshot-fingerprint", message).help("make the snapshot again from its source"));
    }
    schema(entries).map_err(|e| {
        let message = format!("`{}` holds an object that is not understood: {e}", source.name);
        fault("bad-snapshot", message)
    })
}

/// The schema that the `objects` of a document hold.
pub fn schema(entries: &[Value]) -> Result<Schema, Unread> {
    let objects = entries.iter().map(entry_of).collect::<Result<_, _>>()?;
    Ok(Schema { objects })
}

/// An object with its id, which stand side by side.
fn entry_of(entry: &Value) -> Result<(ObjectId, Object), Unread> {
    let mut fields = Fields::of(entry.clone())?;
    Ok((fields.take("id")?, from_value(fields.rest())?))
}

fn fault(code: &str, message: String) -> Diagnostic {
    Diagnostic { level: Level::Error, code: code.into(), message, span: None, also: None, help: None }
}

fn not_json(source: &Source, error: &serde_json::Error) -> Diagnostic {
    let line_start =
        (source.text.split_inclusive('\n').take(error.line().saturating_sub(1))).map(str::len).sum::<usize>();
    let at = u32::try_from(line_start + error.column().saturating_sub(1)).unwrap_or(u32::MAX);
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    Diagnostic::error("bad-json", format!("this is not JSON: {said}"), Span { source: 0, start: at, end: at })
}

/// All objects in the order of their ids, as a document holds them: without what says nothing.
pub fn objects(schema: &Schema) -> Vec<Value> {
    let prototypes = prototypes();
    (schema.objects.iter())
        .map(|(id, object)| {
            let mut value = serde_json::to_value(object).unwrap_or_default();
            if let Value::Object(fields) = &mut value {
                fields.insert("id".into(), serde_json::to_value(id).unwrap_or_default());
            }
            prune(&mut value, &prototypes);
            value
        })
        .collect()
}

/// A SHA-256 over the objects. Where a column stands is left out, as it is when schemas are compared, and so is what a
/// dump says of itself and a person does not.
fn digest(entries: &[Value]) -> String {
    let mut hash = Sha256::new();
    let mut text = String::new();
    let owner = default_owner(entries);
    for entry in entries.iter().filter(|entry| !unsaid(entry, owner)) {
        text.clear();
        json(entry, &counts, &mut text);
        hash.update(text.as_bytes());
        hash.update(b"\n");
    }
    let mut out = String::from("sha256:");
    for byte in hash.finalize() {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// The role that a source which tells every object's owner names most often: whose database it is.
fn default_owner(entries: &[Value]) -> Option<&str> {
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for owner in
        entries.iter().filter(|entry| !tells_reader(entry)).filter_map(|entry| entry.get("owner")?.as_str())
    {
        *owners.entry(owner).or_default() += 1;
    }
    // The empty owner marks such a source.
    owners.remove("")?;
    owners.into_iter().max_by_key(|(name, number)| (*number, std::cmp::Reverse(*name))).map(|(name, _)| name)
}

/// What is not compared where one side alone says it: an extension's comment, which it brings along; the default owner;
/// who read it.
fn unsaid(entry: &Value, default_owner: Option<&str>) -> bool {
    let id = |field: &str| entry.get("id").and_then(|id| id.get(field)).and_then(Value::as_str);
    let owner = entry.get("owner").and_then(Value::as_str);
    owner == Some("")
        || tells_reader(entry)
        || owner.is_some() && owner == default_owner
        || id("kind") == Some("extension") && id("facet") == Some("comment")
}

/// Whether an entry says who read the schema from its server rather than what is in it.
fn tells_reader(entry: &Value) -> bool {
    let id = |field: &str| entry.get("id").and_then(|id| id.get(field)).and_then(Value::as_str);
    id("kind") == Some("database") && id("name") == Some("current_user")
}

/// JSON without blanks, the id first and then the keys sorted, however the document ordered them; only some fields.
fn json(value: &Value, wanted: &impl Fn(&str, &Value) -> bool, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut fields: Vec<_> = map.iter().filter(|(key, value)| wanted(key, value)).collect();
            fields.sort_by_key(|(key, _)| (key.as_str() != "id", key.as_str()));
            out.push('{');
            for (index, (key, value)) in fields.into_iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                let _ = write!(out, "{}:", Value::String(key.clone()));
                json(value, wanted, out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                json(item, wanted, out);
            }
            out.push(']');
        }
        plain => {
            let _ = write!(out, "{plain}");
        }
    }
}

/// Whether a field counts in a comparison: the place of a column does not, nor whether a view holds data.
fn counts(key: &str, value: &Value) -> bool {
    !(key == "position" && value.is_number() || key == "with_no_data" && value.is_boolean())
}

/// Leaves out the fields that have their default values. Entries of maps, which are nobody's fields, stay.
fn prune(value: &mut Value, prototypes: &Map<String, Value>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map.iter_mut() {
                if let Some(Value::Object(prototype)) = prototypes.get(key) {
                    let items = match &mut *value {
                        Value::Array(items) => items.as_mut_slice(),
                        single => std::slice::from_mut(single),
                    };
                    for item in items.iter_mut().filter_map(Value::as_object_mut) {
                        let said = std::mem::take(item).into_iter();
                        *item = said.filter(|(key, value)| prototype.get(key) != Some(value)).collect();
                    }
                }
                prune(value, prototypes);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| prune(item, prototypes)),
        _ => {}
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    fn schema() -> Schema {
        let path = Arc::new(vec!["public".to_owned()]);
        let mut column =
            Column { position: Position(1), ty: ColumnType::builtin("integer"), ..Column::default() };
        column.not_null = Some(NotNull::default());
        column.identity =
            Some(Identity { sequence: Sequence { start: 5, ..Sequence::default() }, ..Identity::default() });
        let element =
            IndexElement { descending: true, key: IndexKey::Column("id".into()), ..IndexElement::default() };
        let index = Index { table: "t".into(), elements: vec![element], ..Index::default() };
        let check = ConstraintRule::Check { expression: SqlText::new("id > 0", &path), no_inherit: false };
        let check = Constraint {
            rule: check,
            deferrable: false,
            deferred: false,
            not_valid: true,
            not_enforced: false,
            inherited: false,
        };
        let grant = Grant { privileges: [("select".to_owned(), false)].into() };
        let table = ObjectId::table("public", "t");
        let objects = [
            (
                table.clone(),
                Object::Table(Table { parameters: [("a".into(), "".into())].into(), ..Table::default() }),
            ),
            (table.facet(Facet::Comment), Object::Comment("it's \"ours\"\n".into())),
            (table.facet(Facet::Grant("bob".into())), Object::Grant(grant)),
            (ObjectId::column("public", "t", "id"), Object::Column(column)),
            (ObjectId::part(Kind::Constraint, "public", "t", "c"), Object::Constraint(check)),
            (ObjectId::new(Kind::Index, "public", "i"), Object::Index(index)),
        ];
        Schema { objects: objects.into_iter().collect() }
    }

    fn read_text(text: &str) -> Result<Schema, String> {
        read(&Source::new("s.json", text)).map_err(|d| d.render(&[Source::new("s.json", text)]))
    }

    #[test]
    fn comes_back_as_it_was() {
        let schema = schema();
        let text = write(&schema);
        pretty_assertions::assert_eq!(read_text(&text).unwrap(), schema);
        assert_eq!(write(&read_text(&text).unwrap()), text);
        assert!(text.contains(&fingerprint(&schema)), "{text}");
        pretty_assertions::assert_eq!(
            text.lines().nth(9).unwrap(),
            r#"    {"id":{"kind":"column","name":"t","part":"id","schema":"public"},"column":{"identity":{"sequence":{"start":5}},"not_null":{},"position":1,"ty":{"name":"integer"}}},"#
        );
    }

    #[test]
    fn places_of_columns_do_not_count() {
        let mut other = schema();
        for object in other.objects.values_mut() {
            if let Object::Column(column) = object {
                column.position = Position(7);
            }
        }
        assert_eq!(fingerprint(&other), fingerprint(&schema()));
        assert_ne!(fingerprint(&other), fingerprint(&Schema::default()));
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        pretty_assertions::assert_eq!(read_text(text).unwrap_err(), expected);
    }

    #[test]
    fn wrong_documents() {
        check(
            "{\n  oops",
            "s.json:2:3: error: this is not JSON: key must be a string\n 2 |   oops\n   |   ^\n",
        );
        check(
            "{}",
            "error: `s.json` is JSON, but no snapshot of a schema\n  help: a snapshot is made by `schemasync inspect SOURCE --format json`\n",
        );
        check(
            r#"{"format":"schemasync-snapshot","version":9}"#,
            "error: `s.json` is a snapshot of version 9; this program reads version 1\n  help: make the snapshot again with this program\n",
        );
        check(
            &write(&schema()).replace("integer", "bigint"),
            "error: `s.json` does not match its fingerprint: it was cut short or changed by hand\n  help: make the snapshot again from its source\n",
        );
    }
}
