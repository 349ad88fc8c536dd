//! Pieces of statements as the server prints them from its catalogs, read on their own: what `catalog/` needs of the
//! statement grammar.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::table::{self, Element};
use crate::model::{Constraint, ConstraintRule, ObjectId, PartitionBy, QualifiedName, SqlText};

/// `pg_get_expr` of `relpartbound`.
pub(in super::super) fn bound(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse<SqlText> {
    table::bound(cursor, builder)
}

/// `pg_get_partkeydef`.
pub(in super::super) fn partition_by(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse<PartitionBy> {
    table::partition_by(cursor, builder)
}

/// `pg_get_constraintdef`, of a constraint that is no NOT NULL.
pub(in super::super) fn constraint(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse<Constraint> {
    let here = *cursor;
    let Element::Constraint(draft) = table::table_constraint(cursor, builder)? else {
        return Err(here.expected("a constraint"));
    };
    cursor.expect_end()?;
    let mut constraint = draft.constraint;
    if let (ConstraintRule::ForeignKey(key), Some(name)) = (&mut constraint.rule, draft.references) {
        key.table = QualifiedName::new(name.schema.unwrap_or_default(), name.name);
    }
    Ok(constraint)
}

/// A whole statement; `Fault::Missing` says that it is to be tried again when more is there.
pub(in super::super) fn statement(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    super::statement::statement(cursor, builder)
}

/// The object that `TABLE a.b`, `FUNCTION f(integer)` and the like name.
pub(in super::super) fn reference(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse<ObjectId> {
    let Some(target) = super::target::eat(cursor) else {
        return Err::<ObjectId, Fault>(cursor.expected("a kind of object"));
    };
    super::target::reference(cursor, builder, target)
}

/// What can be said only when all indexes are there.
pub(in super::super) fn settle(builder: &mut Builder) {
    super::index::settle_only(builder);
}
