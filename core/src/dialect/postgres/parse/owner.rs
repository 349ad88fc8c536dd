//! ALTER ... OWNER TO, RENAME TO, SET SCHEMA and DEPENDS ON EXTENSION for every kind of object whose own file does not
//! read them.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::grant;
use super::target::{self, Form, Target};
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::privileges;
use crate::model::{Facet, Grant, Kind, Object, ObjectId};
use crate::source::Span;

/// The words of each change.
const CHANGES: &[&str] = &["owner to", "rename to", "set schema", "depends on", "no depends on"];

/// What such a statement does.
enum Change {
    Owner(String),
    Rename(String),
    Schema(String),
    Nothing,
}

/// Takes in `ALTER kind name change` if the statement is one of these; `None` if it is something else.
pub(super) fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Option<Parse> {
    if !cursor.peek_kw(0, "alter") || !ends_in_change(cursor) {
        return None;
    }
    let mut ahead = *cursor;
    ahead.bump();
    let target = target::eat(&mut ahead)?;
    ahead.eat("if exists");
    ahead.eat("only");
    let found = target::reference(&mut ahead, builder, target);
    if let Err(Fault::Missing(_)) = found {
        // Where its types are missing too, the name was not read to its end.
        ahead.text_until(|cursor| CHANGES.iter().any(|words| cursor.at_kws(words)));
    }
    ahead.eat_punct("*");
    let change = change(&mut ahead, builder)?;
    if !reads(target, &change) {
        return None;
    }
    let span = ahead.statement_span();
    *cursor = ahead;
    Some(builder.known(found, cursor).and_then(|id| match id {
        Some(id) => apply(builder, &id, change, span),
        None => Ok(()),
    }))
}

/// Whether the statement ends in `OWNER TO x` and the like, seen without reading it.
fn ends_in_change(cursor: &Cursor<'_>) -> bool {
    let mut last = cursor.last_words(4);
    last.make_ascii_lowercase();
    ["owner to ", "rename to ", "set schema ", "on extension "].iter().any(|words| last.contains(words))
}

fn change(cursor: &mut Cursor<'_>, builder: &Builder) -> Option<Change> {
    let change = if cursor.eat("owner to") {
        Change::Owner(grant::grantee(cursor, builder).ok()?)
    } else if cursor.eat("rename to") {
        Change::Rename(cursor.ident().ok()?)
    } else if cursor.eat("set schema") {
        Change::Schema(cursor.ident().ok()?)
    } else if cursor.eat("depends on extension") || cursor.eat("no depends on extension") {
        cursor.ident().ok()?;
        Change::Nothing
    } else {
        return None;
    };
    cursor.is_end().then_some(change)
}

/// The new name of what has parts of its own is its own file's matter.
fn reads(target: Target, change: &Change) -> bool {
    match change {
        Change::Owner(_) | Change::Nothing => true,
        Change::Rename(_) | Change::Schema(_) => match target.form {
            Form::Relation | Form::Routine | Form::Part | Form::Column => false,
            _ => !matches!(target.kind, Kind::Type | Kind::Schema | Kind::Extension),
        },
    }
}

fn apply(builder: &mut Builder, id: &ObjectId, change: Change, span: Span) -> Parse {
    match change {
        Change::Owner(role) => builder.set_owner(id, &role, span),
        Change::Rename(name) => builder.rename(id, ObjectId { name, ..id.clone() }),
        Change::Schema(schema) => builder.rename(id, ObjectId { schema, ..id.clone() }),
        Change::Nothing => {
            let message = format!("that {id} depends on an extension is no part of a schema here: left out");
            builder.diagnostics.push(Diagnostic::warning("left-out", message, span));
        }
    }
    Ok(())
}

impl Builder {
    /// `OWNER TO`. The new owner takes over the privileges of the old one, as on the server.
    pub fn set_owner(&mut self, id: &ObjectId, role: &str, span: Span) {
        if !privileges::has_owner(id.kind) {
            return;
        }
        let old = privileges::owner(&self.schema, id).map(str::to_owned);
        let mine = id.facet(Facet::Grant(role.to_owned()));
        if old.as_deref() != Some(role) {
            self.schema.objects.remove(&mine);
            if let Some(Object::Grant(grant)) =
                old.and_then(|old| self.schema.objects.remove(&id.facet(Facet::Grant(old))))
            {
                self.put(mine, Object::Grant(grant), span);
            }
        }
        self.put(id.facet(Facet::Owner), Object::Owner(role.to_owned()), span);
    }

    /// Gives an object without parts another id, facets and all.
    pub fn rename(&mut self, id: &ObjectId, new: ObjectId) {
        if id.kind == Kind::Function && id.name != new.name {
            // A column that a call named keeps that name.
            self.name_columns(|query| super::reading::calls(query, id));
        }
        let mut moved: Vec<_> = self.schema.facets(id).map(|(facet, _)| facet.clone()).collect();
        moved.push(id.clone());
        for old in moved {
            let new = ObjectId { facet: old.facet.clone(), ..new.clone() };
            if let Some(object) = self.schema.objects.remove(&old) {
                // Not `put`: it is no new object, so the session gives it nothing.
                if let Some(span) = self.spans.remove(&old) {
                    self.spans.insert(new.clone(), span);
                }
                self.schema.objects.insert(new, object);
            }
        }
        match id.is_part() {
            true => self.note_rename(id, &new),
            false => self.follow(id, &new),
        }
    }

    /// The privileges of a grantee on an object as they stand.
    pub(super) fn privileges(&self, id: &ObjectId, grantee: &str) -> Grant {
        match self.schema.get(&id.facet(Facet::Grant(grantee.to_owned()))) {
            Some(Object::Grant(grant)) => grant.clone(),
            _ => privileges::default(id, grantee, privileges::owner(&self.schema, id)),
        }
    }
}
