//! PostgreSQL's part in planning: what `plan/` asks of a dialect.

use super::depend::mention;
use super::{bodies, canon, depend, expand, lineage, qualify, rename, render};
use crate::diagnostic::{Diagnostic, Level};
use crate::model::*;
use crate::options::Options;
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context, Dependency, Disturbance, Fold, Place, Rules};
use crate::plan::{ChangeType, Plan, Shape, Step, plan_with};
use std::collections::BTreeSet;

/// The plan that takes one PostgreSQL schema to another.
pub fn plan(pair: Pair<&Schema>, options: &Options) -> Plan {
    let rename::Renamed { mut current, steps, diagnostics, .. } = rename::renamed(pair, options);
    let (changes, notes) = canon::schema::changes(Pair::new(&current, pair.desired));
    if !changes.is_empty() {
        canon::schema::apply(current.to_mut(), changes);
    }
    let both = qualify::qualified(Pair::new(current.as_ref(), pair.desired));
    let pair = Pair::new(both.current.as_ref(), both.desired.as_ref());
    let sides = super::managed::managed(pair, options);
    let family = lineage::lineage(Pair::new(&sides.current, &sides.desired));
    let mut plan = plan_with(&Postgres, Pair::new(&family.current, &family.desired), options);
    bodies::put_off_checks(&mut plan, pair.desired);
    plan.diagnostics.extend(notes.into_iter().map(|(id, why)| Diagnostic {
        level: Level::Warning,
        code: "undecided".into(),
        message: format!("whether {id} has changed cannot be told: {why}; it is taken to have"),
        span: None,
        also: None,
        help: None,
    }));
    if plan.is_destructive() {
        plan.diagnostics.extend(rename::suggestions(pair));
    }
    plan.diagnostics.extend(diagnostics);
    plan.begin_with(ChangeType::Alter, family.first);
    plan.begin_with(ChangeType::Rename, steps);
    plan.end_with(ChangeType::Alter, family.last);
    plan
}

/// The plan of the way back: what the way there renames gets its old name.
pub fn plan_back(pair: Pair<&Schema>, options: &Options) -> Plan {
    let directives =
        rename::renamed(pair, options).map.into_iter().map(|(old, new)| (old, rename::written(&new)));
    let options = Options { renames: Vec::new(), directives: directives.collect(), ..options.clone() };
    plan(pair.swap(), &options)
}

/// PostgreSQL.
#[derive(Clone, Copy, Debug)]
struct Postgres;

impl Rules for Postgres {
    fn create(&self, cx: &Context<'_>, id: &ObjectId, object: &Object) -> Option<Vec<Step>> {
        let mut steps = expand::create(cx, id, object)?;
        if let Object::Routine(of) = object
            && depend::routine::names_unknown(cx.schemas.desired, of)
        {
            steps.iter_mut().for_each(|step| step.setting = self.overlooking(object));
        }
        Some(steps)
    }

    fn overlooking(&self, object: &Object) -> Option<&'static str> {
        matches!(object, Object::Routine(_)).then_some("SET LOCAL check_function_bodies = false")
    }

    fn drop(&self, cx: &Context<'_>, id: &ObjectId, object: &Object) -> Option<Vec<Step>> {
        expand::drop(cx, id, object)
    }

    fn alter(&self, cx: &Context<'_>, id: &ObjectId, objects: Pair<&Object>) -> Option<Alteration> {
        expand::alter(cx, id, objects)
    }

    fn dependencies(&self, schema: &Schema, id: &ObjectId, object: &Object) -> Vec<Dependency> {
        depend::dependencies(schema, id, object)
    }

    fn yields(&self, cx: &Context<'_>, dependent: &ObjectId, on: &ObjectId, how: Disturbance) -> bool {
        yields(cx, dependent, on, how)
    }

    fn slots(&self, id: &ObjectId, object: &Object) -> Vec<String> {
        slots(id, object)
    }

    fn place(&self, schema: &Schema, id: &ObjectId) -> Place {
        place(schema, id)
    }

    fn folds(&self, cx: &Context<'_>, parent: &ObjectId, child: &ObjectId, object: &Object) -> Fold {
        folds(cx, parent, child, object)
    }

    fn goes_with(&self, schema: &Schema, id: &ObjectId, object: &Object) -> Vec<ObjectId> {
        goes_with(schema, id, object)
    }

    fn along(&self, cx: &Context<'_>, id: &ObjectId) -> Vec<Vec<ObjectId>> {
        let desired = cx.schemas.desired;
        let columns: Vec<ObjectId> = match id.kind {
            Kind::Table if id.facet.is_itself() => (desired.columns(&id.schema, &id.name).iter())
                .map(|(name, _)| ObjectId::column(&id.schema, &id.name, *name))
                .collect(),
            Kind::Column if id.facet.is_itself() => vec![id.clone()],
            _ => Vec::new(),
        };
        (columns.iter())
            .filter_map(|column| {
                let (sequence, _) = render::table::sequence_of_serial(desired, column)?;
                let owner = sequence.facet(Facet::OwnedBy);
                Some(vec![column.facet(Facet::Default), sequence, owner])
            })
            .collect()
    }

    fn write(&self, cx: &Context<'_>, id: &ObjectId, parts: &BTreeSet<ObjectId>) -> (String, Shape) {
        expand::write(cx, id, parts)
    }

    fn fold_actions(&self, head: &str, actions: &[String]) -> String {
        format!("{head}\n    {}", actions.join(",\n    "))
    }
}

/// What PostgreSQL would not rebuild by itself, and can be dropped and made again without loss.
fn yields(cx: &Context<'_>, dependent: &ObjectId, on: &ObjectId, how: Disturbance) -> bool {
    let Some(object) = cx.schemas.current.get(dependent) else { return false };
    let changed = how == Disturbance::Changed;
    match object {
        Object::Table(_) | Object::Sequence(_) | Object::Schema(_) | Object::Extension(_) => false,
        // A table that is made anew is made with all its columns.
        Object::Column(of) => (on.kind == Kind::Table && !changed) || of.generated.is_some() && !of.inherited,
        Object::Enum(_) | Object::Composite(_) | Object::Range(_) | Object::Domain(_) => false,
        // A default is converted with its column; on others' account it has to go.
        Object::Default(_) => {
            !changed && !rebuilt_with_column(cx, dependent, on, how) && !retyped(cx, dependent, on)
        }
        Object::OwnedBy(_) | Object::ReplicaIdentity(_) | Object::ClusterOn(_) => {
            !changed && how != Disturbance::Rebuilt
        }
        Object::Index(_) | Object::Constraint(_) if how == Disturbance::Rebuilt => yields_to_rebuild(object),
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
    let of_type = column.is_some_and(|column| column.ty.schema == on.schema && column.ty.name == on.name);
    how == Disturbance::Rebuilt && (of_type || dependent.itself() == *on)
}

/// Keys and plain indexes follow their column to a rebuilt type; conditions keep the old one, and foreign keys stand
/// between two types for a while.
fn yields_to_rebuild(object: &Object) -> bool {
    let plain = |index: &Index| {
        let key =
            |element: &IndexElement| matches!(element.key, IndexKey::Column(_)) && element.opclass.is_none();
        index.predicate.is_none() && index.elements.iter().all(key)
    };
    match object {
        Object::Index(of) => !plain(of),
        Object::Constraint(of) => match &of.rule {
            ConstraintRule::Key(_) => false,
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

/// Relations and the indexes of keys share one space of names in a schema, types another, which rows of relations are in.
fn slots(id: &ObjectId, object: &Object) -> Vec<String> {
    let relation = |name: &str| format!("relation {:?} {name:?}", id.schema);
    let ty = || format!("type {:?} {:?}", id.schema, id.name);
    match object {
        Object::Table(_) | Object::View(_) => vec![relation(&id.name), ty()],
        Object::Composite(_) => vec![relation(&id.name), ty()],
        Object::Enum(_) | Object::Range(_) | Object::Domain(_) => vec![ty()],
        Object::Sequence(_) | Object::Index(_) => vec![relation(&id.name)],
        // An identity column's sequence has a name that nobody wrote.
        Object::Column(Column { identity: Some(of), .. }) if of.sequence_name.schema == id.schema => {
            vec![relation(&of.sequence_name.name)]
        }
        Object::Constraint(of) => match &of.rule {
            ConstraintRule::Key(key) if key.primary => {
                vec![relation(&id.part), format!("primary key {:?} {:?}", id.schema, id.name)]
            }
            ConstraintRule::Key(_) | ConstraintRule::Exclude(_) => vec![relation(&id.part)],
            _ => Vec::new(),
        },
        Object::Routine(_) => vec![format!("routine {:?} {:?} {}", id.schema, id.name, id.part)],
        _ => Vec::new(),
    }
}

/// Where people write it: schemas, extensions, types, sequences, then each table with what belongs to it, then code.
fn place(schema: &Schema, id: &ObjectId) -> Place {
    let (rank, sub) = match id.kind {
        Kind::Role | Kind::AccessMethod | Kind::Language | Kind::Tablespace | Kind::Database => (0, 0),
        Kind::Schema => (1, 0),
        Kind::Extension => (2, 0),
        Kind::ForeignDataWrapper => (3, 0),
        Kind::Server => (4, 0),
        Kind::UserMapping => (5, 0),
        // Last, so that what the plan makes is granted what is said of it and nothing else.
        Kind::DefaultPrivileges => (60, 0),
        Kind::Collation | Kind::Conversion => (7, 0),
        Kind::TextSearchParser | Kind::TextSearchTemplate => (8, 0),
        Kind::TextSearchDictionary => (9, 0),
        Kind::TextSearchConfiguration => (10, 0),
        Kind::Type => (11, 0),
        Kind::Sequence => (12, 0),
        Kind::Table => (20, 0),
        Kind::Column => (20, 1),
        Kind::Constraint => (20, 2),
        Kind::Index => (20, 5),
        Kind::Statistics => (20, 7),
        Kind::Function => (30, 0),
        Kind::Aggregate => (31, 0),
        Kind::Operator => (32, 0),
        Kind::OperatorFamily => (33, 0),
        Kind::OperatorClass => (34, 0),
        Kind::Cast | Kind::Transform => (35, 0),
        Kind::View => (40, 0),
        Kind::Rule => (41, 0),
        Kind::Trigger => (42, 0),
        Kind::Policy => (43, 0),
        Kind::EventTrigger => (50, 0),
        Kind::Publication => (51, 0),
        Kind::Subscription => (52, 0),
        Kind::LargeObject => (53, 0),
    };
    let mut place = Place { rank, schema: id.schema.clone(), relation: id.name.clone(), sub, order: 0 };
    match (schema.get(&id.itself()), schema.get(&id.itself().facet(Facet::OwnedBy))) {
        (Some(Object::Column(of)), _) => place.order = of.position.0,
        (Some(Object::Index(of)), _) => place.relation = of.table.clone(),
        // An owned sequence stands with the table, for that pulls it up if it needs it.
        (Some(Object::Sequence(_)), Some(Object::OwnedBy(owner))) => {
            (place.rank, place.sub) = (20, 8);
            (place.schema, place.relation) = (owner.schema.clone(), owner.table.clone());
        }
        _ => {}
    }
    match &id.facet {
        Facet::Itself | Facet::Default => {}
        Facet::OwnedBy => (place.rank, place.sub) = (20, 8),
        // After all that is made of the relation, before its indexes.
        _ if place.rank == 20 && place.sub < 4 => {
            (place.sub, place.order) = (4, u32::from(place.sub) * 10_000 + place.order)
        }
        _ => place.sub += 1,
    }
    place
}

fn folds(cx: &Context<'_>, parent: &ObjectId, child: &ObjectId, object: &Object) -> Fold {
    match object {
        Object::Column(_) => Fold::Always,
        Object::Default(_) if from_parent(cx, child) => Fold::Always,
        Object::Default(_) if is_inherited(cx, child) => Fold::Never,
        Object::Default(_) if parent.kind == Kind::Column => Fold::Always,
        Object::Default(_) => Fold::IfPossible,
        // CREATE TABLE forgets NOT VALID.
        Object::Constraint(of) if of.not_valid => Fold::Never,
        Object::Constraint(_) if foreign_partition(cx, child) => Fold::Never,
        Object::Constraint(of) if of.inherited => Fold::Always,
        Object::Constraint(of) if merges(cx, child, of) => Fold::Never,
        Object::Constraint(_) => Fold::IfPossible,
        _ => Fold::Never,
    }
}

/// Whether CREATE TABLE would take a key for another one over the same columns, and make only one of the two.
fn merges(cx: &Context<'_>, id: &ObjectId, of: &Constraint) -> bool {
    let ConstraintRule::Key(key) = &of.rule else { return false };
    cx.schemas.desired.constraints(&id.schema, &id.name).any(|(name, other)| match &other.rule {
        ConstraintRule::Key(other) => {
            (!other.primary, name) < (!key.primary, id.part.as_str())
                && other.columns == key.columns
                && other.include == key.include
        }
        _ => false,
    })
}

/// Whether the column of a default comes from a parent.
fn is_inherited(cx: &Context<'_>, id: &ObjectId) -> bool {
    cx.schemas.desired.column(&id.schema, &id.name, &id.part).is_some_and(|column| column.inherited)
}

/// Whether a column's default is what its parent's column hands on.
fn from_parent(cx: &Context<'_>, id: &ObjectId) -> bool {
    is_inherited(cx, id)
        && expand::handed_on(cx.schemas.desired, &id.itself()).is_some_and(|(_, default)| {
            default == cx.schemas.desired.column_default(&id.schema, &id.name, &id.part)
        })
}

/// Whether a constraint's table is a partition: then its own constraints come after it is made.
fn foreign_partition(cx: &Context<'_>, id: &ObjectId) -> bool {
    cx.schemas.desired.table(&id.schema, &id.name).is_some_and(|table| table.partition_of.is_some())
}

/// What an object is dropped with: its relation, the columns it stands on.
fn goes_with(schema: &Schema, id: &ObjectId, object: &Object) -> Vec<ObjectId> {
    let relation = |name: &str| schema.relation(&id.schema, name);
    let columns = |names: &[String]| {
        names.iter().map(|name| ObjectId::column(&id.schema, &id.name, name)).collect::<Vec<_>>()
    };
    let mut out = Vec::new();
    match object {
        // The partitions of a table go with it.
        Object::Table(of) => {
            out.extend(of.partition_of.iter().map(|of| ObjectId::table(&of.parent.schema, &of.parent.name)))
        }
        Object::Index(of) => {
            let on = |name: &String| ObjectId::column(&id.schema, &of.table, name);
            out.extend(relation(&of.table));
            out.extend(of.elements.iter().filter_map(|element| match &element.key {
                IndexKey::Column(name) => Some(on(name)),
                IndexKey::Expression(_) => None,
            }));
            out.extend(of.include.iter().map(on));
        }
        Object::Constraint(of) => {
            out.extend(relation(&id.name));
            match &of.rule {
                ConstraintRule::Key(key) => out.extend(columns(&key.columns)),
                ConstraintRule::ForeignKey(key) => out.extend(columns(&key.columns)),
                ConstraintRule::Check { expression, .. } => {
                    out.extend(columns(&super::names::columns_in(schema, &id.schema, &id.name, expression)))
                }
                ConstraintRule::Exclude(_) => {}
            }
        }
        Object::Definition(of) if id.kind == Kind::Statistics => out.extend(of.uses.clone()),
        Object::Default(_) => out.extend([ObjectId::column(&id.schema, &id.name, &id.part)]),
        Object::Sequence(_) => {
            if let Some(Object::OwnedBy(owner)) = schema.get(&id.facet(Facet::OwnedBy)) {
                out.push(ObjectId::column(&owner.schema, &owner.table, &owner.column));
            }
        }
        Object::OwnedBy(_) => out.extend([id.itself()]),
        Object::ReplicaIdentity(_) | Object::ClusterOn(_) => out.extend([id.itself()]),
        Object::Trigger(_) | Object::Rule(_) | Object::Policy(_) => out.extend(relation(&id.name)),
        _ => {}
    }
    out
}
