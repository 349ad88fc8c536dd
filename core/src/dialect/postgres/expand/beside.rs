//! Indexes that are built beside the traffic under a name of their own and then take a place that another has until then:
//! what was there guards rows and serves queries until the very moment. What a run that was cut off left ready is taken
//! as it is.

use super::{alter_table, online, table_of};
use crate::collections::BTreeSet;
use crate::dialect::postgres::names::object_name;
use crate::dialect::postgres::render::{constraint, ident, index, label, name, relation};
use crate::dialect::postgres::taken;
use crate::model::{
    Constraint, ConstraintRule, Facet, Index, IndexElement, IndexKey, Key, Kind, Object, ObjectId, Schema,
};
use crate::plan::rules::Context;
use crate::plan::{Step, Transactional, Verb};

/// The names that both sides have together.
struct Names(BTreeSet<(String, String)>);

/// The names of the current side, for which something else has to make way.
struct CurrentNames(BTreeSet<(String, String)>);

fn is_free(cx: &Context<'_>, schema: &str, name: &str) -> bool {
    let names = cx.memo.get(|| {
        let mut names = taken::relation_names(cx.schemas.current);
        names.extend(taken::relation_names(cx.schemas.desired));
        Names(names)
    });
    !names.0.contains(&(schema.to_owned(), name.to_owned()))
}

fn is_there(cx: &Context<'_>, schema: &str, name: &str) -> bool {
    let names = cx.memo.get(|| CurrentNames(taken::relation_names(cx.schemas.current)));
    names.0.contains(&(schema.to_owned(), name.to_owned()))
}

/// A name that nothing has, from another and a word.
pub(super) fn free_name(cx: &Context<'_>, schema: &str, of: &str, word: &str) -> String {
    let numbered = (1..).map(|number| match number {
        1 => object_name(of, "", word),
        _ => object_name(of, "", &format!("{word}{number}")),
    });
    numbered.take(1_000).find(|name| is_free(cx, schema, name)).unwrap_or_else(|| object_name(of, "", word))
}

/// How an index that is wanted under a name comes to be.
enum Way {
    /// It is there, under this name, and nobody wants it by that name.
    There(String),
    /// It is built under this name.
    Built(String),
}

impl Way {
    fn name(&self) -> &str {
        match self {
            Way::There(name) | Way::Built(name) => name,
        }
    }
}

/// How an index named `id.name` comes to be; `takes_over` if one of its very name may become it.
fn way(cx: &Context<'_>, id: &ObjectId, of: &Index, takes_over: bool) -> Way {
    let ready = |name: &str| {
        let there = ObjectId::new(Kind::Index, &id.schema, name);
        let same =
            matches!(cx.schemas.current.get(&there), Some(Object::Index(index)) if same_build(index, of));
        same && !cx.schemas.desired.contains(&there)
    };
    let beside = object_name(&id.name, "", "new");
    match () {
        () if takes_over && ready(&id.name) => Way::There(id.name.clone()),
        () if ready(&beside) => Way::There(beside),
        () if is_there(cx, &id.schema, &id.name) => Way::Built(free_name(cx, &id.schema, &id.name, "new")),
        () => Way::Built(id.name.clone()),
    }
}

fn same_build(a: &Index, b: &Index) -> bool {
    let bare = |of: &Index| Index { statistics: Default::default(), ..of.clone() };
    bare(a) == bare(b)
}

/// The step that builds an index, if it has to be built.
fn build(cx: &Context<'_>, id: &ObjectId, of: &Index, way: &Way) -> Option<Step> {
    let Way::Built(named) = way else { return None };
    let table = online::on(cx, id, of);
    let own = ObjectId::new(Kind::Index, &id.schema, named);
    let mut step = Step::new(Verb::Create, id, index::create(&own, of, true))
        .scans(&table)
        .lock("SHARE UPDATE EXCLUSIVE", &table)
        .transactional(Transactional::No)
        .hazard("leaves-invalid-index", "if it fails, an invalid index stays that has to be dropped");
    if of.unique {
        let text = format!("fails if rows of {table} are equal in the index's key");
        step = step.hazard("fails-on-duplicates", text);
    }
    Some(step)
}

fn rename(id: &ObjectId, from: &str, to: &str) -> Step {
    let sql = format!("ALTER INDEX {} RENAME TO {}", name(&id.schema, from), ident(to));
    Step::new(Verb::Rename, id, sql).lock("SHARE UPDATE EXCLUSIVE", id)
}

/// A new index; where its name is another's until then, it takes it over.
pub(super) fn created(cx: &Context<'_>, id: &ObjectId, of: &Index) -> Vec<Step> {
    let way = way(cx, id, of, false);
    let mut steps: Vec<Step> = build(cx, id, of, &way).into_iter().collect();
    if way.name() != id.name {
        steps.push(rename(id, way.name(), &id.name));
    }
    steps
}

/// An index that changes: the new one takes the old one's place, which is dropped after that.
pub(super) fn replaced(cx: &Context<'_>, id: &ObjectId, of: &Index) -> Vec<Step> {
    let way = way(cx, id, of, false);
    let old = free_name(cx, &id.schema, &id.name, "old");
    let mut steps: Vec<Step> = build(cx, id, of, &way).into_iter().collect();
    steps.push(rename(id, &id.name, &old));
    steps.push(rename(id, way.name(), &id.name));
    if let Some(Object::Comment(text)) = cx.schemas.desired.get(&id.facet(Facet::Comment)) {
        let sql = label::comment(cx.schemas.desired, &id.facet(Facet::Comment), Some(text));
        steps.push(Step::new(Verb::Alter, id, sql));
    }
    let old = ObjectId::new(Kind::Index, &id.schema, old);
    let drop = Step::new(Verb::Drop, id, format!("DROP INDEX CONCURRENTLY {}", relation(&old)));
    let drop = drop.lock("SHARE UPDATE EXCLUSIVE", &online::on(cx, id, of));
    steps.push(drop.transactional(Transactional::No));
    steps
}

/// A key: its index is built, then becomes the key's, by its name too.
pub(super) fn key(cx: &Context<'_>, id: &ObjectId, of: &Constraint, key: &Key) -> Vec<Step> {
    let index = index_of(id, key);
    let own = ObjectId::new(Kind::Index, &id.schema, &id.part);
    let way = way(cx, &own, &index, true);
    let mut steps: Vec<Step> = build(cx, &own, &index, &way).into_iter().collect();
    steps.iter_mut().for_each(|step| step.object = id.clone());
    let word = if key.primary { "PRIMARY KEY" } else { "UNIQUE" };
    let (own, built, timing) = (ident(&id.part), ident(way.name()), constraint::timing(of));
    let action = format!("ADD CONSTRAINT {own} {word} USING INDEX {built}{timing}");
    steps.push(
        Step::action(Verb::Create, id, &alter_table(id), action).lock("ACCESS EXCLUSIVE", &table_of(id)),
    );
    steps
}

/// The index that makes a key.
fn index_of(id: &ObjectId, key: &Key) -> Index {
    let element =
        |column: &String| IndexElement { key: IndexKey::Column(column.clone()), ..IndexElement::default() };
    Index {
        table: id.name.clone(),
        unique: true,
        method: "btree".into(),
        elements: key.columns.iter().map(element).collect(),
        include: key.include.clone(),
        nulls_not_distinct: key.nulls_not_distinct,
        parameters: key.parameters.clone(),
        tablespace: key.tablespace.clone(),
        ..Index::default()
    }
}

/// Whether an index that is there under a name that nobody wants becomes what is wanted under another.
pub(super) fn is_taken_over(cx: &Context<'_>, id: &ObjectId, of: &Index) -> bool {
    let becomes = |own: ObjectId, index: &Index, takes_over| matches!(way(cx, &own, index, takes_over), Way::There(name) if name == id.name);
    let base = id.name.strip_suffix("_new");
    let desired: &Schema = cx.schemas.desired;
    let keys = desired.constraints(&id.schema, &of.table).any(|(name, constraint)| match &constraint.rule {
        ConstraintRule::Key(key) if (name == id.name || base.is_some()) => {
            let constraint_id = ObjectId::part(Kind::Constraint, &id.schema, &of.table, name);
            let own = ObjectId::new(Kind::Index, &id.schema, name);
            let made = cx.schemas.current.get(&constraint_id) != desired.get(&constraint_id);
            made && online::builds_key(cx, &constraint_id, key)
                && becomes(own, &index_of(&constraint_id, key), true)
        }
        _ => false,
    });
    let renamed = || {
        let own = ObjectId::new(Kind::Index, &id.schema, base?);
        match desired.get(&own)? {
            Object::Index(index) if cx.schemas.current.get(&own) != desired.get(&own) => {
                Some(online::builds_index(cx, &own, index) && becomes(own.clone(), index, false))
            }
            _ => None,
        }
    };
    keys || renamed().unwrap_or_default()
}
