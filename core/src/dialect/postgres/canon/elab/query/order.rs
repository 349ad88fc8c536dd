//! ORDER BY, GROUP BY and DISTINCT ON: what a name, a number or an expression there means
//! (`findTargetlistEntrySQL92` of PostgreSQL's `parse_clause.c`).

use super::select::Target;
use super::{Elab, Outcome};
use crate::dialect::postgres::canon::ir::{Name, Node, SortBy};
use crate::dialect::postgres::canon::raw::{self, Expr};

/// Where the expression stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Clause {
    /// A name is an output column before it is one of FROM.
    Order,
    /// A name is a column of FROM before it is one of the output.
    Group,
}

impl Elab<'_> {
    pub(super) fn order_by(&mut self, list: &[raw::SortBy], targets: &mut [Target]) -> Outcome<Vec<SortBy>> {
        let mut out: Vec<SortBy> = Vec::with_capacity(list.len());
        for item in list {
            let node = self.target_for(&item.expr, targets, Clause::Order)?;
            // PostgreSQL keeps the first of two alike.
            if !out.iter().any(|other| other.node == node) {
                out.push(sort(item, node));
            }
        }
        Ok(out)
    }

    pub(super) fn distinct_on(&mut self, list: &[Expr], targets: &mut [Target]) -> Outcome<Vec<Node>> {
        list.iter().map(|expr| self.target_for(expr, targets, Clause::Order)).collect()
    }

    /// The node that is meant. A literal of unknown type among the targets becomes text when something sorts by it.
    pub(super) fn target_for(
        &mut self,
        expr: &Expr,
        targets: &mut [Target],
        clause: Clause,
    ) -> Outcome<Node> {
        let by_name = match expr {
            Expr::Column(path) => match path.as_slice() {
                [name] if clause == Clause::Group && self.own_column(name) => None,
                [name] => targets.iter().position(|target| target.name == *name),
                _ => None,
            },
            Expr::Number(digits) => digits.parse::<usize>().ok().and_then(|at| at.checked_sub(1)),
            _ => None,
        };
        match by_name.and_then(|at| targets.get_mut(at)) {
            Some(target) => {
                target.node = self.settle_unknown(target.node.clone());
                Ok(target.node.clone())
            }
            None => {
                let node = self.expr(expr)?;
                Ok(self.settle_unknown(node))
            }
        }
    }

    /// Whether a relation of the level in force has a column of this name.
    fn own_column(&self, name: &str) -> bool {
        self.scopes.last().is_some_and(|scope| {
            let merged = scope.merged.iter().any(|(column, _)| column == name);
            merged
                || scope
                    .items
                    .iter()
                    .any(|item| item.bare && item.column(name, false).is_some_and(|f| f.sure))
        })
    }
}

/// The order that an item of ORDER BY asks for.
pub(super) fn sort(item: &raw::SortBy, node: Node) -> SortBy {
    let using = item.using.as_ref().map(|op| Name { schema: op.schema.clone(), name: op.name.clone() });
    let (using, descending) = match using {
        // `USING <` is ASC, `USING >` is DESC.
        Some(name) if name.name == "<" && name.schema.is_none() => (None, false),
        Some(name) if name.name == ">" && name.schema.is_none() => (None, true),
        using => (using, item.descending == Some(true)),
    };
    let nulls_first = item.nulls_first.filter(|first| *first != descending);
    SortBy { node, descending, nulls_first, using }
}
