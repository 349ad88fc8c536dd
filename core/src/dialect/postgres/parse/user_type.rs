//! CREATE and ALTER TYPE: enums, composite types, ranges; base and shell types as their statement. Domains are in
//! `domain.rs`.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::names::missing;
use super::statement::Readers;
use crate::collections::BTreeMap;
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::names::multirange_name;
use crate::dialect::postgres::rename;
use crate::model::{
    Attribute, CompositeType, Definition, EnumType, Kind, Object, ObjectId, QualifiedName, RangeType,
};
use crate::source::Span;

pub(super) const READERS: Readers = &[("create type", create), ("alter type", alter)];

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let name = cursor.name()?;
    let id = ObjectId::new(Kind::Type, builder.creation_schema(&name), &name.name);
    let object = if cursor.eat("as enum") {
        Object::Enum(EnumType { labels: cursor.list(|cursor| cursor.string())? })
    } else if cursor.eat("as range") {
        Object::Range(range(cursor, builder, &name.name)?)
    } else if cursor.eat("as") {
        Object::Composite(CompositeType { attributes: cursor.list(|cursor| attribute(cursor, builder))? })
    } else {
        return base(cursor, builder, id, name.span);
    };
    cursor.expect_end()?;
    builder.add(id, object, name.span)
}

fn attribute(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<Attribute> {
    let name = cursor.ident()?;
    let ty = builder.parse_type(cursor)?;
    Ok(Attribute { name, ty, collation: collation(cursor, builder)? })
}

/// `COLLATE name`, if it stands here; the default one is none.
pub(super) fn collation(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<Option<QualifiedName>> {
    if !cursor.eat("collate") {
        return Ok(None);
    }
    let name = cursor.name()?;
    let schema = match &name.schema {
        Some(schema) if schema == "pg_catalog" => String::new(),
        Some(schema) => schema.clone(),
        None => builder.find(Kind::Collation, &name).map(|id| id.schema).unwrap_or_default(),
    };
    let default = schema.is_empty() && name.name == "default";
    Ok((!default).then(|| QualifiedName::new(schema, name.name)))
}

/// `(option = value, ...)`: names in lower case, values as exact text.
fn options(cursor: &mut Cursor<'_>) -> Parse<Vec<(String, String)>> {
    cursor.list(|cursor| {
        let name = cursor.ident()?;
        let value = match cursor.eat_punct("=") {
            true => cursor.text_until(|cursor| cursor.at_punct(",")).to_owned(),
            false => String::new(),
        };
        Ok((name, value))
    })
}

fn range(cursor: &mut Cursor<'_>, builder: &Builder, name: &str) -> Parse<RangeType> {
    let mut range = RangeType::default();
    let open = *cursor;
    let mut written = BTreeMap::new();
    cursor.list(|cursor| {
        let option = cursor.ident()?;
        cursor.expect_punct("=")?;
        match option.as_str() {
            "subtype" => range.subtype = builder.parse_type(cursor)?,
            "canonical" | "subtype_diff" => {
                let function = builder.function_name(&cursor.name()?)?;
                written.insert(option, qualified(&function));
            }
            "multirange_type_name" => {
                let created = builder.created(&cursor.name()?);
                written.insert(option, qualified(&created));
            }
            _ => {
                let value = cursor.name()?;
                let schema = value.schema.clone().filter(|schema| schema != "pg_catalog");
                written
                    .insert(option, qualified(&QualifiedName::new(schema.unwrap_or_default(), value.name)));
            }
        }
        Ok(())
    })?;
    if range.subtype.name.is_empty() {
        return Err(open.unexpected("a range type needs a SUBTYPE"));
    }
    if written.get("collation").is_some_and(|collation| collation == "default") {
        written.remove("collation");
    }
    let unnamed = |value: &String| value.rsplit('.').next() == Some(multirange_name(name).as_str());
    if written.get("multirange_type_name").is_some_and(unnamed) {
        written.remove("multirange_type_name");
    }
    range.options = written.into_iter().collect();
    Ok(range)
}

fn qualified(name: &QualifiedName) -> String {
    use crate::dialect::postgres::canon::escapes::quote_ident;
    match name.schema.is_empty() {
        true => quote_ident(&name.name),
        false => format!("{}.{}", quote_ident(&name.schema), quote_ident(&name.name)),
    }
}

/// A base type, or the shell that comes before it: kept as its statement.
fn base(cursor: &mut Cursor<'_>, builder: &mut Builder, id: ObjectId, span: Span) -> Parse {
    let shell = cursor.is_end();
    let clauses: BTreeMap<_, _> =
        if shell { BTreeMap::new() } else { options(cursor)?.into_iter().collect() };
    cursor.expect_end()?;
    let name = qualified(&QualifiedName::new(&id.schema, &id.name));
    let mut text = format!("CREATE TYPE {name}");
    if !shell {
        let lines: Vec<_> = (clauses.iter())
            .map(|(option, value)| match value.is_empty() {
                true => format!("    {}", option.to_uppercase()),
                false => format!("    {} = {value}", option.to_uppercase()),
            })
            .collect();
        text += &format!(" (\n{}\n)", lines.join(",\n"));
    }
    let definition = Definition { create: builder.sql(&text), clauses, uses: Vec::new() };
    match builder.schema.get(&id) {
        // The shell's place is taken by the type itself.
        Some(Object::Definition(before)) if before.clauses.is_empty() && !shell => {}
        _ => builder.check_new(&id, span)?,
    }
    builder.put(id, Object::Definition(definition), span);
    Ok(())
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let name = cursor.name()?;
    let id = builder.need(Kind::Type, &name)?;
    let span = name.span;
    if cursor.eat("rename to") {
        let to = ObjectId { name: cursor.ident()?, ..id.clone() };
        builder.check_new(&to, span)?;
        builder.move_object(&id, &to);
        builder.retype(&id, &to);
        builder.follow(&id, &to);
        return cursor.expect_end();
    }
    if cursor.eat("set schema") {
        let to = ObjectId { schema: cursor.ident()?, ..id.clone() };
        builder.check_new(&to, span)?;
        builder.move_object(&id, &to);
        builder.retype(&id, &to);
        builder.follow(&id, &to);
        return cursor.expect_end();
    }
    if let Some(Object::Enum(labels)) = builder.schema.objects.get_mut(&id) {
        let renamed = alter_enum(cursor, &mut labels.labels)?;
        if let Some((old, new)) = renamed {
            rename::relabel(&mut builder.schema, &id, &old, &new);
            builder.note_part(&id, &old, &new);
        }
        return Ok(());
    }
    let changed = match builder.schema.get(&id).cloned() {
        Some(Object::Composite(composite)) => {
            let before = names_of(&composite);
            let renames = cursor.at_kws("rename");
            let changed = alter_composite(cursor, builder, composite)?;
            cursor.expect_end()?;
            let after = names_of(&changed);
            builder.schema.objects.insert(id.clone(), Object::Composite(changed));
            let mut pairs = before.iter().zip(&after).filter(|(old, new)| renames && old != new);
            let renamed = pairs.next().map(|(old, new)| (old.as_str(), new.as_str()));
            if let Some((old, new)) = renamed {
                builder.note_part(&id, old, new);
            }
            let ty = QualifiedName::new(id.schema, id.name);
            return builder.follow_type(&ty, renamed, span);
        }
        Some(Object::Definition(mut definition)) if cursor.eat("set") => {
            definition.clauses.extend(options(cursor)?);
            Object::Definition(definition)
        }
        _ => return Err(cursor.unexpected("this type cannot be altered so")),
    };
    cursor.expect_end()?;
    builder.schema.objects.insert(id, changed);
    Ok(())
}

/// Changes the labels of an enum, once the whole statement is read; gives the old name and the new one of a label that
/// has another.
fn alter_enum(cursor: &mut Cursor<'_>, all: &mut Vec<String>) -> Parse<Option<(String, String)>> {
    let place = |cursor: &Cursor<'_>, all: &[String], label: &str| {
        all.iter().position(|known| known == label).ok_or_else(|| {
            let message = format!("the type has no label '{label}'");
            Fault::Bad(Box::new(Diagnostic::error("missing-label", message, cursor.span())))
        })
    };
    if cursor.eat("rename value") {
        let before = *cursor;
        let from = cursor.string()?;
        cursor.expect("to")?;
        let at = place(&before, all, &from)?;
        let to = cursor.string()?;
        cursor.expect_end()?;
        all[at].clone_from(&to);
        return Ok((from != to).then_some((from, to)));
    }
    cursor.expect("add value")?;
    let if_not_exists = cursor.eat("if not exists");
    let here = *cursor;
    let label = cursor.string()?;
    let mut at = all.len();
    if let Some(side) = cursor.eat_any(&["before", "after"]) {
        let there = *cursor;
        let neighbour = cursor.string()?;
        at = place(&there, all, &neighbour)? + usize::from(side == "after");
    }
    let is_there = all.contains(&label);
    if is_there && !if_not_exists {
        return Err(here.unexpected("the type has this label already"));
    }
    cursor.expect_end()?;
    if !is_there {
        all.insert(at, label);
    }
    Ok(None)
}

fn alter_composite(
    cursor: &mut Cursor<'_>,
    builder: &Builder,
    mut composite: CompositeType,
) -> Parse<CompositeType> {
    let all = &mut composite.attributes;
    if cursor.eat("rename attribute") {
        let at = attribute_named(cursor, all)?;
        cursor.expect("to")?;
        all[at].name = cursor.ident()?;
        cursor.eat_any(&["cascade", "restrict"]);
        return Ok(composite);
    }
    loop {
        if cursor.eat("add attribute") {
            all.push(attribute(cursor, builder)?);
        } else if cursor.eat("drop attribute") {
            let if_exists = cursor.eat("if exists");
            match attribute_named(cursor, all) {
                Ok(at) => {
                    all.remove(at);
                }
                Err(fault) if !if_exists => return Err(fault),
                Err(_) => {}
            }
        } else {
            cursor.expect("alter attribute")?;
            let at = attribute_named(cursor, all)?;
            cursor.eat("set data");
            cursor.expect("type")?;
            all[at].ty = builder.parse_type(cursor)?;
            all[at].collation = collation(cursor, builder)?;
        }
        cursor.eat_any(&["cascade", "restrict"]);
        if !cursor.eat_punct(",") {
            return Ok(composite);
        }
    }
}

fn names_of(of: &CompositeType) -> Vec<String> {
    of.attributes.iter().map(|attribute| attribute.name.clone()).collect()
}

/// The place of the attribute that is named next.
fn attribute_named(cursor: &mut Cursor<'_>, all: &[Attribute]) -> Parse<usize> {
    let before = *cursor;
    let name = cursor.ident()?;
    (all.iter().position(|attribute| attribute.name == name))
        .ok_or_else(|| missing("attribute", &name, before.span()))
}
