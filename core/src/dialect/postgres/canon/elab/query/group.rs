//! GROUP BY with ROLLUP, CUBE and GROUPING SETS.

use super::order::Clause;
use super::select::Target;
use super::{Elab, Outcome};
use crate::dialect::postgres::canon::ir::{Group, Kind, Node};
use crate::dialect::postgres::canon::raw::{self, Expr};
use crate::dialect::postgres::canon::registry::oid;

impl Elab<'_> {
    pub(super) fn groups(&mut self, list: &[raw::Group], targets: &mut [Target]) -> Outcome<Vec<Group>> {
        let mut out = Vec::new();
        for item in list {
            match item {
                // `GROUP BY (a, b)` is `GROUP BY a, b`.
                raw::Group::Expr(Expr::Row(parts, false)) => {
                    for part in parts {
                        self.plain_group(part, targets, &mut out)?;
                    }
                }
                raw::Group::Expr(expr) => self.plain_group(expr, targets, &mut out)?,
                other => out.push(self.grouping_set(other, targets)?),
            }
        }
        Ok(out)
    }

    /// Grouping twice by the same is grouping once.
    fn plain_group(&mut self, expr: &Expr, targets: &mut [Target], out: &mut Vec<Group>) -> Outcome<()> {
        let group = Group::Node(self.target_for(expr, targets, Clause::Group)?);
        let sets = out.iter().any(|other| !matches!(other, Group::Node(_)));
        if sets || !out.contains(&group) {
            out.push(group);
        }
        Ok(())
    }

    fn grouping_set(&mut self, item: &raw::Group, targets: &mut [Target]) -> Outcome<Group> {
        Ok(match item {
            raw::Group::Expr(expr) => Group::Node(self.group_list(expr, targets)?),
            raw::Group::Empty => Group::Empty,
            raw::Group::Rollup(list) => Group::Rollup(self.group_lists(list, targets)?),
            raw::Group::Cube(list) => Group::Cube(self.group_lists(list, targets)?),
            raw::Group::Sets(list) => {
                let mut sets = Vec::new();
                for inner in list {
                    match self.grouping_set(inner, targets)? {
                        // Sets within sets are sets of the outer one.
                        Group::Sets(inner) => sets.extend(inner),
                        other => sets.push(other),
                    }
                }
                Group::Sets(sets)
            }
        })
    }

    fn group_lists(&mut self, list: &[Expr], targets: &mut [Target]) -> Outcome<Vec<Node>> {
        list.iter().map(|expr| self.group_list(expr, targets)).collect()
    }

    /// `a`, or `(a, b)` as one.
    fn group_list(&mut self, expr: &Expr, targets: &mut [Target]) -> Outcome<Node> {
        let Expr::Row(parts, false) = expr else {
            return self.target_for(expr, targets, Clause::Group);
        };
        let nodes = parts.iter().map(|part| self.target_for(part, targets, Clause::Group));
        Ok(Node::new(oid::RECORD, Kind::Row(nodes.collect::<Outcome<_>>()?)))
    }
}
