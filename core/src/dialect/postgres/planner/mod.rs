//! PostgreSQL's part in planning: what `plan/` asks of a dialect.

mod body_path;
mod clean_up;
#[cfg(test)]
mod consent_tests;
mod folding;
mod place;
mod yielding;

use super::{
    canon, depend, expand, extension_path, implied, lineage, persistence, qualify, remade, rename, render,
    settle, taken,
};
use crate::collections::BTreeSet;
use crate::diagnostic::{Diagnostic, Level};
use crate::model::*;
use crate::options::Options;
use crate::pair::Pair;
use crate::plan::consent::{self, Consent, Consented};
use crate::plan::rules::{Alteration, Context, Dependency, Disturbance, Fold, Place, Rules, Yielding};
use crate::plan::{ChangeType, Plan, Shape, Step, plan_with};
use persistence::Switches;
use std::borrow::Cow;
use std::rc::Rc;

pub use clean_up::clean_up;

/// The plan that takes one PostgreSQL schema to another.
pub fn plan(pair: Pair<&Schema>, options: &Options) -> Plan {
    let sides = implied::schemas(pair);
    let pair = Pair::new(sides.current.as_ref(), sides.desired.as_ref());
    let rename::Renamed { mut current, steps, diagnostics, .. } = rename::renamed(pair, options);
    if !options.answers.is_empty() {
        settle::settle(current.to_mut(), pair.desired, &options.answers);
    }
    let (changes, mut notes) = canon::schema::changes(Pair::new(&current, pair.desired));
    notes.retain(|(id, _)| !options.answers.contains_key(id));
    if !changes.is_empty() {
        canon::schema::apply(current.to_mut(), changes);
    }
    let told = |(id, why): (ObjectId, String)| Diagnostic {
        level: Level::Warning,
        code: "undecided".into(),
        message: format!("whether {id} has changed cannot be told: {why}; it is taken to have"),
        span: None,
        also: None,
        help: None,
    };
    let notes = notes.into_iter().map(told);
    if super::managed::is_alike(Pair::new(&current, pair.desired)) {
        let mut plan = Plan { diagnostics: notes.chain(diagnostics).collect(), ..Plan::default() };
        plan.begin_with(ChangeType::Rename, steps);
        return at_rest(plan);
    }
    let mut desired = Cow::Borrowed(pair.desired);
    for (id, object) in canon::schema::spelled_out(Pair::new(&current, pair.desired)) {
        // What was equal stays equal.
        if current.get(&id) == pair.desired.get(&id) {
            canon::schema::apply(current.to_mut(), vec![(id.clone(), object.clone())]);
        }
        canon::schema::apply(desired.to_mut(), vec![(id, object)]);
    }
    let both = qualify::qualified(Pair::new(current.as_ref(), desired.as_ref()));
    let pair = Pair::new(both.current.as_ref(), both.desired.as_ref());
    let sides = super::managed::managed(pair, options);
    let family = lineage::lineage(Pair::new(&sides.current, &sides.desired));
    // Rows of a table that leaves its parent and comes back are not seen there meanwhile: so nothing commits on the way.
    let comes_back =
        |left: &Step| family.last.iter().any(|step| step.object == left.object && step.sql != left.sql);
    let at_once =
        Options { online: options.online && !family.first.iter().any(comes_back), ..options.clone() };
    let mut plan = plan_with(&Postgres, Pair::new(&family.current, &family.desired), &at_once);
    plan.diagnostics.extend(notes);
    if plan.is_destructive() {
        plan.diagnostics.extend(rename::suggestions(pair));
    }
    plan.diagnostics.extend(diagnostics);
    plan.begin_once_committed(ChangeType::Alter, family.first);
    plan.begin_with(ChangeType::Rename, steps);
    plan.end_with(ChangeType::Alter, family.last);
    at_rest(plan)
}

/// Where nothing else is to be done, a rename has been done most likely, and a plan has to come to rest.
fn at_rest(mut plan: Plan) -> Plan {
    if plan.transactions.is_empty() {
        plan.diagnostics.retain(|diagnostic| diagnostic.code != rename::UNDECIDED);
    }
    plan
}

/// The plan as far as the user agrees to what it destroys.
pub fn plan_consented<'a>(pair: Pair<&'a Schema>, options: &Options, consent: &Consent) -> Consented<'a> {
    let current = rename::renamed(pair, options).current;
    let make = |desired: &Schema| plan(Pair::new(pair.current, desired), options);
    consent::consented(&Postgres, &current, pair.desired, consent, &make)
}

/// The plan of the way back: what the way there renames gets its old name.
pub fn plan_back(pair: Pair<&Schema>, options: &Options) -> Plan {
    let directives =
        rename::renamed(pair, options).map.into_iter().map(|(old, new)| (old, vec![rename::written(&new)]));
    let options = Options { renames: Vec::new(), directives: directives.collect(), ..options.clone() };
    plan(pair.swap(), &options)
}

/// PostgreSQL.
#[derive(Clone, Copy, Debug)]
struct Postgres;

impl Rules for Postgres {
    fn create(&self, cx: &Context<'_>, id: &ObjectId, object: &Object) -> Option<Vec<Step>> {
        let mut steps = expand::create(cx, id, object)?;
        settings(cx.schemas.desired, object, &mut steps);
        Some(steps)
    }

    fn overlooking(&self, object: &Object) -> Option<&'static str> {
        matches!(object, Object::Routine(_)).then_some(UNCHECKED)
    }

    fn drop(&self, cx: &Context<'_>, id: &ObjectId, object: &Object) -> Option<Vec<Step>> {
        expand::drop(cx, id, object)
    }

    fn alter(&self, cx: &Context<'_>, id: &ObjectId, objects: Pair<&Object>) -> Option<Alteration> {
        let mut alteration = expand::alter(cx, id, objects)?;
        if let Alteration::InPlace(steps) | Alteration::Adding(steps) | Alteration::Disturbing(steps, _) =
            &mut alteration
        {
            settings(cx.schemas.desired, objects.desired, steps);
        }
        Some(alteration)
    }

    fn made_anew(&self, cx: &Context<'_>) -> Vec<ObjectId> {
        let switches = switches(cx);
        remade::tables(cx.schemas).chain(switches.in_the_way.iter().cloned()).collect()
    }

    fn waits_for(&self, cx: &Context<'_>, id: &ObjectId) -> Vec<Dependency> {
        let switches = switches(cx);
        switches.before(id).map(|on| Dependency::hard(on.clone(), persistence::REASON)).collect()
    }

    fn dependencies(&self, schema: &Schema, id: &ObjectId, object: &Object) -> Vec<Dependency> {
        depend::dependencies(schema, id, object)
    }

    fn yields(&self, cx: &Context<'_>, dependent: &ObjectId, on: &ObjectId, how: Disturbance) -> bool {
        yielding::yields(cx, dependent, on, how)
    }

    fn gives_up(
        &self,
        cx: &Context<'_>,
        dependent: &ObjectId,
        on: &ObjectId,
        how: Disturbance,
    ) -> Option<Yielding> {
        expand::gives_up(cx, dependent, on, how)
    }

    fn slots(&self, id: &ObjectId, object: &Object) -> Vec<String> {
        taken::slots(id, object)
    }

    fn guards(&self, object: &Object) -> bool {
        match object {
            Object::Constraint(_) | Object::Trigger(_) | Object::Policy(_) => true,
            Object::Index(of) => of.unique,
            _ => false,
        }
    }

    fn rooms(&self, cx: &Context<'_>, id: &ObjectId, object: &Object, made: bool) -> Vec<String> {
        place::rooms(cx, id, object, made)
    }

    fn place(&self, schema: &Schema, id: &ObjectId) -> Place {
        place::place(schema, id)
    }

    fn folds(&self, cx: &Context<'_>, parent: &ObjectId, child: &ObjectId, object: &Object) -> Fold {
        folding::folds(cx, parent, child, object)
    }

    fn goes_with(&self, schema: &Schema, id: &ObjectId, object: &Object) -> Vec<ObjectId> {
        folding::goes_with(schema, id, object)
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

fn switches(cx: &Context<'_>) -> Rc<Switches> {
    cx.memo.get(|| Switches::of(cx.schemas))
}

/// Under this, the server takes bodies as they are, as pg_dump asks it to.
const UNCHECKED: &str = "SET LOCAL check_function_bodies = false";

/// What has to hold in the session for the steps that make or change an object: schemas of extensions on the search path,
/// and for a body in SQL that reads what a session would not find, the check put off.
fn settings(desired: &Schema, object: &Object, steps: &mut [Step]) {
    let mut path = Vec::new();
    if extension_path::is_needed(desired) {
        let mut copy = object.clone();
        copy.for_texts(&mut |text| path.extend(text.path.iter().filter(|on| *on != "public").cloned()));
        match object {
            Object::Index(index) => path.extend(extension_path::of_opclasses(desired, index)),
            Object::Constraint(Constraint { rule: ConstraintRule::Exclude(of), .. }) => {
                path.extend(extension_path::of_opclasses(desired, &of.index));
            }
            _ => {}
        }
    }
    path.extend(body_path::of_called(desired, object));
    if !path.is_empty() {
        let mut seen = BTreeSet::new();
        path.retain(|schema| seen.insert(schema.clone()));
        let path =
            format!("SET LOCAL search_path = {}", render::idents(["public".to_owned()].iter().chain(&path)));
        steps.iter_mut().for_each(|step| step.settings.push(path.clone().into()));
    }
    if is_unchecked(desired, object) {
        steps.iter_mut().for_each(|step| step.settings.push(UNCHECKED.into()));
    }
}

/// Whether a body in SQL reads what a session would not find.
fn is_unchecked(desired: &Schema, object: &Object) -> bool {
    let Object::Routine(of) = object else { return false };
    let RoutineBody::Text(body) = &of.body else { return false };
    let path = of.settings.get("search_path").map_or("public", String::as_str);
    let path: Vec<String> = path.split(", ").map(|name| name.trim_matches('"').to_owned()).collect();
    of.language == "sql"
        && (extension_path::is_out_of_reach(desired, body, &path)
            || qualify::names_unknown_relation(desired, body, path))
}
