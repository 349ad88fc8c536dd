//! Operators.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::language::use_type;
use super::names::Name;
use super::rare::{self, Draft};
use super::statement::Readers;
use super::target;
use crate::dialect::postgres::definition;
use crate::model::{Kind, Object, ObjectId};

pub(super) const READERS: Readers = &[("create operator", create), ("alter operator", alter)];

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let name = target::operator_name(cursor)?;
    let mut draft = Draft::default();
    let mut operands = ["NONE".to_owned(), "NONE".to_owned()];
    rare::settings(cursor, |cursor, key| match key {
        "leftarg" | "rightarg" => {
            let ty = builder.parse_argument_type(cursor)?;
            use_type(&mut draft, builder, &ty);
            draft.set(&key.to_uppercase(), definition::ty(&ty));
            operands[usize::from(key == "rightarg")] = ty.to_string();
            Ok(())
        }
        _ => setting(&mut draft, cursor, builder, key),
    })?;
    cursor.expect_end()?;
    let part = format!("({})", operands.join(","));
    let id = ObjectId::part(Kind::Operator, builder.creation_schema(&name), &name.name, part);
    draft.add(builder, id, name.span)
}

fn setting(draft: &mut Draft, cursor: &mut Cursor<'_>, builder: &Builder, key: &str) -> Parse {
    match key {
        "function" | "procedure" => draft.set_function("FUNCTION", cursor, builder),
        "restrict" | "join" => match cursor.eat("none") {
            true => {
                draft.clauses.remove(&key.to_uppercase());
                Ok(())
            }
            false => draft.set_function(&key.to_uppercase(), cursor, builder),
        },
        "commutator" | "negator" => {
            let name = operator_reference(cursor)?;
            let schema = operator_schema(builder, &name);
            draft.set(&key.to_uppercase(), written(&schema, &name.name));
            Ok(())
        }
        "hashes" | "merges" => {
            match rare::truth(cursor)? {
                true => draft.set(&key.to_uppercase(), ""),
                false => drop(draft.clauses.remove(&key.to_uppercase())),
            }
            Ok(())
        }
        // What versions long gone knew.
        _ => cursor.option_value().map(drop),
    }
}

/// `===` or `OPERATOR(a.===)`.
pub(super) fn operator_reference(cursor: &mut Cursor<'_>) -> Parse<Name> {
    if !cursor.eat("operator") {
        return target::operator_name(cursor);
    }
    cursor.expect_punct("(")?;
    let name = target::operator_name(cursor)?;
    cursor.expect_punct(")")?;
    Ok(name)
}

/// The schema of an operator of this name; where there is none yet, the one in which it would be made.
fn operator_schema(builder: &Builder, name: &Name) -> String {
    let exists = |schema: &str| builder.schema.parts(Kind::Operator, schema, &name.name).next().is_some();
    builder.find_schema(name, exists).unwrap_or_else(|| builder.creation_schema(name))
}

/// An operator's name as it stands among the settings of another.
pub(super) fn written(schema: &str, name: &str) -> String {
    match schema {
        "" | "public" | "pg_catalog" => name.to_owned(),
        _ => format!("OPERATOR({})", definition::name(&ObjectId::new(Kind::Operator, schema, name))),
    }
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let Some(target) = target::of(Kind::Operator) else { return Ok(()) };
    let id = target::reference(cursor, builder, target)?;
    cursor.expect("set")?;
    if cursor.eat("schema") {
        let schema = cursor.ident()?;
        builder.rename(&id, ObjectId { schema, ..id.clone() });
        return Ok(());
    }
    let mut draft = rare::draft(builder, &id);
    rare::settings(cursor, |cursor, key| setting(&mut draft, cursor, builder, key))?;
    cursor.expect_end()?;
    draft.replace(builder, id);
    Ok(())
}

/// One side names the other as commutator or negator: the server notes it on both.
pub(super) fn link_both_ways(builder: &mut Builder) {
    let first = ObjectId::new(Kind::Operator, "", "");
    let links: Vec<_> = (builder.schema.objects.range(first..))
        .take_while(|(id, _)| id.kind == Kind::Operator)
        .flat_map(|(id, object)| links_of(id, object))
        .collect();
    for (id, clause, value) in links {
        let mut draft = rare::draft(builder, &id);
        if builder.schema.contains(&id) && !draft.clauses.contains_key(clause) {
            draft.set(clause, value);
            draft.replace(builder, id);
        }
    }
}

/// What an operator's links say of the operators at their other end.
fn links_of(id: &ObjectId, object: &Object) -> Vec<(ObjectId, &'static str, String)> {
    let Object::Definition(found) = object else { return Vec::new() };
    let mine = written(&id.schema, &id.name);
    let other = |clause: &str, part: &str| {
        let text = found.clauses.get(clause)?;
        let text = text.strip_prefix("OPERATOR(").and_then(|text| text.strip_suffix(')')).unwrap_or(text);
        let (schema, name) = text.rsplit_once('.').unwrap_or(("public", text));
        Some(ObjectId::part(Kind::Operator, schema.trim_matches('"'), name, part))
    };
    let swapped = match id.part.trim_matches(['(', ')']).split_once(',') {
        Some((left, right)) => format!("({right},{left})"),
        None => id.part.clone(),
    };
    let commutator = other("COMMUTATOR", &swapped).map(|other| (other, "COMMUTATOR", mine.clone()));
    let negator = other("NEGATOR", &id.part).map(|other| (other, "NEGATOR", mine));
    commutator.into_iter().chain(negator).collect()
}
