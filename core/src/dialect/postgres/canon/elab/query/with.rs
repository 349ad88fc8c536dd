//! WITH: its queries, what comes out of them, SEARCH and CYCLE.

use super::from::{Column, renamed};
use super::{CteColumns, Elab, Outcome};
use crate::dialect::postgres::canon::ir::{Cte, Cycle, Kind, Node};
use crate::dialect::postgres::canon::raw::{self, Alias};
use crate::dialect::postgres::canon::registry::oid;

/// `record[]`.
const RECORDS: u32 = 2287;

impl Elab<'_> {
    /// Reads the queries of WITH; those after each, and the query it belongs to, see it.
    pub(super) fn with(&mut self, with: &raw::With) -> Outcome<Vec<Cte>> {
        let mut out = Vec::with_capacity(with.ctes.len());
        for cte in &with.ctes {
            let (cte, columns) = self.cte(cte, with.recursive)?;
            if let Some(level) = self.queries.ctes.last_mut() {
                level.push(CteColumns { name: cte.name.clone(), columns });
            }
            out.push(cte);
        }
        Ok(out)
    }

    fn cte(&mut self, raw: &raw::Cte, recursive: bool) -> Outcome<(Cte, Vec<Column>)> {
        let itself = recursive.then_some((raw.name.as_str(), raw.columns.as_slice()));
        let query = self.query_with(&raw.query, true, itself)?;
        let alias = Alias { columns: raw.columns.clone(), ..Alias::default() };
        let mut columns = renamed(query.columns.clone(), Some(&alias));
        for column in &mut columns {
            if column.1 == oid::UNKNOWN {
                column.1 = oid::TEXT;
            }
        }
        let cycle = self.cycle(raw, &mut columns)?;
        let cte = Cte {
            name: raw.name.clone(),
            columns: raw.columns.clone(),
            materialized: raw.materialized,
            query,
            search: raw.search.clone(),
            cycle,
        };
        Ok((cte, columns))
    }

    /// SEARCH and CYCLE add columns that are seen from outside.
    fn cycle(&mut self, raw: &raw::Cte, columns: &mut Vec<Column>) -> Outcome<Option<Cycle>> {
        if let Some((breadth, _, column)) = &raw.search {
            columns.push((column.clone(), if *breadth { oid::RECORD } else { RECORDS }, -1));
        }
        let Some(raw) = &raw.cycle else { return Ok(None) };
        let mut mark = oid::BOOL;
        let mut values = None;
        if let Some((value, default)) = &raw.values {
            let (nodes, ty) = {
                let nodes = vec![self.expr(value)?, self.expr(default)?];
                self.unify(nodes)
            };
            mark = ty;
            let is = |node: &Node, word: &str| {
                node.ty == oid::BOOL
                    && matches!(&node.kind, Kind::Const { text: Some(text), .. } if text == word)
            };
            if let [value, default] = nodes.as_slice() {
                // What is said by default is not printed.
                if !(is(value, "true") && is(default, "false")) {
                    values = Some((value.clone(), default.clone()));
                }
            }
        }
        columns.push((raw.mark.clone(), mark, -1));
        columns.push((raw.path.clone(), RECORDS, -1));
        let (mark, path) = (raw.mark.clone(), raw.path.clone());
        Ok(Some(Cycle { columns: raw.columns.clone(), mark, values, path }))
    }
}
