//! CREATE and ALTER AGGREGATE: kept as a canonical statement with its clauses.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::statement::Readers;
use crate::collections::BTreeMap;
use crate::dialect::postgres::canon::escapes::quote_ident;
use crate::dialect::postgres::definition::literal;
use crate::model::{Argument, ArgumentMode, Definition, Kind, Object, ObjectId, QualifiedName, signature};

pub(super) const READERS: Readers = &[
    ("create or replace aggregate", |cursor, builder| create(cursor, builder, true)),
    ("create aggregate", |cursor, builder| create(cursor, builder, false)),
    ("alter aggregate", alter),
];

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder, replace: bool) -> Parse {
    let name = cursor.name()?;
    // Before PostgreSQL 8.2: `CREATE AGGREGATE name (BASETYPE = type, ...)`.
    let old_style = matches!(cursor.peek_text(2), "=");
    let (mut arguments, direct) =
        if old_style { (Vec::new(), None) } else { builder.aggregate_arguments(cursor)? };
    let mut clauses = BTreeMap::new();
    let mut uses = Vec::new();
    cursor.list(|cursor| {
        let option = cursor.ident()?;
        let option = renamed(&option);
        if !cursor.eat_punct("=") {
            clauses.insert(option.to_owned(), String::new());
            return Ok(());
        }
        match option {
            "basetype" if cursor.at_string() || cursor.peek_kw(0, "any") => cursor.bump(),
            "basetype" => {
                arguments.push(Argument { ty: builder.parse_argument_type(cursor)?, ..Argument::default() })
            }
            "stype" | "mstype" => {
                let ty = builder.parse_argument_type(cursor)?;
                clauses.insert(option.to_owned(), type_sql(&ty));
            }
            _ if option.ends_with("func") => {
                let function = builder.function_name(&cursor.name()?)?;
                uses.extend(builder.routines_named(Kind::Function, &function.schema, &function.name));
                clauses.insert(option.to_owned(), qualified(&function));
            }
            _ => {
                let value = cursor.text_until(|cursor| cursor.at_punct(","));
                clauses.insert(option.to_owned(), value.to_owned());
            }
        }
        Ok(())
    })?;
    cursor.expect_end()?;
    fold_words(&mut clauses, direct.is_some());
    let schema = builder.creation_schema(&name);
    let id = ObjectId::part(Kind::Aggregate, schema, &name.name, signature(&arguments));
    if !replace {
        builder.check_new(&id, name.span)?;
    }
    let text = statement(&id, &arguments, direct, &clauses);
    let definition = Definition { create: builder.sql(&text), clauses, uses };
    builder.put(id, Object::Definition(definition), name.span);
    Ok(())
}

/// Old names of options.
fn renamed(option: &str) -> &str {
    match option {
        "sfunc1" => "sfunc",
        "stype1" => "stype",
        "initcond1" => "initcond",
        _ => option,
    }
}

/// Leaves out what PostgreSQL takes for granted, and puts the values that are words into one case.
fn fold_words(clauses: &mut BTreeMap<String, String>, ordered_set: bool) {
    for option in ["parallel", "finalfunc_modify", "mfinalfunc_modify"] {
        if let Some(value) = clauses.get_mut(option) {
            *value = value.to_ascii_lowercase();
        }
    }
    for option in ["initcond", "minitcond"] {
        if let Some(value) =
            clauses.get_mut(option).filter(|value| !value.contains('\'') && !value.starts_with('$'))
        {
            *value = literal(value);
        }
    }
    if let Some(operator) = clauses.get_mut("sortop") {
        // The server's own needs no schema.
        let own = operator.strip_suffix(')').and_then(|inside| inside.split_once('('));
        if let Some(own) = own.and_then(|(_, inside)| inside.trim().strip_prefix("pg_catalog.")) {
            *operator = own.trim().to_owned();
        }
    }
    let modify = if ordered_set { "read_write" } else { "read_only" };
    let defaults = [
        ("parallel", "unsafe"),
        ("finalfunc_modify", modify),
        ("mfinalfunc_modify", modify),
        ("sspace", "0"),
        ("msspace", "0"),
    ];
    for (option, value) in defaults {
        if clauses.get(option).is_some_and(|said| said == value) {
            clauses.remove(option);
        }
    }
}

/// The statement as `pg_dump` orders it.
fn statement(
    id: &ObjectId,
    arguments: &[Argument],
    direct: Option<usize>,
    clauses: &BTreeMap<String, String>,
) -> String {
    const ORDER: &[&str] = &[
        "sfunc",
        "stype",
        "sspace",
        "initcond",
        "finalfunc",
        "finalfunc_extra",
        "finalfunc_modify",
        "combinefunc",
        "serialfunc",
        "deserialfunc",
        "msfunc",
        "minvfunc",
        "mstype",
        "msspace",
        "minitcond",
        "mfinalfunc",
        "mfinalfunc_extra",
        "mfinalfunc_modify",
        "sortop",
        "parallel",
        "hypothetical",
    ];
    let rest = clauses.keys().map(String::as_str).filter(|option| !ORDER.contains(option));
    let lines: Vec<_> = (ORDER.iter().copied().chain(rest))
        .filter_map(|option| {
            let value = clauses.get(option)?;
            Some(match value.is_empty() {
                true => format!("    {}", option.to_uppercase()),
                false => format!("    {} = {value}", option.to_uppercase()),
            })
        })
        .collect();
    let name = qualified(&QualifiedName::new(&id.schema, &id.name));
    format!("CREATE AGGREGATE {name}({}) (\n{}\n)", arguments_sql(arguments, direct), lines.join(",\n"))
}

fn arguments_sql(arguments: &[Argument], direct: Option<usize>) -> String {
    let one = |argument: &Argument| {
        let mode = if argument.mode == ArgumentMode::Variadic { "VARIADIC " } else { "" };
        let name = argument.name.as_ref().map(|name| format!("{} ", quote_ident(name))).unwrap_or_default();
        format!("{mode}{name}{}", type_sql(&argument.ty))
    };
    let all = |arguments: &[Argument]| arguments.iter().map(one).collect::<Vec<_>>().join(", ");
    match direct {
        None if arguments.is_empty() => "*".into(),
        None => all(arguments),
        // One variadic argument stands for both lists.
        Some(direct) if direct >= arguments.len() => format!("{0} ORDER BY {0}", all(arguments)),
        Some(direct) => {
            let (before, ordered) = arguments.split_at(direct);
            format!("{} ORDER BY {}", all(before), all(ordered)).trim_start().to_owned()
        }
    }
}

fn type_sql(ty: &crate::model::ColumnType) -> String {
    crate::dialect::postgres::canon::types::TypeName::from(ty).to_string()
}

fn qualified(name: &QualifiedName) -> String {
    match name.schema.is_empty() {
        true => quote_ident(&name.name),
        false => format!("{}.{}", quote_ident(&name.schema), quote_ident(&name.name)),
    }
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let span = cursor.span();
    let id = super::signature::routine(cursor, builder, &[Kind::Aggregate])?;
    let mut to = id.clone();
    if cursor.eat("rename to") {
        to.name = cursor.ident()?;
    } else {
        cursor.expect("set schema")?;
        to.schema = cursor.ident()?;
    }
    cursor.expect_end()?;
    builder.check_new(&to, span)?;
    let from = qualified(&QualifiedName::new(&id.schema, &id.name));
    let name = qualified(&QualifiedName::new(&to.schema, &to.name));
    if let Some(Object::Definition(definition)) = builder.schema.objects.get_mut(&id) {
        definition.create.text = definition.create.text.replacen(&from, &name, 1);
    }
    builder.rename(&id, to);
    Ok(())
}
