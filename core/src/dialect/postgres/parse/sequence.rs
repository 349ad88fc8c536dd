//! CREATE SEQUENCE, ALTER SEQUENCE, and the options that identity columns share with them.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::grant;
use super::links::{object_id, qualified};
use super::names::{Name, missing};
use super::statement::Readers;
use crate::model::{ColumnRef, Facet, Identity, Kind, Object, ObjectId, QualifiedName, Sequence};
use crate::source::Span;

/// Readers of sequence statements.
pub(super) const READERS: Readers = &[
    ("create sequence", |cursor, builder| create(cursor, builder, false)),
    ("create unlogged sequence", |cursor, builder| create(cursor, builder, true)),
    ("alter sequence", alter),
];

/// A bound: not said, `NO`, or a number.
#[derive(Clone, Copy, Debug, Default)]
enum Bound {
    #[default]
    Unsaid,
    No,
    At(i64),
}

/// Options of a sequence as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Options {
    ty: Option<String>,
    pub(super) name: Option<Name>,
    start: Option<i64>,
    increment: Option<i64>,
    min: Bound,
    max: Bound,
    cache: Option<i64>,
    cycle: Option<bool>,
    /// `OWNED BY`: `None` unsaid, `Some(None)` for NONE.
    owner: Option<Option<(Vec<String>, Span)>>,
    unlogged: Option<bool>,
}

impl Options {
    /// Nothing but `AS type`.
    pub(super) fn of_type(ty: &str) -> Self {
        Options { ty: Some(ty.to_owned()), ..Options::default() }
    }

    /// Reads options as long as they come.
    pub(super) fn read(&mut self, cursor: &mut Cursor<'_>) -> Parse {
        while self.one(cursor)? {}
        Ok(())
    }

    fn one(&mut self, cursor: &mut Cursor<'_>) -> Parse<bool> {
        if cursor.eat("as") {
            let name = cursor.name()?.name;
            self.ty = Some(match name.as_str() {
                "int" | "int4" | "integer" => "integer".to_owned(),
                "int2" | "smallint" => "smallint".to_owned(),
                _ => "bigint".to_owned(),
            });
        } else if cursor.eat("sequence name") {
            self.name = Some(cursor.name()?);
        } else if cursor.eat("start") {
            cursor.eat("with");
            self.start = Some(cursor.integer()?);
        } else if cursor.eat("restart") {
            cursor.eat("with");
            if !cursor.is_end() && cursor.integer().is_err() {
                return Ok(true);
            }
        } else if cursor.eat("increment") {
            cursor.eat("by");
            self.increment = Some(cursor.integer()?);
        } else if cursor.eat("no minvalue") {
            self.min = Bound::No;
        } else if cursor.eat("no maxvalue") {
            self.max = Bound::No;
        } else if cursor.eat("minvalue") {
            self.min = Bound::At(cursor.integer()?);
        } else if cursor.eat("maxvalue") {
            self.max = Bound::At(cursor.integer()?);
        } else if cursor.eat("cache") {
            self.cache = Some(cursor.integer()?);
        } else if cursor.eat("no cycle") {
            self.cycle = Some(false);
        } else if cursor.eat("cycle") {
            self.cycle = Some(true);
        } else if cursor.eat("logged") {
            self.unlogged = Some(false);
        } else if cursor.eat("unlogged") {
            self.unlogged = Some(true);
        } else if cursor.eat("owned by") {
            let start = cursor.position();
            let parts = cursor.dotted()?;
            let none = matches!(parts.as_slice(), [one] if one == "none");
            self.owner = Some((!none).then(|| (parts, cursor.span_from(start))));
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    /// A new sequence of these options.
    pub(super) fn build(&self) -> Sequence {
        let ty = self.ty.clone().unwrap_or_else(|| "bigint".to_owned());
        let mut sequence = Sequence { ty, ..Sequence::default() };
        sequence.increment = self.increment.unwrap_or(1);
        (sequence.min, sequence.max) = limits(&sequence.ty, sequence.increment);
        self.change(&mut sequence);
        if self.start.is_none() {
            sequence.start = if sequence.increment > 0 { sequence.min } else { sequence.max };
        }
        sequence
    }

    /// Changes a sequence as ALTER SEQUENCE does: what is not said stays, bounds that were the type's follow the type.
    pub(super) fn change(&self, sequence: &mut Sequence) {
        let before = limits(&sequence.ty, sequence.increment);
        if let Some(ty) = &self.ty {
            sequence.ty.clone_from(ty);
        }
        sequence.increment = self.increment.unwrap_or(sequence.increment);
        let limits = limits(&sequence.ty, sequence.increment);
        match self.min {
            Bound::At(min) => sequence.min = min,
            Bound::Unsaid if self.ty.is_none() || sequence.min != before.0 => {}
            _ => sequence.min = limits.0,
        }
        match self.max {
            Bound::At(max) => sequence.max = max,
            Bound::Unsaid if self.ty.is_none() || sequence.max != before.1 => {}
            _ => sequence.max = limits.1,
        }
        sequence.start = self.start.unwrap_or(sequence.start);
        sequence.cache = self.cache.unwrap_or(sequence.cache);
        sequence.cycle = self.cycle.unwrap_or(sequence.cycle);
        sequence.unlogged = self.unlogged.unwrap_or(sequence.unlogged);
    }
}

/// The bounds a sequence has when nobody says any.
fn limits(ty: &str, increment: i64) -> (i64, i64) {
    let (low, high) = match ty {
        "smallint" => (i64::from(i16::MIN), i64::from(i16::MAX)),
        "integer" => (i64::from(i32::MIN), i64::from(i32::MAX)),
        _ => (i64::MIN, i64::MAX),
    };
    if increment < 0 { (low, -1) } else { (1, high) }
}

/// The sequence behind `serial`.
pub(super) fn serial(ty: &str) -> Sequence {
    Options::of_type(ty).build()
}

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder, unlogged: bool) -> Parse {
    let if_not_exists = cursor.eat("if not exists");
    let name = cursor.name()?;
    let mut options = Options::default();
    options.read(cursor)?;
    cursor.expect_end()?;
    let own = builder.created(&name);
    if if_not_exists && builder.relation_taken(&own.schema, &own.name) {
        return Ok(());
    }
    let owner = options.owner.take().flatten().map(|owner| find_owner(builder, owner)).transpose()?;
    builder.check_relation_name(&own.schema, &own.name, name.span)?;
    let mut sequence = options.build();
    sequence.unlogged = unlogged;
    builder.put(object_id(Kind::Sequence, &own), Object::Sequence(sequence), name.span);
    if owner.is_some() {
        builder.set_owned_by(&own, owner, name.span);
    }
    Ok(())
}

/// The column that OWNED BY names.
fn find_owner(builder: &Builder, (mut parts, span): (Vec<String>, Span)) -> Parse<ColumnRef> {
    let column = parts.pop().unwrap_or_default();
    let table = parts.pop().unwrap_or_default();
    let name = Name { schema: parts.pop(), name: table, span };
    let table = builder.need_relation(&name)?;
    let id = ObjectId::column(table.schema.clone(), table.name.clone(), column.clone());
    if table.kind == Kind::Table && !builder.schema.contains(&id) {
        return Err(missing("column", &format!("{}.{column}", name.display()), span));
    }
    Ok(ColumnRef { schema: table.schema, table: table.name, column })
}

/// What a sequence's name stands for.
enum Target {
    Sequence(QualifiedName),
    Identity(ObjectId),
}

fn target(builder: &Builder, name: &Name) -> Option<Target> {
    if let Some(id) = builder.find(Kind::Sequence, name) {
        return Some(Target::Sequence(qualified(&id)));
    }
    let own = |schema: &str| QualifiedName::new(schema, name.name.clone());
    let schema = builder.find_schema(name, |schema| builder.links.identities.contains_key(&own(schema)))?;
    builder.links.identities.get(&own(&schema)).cloned().map(Target::Identity)
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let if_exists = cursor.eat("if exists");
    let name = cursor.name()?;
    let Some(target) = target(builder, &name) else {
        return if if_exists { Ok(()) } else { Err(missing("sequence", &name.display(), name.span)) };
    };
    if cursor.eat("owner to") {
        let owner = grant::grantee(cursor, builder)?;
        cursor.expect_end()?;
        if let Target::Sequence(own) = target {
            builder.set_owner(&object_id(Kind::Sequence, &own), &owner, name.span);
        }
        return Ok(());
    }
    if cursor.eat("set schema") {
        let schema = cursor.ident()?;
        cursor.expect_end()?;
        return move_to(builder, target, |own| QualifiedName::new(schema, own.name), name.span);
    }
    if cursor.eat("rename to") {
        let new = cursor.ident()?;
        cursor.expect_end()?;
        return move_to(builder, target, |own| QualifiedName::new(own.schema, new), name.span);
    }
    if cursor.eat_any(&["set logged", "set unlogged"]).is_some_and(|words| {
        let unlogged = words == "set unlogged";
        if let Target::Sequence(own) = &target {
            change(builder, own, &Options { unlogged: Some(unlogged), ..Options::default() });
        }
        true
    }) {
        return cursor.expect_end();
    }
    let mut options = Options::default();
    options.read(cursor)?;
    cursor.expect_end()?;
    match target {
        Target::Sequence(own) => {
            if let Some(owner) = options.owner.take() {
                let owner = owner.map(|owner| find_owner(builder, owner)).transpose()?;
                builder.set_owned_by(&own, owner, name.span);
            }
            change(builder, &own, &options);
        }
        Target::Identity(column) => {
            if let Some(identity) = identity_mut(builder, &column) {
                options.change(&mut identity.sequence);
            }
        }
    }
    Ok(())
}

fn change(builder: &mut Builder, name: &QualifiedName, options: &Options) {
    if let Some(Object::Sequence(sequence)) = builder.schema.objects.get_mut(&object_id(Kind::Sequence, name))
    {
        options.change(sequence);
    }
}

/// The identity of a column, to change.
pub(super) fn identity_mut<'a>(builder: &'a mut Builder, column: &ObjectId) -> Option<&'a mut Identity> {
    match builder.schema.objects.get_mut(column) {
        Some(Object::Column(column)) => column.identity.as_mut(),
        _ => None,
    }
}

fn move_to(
    builder: &mut Builder,
    target: Target,
    to: impl FnOnce(QualifiedName) -> QualifiedName,
    span: Span,
) -> Parse {
    match target {
        Target::Sequence(own) => {
            let new = to(own.clone());
            builder.check_relation_name(&new.schema, &new.name, span)?;
            builder.rename_sequence(&own, &new);
            builder.follow(&object_id(Kind::Sequence, &own), &object_id(Kind::Sequence, &new));
        }
        Target::Identity(column) => {
            let Some(identity) = identity_mut(builder, &column) else { return Ok(()) };
            let old = identity.sequence_name.clone();
            let new = to(old.clone());
            identity.sequence_name = new.clone();
            builder.links.identities.remove(&old);
            builder.links.identities.insert(new, column);
        }
    }
    Ok(())
}

impl Builder {
    /// Moves a sequence with its facets to another name; the defaults that name it follow.
    pub(super) fn rename_sequence(&mut self, old: &QualifiedName, new: &QualifiedName) {
        let id = object_id(Kind::Sequence, old);
        let owner = match self.schema.get(&id.facet(Facet::OwnedBy)) {
            Some(Object::OwnedBy(owner)) => Some(owner.clone()),
            _ => None,
        };
        let span = self.spans.get(&id).copied().unwrap_or_default();
        self.set_owned_by(old, None, span);
        self.rename_entries(&id, &object_id(Kind::Sequence, new));
        if let Some(owner) = owner {
            let column = ObjectId::column(owner.schema.clone(), owner.table.clone(), owner.column.clone());
            self.set_owned_by(new, Some(owner), span);
            self.rename_in_default(&column, old, new);
        }
    }
}
