//! Which columns can be seen, and how they are printed.

use super::builtin::Oid;

/// A relation that an expression can name columns of.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// The name it is known by: its alias, or its own.
    pub name: String,
    /// Its schema, when it has no alias (`app.t.a` can be written then).
    pub schema: Option<String>,
    /// Columns: name, type, modifier.
    pub columns: Vec<(String, Oid, i32)>,
    /// The columns are not known: any name may be one of them.
    pub open: bool,
    /// Its columns can be written without its name (not so OLD and NEW).
    pub bare: bool,
    /// Its columns are printed with its name even at their own level.
    pub qualified: bool,
    /// The name it is printed under.
    pub printed: String,
    /// Where its columns are printed under other relations' names (the alias of USING): those names, one a column.
    pub homes: Vec<String>,
    /// How many of its columns, the last ones, `*` leaves out.
    pub system: usize,
    /// Of a function that gives one value a row: as a whole it is that value.
    pub scalar: bool,
    /// Type of its row, 0 if it has none of its own.
    pub row: Oid,
}

/// The relations of one query level.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// In order of FROM.
    pub items: Vec<Item>,
    /// Columns merged by JOIN USING: seen without a name, before those of the relations.
    pub merged: Vec<(String, super::ir::Node)>,
}

/// A column that was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// What to print before it; empty for nothing.
    pub relation: String,
    /// Type.
    pub ty: Oid,
    /// Modifier.
    pub typmod: i32,
    /// Whether it is sure to be there.
    pub sure: bool,
    /// How many levels up it was found.
    pub up: usize,
}

impl Scope {
    /// An item by name.
    pub fn item(&self, schema: Option<&str>, name: &str) -> Option<&Item> {
        self.items
            .iter()
            .find(|item| item.name == name && (schema.is_none() || item.schema.as_deref() == schema))
    }
}

impl Item {
    /// A column of it; `inner` says that the reference stands in a sub-select of the item's level.
    pub fn column(&self, column: &str, inner: bool) -> Option<Found> {
        let relation = if self.qualified || inner { self.printed.clone() } else { String::new() };
        let at = self.columns.iter().position(|(name, _, _)| name == column);
        let relation = at.and_then(|at| self.homes.get(at)).cloned().unwrap_or(relation);
        match at.and_then(|at| self.columns.get(at)) {
            Some((_, ty, typmod)) => Some(Found { relation, ty: *ty, typmod: *typmod, sure: true, up: 0 }),
            None if self.open => Some(Found { relation, ty: 0, typmod: -1, sure: false, up: 0 }),
            None => None,
        }
    }
}

/// Finds an unqualified column in the innermost scope that has it.
pub fn bare_column(scopes: &[Scope], column: &str) -> Option<Found> {
    for (up, scope) in scopes.iter().rev().enumerate() {
        let mut open = None;
        for item in scope.items.iter().filter(|item| item.bare) {
            match item.column(column, up > 0) {
                Some(found) if found.sure => return Some(Found { up, ..found }),
                Some(found) => open = open.or(Some(Found { up, ..found })),
                None => {}
            }
        }
        if open.is_some() {
            return open;
        }
    }
    None
}

/// Finds a relation by name in the innermost scope that has it; how many levels up it was.
pub fn relation<'s>(scopes: &'s [Scope], schema: Option<&str>, name: &str) -> Option<(&'s Item, usize)> {
    scopes.iter().rev().enumerate().find_map(|(up, scope)| scope.item(schema, name).map(|item| (item, up)))
}
