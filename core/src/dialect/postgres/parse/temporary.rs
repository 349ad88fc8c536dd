//! Temporary objects: they live as long as a session, so they are no part of a schema. Passed over with a warning, and
//! so is in silence what is said of them later.

use super::builder::Builder;
use super::cursor::Cursor;
use crate::diagnostic::Diagnostic;
use crate::model::ObjectId;

/// Passes over `CREATE TEMPORARY ...`; false if the statement is something else.
pub(super) fn skip(cursor: &Cursor<'_>, builder: &mut Builder) -> bool {
    let mut ahead = *cursor;
    if !ahead.eat("create") {
        return false;
    }
    ahead.eat("or replace");
    ahead.eat_any(&["global", "local"]);
    if ahead.eat_any(&["temp", "temporary"]).is_none() {
        return false;
    }
    ahead.eat("recursive");
    let what = ahead.eat_any(&["table", "view", "sequence"]).unwrap_or("object");
    ahead.eat("if not exists");
    let name = ahead.ident().unwrap_or_default();
    leave_out(cursor, builder, what, name);
    true
}

/// Says that a temporary object is passed over.
pub(super) fn leave_out(cursor: &Cursor<'_>, builder: &mut Builder, what: &str, name: String) {
    let message = format!("the temporary {what} {name} is no part of a schema: left out");
    builder.diagnostics.push(Diagnostic::warning("temporary-object", message, cursor.statement_span()));
    builder.temporary.insert(name);
}

impl Builder {
    /// Whether a name is that of a temporary object and of no other.
    pub fn is_temporary(&self, name: &str) -> bool {
        self.temporary.contains(name)
            && !self.schema.contains(&ObjectId::table(self.path.first().map_or("public", |s| s), name))
    }
}
