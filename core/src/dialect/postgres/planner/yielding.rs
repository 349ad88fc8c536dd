//! What has to be dropped and made again when what it stands on gives way.

use crate::dialect::postgres::depend::mention;
use crate::dialect::postgres::{depend, expand};
use crate::model::*;
use crate::pair::Pair;
use crate::plan::rules::{Context, Disturbance};

/// What PostgreSQL would not rebuild by itself, and can be dropped and made again without loss.
pub(super) fn yields(cx: &Context<'_>, dependent: &ObjectId, on: &ObjectId, how: Disturbance) -> bool {
    let Some(object) = cx.schemas.current.get(dependent) else { return false };
    let changed = how == Disturbance::Changed;
    match object {
        // What a foreign table shows is kept elsewhere.
        Object::Table(of) if of.foreign.is_some() => on.kind == Kind::Server && !changed,
        Object::Table(_) | Object::Sequence(_) | Object::Schema(_) | Object::Extension(_) => false,
        // A table that is made anew is made with all its columns.
        Object::Column(of) => (on.kind == Kind::Table && !changed) || of.generated.is_some() && !of.inherited,
        Object::Enum(_) | Object::Composite(_) | Object::Range(_) | Object::Domain(_) => false,
        // A default is converted with its column where it can be; on others' account it has to go.
        Object::Default(of) if changed && dependent.itself() == *on => {
            let column = |schema: &'_ Schema| schema.column(&on.schema, &on.name, &on.part).cloned();
            let (from, to) = (column(cx.schemas.current), column(cx.schemas.desired));
            (from.zip(to))
                .is_some_and(|(from, to)| expand::default_in_the_way(Pair::new(&from, &to), &of.text))
        }
        Object::Default(_) => {
            !changed && !rebuilt_with_column(cx, dependent, on, how) && !retyped(cx, dependent, on)
        }
        Object::OwnedBy(_) | Object::ReplicaIdentity(_) | Object::ClusterOn(_) => {
            !changed && how != Disturbance::Rebuilt
        }
        Object::Index(_) | Object::Constraint(_) if how == Disturbance::Rebuilt => {
            yields_to_rebuild(object, on)
        }
        Object::Index(_) | Object::Constraint(_) if changed => yields_to_type(cx, dependent, object, on),
        // A function takes a type as it comes; only a body that the server has read holds on to its attributes.
        Object::Routine(of) if changed && on.kind == Kind::Type => matches!(of.body, RoutineBody::Sql(_)),
        Object::Comment(_) | Object::Owner(_) | Object::Grant(_) | Object::SecurityLabel(_) => false,
        Object::Definition(of) if changed => {
            depend::definition::yields_to_change(cx.schemas.current, dependent, of, on)
        }
        _ => true,
    }
}

/// A default of a column that leaves the type is set aside where the column changes.
fn retyped(cx: &Context<'_>, dependent: &ObjectId, on: &ObjectId) -> bool {
    let ty = |schema: &Schema| {
        schema.column(&dependent.schema, &dependent.name, &dependent.part).map(|column| column.ty.clone())
    };
    on.kind == Kind::Type && ty(cx.schemas.current) != ty(cx.schemas.desired)
}

/// A default of a column that goes over to a rebuilt type is set aside there.
fn rebuilt_with_column(cx: &Context<'_>, dependent: &ObjectId, on: &ObjectId, how: Disturbance) -> bool {
    let column = cx.schemas.current.column(&dependent.schema, &dependent.name, &dependent.part);
    let of_type = column.is_some_and(|column| expand::is_of(cx.schemas.current, &column.ty, on));
    how == Disturbance::Rebuilt && (of_type || dependent.itself() == *on)
}

/// Keys and plain indexes follow their column to a rebuilt type; conditions keep the old one, foreign keys stand between
/// two types for a while, and what is neither btree nor hash may not know the type on the way.
fn yields_to_rebuild(object: &Object, on: &ObjectId) -> bool {
    let plain = |index: &Index| {
        let key = |element: &IndexElement| {
            let sorts = element.collation.as_ref();
            let by_it = sorts
                .is_some_and(|by| on.kind == Kind::Collation && by.schema == on.schema && by.name == on.name);
            matches!(element.key, IndexKey::Column(_)) && element.opclass.is_none() && !by_it
        };
        let everywhere = matches!(index.method.as_str(), "" | "btree" | "hash");
        everywhere && index.predicate.is_none() && index.elements.iter().all(key)
    };
    match object {
        Object::Index(of) => !plain(of),
        Object::Constraint(of) => match &of.rule {
            ConstraintRule::Key(key) => key.without_overlaps,
            ConstraintRule::Check { .. } | ConstraintRule::ForeignKey(_) | ConstraintRule::Exclude(_) => true,
        },
        _ => true,
    }
}

/// PostgreSQL rebuilds indexes and constraints on a column whose type changes; those with expressions would keep casts
/// to the old type, and foreign keys would stand between types that cannot be compared.
fn yields_to_type(cx: &Context<'_>, dependent: &ObjectId, object: &Object, on: &ObjectId) -> bool {
    let column = |schema: &Schema| schema.column(&on.schema, &on.name, &on.part).cloned();
    let (Some(from), Some(to)) = (column(cx.schemas.current), column(cx.schemas.desired)) else {
        return !matches!(object, Object::Index(_));
    };
    if expand::keeps_rows_apart(&from, &to) {
        return false;
    }
    let names = |text: &SqlText| mention::words(&text.text).contains(&on.part);
    let index = |index: &Index| {
        let keyed = index.elements.iter().any(|element| match &element.key {
            IndexKey::Expression(text) => names(text),
            IndexKey::Column(name) => *name == on.part && element.opclass.is_some(),
        });
        keyed || index.predicate.as_ref().is_some_and(names)
    };
    match object {
        Object::Index(of) => index(of),
        Object::Constraint(of) => match &of.rule {
            ConstraintRule::Check { expression, .. } => names(expression),
            ConstraintRule::Exclude(exclude) => index(&exclude.index),
            ConstraintRule::ForeignKey(_) => !expand::comparable(&from.ty, &to.ty),
            ConstraintRule::Key(_) => false,
        },
        _ => dependent.kind != Kind::Table,
    }
}
