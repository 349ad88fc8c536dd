//! CREATE INDEX and ALTER INDEX, and the elements that indexes and exclusion constraints are made of.

use super::builder::Builder;
use super::cursor::Cursor;
use super::expression::{single_ident, without_parens};
use super::fault::{Fault, Parse};
use super::generated_names::index_column_names;
use super::links::{object_id, qualified};
use super::names::missing;
use super::statement::Readers;
use super::table::{collation, find_index, parameters, tablespace};
use crate::collections::BTreeSet;
use crate::dialect::postgres::lex::TokenKind;
use crate::model::{
    ConstraintRule, Facet, Index, IndexElement, IndexKey, Kind, Object, ObjectId, Parameters, QualifiedName,
};
use crate::source::Span;

/// Readers of index statements.
pub(super) const READERS: Readers = &[
    ("create index", |cursor, builder| create(cursor, builder, false)),
    ("create unique index", |cursor, builder| create(cursor, builder, true)),
    ("alter index", alter),
    ("cluster", cluster),
];

/// `CLUSTER [VERBOSE] t USING i` marks the index as `ALTER TABLE ... CLUSTER ON` does; the other forms only move rows.
fn cluster(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    if cursor.at_punct("(") {
        cursor.parenthesised()?;
    }
    cursor.eat("verbose");
    let span = cursor.span();
    if cursor.is_end() {
        return Ok(());
    }
    let table = builder.need_relation(&cursor.name()?)?;
    if cursor.eat("using") {
        let index = cursor.ident()?;
        builder.put(table.facet(Facet::ClusterOn), Object::ClusterOn(index), span);
    }
    cursor.expect_end()
}

/// An index statement before its table is known.
struct Draft {
    index: Index,
    name: Option<String>,
    span: Span,
}

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder, unique: bool) -> Parse {
    cursor.eat("concurrently");
    let if_not_exists = cursor.eat("if not exists");
    let span = cursor.span();
    let name = if cursor.peek_kw(0, "on") { None } else { Some(cursor.name()?.name) };
    cursor.expect("on")?;
    let only = cursor.eat("only");
    let table = cursor.name()?;
    let method = if cursor.eat("using") { cursor.ident()? } else { "btree".to_owned() };
    let elements = cursor.list(|cursor| element(cursor, builder))?;
    let mut index = Index { unique, method, elements, only, ..Index::default() };
    if cursor.eat("include") {
        index.include = cursor.ident_list()?;
    }
    index.nulls_not_distinct = cursor.eat("nulls not distinct");
    cursor.eat("nulls distinct");
    if cursor.eat("with") {
        index.parameters = parameters(cursor)?;
    }
    if cursor.eat("tablespace") {
        index.tablespace = tablespace(cursor)?;
    }
    if cursor.eat("where") {
        index.predicate = Some(builder.sql(without_parens(cursor.rest())));
    }
    cursor.expect_end()?;
    let relation = builder.need_relation(&table)?;
    if if_not_exists && name.as_ref().is_some_and(|name| builder.relation_taken(&relation.schema, name)) {
        return Ok(());
    }
    let draft = Draft { index, name, span };
    take(builder, relation.kind, &qualified(&relation), draft)
}

/// Takes in an index on a table that is there.
fn take(builder: &mut Builder, kind: Kind, table: &QualifiedName, draft: Draft) -> Parse {
    let Draft { mut index, name, span } = draft;
    index.table.clone_from(&table.name);
    builder.settle_elements(kind, table, &mut index, span)?;
    let name = match name {
        Some(name) => name,
        None => {
            let columns = index_column_names(&index.elements, &index.include);
            builder.choose_index_name(table, &columns, "idx")
        }
    };
    builder.check_relation_name(&table.schema, &name, span)?;
    let partitioned =
        builder.schema.table(&table.schema, &table.name).is_some_and(|t| t.partition_by.is_some());
    let recurse = partitioned && !index.only;
    // With all its partitions' indexes attached an index made with ONLY is like any other.
    index.only = partitioned && index.only;
    let own = QualifiedName::new(table.schema.clone(), name);
    builder.put_index(&own, index, span);
    if recurse {
        builder.spread_index(table, &own, span);
    }
    Ok(())
}

/// ALTER INDEX, of a constraint's index too.
fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    if cursor.eat("all in tablespace") {
        return Ok(());
    }
    let if_exists = cursor.eat("if exists");
    let name = cursor.name()?;
    let own = match find_index(builder, &name) {
        Err(_) if if_exists => return Ok(()),
        own => own?,
    };
    if cursor.eat("attach partition") {
        let child = cursor.name()?;
        cursor.expect_end()?;
        let child = find_index(builder, &child)?;
        builder.attach_index(&own, &child);
        return Ok(());
    }
    if cursor.eat("rename to") {
        let new = cursor.ident()?;
        cursor.expect_end()?;
        builder.check_relation_name(&own.schema, &new, name.span)?;
        builder.rename_index(&own, &new);
        return Ok(());
    }
    if cursor.eat("alter column") || cursor.eat("alter") {
        let column = cursor.integer()? as u16;
        cursor.expect("set statistics")?;
        let value = cursor.integer()? as i32;
        cursor.expect_end()?;
        if let Some(index) = builder.index_mut(&own) {
            match value {
                ..0 => index.statistics.remove(&column),
                _ => index.statistics.insert(column, value),
            };
        }
        return Ok(());
    }
    change(cursor, builder, &own)
}

/// Storage parameters and tablespace, of an index or of the constraint behind its name.
fn change(cursor: &mut Cursor<'_>, builder: &mut Builder, own: &QualifiedName) -> Parse {
    let table =
        builder.links.key_indexes.get(own).map(|table| QualifiedName::new(own.schema.clone(), table.clone()));
    let (own_parameters, own_tablespace) = match &table {
        None => match builder.index_mut(own) {
            Some(index) => (&mut index.parameters, &mut index.tablespace),
            None => return Ok(()),
        },
        Some(table) => {
            match builder.constraint_mut(table, &own.name).map(|constraint| &mut constraint.rule) {
                Some(ConstraintRule::Key(key)) => (&mut key.parameters, &mut key.tablespace),
                Some(ConstraintRule::Exclude(exclude)) => {
                    (&mut exclude.index.parameters, &mut exclude.index.tablespace)
                }
                _ => return Ok(()),
            }
        }
    };
    if cursor.eat("set tablespace") {
        *own_tablespace = tablespace(cursor)?;
        cursor.eat("nowait");
    } else if cursor.eat("reset") {
        let names = cursor.ident_list()?;
        reset(own_parameters, &names);
    } else if cursor.eat("set") {
        own_parameters.append(&mut parameters(cursor)?);
    } else if cursor.eat_any(&["depends on extension", "no depends on extension"]).is_some() {
        cursor.rest();
    } else {
        return Err(cursor.expected("ATTACH PARTITION, RENAME TO, SET, RESET or ALTER COLUMN"));
    }
    cursor.expect_end()
}

/// An element of an index: a column, a function call or an expression in parentheses, and what follows it.
pub(super) fn element(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<IndexElement> {
    let mut element = IndexElement::default();
    if cursor.at_punct("(") {
        let inner = without_parens(cursor.parenthesised()?);
        element.key = IndexKey::Expression(builder.sql(inner));
    } else {
        element.key = column_or_call(cursor, builder)?;
    }
    if cursor.eat("collate") {
        let name = cursor.name()?;
        element.collation = collation(builder, &name);
    }
    let options = ["asc", "desc", "nulls", "with", "where"];
    if cursor.at_ident() && !options.iter().any(|word| cursor.peek_kw(0, word)) {
        let name = cursor.name()?;
        let made =
            |schema: &str| builder.schema.parts(Kind::OperatorClass, schema, &name.name).next().is_some();
        let schema = builder.find_schema(&name, made).or(name.schema);
        let schema = schema.filter(|schema| schema != "pg_catalog").unwrap_or_default();
        element.opclass = Some(QualifiedName::new(schema, name.name));
        if cursor.at_punct("(") {
            element.opclass_parameters = parameters(cursor)?;
        }
    }
    element.descending = cursor.eat("desc");
    if !element.descending {
        cursor.eat("asc");
    }
    element.nulls_first = element.descending;
    if cursor.eat("nulls first") {
        element.nulls_first = true;
    } else if cursor.eat("nulls last") {
        element.nulls_first = false;
    }
    Ok(element)
}

fn column_or_call(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<IndexKey> {
    let start = cursor.position();
    let word = cursor.token().is_some_and(|token| token.kind == TokenKind::Word);
    let first = cursor.ident()?;
    let mut call = false;
    while cursor.eat_punct(".") {
        cursor.ident()?;
    }
    if cursor.at_punct("(") {
        cursor.parenthesised()?;
        call = true;
    }
    let constant = word && matches!(first.as_str(), "current_date" | "current_user" | "session_user");
    match call || constant {
        true => Ok(IndexKey::Expression(builder.sql(cursor.text_from(start)))),
        false => Ok(IndexKey::Column(first)),
    }
}

impl Builder {
    /// Looks at an index's elements in the light of its table: `((a))` is a column; a column that is not there
    /// is a fault.
    pub(super) fn settle_elements(
        &self,
        kind: Kind,
        table: &QualifiedName,
        index: &mut Index,
        span: Span,
    ) -> Parse {
        if kind != Kind::Table {
            for element in &mut index.elements {
                let IndexKey::Expression(text) = &element.key else { continue };
                if let Some(name) = single_ident(&text.text) {
                    element.key = IndexKey::Column(name);
                }
            }
            return Ok(());
        }
        for element in &mut index.elements {
            if let IndexKey::Expression(text) = &element.key
                && let Some(name) = single_ident(&text.text)
                && self.schema.column(&table.schema, &table.name, &name).is_some()
            {
                element.key = IndexKey::Column(name);
            }
            let IndexKey::Column(name) = &element.key else { continue };
            let there = self.schema.column(&table.schema, &table.name, name).is_some();
            if !there && !is_system_column(name) {
                return Err(missing_column(table, name, span));
            }
        }
        for name in &index.include {
            if self.schema.column(&table.schema, &table.name, name).is_none() {
                return Err(missing_column(table, name, span));
            }
        }
        Ok(())
    }
}

fn is_system_column(name: &str) -> bool {
    matches!(name, "ctid" | "tableoid" | "xmin" | "xmax" | "cmin" | "cmax")
}

/// The fault that a table has no such column.
pub(super) fn missing_column(table: &QualifiedName, column: &str, span: Span) -> Fault {
    missing("column", &format!("{}.{column}", table.name), span)
}

/// An index made with ONLY counts as one only as long as a partition has none attached to it.
pub(super) fn settle_only(builder: &mut Builder) {
    let only: Vec<QualifiedName> = (builder.schema.objects)
        .range(ObjectId::new(Kind::Index, "", "")..)
        .take_while(|(id, _)| id.kind == Kind::Index)
        .filter(|(_, object)| matches!(object, Object::Index(index) if index.only))
        .map(|(id, _)| qualified(id))
        .collect();
    for name in only {
        let Some(table) = index_table(builder, &name) else { continue };
        let attached = builder.links.attached.get(&name).map_or(0, BTreeSet::len);
        let complete = builder.children(&table).len() <= attached;
        if let Some(index) = builder.index_mut(&name).filter(|_| complete) {
            index.only = false;
        }
    }
}

/// The table that an index stands on, of a constraint or not.
pub(super) fn index_table(builder: &Builder, name: &QualifiedName) -> Option<QualifiedName> {
    match builder.schema.get(&object_id(Kind::Index, name)) {
        Some(Object::Index(index)) => Some(QualifiedName::new(name.schema.clone(), index.table.clone())),
        _ => builder
            .links
            .key_indexes
            .get(name)
            .map(|table| QualifiedName::new(name.schema.clone(), table.clone())),
    }
}

/// Storage parameters with changes on top.
pub(super) fn reset(parameters: &mut Parameters, names: &[String]) {
    for name in names {
        parameters.remove(name);
    }
}
