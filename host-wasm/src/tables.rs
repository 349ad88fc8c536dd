//! Tables as people think of them: each with its columns, keys, references and indexes, gathered from the flat map.

use schemasync_core::model::{
    Action, Column, Constraint, ConstraintRule, Facet, Index, IndexKey, Kind, Object, ObjectId, Schema, Table,
};
use serde::Serialize;

/// A table with all that belongs to it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TableDefinition {
    schema: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
    /// The table that it is a partition of.
    #[serde(skip_serializing_if = "Option::is_none")]
    partition_of: Option<TableName>,
    columns: Vec<ColumnDefinition>,
    /// The columns of its primary key.
    primary_key: Vec<String>,
    unique: Vec<KeyDefinition>,
    foreign_keys: Vec<ForeignKeyDefinition>,
    checks: Vec<CheckDefinition>,
    indexes: Vec<IndexDefinition>,
}

#[derive(Serialize)]
struct TableName {
    schema: String,
    name: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ColumnDefinition {
    name: String,
    #[serde(rename = "type")]
    ty: String,
    not_null: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    default: Option<String>,
    /// The expression of a generated column.
    #[serde(skip_serializing_if = "Option::is_none")]
    generated: Option<String>,
    identity: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
}

#[derive(Serialize)]
struct KeyDefinition {
    name: String,
    columns: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ForeignKeyDefinition {
    name: String,
    columns: Vec<String>,
    /// The table that it refers to.
    table: TableName,
    referenced: Vec<String>,
    on_update: Action,
    on_delete: Action,
}

#[derive(Serialize)]
struct CheckDefinition {
    name: String,
    expression: String,
}

#[derive(Serialize)]
struct IndexDefinition {
    name: String,
    unique: bool,
    method: String,
    /// Columns, and expressions in parentheses.
    elements: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    predicate: Option<String>,
}

/// All tables of a schema, in the order of their names.
pub(crate) fn tables(schema: &Schema) -> Vec<TableDefinition> {
    let mut out: Vec<TableDefinition> = Vec::new();
    for (id, object) in &schema.objects {
        if let (Object::Table(table), true) = (object, id.facet.is_itself()) {
            out.push(definition(schema, id, table));
        }
    }
    for (id, object) in schema.objects.range(ObjectId::new(Kind::Index, "", "")..) {
        let Object::Index(index) = object else { continue };
        let wanted = (id.schema.as_str(), index.table.as_str());
        let at = out.binary_search_by(|table| (table.schema.as_str(), table.name.as_str()).cmp(&wanted));
        if let Some(table) = at.ok().and_then(|at| out.get_mut(at)) {
            table.indexes.push(self::index(&id.name, index));
        }
    }
    out
}

fn definition(schema: &Schema, id: &ObjectId, table: &Table) -> TableDefinition {
    let columns = schema.columns(&id.schema, &id.name);
    let mut out = TableDefinition {
        schema: id.schema.clone(),
        name: id.name.clone(),
        comment: comment(schema, id),
        partition_of: (table.partition_of.as_ref()).map(|of| name(&of.parent.schema, &of.parent.name)),
        columns: columns.into_iter().map(|(name, column)| self::column(schema, id, name, column)).collect(),
        primary_key: Vec::new(),
        unique: Vec::new(),
        foreign_keys: Vec::new(),
        checks: Vec::new(),
        indexes: Vec::new(),
    };
    schema.constraints(&id.schema, &id.name).for_each(|(name, found)| constraint(&mut out, name, found));
    out
}

fn name(schema: &str, name: &str) -> TableName {
    TableName { schema: schema.to_owned(), name: name.to_owned() }
}

fn comment(schema: &Schema, id: &ObjectId) -> Option<String> {
    match schema.get(&id.facet(Facet::Comment)) {
        Some(Object::Comment(text)) => Some(text.clone()),
        _ => None,
    }
}

fn column(schema: &Schema, table: &ObjectId, name: &str, column: &Column) -> ColumnDefinition {
    let default = schema.column_default(&table.schema, &table.name, name);
    ColumnDefinition {
        name: name.to_owned(),
        ty: column.ty.to_string(),
        not_null: column.not_null.is_some(),
        default: default.map(|text| text.text.clone()),
        generated: column.generated.as_ref().map(|generated| generated.expression.text.clone()),
        identity: column.identity.is_some(),
        comment: comment(schema, &ObjectId::column(&table.schema, &table.name, name)),
    }
}

fn constraint(table: &mut TableDefinition, name: &str, constraint: &Constraint) {
    let name = name.to_owned();
    match &constraint.rule {
        ConstraintRule::Key(key) if key.primary => table.primary_key.clone_from(&key.columns),
        ConstraintRule::Key(key) => table.unique.push(KeyDefinition { name, columns: key.columns.clone() }),
        ConstraintRule::ForeignKey(key) => table.foreign_keys.push(ForeignKeyDefinition {
            name,
            columns: key.columns.clone(),
            table: self::name(&key.table.schema, &key.table.name),
            referenced: key.referenced.clone(),
            on_update: key.on_update,
            on_delete: key.on_delete,
        }),
        ConstraintRule::Check { expression, .. } => {
            table.checks.push(CheckDefinition { name, expression: expression.text.clone() });
        }
        ConstraintRule::Exclude(_) => {}
    }
}

fn index(name: &str, index: &Index) -> IndexDefinition {
    let element = |key: &IndexKey| match key {
        IndexKey::Column(name) => name.clone(),
        IndexKey::Expression(text) => format!("({})", text.text),
    };
    IndexDefinition {
        name: name.to_owned(),
        unique: index.unique,
        method: index.method.clone(),
        elements: index.elements.iter().map(|one| element(&one.key)).collect(),
        predicate: index.predicate.as_ref().map(|text| text.text.clone()),
    }
}
