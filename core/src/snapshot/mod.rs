//! A schema as a JSON document and back: canonical, stable, versioned, with its fingerprint.
//!
//! One object a line, sorted by id, so that a version control system shows what changed. How an object is written lives in
//! `text.rs`, what of it counts in `fingerprint.rs`.

mod fingerprint;
mod text;

pub use fingerprint::{fingerprint, fingerprints};
pub use text::objects;

use crate::diagnostic::{Diagnostic, Level};
use crate::model::{Object, ObjectId, Schema};
use crate::source::{Source, Span};
use crate::value::{Fields, Unread, from_value};
use serde_json::Value;
use std::fmt::Write;

/// What the `format` of a snapshot says.
pub const FORMAT: &str = "schemasync-snapshot";
/// The version of the format. A change that older readers would misread makes a new one.
pub const VERSION: u64 = 1;

/// The snapshot of a schema.
pub fn write(schema: &Schema) -> String {
    let mut out = String::from("{\n");
    let _ = writeln!(
        out,
        "  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION},\n  \"dialect\": \"postgresql\","
    );
    let _ = writeln!(out, "  \"fingerprint\": \"{}\",\n  \"objects\": [", fingerprint(schema));
    let writer = text::Writer::whole();
    for (index, (id, object)) in schema.objects.iter().enumerate() {
        out.push_str(if index > 0 { ",\n    " } else { "    " });
        writer.write(id, object, &mut out);
    }
    out.push_str(if schema.objects.is_empty() { "" } else { "\n" });
    out + "  ]\n}\n"
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
    let schema = schema(entries).map_err(|e| {
        let message = format!("`{}` holds an object that is not understood: {e}", source.name);
        fault("bad-snapshot", message)
    })?;
    if field("fingerprint").and_then(Value::as_str) != Some(fingerprint(&schema).as_str()) {
        let message =
            format!("`{}` does not match its fingerprint: it was cut short or changed by hand", source.name);
        return Err(fault("snapshot-fingerprint", message).help("make the snapshot again from its source"));
    }
    Ok(schema)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::*;
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
