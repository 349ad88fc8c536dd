//! `CREATE TABLE`, with what of its parts goes in.

use super::*;
use crate::collections::{BTreeMap, BTreeSet};
use crate::dialect::postgres::names::default_name;
use crate::model::{Column, Constraint, ConstraintRule, Facet, Kind, Object, ObjectId, Schema, Table};

/// `CREATE TABLE ...` with those of its parts that are in `parts`: columns, defaults, constraints, owned sequences.
pub fn create(schema: &Schema, id: &ObjectId, table: &Table, parts: &BTreeSet<ObjectId>) -> String {
    let unlogged = if table.unlogged { "UNLOGGED " } else { "" };
    let foreign = if table.foreign.is_some() { "FOREIGN " } else { "" };
    let mut out = format!("CREATE {unlogged}{foreign}TABLE {}", relation(id));
    let elements = elements(schema, id, table, parts);
    match (&table.partition_of, &table.of_type) {
        (Some(of), _) => {
            out += &format!(" PARTITION OF {}", qualified(&of.parent));
            out += &body(&elements);
            out += &format!(" {}", text(&of.bound));
        }
        (None, Some(of)) => out += &format!(" OF {}{}", qualified(of), body(&elements)),
        (None, None) if elements.is_empty() => out += " ()",
        (None, None) => out += &body(&elements),
    }
    if !table.inherits.is_empty() {
        out +=
            &format!(" INHERITS ({})", table.inherits.iter().map(qualified).collect::<Vec<_>>().join(", "));
    }
    out + &tail(table)
}

/// What follows the elements.
fn tail(table: &Table) -> String {
    let mut out = String::new();
    if let Some(by) = &table.partition_by {
        let key = by.key.iter().map(text).collect::<Vec<_>>().join(", ");
        out += &format!(" PARTITION BY {} ({key})", by.strategy.to_uppercase());
    }
    if let Some(method) = &table.access_method {
        out += &format!(" USING {}", ident(method));
    }
    if !table.parameters.is_empty() {
        out += &format!(" WITH ({})", parameters(&table.parameters));
    }
    if let Some(tablespace) = &table.tablespace {
        out += &format!(" TABLESPACE {}", ident(tablespace));
    }
    if let Some(foreign) = &table.foreign {
        out += &format!(" SERVER {}", ident(&foreign.server));
        if !foreign.options.is_empty() {
            out += &format!(" OPTIONS ({})", column::options(&foreign.options));
        }
    }
    out
}

fn body(elements: &[String]) -> String {
    if elements.is_empty() { String::new() } else { format!(" (\n    {}\n)", elements.join(",\n    ")) }
}

/// Columns in their order, then constraints: the key first, then by name.
fn elements(schema: &Schema, id: &ObjectId, table: &Table, parts: &BTreeSet<ObjectId>) -> Vec<String> {
    let mut constraints: Vec<(&str, &Constraint)> = (schema.constraints(&id.schema, &id.name))
        .filter(|(name, of)| !of.inherited && parts.contains(&part(id, name)))
        .collect();
    constraints.sort_by_key(|(name, of)| (rank(of), *name));
    let mut inline: BTreeMap<&str, Vec<&Constraint>> = BTreeMap::new();
    constraints.retain(|(name, of)| match own_column(schema, id, name, of) {
        Some(column) if shown(schema, id, column, parts, table) => {
            inline.entry(column).or_default().push(of);
            false
        }
        _ => true,
    });
    let mut out = Vec::new();
    for (name, column) in schema.columns(&id.schema, &id.name) {
        let column_id = ObjectId::column(&id.schema, &id.name, name);
        let inline = inline.remove(name).unwrap_or_default();
        let default = schema
            .column_default(&id.schema, &id.name, name)
            .filter(|_| parts.contains(&column_id.facet(Facet::Default)));
        if !column.inherited && parts.contains(&column_id) {
            out.push(match table.of_type {
                Some(_) => with_options(&column_id, column, default, &inline),
                None => self::column(schema, &column_id, column, default, &inline, parts),
            });
        }
    }
    out.retain(|element| !element.is_empty());
    out.extend(constraints.iter().map(|(name, of)| match anonymous(schema, id, name, of) {
        true => constraint::body(of),
        false => constraint::named(name, of),
    }));
    out
}

fn part(id: &ObjectId, constraint: &str) -> ObjectId {
    ObjectId::part(Kind::Constraint, &id.schema, &id.name, constraint)
}

fn shown(schema: &Schema, id: &ObjectId, column: &str, parts: &BTreeSet<ObjectId>, table: &Table) -> bool {
    let column_id = ObjectId::column(&id.schema, &id.name, column);
    let own = schema.column(&id.schema, &id.name, column).is_some_and(|c| !c.inherited);
    own && table.partition_of.is_none() && parts.contains(&column_id)
}

fn rank(of: &Constraint) -> u8 {
    match &of.rule {
        ConstraintRule::Key(key) if key.primary => 0,
        ConstraintRule::Key(_) => 1,
        ConstraintRule::Exclude(_) => 2,
        ConstraintRule::Check { .. } => 3,
        ConstraintRule::ForeignKey(_) => 4,
    }
}

/// Whether PostgreSQL gives a constraint its name when nobody does.
fn anonymous(schema: &Schema, id: &ObjectId, name: &str, of: &Constraint) -> bool {
    default_name(schema, &id.schema, &id.name, of).is_some_and(|default| default == name)
        && !held_by_partition(schema, id, name, of)
}

/// Whether a table that is to become a partition has a check of the name already: PostgreSQL would choose another.
fn held_by_partition(schema: &Schema, id: &ObjectId, name: &str, of: &Constraint) -> bool {
    let partitioned = schema.table(&id.schema, &id.name).is_some_and(|table| table.partition_by.is_some());
    if !partitioned || !matches!(of.rule, ConstraintRule::Check { .. }) {
        return false;
    }
    let all = schema.objects.range(ObjectId::part(Kind::Constraint, &id.schema, "", "")..);
    all.take_while(|(other, _)| other.kind == Kind::Constraint && other.schema == id.schema).any(
        |(other, object)| {
            let own = matches!(object, Object::Constraint(of) if !of.inherited);
            own && other.part == name && other.name != id.name
        },
    )
}

/// The one column that a constraint may be written at: nobody gave it a name and it speaks of no other.
fn own_column<'a>(schema: &'a Schema, id: &ObjectId, name: &str, of: &'a Constraint) -> Option<&'a str> {
    if !anonymous(schema, id, name, of) {
        return None;
    }
    match &of.rule {
        // What is said after the column's name has no INCLUDE.
        ConstraintRule::Key(key) if !key.without_overlaps && key.include.is_empty() => one(&key.columns),
        ConstraintRule::ForeignKey(key) if !key.period => one(&key.columns),
        ConstraintRule::Check { expression, .. } => {
            let columns =
                crate::dialect::postgres::names::columns_in(schema, &id.schema, &id.name, expression);
            let [column] = columns.as_slice() else { return None };
            let column = ObjectId::column(&id.schema, &id.name, column);
            schema.objects.get_key_value(&column).map(|(id, _)| id.part.as_str())
        }
        _ => None,
    }
}

fn one(columns: &[String]) -> Option<&str> {
    match columns {
        [column] => Some(column),
        _ => None,
    }
}

/// A column with the constraints that are written at it.
pub fn column(
    schema: &Schema,
    id: &ObjectId,
    of: &Column,
    default: Option<&SqlText>,
    inline: &[&Constraint],
    parts: &BTreeSet<ObjectId>,
) -> String {
    let key = inline.iter().any(|c| matches!(&c.rule, ConstraintRule::Key(key) if key.primary));
    let serial = sequence_of_serial(schema, id).filter(|(sequence, _)| parts.contains(sequence));
    let mut of = of.clone();
    // A primary key says NOT NULL, and so does serial.
    if (key || serial.is_some()) && of.not_null.as_ref().is_some_and(|n| n.name.is_none()) {
        of.not_null = None;
    }
    let serial = serial.map(|(_, word)| word);
    column::definition(id, &of, default, serial) + &inlined(inline)
}

fn inlined(inline: &[&Constraint]) -> String {
    let mut out = String::new();
    for constraint in inline {
        match &constraint.rule {
            ConstraintRule::Key(key) => {
                out += if key.primary { " PRIMARY KEY" } else { " UNIQUE" };
                if key.nulls_not_distinct {
                    out += " NULLS NOT DISTINCT";
                }
                out += &constraint::storage(key);
                out += constraint::timing(constraint);
            }
            ConstraintRule::ForeignKey(key) => {
                out += &format!(" {}", constraint::references(key, &idents(&key.referenced)));
                out += constraint::timing(constraint);
            }
            _ => out += &format!(" {}", constraint::body(constraint)),
        }
    }
    out
}

fn with_options(id: &ObjectId, of: &Column, default: Option<&SqlText>, inline: &[&Constraint]) -> String {
    let rest = column::constraints(id, of, default) + &inlined(inline);
    if rest.is_empty() { rest } else { format!("{} WITH OPTIONS{rest}", ident(&id.part)) }
}

/// The sequence of a column that `serial` describes completely, and the word for it.
pub fn sequence_of_serial(schema: &Schema, column: &ObjectId) -> Option<(ObjectId, &'static str)> {
    let of = schema.column(&column.schema, &column.name, &column.part)?;
    let word = match (of.ty.schema.is_empty() && !of.ty.array, of.ty.name.as_str()) {
        (true, "integer") => "serial",
        (true, "bigint") => "bigserial",
        (true, "smallint") => "smallserial",
        _ => return None,
    };
    let default = schema.column_default(&column.schema, &column.name, &column.part)?;
    let sequence = crate::dialect::postgres::names::sequence_in(schema, default)?;
    let Some(Object::Sequence(options)) = schema.get(&sequence) else { return None };
    let (min, max) = super::sequence::bounds(&of.ty.name, 1);
    let plain = crate::model::Sequence { ty: of.ty.name.clone(), min, max, ..Default::default() };
    let name = crate::dialect::postgres::names::object_name(&column.name, &column.part, "seq");
    let owned = match schema.get(&sequence.facet(Facet::OwnedBy)) {
        Some(Object::OwnedBy(owner)) => {
            (&owner.schema, &owner.table, &owner.column) == (&column.schema, &column.name, &column.part)
        }
        _ => false,
    };
    let fits = *options == plain && sequence.name == name && sequence.schema == column.schema;
    (owned && fits && of.not_null.is_some()).then_some((sequence, word))
}
