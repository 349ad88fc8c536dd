//! ALTER DEFAULT PRIVILEGES, and what it gives to the objects made after it in the same source.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::grant::{self, Change};
use super::statement::Readers;
use crate::collections::BTreeSet;
use crate::dialect::postgres::privileges;
use crate::model::{DefaultPrivileges, Facet, Grant, Kind, Object, ObjectId};
use crate::source::Span;

pub(super) const READERS: Readers = &[("alter default privileges", alter)];

/// One rule: what the objects of a sort that a role makes in a schema come with.
#[derive(Clone, Debug)]
pub struct DefaultRule {
    role: Option<String>,
    /// Empty for all schemas.
    schema: String,
    objects: &'static str,
    change: Change,
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let (mut roles, mut schemas) = (vec![None], vec![String::new()]);
    loop {
        if cursor.eat_any(&["for role", "for user"]).is_some() {
            roles = cursor.commas(|cursor| role(cursor, builder))?;
        } else if cursor.eat("in schema") {
            schemas = cursor.commas(|cursor| cursor.ident())?;
        } else {
            break;
        }
    }
    let revoke = cursor.eat("revoke");
    if !revoke {
        cursor.expect("grant")?;
    }
    let option = revoke && cursor.eat("grant option for");
    let Some(privileges) = grant::privileges_on(cursor)? else { return Err(cursor.expected("ON")) };
    let Some(objects) = objects(cursor) else {
        return Err(cursor.expected("TABLES, SEQUENCES, FUNCTIONS, TYPES or SCHEMAS"));
    };
    let change = grant::grantees(cursor, builder, privileges, revoke, option)?;
    let span = cursor.statement_span();
    for role in &roles {
        for schema in &schemas {
            let rule =
                DefaultRule { role: role.clone(), schema: schema.clone(), objects, change: change.clone() };
            record(builder, &rule, span);
            builder.default_rules.push(rule);
        }
    }
    Ok(())
}

fn role(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<Option<String>> {
    match cursor.eat_any(&["current_user", "session_user", "current_role"]) {
        Some(_) => Ok(builder.role.clone()),
        None => cursor.ident().map(Some),
    }
}

fn objects(cursor: &mut Cursor<'_>) -> Option<&'static str> {
    let found = cursor.eat_any(&[
        "tables",
        "sequences",
        "functions",
        "routines",
        "types",
        "schemas",
        "large objects",
    ])?;
    Some(match found {
        "tables" => "tables",
        "sequences" => "sequences",
        "types" => "types",
        "schemas" => "schemas",
        "large objects" => "large objects",
        _ => "functions",
    })
}

/// The kind whose privileges these objects have.
pub(crate) fn kind_of(objects: &str) -> Kind {
    match objects {
        "tables" => Kind::Table,
        "sequences" => Kind::Sequence,
        "types" => Kind::Type,
        "schemas" => Kind::Schema,
        "large objects" => Kind::LargeObject,
        _ => Kind::Function,
    }
}

/// What rules call objects of a kind.
pub(crate) fn objects_of(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Table | Kind::View => "tables",
        Kind::Sequence => "sequences",
        Kind::Function | Kind::Aggregate => "functions",
        Kind::Type => "types",
        Kind::Schema => "schemas",
        _ => return None,
    })
}

/// The rule as an entry of the schema.
fn record(builder: &mut Builder, rule: &DefaultRule, span: Span) {
    let kind = kind_of(rule.objects);
    for grantee in &rule.change.grantees {
        let part = format!("{} {grantee}", rule.objects);
        let name = rule.role.clone().unwrap_or_default();
        let id = ObjectId::part(Kind::DefaultPrivileges, &rule.schema, name, part);
        let mut grant = match builder.schema.get(&id) {
            Some(Object::DefaultPrivileges(found)) => found.grant.clone(),
            _ => base(&rule.schema, kind, grantee, rule.role.as_deref()),
        };
        for (privilege, _) in &rule.change.privileges {
            rule.change.apply(&mut grant.privileges, kind, privilege);
        }
        let entry = DefaultPrivileges {
            role: rule.role.clone(),
            objects: rule.objects.to_owned(),
            grantee: grantee.clone(),
            grant,
        };
        builder.put(id, Object::DefaultPrivileges(entry), span);
    }
}

/// What rules begin with: those for all schemas with what everybody has anyway, those of one schema with nothing.
pub(crate) fn base(schema: &str, kind: Kind, grantee: &str, role: Option<&str>) -> Grant {
    match schema.is_empty() {
        true => privileges::default(&ObjectId::new(kind, "", ""), grantee, role),
        false => Grant::default(),
    }
}

impl Builder {
    /// Gives a new object what the rules in force say.
    pub(in super::super) fn grant_defaults(&mut self, id: &ObjectId, span: Span) {
        let Some(objects) = objects_of(id.kind) else { return };
        let of_object = |rule: &&DefaultRule| {
            rule.objects == objects
                && rule.role == self.role
                && (rule.schema.is_empty() || rule.schema == id.schema)
        };
        let rules: Vec<_> =
            (self.default_rules.iter().take(self.default_rules_seen)).filter(of_object).cloned().collect();
        let grantees: BTreeSet<_> = rules.iter().flat_map(|rule| rule.change.grantees.clone()).collect();
        for grantee in grantees {
            let mut everywhere = privileges::default(id, &grantee, self.role.as_deref());
            let mut here = Grant::default();
            for rule in rules.iter().filter(|rule| rule.change.grantees.contains(&grantee)) {
                let held = if rule.schema.is_empty() { &mut everywhere } else { &mut here };
                for (privilege, _) in &rule.change.privileges {
                    rule.change.apply(&mut held.privileges, id.kind, privilege);
                }
            }
            for (privilege, option) in here.privileges {
                *everywhere.privileges.entry(privilege).or_default() |= option;
            }
            self.put(id.facet(Facet::Grant(grantee)), Object::Grant(everywhere), span);
        }
    }
}
