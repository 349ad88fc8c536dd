//! Queries: from the raw tree to the typed one, as PostgreSQL's `analyze.c` and `parse_clause.c` do it, and to text, as
//! `ruleutils.c` prints it. What stands in an expression is `elab/`'s business.
//!
//! Two things differ from `pg_get_viewdef`, on purpose: aliases of a query's output that nobody can see (those of the
//! second branch of a UNION) are the first branch's, and relations are named with their schema.

mod figure;
mod from;
mod function;
mod group;
mod join;
mod names;
mod order;
mod select;
mod set_op;
mod statement;
mod sub;
mod with;

pub(in crate::dialect::postgres::canon) use set_op::rename;

use super::Elab;
use crate::dialect::postgres::canon::ir::{self, Body};
use crate::dialect::postgres::canon::raw;
use from::Column;

/// A result, or why a query cannot be read.
type Outcome<T> = Result<T, String>;

/// What an elaboration knows of the queries it is inside of.
#[derive(Clone, Debug, Default)]
pub(in crate::dialect::postgres::canon) struct Queries {
    /// Names of relations, level by level.
    levels: Vec<names::Level>,
    /// Queries of WITH that can be seen, level by level.
    ctes: Vec<Vec<CteColumns>>,
    /// How many levels deep the levels are in which columns were found.
    pub(super) reached: crate::collections::BTreeSet<usize>,
}

impl Queries {
    /// Around an expression there are the relations it can name.
    pub(super) fn of(relations: &[super::Visible]) -> Self {
        let names = relations.iter().map(|relation| relation.name.clone()).collect();
        Queries { levels: vec![names::Level { names, taken: 0 }], ..Queries::default() }
    }
}

/// A query of WITH and what comes out of it.
#[derive(Clone, Debug)]
struct CteColumns {
    name: String,
    columns: Vec<Column>,
}

impl Elab<'_> {
    /// A query whose literals of unknown type are text.
    pub(in crate::dialect::postgres::canon) fn query(&mut self, raw: &raw::Query) -> Outcome<ir::Query> {
        self.query_with(raw, true, None)
    }

    /// A query; `settle` makes text of literals of unknown type, `recursive` is the name under which a recursive one
    /// sees itself, and its columns.
    fn query_with(
        &mut self,
        raw: &raw::Query,
        settle: bool,
        recursive: Option<(&str, &[String])>,
    ) -> Outcome<ir::Query> {
        self.queries.ctes.push(Vec::new());
        let out = self.query_inside(raw, settle, recursive);
        self.queries.ctes.pop();
        out
    }

    fn query_inside(
        &mut self,
        raw: &raw::Query,
        settle: bool,
        recursive: Option<(&str, &[String])>,
    ) -> Outcome<ir::Query> {
        // The relations of the query that WITH belongs to are named before those of WITH.
        let select = match &raw.body {
            raw::Body::Select(select) => Some(select.as_ref()),
            _ => None,
        };
        let from = select.map(|select| select.from.as_slice()).unwrap_or_default();
        self.queries.levels.push(names::Level::new(&[], from, &self.queries.levels));
        let out = self.query_named(raw, settle, recursive);
        self.queries.levels.pop();
        out
    }

    fn query_named(
        &mut self,
        raw: &raw::Query,
        settle: bool,
        recursive: Option<(&str, &[String])>,
    ) -> Outcome<ir::Query> {
        let ctes = match &raw.with {
            Some(with) => self.with(with)?,
            None => Vec::new(),
        };
        let mut query = match &raw.body {
            raw::Body::Select(select) => self.select(select, raw, settle)?,
            raw::Body::Values(rows) => self.values(rows, raw)?,
            raw::Body::SetOp(op, all, left, right) => self.set_op(op, *all, (left, right), raw, recursive)?,
        };
        query.recursive = raw.with.as_ref().is_some_and(|with| with.recursive);
        query.ctes = ctes;
        query.with_ties = raw.with_ties;
        Ok(query)
    }

    /// A condition.
    fn where_clause(&mut self, raw: &raw::Expr) -> Outcome<ir::Node> {
        let node = self.expr(raw)?;
        Ok(self.condition(node))
    }
}

/// A query without any clauses.
fn plain(body: Body, columns: Vec<Column>) -> ir::Query {
    ir::Query {
        recursive: false,
        ctes: Vec::new(),
        body,
        columns,
        order_by: Vec::new(),
        limit: None,
        with_ties: false,
        offset: None,
        locking: Vec::new(),
    }
}
