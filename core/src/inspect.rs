//! A schema as canonical DDL, in one text or in one file an object, and as an outline.

use crate::collections::{BTreeMap, BTreeSet};
use crate::diagnostic::Diagnostic;
use crate::model::{Column, Facet, Kind, Object, ObjectId, Schema};
use crate::options::Options;
use crate::pair::Pair;
use crate::plan::{Plan, Step};
use std::fmt::Write;

/// How a setting begins that only helps the order of a plan.
const LOCAL: &str = "SET LOCAL ";

/// A schema as DDL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ddl {
    /// The texts by path. A single text has an empty one.
    pub files: BTreeMap<String, String>,
    /// What could not be written.
    pub diagnostics: Vec<Diagnostic>,
}

/// All of a schema in one text, in an order that a server takes.
pub fn ddl(schema: &Schema) -> Ddl {
    let plan = from_nothing(schema);
    // There is no transaction that a setting could be local to.
    let statement = |step: &Step| match step.sql.strip_prefix(LOCAL) {
        Some(setting) => format!("SET {setting};\n"),
        None => format!("{};\n", step.sql),
    };
    let statements: Vec<String> = plan.steps().map(statement).collect();
    Ddl { files: [(String::new(), statements.join("\n"))].into(), diagnostics: plan.diagnostics }
}

/// A schema laid out in a folder: `public/tables/orders.sql` holds a table with all that belongs to it.
pub fn files(schema: &Schema) -> Ddl {
    let plan = from_nothing(schema);
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut names = Names::default();
    for step in plan.steps().filter(|step| !step.sql.starts_with(LOCAL)) {
        let file = files.entry(names.path(schema, step)).or_default();
        let gap = if file.is_empty() { "" } else { "\n" };
        let _ = writeln!(file, "{gap}{};", step.sql);
    }
    Ddl { files, diagnostics: plan.diagnostics }
}

fn from_nothing(schema: &Schema) -> Plan {
    let nothing = Schema::default();
    crate::plan(Pair::new(&nothing, schema), &Options::default())
}

/// Paths given so far: two names that differ only in case need two files on every system.
#[derive(Default)]
struct Names {
    given: BTreeMap<(Kind, String, String), String>,
    taken: BTreeSet<String>,
}

impl Names {
    fn path(&mut self, schema: &Schema, step: &Step) -> String {
        let owner = owner(schema, &step.object);
        let key = (owner.kind, owner.schema.clone(), owner.name.clone());
        if let Some(path) = self.given.get(&key) {
            return path.clone();
        }
        let stem = stem(&owner);
        let mut path = format!("{stem}.sql");
        let mut number = 2;
        while !self.taken.insert(path.to_lowercase()) {
            path = format!("{stem}-{number}.sql");
            number += 1;
        }
        self.given.insert(key, path.clone());
        path
    }
}

/// What an object is told with: the table of an index, of a trigger, of a sequence that a column owns.
fn owner(schema: &Schema, id: &ObjectId) -> ObjectId {
    let mut id = id.clone();
    // A facet belongs to an object, a part to a relation, a relation to nothing: this ends.
    loop {
        let sequence = match schema.get(&id.facet(Facet::OwnedBy)) {
            Some(Object::OwnedBy(column)) if id.kind == Kind::Sequence && id.facet.is_itself() => {
                schema.relation(&column.schema, &column.table)
            }
            _ => None,
        };
        match sequence.or_else(|| schema.parent(&id)) {
            Some(parent) if parent != id => id = parent,
            _ => return id,
        }
    }
}

fn stem(id: &ObjectId) -> String {
    match id.kind {
        Kind::Schema => format!("{}/schema", safe(&id.name)),
        kind if id.schema.is_empty() => format!("database/{}/{}", folder(kind), safe(&id.name)),
        kind => format!("{}/{}/{}", safe(&id.schema), folder(kind), safe(&id.name)),
    }
}

/// The plural of a kind's words.
fn folder(kind: Kind) -> String {
    let words = kind.words().replace(' ', "-");
    match words.strip_suffix('y') {
        _ if words.ends_with('s') && kind != Kind::OperatorClass => words,
        Some(stem) => format!("{stem}ies"),
        None if words.ends_with('x') || words.ends_with("ss") => format!("{words}es"),
        None => format!("{words}s"),
    }
}

/// A name as a file's name on every system: what is special there is written as `%` and its number.
fn safe(name: &str) -> String {
    let mut out = String::new();
    for (index, c) in name.chars().enumerate() {
        match c {
            '.' if index == 0 => out.push_str("%2E"),
            c if c.is_alphanumeric() || matches!(c, '_' | '-' | '.') => out.push(c),
            c => c.to_string().bytes().for_each(|byte| _ = write!(out, "%{byte:02X}")),
        }
    }
    out
}

/// What there is, by schema and table, a line each.
pub fn outline(schema: &Schema) -> String {
    let mut tree: BTreeMap<&str, BTreeMap<ObjectId, Vec<&ObjectId>>> = BTreeMap::new();
    for id in schema.objects.keys().filter(|id| id.facet.is_itself()) {
        let group = if id.kind == Kind::Schema { &id.name } else { &id.schema };
        let parts = tree.entry(group).or_default().entry(owner(schema, id)).or_default();
        parts.push(id);
    }
    let mut out = String::new();
    for (name, objects) in tree {
        let gap = if out.is_empty() { "" } else { "\n" };
        let title = if name.is_empty() { "database".to_owned() } else { format!("schema {name}") };
        let _ = writeln!(out, "{gap}{title}");
        for (owner, mut parts) in objects {
            if owner.kind != Kind::Schema {
                let _ = writeln!(out, "  {} {}{}", owner.kind.words(), owner.name, owner.part);
            }
            parts.sort_by_key(|id| place(schema, id));
            for id in parts.into_iter().filter(|id| **id != owner) {
                let _ = writeln!(out, "    {} {}{}", id.kind.words(), id.own_name(), detail(schema, id));
            }
        }
    }
    out
}

fn place(schema: &Schema, id: &ObjectId) -> (Kind, u32, ObjectId) {
    let position = match schema.get(id) {
        Some(Object::Column(column)) => column.position.0,
        _ => 0,
    };
    (id.kind, position, id.clone())
}

fn detail(schema: &Schema, id: &ObjectId) -> String {
    let Some(Object::Column(Column { ty, not_null, identity, generated, .. })) = schema.get(id) else {
        return String::new();
    };
    let mut out = format!(" {ty}");
    out.push_str(if not_null.is_some() { " not null" } else { "" });
    out.push_str(if identity.is_some() { " identity" } else { "" });
    out.push_str(if generated.is_some() { " generated" } else { "" });
    if let Some(text) = schema.column_default(&id.schema, &id.name, &id.part) {
        let _ = write!(out, " default {}", text.text.replace(char::is_control, " "));
    }
    out
}
