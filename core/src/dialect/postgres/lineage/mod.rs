//! Partitions and inheritance, seen before the planner looks: what a parent's change does to its children by itself is
//! taken as done, so that it is never planned twice; a table that leaves its parent does so first, and one that joins
//! does so last, so that everything between the two is planned as for tables of their own.
//!
//! How each change is made is `expand/`'s business; who is a child of whom, and what follows from it, is decided here.

mod family;
mod inherited;
mod moving;
mod rebuild;
mod references;
mod room;
mod subsume;
mod typed;

use super::remade;
use super::render::{ident, label, qualified, text};
use crate::collections::BTreeSet;
use crate::model::{Index, Kind, Object, ObjectId, QualifiedName, Schema, Table};
use crate::pair::Pair;
use crate::plan::{Step, Verb};
use family::Family;
use std::borrow::Cow;

pub(super) use inherited::column as as_child_has_it;

/// Both sides as the planner shall see them, and the steps around what it plans.
pub struct Lineage<'a> {
    /// What is there once the first steps are done and the parents have changed.
    pub current: Cow<'a, Schema>,
    /// What is wanted before the last steps.
    pub desired: Cow<'a, Schema>,
    /// Tables that leave their parents.
    pub first: Vec<Step>,
    /// Tables that join a parent; names that the server would choose otherwise.
    pub last: Vec<Step>,
}

/// Takes the families of both sides apart as far as they change.
pub fn lineage<'a>(pair: Pair<&'a Schema>) -> Lineage<'a> {
    let families = pair.map(Family::of);
    let mut out = Lineage {
        current: Cow::Borrowed(pair.current),
        desired: Cow::Borrowed(pair.desired),
        first: Vec::new(),
        last: Vec::new(),
    };
    let partitioned = |schema: &Schema| tables(schema).any(|(_, table)| table.partition_by.is_some());
    let none = families.current.is_empty() && families.desired.is_empty();
    if none
        && !partitioned(pair.current)
        && !partitioned(pair.desired)
        && !typed::any(pair.current)
        && !typed::any(pair.desired)
    {
        return out;
    }
    let (current, desired) = (Cow::Borrowed(pair.current), Cow::Borrowed(pair.desired));
    let mut work = Work { pair, families, current, desired, out: &mut out, making_room: Default::default() };
    work.making_room = room::making(&work);
    let keys = references::set_aside(&mut work);
    work.leave();
    work.join();
    references::take_back(&mut work, keys);
    typed::step_out(&mut work);
    rebuild::rebuild(&mut work);
    subsume::subsume(&mut work);
    let Work { current, desired, .. } = work;
    (out.current, out.desired) = (current, desired);
    out
}

/// The state of the work.
struct Work<'a, 'o> {
    pair: Pair<&'a Schema>,
    families: Pair<Family>,
    current: Cow<'a, Schema>,
    desired: Cow<'a, Schema>,
    out: &'o mut Lineage<'a>,
    /// Default partitions that leave until their rows are where they belong.
    making_room: BTreeSet<QualifiedName>,
}

impl Work<'_, '_> {
    /// Tables that stay, but not with all their parents.
    fn leave(&mut self) {
        for (name, table) in tables(self.pair.current) {
            if parents(table).next().is_none() || !stays(self.pair, &name) {
                continue;
            }
            for parent in parents(table).cloned().collect::<Vec<_>>() {
                if !self.keeps(&name, &parent) {
                    let step = match &table.partition_of {
                        Some(_) => {
                            self.step(&parent, &name, format!("DETACH PARTITION {}", qualified(&name)))
                        }
                        None => self.step(&name, &name, format!("NO INHERIT {}", qualified(&parent))),
                    };
                    self.out.first.push(step);
                    inherited::part(self.current.to_mut(), &self.families.current, &name, &parent);
                }
            }
        }
    }

    /// Tables that get a parent they have not had; new partitions that the server would make otherwise than wanted.
    fn join(&mut self) {
        // Rows move when the others are there to take them.
        let mut moves = Vec::new();
        for (name, table) in tables(self.pair.desired) {
            let there = stays(self.pair, &name);
            for parent in parents(table).cloned().collect::<Vec<_>>() {
                let join = match &table.partition_of {
                    Some(of) if !there => {
                        let made = inherited::as_made(self.pair.desired, &self.families.desired, &name);
                        (!made).then(|| text(&of.bound).to_owned())
                    }
                    Some(of) => (!self.keeps(&name, &parent)).then(|| text(&of.bound).to_owned()),
                    None => (there && !self.keeps(&name, &parent)).then(String::new),
                };
                let Some(bound) = join else { continue };
                let step = match &table.partition_of {
                    Some(_) => {
                        let action = format!("ATTACH PARTITION {} {bound}", qualified(&name));
                        let step = self.step(&parent, &name, action);
                        match there {
                            true => step.hazard(
                                "fails-on-rows",
                                "fails if a row of the table is outside the partition's bounds",
                            ),
                            false => step,
                        }
                    }
                    None => self.step(&name, &name, format!("INHERIT {}", qualified(&parent))),
                };
                self.equal_indexes(&name);
                match moving::outside(self, &name) {
                    Some(rows) => moves.push((rows, step)),
                    None => self.out.last.push(step),
                }
                inherited::part(self.desired.to_mut(), &self.families.desired, &name, &parent);
            }
        }
        self.out.last.extend(moving::steps(moves));
    }

    /// Indexes of a partition that differ in nothing but their names are matched with their parents' in the order in
    /// which they were made: they are made in that order, right before the partition joins.
    fn equal_indexes(&mut self, child: &QualifiedName) {
        let mut attached = self.families.desired.indexes(&self.desired, child);
        attached.retain(|(id, index)| index.parent.is_some() && !self.pair.current.contains(id));
        attached.sort_by(|(_, a), (_, b)| a.parent.cmp(&b.parent));
        // The server looks neither at the order nor at the storage when it compares.
        let plain = |index: &Index| {
            let mut plain = Index { parent: None, tablespace: None, ..index.clone() };
            plain.parameters.clear();
            plain.statistics.clear();
            for element in &mut plain.elements {
                (element.descending, element.nulls_first) = (false, false);
            }
            plain
        };
        for (at, (id, index)) in attached.iter().enumerate() {
            let twin =
                |(other, (_, twin)): (usize, &(ObjectId, Index))| other != at && plain(twin) == plain(index);
            if attached.iter().enumerate().any(twin) {
                let table = ObjectId::table(&*child.schema, &*child.name);
                let sql = super::render::index::create(id, index, false);
                self.put_last(id, Step::new(Verb::Create, id, sql).lock("SHARE", &table).scans(&table));
            }
        }
    }

    /// Makes an object as a last step, with what is said of it.
    fn put_last(&mut self, id: &ObjectId, create: Step) {
        self.out.last.push(create);
        for (facet, object) in self.pair.desired.facets(id) {
            if let Object::Comment(text) = object {
                let sql = label::comment(self.pair.desired, facet, Some(text));
                self.out.last.push(Step::new(Verb::Alter, facet, sql));
            }
        }
        subsume::forget(self.desired.to_mut(), id);
    }

    fn step(&self, altered: &QualifiedName, about: &QualifiedName, action: String) -> Step {
        let id = |name: &QualifiedName| ObjectId::table(&name.schema, &name.name);
        let head = format!("ALTER TABLE {}", qualified(altered));
        let step = Step::new(Verb::Alter, &id(about), format!("{head} {action}"));
        step.lock("ACCESS EXCLUSIVE", &id(about)).lock("ACCESS EXCLUSIVE", &id(altered))
    }

    /// Whether a table stays with a parent as it is: the same bounds, nothing that would tear them apart.
    fn keeps(&self, child: &QualifiedName, parent: &QualifiedName) -> bool {
        let find = |schema: &Schema| {
            let table = schema.table(&child.schema, &child.name)?;
            let partition = table.partition_of.clone().filter(|of| of.parent == *parent);
            (partition.is_some() || table.inherits.contains(parent)).then_some(partition)
        };
        let (Some(current), Some(desired)) = (find(self.pair.current), find(self.pair.desired)) else {
            return false;
        };
        current == desired
            && !self.making_room.contains(child)
            && stays(self.pair, parent)
            && stays(self.pair, child)
            && !self.torn(child, parent)
    }

    /// Whether the child is to keep a column that the parent loses: then it must not lose it along.
    fn torn(&self, child: &QualifiedName, parent: &QualifiedName) -> bool {
        let column = |schema: &Schema, table: &QualifiedName, name: &str| {
            schema.column(&table.schema, &table.name, name).is_some()
        };
        (self.pair.current.columns(&parent.schema, &parent.name).into_iter()).any(|(name, _)| {
            let local =
                !self.pair.current.column(&child.schema, &child.name, name).is_some_and(|c| c.inherited);
            !column(self.pair.desired, parent, name) && column(self.pair.desired, child, name) && !local
        })
    }
}

/// Whether a table is there on both sides and is not made anew in between.
fn stays(pair: Pair<&Schema>, name: &QualifiedName) -> bool {
    let there = |schema| Schema::table(schema, &name.schema, &name.name).is_some();
    there(pair.current) && there(pair.desired) && !remade::table(pair, name)
}

/// All tables of a schema.
fn tables(schema: &Schema) -> impl Iterator<Item = (QualifiedName, &Table)> {
    let all = schema.objects.range(ObjectId::table("", "")..);
    all.take_while(|(id, _)| id.kind == Kind::Table).filter_map(|(id, object)| match object {
        Object::Table(table) => Some((QualifiedName::new(&*id.schema, &*id.name), table)),
        _ => None,
    })
}

/// What a table is a partition of or inherits from.
fn parents(table: &Table) -> impl Iterator<Item = &QualifiedName> {
    table.inherits.iter().chain(table.partition_of.iter().map(|of| &of.parent))
}

/// `ALTER INDEX old RENAME TO new` and the like, as a last step.
fn rename(id: &ObjectId, what: String, new: &str) -> Step {
    Step::new(Verb::Rename, id, format!("{what} TO {}", ident(new)))
}
