//! Extended statistics.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::generated_names::{make_object_name, name_addition};
use super::rare::{self, Draft};
use super::statement::Readers;
use crate::dialect::postgres::canon::escapes::quote_ident;
use crate::dialect::postgres::definition::qualified;
use crate::dialect::postgres::lex::tokens;
use crate::model::{Kind, Object, ObjectId};
use crate::source::Span;

pub(super) const READERS: Readers = &[("create statistics", create), ("alter statistics", alter)];

/// An element: a column's name, or an expression in parentheses.
enum Element {
    Column(String),
    Expression(String),
}

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let if_not_exists = cursor.eat("if not exists");
    let before = cursor.span();
    let name = if cursor.at_kws("on") || cursor.at_punct("(") { None } else { Some(cursor.name()?) };
    let mut kinds = if cursor.at_punct("(") { cursor.ident_list()? } else { Vec::new() };
    cursor.expect("on")?;
    let elements = cursor.commas(element)?;
    cursor.expect("from")?;
    let table = cursor.name()?;
    cursor.expect_end()?;
    let relation = builder.need_relation(&table)?;
    let mut draft = Draft::default();
    kinds.sort();
    kinds.dedup();
    // All three are what it is without any.
    if !kinds.is_empty() && kinds.len() < 3 {
        draft.set("kinds", kinds.join(", "));
    }
    over(&mut draft, &relation, &elements);
    draft.path = builder.sql("").path;
    let (schema, name, span) = match &name {
        Some(name) => (builder.creation_schema(name), name.name.clone(), name.span),
        None => (relation.schema.clone(), generated(builder, &relation, &elements), before),
    };
    let id = ObjectId::new(Kind::Statistics, schema, name);
    if rare::is_there(builder, &id, if_not_exists) {
        return Ok(());
    }
    draft.add(builder, id, span)
}

/// What it is made over.
fn over(draft: &mut Draft, relation: &ObjectId, elements: &[Element]) {
    draft.uses = vec![relation.clone()];
    for element in elements {
        if let Element::Column(column) = element {
            draft.uses.push(ObjectId::column(&relation.schema, &relation.name, column));
        }
    }
    draft.set("on", written(elements));
    draft.set("from", qualified(&relation.schema, &relation.name));
}

/// Copies all that a table has for another one, under names of their own: which became which.
pub(super) fn copy(
    builder: &mut Builder,
    source: &ObjectId,
    own: &ObjectId,
    span: Span,
) -> Vec<(ObjectId, ObjectId)> {
    let all = builder.schema.objects.range(ObjectId::new(Kind::Statistics, "", "")..);
    let all = all.take_while(|(id, _)| id.kind == Kind::Statistics).filter(|(_, object)| match object {
        Object::Definition(of) => of.uses.first() == Some(source),
        _ => false,
    });
    let all: Vec<ObjectId> = all.map(|(id, _)| id.clone()).collect();
    let mut out = Vec::new();
    for from in all {
        let mut draft = rare::draft(builder, &from);
        let on = draft.clauses.get("on").cloned().unwrap_or_default();
        let tokens = tokens(&on);
        let Ok(mut elements) = Cursor::new(&on, 0, &tokens).commas(element) else { continue };
        // The server goes by the order of the table's columns.
        elements.sort_by_key(|element| match element {
            Element::Column(name) => {
                (builder.schema.column(&source.schema, &source.name, name)).map_or(0, |of| of.position.0)
            }
            Element::Expression(_) => u32::MAX,
        });
        over(&mut draft, own, &elements);
        draft.clauses.remove("target");
        let to = ObjectId::new(Kind::Statistics, &*own.schema, generated(builder, own, &elements));
        if draft.add(builder, to.clone(), span).is_ok() {
            out.push((from, to));
        }
    }
    out
}

fn element(cursor: &mut Cursor<'_>) -> Parse<Element> {
    if cursor.at_punct("(") {
        return cursor.parenthesised().map(|text| Element::Expression(text.to_owned()));
    }
    if cursor.at_ident() && !matches!(cursor.peek_text(1), "(" | ".") {
        return cursor.ident().map(Element::Column);
    }
    let start = cursor.position();
    cursor.text_until(|cursor| cursor.at_punct(",") || cursor.at_kws("from"));
    Ok(Element::Expression(cursor.text_from(start).to_owned()))
}

/// Columns first, as the server gives them back.
fn written(elements: &[Element]) -> String {
    let columns = elements.iter().filter_map(|element| match element {
        Element::Column(name) => Some(quote_ident(name)),
        Element::Expression(_) => None,
    });
    let expressions = elements.iter().filter_map(|element| match element {
        Element::Column(_) => None,
        Element::Expression(text) => Some(format!("({text})")),
    });
    columns.chain(expressions).collect::<Vec<_>>().join(", ")
}

/// The name that the server would give: `table_a_b_stat`.
fn generated(builder: &Builder, relation: &ObjectId, elements: &[Element]) -> String {
    let parts: Vec<String> = elements
        .iter()
        .map(|element| match element {
            Element::Column(name) => name.clone(),
            Element::Expression(_) => "expr".to_owned(),
        })
        .collect();
    let name = |label: &str| make_object_name(&relation.name, &name_addition(&parts), label);
    let taken =
        |name: &str| builder.schema.contains(&ObjectId::new(Kind::Statistics, &relation.schema, name));
    let numbered = (1..).map(|number| name(&format!("stat{number}")));
    std::iter::once(name("stat")).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    cursor.eat("if exists");
    let name = cursor.name()?;
    let id = builder.need(Kind::Statistics, &name)?;
    cursor.expect("set statistics")?;
    let mut draft = rare::draft(builder, &id);
    match cursor.eat("default") {
        true => drop(draft.clauses.remove("target")),
        false => match cursor.integer()? {
            -1 => drop(draft.clauses.remove("target")),
            target => draft.set("target", target.to_string()),
        },
    }
    cursor.expect_end()?;
    draft.replace(builder, id);
    Ok(())
}
