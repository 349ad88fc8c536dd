//! FROM: which relations a query reads, what columns they have, under which names they are printed.
//!
//! As PostgreSQL's `parse_clause.c` makes range tables. Joins with USING stand in `join.rs`.

use super::names::{Level, is_beside_rows};
use super::{Elab, Outcome};
use crate::dialect::postgres::canon::builtin::{Oid, relations};
use crate::dialect::postgres::canon::ir::{From, Kind, Name, Node, Sample};
use crate::dialect::postgres::canon::raw;
use crate::dialect::postgres::canon::registry::oid;
use crate::dialect::postgres::canon::scope::{Item, Scope};
use crate::dialect::postgres::canon::types::TypeName;

/// A column that comes out of something: name, type, modifier.
pub(super) type Column = (String, Oid, i32);

/// An item of FROM, lowered.
pub(super) struct Tree {
    /// What is printed.
    pub(super) from: From,
    /// What `*` stands for, in order.
    pub(super) columns: Vec<(String, Node)>,
    /// Columns merged by USING, seen without a name.
    pub(super) merged: Vec<(String, Node)>,
    /// Where its relations begin among the level's.
    pub(super) start: usize,
}

/// Columns that every table has and `*` leaves out.
const SYSTEM: [(&str, Oid); 6] =
    [("ctid", 27), ("tableoid", 26), ("xmin", 28), ("cmin", 29), ("xmax", 28), ("cmax", 29)];

impl Elab<'_> {
    /// All items of a FROM list; their relations are put into the scope in force.
    pub(super) fn from_list(&mut self, list: &[raw::From]) -> Outcome<Vec<Tree>> {
        let mut trees = Vec::with_capacity(list.len());
        for item in list {
            let tree = self.from_item(item)?;
            if let Some(scope) = self.scopes.last_mut() {
                scope.merged.extend(tree.merged.iter().cloned());
            }
            trees.push(tree);
        }
        Ok(trees)
    }

    pub(super) fn from_item(&mut self, item: &raw::From) -> Outcome<Tree> {
        match item {
            raw::From::Table { name, only, alias, sample } => {
                self.from_table(name, *only, alias.as_ref(), sample.as_deref())
            }
            raw::From::Query { lateral, query, alias } => self.from_query(*lateral, query, alias.as_ref()),
            raw::From::Func { lateral, funcs, rows_from, ordinality, alias } => {
                self.from_function(*lateral, funcs, *rows_from, *ordinality, alias.as_ref())
            }
            raw::From::Join { .. } => self.from_join(item),
        }
    }

    /// How many relations the level in force has so far.
    pub(super) fn met(&self) -> usize {
        self.scopes.last().map_or(0, |scope| scope.items.len())
    }

    /// The name under which the next relation of the level is printed.
    pub(super) fn next_name(&mut self) -> String {
        self.queries.levels.last_mut().map(Level::next).unwrap_or_default()
    }

    /// Puts a relation into the scope in force; gives what `*` stands for in it.
    pub(super) fn see(&mut self, item: Item, visible: &[Column]) -> Vec<(String, Node)> {
        let columns = visible
            .iter()
            .map(|(name, ty, typmod)| {
                let kind = Kind::Var { relation: item.printed.clone(), column: name.clone() };
                (name.clone(), Node { ty: *ty, typmod: *typmod, kind })
            })
            .collect();
        if let Some(scope) = self.scopes.last_mut() {
            scope.items.push(item);
        }
        columns
    }

    fn from_table(
        &mut self,
        path: &[String],
        only: bool,
        alias: Option<&raw::Alias>,
        sample: Option<&raw::Sample>,
    ) -> Outcome<Tree> {
        let start = self.met();
        let printed = self.next_name();
        let own = path.last().cloned().unwrap_or_default();
        let found = self.relation_named(path)?;
        let columns = renamed(found.columns, alias);
        let known = alias.map_or(&own, |alias| &alias.name).clone();
        let mut all = columns.clone();
        if found.system {
            all.extend(SYSTEM.iter().map(|(name, ty)| ((*name).to_owned(), *ty, -1)));
        }
        let system = all.len() - columns.len();
        let item = Item {
            system,
            name: known,
            printed: printed.clone(),
            schema: alias.is_none().then(|| found.name.schema.clone()).flatten(),
            columns: all,
            bare: true,
            qualified: true,
            row: found.row,
            ..Item::default()
        };
        let visible = self.see(item, &columns);
        let differs = alias.is_some_and(|alias| !alias.columns.is_empty());
        let said = alias.is_some_and(|alias| !is_beside_rows(&own, &alias.name));
        let from = From::Table {
            only,
            alias: (said || printed != own).then_some(printed),
            columns: if differs { names_of(&columns) } else { Vec::new() },
            sample: sample.map(|sample| self.sample(sample)).transpose()?,
            name: found.name,
        };
        Ok(Tree { from, columns: visible, merged: Vec::new(), start })
    }

    fn sample(&mut self, raw: &raw::Sample) -> Outcome<Sample> {
        let args = raw.args.iter().map(|arg| self.expr(arg)).collect::<Outcome<_>>()?;
        let seed = raw.seed.as_ref().map(|seed| self.expr(seed)).transpose()?;
        Ok(Sample { method: raw.method.last().cloned().unwrap_or_default(), args, seed })
    }

    /// A relation of WITH, of the schema, or of the server's own.
    fn relation_named(&mut self, path: &[String]) -> Outcome<Found> {
        let (schema, name) = match path {
            [name] => (None, name),
            [schema, name] | [_, schema, name] => (Some(schema.as_str()), name),
            _ => return Err("a name of too many parts".to_owned()),
        };
        if schema.is_none()
            && let Some(cte) = self.queries.ctes.iter().rev().flatten().find(|cte| cte.name == *name)
        {
            let name = Name { schema: None, name: name.clone() };
            return Ok(Found { name, columns: cte.columns.clone(), row: 0, system: false });
        }
        let builtin = |schema: &str| relations::relation(schema, name);
        let own = match schema {
            None => builtin("pg_catalog").map(|columns| (None, columns)),
            Some(schema) => {
                builtin(schema).map(|columns| ((schema != "pg_catalog").then(|| schema.to_owned()), columns))
            }
        };
        if let Some((schema, columns)) = own {
            let columns = columns.iter().map(|(name, ty)| ((*name).to_owned(), *ty, -1)).collect();
            return Ok(Found { name: Name { schema, name: name.clone() }, columns, row: 0, system: true });
        }
        let Some(relation) = self.cx.catalog.relation(schema, name, self.cx.search_path) else {
            return Err(format!("the relation {name} is not known"));
        };
        let columns = (relation.columns.iter())
            .map(|(name, ty)| {
                let (ty, typmod) = self.types.column_type(ty);
                (name.clone(), ty, typmod)
            })
            .collect();
        let row = TypeName { schema: Some(relation.schema.clone()), ..TypeName::named(&relation.name) };
        let (row, _) = self.types.resolve(&row);
        let name = Name { schema: Some(relation.schema), name: relation.name };
        Ok(Found { name, columns, row, system: true })
    }

    fn from_query(&mut self, lateral: bool, query: &raw::Query, alias: Option<&raw::Alias>) -> Outcome<Tree> {
        let start = self.met();
        let printed = self.next_name();
        let lowered = if lateral { self.query(query)? } else { self.apart(|elab| elab.query(query))? };
        let own = lowered.columns.clone();
        let columns = distinct(renamed(own.clone(), alias));
        let differs =
            alias.is_some_and(|alias| !alias.columns.is_empty()) || names_of(&columns) != names_of(&own);
        let item = Item {
            name: alias.map(|alias| alias.name.clone()).unwrap_or_default(),
            printed: printed.clone(),
            columns: columns.clone(),
            bare: true,
            qualified: true,
            ..Item::default()
        };
        let visible = self.see(item, &columns);
        let from = From::Query {
            lateral,
            query: Box::new(lowered),
            alias: printed,
            columns: if differs { names_of(&columns) } else { Vec::new() },
        };
        Ok(Tree { from, columns: visible, merged: Vec::new(), start })
    }

    /// Runs something to which the relations of the level in force are not to be seen.
    pub(super) fn apart<T>(&mut self, work: impl FnOnce(&mut Self) -> Outcome<T>) -> Outcome<T> {
        let hidden = self.scopes.last_mut().map(std::mem::take);
        let done = work(self);
        if let (Some(scope), Some(hidden)) = (self.scopes.last_mut(), hidden) {
            *scope = hidden;
        }
        done
    }

    /// Runs something to which only the relations of the level from `start` on are to be seen.
    pub(super) fn among<T>(
        &mut self,
        start: usize,
        merged: Vec<(String, Node)>,
        work: impl FnOnce(&mut Self) -> Outcome<T>,
    ) -> Outcome<T> {
        let hidden = self.scopes.last().cloned().unwrap_or_default();
        if let Some(scope) = self.scopes.last_mut() {
            *scope = Scope { items: hidden.items.iter().skip(start).cloned().collect(), merged };
        }
        let done = work(self);
        if let Some(scope) = self.scopes.last_mut() {
            *scope = hidden;
        }
        done
    }
}

/// A relation by name.
struct Found {
    name: Name,
    columns: Vec<Column>,
    row: Oid,
    /// Has `ctid` and its like.
    system: bool,
}

/// The names of columns.
pub(super) fn names_of(columns: &[Column]) -> Vec<String> {
    columns.iter().map(|(name, _, _)| name.clone()).collect()
}

/// Columns under the names that an alias gives them; it may give fewer.
pub(super) fn renamed(mut columns: Vec<Column>, alias: Option<&raw::Alias>) -> Vec<Column> {
    let names = alias.map(|alias| alias.columns.as_slice()).unwrap_or_default();
    for (column, name) in columns.iter_mut().zip(names) {
        column.0.clone_from(name);
    }
    columns
}

/// Columns of one relation have different names: a second `a` is `a_1`.
pub(super) fn distinct(mut columns: Vec<Column>) -> Vec<Column> {
    let mut seen = crate::collections::BTreeSet::new();
    for column in &mut columns {
        let mut number = 0;
        let own = column.0.clone();
        while !seen.insert(column.0.clone()) {
            number += 1;
            column.0 = format!("{own}_{number}");
        }
    }
    columns
}

/// The type of a count.
pub(super) const COUNT: Oid = oid::INT8;
