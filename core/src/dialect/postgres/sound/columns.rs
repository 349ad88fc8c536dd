//! Columns that texts name and that are nowhere: in checks, defaults, computed columns, indexes, views, triggers, policies.
//! And the columns of views, each of which needs a name of its own.

use super::{Places, fault, twice};
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::canon::builtin;
use crate::dialect::postgres::canon::schema::Missing;
use crate::dialect::postgres::lex::{TokenKind, tokens};
use crate::dialect::postgres::parse::cursor::unquote_ident;
use crate::dialect::postgres::parse::references;
use crate::model::{ConstraintRule, IndexKey, Object, ObjectId, Schema, SqlText, View};

pub(super) fn faults(schema: &Schema, places: &Places<'_>) -> Vec<Diagnostic> {
    if !references::are_known(schema) {
        return Vec::new();
    }
    let missing = Missing::new(schema);
    let mut out = Vec::new();
    for (id, object) in &schema.objects {
        if let Object::View(view) = object
            && let Some(message) = columns_of(&missing, id, view)
        {
            out.extend(places.of(id).map(|span| fault("invalid-view", message, span)));
        }
        let found = match object {
            Object::View(view) => of_view(&missing, id, object, view),
            Object::Index(index) => plainly(schema, &missing, id, &index.table, index_columns(object))
                .map(|name| (name, None))
                .or_else(|| of_texts(schema, &missing, id, object)),
            Object::Trigger(trigger) if !trigger.inherited => {
                plainly(schema, &missing, id, &id.name, trigger.update_of.iter().collect())
                    .map(|name| (name, None))
                    .or_else(|| of_texts(schema, &missing, id, object))
            }
            Object::Constraint(_) | Object::Column(_) | Object::Default(_) | Object::Policy(_) => {
                of_texts(schema, &missing, id, object)
            }
            _ => None,
        };
        let Some((name, text)) = found else { continue };
        let word = name.rsplit('.').next().unwrap_or(&name);
        let on = if id.is_part() { id.itself() } else { id.clone() };
        let Some(span) = places.within(&on, text.as_ref(), word) else { continue };
        out.push(fault(
            "missing-object",
            format!("{on} names column \"{name}\", which does not exist"),
            span,
        ));
    }
    out
}

type Found = Option<(String, Option<SqlText>)>;

fn of_view(missing: &Missing<'_>, id: &ObjectId, object: &Object, view: &View) -> Found {
    let name = missing.column(id, object)?;
    Some((name, Some(view.query.clone())))
}

/// What is wrong with the columns that a view gives.
fn columns_of(missing: &Missing<'_>, id: &ObjectId, view: &View) -> Option<String> {
    let columns = missing.columns(id)?;
    if view.columns.len() > columns.len() {
        let (names, given) = (view.columns.len(), columns.len());
        return Some(format!("{id} names {names} columns, and its query gives {given}"));
    }
    let twice = twice(columns.iter().map(|(name, _)| name))?;
    Some(format!("{id} has two columns named \"{twice}\""))
}

/// The columns of an index as they stand.
fn index_columns(object: &Object) -> Vec<&String> {
    let Object::Index(index) = object else { return Vec::new() };
    let keys = index.elements.iter().filter_map(|element| match &element.key {
        IndexKey::Column(name) => Some(name),
        IndexKey::Expression(_) => None,
    });
    keys.chain(&index.include).collect()
}

/// The first of some columns that a relation does not have.
fn plainly(
    schema: &Schema,
    missing: &Missing<'_>,
    id: &ObjectId,
    relation: &str,
    columns: Vec<&String>,
) -> Option<String> {
    if columns.is_empty() {
        return None;
    }
    let on = schema.relation(&id.schema, relation)?;
    // Of tables it was looked at where the statement was read.
    let there = missing.columns(&on)?;
    columns.into_iter().find(|name| !there.iter().any(|(column, _)| column == *name)).cloned()
}

/// The first column that a text of an object names and its table does not have. Texts in which every word is accounted for
/// are not looked at any closer: that is nearly all of them.
fn of_texts(schema: &Schema, missing: &Missing<'_>, id: &ObjectId, object: &Object) -> Found {
    let text = texts(object).into_iter().find(|text| !is_plain(schema, id, object, text))?.clone();
    missing.column(id, object).map(|name| (name, Some(text)))
}

/// The texts that name columns of the object's own table.
fn texts(object: &Object) -> Vec<&SqlText> {
    match object {
        Object::Constraint(of) if !of.inherited => match &of.rule {
            ConstraintRule::Check { expression, .. } => vec![expression],
            _ => Vec::new(),
        },
        Object::Column(of) if !of.inherited => {
            of.generated.iter().map(|generated| &generated.expression).collect()
        }
        Object::Default(text) => vec![text],
        Object::Index(of) => {
            let keys = of.elements.iter().filter_map(|element| match &element.key {
                IndexKey::Expression(text) => Some(text),
                IndexKey::Column(_) => None,
            });
            keys.chain(&of.predicate).collect()
        }
        Object::Trigger(of) => of.when.iter().collect(),
        Object::Policy(of) => of.using.iter().chain(&of.check).collect(),
        _ => Vec::new(),
    }
}

/// Whether every word of a text that could be a column is one of the table.
fn is_plain(schema: &Schema, id: &ObjectId, object: &Object, text: &SqlText) -> bool {
    let table = match object {
        Object::Index(of) => &of.table,
        _ => &id.name,
    };
    let none = matches!(object, Object::Default(_));
    let tokens = tokens(&text.text);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text(&text.text));
    tokens.iter().enumerate().all(|(at, token)| {
        let name = match token.kind {
            TokenKind::Word | TokenKind::Quoted => unquote_ident(word(at)),
            _ => return true,
        };
        let cast = at > 0 && word(at - 1) == "::";
        cast || word(at + 1) == "("
            || token.kind == TokenKind::Word && builtin::keyword_needs_quotes(&name)
            || !none && schema.column(&id.schema, table, &name).is_some()
    })
}
