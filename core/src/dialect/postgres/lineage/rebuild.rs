//! A table that becomes partitioned, or is no longer, or is partitioned otherwise or by other types, is made anew: its rows
//! are set aside first and put into the new table last, before the foreign keys on both sides are made again.

use super::inherited::parts;
use super::subsume::forget;
use super::{Work, stays, tables};
use crate::collections::BTreeSet;
use crate::dialect::postgres::render::{constraint, ident, idents, literal, name, qualified, relation, ty};
use crate::dialect::postgres::{depend, remade};
use crate::model::{
    Column, ColumnType, ConstraintRule, Enabled, Kind, Object, ObjectId, QualifiedName, Schema,
};
use crate::plan::{Reversible, Step, Verb};

/// Sets the rows of all tables that are made anew aside and puts them back.
pub(super) fn rebuild(work: &mut Work<'_, '_>) {
    let remade: Vec<QualifiedName> = tables(work.pair.desired)
        .filter(|(table, of)| {
            let before = work.pair.current.table(&table.schema, &table.name);
            before.is_some_and(|before| before.foreign.is_none() && of.foreign.is_none())
                && !stays(work.pair, table)
        })
        .map(|(table, _)| table)
        .collect();
    if remade.is_empty() {
        return;
    }
    for table in &remade {
        if holds_rows(work, table) {
            copy(work, table);
        }
    }
    let_partitions_go(work, &remade);
    foreign_keys(work, &remade);
    refresh(work, &remade);
}

/// Materialised views that were made again while the tables were empty.
fn refresh(work: &mut Work<'_, '_>, remade: &[QualifiedName]) {
    let mut over: BTreeSet<ObjectId> = remade.iter().map(|t| ObjectId::table(&*t.schema, &*t.name)).collect();
    let views = work.desired.objects.range(ObjectId::new(Kind::View, "", "")..);
    let views: Vec<_> = (views.take_while(|(id, _)| id.kind == Kind::View))
        .filter(|(id, _)| id.facet.is_itself())
        .map(|(id, object)| {
            let needs = depend::dependencies(&work.desired, id, object);
            (id, object, needs.into_iter().map(|needed| needed.on.itself()).collect::<Vec<_>>())
        })
        .collect();
    let mut steps = Vec::new();
    let mut before = 0;
    while before != over.len() {
        before = over.len();
        for (id, object, needs) in &views {
            if over.contains(*id) || !needs.iter().any(|needed| over.contains(needed)) {
                continue;
            }
            over.insert((*id).clone());
            if let Object::View(of) = object
                && of.materialized
                && !of.with_no_data.0
            {
                let sql = format!("REFRESH MATERIALIZED VIEW {}", relation(id));
                steps.push(Step::new(Verb::Alter, id, sql).lock("ACCESS EXCLUSIVE", id));
            }
        }
    }
    work.out.last.extend(steps);
}

/// The name of the table that holds the rows meanwhile.
fn aside(work: &Work<'_, '_>, table: &QualifiedName) -> QualifiedName {
    let taken = |name: &str| {
        let taken = |schema: &crate::model::Schema| schema.relation(&table.schema, name).is_some();
        taken(work.pair.current) || taken(work.pair.desired)
    };
    let mut number = 0;
    loop {
        let tail = if number == 0 { String::new() } else { number.to_string() };
        let name = crate::dialect::postgres::names::object_name(&table.name, "", &format!("rows{tail}"));
        if !taken(&name) {
            return QualifiedName::new(&*table.schema, name);
        }
        number += 1;
    }
}

fn copy(work: &mut Work<'_, '_>, table: &QualifiedName) {
    let id = ObjectId::table(&*table.schema, &*table.name);
    let aside = qualified(&aside(work, table));
    let children = work.families.current.children.contains_key(table);
    let partitioned =
        work.pair.current.table(&table.schema, &table.name).is_some_and(|of| of.partition_by.is_some());
    let only = if children && !partitioned { "ONLY " } else { "" };
    let keep =
        format!("CREATE TABLE {aside} AS SELECT {} FROM {only}{}", kept(work, table), qualified(table));
    work.out.first.push(Step::new(Verb::Alter, &id, keep).lock("ACCESS SHARE", &id).scans(&id));
    let columns = common(work, table);
    let triggers = triggers(work, table);
    let alter = format!("ALTER TABLE {}", qualified(table));
    let step = |sql: String| Step::new(Verb::Alter, &id, sql);
    for trigger in &triggers {
        work.out.last.push(step(format!("{alter} DISABLE TRIGGER {}", ident(trigger))));
    }
    if !columns.is_empty() {
        let always =
            columns.iter().any(|(_, _, to)| to.identity.as_ref().is_some_and(|identity| identity.always));
        let overriding = if always { " OVERRIDING SYSTEM VALUE" } else { "" };
        let values: Vec<String> =
            columns.iter().map(|(name, from, to)| value(work, name, from, to)).collect();
        let insert = format!(
            "INSERT INTO {} ({}){overriding}\nSELECT {}\nFROM {aside}",
            qualified(table),
            idents(columns.iter().map(|(name, _, _)| name)),
            values.join(", ")
        );
        let hazard = "all rows are copied into the new table, which takes time and space";
        work.out.last.push(step(insert).rewrites(&id).hazard("copies-rows", hazard));
    }
    for (column, _, to) in columns.iter().filter(|(_, _, to)| to.identity.is_some()) {
        work.out.last.push(step(advance(table, column, to)));
    }
    for trigger in &triggers {
        work.out.last.push(step(format!("{alter} ENABLE TRIGGER {}", ident(trigger))));
    }
    let mut drop = step(format!("DROP TABLE {aside}"));
    drop.reversible = Reversible::Lossless;
    work.out.last.push(drop);
}

/// The columns on both sides that can be written to.
fn common(work: &Work<'_, '_>, table: &QualifiedName) -> Vec<(String, Column, Column)> {
    (work.pair.desired.columns(&table.schema, &table.name).into_iter())
        .filter(|(_, to)| to.generated.is_none())
        .filter_map(|(name, to)| {
            let from = work.pair.current.column(&table.schema, &table.name, name)?;
            Some((name.to_owned(), from.clone(), to.clone()))
        })
        .collect()
}

/// Whether a table has rows of its own to set aside: not where each of its partitions keeps its rows or goes with them.
fn holds_rows(work: &Work<'_, '_>, table: &QualifiedName) -> bool {
    let find = |schema: &'_ Schema| schema.table(&table.schema, &table.name).cloned();
    if remade::through_parent(work.pair, table) {
        return false;
    }
    let partitioned = find(work.pair.current).is_some_and(|of| of.partition_by.is_some());
    let children = work.families.current.children.get(table);
    !partitioned || children.into_iter().flatten().any(|child| !stays(work.pair, child))
}

/// What is set aside of each row: all of it, values of types that give way as text.
fn kept(work: &Work<'_, '_>, table: &QualifiedName) -> String {
    let columns = work.pair.current.columns(&table.schema, &table.name);
    if !columns.iter().any(|(_, of)| gives_way(work, &of.ty)) {
        return "*".into();
    }
    let value = |(name, of): &(&str, &Column)| match gives_way(work, &of.ty) {
        true => format!("{0}::text{1} AS {0}", ident(name), if of.ty.array { "[]" } else { "" }),
        false => ident(name),
    };
    columns.iter().map(value).collect::<Vec<_>>().join(", ")
}

/// Whether a type is dropped, or made anew, before the rows are back.
fn gives_way(work: &Work<'_, '_>, ty: &ColumnType) -> bool {
    let id = ObjectId::new(Kind::Type, &ty.schema, &ty.name);
    let gone = work.pair.current.contains(&id) && !work.pair.desired.contains(&id);
    gone || remade::is_rebuilt(work.pair, ty)
}

fn value(work: &Work<'_, '_>, name: &str, from: &Column, to: &Column) -> String {
    match from.ty == to.ty && !gives_way(work, &from.ty) {
        true => ident(name),
        false => format!("{}::{}", ident(name), ty(&to.ty)),
    }
}

/// A new identity goes on after the last value.
fn advance(table: &QualifiedName, column: &str, of: &Column) -> String {
    let down = of.identity.as_ref().is_some_and(|identity| identity.sequence.increment < 0);
    let last = format!("{}({})", if down { "min" } else { "max" }, ident(column));
    let (table_name, column) = (literal(&name(&table.schema, &table.name)), literal(column));
    format!(
        "SELECT setval(pg_get_serial_sequence({table_name}, {column}), {last})\nFROM {}\nHAVING {last} IS NOT NULL",
        qualified(table)
    )
}

/// Triggers that would fire for every row that is put back.
fn triggers(work: &Work<'_, '_>, table: &QualifiedName) -> Vec<String> {
    (work.pair.desired.parts(Kind::Trigger, &table.schema, &table.name))
        .filter_map(|(id, object)| match object {
            Object::Trigger(of) if of.insert && of.enabled == Enabled::Origin => Some(id.part.clone()),
            _ => None,
        })
        .collect()
}

/// A partition whose rows others refer to through its parent cannot leave it: such foreign keys go before all else.
fn let_partitions_go(work: &mut Work<'_, '_>, remade: &[QualifiedName]) {
    let mut first = Vec::new();
    for (table, _) in tables(work.pair.current) {
        for id in parts(&work.current, Kind::Constraint, &table) {
            let Some(Object::Constraint(of)) = work.current.objects.get(&id) else { continue };
            let ConstraintRule::ForeignKey(key) = &of.rule else { continue };
            let parted = work.families.current.children.get(&key.table).into_iter().flatten();
            if of.inherited
                || !remade.contains(&key.table)
                || !parted.into_iter().any(|child| stays(work.pair, child))
            {
                continue;
            }
            let drop = format!("ALTER TABLE {} DROP CONSTRAINT {}", qualified(&table), ident(&id.part));
            let on = ObjectId::table(&*table.schema, &*table.name);
            first.push(Step::new(Verb::Drop, &id, drop).lock("ACCESS EXCLUSIVE", &on));
            forget(work.current.to_mut(), &id);
        }
    }
    work.out.first.splice(0..0, first);
}

/// Foreign keys of such tables and on them can be made only when the rows are back.
fn foreign_keys(work: &mut Work<'_, '_>, remade: &[QualifiedName]) {
    let all: Vec<QualifiedName> = tables(work.pair.desired).map(|(table, _)| table).collect();
    for table in all {
        for id in parts(&work.desired, Kind::Constraint, &table) {
            let Some(Object::Constraint(of)) = work.desired.objects.get(&id) else { continue };
            let ConstraintRule::ForeignKey(key) = &of.rule else { continue };
            if of.inherited || !(remade.contains(&table) || remade.contains(&key.table)) {
                continue;
            }
            let add = format!("ALTER TABLE {} ADD {}", qualified(&table), constraint::named(&id.part, of));
            let on = ObjectId::table(&*table.schema, &*table.name);
            let step = Step::new(Verb::Create, &id, add).lock("SHARE ROW EXCLUSIVE", &on).scans(&on);
            work.put_last(&id, step);
        }
    }
}
