//! Which tables and types cannot become what is wanted in place and are made anew, by looking at both sides alone.
//! What is done about it: `lineage/rebuild.rs` for tables, `expand/rebuild.rs` for types.

use super::names::{columns_in, range_of};
use crate::model::{ColumnType, EnumType, Kind, Object, ObjectId, QualifiedName, Schema, Table};
use crate::pair::Pair;

/// Whether a table that is there on both sides is made anew.
pub fn table(pair: Pair<&Schema>, name: &QualifiedName) -> bool {
    own_account(pair, name) || through_parent(pair, name)
}

/// The tables that are made anew, though nothing of their own may differ.
pub fn tables(pair: Pair<&Schema>) -> impl Iterator<Item = ObjectId> {
    let all = pair.desired.objects.range(ObjectId::table("", "")..);
    (all.take_while(|(id, _)| id.kind == Kind::Table))
        .filter(move |(id, object)| match object {
            Object::Table(of)
                if of.partition_by.is_some() || of.partition_of.is_some() || of.of_type.is_some() =>
            {
                table(pair, &QualifiedName::new(&*id.schema, &*id.name))
            }
            _ => false,
        })
        .map(|(id, _)| id.clone())
}

/// Whether the rows of a partition that is made anew come back through its parent, which may put them elsewhere.
pub fn through_parent(pair: Pair<&Schema>, name: &QualifiedName) -> bool {
    let (Some(from), Some(to)) = (find(pair.current, name), find(pair.desired, name)) else { return false };
    let Some(parent) = from.partition_of.as_ref().map(|of| &of.parent) else { return false };
    let stays = to.partition_of.as_ref().is_none_or(|of| of.parent == *parent);
    stays && find(pair.desired, parent).is_some() && (scattered(pair, parent) || through_parent(pair, parent))
}

fn find<'s>(schema: &'s Schema, name: &QualifiedName) -> Option<&'s Table> {
    schema.table(&name.schema, &name.name)
}

/// Another kind of table, another partition key, or a key over columns of other types (which PostgreSQL does not alter).
fn own_account(pair: Pair<&Schema>, name: &QualifiedName) -> bool {
    let (Some(from), Some(to)) = (find(pair.current, name), find(pair.desired, name)) else { return false };
    from.foreign.is_some() != to.foreign.is_some()
        || from.partition_by != to.partition_by
        || retyped_key(pair, name, &|_, _| true)
        || out_of_order(pair, name)
}

/// Whether the columns of a table of a type would not stand as the type has them: new ones always come last.
fn out_of_order(pair: Pair<&Schema>, name: &QualifiedName) -> bool {
    if find(pair.desired, name).is_none_or(|table| table.of_type.is_none()) {
        return false;
    }
    let columns = |schema: &'_ Schema| -> Vec<String> {
        let columns = schema.columns(&name.schema, &name.name);
        columns.into_iter().map(|(name, _)| name.to_owned()).collect()
    };
    let (from, to) = (columns(pair.current), columns(pair.desired));
    let kept = from.iter().filter(|column| to.contains(column));
    !kept.chain(to.iter().filter(|column| !from.contains(column))).eq(to.iter())
}

/// Whether rows fall into other partitions by hash than before.
fn scattered(pair: Pair<&Schema>, name: &QualifiedName) -> bool {
    let by_hash = |table: &Table| table.partition_by.as_ref().is_some_and(|by| by.strategy == "hash");
    find(pair.current, name).is_some_and(by_hash)
        && find(pair.desired, name).is_some_and(by_hash)
        && retyped_key(pair, name, &|from, to| !hash_alike(from, to))
}

/// Whether a column of the partition key changes its type in a way that `counts`.
fn retyped_key(
    pair: Pair<&Schema>,
    name: &QualifiedName,
    counts: &dyn Fn(&ColumnType, &ColumnType) -> bool,
) -> bool {
    let Some(by) = find(pair.current, name).and_then(|table| table.partition_by.as_ref()) else {
        return false;
    };
    let mut key = by.key.iter().flat_map(|key| columns_in(pair.current, &name.schema, &name.name, key));
    key.any(|column| {
        let of = |schema: &'_ Schema| schema.column(&name.schema, &name.name, &column).cloned();
        let (Some(from), Some(to)) = (of(pair.current), of(pair.desired)) else { return false };
        let changes = (&from.ty, &from.collation) != (&to.ty, &to.collation) || is_rebuilt(pair, &from.ty);
        changes && (counts(&from.ty, &to.ty) || is_rebuilt(pair, &from.ty))
    })
}

/// Whether two types hash equal values alike.
fn hash_alike(from: &ColumnType, to: &ColumnType) -> bool {
    let family = |of: &ColumnType| match of.name.as_str() {
        _ if of.array || !of.schema.is_empty() => None,
        "smallint" | "integer" | "bigint" => Some("integer"),
        "text" | "character varying" => Some("text"),
        _ => None,
    };
    from == to
        || (&from.schema, &from.name, from.array) == (&to.schema, &to.name, to.array)
        || family(from).is_some() && family(from) == family(to)
}

/// Whether the type of a column gives way to a new one of its name, so that its values have to go over.
pub fn is_rebuilt(pair: Pair<&Schema>, ty: &ColumnType) -> bool {
    rebuilt_within(pair, ty, 0)
}

fn rebuilt_within(pair: Pair<&Schema>, ty: &ColumnType, depth: u32) -> bool {
    // Types are made of others a few levels deep; what goes round is no valid schema.
    if ty.schema.is_empty() || depth > 32 {
        return false;
    }
    let id = ObjectId::new(Kind::Type, &ty.schema, &ty.name);
    let id = if pair.current.contains(&id) {
        id
    } else {
        range_of(pair.current, &ty.schema, &ty.name).unwrap_or(id)
    };
    let made_of = |ty: &ColumnType| rebuilt_within(pair, ty, depth + 1);
    match (pair.current.get(&id), pair.desired.get(&id)) {
        (Some(Object::Enum(from)), Some(Object::Enum(to))) => !only_adds(from, to),
        (Some(Object::Domain(from)), Some(Object::Domain(to))) => {
            (&from.base, &from.collation) != (&to.base, &to.collation) || made_of(&from.base)
        }
        (Some(Object::Composite(from)), Some(Object::Composite(to))) => {
            from != to || from.attributes.iter().any(|attribute| made_of(&attribute.ty))
        }
        (Some(Object::Range(from)), Some(Object::Range(to))) => from != to || made_of(&from.subtype),
        _ => false,
    }
}

/// Whether new labels are all there is to a change of an enum.
pub fn only_adds(from: &EnumType, to: &EnumType) -> bool {
    let mut to = to.labels.iter();
    from.labels.iter().all(|label| to.any(|other| other == label))
}
