//! Foreign keys whose columns can never be equal to those they point to, by their types. Only what PostgreSQL surely
//! refuses: where a type is an extension's, or somebody's cast might lead from one to the other, nothing is said.

use crate::dialect::postgres::canon::builtin::{self, Oid};
use crate::dialect::postgres::canon::registry::oid;
use crate::dialect::postgres::canon::types::TypeName;
use crate::model::{ColumnType, ForeignKey, Kind, Object, ObjectId, Schema};

/// A type without the domains around it.
#[derive(PartialEq, Eq)]
enum Plain {
    BuiltIn(Oid),
    Enum(ObjectId),
}

/// What is wrong with the types of a foreign key's columns.
pub(super) fn fault(schema: &Schema, table: &ObjectId, key: &ForeignKey) -> Option<(&'static str, String)> {
    let mut casts = schema.objects.range(ObjectId::new(Kind::Cast, "", "")..);
    if casts.next().is_some_and(|(id, _)| id.kind == Kind::Cast) {
        return None;
    }
    let pairs = key.columns.iter().zip(&key.referenced);
    let (own, other, from, to) = pairs
        .filter_map(|(own, other)| {
            let from = &schema.column(&table.schema, &table.name, own)?.ty;
            let to = &schema.column(&key.table.schema, &key.table.name, other)?.ty;
            Some((own, other, from, to))
        })
        .find(|(_, _, from, to)| match (plain(schema, from), plain(schema, to)) {
            (Some(from), Some(to)) => !comparable(&from, &to),
            _ => false,
        })?;
    let message = format!(
        "the foreign key's column \"{own}\" is of type {from}, and \"{other}\" of {}, which it points to, of type {to}: \
         they cannot be compared",
        key.table.name
    );
    Some(("invalid-foreign-key", message))
}

/// Nothing for types of which not everything is known.
fn plain(schema: &Schema, ty: &ColumnType) -> Option<Plain> {
    let mut ty = ty;
    // Domains over domains: as many as there are types at most.
    for _ in 0..64 {
        if ty.array {
            return None;
        }
        if ty.schema.is_empty() {
            return builtin::type_named(&TypeName::from(ty).name).map(|row| Plain::BuiltIn(row.oid));
        }
        let id = ObjectId::new(Kind::Type, &ty.schema, &ty.name);
        match schema.get(&id) {
            Some(Object::Enum(_)) => return Some(Plain::Enum(id)),
            Some(Object::Domain(domain)) => ty = &domain.base,
            _ => return None,
        }
    }
    None
}

/// Whether values of the one may be looked for among those of the other, as `ATAddForeignKeyConstraint` has it: there is
/// an operator for the two, or the one becomes the other by itself.
fn comparable(from: &Plain, to: &Plain) -> bool {
    let (Plain::BuiltIn(from), Plain::BuiltIn(to)) = (from, to) else { return from == to };
    // The operator class of `character varying` is that of `text`.
    let to = if *to == oid::VARCHAR { oid::TEXT } else { *to };
    let implicit = |from: Oid| builtin::cast(from, to).is_some_and(|cast| cast.context == b'i');
    let equals = |row: &builtin::OperatorRow| row.left == to && row.right == *from;
    *from == to || implicit(*from) || builtin::operators("=").iter().any(equals)
}
