//! What an object needs: object in, dependencies out. One file a kind. Which order follows is the planner's business.

pub mod column;
pub mod constraint;
pub mod definition;
pub mod index;
pub mod mention;
pub mod roles;
pub mod routine;
pub mod table;
pub mod trigger;
pub mod user_type;
pub mod view;

use crate::dialect::postgres::canon::builtin::extensions;
use crate::dialect::postgres::names::range_of;
use crate::model::*;
use crate::plan::rules::Dependency;

/// What an object of a schema needs. What it belongs to (its table, its object) need not be said.
pub fn dependencies(schema: &Schema, id: &ObjectId, object: &Object) -> Vec<Dependency> {
    let mut out = match object {
        Object::Table(of) => table::dependencies(schema, id, of),
        Object::Column(of) => column::dependencies(schema, id, of),
        Object::Default(of) => column::default(schema, id, of),
        Object::Constraint(of) => constraint::dependencies(schema, id, of),
        Object::Index(of) => index::dependencies(schema, id, of),
        Object::Composite(of) => user_type::composite(schema, of),
        Object::Range(of) => user_type::range(schema, id, of),
        Object::Domain(of) => user_type::domain(schema, of),
        Object::Definition(of) if id.kind == Kind::Aggregate => routine::aggregate(schema, id, of),
        Object::View(of) => view::dependencies(schema, id, of),
        Object::Routine(of) => routine::dependencies(schema, id, of),
        Object::Trigger(of) => trigger::trigger(schema, id, of),
        Object::Rule(of) => trigger::rule(schema, id, of),
        Object::Policy(of) => trigger::policy(schema, id, of),
        Object::OwnedBy(of) => vec![Dependency::hard(
            ObjectId::column(&of.schema, &of.table, &of.column),
            "the column owns the sequence",
        )],
        Object::ReplicaIdentity(of) => table::replica_identity(schema, id, of),
        Object::ClusterOn(of) => table::on_index(schema, id, of),
        Object::Definition(of) => definition::dependencies(schema, id, of),
        Object::Grant(_) => {
            // Who owns a thing decides what the grants on it are measured against.
            let whole = if id.kind == Kind::Column { schema.relation(&id.schema, &id.name) } else { None };
            let owner = whole.unwrap_or_else(|| id.itself()).facet(Facet::Owner);
            vec![Dependency::hard(owner, "privileges are granted by the owner")]
        }
        Object::Extension(of) => namespace(of.schema.as_deref()),
        _ => Vec::new(),
    };
    out.extend(roles::named(id, object).map(|role| Dependency::hard(role, "it names the role")));
    let above: Vec<Dependency> =
        out.iter().flat_map(|on| above(schema, on)).filter(|on| on.on != *id).collect();
    out.extend(above);
    if id.facet.is_itself() {
        out.extend(namespace(Some(&id.schema)));
    } else if !schema.contains(&id.itself()) {
        // Columns of views, indexes of keys and the like have no entry of their own.
        let holder = schema.holder(id);
        out.extend(holder.map(|holder| Dependency::hard(holder, "it is said of a part of it")));
    }
    out
}

/// A column or constraint that comes from a parent is changed through the parent's, so what needs the one needs the other.
fn above(schema: &Schema, on: &Dependency) -> Vec<Dependency> {
    let inherited = match schema.get(&on.on) {
        Some(Object::Column(of)) => of.inherited,
        Some(Object::Constraint(of)) => of.inherited,
        _ => false,
    };
    let mut out = Vec::new();
    if inherited {
        for parent in column::parents(schema, &on.on.schema, &on.on.name) {
            let (schema_name, name) = (parent.schema.clone(), parent.name.clone());
            let id = ObjectId { schema: schema_name, name, ..on.on.clone() };
            let on = Dependency { on: id, strength: on.strength, reason: on.reason.clone() };
            out.extend(above(schema, &on));
            out.push(on);
        }
    }
    out
}

fn namespace(schema: Option<&str>) -> Vec<Dependency> {
    (schema.filter(|schema| !schema.is_empty()).into_iter())
        .map(|schema| Dependency::hard(ObjectId::new(Kind::Schema, "", schema), "it lives in the schema"))
        .collect()
}

/// A user's type: the type itself, or the relation whose rows it describes.
pub fn on_type(schema: &Schema, ty: &ColumnType, reason: &'static str) -> Option<Dependency> {
    if ty.schema.is_empty() {
        return None;
    }
    let id = ObjectId::new(Kind::Type, &ty.schema, &ty.name);
    let id = match schema.contains(&id) {
        true => Some(id),
        false => (schema.relation(&ty.schema, &ty.name))
            .or_else(|| range_of(schema, &ty.schema, &ty.name))
            .or_else(|| extension_of(schema, ty)),
    };
    id.map(|id| Dependency::hard(id, reason))
}

/// The extension that is known to bring a type.
fn extension_of(schema: &Schema, ty: &ColumnType) -> Option<ObjectId> {
    let row = extensions::type_named(&ty.name)?;
    Some(ObjectId::new(Kind::Extension, "", row.extension)).filter(|id| schema.contains(id))
}

/// A collation somebody made.
pub fn on_collation(collation: &Option<QualifiedName>) -> Option<Dependency> {
    (collation.as_ref().filter(|name| !name.schema.is_empty())).map(|name| {
        Dependency::hard(ObjectId::new(Kind::Collation, &name.schema, &name.name), "it sorts by it")
    })
}

/// Everything an expression names.
pub fn on_text(
    schema: &Schema,
    text: &SqlText,
    context: Option<(&str, &str)>,
    reason: &'static str,
) -> Vec<Dependency> {
    mention::objects(schema, text, context).into_iter().map(|id| Dependency::hard(id, reason)).collect()
}
