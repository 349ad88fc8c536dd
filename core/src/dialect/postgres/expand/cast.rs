//! What a change of a column's type means for the values that are there: whether PostgreSQL converts them by itself,
//! whether the table is written anew, and what may be lost. The casts are those of `pg_cast`.

use crate::dialect::postgres::canon::builtin;
use crate::dialect::postgres::names::internal;
use crate::dialect::postgres::render::ty;
use crate::model::{ColumnType, Kind, Object, ObjectId, Schema};

/// How values get from one type to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Path {
    /// PostgreSQL converts on assignment.
    Assignment,
    /// Only by an explicit cast.
    Explicit,
    /// A value becomes the one element of an array.
    Element,
    /// The same, but a text that looks like an array is taken for one.
    TextElement,
    /// There is no cast, but a number of seconds is what people mean.
    Seconds,
    /// There is no cast: through text, and only as far as the texts fit.
    ThroughText,
}

/// What happens to values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// Every value stays what it is.
    Kept,
    /// A value that does not fit makes the change fail.
    MayFail,
    /// Values are cut or rounded.
    Lossy,
}

/// A value of one type as one of another, where PostgreSQL does not make it one by itself on assignment.
pub(super) fn converted(schema: &Schema, value: &str, from: &ColumnType, to: &ColumnType) -> Option<String> {
    let to_sql = ty(to);
    match path(schema, from, to) {
        Path::Assignment => None,
        Path::Explicit => Some(format!("{value}::{to_sql}")),
        Path::Element => Some(format!("CASE WHEN {value} IS NOT NULL THEN ARRAY[{value}]::{to_sql} END")),
        Path::TextElement => Some(format!(
            "CASE WHEN {value} LIKE '{{%}}' THEN {value}::{to_sql} WHEN {value} IS NOT NULL THEN ARRAY[{value}]::{to_sql} END"
        )),
        Path::Seconds => {
            seconds(&from.name, &to.name, value).or_else(|| Some(format!("{value}::text::{to_sql}")))
        }
        Path::ThroughText => Some(format!("{value}::text::{to_sql}")),
    }
}

/// The way from one type to another.
pub(super) fn path(schema: &Schema, from: &ColumnType, to: &ColumnType) -> Path {
    let (a, b) = (base(schema, from), base(schema, to));
    if (&a.schema, &a.name, a.array) == (&b.schema, &b.name, b.array) {
        return Path::Assignment;
    }
    // Everything can be assigned to a string through its text form.
    if !b.array && is_string(&b) {
        return Path::Assignment;
    }
    if a.array != b.array {
        // A cast of one element is a cast of the array; what takes a call or a detour through text is not.
        let element = b.array && matches!(path(schema, &a, &b.element()), Path::Assignment | Path::Explicit);
        return match a.array {
            // A text may well hold what an array looks like as text.
            false if is_string(&a) && is_string(&b) => Path::TextElement,
            false if is_string(&a) => Path::Explicit,
            false if element => Path::Element,
            _ => Path::ThroughText,
        };
    }
    if is_string(&a) && is_string(&b) {
        return Path::Assignment;
    }
    if let (Some(x), Some(y)) = (oid(&a), oid(&b)) {
        return match builtin::cast(x, y).map(|cast| cast.context) {
            Some(b'i' | b'a') => Path::Assignment,
            Some(_) => Path::Explicit,
            None if is_string(&a) => Path::Explicit,
            None if !a.array && seconds(&a.name, &b.name, "").is_some() => Path::Seconds,
            None => Path::ThroughText,
        };
    }
    if is_string(&a) { Path::Explicit } else { Path::ThroughText }
}

/// A time made of a number of seconds since 1970, an interval of a number of seconds, and the reverse.
pub(super) fn seconds(from: &str, to: &str, value: &str) -> Option<String> {
    let number = |name: &str| {
        matches!(name, "smallint" | "integer" | "bigint" | "numeric" | "real" | "double precision")
    };
    match (from, to) {
        (from, "timestamp with time zone") if number(from) => Some(format!("to_timestamp({value})")),
        (from, "timestamp without time zone") if number(from) => {
            Some(format!("to_timestamp({value}) AT TIME ZONE 'UTC'"))
        }
        // Not by `make_interval(secs => ...)`: the server fails on a named argument where partitions follow.
        (from, "interval") if number(from) => Some(format!("{value} * interval '1 second'")),
        ("timestamp with time zone" | "timestamp without time zone" | "interval", to) if number(to) => {
            Some(format!("extract(epoch FROM {value})"))
        }
        _ => None,
    }
}

/// A domain stands for what it is made of.
fn base(schema: &Schema, of: &ColumnType) -> ColumnType {
    let mut of = of.clone();
    for _ in 0..32 {
        match schema.get(&ObjectId::new(Kind::Type, &of.schema, &of.name)) {
            Some(Object::Domain(domain)) if !of.schema.is_empty() => {
                of = ColumnType { array: of.array || domain.base.array, ..domain.base.clone() };
            }
            _ => break,
        }
    }
    of
}

fn oid(of: &ColumnType) -> Option<builtin::Oid> {
    of.schema.is_empty().then(|| builtin::type_named(internal(&of.name))).flatten().map(|row| row.oid)
}

pub(super) fn is_string(of: &ColumnType) -> bool {
    of.schema.is_empty()
        && matches!(
            of.name.as_str(),
            "text" | "character varying" | "character" | "bpchar" | "name" | "citext"
        )
}

/// Whether the change is done without writing the table anew (and its indexes with it).
pub(super) fn in_place(from: &ColumnType, to: &ColumnType) -> bool {
    if from.array || to.array || !from.schema.is_empty() || !to.schema.is_empty() {
        return false;
    }
    match (from.name.as_str(), to.name.as_str()) {
        ("character varying" | "text", "text") => true,
        ("character varying", "character varying") => wider(&from.modifiers, &to.modifiers),
        ("text", "character varying") => to.modifiers.is_empty(),
        ("bit varying", "bit varying") => wider(&from.modifiers, &to.modifiers),
        ("numeric", "numeric") => matches!(numeric(from, to), Fate::Kept),
        ("cidr", "inet") => true,
        (a, b) if a == b => {
            let temporal = a.starts_with("time") || a == "interval";
            temporal && wider(&from.modifiers, &to.modifiers)
        }
        _ => false,
    }
}

fn wider(from: &str, to: &str) -> bool {
    match (from.trim().parse::<u32>(), to.trim().parse::<u32>()) {
        _ if to.is_empty() => true,
        (Ok(from), Ok(to)) => to >= from,
        _ => from == to,
    }
}

/// What becomes of the values.
pub(super) fn fate(schema: &Schema, from: &ColumnType, to: &ColumnType) -> Fate {
    let (a, b) = (base(schema, from), base(schema, to));
    if a.array != b.array {
        return if is_string(&b) && b.modifiers.is_empty() { Fate::Kept } else { Fate::MayFail };
    }
    let narrower = !wider(&a.modifiers, &b.modifiers);
    let whole = |name: &str| ["smallint", "integer", "bigint"].iter().position(|other| *other == name);
    match (a.name.as_str(), b.name.as_str()) {
        ("numeric", "numeric") => numeric(&a, &b),
        (x, y) if x == y && !a.schema.is_empty() => Fate::Kept,
        (x, y) if x == y => match narrower {
            false => Fate::Kept,
            // Assignment refuses strings that are too long, but rounds times without a word.
            true if x.starts_with("time") || x == "interval" => Fate::Lossy,
            true => Fate::MayFail,
        },
        _ if is_string(&b) => match b.modifiers.is_empty() && b.name != "character" && b.name != "name" {
            true => Fate::Kept,
            false => Fate::MayFail,
        },
        (x, y) if whole(x).is_some() && whole(y).is_some() => {
            if whole(y) > whole(x) {
                Fate::Kept
            } else {
                Fate::MayFail
            }
        }
        (x, "numeric") if whole(x).is_some() && b.modifiers.is_empty() => Fate::Kept,
        ("smallint" | "integer" | "real", "double precision") | ("smallint", "real") => Fate::Kept,
        ("date", "timestamp without time zone" | "timestamp with time zone") => Fate::Kept,
        ("timestamp without time zone", "timestamp with time zone")
        | ("timestamp with time zone", "timestamp without time zone") => Fate::Kept,
        ("cidr", "inet") | ("boolean", "integer") | ("json", "jsonb") | ("jsonb", "json") => Fate::Kept,
        ("numeric" | "real" | "double precision", y) if whole(y).is_some() => Fate::Lossy,
        ("numeric" | "double precision" | "bigint", "real" | "double precision") => Fate::Lossy,
        ("real" | "double precision", "numeric") => Fate::Lossy,
        (x, "date") if x.starts_with("timestamp") => Fate::Lossy,
        (x, y) if x.starts_with("timestamp") && y.starts_with("time ") => Fate::Lossy,
        ("integer", "boolean") => Fate::Lossy,
        _ => Fate::MayFail,
    }
}

/// `numeric(p,s)`: fewer digits before the point may fail, fewer behind it round.
fn numeric(from: &ColumnType, to: &ColumnType) -> Fate {
    let digits = |of: &ColumnType| {
        let mut parts = of.modifiers.split(',').map(|part| part.trim().parse::<i32>().ok());
        let precision = parts.next().flatten()?;
        let scale = parts.next().flatten().unwrap_or(0);
        Some((precision - scale, scale))
    };
    match (digits(from), digits(to)) {
        (_, None) => Fate::Kept,
        (None, Some(_)) => Fate::Lossy,
        (Some((_, from)), Some((_, to))) if to < from => Fate::Lossy,
        (Some((from, _)), Some((to, _))) if to < from => Fate::MayFail,
        _ => Fate::Kept,
    }
}

/// Whether values of both types can be compared, so that a foreign key may stand between them.
pub fn comparable(from: &ColumnType, to: &ColumnType) -> bool {
    let family = |of: &ColumnType| match of.name.as_str() {
        "smallint" | "integer" | "bigint" => "integer".to_owned(),
        _ if is_string(of) => "string".to_owned(),
        _ => format!("{}.{}", of.schema, of.name),
    };
    from.array == to.array && family(from) == family(to)
}
