//! From a difference to steps with their facts. One file a kind, each with `create`, `drop` and `alter`.
//! What the statements look like is `render/`'s business, in which order they run is the planner's.

mod aggregate;
mod beside;
mod cast;
mod collation;
mod column;
mod constraint;
mod counting;
mod default;
mod default_privileges;
mod definition;
mod domain;
mod extension;
mod index;
mod label;
mod label_use;
mod namespace;
mod not_null;
mod online;
mod policy;
mod rebuild;
mod rebuild_values;
mod routine;
mod rule;
mod sequence;
mod table;
mod table_facet;
mod trigger;
mod user_type;
mod view;
mod view_columns;

use crate::collections::BTreeSet;
use crate::model::*;
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context, Disturbance, Yielding};
use crate::plan::{Shape, Step};

pub use cast::comparable;
pub use column::{default_in_the_way, handed_on, keeps_rows_apart};
pub use namespace::create as create_schema;
pub(in crate::dialect::postgres) use not_null::names_count;
pub use rebuild::is_of;

/// The steps that make an object of the desired side; `None` for a kind that nobody knows how to make.
pub fn create(cx: &Context<'_>, id: &ObjectId, object: &Object) -> Option<Vec<Step>> {
    Some(match object {
        Object::Schema(of) => namespace::create(id, of),
        Object::Extension(of) => extension::create(id, of),
        Object::Table(of) => table::create(cx, id, of),
        Object::Column(of) => column::create(cx, id, of),
        Object::Default(of) => default::create(cx, id, of),
        Object::Constraint(of) => constraint::create(cx, id, of),
        Object::Index(of) => index::create(cx, id, of),
        Object::Sequence(of) => sequence::create(id, of),
        Object::Domain(of) => domain::create(id, of),
        Object::Enum(_) | Object::Composite(_) | Object::Range(_) => return user_type::create(id, object),
        Object::Definition(of) if matches!(id.kind, Kind::Aggregate | Kind::Type) => {
            aggregate::create(id, of)
        }
        Object::View(of) => view::create(id, of),
        Object::Routine(of) => routine::create(id, of),
        Object::Trigger(of) => trigger::create(cx, id, of),
        Object::Rule(of) => rule::create(cx, id, of),
        Object::Policy(of) => policy::create(id, of),
        Object::OwnedBy(of) => sequence::give(cx, id, of),
        Object::ReplicaIdentity(of) => table_facet::replica_identity(id, of),
        Object::ClusterOn(of) => table_facet::cluster_on(id, Some(of)),
        Object::Comment(of) => label::comment(cx.schemas.desired, id, Some(of)),
        Object::Owner(of) => label::owner(cx.schemas.desired, id, of),
        Object::Grant(of) => label::grant(cx.schemas.desired, id, None, Some(of)),
        Object::SecurityLabel(of) => label::security_label(cx.schemas.desired, id, Some(of)),
        Object::DefaultPrivileges(of) => default_privileges::change(id, None, Some(of)),
        Object::Definition(of) => definition::create(id, of),
    })
}

/// The steps that drop an object of the current side; `None` for a kind that nobody knows how to drop.
pub fn drop(cx: &Context<'_>, id: &ObjectId, object: &Object) -> Option<Vec<Step>> {
    Some(match object {
        Object::Schema(_) => namespace::drop(id),
        Object::Extension(_) => extension::drop(id),
        Object::Table(of) => table::drop(cx, id, of),
        Object::Column(of) => column::drop(id, of),
        Object::Default(_) => default::drop(id),
        Object::Constraint(of) => constraint::drop(cx, id, of),
        Object::Index(of) => index::drop(cx, id, of),
        Object::Sequence(_) => counting::drop_sequence(cx, id).unwrap_or_else(|| sequence::drop(id)),
        Object::Domain(_) => domain::drop(id),
        Object::Enum(_) | Object::Composite(_) | Object::Range(_) => user_type::drop(id),
        Object::Definition(_) if matches!(id.kind, Kind::Aggregate | Kind::Type) => aggregate::drop(cx, id),
        Object::View(of) => view::drop(cx, id, of),
        Object::Routine(of) => routine::drop(cx, id, of),
        Object::Trigger(of) => trigger::drop(cx, id, of),
        Object::Rule(_) => rule::drop(cx, id),
        Object::Policy(_) => policy::drop(id),
        Object::OwnedBy(_) => sequence::own(id, None),
        Object::ReplicaIdentity(_) => table_facet::replica_identity(id, "default"),
        Object::ClusterOn(_) => table_facet::cluster_on(id, None),
        Object::Comment(_) => label::comment(cx.schemas.desired, id, None),
        Object::Owner(_) => Vec::new(),
        Object::Grant(of) => label::grant(cx.schemas.desired, id, Some(of), None),
        Object::SecurityLabel(_) => label::security_label(cx.schemas.desired, id, None),
        Object::DefaultPrivileges(of) => default_privileges::change(id, Some(of), None),
        Object::Definition(_) => definition::drop(cx.schemas.current, id),
    })
}

/// How an object that differs becomes what is wanted; `None` for a kind that nobody knows how to change.
pub fn alter(cx: &Context<'_>, id: &ObjectId, objects: Pair<&Object>) -> Option<Alteration> {
    use Object as O;
    let (current, desired) = (objects.current, objects.desired);
    Some(match (current, desired) {
        (O::Extension(a), O::Extension(b)) => extension::alter(id, Pair::new(a, b)),
        (O::Table(a), O::Table(b)) => table::alter(cx, id, Pair::new(a, b)),
        (O::Column(a), O::Column(b)) => column::alter(cx, id, Pair::new(a, b)),
        (O::Default(_), O::Default(b)) => Alteration::InPlace(default::create(cx, id, b)),
        (O::Constraint(a), O::Constraint(b)) => constraint::alter(cx, id, Pair::new(a, b)),
        (O::Index(a), O::Index(b)) => index::alter(cx, id, Pair::new(a, b)),
        (O::Sequence(a), O::Sequence(b)) => sequence::alter(id, Pair::new(a, b)),
        (O::Enum(a), O::Enum(b)) => user_type::alter_enum(cx, id, Pair::new(a, b)),
        (O::Composite(a), O::Composite(b)) => user_type::alter_composite(cx, id, Pair::new(a, b)),
        (O::Range(_), O::Range(_)) => user_type::alter_range(cx, id),
        (O::Domain(a), O::Domain(b)) => domain::alter(cx, id, Pair::new(a, b)),
        (O::View(a), O::View(b)) => view::alter(cx, id, Pair::new(a, b)),
        (O::Routine(a), O::Routine(b)) => routine::alter(cx, id, Pair::new(a, b)),
        (O::Trigger(a), O::Trigger(b)) => trigger::alter(cx, id, Pair::new(a, b)),
        (O::Rule(a), O::Rule(b)) => rule::alter(cx, id, Pair::new(a, b)),
        (O::Policy(a), O::Policy(b)) => policy::alter(id, Pair::new(a, b)),
        (O::OwnedBy(_), O::OwnedBy(b)) => Alteration::InPlace(sequence::give(cx, id, b)),
        (O::ReplicaIdentity(_), O::ReplicaIdentity(b)) => {
            Alteration::InPlace(table_facet::replica_identity(id, b))
        }
        (O::ClusterOn(_), O::ClusterOn(b)) => Alteration::InPlace(table_facet::cluster_on(id, Some(b))),
        (O::Comment(_), O::Comment(b)) => {
            Alteration::InPlace(label::comment(cx.schemas.desired, id, Some(b)))
        }
        (O::Owner(_), O::Owner(b)) => Alteration::InPlace(label::owner(cx.schemas.desired, id, b)),
        (O::Grant(a), O::Grant(b)) => {
            Alteration::InPlace(label::grant(cx.schemas.desired, id, Some(a), Some(b)))
        }
        (O::SecurityLabel(_), O::SecurityLabel(b)) => {
            Alteration::InPlace(label::security_label(cx.schemas.desired, id, Some(b)))
        }
        (O::DefaultPrivileges(a), O::DefaultPrivileges(b)) => {
            Alteration::InPlace(default_privileges::change(id, Some(a), Some(b)))
        }
        (O::Definition(a), O::Definition(b)) if id.kind == Kind::Collation => {
            collation::alter(cx, id, Pair::new(a, b))
        }
        (O::Definition(a), O::Definition(b)) => definition::alter(id, Pair::new(a, b)),
        _ if create(cx, id, desired).is_some() && drop(cx, id, current).is_some() => Alteration::Replace,
        _ => return None,
    })
}

/// What an object that stays gives up while something it stands on gives way.
pub fn gives_up(cx: &Context<'_>, id: &ObjectId, on: &ObjectId, how: Disturbance) -> Option<Yielding> {
    match (cx.schemas.current.get(id)?, cx.schemas.desired.get(id)?) {
        (Object::Domain(a), Object::Domain(b)) => domain::gives_up(cx, id, Pair::new(a, b), (on, how)),
        _ => None,
    }
}

/// The statement that makes a thing with those of its parts that are written in it.
pub fn write(cx: &Context<'_>, id: &ObjectId, parts: &BTreeSet<ObjectId>) -> (String, Shape) {
    match cx.schemas.desired.get(id) {
        Some(Object::Table(of)) => {
            (super::render::table::create(cx.schemas.desired, id, of, parts), Shape::Statement)
        }
        Some(Object::Column(of)) => column::write(cx, id, of, parts),
        _ => (String::new(), Shape::Statement),
    }
}

/// `ALTER TABLE t` for the table that something is a part of.
fn alter_table(id: &ObjectId) -> String {
    format!("ALTER TABLE {}", super::render::relation(id))
}

/// The table that something is a part of.
fn table_of(id: &ObjectId) -> ObjectId {
    ObjectId::table(&id.schema, &id.name)
}
