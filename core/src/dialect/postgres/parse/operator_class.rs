//! Operator classes and families.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::language::use_type;
use super::operator::operator_reference;
use super::rare::{self, Draft};
use super::statement::Readers;
use super::target;
use crate::dialect::postgres::canon::builtin;
use crate::dialect::postgres::definition::{self, qualified};
use crate::model::{ColumnType, Kind, Object, ObjectId};

pub(super) const READERS: Readers = &[
    ("create operator class", create_class),
    ("create operator family", create_family),
    ("alter operator family", alter_family),
];

fn create_family(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let name = cursor.name()?;
    cursor.expect("using")?;
    let method = cursor.ident()?;
    cursor.expect_end()?;
    let id =
        definition::method_id(Kind::OperatorFamily, &builder.creation_schema(&name), &name.name, &method);
    if builder.schema.contains(&id) && !builder.spans.contains_key(&id) {
        // Its class came first and implied it.
        builder.spans.insert(id, name.span);
        return Ok(());
    }
    Draft::default().add(builder, id, name.span)
}

fn create_class(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let name = cursor.name()?;
    let mut draft = Draft::default();
    if cursor.eat("default") {
        draft.set("default", "");
    }
    cursor.expect("for type")?;
    let ty = builder.parse_argument_type(cursor)?;
    use_type(&mut draft, builder, &ty);
    draft.set("type", definition::ty(&ty));
    cursor.expect("using")?;
    let method = cursor.ident()?;
    let schema = builder.creation_schema(&name);
    let family = match cursor.eat("family") {
        true => {
            let family = cursor.name()?;
            let id =
                |schema: &str| definition::method_id(Kind::OperatorFamily, schema, &family.name, &method);
            let found = builder.find_schema(&family, |schema| builder.schema.contains(&id(schema)));
            let found = found.or_else(|| family.schema.clone().filter(|schema| schema != "pg_catalog"));
            if found.is_none() && !builder.lenient && family.schema.is_none() {
                return Err(super::names::missing("operator family", &family.name, family.span));
            }
            id(&found.unwrap_or_default())
        }
        false => definition::method_id(Kind::OperatorFamily, &schema, &name.name, &method),
    };
    draft.set("family", qualified(&family.schema, &family.name));
    cursor.expect("as")?;
    let mut loose = Draft::default();
    cursor.commas(|cursor| member(&mut draft, cursor, builder, Some(&ty)))?;
    cursor.expect_end()?;
    let own = list(&[ty.clone(), ty.clone()]);
    let soft: Vec<_> = draft.clauses.keys().filter(|key| is_loose(&method, key, &own)).cloned().collect();
    for key in soft {
        loose.clauses.extend(draft.clauses.remove_entry(&key));
    }
    let id = definition::method_id(Kind::OperatorClass, &schema, &name.name, &method);
    builder.check_new(&id, name.span)?;
    if !family.schema.is_empty() {
        if !builder.schema.contains(&family) {
            let implied = definition::define(&family, Default::default(), Vec::new());
            builder.schema.objects.insert(family.clone(), Object::Definition(implied));
        }
        if !loose.clauses.is_empty() {
            let mut with = rare::draft(builder, &family);
            with.clauses.extend(loose.clauses);
            with.replace(builder, family.clone());
        }
        draft.uses.push(family);
    }
    draft.add(builder, id, name.span)
}

/// Whether a member of a class belongs to the family alone: the class can do without it. Rules: `amadjustmembers` of
/// each access method (nbtvalidate.c, hashvalidate.c, gistvalidate.c, ginvalidate.c, spgvalidate.c).
fn is_loose(method: &str, key: &str, own: &str) -> bool {
    let mut parts = key.splitn(3, ' ');
    let (Some(kind), Some(number), Some(types)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let needed: &[&str] = match method {
        "btree" | "hash" => &["1"],
        "gist" => &["1", "2", "5", "6", "7"],
        "gin" => &["2", "3"],
        "spgist" => &["1", "2", "3", "4", "5"],
        _ => return false,
    };
    match kind {
        "operator" => !matches!(method, "btree" | "hash") || types != own,
        "function" => !needed.contains(&number) || matches!(method, "btree" | "hash") && types != own,
        _ => false,
    }
}

/// `OPERATOR n op [(l, r)] [FOR ...]`, `FUNCTION n [(l, r)] f(...)`, `STORAGE type`.
fn member(draft: &mut Draft, cursor: &mut Cursor<'_>, builder: &Builder, of: Option<&ColumnType>) -> Parse {
    if cursor.eat("storage") {
        let ty = builder.parse_argument_type(cursor)?;
        if Some(&ty) != of {
            draft.set("storage", definition::ty(&ty));
        }
        return Ok(());
    }
    let kind = cursor.eat_any(&["operator", "function"]);
    let Some(kind) = kind else { return Err(cursor.expected("OPERATOR, FUNCTION or STORAGE")) };
    let number = cursor.integer()?;
    let own = || of.map(|ty| vec![ty.clone(), ty.clone()]).unwrap_or_default();
    if kind == "operator" {
        let name = operator_reference(cursor)?;
        let types = if cursor.at_punct("(") { types(cursor, builder)? } else { own() };
        let written = operator(draft, builder, &name, &types)?;
        let mut value = format!("{written} ()");
        cursor.eat("for search");
        if cursor.eat("for order by") {
            let family = cursor.name()?;
            let schema =
                family.schema.as_deref().filter(|schema| *schema != "pg_catalog").unwrap_or_default();
            value += &format!(" FOR ORDER BY {}", qualified(schema, &family.name));
        }
        draft.set(&format!("operator {number} {}", list(&types)), value);
        return Ok(());
    }
    let mut types = if cursor.at_punct("(") { types(cursor, builder)? } else { own() };
    let mut ahead = *cursor;
    let function = draft.routine(cursor, builder)?;
    if types.is_empty() {
        // A family has no type of its own: then they are those that the function takes.
        ahead.name()?;
        types = super::signature::arguments(&mut ahead, builder)?;
        types.truncate(2);
        if let [one] = types.as_slice() {
            types.push(one.clone());
        }
    }
    draft.set(&format!("function {number} {}", list(&types)), function);
    Ok(())
}

fn list(types: &[ColumnType]) -> String {
    format!("({})", definition::types(types))
}

fn types(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<Vec<ColumnType>> {
    let mut types = cursor.list(|cursor| builder.parse_argument_type(cursor))?;
    if let [one] = types.as_slice() {
        types.push(one.clone());
    }
    Ok(types)
}

/// An operator in SQL, with its schema where it is a user's.
fn operator(
    draft: &mut Draft,
    builder: &Builder,
    name: &super::names::Name,
    types: &[ColumnType],
) -> Parse<String> {
    let part = super::signature::part(types);
    let id = |schema: &str| ObjectId::part(Kind::Operator, schema, &name.name, &part);
    let found = builder.find_schema(name, |schema| builder.schema.contains(&id(schema)));
    let built_in = name.schema.is_none() && !builtin::operators(&name.name).is_empty();
    if let Some(schema) = &found {
        draft.uses.push(id(schema));
    } else if name.schema.is_none() && !built_in && !builder.lenient {
        return Err(super::names::missing("operator", &format!("{}{part}", name.name), name.span));
    }
    let schema = found.or_else(|| name.schema.clone()).unwrap_or_default();
    let schema = if schema == "pg_catalog" { "" } else { &schema };
    Ok(definition::name(&ObjectId::new(Kind::Operator, schema, &name.name)))
}

fn alter_family(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let Some(target) = target::of(Kind::OperatorFamily) else { return Ok(()) };
    let id = target::reference(cursor, builder, target)?;
    let mut draft = rare::draft(builder, &id);
    if cursor.eat("add") {
        cursor.commas(|cursor| member(&mut draft, cursor, builder, None))?;
    } else {
        cursor.expect("drop")?;
        cursor.commas(|cursor| {
            let kind = cursor.eat_any(&["operator", "function"]);
            let Some(kind) = kind else { return Err(cursor.expected("OPERATOR or FUNCTION")) };
            let number = cursor.integer()?;
            let types = types(cursor, builder)?;
            draft.clauses.remove(&format!("{kind} {number} {}", list(&types)));
            Ok(())
        })?;
    }
    cursor.expect_end()?;
    draft.replace(builder, id);
    Ok(())
}
