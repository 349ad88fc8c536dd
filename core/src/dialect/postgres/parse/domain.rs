//! CREATE and ALTER DOMAIN.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::generated_names::{MAX_NAME, clip};
use super::names::missing;
use super::statement::Readers;
use super::user_type;
use crate::diagnostic::Diagnostic;
use crate::model::{Domain, DomainCheck, Kind, Object, ObjectId};
use crate::source::Span;

pub(super) const READERS: Readers = &[("create domain", create), ("alter domain", alter)];

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let name = cursor.name()?;
    cursor.eat("as");
    let mut domain = Domain { base: builder.parse_type(cursor)?, ..Domain::default() };
    while !cursor.is_end() {
        let constraint = if cursor.eat("constraint") { Some(cursor.ident()?) } else { None };
        if cursor.at_kws("collate") {
            domain.collation = user_type::collation(cursor, builder)?;
        } else if cursor.eat("default") {
            set_default(cursor, builder, &mut domain);
        } else if cursor.eat("not null") {
            domain.not_null = true;
        } else if cursor.eat("null") {
            domain.not_null = false;
        } else {
            check(cursor, builder, &mut domain, &name.name, constraint)?;
        }
    }
    domain.checks.sort_by(|a, b| a.name.cmp(&b.name));
    let id = ObjectId::new(Kind::Type, builder.creation_schema(&name), &name.name);
    builder.add(id, Object::Domain(domain), name.span)
}

/// A default ends where the next constraint begins. `DEFAULT NULL` is none.
fn set_default(cursor: &mut Cursor<'_>, builder: &Builder, domain: &mut Domain) {
    let start = cursor.position();
    let text = cursor.text_until(|cursor| {
        cursor.position() > start
            && ["not null", "null", "check", "constraint", "collate"].iter().any(|words| cursor.at_kws(words))
    });
    domain.default = (!text.eq_ignore_ascii_case("null")).then(|| builder.sql(text));
}

/// `CHECK (expression) [NOT VALID]`.
fn check(
    cursor: &mut Cursor<'_>,
    builder: &Builder,
    domain: &mut Domain,
    name: &str,
    constraint: Option<String>,
) -> Parse {
    cursor.expect("check")?;
    let expression = builder.sql(cursor.parenthesised()?);
    cursor.eat("no inherit");
    let not_valid = cursor.eat("not valid");
    let name = constraint.unwrap_or_else(|| check_name(name, &domain.checks));
    domain.checks.push(DomainCheck { name, expression, not_valid });
    Ok(())
}

/// PostgreSQL's rule for a check nobody named: `domain_check`, numbered when taken, cut to 63 bytes.
fn check_name(domain: &str, taken: &[DomainCheck]) -> String {
    let mut number = 0usize;
    loop {
        let tail = if number == 0 { "_check".to_owned() } else { format!("_check{number}") };
        let name = format!("{}{tail}", clip(domain, MAX_NAME.saturating_sub(tail.len())));
        if !taken.iter().any(|check| check.name == name) {
            return name;
        }
        number += 1;
    }
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let name = cursor.name()?;
    let id = builder.need(Kind::Type, &name)?;
    let to = if cursor.eat("rename to") {
        Some(ObjectId { name: cursor.ident()?, ..id.clone() })
    } else if cursor.eat("set schema") {
        Some(ObjectId { schema: cursor.ident()?, ..id.clone() })
    } else {
        None
    };
    if let Some(to) = to {
        cursor.expect_end()?;
        builder.check_new(&to, name.span)?;
        builder.move_object(&id, &to);
        builder.retype(&id, &to);
        builder.follow(&id, &to);
        return Ok(());
    }
    let Some(Object::Domain(mut domain)) = builder.schema.get(&id).cloned() else {
        let message = format!("{} is not a domain", name.display());
        return Err(Fault::Bad(Box::new(Diagnostic::error("wrong-kind", message, name.span))));
    };
    change(cursor, builder, &mut domain, &id.name, name.span)?;
    cursor.expect_end()?;
    domain.checks.sort_by(|a, b| a.name.cmp(&b.name));
    builder.schema.objects.insert(id, Object::Domain(domain));
    Ok(())
}

fn change(cursor: &mut Cursor<'_>, builder: &Builder, domain: &mut Domain, name: &str, span: Span) -> Parse {
    if cursor.eat("set default") {
        set_default(cursor, builder, domain);
    } else if cursor.eat("drop default") {
        domain.default = None;
    } else if cursor.eat("set not null") || cursor.eat("add not null") {
        domain.not_null = true;
    } else if cursor.eat("drop not null") {
        domain.not_null = false;
    } else if cursor.eat("add") {
        let constraint = if cursor.eat("constraint") { Some(cursor.ident()?) } else { None };
        if cursor.eat("not null") {
            domain.not_null = true;
        } else {
            check(cursor, builder, domain, name, constraint)?;
        }
    } else if cursor.eat("drop constraint") {
        let if_exists = cursor.eat("if exists");
        let constraint = cursor.ident()?;
        let before = domain.checks.len();
        domain.checks.retain(|check| check.name != constraint);
        if domain.checks.len() == before && !if_exists {
            return Err(missing("constraint", &constraint, span));
        }
        cursor.eat_any(&["cascade", "restrict"]);
    } else if cursor.eat("rename constraint") {
        let from = cursor.ident()?;
        cursor.expect("to")?;
        named(domain, &from, span)?.name = cursor.ident()?;
    } else {
        cursor.expect("validate constraint")?;
        let constraint = cursor.ident()?;
        named(domain, &constraint, span)?.not_valid = false;
    }
    Ok(())
}

fn named<'d>(domain: &'d mut Domain, name: &str, span: Span) -> Parse<&'d mut DomainCheck> {
    let found = domain.checks.iter_mut().find(|check| check.name == name);
    found.ok_or_else(|| missing("constraint", name, span))
}
