//! CREATE and ALTER POLICY.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::grant;
use super::names::missing;
use super::statement::Readers;
use super::trigger::need_part;
use crate::model::{Kind, Object, ObjectId, Policy};

pub(super) const READERS: Readers = &[("create policy", create), ("alter policy", alter)];

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let start = cursor.span();
    let name = cursor.ident()?;
    cursor.expect("on")?;
    let relation = builder.need_relation(&cursor.name()?)?;
    let mut policy =
        Policy { permissive: true, command: "all".into(), roles: vec!["public".into()], ..Policy::default() };
    if cursor.eat("as") {
        policy.permissive = match cursor.eat_any(&["permissive", "restrictive"]) {
            Some(word) => word == "permissive",
            None => return Err(cursor.expected("PERMISSIVE or RESTRICTIVE")),
        };
    }
    if cursor.eat("for") {
        policy.command = match cursor.eat_any(&["all", "select", "insert", "update", "delete"]) {
            Some(command) => command.into(),
            None => return Err(cursor.expected("ALL, SELECT, INSERT, UPDATE or DELETE")),
        };
    }
    clauses(cursor, builder, &mut policy)?;
    let id = ObjectId::part(Kind::Policy, relation.schema, relation.name, name);
    builder.add(id, Object::Policy(policy), start)
}

/// `TO roles`, `USING (...)`, `WITH CHECK (...)`, each where it is said.
fn clauses(cursor: &mut Cursor<'_>, builder: &Builder, policy: &mut Policy) -> Parse {
    if cursor.eat("to") {
        policy.roles = cursor.commas(|cursor| grant::grantee(cursor, builder))?;
        policy.roles.sort();
        policy.roles.dedup();
        if policy.roles.iter().any(|role| role == "public") {
            policy.roles = vec!["public".into()];
        }
    }
    if cursor.eat("using") {
        policy.using = Some(builder.sql(cursor.parenthesised()?));
    }
    if cursor.eat("with check") {
        policy.check = Some(builder.sql(cursor.parenthesised()?));
    }
    cursor.expect_end()
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let span = cursor.span();
    let id = need_part(cursor, builder, Kind::Policy)?;
    if cursor.eat("rename to") {
        let to = ObjectId { part: cursor.ident()?, ..id.clone() };
        builder.check_new(&to, span)?;
        builder.rename(&id, to);
        return cursor.expect_end();
    }
    let Some(Object::Policy(mut policy)) = builder.schema.get(&id).cloned() else {
        return Err(missing("policy", &id.part, span));
    };
    clauses(cursor, builder, &mut policy)?;
    builder.schema.objects.insert(id, Object::Policy(policy));
    Ok(())
}
