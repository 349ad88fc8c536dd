//! UNION, INTERSECT, EXCEPT and VALUES: the types that branches have in common.

use super::from::{Column, names_of};
use super::{CteColumns, Elab, Outcome, plain};
use crate::dialect::postgres::canon::ir::{self, Body, Kind, Node, SortBy};
use crate::dialect::postgres::canon::raw::{self, Expr};
use crate::dialect::postgres::canon::registry::oid;
use crate::dialect::postgres::canon::scope::{Item, Scope};

impl Elab<'_> {
    pub(super) fn set_op(
        &mut self,
        op: &'static str,
        all: bool,
        (left, right): (&raw::Query, &raw::Query),
        outer: &raw::Query,
        recursive: Option<(&str, &[String])>,
    ) -> Outcome<ir::Query> {
        let mut left = self.query_with(left, false, None)?;
        if let Some((name, names)) = recursive {
            self.see_itself(name, names, &left.columns);
        }
        let mut right = self.query_with(right, false, None)?;
        if left.columns.len() != right.columns.len() {
            return Err(format!("the branches of {op} have different numbers of columns"));
        }
        // Nobody sees the names of the second branch, and PostgreSQL does not keep them all.
        rename(&mut right, &names_of(&left.columns));
        let mut columns = Vec::with_capacity(left.columns.len());
        for at in 0..left.columns.len() {
            columns.push(self.common_column(&mut left, &mut right, at));
        }
        let mut query = plain(Body::SetOp(op, all, Box::new(left), Box::new(right)), columns);
        query.order_by = self.order_by_number(&outer.order_by, &query.columns)?;
        self.scopes.push(Scope::default());
        let limits = self.limits(outer, &mut query);
        self.scopes.pop();
        limits.map(|()| query)
    }

    /// The left branch of a recursive query says what its columns are.
    fn see_itself(&mut self, name: &str, names: &[String], columns: &[Column]) {
        let mut columns = columns.to_vec();
        for (at, column) in columns.iter_mut().enumerate() {
            if let Some(name) = names.get(at) {
                column.0.clone_from(name);
            }
            if column.1 == oid::UNKNOWN {
                column.1 = oid::TEXT;
            }
        }
        if let Some(level) = self.queries.ctes.last_mut() {
            level.push(CteColumns { name: name.to_owned(), columns });
        }
    }

    /// Brings a column of both branches to one type; literals of unknown type take it, others are left as they are.
    fn common_column(&mut self, left: &mut ir::Query, right: &mut ir::Query, at: usize) -> Column {
        let (Some(l), Some(r)) = (left.columns.get(at).cloned(), right.columns.get(at).cloned()) else {
            return (String::new(), oid::NONE, -1);
        };
        let stand_in = |(_, ty, typmod): &Column| Node {
            ty: *ty,
            typmod: *typmod,
            kind: Kind::Const { text: None, exact: true },
        };
        let ty = self.common_type(&[stand_in(&l), stand_in(&r)]);
        for (query, column) in [(left, &l), (right, &r)] {
            if column.1 == oid::UNKNOWN {
                self.give_type(query, at, ty);
            }
        }
        (l.0, ty, if l.2 == r.2 && l.1 == r.1 { l.2 } else { -1 })
    }

    fn give_type(&mut self, query: &mut ir::Query, at: usize, ty: u32) {
        if let Some(column) = query.columns.get_mut(at) {
            column.1 = ty;
        }
        if let Body::Select(select) = &mut query.body
            && let Some((node, _)) = select.targets.get_mut(at)
        {
            *node = self.coerce(node.clone(), ty, true);
        }
    }

    /// ORDER BY of a set operation names output columns only; it is printed by their numbers.
    fn order_by_number(&mut self, list: &[raw::SortBy], columns: &[Column]) -> Outcome<Vec<SortBy>> {
        let mut out = Vec::new();
        for item in list {
            let at = match &item.expr {
                Expr::Column(path) => match path.as_slice() {
                    [name] => columns.iter().position(|(column, _, _)| column == name),
                    _ => None,
                },
                Expr::Number(digits) => digits.parse::<usize>().ok().and_then(|at| at.checked_sub(1)),
                _ => None,
            };
            let Some(at) = at else {
                return Err("ORDER BY of a set operation by no output column".to_owned());
            };
            let kind = Kind::Const { text: Some((at + 1).to_string()), exact: true };
            out.push(super::order::sort(item, Node::new(oid::INT4, kind)));
        }
        Ok(out)
    }

    pub(super) fn values(&mut self, rows: &[Vec<Expr>], outer: &raw::Query) -> Outcome<ir::Query> {
        let mut nodes = Vec::with_capacity(rows.len());
        self.scopes.push(Scope::default());
        for row in rows {
            let row: Outcome<Vec<_>> = row.iter().map(|expr| self.expr(expr)).collect();
            match row {
                Ok(row) => nodes.push(row),
                Err(why) => {
                    self.scopes.pop();
                    return Err(why);
                }
            }
        }
        self.scopes.pop();
        let columns = self.value_columns(&mut nodes)?;
        let mut query = plain(Body::Values(nodes), columns);
        let item = Item {
            name: "*VALUES*".to_owned(),
            printed: "*VALUES*".to_owned(),
            columns: query.columns.clone(),
            bare: true,
            qualified: true,
            ..Item::default()
        };
        self.scopes.push(Scope { items: vec![item], merged: Vec::new() });
        let clauses = self.value_clauses(outer, &mut query);
        self.scopes.pop();
        clauses.map(|()| query)
    }

    fn value_clauses(&mut self, outer: &raw::Query, query: &mut ir::Query) -> Outcome<()> {
        let mut targets: Vec<_> = (query.columns.iter())
            .map(|(name, ty, typmod)| {
                let kind = Kind::Var { relation: "*VALUES*".to_owned(), column: name.clone() };
                super::select::Target { node: Node { ty: *ty, typmod: *typmod, kind }, name: name.clone() }
            })
            .collect();
        query.order_by = self.order_by(&outer.order_by, &mut targets)?;
        self.limits(outer, query)
    }

    /// The columns of VALUES: each of the type its values have in common, which literals take.
    fn value_columns(&mut self, rows: &mut [Vec<Node>]) -> Outcome<Vec<Column>> {
        let count = rows.first().map_or(0, Vec::len);
        if rows.iter().any(|row| row.len() != count) {
            return Err("VALUES of different lengths".to_owned());
        }
        let mut columns = Vec::with_capacity(count);
        for at in 0..count {
            let cells: Vec<Node> = rows.iter().filter_map(|row| row.get(at).cloned()).collect();
            let ty = self.common_type(&cells);
            let typmod = Self::common_typmod(&cells, ty);
            for cell in rows.iter_mut().filter_map(|row| row.get_mut(at)) {
                if cell.ty == oid::UNKNOWN {
                    *cell = self.coerce(cell.clone(), ty, true);
                }
            }
            columns.push((format!("column{}", at + 1), ty, typmod));
        }
        Ok(columns)
    }
}

/// Gives the columns of a query other names: those of the view it makes.
pub(in crate::dialect::postgres::canon) fn rename(query: &mut ir::Query, names: &[String]) {
    for (column, name) in query.columns.iter_mut().zip(names) {
        column.0.clone_from(name);
    }
    let names = names_of(&query.columns);
    match &mut query.body {
        Body::Select(select) => {
            for (target, name) in select.targets.iter_mut().zip(&names) {
                target.1.clone_from(name);
            }
        }
        Body::SetOp(_, _, left, right) => {
            rename(left, &names);
            rename(right, &names);
        }
        Body::Values(_) => select_values(query, &names),
    }
}

/// `VALUES` with columns of other names is printed as a SELECT from it.
fn select_values(query: &mut ir::Query, names: &[String]) {
    let own = |at: usize| format!("column{}", at + 1);
    if names.iter().enumerate().all(|(at, name)| *name == own(at)) {
        return;
    }
    let mut inner = plain(Body::Values(Vec::new()), query.columns.clone());
    for (at, column) in inner.columns.iter_mut().enumerate() {
        column.0 = own(at);
    }
    let targets = inner.columns.iter().zip(names).map(|((column, ty, typmod), name)| {
        let kind = Kind::Var { relation: "*VALUES*".to_owned(), column: column.clone() };
        (Node { ty: *ty, typmod: *typmod, kind }, name.clone())
    });
    let select = ir::Select { targets: targets.collect(), ..ir::Select::default() };
    inner.body = std::mem::replace(&mut query.body, Body::Select(Box::new(select)));
    if let Body::Select(select) = &mut query.body {
        select.from = vec![ir::From::Query {
            lateral: false,
            query: Box::new(inner),
            alias: "*VALUES*".to_owned(),
            columns: Vec::new(),
        }];
    }
}
