//! One SELECT: targets, `*`, WHERE, HAVING, windows, DISTINCT.

use super::figure::column_name;
use super::from::Tree;
use super::{Elab, Outcome, plain};
use crate::dialect::postgres::canon::ir::{self, Body, Kind, Node, Select};
use crate::dialect::postgres::canon::raw::{self, Expr};
use crate::dialect::postgres::canon::registry::oid;
use crate::dialect::postgres::canon::scope::Scope;

/// An output column.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) node: Node,
    pub(super) name: String,
}

impl Elab<'_> {
    pub(super) fn select(
        &mut self,
        raw: &raw::Select,
        outer: &raw::Query,
        settle: bool,
    ) -> Outcome<ir::Query> {
        self.scopes.push(Scope::default());
        let out = self.select_inside(raw, outer, settle);
        self.scopes.pop();
        out
    }

    fn select_inside(&mut self, raw: &raw::Select, outer: &raw::Query, settle: bool) -> Outcome<ir::Query> {
        let trees = self.from_list(&raw.from)?;
        let mut targets = self.targets(&raw.targets, &trees)?;
        let filter = raw.filter.as_ref().map(|filter| self.where_clause(filter)).transpose()?;
        let having = raw.having.as_ref().map(|having| self.where_clause(having)).transpose()?;
        let order_by = self.order_by(&outer.order_by, &mut targets)?;
        let group_by = self.groups(&raw.group_by, &mut targets)?;
        let distinct = match &raw.distinct {
            Some(list) => Some(self.distinct_on(list, &mut targets)?),
            None => None,
        };
        let windows = raw.windows.iter().map(|window| self.window(window)).collect::<Outcome<Vec<_>>>()?;
        if settle {
            for target in &mut targets {
                target.node = self.settle_unknown(target.node.clone());
            }
        }
        let columns = columns_of(&targets);
        let select = Select {
            distinct,
            targets: targets.into_iter().map(|target| (target.node, target.name)).collect(),
            from: trees.into_iter().map(|tree| tree.from).collect(),
            filter,
            group_by,
            group_distinct: raw.group_distinct,
            having,
            windows,
        };
        let mut query = plain(Body::Select(Box::new(select)), columns);
        query.order_by = order_by;
        self.limits(outer, &mut query)?;
        query.locking = self.locking(outer)?;
        Ok(query)
    }

    /// LIMIT and OFFSET; both are bigint, which is not printed.
    pub(super) fn limits(&mut self, outer: &raw::Query, query: &mut ir::Query) -> Outcome<()> {
        for (raw, out) in [(&outer.limit, &mut query.limit), (&outer.offset, &mut query.offset)] {
            if let Some(raw) = raw {
                let node = self.expr(raw)?;
                *out = Some(if node.ty == oid::UNKNOWN { self.coerce(node, oid::INT8, true) } else { node });
            }
        }
        Ok(())
    }

    fn locking(&mut self, outer: &raw::Query) -> Outcome<Vec<String>> {
        let mut out = Vec::new();
        for (strength, relations, wait) in &outer.locking {
            let mut names = Vec::new();
            for path in relations {
                let name = path.last().map(String::as_str).unwrap_or_default();
                let item = self.scopes.last().and_then(|scope| scope.item(None, name));
                names.push(item.map_or_else(|| name.to_owned(), |item| item.printed.clone()));
            }
            // `FOR UPDATE` of all is stored, and printed, as one of each.
            if relations.is_empty() {
                names = self.lockable();
            }
            for name in names {
                let name = crate::dialect::postgres::canon::escapes::quote_ident(&name);
                out.push(format!("{strength} OF {name}{wait}"));
            }
        }
        Ok(out)
    }

    /// The relations that a bare FOR UPDATE locks.
    fn lockable(&self) -> Vec<String> {
        let items = self.scopes.last().map(|scope| scope.items.as_slice()).unwrap_or_default();
        items.iter().map(|item| item.printed.clone()).collect()
    }

    pub(super) fn targets(&mut self, raw: &[(Expr, Option<String>)], trees: &[Tree]) -> Outcome<Vec<Target>> {
        let mut out = Vec::new();
        for (expr, alias) in raw {
            match expr {
                Expr::Star(path) if path.is_empty() => {
                    let all = trees.iter().flat_map(|tree| &tree.columns);
                    out.extend(all.map(|(name, node)| Target { node: node.clone(), name: name.clone() }));
                }
                Expr::Star(path) if alias.is_none() => out.extend(self.star_of(path)?),
                Expr::FieldStar(inner) => out.extend(self.fields_of(inner)?),
                _ => {
                    let node = self.expr(expr)?;
                    let name = alias.clone().unwrap_or_else(|| column_name(expr));
                    out.push(Target { node, name });
                }
            }
        }
        Ok(out)
    }

    /// `t.*`, of the innermost level that has a `t`.
    pub(super) fn star_of(&mut self, path: &[String]) -> Outcome<Vec<Target>> {
        let (schema, name) = match path {
            [name] => (None, name),
            [schema, name] | [_, schema, name] => (Some(schema.as_str()), name),
            _ => return Err("a name of too many parts".to_owned()),
        };
        let found = self.scopes.iter().rev().find_map(|scope| scope.item(schema, name));
        let Some(item) = found else {
            if let [column] = path {
                return self.fields_of(&Expr::Column(vec![column.clone()]));
            }
            return Err(format!("{name}.* stands for nothing that is known"));
        };
        if item.open {
            return Err(format!("the columns of {name} are not known"));
        }
        let columns = item.columns.iter().take(item.columns.len() - item.system);
        let targets = columns.map(|(column, ty, typmod)| {
            let kind = Kind::Var { relation: item.printed.clone(), column: column.clone() };
            Target { node: Node { ty: *ty, typmod: *typmod, kind }, name: column.clone() }
        });
        Ok(targets.collect())
    }

    /// A relation's row as one value; a function's that gives one value is that value.
    pub(in super::super) fn whole_row(&mut self, schema: Option<&str>, name: &str) -> Option<Node> {
        let (item, up) = crate::dialect::postgres::canon::scope::relation(&self.scopes, schema, name)?;
        self.queries.reached.insert(self.scopes.len() - up);
        match item.columns.first() {
            Some((column, ty, typmod)) if item.scalar => {
                let kind = Kind::Var { relation: item.printed.clone(), column: column.clone() };
                Some(Node { ty: *ty, typmod: *typmod, kind })
            }
            _ if item.row != oid::NONE => Some(Node::new(item.row, Kind::WholeRow(item.printed.clone()))),
            _ => Some(Node::new(oid::RECORD, Kind::WholeRow(item.printed.clone()))),
        }
    }

    /// `(composite).*`.
    fn fields_of(&mut self, inner: &Expr) -> Outcome<Vec<Target>> {
        let node = self.expr(inner)?;
        let fields = self.row_columns(&node).ok_or_else(|| "the fields of a row are not known".to_owned())?;
        let targets = fields.into_iter().map(|(name, ty, typmod)| {
            let kind = match &node.kind {
                Kind::WholeRow(relation) => Kind::Var { relation: relation.clone(), column: name.clone() },
                _ => Kind::Field(Box::new(node.clone()), name.clone()),
            };
            Target { node: Node { ty, typmod, kind }, name }
        });
        Ok(targets.collect())
    }
}

/// Names and types of output columns.
pub(super) fn columns_of(targets: &[Target]) -> Vec<super::Column> {
    targets.iter().map(|target| (target.name.clone(), target.node.ty, target.node.typmod)).collect()
}
