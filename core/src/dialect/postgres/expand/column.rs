//! Columns: added, dropped, and every side of them changed in place where PostgreSQL can.

use super::cast::{self, Fate, Path};
use super::{alter_table, counting, not_null, online, table_of};
use crate::collections::BTreeSet;
use crate::dialect::postgres::render::{collate, column as sql, ident, parameters, sequence, table, ty};
use crate::model::{Column, Facet, Identity, Kind, ObjectId, Schema, SqlText};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Reversible, Severity, Shape, Step, Verb};

pub(super) fn create(cx: &Context<'_>, id: &ObjectId, of: &Column) -> Vec<Step> {
    if of.inherited {
        return Vec::new();
    }
    let table = table_of(id);
    let mut step = Step::open(id).lock("ACCESS EXCLUSIVE", &table);
    let default = cx.schemas.desired.column_default(&id.schema, &id.name, &id.part);
    if of.not_null.is_some() && default.is_none() && of.identity.is_none() && of.generated.is_none() {
        step =
            step.hazard("fails-on-rows", format!("fails if {table} holds rows: {} has no default", id.part));
    }
    let stored = of.generated.as_ref().is_some_and(|generated| generated.stored);
    if of.identity.is_some() || stored || default.is_some_and(|text| is_volatile(&text.text)) {
        step = step.rewrites(&table);
    }
    let mut steps = vec![step];
    steps.extend(settings(id, of));
    steps
}

/// Whether PostgreSQL has to work out a default for every row: any call may be volatile but for the well-known ones.
fn is_volatile(default: &str) -> bool {
    let lower = default.to_ascii_lowercase();
    let steady = ["now()", "current_timestamp", "current_date", "transaction_timestamp()"];
    lower.contains('(') && !steady.iter().any(|word| lower.starts_with(word))
}

/// `ADD COLUMN ...`, with its default and, where they are new too, the sequence of `serial`.
pub(super) fn write(
    cx: &Context<'_>,
    id: &ObjectId,
    of: &Column,
    parts: &BTreeSet<ObjectId>,
) -> (String, Shape) {
    let desired = cx.schemas.desired;
    let default = desired
        .column_default(&id.schema, &id.name, &id.part)
        .filter(|_| parts.contains(&id.facet(Facet::Default)));
    let action = format!("ADD COLUMN {}", table::column(desired, id, of, default, &[], parts));
    let head = alter_table(id);
    (format!("{head} {action}"), Shape::TableAction { head, action })
}

/// What is said of a column by ALTER TABLE only.
pub(super) fn settings(id: &ObjectId, of: &Column) -> Vec<Step> {
    let plain = Column { storage: None, statistics: None, parameters: Default::default(), ..of.clone() };
    let mut steps = set(id, Pair::new(&plain, of));
    steps.extend(of.identity.as_ref().filter(|identity| identity.sequence.ty != of.ty.name).map(
        |identity| {
            let sequence = &identity.sequence;
            let name =
                ObjectId::new(Kind::Sequence, &identity.sequence_name.schema, &identity.sequence_name.name);
            let (name, ty) = (crate::dialect::postgres::render::relation(&name), &sequence.ty);
            let bounds = format!("MINVALUE {} MAXVALUE {}", sequence.min, sequence.max);
            Step::new(Verb::Alter, id, format!("ALTER SEQUENCE {name} AS {ty} {bounds}"))
        },
    ));
    steps.extend(of.not_null.as_ref().filter(|of| of.not_valid).map(|of| not_null::add(id, of)));
    steps
}

pub(super) fn drop(id: &ObjectId, of: &Column) -> Vec<Step> {
    if of.inherited {
        return Vec::new();
    }
    let step = action(id, Verb::Drop, format!("DROP COLUMN {}", ident(&id.part)));
    vec![match of.generated {
        Some(_) => step.raise(Severity::Medium),
        None => step.destroys(format!("all values of {id}")),
    }]
}

pub(super) fn action(id: &ObjectId, verb: Verb, action: String) -> Step {
    Step::action(verb, id, &alter_table(id), action).lock("ACCESS EXCLUSIVE", &table_of(id))
}

pub(super) fn alter_column(id: &ObjectId, what: impl std::fmt::Display) -> Step {
    action(id, Verb::Alter, format!("ALTER COLUMN {} {what}", ident(&id.part)))
}

pub(super) fn alter(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Column>) -> Alteration {
    let (current, desired) = (pair.current, pair.desired);
    // Values that are computed are computed anew; PostgreSQL 17 alone could change the expression in place.
    if desired.inherited {
        // What is left is the child's own: its type and expression are its parent's.
        return Alteration::InPlace(own_sides(cx, id, pair));
    }
    if desired.generated.is_some() && desired.generated != current.generated {
        return Alteration::Replace;
    }
    // What is not stored cannot be kept as plain values.
    if current.generated.as_ref().is_some_and(|generated| !generated.stored) && desired.generated.is_none() {
        return Alteration::Replace;
    }
    let converted = cast::path(cx.schemas.desired, &current.ty, &desired.ty) != Path::Assignment;
    if desired.generated.is_some() && converted {
        return Alteration::Replace;
    }
    let retyped = current.ty != desired.ty || current.collation != desired.collation;
    // First what makes ready beside the traffic, so that all else takes effect together.
    let mut steps = not_null::made_ready(cx, id, pair);
    let made_ready = !steps.is_empty();
    if current.generated.is_some() && desired.generated.is_none() {
        let step = alter_column(id, "DROP EXPRESSION");
        steps.push(match converted {
            // A statement of its own: PostgreSQL takes no USING for what is generated when the statement begins.
            true => Step { shape: Shape::Statement, ..step },
            false => step,
        });
    }
    if let Some(identity) = current.identity.as_ref().filter(|_| desired.identity.is_none()) {
        let gone = || vec![alter_column(id, "DROP IDENTITY")];
        steps.extend(counting::out_of_identity(cx, id, identity).unwrap_or_else(gone));
    }
    steps.extend(not_null::drop(id, pair));
    if retyped {
        steps.push(retype(cx, id, pair));
    }
    if !made_ready {
        steps.extend(not_null::set(cx, id, pair));
    }
    steps.extend(identity(cx, id, pair));
    steps.extend(set(id, pair));
    match retyped {
        true => Alteration::Disturbing(steps, vec![id.clone()]),
        false => Alteration::InPlace(steps),
    }
}

/// The sides of a column that a child may have otherwise than its parent.
pub(super) fn own_sides(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Column>) -> Vec<Step> {
    let mut steps = Vec::new();
    steps.extend(not_null::drop(id, pair));
    steps.extend(not_null::set(cx, id, pair));
    steps.extend(set(id, pair));
    steps
}

/// What a column gets from its first parent that has it: the column and its default.
pub fn handed_on<'s>(schema: &'s Schema, id: &ObjectId) -> Option<(&'s Column, Option<&'s SqlText>)> {
    let table = schema.table(&id.schema, &id.name)?;
    let mut parents = table.inherits.iter().chain(table.partition_of.iter().map(|of| &of.parent));
    parents.find_map(|parent| {
        let column = schema.column(&parent.schema, &parent.name, &id.part)?;
        Some((column, schema.column_default(&parent.schema, &parent.name, &id.part)))
    })
}

/// What has to be said of the columns of a new table that it has from its parents otherwise than they have them.
pub(super) fn unlike_parents(cx: &Context<'_>, table: &ObjectId) -> Vec<Step> {
    let desired = cx.schemas.desired;
    let mut steps = Vec::new();
    for (name, column) in desired.columns(&table.schema, &table.name) {
        let id = ObjectId::column(&table.schema, &table.name, name);
        let Some((parent, default)) = handed_on(desired, &id).filter(|_| column.inherited) else { continue };
        let given = crate::dialect::postgres::lineage::as_child_has_it(parent);
        steps.extend(own_sides(cx, &id, Pair::new(&given, column)));
        if default.is_some() && desired.column_default(&table.schema, &table.name, name).is_none() {
            steps.push(alter_column(&id, "DROP DEFAULT"));
        }
    }
    steps
}

/// Whether a type change leaves the texts of conditions on the column as they are.
pub fn keeps_rows_apart(from: &Column, to: &Column) -> bool {
    (&from.ty.schema, &from.ty.name, from.ty.array) == (&to.ty.schema, &to.ty.name, to.ty.array)
        && from.collation == to.collation
}

/// `TYPE`, with `USING` only where PostgreSQL needs it.
fn retype(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Column>) -> Step {
    let (from, to) = (&pair.current.ty, &pair.desired.ty);
    let path = cast::path(cx.schemas.desired, from, to);
    let mut what = format!("TYPE {}{}", ty(to), collate(&pair.desired.collation));
    if let Some(using) = cast::converted(cx.schemas.desired, &ident(&id.part), from, to) {
        what += &format!(" USING {using}");
    }
    let table = table_of(id);
    let mut step = alter_column(id, what);
    if !cast::in_place(from, to) && from != to {
        step = online::no_gentle_way(cx, &table, step.rewrites(&table));
    }
    step = match (path, cast::fate(cx.schemas.desired, from, to)) {
        (Path::ThroughText, _) => step.hazard(
            "no-cast",
            format!("PostgreSQL has no cast from {from} to {to}: check the USING expression"),
        ),
        (Path::Seconds, _) => step.hazard(
            "no-cast",
            format!("PostgreSQL has no cast from {from} to {to}: values are taken for seconds"),
        ),
        (_, Fate::Kept) => step,
        (_, Fate::MayFail) => step.hazard("fails-on-values", format!("fails if a value does not fit {to}")),
        (_, Fate::Lossy) => step
            .hazard("loses-precision", format!("values are rounded or cut to {to}"))
            .destroys(format!("what {to} cannot hold of {id}")),
    };
    if matches!(step.reversible, Reversible::Lossless) && path == Path::ThroughText {
        step.reversible = Reversible::LosesData(format!("what {from} cannot hold of {id}"));
    }
    step
}

/// Whether a default would keep a cast to the old type, or could not be converted at all, so that it has to make way
/// for the column's change.
pub fn default_in_the_way(pair: Pair<&Column>, default: &str) -> bool {
    let whole = |column: &Column| {
        matches!(column.ty.name.as_str(), "smallint" | "integer" | "bigint") && !column.ty.array
    };
    let number = default.parse::<i64>().is_ok() || default.to_ascii_lowercase().starts_with("nextval(");
    let fits = number && whole(pair.current) && whole(pair.desired);
    !(fits || keeps_rows_apart(pair.current, pair.desired))
}

/// ADD GENERATED, SET GENERATED and options of identity columns; DROP IDENTITY comes before the type.
fn identity(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Column>) -> Vec<Step> {
    match (&pair.current.identity, &pair.desired.identity) {
        (None, Some(to)) => {
            let add = alter_column(id, format!("ADD {}", sql::identity(id, to)));
            let name = ObjectId::new(Kind::Sequence, &id.schema, &to.sequence_name.name);
            let catch_up = || vec![super::sequence::catch_up(id, &name, &to.sequence)];
            let follows = counting::into_identity(cx, id, to).unwrap_or_else(catch_up);
            std::iter::once(add).chain(follows).collect()
        }
        (Some(from), Some(to)) if from != to => identity_options(id, from, to),
        _ => Vec::new(),
    }
}

fn identity_options(id: &ObjectId, from: &Identity, to: &Identity) -> Vec<Step> {
    let mut actions = Vec::new();
    if from.always != to.always {
        actions.push(format!("SET GENERATED {}", if to.always { "ALWAYS" } else { "BY DEFAULT" }));
    }
    for change in sequence::changes(&from.sequence, &to.sequence) {
        // The type follows the column's.
        if !change.starts_with("AS ") {
            actions.push(format!("SET {change}"));
        }
    }
    let mut steps = Vec::new();
    if from.sequence_name.name != to.sequence_name.name {
        let old = ObjectId::new(Kind::Sequence, &from.sequence_name.schema, &from.sequence_name.name);
        let sql = format!(
            "ALTER SEQUENCE {} RENAME TO {}",
            crate::dialect::postgres::render::relation(&old),
            ident(&to.sequence_name.name)
        );
        steps.push(Step::new(Verb::Rename, id, sql));
    }
    if !actions.is_empty() {
        let sequence = ObjectId::new(Kind::Sequence, &to.sequence_name.schema, &to.sequence_name.name);
        let sequences = Pair::new(&from.sequence, &to.sequence);
        if super::sequence::apart(sequences) {
            actions.push("RESTART".into());
        }
        steps.extend(super::sequence::move_in(&sequence, sequences));
        steps.push(alter_column(id, actions.join(" ")));
    }
    steps
}

/// Storage, compression, statistics, parameters.
fn set(id: &ObjectId, pair: Pair<&Column>) -> Vec<Step> {
    let (current, desired) = (pair.current, pair.desired);
    let mut steps = Vec::new();
    if current.storage != desired.storage {
        let to = desired.storage.as_deref().unwrap_or_else(|| default_storage(&desired.ty));
        steps.push(alter_column(id, format!("SET STORAGE {}", to.to_uppercase())));
    }
    if current.compression != desired.compression {
        let to = desired.compression.as_deref().unwrap_or("default");
        steps.push(alter_column(id, format!("SET COMPRESSION {to}")));
    }
    let options = sql::changed_options(&current.foreign_options, &desired.foreign_options);
    steps.extend(options.map(|options| alter_column(id, options)));
    let mut gentle = Vec::new();
    if current.statistics != desired.statistics {
        gentle.push(format!("SET STATISTICS {}", desired.statistics.unwrap_or(-1)));
    }
    let (put, gone) =
        (current.parameters.to_set(&desired.parameters), current.parameters.to_reset(&desired.parameters));
    if !put.is_empty() {
        gentle.push(format!("SET ({})", parameters(&put)));
    }
    if !gone.is_empty() {
        gentle.push(format!("RESET ({})", gone.join(", ")));
    }
    let lock = |what: String| {
        let action = format!("ALTER COLUMN {} {what}", ident(&id.part));
        Step::action(Verb::Alter, id, &alter_table(id), action).lock("SHARE UPDATE EXCLUSIVE", &table_of(id))
    };
    steps.extend(gentle.into_iter().map(lock));
    steps
}

/// The storage a type has by itself, as far as somebody may have changed it.
fn default_storage(ty: &crate::model::ColumnType) -> &'static str {
    let fixed =
        ["smallint", "integer", "bigint", "real", "double precision", "boolean", "date", "uuid", "oid"];
    match ty.name.as_str() {
        "numeric" | "inet" | "cidr" if !ty.array => "main",
        name if !ty.array && (fixed.contains(&name) || name.starts_with("time")) => "plain",
        _ => "extended",
    }
}
