//! A type that PostgreSQL cannot change in place is rebuilt: the old one steps aside under another name, the new one is
//! made, all columns go over to it, the old one is dropped. Types made of it are rebuilt with it.
//!
//! What else names the type or those columns (views, functions, conditions, defaults) is dropped before and made again
//! after by the planner.

use super::rebuild_values::Values;
use super::user_type::create_sql;
use super::{alter_table, table_of};
use crate::collections::{BTreeMap, BTreeSet};
use crate::dialect::postgres::names::multirange_of;
use crate::dialect::postgres::remade;
use crate::dialect::postgres::render::{ident, literal, relation, text, ty};
use crate::model::{Column, ColumnType, Domain, Kind, Object, ObjectId, QualifiedName, Schema, SqlText};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Verb};
use std::rc::Rc;

/// Whether rows of some table hold values of a type, on their own or inside others.
pub(super) fn is_stored(cx: &Context<'_>, id: &ObjectId) -> bool {
    let uses = uses(cx);
    let column = |user: &ObjectId| user.kind == Kind::Column;
    made_of(cx, &uses, id).iter().any(|of| uses.of(cx.schemas.current, of).into_iter().any(column))
}

/// A type, those made of it and the columns that hold values of them.
pub(super) fn holding(cx: &Context<'_>, id: &ObjectId) -> Vec<ObjectId> {
    let mut out = rebuilt(cx, id);
    let columns = columns(cx, &out);
    out.extend(columns.into_iter().map(|(column, _)| column));
    out
}

/// The steps that rebuild a type; `gone` are labels that the new one lacks.
pub(super) fn rebuild(cx: &Context<'_>, id: &ObjectId, gone: &[&str]) -> Alteration {
    let (steps, disturbed) = steps(cx, id, rebuilt(cx, id), gone);
    Alteration::Rebuilding(steps, disturbed)
}

/// The steps that rebuild types as they are, because something else that they are made of is made anew; and what is
/// disturbed by it.
pub(super) fn over(cx: &Context<'_>, id: &ObjectId, roots: &[ObjectId]) -> (Vec<Step>, Vec<ObjectId>) {
    let mut types: Vec<ObjectId> = Vec::new();
    for of in roots.iter().flat_map(|root| rebuilt(cx, root)) {
        // What is made of several comes after all of them.
        types.retain(|known| *known != of);
        types.push(of);
    }
    match types.is_empty() {
        true => Default::default(),
        false => steps(cx, id, types, &[]),
    }
}

fn steps(cx: &Context<'_>, id: &ObjectId, types: Vec<ObjectId>, gone: &[&str]) -> (Vec<Step>, Vec<ObjectId>) {
    let columns = columns(cx, &types);
    let leaving = leaving(cx, &types);
    let is_range = |of: &ObjectId| matches!(cx.schemas.current.get(of), Some(Object::Range(_)));
    let mut steps: Vec<Step> = leaving.iter().flat_map(|(id, of)| to_text(cx, id, of)).collect();
    steps.extend(match types.iter().any(is_range) {
        true => through_text(cx, id, &types, &columns),
        false => aside(cx, id, &types, &columns, gone),
    });
    let mut disturbed = types;
    disturbed.extend(columns.into_iter().chain(leaving).map(|(column, _)| column));
    (steps, disturbed)
}

/// The old types step aside, the columns go over to the new ones, the old ones are dropped.
fn aside(
    cx: &Context<'_>,
    id: &ObjectId,
    types: &[ObjectId],
    columns: &[(ObjectId, &Column)],
    gone: &[&str],
) -> Vec<Step> {
    let mut steps = Vec::new();
    for of in types {
        let to = ident(&old_name(cx, of));
        steps.push(Step::new(Verb::Rename, of, format!("ALTER {} RENAME TO {to}", named(cx, of))));
    }
    for of in types {
        steps.extend(anew(cx, id, of));
    }
    let values = Values::new(cx, id, types);
    let (ready, done) = values.functions(columns);
    steps.extend(ready);
    for (column, of) in columns {
        steps.extend(convert(cx, column, of, &values.using(column, of), gone));
    }
    steps.extend(done);
    for of in types.iter().rev() {
        let old = ObjectId { name: old_name(cx, of), ..of.clone() };
        let sql = named(cx, of).replacen(&relation(of), &relation(&old), 1);
        let step = Step::new(Verb::Drop, of, format!("DROP {sql}"));
        let lost = if of == id { values.lost() } else { Vec::new() };
        steps.push(match lost.is_empty() {
            true => step,
            false => step.destroys(format!("the values of {} in {of}", lost.join(", "))),
        });
    }
    steps
}

/// A range has functions of its name, which do not step aside with it: its columns are text while there is none.
fn through_text(
    cx: &Context<'_>,
    id: &ObjectId,
    types: &[ObjectId],
    columns: &[(ObjectId, &Column)],
) -> Vec<Step> {
    let mut steps = Vec::new();
    steps.extend(columns.iter().flat_map(|(column, of)| to_text(cx, column, of)));
    for of in types.iter().rev() {
        steps.push(Step::new(Verb::Drop, of, format!("DROP {}", named(cx, of))));
    }
    for of in types {
        steps.extend(anew(cx, id, of));
    }
    for (column, of) in columns {
        let using = format!("{}::{}", ident(&column.part), ty(&of.ty));
        // The default went before; setting it again is the last of these steps.
        let back = convert(cx, column, of, &using, &[]);
        steps.extend(back.into_iter().filter(|step| !step.sql.ends_with(" DROP DEFAULT")));
    }
    steps
}

/// The column as text while its type is not there.
fn to_text(cx: &Context<'_>, column: &ObjectId, of: &Column) -> Vec<Step> {
    let (table, name) = (table_of(column), ident(&column.part));
    let head = alter_table(column);
    let text = if of.ty.array { "text[]" } else { "text" };
    let mut actions = Vec::new();
    let default = cx.schemas.current.column_default(&column.schema, &column.name, &column.part);
    let wanted = cx.schemas.desired.column(&column.schema, &column.name, &column.part);
    let went =
        |text: &SqlText| wanted.is_some_and(|to| super::default_in_the_way(Pair::new(of, to), &text.text));
    if default.is_some_and(|text| !went(text)) {
        actions.push("DROP DEFAULT".to_owned());
    }
    actions.push(format!("TYPE {text} USING {name}::{text}"));
    let step = |action| {
        let action = format!("ALTER COLUMN {name} {action}");
        Step::action(Verb::Alter, column, &head, action).lock("ACCESS EXCLUSIVE", &table).rewrites(&table)
    };
    actions.into_iter().map(step).collect()
}

/// A type as it is to be, with what is said of it; what is made of it as it is, for it has its own steps to become
/// something else: a domain that is to change has given up what will differ.
fn anew(cx: &Context<'_>, root: &ObjectId, of: &ObjectId) -> Vec<Step> {
    let sides = Pair::new(cx.schemas.current.get(of), cx.schemas.desired.get(of));
    let bare = match (sides.current, sides.desired) {
        (Some(Object::Domain(from)), Some(Object::Domain(to))) if of != root && from != to => {
            let pair = Pair::new(from, to);
            (!changes_base(pair)).then(|| Object::Domain(super::domain::bare(cx, pair)))
        }
        _ => None,
    };
    let whole = if of == root { sides.desired } else { sides.current };
    let Some(object) = bare.as_ref().or(whole) else { return Vec::new() };
    let sql = create_sql(of, object);
    let mut steps: Vec<_> = sql.map(|sql| Step::new(Verb::Create, of, sql)).into_iter().collect();
    steps.extend(labels(cx, of, object));
    steps
}

/// Whether a domain is to be made of something else.
pub(super) fn changes_base(pair: Pair<&Domain>) -> bool {
    (&pair.current.base, &pair.current.collation) != (&pair.desired.base, &pair.desired.collation)
}

/// `TYPE mood`, `DOMAIN email`.
fn named(cx: &Context<'_>, id: &ObjectId) -> String {
    let word = if matches!(cx.schemas.current.get(id), Some(Object::Domain(_))) { "DOMAIN" } else { "TYPE" };
    format!("{word} {}", relation(id))
}

/// A name that is free on both sides.
pub(super) fn old_name(cx: &Context<'_>, id: &ObjectId) -> String {
    let taken = |name: &str| {
        let of = ObjectId { name: name.to_owned(), ..id.clone() };
        [cx.schemas.current, cx.schemas.desired]
            .iter()
            .any(|schema| schema.contains(&of) || schema.relation(&of.schema, name).is_some())
    };
    let mut stem = id.name.as_str();
    while stem.len() > 55 {
        stem = stem.char_indices().next_back().map_or("", |(at, _)| &stem[..at]);
    }
    let mut name = format!("{stem}_old");
    let mut number = 1;
    while taken(&name) {
        number += 1;
        name = format!("{stem}_old{number}");
    }
    name
}

/// Comment, owner and privileges of a type that is rebuilt come back with it.
pub(super) fn labels(cx: &Context<'_>, id: &ObjectId, made: &Object) -> Vec<Step> {
    let mut steps = Vec::new();
    for facet in cx.schemas.desired.labels(id) {
        let Some(object) = cx.schemas.desired.get(facet) else { continue };
        let there = match made {
            Object::Domain(of) => facet.part.is_empty() || of.checks.iter().any(|c| c.name == facet.part),
            _ => true,
        };
        // What differs has a step of its own.
        let same = cx.schemas.current.get(facet) == Some(object);
        let made = match object {
            Object::Owner(_) | Object::Comment(_) | Object::Grant(_) => {
                (same && there).then(|| super::create(cx, facet, object)).flatten()
            }
            _ => None,
        };
        steps.extend(made.unwrap_or_default());
    }
    steps
}

/// The type and the types made of it that stay, each after what it is made of. One that goes stays until then where
/// columns of it become what the type has to be there for.
fn rebuilt(cx: &Context<'_>, id: &ObjectId) -> Vec<ObjectId> {
    let uses = uses(cx);
    let awaited = |of: &ObjectId| {
        uses.of(cx.schemas.current, of).into_iter().filter(|user| user.kind == Kind::Column).any(|column| {
            let wanted = cx.schemas.desired.column(&column.schema, &column.name, &column.part);
            wanted.is_some_and(|to| needs_any(cx.schemas.desired, &to.ty, std::slice::from_ref(id)))
        })
    };
    let mut all = made_of(cx, &uses, id);
    all.retain(|of| cx.schemas.desired.contains(of) || awaited(of));
    all
}

/// A type and all that are made of it, in the order in which they can be made.
fn made_of(cx: &Context<'_>, uses: &Uses, id: &ObjectId) -> Vec<ObjectId> {
    let mut out = vec![id.clone()];
    let mut seen: BTreeSet<ObjectId> = out.iter().cloned().collect();
    let mut at = 0;
    while let Some(of) = out.get(at).cloned() {
        at += 1;
        for other in uses.of(cx.schemas.current, &of).into_iter().filter(|user| user.kind == Kind::Type) {
            if !seen.insert(other.clone()) {
                // It is made of a later one too: it has to come after that.
                out.retain(|known| known != other);
                at = at.min(out.len());
            }
            if out.len() < 10_000 {
                out.push(other.clone());
            }
        }
    }
    out
}

/// Whether a type is the one of an id, or comes with it as a range's multirange does.
pub fn is_of(schema: &Schema, ty: &ColumnType, id: &ObjectId) -> bool {
    let multirange = || match schema.get(id) {
        Some(Object::Range(of)) => multirange_of(of, &id.name) == ty.name,
        _ => false,
    };
    ty.schema == id.schema && (ty.name == id.name || multirange())
}

/// The columns and types of the current schema that are made of a type, by its schema and name.
struct Uses(BTreeMap<(String, String), Vec<ObjectId>>);

impl Uses {
    /// Who is made of a type, or of what comes with it, in the order of their ids.
    fn of(&self, schema: &Schema, id: &ObjectId) -> BTreeSet<&ObjectId> {
        let multirange = match schema.get(id) {
            Some(Object::Range(of)) => Some(multirange_of(of, &id.name)),
            _ => None,
        };
        let names = multirange.into_iter().chain([id.name.clone()]);
        names.filter_map(|name| self.0.get(&(id.schema.clone(), name))).flatten().collect()
    }
}

fn uses(cx: &Context<'_>) -> Rc<Uses> {
    cx.memo.get(|| {
        let mut out: BTreeMap<(String, String), Vec<ObjectId>> = BTreeMap::new();
        for (id, object) in &cx.schemas.current.objects {
            let types: Vec<&ColumnType> = match object {
                Object::Column(column) => vec![&column.ty],
                Object::Domain(domain) => vec![&domain.base],
                Object::Range(range) => vec![&range.subtype],
                Object::Composite(composite) => composite.attributes.iter().map(|a| &a.ty).collect(),
                _ => continue,
            };
            for ty in types.into_iter().filter(|ty| !ty.schema.is_empty()) {
                out.entry((ty.schema.clone(), ty.name.clone())).or_default().push(id.clone());
            }
        }
        Uses(out)
    })
}

/// The columns that leave these types for one that changes too: others may go the other way, so that none of the types
/// could be the first to be rebuilt if these columns waited for theirs.
fn leaving<'a>(cx: &Context<'a>, types: &[ObjectId]) -> Vec<(ObjectId, &'a Column)> {
    let (current, desired) = (cx.schemas.current, cx.schemas.desired);
    let changed = cx.memo.get(|| {
        let types = current.objects.iter().filter(|(id, _)| id.kind == Kind::Type && id.facet.is_itself());
        let changes = |(id, from): &(&ObjectId, &Object)| match (from, desired.get(id)) {
            (Object::Enum(from), Some(Object::Enum(to))) => !remade::only_adds(from, to),
            (from, to) => to.is_some_and(|to| *from != to),
        };
        Changed(types.filter(changes).map(|(id, _)| id.clone()).collect())
    });
    let goes = |to: &Column| !needs_any(desired, &to.ty, types) && needs_any(desired, &to.ty, &changed.0);
    holders(cx, types, goes)
}

/// The types that are there on both sides and differ in more than what is added.
struct Changed(Vec<ObjectId>);

/// The columns that hold values of these types and can become what they are to be only when those are rebuilt. The others
/// are done with them before.
fn columns<'a>(cx: &Context<'a>, types: &[ObjectId]) -> Vec<(ObjectId, &'a Column)> {
    holders(cx, types, |to| needs_any(cx.schemas.desired, &to.ty, types))
}

/// The columns that hold values of these types and are to be of some kind.
fn holders<'a>(
    cx: &Context<'a>,
    types: &[ObjectId],
    is_wanted: impl Fn(&Column) -> bool,
) -> Vec<(ObjectId, &'a Column)> {
    let mut out = Vec::new();
    let uses = uses(cx);
    let users: BTreeSet<&ObjectId> = types.iter().flat_map(|of| uses.of(cx.schemas.current, of)).collect();
    for id in users {
        let Some(Object::Column(column)) = cx.schemas.current.get(id) else { continue };
        let wanted = cx.schemas.desired.column(&id.schema, &id.name, &id.part);
        let stays = wanted.is_some_and(&is_wanted);
        let remade = || remade::table(cx.schemas, &QualifiedName::new(&*id.schema, &*id.name));
        if stays && !remade() && column.generated.is_none() && !is_inherited(cx.schemas.current, id, column) {
            out.push((id.clone(), column));
        }
    }
    out
}

/// Whether a type is one of some, or made of one.
pub(super) fn needs_any(schema: &Schema, ty: &ColumnType, types: &[ObjectId]) -> bool {
    let mut waiting = vec![ty];
    let mut seen = BTreeSet::new();
    while let Some(ty) = waiting.pop() {
        if types.iter().any(|of| is_of(schema, ty, of)) {
            return true;
        }
        if !seen.insert((&ty.schema, &ty.name)) {
            continue;
        }
        match schema.get(&ObjectId::new(Kind::Type, &ty.schema, &ty.name)) {
            Some(Object::Domain(of)) => waiting.push(&of.base),
            Some(Object::Range(of)) => waiting.push(&of.subtype),
            Some(Object::Composite(of)) => waiting.extend(of.attributes.iter().map(|of| &of.ty)),
            _ => {}
        }
    }
    false
}

/// Whether the column of a parent takes this one along.
pub(super) fn is_inherited(schema: &Schema, id: &ObjectId, column: &Column) -> bool {
    let parents = schema.table(&id.schema, &id.name).map(|table| {
        table.inherits.iter().chain(table.partition_of.iter().map(|of| &of.parent)).collect::<Vec<_>>()
    });
    column.inherited
        || parents.into_iter().flatten().any(|of| schema.column(&of.schema, &of.name, &id.part).is_some())
}

/// The column's way to the new type, its default out of the way.
fn convert(cx: &Context<'_>, id: &ObjectId, column: &Column, using: &str, gone: &[&str]) -> Vec<Step> {
    let table = table_of(id);
    let name = ident(&id.part);
    let head = alter_table(id);
    let action = |what: String| {
        let step = Step::action(Verb::Alter, id, &head, format!("ALTER COLUMN {name} {what}"));
        step.lock("ACCESS EXCLUSIVE", &table)
    };
    let to = ty(&column.ty);
    let mut step = action(format!("TYPE {to} USING {using}")).rewrites(&table).raise(Severity::High);
    if !gone.is_empty() {
        let labels = gone.iter().map(|label| literal(label)).collect::<Vec<_>>().join(", ");
        step = step.hazard("fails-on-values", format!("fails if {id} holds {labels}"));
    }
    let default = |schema: &Schema| schema.column_default(&id.schema, &id.name, &id.part).cloned();
    let defaults = Pair::new(default(cx.schemas.current), default(cx.schemas.desired));
    let Some(old) = defaults.current else { return vec![step] };
    let mut steps = vec![action("DROP DEFAULT".into()), step];
    // One that changes has a step of its own.
    if defaults.desired.as_ref() == Some(&old) {
        steps.push(action(format!("SET DEFAULT {}", text(&old))));
    }
    steps
}
