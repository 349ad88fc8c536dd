//! How values get from a type that steps aside to the one that takes its place: labels and rows by their text, attributes
//! by their names, domains by a cast. Values of a composite type inside arrays and other types need functions of their own,
//! which live as long as the session at most.

use super::rebuild::{is_of, needs_any, old_name};
use crate::dialect::postgres::canon::escapes::dollars;
use crate::dialect::postgres::render::{ident, ty};
use crate::model::{Attribute, Column, ColumnType, CompositeType, Kind, Object, ObjectId};
use crate::plan::rules::Context;
use crate::plan::{Step, Verb};

/// What the functions are named; which one is meant, the argument's type says.
const FUNCTION: &str = "pg_temp.converted";

/// The way of values of a type that is rebuilt, and of the types that are made of it.
pub(super) struct Values<'v> {
    cx: &'v Context<'v>,
    root: &'v ObjectId,
    types: &'v [ObjectId],
}

impl<'v> Values<'v> {
    /// Of `root`, with those made of it.
    pub(super) fn new(cx: &'v Context<'v>, root: &'v ObjectId, types: &'v [ObjectId]) -> Self {
        Values { cx, root, types }
    }

    /// A column's values as those of the new type.
    pub(super) fn using(&self, id: &ObjectId, column: &Column) -> String {
        let (name, to) = (ident(&id.part), ty(&column.ty));
        let text = if column.ty.array { "text[]" } else { "text" };
        match self.composites() {
            Some((from, desired)) if self.is_root(&column.ty) => self.row(&name, from, desired, &to),
            Some(_) => format!("{FUNCTION}({name})"),
            None if self.is_domain() && is_of(self.cx.schemas.current, &column.ty, self.root) => {
                format!("{name}::{to}")
            }
            None => format!("{name}::{text}::{to}"),
        }
    }

    /// The functions that these columns need: how to make them, and how to drop them again.
    pub(super) fn functions(&self, columns: &[(ObjectId, &Column)]) -> (Vec<Step>, Vec<Step>) {
        let Some((from, desired)) = self.composites() else { return Default::default() };
        let mut needed = Vec::new();
        for (_, column) in columns.iter().filter(|(_, column)| !self.is_root(&column.ty)) {
            self.need(&column.ty, &mut needed);
        }
        let step = |verb, sql| Step::new(verb, self.root, sql);
        let make = needed.iter().map(|of| {
            let (argument, to) = (self.old(of), ty(of));
            let body = match self.row_type(of) {
                _ if of.array => self.elements(&to),
                _ if self.is_root(of) => format!("SELECT {}", self.row("$1", from, desired, &to)),
                Some(Object::Composite(other)) => format!("SELECT {}", self.row("$1", other, other, &to)),
                Some(Object::Domain(domain)) => {
                    format!("SELECT {FUNCTION}($1::{})::{to}", self.old(&domain.base))
                }
                _ => format!("SELECT $1::text::{to}"),
            };
            let head = format!("CREATE FUNCTION {FUNCTION}({argument}) RETURNS {to}");
            step(Verb::Create, format!("{head}\n    LANGUAGE {}", self.written(of, &body)))
        });
        let drop = needed.iter().rev();
        let drop = drop.map(|of| step(Verb::Drop, format!("DROP FUNCTION {FUNCTION}({})", self.old(of))));
        (make.collect(), drop.collect())
    }

    /// The body with its language: nothing but arrays needs more than a query.
    fn written(&self, of: &ColumnType, body: &str) -> String {
        let language = if of.array { "plpgsql" } else { "sql" };
        format!("{language}\n    AS {}", dollars(body))
    }

    /// Each element on its own, at its place. No element may be left behind in silence.
    fn elements(&self, to: &str) -> String {
        format!(
            "\nBEGIN\n    IF array_ndims($1) > 1 THEN\n        RAISE EXCEPTION 'an array of several dimensions: convert it by hand';\n    \
             END IF;\n    RETURN CASE WHEN $1 = '{{}}' THEN '{{}}'::{to}\n        ELSE (SELECT array_agg({FUNCTION}($1[i]) \
             ORDER BY i) FROM generate_subscripts($1, 1) AS i) END;\nEND"
        )
    }

    /// A row of the old type as one of the new type, attribute by attribute.
    fn row(&self, value: &str, from: &CompositeType, desired: &CompositeType, to: &str) -> String {
        let attribute = |to: &Attribute| {
            let from = from.attributes.iter().find(|from| from.name == to.name)?;
            let value = format!("({value}).{}", ident(&to.name));
            if needs_any(self.cx.schemas.current, &from.ty, self.types) && from.ty == to.ty {
                return Some(format!("{FUNCTION}({value})"));
            }
            let converted = super::cast::converted(self.cx.schemas.desired, &value, &from.ty, &to.ty);
            Some(converted.unwrap_or(value))
        };
        let values = desired.attributes.iter().map(|to| attribute(to).unwrap_or_else(|| "NULL".to_owned()));
        let values: Vec<_> = values.collect();
        format!("CASE WHEN {value} IS DISTINCT FROM NULL THEN ROW({})::{to} END", values.join(", "))
    }

    /// The type and those inside it whose values have to be taken apart, what is inside first.
    fn need(&self, of: &ColumnType, out: &mut Vec<ColumnType>) {
        let of = ColumnType { modifiers: String::new(), ..of.clone() };
        if out.contains(&of) || !needs_any(self.cx.schemas.current, &of, self.types) {
            return;
        }
        match self.row_type(&of) {
            _ if of.array => self.need(&of.element(), out),
            _ if self.is_root(&of) => {}
            Some(Object::Composite(other)) => {
                other.attributes.iter().for_each(|attribute| self.need(&attribute.ty, out));
            }
            Some(Object::Domain(domain)) => self.need(&domain.base, out),
            _ => {}
        }
        out.push(of);
    }

    /// The attributes whose values are not taken over.
    pub(super) fn lost(&self) -> Vec<&'v str> {
        let Some((from, to)) = self.composites() else { return Vec::new() };
        let stays = |name: &str| to.attributes.iter().any(|to| to.name == name);
        from.attributes.iter().map(|of| of.name.as_str()).filter(|name| !stays(name)).collect()
    }

    fn composites(&self) -> Option<(&'v CompositeType, &'v CompositeType)> {
        match (self.cx.schemas.current.get(self.root), self.cx.schemas.desired.get(self.root)) {
            (Some(Object::Composite(from)), Some(Object::Composite(to))) => Some((from, to)),
            _ => None,
        }
    }

    fn is_domain(&self) -> bool {
        matches!(self.cx.schemas.desired.get(self.root), Some(Object::Domain(_)))
    }

    fn is_root(&self, of: &ColumnType) -> bool {
        !of.array && is_of(self.cx.schemas.current, of, self.root)
    }

    fn row_type(&self, of: &ColumnType) -> Option<&'v Object> {
        self.cx.schemas.current.get(&ObjectId::new(Kind::Type, &of.schema, &of.name))
    }

    /// A type by the name under which it stepped aside.
    fn old(&self, of: &ColumnType) -> String {
        let id = ObjectId::new(Kind::Type, &of.schema, &of.name);
        match self.types.contains(&id) {
            true => ty(&ColumnType { name: old_name(self.cx, &id), ..of.clone() }),
            false => ty(of),
        }
    }
}
